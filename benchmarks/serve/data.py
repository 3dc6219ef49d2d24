"""The same rows in a SQLite file (indexed, FTS5) and in a DuckDB file (with its search index)."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import duckdb

from hiwar.serve.duck.search_index import build_search_index

COLUMNS = "id, outlet_id, title, body, published, words, score, topic, country"
SYLLABLES = ("مي", "را", "نو", "سا", "بد", "لا", "كر", "تي", "زا", "في", "هم", "جو", "دا", "شي", "قو")
BATCH = 20_000


def vocabulary(rng: random.Random, size: int = 20_000) -> list[str]:
    """Return made-up words."""
    words = {"".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))) for _ in range(size * 2)}
    return sorted(words)[:size]


def articles(count: int) -> Iterator[tuple[object, ...]]:
    """Yield rows, the same ones each time; common words are common, as in a language."""
    rng = random.Random(7)
    words = vocabulary(rng)
    weights = [1 / (rank + 10) for rank in range(len(words))]
    for number in range(1, count + 1):
        text = rng.choices(words, weights, k=68)
        day = f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        yield (
            number, rng.randint(1, 40), " ".join(text[:6]), " ".join(text), day, rng.randint(50, 5000),
            round(rng.random() * 100, 3), f"topic {rng.randint(1, 25)}", f"C{rng.randint(1, 60)}",
        )  # fmt: skip


def build(folder: Path, count: int) -> tuple[Path, Path]:
    """Write both files, unless they are there; return their paths."""
    lite, duck = folder / "sqlite" / "bench.db", folder / "duckdb" / "bench.duckdb"
    for path in (lite, duck):
        path.parent.mkdir(parents=True, exist_ok=True)
    if not lite.exists():
        build_sqlite(lite, count)
    if not duck.exists():
        build_duckdb(duck, lite)
    return lite, duck


def build_sqlite(path: Path, count: int) -> None:
    con = sqlite3.connect(path)
    con.executescript("""
        CREATE TABLE outlets (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE articles (id INTEGER PRIMARY KEY, outlet_id INTEGER REFERENCES outlets(id), title TEXT, body TEXT,
                               published TEXT, words INTEGER, score REAL, topic TEXT, country TEXT);
    """)
    con.executemany("INSERT INTO outlets VALUES (?, ?)", [(n, f"outlet {n}") for n in range(1, 41)])
    con.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", articles(count))
    for column in ("outlet_id", "published", "topic", "country", "score"):
        con.execute(f"CREATE INDEX idx_{column} ON articles ({column})")
    con.execute(
        "CREATE VIRTUAL TABLE articles_fts USING fts5 (title, body, content='articles', content_rowid='id')"
    )
    con.execute("INSERT INTO articles_fts (rowid, title, body) SELECT id, title, body FROM articles")
    con.commit()
    con.execute("ANALYZE")
    con.close()


def build_duckdb(path: Path, lite: Path) -> None:
    source = sqlite3.connect(lite)
    con = duckdb.connect(str(path), config={"storage_compatibility_version": "v1.2.0"})
    con.execute("""
        CREATE TABLE outlets (id INTEGER PRIMARY KEY, name VARCHAR);
        CREATE TABLE articles (id INTEGER PRIMARY KEY, outlet_id INTEGER REFERENCES outlets(id), title VARCHAR, body VARCHAR,
                               published DATE, words INTEGER, score DOUBLE, topic VARCHAR, country VARCHAR);
    """)
    con.executemany("INSERT INTO outlets VALUES (?, ?)", source.execute("SELECT * FROM outlets").fetchall())
    cursor = source.execute(f"SELECT {COLUMNS} FROM articles ORDER BY id")
    types = ["INTEGER", "INTEGER", "VARCHAR", "VARCHAR", "DATE", "INTEGER", "DOUBLE", "VARCHAR", "VARCHAR"]
    lists = ", ".join(f"unnest(CAST(${n} AS {type_}[]))" for n, type_ in enumerate(types, 1))
    while rows := cursor.fetchmany(BATCH):
        con.execute(
            f"INSERT INTO articles SELECT {lists}", [list(column) for column in zip(*rows, strict=True)]
        )
    build_search_index(con, "articles", ["title", "body"], "lower")
    con.execute("CHECKPOINT")
    con.close()
