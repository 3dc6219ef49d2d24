"""The measure page: what each source gives for it, side by side, drawn and in words."""

from __future__ import annotations

from typing import Any

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound

from .databases import Rows, allow, among, ask, ask_once, named, people
from .links import Links
from .plot import KEY, axis_for, axis_strip, key_strip, strip
from .respond import PAGE_SIZE, one_page, page, page_number

TABLES = ("measures", "figures", "articles", "attributions", "speakers")
_MAGNITUDES = {10: "tens", 100: "hundreds", 1000: "thousands", 1_000_000: "millions", 1e9: "billions"}
_PLURAL = ("second", "minute", "hour", "day", "week", "month", "year", "barrel")

_FIGURES = f"""
SELECT f.*, a.published_on, a.outlet FROM figures f JOIN articles a USING (article_id)
WHERE f.measure_id = $id ORDER BY a.published_on NULLS LAST, f.figure_id LIMIT {PAGE_SIZE + 1} OFFSET $skip
"""
_SOURCES = (
    "SELECT statement_id, speaker_id FROM attributions WHERE role = 'source' AND {} ORDER BY attribution_id"
)


async def view(request: Any, datasette: Any, send: Any) -> Any:
    """Answer a request for a measure; `?page=` for later figures."""
    database = named(datasette, tilde_decode(request.url_vars["database"]))
    await allow(datasette, request, database, TABLES)
    measure_id = tilde_decode(request.url_vars["id"])
    found = await ask(database, "SELECT * FROM measures WHERE measure_id = $id", id=measure_id)
    if not found:
        raise NotFound(f"Measure not found: {measure_id}")
    number_ = page_number(request)
    rows = await ask_once(database, _FIGURES, id=measure_id, skip=(number_ - 1) * PAGE_SIZE)
    shown, following = one_page(rows, number_)
    sources = await sources_of(database, [row["statement_id"] for row in shown if row["statement_id"]])
    axis = axis_for(shown, found[0]["unit"])
    used = {row["qualifier"] for row in shown}
    context = {
        "measure": found[0],
        "figures": [
            {**row, "strip": strip(row, axis, amount(row)), "sources": sources.get(row["statement_id"], [])}
            for row in shown
        ],
        "axis": axis_strip(axis, [number(tick) for tick in axis.ticks()]),
        "logarithmic": axis.logarithmic,
        "key": [(*words, key_strip(name), name in used) for name, words in KEY.items()],
        "number": number_,
        "following": following,
    }
    return await page(datasette, request, Links(datasette, database), "measure", context)


async def sources_of(database: Any, statement_ids: list[str]) -> dict[str, Rows]:
    """Return the speakers who are the sources of each statement."""
    if not statement_ids:
        return {}
    condition, given = among("statement_id", statement_ids)
    rows = await ask(database, _SOURCES.format(condition), **given)
    names = await people(database, (row["speaker_id"] for row in rows))
    found: dict[str, Rows] = {}
    for row in rows:
        found.setdefault(row["statement_id"], []).append(names[row["speaker_id"]])
    return found


def number(value: float | None) -> str:
    """Return a number with thousands apart: `2,500`, `1.5`."""
    if value is None:
        return ""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def amount(row: dict[str, Any]) -> str:
    """Return a figure in words: `about 2,500`, `3 to 5 days`, `tens: 10 or more`."""
    qualifier, unit = row["qualifier"], row["unit"]
    if qualifier == "range":
        stated = f"{number(row['low'])} to {number(row['high'])}"
    elif qualifier == "magnitude":
        stated = f"{_MAGNITUDES.get(row['low'], 'many')}: {number(row['low'])} or more"
    else:
        stated = number(row["value"])
        if qualifier != "exact":
            stated = f"{KEY[qualifier][0]} {stated}"
    return with_unit(stated, unit, row["value"])


def with_unit(stated: str, unit: str, value: float | None) -> str:
    """Return the stated number with its unit; things counted have none."""
    if unit == "item":
        return stated
    if unit == "percent":
        return f"{stated} %"
    if unit in _PLURAL:
        return f"{stated} {unit}{'' if value == 1 else 's'}"
    return f"{stated} {unit}"
