"""Mentions of one text resolved to speakers."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.checked import ANOTHER, NOBODY, checked
from hiwar.builders.speakers.documents import Documents
from hiwar.builders.speakers.entities import Entity, Read
from hiwar.builders.speakers.inner import inner_subject
from hiwar.builders.speakers.keys import key_of
from hiwar.builders.speakers.memory import Memory
from hiwar.builders.speakers.mention import Reader
from hiwar.builders.speakers.mentioned import mention_phrase
from hiwar.builders.speakers.phrase import DOCUMENT, IMPLICIT, TITLED
from hiwar.builders.speakers.roles import offices
from hiwar.builders.speakers.said import Said
from hiwar.builders.speakers.scanning import scan
from hiwar.builders.speakers.subjects import subjects
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Article, Attribution, Mention, Passage, Role, Speaker, Statement
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import Lexed


class Resolved(NamedTuple):
    """What one text tells of its speakers."""

    speakers: list[Speaker]
    attributions: list[Attribution]
    roles: list[Role]


def resolve(
    lexed: Lexed, passages: Sequence[Passage], articles: Sequence[Article], statements: Sequence[Statement]
) -> Resolved:
    """Return the speakers of one text, who stands behind each statement, and the offices that the articles give.

    Attributions are in the order of the statements, sources before relays; a statement whose source the text does not
    tell has none.
    """
    words = Words(lexed)
    by_article: dict[int | None, list[int]] = {}
    for index, statement in enumerate(statements):
        article = passages[statement.passage].article if 0 <= statement.passage < len(passages) else None
        by_article.setdefault(article, []).append(index)
    speakers: dict[str, Speaker] = {}
    attributions: list[Attribution] = []
    roles: list[Role] = []
    for position, indexes in sorted(by_article.items(), key=lambda item: item[0] or 0):
        read = [one for one in passages if one.kind in _READ and one.rule not in _SIGNED]
        spans = [_words_of(lexed, one) for one in read if one.article == position]
        contents = sorted(lexed.word_from(statements[index].start) for index in indexes)
        walk = _Walk(words, spans, contents)
        spoke: dict[str, Entity] = {}
        for attribution, entity in walk.run([(index, statements[index]) for index in indexes]):
            speaker = _speaker(entity, position)
            attributions.append(attribution._replace(speaker=speaker.key))
            speakers[speaker.key] = _joined(speakers.get(speaker.key), speaker)
            spoke.setdefault(speaker.key, entity)
        if position is not None:
            roles.extend(offices(words, position, spoke))
    attributions.sort(key=lambda one: (one.statement, one.role != "source", one.start or 0))
    return Resolved(list(speakers.values()), attributions, roles)


def _scripture(entity: Entity) -> bool:
    return any(word in function_words("divine") for word in fold_word(entity.name).split()[:1])


_MEANWHILE = fold_words(("فيما", "كما", "بينما"))  # فيما أكد
_LEAD = 2  # passages: the headline and what an article begins with
_SIGNED = ("byline", "signature")  # who wrote the article says nothing in it
_READ = ("headline", "subhead", "body", "meta")


def _words_of(lexed: Lexed, passage: Passage) -> tuple[int, int]:
    return lexed.word_from(passage.start), lexed.word_from(passage.end)


def _speaker(entity: Entity, article: int | None) -> Speaker:
    key, scoped = key_of(entity, article)
    return Speaker(
        key, entity.kind, entity.name, tuple(entity.names or [entity.name]), article if scoped else None
    )


def _joined(known: Speaker | None, new: Speaker) -> Speaker:
    if known is None:
        return new
    return known._replace(names=tuple(dict.fromkeys([*known.names, *new.names])))


class _Found(NamedTuple):
    attribution: Attribution
    entity: Entity


class _Walk:
    """The statements of one article in the order of the text."""

    def __init__(self, words: Words, spans: list[tuple[int, int]], contents: list[int]) -> None:
        self.words = words
        self.registry = scan(words, spans, contents)
        self.reader = Reader(words, self.registry, Documents(words, spans))
        self.reader.lead = max((after for _, after in spans[:_LEAD]), default=0)
        self.spans = spans
        self.memory = Memory(words)
        self.memory.nearest = self._nearest
        self.memory.before = self._before
        self.memory.two = lambda position: self.registry.last_two(words.lexed.word_from(position))

    def run(self, statements: list[tuple[int, Statement]]) -> list[_Found]:
        """Return the attributions of the statements."""
        mentions = [checked(self.registry, m, s) for _, s in statements for m in s.mentions]
        explicit = [mention for mention in mentions if mention.start is not None]
        self.reader.learn(explicit, self.words.lexed)
        spoken = [(s.start, s.end) for _, s in statements if not s.rule.startswith("attribution")]
        spoken += [(m.start, m.end) for m in explicit if m.start is not None and m.end is not None]
        self.memory.hear(subjects(self.words, self.spans, self.reader, spoken))
        found: list[_Found] = []
        for index, statement in sorted(statements, key=lambda item: item[1].cue_start):
            found.extend(self._statement(index, statement))
        return found

    def _nearest(self, position: int) -> Entity | None:
        """Return whom the article names first, for its headline; whom its first paragraph does, for what goes on there."""
        word = self.words.lexed.word_from(position)
        headline = self.spans[0][1] if self.spans else 0
        goes_on = word < self.reader.lead and self.words.word(word - 1) in _MEANWHILE
        if word >= headline and not goes_on:
            return None
        start = max((first for first, _ in self.spans[:_LEAD] if first <= word), default=0)
        return self.registry.first_named(start)

    def _before(self, position: int, gender: str | None) -> Entity | None:
        """Return the person of that gender whom the passage names last before the view position."""
        word = self.words.lexed.word_from(position)
        start = max((first for first, _ in self.spans if first <= word), default=0)
        return self.registry.last_person(start, word, gender)

    def _statement(self, index: int, statement: Statement) -> Iterable[_Found]:
        sources: list[Read] = []
        outer: list[Read] = []
        for given in statement.mentions:
            mention = checked(self.registry, given, statement)
            blessed = self._blessed(mention, statement)
            mention = mention._replace(start=None, end=None) if blessed else mention
            reads = [blessed] if blessed else self._mention(mention, statement)
            if not reads and mention.rule == ANOTHER:
                mention, reads = given, self._mention(given, statement)
            if mention.role == "relay":  # nobody passes on what he says himself
                reads = [one for one in reads if all(one.entity is not known.entity for known in sources)]
            (sources if mention.role == "source" else outer).extend(reads)
            for read in reads:
                yield _Found(
                    Attribution(index, "", mention.role, read.form, mention.start, mention.end, read.rule),
                    read.entity,
                )
        if not statement.mentions or any(_scripture(read.entity) for read in sources):
            return  # after a verse its speaker does not go on
        gender = next((m.gender for m in statement.mentions if m.role == "source"), None)
        self.memory.say(Said.of(index, statement, sources, outer, self._paper(statement)), gender)

    def _paper(self, statement: Statement) -> str | None:
        """Return the gender of the document that speaks in the place of a statement's source."""
        source = next((one for one in statement.mentions if one.role == "source"), None)
        phrase = mention_phrase(self.words, source) if source else None
        return phrase.gender if phrase is not None and phrase.kind == DOCUMENT else None

    def _blessed(self, mention: Mention, statement: Statement) -> Read | None:
        """Return the Prophet, where his blessing is all that stands for a subject: قال عليه السلام."""
        behind = self.words.lexed.word_from(statement.cue_end)
        named = mention.start is not None and self.words.lexed.word_from(mention.start) > behind + 1
        if mention.role != "source" or named:
            return None
        entity = self.reader.others.blessed(behind)
        return Read(entity, IMPLICIT, "implicit_blessed") if entity else None

    def _inner(self, mention: Mention, statement: Statement) -> Read | None:
        said = self.memory.numbered(statement.through)
        entity = inner_subject(self.words, self.reader, said, statement, mention) if said else None
        return Read(entity, IMPLICIT, "implicit_subject") if entity else None

    def _mention(self, mention: Mention, statement: Statement) -> list[Read]:
        if mention.rule == NOBODY:
            return []
        if mention.start is None or mention.end is None:
            inner = self._inner(mention, statement) if mention.role == "source" else None
            return self.memory.recall(mention, statement) if inner is None else [inner]
        reads = self.reader.read(mention, self.memory, statement)
        outer = self.memory.around(statement)
        if mention.role == "source" and any(read.rule == "title_of_the_last" for read in reads):
            phrase = mention_phrase(self.words, mention)
            if phrase is not None and phrase.title and any(read.entity in outer for read in reads):
                return [Read(self.reader.others.titled(phrase), TITLED, "title_unheld")]  # whom he quotes
        return reads
