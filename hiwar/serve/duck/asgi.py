"""What the current request says that the SQL does not: which SQL a person wrote, whether an order was asked for; and what
its page has to say of SQL."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

App = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


@dataclass(frozen=True)
class RequestInfo:
    """The parts of the query string that matter here."""

    written_sql: frozenset[str] = frozenset()
    has_where: bool = False
    has_sort: bool = False
    has_next: bool = False
    page_query: dict[str, Any] = field(
        default_factory=dict
    )  # of a table's page: sql, params; filled while it is made


current_request: ContextVar[RequestInfo] = ContextVar("current_request", default=RequestInfo())  # noqa: B039


def read_request(query_string: bytes) -> RequestInfo:
    """Return what the query string says."""
    found = parse_qs(query_string.decode("latin-1"), keep_blank_values=True)
    return RequestInfo(
        written_sql=frozenset(found.get("sql", ())),
        has_where="_where" in found,
        has_sort="_sort" in found or "_sort_desc" in found,
        has_next="_next" in found,
    )


def remember_request(app: App) -> App:
    """Wrap an ASGI application so that `current_request` tells about the request being answered."""

    async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return await app(scope, receive, send)
        token = current_request.set(read_request(scope.get("query_string", b"")))
        try:
            await app(scope, receive, send)
        finally:
            current_request.reset(token)

    return wrapped
