"""Where the package's files are: the only module that knows a checkout from an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_root() -> Path:
    """Return the folder that holds `datapackage.json`, `schema/`, `builders/` and `dataset/`.

    In an installed wheel that is `hiwar/_data`; in a checkout (also an editable install) the repository root.
    """
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent
