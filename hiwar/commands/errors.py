"""How every command tells the user that the input is wrong: one line on stderr and exit code 2."""

import sys
from typing import NoReturn

import click


def fail(message: str) -> NoReturn:
    """Print `message` on stderr and leave with exit code 2."""
    click.echo(f"hiwar: {message}", err=True)
    sys.exit(2)
