"""The annotation of one text, gold or built: what both are read into. Offsets are raw code points."""

from typing import NamedTuple


class EvaluationError(ValueError):
    """Input that cannot be scored: what is wrong, where, and what to do."""


class Passage(NamedTuple):
    """A line and its kind."""

    start: int
    end: int
    kind: str


class Source(NamedTuple):
    """A source or relay of a statement."""

    names: tuple[str, ...]  # the speaker's name first, then other spellings known of it
    kind: str
    form: str
    start: int | None  # of the mention; None: implicit
    end: int | None


class Statement(NamedTuple):
    """Reported content with its cue and who stands behind it."""

    start: int
    end: int
    type: str
    act: str
    cue_start: int
    cue_end: int
    sources: tuple[Source, ...]
    relays: tuple[Source, ...]


class Figure(NamedTuple):
    """A quantity."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    unit: str
    counted: str | None


class Article(NamedTuple):
    """What the file says of an article."""

    headline: str | None
    outlet: str | None
    published_on: str | None
    published_basis: str


class Text(NamedTuple):
    """One raw file's annotation."""

    file: str
    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]


Texts = dict[str, Text]  # by the raw file's stem


def nothing(file: str) -> Text:
    """Return the annotation of a text of which nothing was built."""
    return Text(file, (), (), (), ())
