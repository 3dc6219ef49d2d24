"""What the readers hand on: records with the place where they stood, and rejects with the reason."""

import hashlib
from typing import NamedTuple


class Place(NamedTuple):
    """Where a record stands: a file, a member of it (of an archive), a record in it (from 1)."""

    path: str
    member: str | None = None
    record: int | None = None

    @property
    def name(self) -> str:
        """The name that the record's text gets: path, `/` member, `~` number; all URL-safe beside the path itself."""
        member = f"/{self.member}" if self.member else ""
        return f"{self.path}{member}" + (f"~{self.record}" if self.record else "")


class Meta(NamedTuple):
    """What stands beside a text: metadata of the page, the record or the crawl."""

    url: str | None = None
    fetched_at: str | None = None
    title: str | None = None
    date: str | None = None
    outlet: str | None = None


class Record(NamedTuple):
    """One text, or one page that a text is to be extracted from, as bytes."""

    place: Place
    content: bytes
    sha256: str  # of the bytes as they stood: the file, the member, the line, the row, the page
    kind: str  # text, page (HTML to be extracted with care), crawled (fast)
    encoding: str | None = None  # as declared beside it; None: to be found out
    meta: Meta = Meta()


class Reject(NamedTuple):
    """An input that becomes no article, and why; `records` of one file with one reason may be counted together."""

    place: Place
    reason: str
    records: int = 1


def digest(content: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
