"""A quotation that stands before its cue: «…»، قال فلان; «…»، هذا ما قاله فلان."""

from hiwar.builders.statements import taken_up
from hiwar.builders.statements.appositions import with_apposition
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import noun_phrase
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.lex import COMMA, SPACE

_SPOKEN = 3  # words of a quotation before its cue


def find(reading: Reading, cue: Cue) -> Begin | None:
    """Return the quotation that stands right before a cue with its subject after it («…»، قال فلان), or None."""
    told = cue.after_ma is not None and cue.form.pronoun and "speech" in cue.takes
    if told and (quote := taken_up.quotation(reading, cue.after_ma or 0)) is not None:
        subject = noun_phrase(reading, cue.end, cue.sentence[1], apposition=False)
        return Begin(quote.open, "speech", subject, quote, True) if subject is not None else None
    if cue.form.kind != "finite" or cue.prefixed or cue.form.pronoun or "speech" not in cue.takes:
        return None
    word, at = reading.word_before(cue.word_start)
    close = cue.word_start
    while close > at + len(word) and reading.lexed.classes[close - 1] in (SPACE, COMMA):
        close -= 1
    quote = reading.quotes.closing_at(close)
    if quote is None or reading.count_words(quote.start, quote.end) < _SPOKEN:
        return None
    before, at = reading.word_before(quote.open)
    if at >= reading.passages[cue.passage].start and not reading.gap(at + len(before), quote.open):
        return None  # هذا «…» يقول: a part of the sentence before it
    subject = noun_phrase(reading, cue.end, cue.sentence[1], apposition=False)
    if subject is not None:
        subject = with_apposition(reading, subject, cue.sentence[1])
    return Begin(quote.open, "speech", subject, quote, True) if subject is not None else None
