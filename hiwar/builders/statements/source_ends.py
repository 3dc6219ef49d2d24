"""Where the source of an attribution ends before the clause that runs on after it: بحسب [الوزارة] بدأت الجولة."""

from itertools import pairwise

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading, is_joined, is_past_feminine
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import is_verb

_LIL = fold_word("لل")
_THERE = fold_words(("هناك", "هنالك", "ثمة", "لقد", "ليس", "ليست"))
_F, _S, _Y = fold_word("ف"), fold_word("س"), fold_word("ي")
_SO_THE = fold_word("فال")


def before_verb(reading: Reading, source: Span | None) -> Span | None:
    """Return the source without a clause that runs on after it: بحسب [الوزارة] بدأت الجولة."""
    lexed = reading.lexed
    inside = reading.words_in(*source) if source is not None else []
    if source is None:
        return None
    for first, last in inside[1:]:
        word = lexed.shadow[first:last]
        if word.startswith(_SO_THE) and is_joined(word):
            return reading.trim(source[0], first)  # وحسب المصادر فالعمل
        if word[:1] == _F and word[1:] in words("preposition") and is_joined(word):
            return reading.trim(source[0], first)  # وحسب المصادر فمن المتوقع
        if word in _THERE and not reading.gap(last, reading.next_token(last, source[1] + 2)):
            return reading.trim(source[0], first)  # ووفقا لمجلة «الساحل» هناك خلاف
    if not inside or not _definite(reading, inside[0][0]):
        return _before_amount(reading, source)
    for first, last in inside[1:]:
        word = lexed.shadow[first:last]
        if reading.in_class(word, "relative"):
            return source
        if word in words("negation"):
            return reading.trim(source[0], first)  # بحسب المصادر لم تصل
        joined = is_joined(word)
        bare = word[joined:]
        past = bare in shape_words().past or (not joined and is_past_feminine(word))
        closed = lexed.word(lexed.word_from(first) - 1).startswith((AL, _LIL))
        coming = closed and (
            _coming(reading, first + joined, last) or _goes_on(reading, first + joined, last)
        )
        known = reading.known(first, ("given", "places", "head", "title")) if joined else False
        if (coming or past) and not (known or reading.known(first, ("given", "places"))):
            return reading.trim(source[0], first)  # وفق الوكالة وأدى
    return source


def _before_amount(reading: Reading, source: Span) -> Span:
    """Return an indefinite source without a clause that tells what changed: بحسب [تقرير للوزارة] وصل العدد; without any behind
    people (بحسب [شهود عيان] اندلع الحريق)."""
    lexed = reading.lexed
    people = reading.known(source[0], ("unnamed", "many"))
    for (_, before), (first, last) in pairwise(reading.words_in(*source)):
        definite = lexed.word(lexed.word_from(before) - 1).startswith((AL, _LIL))
        word = lexed.shadow[first:last]
        if reading.in_class(word, "relative"):
            return source
        goes_on = word in words("changing") or _coming(reading, first, last) or _goes_on(reading, first, last)
        past = word in shape_words().past or is_past_feminine(word)
        past = people and (past or goes_on) and not reading.known(first)
        if (definite and goes_on) or past:
            return reading.trim(source[0], first)
    return source


def _coming(reading: Reading, start: int, end: int) -> bool:
    """Whether an unknown word is a verb of the future: وفقا للبيان | ستعلن الوزارة."""
    word = reading.lexed.shadow[start:end]
    future = word[:1] == _S and is_verb(word, reading.lexed.raw_text(start, end))
    return future and not reading.known(start)


def _goes_on(reading: Reading, start: int, end: int) -> bool:
    """Whether an unknown word is a verb of the present, or the one of a passive: وبحسب الصحيفة | يستعد النادي، | تم نشر."""
    word = reading.lexed.shadow[start:end]
    present = word[:1] == _Y and is_verb(word, reading.lexed.raw_text(start, end))
    return (present or word in words("passive")) and not reading.known(start)


def _definite(reading: Reading, start: int) -> bool:
    word = reading.word_at_or_after(start)
    return word.startswith(AL) or reading.known(start, ("state", "organization", "title"))
