"""How the builder came to a row: where it stands, and what each step says of it."""

from typing import NamedTuple

from hiwar.builders import ids
from hiwar.builders.rows import Steps, sourced
from hiwar.builders.steps import Figure, Statement


class Explained(NamedTuple):
    """Why there is a row. Offsets are raw code points."""

    what: str  # the row in one line
    start: int  # of its span
    end: int
    passage: tuple[int, int]  # the passage that it begins in, as far as the row's end
    passage_rule: str
    marks: list[tuple[str, int, int]]  # content and cue, or figure and number
    told: list[str]  # which rules fired, on what, why the span ends where it does, who stands behind it


def rows_by_id(raw_file: str, steps: Steps) -> dict[str, Statement | Figure]:
    """Return the statements and figures that the steps found, by id."""
    found: dict[str, Statement | Figure] = {}
    for said in steps.statements:
        found[ids.statement_id(_article(raw_file, steps, said.passage), steps.lexed.raw(said.cue_start))] = (
            said
        )
    for figure in steps.figures:
        article = _article(raw_file, steps, figure.passage)
        found[ids.figure_id(article, steps.lexed.raw(figure.number_start))] = figure
    return found


def _article(raw_file: str, steps: Steps, passage: int) -> str:
    return ids.article_id(raw_file, steps.passages[passage].article or 1)


def explain(row: Statement | Figure, steps: Steps) -> Explained:
    """Return why the steps made a statement or figure."""
    lexed, passage = steps.lexed, steps.passages[row.passage]
    start, end = lexed.raw_span(row.start, row.end)
    rules = [f"rule «{row.rule}»", *(f"  {number}. {step}" for number, step in enumerate(row.trace, 1))]
    first, last = lexed.raw_span(passage.start, passage.end)
    place = (start, end, (first, max(last, end)), f"{passage.kind} by rule «{passage.rule}»")
    if isinstance(row, Statement):
        cue = lexed.raw_span(row.cue_start, row.cue_end)
        what = f"{row.type} statement, act {row.act}, cue {lexed.text[slice(*cue)]}"
        marks = [("content", start, end), ("cue", *cue)]
        return Explained(what, *place, marks, rules + _behind(row, steps))
    numbers = f"{row.value:g}" if row.value is not None else f"{_bound(row.low)} to {_bound(row.high)}"
    number = lexed.raw_span(row.number_start, row.number_end)
    marks = [("content", start, end), ("figure", *number)]
    return Explained(f"figure, {row.qualifier} {numbers}, unit {row.unit}", *place, marks, rules)


def _bound(number: float | None) -> str:
    return "open" if number is None else f"{number:g}"


def _behind(row: Statement, steps: Steps) -> list[str]:
    """Return the lines on who stands behind a statement: the mentions, and the speakers that they were resolved to."""
    lexed = steps.lexed
    lines = ["who stands behind it"]
    for mention in row.mentions:
        words = (
            "no mention" if mention.start is None else f"«{lexed.raw_text(mention.start, mention.end or 0)}»"
        )
        lines.append(f"  {mention.role} {words} by rule «{mention.rule}»")
    names = {speaker.key: speaker.name for speaker in steps.speakers}
    number = steps.statements.index(row)
    for found in steps.attributions:
        if found.statement == number:
            lines.append(f"  {found.role}: {names[found.speaker]} ({found.form}) by rule «{found.rule}»")
    if number not in sourced(steps):
        lines.append("  nobody is made to say it, so it is no row")
    return lines
