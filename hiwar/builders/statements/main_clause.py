"""Where the main clause begins behind the temporal clause that a cue stands in (لما أعلن الوزير أن …، غادر الحاضرون)."""

from bisect import bisect_left
from itertools import islice

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.framed import framing
from hiwar.builders.statements.reading import Reading, is_past_feminine
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA
from hiwar.builders.text.shapes import is_verb

_BACK = 15  # words between the word that opens the temporal clause and the cue
_COMMAS = 10  # commas behind it that are looked at
_IN = fold_words(("في", "وفي"))
_SETTING = 4  # words before a verbal noun at which what a clause is set in begins
_ACCUSATIVE = ("اً", "ًا", "ا", "ةً", "ة")
_W, _FOR = fold_word("و"), fold_word("ل")
_THEN = fold_word("ف")
_EXCEPT = fold_words(("إلا", "غير", "بيد"))
_DESPITE = fold_word("رغم")
_PRESENT = tuple(fold_word(letter) for letter in "يتسن")


def start(reading: Reading, cue: Cue, begin: int, limit: int) -> int:
    """Return where the main clause begins in `[begin, limit)` if the cue stands in a temporal clause, or describes a noun, or `limit`."""
    described = cue.relative is not None and cue.form.pronoun
    if not (described or _temporal(reading, cue) or _in_setting(reading, cue)):
        return limit
    limit = _excepted(reading, cue, begin, limit)
    commas = reading.lexed.commas
    number = bisect_left(commas, begin)
    level = reading.quotes.around(begin)
    for comma in commas[number : number + _COMMAS]:
        at = reading.next_token(comma, limit)
        if at >= limit:
            return limit
        if reading.quotes.around(at) != level or not reading.at_word(at):
            continue
        denied = described and reading.word_at_or_after(at) in function_words("negation")
        if denied or _opens(reading, at):
            return at  # الأزمة التي وصفها بأنها عابرة، لن تطول
    return limit


def _excepted(reading: Reading, cue: Cue, begin: int, limit: int) -> int:
    """Return where «إلا أن» answers the concession that a cue stands in (رغم تأكيده أن … إلا أنه أقر), or `limit`."""
    lead = reading.words_in(reading.back(cue.word_start, cue.sentence[0], _SETTING), cue.word_start)
    if not any(reading.lexed.shadow[first:last].endswith(_DESPITE) for first, last in lead):
        return limit
    level = reading.quotes.around(begin)
    for hit in islice(reading.lexed.of_kind("complementizer", begin, limit), _COMMAS):
        before, at = reading.word_before(hit.word_start)
        if before in _EXCEPT and begin < at and reading.quotes.around(at) == level:
            return at
    return limit


def _temporal(reading: Reading, cue: Cue) -> bool:
    """Whether a word like لما or عندما opens the sentence, or the clause after أن, that the cue stands in."""
    floor = reading.back(cue.word_start, cue.sentence[0], _BACK)
    for first, last in reading.words_in(floor, cue.word_start):
        if not reading.in_class(reading.lexed.shadow[first:last], "temporal"):
            continue
        before, at = reading.word_before(first)
        if before in _IN and not reading.gap(at + len(before), first):
            first = at
        return _heads(reading, cue, first) and COMMA not in reading.lexed.classes[first : cue.word_start]
    return False


def _in_setting(reading: Reading, cue: Cue) -> bool:
    """Whether a verbal noun stands in what a clause is set in (تلبية لدعوة المدير إلى …، وصلت الحافلات)."""
    if cue.form.kind != "noun":
        return False
    lexed = reading.lexed
    floor = reading.back(cue.word_start, cue.sentence[0], _SETTING)
    if COMMA in lexed.classes[floor : cue.word_start]:
        return False
    return any(
        _sets(reading, first, last) and _heads(reading, cue, first)
        for first, last in reading.words_in(floor, cue.word_start)
    )


def _sets(reading: Reading, first: int, last: int) -> bool:
    """Whether a preposition, or an accusative like تلبية or إنفاذاً, begins what a clause is set in."""
    word = reading.lexed.shadow[first:last].removeprefix(_W)
    after = reading.lexed.shadow[last : last + 2].strip()[:1]
    purpose = after == _FOR and reading.lexed.raw_text(first, last).endswith(_ACCUSATIVE)
    return purpose or word in function_words("preposition")


def _heads(reading: Reading, cue: Cue, first: int) -> bool:
    """Whether the word at `first` opens the sentence of the cue, or a clause after أن."""
    before, at = reading.word_before(first)
    after_that = reading.lexed.hit_at("complementizer", at) is not None
    return framing(reading, cue.sentence[0], first) or (
        after_that and not reading.gap(at + len(before), first)
    )


def _opens(reading: Reading, at: int) -> bool:
    """Whether «فإن», or a verb of the past that nothing joins, stands at `at`."""
    lexed = reading.lexed
    hit = lexed.hit_at("complementizer", at + 1)
    if hit is not None and lexed.shadow[at : hit.start] == _THEN:
        return True
    word = lexed.word(lexed.word_from(at))
    raw = lexed.raw_text(at, at + len(word))
    return (
        is_past_feminine(word)
        or word in words().past_after_and
        or (is_verb(word, raw) and word[:1] not in _PRESENT)
    )
