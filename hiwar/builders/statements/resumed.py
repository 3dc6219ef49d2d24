"""Where a sentence goes on after the attribution at its head: behind an aside on the source, at «فإن» or «فقد»."""

from bisect import bisect_left

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COMMA

_F, _L, _SO_THE = fold_word("ف"), fold_word("ل"), fold_word("فال")
_APPOSED = 8  # words of an apposition
_ASIDE = 30  # words of an aside after an attribution
_FQD = fold_word("فقد") + b" "


def past_aside(reading: Reading, start: int, limit: int) -> int:
    """Return where «فإن» takes up the sentence again after an aside on the source (، الذي يرعى الجولة، فإن)."""
    start = _past_name(reading, start, limit)
    relative = reading.word_at_or_after(start) in words("relative")
    for first, _ in reading.words_in(start, limit, _ASIDE):
        if reading.lexed.shadow[first : first + 4] == _FQD and (relative or _apposed(reading, start, first)):
            return first
        hit = reading.lexed.hit_at("complementizer", first + 1)
        taken_up = (
            hit is not None and hit.word_start == first and reading.lexed.shadow[first : hit.start] == _F
        )
        if taken_up and not _if(reading, start):
            return first
    return start


def past_relative(reading: Reading, start: int, limit: int) -> int | None:
    """Return where a sentence goes on behind a relative clause on the source (وفق البلاغ الذي توصلت به الجريدة، …), or None
    where nothing follows."""
    if reading.word_at_or_after(start) not in words("relative"):
        return start
    if (taken_up := past_aside(reading, start, limit)) != start:
        return taken_up
    comma = bisect_left(reading.lexed.commas, start)
    if comma == len(reading.lexed.commas) or reading.lexed.commas[comma] >= limit:
        return None
    after = reading.next_token(reading.lexed.commas[comma] + 1, limit)
    joined = is_joined(reading.word_at_or_after(after))
    return after if after < limit and not joined else None


def _past_name(reading: Reading, start: int, limit: int) -> int:
    """Return the position behind a name in marks that ل ties to the document (إحصائية لـ «الساحل»، …)."""
    number = reading.lexed.word_from(start)
    if reading.lexed.word(number) != _L or reading.lexed.word_starts[number] != start:
        return start
    quote = reading.quotes.opening_at(reading.next_token(reading.lexed.word_ends[number], limit))
    return start if quote is None or not quote.closed else reading.next_token(quote.close, limit)


def _apposed(reading: Reading, start: int, at: int) -> bool:
    """Whether only a short apposition of the source stands before «فقد» (، رئيسة اللجنة، فقد)."""
    commas = reading.lexed.classes[start:at].count(bytes([COMMA]))
    return (
        commas == 1
        and COMMA in reading.lexed.classes[at - 2 : at]
        and reading.count_words(start, at) <= _APPOSED
    )


def _if(reading: Reading, start: int) -> bool:
    """Whether a condition stands there, whose main clause «فإن» opens."""
    return reading.word_at_or_after(start) in words("hypothetical")


def without_particle(reading: Reading, start: int) -> int:
    """Return where the clause begins after the ف of «فقد» or «فالعمل»."""
    word = next(iter(reading.words_in(start, start + 1)), None)
    if word is None:
        return start
    text = reading.lexed.shadow[word[0] : word[1]]
    bare = text[1:] if text[:1] == _F and is_joined(text) else b""
    if text == fold_word("فقد") or (text.startswith(_SO_THE) and bare) or bare in words("preposition"):
        return word[0] + 1
    return start
