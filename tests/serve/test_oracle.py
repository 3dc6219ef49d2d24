"""The same rows in SQLite and in DuckDB give the same JSON at the same address."""

from __future__ import annotations

import itertools
import json
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette

# an operator, and values to try it with
FILTERS = {
    "title": ["exact=birch", "not=birch", "contains=ASH", "contains=كتاب", "endswith=TREE", "startswith=ash", "gt=b", "lte=b",
              "like=%25s%25", "notlike=%25s%25", "glob=*tree", "glob=[A-C]*", "in=birch,it's", "notin=birch,2024", "isnull=1",
              "notnull=1", "isblank=1", "notblank=1", "exact=2024", 'in=["birch","Ash tree"]', "contains=%25", "contains=_"],
    "author": ["exact=2", "not=2", "gt=1", "gte=2", "lt=2", "lte=2", "in=1,2", "notin=1,2", "isnull=1", "contains=2",
               "isblank=1", "notblank=1", "exact=abc", "exact=2.5", "gt=1.5", "exact=", "like=2", "startswith=2"],
    "day": ["exact=2024-01-12", "not=2024-01-12", "gt=2024-02-11", "lt=2024-02", "gte=2024-03", "date=2024-01-12",
            "contains=-02-", "startswith=2024-01", "isnull=1", "in=2024-01-12,2024-02-13", "glob=2024-0[12]-*", "isblank=1"],
    "moment": ["exact=2024-03-01 12:30:00", "gt=2024-03-01 14:30:00", "date=2024-03-01", "contains=15:30", "notblank=1"],
    "score": ["exact=0.5", "gt=1", "lt=0.75", "in=0.5,1.25", "contains=.5", "not=0.5", "isnull=1", "exact=x"],
    "price": ["exact=3.25", "gte=3.25", "lt=3", "in=3.25,4.25", "not=3.25"],
    "flag": ["exact=1", "not=1", "gt=0", "in=0,1", "contains=1", "isblank=1"],
    "big": ["exact=1099511627777", "gt=1099511627777", "exact=99999999999999999999999"],
    "tags": ["arraycontains=red", "arraynotcontains=blue", "arraycontains=nosuch", "isnull=1", "notnull=1",
             'exact=["red", "blue"]'],
    "labels": ["arraycontains=red", "arraynotcontains=blue", "contains=green", 'exact=["red", "blue"]'],
    "mood": ["exact=calm", "exact=angry", "not=calm", "in=calm,loud", "contains=AL", "isnull=1", "notin=calm,angry"],
    "data": ["isnull=1", "notnull=1"],
}  # fmt: skip
FILTER_PATHS = [
    f"/data/notes.json?{column}__{value.replace(' ', '+')}"
    for column, values in FILTERS.items()
    for value in values
]
THROUGH = urlencode({"_through": json.dumps({"table": "links", "column": "kind", "value": "a"})})
OTHER_PATHS = [
    "/data/people.json", "/data/notes.json", "/data/log.json", "/data/pairs.json", "/data/calm_notes.json",
    *(f"/data/people.json?_shape={shape}" for shape in ("arrays", "objects", "array", "object", "arrayfirst", "nosuch")),
    "/data/notes.json?_shape=array&_nl=on", "/data/log.json?_shape=object", "/data/notes.json?_json=tags&_json=labels",
    "/data/notes/7.json", "/data/notes/7.json?_extras=foreign_key_tables", "/data/notes/700.json", "/data/notes/x.json",
    "/data/pairs/b,3.json", "/data/pairs/b,x.json", "/data/log/5.json", "/data/log/x.json", "/data/people/1.json?_shape=object",
    *(f"/data/notes.json?_{way}={column}&_size=30" for column, way in itertools.product(
        ("id", "title", "author", "day", "moment", "score", "price", "flag", "big", "mood"), ("sort", "sort_desc"))),
    "/data/notes.json?_sort=nosuch", "/data/notes.json?_sort=id&_sort_desc=id",
    *(f"/data/notes.json?_facet={column}&_size=0" for column in
      ("title", "author", "day", "score", "price", "flag", "big", "tags", "labels", "mood")),
    "/data/notes.json?_facet_date=day&_size=0", "/data/notes.json?_facet_date=moment&_size=0",
    "/data/notes.json?_facet_array=tags&_size=0", "/data/notes.json?_facet_array=labels&_size=0",
    "/data/notes.json?_facet=author&_facet=flag&_facet_array=tags&_facet_date=day&author=2&_size=0",
    "/data/notes.json?_facet=mood&_facet_size=1&_size=0", "/data/log.json?_facet=line&_size=0",
    "/data/calm_notes.json?_facet=author", "/data/by_author.json?_facet=name&_size=0",
    "/data/notes.json?_labels=on&_size=5", "/data/notes.json?_label=author&_size=5", "/data/links.json?_labels=on&_size=5",
    f"/data/notes.json?{THROUGH}", "/data/notes.json?_through={}",
    "/data/notes.json?_col=title&_size=3", "/data/notes.json?_nocol=data&_size=3", "/data/notes.json?_col=nosuch",
    "/data/notes.json?_where=id%3C5", "/data/notes.json?_where=title+like+'%25ash%25'", "/data/notes.json?_nocount=1&_size=2",
    "/data/notes.json?_where=author=2&_where=flag=1&_facet=mood", "/data/notes.json?nosuch=1", "/data/notes.json?nosuch__isnull=1",
    "/data/notes.json?author=1&author=2", "/data/notes.json?title__contains=a&score__gt=1&_sort=score",
    "/data/pairs.json?the+text=a3", "/data/pairs.json?_sort_desc=the+text&_size=5", "/data/pairs.json?_facet=the+text",
    "/data/pairs.json?_next=b,3&_size=4", "/data/log.json?rowid=5", "/data/log.json?rowid__lt=5", "/data/log.json?_sort_desc=rowid",
    "/data/notes.json?_next=100&_size=3", "/data/notes.json?_next=x", "/data/notes.json?_next=2,3&_sort=author&_size=4",
    "/data/notes.json?_next=$null,22&_sort=author&_size=40", "/data/notes.json?_next=$null,22&_sort_desc=author&_size=4",
    "/data/calm_notes.json?_next=10&_size=5", "/data/calm_notes.json?_sort_desc=title", "/data/nosuch.json",
    "/data/people.json?_facet_size=max&_facet=name", "/data/notes.json?_size=max&_nosuggest=1&_nocount=1", "/data/notes.json?_size=-1",
    "/data.json?sql=select+1+as+one", "/data.json?sql=select+name+from+people+where+id=:id&id=2", "/data.json?sql=delete+from+notes",
    "/data.json?sql=select+name+from+people+where+name=:name&_shape=array&name=Ada", "/data.json?sql=select+id+from+notes+order+by+id",
    "/data.json?sql=select+count(*)+as+n,+author+from+notes+group+by+author+order+by+author+nulls+first&_shape=objects",
]  # fmt: skip


