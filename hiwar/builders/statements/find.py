"""Statements: what the text makes somebody say, with its cue, and the mentions of who says it."""

from collections.abc import Iterable
from typing import NamedTuple

from hiwar.builders.statements import (
    attributed,
    attributions,
    bystanders,
    contents,
    cutting,
    headlines,
    homographs,
    next_line,
    passing,
    relays,
    reports,
    story_links,
)
from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.beginnings import past_article
from hiwar.builders.statements.cues import Cue, candidates
from hiwar.builders.statements.cuts import Cuts
from hiwar.builders.statements.found import Found
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.together import joint
from hiwar.builders.steps import Mention, Passage, Statement
from hiwar.builders.text.lex import Lexed

_READABLE = frozenset({"body", "headline", "subhead"})
_JOINED = ("that", "quote", "colon", "preposition", "object", "target")
RULES = frozenset(
    {f"{kind}-{joined}" for kind in ("verb", "participle") for joined in _JOINED}
    | {"noun-that", "noun-quote", "noun-colon", "noun-preposition", "noun-object", "noun-target"}
    | {"light-verb", "attribution-before", "attribution-after", "headline-colon"}
)


class _Read(NamedTuple):
    """A passage with its cues, those that have content, its attributions, who only passes on, and where contents end."""

    found: list[Found]
    named: list[Attribution]
    passed: list[Attribution]
    cuts: Cuts


def find(lexed: Lexed, passages: list[Passage]) -> list[Statement]:
    """Return the statements of a text in the order of their cues; spans are positions in the folded view."""
    reading = Reading(lexed, [story_links.without(lexed, passage) for passage in passages])
    reads = {
        number: _read(reading, number) for number, passage in enumerate(passages) if passage.kind in _READABLE
    }
    statements: list[Statement] = []
    for number in reads:
        drafts = _in_passage(reading, number, reads)
        others = [*reads[number].named, *reads[number].passed]
        statements.extend(relays.find(reading, passages[number], drafts, others, statements))
    return statements


def _read(reading: Reading, number: int) -> _Read:
    cues = [cue for cue in candidates(reading, number) if not homographs.other_word(reading, cue)]
    found, passed = passing.split(reading, number, reports.find(reading, number, cues))
    found = bystanders.named(reading, found)
    by_start: dict[int, Cue] = {}
    for cue in cues:
        by_start.setdefault(cue.start, cue)
    reporting = {item.cue.start for item in found}
    named = attributions.find(reading, number, by_start, reporting)
    passed += passing.published(reading, number, named) + passing.carried(reading, number, reporting)
    named = sorted([*named, *passing.asides(reading, cues, reporting)], key=lambda item: item.start)
    cuts = cutting.find(reading, reading.passages[number], cues, found, named)
    return _Read(found, named, passed, cuts)


def _in_passage(reading: Reading, number: int, reads: dict[int, _Read]) -> list[Statement]:
    read = reads[number]
    drafts = [
        _statement(reading, number, item, reads[next_line.holding(reading, item.cue, item.begin.start)].cuts)
        for item in read.found
    ]
    drafts.extend(attributed.find(reading, number, read.named, read.found, read.cuts))
    drafts.extend(headlines.find(reading, number, drafts))
    return sorted(_one_a_cue(drafts), key=lambda draft: draft.cue_start)


def _one_a_cue(drafts: list[Statement]) -> Iterable[Statement]:
    """Return the first statement of each cue that has a content: what «بحسب قولهم إنهم …» reports follows its إن."""
    kept: dict[int, Statement] = {}
    for draft in drafts:
        if draft.end > draft.start:
            kept.setdefault(draft.cue_start, draft)
    return kept.values()


def _statement(reading: Reading, number: int, item: Found, cuts: Cuts) -> Statement:
    cue, begin = item.cue, item.begin
    end = contents.find(reading, cue, begin, cuts)
    mentions = _mentions(reading, item)
    trace = (*item.trace, f"ends at {end.reason}")
    return Statement(
        number, cue.start, cue.end, end.start, end.end, end.type, cue.act, mentions, item.rule, trace
    )


_BODIES = (
    "organization",
    "state",
    "head",
    "title",
)  # أعلنت الرياض والاتحاد الأوروبي: whatever the verb's gender


def _number(reading: Reading, part: Span, parts: list[Span], number: str | None) -> str | None:
    """Return the number of a part of a mention: a name among several is one person's (سالم وماجد قالا)."""
    return "s" if len(parts) > 1 and reading.lexed.hit_at("given", part[0]) is not None else number


def _mentions(reading: Reading, item: Found) -> tuple[Mention, ...]:
    form = item.cue.form
    if item.subject is None:
        sources = [Mention("source", None, None, form.gender, form.number, "implicit")]
    else:
        parts = joint(reading, item.subject)
        sources = [
            Mention(
                "source",
                *past_article(reading, part),
                None if place and reading.known(part[0], _BODIES) else form.gender,
                _number(reading, part, parts, form.number),
                "noun-phrase",
            )
            for place, part in enumerate(parts)
        ]
    if item.relay is not None:
        sources.append(Mention("relay", *item.relay, None, None, "transmitted"))
    return tuple(sources)
