"""The codebook quotes the articles exactly, and its worked examples are the published rows."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hiwar.schema import TABLES

QUOTATION = re.compile(r"«((?:[^«»]|«[^«»]*»)*)»\s+\(([^()\s]+\.\d+)\)")
CUT = "…"
EXAMPLES = {table.key[0]: table.name for table in TABLES.values() if len(table.key) == 1}


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "schema" / "codebook.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tables(root: Path) -> dict[str, list[dict[str, str]]]:
    return {name: _read(root / "dataset" / "tables" / f"{name}.csv") for name in TABLES}


def test_every_quotation_stands_in_its_article(
    page: str, tables: dict[str, list[dict[str, str]]], root: Path
) -> None:
    quotations = QUOTATION.findall(page)
    assert quotations
    missing = [
        f"{article}: {words}"
        for words, article in quotations
        if not _stands(words, _article(article, tables["passages"], root))
    ]
    assert not missing


def test_no_worked_example_lacks_its_article(page: str) -> None:
    quoted = [line for line in page.splitlines() if line.startswith("> «")]
    assert quoted
    assert [line for line in quoted if not QUOTATION.fullmatch(line[2:])] == []


def test_worked_examples_are_the_published_rows(page: str, tables: dict[str, list[dict[str, str]]]) -> None:
    examples = list(_examples(page))
    assert {name for name, _ in examples} == {
        "passages",
        "statements",
        "attributions",
        "speakers",
        "figures",
    }
    for name, cells in examples:
        key = TABLES[name].key[0]
        published = [row for row in tables[name] if row[key] == cells[key].strip("`")]
        assert len(published) == 1, f"{cells[key]} is not published"
        for head, cell in cells.items():
            if head != key:
                held = _value(head, published[0], tables)
                assert cell == held or (CUT in cell and _stands(cell, held)), (
                    f"{cells[key]}: {head} is {held}"
                )


def test_every_table_has_its_place(page: str) -> None:
    assert sorted(re.findall(r"<!-- fields:(\w+) -->", page)) == sorted(TABLES)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _article(article: str, passages: list[dict[str, str]], root: Path) -> str:
    held = [row for row in passages if row["article_id"] == article]
    raw = (root / "dataset" / "raw" / held[0]["raw_file"]).read_bytes().decode()
    return raw[int(held[0]["start"]) : int(held[-1]["end"])]


def _stands(words: str, text: str) -> bool:
    """Return whether the parts of `words` between cuts stand in `text` one after the other."""
    return (
        re.search(".*?".join(re.escape(part.strip()) for part in words.split(CUT)), text, re.DOTALL)
        is not None
    )


def _examples(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each row of each Markdown table whose first column is the key of a published table."""
    head: list[str] = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")] if line.startswith("|") else []
        if not cells or not head:
            head = cells
        elif head[0] in EXAMPLES and not cells[0].startswith("---"):
            yield EXAMPLES[head[0]], dict(zip(head, cells, strict=True))


def _value(head: str, row: dict[str, str], tables: dict[str, list[dict[str, str]]]) -> str:
    """Return what the published tables hold for a cell under `head`."""
    names = {speaker["speaker_id"]: speaker["name_ar"] for speaker in tables["speakers"]}
    if head == "speaker":
        return names[row["speaker_id"]]
    if head.endswith(" (form)"):
        return "; ".join(
            f"{names[held['speaker_id']]} ({held['form']})"
            for held in tables["attributions"]
            if held["statement_id"] == row["statement_id"] and f"{held['role']} (form)" == head
        )
    return row["text" if head == "content" else head]
