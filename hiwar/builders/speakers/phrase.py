"""What a noun phrase that names or describes somebody is read as."""

from typing import Any, NamedTuple

from hiwar.builders.speakers.person import Titles

PERSON, ORGANIZATION, STATE, DOCUMENT, UNNAMED = "person", "organization", "state", "document", "unnamed"
NAMED, TITLED, IMPLICIT = "named", "titled", "implicit"


class Phrase(NamedTuple):
    """A noun phrase read; numbers are words."""

    kind: str
    form: str
    rule: str
    first: int
    after: int
    gender: str | None = None  # of the name or description as a subject; None where it does not tell
    number: str = "s"
    name: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    titles: Titles | None = None
    entry: Any = None  # of the head noun
    definite: bool = False
    issuer: int | None = None  # of a document: the word where its issuer begins
