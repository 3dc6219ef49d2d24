"""The `hiwar` command: one module a subcommand under `hiwar.commands`, imported only when called."""

import importlib
from typing import Any

import click

COMMANDS = {
    "build": "Build the dataset, or the same tables from any Arabic news.",
    "cite": "Print how to cite the dataset.",
    "describe": "Tell what a table and its columns mean.",
    "diff": "Tell what changed from one build to another.",
    "evaluate": "Score built rows against gold annotations.",
    "explain": "Show which rules made a row, on what, and why its span ends where it does.",
    "export": "Write tables as CSV, Parquet or JSON lines.",
    "review": "See what the hand-check has not decided, and decide it.",
    "serve": "Browse a database in Datasette.",
    "show": "Print any row by its id, with its place in the text.",
    "sql": "Run a query, read-only.",
    "tables": "List the tables with their row counts.",
    "validate": "Check everything that the tables, the spans and the codebook promise.",
}


class _Lazy(click.Group):
    """The group of all commands; in one place it turns wrong input into a message and a mistyped name into a hint."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            if close := get_close_matches(cmd_name, COMMANDS, n=1):
                ctx.fail(f"there is no command {cmd_name!r}: did you mean {close[0]!r}?")
            return None
        command: click.Command = importlib.import_module(f"hiwar.commands.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        from hiwar.console import wrong_input

        with wrong_input():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group("hiwar", cls=_Lazy)
@click.version_option(package_name="hiwar")
def main() -> None:
    """Who said what, and which numbers they gave, in Arabic news."""
