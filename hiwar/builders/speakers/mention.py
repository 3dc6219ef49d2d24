"""A mention read in its article: the phrase, and the speaker whom it means there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hiwar.builders.speakers.compatriots import Compatriots
from hiwar.builders.speakers.documents import Documents
from hiwar.builders.speakers.duals import points_back, two_bodies
from hiwar.builders.speakers.entities import Entity, Read
from hiwar.builders.speakers.inside import known_inside, written_together
from hiwar.builders.speakers.issuers import Papers
from hiwar.builders.speakers.later import NAMELESS, named_later
from hiwar.builders.speakers.mentioned import LONGEST, mention_phrase
from hiwar.builders.speakers.ministries import MINISTRY, ministry_of
from hiwar.builders.speakers.others import Others
from hiwar.builders.speakers.phrase import (
    DOCUMENT,
    NAMED,
    ORGANIZATION,
    PERSON,
    STATE,
    TITLED,
    UNNAMED,
    Phrase,
)
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.said import last_sources
from hiwar.builders.speakers.shortened import part_of_body, shortened
from hiwar.builders.speakers.stocks import traded
from hiwar.builders.speakers.taking_up import may_hold, passes_on, picks_up, turned, unlike, without_name
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed

if TYPE_CHECKING:
    from hiwar.builders.speakers.memory import Memory


_HIGHNESS, _SOURCES = fold_word("سمو"), "مصادر"


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, words: Words, registry: Registry, documents: Documents) -> None:
        self.words = words
        self.registry = registry
        self.others = Others(words, registry)
        self.papers = Papers(words, registry, documents, self.others, self.meant)
        self._compatriots = Compatriots(words, registry)
        self.lead = 0  # the word after the headline and the first paragraph
        self._sources: list[Phrase] = []  # in the order of the text

    def learn(self, mentions: Iterable[Mention], lexed: Lexed) -> None:
        """Enter the full names that stand in the mentions themselves."""
        read = [(mention, phrase) for mention in mentions if (phrase := mention_phrase(self.words, mention))]
        phrases = [phrase for _, phrase in read]
        spoken = [phrase for mention, phrase in read if mention.role == "source"]
        self._sources = sorted(spoken, key=lambda one: one.first)
        named = [one for one in phrases if one.kind == PERSON and one.name]
        for phrase in sorted(named, key=lambda one: (-len(self.registry.terms(one)), one.first)):
            if (len(self.registry.terms(phrase)) > 1 or phrase.title) and not known_inside(
                self.registry, phrase
            ):
                self.registry.add_person(phrase)

    def read(self, mention: Mention, memory: "Memory", statement: Statement) -> list[Read]:
        """Return whom the mention means: two for «الباحثان», else one, or nobody."""
        if (share := self.others.share(mention)) is not None:
            return [Read(share, UNNAMED, "quantity")]
        phrase = mention_phrase(self.words, mention)
        if phrase is not None and (divine := self.others.divine(phrase)) is not None:
            return [Read(divine, NAMED, "name")]
        bodies = two_bodies(self.words, self.registry, phrase) if phrase is not None else []
        if bodies:
            return [Read(one, NAMED, "organization") for one in bodies]
        pair = self.registry.pair(phrase) if phrase is not None and points_back(phrase) else []
        if pair:
            return [Read(one, TITLED, "both") for one in pair]
        known = written_together(self.registry, mention) or (
            known_inside(self.registry, phrase, mention.gender) if phrase else None
        )
        if known:
            return [Read(known, NAMED, "part_of_a_name")]
        body = shortened(self.words, self.registry, phrase, mention) if phrase else None
        if body:
            return [Read(body, NAMED, "organization_by_a_word")]
        if phrase and phrase.gender is None and phrase.rule == "name":
            phrase = phrase._replace(gender=mention.gender)
        if phrase and phrase.rule == "name" and mention.number in ("d", "p"):
            phrase = phrase._replace(kind=UNNAMED, form=UNNAMED, rule="description", number=mention.number)
        return [] if phrase is None else [self.meant(phrase, memory)]

    def meant(self, phrase: Phrase, memory: "Memory | None") -> Read:
        """Return whom the phrase means in this article; `memory` holds what was said before it."""
        if phrase.rule == "last_mentioned":
            gender = "f" if self.words.feminine(phrase.after - 1) else "m"
            found = self.registry.latter(phrase.first, gender) or (memory.last_person() if memory else None)
            return Read(found or self.others.plain(phrase, PERSON), TITLED, phrase.rule)
        paper = self.words.known("document", phrase.first, phrase.after)
        if (
            paper
            and phrase.title
            and phrase.name is None
            and self.papers.documents.issuer(paper.entry.word, phrase.first)
        ):
            return self.papers.meant(phrase._replace(entry=paper.entry), memory)
        if phrase.kind == PERSON:
            return self._person(phrase, memory)
        if phrase.kind == ORGANIZATION:
            return self._organization(phrase, memory)
        if phrase.kind == STATE:
            return Read(self.others.state(phrase), NAMED, phrase.rule)
        if phrase.kind == DOCUMENT:
            return self.papers.meant(phrase, memory)
        return self._nobody(phrase, memory)

    def _person(self, phrase: Phrase, memory: "Memory | None") -> Read:
        registry = self.registry
        if phrase.rule == "honorific":
            return self._honoured(phrase, memory)
        if phrase.name is None:
            holder = self._named_later(phrase) or registry.holder(phrase, phrase.first)
            if holder and phrase.entry.word in NAMELESS and holder.positions[:1] > [phrase.first] and memory:
                holder = holder if memory.last_person(phrase.gender) is None else None  # وأضاف المسؤول الروسي
            unnamed = memory.last_unnamed(phrase) if memory and phrase.definite else None
            if unnamed and not (holder and holder.positions and holder.positions[0] < phrase.first):
                return Read(unnamed, UNNAMED, "unnamed_again")
            passed = (
                memory.last_nameless(phrase.gender)
                if memory and holder is None and without_name(phrase)
                else None
            )
            if passed:
                return Read(passed, UNNAMED, "unnamed_again")
            speaking = (
                memory.last_person(phrase.gender) if memory and picks_up(self.words, phrase, holder) else None
            )
            free = speaking and not turned(self.words, phrase.first)
            if holder is None and speaking and free and may_hold(registry, speaking, phrase):
                return Read(speaking, TITLED, "title_of_the_last")
            holder = holder or self._student(phrase)
            holder = holder or self._compatriots.meant(phrase)
            later = self._later(phrase) if memory and holder is None else None
            if later:
                return Read(later, TITLED, "named_later")
            return Read(
                holder or self.others.titled(phrase), TITLED, "title_held" if holder else "title_unheld"
            )
        terms = registry.terms(phrase)
        person = registry.find_person(terms, phrase.first, phrase.gender)
        if person is None and (compatriot := self._compatriots.meant(phrase)) is not None:
            return Read(compatriot, TITLED, "title_held")
        if person is None and len(terms) == 1:
            known = registry.known_organization(*phrase.name)
            if known:
                return Read(known, NAMED, "organization_by_a_word")
        rule = (
            phrase.rule if len(terms) > 1 or phrase.title else "name" if person is None else "part_of_a_name"
        )
        return Read(person or self.registry.add_person(phrase), NAMED, rule)

    def _later(self, phrase: Phrase) -> Entity | None:
        lead = phrase.first < self.lead
        return named_later(self.words, self.registry, phrase, self._sources, lead)

    def _student(self, phrase: Phrase) -> Entity | None:
        """Return who has a title whose field is told here as it is nowhere else: الباحث في أهمية الموضوع."""
        field = phrase.entry.definite and self.words.is_any(phrase.first + 1, "prepositions")
        alone = read_phrase(self.words, phrase.first, phrase.first + 1) if field else None
        holder = self.registry.holder(alone, phrase.first) if alone else None
        pointed = self.words.is_any(phrase.first + 2, "pointing")  # الناطق باسم هذه الهيئة
        voice = self.words.is_any(phrase.first + 1, "of_titles") and not pointed
        other = any(held.terms != held.own for held in holder.titles) if holder else False
        return None if voice and other else holder  # المتحدث باسم الوزارة is not المتحدث باسم الرئاسة

    def _honoured(self, phrase: Phrase, memory: "Memory | None") -> Read:
        """Return whom a form of address with a pronoun means: سموه، معاليه."""
        before = self.words.starts[phrase.first]
        acting = memory.actors(before, phrase.gender) if memory else []
        royal = self.words.word(phrase.first).startswith(_HIGHNESS)
        person = next((one for one in acting if one.styled and (one.royal or not royal)), None)
        person = person or self.registry.last_styled(phrase.first, phrase.gender, royal)
        person = person or next((one for one in acting if one.styled), None) or next(iter(acting), None)
        return Read(person or self.others.titled(phrase), TITLED, phrase.rule)

    def _named_later(self, phrase: Phrase) -> Entity | None:
        """Return the person whose name follows the mention as an apposition: وزير الدفاع العراقي، خالد سالم."""
        longer = read_phrase(
            self.words, phrase.first, min(phrase.first + LONGEST, len(self.words)), bounded=False
        )
        cut = (
            phrase.after == phrase.first + 1 and not phrase.entry.definite
        )  # the mention has lost its complement
        if longer and longer.kind == PERSON and longer.name and (cut or longer.name[0] <= phrase.after + 1):
            return self.registry.find_person(self.registry.terms(longer), phrase.first)
        return None

    def _organization(self, phrase: Phrase, memory: "Memory | None") -> Read:
        assert phrase.name is not None
        registry, head = self.registry, getattr(phrase.entry, "word", "")
        terms = phrase_terms(self.words, *phrase.name)
        if phrase.rule == "owned_organization":
            owner = memory.last_person() if memory else None
            return Read(self.others.owned(phrase, owner), TITLED, phrase.rule)
        share = traded(self.words, phrase, memory)
        if share:
            company = registry.known_organization(*share)
            company = company or self.others.shared(phrase._replace(name=share), ORGANIZATION)
            return Read(company, TITLED, "head_resolved")
        if phrase.rule == "head_alone":
            known = memory.last_organization(head) if memory else None
            if known is None and memory and head == MINISTRY:
                known = ministry_of(registry, memory.actors(self.words.starts[phrase.first], None))
            if known is None and not phrase.entry.weak:
                known = registry.fuller_organization(terms, head, phrase.first)
            if known:
                return Read(known, TITLED, "head_resolved")
        if memory and self._describes(phrase):
            known = memory.last_organization(head) or registry.organization_before(head, phrase.first)
            if known:
                return Read(known, TITLED, "head_resolved")
        if memory and self._national(phrase) and not phrase.entry.weak:
            known = memory.last_organization(head)
            if known and known.name.split()[0] == head:  # ذكرت مجلة الساحل … وأضافت المجلة الأميركية
                return Read(known, TITLED, "head_resolved")
        stranger = memory.last_stranger() if memory and self._kind_of_body(phrase, memory) else None
        if stranger:  # who was named only, as people are: كتبت «الساحل» … وأضافت الصحيفة
            stranger.kind = ORGANIZATION
            stranger.heads.add(head)
            return Read(stranger, TITLED, "head_resolved")
        known = (
            registry.fuller_organization(terms, head, phrase.first) if phrase.rule == "organization" else None
        )
        if phrase.rule == "organization":
            known = part_of_body(self.words, registry, phrase) or known
        if known is None:
            known = registry.add_organization(phrase)
        return Read(known, phrase.form, phrase.rule)

    def _kind_of_body(self, phrase: Phrase, memory: "Memory") -> bool:
        """Return whether a noun tells the kind of a body of which the article gives no name: الصحيفة، المجلة الأميركية."""
        alone = phrase.rule == "head_alone" or self._national(phrase)
        return alone and not phrase.entry.weak and memory.last_organization(phrase.entry.word) is None

    def _national(self, phrase: Phrase) -> bool:
        """Return whether a noun and the adjective of a nation are all that is told of a body: المجلة الأميركية."""
        two = phrase.rule == "organization" and phrase.name == (phrase.first, phrase.first + 2)
        return two and phrase.entry.definite and self.words.is_any(phrase.first + 1, "nation")

    def _describes(self, phrase: Phrase) -> bool:
        """Return whether a noun and an adjective only tell the kind of a body: المنظمة الدولية."""
        two = phrase.rule == "organization" and phrase.name == (phrase.first, phrase.first + 2)
        return two and phrase.entry.definite and self.words.is_any(phrase.first + 1, "describing")

    def _same_source(self, phrase: Phrase) -> bool:
        """Return whether a phrase takes up a source that was named: المصدر، نفس المصادر، but not المصادر alone."""
        word = getattr(phrase.entry, "word", "")
        again = any(self.words.is_any(number, "same_one") for number in (phrase.first - 1, phrase.after))
        return word == "مصدر" or (word == _SOURCES and again)

    def _nobody(self, phrase: Phrase, memory: "Memory | None") -> Read:
        if phrase.definite and memory:
            known = memory.last_unnamed(phrase)
            if known:
                return Read(known, UNNAMED, "unnamed_again")
            one = phrase.number == "s" and self._same_source(phrase)
            sources = last_sources(memory.said) if one else None
            if sources:
                return Read(sources, UNNAMED, "unnamed_again")
            last = memory.last_source() if self._same_source(phrase) else None
            if last and phrase.number == "s" and (phrase.entry.word != _SOURCES or passes_on(last)):
                return Read(last, TITLED, "source_again")
        if phrase.rule == "title_of_nobody" and phrase.number == "s":
            person = self._named_later(phrase)
            if person:
                return Read(person, NAMED, "title_and_name")
            holder = self.registry.exact_holder(phrase) or (
                self.registry.holder(phrase, phrase.first) if phrase.definite else None
            )
            described = phrase.entry.rank == "office" and phrase.after > phrase.first + 2
            if holder and (phrase.definite or described):  # رئيس بلدية عريعرة
                return Read(holder, TITLED, "title_held")
            sure = phrase.definite and self.words.definite(phrase.first + 1)  # not مسؤول رفيع المستوى
            speaking = memory.last_person(phrase.gender) if memory and sure else None
            if speaking and not unlike(self.words, speaking, phrase):
                return Read(speaking, TITLED, "title_of_the_last")
            later = self._later(phrase) if memory and not phrase.definite else None
            if later:
                return Read(later, TITLED, "named_later")
        entity = self.others.shared(phrase, UNNAMED)
        return Read(entity, UNNAMED, phrase.rule)
