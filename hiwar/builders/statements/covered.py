"""What an attribution attributes: the clause before it, or the text behind it."""

from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, MARK, SPACE

_BACK = 120  # words before an attribution that it can cover
_W, _F = fold_word("و"), fold_word("ف")
_SKIPPED = fold_words(
    (
        "كما",
        "لكن",
        "ولكن",
        "فيما",
        "بينما",
        "وكما",
        "وفيما",
        "بينما",
        "إذ",
        "حيث",
        "وبينما",
        "فقد",
        "وقد",
    )
)
_QUOTES = b'<>"'
_BYLINE = 6  # words of a byline before its colon
_WHILE = fold_words(("فيما", "وفيما", "بينما", "وبينما"))
_PRESENT = tuple(fold_word(letters) for letters in ("وي", "وسي", "وست"))


def opens_clause(reading: Reading, item: Attribution) -> bool:
    """Whether «و» joins an attribution to the clause before it, so that it attributes what follows (، وبحسب المدير فإن)."""
    lexed = reading.lexed
    glued = lexed.shadow[item.start - 1 : item.start] in (_W, _F)
    return glued and COMMA in lexed.classes[max(item.start - 3, 0) : item.start - 1]


def clause_before(reading: Reading, attribution: Attribution) -> Span:
    """Return the part of the sentence before an attribution that it attributes, without its connective."""
    end = attribution.start
    start = reading.back(end, attribution.sentence[0], _BACK)
    inside = reading.words_in(start, end, _BACK)
    lexed = reading.lexed
    byline = inside[min(_BYLINE, len(inside) - 1)][0] if inside else start
    for first, last in inside[1:]:
        word = lexed.shadow[first:last]
        after_comma = COMMA in lexed.classes[first - 2 : first]
        joined = word.startswith(_PRESENT) or (word[:1] == _F and is_joined(word))
        if after_comma and (joined or word in _WHILE):
            start = first
        elif (
            lexed.shadow[last : last + 2].lstrip(_QUOTES)[:1] == b":"
            and b"-" in lexed.shadow[start:last]
            and first < byline
        ):
            start = lexed.shadow.index(b":", last) + 1  # سالم نصار - الساحل: …
    return without_connective(reading, start, end)


def without_connective(reading: Reading, start: int, end: int) -> Span:
    """Return the span without the connectives at its beginning (و، ف، كما، لكن، من جهة أخرى)."""
    lexed = reading.lexed
    start, end = reading.trim(start, end)
    opening = lexed.hit_at("opening", start) or lexed.hit_at("opening", start + 1)
    if opening is not None and opening.word_start == start:
        start = reading.next_token(opening.end, end)
    for first, last in reading.words_in(start, end)[:3]:
        word = lexed.shadow[first:last]
        if first != start:
            break
        if word in _SKIPPED:
            start = reading.next_token(last, end)
            continue
        if is_joined(word):
            start += 1
        break
    return start, end


def text_after(reading: Reading, attribution: Attribution) -> int | None:
    """Return where the text after an attribution begins, or None if the sentence ends there."""
    classes = reading.lexed.classes
    position = attribution.end
    limit = attribution.sentence[1]
    while position < limit and (
        classes[position] in (SPACE, COMMA)
        or (classes[position] == MARK and reading.quotes.opening_at(position) is None)
    ):
        position += 1
    return position if position < limit else None
