"""The ministry of whoever speaks or acts as a minister, where the article names it by its minister only."""

from collections.abc import Iterable

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.registry import Registry

MINISTRY = "وزارة"
_MINISTER = "وزير"


def ministry_of(registry: Registry, people: Iterable[Entity]) -> Entity | None:
    """Return the ministry of the first among people who is a minister with a field: «الوزارة» after وزير الصحة."""
    words = registry.words
    for person in people:
        for held in person.titles:
            former = any(words.is_any(number, "former") for number in range(held.first, held.after))
            if held.title.word == _MINISTER and held.terms != held.own and not former:
                field = words.raw(held.first + 1, held.after)
                return registry.called(f"{MINISTRY} {field}", MINISTRY, held.first)
    return None
