"""`hiwar build`: the dataset itself with its reviews, or the same tables from any Arabic news."""

from pathlib import Path

import click

from hiwar.commands.errors import fail


@click.command("build")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path), metavar="[SOURCE]...")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write; made if absent."
)
def command(sources: tuple[Path, ...], out: Path | None) -> None:
    """Build tables, database and package from SOURCE: files or folders of Arabic news.

    Without SOURCE, build the dataset itself from dataset/raw and dataset/review, in place unless --out is given.
    """
    from hiwar.dataset import make, own

    for source in sources:
        if not source.exists():
            fail(f"{source} does not exist; name a file or a folder of Arabic news")
    if sources and out is None:
        fail("say where the result goes: hiwar build SOURCE --out DIR")
    try:
        report = make.folder(sources, out) if sources and out else own.make(out)
    except make.BuildError as error:
        fail(str(error))
    for line in report.warnings:
        click.echo(line, err=True)
    for line in report.lines:
        click.echo(line)
