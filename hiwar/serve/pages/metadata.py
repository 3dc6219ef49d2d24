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
    found: dict[str, Any] = {}
    databases = {}
    for name in names:
        found = derived.metadata(name)
        databases[name] = {**found["databases"][name], "description_html": _description()}
        for table in TABLES.values():
            databases[name]["tables"][table.name].update(_licence(table.source_text))
    return {**found, "databases": databases}


def _description() -> str:
    return f'<p>{escape(about.DESCRIPTION)}</p><p lang="ar" dir="rtl">{escape(about.DESCRIPTION_AR)}</p>'


def _licence(source_text: bool) -> dict[str, str]:
    words = "; the words quoted remain their publishers'" if source_text else ""
    return {
        "license": f"{about.ANNOTATIONS['name']} (annotations){words}",
        "license_url": about.ANNOTATIONS["path"],
    }
