"""The same rows in a SQLite and in a DuckDB file, each behind its own Datasette."""

from __future__ import annotations

import asyncio
import itertools
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from datasette.app import Datasette

from tests.serve.limits import PATIENT

# name, type in SQLite, type in DuckDB
NOTES = (
    ("id", "INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY"),
    ("title", "TEXT", "VARCHAR"),
    ("author", "INTEGER REFERENCES people(id)", "INTEGER REFERENCES people(id)"),
    ("day", "TEXT", "DATE"),
    ("moment", "TEXT", "TIMESTAMP"),
    ("score", "REAL", "DOUBLE"),
    ("price", "DECIMAL(10,2)", "DECIMAL(10,2)"),
    ("flag", "INTEGER", "BOOLEAN"),
    ("big", "INTEGER", "BIGINT"),
    ("tags", "TEXT", "VARCHAR[]"),
    ("labels", "TEXT", "VARCHAR"),
    ("mood", "TEXT", "ENUM ('calm', 'loud')"),
    ("data", "BLOB", "BLOB"),
)
TITLES = ("Ash tree", "birch", "كتاب جديد", "100% true", "under_score", "", None, "it's", "Ash Tree", "2024")


def note(index: int) -> tuple[Any, ...]:
    """One row, by rule: with ties, NULLs, blanks, letters of both cases, Arabic."""
    tags = ["red", "blue", "green"][: index % 4]
    return (
        index,
        TITLES[index % 10],
        None if index % 11 == 0 else 1 + index % 3,
        None if index % 13 == 0 else f"2024-0{1 + index % 3}-{10 + index % 7}",
        None if index % 7 == 0 else f"2024-03-01 1{index % 10}:30:00",
        None if index % 5 == 0 else (index % 9) / 4,
        None if index % 6 == 0 else (index % 8) + 0.25,
        index % 2,
        2**40 + index % 4,
        json.dumps(tags) if index % 8 else None,
        json.dumps(tags, ensure_ascii=False) if index % 3 else None,
        None if index % 9 == 0 else ("calm", "loud")[index % 2],
        b"\x00\xff" if index % 2 else None,
    )


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table, parents first."""
    return {
        "people": [(1, "Ada"), (2, "بدر"), (3, "Çelik")],
        "notes": [note(index) for index in range(1, 241)],
        "links": [(index, 1 + (index * 7) % 240, "ab"[index % 2]) for index in range(1, 61)],
        "pairs": [(a, b, f"{a}{b}") for a, b in itertools.product("abc", range(40))],
        "log": [(f"line {index % 50}", index % 10) for index in range(150)],
    }


SQLITE_TABLES = {
    "people": "id INTEGER PRIMARY KEY, name TEXT",
    "notes": ", ".join(f"{name} {type_}" for name, type_, _ in NOTES),
    "links": "id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes(id), kind TEXT",
    "pairs": "a TEXT, b INTEGER, [the text] TEXT, PRIMARY KEY (a, b)",
    "log": "line TEXT, n INTEGER",
}
DUCKDB_TABLES = {
    "people": "id INTEGER PRIMARY KEY, name VARCHAR",
    "notes": ", ".join(f"{name} {type_}" for name, _, type_ in NOTES),
    "links": "id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes(id), kind VARCHAR",
    "pairs": 'a VARCHAR, b INTEGER, "the text" VARCHAR, PRIMARY KEY (a, b)',
    "log": "line VARCHAR, n INTEGER",
}
VIEWS = {
    "calm_notes": "SELECT id, title, author FROM notes WHERE mood = 'calm'",
    "by_author": "SELECT people.name, notes.id, notes.title FROM notes JOIN people ON notes.author = people.id",
}


def build_sqlite(path: Path) -> None:
    connection = sqlite3.connect(path)
    for name, columns in SQLITE_TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
    for name, rows in tables().items():
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    for name, sql in VIEWS.items():
        connection.execute(f"CREATE VIEW {name} AS {sql}")
    connection.commit()
    connection.close()


def build_duckdb(path: Path) -> None:
    connection = duckdb.connect(str(path))
    for name, columns in DUCKDB_TABLES.items():
        connection.execute(f"CREATE TABLE {name} ({columns})")
    # SQLite counts its rows from 1, DuckDB from 0
    connection.execute("INSERT INTO log VALUES ('', 0)")
    connection.execute("DELETE FROM log")
    for name, rows in tables().items():
        connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    for name, sql in VIEWS.items():
        connection.execute(f"CREATE VIEW {name} AS {sql}")
    connection.execute("COMMENT ON TABLE notes IS 'What was written down'")
    connection.execute("COMMENT ON COLUMN notes.score IS 'Between 0 and 2'")
    connection.close()


def open_datasette(path: Path, **options: Any) -> Datasette:
    """Return a Datasette that has started."""
    datasette = Datasette([str(path)], settings={**PATIENT, **options.pop("settings", {})}, **options)
    asyncio.run(datasette.invoke_startup())
    return datasette


def close(datasette: Datasette) -> None:
    for database in datasette.databases.values():
        database.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    build_sqlite(folder / "data.db")
    build_duckdb(folder / "data.duckdb")
    return folder


@pytest.fixture(scope="session")
def sqlite_datasette(folder: Path) -> Iterator[Datasette]:
    datasette = open_datasette(folder / "data.db")
    yield datasette
    close(datasette)


@pytest.fixture(scope="session")
def duckdb_datasette(folder: Path) -> Iterator[Datasette]:
    datasette = open_datasette(folder / "data.duckdb")
    yield datasette
    close(datasette)
