"""What `/-/metadata` says: the schema's titles, descriptions and labels, and the licences of each table."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from hiwar.schema import TABLES, about
from hiwar.schema.derive import datasette as derived


def metadata(names: list[str]) -> dict[str, Any]:
    """Return the metadata of databases that hold our tables; empty where there is none. A new dictionary each time."""
    if not names:
        return {}
    whole = derived.metadata(names[0])
    (one,) = whole["databases"].values()
    found: dict[str, Any] = {**whole, "databases": {}}
    for name in names:
        tables = {
            table: dict(facts) for table, facts in derived.metadata(name)["databases"][name]["tables"].items()
        }
        for table in TABLES.values():
            tables[table.name].update(_licence(table.source_text))
        found["databases"][name] = {**one, "description_html": _description(), "tables": tables}
    return found


def _description() -> str:
    return f'<p>{escape(about.DESCRIPTION)}</p><p lang="ar" dir="rtl">{escape(about.TITLE_AR)}</p>'


def _licence(source_text: bool) -> dict[str, str]:
    words = "; the words quoted remain their publishers'" if source_text else ""
    return {
        "license": f"{about.ANNOTATIONS['name']} (annotations){words}",
        "license_url": about.ANNOTATIONS["path"],
    }
