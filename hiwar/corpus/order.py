"""The published order of rows as a string that any database can sort by."""

import re

_PARTS = re.compile(r"(\d+)")


def order_key(row_id: str) -> str:
    """Return a key whose order by code point is that of ids in which the numbers inside count as numbers."""
    parts = _PARTS.split(row_id)
    return "".join(
        _number(part) if odd % 2 else f"\x03{part}\x01" * bool(part) for odd, part in enumerate(parts)
    )


def _number(digits: str) -> str:
    value = str(int(digits))
    return f"\x02{len(value):04d}{value}"
