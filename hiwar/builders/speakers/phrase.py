"""What a noun phrase stands for: a person, an organization, a state, a document, or somebody without a name."""

from collections.abc import Callable
from typing import Any, NamedTuple

from hiwar.builders.fold import fold_word
from hiwar.builders.speakers.person import (
    Titles,
    adjective,
    begins_person,
    complement,
    read_name,
    read_titles,
)
from hiwar.builders.speakers.words import Known, Words

PERSON, ORGANIZATION, STATE, DOCUMENT, UNNAMED = "person", "organization", "state", "document", "unnamed"
NAMED, TITLED, IMPLICIT = "named", "titled", "implicit"


class Phrase(NamedTuple):
    """A noun phrase read; numbers are words."""

    kind: str
    form: str
    rule: str
    first: int
    after: int
    gender: str | None = None  # of the name or description as a subject; None where it does not tell
    number: str = "s"
    name: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    titles: Titles | None = None
    entry: Any = None  # of the head noun
    definite: bool = False
    issuer: int | None = None  # of a document: the word where its issuer begins


def read_phrase(words: Words, first: int, limit: int, bounded: bool = True) -> Phrase | None:
    """Return what the words `[first, limit)` stand for; with `bounded` false they may run on past the phrase."""
    if first >= limit:
        return None
    if bounded:
        for number in range(first, limit):
            called = words.known("so_called", number, limit)
            if called and called.after < limit:
                return _so_called(words, first, called.after, limit)
        if limit == first + 1 and words.is_any(first, "last_mentioned"):
            return Phrase(PERSON, TITLED, "last_mentioned", first, limit)
    for reader in _by_length(words, first, limit):
        phrase = reader(words, first, limit, bounded)
        if phrase is not None:
            return phrase
    return _bare_name(words, first, limit, bounded)


Reader = Callable[[Words, int, int, bool], Phrase | None]


def _by_length(words: Words, first: int, limit: int) -> list[Reader]:
    """Return the readers whose first word is known, the longest known phrase first."""
    length: dict[Reader, int] = {}
    for kind, reader in _READERS:
        known = words.known(kind, first, limit)
        if known is not None:
            length[reader] = max(length.get(reader, 0), known.after - first)
    if length.get(_document) == length.get(_person) and _of_somebody(words, first, limit):
        length.pop(_person, None)
    given = words.known("given", first)
    if given and not given.glue and not words.definite(first):
        length = {reader: long for reader, long in length.items() if long > given.after - first}
    return sorted(length, key=lambda reader: -length[reader])


def _of_somebody(words: Words, first: int, limit: int) -> bool:
    """Return whether a word for a trade and for a text (مراسلة) is the text, as its owner follows."""
    known = words.known("document", first, limit)
    return known is not None and known.after < limit and words.is_any(known.after, "title", "head")


def _so_called(words: Words, first: int, name: int, limit: int) -> Phrase:
    entry = words.known("title", first) or words.known("unnamed", first)
    kind = PERSON if entry and words.bare("given", name) else ORGANIZATION
    head = words.known("head", first)
    after = name
    while after < limit and (after == name or words.gap(after) in (b"", b"(", b")", b"-")):
        after += 1
    gender = head.entry.gender if head else "f"
    return Phrase(kind, NAMED, "so_called", first, limit, gender, name=(name, after), definite=True)


