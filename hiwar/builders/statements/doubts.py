"""Whether the form of a reporting verb may as well be a noun or another verb where it stands."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import sources
from hiwar.builders.statements.cues import Cue, of_pronoun
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words

PREPOSITIONS = frozenset({"إلى", "على", "عن", "من", "حول", "في", "ب", "ل"})
_W = fold_word("و")
_HIS = ("ه", "ها", "هم", "هما")
_SPEAKING = ("title", "given", "head", "organization", "unnamed", "many")
_HOMOGRAPHS = frozenset({"عد", "وعد", "عزا"})  # doubtful in all their forms
_NOMINAL = fold_words(("أن", "وأن", "بأن", "إن", "وإن"))
_AFTER = fold_words(("بعد", "منذ", "سبق", "قبل"))


def doubtful(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether the word may as well be a noun or another verb where it stands."""
    plain = (
        cue.form.tense == "past" and (cue.form.gender, cue.form.number) == ("m", "s") and not cue.form.pronoun
    )
    before, at = reading.word_before(cue.word_start)
    if of_pronoun(reading, cue) and not cue.form.verb.medium:
        return False  # قال إنه طلب
    if plain and before in _NOMINAL:  # أن طلب الشركة: a noun follows أنّ; بعد أن رفض: a verb
        return cue.form.verb.careful and reading.word_before(at)[0].removeprefix(_W) not in _AFTER
    if sources.within(reading, cue) or (begin.via == "that" and reading.with_pronoun(cue.end)):
        return False  # بيانا كشف فيه, رجل طلب منه أن
    told = begin.via == "that" and not reading.words_in(*begin.subject, 1)
    if told and before not in words("preposition") and plain:
        return False  # وعن الوضع في المدينة أبان أن
    if begin.subject[1] <= cue.end + 1 and (
        begin.via == "عن" or (begin.clause and begin.via in PREPOSITIONS)
    ):
        return False  # عبر عن، حذر من أن
    if begin.via == "عن" and cue.act == "express" and _own_feeling(reading, cue, begin):
        return False
    return cue.form.verb.careful and not cue.initial and (plain or cue.form.verb.lemma in _HOMOGRAPHS)


def _own_feeling(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether somebody stands behind the verb, and what is his behind عن: وفي الختام عبر المدير عن أسفه."""
    first = next(iter(reading.words_in(begin.start, begin.start + 40)), None)
    owned = first is not None and reading.lexed.raw_text(*first).endswith(_HIS)
    return owned and reading.known(reading.next_token(cue.end, begin.start), _SPEAKING)
