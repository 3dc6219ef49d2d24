"""What a line is by its place in its article: headline, kicker, byline, caption, crosshead, tail, or running text."""

import re

from hiwar.builders.knowledge import outlets, places
from hiwar.builders.passages.bylines import stands_apart
from hiwar.builders.passages.furniture import SITE
from hiwar.builders.passages.layout import is_text, shared_words
from hiwar.builders.passages.lines import Line, token_spans, tokens
from hiwar.builders.text.fold import fold_word

Kind = tuple[str, str]  # kind and rule
_BODY: Kind = ("body", "paragraph")
_CAPTIONED: Kind = ("furniture", "caption")

# Most words that such a line has.
_HEADLINE = 25
_PARAGRAPH = 15  # of a headline under the name of a site
_SENTENCE_HEADLINE = 12  # of a headline with a full stop
_KICKED_HEADLINE = 14  # of a headline under a kicker
_BYLINE = 8
_SIGNATURE = 6
_AUTHOR = 4
_CAPTION = 6
_CREDITED = 18  # of a caption with its agency, or a byline with its author
_CROSSHEAD = 8
_SPOKEN = 12  # of a crosshead that says who speaks
_QUESTION = 6
_ASKED = 10  # of a question above the text that is no second headline
_TAIL = 5

_OWN = 6  # lines above the text that are of the article; more are a page's navigation
_SEEN = 20  # paragraphs that are searched for a caption
_LEADING = 3  # paragraphs in which the title's words recur

_SEPARATOR = re.compile(rb" [-/|] ?|[-/|] |\(")
_CREDIT = re.compile(rb"\(([^()]{2,30})\)$")
_INITIALS = re.compile(
    rb"(?:[\x80-\xff]{1,2}[ /.-]*){2,8}"
)  # of those who wrote and passed a report: م خ/ن ع
_SPEAKER = re.compile(rb"[^ :]+(?: [^ :]+){0,2} ?: ?[^ ]")  # سالم نصار: …
_LIST_ITEM = re.compile(rb"[-*0-9\xff]")
_THE, _BY = fold_word("ال"), fold_word("بقلم")


def place(lines: list[Line], under_site: bool = False) -> list[Kind]:
    """Return what each of one article's lines is; lines that show it by their own words are left out beforehand.

    `under_site`: a site signs above them, as it does above a text whose title stands elsewhere.
    """
    signed = next((number for number, line in enumerate(lines) if not _signs(line)), len(lines))
    kinds: list[Kind] = [("meta", "byline")] * signed
    if len(lines) > signed + 1 and _is_author(lines[signed], signed) and is_text(lines[signed + 1]):
        kinds.append(("meta", "author"))  # no title: the author stands directly above the text
        signed += 1
    under_site = under_site or (signed > 0 and SITE.match(lines[0].text) is not None)
    return kinds + _below_signature(lines[signed:], _PARAGRAPH if under_site else _HEADLINE)


def _is_author(line: Line, signed: int) -> bool:
    """Whether the line is a person's name, or a few words behind a dash or under `signed` bylines."""
    dashed = (signed > 0 or line.text.startswith(b"- ")) and 1 < line.words < _AUTHOR and not line.stop
    return line.person or dashed


def _below_signature(lines: list[Line], longest: int) -> list[Kind]:
    text = [number for number, line in enumerate(lines) if is_text(line)]
    titled = bool(lines) and _is_headline(lines, longest)
    first = next((number for number in text if number or not titled), 1 if titled else 0)
    last = max(text, default=len(lines) - 1)
    kinds = _header(lines[:first], [lines[number] for number in text])
    for number in range(first, len(lines)):
        after = len(lines) - 1 - last
        kinds.append(_tail(lines[number], after) if number > last else _middle(lines, number, first))
    return kinds


def _signs(line: Line) -> bool:
    """Whether a line above any title is a byline: an outlet or city apart from few other words, by a dash or «من»."""
    site = SITE.match(line.text)
    longest = _CREDITED if _BY in line.tokens else _BYLINE
    if site and line.words <= longest and line.text[site.end() :].lstrip(b" ").startswith(b"-"):
        return True  # akhbar.info - مكتب الجنوب: سالم نصار
    if line.words <= _SIGNATURE and b":" in line.text:
        return _all_named(line)  # بيروت: «الشرق الأوسط»
    return line.words <= _SIGNATURE and not line.stop and b":" not in line.text and _names_edge(line)


def _all_named(line: Line) -> bool:
    """Whether the line holds nothing but a city and an outlet, with a colon between."""
    city, _, outlet = line.text.partition(b":")
    return tokens(city) in places.cities() and outlets.is_name(tokens(outlet))


def _names_edge(line: Line) -> bool:
    """Whether an outlet or city stands apart at an edge of the line."""
    spans = token_spans(line.text, 0, len(line.text))
    for first, last in _edge_ranges(len(spans)):
        start, stop = spans[first][0], spans[last - 1][1]
        named = outlets.is_name(line.tokens[first:last]) or line.tokens[first:last] in places.cities()
        if named and stands_apart(line.text, 0, start, stop, len(line.text)):
            return True
    return False


