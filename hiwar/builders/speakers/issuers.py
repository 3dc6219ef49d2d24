"""Whom a document means that is made to speak: its issuer where the text tells, else itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.documents import Documents
from hiwar.builders.speakers.entities import Entity, Read
from hiwar.builders.speakers.mentioned import LONGEST
from hiwar.builders.speakers.others import Others
from hiwar.builders.speakers.phrase import DOCUMENT, ORGANIZATION, PERSON, STATE, UNNAMED, Phrase
from hiwar.builders.speakers.producers import producer
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

if TYPE_CHECKING:
    from hiwar.builders.speakers.memory import Memory

_FROM = fold_word("من")
_Meant = Callable[[Phrase, "Memory | None"], Read]


class Papers:
    """Reads the documents among the mentions of one article; `somebody` reads who issued them."""

    def __init__(
        self, words: Words, registry: Registry, documents: Documents, others: Others, somebody: _Meant
    ) -> None:
        self.words = words
        self.registry = registry
        self.documents = documents
        self.others = others
        self._somebody = somebody

    def meant(self, phrase: Phrase, memory: "Memory | None") -> Read:
        if phrase.issuer is not None:
            inside = phrase.issuer < phrase.after
            limit = phrase.after if inside else min(phrase.issuer + LONGEST, len(self.words))
            entity = self._issuer(phrase.issuer, limit, memory, inside, phrase.entry.voice)
            if entity:
                return Read(entity, DOCUMENT, "document_of")
        entry, first = phrase.entry, phrase.first
        if (whole := self._issuer_of_whole(phrase, memory)) is not None:
            return Read(whole, DOCUMENT, "document_of_the_last")
        if not entry.definite and (issuing := producer(self.words, first)) is not None:
            return Read(self._somebody(issuing, memory).entity, DOCUMENT, "document_of")
        described = phrase.after > first + 1 and self.words.word(first + 1) not in function_words("issued")
        issuer = self.documents.issuer(entry.word, first)
        if entry.many and not (issuer and entry.definite and self._just_issued(phrase)):
            issuer = None
        taken_up = entry.definite and not described and not entry.many and not entry.rule
        later = issuer is not None and issuer[0] > first  # of which is told only further on: بيان الجيش
        entity = self._actor(phrase, memory) if taken_up and memory and later else None
        if entity is None and issuer and not (described and entry.definite):
            entity = self._issuer(*issuer, memory, bounded=False)
        if entity is None and taken_up and memory:
            entity = self._actor(phrase, memory)
            entity = entity or memory.last_issuer(self.words.starts[first], entry.personal)
        if entity:
            return Read(entity, DOCUMENT, "document_of_the_last")
        earlier = self._earlier(phrase) if entry.definite and not described else None
        return Read(self.others.shared(earlier or phrase, DOCUMENT), DOCUMENT, "document")

    def _just_issued(self, phrase: Phrase) -> bool:
        """Return whether such documents were told of with their issuer the last time before: وثائق نشرها موقع النهر … وأضافت الوثائق."""
        last = next(iter(self.documents.before(phrase.entry.word, phrase.first)), None)
        return last is not None and self.documents.issued_at(phrase.entry.word, last)

    def _actor(self, phrase: Phrase, memory: "Memory") -> Entity | None:
        """Return who spoke or acted before such a document was first told of: قال المجلس في بيان … وأضاف البيان."""
        return memory.actor(
            [self.words.starts[n] for n in self.documents.before(phrase.entry.word, phrase.first)]
        )

    def _earlier(self, phrase: Phrase) -> Phrase | None:
        """Return the document that a noun with the article takes up: نشر مقطع فيديو … وأظهر المقطع."""
        for place in self.documents.before(phrase.entry.word, phrase.first):
            read = read_phrase(self.words, place, min(place + LONGEST, phrase.first), bounded=False)
            if read is not None and read.kind == DOCUMENT and read.name is not None:
                first, after = read.name
                end = next((n for n in range(first + 1, after) if verb(self.words, n)), after)
                return read._replace(name=(first, end))
        return None

    def _issuer_of_whole(self, phrase: Phrase, memory: "Memory | None") -> Entity | None:
        """Return the issuer of the document with the article of which the phrase names a part: نص البيان, نتائج الدراسة."""
        behind = phrase.first + 1
        paper = self.words.known("document", behind) if phrase.entry.part and behind < phrase.after else None
        if paper is None or paper.glue or not paper.entry.definite or self.words.gap(behind):
            return None
        issuer = self.documents.issuer(paper.entry.word, behind)
        return self._issuer(*issuer, memory, bounded=False) if issuer else None

    def _issuer(
        self, first: int, after: int, memory: "Memory | None", bounded: bool = True, voice: bool = False
    ) -> Entity | None:
        """Return whose document it is; words that are not known are an organization."""
        issuer = read_phrase(self.words, first, after, bounded)
        if issuer is None:
            return None
        if voice:
            return self._somebody(issuer, memory).entity
        named = issuer.name and issuer.rule == "name" and not self.words.is_any(first, "given")
        stranger = named and self.registry.find_person(self.registry.terms(issuer), first) is None
        if stranger or issuer.rule == "description":
            return self.others.plain(issuer, ORGANIZATION)
        if issuer.kind == UNNAMED and not issuer.definite and self.words.word(first - 1) == _FROM:
            return self.others.shared(issuer, UNNAMED)  # بلاغ من مواطن
        told = issuer.kind in (PERSON, ORGANIZATION, STATE) or issuer.rule == "quantity"
        return self._somebody(issuer, memory).entity if told else None
