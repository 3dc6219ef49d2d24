"""The five questions of the home page, as canned queries (`questions.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from .databases import ask_once

_MEASURE = "us_troops_in_iraq"
_COUNTED = "جندي"


@cache
def questions() -> dict[str, dict[str, Any]]:
    """Return the questions by name, in order."""
    return tomllib.loads((files(__package__) / "questions.toml").read_text(encoding="utf-8"))


def canned(database: Any) -> dict[str, dict[str, Any]]:
    """Return the canned queries of a database."""
    return {
        name: {
            "sql": one["sql"].strip(),
            "title": f"{one['en']} | {one['ar']}",
            "description": one["description"],
            "hide_sql": True,
        }
        for name, one in questions().items()
    }


async def addresses(datasette: Any, database: Any) -> list[dict[str, str]]:
    """Return the questions with their words in both languages and an address that answers them in this database."""
    looked_up = await _looked_up(database)
    found = []
    for name, one in questions().items():
        values = {key: value.format(**looked_up) for key, value in one["example"].items()}
        address = str(datasette.urls.query(database.name, name)) + (f"?{urlencode(values)}" if values else "")
        found.append({"en": one["en"], "ar": one["ar"], "description": one["description"], "href": address})
    return found


async def _looked_up(database: Any) -> dict[str, str]:
    """Return examples that this database has: the measure, or a noun where it lacks that; a speaker of several texts."""
    measures = await ask_once(database, "SELECT measure_id FROM measures WHERE measure_id = $id", id=_MEASURE)
    speakers = await ask_once(
        database,
        """
        SELECT speaker_id FROM attributions JOIN speakers USING (speaker_id) WHERE role = 'source' AND kind = 'person'
        GROUP BY speaker_id ORDER BY count(*) DESC, speaker_id LIMIT 1
        """,
    )
    return {
        "measure": _MEASURE if measures else _COUNTED,
        "speaker": speakers[0]["speaker_id"] if speakers else "",
    }
