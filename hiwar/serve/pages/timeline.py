"""How many statements in which month, as one inline drawing."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

WIDTH, HEIGHT, BASE = 720, 96, 74
MOST = 240  # months: bars of 3 units; a longer time is drawn by years


def timeline(rows: list[dict[str, Any]]) -> Markup | None:
    """Return the drawing, or None where there are not two months to tell apart. `rows` hold month and statements."""
    counts: dict[int, int] = {}
    for row in rows:
        if row["month"]:
            year, month = (int(part) for part in str(row["month"]).split("-")[:2])
            counts[year * 12 + month - 1] = row["statements"]
    if len(counts) < 2:
        return None
    per = 1 if max(counts) - min(counts) < MOST else 12
    bins: dict[int, int] = {}
    for month, count in counts.items():
        bins[month // per] = bins.get(month // per, 0) + count
    return _draw(bins, per)


def _draw(bins: dict[int, int], per: int) -> Markup:
    first, last, most = min(bins), max(bins), max(bins.values())
    step = WIDTH / (last - first + 1)
    bars = Markup("").join(
        Markup('<rect x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>').format(
            round((place - first) * step + step * 0.1, 2),
            round(BASE - 62 * count / most, 1),
            round(min(step * 0.8, 28), 2),
            round(62 * count / most, 1),
            name(place, per),
            count,
        )
        for place, count in sorted(bins.items())
    )
    ends = Markup('<text x="0" y="{0}">{1}</text><text x="{3}" y="{0}" text-anchor="end">{2}</text>').format(
        HEIGHT - 6, name(first, per), name(last, per), WIDTH
    )
    words = f"Statements from {name(first, per)} to {name(last, per)}, at most {most} in one {'month' if per == 1 else 'year'}"
    return Markup(
        '<svg class="timeline" viewBox="0 0 {} {}" role="img" aria-label="{}"><path class="base" d="M0 {}H{}"/>{}{}</svg>'
    ).format(WIDTH, HEIGHT, words, BASE, WIDTH, bars, ends)


def name(place: int, per: int) -> str:
    """Return the name of a month or year: `2024-01`, `2024`."""
    return str(place) if per == 12 else f"{place // 12}-{place % 12 + 1:02}"
