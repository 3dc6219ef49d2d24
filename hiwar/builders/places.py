"""What a line is by its place in its article: headline, kicker, byline, caption, crosshead, tail, or running text."""

import re

from hiwar.builders.fold import fold_word
from hiwar.builders.knowledge import outlets
from hiwar.builders.layout import is_text
from hiwar.builders.lines import Line

Kind = tuple[str, str]  # kind and rule
_BODY: Kind = ("body", "paragraph")

# Most words that such a line has.
_HEADLINE = 25
_SENTENCE_HEADLINE = 12  # of a headline with a full stop
_KICKED_HEADLINE = 14  # of a headline under a kicker
_BYLINE = 8
_AUTHOR = 4
_CAPTION = 6
_CROSSHEAD = 8
_QUESTION = 6
_TAIL = 5

_SEPARATOR = re.compile(rb" [-/|] ?|[-/|] |\(")
_LIST_ITEM = re.compile(rb"[-*0-9\xff]")
_THE = fold_word("ال")


def place(lines: list[Line]) -> list[Kind]:
    """Return what each of one article's lines is; lines that show it by their own words are left out beforehand."""
    text = [number for number, line in enumerate(lines) if is_text(line)]
    titled = bool(lines) and _is_headline(lines)
    first = next((number for number in text if number or not titled), 1 if titled else 0)
    last = max(text, default=len(lines) - 1)
    kinds = _header(lines[:first])
    for number in range(first, len(lines)):
        kinds.append(
            _tail(lines[number], len(lines) - 1 - last) if number > last else _middle(lines, number, first)
        )
    return kinds


def _is_headline(lines: list[Line]) -> bool:
    """Whether the first line is a title: it does not end as a sentence, or is far shorter than the text under it."""
    title = lines[0]
    if title.words > _HEADLINE or not title.words:
        return False
    if title.stop:
        return title.words <= _SENTENCE_HEADLINE and len(lines) > 1 and lines[1].words >= 2 * title.words
    return True


def _header(lines: list[Line]) -> list[Kind]:
    """Return the kinds of the lines above the text, of which the first is a title."""
    kinds: list[Kind] = [("headline", "title")] if lines else []
    for number, line in enumerate(lines[1:], 1):
        if is_byline(line):
            kinds.append(("meta", "byline"))
        elif number == 1 and max(_AUTHOR, lines[0].words) < line.words <= _KICKED_HEADLINE:
            kinds = [("subhead", "kicker"), ("headline", "title under kicker")]
        elif line.words <= _CAPTION and line.text.startswith(_THE):
            kinds.append(("furniture", "caption"))
        elif line.words <= _AUTHOR:
            kinds.append(("meta", "author"))
        else:
            kinds.append(("subhead", "deck"))
    return kinds


def is_byline(line: Line) -> bool:
    """Whether a short line names an outlet or agency at an edge, or holds a dash, bar or bracket between few words."""
    if line.words > _BYLINE or line.stop:
        return False
    if any(edge in outlets.outlets() for edge in _edges(line.tokens)):
        return True
    return line.words <= _BYLINE - 2 and (line.last == b":" or _SEPARATOR.search(line.text) is not None)


def _edges(tokens: tuple[bytes, ...]) -> list[tuple[bytes, ...]]:
    lengths = range(1, min(outlets.longest(), len(tokens)) + 1)
    return [edge for length in lengths for edge in (tokens[:length], tokens[-length:])]


def _middle(lines: list[Line], number: int, first: int) -> Kind:
    """Return what a line among the running text is: a crosshead stands alone between two paragraphs."""
    line = lines[number]
    if number == first or number + 1 == len(lines) or is_text(line) or line.words > _CROSSHEAD:
        return _BODY
    if not (is_text(lines[number - 1]) and is_text(lines[number + 1])) or _LIST_ITEM.match(line.text):
        return _BODY
    if line.stop or line.last in b",;:" or (line.last == b"?" and line.words > _QUESTION):
        return _BODY
    return "subhead", "crosshead"


def _tail(line: Line, count: int) -> Kind:
    """Return what one of the last `count` lines, after the running text, is."""
    if is_byline(line) or (
        count <= 2 and line.words <= _TAIL and not line.stop and not _LIST_ITEM.match(line.text)
    ):
        return "meta", "signature"
    return _BODY
