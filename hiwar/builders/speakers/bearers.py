"""Whether the word behind a title begins the name of its holder, and where a name stands inside its complement."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.names import read_name
from hiwar.builders.speakers.namesakes import namesake
from hiwar.builders.speakers.titled import governs
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words

_EVENTS = function_words("headline_label", "events")
_MARKS = (b"<", b">", b'"')


def another_name(words: Words, first: int, number: int, limit: int) -> bool:
    """Return whether a given name begins at the word, which behind a name may be an office as well: أمين | المنطقة.

    Over a comma only if nothing tells that the words before it are a name: رئيس بعثة المراقبة لسابع مايو، | سالم نصار.
    """
    apart = words.gap(number)
    if apart and (apart != b"," or words.is_any(first, "given", "name_joined")):
        return False
    office = words.bare("title", number) and words.definite(number + 1) and not words.gap(number + 1)
    return words.bare("given", number) and not office and not governs(words, number, limit)


def short_name(words: Words, number: int, marked: bool = False) -> bool:
    """Return whether a word alone in brackets, or in `marked` ones, is the short name of the body before it: منظمة السدود (ساد)."""
    alone = b"(" in words.gap(number) and b")" in words.gap(number + 1)
    if marked and words.gap(number).endswith(_MARKS):
        alone = words.gap(number + 1).startswith(_MARKS)
    return alone and not words.is_any(number, "given", "name_joined")


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
            if read_name(words, number, after) == after and not namesake(words, number):
                return number, after
            return None
    return None
