"""Where a content ends, and how much of it stands between quotation marks."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import foreign, main_clause, phrase_ends, resumed, titles
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.cuts import Cuts
from hiwar.builders.statements.next_line import passage_of
from hiwar.builders.statements.quotes import Quote
from hiwar.builders.statements.reading import (
    Reading,
    is_joined,
)
from hiwar.builders.statements.walk import Begin
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import BRACKET, COLON, COMMA, LETTER, MARK, SPACE
from hiwar.builders.text.shapes import going_along

_W, _F = fold_word("و"), fold_word("ف")
_GLUED = (fold_word("ب"), fold_word("ل"))  # of what a phrase goes on with behind a comma
_THAT_IS = fold_word("أي")
_DASH = b"-"
_BRACKETS = 20  # brackets inside a content that are looked at
_QUOTES = 40  # quotations inside a content that are looked at


class End(NamedTuple):
    """Where a content ends, its type and the reason."""

    start: int
    end: int
    type: str
    reason: str


def find(reading: Reading, cue: Cue, begin: Begin, cuts: Cuts) -> End:
    """Return the span of the content that begins at `begin`; `cuts` are sorted by position."""
    quote = begin.quote
    if quote is not None and begin.start < cue.start:
        start, end = _strip(reading, quote.start, quote.end)
        return End(start, end, "direct", "the closing mark")
    if quote is not None:
        return _quoted(reading, cue, begin, quote, cuts)
    limit = _limit(reading, cue, begin)
    if cue.form.kind == "noun" and not begin.clause:
        limit = _first_comma(reading, begin, limit)
    if not begin.clause:
        limit = min(
            limit,
            cuts.noun_phrase_end(begin.start, limit),
            phrase_ends.next_verb(reading, cue, begin.start, limit),
        )
    limit = main_clause.start(reading, cue, begin.start, limit)
    end, reason = _first_cut(reading, cuts, begin.start, limit)
    return finish(reading, begin.start, end, reason)


def _limit(reading: Reading, cue: Cue, begin: Begin) -> int:
    passage = passage_of(reading, cue, begin.start)
    if begin.via != "colon" or _after_that(reading, begin.start):
        return reading.sentences.end(begin.start, passage)
    around = reading.quotes.around(cue.start)
    around = around if around and around.end > begin.start else None
    return min(around.end, passage.end) if around else passage.end


def _first_comma(reading: Reading, begin: Begin, limit: int) -> int:
    """Return where the comma stands behind which no noun governs any more (بعد اعتراض الملاك على السعر، حيث …), or `limit`."""
    commas = reading.lexed.commas
    for comma in commas[bisect_right(commas, begin.start) : bisect_left(commas, limit)]:
        at = reading.next_token(comma, limit)
        letter = reading.lexed.shadow[at : at + 1]
        goes_on = letter in _GLUED or (letter == _W and not phrase_ends.joined_verb(reading, at))
        if begin.via == "target" or not goes_on:
            return comma
    return limit


def _after_that(reading: Reading, start: int) -> bool:
    """Whether أن or إن opens what follows a colon: a clause, which ends with its sentence."""
    before, at = reading.word_before(start)
    if reading.lexed.hit_at("complementizer", start) is not None:
        return True
    return not reading.gap(at + len(before), start) and reading.lexed.hit_at("complementizer", at) is not None


def _first_cut(reading: Reading, cuts: Cuts, start: int, limit: int) -> tuple[int, str]:
    hit = reading.lexed.hit_at("complementizer", start)
    begun = (
        start if hit is None else reading.next_token(hit.end, limit)
    )  # أنه بينما يؤكد …: not a word of it is said yet
    begun += hit is not None and reading.lexed.shadow[begun : begun + 1] == _W  # أنه ووفقا للتقرير فإن …
    cut = cuts.first(reading.quotes.around(start), begun, limit)
    return (cut.position, cut.reason) if cut else (limit, "the end of the sentence")


def _quoted(reading: Reading, cue: Cue, begin: Begin, quote: Quote, cuts: Cuts) -> End:
    passage = passage_of(reading, cue, begin.start)
    if quote.closed:
        inner = cuts.chained(quote, quote.end)
        end, reason = quote.end, "the closing mark"
    else:
        inner = cuts.first(reading.quotes.around(quote.open), quote.start, passage.end)
        end, reason = passage.end, "a mark that is never closed"
    if inner is not None:
        end, reason = inner.position, inner.reason
    elif (
        quote.closed
        and not _answered(reading, cue, quote)
        and not (begin.via in ("speech", "colon") and _told_next(reading, quote.close, passage.end))
        and _goes_on(reading, quote, passage.end, cuts)
    ):
        limit = reading.sentences.end(quote.close, passage)
        limit = main_clause.start(reading, cue, quote.close, limit)
        end, reason = _first_cut(reading, cuts, quote.close - 1, limit)
        start = begin.start if begin.pronoun is None else begin.pronoun
        if begin.pronoun is None and (last := _last_of_series(reading, quote, end)) is not None:
            return End(quote.start, last.end, "direct", "the closing mark")
        return finish(reading, start, max(end, quote.close), reason)
    start, end = _strip(reading, quote.start, end)
    return End(start, end, "direct", reason)


def _told_next(reading: Reading, position: int, limit: int) -> bool:
    """Whether the reporter's next verb is joined on right behind speech (قال «…» وسيعود المدير)."""
    at = reading.next_token(position, limit)
    joined = reading.lexed.shadow[at : at + 1] == _W
    return joined and reading.at_word(at) and phrase_ends.joined_verb(reading, at)


