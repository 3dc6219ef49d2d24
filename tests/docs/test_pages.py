"""What the data card counts and what the review page shows is what the tables hold and the build reads."""

import csv
import re
import tomllib
from pathlib import Path

from hiwar.dataset.review.columns import BY_HAND, JUDGED
from hiwar.dataset.review.files import read_decisions
from hiwar.schema import TABLES

_TOML = re.compile(r"^```toml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| `(\w[\w.]*)` \| (.*) \|$", re.MULTILINE)


def test_the_data_card_counts_the_published_rows(root: Path) -> None:
    tables = {name: _rows(root, name) for name in TABLES}
    told = dict(_ROW.findall((root / "docs" / "data_card.md").read_text(encoding="utf-8")))
    assert {name: told[name] for name in TABLES if name != "reviews"} == {
        name: str(len(rows)) for name, rows in tables.items() if name != "reviews"
    }
    for article in tables["articles"]:
        held = [
            sum(row["article_id"] == article["article_id"] for row in tables[name])
            for name in ("statements", "figures")
        ]
        facts = [
            article["outlet"] or "not named",
            article["published_on"],
            article["published_basis"],
            *map(str, held),
        ]
        assert told[article["article_id"]] == " | ".join(facts)


def test_the_entries_that_the_review_page_shows_can_be_read(root: Path, tmp_path: Path) -> None:
    entries = _TOML.findall(_review_page(root))
    for name, entry in entries:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(entry, encoding="utf-8")
        if path.stem not in JUDGED:
            ((row,),) = tomllib.loads(entry).values()
            assert row.keys() <= set(TABLES[path.stem].column_names)
    shown = {decision.table for decision in read_decisions(tmp_path)}
    assert shown == {"statements", "speakers", "attributions"}


def test_the_review_page_tells_judged_columns_from_others(root: Path) -> None:
    told = dict(_ROW.findall(_review_page(root)))
    for table in JUDGED:
        judged, by_hand = (cell.strip() for cell in f"{told[table]} ".split(" | "))
        assert (judged, by_hand) == (", ".join(JUDGED[table]), ", ".join(BY_HAND[table]))


def _review_page(root: Path) -> str:
    return (root / "docs" / "review.md").read_text(encoding="utf-8")


def _rows(root: Path, name: str) -> list[dict[str, str]]:
    with (root / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
