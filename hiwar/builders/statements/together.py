"""Several who say it together: the parts of the mention of a source (واشنطن وبغداد)."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word, fold_words

_EACH = [fold_word("كل"), fold_word("من")]
_W = fold_word("و")
_ON = "على"  # which the name علي folds to as well
_OTHERS = fold_words(("أخرى", "آخرون", "آخرين", "أخريات"))
_GLUED = (fold_word("ب"), fold_word("ل"))
_PLURALS = (fold_word("ين"), fold_word("ون"), fold_word("ات"))


def joint(reading: Reading, span: Span) -> list[Span]:
    """Return the parts of a mention of several sources (واشنطن وبغداد), or the mention itself.

    Two names, or two phrases that begin alike (وزير … ووزير), are two; «الثقافة والإعلام» under one title is one.
    """
    lexed = reading.lexed
    inside = reading.words_in(*span)
    if [lexed.shadow[start:end] for start, end in inside[:2]] == _EACH and len(inside) > 2:
        span = inside[2][0], span[1]  # كل من سالم وماجد
    first = lexed.shadow[slice(*span)].split(b" ", 1)[0]
    number = lexed.word_at(span[0])
    whole = span[0] if number is None else lexed.word_starts[number]  # with the و before a later part
    titled = first in words("head") or first.removeprefix(AL) in words("head")
    for start, end in inside:
        if start <= span[0]:
            continue
        word = lexed.shadow[start:end]
        if word[:1] != _W or len(word) < 4 or word in words("own_letter"):
            continue
        if lexed.hit_at("given", start) is not None:
            continue  # وائل
        bare = word[1:]
        if _nameless(reading, span[0], start):
            return [reading.trim(span[0], start), *joint(reading, reading.trim(start + 1, span[1]))]
        if titled and bare != first and not (_two_bodies(first, bare) or _two_people(reading, span, start)):
            continue
        if _many(reading, span[0]) and not _bears_name(reading, start, span[1]):
            continue  # متعاملون في سوق الأجهزة والمعدات
        if (titled or _office(reading, span[0])) and not _bears_name(reading, span[0], start):
            if _bears_name(reading, start, span[1]):
                continue  # one man with two offices: رئيس اللجنة ورئيس الاتحاد سالم نصار
        elif not titled and _only_office(reading, start + 1, span[1]):
            break  # the same behind his name: سالم نصار، المستشار والكاتب
        if bare.endswith(_PLURALS) and lexed.hit_at("state", start + 1) is None:
            continue
        if not titled and bare in words("head"):
            continue
        if not (reading.known(whole) and reading.known(start)):
            continue
        paper = bare.startswith(AL) and reading.lexed.hit_at("document", start + 1) is not None
        if paper and reading.known(span[0], ("title", "given", "name_joined")):
            continue  # سالم نصار عميد القبول والتسجيل
        left, right = reading.trim(span[0], start), reading.trim(start + 1, span[1])
        if left[1] > left[0] and right[1] > right[0]:
            return [left, *joint(reading, right)]
    return [span]


def _nameless(reading: Reading, first: int, start: int) -> bool:
    """Whether two nouns for people without a name are joined: شهود ومصادر في الميناء، مسؤول محلي وشهود."""
    if reading.word_at_or_after(start)[1:] in _OTHERS:
        return False
    one, other = (reading.lexed.hit_at("unnamed", at) for at in (first, start + 1))
    somebody = one or reading.lexed.hit_at("title", first)
    if somebody is None or other is None or somebody.entry.definite or other.entry.definite:
        return False
    return other.entry.number != "s" or other.entry.gender == "f" or one is not None


def _many(reading: Reading, first: int) -> bool:
    """Whether a part of a mention begins with a noun for people without a name."""
    hit = reading.lexed.hit_at("unnamed", first)
    return hit is not None and hit.entry.number == "p" and not hit.entry.definite


def _two_bodies(first: bytes, bare: bytes) -> bool:
    """Whether two nouns with the article are two bodies: المرصد والفرقة."""
    return first.startswith(AL) and bare.startswith(AL) and bare.removeprefix(AL) in words("head")


def _two_people(reading: Reading, span: Span, start: int) -> bool:
    """Whether two with an office each have their names behind them: الوزير سالم نصار ورئيس اللجنة ماجد فهد."""
    offices = all(reading.lexed.hit_at("title", at) is not None for at in (span[0], start + 1))
    return offices and _bears_name(reading, span[0], start) and _bears_name(reading, start, span[1])


def _office(reading: Reading, start: int) -> bool:
    """Whether a definite title of one person begins there: المستشار، الكاتبة."""
    hit = reading.lexed.hit_at("title", start)
    return hit is not None and hit.entry.definite and hit.entry.number == "s"


def _only_office(reading: Reading, start: int, end: int) -> bool:
    """Whether a definite title with adjectives begins there, and a preposition or nothing follows them, but no name."""
    if not _office(reading, start):
        return False
    hit = reading.lexed.hit_at("title", start)
    rest = [reading.lexed.shadow[slice(*one)] for one in reading.words_in(hit.end if hit else end, end)]
    while rest and rest[0].startswith(AL):
        rest.pop(0)
    return not rest or rest[0] in words("preposition") or rest[0][:1] in _GLUED


def _bears_name(reading: Reading, start: int, end: int) -> bool:
    """Whether a given name stands in a part of a mention."""
    lexed = reading.lexed
    return any(
        lexed.hit_at("given", at) is not None and not lexed.raw_text(at, after).endswith(_ON)
        for at, after in reading.words_in(start, end)
    )
