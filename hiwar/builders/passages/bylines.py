"""Which outlet published an article, as the article itself says: source line, masthead, byline, dateline, address."""

import re
from collections.abc import Callable, Iterator

from hiwar.builders.knowledge import outlets
from hiwar.builders.knowledge.furniture import forms_of
from hiwar.builders.passages.furniture import ADDRESS, SITE
from hiwar.builders.passages.lines import token_spans, tokens
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed

_LEAD = 80  # folded characters at the head of the text in which an outlet may sign
_BEFORE_OUTLET = 7  # words at the head of the text among which an outlet's name begins
_SEPARATORS = b"-/|:()*,"
_LABEL = re.compile(rb"[^:|/-]*[:|/-] ?")
_PARTED = re.compile(rb"[-/|:,(]")
_FROM = b" " + fold_word("من") + b" "
_IN = fold_word("ب")
_BLANK = b" \"'<>"
_MANY = {(fold_word(word),) for word in ("وكالات", "الوكالات", "متابعات", "مواقع")}


def outlet(lexed: Lexed, passages: list[Passage]) -> str | None:
    """Return the outlet of the article that `passages` make up, or None where they name none.

    An agency counts in a source line; elsewhere it signs reports that others print, and counts where nothing else does.
    """
    for rules, read in _READERS:
        for passage in passages:
            if passage.rule in rules and (name := read(lexed, passage)):
                return name
    text = [passage for passage in passages if passage.kind == "body"]
    return (
        (_signed_lead(lexed, text[0]) or _linked_within(lexed, text[-1]) if text else None)
        or _address(lexed, passages)
        or _agency(lexed, passages)
    )


def _named(lexed: Lexed, passage: Passage) -> str | None:
    """Return X of «المصدر: X»."""
    label = _LABEL.match(lexed.shadow, passage.start, passage.end)
    if not label or label.end() == passage.end or tokens(lexed.shadow[label.end() : passage.end]) in _MANY:
        return None
    return lexed.raw_text(label.end(), passage.end)


def _linked(lexed: Lexed, passage: Passage) -> str | None:
    """Return X of «رابط الخبر بX: title»."""
    return _of_link(lexed, passage.start, passage.end)


def _linked_within(lexed: Lexed, passage: Passage) -> str | None:
    """Return X of such a link that stands at the end of the text, not on a line of its own."""
    starts = (lexed.shadow.rfind(form + b" ", passage.start, passage.end) for form in forms_of("link"))
    start = max(starts, default=-1)
    return _of_link(lexed, start, passage.end) if start >= 0 else None


def _of_link(lexed: Lexed, start: int, end: int) -> str | None:
    colon = lexed.shadow.find(b":", start, end)
    words = token_spans(lexed.shadow, start, colon) if colon > 0 else []
    if len(words) < 3 or not lexed.shadow.startswith(_IN, words[2][0]):
        return None
    return lexed.raw_text(words[2][0] + len(_IN), words[-1][1])


def _whole(lexed: Lexed, passage: Passage) -> str | None:
    return (
        None if _is_agency(lexed, passage.start, passage.end) else lexed.raw_text(passage.start, passage.end)
    )


def _is_agency(lexed: Lexed, start: int, end: int) -> bool:
    known = outlets.outlets().get(tokens(lexed.shadow[start:end]))
    return known is not None and known.agency


def _agency(lexed: Lexed, passages: list[Passage]) -> str | None:
    """Return the agency that stands alone on a line, ends a date line (الرياض 5 مايو 2016 واس), or signs the lead."""
    for passage in passages:
        words = token_spans(lexed.shadow, passage.start, passage.end)
        if passage.rule == "outlet name":
            return lexed.raw_text(passage.start, passage.end)
        if passage.rule == "date":
            for first in range(max(0, len(words) - outlets.longest()), len(words)):
                if _is_agency(lexed, words[first][0], words[-1][1]):
                    return lexed.raw_text(words[first][0], words[-1][1])
        if passage.kind == "body":
            return _agency_first(lexed, passage)
    return None


