"""`hiwar validate`: the published dataset keeps every rule, and the command tells the user what it found."""

from pathlib import Path

from hiwar.dataset.validate import validate


def test_the_published_dataset_keeps_every_rule(root: Path) -> None:
    report = validate(root)
    assert [str(finding) for finding in report.findings] == []
    assert set(report.notes) <= {
        "Parquet was not compared: there is none beside the CSV files",
        "the database was not compared: there is no hiwar.duckdb",
    }
