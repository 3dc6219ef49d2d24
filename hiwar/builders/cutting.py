"""Where contents that run on must end: at the next cue, an attribution, or the reporter's own words."""

from hiwar.builders import contents
from hiwar.builders.attributions import Attribution
from hiwar.builders.contents import Cut, Cuts
from hiwar.builders.fold import fold_word
from hiwar.builders.lex import BRACKET, COMMA, SPACE
from hiwar.builders.reading import Reading
from hiwar.builders.reports import Found
from hiwar.builders.steps import Passage

_SPACES = bytes([SPACE])
_SEPARATORS = (bytes([COMMA]), bytes([BRACKET]))
_WHICH = (fold_word("وذلك"), fold_word("جاء ذلك"), fold_word("وجاء ذلك"))


def find(reading: Reading, passage: Passage, found: list[Found], named: list[Attribution]) -> Cuts:
    """Return where contents that run on must end."""
    reading = reading
    cuts = [Cut(a.start, "an attribution") for a in named if a.before]
    for item in found:
        cue = item.cue
        start = contents.connective_start(reading, cue)
        if cue.form.kind == "participle":
            cuts.append(Cut(cue.word_start, "the next cue of the same source", True))
        elif cue.form.kind == "finite" and cue.relative is None and (cue.prefixed or start < cue.word_start):
            cuts.append(Cut(start, "the next cue"))
        elif _new_clause(reading, item):
            cuts.append(Cut(cue.word_start, "another clause"))
    for hit in reading.lexed.of_kind("reporter", passage.start, passage.end):
        comma = COMMA in reading.lexed.classes[max(hit.word_start - 2, 0) : hit.word_start]
        if comma or reading.lexed.shadow[hit.start : hit.end].startswith(_WHICH):
            cuts.append(Cut(hit.word_start, "the reporter's own words"))
    clauses = [
        hit.word_start
        for hit in reading.lexed.of_kind("np_end", passage.start, passage.end)
        if reading.lexed.classes[hit.word_start - 2 : hit.word_start].strip(_SPACES)[-1:] in _SEPARATORS
    ]
    return Cuts(reading, cuts, clauses)


def _new_clause(reading: Reading, item: Found) -> bool:
    """Whether a verb with its subject after it begins a clause after a comma (فيما …، أكد الوزير أن)."""
    cue = item.cue
    if cue.form.kind != "finite" or cue.relative is not None or item.subject is None:
        return False
    after_comma = COMMA in reading.lexed.classes[max(cue.word_start - 2, 0) : cue.word_start]
    return after_comma and item.subject[0] > cue.start and cue.form.tense == "past"
