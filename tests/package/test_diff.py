"""Comparing two builds: exactly the changes that were made are reported, whatever the form of either side."""

import copy
from pathlib import Path
from typing import Any

import pytest

from hiwar.dataset.diff import Change, TableDiff, diff
from hiwar.schema import TABLES
from tests.package.conftest import A, F, S, write_database, write_tables

Rows = dict[str, list[dict[str, Any]]]


def _changed(rows: Rows) -> Rows:
    new = copy.deepcopy(rows)
    new["statements"][0] |= {"end": 70, "gloss_en": "the harvest reached about 300 t"}
    new["figures"][0]["value"] = 301.0
    new["speakers"].pop()
    new["speaker_names"].append({"speaker_id": "p.sAmy", "name": "سامي"})
    return new


EXPECTED = {
    "statements": TableDiff(
        "statements",
        (1, 1),
        changed=[
            Change((S,), "end", "75", "70"),
            Change((S,), "gloss_en", None, "the harvest reached about 300 t"),
        ],
    ),
    "figures": TableDiff("figures", (1, 1), changed=[Change((F,), "value", "300.0", "301.0")]),
    "speakers": TableDiff("speakers", (2, 1), removed=[("o.wkAlp",)]),
    "speaker_names": TableDiff("speaker_names", (2, 3), added=[("p.sAmy", "سامي")]),
}


@pytest.mark.parametrize("old_form", ["tables", "database"])
@pytest.mark.parametrize("new_form", ["tables", "database"])
def test_the_changes_that_were_made_are_those_reported(
    tmp_path: Path, rows: Rows, old_form: str, new_form: str
) -> None:
    sides = []
    for name, form, content in (("old", old_form, rows), ("new", new_form, _changed(rows))):
        path = tmp_path / (f"{name}.duckdb" if form == "database" else name)
        (write_database if form == "database" else write_tables)(path, content)
        sides.append(path)
    found = diff(*sides)
    assert [table.table for table in found] == list(TABLES)
    assert {table.table: table for table in found if table} == EXPECTED
    assert not any(diff(sides[0], sides[0]))


def test_columns_and_tables_that_come_and_go(tmp_path: Path, rows: Rows) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    write_tables(old, rows)
    write_tables(new, rows)
    (new / "figures.csv").unlink()
    header, *names = (new / "speaker_names.csv").read_text().splitlines()
    (new / "speaker_names.csv").write_text(
        "\n".join([f"{header},script", *(f"{line}," for line in names)]) + "\n"
    )
    found = {table.table: table for table in diff(old, new) if table}
    assert found.keys() == {"figures", "speaker_names"}
    assert (found["figures"].removed, found["figures"].rows) == ([(F,)], (1, 0))
    assert found["speaker_names"].columns_added == ["script"]
    assert diff(new, old)[list(TABLES).index("speaker_names")].columns_removed == ["script"]


def test_an_order_or_a_spelling_of_a_number_is_no_difference(tmp_path: Path, rows: Rows) -> None:
    write_tables(tmp_path / "old", rows)
    rows["figures"][0]["value"] = "3e2"
    rows["speakers"].reverse()
    write_tables(tmp_path / "new", rows)
    assert not any(diff(tmp_path / "old", tmp_path / "new"))


def test_a_side_that_cannot_be_read_is_told(tmp_path: Path, rows: Rows) -> None:
    write_tables(tmp_path / "good", rows)
    with pytest.raises(FileNotFoundError, match="none is not there"):
        diff(tmp_path / "good", tmp_path / "none")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileNotFoundError, match="empty is a folder without CSV tables or a database"):
        diff(tmp_path / "empty", tmp_path / "good")
    (tmp_path / "text.duckdb").write_text("no database" * 1000)
    with pytest.raises(OSError, match=r"text\.duckdb cannot be read"):
        diff(tmp_path / "good", tmp_path / "text.duckdb")
    keyless = (tmp_path / "good" / "figures.csv").read_text().replace("figure_id", "id")
    write_tables(tmp_path / "bad", rows)
    (tmp_path / "bad" / "figures.csv").write_text(keyless)
    with pytest.raises(ValueError, match=r"figures of the new side lacks its key \(figure_id\)"):
        diff(tmp_path / "good", tmp_path / "bad")


def test_the_key_of_an_attribution_is_its_id(tmp_path: Path, rows: Rows) -> None:
    write_tables(tmp_path / "old", rows)
    rows["attributions"][0]["form"] = "titled"
    write_tables(tmp_path / "new", rows)
    (table,) = filter(None, diff(tmp_path / "old", tmp_path / "new"))
    assert table.changed == [Change((A,), "form", "named", "titled")]
    assert (table.changed_rows, table.changed_columns) == (1, {"form": 1})
