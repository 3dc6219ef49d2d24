"""`hiwar export`: tables as files for other tools."""

from pathlib import Path

import click

from hiwar.console import database_option, json_option, print_rows


@click.command(name="export")
@click.argument("tables", nargs=-1, metavar="[TABLE …]")
@click.option(
    "--out", "folder", required=True, metavar="DIR", help="Where the files go; made if it is not there."
)
@click.option("--format", "style", default="csv", show_default=True, help="csv, parquet or jsonl.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@database_option
@json_option
def command(
    tables: tuple[str, ...], folder: str, style: str, force: bool, database: str | None, as_json: bool
) -> None:
    """Write each TABLE (or view) to a file in DIR; without TABLE, all tables of the dataset."""
    from hiwar.dataset.export import export

    written = export(Path(folder), tables, style, database=database, overwrite=force)
    print_rows(
        ("file", "rows"), [(str(path), rows) for path, rows in written.items()], as_json=as_json, limit=1000
    )
