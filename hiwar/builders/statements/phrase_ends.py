"""Where a content that is a noun phrase ends before its sentence does: at a clause of the reporter's."""

from bisect import bisect_left
from typing import NamedTuple

from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.reading import AL, Reading, is_content_noun, is_joined, is_past_feminine
from hiwar.builders.statements.targets import DEMONSTRATIVES
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, COMMA, SPACE, Hit
from hiwar.builders.text.shapes import Shape, is_definite, is_verb, shape

_BUT = "لكن"
_W, _T, _Y = (fold_word(letter) for letter in "وتي")
_WHILE = frozenset({"بينما", "في حين", "وعلى الفور"})
_MEANWHILE = "فيما"  # which may be في ما
_CONCERNING = fold_words(("يتعلق", "تتعلق", "يخص", "يتصل", "يلي", "يبدو"))
_PLAIN = frozenset(
    {"ولم", "ولن"}
)  # these end a phrase without a clause even where no comma stands before them
_WHICH = frozenset({"وهو ما", "وهي ما"})
_SPACES = bytes([SPACE])
_SEPARATORS = (bytes([COMMA]), bytes([BRACKET]))
_AS = fold_words(("كما", "وكما"))
_NOT = fold_words(("لم", "لن", "لا", "هذا", "هذه"))
_WAS = fold_words(("وكان", "وكانت", "وكانوا"))
_THEN = "ف"
_IF = fold_words(("إذا", "لو", "حال", "حالة", "متى", "كلما", "مهما"))
_CONDITION = 12  # words of a clause that sets a condition
_PLURAL = fold_word("ون")
_SHORT = 5  # letters of a word that is no verb of the plural
_MOST = 60  # words of a phrase that are looked through for a clause


class PhraseEnd(NamedTuple):
    """Where a noun phrase ends; a `joined` verb ends it only if the phrase holds no clause that it may go on with."""

    position: int
    joined: bool = False


def find(reading: Reading, passage: Passage) -> list[PhraseEnd]:
    """Return where noun phrases of a passage end, in order."""
    ends = [
        PhraseEnd(hit.word_start, hit.entry in _WHICH)
        for hit in reading.lexed.of_kind("np_end", passage.start, passage.end)
        if _separated(reading, hit.word_start) or _without_comma(reading, hit)
        if not _answers(reading, hit) and not _names(reading, hit)
    ]
    ends += [
        PhraseEnd(hit.word_start, True)
        for hit in reading.lexed.of_kind("np_end", passage.start, passage.end)
        if hit.entry in _PLAIN
    ]
    commas = reading.lexed.commas
    first, last = bisect_left(commas, passage.start), bisect_left(commas, passage.end)
    for comma in commas[first:last]:
        at = reading.next_token(comma, passage.end)
        if reading.at_word(at) and joined_verb(reading, at):
            ends.append(PhraseEnd(at, True))
    return sorted(set(ends))


def next_verb(reading: Reading, cue: Cue, start: int, limit: int) -> int:
    """Return where a verb of the same subject as the cue goes on after a noun phrase (يهدد بالرد ويرفض)."""
    form = cue.form
    if form.kind != "finite" or form.number == "d":
        return limit
    for first, last in reading.words_in(start, limit)[1:]:
        word = reading.lexed.shadow[first:last]
        if word in _AS and reading.after_comma(first) and _agrees(reading, cue, last):
            return first  # يتعهد ببناء سد يروي الحقول، كما يراهن على
        if word[:1] != _W or not is_joined(word) or reading.known(first):
            continue
        if word in _WAS and not holds_clause(reading, start, first):
            return first
        if form.number == "p":
            if form.tense == "present" and word[1:2] == _Y and word.endswith(_PLURAL) and len(word) > _SHORT:
                return first  # ينددون بالهجوم ويقفون
            continue
        following = reading.word_at_or_after(last)
        if is_past_feminine(word) and following in DEMONSTRATIVES:
            return first
        if form.gender == "f" and is_past_feminine(word) and reading.quotes.around(first) is None:
            return first
        person = _T if form.gender == "f" else _Y
        if (
            form.tense == "present"
            and word[1:2] == person
            and is_verb(word[1:], reading.lexed.raw_text(first + 1, last))
            and not is_content_noun(word[1:])
        ):
            return first
    return limit


