"""Rows of a chunk → one Parquet file a table, and a note of what was done; written so that a kill leaves no half."""

import json
import os
import pickle
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import numpy as np

from hiwar.builders import ids
from hiwar.builders.text.read import RawText
from hiwar.corpus.chunk import Chunk
from hiwar.corpus.order import order_key
from hiwar.corpus.rows import Made, Row, name_key, rows_of
from hiwar.schema import TABLES, Table
from hiwar.schema.base import Column
from hiwar.schema.derive import sql
from hiwar.schema.derive.checks import checks
from hiwar.schema.derive.ddl import TYPES
from hiwar.schema.origins import ORIGINS, REJECTS

TEXTS = dict.fromkeys(("text", "raw_file", "stem", "name_key", "content"), "VARCHAR")
"""The columns of the part `texts`: digest, name, what its ids begin with, the key to sort by, and the text itself."""
OF_TEXT = {"of_text": "VARCHAR", "text_row": "BIGINT", "row_key": "VARCHAR"}
"""Further columns of every table's parts: the text's raw_file, the row's place among the text's rows, and, for tables
that join several texts, the key to sort by."""
JOINED = ("speakers", "speaker_names")


class Counts(NamedTuple):
    """What became of a chunk's records."""

    texts: int  # records that hold a text, also one that was seen elsewhere
    rejects: int
    characters: int


class Store:
    """The folder of parts: `TABLE/KEY.parquet`, and `done/KEY.json` once all parts of a chunk are whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def done(self, key: str) -> Counts | None:
        """Return the counts of a chunk that was built before, or None."""
        try:
            return Counts(**json.loads((self.folder / "done" / f"{key}.json").read_text()))
        except (OSError, ValueError, TypeError):
            return None

    def path(self, table: str, key: str) -> Path:
        """Return where a table's part of a chunk is, or would be."""
        return self.folder / table / f"{key}.parquet"

    def parts(self, table: str, keys: Iterable[str]) -> list[str]:
        """Return the paths of a table's parts for the chunks that have any."""
        return [str(path) for key in keys if (path := self.path(table, key)).exists()]

    def finish(self, key: str, counts: Counts) -> None:
        """Note that the parts of a chunk are whole."""
        target = self.folder / "done" / f"{key}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(counts._asdict()))
        os.replace(draft, target)

    def put(self, chunk: Chunk) -> Path:
        """Write a chunk that waits for a worker, and return its path."""
        target = self.folder / "waiting" / f"{chunk.key}.pickle"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pickle.dumps(chunk))
        return target

    def prune(self, keys: set[str]) -> None:
        """Delete what no chunk of `keys` needs."""
        for path in self.folder.glob("*/*"):
            if path.stem not in keys or path.suffix not in (".json", ".parquet"):
                path.unlink(missing_ok=True)


def build(chunk: Chunk, folder: Path, *, lasting: bool = True) -> Counts:
    """Write the parts of a chunk into the store at `folder`, and return the counts.

    `lasting`: whether later builds may take them as they are.
    """
    store = Store(folder)
    made = rows_of(chunk.items)
    with duckdb.connect(config={"threads": "1"}) as connection:
        load(connection, made)
        if bad := broken(connection):
            made = _without(made, bad)
            load(connection, made)
        for name, held in _sizes(connection).items():
            if held:
                _write(connection, name, store.path(name, chunk.key))
    texts, rejects = len(made.origins), sum(row["records"] for row in made.rejects)
    counts = Counts(texts, rejects, sum(raw.characters for raw, _ in made.texts))
    if lasting:
        store.finish(chunk.key, counts)
    return counts


def build_waiting(waiting: Path, folder: Path) -> Counts:
    """Build the chunk that waits at a path, and return the counts."""
    counts = build(pickle.loads(waiting.read_bytes()), folder)
    waiting.unlink(missing_ok=True)
    return counts


