"""How to cite the dataset."""

from importlib.metadata import version

from hiwar.dataset.tables import unknown
from hiwar.schema.about import ANNOTATIONS, AUTHORS, KEYWORDS, TITLE_EN

RELEASED = "2026-11-22"  # the day of the release; changed together with the version in pyproject.toml


def citation(style: str = "text") -> str:
    """Return how to cite this version of the dataset, as "text", "bibtex" or "cff" (the file CITATION.cff).

    Raises ValueError for another style.
    """
    if style not in STYLES:
        raise unknown("citation style", style, STYLES)
    return STYLES[style](version("hiwar"))


def _text(number: str) -> str:
    return f"{AUTHORS} ({RELEASED[:4]}). {TITLE_EN} (version {number}) [data set]."


def _bibtex(number: str) -> str:
    return (
        f"@misc{{hiwar,\n  title = {{{TITLE_EN}}},\n  author = {{{{{AUTHORS}}}}},\n"
        f"  year = {{{RELEASED[:4]}}},\n  version = {{{number}}},\n  note = {{Data set}}\n}}"
    )


def _cff(number: str) -> str:
    lines = [
        "# Made by `hiwar cite --format cff > CITATION.cff`; do not edit.",
        "cff-version: 1.2.0",
        "type: dataset",
        "message: If you use this dataset, please cite it as below.",
        f'title: "{TITLE_EN}"',
        f'version: "{number}"',
        f"date-released: {RELEASED}",
        "authors:",
        f'  - name: "{AUTHORS}"',
        f"license: {ANNOTATIONS['name']}",  # a list would mean a choice
        "keywords:",
        *(f"  - {word}" for word in KEYWORDS),
    ]
    return "\n".join(lines)


STYLES = {"text": _text, "bibtex": _bibtex, "cff": _cff}
