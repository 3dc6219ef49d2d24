"""Who speaks in a document or talk that the sentence tells of: تلقى رسالة من [المدير] أشاد فيها، مقالا للكاتبة [هدى الصباغ] رأت فيه."""

from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.antecedents import main_subject
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_FAR = 30  # words between a document and what is said in it
_FROM, _L = fold_word("من"), fold_word("ل")
_ALIF = fold_word("ا")
_MOUTH = fold_word("لسان")
_THEN = fold_words(("ثم", "فيما", "بينما", "كما", "بعدها"))
_SPEAKERS = ("title", "head", "organization", "state", "unnamed", "given")
_WRITERS = ("title", "given", "unnamed")


class Voice(NamedTuple):
    """Who speaks in a document, and who published it."""

    source: Span
    relay: Span | None = None


def voice(reading: Reading, cue: Cue) -> Voice | None:
    """Return whose document it is that «فيه» after the cue takes up, where the sentence tells; else None."""
    place = _paper(reading, cue)
    if place is None:
        return None
    noun, after = place
    author = _sender(reading, after, cue) or _issuer(reading, after, cue) or _giver(reading, noun, cue)
    if author is not None:
        return Voice(author)
    written = _writer(reading, noun, after, cue)
    if written is not None:
        return Voice(written, _publisher(reading, cue.sentence[0], noun))
    speaker = _clause(reading, cue.sentence[0], noun)
    return None if speaker is None else Voice(speaker)


def _paper(reading: Reading, cue: Cue) -> Span | None:
    """Return the last noun for a document or a talk before the cue, without the article."""
    lexed = reading.lexed
    last = lexed.word_from(cue.word_start)
    for number in range(last - 1, max(last - _FAR, 0) - 1, -1):
        start, end = lexed.word_starts[number], lexed.word_ends[number]
        if start < cue.sentence[0]:
            return None
        word = lexed.word(number)
        medium = word in words("frame", "medium") or word.removesuffix(_ALIF) in words("frame", "medium")
        hit = lexed.hit_at("document", start)
        if medium or (hit is not None and not hit.entry.definite):
            return start, end
    return None


def _sender(reading: Reading, after: int, cue: Cue) -> Span | None:
    """Return whoever a letter or call comes from: رسالة تهنئة من [رئيس الاتحاد]."""
    for first, last in reading.words_in(after, cue.word_start, _FAR):
        if reading.lexed.shadow[first:last] == _FROM:
            return _somebody(reading, last, cue)
    return None


def _issuer(reading: Reading, after: int, cue: Cue) -> Span | None:
    """Return who issued the document: بيان أصدرته [الوزارة]."""
    hit = next(iter(reading.lexed.of_kind("issuing", after, cue.word_start)), None)
    if hit is None or reading.lexed.shadow[hit.start : hit.end] in words("publishing"):
        return None
    return _somebody(reading, hit.end, cue)


def _giver(reading: Reading, noun: int, cue: Cue) -> Span | None:
    """Return the subject of the verb before the document: ثم ألقى [مدير المتحف] كلمة، التي ألقى خلالها [نصار] خطابا."""
    lexed = reading.lexed
    last = lexed.word_from(noun)
    for number in range(last - 2, max(last - _FAR, -1), -1):
        start = lexed.word_starts[number]
        if start < cue.sentence[0]:
            return None
        word = lexed.word(number)
        gives = word in words("giving") or (word[1:] in words("giving") and is_joined(word))
        if gives or word in words("giving", "producing"):
            span = noun_phrase(reading, lexed.word_ends[number], noun)
            named = span is not None and (gives or reading.known(span[0], _SPEAKERS))
            return span if named and span is not None and span[1] > span[0] else None
    return None


def _writer(reading: Reading, noun: int, after: int, cue: Cue) -> Span | None:
    """Return whose article it is: مقالا لل[كاتب سالم نصار]."""
    lexed = reading.lexed
    word = lexed.word(lexed.word_from(noun)).removesuffix(_ALIF)
    first = next(iter(reading.words_in(after, cue.word_start)), None)
    if word not in words("written") and not (first is not None and _holder(reading, first[0])):
        return None
    if first is None or lexed.shadow[first[0] : first[0] + 1] != _L or not reading.known(first[0], _WRITERS):
        return None
    return noun_phrase(reading, first[0], cue.word_start, apposition=False)


def _holder(reading: Reading, start: int) -> bool:
    """Return whether «لـ» tells whose talk it is: that of the holder of an office (تصريحات للرئيس), not of who hears it."""
    title = reading.lexed.hit_at("title", start) or reading.lexed.hit_at("title", start + 1)
    return title is not None and title.entry.rank == "office"


def _publisher(reading: Reading, start: int, noun: int) -> Span | None:
    """Return which medium the sentence says to have published the article: نشرت [صحيفة الساحل] مقالا."""
    subject = main_subject(reading, start, noun)
    if subject is None:
        return None
    first = reading.word_at_or_after(subject[0])
    return subject if first in words("publishing", "media") else None


def _clause(reading: Reading, start: int, noun: int) -> Span | None:
    """Return the subject of a later clause of the sentence, which speaks in the document: …، ثم ألقى [المدير] كلمة."""
    lexed = reading.lexed
    inside = reading.words_in(start, noun)
    for first, last in reversed(inside[-_FAR:]):
        word = lexed.shadow[first:last]
        if COMMA in lexed.classes[max(first - 2, 0) : first] and (is_joined(word) or word in _THEN):
            begin = last if word in _THEN else first
            subject = main_subject(reading, begin, noun)
            named = subject is not None and any(
                reading.known(at, ("given",)) for at, _ in reading.words_in(*subject)
            )
            return subject if subject is not None and (named or reading.known(subject[0])) else None
    return None


def _somebody(reading: Reading, start: int, cue: Cue) -> Span | None:
    span = noun_phrase(reading, start, cue.word_start, apposition=False)
    speaks = span is not None and span[0] <= start + 1 and reading.known(span[0], _SPEAKERS)
    return span if speaks else None


def whose_mouth(reading: Reading, medium: Span | None) -> Span | None:
    """Return whose it is behind «لسان», through which something is told (جاء على لسان [الشاهد] أن)."""
    if medium is None or reading.word_at_or_after(medium[0]) != _MOUTH:
        return medium
    return noun_phrase(reading, reading.next_token(medium[0] + len(_MOUTH), medium[1]), medium[1]) or medium
