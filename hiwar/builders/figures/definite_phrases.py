"""A definite noun phrase: nouns in construct up to a definite one, then what agrees with it."""

from typing import NamedTuple

from hiwar.builders.knowledge.calendar import words as calendar_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import hit_before
from hiwar.builders.text.shapes import (
    Shape,
    is_definite,
    is_plural,
    is_possessed,
    is_verb_after_and,
    raw_word,
    shape,
    shape_of,
)

_NUN = fold_word("ن")  # which a sound plural loses before what it governs
_AND, _IN, _AL, _NOT = (fold_word(letters) for letters in ("و", "في", "ال", "غير"))
GOVERNED = frozenset(map(fold_word, ("على", "عن", "إلى", "من", "في", "ب")))
_WITH_PRONOUN = tuple(map(fold_word, ("علي", "عن", "إلي", "من", "في", "ب", "ل")))
_PRONOUNS = tuple(map(fold_word, ("ه", "ها", "هم", "هن", "هما")))
_EVENT_FORMS = tuple(map(fold_word, ("است", "ان", "اعت", "ا")))
_SUSPECT = fold_word("مشتبه")
_OF_THEM = frozenset(map(fold_word, ("به", "بها", "بهم", "بهما", "فيه", "فيهم")))
LONGEST = 8  # words of a phrase


class Phrase(NamedTuple):
    """A counted noun phrase; positions are in the folded view."""

    start: int
    end: int
    rule: str
    stop: str  # why it ends where it does


def next_word(lexed: Lexed, number: int, blocked: set[int]) -> int | None:
    """Return the word one space after word `number`, None at punctuation, a number or a date."""
    following = number + 1
    if following >= len(lexed.word_starts):
        return None
    start = lexed.word_starts[following]
    if lexed.shadow[lexed.word_ends[number] : start] != b" " or start in blocked:
        return None
    return None if lexed.hit_at("qualifier_after", start) else following


def annexed(lexed: Lexed, number: int, blocked: set[int]) -> bool:
    """Whether a definite word that is no date follows directly, so that the noun is in construct with it."""
    following = next_word(lexed, number, blocked)
    return following is not None and is_definite(lexed.word(following), raw_word(lexed, following))


def fixed_phrase(lexed: Lexed, number: int) -> int | None:
    """Return the end of a fixed phrase after word `number` (طائرة من دون طيار), or None."""
    known = words()
    end = lexed.word_ends[number]
    word = lexed.word(number).removeprefix(_AND)
    if word in known.fixed_after or (word in known.means and word[1:] in known.fixed_after):
        for phrase in known.fixed:
            if lexed.shadow[end : end + len(phrase) + 1] == b" " + phrase:
                return end + len(phrase) + 1
    return None


def definite(lexed: Lexed, start: int, first: int, blocked: set[int], rule: str) -> Phrase:
    """Return the definite phrase from word `first` on; its span begins at `start`."""
    return settled_phrase(lexed, start, first, blocked, rule)[0]


def settled_phrase(lexed: Lexed, start: int, first: int, blocked: set[int], rule: str) -> tuple[Phrase, bool]:
    """Return the phrase from word `first` on, and whether anything in it is definite.

    Nouns in construct go on up to a definite one, then what agrees with it.
    """
    last, stop, settled = first, "length", False
    for _ in range(LONGEST):
        word, raw = lexed.word(last), raw_word(lexed, last)
        settled = (
            settled or is_definite(word.removeprefix(_AND), raw.removeprefix("و")) or is_possessed(word, raw)
        )
        following = next_word(lexed, last, blocked)
        if following is None:
            stop = "punctuation or number"
            break
        kind = shape(lexed, following)
        if kind is Shape.DEFINITE and is_time(lexed, following):
            stop = "time"
            break
        if settled and kind is Shape.DEFINITE and _leaves(lexed, following):
            stop = "participle with its complement"
            break
        if lexed.word(following) == _NOT and settled and annexed(lexed, following, blocked):
            last = following + 1  # الأغذية غير الصحية
            continue
        if kind is Shape.DEFINITE or (kind is Shape.NOUN and not settled):
            last = following
            continue
        if kind is Shape.AND and not is_possessed(word, raw) and _joins(lexed, following, settled):
            last = following
            continue
        stop = kind.value
        break
    end = fixed_phrase(lexed, last) or _complement(lexed, last, blocked) or with_suspicion(lexed, last)
    return Phrase(start, end, rule, stop), settled


