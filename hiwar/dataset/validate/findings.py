"""What a check reports, and how it is shown."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

import duckdb

MOST = 20  # findings that are listed of one rule; the rest is counted


class WrongInput(ValueError):
    """What was named is not a dataset: a file or folder that is missing or is something else."""


@dataclass(frozen=True)
class Finding:
    """A rule that is broken, where, and how to mend it."""

    table: str
    row: str | None  # the row's id; None: the table as a whole
    field: str | None
    value: str | None
    rule: str
    broken: str  # what is wrong, in a sentence
    mend: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.table, self.row) if part)
        place += f" · {self.field}" if self.field else ""
        place += f" = {_short(self.value)}" if self.value is not None else ""
        return f"{place}\n    {self.rule}: {self.broken}\n    mend: {self.mend}"


@dataclass
class Report:
    """All findings of a run, with what was checked and what was left out."""

    findings: list[Finding] = field(default_factory=list)
    more: dict[str, int] = field(default_factory=dict)  # by table and rule, findings that are not listed
    notes: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)

    def add(self, found: Iterable[Finding]) -> None:
        """Keep the findings, and of each table and rule the first `MOST`."""
        for finding in found:
            key = f"{finding.table}.{finding.rule}"
            if sum(f"{known.table}.{known.rule}" == key for known in self.findings) < MOST:
                self.findings.append(finding)
            else:
                self.more[key] = self.more.get(key, 0) + 1

    def named(self) -> Callable[[str, str | None], bool]:
        """Return a test whether a finding so far names that row; all rows of a table are, where some are not listed."""
        listed = {(finding.table, finding.row) for finding in self.findings}
        cut_short = {key.partition(".")[0] for key in self.more}
        return lambda table, row: table in cut_short or (table, row) in listed

    @property
    def count(self) -> int:
        """How many findings there are, listed or not."""
        return len(self.findings) + sum(self.more.values())

    def to_json(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "findings": [asdict(finding) for finding in self.findings],
            "not_listed": self.more,
            "count": self.count,
            "rows": self.rows,
            "notes": self.notes,
        }


class Query(NamedTuple):
    """A rule over whole tables. `sql` gives `row` and `value` of each place that breaks it."""

    rule: str
    table: str
    field: str | None
    sql: str
    broken: str
    mend: str


def run(connection: duckdb.DuckDBPyConnection, query: Query, report: Report) -> None:
    """Add what the query finds to the report, by row, as groups come in any order."""
    rows = f"SELECT CAST(row AS VARCHAR), CAST(value AS VARCHAR) FROM ({query.sql})"
    found = connection.execute(f"{rows} ORDER BY ALL LIMIT {MOST + 1}").fetchall()
    report.add(
        Finding(query.table, row, query.field, value, query.rule, query.broken, query.mend)
        for row, value in found[:MOST]
    )
    if len(found) > MOST:
        (count,) = connection.execute(f"SELECT count(*) FROM ({query.sql})").fetchone() or (0,)
        key = f"{query.table}.{query.rule}"
        report.more[key] = report.more.get(key, 0) + count - MOST


def _short(value: str | None) -> str:
    text = "" if value is None else value.replace("\n", "\\n")
    return text if len(text) <= 80 else text[:77] + "…"
