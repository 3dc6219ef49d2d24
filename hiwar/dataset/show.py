"""One row of any table with what belongs to it: its passages with the spans marked, its relations, its reviews."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiwar.schema import TABLES, Table
from hiwar.schema.derive import sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Fields = dict[str, Any]

BRACKETS = {"content": ("⟦", "⟧"), "cue": ("⟪", "⟫"), "mention": ("⦅", "⦆"), "figure": ("⟨", "⟩")}
"""What marks a span of each kind; all are mirrored in right-to-left text."""

_STATEMENTS = (
    "SELECT s.statement_id, s.act, s.cue, s.text, (SELECT string_agg(p.name_ar, '، ' ORDER BY t.attribution_id) "
    "FROM attributions t JOIN speakers p USING (speaker_id) WHERE t.statement_id = s.statement_id AND t.role = 'source') "
    "AS source_ar FROM statements s WHERE {} ORDER BY s.article_id, s.cue_start"
)
_FIGURES = "SELECT f.figure_id, f.text, f.qualifier, f.value, f.low, f.high, f.unit, f.measure_id FROM figures f WHERE {}"
_SOURCES = (
    "SELECT t.attribution_id, t.role, t.form, t.mention, p.speaker_id, p.name_ar, p.name_en "
    "FROM attributions t JOIN speakers p USING (speaker_id) WHERE t.statement_id = $id ORDER BY t.attribution_id"
)
_OF_STATEMENT = (
    "SELECT s.statement_id, s.text FROM statements s JOIN {0} o USING (statement_id) WHERE o.{1} = $id"
)
RELATED: dict[str, dict[str, str]] = {
    "articles": {
        "statements": _STATEMENTS.format("s.article_id = $id"),
        "figures": _FIGURES.format("f.article_id = $id"),
    },
    "passages": {
        "statements": _STATEMENTS.format("s.passage_id = $id"),
        "figures": _FIGURES.format("f.passage_id = $id"),
    },
    "statements": {"speakers": _SOURCES, "figures": _FIGURES.format("f.statement_id = $id")},
    "attributions": {
        "statement": _OF_STATEMENT.format("attributions", "attribution_id"),
        "speaker": "SELECT p.* FROM speakers p JOIN attributions t USING (speaker_id) WHERE t.attribution_id = $id",
    },
    "figures": {
        "statement": _OF_STATEMENT.format("figures", "figure_id"),
        "measure": "SELECT m.* FROM measures m JOIN figures f USING (measure_id) WHERE f.figure_id = $id",
    },
    "speakers": {
        "names": "SELECT name FROM speaker_names WHERE speaker_id = $id",
        "roles": "SELECT role_id, role_ar, role_en, article_id FROM speaker_roles WHERE speaker_id = $id",
        "statements": _STATEMENTS.format(
            "s.statement_id IN (SELECT statement_id FROM attributions WHERE speaker_id = $id AND role = 'source')"
        ),
        "relayed": _STATEMENTS.format(
            "s.statement_id IN (SELECT statement_id FROM attributions WHERE speaker_id = $id AND role = 'relay')"
        ),
    },
    "speaker_roles": {
        "speaker": "SELECT p.* FROM speakers p JOIN speaker_roles r USING (speaker_id) WHERE r.role_id = $id"
    },
    "measures": {"figures": _FIGURES.format("f.measure_id = $id")},
    "reviews": {},
}
"""What is shown beside a row, by its table: SQL with the row's id as `$id`."""


_CONTENTS = (
    "SELECT 'content', s.start, s.\"end\" FROM statements s WHERE {0} "
    "UNION ALL SELECT 'cue', s.cue_start, s.cue_end FROM statements s WHERE {0}"
)
_MENTIONS = (
    "SELECT 'mention', mention_start, mention_end FROM attributions WHERE {0} AND mention_start IS NOT NULL"
)
_QUANTITIES = "SELECT 'figure', f.start, f.\"end\" FROM figures f WHERE {0}"
_OWN = "s.statement_id IN (SELECT statement_id FROM attributions WHERE attribution_id = $id)"
SPANS = {
    "articles": f"{_CONTENTS} UNION ALL {_QUANTITIES}".format("article_id = $id"),
    "passages": f"{_CONTENTS} UNION ALL {_QUANTITIES}".format("passage_id = $id"),
    "statements": f"{_CONTENTS} UNION ALL {_MENTIONS} UNION ALL {_QUANTITIES}".format("statement_id = $id"),
    "attributions": _CONTENTS.format(_OWN) + " UNION ALL " + _MENTIONS.format("attribution_id = $id"),
    "figures": _QUANTITIES.format("figure_id = $id"),
}
"""Which spans are marked in the text that is shown with a row, by its table: kind, start, end."""


