"""Titles in a noun phrase with their complements, which organizations have as well."""

from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.titles import Title
from hiwar.builders.speakers.joined import joined_noun
from hiwar.builders.speakers.names import name_end, read_name
from hiwar.builders.speakers.namesakes import may_be_named, named_after
from hiwar.builders.speakers.titled import begins_person, governs, ranked, title_at
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_OVER, _REGION = fold_word("على"), fold_word("جهة")
_FIELD = 4  # words of a field that ends before the holder's rank: المشرف العام على المعرض الدكتور
_NAME = 4  # words of a name that tell it from an office
_PARTS = 6  # words of a region's name before its last part: جهة الرباط – سلا – القنيطرة


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
        if title is None or (entries and title[0].owner and title[0].rank == "style"):
            break
        if entries and words.prepositional(number):
            break  # to whom something is sent: رفع الوزير شكره | لخادم الحرمين الشريفين
        if entries and _forename(words, entries[-1], number, limit):
            break
        entry, after = title
        closed = entry.definite or (after > number + 1 and words.definite(after - 1))  # كاتب الدولة
        definite = definite or closed
        if entry.rank in ("rank", "style", "abbreviation"):
            while after < limit and not words.gap(after) and _modifies(words, after, entry.definite):
                after += 1
        elif entry.owner is None:
            begin = after
            after, closed = complement(words, begin, limit, closed, bounded)
            if bounded and _another_field(words, after):
                after, closed = complement(words, after, limit, False)
            if not bounded and words.word(after) == _OVER and not words.gap(after):
                whole, _ = complement(words, begin, min(after + _FIELD, limit), entry.definite)
                after, closed = (whole, True) if ranked(words, whole) else (after, closed)
        entries.append(entry)
        spans.append((number, after))
        definite = definite or closed
        number = after
        if entry.rank == "abbreviation":
            continue
        marked = words.gap(number) in (b'"', b">") and ranked(words, number)  # مدير «تعليم الساحل» الدكتور
        if number < limit and words.gap(number) not in (b"", b",", b"-", b"(", b")") and not marked:
            break
    return Titles(tuple(entries), tuple(spans), after, definite) if entries else None


def _forename(words: Words, title: Title, number: int, limit: int) -> bool:
    """Return whether a word that is an office as well is the first name of who holds the title before it.

    الدكتور أمين نصار، النائب حاكم الحداد
    """
    known = words.known("title", number)
    if known is None or known.glue or known.entry.definite or known.after > number + 1:
        return False
    personal = title.rank != "office" and title.definite
    whole = words.definite(number - 1) and words.definite(number + 1)  # منسق اللجنة مساعد النبط أن
    ends = whole and (words.is_any(number + 2, "ends") or bool(words.gap(number + 2)))
    if not words.bare("given", number) or not (personal or ends or words.nisba(number + 1)):
        return False
    near = min(limit, number + _NAME)
    return not governs(words, number, near) and read_name(words, number, near) > number + 1


def _another_field(words: Words, number: int) -> bool:
    """Return whether an office goes on with a second field, the affairs of a body: وزير العدل | وشؤون مجلس المدينة."""
    joined = words.word(number).startswith(_AND) and not words.known_any(number)
    return joined and not words.gap(number) and words.is_any(number + 1, "head") and not words.gap(number + 1)


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
        if not closed and _MARKS.intersection(gap):
            after = words.marked_end(number, limit)
            if _somebody(words, number, after):
                break
            if after > number:  # the name of what the word before is: مركز «النور»
                number, closed, definite = after, True, definite or not in_phrase
                continue
        if _two_parts(words, number, first):
            number, closed = number + 1, True
            continue
        quoted = quoted != (gap.count(b'"') % 2 == 1)
        relative = words.word(number) in function_words("relative")
        ended = relative or (
            _ends(words, number) and (closed or (number > first and not words.definite(number)))
        )
        accusative = "\u064b" in words.raw_word(number)  # مجلس البلدية | تقريراً
        if not _continues(words, number) or ended or words.reports(number) or accusative:
            break
        begins = number == first and not closed
        alone = words.is_any(number, "adjectives") and not words.prepositional(number + 1)
        preposition = words.bare("prepositions", number) and not alone  # المكلف بالنقل, not المكلف سالم
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
            voice = words.is_any(number, "of_titles")
            number, closed, in_phrase = number + 1, False, True
            if voice and not words.definite(number) and not words.is_any(number, *_SPOKEN_FOR):
                number, closed = name_end(words, number, limit), True  # المتحدث باسم سالم نصار
            continue
        if not closed and not words.prepositional(number):
            number, closed = _construct(words, number, limit)
        elif words.prepositional(number) or joined_noun(words, number, in_phrase):
            prepositional = words.prepositional(number)
            if prepositional and not phrases and not _belongs(words, number, first):
                break
            if number == first and closed and not prepositional and words.is_any(number, "head"):
                break  # two bodies: المرصد والفرقة
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


