"""A small dataset of our own that keeps every rule, as a published folder that tests may damage."""

import csv
import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from hiwar.dataset.csvio import write_csv
from hiwar.dataset.publish import database
from hiwar.dataset.publish.package import write_descriptor
from hiwar.schema import TABLES

PORT = (
    "وصول سفينة إلى الميناء\n"
    'قال وزير النقل سالم الحمداني إن السفينة تحمل نحو 300 طن من القمح. وأضاف أن "العمل يسير كما خُطط له".\n'
    "وبحسب الوزارة، وصلت 60٪ من الشحنات.\n\n"
    "وصول سفينة إلى الميناء\n"
    "تعليقات (0)"
)
TOWN = (
    "عودة السفن\nنقلت وكالة المرافئ عن مسؤول في البلدية قوله إن بين 3 و5 سفن عادت. وفي الموقع عشرات العمال.\n"
)
TEXTS = {"port.txt": PORT, "town.txt": TOWN}
MINISTER, MINISTRY, AGENCY, OFFICIAL = "p.sAlm_AlHmdAny", "o.wzArp_Alnql", "o.wkAlp_AlmrAfC", "u.town.1.mswwl"


def _span(text: str, words: str, name: str = "") -> dict[str, Any]:
    """The columns of the span of `words` (their first place in the text)."""
    start = text.index(words)
    stem = f"{name}_" if name else ""
    return {name or "text": words, f"{stem}start": start, f"{stem}end": start + len(words)}


def _statement(stem: str, cue: str, words: str, kind: str, act: str) -> dict[str, Any]:
    text = TEXTS[f"{stem}.txt"]
    found = (
        _span(text, cue, "cue")
        | _span(text, words)
        | {"type": kind, "act": act, "rule": "test", "review": "accepted"}
    )
    return found | {"statement_id": f"{stem}.1.s{found['cue_start']}", "article_id": f"{stem}.1"}


def _attribution(
    statement: dict[str, Any], speaker: str, form: str, words: str | None, role: str = "source"
) -> dict[str, Any]:
    text = TEXTS[f"{statement['article_id'][:-2]}.txt"]
    name = f"{statement['statement_id']}.{role}1"
    found = {
        "attribution_id": name,
        "statement_id": statement["statement_id"],
        "speaker_id": speaker,
        "role": role,
    }
    return (
        found
        | {"form": form, "rule": "test", "review": "accepted"}
        | (_span(text, words, "mention") if words else {})
    )


def _figure(
    stem: str, words: str, number: str, qualifier: str, unit: str, counted: str | None, **more: Any
) -> dict[str, Any]:
    text = TEXTS[f"{stem}.txt"]
    found = (
        _span(text, words)
        | _span(text, number, "number")
        | {"qualifier": qualifier, "unit": unit, "counted": counted}
    )
    found |= {"figure_id": f"{stem}.1.f{found['number_start']}", "article_id": f"{stem}.1"}
    return found | {"rule": "test", "review": "accepted"} | more


def _passages(stem: str, kinds: list[str]) -> list[dict[str, Any]]:
    text, rows, start = TEXTS[f"{stem}.txt"], [], 0
    for line in text.split("\n"):
        if line:
            kind = kinds[len(rows)]
            article = None if kind == "furniture" else f"{stem}.1"
            found = {
                "passage_id": f"{stem}.p{start}",
                "raw_file": f"{stem}.txt",
                "article_id": article,
                "kind": kind,
            }
            repeats = f"{stem}.p0" if kind == "repeat" else None
            place = {"position": len(rows) + 1, "start": start, "end": start + len(line), "text": line}
            rows.append(found | place | {"repeats": repeats})
        start += len(line) + 1
    return rows


def _article(stem: str, **more: Any) -> dict[str, Any]:
    text = TEXTS[f"{stem}.txt"]
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = {
        "article_id": f"{stem}.1",
        "raw_file": f"{stem}.txt",
        "position": 1,
        "sha256": digest,
        "characters": len(text),
    }
    return (
        found
        | {
            "language": "ar",
            "headline": text.split("\n")[0],
            "published_basis": "unknown",
            "review": "accepted",
        }
        | more
    )


def _speaker(speaker: str, kind: str, name: str) -> dict[str, Any]:
    return {"speaker_id": speaker, "kind": kind, "name_ar": name, "review": "accepted"}