def _answered(reading: Reading, cue: Cue, quote: Quote) -> bool:
    """Whether a noun with its quotation is the subject of what follows (قوله «…» لم يعجب المدير)."""
    after = reading.word_at_or_after(quote.close)
    return cue.form.kind == "noun" and (after in words("negation") or after in words("particle"))


def _last_of_series(reading: Reading, quote: Quote, limit: int) -> Quote | None:
    """Return the last of several quotations that only «و» joins, if they are all of the content (قال: «…»، و«…»)."""
    last = quote
    for following in reading.quotes.within(quote.close, limit, _QUOTES):
        if following.depth > quote.depth:
            continue
        if not following.closed or reading.gap(last.close, following.open) not in (b",", _W, b"," + _W):
            return None
        last = following
    rest = reading.gap(last.close, limit).strip(b",.;")
    return last if last is not quote and not rest else None


def _goes_on(reading: Reading, quote: Quote, limit: int, cuts: Cuts) -> bool:
    """Whether the reported clause goes on after the closing mark."""
    classes, shadow = reading.lexed.classes, reading.lexed.shadow
    if shadow[quote.end - 1 : quote.end] == b".":
        return False  # «… اليوم.» وفي الشهر الماضي
    if classes[quote.open] == BRACKET:
        return False  # (…) الآية
    position = quote.close
    while position < limit and classes[position] == SPACE:
        position += 1
    if position >= limit:
        return False
    comma = classes[position] == COMMA
    position = reading.next_token(position, limit)
    if position >= limit or (classes[position] not in (LETTER, MARK)):
        return False
    if cuts.first(reading.quotes.around(quote.open), quote.close - 1, position + 2) is not None:
        return False
    lexed = reading.lexed
    if shadow[position : position + 1] == _W:
        if classes[position + 1 : position + 2] == bytes([MARK]):
            return True
        if lexed.hit_at("complementizer", position + 1) is not None:
            return True
        if lexed.word(lexed.word_from(position))[1:] in words("particle"):
            return False  # «…» وكان العمل شاقا
    if comma:
        return False
    if classes[position] == MARK:
        return False
    word = lexed.word(lexed.word_from(position))
    if word == _THAT_IS or word in words("citing"):
        return False
    if going_along(word, lexed.raw_text(position, position + len(word))) and not reading.known(position):
        return False  # هتفوا «…» رافعين لافتة
    if word in words("towards"):
        return True  # «قلقه الشديد» حيال العنف
    kinds = ("frame", "reporter", "conjunction", "attribution")
    return not any(reading.hit_word(kind, position) for kind in kinds)


