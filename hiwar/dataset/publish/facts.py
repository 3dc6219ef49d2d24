"""Facts about the dataset in the README: row counts, the state of the hand-check, the builder's own score.

They stand between `<!-- name -->` and `<!-- /name -->`, are filled by `hiwar build`, and never typed by hand.
"""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hiwar.schema import TABLES

Tables = Mapping[str, list[dict[str, Any]]]
_REVIEWED = ("articles", "speakers", "statements", "attributions", "figures")


def fill(page: str, facts: Mapping[str, str]) -> str:
    """Return `page` with the blocks that `facts` names filled; raises KeyError for a block that nothing fills."""
    return re.sub(
        r"(<!-- (\w+) -->\n).*?(<!-- /\2 -->)",
        lambda block: f"{block[1]}{facts[block[2]]}\n{block[3]}",
        page,
        flags=re.DOTALL,
    )


def fill_pages(root: Path, stage: Path, facts: Mapping[str, str]) -> None:
    """Write the READMEs of `root` with today's facts into `stage`."""
    for name in ("README.md", "README.ar.md"):
        if (root / name).exists():
            page = (root / name).read_text(encoding="utf-8")
            (stage / name).write_text(fill(page, facts), encoding="utf-8")


def facts(tables: Tables, score: str) -> dict[str, str]:
    """Return the blocks by name, in Markdown; `score` is the builder's own score as `hiwar evaluate` gives it."""
    return {
        "counts": _counts(tables, "| table | rows | what |\n| --- | ---: | --- |", english=True),
        "counts_ar": _counts(tables, "| الجدول | الصفوف | المحتوى |\n| --- | ---: | --- |", english=False),
        "review": _review(tables),
        "score": score,
    }


def _counts(tables: Tables, head: str, *, english: bool) -> str:
    rows = [
        f"| `{name}` | {len(tables[name])} | {table.description if english else table.ar} |"
        for name, table in TABLES.items()
    ]
    return "\n".join([head, *rows])


def _review(tables: Tables) -> str:
    lines = [
        "| table | rows | accepted | corrected | added | undecided |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name in _REVIEWED:
        count = Counter(row["review"] for row in tables[name])
        cells = [
            len(tables[name]),
            *(count[state] for state in ("accepted", "corrected", "added", "machine")),
        ]
        lines.append(f"| `{name}` | {' | '.join(map(str, cells))} |")
    return "\n".join(lines)