@dataclass(frozen=True)
class Span:
    """A span of a raw file: offsets in code points, half-open."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Shown:
    """A row with what belongs to it. `text` is the passages it stands in, one a line, with its spans in brackets."""

    table: str
    id: str
    row: Fields
    text: list[str]
    related: dict[str, list[Fields]]
    reviews: list[Fields]


def show(connection: "DuckDBPyConnection", row_id: str) -> Shown:
    """Return the row with that id, of whatever table. Raises ValueError, with ids that come close, where there is none."""
    table, row = _find(connection, row_id)
    related = {
        name: _fields(connection, query, {"id": row_id}) for name, query in RELATED[table.name].items()
    }
    reviews = _fields(
        connection,
        "SELECT decision, field, proposed, published, note FROM reviews WHERE table_name = $table AND row_id = $id",
        {"table": table.name, "id": row_id},
    )
    return Shown(table.name, row_id, row, _text(connection, table.name, row), related, reviews)


def mark(text: str, offset: int, spans: list[Span]) -> str:
    """Return `text`, which begins at `offset` of its file, with the spans in their brackets, also where they nest."""
    marks = []  # at one place closing marks come first, the inner one of two before the outer one
    for span in spans:
        opening, closing = BRACKETS[span.kind]
        start, end = max(span.start, offset), min(span.end, offset + len(text))
        if start < end:
            marks += [(start, 1, -end, opening), (end, 0, -start, closing)]
    for at, _, _, bracket in sorted(marks, reverse=True):
        text = text[: at - offset] + bracket + text[at - offset :]
    return text


def _find(connection: "DuckDBPyConnection", row_id: str) -> tuple[Table, Fields]:
    single = [table for table in TABLES.values() if len(table.key) == 1]
    for table in single:
        query = f"SELECT * FROM {sql.name(table.name)} WHERE {sql.names(table.key)} = $id"
        if rows := _fields(connection, query, {"id": row_id}):
            return table, rows[0]
    ids = " UNION ALL ".join(f"SELECT {sql.names(t.key)} AS id FROM {sql.name(t.name)}" for t in single)
    query = f"SELECT id FROM ({ids}) WHERE $id <> '' AND contains(id, $id) OR jaro_winkler_similarity(id, $id) > 0.9 "
    near = _fields(
        connection,
        query + "ORDER BY ends_with(id, $id) DESC, jaro_winkler_similarity(id, $id) DESC, id LIMIT 3",
        {"id": row_id},
    )
    hint = f": did you mean {', '.join(str(row['id']) for row in near)}?" if near else ""
    raise ValueError(f"no row has the id {row_id!r}{hint}")


def _fields(connection: "DuckDBPyConnection", query: str, parameters: Fields) -> list[Fields]:
    result = connection.execute(query, parameters)
    header = [column[0] for column in result.description or []]
    return [dict(zip(header, row, strict=True)) for row in result.fetchall()]


def _text(connection: "DuckDBPyConnection", table: str, row: Fields) -> list[str]:
    """Return the passages that a row stands in, with its spans in brackets; of an article and a passage, all spans."""
    if table not in SPANS:
        return []
    row_id = row[TABLES[table].key[0]]
    spans = [Span(*found) for found in connection.execute(SPANS[table], {"id": row_id}).fetchall()]
    if table in ("articles", "passages"):
        where, parameters = f"{TABLES[table].key[0]} = $id", {"id": row_id}
    else:
        statement = "SELECT article_id FROM statements WHERE statement_id = $id"
        article = (
            row.get("article_id")
            or _fields(connection, statement, {"id": row["statement_id"]})[0]["article_id"]
        )
        where = (
            "raw_file = (SELECT raw_file FROM articles WHERE article_id = $id) "
            'AND start < $last AND "end" > $first'
        )
        parameters = {
            "id": article,
            "first": min(span.start for span in spans),
            "last": max(span.end for span in spans),
        }
    passages = _fields(
        connection, f"SELECT start, text FROM passages WHERE {where} ORDER BY start", parameters
    )
    return [mark(passage["text"], passage["start"], spans) for passage in passages]
