"""A chunk of records → rows of every table, of the places and of the rejects. A pure function."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from hiwar.builders import ids
from hiwar.builders.rows import text_rows
from hiwar.builders.text.read import RawText
from hiwar.corpus.order import order_key
from hiwar.corpus.record import Meta, Record, Reject
from hiwar.corpus.texts import Stored, text_of
from hiwar.schema import TABLES

Row = dict[str, Any]


class Made(NamedTuple):
    """What a chunk gives. `texts` holds the rows by table for each text, in the published order."""

    texts: list[tuple[RawText, dict[str, list[Row]]]]
    origins: list[Row]  # with `text`, the digest of the stored text, in place of raw_file
    rejects: list[Row]


def rows_of(items: Iterable[Record | Reject]) -> Made:
    """Return the rows of a chunk; a text that stands in it twice is built once, under its first name. Never raises."""
    made = Made([], [], [])
    built: set[str] = set()
    for item in sorted(items, key=lambda item: name_key(item.place.name)):
        stored = text_of(item) if isinstance(item, Record) else item
        if isinstance(stored, Stored) and isinstance(item, Record):
            if stored.raw.sha256 not in built:
                rows = _built(stored)
                if isinstance(rows, str):
                    made.rejects.append(_reject(Reject(item.place, rows)))
                    continue
                made.texts.append((stored.raw, rows))
                built.add(stored.raw.sha256)
            made.origins.append(_origin(item, stored))
        elif isinstance(stored, Reject):
            made.rejects.append(_reject(stored))
    return made


def _built(stored: Stored) -> dict[str, list[Row]] | str:
    """Return the rows of a text, or what went wrong: one text must not stop a million others."""
    try:
        rows = text_rows(stored.raw)
    except Exception as error:
        return f"the builder failed on it, please report: {type(error).__name__}: {error}"
    for article in rows["articles"][:1]:
        _fill(article, stored.meta)
    return {name: sorted(found, key=_sorter(name)) for name, found in rows.items()}


def _sorter(name: str) -> Any:
    key = TABLES[name].key
    return lambda row: [order_key(row[column]) for column in key]


def _fill(article: Row, meta: Meta) -> None:
    """Give an article the outlet and date of its page's metadata, where the text itself tells none."""
    if article["outlet"] is None:
        article["outlet"] = meta.outlet
    if article["published_basis"] == "unknown" and meta.date and (day := _day(meta.date)):
        article |= {
            "published_on": day,
            "published_basis": "stated",
            "published_note": f"metadata of the source: {meta.date}",
        }


def _day(written: str) -> date | None:
    """Return the day of a date in ISO form, with or without a time."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _origin(record: Record, stored: Stored) -> Row:
    place = record.place
    return {
        "origin": place.name,
        "text": stored.raw.sha256,
        "path": place.path,
        "member": place.member,
        "record": place.record,
        "url": stored.meta.url,
        "fetched_at": stored.meta.fetched_at,
        "sha256": record.sha256,
        "encoding": stored.encoding,
        "extractor": stored.extractor,
    }


def _reject(reject: Reject) -> Row:
    return {"file": reject.place.name, "reason": reject.reason, "records": reject.records}


def name_key(raw_file: str) -> tuple[str, str]:
    """Return the key that texts are sorted by: that of the ids of their rows. A text seen twice takes its first name."""
    return order_key(ids.file_stem(raw_file) + "."), raw_file