def _somebody(words: Words, first: int, after: int) -> bool:
    """Return whether words in marks are a person's name: مدير فرع الساحل «سالم آل نصار»."""
    return after - first > 1 and any(
        words.is_any(number, "name_joined") or words.bare("given", number) for number in range(first, after)
    )


def _two_parts(words: Words, number: int, first: int) -> bool:
    """Return whether a dash joins two parts of one name: الصداقة الفرنسية – المغربية، جهة فاس – مكناس."""
    if words.gap(number) != b"-" or number == first:
        return False
    if all(words.definite(word) and adjective(words, word) for word in (number - 1, number)):
        return True
    region = any(
        words.word(word).endswith(_REGION) for word in range(max(first - 1, number - _PARTS), number)
    )
    other = words.is_any(number, "title", "given", "unnamed") or words.reports(number) or _ends(words, number)
    return region and not other


def _modifies(words: Words, number: int, definite: bool) -> bool:
    """Return whether a word goes on with a rank: العميد الركن، المفتي العام."""
    if words.is_any(number, "rank_modifier"):
        return True
    nation = words.is_any(number, "nation") and words.is_any(
        number + 1, "title"
    )  # الأمير السعودي رجل الأعمال
    described = words.is_any(number, "adjectives", "praise") or (nation and not words.gap(number + 1))
    return definite and words.definite(number) and described


_MARKS = frozenset(b'<"')


def adjective(words: Words, number: int) -> bool:
    """Return whether a definite word is an adjective by its ending, or one of the few that titles and offices take."""
    return words.is_any(number, "nation", "adjectives") or words.word(number).endswith(_NISBA)


_SPOKEN_FOR = ("title", "head", "state", "places", "organization", "unnamed", "document", "ministry", "many")
_AND = fold_word("و")
_CLAN = fold_word("آل")
_NISBA = (fold_word("ي"), fold_word("ية"))


def _construct(words: Words, number: int, limit: int) -> tuple[int, bool]:
    """Return the word after a noun in a construct chain, and whether it closes the chain."""
    if words.word(number) == _CLAN and number + 1 < limit:
        return number + 2, True  # عشيرة | آل نصار
    for kind in ("organization", "state", "places"):
        known = words.known(kind, number, limit)
        if known is not None:
            return known.after, True
    title = title_at(words, number, limit)
    if title and title[1] > number + 1 and words.definite(title[1] - 1):
        return title[1], True  # سفير خادم الحرمين الشريفين
    if may_be_named(words, number):
        after, named = named_after(words, number + 1, limit)
        if named:
            return after, True
    return number + 1, words.definite(number)


def _place_after(words: Words, number: int, limit: int) -> int:
    known = words.known("state", number, limit) or words.known("places", number, limit)
    return known.after if known else number + 1


def _belongs(words: Words, number: int, first: int) -> bool:
    """Return whether a noun behind a glued preposition goes on with a name in running text: المركز الوطني للبحوث، بجدة."""
    placed = words.is_any(number, "state", "places", "organization", "of_titles")
    head = words.known("head", number)
    placed = placed or (head is not None and head.entry.plural)  # لدول الخليج, but not لوكالة
    two = (first, first - 1) if number > first else (first - 1, first - 2)  # المدير الفني لنادي الساحل
    return placed or words.definite(number) or all(words.definite(one) for one in two)


def _continues(words: Words, number: int) -> bool:
    if words.gap(number) == b"." and words.starts[number] - words.ends[number - 1] == 1:
        return True  # بي.سي
    return words.gap(number) in (b"", b"<", b">", b'"', b"(", b")", b'""', b"<>") or number == 0


def _ends(words: Words, number: int) -> bool:
    return words.is_any(number, "ends", "turns", "so_called", "last_mentioned") and not words.bare(
        "prepositions", number
    )
