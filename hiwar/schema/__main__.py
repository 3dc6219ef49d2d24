"""`python -m hiwar.schema` makes all committed files that are derived from the models; `--check` reports drift."""

import argparse
import difflib
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hiwar.paths import data_root
from hiwar.schema import TABLES
from hiwar.schema.derive import croissant, datapackage, datasette, ddl, docs
from hiwar.schema.derive.table_schema import table_schema

COMMAND = "python -m hiwar.schema"
_TABLES = "dataset/tables"


def derived(root: Path) -> Iterator[tuple[str, str]]:
    """Yield path (from the repository root) and content of every derived file."""
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    for table in TABLES.values():
        yield f"schema/{table.name}.json", _json({"$comment": f"made by `{COMMAND}`"} | table_schema(table))
    yield "schema/hiwar.sql", ddl.script()
    yield "schema/datasette.json", _json(datasette.metadata())
    sources = datapackage.texts(root / _TABLES / "articles.csv", "dataset/raw")
    files = datapackage.described(root, _TABLES)
    yield (
        "datapackage.json",
        _json(datapackage.descriptor(files, sources, version=version, schemas="schema", tables=_TABLES)),
    )
    beside = datapackage.described(root / "dataset")
    yield "dataset/croissant.json", _json(croissant.croissant(beside, version=version))
    yield "docs/tables.md", docs.tables_page()
    codebook = root / "schema/codebook.md"
    if codebook.is_file():
        yield "schema/codebook.md", docs.filled(codebook.read_text(encoding="utf-8"))


def main(arguments: list[str] | None = None) -> int:
    """Write the derived files, or with `--check` print how they differ; return 1 where they do."""
    parser = argparse.ArgumentParser(prog=COMMAND, description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 if a file is out of date"
    )
    check = parser.parse_args(arguments).check
    root = data_root()
    if not (root / "pyproject.toml").is_file():
        print("the derived files belong to a checkout of the repository; here is none", file=sys.stderr)
        return 2
    stale = [(path, content) for path, content in derived(root) if _read(root / path) != content]
    for path, content in stale:
        if check:
            changes = difflib.unified_diff(
                _read(root / path).splitlines(), content.splitlines(), path, "derived", "", "", 1, ""
            )
            print("\n".join(list(changes)[:20]))
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8", newline="\n")
            print(f"wrote {path}")
    if check and stale:
        print(f"{len(stale)} files differ from the models; run `{COMMAND}`", file=sys.stderr)
    return 1 if check and stale else 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
