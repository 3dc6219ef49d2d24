"""The models themselves as judges: every row of every table through its pydantic model."""

import duckdb
from pydantic import ValidationError

from hiwar.dataset.validate.findings import Finding, Report
from hiwar.schema import TABLES, Table
from hiwar.schema.derive import sql


def judge(connection: duckdb.DuckDBPyConnection, report: Report) -> None:
    """Add a finding for each row that a model refuses and no other check has named."""
    named = report.named()
    for table in TABLES.values():
        rows = connection.execute(
            f"SELECT {sql.names(table.column_names)} FROM {sql.name(table.name)}"
        ).fetchall()
        report.add(
            finding for row in rows for finding in _refused(table, row) if not named(table.name, finding.row)
        )


def _refused(table: Table, row: tuple[object, ...]) -> list[Finding]:
    values = dict(zip(table.column_names, row, strict=True))
    try:
        table.model.model_validate(values)
    except ValidationError as error:
        key = " / ".join(str(values[column]) for column in table.key)
        return [
            Finding(
                table.name,
                key,
                str(fault["loc"][0]) if fault["loc"] else None,
                str(fault["input"]) if fault["loc"] else None,
                "model_accepts_the_row",
                fault["msg"],
                "correct the value",
            )
            for fault in error.errors()
        ]
    return []
