"""What people gather, march or strike to demand: تجمع العمال للمطالبة بصرف الأجور."""

from bisect import bisect_left

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.antecedents import main_subject
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading, is_joined
from hiwar.builders.text.fold import fold_word, fold_words

_FOR_THE = fold_word("لل")
_TO_THE_END = fold_words(("أجل", "قصد", "بقصد", "بهدف", "بغية"))
_DEMANDING = frozenset({"طالب", "ندد"})
_NEAR = 40  # words between who does something and to what end
_SOMEBODY = ("title", "head", "organization", "unnamed", "given", "many", "state")


def to_an_end(reading: Reading, cue: Cue) -> bool:
    """Whether what is demanded or denounced is the end of what somebody does: للمطالبة بـ، من أجل المطالبة بـ."""
    if cue.form.kind != "noun" or cue.form.pronoun or cue.form.verb.lemma not in _DEMANDING:
        return False
    word = reading.lexed.shadow[cue.word_start : cue.end]
    return word.startswith(_FOR_THE) or (
        word.startswith(AL) and reading.word_before(cue.word_start)[0] in _TO_THE_END
    )


def whose(reading: Reading, cue: Cue) -> Span | None:
    """Return who does something to demand or denounce: the subject of the sentence, or of its last clause, if it is
    somebody."""
    comma = bisect_left(reading.lexed.commas, cue.word_start) - 1
    last = reading.lexed.commas[comma] + 1 if comma >= 0 else 0
    starts = [cue.sentence[0], *([last] if last > cue.sentence[0] else [])]
    found = (main_subject(reading, start, cue.word_start) for start in starts)
    subject = next((span for span in found if span is not None and reading.known(span[0], _SOMEBODY)), None)
    return subject if subject is not None and not _relative(reading, subject[1], cue) else None


def _relative(reading: Reading, start: int, cue: Cue) -> bool:
    """Whether a relative clause, behind which no other is joined on, stands between: السكان الذين اعتصموا للمطالبة."""
    open_ = False
    for first, last in reading.words_in(reading.back(cue.word_start, start, _NEAR), cue.word_start):
        word = reading.lexed.shadow[first:last]
        if word in words("relative"):
            open_ = True
        elif is_joined(word) and reading.after_comma(first):
            open_ = False
    return open_
