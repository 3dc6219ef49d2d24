"""The committed files are what the models say, and the tools that they are for read them."""

import csv
import json
from pathlib import Path

import pytest
from frictionless import Package, Schema

from hiwar.schema import TABLES, Table
from hiwar.schema.__main__ import COMMAND, derived
from hiwar.schema.derive import datapackage, docs, table_schema


def test_the_derived_files_are_up_to_date(root: Path) -> None:
    stale = [path for path, content in derived(root) if (root / path).read_text(encoding="utf-8") != content]
    assert not stale, f"out of date: {', '.join(stale)}; run `{COMMAND}`"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_frictionless_reads_the_schema_with_every_constraint(table: Table) -> None:
    schema = Schema.from_descriptor(table_schema.table_schema(table))
    assert schema.primary_key == list(table.key)
    assert [field.name for field in schema.fields] == table.column_names
    for column, field in zip(table.columns, schema.fields, strict=True):
        assert field.type == column.kind
        assert field.required == (not column.nullable)
        assert field.constraints.get("enum", []) == list(column.meanings)
        assert (pattern := field.constraints.get("pattern", "^$")).startswith("^")
        assert pattern.endswith("$")


FOLLOWS_THE_BUILDER = {"rule", "review"}


@pytest.mark.parametrize("name", [name for name in TABLES if name != "reviews"])
def test_examples_are_values_of_published_rows(root: Path, name: str) -> None:
    with (root / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for column in TABLES[name].columns:
        published = {row[column.name] for row in rows} - {""}
        if published and column.name not in FOLLOWS_THE_BUILDER:
            assert str(column.info.examples[0]) in published, f"{name}.{column.name}"


def test_the_package_names_keys_licences_and_files(root: Path) -> None:
    package = Package.from_descriptor(
        json.loads((root / "datapackage.json").read_text("utf-8")), basepath=str(root)
    )
    assert [resource.name for resource in package.resources] == list(TABLES)
    for resource, table in zip(package.resources, TABLES.values(), strict=True):
        licences = [licence["name"] for licence in resource.licenses]
        assert licences == ["CC-BY-4.0", "LicenseRef-publisher-text"][: 1 + table.source_text]
        assert len(resource.schema.foreign_keys) == len(table.foreign)


def test_the_hash_of_a_file_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "measures.csv").write_bytes(b"abc")
    resources = datapackage.descriptor(datapackage.described(tmp_path), version="1")["resources"]
    held = next(resource for resource in resources if resource["name"] == "measures")
    assert (held["path"], held["bytes"]) == ("tables/measures.csv", 3)
    assert held["hash"] == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_only_marked_blocks_of_the_codebook_are_filled() -> None:
    page = "# By hand\n<!-- fields:measures -->\nof yesterday\n<!-- /fields -->\nafter"
    filled = docs.filled(page)
    assert filled.startswith("# By hand\n<!-- fields:measures -->\n| column |")
    assert filled.endswith("\n<!-- /fields -->\nafter")
    assert "of yesterday" not in filled
    assert docs.filled(filled) == filled
    with pytest.raises(ValueError, match="no table 'measure'"):
        docs.filled(page.replace("measures", "measure"))
