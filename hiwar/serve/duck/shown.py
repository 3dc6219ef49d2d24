"""What Datasette's pages say of SQL: the statement behind a table's page, as DuckDB runs it, to be looked at and edited."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from datasette.utils import reserved_words

from .catalog import quoted
from .transpile import Translated

_PLAIN = re.compile(r"[a-z_]\w*", re.ASCII)
_TOKEN = re.compile(r"""'(?:''|[^'])*'|"(?:""|[^"])*"|\$(?P<param>[^\W\d]\w*)""")


def editable(translated: Translated, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the statement as a person would write it, with its parameters: texts by name (`:p0`), all else in place."""
    bound = translated.parameters(values)
    texts = {name: value for name, value in bound.items() if isinstance(value, str)}
    sources = {name: source for name, source, _ in translated.binds if name in texts}
    # a parameter in two conversions keeps the longer names that tell them apart
    names = {
        name: source if list(sources.values()).count(source) == 1 else name
        for name, source in sources.items()
    }

    def written(match: re.Match[str]) -> str:
        name = match["param"]
        if name is None:
            return match[0]
        return f":{names[name]}" if name in names else _literal(bound[name])

    return {
        "sql": _TOKEN.sub(written, translated.sql),
        "params": {names[name]: text for name, text in texts.items()},
    }


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        escaped = "".join(f"\\x{byte:02X}" for byte in value)
        return f"CAST('{escaped}' AS BLOB)"
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, str):
        text = value.replace("'", "''")
        return f"'{text}'"
    return f"CAST('{value}' AS DOUBLE)" if value in (math.inf, -math.inf) else str(value)


def identifier(name: str) -> str:
    """Return a name as it stands in a statement of either database: quoted where it has to be."""
    return name if _PLAIN.fullmatch(name) and name not in reserved_words else quoted(name)
