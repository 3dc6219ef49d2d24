"""Speakers without a name of their own in an article, and states: each is one, however often it is described."""

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import PERSON, STATE, Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import nominative, phrase_terms
from hiwar.builders.speakers.words import Words


class Others:
    """The speakers of an article who are not in its registry."""

    def __init__(self, words: Words, registry: Registry) -> None:
        self.words = words
        self.registry = registry
        self._states: dict[str, Entity] = {}
        self._unnamed: dict[frozenset[bytes], Entity] = {}

    def titled(self, phrase: Phrase) -> Entity:
        """Return whoever holds a title that the article gives nobody."""
        assert phrase.title is not None
        entity = self.plain(phrase, PERSON, phrase.title)
        return self._unnamed.setdefault(phrase_terms(self.words, *phrase.title), entity)

    def plain(self, phrase: Phrase, kind: str, span: tuple[int, int] | None = None) -> Entity:
        """Return a speaker with the words of the phrase, or of the span, for a name."""
        first, after = span or phrase.name or (phrase.first, phrase.after)
        text = self.words.raw(first, after, skip=self.registry.clitic(first))
        return Entity(kind, (), text, phrase.gender, phrase.number, names=[text], positions=[first])

    def state(self, phrase: Phrase) -> Entity:
        """Return the state that the phrase names."""
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

    def shared(self, phrase: Phrase, kind: str) -> Entity:
        """Return the nameless one whose description is the same in this article."""
        span = phrase.name or (phrase.first, phrase.after)
        entity = self.plain(phrase, kind)
        if self.words.is_any(span[0], "title", "unnamed", "head", "document"):
            entity.name = nominative(entity.name)
            entity.names = [entity.name]
        entity.heads.add(getattr(phrase.entry, "word", ""))
        known = self._unnamed.setdefault(phrase_terms(self.words, *span), entity)
        if not phrase.definite and self.words.definite(known.positions[0]):
            known.name = entity.name  # not «المسؤول» where «مسؤول» stands
            known.names = list(dict.fromkeys([entity.name, *known.names]))
            known.kind = kind
            known.heads |= entity.heads
        return known
