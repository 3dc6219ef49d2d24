"""Speakers without a name of their own in an article, and states: each is one, however often it is described."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.mentioned import counted
from hiwar.builders.speakers.phrase import ORGANIZATION, PERSON, STATE, UNNAMED, Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import nominative, phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention
from hiwar.builders.text.fold import fold_word

_GOD, _PROPHET = "الله", "النبي"
_BLESSINGS = frozenset(
    (fold_word(one), fold_word(other))
    for one, other in (("صلى", "الله"), ("عليه", "الصلاة"), ("عليه", "السلام"))
)
_EXALTATION = 3  # words of one


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

    def share(self, mention: Mention) -> Entity | None:
        """Return the share of people that a mention gives as a number with its percent: 60 في المائة من السكان."""
        if mention.start is None or mention.end is None or not counted(self.words, mention):
            return None
        text = " ".join(self.words.lexed.raw_text(mention.start, mention.end).split())
        entity = Entity(UNNAMED, (), text, None, "p", names=[text])
        return self._unnamed.setdefault(frozenset({text.encode()}), entity)

    def divine(self, phrase: Phrase) -> Entity | None:
        """Return God, where the phrase begins with one of the words for him: تعالى، الله عز وجل."""
        if self.words.word(phrase.first) not in function_words("divine") and not self._exalted(phrase.first):
            return None
        known = self._unnamed.setdefault(
            frozenset({_GOD.encode()}), Entity(PERSON, (), _GOD, "m", names=[_GOD])
        )
        known.names = list(dict.fromkeys([*known.names, self.plain(phrase, PERSON).name]))
        return known

    def _exalted(self, number: int) -> bool:
        """Return whether God is named by an exaltation alone that begins at the word: قال جل من قائل، عز وجل."""
        said = b" ".join(self.words.word(at) for at in range(number, number + _EXALTATION))
        return any(said.startswith(exalting) for exalting in function_words("divine", "exalting"))

    def blessed(self, number: int) -> Entity | None:
        """Return the Prophet, where a blessing that is his alone begins at the word, right behind its verb: قال صلى الله عليه وسلم."""
        if (self.words.word(number), self.words.word(number + 1)) not in _BLESSINGS:
            return None
        return self._unnamed.setdefault(
            frozenset({_PROPHET.encode()}), Entity(PERSON, (), _PROPHET, "m", names=[_PROPHET])
        )

    def owned(self, phrase: Phrase, owner: Entity | None) -> Entity:
        """Return the office that a pronoun gives to somebody: مكتبه الإعلامي."""
        entity = self.plain(phrase, ORGANIZATION)
        if owner is None or phrase.name is None:
            return entity
        rest = self.words.raw(phrase.name[0] + 1, phrase.name[1])
        name = f"ال{phrase.entry.word} {rest}" if rest else phrase.entry.word
        offices = [held for held in owner.titles if held.title.rank == "office"]
        held = min(offices, key=lambda held: held.first, default=None)
        whose = (
            self.words.raw(held.first, held.after, skip=self.words.glue(held.first, "title"))
            if held
            else owner.name
        )
        entity.name = f"{name} ل{whose}" if rest else f"{name} {whose}"
        entity.names = [entity.name, name, *entity.names]
        return entity

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
