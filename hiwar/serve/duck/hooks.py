"""What Datasette calls: a DuckDB file among those it was given becomes a database, comments become descriptions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from datasette import handle_exception, hookimpl
from datasette.database import Database

from .asgi import current_request, remember_request
from .database import DuckDBDatabase, is_duckdb_file
from .pool import CannotOpen, Options
from .shown import identifier

PLUGIN = "datasette-duckdb"
TEMPLATES = Path(__file__).parent / "templates"


class StartError(click.ClickException):
    """The file cannot be served: one line, exit code 2."""

    exit_code = 2


@hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
def startup(datasette: Any) -> None:
    """Take over the databases whose files are DuckDB's, and add those of a configuration directory.

    Where rich is installed, Datasette draws each error with the values of all variables: for a query that is too slow
    that takes a third of a second in which nobody else is answered, and a log is no place for what users ask.
    """
    handle_exception.rich = None
    take_over_all(datasette)
    folder: Path | None = getattr(datasette, "config_dir", None)
    for path in sorted(folder.glob("*.duckdb")) if folder else []:
        datasette.add_database(open_database(datasette, str(path), is_mutable=True))


def take_over_all(datasette: Any) -> None:
    """Put a DuckDBDatabase in the place of every database whose file is DuckDB's."""
    for database in list(datasette.databases.values()):
        if type(database) is Database and database.path and is_duckdb_file(database.path):
            take_over(datasette, database)


def take_over(datasette: Any, database: Database) -> None:
    """Put a DuckDBDatabase in the place of a database, under the same name."""
    replacement = open_database(datasette, database.path, database.is_mutable)
    replacement.name, replacement.route = database.name, database.route
    datasette.databases = type(datasette.databases)(
        (name, replacement if held is database else held) for name, held in datasette.databases.items()
    )


def open_database(datasette: Any, path: str, is_mutable: bool) -> DuckDBDatabase:
    """Return the database. Raises StartError, in one line."""
    config = datasette.plugin_config(PLUGIN) or {}
    options = Options(config.get("memory_mb", Options.memory_mb), config.get("threads", Options.threads))
    try:
        return DuckDBDatabase(datasette, path, is_mutable, options)
    except CannotOpen as error:
        raise StartError(f"Cannot serve {path}: {reason(str(error))}") from error


def reason(words: str) -> str:
    """Return one line for what DuckDB said about a file that it cannot open."""
    if "newer version" in words or "version number" in words or "Serialization Error" in words:
        return "it was written by a newer DuckDB; upgrade with: pip install -U duckdb"
    if "Could not set lock" in words:
        return "another process is writing to it; close that first"
    return " ".join(words.split())


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Any:
    """Keep what the request says for `DuckDBDatabase.execute`.

    The application counts the rows of immutable files before it calls `startup`: they are taken over by then.
    """
    take_over_all(datasette)
    return remember_request


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any) -> None:
    """Add our templates, before Datasette's own and after the user's; quote names in the SQL box so that both databases read them."""
    env.loader.loaders[0].searchpath.insert(-1, str(TEMPLATES))
    env.filters["escape_sqlite"] = identifier


@hookimpl  # type: ignore[untyped-decorator]
def extra_template_vars(datasette: Any, database: str | None, view_name: str) -> dict[str, Any]:
    """Return whether the page is about a DuckDB file, and for a table's page the SQL that can be edited there."""
    if not isinstance(datasette.databases.get(database), DuckDBDatabase):
        return {}
    query = current_request.get().page_query if view_name == "table" else None
    return {"is_duckdb": True, **({"query": query} if query else {})}


@hookimpl  # type: ignore[untyped-decorator]
def get_metadata(datasette: Any, key: str | None, database: str | None, table: str | None) -> dict[str, Any]:
    """Return the comments on tables and columns as descriptions. A new dictionary each time, for Datasette writes in it."""
    if key not in (None, "databases", "tables", "description", "columns"):
        return {}
    served = {
        name: {"tables": _descriptions(held, table)}
        for name, held in datasette.databases.items()
        if isinstance(held, DuckDBDatabase) and database in (None, name)
    }
    return {"databases": served} if served else {}


def _descriptions(database: DuckDBDatabase, only: str | None) -> dict[str, Any]:
    found = {}
    for table in database.catalog.tables:
        if only not in (None, table.name):
            continue
        about: dict[str, Any] = {}
        if table.comment:
            about["description"] = table.comment
        columns = {column.name: column.comment for column in table.columns if column.comment}
        if columns:
            about["columns"] = columns
        if about:
            found[table.name] = about
    return found
