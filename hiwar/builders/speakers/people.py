"""Phrases that stand for people: titles with or without a name, and names."""

from hiwar.builders.speakers.bearers import holder, name_inside, past_short_name, short_name, surely_a_name
from hiwar.builders.speakers.names import name_behind, name_past, read_name
from hiwar.builders.speakers.person import Titles, read_titles
from hiwar.builders.speakers.phrase import NAMED, ORGANIZATION, PERSON, TITLED, UNNAMED, Phrase
from hiwar.builders.speakers.second_names import with_pronoun
from hiwar.builders.speakers.tail_names import tail_name
from hiwar.builders.speakers.titled import rare_name
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word


def person_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    titles = read_titles(words, first, limit, bounded)
    if titles is None:
        return None
    head = titles.entries[0]
    number = titles.after
    name = None
    abbreviated = titles.entries[-1].rank == "abbreviation"
    if number < limit and (abbreviated or _joins(words.gap(number))):
        if bounded and words.definite(number) and words.is_any(number, "nation"):
            number += not words.gap(number + 1) and read_name(words, number + 1, limit) > number + 1
        body = any(words.is_any(at, "head") for at in range(first + 1, titles.after))
        number = past_short_name(words, number, limit)
        end = number if short_name(words, number, body) else read_name(words, number, limit, bounded)
        if bounded and end > number:
            number, end = holder(words, number, end, limit, titles.entries[-1].rank == "office")
        own = titles.entries[-1].rank != "office" and words.bare("given", number)  # الدكتور سالم نصار مدير …
        if bounded and end < limit and not words.gap(end) and not own:
            number, end = name_behind(words, number, end, limit)
        plural = head.number != "s"
        last = titles.entries[-1]
        sure = bounded or surely_a_name(words, number, end)
        sure = sure or (last.rank == "rank" and last.definite and rare_name(words, number))
        if end > number and not plural and sure:
            name = (number, end)
    if name is None and bounded and head.number == "s" and number < limit:
        name = name_past(words, number, limit)
    if name is None and bounded and head.number == "s" and titles.definite:
        name = tail_name(words, first + 1, limit)
    if name is None and bounded and head.number == "s":
        name = name_inside(words, first + 1, titles.after)
        if name is None and head.definite and titles.after == first + 2 and _surname(words, first + 1):
            name = (first + 1, first + 2)
    if name is None and head.rank == "style" and head.owner:
        return Phrase(
            PERSON, TITLED, "honorific", first, limit if bounded else number, head.owner[0], "s",
            None, (first, titles.after), titles, head, True,
        )  # fmt: skip
    gender, title = head.gender, (first, titles.after if name is None else min(titles.after, name[0]))
    if name is not None:
        titles = _with_apposition(words, titles, name[1], limit, bounded)
        given = words.known("given", name[0])
        gender = given.entry.gender if given and all(t.rank == "style" for t in titles.entries) else gender
        return Phrase(
            PERSON, NAMED, "title_and_name", first, max(name[1], titles.after), gender, "s", name, title, titles, head, True
        )  # fmt: skip
    after = limit if bounded else titles.after
    one_of_many = head.rank == "role" and not head.definite
    both = head.number == "d" and not words.gap(titles.after)  # الباحثان سالم نصار وماجد حداد
    if head.number in ("p", "d") or one_of_many or (head.rank in ("office", "role") and not titles.definite):
        return Phrase(
            UNNAMED, UNNAMED, "title_of_nobody", first, after, gender, head.number,
            (first, after if both else titles.after), title, titles, head, titles.definite,
        )  # fmt: skip
    return Phrase(PERSON, TITLED, "title", first, after, gender, "s", None, title, titles, head, True)


def _surname(words: Words, number: int) -> bool:
    """Return whether a word behind a title alone is its holder's family name elsewhere: الرئيس السيسي … وأضاف السيسي."""
    if words.families.of_somebody(number):
        return True
    return words.families.alone(number) and not words.is_any(number, "nation", "adjectives", "rank_modifier")


def _joins(gap: bytes) -> bool:
    """Return whether a name may go on with its title, or a title with its name, over what stands between them."""
    return gap.count(b",") + gap.count(b"-") < 2 and not gap.strip(_JOINING)


