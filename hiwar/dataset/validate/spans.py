"""Spans: the raw text between the offsets is what the row says, and it begins and ends where a span may."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.dataset.validate.findings import Query
from hiwar.schema import TABLES

BLANK = r"[\x09-\x0d\x1c-\x20\x{85}\p{Z}]"  # what `str.isspace` is true of
_INSIDE = r"^([\p{L}\p{M}]{2}|\p{N}{2})$"  # two characters between which no word begins
# What may be glued on before a span: nothing but و and ف, and before a numeral its prepositions and the article.
_EDGE, _ON = r"(^|[^\p{L}\p{M}])", r"[\p{M}ـ]*"
_BEFORE = {
    "text": rf"{_EDGE}[وف]{_ON}$",
    "figure": rf"{_EDGE}([وفبلك]{_ON}){{1,2}}$",
    "number": rf"{_EDGE}([وفبلك]{_ON}){{0,3}}(ا?ل{_ON})?$",
}
_WINDOW = 8  # characters before a span that are looked at


class Span(NamedTuple):
    """A column that holds raw text, with the columns of its offsets."""

    table: str
    column: str
    start: str
    end: str

    @property
    def key(self) -> str:
        """The column that names the row."""
        return TABLES[self.table].key[0]

    @property
    def glue(self) -> str | None:
        """What may stand before it in the same word; None for a passage, which is a whole line."""
        if self.table == "passages":
            return None
        if self.table == "figures":
            return _BEFORE["number" if self.column == "number" else "figure"]
        return _BEFORE["text"]


def spans() -> Iterator[Span]:
    """Yield every span that the tables declare: `text` with start and end, or NAME with NAME_start and NAME_end."""
    for table in TABLES.values():
        names = table.column_names
        for start in names:
            stem = start.removesuffix("start")
            if stem != start and f"{stem}end" in names:
                yield Span(table.name, stem.rstrip("_") or "text", start, f"{stem}end")


def queries() -> Iterator[Query]:
    """Yield the checks of every span."""
    for span in spans():
        yield _is_the_text(span)
        yield _is_trimmed(span)
        if span.glue:
            yield _begins_a_word(span, span.glue)


def _cut(span: Span, first: str, past: str) -> str:
    """Return a subquery of every row's id, column and offset, with the raw text of [first, past) as `found`.

    It is cut out of the passage's line where it lies in it, and else out of the whole text.
    """
    inside = f"{first} >= base AND {past} <= base + size"
    given = f'p.{span.key} AS row, p."{span.column}" AS given, p."{span.start}" AS start, p.raw_file'
    return f"""(WITH far AS MATERIALIZED (SELECT {given}, {first} AS first, {past} AS past FROM {span.table}_placed p
          WHERE NOT ({inside}))
        SELECT {given}, slice(line, {first} - base, {past} - base) AS found FROM {span.table}_placed p WHERE {inside}
        UNION ALL SELECT far.* EXCLUDE (first, past), slice(text, first, past) FROM far JOIN raw_texts USING (raw_file))"""


def _is_the_text(span: Span) -> Query:
    found = _cut(span, f'p."{span.start}"', f'p."{span.end}"')
    query = f"SELECT row, given || ' ≠ ' || found AS value FROM {found} WHERE found IS DISTINCT FROM given"
    return Query(
        f"{span.column}_is_the_raw_text",
        span.table,
        span.column,
        query,
        f"raw[{span.start}:{span.end}] is not this text",
        f"correct {span.start} and {span.end}, or copy {span.column} from the raw file",
    )


def _is_trimmed(span: Span) -> Query:
    query = f"""SELECT {span.key} AS row, "{span.column}" AS value FROM {span.table}
        WHERE regexp_matches("{span.column}", '^{BLANK}|{BLANK}$')"""
    what = "the span begins or ends in white space"
    return Query(
        f"{span.column}_is_trimmed",
        span.table,
        span.column,
        query,
        what,
        "move the offsets to the text itself",
    )


def _begins_a_word(span: Span, glue: str) -> Query:
    start = f'p."{span.start}"'
    before = _cut(
        span,
        f"CASE WHEN {start} >= base THEN greatest({start} - {_WINDOW}, base) ELSE {start} - {_WINDOW} END",
        start,
    )
    query = f"""SELECT row, found || '|' || given AS value FROM {before}
        WHERE regexp_matches(right(found, 1) || left(given, 1), '{_INSIDE}')
        AND NOT regexp_matches(found, '{glue}') AND (raw_file, start) NOT IN (FROM span_ends)"""
    what = "the span begins inside a word"
    mend = f"move {span.start} to the beginning of the word; only a glued و or ف is left out"
    return Query(f"{span.column}_begins_a_word", span.table, span.start, query, what, mend)