def _many(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("many", first, limit)
    if known is None:
        return None
    after = known.after
    if after < limit and words.word(after) in _OF:
        after += 1
    inner = words.known("unnamed", after) or words.known("title", after) or words.known("nation", after)
    if not inner and not words.known("head", after):
        return None
    end, _ = complement(words, min(after + 1, limit), limit, True, bounded)
    return Phrase(
        UNNAMED, UNNAMED, "quantity", first, limit if bounded else end, None, "p", name=(first, end)
    )


_OF = frozenset({fold_word("من")})


def _person(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    titles = read_titles(words, first, limit, bounded)
    if titles is None:
        return None
    head = titles.entries[0]
    number = titles.after
    name = None
    abbreviated = titles.entries[-1].rank == "abbreviation"
    if number < limit and (abbreviated or words.gap(number) in (b"", b",", b"-", b")", b'"', b"<", b">")):
        end = read_name(words, number, limit, bounded)
        while bounded and end > number and end < limit and not words.gap(end) and words.bare("given", end):
            number, end = end, read_name(words, end, limit)  # the first name was of the complement
        plural = head.number == "p"
        if end > number and not plural and (bounded or _surely_a_name(words, number, end)):
            name = (number, end)
    if name is None and bounded and head.number == "s":
        name = _name_inside(words, first + 1, titles.after)
    gender, title = head.gender, (first, titles.after if name is None else min(titles.after, name[0]))
    if name is not None:
        given = words.known("given", name[0])
        gender = given.entry.gender if given and all(t.rank == "style" for t in titles.entries) else gender
        return Phrase(
            PERSON, NAMED, "title_and_name", first, max(name[1], titles.after), gender, "s", name, title, titles, head, True
        )  # fmt: skip
    after = limit if bounded else titles.after
    one_of_many = head.rank == "role" and not head.definite
    if head.number == "p" or one_of_many or (head.rank in ("office", "role") and not titles.definite):
        return Phrase(
            UNNAMED, UNNAMED, "title_of_nobody", first, after, gender, head.number,
            (first, titles.after), title, titles, head, titles.definite,
        )  # fmt: skip
    return Phrase(PERSON, TITLED, "title", first, after, gender, "s", None, title, titles, head, True)


def _surely_a_name(words: Words, first: int, after: int) -> bool:
    """Return whether words after a title in running text are a name and not the next part of the sentence."""
    if words.bare("given", first) or words.bare("name_joined", first):
        return True
    if words.definite(after - 1):
        return False
    return after - first > 1 and words.recurs(first, after)


def _name_inside(words: Words, first: int, after: int) -> tuple[int, int] | None:
    """Return the name at the end of what was read as a title's complement, if a given name tells where it begins."""
    for number in range(after - 1, first, -1):
        if words.bare("given", number) and not words.is_any(number, "title", "nation"):
            if read_name(words, number, after) == after:
                return number, after
            return None
    return None


def _organization(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    proper = words.known("organization", first, limit)
    head = words.known("head", first, limit)
    ministry = words.known("ministry", first, limit)
    if proper and (head is None or proper.after >= head.after):
        after = _adjectives(words, proper.after, limit)
        return Phrase(
            ORGANIZATION, NAMED, "organization_name", first, limit if bounded else after,
            proper.entry.gender, "s", (first, after), entry=proper.entry, definite=True,
        )  # fmt: skip
    if ministry and (words.is_any(ministry.after, "nation") or ministry.after == limit):
        after = _adjectives(words, ministry.after, limit)
        return Phrase(
            ORGANIZATION, NAMED, "ministry_by_field", first, limit if bounded else after,
            "f", "s", (first, after), entry=ministry.entry, definite=True,
        )  # fmt: skip
    return _headed(words, first, limit, bounded, head) if head else None


def _headed(words: Words, first: int, limit: int, bounded: bool, head: Known) -> Phrase:
    entry = head.entry
    if entry.owner:
        after, definite = _adjectives(words, head.after, limit), True
    else:
        after, definite = complement(words, head.after, limit, entry.definite, bounded, bounded)
    if after == head.after and bounded and after < limit and words.gap(after) in (b"<", b'"', b"("):
        after, definite = limit, True  # the name in marks: حركة «النور»
    more = after > head.after
    end = limit if bounded else after
    kind, form, rule = ORGANIZATION, NAMED, "organization"
    if entry.owner:
        form, rule = TITLED, "owned_organization"
    elif (entry.plural and entry.definite) or ((entry.group or entry.weak) and not definite):
        kind, form, rule = UNNAMED, UNNAMED, "group"
    elif entry.definite and (not more or entry.weak):
        form, rule = TITLED, "head_alone" if not more else "authority"
    elif not definite and not more:
        kind, form, rule = UNNAMED, UNNAMED, "group"
    return Phrase(
        kind, form, rule, first, end, entry.gender, "s", (first, after), entry=entry, definite=definite
    )


def _adjectives(words: Words, number: int, limit: int) -> int:
    while number < limit and not words.gap(number) and words.definite(number):
        if words.prepositional(number) or words.coordinated(number) or begins_person(words, number, False):
            break
        if not adjective(words, number):
            break
        number += 1
    return number


def _state(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("state", first, limit)
    if known is None:
        return None
    end = limit if bounded else known.after
    rule = "capital" if known.entry.role == "capital" else "state"
    return Phrase(
        STATE, NAMED, rule, first, end, known.entry.gender, "s", (first, known.after), entry=known.entry, definite=True
    )  # fmt: skip


def _document(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("document", first, limit)
    if known is None:
        return None
    issuer = _issuer(words, known, limit, bounded)
    after, definite = complement(words, known.after, limit, known.entry.definite, bounded)
    return Phrase(
        DOCUMENT, DOCUMENT, "document", first, limit if bounded else after, known.entry.gender, "s",
        (first, after), entry=known.entry, definite=definite, issuer=issuer,
    )  # fmt: skip


def _issuer(words: Words, known: Known, limit: int, bounded: bool) -> int | None:
    """Return the word at which a document's issuer begins."""
    for number in range(known.after, limit):
        issuing = words.known("issuing", number, limit)
        if issuing:
            return issuing.after if issuing.after < limit else None
        gap = words.gap(number)
        if words.is_any(number, "ends", "prepositions") or (not bounded and gap) or words.reports(number):
            return None
        owned = known.entry.spoken and (bounded or words.prepositional(number))
        if number == known.after and owned and _owner(words, number, limit, known.entry.definite):
            return number
        if words.is_any(number, "organization", "head", "ministry", "title", "state", "unnamed"):
            return number
        if gap not in (b"", b"<", b">", b'"', b"(", b")"):
            return None
    return None


def _owner(words: Words, number: int, limit: int, definite: bool) -> bool:
    """Return whether the word after a document begins its owner's name: بيان للبحرية، حساب خفر السواحل."""
    if words.gap(number) or number >= limit or words.is_any(number, "issuing", "prepositions"):
        return False
    if words.definite(number):
        return words.prepositional(number) or not definite
    return not definite and number + 1 < limit and words.definite(number + 1) and not words.gap(number + 1)


def _unnamed(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("unnamed", first, limit)
    if known is None:
        return None
    entry = known.entry
    after, _ = complement(words, known.after, limit, True, bounded)
    while bounded and after < limit and not words.gap(after) and not words.is_any(after, "ends"):
        after += 1
    return Phrase(
        UNNAMED, UNNAMED, "unnamed", first, limit if bounded else after, entry.gender, entry.number,
        (first, after), entry=entry, definite=entry.definite,
    )  # fmt: skip


def _bare_name(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    """Return a name without a title before it; the words after it may be an apposition."""
    end = read_name(words, first, limit, bounded)
    if end == first:
        if not bounded:
            return None
        end = _plain_end(words, first, limit)
    given = words.known("given", first)
    if not bounded and not _full_name(words, first, end):
        return None
    if bounded and not _is_name(words, first, end, limit):
        return Phrase(
            UNNAMED, UNNAMED, "description", first, limit, None, "s", (first, _plain_end(words, first, limit))
        )
    titles = title = None
    if end < limit and words.gap(end) in (b"", b",", b"-", b"(", b">", b'"'):
        titles = read_titles(words, end, limit)
        title = (end, titles.after) if titles else None
    gender = titles.entries[0].gender if titles else (given.entry.gender if given else None)
    return Phrase(
        PERSON, NAMED, "name_and_title" if title else "name", first, limit if bounded else end,
        gender, "s", (first, end), title, titles, titles.entries[0] if titles else None, True,
    )  # fmt: skip


def _full_name(words: Words, first: int, after: int) -> bool:
    """Return whether words of running text are surely a full name: a given name, and a word that belongs to a name."""
    if not words.bare("given", first) or words.definite(first) or after - first < 2:
        return False
    if words.is_any(first + 1, "given", "name_joined"):
        return True
    if words.is_any(first, "prepositions"):
        return False
    if words.is_any(first, "common"):
        known = words.is_any(first + 1, "head", "title", "unnamed", "document", "state", "nation", "many")
        return (
            not known
            and words.definite(first + 1)
            and (words.recurs(first + 1, after) or words.nisba(first + 1))
        )
    return words.definite(first + 1) or words.recurs(first + 1, after)


def _is_name(words: Words, first: int, after: int, limit: int) -> bool:
    """Return whether words of which none is known are a person's name rather than a description."""
    if words.bare("given", first) or words.is_any(first, "name_joined"):
        return True
    if words.is_any(first, "nation") and not words.definite(first):
        return False
    if any(words.bare("given", number) for number in range(first + 1, after)):
        return True
    goes_on = after < limit and not words.gap(after) and not words.is_any(after, "title", "ends")
    if after - first == 1:
        return not goes_on
    if words.definite(first) or words.prepositional(first + 1) or goes_on:
        return False
    last = after - 1
    both_feminine = words.feminine(first) and words.feminine(last)
    return words.recurs(last, after) or not (words.definite(last) or both_feminine)


def _plain_end(words: Words, first: int, limit: int) -> int:
    """Return where a phrase of unknown words ends: at punctuation or at a word that no phrase goes on after."""
    number = first + 1
    while number < limit and not words.gap(number) and not words.is_any(number, "ends", "prepositions"):
        number += 1
    return number


_READERS: tuple[tuple[str, Reader], ...] = (
    ("many", _many),
    ("title", _person),
    ("organization", _organization),
    ("head", _organization),
    ("ministry", _organization),
    ("state", _state),
    ("document", _document),
    ("unnamed", _unnamed),
)