def _site(lexed: Lexed, passage: Passage) -> str | None:
    """Return the outlet of a line that is a site's address; the address itself where the outlet is not known."""
    found = SITE.search(lexed.shadow, passage.start, passage.end)
    if found is None:
        return _whole(lexed, passage)
    return _of_domain(found[0].decode("latin-1")) or lexed.raw_text(*found.span())


def _signed(lexed: Lexed, passage: Passage) -> str | None:
    """Return the outlet that a byline names."""
    return next(_outlets(lexed, passage.start, passage.end), None)


def _signed_lead(lexed: Lexed, passage: Passage) -> str | None:
    """Return the outlet that signs in the lead: «فلان - X - الرياض: …», «X من لندن: …»."""
    end = min(passage.end, passage.start + _LEAD)
    return next(_outlets(lexed, passage.start, end, apart=True), None)


def _agency_first(lexed: Lexed, passage: Passage) -> str | None:
    """Return the agency that the text begins with, before the city, as on its own page (واس - الرياض: …)."""
    words = token_spans(lexed.shadow, passage.start, min(passage.end, passage.start + _LEAD))
    for last in range(min(len(words), outlets.longest())):
        stop = words[last][1]
        apart = stands_apart(lexed.shadow, passage.start, passage.start, stop, passage.end)
        if apart and _is_agency(lexed, passage.start, stop):
            return lexed.raw_text(passage.start, stop)
    return None


def _outlets(lexed: Lexed, start: int, end: int, apart: bool = False) -> Iterator[str]:
    """Yield the outlets named in a stretch; `apart`: only between separators, before a text that begins soon after.

    A name that is known by its shape alone must stand between separators in any case.
    """
    known = outlets.outlets()
    words = token_spans(lexed.shadow, start, end)
    for first in range(min(len(words), _BEFORE_OUTLET) if apart else len(words)):
        for last in range(min(len(words), first + outlets.longest()) - 1, first - 1, -1):
            place, stop = words[first][0], words[last][1]
            name = tokens(lexed.shadow[place:stop])
            if not outlets.is_name(name) or (name in known and known[name].agency):
                continue
            if name not in known and _PARTED.search(lexed.shadow, place, stop):
                continue
            if (apart or name not in known) and not stands_apart(lexed.shadow, start, place, stop, end):
                continue
            if not apart or _begins_after(lexed.shadow, start, stop):
                yield lexed.raw_text(place, stop)


def stands_apart(shadow: bytes, start: int, place: int, stop: int, end: int) -> bool:
    """Whether separators, the stretch's own ends or «من» stand on both sides of a name."""
    before = shadow[start:place].rstrip(_BLANK)[-1:]
    after = shadow[stop:end].lstrip(_BLANK)[:1]
    return (not before or before in _SEPARATORS) and (
        not after or after in _SEPARATORS or shadow.startswith(_FROM, stop)
    )


def _begins_after(shadow: bytes, start: int, stop: int) -> bool:
    """Whether the text proper begins after a colon, dash or slash soon after the name."""
    return re.search(rb"[:/\-]", shadow[stop : start + _LEAD]) is not None


def _address(lexed: Lexed, passages: list[Passage]) -> str | None:
    """Return the outlet whose domain stands in an e-mail line."""
    for passage in passages:
        if passage.rule == "e-mail" and (found := ADDRESS.search(lexed.shadow, passage.start, passage.end)):
            return _of_domain(found.group().decode().partition("@")[2])
    return None


def _of_domain(domain: str) -> str | None:
    labels = domain.split(".")
    known = (outlets.domains().get(".".join(labels[first:])) for first in range(len(labels) - 1))
    return next((outlet.name for outlet in known if outlet), None)


_READERS: tuple[tuple[tuple[str, ...], Callable[[Lexed, Passage], str | None]], ...] = (
    (("source",), _named),
    (("link",), _linked),
    (("outlet name", "Latin masthead"), _whole),
    (("site",), _site),
    (("byline", "signature", "date"), _signed),
)
