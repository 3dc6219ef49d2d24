"""Who answers what was told before: …، وهو ما نفاه [المدير]، مشيرا إلى أن …; الأمر الذي رفضته [الشركة] مؤكدة أن …"""

from typing import NamedTuple

from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.targets import DEMONSTRATIVES
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import Hit

_WHAT, _WHICH, _MATTER = fold_word("ما"), fold_word("الذي"), fold_word("الأمر")
_IT_IS = fold_words(("وهو", "وهذا", "هذا"))
_TO_IT = fold_words(("عليه", "إليه", "به", "عنه"))


class Answer(NamedTuple):
    """A clause in which somebody denies or confirms what was told before it."""

    start: int
    end: int  # of its verb


def answers(reading: Reading, start: int, end: int) -> list[Answer]:
    """Return the clauses in `[start, end)` that take up what was told: وهو ما نفاه، وهذا ما أشار إليه، الأمر الذي أكدته."""
    found = []
    for hit in reading.lexed.of_kind("verb", start, end):
        close = _its_end(reading, hit)
        if hit.glued or close is None or "target" in hit.entry.verb.takes:
            continue
        word, at = reading.word_before(hit.start)
        before, earlier = reading.word_before(at)
        if word == _WHICH and before == _MATTER and earlier >= start:
            before, at = reading.word_before(earlier)[0], earlier
            earlier = reading.word_before(at)[1]
            if before in DEMONSTRATIVES:
                continue  # هذا الأمر الذي نفاه
        elif word != _WHAT or before not in _IT_IS:
            continue
        at = earlier if before in _IT_IS else at
        if at >= start:
            found.append(Answer(at, close))
    return found


def _its_end(reading: Reading, hit: Hit) -> int | None:
    """Return where a verb with its pronoun, or with the preposition of one, ends (أكده, أشار إليه), or None."""
    if hit.entry.pronoun:
        return hit.end
    number = reading.lexed.word_from(hit.end)
    apart = reading.lexed.word(number) in _TO_IT and not reading.gap(
        hit.end, reading.lexed.word_starts[number]
    )
    return reading.lexed.word_ends[number] if apart else None


def starts(reading: Reading, passage: Passage) -> list[int]:
    """Return where such clauses begin whose verb somebody known follows, so that they are no part of what is told."""
    return [
        one.start
        for one in answers(reading, passage.start, passage.end)
        if reading.known(reading.next_token(one.end, passage.end))
    ]


def who(reading: Reading, start: int, position: int) -> Span | None:
    """Return who answers in the last such clause between `start` and a participle at `position` that goes on with it."""
    last = next(reversed(answers(reading, start, position)), None)
    span = noun_phrase(reading, last.end, position) if last is not None else None
    rest = reading.words_in(span[1], position, 1) if span is not None else []
    return None if rest and reading.frame(rest[0][0]) is None else span
