"""To whom it was said, between a verb and who speaks: the name of an outlet behind its kind (قال لصحيفة «النهر» [الوزير])."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading, is_adjective
from hiwar.builders.text.fold import fold_word

_L = fold_word("ل")
_SPEAKERS = ("title", "given", "name_joined", "unnamed", "many", "head")


def outlet_end(reading: Reading, frame: tuple[int, int], limit: int) -> int:
    """Return where the outlet ends that the view span names the kind of (لصحيفة), at most `limit`; the end of the span
    itself where no name follows."""
    start, end = frame
    word, at = reading.word_before(end)
    if word.removeprefix(_L if at == start else b"") not in words("frame", "outlet"):
        return end
    quote = reading.quotes.opening_at(reading.next_token(end, limit))
    following = reading.words_in(end, limit)
    if quote is not None and quote.close <= limit:
        named = quote.close
    elif not following or reading.gap(end, following[0][0]):
        return end
    else:
        known = reading.lexed.hit_at("organization", following[0][0])
        named = known.end if known is not None and known.end <= limit else following[0][1]
    for begin, after in reading.words_in(named, limit):
        if reading.gap(named, begin) or not _goes_on(reading, following[0], (begin, after)):
            break
        named = after
    return named


def addressed_before(reading: Reading, start: int, position: int) -> bool:
    """Whether an outlet that was spoken to stands in `[start, position)`, whose short name follows: لوكالة الأنباء (ساد)."""
    frames = (reading.frame(at) for at, _ in reading.words_in(start, position))
    return any(frame is not None and frame.entry == "addressee" for frame in frames)


def _goes_on(reading: Reading, first: tuple[int, int], word: tuple[int, int]) -> bool:
    """Whether an outlet's name goes on with the word: النهر | الأسبوعية, لوموند | ديبلوماتيك, and not النهر | نصار."""
    view = reading.lexed.shadow[slice(*word)]
    if is_adjective(view):
        return True
    if reading.known(word[0], _SPEAKERS) or reading.hit_word("complementizer", word[0]):
        return False
    quoted = reading.quotes.opening_at(first[0] - 1) is not None
    return (
        not quoted and not reading.lexed.shadow.startswith(AL, first[0]) and view not in words("preposition")
    )


def teller(reading: Reading, span: tuple[int, int]) -> tuple[int, int]:
    """Return the subject of a verb of telling behind who was told: أبلغ «الساحل» [مسؤول محلي] أن, أبلغت (الساحل) [مصادر] أن."""
    quote, shadow = reading.quotes.opening_at(span[0]), reading.lexed.shadow
    bracket = shadow.find(b")", *span) + 1 if shadow.startswith(b"(", span[0]) else 0
    shut = quote.close if quote is not None else bracket
    return reading.trim(shut, span[1]) if shut and reading.count_words(shut, span[1]) else span
