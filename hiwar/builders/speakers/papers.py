"""Phrases that stand for documents, and where their issuers begin."""

from hiwar.builders.speakers.person import complement
from hiwar.builders.speakers.phrase import DOCUMENT, Phrase
from hiwar.builders.speakers.unknown import adverb
from hiwar.builders.speakers.words import Known, Words
from hiwar.builders.text.fold import fold_word

_L, _AL = fold_word("ل"), fold_word("ال")
_MARKS = frozenset(b'<"')
_DIGITS = b"0123456789"
_FROM, _NISBA = fold_word("من"), fold_word("ية")
_SENDERS = ("title", "head", "organization", "ministry", "given")


def document_phrase(words: Words, first: int, limit: int, bounded: bool) -> Phrase | None:
    known = words.known("document", first, limit)
    if known is None:
        return None
    issuer = _issuer(words, known, limit, bounded)
    after, definite = complement(words, known.after, limit, known.entry.definite, bounded)
    return Phrase(
        DOCUMENT, DOCUMENT, "document", first, limit if bounded else after, known.entry.gender, "s",
        (first, after), entry=known.entry, definite=definite, issuer=issuer,
    )  # fmt: skip


def _issuer(words: Words, known: Known, limit: int, bounded: bool) -> int | None:
    """Return the word at which a document's issuer begins."""
    for number in range(known.after, limit):
        if words.is_any(number, "ends") and words.is_any(number + 1, "issuing"):
            continue  # التي تصدرها
        if words.word(number) == _L and number + 1 < limit and _MARKS & set(words.gap(number + 1)):
            return number + 1  # بلاغ لـ«الساحل»
        issuing = words.known("issuing", number, limit)
        if issuing:
            issuer = issuing.after + adverb(words, issuing.after)  # تصدرها سنويا
            return issuer if issuer < limit else None
        gap = words.gap(number).strip(_DIGITS)  # التقرير الـ51 الصادر عن
        if not gap and number + 1 < limit and _sent_by(words, number):
            return number + 1
        if (
            words.is_any(number, "ends", "prepositions", "received")
            or (not bounded and gap)
            or (words.reports(number) and words.word(number + 1) != _FROM)
        ):
            return None
        if known.entry.definite and not bounded and _goes_on(words, number):
            return None  # وأعلن البيان | اختيار الشيخ; ونوه التقرير | بعودة القطاع
        if not gap and (number == known.after and _adjective(words, known, number)):
            continue  # تصريحات صحافية
        if not gap and words.feminine(number) and words.definite(number) and words.definite(number - 1):
            continue  # تقرير الآفاق الاقتصادية
        if number == known.after and not gap and _voiced(words, known, number):
            return number
        owned = known.entry.spoken and (bounded or words.prepositional(number))
        if number == known.after and owned and _owner(words, number, limit, known.entry.definite):
            return number
        if words.is_any(number, "organization", "head", "ministry", "title", "state", "unnamed"):
            another = known.entry.definite and number == known.after and not words.prepositional(number)
            return (
                None if another and not gap and words.is_any(number, "title") else number
            )  # الدراسة | الدكتور
        if gap not in (b"", b"<", b">", b'"', b"(", b")"):
            return None
    return None


def _sent_by(words: Words, number: int) -> bool:
    """Return whether the word is من before somebody of whom the document comes: برقية تهنئة من الرئيس."""
    quality = words.word(number + 1).endswith(_NISBA)  # مقالات من الحرفية
    return words.word(number) == _FROM and words.is_any(number + 1, *_SENDERS) and not quality


def _goes_on(words: Words, number: int) -> bool:
    """Return whether a word behind a definite document is of the sentence: a bare noun, or one behind ب."""
    if words.word(number).startswith(_L) or words.word(number) == _AL:
        return False  # التقرير الـ51
    return words.prepositional(number) or not (words.definite(number) or words.known_any(number))


def _adjective(words: Words, known: Known, number: int) -> bool:
    """Return whether a word that is a title too is an adjective of the document here: تصريحات صحافية."""
    if not words.is_any(number, "title"):
        return False
    if known.entry.definite and words.definite(number):
        return words.feminine(number) and not words.prepositional(number)  # التقارير المتخصصة
    return words.nisba(number) and not words.definite(number)


def _voiced(words: Words, known: Known, number: int) -> bool:
    """Return whether the word is whose voice the document is: تقدير عدد من الأطباء، إفادة الحارس."""
    voice = known.entry.voice and not known.entry.definite
    somebody = words.is_any(number, "given", "many") or words.definite(number) or words.families.alone(number)
    return voice and somebody


def _owner(words: Words, number: int, limit: int, definite: bool) -> bool:
    """Return whether the word after a document begins its owner's name: بيان للبحرية، حساب خفر السواحل."""
    if words.gap(number) or number >= limit or words.is_any(number, "issuing", "prepositions"):
        return False
    if words.definite(number):
        return words.prepositional(number) or not definite
    return not definite and number + 1 < limit and words.definite(number + 1) and not words.gap(number + 1)
