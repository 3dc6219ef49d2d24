"""Qualifiers of a number: before it (نحو), after its noun (على الأقل), or away from it (تقل أعمارهم عن)."""

from typing import NamedTuple

from hiwar.builders.knowledge.qualifiers import Away, words
from hiwar.builders.knowledge.words import words as counting_words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Hit, Lexed
from hiwar.builders.text.near import hit_before, text_after, word_before
from hiwar.builders.text.shapes import Shape, is_verb, raw_word, shape

_REACH = 24  # the longest qualifier
_AWAY = 12  # words between a qualifying verb and its number
_DEFINITE = tuple(map(fold_word, ("بال", "لل", "كال")))
_MORE = tuple(map(fold_word, ("أكثر", "أقل")))
_AL, _AND = fold_word("ال"), fold_word("و")
_HERS = tuple(map(fold_word, ("ته", "تها", "تهم")))  # a noun, though it begin as a verb does (تكلفتها)
_DUAL = tuple(map(fold_word, ("ين", "ان")))
_UTMOST = frozenset(map(fold_word, ("القصوى", "الأقصى")))
_MEASURED = frozenset(map(fold_word, ("لمدة", "بمدة", "بنسبة", "وبنسبة", "بقيمة", "وبقيمة")))
_RELATIVE = frozenset(map(fold_word, ("التي", "الذي", "والتي", "والذي", "الذين")))
_COMPARED = frozenset(map(fold_word, ("من", "منه", "منها")))
_BY = tuple(map(fold_word, ("ب", "ل")))
_LAM = fold_word("ل")  # بليون
_TURNED = {"more_than": "at_most", "less_than": "at_least"}


class Found(NamedTuple):
    """A qualifier of a number."""

    name: str
    start: int
    end: int
    rule: str


def before(lexed: Lexed, position: int) -> Found | None:
    """Return the qualifier that ends right before `position`, the start of the number with its clitic."""
    end = position
    while end and lexed.shadow[end - 1] in b' ("' and position - end < 3:
        end -= 1
    hit = hit_before(lexed, "qualifier", end, _REACH)
    if hit is None:
        return None
    hit = _widest(lexed, hit)
    if hit.entry.place == "ceiling" and not _limits_noun(lexed, hit):
        return None
    outer = before(lexed, hit.word_start)
    name, start = _together(outer, hit) if outer else _negated(lexed, hit)
    return Found(name, start, hit.end, f"qualifier-{hit.entry.place}")


def _negated(lexed: Lexed, hit: Hit) -> tuple[str, int]:
    """Return name and start of a bound, turned round where a negation stands before it (ألا تتجاوز)."""
    number = word_before(lexed, hit.word_start)
    word = b"" if number is None else lexed.word(number)
    joined = word.startswith(_AND)
    if number is None or hit.glued or word[joined:] not in words().negations or hit.entry.name not in _TURNED:
        return hit.entry.name, hit.start
    return _TURNED[hit.entry.name], lexed.word_starts[number] + joined


def _together(outer: Found, hit: Hit) -> tuple[str, int]:
    """Return name and start of two qualifiers in a row: what sets a bound wins over نحو (أكثر من حوالي)."""
    name = hit.entry.name
    if outer.name == name or "about" in (outer.name, name):
        return outer.name if name == "about" else name, outer.start
    return name, hit.start


def _widest(lexed: Lexed, hit: Hit) -> Hit:
    """Return the longest qualifier that ends where `hit` ends (لا يزيد على, not يزيد على)."""
    same = [h for h in lexed.of_kind("qualifier", hit.end - _REACH, hit.end) if h.end == hit.end]
    return min(same, key=lambda h: (h.start, h.word_start))


