"""Whom a relative clause is about: the noun before it with its apposition, or the last of several that are joined."""

from bisect import bisect_right

from hiwar.builders.statements.antecedents import phrase_before
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading, is_joined
from hiwar.builders.text.fold import fold_word

_W = fold_word("و")
_ASIDE = 40  # letters of an aside
_DASH, _ENDING = b"-", (b".", b",", b":", b"\n")
_BEFORE = 3  # words of a sentence before the person whom a relative takes up
_PEOPLE = ("title",)
_NOUNS = (
    "title",
    "given",
    "name_joined",
    "head",
    "organization",
    "document",
    "unnamed",
    "many",
    "state",
    "ministry",
)
_WHO = {fold_word("الذي"): "m", fold_word("التي"): "f"}


def antecedent_of(reading: Reading, relative: int, floor: int) -> Span | None:
    """Return the noun phrase that the relative at `relative` takes up."""
    named = _apposed(reading, relative, floor)
    noun = phrase_before(reading, _before_aside(reading, relative), floor) if named is None else None
    return named if noun is None else _agreeing(reading, relative, noun)


def _before_aside(reading: Reading, relative: int) -> int:
    """Return where an aside in dashes before the relative begins: الأمير سعد -حفظه الله- الذي; else `relative` itself."""
    before = reading.lexed.shadow[max(relative - _ASIDE, 0) : relative]
    parts = before.rstrip(b" ").rsplit(_DASH, 2)
    if len(parts) < 3 or parts[2] or any(mark in parts[1] for mark in _ENDING):
        return relative
    return relative - len(before) + len(parts[0])


def _agreeing(reading: Reading, relative: int, span: Span) -> Span:
    """Return the last of two that are joined, if a singular relative agrees with it alone: الحركة و[المجلس العسكري] الذي."""
    lexed = reading.lexed
    word = lexed.word(lexed.word_from(relative)).removeprefix(_W)
    wanted = _WHO.get(word)
    if wanted is None:
        return span
    starts = [at for at, _ in reading.words_in(*span)]
    first = next((at for at in starts[:_BEFORE] if reading.known(at, _NOUNS)), None)
    if first is not None and first > starts[0] and reading.known(first, _PEOPLE):
        return first, span[1]  # انتهت زيارة | وزير النقل سالم نصار الذي أكد
    joined = (at + 1 for at in starts[:0:-1] if lexed.shadow[at : at + 1] == _W and _gender(reading, at + 1))
    last = next(joined, None)
    if last is None or _gender(reading, last) != wanted or _gender(reading, starts[0]) in (None, wanted):
        return span
    return last, span[1]


def _gender(reading: Reading, start: int) -> str | None:
    """Return the gender of the body or the single person for which the noun at `start` is."""
    hit = reading.lexed.hit_at("head", start) or reading.lexed.hit_at("title", start)
    single = hit is not None and getattr(hit.entry, "number", "s") == "s"
    return str(hit.entry.gender) if hit is not None and single else None


def _apposed(reading: Reading, relative: int, floor: int) -> Span | None:
    """Return the name with its apposition before a relative: [سالم نصار، عضو المجلس في الساحل]، الذي قال."""
    lexed = reading.lexed
    comma = bisect_right(lexed.commas, relative) - 1
    if not reading.after_comma(relative) or comma < 1 or lexed.commas[comma - 1] < floor:
        return None
    before = lexed.commas[comma - 1]
    first = lexed.word_from(before)
    if not reading.known(lexed.word_starts[first], ("title",)) or is_joined(lexed.word(first)):
        return None
    name = phrase_before(reading, before, floor)
    if name is None:
        return None
    begins = (at for at, _ in reading.words_in(*name) if reading.known(at, ("title", "given", "name_joined")))
    return next(begins, name[0]), reading.trim(before, relative)[1]
