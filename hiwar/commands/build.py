"""`hiwar build`: the dataset itself with its reviews, or the same tables from any Arabic news."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hiwar.corpus.options import Options


@click.command("build")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[SOURCE]...")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write; made if absent."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    help="Processes; without it, one for each processor; 0: only the one that reads.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "daft"]),
    default="local",
    help="Who runs the processes; daft can do so on a cluster.",
)
@click.option("--text-column", metavar="NAME", help="The CSV column, or field of JSON, that holds the text.")
@click.option("--title-column", metavar="NAME", help="… that holds the title.")
@click.option("--date-column", metavar="NAME", help="… that holds the date of publication (YYYY-MM-DD…).")
@click.option("--outlet-column", metavar="NAME", help="… that holds the outlet.")
@click.option(
    "--quality", is_flag=True, help="Extract the pages of crawls with trafilatura: better, ten times slower."
)
def command(
    sources: tuple[Path, ...],
    out: Path | None,
    jobs: int | None,
    quality: bool,
    engine: str,
    **columns: str | None,
) -> None:
    """Build tables, database and package from SOURCE: files or folders of Arabic news.

    Read are texts, HTML pages, JSON (one object a line, or an array), CSV, each also as .gz, .zst or in a .zip, and WARC files of web crawls.

    Without SOURCE, build the dataset itself from dataset/raw and dataset/review, in place unless --out is given.
    """
    from hiwar.console import Failure
    from hiwar.dataset import folder, own

    for source in sources:
        if not source.exists():
            raise Failure(f"{source} does not exist; name a file or a folder of Arabic news")
    if sources and out is None:
        raise Failure("say where the result goes: hiwar build SOURCE --out DIR")
    try:
        how = folder.How(_options(columns, quality), jobs, engine)
        report = folder.make(sources, out, how) if sources and out else own.make(out)
    except KeyboardInterrupt:
        click.echo("Stopped; run the same command again to go on from here", err=True)
        raise SystemExit(130) from None
    for line in report.warnings:
        click.echo(line, err=True)
    for line in report.lines:
        click.echo(line)


def _options(columns: dict[str, str | None], quality: bool) -> "Options":
    from hiwar.corpus.options import Columns, Options

    named = {key.removesuffix("_column"): (name,) for key, name in columns.items() if name}
    return Options(Columns(**named), quality)
