"""Review: what the rows say of the hand-check is what the table `reviews` says."""

from collections.abc import Iterator
from typing import get_args

from hiwar.dataset.validate.findings import Finding, Query
from hiwar.dataset.validate.place import Place
from hiwar.schema import TABLES, Table
from hiwar.schema.base import Column
from hiwar.schema.derive import sql
from hiwar.schema.reviews import REVIEWED


def queries() -> Iterator[Query]:
    """Yield the checks of each reviewed table."""
    for name in get_args(REVIEWED):
        table = TABLES[name]
        yield _reviewed_row_exists(table)
        yield _rejected_is_gone(table)
        yield _correction_stands(table)
        if "review" in table.column_names:
            yield _state_is_decided(table)


def _reviewed_row_exists(table: Table) -> Query:
    key = table.key[0]
    query = f"""SELECT review_id AS row, row_id AS value FROM reviews WHERE table_name = '{table.name}'
        AND decision <> 'rejected' AND row_id NOT IN (SELECT {key} FROM {table.name})"""
    what = "the table that was reviewed has no row of this id"
    return Query(
        "reviewed_row_is_there", "reviews", "row_id", query, what, "build again, or withdraw the decision"
    )


def _rejected_is_gone(table: Table) -> Query:
    key = table.key[0]
    query = f"""SELECT review_id AS row, row_id AS value FROM reviews WHERE table_name = '{table.name}'
        AND decision = 'rejected' AND row_id IN (SELECT {key} FROM {table.name})"""
    return Query(
        "rejected_row_is_not_published",
        "reviews",
        "row_id",
        query,
        "a rejected row is published",
        "build again",
    )


def _correction_stands(table: Table) -> Query:
    """A correction whose value is not the published one is stale. Columns are compared as they are printed."""
    key = table.key[0]
    others = [column for column in table.columns if column.name != key]
    printed = ", ".join(f"{_printed(column)} AS {sql.name(column.name)}" for column in others)
    query = f"""WITH stands AS (SELECT * FROM (SELECT {key}, {printed} FROM {table.name})
            UNPIVOT INCLUDE NULLS (now FOR corrected IN ({sql.names([column.name for column in others])})))
        SELECT review_id AS row, coalesce(r.published, 'null') || ' ≠ ' || coalesce(s.now, 'null') AS value
        FROM reviews r JOIN stands s ON s.{key} = r.row_id AND s.corrected = r.field
        WHERE r.table_name = '{table.name}' AND r.decision = 'corrected' AND r.published IS DISTINCT FROM s.now"""
    what = "the row is no longer what review made of it"
    return Query(
        "correction_is_not_stale", "reviews", "published", query, what, "decide the row anew, and build again"
    )


def _printed(column: Column) -> str:
    text = f"CAST({sql.name(column.name)} AS VARCHAR)"
    return f"regexp_replace({text}, '\\.0$', '')" if column.kind == "number" else text


def _state_is_decided(table: Table) -> Query:
    """`machine` is for rows without a decision, and no row of a reviewed dataset is without one."""
    key = table.key[0]
    query = f"""SELECT t.{key} AS row, t.review AS value FROM {table.name} t LEFT JOIN
          (SELECT row_id, list(DISTINCT decision) AS made FROM reviews WHERE table_name = '{table.name}' GROUP BY row_id) r
          ON r.row_id = t.{key}
        WHERE CASE WHEN r.made IS NOT NULL THEN NOT list_contains(r.made, t.review)
          ELSE t.review <> 'machine' OR EXISTS (SELECT 1 FROM reviews WHERE table_name = '{table.name}') END"""
    return Query(
        "review_is_decided",
        table.name,
        "review",
        query,
        "no live decision in `reviews` says so (in a reviewed dataset every row needs one)",
        "decide the row with `hiwar review`, and build again",
    )


def undecided(place: Place) -> list[Finding]:
    """Return what no live decision covers: the texts are read anew, and each decision is held against the proposal."""
    from hiwar.dataset.build import find_files, propose, with_reviews
    from hiwar.dataset.review.files import ReviewError

    try:
        left = with_reviews(propose(find_files([place.raw])), place.review).open
    except ReviewError as error:
        return [
            Finding("reviews", None, None, None, "review_can_be_read", str(error), "mend the file by hand")
        ]
    mend = "look at the row with `hiwar review`, decide it, and build again"
    return [
        Finding(row.table, row.id, None, None, f"review_is_{row.problem}", row.what, mend) for row in left
    ]
