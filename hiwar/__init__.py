"""hiwar: who said what, and which numbers they gave, in Arabic news.

    >>> import hiwar
    >>> hiwar.tables()
    >>> hiwar.load("statements")

Each name below is imported when it is first used, so that `import hiwar` costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hiwar.dataset.citation import citation
    from hiwar.dataset.connect import connect
    from hiwar.dataset.describe import describe
    from hiwar.dataset.load import load
    from hiwar.dataset.tables import tables

    __version__: str

__all__ = ["__version__", "citation", "connect", "describe", "load", "tables"]


def __getattr__(name: str) -> Any:
    """Import a public name on first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'hiwar' has no attribute {name!r}")
    if name == "__version__":
        value: Any = importlib.import_module("importlib.metadata").version("hiwar")
    else:
        value = getattr(importlib.import_module(f"hiwar.dataset.{name}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
