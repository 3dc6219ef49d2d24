"""The articles of a file, with what the file itself says of headline, outlet, item number and date."""

import re

from hiwar.builders import dates
from hiwar.builders.passages.bylines import outlet
from hiwar.builders.passages.published import published
from hiwar.builders.steps import Article, DateFound, Passage
from hiwar.builders.text.lex import Lexed


def find(lexed: Lexed, passages: list[Passage], told: list[DateFound] | None = None) -> list[Article]:
    """Return the articles of a text, in order; there is always at least one. `told`: its dates, where they are known."""
    last = max((passage.article or 1 for passage in passages), default=1)
    grouped: list[list[Passage]] = [[] for _ in range(last)]
    for passage in passages:
        if passage.article:
            grouped[passage.article - 1].append(passage)
    told = dates.find(lexed) if told is None else told
    return [_article(lexed, position, group, told) for position, group in enumerate(grouped, 1)]


def _article(lexed: Lexed, position: int, passages: list[Passage], told: list[DateFound]) -> Article:
    when = published(lexed, passages, told)
    headline = next((passage for passage in passages if passage.kind == "headline"), None)
    return Article(
        position=position,
        headline=lexed.raw_text(headline.start, headline.end) if headline else None,
        outlet=outlet(lexed, passages),
        item_number=_item_number(lexed, passages),
        published_on=when.on,
        published_basis=when.basis,
        published_note=when.note,
    )


def _item_number(lexed: Lexed, passages: list[Passage]) -> str | None:
    """Return the outlet's number of the item, in Western digits."""
    for passage in passages:
        found = re.search(rb"[0-9]+", lexed.shadow[passage.start : passage.end])
        if passage.rule == "item_number" and found:
            return found.group().decode()
    return None