def load(connection: duckdb.DuckDBPyConnection, made: Made) -> None:
    """Make the tables of a chunk."""
    for name, table in TABLES.items():
        rows = [
            row | {"of_text": raw.raw_file, "text_row": number, "row_key": _row_key(table, row)}
            for raw, found in made.texts
            for number, row in enumerate(found.get(name, ()))
        ]
        _table(connection, name, _types(table.columns) | OF_TEXT, rows)
    _table(connection, "texts", TEXTS, [_text(raw) for raw, _ in made.texts])
    origin = {"text" if name == "raw_file" else name: kind for name, kind in _types(ORIGINS.columns).items()}
    _table(connection, ORIGINS.name, origin, made.origins)
    _table(connection, REJECTS.name, _types(REJECTS.columns), made.rejects)


def broken(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the texts (raw_file) with a row that breaks the schema, and the name of the check."""
    return {text: why for table in TABLES.values() for text, why in _broken(connection, table).items()}


def _row_key(table: Table, row: Row) -> str | None:
    return "\x01".join(order_key(row[column]) for column in table.key) if table.name in JOINED else None


def _text(raw: RawText) -> Row:
    return {
        "text": raw.sha256,
        "raw_file": raw.raw_file,
        "stem": ids.file_stem(raw.raw_file),
        "name_key": name_key(raw.raw_file)[0],
        "content": raw.text,
    }


def _types(columns: Sequence[Column]) -> dict[str, str]:
    return {column.name: TYPES[column.kind] for column in columns}


def _table(connection: duckdb.DuckDBPyConnection, name: str, types: dict[str, str], rows: list[Row]) -> None:
    """Make a table out of rows, by way of one array a column: row by row takes a hundred times as long."""
    columns = ", ".join(f"{sql.name(column)} {kind}" for column, kind in types.items())
    connection.execute(f"CREATE OR REPLACE TABLE {sql.name(name)} ({columns})")
    if rows:
        arrays = {column: _array([row[column] for row in rows]) for column in types}
        connection.register("arrays", arrays)
        connection.execute(f"INSERT INTO {sql.name(name)} SELECT {sql.names(list(types))} FROM arrays")
        connection.unregister("arrays")


def _array(values: list[Any]) -> Any:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _broken(connection: duckdb.DuckDBPyConnection, table: Table) -> dict[str, str]:
    """Return the texts (raw_file) with a row that is not as the schema wants it, and the name of what it breaks."""
    wanted = [
        (f"{c.name} is given", f"{sql.name(c.name)} IS NOT NULL") for c in table.columns if not c.nullable
    ]
    wanted += [(check.name, check.condition) for check in checks(table)]
    broken = " ".join(
        f"WHEN NOT coalesce({condition}, true) THEN {sql.literal(name)}" for name, condition in wanted
    )
    query = f"""SELECT of_text, min(why) FROM (SELECT of_text, CASE {broken} END AS why FROM {sql.name(table.name)})
        WHERE why IS NOT NULL GROUP BY of_text"""
    found = dict(connection.execute(query).fetchall())
    key = f"SELECT of_text FROM {sql.name(table.name)} GROUP BY of_text, {sql.names(table.key)} HAVING count(*) > 1"
    return found | {source: "key_is_unique" for (source,) in connection.execute(key).fetchall()}


def _without(made: Made, bad: dict[str, str]) -> Made:
    """Return the chunk without the bad texts: their places become rejects."""
    why = {raw.sha256: bad[raw.raw_file] for raw, _ in made.texts if raw.raw_file in bad}
    rejects = [
        {"file": row["origin"], "reason": _report(why[row["text"]]), "records": 1}
        for row in made.origins
        if row["text"] in why
    ]
    return Made(
        [(raw, found) for raw, found in made.texts if raw.sha256 not in why],
        [row for row in made.origins if row["text"] not in why],
        [*made.rejects, *rejects],
    )


def _report(check: str) -> str:
    return f"the builder made a row that breaks the schema ({check}), please report"


def _sizes(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    names = [*TABLES, "texts", ORIGINS.name, REJECTS.name]
    counts = ", ".join(f"(SELECT count(*) FROM {sql.name(name)})" for name in names)
    return dict(zip(names, connection.execute(f"SELECT {counts}").fetchone() or (), strict=True))


def _write(connection: duckdb.DuckDBPyConnection, name: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}")
    connection.execute(f"COPY {sql.name(name)} TO {sql.literal(draft)} (FORMAT parquet, COMPRESSION zstd)")
    os.replace(draft, target)
