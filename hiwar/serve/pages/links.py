"""Addresses: of our pages, of rows, and of places in a text."""

from __future__ import annotations

import re
from typing import Any

from datasette.utils import tilde_encode

_OWN_PART = re.compile(r"\.[a-z][0-9]+(\.(source|relay)[0-9]+)?$")


def encoded(name: str) -> str:
    """Return an id as part of a path; Datasette's own way, but with dots, which need no encoding."""
    return str(tilde_encode(name)).replace("~2E", ".")


def article_of(row_id: str) -> str:
    """Return the id of the article (for a passage, of the file) that a row's id begins with."""
    return _OWN_PART.sub("", row_id)


def anchor(row_id: str) -> str:
    """Return the fragment that names a row on its article's page: `s687`, `f773`, `p344`, `s687.source1`."""
    return row_id.removeprefix(article_of(row_id)).lstrip(".") or row_id


class Links:
    """The addresses within one database."""

    def __init__(self, datasette: Any, database: Any) -> None:
        self._urls = datasette.urls
        self.name = database.name
        self.root = str(self._urls.database(database.name))

    def page(self, kind: str, row_id: str) -> str:
        """Return the address of an article's, speaker's or measure's page."""
        return f"{self.root}/-/{kind}/{encoded(row_id)}"

    def place(self, row_id: str, article_id: str | None = None) -> str:
        """Return the address of the place in its article's text that a row was read from."""
        return f"{self.page('article', article_id or article_of(row_id))}#{anchor(row_id)}"

    def row(self, table: str, row_id: str) -> str:
        """Return the address of a row."""
        return str(self._urls.row(self.name, table, tilde_encode(row_id)))

    def table(self, name: str) -> str:
        """Return the address of a table."""
        return str(self._urls.table(self.name, name))

    def list(self, kind: str) -> str:
        """Return the address of the list of speakers or measures."""
        return f"{self.root}/-/{kind}"
