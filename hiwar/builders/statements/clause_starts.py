"""Where the clause of a verb begins: behind the last word that opens one, past a relative clause that is complete."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import foreign
from hiwar.builders.statements.reading import Reading, is_past_feminine
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COLON, STOP, Hit
from hiwar.builders.text.shapes import is_verb

_LONGEST = 40  # words of a clause before its verb
_SHORT = 3  # letters of a verb of the past that no ending tells
_W = fold_word("و")
_WHO_HE, _WHO_SHE, _WHO_THEY = fold_word("الذي"), fold_word("التي"), fold_word("الذين")


def start(reading: Reading, position: int, floor: int) -> int:
    """Return where the clause of the verb at `position` begins."""
    lexed = reading.lexed
    number = lexed.word_from(position) - 1
    lowest = max(number - _LONGEST, 0)
    aside = reading.after_comma(position)
    for index in range(number, lowest - 1, -1):
        start, end = lexed.word_starts[index], lexed.word_ends[index]
        if start < floor:
            return floor
        if (
            COLON in lexed.classes[end : end + 2]
            or STOP in lexed.classes[end : end + 2]
            or (end < position and _opens(reading, end, position))
        ):
            return end + 1
        word = lexed.word(index)
        if word in words("particle"):
            continue
        if word[:1] == _W and word[1:] in words("particle") and reading.after_comma(start):
            return start  # …، وكان الوزير أعلن
        opening = _conjunction(reading, start, end) or reading.hit_word("complementizer", start)
        if opening is not None and foreign.particle(reading, index):
            continue
        if opening is not None:
            return opening.end
        if word in words("relative"):
            if complete(reading, index, position):
                continue  # الوزير الذي زار المدينة أكد
            if not (aside and reading.after_comma(start)):
                return end
            aside = False  # الشبكة، التي غطت الأماكن، تؤكد
    return floor


def complete(reading: Reading, relative: int, position: int) -> bool:
    """Whether a relative clause has a verb of its own, and the verb at `position` agrees with its antecedent."""
    lexed = reading.lexed
    number = relative + 1
    while lexed.word(number) in words("particle") or lexed.word(number) in words("negation"):
        number += 1
    if number >= len(lexed.word_starts) or lexed.word_ends[number] >= position:
        return False
    word, at = lexed.word(number), lexed.word_starts[number]
    own = is_verb(word, lexed.raw_text(at, lexed.word_ends[number])) or is_past_feminine(word)
    own = own or (len(word) == _SHORT and word not in words("preposition"))  # زار
    cue = reading.hit_word("verb", position)
    if cue is None or not (own or lexed.hit_at("verb", at) is not None):
        return False
    agreement = {"f": _WHO_SHE, "m": _WHO_HE}.get(cue.entry.gender)
    return lexed.word(relative) == (_WHO_THEY if cue.entry.number == "p" else agreement)


def _conjunction(reading: Reading, start: int, end: int) -> Hit | None:
    """Return the conjunction at `start`; one word of it may follow a glued و (ولكن, but not وفي وقت)."""
    hit = reading.hit_word("conjunction", start)
    return hit if hit is not None and (hit.start == start or hit.end == end) else None


def _opens(reading: Reading, end: int, position: int) -> bool:
    """Whether a quotation that holds `position` opens right after a word."""
    quotes = reading.quotes.within(end, min(end + 3, position), 3)
    return any(quote.close > position for quote in quotes)
