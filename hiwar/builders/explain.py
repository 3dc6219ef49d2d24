"""How the builder came to a row: its passage with the spans marked, and what each step says of it."""

from hiwar.builders import ids
from hiwar.builders.rows import Steps, sourced
from hiwar.builders.steps import Figure, Statement

_ORDER = "›⟧⟦‹"  # of brackets at one place: what is inside closes first and opens last


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


def explain(row_id: str, raw_file: str, steps: Steps) -> list[str] | None:
    """Return the explanation of a statement or figure as lines; None where the builder makes no such row."""
    row = rows_by_id(raw_file, steps).get(row_id)
    if row is None:
        return None
    told = _statement(row, steps) if isinstance(row, Statement) else _figure(row)
    start, end = steps.lexed.raw_span(row.start, row.end)
    passage = steps.passages[row.passage]
    return [
        f"{row_id}  {raw_file} [{start}, {end})",
        *told,
        f"passage {row.passage + 1}: {passage.kind} by rule «{passage.rule}», article {passage.article}",
        "",
        *(f"    {line}" for line in _marked(row, steps).splitlines()),
        "",
        f"rule «{row.rule}»",
        *(f"  {number}. {step}" for number, step in enumerate(row.trace, 1)),
        *(_behind(row, steps) if isinstance(row, Statement) else []),
    ]


def _statement(row: Statement, steps: Steps) -> list[str]:
    cue = steps.lexed.raw_text(row.cue_start, row.cue_end)
    return [f"statement: {row.type}, act {row.act}, cue {cue}"]


def _figure(row: Figure) -> list[str]:
    numbers = f"{row.value:g}" if row.value is not None else f"{_bound(row.low)} to {_bound(row.high)}"
    return [f"figure: {numbers}, {row.qualifier}, unit {row.unit}"]


def _bound(number: float | None) -> str:
    return "open" if number is None else f"{number:g}"


def _marked(row: Statement | Figure, steps: Steps) -> str:
    """Return the passage with the content in ⟦⟧ and the cue or number in ‹›."""
    inner = (row.cue_start, row.cue_end) if isinstance(row, Statement) else (row.number_start, row.number_end)
    lexed, passage = steps.lexed, steps.passages[row.passage]
    outer = lexed.raw_span(row.start, row.end)
    brackets = [*zip(outer, "⟦⟧", strict=True), *zip(lexed.raw_span(*inner), "‹›", strict=True)]
    text, done = "", lexed.raw(passage.start)
    for place, bracket in sorted(brackets, key=lambda mark: (mark[0], _ORDER.index(mark[1]))):
        text += lexed.text[done:place] + bracket
        done = max(done, place)
    return text + lexed.text[done : lexed.raw_span(passage.start, passage.end)[1]]


def _behind(row: Statement, steps: Steps) -> list[str]:
    """Return the lines on who stands behind a statement: the mentions, and the speakers that they were resolved to."""
    lexed = steps.lexed
    lines = ["who stands behind it:"]
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