def finish(reading: Reading, start: int, end: int, reason: str) -> End:
    """Return the content of `[start, end)`, trimmed, with its type."""
    if (bracket := _outer_bracket(reading, start, end)) is not None:
        end, reason = bracket, "the bracket around it"
    start, end = _strip(reading, start, _before_conjunction(reading, start, end))
    whole = reading.quotes.opening_at(start)
    if whole is not None and whole.closed and whole.close == end and reading.count_words(start, end) >= 2:
        return End(whole.start, whole.end, "direct", reason)
    return End(
        start, end, "mixed" if titles.speech_inside(reading, start, end, _QUOTES) else "indirect", reason
    )


def _before_conjunction(reading: Reading, start: int, end: int) -> int:
    """Return the end without the conjunction of a clause that was cut off (ولكن | بحسب المشرفين)."""
    word, at = reading.word_before(end)
    while at > start and word in words("dangling") and not reading.gap(at + len(word), end):
        end = at
        word, at = reading.word_before(end)
    return end


def _opened(reading: Reading, start: int) -> bool:
    """Whether a mark or a colon stands before a content: only there its first word may carry a conjunction."""
    before = start - 1
    while before > 0 and reading.lexed.classes[before] == SPACE:
        before -= 1
    return reading.lexed.classes[before] in (MARK, COLON)


def _outer_bracket(reading: Reading, start: int, end: int) -> int | None:
    """Return the closing bracket in `[start, end)` whose partner stands before `start`, or None."""
    brackets = reading.lexed.brackets
    depth = 0
    number = bisect_right(brackets, start - 1)
    for position in brackets[number : number + _BRACKETS]:
        if position >= end:
            return None
        depth += 1 if reading.lexed.shadow[position : position + 1] == b"(" else -1
        if depth < 0:
            return position
    return None


def _strip(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Trim the span, and drop a mark at its end whose partner stands outside."""
    start, end = reading.trim(start, end)
    first = reading.lexed.word_at(start)
    if (
        first is not None
        and reading.lexed.word_starts[first] == start
        and is_joined(reading.lexed.word(first))
        and reading.lexed.hit_at("given", start) is None  # «فرانكو»
        and not foreign.particle(reading, first)
        and _opened(reading, start)
    ):
        start += 1
    end = _without_dash(reading, start, end)
    classes = reading.lexed.classes
    changed = True
    while changed and end > start:
        changed = False
        if classes[end - 1] == MARK and not reading.quotes.closes_at(end, start):
            start, end = reading.trim(start, end - 1)
            changed = True
    return start, end


def _without_dash(reading: Reading, start: int, end: int) -> int:
    """Return the end without a dash that no other one stands before (المال – | حسبما ذكرت)."""
    shadow = reading.lexed.shadow
    lone = shadow.startswith(_DASH, end - 1) and _DASH not in shadow[start : end - 1]
    return reading.trim(start, end - 1)[1] if lone and end - 1 > start else end


def after_attribution(reading: Reading, start: int, limit: int, passage: Passage, cuts: Cuts) -> End | None:
    """Return the content that follows an attribution at the head of its sentence, past «فإن»."""
    lexed = reading.lexed
    start = resumed.past_aside(reading, start, limit)
    if reading.lexed.classes[start : start + 1] == bytes([COLON]):
        start = reading.next_token(start + 1, limit)
    hit = lexed.hit_at("complementizer", start) or lexed.hit_at("complementizer", start + 1)
    quote = None
    if hit is not None and hit.word_start == start:
        after = reading.next_token(hit.end, limit)
        quote = reading.quotes.opening_at(after)
        start = after if quote is not None or not hit.entry else hit.start
    else:
        quote = reading.quotes.opening_at(start)
        start = resumed.without_particle(reading, start)
    if start >= limit:
        return None
    if quote is not None and quote.closed and not _goes_on(reading, quote, passage.end, cuts):
        return finish(reading, quote.open, quote.close, "the closing mark")
    end, reason = _first_cut(reading, cuts, start, reading.sentences.end(start, passage))
    return finish(reading, start, end, reason)