def tables() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of all tables."""
    said = _statement("port", "قال", "السفينة تحمل نحو 300 طن من القمح", "indirect", "say") | {
        "review": "corrected"
    }
    added = _statement("port", "أضاف", "العمل يسير كما خُطط له", "direct", "say")
    reported = _statement("port", "بحسب", "وصلت 60٪ من الشحنات", "indirect", "say")
    passed = _statement("town", "قوله", "بين 3 و5 سفن عادت", "indirect", "say")
    port = _passages("port", ["headline", "body", "body", "repeat", "furniture"])
    town = _passages("town", ["headline", "body"])
    body, second, only = (row["passage_id"] for row in (port[1], port[2], town[1]))
    found: dict[str, list[dict[str, Any]]] = {
        "articles": [
            _article("port", published_on=date(2024, 1, 27), published_basis="stated"),
            _article("town"),
        ],
        "passages": port + town,
        "speakers": [
            _speaker(MINISTER, "person", "سالم الحمداني"),
            _speaker(MINISTRY, "organization", "وزارة النقل"),
            _speaker(AGENCY, "organization", "وكالة المرافئ"),
            _speaker(OFFICIAL, "unnamed", "مسؤول"),
        ],
        "speaker_roles": [
            {"role_id": f"port.1.r{PORT.index('وزير النقل')}", "speaker_id": MINISTER, "article_id": "port.1"}
            | {"role_ar": "وزير النقل", "organization_id": MINISTRY}
        ],
        "statements": [
            said | {"passage_id": body},
            added | {"passage_id": body},
            reported | {"passage_id": second},
            passed | {"passage_id": only},
        ],
        "attributions": [
            _attribution(said, MINISTER, "named", "وزير النقل سالم الحمداني"),
            _attribution(added, MINISTER, "implicit", None),
            _attribution(reported, MINISTRY, "titled", "الوزارة"),
            _attribution(passed, OFFICIAL, "unnamed", "مسؤول في البلدية"),
            _attribution(passed, AGENCY, "named", "وكالة المرافئ", "relay"),
        ],
        "measures": [
            {
                "measure_id": "ships",
                "label_en": "Ships",
                "label_ar": "السفن",
                "unit": "item",
                "description_en": "Ships.",
            }
        ],
        "figures": [
            _figure("port", "نحو 300 طن من القمح", "300", "about", "t", "من القمح", value=300.0)
            | {"passage_id": body, "statement_id": said["statement_id"]},
            _figure("port", "60٪ من الشحنات", "60٪", "exact", "percent", "من الشحنات", value=60.0)
            | {"passage_id": second, "statement_id": reported["statement_id"]},
            _figure(
                "town", "بين 3 و5 سفن", "3 و5", "range", "item", "سفن", low=3.0, high=5.0, measure_id="ships"
            )
            | {"passage_id": only, "statement_id": passed["statement_id"]},
            _figure("town", "عشرات العمال", "عشرات", "magnitude", "item", "العمال", low=10.0, as_of="2024-01")
            | {"passage_id": only},
        ],
    }
    found["speaker_names"] = [
        {"speaker_id": row["speaker_id"], "name": row["name_ar"]} for row in found["speakers"]
    ]
    found["reviews"] = [
        _review(name, str(row[TABLES[name].key[0]]), row)
        for name in ("articles", "speakers", "statements", "attributions", "figures")
        for row in found[name]
    ] + [
        {
            "review_id": "figures:port.1.f1",
            "table_name": "figures",
            "row_id": "port.1.f1",
            "decision": "rejected",
        }
    ]
    return found


def _review(table: str, row_id: str, row: dict[str, Any]) -> dict[str, Any]:
    entry = {
        "review_id": f"{table}:{row_id}",
        "table_name": table,
        "row_id": row_id,
        "decision": row["review"],
    }
    if row["review"] == "corrected":
        entry |= {
            "review_id": f"{entry['review_id']}:end",
            "field": "end",
            "proposed": "70",
            "published": str(row["end"]),
        }
    return entry


class Published:
    """The dataset as a folder, with ways to damage it. Rows are named by the beginning of their key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "tables").mkdir(parents=True)
        (folder / "raw").mkdir()
        for name, text in TEXTS.items():
            (folder / "raw" / name).write_text(text, encoding="utf-8", newline="")
        for name, rows in tables().items():
            table = TABLES[name]
            write_csv(self.csv(name), table, [dict.fromkeys(table.column_names) | row for row in rows])
        write_descriptor(folder)

    def csv(self, table: str) -> Path:
        """The CSV file of a table."""
        return self.folder / "tables" / f"{table}.csv"

    def copies(self) -> None:
        """Write Parquet and DuckDB beside the CSV files."""
        database.write_parquet(self.folder / "tables")
        database.write(self.folder / "tables", self.folder / "hiwar.duckdb", TEXTS)

    def edit(self, table: str, row: int, /, **cells: str) -> None:
        """Overwrite cells of a row, as somebody with a text editor would."""
        self._change(table, lambda rows: rows[row].update(cells))

    def drop(self, table: str, row: int) -> None:
        """Delete a row."""
        self._change(table, lambda rows: rows.pop(row))

    def copy(self, table: str, row: int, /, **cells: str) -> None:
        """Append a row once more, with some cells changed."""
        self._change(table, lambda rows: rows.append(rows[row] | cells))

    def _change(self, table: str, change: Callable[[list[dict[str, str]]], Any]) -> None:
        with self.csv(table).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        change(rows)
        with self.csv(table).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, TABLES[table].column_names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        write_descriptor(self.folder)
