"""Whether أمر is an order or a matter, and توجه a body that orders or somebody who goes."""

from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word

_B = fold_word("ب")
_POSSESSORS = tuple(fold_word(ending) for ending in ("ه", "ها", "هم"))
_BODIES = ("head", "organization", "ministry", "state")


def by_a_body(reading: Reading, cue: Cue, before: bytes, before_start: int) -> bool:
    """Whether a subject in the feminine stands beside the verb: توجه الوزارة، الداخلية توجه."""
    number = reading.lexed.word_from(cue.end)
    if number >= len(reading.lexed.word_starts):
        return False
    start, end = reading.lexed.word_starts[number], reading.lexed.word_ends[number]
    after = reading.lexed.raw_text(start, end)
    raw = reading.lexed.raw_text(before_start, before_start + len(before)) if before else ""
    return any(one.endswith(("ة", "ات")) for one in (after, raw)) or reading.known(start, _BODIES)


def is_matter(reading: Reading, cue: Cue, before: bytes, before_start: int, apart: bool) -> bool:
    """Whether the word is a matter with its adjective, and no order: it is said of something (إنه أمر سيئ، فهذا أمر رائع), or
    أن hangs on it; or an order that was issued (صدر أمر سام)."""
    lexed = reading.lexed
    number = lexed.word_from(cue.end)
    if number + 1 >= len(lexed.word_starts) or cue.prefixed:
        return False
    word = lexed.word(number)
    if word.startswith(AL) or word[:1] == _B or word.endswith(_POSSESSORS):
        return False
    pronoun = lexed.hit_at("complementizer", before_start) if not apart else None
    told = pronoun is not None and bool(pronoun.entry)
    told = told or (not apart and reading.in_class(before, "predicated"))
    that = lexed.hit_at("complementizer", lexed.word_starts[number + 1]) is not None
    return told or (that and not reading.known(lexed.word_starts[number]))
