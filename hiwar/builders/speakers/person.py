"""People in a noun phrase: titles with their complements, and the name before or after them."""

from typing import NamedTuple

from hiwar.builders.knowledge.titles import Title
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_LONGEST_NAME = 7
_NOT_NAMES = ("places", "prepositions", "ends", "issuing", "turns", "so_called", "last_mentioned")


class Titles(NamedTuple):
    """Titles that stand together."""

    entries: tuple[Title, ...]
    spans: tuple[tuple[int, int], ...]  # of each, with its complement
    after: int  # the word after them with their complements
    definite: bool  # whether they point at one holder


def read_titles(words: Words, first: int, limit: int, bounded: bool = True) -> Titles | None:
    """Return the titles that begin at the word, with their complements: وزير الدفاع العراقي الفريق الركن."""
    entries: list[Title] = []
    spans: list[tuple[int, int]] = []
    definite = False
    number = after = first
    while number < limit:
        title = title_at(words, number, limit)
        if title is None:
            break
        entry, after = title
        closed = entry.definite or (after > number + 1 and words.definite(after - 1))  # كاتب الدولة
        definite = definite or closed
        if entry.rank in ("rank", "style", "abbreviation"):
            while words.is_any(after, "rank_modifier") and after < limit and not words.gap(after):
                after += 1
        elif entry.owner is None:
            after, closed = complement(words, after, limit, entry.definite, bounded)
        entries.append(entry)
        spans.append((number, after))
        definite = definite or closed
        number = after
        if entry.rank == "abbreviation":
            continue
        if number < limit and words.gap(number) not in (b"", b",", b"-", b"(", b")"):
            break
    return Titles(tuple(entries), tuple(spans), after, definite) if entries else None


def title_at(words: Words, number: int, limit: int) -> tuple[Title, int] | None:
    """Return the title at the word and the word after it; an indefinite rank is no title (فريق "a team")."""
    if words.bare("prepositions", number):
        return None  # أمام "before", not إمام
    for known in words.all_known("title", number):
        if known.after > limit or (known.after > number + 1 and _broken(words, number, known.after)):
            continue
        entry: Title = known.entry
        if entry.rank == "rank" and not entry.definite:
            continue
        if entry.rank == "abbreviation" and words.gap(known.after) not in (b".", b"/"):
            continue
        if entry.rank == "style" and entry.owner is None and not words.is_any(known.after, "title", "given"):
            continue
        if known.glue and words.bare("given", number):
            continue
        if words.is_any(number, "name_joined") and not _somebodys(words, known.after):
            continue  # ابن سلمان is a name, ابن الوزير a description
        return entry, known.after
    return None


def _somebodys(words: Words, number: int) -> bool:
    return words.is_any(number, "title", "head", "unnamed") or words.definite(number)


def _broken(words: Words, first: int, after: int) -> bool:
    return any(words.gap(number) for number in range(first + 1, after))


def complement(
    words: Words, number: int, limit: int, closed: bool, phrases: bool = True, places: bool = True
) -> tuple[int, bool]:
    """Return the word after the complement of a head noun, and whether it makes the head definite.

    An open head (وزير) takes what follows until a word with the article or a proper name closes it; after that come
    adjectives and prepositional phrases (all of them, or with `phrases` false only those with a known place, and with `places` false none at all). A given name or a rank begins the person's name and is left out.
    """
    first, definite, in_phrase, quoted = number, closed, False, False
    while number < limit:
        gap = words.gap(number)
        if closed and (b"<" in gap or b"(" in gap or (b'"' in gap and not quoted)):
            break  # another name of what is named already: وزارة الدفاع «البنتاغون»
        quoted = quoted != (gap.count(b'"') % 2 == 1)
        if not _continues(words, number) or (closed and _ends(words, number)) or words.reports(number):
            break
        begins = number == first and not closed
        preposition = words.bare("prepositions", number)
        if not preposition and begins_person(words, number, begins or not closed):
            break
        if preposition:
            if number + 1 >= limit or words.gap(number + 1) not in (b"", b"<", b'"'):
                break
            placed = words.is_any(number, "of_titles") or words.is_any(
                number + 1, "state", "places", "organization"
            )
            placed = placed and places
            if not phrases and not placed:
                break
            number, closed, in_phrase = number + 1, False, True
            continue
        if not closed and not words.prepositional(number):
            number, closed = _construct(words, number, limit)
        elif words.prepositional(number) or _joined_noun(words, number):
            prepositional = words.prepositional(number)
            if prepositional and not phrases and not _belongs(words, number, first):
                break
            number, closed = _construct(words, number, limit)
            in_phrase = in_phrase or prepositional
        elif words.definite(number) or words.is_any(number, "nation"):
            if not phrases and not adjective(words, number):
                break
            number += 1
        elif in_phrase and (words.bare("state", number) or words.bare("places", number)):
            number = _place_after(words, number, limit)
        else:
            break
        definite = definite or (closed and not in_phrase)
    return number, definite


def adjective(words: Words, number: int) -> bool:
    """Return whether a definite word is an adjective by its ending, or one of the few that titles and offices take."""
    return words.is_any(number, "nation", "adjectives") or words.word(number).endswith(_NISBA)


_AT = (fold_word("ب"), fold_word("ل"))
_PRONOUNS = (fold_word("ه"), fold_word("ها"), fold_word("هم"))
_NISBA = (fold_word("ي"), fold_word("ية"))