_JOINING = b",-()<>\"'/"


def _with_apposition(words: Words, titles: Titles, number: int, limit: int, bounded: bool) -> Titles:
    """Return the titles with those after the name: الأمير فهد بن سعد أمير المنطقة.

    In running text only behind a comma or a rank, as another title may begin the object: استقبل الوزير سالم نصار مدير المركز.
    """
    ranked = titles.entries[-1].rank != "office" and titles.entries[-1].rank != "role"
    free = bounded or (ranked and not words.prepositional(number) and not words.coordinated(number))
    if number >= limit or not (words.gap(number) == b"," or (free and not words.gap(number))):
        return titles
    more = read_titles(words, number, limit, bounded)
    if more is None:
        return titles
    goes_on = more.after < limit and not short_name(words, more.after) and words.gap(more.after) != b","
    end = read_name(words, more.after, limit, bounded) if goes_on else more.after
    if end > more.after and (bounded or surely_a_name(words, more.after, end)):
        return titles  # the title of the next name
    return titles._replace(
        entries=titles.entries + more.entries, spans=titles.spans + more.spans, after=more.after
    )


def name_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    """Return a name without a title before it; the words after it may be an apposition."""
    named = _described_name(words, first, limit) if bounded else None
    if named is not None:
        return named
    end = read_name(words, first, limit, bounded)
    if end == first:
        if not bounded:
            return None
        end = plain_end(words, first, limit)
    if bounded and end == first + 1 and _foreign_pair(words, first, limit):
        end = first + 2
    given = words.known("given", first)
    if not bounded and not _full_name(words, first, end):
        end = _before_title(words, first, limit)
        if end == first:
            return None
    if bounded and not _is_name(words, first, end, limit):
        start, name = name_behind(words, first, first, limit) if words.definite(first) else (first, first)
        if name > start:  # المتعامل في التمور سالم نصار
            return Phrase(
                PERSON, NAMED, "title_and_name", first, limit, None, "s", (start, name), definite=True
            )
        return Phrase(
            UNNAMED, UNNAMED, "description", first, limit, None, "s", (first, plain_end(words, first, limit))
        )
    titles = title = None
    body = words.known("head", end) if bounded and end < limit and b"," in words.gap(end) else None
    if body is not None and body.entry.definite and not words.is_any(first, "given"):
        return Phrase(
            ORGANIZATION, NAMED, "organization", first, limit, body.entry.gender, "s", (first, end), entry=body.entry, definite=True
        )  # fmt: skip
    if end < limit and _joins(words.gap(end)) and not words.prepositional(end):  # قال سالم نصار | للصحافيين
        titles = read_titles(words, end, limit)
        title = (end, titles.after) if titles else None
    gender = titles.entries[0].gender if titles else (given.entry.gender if given else None)
    return Phrase(
        PERSON, NAMED, "name_and_title" if title else "name", first, limit if bounded else end,
        gender, "s", (first, end), title, titles, titles.entries[0] if titles else None, True,
    )  # fmt: skip


def _described_name(words: Words, first: int, limit: int) -> Phrase | None:
    """Return the name after definite words that describe its bearer: المسافر سالم نصار، الكوري الجنوبي تشونغ."""
    number = first
    while number < limit and words.definite(number) and not words.bare("given", number):
        if words.gap(number) and number > first:
            return None
        number += 1
    marked = number == first + 1 < limit and not words.known_any(first) and _in_marks(words, number, limit)
    if marked:
        gender = "f" if words.feminine(first) else "m"
        return Phrase(
            PERSON, NAMED, "title_and_name", first, limit, gender, "s", (number, limit), definite=True
        )
    nation = words.is_any(first, "nation")
    if (
        not first < number < limit
        or words.gap(number)
        or words.prepositional(first)
        or words.feminine(number)
    ):
        return None
    if not (words.bare("given", number) or (nation and not words.is_any(number, *_NO_NAME))):
        return None
    end = read_name(words, number, limit)
    goes_on = end < limit and not words.gap(end) and not words.is_any(end, "title")
    if end == number or (nation and goes_on):
        return None
    return Phrase(
        PERSON, NAMED, "title_and_name", first, limit, "m", "s", (number, end), None, None, None, True
    )


