"""Marks around a name, a title or a term, which are not speech."""

from bisect import bisect_right

from hiwar.builders.knowledge import outlets
from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.quotes import PROCLITICS, Quote
from hiwar.builders.statements.reading import AL, Reading, strip_proclitic
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, DIGIT, LETTER
from hiwar.builders.text.shapes import is_verb

_BACK = 4  # words of a noun phrase before its name in marks
_PERSON = 5  # words of a person's name
_SENTENCE = 10  # words of a quotation that is no name, unless its noun stands right before it
_NAME = 3  # words of a name that begins with its own label
_LETTERS = 3  # letters of each word of a name that is spelt out
_PARENTS = fold_words(("أبو", "أبا", "أبي", "أم"))
_W, _B, _LIKE = fold_word("و"), fold_word("ب"), fold_word("مثل")
_BETWEEN = (b"", b",", _W, b"," + _W, fold_word("أو"))


def is_label(word: bytes) -> bool:
    """Whether a noun may stand before its name in marks (قناة، البرنامج، بمشروع)."""
    return any(
        form in words("label")
        for form in (word, strip_proclitic(word), strip_proclitic(word).removeprefix(AL))
    )


def speech_inside(reading: Reading, start: int, end: int, most: int) -> bool:
    """Whether two words or more of `[start, end)` stand between marks as speech, the first `most` quotations looked at."""
    last: Quote | None = None  # the name before, which a list goes on with
    for quote in reading.quotes.within(start, end, most):
        if not quote.closed or quote.end > end or reading.lexed.classes[quote.open] == BRACKET:
            continue
        listed = last is not None and reading.gap(last.close, quote.open) in _BETWEEN
        if listed or names(reading, quote, start):
            last = quote
        elif reading.count_words(quote.start, quote.end) >= 2:
            return True
    return False


def names(reading: Reading, quote: Quote, floor: int) -> bool:
    """Whether the marks stand around a name: its noun stands before it, or in it, or its letters are of another script."""
    inside = [reading.lexed.shadow[start:end] for start, end in reading.words_in(quote.start, quote.end, 8)]
    if not inside or all(word.isascii() for word in inside) or outlets.is_name(tuple(inside)):
        return True
    named = len(inside) <= _PERSON and person(reading, quote)
    if named or inside[0] in words("blessing"):
        return True
    before, at = reading.word_before(quote.open)
    close = quote.open > floor and not reading.gap(at + len(before), quote.open)
    if close and len(inside) <= _PERSON and (before == _LIKE or _titled(reading, at)):
        return not _predicate(reading, quote)  # الشاعر «مطر المرسى»، مثل «قواعد الصيد البحري»
    longest = _NAME if quote.open > floor else _NAME - 1
    if len(inside) <= longest and is_label(inside[0]) and not inside[0].startswith(AL):
        return True
    if len(inside) <= _NAME and (_numbered(reading, quote) or _spelled(inside) or _owned(reading, quote)):
        return True
    return labelled(reading, quote, floor)


def person(reading: Reading, quote: Quote) -> bool:
    """Whether a given name begins between the marks, or one with أبو or أم: «أم سالم»."""
    if reading.known(quote.start, ("given",)):
        return True
    first = next(iter(reading.words_in(quote.start, quote.end, 1)), None)
    if first is None or reading.lexed.shadow[slice(*first)] not in _PARENTS:
        return False
    return reading.lexed.hit_at("given", reading.next_token(first[1], quote.end)) is not None


def _titled(reading: Reading, start: int) -> bool:
    """Whether a word with the article tells who one is, whose name follows (الشاعر، الفنانة)."""
    hit = reading.lexed.hit_at("title", start)
    singular = hit is not None and hit.entry.number == "s" and hit.entry.rank in ("rank", "role")
    return singular and reading.lexed.shadow.startswith(AL, start)


def _numbered(reading: Reading, quote: Quote) -> bool:
    """Whether digits hang on a word between the marks, as in names of models (هيرو4)."""
    classes = reading.lexed.classes[quote.start : quote.end]
    return bytes((LETTER, DIGIT)) in classes or bytes((DIGIT, LETTER)) in classes


def _spelled(inside: list[bytes]) -> bool:
    """Whether the words are the letters of a foreign name, spelt out: اف سي ايه، يو تي إير."""
    letters = all(len(word) <= _LETTERS for word in inside) and len(inside) == _NAME
    return letters and not any(word in words("preposition") or word in words("negation") for word in inside)


def _owned(reading: Reading, quote: Quote) -> bool:
    """Whether an owner or head stands right before the marks, around what is his: مالك «أبراج الساحل»."""
    before, start = reading.word_before(quote.open)
    if before.startswith(AL) or reading.gap(start + len(before), quote.open):
        return False
    title = reading.lexed.hit_at("title", start)
    return title is not None and title.entry.rank == "office" and title.entry.number == "s"


def _predicate(reading: Reading, quote: Quote) -> bool:
    """Whether a quotation is too long for a name, or a verb or a negation begins a long one (البرنامج الجديد «سيعزز كفاءة
    القطاع في كل المدن»)."""
    inside = reading.words_in(quote.start, quote.end, _SENTENCE)
    if not inside:
        return False
    start, end = inside[0]
    word = reading.lexed.shadow[start:end]
    clause = word in words("negation") or is_verb(word, reading.lexed.raw_text(start, end))
    return len(inside) == _SENTENCE or (len(inside) > _PERSON and clause)


def labelled(reading: Reading, quote: Quote, floor: int) -> bool:
    """Whether a noun that takes a name stands before the mark, with nothing but its adjectives and complement between."""
    lexed = reading.lexed
    number = bisect_right(lexed.word_starts, quote.open - 1) - 1
    after = quote.open
    for back in range(number, max(number - _BACK, -1), -1):
        word, start, end = lexed.word(back), lexed.word_starts[back], lexed.word_ends[back]
        if start < floor or reading.gap(end, after):
            return False
        if is_label(word):
            return (back == number and not word.startswith(AL)) or not _predicate(reading, quote)
        if word.removeprefix(AL) in words("called") and lexed.word(number) == _B:
            return not _predicate(reading, quote)  # المعروف إعلاميا بـ«…»
        manner = back == number - 1 and lexed.raw_text(start, end).rstrip("\u064b").endswith("ا")
        if manner and lexed.word(number) == _B:
            after = start
            continue
        if back < number and lexed.word(number) in PROCLITICS:
            return False  # المعروفة بـ«…», but not التحالف الدولي بـ«…»
        if word not in PROCLITICS and not word.startswith(AL):
            return False
        after = start
    return False
