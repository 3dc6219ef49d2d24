"""Phrases that stand for organizations, states and nameless groups."""

from hiwar.builders.speakers.names import name_behind, read_name
from hiwar.builders.speakers.namesakes import named_after
from hiwar.builders.speakers.person import adjective, complement
from hiwar.builders.speakers.phrase import NAMED, ORGANIZATION, PERSON, STATE, TITLED, UNNAMED, Phrase
from hiwar.builders.speakers.titled import begins_person, ranked
from hiwar.builders.speakers.unknown import thing, verb
from hiwar.builders.speakers.words import Known, Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_plural, verbal_shape

ENDINGS = ("ا", "ًا", "ين", "ون", "ات", "ه", "ها", "هم", "نا", "ي")  # of words that are hardly foreign names


def so_called_phrase(words: Words, first: int, name: int, limit: int) -> Phrase:
    entry = words.known("title", first) or words.known("unnamed", first)
    kind = PERSON if entry and words.bare("given", name) else ORGANIZATION
    head = words.known("head", first)
    after = name
    while after < limit and (after == name or words.gap(after) in (b"", b"(", b")", b"-")):
        after += 1
    gender = head.entry.gender if head else "f"
    return Phrase(kind, NAMED, "so_called", first, limit, gender, name=(name, after), definite=True)


def quantity_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("many", first, limit)
    if known is None:
        return None
    after = known.after
    if words.is_any(first, "head") and after < limit and _OPENING.intersection(words.gap(after)):
        return None  # مجموعة «النور»
    if after < limit and words.word(after) in _OF:
        after += 1
    inner = words.known("unnamed", after) or words.known("title", after) or words.known("nation", after)
    if not inner and not words.known("head", after):
        crowd = words.word(first) in _CROWD[:3] and after == known.after  # تجمع [العشرات] أمام
        return _quantity(first, limit if bounded else after, after, known.entry) if crowd else None
    begin = min(after + 1, limit)
    end, _ = complement(words, begin, limit, words.definite(after), bounded)
    if bounded and known.entry in ("أحد", "إحدى") and end < limit and words.gap(end) == b",":
        name = read_name(words, end, limit)
        if name > end and words.bare("given", end):
            return Phrase(
                PERSON, NAMED, "name_and_title", first, limit, None, "s", (end, name), definite=True
            )
    if bounded and known.entry in ("أحد", "إحدى"):
        start, name = name_behind(words, after, after, limit)
        if name > start:  # أحد سكان الحي سالم نصار
            return Phrase(
                PERSON, NAMED, "title_and_name", first, limit, None, "s", (start, name), definite=True
            )
    return _quantity(first, limit if bounded else end, end, known.entry)


def _quantity(first: int, after: int, end: int, amount: str) -> Phrase:
    """Return some or many of a group; one of them is in the singular, and of his gender (قال أحد السكان … وأضاف)."""
    gender = _ONE_OF.get(amount)
    number = "p" if gender is None else "s"
    return Phrase(UNNAMED, UNNAMED, "quantity", first, after, gender, number, name=(first, end))


_CROWD = tuple(fold_word(word) for word in ("العشرات", "المئات", "الآلاف", "عشرات", "مئات", "آلاف"))
_ONE_OF = {"أحد": "m", "إحدى": "f"}  # the gender of whoever is meant
_OF = frozenset({fold_word("من")})
_IN = fold_word("ب")
_FOR = fold_word("ل")
_OPENING = frozenset(b'<"')
_LED = frozenset({"رئاسة", "قيادة"})


