"""Build a full-text index as plain tables in the file: any DuckDB reads it, without an extension."""

from __future__ import annotations

import json
from collections.abc import Sequence

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
        con.execute(
            f"CREATE TABLE IF NOT EXISTS {SEARCH_REGISTRY} (table_name VARCHAR PRIMARY KEY, columns VARCHAR, "
            "fold_macro VARCHAR, words VARCHAR, postings VARCHAR, row_count BIGINT)"
        )
        row = [table, json.dumps(list(columns), ensure_ascii=False), fold_macro, words, postings]
        con.execute(
            f"INSERT OR REPLACE INTO {SEARCH_REGISTRY} SELECT ?, ?, ?, ?, ?, count(*) FROM {quote(table)}",
            row,
        )
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


def _create(
    con: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str], macro: str, words: str, postings: str
) -> None:
    tokens = " UNION ALL ".join(
        f"SELECT rowid AS doc, {number} AS col, unnest({folded_words(quote(column), macro)}) AS term FROM {quote(table)}"
        for number, column in enumerate(columns)
    )
    con.execute(f"DROP TABLE IF EXISTS {quote(words)}; DROP TABLE IF EXISTS {quote(postings)}")
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _fts_counted AS "
        f"SELECT term, doc, col, count(*) AS tf FROM ({tokens}) GROUP BY ALL"
    )
    con.execute(
        f"CREATE TABLE {quote(words)} AS SELECT term, CAST(row_number() OVER (ORDER BY term) AS INTEGER) AS word "
        "FROM (SELECT DISTINCT term FROM _fts_counted) ORDER BY term"
    )
    # the weight of a word in a row never changes: it is kept as a whole number, so that sums are exact and pages agree
    con.execute(
        f"""
        CREATE TABLE {quote(postings)} AS
        WITH lengths AS (SELECT doc, col, sum(tf) AS length FROM _fts_counted GROUP BY ALL),
        averages AS (SELECT col, avg(length) AS average FROM lengths GROUP BY col),
        spread AS (SELECT term, col, count(*) AS df FROM _fts_counted GROUP BY ALL),
        total AS (SELECT count(*) AS n FROM {quote(table)})
        SELECT word, doc, CAST(col AS UTINYINT) AS col, CAST(round(
            1e6 * ln(1 + (n - df + 0.5) / (df + 0.5))
            * tf * {_K1 + 1} / (tf + {_K1} * (1 - {_B} + {_B} * length / average))
        ) AS INTEGER) AS impact
        FROM _fts_counted JOIN lengths USING (doc, col) JOIN averages USING (col) JOIN spread USING (term, col)
        JOIN {quote(words)} USING (term), total
        ORDER BY word, doc, col
        """
    )
    con.execute("DROP TABLE _fts_counted")
