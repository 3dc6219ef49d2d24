"""Parts → one set of tables: each text once, speakers of all texts joined, every row in the published order."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from hiwar.corpus.parts import JOINED, OF_TEXT, TEXTS, Store
from hiwar.dataset.csvio import printed_sql
from hiwar.dataset.publish.database import MEMORY
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import sql
from hiwar.schema.derive.ddl import TYPES
from hiwar.schema.origins import ORIGINS, REJECTS

FULLEST = "length(name_ar) DESC, name_ar"
"""Which of several rows of one speaker stands: the one with the longest name, between equals the first by code point."""


@dataclass(frozen=True)
class Collected:
    """How many records were read, and what became of them."""

    texts: int
    places: int  # where they were seen
    rejects: int

    @property
    def records(self) -> int:
        """All records that were read."""
        return self.places + self.rejects


def collect(store: Store, keys: list[str], stage: Path) -> Collected:
    """Write the tables (CSV and Parquet), the raw texts, the origins and the rejects of the chunks into `stage`."""
    (stage / "tables").mkdir(parents=True, exist_ok=True)
    spill = stage / ".spill"
    with duckdb.connect(
        config={"memory_limit": MEMORY, "temp_directory": str(spill), "threads": "1"}
    ) as connection:
        _scans(connection, store, keys)
        _choose(connection)
        for table in TABLES.values():
            _copy(
                connection,
                table,
                _joined(table) if table.name in JOINED else _sorted(table),
                stage / "tables",
            )
        _copy(connection, ORIGINS, _ORIGINS, stage)
        _copy(connection, REJECTS, _REJECTS, stage)
        _parquet(connection, _TEXTS, stage / "raw_texts.parquet", _WHOLE_TEXTS)
        counts = "SELECT (SELECT count(*) FROM kept), (SELECT count(*) FROM found_origins), (SELECT sum(records) FROM found_rejects)"
        texts, places, rejects = connection.execute(counts).fetchone() or (0, 0, 0)
    return Collected(texts, places, rejects or 0)


def _scans(connection: duckdb.DuckDBPyConnection, store: Store, keys: list[str]) -> None:
    """Make a view of the parts of each table."""
    origins = [
        ("text" if column.name == "raw_file" else column.name, TYPES[column.kind])
        for column in ORIGINS.columns
    ]
    shapes = {table.name: _types(table) | OF_TEXT for table in TABLES.values()}
    shapes |= {"texts": TEXTS, ORIGINS.name: dict(origins), REJECTS.name: _types(REJECTS)}
    for name, types in shapes.items():
        files = store.parts(name, keys)
        listed = ", ".join(map(sql.literal, files))
        columns = ", ".join(f"NULL::{kind} AS {sql.name(column)}" for column, kind in types.items())
        scan = f"FROM read_parquet([{listed}])" if files else f"SELECT {columns} WHERE false"
        connection.execute(f"CREATE VIEW {sql.name('part_' + name)} AS {scan}")


def _types(table: Table) -> dict[str, str]:
    return {column.name: TYPES[column.kind] for column in table.columns}


def _choose(connection: duckdb.DuckDBPyConnection) -> None:
    """Keep each text once, under the first of its names; two texts whose ids would be the same give one reject."""
    connection.execute(
        """CREATE TABLE named AS SELECT *, row_number() OVER (PARTITION BY stem ORDER BY raw_file) AS twin,
             first_value(raw_file) OVER (PARTITION BY stem ORDER BY raw_file) AS other
           FROM (SELECT DISTINCT ON (text) text, raw_file, stem, name_key FROM part_texts ORDER BY text, name_key, raw_file)"""
    )
    connection.execute(
        """CREATE TABLE kept AS SELECT text, raw_file, row_number() OVER (ORDER BY name_key, raw_file) AS place
           FROM named WHERE twin = 1"""
    )
    connection.execute(
        "CREATE VIEW found_origins AS SELECT o.*, k.raw_file FROM part_origins o JOIN kept k USING (text)"
    )
    connection.execute(
        """CREATE VIEW found_rejects AS FROM part_rejects UNION ALL
           SELECT o.origin, 'would have the same ids as ' || n.other || ': rename one of them', 1
           FROM part_origins o JOIN named n USING (text) WHERE n.twin > 1"""
    )


_ORIGINS = f"SELECT {sql.names(ORIGINS.column_names)} FROM found_origins ORDER BY origin"
_REJECTS = "FROM found_rejects ORDER BY file, reason"
_TEXTS = "SELECT t.raw_file, t.content AS text FROM part_texts t SEMI JOIN kept k USING (raw_file, text)"
"""The texts in the order in which they were read: sorting whole texts takes more memory than there is."""
_WHOLE_TEXTS = 2048  # that are held at a time: fewer DuckDB does not hold


def _sorted(table: Table) -> str:
    columns = ", ".join(f"t.{sql.name(name)}" for name in table.column_names)
    return f"""SELECT {columns} FROM {sql.name("part_" + table.name)} t JOIN kept k ON k.raw_file = t.of_text
        ORDER BY k.place, t.text_row"""


def _joined(table: Table) -> str:
    """Return the rows of a table that joins texts: one a key, whatever the order of the texts."""
    key, columns = sql.names(table.key), sql.names(table.column_names)
    best = FULLEST if table.name == "speakers" else key
    return f"""SELECT {columns} FROM (SELECT DISTINCT ON ({key}) {columns}, row_key
          FROM {sql.name("part_" + table.name)} t JOIN kept k ON k.raw_file = t.of_text ORDER BY {key}, {best})
        ORDER BY row_key, {key}"""


def _copy(connection: duckdb.DuckDBPyConnection, table: Table, query: str, folder: Path) -> None:
    """Write what the query gives as Parquet, and from there as CSV."""
    target = folder / f"{table.name}.parquet"
    _parquet(connection, query, target)
    cells = ", ".join(f"{printed_sql(column)} AS {sql.name(column.name)}" for column in table.columns)
    connection.execute(
        f"COPY (SELECT {cells} FROM read_parquet({sql.literal(target)})) TO {sql.literal(target.with_suffix('.csv'))} (FORMAT csv, HEADER)"
    )


def _parquet(connection: duckdb.DuckDBPyConnection, query: str, target: Path, group: int = 122_880) -> None:
    """Write what the query gives as Parquet, in row groups of `group` rows, DuckDB's own size where not given."""
    options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group}"
    connection.execute(f"COPY ({query}) TO {sql.literal(target)} ({options})")
