"""The published tables as a database, behind Datasette with the pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from datasette.plugins import pm

import hiwar.serve.pages
from hiwar.dataset.publish import database
from hiwar.serve.duck import hooks
from tests.serve.limits import PATIENT

Serve = Callable[..., AbstractAsyncContextManager[Datasette]]


@pytest.fixture(scope="session", autouse=True)
def _plugins() -> None:
    """An environment that was installed before a plugin was declared does not know it."""
    for plugin in (hooks, hiwar.serve.pages):
        if not pm.is_registered(plugin):
            pm.register(plugin)


@pytest.fixture(scope="session")
def published(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset's own database, made from its tables."""
    path = tmp_path_factory.mktemp("published") / "hiwar.duckdb"
    texts = {file.name: file.read_bytes().decode() for file in (root / "dataset" / "raw").glob("*.txt")}
    database.write(root / "dataset" / "tables", path, texts)
    return path


@pytest.fixture
def serve() -> Serve:
    """`async with serve(path, …) as site`: a Datasette that serves the file."""

    @asynccontextmanager
    async def serving(path: Path, **options: Any) -> AsyncIterator[Datasette]:
        datasette = Datasette(immutables=[str(path)], **{"settings": PATIENT, **options})
        try:
            await datasette.invoke_startup()
            yield datasette
        finally:
            for held in datasette.databases.values():
                held.close()

    return serving


@pytest.fixture
async def site(serve: Serve, published: Path) -> AsyncIterator[Datasette]:
    """The dataset, served."""
    async with serve(published) as datasette:
        yield datasette
