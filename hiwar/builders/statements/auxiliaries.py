"""Who stands before the auxiliary of a verb: سبق لـ[الوزير] أن قال، كان [الوزير]، في كلمته، قد قال."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import Reading, is_joined, is_past_feminine
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import is_verb

_LEFT = 14  # words between سبق and its verb
_CLAUSE = 25  # words between كان and its verb
_QAD = fold_word("قد")
_WAS = fold_words(("كان", "كانت"))
_SHE_WAS = fold_word("كانت")
_THAT, _PRECEDED, _L = fold_word("أن"), fold_word("سبق"), fold_word("ل")


def had_already(reading: Reading, cue: Cue) -> Span | None:
    """Return who is said to have spoken before: سبق لـ[الوزير] أن قال."""
    lexed = reading.lexed
    opening, at = reading.word_before(cue.word_start)
    if opening != _THAT:
        return None
    last = lexed.word_from(at)
    for number in range(last - 1, max(last - _LEFT, 0) - 1, -1):
        word = lexed.word(number)
        if word[-3:] == _PRECEDED and len(word) < 5 and lexed.word(number + 1)[:1] == _L:
            span = reading.trim(lexed.word_starts[number + 1], at)
            lone = lexed.word_ends[number + 1] - span[0] == 1  # لـ «الوطن»
            return reading.trim(lexed.word_starts[number + 2], at) if lone else span
    return None


def was(reading: Reading, cue: Cue) -> Span | None:
    """Return the subject right behind كان at the head of a clause, over an aside or a phrase of time or place before its
    verb: وكانت [الشركة] في الساحل الأسبوع الماضي حذرت; وكان [نصار]، أحد المؤسسين، صرح."""
    lexed = reading.lexed
    if cue.form.tense != "past" or cue.form.number not in (None, "s") or cue.prefixed:
        return None
    last = lexed.word_from(cue.word_start) - 1
    for number in range(last, max(last - _CLAUSE, 0) - 1, -1):
        start, end, word = lexed.word_starts[number], lexed.word_ends[number], lexed.word(number)
        if start < cue.sentence[0]:
            return None
        bare = word[1:] if is_joined(word) else word
        if bare in _WAS:
            if number == last or (bare == _SHE_WAS) != (cue.form.gender == "f"):
                return None
            span = noun_phrase(reading, end, cue.word_start)
            near = span is not None and reading.next_token(end, span[0] + 1) == span[0]
            return span if near else None
        if word in words("relative") or is_verb(word, lexed.raw_text(start, end)) or is_past_feminine(word):
            return None
        if any(lexed.hit_at(kind, start) for kind in ("verb", "complementizer", "conjunction", "participle")):
            return None
    return None


def pluperfect(reading: Reading, cue: Cue) -> Span | None:
    """Return the subject between كان and the قد before its verb, over asides: وكان [التقرير]، في جزئه الأول، قد قدر."""
    lexed = reading.lexed
    last = lexed.word_from(cue.word_start) - 1
    if last < 1 or lexed.word(last) != _QAD or reading.gap(lexed.word_ends[last], cue.word_start):
        return None
    for number in range(last - 1, max(last - _CLAUSE, 0) - 1, -1):
        start, word = lexed.word_starts[number], lexed.word(number)
        if start < cue.sentence[0]:
            return None
        if (word[1:] if is_joined(word) else word) in _WAS:
            span = noun_phrase(reading, lexed.word_ends[number], lexed.word_starts[last])
            near = span is not None and reading.next_token(lexed.word_ends[number], span[0] + 1) == span[0]
            return span if near else None
    return None