def comparable(text: str) -> Any:
    """Return the JSON without what tells the time."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return text
    if isinstance(data, dict):
        data.pop("query_ms", None)
    return data


@pytest.mark.parametrize("path", [*FILTER_PATHS, *OTHER_PATHS])
async def test_same_json(path: str, sqlite_datasette: Datasette, duckdb_datasette: Datasette) -> None:
    expected = await sqlite_datasette.client.get(path)
    found = await duckdb_datasette.client.get(path)
    assert (found.status_code, comparable(found.text)) == (expected.status_code, comparable(expected.text))


def test_there_are_enough_addresses() -> None:
    assert len({*FILTER_PATHS, *OTHER_PATHS}) >= 150


@pytest.mark.parametrize(
    "path",
    [
        "/data/notes.csv?_stream=on",
        "/data/notes.csv?_stream=on&_sort=score&_labels=on",
        "/data/log.csv?_stream=on&_size=max",
        "/data/pairs.csv?_header=off",
        "/data/by_author.csv?_sort=id&_stream=on",
        "/data.csv?sql=select+id,+title+from+notes+order+by+id",
    ],
)
async def test_same_csv(path: str, sqlite_datasette: Datasette, duckdb_datasette: Datasette) -> None:
    expected = await sqlite_datasette.client.get(path)
    found = await duckdb_datasette.client.get(path)
    assert (found.status_code, found.text) == (expected.status_code, expected.text)
