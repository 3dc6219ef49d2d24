"""Who an article may mean: people, organizations and nameless ones, with where they stand and what they hold."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from hiwar.builders.knowledge.titles import Title
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.text.fold import fold_word

_SON = fold_word("بن")
_STYLED = frozenset({"أمير", "ملك", "سلطان", "وزير"})  # their holders are addressed as سمو، جلالة، معالي

_HIGHNESS = "سمو"
_ROYAL = frozenset({"أمير", "ولي العهد", "ولي عهد", "ولي ولي العهد"})


@dataclass
class Entity:
    """Somebody in an article, with all its occurrences."""

    kind: str
    terms: tuple[bytes, ...]  # of the fullest name
    name: str
    gender: str | None
    number: str = "s"
    key: str = ""
    names: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)  # words
    titles: list["HeldTitle"] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)  # of an organization or an unnamed source
    highness: bool = False  # and it is that of a prince: صاحب السمو الأمير
    styled: bool = False  # a form of address stands before the name: سمو الأمير

    @property
    def royal(self) -> bool:
        """Whether «سموه» may be meant of him: a prince, whatever else he is, or whom the text calls so."""
        return self.highness or any(held.title.word in _ROYAL for held in self.titles)


class Read(NamedTuple):
    """Whom a mention means, in what form, and by which rule."""

    entity: Entity
    form: str
    rule: str


class HeldTitle(NamedTuple):
    """A title that the article gives a person."""

    title: Title
    own: frozenset[bytes]  # the words of the title itself
    terms: frozenset[bytes]  # with those of its complement
    first: int
    after: int


def styled(phrase: Phrase) -> bool:
    """Return whether a form of address belongs to the name, or a rank that has one."""
    entries = phrase.titles.entries if phrase.titles else ()
    return any(title.rank == "style" or title.word in _STYLED for title in entries)


def highness(phrase: Phrase) -> bool:
    """Return whether a prince's form of address stands before the name: سمو رئيس الهيئة، صاحب السمو الملكي."""
    entries = phrase.titles.entries if phrase.titles else ()
    return any(title.rank == "style" and _HIGHNESS in title.word for title in entries)


def same_name(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> bool:
    """Return whether two names of an article mean one person: all words of the shorter stand in the longer, which it
    begins or ends, or it is a single word of it, or his father's name with بن."""
    short, long = sorted((one, other), key=len)
    if not set(short) <= set(long):
        return False
    if len(short) == 1 or short[0] == long[0] or short[-1] == long[-1]:
        return True
    return short[0] == _SON and any(long[n : n + len(short)] == short for n in range(1, len(long)))


def nearest(found: Iterable[Entity], position: int) -> Entity | None:
    """Return the one that stood last before the position, else the one that stands first after it."""
    before: tuple[int, Entity] | None = None
    after: tuple[int, Entity] | None = None
    for one in found:
        place = bisect_right(one.positions, position)
        if place and (before is None or one.positions[place - 1] > before[0]):
            before = (one.positions[place - 1], one)
        if place < len(one.positions) and (after is None or one.positions[place] < after[0]):
            after = (one.positions[place], one)
    chosen = before or after
    return chosen[1] if chosen else None


def last_two(found: Iterable[Entity], position: int) -> list[Entity]:
    """Return the two of these that were named last before the word, in the order of the text."""
    last = {id(one): (bisect_left(one.positions, position), one) for one in found}
    places = sorted(
        (one.positions[place - 1], number) for number, (place, one) in enumerate(last.values()) if place
    )
    everybody = [one for _, one in last.values()]
    return [everybody[number] for _, number in places[-2:]] if len(places) > 1 else []
