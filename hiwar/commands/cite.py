"""`hiwar cite`: how to cite the dataset."""

import click


@click.command(name="cite")
@click.option("--format", "style", default="text", show_default=True, help="text, bibtex or cff.")
def command(style: str) -> None:
    """Print how to cite this version of the dataset."""
    from hiwar.dataset.citation import citation

    click.echo(citation(style))
