"""The quotation that «هذا ما» with a verb and its pronoun takes up: «…»، هذا ما قاله المدير."""

from hiwar.builders.statements.quotes import Quote
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COMMA, SPACE

_THIS = fold_word("هذا")


def quotation(reading: Reading, after_ma: int) -> Quote | None:
    """Return the quotation that closes right before the «هذا» of a «ما» that stands at `after_ma`, or None."""
    before, at = reading.word_before(after_ma)
    if before != _THIS:
        return None
    close = at
    while close and reading.lexed.classes[close - 1] in (SPACE, COMMA):
        close -= 1
    return reading.quotes.closing_at(close)
