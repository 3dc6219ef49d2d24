"""Whether a title that the article gives nobody takes up whoever spoke last."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.titles import nameless, prosecutors, relatives
from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import UNNAMED, Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_MEDIA = function_words("publishing", "media")
_MARKS = frozenset(b'<"')
_STOPS = frozenset(b".\n?")
_SENTENCE = 12  # words between من جهته and whoever speaks
_CROWNED = frozenset({"خادم الحرمين", "خادم الحرمين الشريفين", "ولي العهد", "ولي ولي العهد"})
_OF_THEIR_OWN = frozenset({"رئيس", "ملك", "أمير", "سلطان"})  # titles that mean one man in a country


def turned(words: Words, number: int) -> bool:
    """Return whether somebody else takes the floor before the word in its sentence: من جهته أكد."""
    for before in range(number - 1, max(number - _SENTENCE, -1), -1):
        if words.is_any(before, "turns"):
            return True
        if _STOPS.intersection(words.gap(before)):
            return False
    return False


def picks_up(words: Words, phrase: Phrase, holder: Entity | None) -> bool:
    """Return whether a title that the article gives nobody can mean whoever speaks: المتحدث، مدير المركز.

    Not الرئيس alone: that is somebody whom every reader knows.
    """
    entry = phrase.entry
    if phrase.after == phrase.first + 1:
        return bool(entry.definite and entry.word not in _OF_THEIR_OWN)
    return holder is None and not _introduces(words, phrase)


def passes_on(entity: Entity) -> bool:
    """Return whether «the same sources» can take up an entity: an outlet, or somebody without a name."""
    told = (*entity.heads, entity.name.split()[0])
    return entity.kind == UNNAMED or any(fold_word(word) in _MEDIA for word in told)


def without_name(phrase: Phrase) -> bool:
    """Return whether a title can take up whoever spoke last without a name: قال مصدر … وأضاف المسؤول."""
    alone = phrase.after == phrase.first + 1
    return bool(alone and phrase.entry.definite and phrase.entry.word in nameless())


def may_hold(registry: Registry, person: Entity, phrase: Phrase) -> bool:
    """Return whether a title can be that of a person: not one of the same office, nor whoever speaks or stands in for him."""
    words = registry.words
    alone = phrase.after == phrase.first + 1
    if not alone and set(phrase_terms(words, phrase.first + 1, phrase.after)) & set(person.terms):
        return False
    if any(held.own <= _complement(words, phrase) for held in person.titles):
        return False  # نائب الوزير is not الوزير
    own = phrase_terms(words, *phrase.title) if phrase.title is not None else frozenset()
    if own and any(own <= held.terms - held.own for held in person.titles):
        return False  # nor is الوزير the one who speaks for him: المتحدث باسم الوزير
    if any(
        words.coordinated(at) and words.is_any(at, "title") for at in range(phrase.first + 1, phrase.after)
    ):
        return False  # الزوج والسائق
    word = getattr(phrase.entry, "word", "")
    if unlike(words, person, phrase):
        return False
    return alone or _former(words, phrase) or not registry.holds(person, word)


def _complement(words: Words, phrase: Phrase) -> frozenset[bytes]:
    """Return the words behind the first office of a phrase that belong to it."""
    titles = phrase.titles
    offices = zip(titles.entries, titles.spans, strict=True) if titles else ()
    office, span = next(((one, span) for one, span in offices if one.rank != "style"), (None, (0, 0)))
    return phrase_terms(words, span[0] + 1, span[1]) if office else frozenset()


def unlike(words: Words, person: Entity, phrase: Phrase) -> bool:
    """Return whether an office is none of whoever spoke: a prosecutor's, or a person's where an outlet or a company did,
    which stands in marks (بحسب «الساحل»)."""
    marked = all(
        _MARKS.intersection(words.gap(at)) and not words.is_any(at, "given") for at in person.positions
    )
    alone = phrase.after == phrase.first + 1
    word = getattr(phrase.entry, "word", "")
    own = any(held.title.word == word for held in person.titles)
    if word in relatives() and not own and any(held.title.word not in relatives() for held in person.titles):
        return True  # قال الوزير سالم نصار … وذكر والد الطفل
    if word in _CROWNED and not own:
        return True  # ونقل الأمير سالم تحيات خادم الحرمين
    return (word in prosecutors() and not own) or (not alone and bool(person.positions) and marked)


def _introduces(words: Words, phrase: Phrase) -> bool:
    """Return whether a title tells where its holder works, as for somebody new: نائب مدير القسم في المنظمة."""
    inside = range(phrase.first + 1, phrase.title[1] if phrase.title else phrase.after)
    placed = any(words.bare("prepositions", number) or words.prepositional(number) for number in inside)
    again = words.is_any(phrase.first - 1, "continuations") or _former(words, phrase)
    return placed and len(inside) > 1 and not again


def _former(words: Words, phrase: Phrase) -> bool:
    return any(words.is_any(number, "former") for number in range(phrase.first, phrase.after))
