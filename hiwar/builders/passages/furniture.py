"""Lines that show by their own words what they are, wherever they stand: publication data and page chrome."""

import re
from typing import NamedTuple

from hiwar.builders.knowledge import outlets
from hiwar.builders.knowledge.furniture import LineWords, line_words, longest
from hiwar.builders.passages.lines import Line

ADDRESS = re.compile(rb"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LINK = re.compile(rb"https?:/[^ ]+|www\.[^ /]+/[^ ]+|[a-z0-9-]+\.[a-z0-9.-]*[a-z]/[^ ]+")
SITE = re.compile(rb"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?![a-z0-9./])")
_HANDLE = re.compile(rb"@[a-z0-9_]{2,}")
_LABELLED_HANDLE = re.compile(rb"[a-z]{1,7} ?: ?@[a-z0-9_]{2,}")  # t: @name
_CLOCK_OR_DAY = re.compile(rb"\d{1,2}[:/.-]\d{1,2}|\d{4}[/.-]\d{1,2}")
_LABEL_END = re.compile(rb" ?[:\-/|)(.>]")
_PARTED = re.compile(rb"[-/|:,(]")
_ARABIC = re.compile(b"[\x80-\xa8]")
_ALONE = 14  # words of the longest line that may hold nothing but words that stand alone
_SIGNED = 30  # words of the longest line that an e-mail address begins
_FEW = 12  # words of the longest line that is looked at for an address
_FEW_FOREIGN = 4  # words of the longest line without Arabic letters that is no sentence of the text
_MOST = 0.6  # share of a line that an address must fill to be what the line is about


class Known(NamedTuple):
    """What a line is by its own words."""

    kind: str  # meta, furniture; body for a list of numbers
    rule: str
    after: str | None = None  # end, comments, links


_ADDRESSES = (
    (ADDRESS, Known("meta", "e-mail")),
    (_LINK, Known("furniture", "web address")),
    (SITE, Known("meta", "site")),
    (_HANDLE, Known("meta", "handle")),
)


def recognise(line: Line) -> Known | None:
    """Return what `line` is by its own words, or None where only its place in the text can tell."""
    return _by_words(line) or _address(line) or _masthead(line) or _without_arabic(line)


def _address(line: Line) -> Known | None:
    if line.words <= _SIGNED and ADDRESS.match(line.text):
        return Known("meta", "e-mail")
    if line.words <= _SIGNED and _LABELLED_HANDLE.match(line.text):
        return Known("meta", "handle")
    if line.words > _FEW:
        return None
    for pattern, known in _ADDRESSES:
        size = sum(len(found) for found in pattern.findall(line.text))
        if size >= _MOST * len(line.text):
            return known
    return None


def _without_arabic(line: Line) -> Known | None:
    if line.words > _FEW_FOREIGN or _ARABIC.search(line.text):
        return None
    if _CLOCK_OR_DAY.search(line.text):
        return Known("meta", "date digits")
    if not line.words:
        return Known("furniture", "counter" if line.tokens else "rule")
    return Known("furniture", "no Arabic")


def _by_words(line: Line) -> Known | None:
    tokens = line.tokens
    starts = _at(tokens, from_end=False)
    for length, words in starts:
        if line.words > words.max_words:
            continue
        whole = length == len(tokens)
        if words.where == "start" or (words.where == "label" and (whole or _labelled(line, length))):
            return Known(
                words.kind, words.name, None if words.after == "links" and not whole else words.after
            )
    if line.words <= _ALONE and (alone := _alone(tokens)) and line.words <= alone.max_words:
        return Known(alone.kind, alone.name, alone.after)
    for length, words in _at(tokens, from_end=True):
        if words.where == "end" and line.words <= words.max_words and length < len(tokens) and not line.stop:
            return Known(words.kind, words.name, words.after)
    return None


def _at(tokens: tuple[bytes, ...], from_end: bool) -> list[tuple[int, LineWords]]:
    """Return the entries whose words begin (or end) the line, longest first, with their number of words."""
    known = line_words()
    found = []
    for length in range(min(longest(), len(tokens)), 0, -1):
        part = tokens[-length:] if from_end else tokens[:length]
        found += [(length, words) for words in known.get(part, ())]
    return found


def _labelled(line: Line, length: int) -> bool:
    """Whether a colon, dash, bar or bracket follows the first `length` words."""
    place = 0
    for token in line.tokens[:length]:
        place = line.text.index(token, place) + len(token)
    return _LABEL_END.match(line.text, place) is not None


def _alone(tokens: tuple[bytes, ...]) -> LineWords | None:
    """Return the first entry's words where the line holds nothing but words that stand alone, and numbers."""
    known = line_words()
    first: LineWords | None = None
    place = 0
    while place < len(tokens):
        if tokens[place].isdigit():
            place += 1
            continue
        for length in range(min(longest(), len(tokens) - place), 0, -1):
            entries = [
                words for words in known.get(tokens[place : place + length], ()) if words.where == "alone"
            ]
            if entries:
                first = first or entries[0]
                place += length
                break
        else:
            return None
    return first


def _masthead(line: Line) -> Known | None:
    """A line that is an outlet's name and nothing else."""
    alone = not _PARTED.search(line.text)
    return Known("meta", "outlet name") if alone and outlets.is_name(line.tokens) else None
