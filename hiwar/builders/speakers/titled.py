"""A title at a word, by what stands around it."""

from hiwar.builders.knowledge.titles import Title
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_MARKS = frozenset(b'<"')
_HAMZAS = ("أ", "إ", "آ")
_NISBA = (fold_word("ي"), fold_word("ية"))
_SERVANT = fold_word("عبد")
_HAMZA, _TEAM = "ئ", "فريق"


def title_at(words: Words, number: int, limit: int) -> tuple[Title, int] | None:
    """Return the title at the word and the word after it; an indefinite rank is no title (فريق "a team")."""
    if words.bare("prepositions", number):
        return None  # أمام "before", not إمام
    for known in words.all_known("title", number):
        if known.after > limit or (known.after > number + 1 and _broken(words, number, known.after)):
            continue
        entry: Title = known.entry
        single = entry.number != "p" and known.after == number + 1  # نواب has no hamza
        if _HAMZA in entry.word and single and _without_hamza(words.raw_word(number)):
            continue  # ماجد قايد نصار: a name, not قائد
        if entry.rank == "rank" and not entry.definite and not _named(words, known.after):
            continue
        if entry.word == _TEAM and entry.definite and single and _team(words, known.after):
            continue
        if entry.rank == "abbreviation" and words.gap(known.after) not in (b".", b"/"):
            continue
        if entry.rank == "style" and entry.owner is None and not words.is_any(known.after, "title", "given"):
            continue
        hamza = words.raw_word(number)[len(known.glue) : len(known.glue) + 1] in _HAMZAS  # لأمين, not لامين
        if known.glue and words.bare("given", number) and not hamza:
            continue
        if words.is_any(number, "name_joined") and not _somebodys(words, known.after):
            continue  # ابن سلمان is a name, ابن الوزير a description
        return entry, known.after
    return None


def _without_hamza(raw: str) -> bool:
    """Return whether a bare word is written without the hamza of the title that it is spelt like."""
    return _HAMZA not in raw and not raw.startswith("ال")


def _team(words: Words, number: int) -> bool:
    """Return whether الفريق is a team, as an adjective of it follows and no name: الفريق الطبي, not الفريق الساحلي."""
    described = words.definite(number) and words.nisba(number) and not words.gap(number)
    if not described or words.is_any(number, "given", "rank_modifier", "title"):
        return False
    return not (words.families.of_somebody(number) or words.is_any(number + 1, "given"))


def _named(words: Words, number: int) -> bool:
    """Return whether a given name follows, or a name in marks: بروفيسور «سالم نصار»."""
    return words.bare("given", number) or bool(_MARKS.intersection(words.gap(number)))


def _somebodys(words: Words, number: int) -> bool:
    return words.is_any(number, "title", "head", "unnamed") or words.definite(number)


def _broken(words: Words, first: int, after: int) -> bool:
    return any(words.gap(number) for number in range(first + 1, after))


def ranked(words: Words, number: int) -> bool:
    """Return whether a rank with a name begins here: عميد شؤون الطلاب | الدكتور سالم نصار."""
    title = words.known("title", number)
    rank = title is not None and title.entry.rank == "rank" and title.entry.definite
    return rank and (words.bare("given", number + 1) or rare_name(words, number + 1))


def rare_name(words: Words, number: int) -> bool:
    """Return whether an unknown word with a family's name behind it is a first name: الدكتورة هتون النجدي."""
    unknown = not (words.known_any(number) or words.definite(number) or words.feminine(number))
    glued = words.prepositional(number) or words.coordinated(number)
    after = number + 1
    family = words.definite(after) and words.nisba(after) and not words.feminine(after)
    near = not words.gap(number) and not words.gap(after) and not words.is_any(after, "nation", "adjectives")
    return unknown and not glued and family and near


_COMPLEMENT = 20  # words of an office before the rank of its holder


def governs(words: Words, first: int, limit: int) -> bool:
    """Return whether a title that is a given name as well has an office or an organization after it: مساعد الوزير."""
    if not words.is_any(first, "title") or first + 1 >= limit or words.gap(first + 1):
        return False
    if words.bare("given", first + 1):
        return False
    if words.is_any(first + 1, "title", "head", "ministry", "organization", "places", "regions"):
        return True
    if words.is_any(first + 2, "places", "state") and not words.gap(first + 2):
        return True  # أمين منطقة جازان
    return any(ranked(words, number) for number in range(first + 2, min(limit, first + _COMPLEMENT)))


def begins_person(words: Words, number: int, expecting: bool) -> bool:
    """Return whether a name begins here, or another title."""
    if words.definite(number) and words.definite(number - 1) and not words.gap(number):
        adjectival = words.nisba(number) and words.is_any(number, "common")  # الاتحاد العربي
        of_things = words.feminine(number) and not words.is_any(number - 1, "title")  # التقارير المتخصصة
        if adjectival or of_things or words.is_any(number, "adjectives"):
            return False
    if expecting and words.bare("nation", number) and not words.is_any(number + 1, "name_joined"):
        return False  # an adjective: مسؤول تركي
    if words.bare("given", number) and not words.is_any(number, "state", "places"):
        return not expecting or not words.is_any(number, "title", "head")
    if words.word(number) == _SERVANT and words.definite(number + 1) and not words.gap(number + 1):
        return not (expecting and words.is_any(number - 1, "title", "head"))  # ولاية النهر | عبد الودود
    title = title_at(words, number, len(words))
    if title is None or words.prepositional(number):
        return False
    if title[0].rank == "role" and words.word(number).endswith(_NISBA) and not words.bare("given", title[1]):
        return False  # an adjective: المكتب الإعلامي
    return title[0].rank in ("rank", "style", "abbreviation") or not expecting