def opens_clause(lexed: Lexed, number: int) -> bool:
    """Whether a participle with a complement of its own begins (شركات متهمة بالتهريب, الخيام الواقعة في الوسط)."""
    return opens_with(lexed.word(number)) and _complemented(lexed, number)


def _complemented(lexed: Lexed, number: int) -> bool:
    """Whether a complement follows word `number`: a preposition, alone or with its noun or pronoun."""
    if number + 1 >= len(lexed.word_starts):
        return False
    if lexed.shadow[lexed.word_ends[number] : lexed.word_starts[number + 1]] != b" ":
        return False
    complement = lexed.word(number + 1)
    pronoun = complement.startswith(_WITH_PRONOUN) and complement.endswith(_PRONOUNS) and len(complement) <= 5
    return complement in GOVERNED | words().places or pronoun or shape(lexed, number + 1) is Shape.PREPOSITION


def with_suspicion(lexed: Lexed, number: int) -> int:
    """Return the end of word `number`, with the pronoun that a suspect is not whole without (المشتبه بهم)."""
    following = number + 1
    whole = lexed.word(number).removeprefix(_AL) == _SUSPECT and lexed.word(following) in _OF_THEM
    return lexed.word_ends[following if whole else number]


def _leaves(lexed: Lexed, number: int) -> bool:
    """Whether a definite participle begins a clause that is not needed to know what is counted (الأعضاء | المعلن عنهم)."""
    return lexed.word(number) not in words().incomplete and opens_clause(lexed, number)


def opens_with(word: bytes) -> bool:
    """Whether the word, with article or without, is a participle that takes a complement."""
    return word.removeprefix(_AL) in words().opens_clause


def is_time(lexed: Lexed, number: int) -> bool:
    """Whether a definite word tells when (العام الماضي, الشهر الجاري) and is no adjective (التمويل العام)."""
    return lexed.word(number + 1) in calendar_words().direction and bool(
        hit_before(lexed, "unit", lexed.word_ends[number])
    )


def _complement(lexed: Lexed, number: int, blocked: set[int]) -> int | None:
    """Return the end of what a participle governs with في (العاملين في الموقع), or None."""
    if lexed.word(number) not in words().incomplete:
        return None
    place = next_word(lexed, number, blocked)
    noun = None if place is None or lexed.word(place) != _IN else next_word(lexed, place, blocked)
    if noun is None or shape(lexed, noun) not in (Shape.NOUN, Shape.DEFINITE):
        return None
    return definite(lexed, lexed.word_starts[noun], noun, blocked, "complement").end


def _is_event(lexed: Lexed, number: int, word: bytes) -> bool:
    """Whether a definite noun after و opens a clause of its own (والاستيلاء على)."""
    following = number + 1
    governs = following < len(lexed.word_starts) and lexed.word(following) in GOVERNED
    return word in words().event or (governs and word.startswith(_EVENT_FORMS))


def _joins(lexed: Lexed, number: int, settled: bool) -> bool:
    """Whether و goes on with a definite phrase (القتلى والجرحى), or with one without article if so far it had none."""
    word, raw = lexed.word(number)[1:], raw_word(lexed, number)[1:]
    if word in words().function or lexed.word(number) in words().reaching or is_time(lexed, number):
        return False  # والذي, والأسبوع القادم, والبالغ عددهم
    if settled:
        if (
            (is_plural(word) or is_plural(word + _NUN))
            and shape_of(word, raw) is Shape.NOUN
            and annexed(lexed, number, set())
        ):
            return word not in words().event and not is_verb_after_and(word, raw)  # الفنيين ومهندسي الصوت
        clause = opens_with(word) and _complemented(lexed, number)  # المعجنات | والمعدة للتوزيع
        return is_definite(word, raw) and not clause and not _is_event(lexed, number, word[len(_AL) :])
    return (
        shape_of(word, raw) is Shape.NOUN and not is_verb_after_and(word, raw) and word not in words().event
    )
