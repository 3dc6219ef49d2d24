"""What the steps of the builder hand on to one another. Positions are offsets into the folded view of the text."""

from datetime import date
from typing import Any, NamedTuple


class Passage(NamedTuple):
    """A non-blank line, trimmed."""

    kind: str  # headline, subhead, meta, body, repeat, furniture
    start: int
    end: int
    article: int | None  # position of its article in the file, from 1; None for furniture between articles
    repeats: int | None  # index of the earlier passage whose text it repeats
    rule: str


class Article(NamedTuple):
    """One article of a file, with what the file itself says of it."""

    position: int  # from 1
    headline: str | None
    outlet: str | None
    item_number: str | None
    published_on: date | None
    published_basis: str  # stated, inferred, unknown
    published_note: str | None


class Mention(NamedTuple):
    """A source or relay as the sentence gives it."""

    role: str  # source, relay
    start: int | None  # None: implicit
    end: int | None
    gender: str | None  # m, f: of the verb or participle, where that is all there is
    number: str | None  # s, d, p
    rule: str


class Statement(NamedTuple):
    """Reported content with its cue and the mentions of who stands behind it."""

    passage: int  # index of its passage
    cue_start: int
    cue_end: int
    start: int
    end: int
    type: str  # direct, indirect, mixed
    act: str
    mentions: tuple[Mention, ...]  # sources first
    rule: str
    trace: tuple[str, ...]  # what fired, on what, why the span ends where it does: for `hiwar explain`
    continues: int | None = (
        None  # index of the statement whose source an implicit source is, where syntax tells
    )
    through: int | None = None  # index of the statement in whose content this one stands


class Speaker(NamedTuple):
    """Somebody who says things, within one build."""

    key: str  # folded full name, stable whatever the order of files
    kind: str  # person, organization, state, document, unnamed
    name: str
    names: tuple[str, ...]  # every spelling that occurred
    article: int | None = None  # for an unnamed one, the position of its article in the file


class Role(NamedTuple):
    """An office as an article gives it, where it stands first."""

    article: int  # position in the file
    speaker: str  # key
    start: int
    end: int
    organization: str | None  # key, where that is a speaker too


class Attribution(NamedTuple):
    """A statement's source or relay, resolved."""

    statement: int  # index
    speaker: str  # key
    role: str
    form: str  # named, titled, document, implicit, unnamed
    start: int | None  # of the mention
    end: int | None
    rule: str


class Figure(NamedTuple):
    """A quantity."""

    passage: int  # index of its passage
    start: int
    end: int
    number_start: int
    number_end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    counted: tuple[int, int] | None
    rule: str
    trace: tuple[str, ...] = ()


class DateFound(NamedTuple):
    """A date or time expression in the text."""

    start: int
    end: int
    value: date | None  # None: not a full date
    rule: str
    detail: dict[str, Any]