def _limits_noun(lexed: Lexed, hit: Hit) -> bool:
    """Whether a noun without article stands before تصل إلى, so that it is a ceiling (غرامة تصل إلى)."""
    number = word_before(lexed, hit.word_start)
    if number is not None and not hit.glued and lexed.word(number) in _RELATIVE | _UTMOST | _MEASURED:
        return True  # الخطة التي تصل إلى 86 مليونا, سرعتها القصوى تصل إلى 40, لمدة تصل إلى عام
    return (
        not hit.glued
        and number is not None
        and (
            shape(lexed, number) is Shape.NOUN
            or (shape(lexed, number) is Shape.PREPOSITION and not lexed.word(number).startswith(_DEFINITE))
        )
    )


def after(lexed: Lexed, position: int) -> Found | None:
    """Return the qualifier that stands right after `position`, a comma allowed between."""
    start = position
    while lexed.shadow[start : start + 1] in (b" ", b",") and start - position < 2:
        start += 1
    hits = [hit for hit in lexed.of_kind("qualifier_after", start, start + 3) if hit.word_start == start]
    if not hits:
        return None
    last = lexed.shadow[start : hits[0].end].split(b" ")[-1]
    if last.endswith(_MORE) and not last.startswith(_AL) and text_after(lexed, hits[0].end) in _COMPARED:
        return None
    return Found(hits[0].entry.name, start, hits[0].end, "qualifier-after")


def away(lexed: Lexed, position: int, floor: int) -> Found | None:
    """Return the verb that qualifies the number behind its subject, not looking past `floor`: تقل أعمارهم عن 16."""
    number = word_before(lexed, position)
    if number is None:
        return None
    preposition = lexed.word(number)
    governed = (
        lexed.shadow[position : position + 1] in _BY and lexed.shadow[position + 1 : position + 2] != _LAM
    )
    for step in range(_AWAY):
        here = number - step
        if here < 0 or lexed.word_starts[here] < floor:
            return None
        if step and lexed.shadow[lexed.word_ends[here] : lexed.word_starts[here + 1]] != b" ":
            return None
        if (step and _is_duration(lexed, here)) or lexed.word(here) in counting_words().reaching:
            return None  # لم يتجاوز العامين, تجاوز الرقم السابق البالغ 5 ملايين
        hit = _verb_at(lexed, here)
        if hit is not None:
            return _away(lexed, hit, preposition, step, governed)
        if step and not lexed.word(here).endswith(_HERS) and is_verb(lexed.word(here), raw_word(lexed, here)):
            return None
    return None


def _is_duration(lexed: Lexed, number: int) -> bool:
    """Whether the word is a dual of a unit, which the verb before it bounds."""
    word = lexed.word(number)
    return word.endswith(_DUAL) and hit_before(lexed, "unit", lexed.word_ends[number]) is not None


def _verb_at(lexed: Lexed, number: int) -> Hit | None:
    start = lexed.word_starts[number]
    hits = [h for h in lexed.of_kind("qualifier_away", start, start + 2) if h.end == lexed.word_ends[number]]
    return hits[0] if hits else None


def _away(lexed: Lexed, hit: Hit, preposition: bytes, distance: int, governed: bool) -> Found | None:
    entry: Away = hit.entry
    if not entry.prepositions and governed:
        return None  # تفوق على الفريق بثلاثة أهداف
    if entry.prepositions and preposition not in entry.prepositions:
        return None
    if not entry.prepositions and (distance == 0 or shape_is_preposition(preposition)):
        return None
    number = word_before(lexed, hit.word_start)
    negation = b"" if number is None else lexed.word(number)
    joined = negation.startswith(_AND)  # ولا يقل طوله عن
    if number is None or negation[joined:] not in words().negations:
        return Found(entry.name, hit.start, hit.end, "qualifier-away")
    return Found(entry.negated, lexed.word_starts[number] + joined, hit.end, "qualifier-away")


def shape_is_preposition(word: bytes) -> bool:
    """Whether the word is one of the prepositions that cut the number off from a verb before it."""
    return word in _PREPOSITIONS or (word.startswith(_BY) and len(word) > 2)


_PREPOSITIONS = frozenset(
    map(fold_word, ("في", "من", "إلى", "على", "عن", "مع", "منذ", "خلال", "بعد", "قبل", "حتى", "بين"))
)
