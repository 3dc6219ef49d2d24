"""`hiwar evaluate`: score built rows against gold annotations."""

import json
from pathlib import Path

import click


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("built", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.option(
    "--errors", "with_errors", is_flag=True, help="Print each miss, extra and difference in its sentence."
)
def command(gold: Path, built: Path, as_json: bool, with_errors: bool) -> None:
    """Score BUILT, a folder made by `hiwar build`, against GOLD, a folder of annotated texts.

    GOLD holds gold/*.json and raw/*.txt, or is such a gold folder; BUILT may also be another gold folder, to compare
    two annotators. The format is described in docs/evaluation.md.
    """
    from hiwar.evaluate import report
    from hiwar.evaluate.annotation import nothing
    from hiwar.evaluate.run import read_pair
    from hiwar.evaluate.score import evaluate

    pair = read_pair(gold, built)
    for warning in pair.warnings:
        click.echo(f"Warning: {warning}", err=True)
    if with_errors:
        for stem, text in pair.gold.items():
            found = pair.built.get(stem, nothing(text.file))
            for line in report.errors(text, found, pair.raws[stem]):
                click.echo(line, err=as_json)
    scores = evaluate(pair.gold, pair.built, pair.raws)
    if as_json:
        click.echo(json.dumps(report.to_json(scores, len(pair.gold)), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(report.table(scores, len(pair.gold))))
