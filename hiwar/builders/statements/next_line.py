"""Content that stands in the line after its cue, whose colon ends a line (وقال المدير: | «…»)."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.steps import Passage
from hiwar.builders.text.lex import LETTER, STOP

_TOLD = 6  # words of a line with its full stop that is somebody's speech; a line of verse or a label has fewer, or no stop
_QUOTED = 2  # words of a quotation that are more than a name


def find(reading: Reading, cue: Cue, colon: int, subject_end: int | None) -> Begin | None:
    """Return where the content of a cue begins in the next line of its article, or None if no speech stands there."""
    passage = reading.passages[cue.passage]
    if reading.trim(colon + 1, passage.end)[1] > colon + 1 or cue.passage + 1 == len(reading.passages):
        return None
    following = reading.passages[cue.passage + 1]
    if {passage.kind, following.kind} != {"body"} or following.article != passage.article:
        return None
    if reading.word_before(colon)[0] in words("listing"):
        return None
    start, limit = following.start, following.end
    quote = reading.quotes.opening_at(start)
    if quote is not None and reading.count_words(quote.start, quote.end) < _QUOTED:
        return None
    if quote is None and not _told(reading, following):
        return None
    hit = reading.lexed.hit_at("complementizer", start)
    if hit is not None and not hit.entry:
        start = reading.next_token(hit.end, limit)
    subject = (cue.end, min(subject_end or colon, colon))
    return Begin(start, "colon", subject, quote, True) if start < limit else None


def passage_of(reading: Reading, cue: Cue, start: int) -> Passage:
    """Return the passage in which the content at `start` begins: that of its cue, or the next."""
    return reading.passages[holding(reading, cue, start)]


def holding(reading: Reading, cue: Cue, start: int) -> int:
    """Return the number of the passage in which the content at `start` begins."""
    following = cue.passage + 1
    there = following < len(reading.passages) and start >= reading.passages[following].start
    return following if there else cue.passage


def _told(reading: Reading, passage: Passage) -> bool:
    """Whether a line is a sentence or more: it begins with a word and ends with a stop."""
    edges = reading.lexed.classes[passage.start], reading.lexed.classes[passage.end - 1]
    return edges == (LETTER, STOP) and reading.count_words(passage.start, passage.end) >= _TOLD
