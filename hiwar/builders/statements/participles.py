"""Whether a participle chains on to speech, and is no adjective, name or noun: …، مشيراً إلى أن."""

from typing import TYPE_CHECKING

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COLON, DIGIT

if TYPE_CHECKING:
    from hiwar.builders.statements.cues import Cue

_OR, _WITH = fold_word("أو"), fold_word("ب")
_TO, _ABOUT, _HER = fold_word("إلى"), fold_word("عن"), fold_word("ها")
_PLURALS = (fold_word("ين"), fold_word("ون"))
_GLUED = 4  # letters that may be glued before a number, and one more
_TANWIN, _LONG, _SAYING = "\u064b", "آ", "قال"


def chains_on(reading: Reading, cue: "Cue", before: bytes, gap: bytes) -> bool:
    """Whether a participle reports, by the word before it and what stands between the two."""
    if before == _OR and not gap:
        return False  # لواعظ أو داعية
    if reading.in_class(before, "preposition") and not gap:
        return False
    if reading.in_class(before, "negation") and not gap:
        return False
    raw = reading.lexed.raw_text(cue.start, cue.end)
    if cue.form.surface[0] == _LONG and raw[0] != _LONG:
        return False  # أمراً is no آمراً
    if cue.form.verb.tanwin and (cue.form.gender != "m" or _TANWIN not in raw):
        return False
    if before in words("person_title") and cue.form.gender == "f" and not gap.strip(b"."):
        return False  # د. ملحة
    if not before and cue.form.gender == "f" and _TANWIN not in raw and _named(reading, cue):
        return False  # ملحة سالم: …
    if cue.form.verb.careful and cue.form.gender == "f" and raw.endswith("ه"):
        return False  # مقره is no مقرة
    if counted(reading, cue.word_start):
        return False
    if gap == b"-" and cue.form.verb.careful and cue.form.gender == "f":
        return False  # a byline: سالم - متابعة
    if cue.form.gender == "m" and cue.form.number == "s":
        return True
    if gap or _TANWIN in raw:
        return True
    return (
        _brings_speech(reading, cue)
        or _takes_object(reading, cue)
        or _reaches(reading, cue)
        or _turned_to(reading, cue, before)
        or _demands(reading, cue, before)
    )


def counted(reading: Reading, start: int) -> bool:
    """Whether a number counts the word: ثلاثين طالبا، الخمسة والعشرون متهما، 131 متهما."""
    before, at = reading.word_before(start)
    gap = reading.gap(at + len(before), start)
    if gap:
        return gap[-1:].isdigit() or reading.lexed.classes[start - 2] == DIGIT
    hits = (reading.lexed.hit_at("number", first) for first in range(at, at + _GLUED))
    number = next((hit for hit in hits if hit is not None and hit.word_start == at), None)
    return number is not None and number.entry.role == "tens"


def _brings_speech(reading: Reading, cue: "Cue") -> bool:
    """Whether a colon or a quotation follows a participle of قال at once (تحدثت عن الواقعة قائلة: …)."""
    after = reading.next_token(cue.end, cue.sentence[1])
    if cue.form.verb.lemma != _SAYING or after >= cue.sentence[1]:
        return False
    colon = reading.lexed.classes[after] == COLON
    return colon or reading.quotes.opening_at(after) is not None


def _named(reading: Reading, cue: "Cue") -> bool:
    """Whether a given name follows, so that a word at the head of its sentence is one as well."""
    following = reading.words_in(cue.end, cue.sentence[1], 1)
    if not following or reading.lexed.shadow[slice(*following[0])] in words("preposition"):
        return False  # مشددة على أن
    return reading.known(following[0][0], ("given", "name_joined"))


def _turned_to(reading: Reading, cue: "Cue", before: bytes) -> bool:
    """Whether somebody who is turned to follows a plural behind a definite noun (السكان … مطالبين البلدية بـ): no adjective."""
    following = reading.words_in(cue.end, cue.sentence[1], 1)
    if not (cue.form.verb.person and cue.form.number == "p" and before.startswith(AL) and following):
        return False
    somebody = reading.known(following[0][0], ("head", "organization", "state", "title"))
    return somebody and not reading.gap(cue.end, following[0][0])


def _demands(reading: Reading, cue: "Cue", before: bytes) -> bool:
    """Whether what a plural demands follows it, behind a word that has no plural's form: … ماليا داعين إلى الاقتصاد."""
    following = reading.words_in(cue.end, cue.sentence[1], 1)
    if not following or (cue.form.gender, cue.form.number) != ("m", "p") or before.endswith(_PLURALS):
        return False
    start, end = following[0]
    word = reading.lexed.shadow[start:end]
    glued = word[:1] == _WITH and "ب" in cue.takes and reading.content_noun(start + 1, end)
    apart = any(word == fold_word(other) for other in cue.takes if len(other) > 1)
    return (glued or apart) and not reading.gap(cue.end, start)


def _reaches(reading: Reading, cue: "Cue") -> bool:
    """Whether إلى or what is hers behind عن stands right after a feminine, or على with أن, which no adjective takes:
    … للطلاب لافتة إلى القلة."""
    following = reading.words_in(cue.end, cue.sentence[1], 2)
    if cue.form.gender != "f" or len(following) < 2 or reading.gap(cue.end, following[0][0]):
        return False
    word = reading.lexed.shadow[slice(*following[0])]
    if not any(word == fold_word(other) for other in cue.takes if len(other) > 1):
        return False
    hers = reading.lexed.shadow[slice(*following[1])].endswith(_HER)  # عن أملها, not قصيدة معبرة عن الحب
    that = reading.lexed.hit_at("complementizer", following[1][0]) is not None
    return that or word == _TO or (word == _ABOUT and hers)


def _takes_object(reading: Reading, cue: "Cue") -> bool:
    """Whether أن or a bare object stands right after a participle, which is no adjective then (مؤكدين ضرورة)."""
    following = reading.words_in(cue.end, cue.sentence[1], 1)
    if not following or reading.gap(cue.end, following[0][0]):
        return False
    if reading.lexed.hit_at("complementizer", following[0][0]) is not None:
        return True
    word = reading.lexed.shadow[slice(*following[0])]
    return "object" in cue.takes and not word.startswith(AL) and reading.content_noun(*following[0])