def organization_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    proper = words.known("organization", first, limit)
    head = words.known("head", first, limit)
    if head and not head.entry.definite and words.word(head.after) in _CROWD:
        return None  # a verb: تجمع العشرات
    if head and head.entry.word in _LED and head.glue.endswith(_IN) and ranked(words, head.after):
        return None  # برئاسة | الدكتور سالم نصار
    ministry = words.known("ministry", first, limit)
    if proper and (head is None or proper.after >= head.after):
        after = _adjectives(words, proper.after, limit)
        return Phrase(
            ORGANIZATION, NAMED, "organization_name", first, limit if bounded else after,
            proper.entry.gender, "s", (first, after), entry=proper.entry, definite=True,
        )  # fmt: skip
    hers = ministry is not None and words.is_any(ministry.after, "nation") and words.feminine(ministry.after)
    if ministry and (hers or ministry.after == limit):  # الدفاع الروسية, not الإعلام الروسي
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
        start, closed = named_after(words, head.after, limit) if not entry.definite else (head.after, True)
        after, definite = complement(words, start, limit, closed, bounded and not entry.definite, bounded)
        if entry.definite and head.after == first + 1 and not entry.weak and _addressed(words, head.after):
            after = head.after  # أكدت الشركة للعملاء، أوضح المكتب في الميناء
    if after == head.after and bounded and after < limit and words.gap(after) in (b"<", b'"', b"("):
        after, definite = (
            max(words.marked_end(after, limit), after + 1),
            True,
        )  # the name in marks: حركة «النور»
    if bounded and after > head.after and not entry.owner:
        after = named_behind(words, after, limit)
    if entry.pair:
        return Phrase(
            UNNAMED,
            UNNAMED,
            "group",
            first,
            limit if bounded else after,
            None,
            "d",
            (first, after),
            entry=entry,
            definite=True,
        )
    more = after > head.after
    end = limit if bounded else after
    kind, form, rule = ORGANIZATION, NAMED, "organization"
    if entry.owner:
        form, rule = TITLED, "owned_organization"
    elif (entry.plural and entry.definite) or (
        (entry.group or entry.weak) and not definite and not _named(words, head.after, after)
    ):
        kind, form, rule = UNNAMED, UNNAMED, "group"
    elif entry.definite and (not more or entry.weak):
        form, rule = TITLED, "head_alone" if not more else "authority"
    elif not definite and not more:
        kind, form, rule = UNNAMED, UNNAMED, "group"
    return Phrase(
        kind, form, rule, first, end, entry.gender, "s", (first, after), entry=entry, definite=definite
    )


def named_behind(words: Words, number: int, limit: int) -> int:
    """Return the word after a proper name behind the noun phrase that tells what bears it: شركة النقل البحري | مايرسك لاين."""
    known = words.known("organization", number, limit)
    if words.gap(number) or number >= limit:
        return number
    if known is not None and not known.glue:
        return known.after
    after = number
    while after < limit and after < number + _FOREIGN and not words.gap(after) and foreign(words, after):
        after += 1
    whole = after == limit and after > number + 1
    return after if whole else number


def foreign(words: Words, number: int, endings: tuple[str, ...] = ENDINGS) -> bool:
    """Return whether an unknown word may be of a foreign name: no article, no ending of a noun of the language."""
    plain = words.known_any(number) or words.definite(number) or words.no_name(number)
    return not (
        plain or thing(words, number) or words.prepositional(number) or words.coordinated(number)
    ) and (not words.raw_word(number).endswith(endings) and not verb(words, number))


def _named(words: Words, number: int, after: int) -> bool:
    """Return whether one foreign word that recurs is the proper name of a group: مجموعة بيمكو."""
    one = after == number + 1 and not words.gap(number)
    return one and foreign(words, number) and words.recurs(number, after)


_FOREIGN = 4  # words of a foreign name


def _addressed(words: Words, number: int) -> bool:
    """Return whether a preposition stands right behind a noun with the article, which is no part of a name then."""
    named = words.is_any(number, "organization", "state", "places", "title")
    head = words.known("head", number)
    named = named or (head is not None and not head.glue.endswith(_FOR))  # الحزب | للولاية التشريعية
    return (words.prepositional(number) and not named) or words.bare("prepositions", number)


def _adjectives(words: Words, number: int, limit: int) -> int:
    while number < limit and not words.gap(number) and words.definite(number):
        if words.prepositional(number) or words.coordinated(number) or begins_person(words, number, False):
            break
        if words.is_any(number, "ends"):
            break  # المرور الذي
        if not adjective(words, number):
            break
        number += 1
    return number


def state_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("state", first, limit)
    if known is None:
        return None
    end = limit if bounded else known.after
    rule = "capital" if known.entry.role == "capital" else "state"
    return Phrase(
        STATE, NAMED, rule, first, end, known.entry.gender, "s", (first, known.after), entry=known.entry, definite=True
    )  # fmt: skip


def _object(words: Words, number: int) -> bool:
    """Return whether a bare noun behind a definite one is what is done or sent: رسائل، قيادة، انتقال."""
    word = words.word(number)
    if words.definite(number) or words.prepositional(number) or words.coordinated(number):
        return False
    if words.is_any(number, "prepositions", "nation", "places", "given", "state", "organization"):
        return False
    glued = word.startswith((_IN, _FOR))
    return words.is_any(number, "head", "document") or (not glued and (verbal_shape(word) or is_plural(word)))


def unnamed_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("unnamed", first, limit)
    if known is None:
        return None
    entry = known.entry
    after, _ = complement(words, known.after, limit, True, bounded)
    while bounded and after < limit and not words.gap(after) and not words.is_any(after, "ends"):
        if words.definite(after - 1) and _object(words, after):
            break  # عدد من المعجبين | رسائل دعم
        after += 1
    return Phrase(
        UNNAMED, UNNAMED, "unnamed", first, limit if bounded else after, entry.gender, entry.number,
        (first, after), entry=entry, definite=entry.definite,
    )  # fmt: skip
