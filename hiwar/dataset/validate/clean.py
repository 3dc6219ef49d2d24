"""The quick verdict: whether the CSV tables are plainly clean, asked of whole columns before any row is looked at.

Where it says so, the exact checks of rows and keys have nothing to find and need not be asked. Whatever gives it pause
(a finding, a file that two readers might take differently, more data than memory should hold) is theirs to judge.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING

from hiwar.dataset.validate.place import Place
from hiwar.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

MOST = 500_000_000  # bytes of CSV; beyond, DuckDB reads, which needs no memory for all of it


def tables(place: Place) -> "dict[str, pa.Table] | None":
    """Return the typed rows of all tables where none breaks a check, a key or a reference; None where one may.

    None as well without pyarrow.
    """
    paths = {name: place.tables / f"{name}.csv" for name in TABLES}
    if find_spec("pyarrow") is None or not all(path.is_file() for path in paths.values()):
        return None
    sizes = {name: path.stat().st_size for name, path in paths.items()}
    if sum(sizes.values()) > MOST:
        return None
    from hiwar.dataset.validate import columns

    names = sorted(TABLES, key=sizes.__getitem__, reverse=True)  # the longest work first, for even threads
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            read = pool.map(lambda name: columns.read(paths[name], TABLES[name]), names)
            found = dict(zip(names, read, strict=True))
            list(pool.map(lambda name: _keyed(found, name), names))
        except columns.Doubt:
            return None
    return {name: found[name] for name in TABLES}


def _keyed(found: "dict[str, pa.Table]", name: str) -> None:
    """Raise Doubt where a key of the table is not unique, or a reference names no row."""
    from hiwar.dataset.validate import columns

    table = TABLES[name]
    for key in (table.key, *table.unique):
        columns.unique(found[name], key)
    for reference in table.foreign:
        (column,), (target,) = reference.columns, reference.to
        columns.among(found[name][column], found[reference.table or name][target])
