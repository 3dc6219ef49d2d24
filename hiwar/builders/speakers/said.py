"""A statement as the memory of an article keeps it."""

from typing import NamedTuple

from hiwar.builders.speakers.entities import Entity, Read
from hiwar.builders.speakers.phrase import IMPLICIT, PERSON, UNNAMED
from hiwar.builders.steps import Mention, Statement

SOURCES = frozenset({"مصادر", "أوساط"})
LOOK_BACK = 40  # statements; nobody reads on further than that for a subject


class Said(NamedTuple):
    """A statement of the article with its sources."""

    cue: int
    start: int
    end: int
    entities: tuple[Entity, ...]
    nested: bool
    number: int  # of the statement
    doubtful: bool  # words of which none is known: perhaps no source at all
    medium: tuple[Entity, ...]  # who passes it on, by an attribution
    aside: bool  # an attribution makes the statement: بحسب فلان
    told: bool  # in words of its own, so that the verb's gender is the speaker's
    paper: str | None  # the gender of the document that speaks in the source's place

    @classmethod
    def of(
        cls, index: int, statement: Statement, reads: list[Read], outer: list[Read], paper: str | None
    ) -> "Said":
        """Return what the memory keeps of a statement with its sources and relays."""
        entities = _conveyed(statement, outer) or tuple(read.entity for read in reads)
        doubtful = all(read.rule == "description" for read in reads)
        nested = statement.through is not None
        medium = () if nested else tuple(read.entity for read in outer)
        aside = statement.rule.startswith("attribution")
        told = not outer and all(read.form != IMPLICIT for read in reads)
        return cls(
            statement.cue_start,
            statement.start,
            statement.end,
            entities,
            nested,
            index,
            doubtful,
            medium,
            aside,
            told,
            paper,
        )

    def floor(self) -> int:
        """Return the position behind which whoever acts may go on in its place: what a paper or a body only vouches for
        tells of others (زارت هدى والدتها، حسب التقارير)."""
        told = self.aside and self.entities[0].kind != PERSON
        return min(self.start, self.cue) if told else self.cue

    def fits(self, gender: str | None, number: str | None) -> bool:
        """Return whether a verb in this gender and number goes on with the source, or with the document in its place."""
        first = self.entities[0]
        if self.paper is not None and number in (None, "s") and self.paper == gender:
            return True  # أضاف بلاغ الوزارة … وأشار إلى
        return agrees(first, gender, number)


def alike(one: str, other: str) -> bool:
    """Return whether two nouns for unnamed sources are of one kind: المصدر, مصدر أمني; not الإعلام الرسمي, الإعلام التركي."""
    plain = min(len(one.split()), len(other.split())) == 1
    same = one.split()[:1] == other.split()[:1] and (plain or one == other)
    return same or (one, other) == ("مصدر", "مصادر")


def _conveyed(statement: Statement, outer: list[Read]) -> tuple[Entity, ...]:
    """Return whoever conveyed another's word in person, as he goes on himself: نقل المدير تأكيد الوزير أن …، وقال."""
    source = next((one for one in statement.mentions if one.role == "source"), None)
    behind = source is not None and source.start is not None and source.start > statement.cue_end
    people = tuple(read.entity for read in outer if read.entity.kind == PERSON)
    return people if behind and statement.through is None and statement.rule.startswith("noun") else ()


def agrees(entity: Entity, gender: str | None, number: str | None) -> bool:
    """Return whether a verb in this gender and number can have the entity as its subject."""
    if entity.gender and gender and entity.gender != gender:
        return False
    if number is None:
        return True
    return entity.number == ("p" if number == "p" else "s") if number != "d" else entity.number == "d"


def of_several(mention: Mention, said: Said) -> bool:
    """Return whether a plural goes back to others than the one person who spoke: قال المزارع …، مضيفين."""
    return mention.number == "p" and len(said.entities) == 1 and said.entities[0].kind == PERSON


def last_sources(said: list[Said]) -> Entity | None:
    """Return the unnamed sources that spoke last, of whom one goes on: قالت مصادر … وأضاف المصدر."""
    last = next((item for item in said[: -LOOK_BACK - 1 : -1] if not item.nested), None)
    spoke = last.entities if last is not None else ()
    return next((one for one in spoke if one.kind == UNNAMED and SOURCES & one.heads), None)
