"""Keeping search engines out, since the texts are their publishers'; `{"plugins": {"hiwar": {"robots": "allow"}}}` lets them in."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import NotFound, Response

from .databases import ours

PLUGIN = "hiwar"


def blocked(datasette: Any) -> bool:
    """Return whether robots are to stay out."""
    config = datasette.plugin_config(PLUGIN) or {}
    return bool(ours(datasette)) and config.get("robots") != "allow"


async def view(datasette: Any) -> Response:
    """Return robots.txt."""
    if not ours(datasette):
        raise NotFound("robots.txt")
    rule = "Disallow: /" if blocked(datasette) else "Allow: /"
    return Response.text(f"User-agent: *\n{rule}\n")


def wrapper(datasette: Any) -> Any:
    """Return a wrapper of the application that adds `X-Robots-Tag: noindex` and names the language of a page that names none."""

    def wrap(app: Any) -> Any:
        async def wrapped(scope: dict[str, Any], receive: Any, send: Any) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            is_page = False

            async def sending(message: dict[str, Any]) -> None:
                nonlocal is_page
                if message["type"] == "http.response.start":
                    headers = list(message.get("headers", []))
                    if blocked(datasette):
                        headers.append((b"x-robots-tag", b"noindex, nofollow, noarchive"))
                    types = [value for key, value in headers if key.lower() == b"content-type"]
                    is_page = bool(types) and types[0].startswith(b"text/html") and bool(ours(datasette))
                    if is_page:
                        headers = [(key, value) for key, value in headers if key.lower() != b"content-length"]
                    message = {**message, "headers": headers}
                elif is_page:
                    message = {
                        **message,
                        "body": message.get("body", b"").replace(b"<html>", b'<html lang="en">', 1),
                    }
                    is_page = False
                await send(message)

            await app(scope, receive, sending)

        return wrapped

    return wrap
