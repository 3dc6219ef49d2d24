"""Outlets that only pass on: «وكتبت الأخبار: … أكد فلان أن …» is a relay of the statements of its passage."""

from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.reports import Found

_WRITING = frozenset({"كتب", "أورد", "نشر"})


def split(reading: Reading, number: int, found: list[Found]) -> tuple[list[Found], list[Attribution]]:
    """Return the cues that report, and as attributions those of outlets before the reports of others."""
    passage = reading.passages[number]
    kept: list[Found] = []
    passing: list[Attribution] = []
    for index, item in enumerate(found):
        cue, begin = item.cue, item.begin
        bare = begin.via == "colon" and begin.quote is None and cue.form.verb.lemma in _WRITING
        if not bare or index + 1 == len(found) or item.subject is None:
            kept.append(item)
            continue
        span = (cue.start, passage.end)
        passing.append(
            Attribution(
                cue.start, begin.start, (cue.start, cue.end), item.subject, None, False, None, span, False
            )
        )
    return kept, passing
