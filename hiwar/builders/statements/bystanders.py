"""A participle that tells what others did than the one who speaks of them: قال المدير إن السكان خرجوا، معبرين عن غضبهم."""

from itertools import pairwise

from hiwar.builders.statements.antecedents import main_subject
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.found import Found
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.together import joint
from hiwar.builders.text.fold import fold_word

_AND = fold_word("و")


def tells_of_others(reading: Reading, cue: Cue, last: Found) -> bool:
    """Whether a participle of the plural stands in what a single speaker says, so that it is not his."""
    if cue.form.kind != "participle" or cue.form.number != "p" or last.cue.sentence != cue.sentence:
        return False
    clause = last.begin.via in ("that", "speech", "colon") and last.begin.start < cue.start
    if not clause or last.cue.form.kind != "finite" or last.cue.form.number != "s":
        return False
    single = last.cue.prefixed if last.subject is None else _lone(reading, last.subject)
    return single and _people(reading, main_subject(reading, last.begin.start, cue.word_start))


def _people(reading: Reading, subject: Span | None) -> bool:
    """Whether a noun phrase tells of several people."""
    hits = (
        [] if subject is None else [reading.lexed.hit_at(kind, subject[0]) for kind in ("title", "unnamed")]
    )
    return any(hit is not None and hit.entry.number == "p" for hit in hits)


def named(reading: Reading, found: list[Found]) -> list[Found]:
    """Return the cues, those of others with whom the clause is about for a subject."""
    result = found[:1]
    for last, item in pairwise(found):
        if tells_of_others(reading, item.cue, last):
            item = item._replace(subject=main_subject(reading, last.begin.start, item.cue.word_start))
        result.append(item)
    return result


def _lone(reading: Reading, subject: Span) -> bool:
    """Whether a subject is one person by his title or name."""
    if len(joint(reading, subject)) > 1:
        return False
    for start, _ in reading.words_in(*subject)[1:]:
        if reading.lexed.shadow.startswith(_AND, start) and reading.lexed.hit_at("given", start + 1):
            return False  # الوزير سالم نصار ووليد كرم
    title = reading.lexed.hit_at("title", subject[0])
    if title is not None:
        return bool(title.entry.number == "s")
    return reading.lexed.hit_at("given", subject[0]) is not None
