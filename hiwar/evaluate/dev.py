"""Score the builder of this checkout in memory: `python -m hiwar.evaluate.dev FOLDER [--errors] [--part dev|unseen]`.

FOLDER holds raw/*.txt and gold/*.json. Its first two thirds by name are the development part; errors are printed for
these only, so that the rest stays unseen and its score says something of other texts.
"""

import argparse
import sys
from pathlib import Path

from hiwar.builders.rows import text_rows
from hiwar.builders.text.read import RawText, read_bytes
from hiwar.evaluate import report
from hiwar.evaluate.annotation import EvaluationError, Text, Texts, nothing
from hiwar.evaluate.gold import read_gold
from hiwar.evaluate.score import evaluate
from hiwar.evaluate.tables import to_texts


def build(gold: Texts, raws: dict[str, str]) -> Texts:
    """Return what the builder makes of the raw texts of `gold`."""
    return {stem: _build(text, raws[stem]) for stem, text in gold.items()}


def _build(text: Text, raw: str) -> Text:
    source = read_bytes(text.file, raw.encode("utf-8"))
    if not isinstance(source, RawText):
        return nothing(text.file)
    return next(iter(to_texts(text_rows(source)).values()))


def parts(stems: list[str]) -> dict[str, list[str]]:
    """Return the names of the development part (two thirds, in order) and of the unseen rest."""
    cut = len(stems) * 2 // 3
    return {"dev": stems[:cut], "unseen": stems[cut:]}


def main(arguments: list[str]) -> None:
    """Print the scores of both parts, and on request the errors of the development part."""
    parser = argparse.ArgumentParser(prog="python -m hiwar.evaluate.dev", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--part", choices=("dev", "unseen"))
    given = parser.parse_args(arguments)
    try:
        gold, raws = read_gold(given.folder)
    except EvaluationError as error:
        sys.exit(str(error))
    for name, stems in parts(sorted(gold)).items():
        if not stems or given.part not in (None, name):
            continue
        part = {stem: gold[stem] for stem in stems}
        built = build(part, raws)
        if given.errors and name == "dev":
            for stem, text in part.items():
                print(*report.errors(text, built[stem], raws[stem]), sep="\n")
        print(
            f"\n{name}: {stems[0]} to {stems[-1]}",
            *report.table(evaluate(part, built, raws), len(part)),
            sep="\n",
        )


if __name__ == "__main__":
    main(sys.argv[1:])
