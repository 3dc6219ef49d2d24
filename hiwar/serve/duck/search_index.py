"""Build a full-text index as plain tables in the file: any DuckDB reads it, without an extension."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import duckdb

from .catalog import SEARCH_REGISTRY
from .catalog import quoted as quote

WORD = r"[\p{L}\p{N}\p{M}]+"
_K1, _B = 1.2, 0.75  # the usual constants of BM25


def folded_words(sql: str, fold_macro: str) -> str:
    """Return SQL for the list of the words in a text, folded."""
    return f"regexp_extract_all({quote(fold_macro)}(CAST({sql} AS VARCHAR)), '{WORD}')"


def build_search_index(
    con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], fold_macro: str = "lower"
) -> None:
    """Index `columns` of `table` for ranked search, in hidden tables `_fts_…`; an older index of it is replaced.

    `fold_macro` names a scalar macro (or function) of one text, kept in the file: words count as equal when it gives the
    same. The index goes by rowid: build it when the table is complete. Raises duckdb.Error where a name is unknown.
    """
    words, postings = f"_fts_{table}_words", f"_fts_{table}_postings"
    con.execute("BEGIN")
    try:
        _create(con, table, columns, fold_macro, words, postings)
        _create_registry(con)
        row = [table, json.dumps(list(columns), ensure_ascii=False), fold_macro, words, postings]
        con.execute(
            f"INSERT OR REPLACE INTO {SEARCH_REGISTRY} SELECT ?, ?, ?, ?, ?, count(*) FROM {quote(table)}",
            row,
        )
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def build_search_indexes(
    con: duckdb.DuckDBPyConnection,
    searched: Mapping[str, Sequence[str]],
    fold_macro: str = "lower",
    at_once: int = 1,
) -> None:
    """Index the columns of each table that `searched` names, `at_once` of them side by side.

    One after the other makes the same file of the same rows; side by side, blocks are laid down in any order. Raises
    duckdb.Error where a name is unknown.
    """
    if at_once == 1:
        for table, columns in searched.items():
            build_search_index(con, table, columns, fold_macro)
        return
    _create_registry(con)

    def build(table: str) -> None:
        with con.cursor() as own:
            build_search_index(own, table, searched[table], fold_macro)

    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(build, searched))


def _create_registry(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        f"CREATE TABLE IF NOT EXISTS {SEARCH_REGISTRY} (table_name VARCHAR PRIMARY KEY, columns VARCHAR, "
        "fold_macro VARCHAR, words VARCHAR, postings VARCHAR, row_count BIGINT)"
    )


def _create(
    con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], macro: str, words: str, postings: str
) -> None:
    texts = " UNION ALL ".join(
        f"SELECT rowid AS doc, {number} AS col, {folded_words(quote(column), macro)} AS words FROM {quote(table)}"
        for number, column in enumerate(columns)
    )
    con.execute(f"DROP TABLE IF EXISTS {quote(words)}; DROP TABLE IF EXISTS {quote(postings)}")
    # each row's words are counted in the row itself, and its length goes along: of a million long texts, nothing is grouped
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE _fts_counted AS
        SELECT entry.key AS term, doc, CAST(col AS UTINYINT) AS col, CAST(entry.value AS INTEGER) AS tf, length
        FROM (
            SELECT doc, col, CAST(len(words) AS INTEGER) AS length,
                unnest(map_entries(list_aggregate(words, 'histogram'))) AS entry
            FROM ({texts})
        )
        """
    )
    con.execute(
        f"CREATE TABLE {quote(words)} AS SELECT term, CAST(row_number() OVER (ORDER BY term) AS INTEGER) AS word "
        "FROM (SELECT DISTINCT term FROM _fts_counted) ORDER BY term"
    )
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE _fts_weighed AS
        WITH averages AS (SELECT col, sum(tf) / count(DISTINCT doc) AS average FROM _fts_counted GROUP BY col),
        spread AS (SELECT term, col, count(*) AS df FROM _fts_counted GROUP BY ALL),
        total AS (SELECT count(*) AS n FROM {quote(table)})
        SELECT term, word, col, average, ln(1 + (n - df + 0.5) / (df + 0.5)) AS rarity
        FROM spread JOIN averages USING (col) JOIN {quote(words)} USING (term), total
        """
    )
    # the weight of a word in a row never changes: it is kept as a whole number, so that sums are exact and pages agree
    con.execute(
        f"""
        CREATE TABLE {quote(postings)} AS
        SELECT word, doc, col, CAST(round(
            1e6 * rarity * tf * {_K1 + 1} / (tf + {_K1} * (1 - {_B} + {_B} * length / average))
        ) AS INTEGER) AS impact
        FROM _fts_counted JOIN _fts_weighed USING (term, col)
        ORDER BY word, doc, col
        """
    )
    con.execute("DROP TABLE _fts_counted; DROP TABLE _fts_weighed")
