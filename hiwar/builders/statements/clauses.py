"""Where sentences end: at the full stop, but not one inside a quotation, a number or an abbreviation."""

from bisect import bisect_left, bisect_right

from hiwar.builders.passages.signed import past_byline
from hiwar.builders.statements.quotes import Quote, QuoteIndex
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_words
from hiwar.builders.text.lex import BRACKET, DIGIT, LETTER, MARK, SPACE, Lexed

# the names of Latin letters that are no Arabic word
_LETTERS = fold_words(("كيه", "جيه", "إيه", "إتش", "دبليو", "إكس", "كيو"))
_SOURCE, _NAME = 60, 6  # letters, and words, of a source that stands by itself behind a full stop


class Sentences:
    """The sentence ends of a text, as sorted positions; the colon of a byline is one."""

    def __init__(self, lexed: Lexed, quotes: QuoteIndex, passages: list[Passage]) -> None:
        self._lexed = lexed
        self._quotes = quotes
        signed = {past_byline(lexed, one.start, one.end) - 1 for one in passages if one.kind == "body"}
        signed -= {one.start - 1 for one in passages}
        stops = (stop for stop in lexed.stops if _ends(lexed, stop) and not _cited(lexed, stop))
        self._all = sorted({*signed, *stops})
        self._outer = self._all
        if quotes.outer:
            closed = [quote.close for quote in quotes.outer if _closes(lexed, quote)]
            self._outer = sorted({*closed, *(stop for stop in self._all if not _inside(stop, quotes.outer))})

    def end(self, position: int, passage: Passage) -> int:
        """Return where the sentence at `position` ends: at its full stop (a question mark belongs to it)."""
        around = self._quotes.around(position)
        stops = self._all if around else self._outer
        limit = min(around.end, passage.end) if around and around.end <= passage.end else passage.end
        number = bisect_left(stops, position)
        if number < len(stops) and stops[number] < limit:
            stop = stops[number]
            return stop + 1 if self._lexed.shadow[stop : stop + 1] in b"?!" else stop
        return limit

    def start(self, position: int, passage: Passage) -> int:
        """Return where the sentence at `position` begins, after marks and spaces."""
        around = self._quotes.around(position)
        stops = self._all if around else self._outer
        limit = around.start if around and around.start > passage.start else passage.start
        number = bisect_left(stops, position) - 1
        begin = max(limit, stops[number] + 1) if number >= 0 else limit
        shape = self._lexed.classes
        while begin < position and shape[begin] in (SPACE, MARK):
            begin += 1
        return begin


def _cited(lexed: Lexed, stop: int) -> bool:
    """Whether nothing but an attribution stands between a full stop and the next, so that it belongs to what is before
    it (ارتفعت الأسعار.وفقا لوكالة الساحل.)."""
    at = stop + 1 + (lexed.shadow[stop + 1 : stop + 2] == b" ")
    hit = lexed.hit_at("attribution", at) if lexed.shadow[stop : stop + 1] == b"." else None
    if hit is None or hit.entry.verb:
        return False
    source = lexed.shadow[hit.end : hit.end + _SOURCE]
    ends = [place for place in (source.find(b"."), source.find(b"\n")) if place >= 0]
    source = source[: min(ends)] if ends else source
    alone = source.count(b" ") <= _NAME and b"," not in source  # وفقا للمدير، وصلت السفن
    return bool(ends or len(source) < _SOURCE) and alone


def _closes(lexed: Lexed, quote: Quote) -> bool:
    """Whether a sentence ends with a quotation, its full stop before the mark («… اليوم.» وفي)."""
    following = lexed.classes[quote.close : quote.close + 2]
    return lexed.shadow[quote.end - 1 : quote.end] == b"." and following == bytes([SPACE, LETTER])


def _inside(stop: int, outer: list[Quote]) -> bool:
    number = bisect_right(outer, (stop,)) - 1
    return number >= 0 and outer[number].start <= stop < outer[number].end


def _spelt_out(lexed: Lexed, number: int) -> bool:
    """Whether a short word before a stop is part of a name that is spelt letter by letter."""
    start, after = lexed.word_starts[number], lexed.word(number + 1)
    after_end = lexed.word_starts[number + 1] + len(after)
    if len(after) == len(lexed.word(number)) == 2:
        return True  # بي.سي
    return len(after) <= 3 and (
        lexed.shadow[start - 1 : start] in b".(" or lexed.shadow[after_end : after_end + 1] == b"."
    )


def _ends(lexed: Lexed, stop: int) -> bool:
    """Whether a stop ends its sentence."""
    shadow, classes = lexed.shadow, lexed.classes
    sign = shadow[stop : stop + 1]
    before = classes[stop - 1] if stop else SPACE
    after = classes[stop + 1] if stop + 1 < len(shadow) else SPACE
    if sign == b"~":
        return False
    if sign == b".":
        if shadow[stop + 1 : stop + 2] == b"." or shadow[stop - 1 : stop] == b".":
            return False
        if before == DIGIT and after == DIGIT:
            return False
        if before == LETTER and (number := lexed.word_at(stop - 1)) is not None:
            word = lexed.word(number)
            if classes[lexed.word_starts[number] - 1] == DIGIT:
                return True  # عام 2015م.
            if len(word) == 1 and (after == LETTER or word != b"\x99"):
                return False  # an initial (د. محمد, أ.ف.ب)
            if word in _LETTERS:
                return False  # كيه. نارايان
            if after == LETTER and (word[-1:].isascii() or shadow[stop + 1 : stop + 2].isascii()):
                return False  # an address, perhaps with an Arabic letter glued on
            if (
                len(word) <= 3
                and lexed.shadow[lexed.word_starts[number] - 1 : lexed.word_starts[number]] == b"."
            ):
                return False
            if len(word) <= 3 and after == LETTER and _spelt_out(lexed, number):
                return False  # بي.بي.سي
    return after != BRACKET or shadow[stop + 1 : stop + 2] == b"("
