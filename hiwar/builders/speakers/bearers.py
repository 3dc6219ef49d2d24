"""Whether the word behind a title begins the name of its holder, and where a name stands inside its complement."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.names import read_name
from hiwar.builders.speakers.namesakes import namesake
from hiwar.builders.speakers.titled import governs, ranked
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words

_EVENTS = function_words("headline_label", "events")
_MARKS = (b"<", b">", b'"')
_OPENING = frozenset(b'<"')
_CLOSED = {b"(": b")", b"<": b">", b'"': b'"'}
_NAME = 4  # words of a name in marks


def holder(words: Words, number: int, end: int, limit: int, office: bool) -> tuple[int, int]:
    """Return the whole name of a title's holder, of which `[number, end)` is the first that looks like one.

    Behind an office it may be of the complement: شيخ قبيلة بني عامر | الشيخ سالم نصار.
    """
    while number < end < limit and _another_name(words, number, end, limit):
        after = read_name(words, end, limit)
        if after == end:
            break  # سالم | عدم حضوره
        own = not office and not words.gap(end) and words.bare("given", number)  # الفنان ماجد العبيد رمضان
        number, end = number if own else end, after
    if office and number < end < limit and not words.gap(end) and ranked(words, end):
        number, end = end + 1, read_name(words, end + 1, limit)
    if end > number and _OPENING.intersection(words.gap(number)):
        after = words.marked_end(number, limit)
        end = after if end < after <= number + _NAME else end  # «السعد بونير»
    return number, end


def _another_name(words: Words, first: int, number: int, limit: int) -> bool:
    """Return whether a given name begins at the word, which behind a name may be an office as well: أمين | المنطقة.

    Over a comma only if nothing tells that the words before it are a name: رئيس بعثة المراقبة لسابع مايو، | سالم نصار.
    """
    apart = words.gap(number)
    if apart and (apart != b"," or words.is_any(first, "given", "name_joined")):
        return False
    title = words.known("title", number)
    office = words.bare("title", number) and words.definite(number + 1) and not words.gap(number + 1)
    office = office or (title is not None and title.after > number + 1)  # أمين عام
    return words.bare("given", number) and not office and not governs(words, number, limit)


def short_name(words: Words, number: int, marked: bool = False) -> bool:
    """Return whether a word alone in brackets, or in `marked` ones, is the short name of the body before it: منظمة السدود (ساد)."""
    alone = b"(" in words.gap(number) and b")" in words.gap(number + 1)
    if marked and words.gap(number).endswith(_MARKS):
        alone = words.gap(number + 1).startswith(_MARKS)
    return alone and not words.is_any(number, "given", "name_joined")


def past_short_name(words: Words, number: int, limit: int) -> int:
    """Return the word after a name in brackets or marks of what is led, if its holder's follows: مهرجان الساحل (بحرنا أجمل) سالم نصار."""
    opened = words.gap(number)[-1:]
    if opened not in (b"(", b"<", b'"'):
        return number
    after = next((at for at in range(number + 1, min(number + _NAME, limit) + 1) if words.gap(at)), number)
    closed = words.gap(after) == _CLOSED[opened] and after < limit
    return (
        after
        if closed and words.bare("given", after) and read_name(words, after, limit) > after + 1
        else number
    )


def surely_a_name(words: Words, first: int, after: int) -> bool:
    """Return whether words after a title in running text are a name and not the next part of the sentence."""
    if words.bare("given", first) or words.bare("name_joined", first):
        return True
    if after - first == 2 and words.families.alone(after - 1) and not verb(words, first):
        return True  # الأستاذ مريح المريح
    if any(words.is_any(number, "name_joined") for number in range(first, after)) and words.gap(first):
        return True  # الطالبة «هيا بنت سالم الحداد»
    if (
        words.feminine(first)
        or words.definite(after - 1)
        or verb(words, first)
        or words.word(first) in _EVENTS
    ):
        return False
    return after - first > 1 and words.recurs(first, after)


def name_inside(words: Words, first: int, after: int) -> tuple[int, int] | None:
    """Return the name at the end of what was read as a title's complement, if a given name tells where it begins."""
    for number in range(after - 1, first, -1):
        if words.bare("given", number) and not words.is_any(number, "title", "nation"):
            if number + 1 == after and words.qualifies(number):
                return None  # رئيس البرلمان العربي
            if read_name(words, number, after) == after and not namesake(words, number):
                return number, after
            return None
    return None
