"""An article read once for the people and organizations that it names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from hiwar.builders.passages.signed import past_byline
from hiwar.builders.speakers.phrase import NAMED, ORGANIZATION, PERSON, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.surnames import full_names
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words

_LONGEST = 40  # words of a name with its titles
_BACK = 3  # words of a name before the comma of its apposition
_BEGINS = ("title", "given", "head", "organization", "ministry")
_NO_NAME = (
    "prepositions", "ends", "title", "head", "organization", "state", "nation", "document", "unnamed", "many", "verb",
)  # fmt: skip


def scan(words: Words, spans: Iterable[tuple[int, int]], contents: Sequence[int] = ()) -> Registry:
    """Return the registry of an article whose text stands in these spans of words.

    `contents`: the words at which what somebody says begins, in order; no body's name goes on there (رحب الحزب | بالاتفاق).
    """
    registry = Registry(words)
    places = words.holding("turns", *_BEGINS)
    told = [(_told(words, first, after), after) for first, after in spans]
    phrases = [phrase for first, after in told for phrase in _phrases(words, places, contents, first, after)]
    full = [phrase for phrase in phrases if phrase.kind == PERSON and phrase.name]
    full += [phrase for first, after in told for phrase in full_names(words, first, after)]
    for phrase in sorted(full, key=lambda phrase: (-len(registry.terms(phrase)), phrase.first)):
        registry.add_person(phrase)
    for phrase in phrases:
        if phrase.kind == ORGANIZATION and phrase.definite and phrase.rule != "owned_organization":
            registry.add_organization(phrase)
    return registry


def _told(words: Words, first: int, after: int) -> int:
    """Return the word at which a passage begins to tell, behind its byline."""
    if after <= first:
        return first
    return words.lexed.word_from(past_byline(words.lexed, words.starts[first], words.ends[after - 1]))


def _phrases(
    words: Words, places: list[int], contents: Sequence[int], first: int, after: int
) -> list[Phrase]:
    """Return the phrases of running text that name or describe somebody, without overlaps; `places` may begin one."""
    found: list[Phrase] = []
    number = barred = first
    while (place := bisect_left(places, number)) < len(places) and (number := places[place]) < after:
        phrase = None
        turn = words.known("turns", number, after)
        if turn is not None:
            number = turn.after
            continue
        if words.gap(number) != b"-" and words.is_any(number, *_BEGINS) and not _led(words, number):
            phrase = read_phrase(words, number, min(after, number + _LONGEST), bounded=False)
            content = _next(contents, number, after)
            if phrase is not None and phrase.kind == ORGANIZATION and content < phrase.after:
                phrase = read_phrase(words, number, content, bounded=False)
        if phrase is not None and phrase.rule in ("title", "title_of_nobody"):
            phrase = before_comma(words, phrase, first)
        if phrase is not None and phrase.kind in (PERSON, ORGANIZATION):
            if phrase.kind == ORGANIZATION or number >= barred:
                found.append(phrase)
            named = phrase.name[1] if phrase.name else number + 1
            barred = max(
                barred, phrase.after if phrase.name else 0
            )  # the office behind a name holds bodies, no people
            number = max(named if phrase.kind == PERSON else phrase.after, number + 1)
        else:
            number += 1
    return found


def _led(words: Words, number: int) -> bool:
    """Return whether a noun with ب tells who leads something, and names no body: برئاسة وزير النقل، بقيادة العميد."""
    head = words.known("head", number)
    return bool(head and head.glue and head.entry.word in _LEADING) and words.is_any(
        number + 1, "title", "given"
    )


_LEADING = frozenset({"رئاسة", "قيادة", "إدارة"})


def _next(places: Sequence[int], number: int, after: int) -> int:
    """Return the first of `places` behind a word, else `after`."""
    place = bisect_right(places, number)
    return places[place] if place < len(places) else after


def before_comma(words: Words, phrase: Phrase, first: int) -> Phrase:
    """Return the phrase with the name that it is an apposition to: سالم نصار، قائد المجموعة."""
    if words.gap(phrase.first) != b",":
        return phrase
    start = phrase.first
    while start > max(first, phrase.first - _BACK) and not words.is_any(start - 1, *_NO_NAME):
        if words.prepositional(start - 1) or words.coordinated(start - 1):
            break
        if start < phrase.first and (words.definite(start - 1) or words.gap(start)):
            break
        start -= 1
        if words.bare("given", start):
            break
    if phrase.first - start < 2 or not words.recurs(phrase.first - 1, phrase.first) or verb(words, start):
        return phrase
    name = (start, phrase.first)
    return phrase._replace(kind=PERSON, form=NAMED, rule="name_and_title", first=start, name=name, number="s")