def _is_headline(lines: list[Line], longest: int) -> bool:
    """Whether the first line is a title: it does not end as a sentence, or is far shorter than the text under it."""
    title = lines[0]
    if title.words > longest or not title.words:
        return False
    if title.stop:
        return title.words <= _SENTENCE_HEADLINE and len(lines) > 1 and lines[1].words >= 2 * title.words
    return True


def _header(lines: list[Line], texts: list[Line]) -> list[Kind]:
    """Return the kinds of the lines above the text: a title and what goes with it, or a page's navigation and a title.

    Above a text stand few lines of its own. Where there are more, the title is the one that shares most words with
    the beginning of the text, the last of several; the lines above it are titles of other stories.
    """
    if len(lines) <= _OWN:
        return _titles(lines, texts[:_SEEN])

    def shared(number: int) -> tuple[int, int]:
        return sum(shared_words(lines[number], text) for text in texts[:_LEADING]), number

    title = max(range(len(lines)), key=shared)
    below = _titles(lines[title : title + _OWN], texts[:_SEEN])
    links: Kind = ("furniture", "navigation")
    return [links] * title + below + [links] * (len(lines) - title - len(below))


def _titles(lines: list[Line], texts: list[Line]) -> list[Kind]:
    """Return the kinds of a title, unless it is a name from the text, and of the lines between it and the text."""
    if not lines:
        return []
    kinds: list[Kind] = [_CAPTIONED if _recurs(lines[0], texts) else ("headline", "title")]
    for number, line in enumerate(lines[1:], 1):
        if line.person:
            kinds.append(("meta", "author"))
        elif _is_credited(line):
            kinds.append(_CAPTIONED)
        elif is_byline(line):
            kinds.append(("meta", "byline"))
        elif line.last == b"?" and line.words > _ASKED:
            kinds.append(_BODY)  # a column that begins with questions
        elif number == 1 and max(_AUTHOR, lines[0].words) < line.words <= _KICKED_HEADLINE:
            kinds = [("subhead", "kicker"), ("headline", "title under kicker")]
        elif _recurs(line, texts) or (_AUTHOR <= line.words <= _CAPTION and line.text.startswith(_THE)):
            kinds.append(_CAPTIONED)
        elif line.words <= _AUTHOR:
            kinds.append(("meta", "author"))
        else:
            kinds.append(("subhead", "deck"))
    return kinds


def _is_credited(line: Line) -> bool:
    """Whether an outlet or agency in brackets ends a line of some words: what a picture shows, and whose it is."""
    found = _CREDIT.search(line.text)
    return (
        found is not None
        and _AUTHOR <= line.words <= _CREDITED
        and outlets.is_name(tokens(found[1]))
        and found.start() > 0
    )


def _recurs(line: Line, texts: list[Line]) -> bool:
    """Whether a short line stands word for word in the text: the name of what a picture shows, or of a topic.

    At the end of a paragraph it is the title that a link repeats.
    """
    return 1 < line.words <= _CAPTION and any(
        line.text in text.text and not text.text.endswith(line.text) for text in texts
    )


def is_byline(line: Line) -> bool:
    """Whether a short line names an outlet or agency at an edge, or holds a dash, bar or bracket between few words."""
    if line.words > _BYLINE or line.stop:
        return False
    if line.words <= _AUTHOR and any(
        line.tokens[a:b] in outlets.outlets() for a, b in _edge_ranges(len(line.tokens))
    ):
        return True
    return _names_edge(line) or (
        line.words <= _SIGNATURE and (line.last == b":" or _SEPARATOR.search(line.text) is not None)
    )


def _edge_ranges(count: int) -> list[tuple[int, int]]:
    """Return the ranges of tokens at either end of a line in which an outlet's name may stand."""
    lengths = range(1, min(outlets.longest(), count) + 1)
    return [span for length in lengths for span in ((0, length), (count - length, count))]


def _middle(lines: list[Line], number: int, first: int) -> Kind:
    """Return what a line among the running text is: a crosshead stands alone between two paragraphs."""
    line = lines[number]
    most = _SPOKEN if _SPEAKER.match(line.text) else _CROSSHEAD
    if number == first or number + 1 == len(lines) or is_text(line) or line.words > most:
        return _BODY
    if _is_credited(line):
        return _CAPTIONED
    if not (is_text(lines[number - 1]) and is_text(lines[number + 1])) or _LIST_ITEM.match(line.text):
        return _BODY
    if line.stop or line.last in b",;:" or (line.last == b"?" and line.words > _QUESTION):
        return _BODY
    return "subhead", "crosshead"


def _tail(line: Line, count: int) -> Kind:
    """Return what one of the last `count` lines, after the running text, is."""
    if (
        is_byline(line)
        or _INITIALS.fullmatch(line.text)
        or (count <= 2 and line.words <= _TAIL and not line.stop and not _LIST_ITEM.match(line.text))
    ):
        return "meta", "signature"
    return _BODY