def _agrees(reading: Reading, cue: Cue, position: int) -> bool:
    """Whether a verb of the cue's tense and gender follows that has no definite subject after it: كما | يراهن على."""
    lexed, form = reading.lexed, cue.form
    number = lexed.word_from(position)
    if form.number == "p" or not _is_verb(reading, number, 0):
        return False
    word = lexed.word(number)
    if lexed.word(number + 1).startswith(AL):
        return False
    if form.tense == "present":
        return word[:1] == (_T if form.gender == "f" else _Y)
    return form.gender == "f" and is_past_feminine(word)


def holds_clause(reading: Reading, start: int, end: int) -> bool:
    """Whether a verb, a relative pronoun or another word that opens a clause stands in the phrase."""
    lexed = reading.lexed
    for first, last in reading.words_in(start, end, _MOST):
        word = lexed.shadow[first:last]
        if reading.in_class(word, "relative") or is_verb(word, lexed.raw_text(first, last)):
            return True
        if any(reading.hit_word(kind, first) is not None for kind in ("complementizer", "conjunction")):
            return True
    return False


def _separated(reading: Reading, start: int) -> bool:
    return reading.lexed.classes[start - 2 : start].strip(_SPACES)[-1:] in _SEPARATORS


def _answers(reading: Reading, hit: Hit) -> bool:
    """Whether ف answers a condition that the clause before it sets (، وفي حال تأخر الدفع، فإن; إذا ما تأخر، فهو)."""
    lexed = reading.lexed
    number = bisect_left(lexed.commas, hit.word_start) - 1
    if not str(hit.entry).startswith(_THEN) or number < 1:
        return False
    opening = reading.words_in(lexed.commas[number - 1], hit.word_start, _CONDITION)
    return any(lexed.shadow[start:end].removeprefix(_W) in _IF for start, end in opening)


def _names(reading: Reading, hit: Hit) -> bool:
    """Whether «وهو ما» only tells another name of what was said (، وهو ما يسمى)."""
    return hit.entry in _WHICH and reading.in_class(reading.word_at_or_after(hit.end), "called")


def joined_verb(reading: Reading, start: int) -> bool:
    """Whether a verb that و or ف joins, also set apart, or كما begins at `start` (، وقاموا بـ; ، كما عرض)."""
    lexed = reading.lexed
    number = lexed.word_from(start)
    word = lexed.word(number)
    if word in _AS:
        if number + 1 >= len(lexed.word_starts):
            return False
        return shape(lexed, number + 1) in (Shape.VERB, Shape.NOUN) or _is_that(reading, number + 1)
    if word == _W:
        return _is_verb(reading, number + 1, 0)
    return is_joined(word) and _is_verb(reading, number, 1)


def _is_that(reading: Reading, number: int) -> bool:
    return reading.lexed.hit_at("complementizer", reading.lexed.word_starts[number]) is not None


def _is_verb(reading: Reading, number: int, skip: int) -> bool:
    word = reading.lexed.word(number)[skip:]
    if not word:
        return False
    start, end = reading.lexed.word_starts[number], reading.lexed.word_ends[number]
    raw = reading.lexed.raw_text(start + skip, end)
    return is_verb(word, raw) and not is_definite(word, raw) and not is_content_noun(word)


def _without_comma(reading: Reading, hit: Hit) -> bool:
    """Whether «لكن» or «بينما» begins a clause without a comma before it.

    A definite noun, a pronoun or a denial follows «لكن»; a verb follows «فيما».
    """
    if hit.entry in _WHILE:
        return True
    if hit.entry == _MEANWHILE:
        number = reading.lexed.word_from(hit.end)
        return _is_verb(reading, number, 0) and reading.lexed.word(number) not in _CONCERNING
    if not str(hit.entry).endswith(_BUT):
        return str(hit.entry).startswith(_BUT)  # لكنه، لكنها
    number = reading.lexed.word_from(hit.end)
    word = reading.lexed.word(number)
    return (word.startswith(AL) or word in _NOT) and not reading.gap(
        hit.end, reading.lexed.word_starts[number]
    )
