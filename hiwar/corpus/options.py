"""What a user can say of the inputs."""

from typing import NamedTuple

LARGEST = 8_000_000  # bytes of one record; a longer one is no news article
LONGEST = 1_000_000  # characters of one text
RATIO = 200  # times that a compressed file may grow; Arabic text grows four- to tenfold
GROWN = 16_000_000  # bytes from which on the ratio is watched


class Columns(NamedTuple):
    """The columns of CSV files, and fields of JSON lines, that hold the text and what is known of it."""

    text: tuple[str, ...] = ("text", "content", "body", "article")
    title: tuple[str, ...] = ("title", "headline")
    date: tuple[str, ...] = ("date", "published", "published_on", "date_publish")
    outlet: tuple[str, ...] = ("outlet", "source", "publisher", "site_name")
    url: tuple[str, ...] = ("url", "link")


class Options(NamedTuple):
    """How inputs are read. `quality`: pages of crawls are extracted with care (trafilatura) instead of fast."""

    columns: Columns = Columns()
    quality: bool = False
