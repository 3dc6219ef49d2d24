"""Checking a published dataset: every rule that a table, a column, a span or the codebook declares.

The checks are SQL made from the models, run over tables that are loaded once. The models themselves and frictionless
judge the same rows again where the dataset is small enough for them, as a second and third opinion.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from hiwar.dataset.validate import (
    clean,
    copies,
    figures,
    identity,
    keys,
    loading,
    models,
    package,
    passages,
    reviews,
    rows,
    spans,
    statements,
)
from hiwar.dataset.validate.findings import Finding, Query, Report, WrongInput, run
from hiwar.dataset.validate.place import Place, find
from hiwar.schema import TABLES

SMALL = 20_000  # rows; up to here the models and frictionless judge too, at about 20,000 rows a second

__all__ = ["Finding", "Report", "WrongInput", "queries", "rule_names", "validate", "validate_tables"]


def validate(path: Path, thorough: bool | None = None) -> Report:
    """Return what is wrong with the dataset in a folder or a .duckdb file.

    `thorough`: whether the models and frictionless judge too; None: where the dataset has at most `SMALL` rows.
    Raises WrongInput where `path` is neither.
    """
    report = Report()
    with loading.connect() as connection:
        place = None if path.is_file() else find(path)
        known = clean.tables(place) if place else None
        if known:
            loading.adopt(connection, known, report)
        if known or _load(connection, path, place, report):
            loading.texts(connection, place, report)
            loading.views(connection)
            for query in _beyond_keys() if known else queries():
                run(connection, query, report)
            _other_judges(connection, place, report, thorough)
    return report


def validate_tables(path: Path) -> Report:
    """Return what the Table Schemas, the row rules and the keys say against the CSV tables of a folder, and no more.

    These are the verdicts that frictionless gives on the same package, and those of the row rules and UNIQUE.
    """
    place, report = find(path), Report()
    if known := clean.tables(place):
        report.rows = {name: rows.num_rows for name, rows in known.items()}
        return report
    with loading.connect() as connection:
        if _load(connection, path, place, report):
            for query in keys.queries():
                run(connection, query, report)
    return report


def queries() -> Iterator[Query]:
    """Yield every rule over whole tables, in the order of the report."""
    yield from keys.queries()
    yield from _beyond_keys()


def _beyond_keys() -> Iterator[Query]:
    yield from passages.QUERIES
    yield from spans.queries()
    yield from statements.QUERIES
    yield from figures.QUERIES
    yield from identity.QUERIES
    yield from reviews.queries()


def rule_names() -> list[tuple[str, str]]:
    """Return `table.rule` and what is wrong where it is broken, of every rule over rows and tables, by table."""
    found = [
        (name, check.name, check.meaning)
        for name, table in TABLES.items()
        for check in rows.row_checks(table)
    ]
    found += [(query.table, query.rule, query.broken) for query in queries()]
    order = list(TABLES)
    named = dict.fromkeys((order.index(table), f"{table}.{rule}", broken) for table, rule, broken in found)
    return [(rule, broken) for _, rule, broken in sorted(named, key=lambda entry: entry[0])]


def _load(connection: duckdb.DuckDBPyConnection, path: Path, place: Place | None, report: Report) -> bool:
    """Make the tables; return whether all are there, so that rules over several tables can be asked."""
    if place is None:
        loading.tables(connection, loading.database_scans(connection, path, report), report)
        return report.rows.keys() == TABLES.keys()
    for name, scan in loading.csv_scans(place, report).items():
        try:
            loading.tables(connection, {name: scan}, report)
        except duckdb.Error as error:
            report.add(loading.broken_csv(place, TABLES[name], error))
    if complete := report.rows.keys() == TABLES.keys():
        return complete
    report.notes.append("rules over several tables were left out until every table can be read")
    return False


def _other_judges(
    connection: duckdb.DuckDBPyConnection, place: Place | None, report: Report, thorough: bool | None
) -> None:
    total = sum(report.rows.values())
    asked = total <= SMALL if thorough is None else thorough
    if asked:
        models.judge(connection, report)
    else:
        report.notes.append(
            f"the models and frictionless did not judge the {total:,} rows; ask them with --thorough"
        )
    if place is not None:
        copies.compare(connection, place, report)
        if package.describe(place, report) and asked:
            package.judge(place, report)
        if place.review.is_dir():
            report.add(reviews.undecided(place))
