"""The tables of `builders/`: every entry has an example, no key is misspelt, nothing stands twice, no letter only looks right."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

TABLES = sorted((ROOT / "builders").glob("*.toml"))
README = ROOT / "builders" / "README.md"
EXAMPLES = {"example", "examples", "yes", "no"}
# Arabic letters as keyboards of Arabic write them, harakat, and four letters of names from other languages.
LETTERS = {chr(code) for code in (*range(0x621, 0x63B), *range(0x641, 0x653))} | set("پچڤگ")
ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
MARKS = set("«»“”،؛؟٪…€£¥₪﷼")
DATA_KEY = re.compile(r"[A-Z]{2,3}|[^A-Za-z_]+")  # a country, a currency, a sign: data, not a name of ours


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def entries(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield each entry of a table with the name of its section."""
    for section, held in load(path).items():
        if isinstance(held, list) and held and isinstance(held[0], dict):
            yield from ((f"{section} {number}", entry) for number, entry in enumerate(held, 1))
        else:
            yield section, held


def walk(held: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every value below `held` with the keys that lead to it."""
    yield keys, held
    if isinstance(held, dict):
        for key, value in held.items():
            yield from walk(value, (*keys, key))
    elif isinstance(held, list):
        for value in held:
            yield from walk(value, keys)


def forms(held: Any) -> Iterator[str]:
    """Yield every string that is no example."""
    return (value for keys, value in walk(held) if isinstance(value, str) and not EXAMPLES & set(keys))


@pytest.fixture(params=TABLES, ids=lambda path: path.stem)
def table(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_entry_has_an_example(table: Path) -> None:
    if "example" in load(table):  # for the whole file
        return
    told = load(table).get("examples", {})
    without = [
        name
        for name, entry in entries(table)
        if name not in told and not any(EXAMPLES & set(keys) and value for keys, value in walk({name: entry}))
    ]
    assert not without, f"{table.name}: no example in {without}"


def test_every_key_is_explained(table: Path) -> None:
    known = set(re.findall(r"`([^`]+)`", row_of(table))) | shared_keys()
    used = {key for keys, _ in walk(load(table)) for key in keys if not DATA_KEY.fullmatch(key)}
    assert used <= known, (
        f"{sorted(used - known)} of {table.name}: misspelt, or to be explained in builders/README.md"
    )
    assert known - shared_keys() <= used, (
        f"builders/README.md explains {sorted(known - shared_keys() - used)}, unused"
    )


def row_of(table: Path) -> str:
    """Return what the README says of a table, without its name."""
    rows = re.findall(rf"^\| `{re.escape(table.name)}` \|(.*)$", README.read_text("utf-8"), re.M)
    assert len(rows) == 1, f"builders/README.md needs one row for {table.name}: what it holds, and its keys"
    return str(rows[0])


def shared_keys() -> set[str]:
    """Return the keys that the README explains for all tables."""
    shared = README.read_text("utf-8").partition("## Keys that tables share")[2].partition("\n## ")[0]
    return set(re.findall(r"^- `([^`]+)`", shared, re.M))


def test_the_readme_names_no_table_that_is_gone() -> None:
    assert set(re.findall(r"^\| `([a-z_]+\.toml)`", README.read_text("utf-8"), re.M)) == {
        path.name for path in TABLES
    }


def test_nothing_stands_twice_in_a_list(table: Path) -> None:
    lists = [
        [text for text in held if isinstance(text, str)]
        for _, held in walk(load(table))
        if isinstance(held, list)
    ]
    twice = {text for held in lists for text in held if held.count(text) > 1}
    assert not twice, f"{table.name}: twice in one list: {twice}"


def test_no_entry_stands_twice(table: Path) -> None:
    seen: list[Any] = []
    for name, entry in entries(table):
        plain = (
            {key: value for key, value in entry.items() if key not in EXAMPLES}
            if isinstance(entry, dict)
            else entry
        )
        assert plain not in seen, f"{table.name}: {name} says again what another entry says"
        seen.append(plain)


def test_letters_are_what_they_look_like(table: Path) -> None:
    wrong = {
        f"{text}: {unicodedata.name(char, hex(ord(char)))}"
        for text in forms(load(table))
        if ARABIC.search(text)
        for char in text
        if not (char in LETTERS or char in MARKS or " " <= char <= "~")
    }
    assert not wrong, f"{table.name}: {sorted(wrong)}"


def test_no_form_has_spaces_at_its_edge_or_two_in_a_row(table: Path) -> None:
    wrong = [text for text in forms(load(table)) if text != " ".join(text.split()) or not text]
    assert not wrong, f"{table.name}: {wrong}"