def _in_marks(words: Words, first: int, limit: int) -> bool:
    """Return whether unknown words in marks end the mention, as a name behind a description does: الشاعرة «ميرا»."""
    opened = bool(_OPENING.intersection(words.gap(first)))
    unknown = not any(
        words.definite(number) or words.is_any(number, *_NO_NAME) for number in range(first, limit)
    )
    return opened and unknown and limit - first <= _MARKED and words.marked_end(first, limit) == limit


_OPENING = frozenset(b'<"')
_MARKED = 3  # words of a name in marks
_NO_NAME = ("head", "title", "document", "unnamed", "many", "nation", "prepositions", "ends")


def _full_name(words: Words, first: int, after: int) -> bool:
    """Return whether words of running text are surely a full name: a given name, and a word that belongs to a name."""
    if not words.bare("given", first) or after - first < 2:
        return False
    if words.definite(first):
        surname = words.definite(first + 1) and words.nisba(first + 1)  # الحسين الساحلي
        return surname and not words.qualifies(first)
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


def _before_title(words: Words, first: int, limit: int) -> int:
    """Return the end of a name that its bearer's office follows: خالد محفوظ بحاح نائب رئيس اليمن; `first` if there is none."""
    if not words.bare("given", first) or words.is_any(first, "common"):
        return first
    end = read_name(words, first, limit)
    titles = read_titles(words, end, limit, False) if end - first > 1 and _joins(words.gap(end)) else None
    return end if titles and titles.definite and titles.entries[0].rank == "office" else first


def _foreign_pair(words: Words, first: int, limit: int) -> bool:
    """Return whether a name that only looks definite goes on with a word that no definite noun would: أليستير باسكي."""
    second = first + 1
    if second >= limit or not words.definite(first) or words.definite(second) or words.gap(second):
        return False
    if with_pronoun(words, second) or words.is_any(first, "nation"):
        return False
    if words.no_name(first) or words.no_name(second) or words.word(second).endswith(_ALIF):
        return False
    if (
        words.prepositional(second)
        or words.is_any(second, "prepositions", *_NO_NAME)
        or words.reports(second)
    ):
        return False
    return second + 1 == limit or words.is_any(second + 1, "title") or bool(words.gap(second + 1))


_ALIF = fold_word("ا")


def _is_name(words: Words, first: int, after: int, limit: int) -> bool:
    """Return whether words of which none is known are a person's name rather than a description."""
    given = words.is_any(first, "given") and not words.prepositional(first)  # لسالم
    if given or words.is_any(first, "name_joined"):
        return True
    if words.is_any(first, "nation") and not words.definite(first):
        return False
    if any(words.bare("given", number) for number in range(first + 1, after)):
        return True
    definite_name = words.definite(first) and after - first == 2 and not words.definite(after - 1)
    if definite_name and (after == limit or words.is_any(after, "title") or words.gap(after)):
        return not words.no_name(after - 1) and not words.is_any(
            first, "nation"
        )  # السندباد بحري: no adjective
    goes_on = (
        after < limit
        and not with_pronoun(words, after)
        and not words.gap(after)
        and not words.is_any(after, "title", "ends")
    )
    if after - first == 1 and words.definite(first) and words.feminine(first):
        return False  # المسرحية
    if after - first == 1:
        governs = (
            words.is_any(after, "prepositions") and words.recurs(first, after) and not words.no_name(first)
        )
        return (not goes_on or governs) and not words.common_noun(first)
    if words.definite(first) or words.prepositional(first + 1) or goes_on:
        return False
    last = after - 1
    both_feminine = words.feminine(first) and words.feminine(last)
    if after - first == 2 and words.definite(last) and words.nisba(last) and not words.feminine(last):
        return not words.no_name(first)  # مشاري العتيبي
    return words.recurs(last, after) or not (words.definite(last) or both_feminine)


def plain_end(words: Words, first: int, limit: int) -> int:
    """Return where a phrase of unknown words ends: at punctuation or at a word that no phrase goes on after."""
    number = first + 1
    while number < limit and not words.gap(number) and not words.is_any(number, "ends", "prepositions"):
        if with_pronoun(words, number):
            break
        number += 1
    return number
