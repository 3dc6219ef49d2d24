"""Who has spoken so far in an article, and who a verb without a subject goes back to."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import takewhile

from hiwar.builders.speakers.entities import Entity, Read
from hiwar.builders.speakers.phrase import IMPLICIT, ORGANIZATION, PERSON, STATE, UNNAMED, Phrase
from hiwar.builders.speakers.said import LOOK_BACK, SOURCES, Said, agrees, alike, of_several
from hiwar.builders.speakers.subjects import Subject
from hiwar.builders.speakers.unknown import negation
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word

_STOP = re.compile(rb"[.?!\n:]")
_AND = fold_word("و")
_OPENING = 4  # words that a sentence may begin with before its verb


class Memory:
    """What was said before the place that the walk has reached."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.said: list[Said] = []
        self._by_number: dict[int, Said] = {}
        self.nearest: Callable[[int], Entity | None] = lambda position: (
            None
        )  # who is named first where the article begins
        self.before: Callable[[int, str | None], Entity | None] = lambda position, gender: (
            None
        )  # the person named last
        self.two: Callable[[int], list[Entity]] = (
            lambda position: []
        )  # the two people named last before a place
        self._subjects: list[tuple[int, Entity]] = []  # view position, in order
        self._speaking: set[int] = set()  # the positions of those of whom is told that they spoke

    def hear(self, found: list[Subject]) -> None:
        """Take note of the subjects of clauses that report nothing."""
        self._subjects = [(one.position, one.entity) for one in found]
        self._speaking = {one.position for one in found if one.speaks}

    def say(self, said: Said, gender: str | None) -> None:
        """Take note of a statement; a verb's gender tells that of its subject."""
        if said.entities:
            self.said.append(said)
            self._by_number[said.number] = said
            if len(said.entities) == 1 and said.entities[0].kind == PERSON and gender:
                known = said.entities[0].gender
                said.entities[0].gender = gender if said.told else known or gender  # قالت وكيل الوزارة هدى

    def recall(self, mention: Mention, statement: Statement) -> list[Read]:
        """Return whom a verb or participle without a subject goes back to."""
        cue = statement.cue_start
        if mention.role == "relay":
            outer = (
                self.numbered(statement.through)
                or self._enclosing(statement)
                or self._last(None, None, statement)
            )
            return [Read(one, IMPLICIT, "implicit_relay") for one in (outer.entities if outer else ())]
        continued = self.numbered(statement.continues)
        if continued is not None and not of_several(mention, continued):
            return [Read(one, IMPLICIT, "implicit_last_source") for one in continued.entities]
        last = self._same_sentence(statement) or self._last(mention.gender, mention.number, statement)
        if mention.number == "d" and (last is None or len(last.entities) < 2):
            both = [
                one for one in self.two(cue) if one.gender in (None, mention.gender) or mention.gender == "m"
            ]
            if len(both) == 2:
                return [Read(one, IMPLICIT, "implicit_both") for one in both]
        subject = self._subject(mention, cue, last)
        if subject is not None:
            return [Read(subject, IMPLICIT, "implicit_subject")]
        woman = self._woman(mention, cue, last)
        if woman is not None:
            return [Read(woman, IMPLICIT, "implicit_nearest")]
        if last is not None:
            return [Read(one, IMPLICIT, "implicit_last_source") for one in last.entities]
        subject = self._subject(mention, cue, None)
        if subject is not None:
            return [Read(subject, IMPLICIT, "implicit_subject")]
        person = self.before(cue, mention.gender) if mention.number in (None, "s") else None
        if person is not None:
            return [Read(person, IMPLICIT, "implicit_nearest")]
        fallback = self._last(None, None, statement) if self._begins_anew(cue) else None
        if fallback is not None:
            return [Read(one, IMPLICIT, "implicit_disagreeing") for one in fallback.entities]
        first = self.nearest(cue)
        return [Read(first, IMPLICIT, "implicit_nearest")] if first else []

    def _woman(self, mention: Mention, cue: int, last: Said | None) -> Entity | None:
        """Return the woman named in the passage since somebody spoke of whom no word tells a gender: على حد تعبيرها."""
        spoke = last.entities[0] if last is not None else None
        if spoke is None or spoke.kind != PERSON or spoke.gender or mention.gender != "f":
            return None
        woman = self.before(cue, "f")
        return woman if woman is not None and woman.gender == "f" else None

    def _begins_anew(self, cue: int) -> bool:
        """Return whether the cue begins its sentence, or is joined on to what stands before."""
        lexed = self.words.lexed
        word = lexed.word_at(cue)
        if word is None:
            return True
        if lexed.word_starts[word] < cue or self.words.is_any(word, "participle"):
            return True
        if lexed.word(word - 1)[:1] == _AND and negation(self.words, word - 1):
            return True  # ولم تستبعد
        first = max(word - _OPENING, 0)
        return bool(_STOP.search(lexed.shadow, lexed.word_starts[first] if first else 0, cue))

    def _subject(self, mention: Mention, cue: int, last: Said | None) -> Entity | None:
        """Return the subject of the last clause, if it stands after the last statement and agrees."""
        place = bisect_right(self._subjects, cue, key=lambda item: item[0]) - 1
        word = self.words.lexed.word_at(cue)
        goes_on = last is not None and word is not None and self.words.is_any(word, "continuations")
        floor = -1 if last is None else last.floor()
        for number in range(place, max(place - 8, -1), -1):
            position, entity = self._subjects[number]
            if position <= floor:
                break
            if goes_on and position not in self._speaking:
                continue  # وأضاف goes on with whoever spoke
            if agrees(entity, mention.gender, mention.number) and self._takes_over(entity, last):
                return entity
        return None

    def _takes_over(self, subject: Entity, last: Said | None) -> bool:
        """Return whether a subject that reported nothing may be meant although somebody spoke before."""
        spoke = last.entities[0].kind if last else None
        return spoke != PERSON or subject.kind == PERSON

    def _last(self, gender: str | None, number: str | None, statement: Statement) -> Said | None:
        """Return the last statement before this one whose source agrees."""
        inner = any(mention.role == "relay" for mention in statement.mentions)
        doubtful: Said | None = None
        for said in self.said[: -LOOK_BACK - 1 : -1]:
            if (
                said.nested
                and not inner
                and not _within(statement, said)
                and not said.start <= statement.cue_start <= said.end
            ):
                continue
            if number in ("p", "d") and len(said.entities) > 1:
                return said
            people = number == "p" and not inner and bool(SOURCES & said.entities[0].heads)
            if people or said.fits(gender, number):  # كشفت مصادر … وأشاروا
                if not said.doubtful:
                    return said
                doubtful = doubtful or said
        return doubtful

    def around(self, statement: Statement) -> tuple[Entity, ...]:
        """Return who says what the statement stands in."""
        said = self.numbered(statement.through)
        return said.entities if said else ()

    def numbered(self, index: int | None) -> Said | None:
        """Return what the memory keeps of the statement with this number."""
        return self._by_number.get(index) if index is not None else None

    def _same_sentence(self, statement: Statement) -> Said | None:
        """Return the statement that a participle chains on to: قالت …، مشيرا إلى is one speaker, whatever the ending."""
        word = self.words.lexed.word_at(statement.cue_start)
        if not self.said or word is None or not self.words.is_any(word, "participle"):
            return None
        last, stops = self.said[-1], self.words.lexed.stops
        stopped = bisect_right(stops, last.end) < bisect_right(stops, statement.cue_start)
        near = not stopped and not last.aside and not self._apart(last.cue, statement.cue_start)
        if of_several(statement.mentions[0], last):
            return None
        if not near or last.nested != (statement.through is not None):
            return None
        gender = statement.mentions[0].gender
        if agrees(last.entities[0], gender, None):
            return last
        man = last.entities[0].kind in (PERSON, UNNAMED) and last.entities[0].gender == "m"
        if man and gender == "f" and self.before(statement.cue_start, gender):
            return None  # دعا الزملاء لسلمى التي كتبت قائلة
        others = (said for said in self.said[-2 : -LOOK_BACK - 1 : -1] if said.nested == last.nested)
        inside = takewhile(
            lambda said: bisect_right(stops, said.cue) == bisect_right(stops, last.cue), others
        )
        return next((said for said in inside if agrees(said.entities[0], gender, None)), last)

    def _enclosing(self, statement: Statement) -> Said | None:
        for said in self.said[: -LOOK_BACK - 1 : -1]:
            if said.start <= statement.cue_start < said.end:
                return said
        return None

    def last_person(self, gender: str | None = None) -> Entity | None:
        """Return the person who spoke last; with a gender, the last of that gender."""
        return self._last_of(PERSON, gender=gender)

    def actors(self, position: int, gender: str | None) -> list[Entity]:
        """Return the people, of that gender if one is given, who spoke or acted before the view position, the last first."""
        spoke = [(said.cue, one) for said in self.said[: -LOOK_BACK - 1 : -1] for one in said.entities]
        place = bisect_right(self._subjects, position, key=lambda item: item[0])
        found = sorted(
            [*spoke, *self._subjects[max(place - LOOK_BACK, 0) : place]],
            key=lambda item: item[0],
            reverse=True,
        )
        return [
            one for _, one in found if one.kind == PERSON and (not gender or one.gender in (None, gender))
        ]

    def last_nameless(self, gender: str | None) -> Entity | None:
        """Return whoever spoke last, if that is one person of that gender without a name."""
        last = next((said.entities[0] for said in self.said[::-1] if not said.nested), None)
        one = last is not None and last.kind == UNNAMED and last.number == "s"
        return last if one and last is not None and last.gender == gender else None

    def last_source(self) -> Entity | None:
        """Return whoever passed on what was said last, else whoever said it."""
        last = next(
            (said for said in self.said[: -LOOK_BACK - 1 : -1] if said.medium or not said.nested), None
        )
        medium = last.medium[0] if last and last.medium else None
        return medium or self._last_of(PERSON, ORGANIZATION, STATE, UNNAMED)

    def _last_of(self, *kinds: str, gender: str | None = None) -> Entity | None:
        recent = self.said[: -LOOK_BACK - 1 : -1]
        for said in (*(one for one in recent if not one.nested), *recent):
            for entity in said.entities:
                if entity.kind in kinds and (gender is None or entity.gender in (None, gender)):
                    return entity
        return None

    def actor(self, places: list[int]) -> Entity | None:
        """Return who spoke or acted last before the first of these places that has somebody before it in its passage."""
        for place in places:
            found: list[tuple[int, Entity]] = []
            spoke = bisect_right(self.said, place, key=lambda said: said.cue)
            if spoke:
                found.append((self.said[spoke - 1].cue, self.said[spoke - 1].entities[0]))
            acted = bisect_right(self._subjects, place, key=lambda item: item[0])
            if acted and self._subjects[acted - 1][1].kind != UNNAMED:
                found.append(self._subjects[acted - 1])
            near = [item for item in found if not self._apart(item[0], place)]
            if near:
                return max(near, key=lambda item: item[0])[1]
        return None

    def _apart(self, start: int, end: int) -> bool:
        return b"\n" in self.words.lexed.shadow[start:end]

    def last_issuer(self, position: int, personal: bool) -> Entity | None:
        """Return whose document is spoken of: of the organization that spoke or acted last; a letter also a person's."""
        place = bisect_right(self._subjects, position, key=lambda item: item[0])
        acted = [one for _, one in self._subjects[max(place - 8, 0) : place] if one.kind == ORGANIZATION]
        kinds = (ORGANIZATION, STATE, PERSON) if personal else (ORGANIZATION, STATE)
        spoke = self._last_of(*kinds)
        return spoke or (acted[-1] if acted else None) or self._last_of(PERSON)

    def last_stranger(self) -> Entity | None:
        """Return whoever spoke last, if it is a name alone that may be a body's: without title and given name."""
        last = next((said.entities[0] for said in self.said[::-1] if not said.nested), None)
        if last is None or last.kind != PERSON or last.titles or last.styled:
            return None
        given = any(self.words.bare("given", number) for number in last.positions)
        return None if given or not last.positions else last

    def last_organization(self, head: str) -> Entity | None:
        """Return the organization with this head noun that spoke last, one that was only cited (وفقا للفرنسية) after the others."""
        recent = self.said[: -LOOK_BACK - 1 : -1]
        for said in (*(one for one in recent if not one.aside), *recent):
            for entity in said.entities:
                if entity.kind == ORGANIZATION and head in entity.heads:
                    return entity
        return None

    def spoke_since(self, position: int, head: str) -> bool:
        """Return whether an organization with this head noun has spoken behind the view position."""
        recent = (said for said in self.said[: -LOOK_BACK - 1 : -1] if said.cue > position)
        return any(head in entity.heads for said in recent for entity in said.entities)

    def last_unnamed(self, phrase: Phrase) -> Entity | None:
        """Return the unnamed source that a definite noun picks up."""
        head = getattr(phrase.entry, "word", "")
        if not head:
            return None
        for said in self.said[: -LOOK_BACK - 1 : -1]:
            for entity in said.entities:
                same = entity.kind == UNNAMED and entity.number == phrase.number
                if same and any(alike(head, other) for other in entity.heads):
                    return entity
        return None


def _within(statement: Statement, said: Said) -> bool:
    return said.start <= statement.cue_start and statement.end <= said.end
