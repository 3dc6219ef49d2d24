"""Forms of reporting verbs with which nobody says anything, as the words behind them tell."""

from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.fold import fold_word, fold_words

_LET_US, _REACHED, _MEASURE = "دعونا", "توصل", "قدر"
_WE, _M, _B = fold_word("ن"), fold_word("م"), fold_word("ب")
_WITH_IT = fold_words(("به", "بها", "بهم", "بنسخة"))
_SOMEBODY = ("title", "given", "organization", "unnamed", "state")
_BETWEEN = "بين"
_BETWEEN_FOLDED = fold_word(_BETWEEN)
_FAR = 40  # words between بين and وبين
_SHORT = 4  # letters of من with a pronoun
_NEAR = 5  # words behind a cue in which it is said what was received


def nobody_says(reading: Reading, cue: Cue) -> bool:
    """Whether a finite form lets others do something, receives what it demands, or stands in the passive."""
    lemma = cue.form.verb.lemma
    return (
        (cue.form.surface == _LET_US and _together(reading, cue))
        or (lemma == _REACHED and _receives(reading, cue))
        or (lemma == _MEASURE and _measured(reading, cue))
        or (cue.form.surface == _BETWEEN and cue.prefixed and _between(reading, cue))
    )


def _between(reading: Reading, cue: Cue) -> bool:
    """Whether «بين» stands before «وبين» in its sentence, so that both are prepositions: بين القرية، وبين المدينة; not
    where أن or somebody follows, who made that clear."""
    follows = reading.next_token(cue.end, cue.sentence[1])
    if reading.lexed.hit_at("complementizer", follows) is not None or reading.known(follows, _SOMEBODY):
        return False
    start = reading.back(cue.word_start, cue.sentence[0], _FAR)
    before = (reading.lexed.shadow[first:last] for first, last in reading.words_in(start, cue.word_start))
    return any(word == _BETWEEN_FOLDED for word in before)


def _together(reading: Reading, cue: Cue) -> bool:
    """Whether a verb in «we» or «من» follows at once (دعونا نعمل, دعونا من الخلاف)."""
    after = reading.word_at_or_after(cue.end)
    return after[:1] == _WE or (after[:1] == _M and len(after) < _SHORT)


def _receives(reading: Reading, cue: Cue) -> bool:
    """Whether what has come to somebody follows with ب (توصلت الجريدة بنسخة منه، أن)."""
    for start, end in reading.words_in(cue.end, cue.sentence[1], _NEAR):
        if reading.after_comma(start):
            break
        word = reading.lexed.shadow[start:end]
        if word in _WITH_IT or (word[:1] == _B and reading.content_noun(start + 1, end)):
            return True
    return False


def _measured(reading: Reading, cue: Cue) -> bool:
    """Whether an amount stands behind a verb of the present, as the subject of a passive (تقدر ثروته بـ)."""
    after = reading.word_at_or_after(cue.end)
    present = cue.form.tense == "present" and cue.form.number == "s" and not cue.form.pronoun
    return present and reading.in_class(after, "amount", "measured")
