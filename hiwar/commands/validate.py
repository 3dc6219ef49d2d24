"""`hiwar validate`: check a published dataset."""

import json
import sys
from pathlib import Path

import click


@click.command("validate")
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option(
    "--thorough/--quick",
    default=None,
    help="Let the models and frictionless judge every row as well, or not; without either, up to 20,000 rows.",
)
@click.option("--rules", is_flag=True, help="Print every rule by name, and check nothing.")
def command(source: Path | None, as_json: bool, thorough: bool | None, rules: bool) -> None:
    """Check everything that the tables, the spans and the codebook promise.

    SOURCE is a folder made by `hiwar build` or a .duckdb file; without it, the dataset that comes with the package.
    Each finding names table, row, field and value, the rule that is broken, and how to mend it. Exit code 1 if there
    is any, 2 if SOURCE is no dataset.
    """
    from hiwar.dataset.validate import rule_names, validate
    from hiwar.paths import data_root

    if rules:
        click.echo("\n".join(f"{name}: {broken}" for name, broken in rule_names()))
        return
    report = validate(source or data_root(), thorough)
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False, indent=1))
    else:
        for finding in report.findings:
            click.echo(str(finding))
        for rule, more in report.more.items():
            click.echo(f"{rule}: {more} more")
        for note in report.notes:
            click.echo(f"Note: {note}", err=True)
        click.echo(
            f"{report.count} findings in {sum(report.rows.values()):,} rows of {len(report.rows)} tables"
        )
    sys.exit(1 if report.count else 0)