def _construct(words: Words, number: int, limit: int) -> tuple[int, bool]:
    """Return the word after a noun in a construct chain, and whether it closes the chain."""
    for kind in ("organization", "state", "places"):
        known = words.known(kind, number, limit)
        if known is not None:
            return known.after, True
    after = number + 1
    head = words.known("head", number)
    named_after = head and not head.entry.definite and not words.is_any(number, "title")
    if named_after and after < limit and words.is_any(after, "title", "given") and not words.gap(after):
        title = title_at(words, after, limit)
        after = title[1] if title and title[0].rank == "rank" else after
        return min(_name_end(words, after, min(limit, after + 2)), limit), True
    return after, words.definite(number)


def _place_after(words: Words, number: int, limit: int) -> int:
    known = words.known("state", number, limit) or words.known("places", number, limit)
    return known.after if known else number + 1


def _belongs(words: Words, number: int, first: int) -> bool:
    """Return whether a noun behind a glued preposition goes on with a name in running text: المركز الوطني للبحوث، بجدة."""
    placed = words.is_any(number, "state", "places", "organization", "head", "of_titles")
    return placed or words.definite(number) or (words.definite(first) and words.definite(first - 1))


def _joined_noun(words: Words, number: int) -> bool:
    """Return whether a noun joined on belongs to the same name: والتنمية, but not ووزارة or والجهات."""
    head = words.known("head", number)
    another = head is not None and (not head.entry.definite or head.entry.group)
    return words.coordinated(number) and not another and not words.is_any(number, "title")


def begins_person(words: Words, number: int, expecting: bool) -> bool:
    """Return whether a name begins here, or another title."""
    if words.bare("given", number) and not words.is_any(number, "state", "places"):
        return not expecting or not words.is_any(number, "title", "head")
    title = title_at(words, number, len(words))
    if title is None or words.prepositional(number):
        return False
    if title[0].rank == "role" and words.word(number).endswith(_NISBA) and not words.bare("given", title[1]):
        return False  # an adjective: المكتب الإعلامي
    return title[0].rank in ("rank", "style", "abbreviation") or not expecting


def _continues(words: Words, number: int) -> bool:
    return words.gap(number) in (b"", b"<", b">", b'"', b"(", b")", b'""', b"<>") or number == 0


def _ends(words: Words, number: int) -> bool:
    return words.is_any(number, "ends", "turns", "so_called", "last_mentioned") and not words.bare(
        "prepositions", number
    )


def read_name(words: Words, first: int, limit: int, bounded: bool = True) -> int:
    """Return the word after the name that begins at the word; `first` itself when there is none."""
    if first >= limit or not _can_begin(words, first):
        return first
    end = _name_end(words, first, min(limit, first + _LONGEST_NAME))
    return end if bounded else _sure_end(words, first, end)


def _sure_end(words: Words, first: int, end: int) -> int:
    """Return the end of a name in running text, before words that may be the next of the sentence."""
    number = first + 1
    while number < end:
        sure = words.is_any(number, "given", "name_joined", "name_second") or words.definite(number)
        second = number == first + 1 and words.bare("given", first) and not words.feminine(number)
        again = words.surname(number) or words.recurs(number, number + 1)
        if not (sure or second or again or words.is_any(number - 1, "name_joined")):
            break
        number += 1
    return number


def _can_begin(words: Words, number: int) -> bool:
    if words.is_any(number, "of_titles") and not words.is_any(number + 1, "given"):
        return False
    if words.bare("given", number) or words.bare("name_joined", number):
        return True
    if words.is_any(number, *_NOT_NAMES, "head", "document", "unnamed", "nation", "many"):
        return False
    if words.reports(number):
        return False
    if title_at(words, number, len(words)) or words.prepositional(number) or words.coordinated(number):
        return False
    return not words.is_any(number, "state", "places", "organization")


def _name_end(words: Words, first: int, limit: int) -> int:
    number, open_ = first, False
    while number < limit:
        if number > first and words.gap(number) not in (b"", b"-", b"'"):
            break
        if number > first and not _can_continue(words, first, number, open_):
            break
        joined = words.is_any(number, "name_joined") and not words.definite(number)
        ends = words.definite(number) and not words.is_any(number, "name_second")
        ends = ends and not (number == first and words.bare("given", number))
        number += 1
        open_ = joined
        if ends and not words.is_any(number, "name_joined"):
            break
    return number


def _can_continue(words: Words, first: int, number: int, open_: bool) -> bool:
    if open_ or words.bare("name_joined", number) or words.is_any(number, "name_second"):
        return True
    if words.bare("given", number):
        return True
    if words.bare("ends", number) and not words.is_any(number + 1, "given"):
        return False
    if words.is_any(number, "head") or (words.thing(number) and not words.surname(number)):
        return False
    if words.definite(number) and not words.article_glue(number) and not words.prepositional(number):
        title = title_at(words, number, len(words))
        last = not words.is_any(number + 1, "given", "title") or bool(words.gap(number + 1))
        if title is None or number == first + 1 or (title[0].rank == "rank" and last):
            return True  # a family name, whatever else the word means: منصور التركي
    if words.is_any(number, *_NOT_NAMES, "nation", "document", "many"):
        return False
    if words.prepositional(number) or words.coordinated(number) or words.reports(number):
        return False
    if with_pronoun(words, number):
        return False
    return title_at(words, number, len(words)) is None


def with_pronoun(words: Words, number: int) -> bool:
    """Return whether an unknown word is a preposition with a noun and a pronoun: بصوته، لوالدها."""
    return words.word(number).startswith(_AT) and words.word(number).endswith(_PRONOUNS)
