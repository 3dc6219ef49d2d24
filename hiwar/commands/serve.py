"""`hiwar serve`: browse a database in Datasette."""

from __future__ import annotations

import asyncio
import errno
import socket
from pathlib import Path

import click

from hiwar.console import Failure
from hiwar.paths import data_root

DATABASE = "hiwar.duckdb"


@click.command(help="Browse a database in Datasette: the dataset's own, or the one in DIR or FILE.")
@click.argument("source", required=False, type=click.Path(path_type=Path), metavar="[DIR | FILE.duckdb]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8001, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
def command(source: Path | None, host: str, port: int) -> None:
    path = database_file(source)
    try:
        import uvicorn
        from datasette.app import Datasette

        from hiwar.serve.duck.database import is_duckdb_file
    except ImportError as error:
        raise Failure("hiwar serve needs Datasette: pip install 'hiwar[serve]'") from error
    if not is_duckdb_file(path):
        raise Failure(f"{path} is not a DuckDB database")
    check_port(host, port)
    datasette = Datasette(immutables=[str(path)])
    asyncio.run(datasette.invoke_startup())
    click.echo(f"Serving {path} at http://{host}:{port}/ (Ctrl+C to stop)", err=True)
    uvicorn.run(datasette.app(), host=host, port=port, log_level="warning", lifespan="on", workers=1)


def database_file(source: Path | None) -> Path:
    """Return the file to serve. Raises Failure when there is none."""
    if source is None:
        path = data_root() / "dataset" / DATABASE
        if not path.is_file():
            raise Failure(f"{path} does not exist yet: make it with `hiwar build`")
        return path
    if source.is_dir():
        found = sorted(source.glob("*.duckdb"))
        if len(found) != 1 and not (source / DATABASE).is_file():
            raise Failure(f"{source} holds {len(found) or 'no'} .duckdb files: name the one to serve")
        return source / DATABASE if (source / DATABASE).is_file() else found[0]
    if not source.is_file():
        raise Failure(f"{source} does not exist")
    return source


def check_port(host: str, port: int) -> None:
    """Raise Failure when nothing can listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Failure(f"port {port} is taken: choose another with --port") from error
        raise Failure(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
