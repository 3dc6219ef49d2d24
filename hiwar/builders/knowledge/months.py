"""Names of the months in every system that Arabic news uses, from `builders/months.toml`."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.knowledge.numbers import PREFIXES
from hiwar.builders.text.lexicon import Form, read_table


class Month(NamedTuple):
    """A month of one calendar."""

    calendar: str  # gregorian, hijri
    number: int
    careful: bool  # the name is also another word


def forms() -> Iterator[Form]:
    """Yield the month names, kind `month`."""
    for entry in read_table("months")["month"]:
        for careful in (False, True):
            month = Month(entry["calendar"], entry["number"], careful)
            for surface in entry.get("careful" if careful else "forms", ()):
                yield Form(
                    surface, "month", month, tuple(p for p in PREFIXES if not p.endswith(("ال", "لل")))
                )
