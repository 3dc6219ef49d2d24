"""A mention read in its article: the phrase, and the speaker whom it means there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from hiwar.builders.lex import Lexed
from hiwar.builders.speakers.phrase import (
    DOCUMENT,
    NAMED,
    ORGANIZATION,
    PERSON,
    STATE,
    TITLED,
    UNNAMED,
    Phrase,
    read_phrase,
)
from hiwar.builders.speakers.registry import Entity, Registry
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement

if TYPE_CHECKING:
    from hiwar.builders.speakers.memory import Memory


class Read(NamedTuple):
    """Whom a mention means, in what form, and by which rule."""

    entity: Entity
    form: str
    rule: str


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, words: Words, registry: Registry) -> None:
        self.words = words
        self.registry = registry
        self._states: dict[str, Entity] = {}
        self._issued: dict[str, Entity] = {}  # by document noun, who issued the last one
        self._unnamed: dict[frozenset[bytes], Entity] = {}

    def learn(self, mentions: Iterable[Mention], lexed: Lexed) -> None:
        """Enter the full names that stand in the mentions themselves."""
        phrases = [phrase for mention in mentions if (phrase := self.phrase(mention))]
        named = [one for one in phrases if one.kind == PERSON and one.name]
        for phrase in sorted(named, key=lambda one: (-len(self.registry.terms(one)), one.first)):
            if len(self.registry.terms(phrase)) > 1 or phrase.title:
                self.registry.add_person(phrase)

    def phrase(self, mention: Mention) -> Phrase | None:
        """Return the mention as a phrase."""
        if mention.start is None or mention.end is None:
            return None
        words = self.words
        inside = words.lexed.word_at(mention.start)
        first = inside if inside is not None else words.lexed.word_from(mention.start)
        return read_phrase(words, first, words.lexed.word_from(mention.end))

    def read(self, mention: Mention, memory: "Memory", statement: Statement) -> Read | None:
        """Return whom the mention means."""
        phrase = self.phrase(mention)
        return None if phrase is None else self.meant(phrase, memory)

    def meant(self, phrase: Phrase, memory: "Memory | None") -> Read:
        """Return whom the phrase means in this article; `memory` holds what was said before it."""
        if phrase.rule == "last_mentioned":
            found = memory.last_person(phrase.first) if memory else None
            return Read(found or self._plain(phrase, PERSON), TITLED, phrase.rule)
        if phrase.kind == PERSON:
            return self._person(phrase, memory)
        if phrase.kind == ORGANIZATION:
            return self._organization(phrase, memory)
        if phrase.kind == STATE:
            return Read(self._state(phrase), NAMED, phrase.rule)
        if phrase.kind == DOCUMENT:
            return self._document(phrase, memory)
        return self._nobody(phrase, memory)

    def _person(self, phrase: Phrase, memory: "Memory | None") -> Read:
        registry = self.registry
        if phrase.name is None:
            holder = self._named_later(phrase) or registry.holder(phrase, phrase.first)
            letter = self.words.known("document", phrase.first, phrase.after)
            if letter and letter.entry.word in self._issued:
                return self._document(phrase._replace(entry=letter.entry), memory)
            unnamed = memory.last_unnamed(phrase) if memory and phrase.definite else None
            if unnamed and not (holder and holder.positions and holder.positions[0] < phrase.first):
                return Read(unnamed, UNNAMED, "unnamed_again")
            return Read(holder or self._titled(phrase), TITLED, "title_held" if holder else "title_unheld")
        terms = registry.terms(phrase)
        person = registry.find_person(terms, phrase.first, phrase.gender)
        if person is None and len(terms) == 1:
            known = registry.known_organization(*phrase.name)
            if known:
                return Read(known, NAMED, "organization_by_a_word")
        rule = (
            phrase.rule if len(terms) > 1 or phrase.title else "name" if person is None else "part_of_a_name"
        )
        return Read(person or self.registry.add_person(phrase), NAMED, rule)

    def _named_later(self, phrase: Phrase) -> Entity | None:
        """Return the person whose name follows the mention as an apposition: وزير الدفاع العراقي، خالد سالم."""
        longer = read_phrase(self.words, phrase.first, min(phrase.first + 40, len(self.words)), bounded=False)
        if longer and longer.kind == PERSON and longer.name and longer.name[0] <= phrase.after + 1:
            return self.registry.find_person(self.registry.terms(longer), phrase.first)
        return None

    def _titled(self, phrase: Phrase) -> Entity:
        assert phrase.title is not None
        entity = self._plain(phrase, PERSON, phrase.title)
        return self._unnamed.setdefault(phrase_terms(self.words, *phrase.title), entity)

    def _plain(self, phrase: Phrase, kind: str, span: tuple[int, int] | None = None) -> Entity:
        first, after = span or phrase.name or (phrase.first, phrase.after)
        text = self.words.raw(first, after, skip=self.registry.clitic(first))
        return Entity(kind, (), text, phrase.gender, phrase.number, names=[text], positions=[first])

    def _organization(self, phrase: Phrase, memory: "Memory | None") -> Read:
        assert phrase.name is not None
        registry, head = self.registry, getattr(phrase.entry, "word", "")
        terms = phrase_terms(self.words, *phrase.name)
        if phrase.rule == "owned_organization":
            return Read(self._owned(phrase, memory), TITLED, phrase.rule)
        if phrase.rule == "head_alone":
            known = memory.last_organization(head) if memory else None
            if known is None and not phrase.entry.weak:
                known = registry.fuller_organization(terms, head, phrase.first)
            if known:
                return Read(known, TITLED, "head_resolved")
        known = (
            registry.fuller_organization(terms, head, phrase.first) if phrase.rule == "organization" else None
        )
        if known is None:
            known = registry.add_organization(phrase)
        return Read(known, phrase.form, phrase.rule)

    def _owned(self, phrase: Phrase, memory: "Memory | None") -> Entity:
        owner = memory.last_person(phrase.first) if memory else None
        entity = self._plain(phrase, ORGANIZATION)
        if owner is None or phrase.name is None:
            return entity
        rest = self.words.raw(phrase.name[0] + 1, phrase.name[1])
        whose = owner.name
        name = " ".join(
            part for part in ("ال" + phrase.entry.word if rest else phrase.entry.word, rest) if part
        )
        entity.name = f"{name} ل{whose}" if rest else f"{name} {whose}"
        return entity

    def _state(self, phrase: Phrase) -> Entity:
        state = phrase.entry
        known = self._states.setdefault(
            state.code, Entity(STATE, (state.code.encode(),), state.name, state.gender, names=[state.name])
        )
        text = self.words.raw(
            *(phrase.name or (phrase.first, phrase.after)), skip=self.registry.clitic(phrase.first)
        )
        if text not in known.names:
            known.names.append(text)
        known.positions.append(phrase.first)
        return known

    def _document(self, phrase: Phrase, memory: "Memory | None") -> Read:
        if phrase.issuer is not None:
            issuer = read_phrase(self.words, phrase.issuer, phrase.after)
            entity = self._issuer(issuer, memory) if issuer else None
            if entity:
                self._issued[phrase.entry.word] = entity
                return Read(entity, DOCUMENT, "document_of")
        alone = phrase.after == phrase.first + 1
        if phrase.entry.definite and alone and not phrase.entry.many and memory:
            before = self._issued.get(phrase.entry.word) or memory.last_issuer(
                self.words.starts[phrase.first]
            )
            if before:
                return Read(before, DOCUMENT, "document_of_the_last")
        return Read(self._shared(phrase, DOCUMENT), DOCUMENT, "document")

    def _issuer(self, issuer: Phrase, memory: "Memory | None") -> Entity | None:
        unknown = issuer.rule == "name" and not self.words.is_any(issuer.first, "given")
        if (
            unknown
            and issuer.name
            and self.registry.find_person(self.registry.terms(issuer), issuer.first) is None
        ):
            return self._plain(issuer, ORGANIZATION)
        if issuer.kind in (PERSON, ORGANIZATION, STATE):
            return self.meant(issuer, memory).entity
        return self._plain(issuer, ORGANIZATION) if issuer.rule == "description" else None

    def _nobody(self, phrase: Phrase, memory: "Memory | None") -> Read:
        if phrase.definite and memory:
            known = memory.last_unnamed(phrase)
            if known:
                return Read(known, UNNAMED, "unnamed_again")
        entity = self._shared(phrase, UNNAMED)
        return Read(entity, UNNAMED, phrase.rule)

    def _shared(self, phrase: Phrase, kind: str) -> Entity:
        """Return the nameless one whose description is the same in this article."""
        span = phrase.name or (phrase.first, phrase.after)
        entity = self._plain(phrase, kind)
        entity.heads.add(getattr(phrase.entry, "word", ""))
        return self._unnamed.setdefault(phrase_terms(self.words, *span), entity)
