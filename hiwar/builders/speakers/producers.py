"""Who issued a document that the text does not name an issuer of: أصدرت [الوزارة] بيانا، ألقى [المدير] كلمة."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.phrase import ORGANIZATION, PERSON, STATE, UNNAMED, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.words import Words

_FAR = 16  # words between the verb and the document
_KINDS = (PERSON, ORGANIZATION, STATE, UNNAMED)


def producer(words: Words, document: int) -> Phrase | None:
    """Return the subject of the verb of issuing before an indefinite document, in the same clause."""
    for number in range(document - 1, max(document - _FAR, -1), -1):
        if number + 1 < document and words.gap(number + 1) not in _INSIDE:
            return None
        if number > 0 and words.is_any(number, "ends"):
            return None
        if not _produces(words, number):
            continue
        phrase = read_phrase(words, number + 1, document)
        told = phrase is not None and phrase.kind in _KINDS and phrase.rule not in ("name", "description")
        known = told or (phrase is not None and words.bare("given", number + 1))
        return phrase if known and not words.prepositional(number + 1) else None
    return None


_INSIDE = (b"", b",", b"<", b">", b'"', b"(", b")", b"-")


def _produces(words: Words, number: int) -> bool:
    word = words.word(number)
    producing = function_words("giving", "producing")
    return word in producing or (word[1:] in producing and words.raw_word(number)[:1] in "وف")
