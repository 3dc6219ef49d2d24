"""Scores as a table, JSON or a list of errors, each in its sentence."""

from collections.abc import Iterator
from typing import Any

from hiwar.evaluate.annotation import Figure, Source, Statement, Text
from hiwar.evaluate.match import (
    ARTICLE_FIELDS,
    match,
    pair_articles,
    same_article_field,
    same_cue,
    same_quantity,
    same_sources,
    same_span,
)
from hiwar.evaluate.score import SHARES, Score

_AROUND = 160  # characters of context on either side at most
_STOPS = ".؟!\n"


def table(scores: list[Score], texts: int) -> list[str]:
    """Return the scores as lines of text."""
    lines = [f"{texts} texts; in brackets the 95 % interval over texts", ""]
    lines.append(
        f"{'':20} {'P':>6} {'R':>6} {'F1':>6}  {'interval':15}  {'found':>5} {'gold':>5} {'built':>5}"
    )
    lines += [_found_line(row) for row in scores if row.metric not in SHARES]
    lines += ["", f"{'':20} {'right':>6}  {'interval':15}  {'right':>5} {'of':>5}"]
    return lines + [_share_line(row) for row in scores if row.metric in SHARES]


def _found_line(row: Score) -> str:
    numbers = " ".join(f"{_number(value):>6}" for value in (row.precision, row.recall, row.f1))
    return f"{row.metric:20} {numbers}  {_interval(row):15}  {row.hits:>5} {row.gold:>5} {row.built:>5}"


def _share_line(row: Score) -> str:
    return f"{row.metric:20} {_number(row.f1):>6}  {_interval(row):15}  {row.hits:>5} {row.gold:>5}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(row: Score) -> str:
    return f"[{_number(row.low)}, {_number(row.high)}]"


def to_json(scores: list[Score], texts: int) -> dict[str, Any]:
    """Return the scores as an object: the number of texts, and the metrics by name."""
    return {"texts": texts, "metrics": {row.metric: row._asdict() for row in scores}}


def errors(gold: Text, built: Text, raw: str) -> Iterator[str]:
    """Yield each miss, extra and difference of a text: file and offset, what is wrong, the sentence with the span."""
    found = [
        *_articles(gold, built),
        *_statements(gold, built, raw),
        *_figures(gold, built, raw),
        *_passages(gold, built),
    ]
    for (start, end), problem in sorted(found):
        yield f"{gold.file}:{start}  {problem}\n    {_in_sentence(raw, start, end)}"


Problem = tuple[tuple[int, int], str]


def _articles(gold: Text, built: Text) -> Iterator[Problem]:
    for row, other in pair_articles(gold, built):
        for field in ARTICLE_FIELDS:
            if not same_article_field(row, other, field):
                yield (0, 0), f"article {field}: {getattr(row, field)}, built {getattr(other, field)}"


def _statements(gold: Text, built: Text, raw: str) -> Iterator[Problem]:
    pairs = match(gold, built).statements
    for i, row in enumerate(gold.statements):
        if i not in pairs:
            yield row[:2], f"statement missed (cue {_cue(raw, row)}, {row.type})"
    for j, row in enumerate(built.statements):
        if j not in pairs.values():
            yield row[:2], f"statement extra (cue {_cue(raw, row)}, {row.type})"
    for i, j in pairs.items():
        for difference in _differences(gold.statements[i], built.statements[j], raw):
            yield gold.statements[i][:2], f"statement {difference}"


def _differences(gold: Statement, built: Statement, raw: str) -> Iterator[str]:
    if not same_span(raw, gold[:2], built[:2]):
        yield f"boundary: built ⟦{_short(raw[built.start : built.end])}⟧"
    if not same_cue(raw, gold, built):
        yield f"cue: {_cue(raw, gold)}, built {_cue(raw, built)}"
    for field in ("type", "act"):
        if getattr(gold, field) != getattr(built, field):
            yield f"{field}: {getattr(gold, field)}, built {getattr(built, field)} (cue {_cue(raw, gold)})"
    if not same_sources(gold.sources, built.sources):
        yield f"source: {_who(gold.sources)}, built {_who(built.sources)}"
    if not (same_sources(gold.relays, built.relays) and len(gold.relays) == len(built.relays)):
        yield f"relays: {_who(gold.relays)}, built {_who(built.relays)}"


def _figures(gold: Text, built: Text, raw: str) -> Iterator[Problem]:
    pairs = match(gold, built).figures
    for i, row in enumerate(gold.figures):
        if i not in pairs:
            yield row[:2], f"figure missed ({raw[row.number_start : row.number_end]})"
        elif not same_quantity(row, built.figures[pairs[i]]):
            yield row[:2], f"figure: {_quantity(row)}, built {_quantity(built.figures[pairs[i]])}"
        elif not same_span(raw, row[:2], built.figures[pairs[i]][:2]):
            other = built.figures[pairs[i]]
            yield row[:2], f"figure text: built ⟦{_short(raw[other.start : other.end])}⟧"
    for j, row in enumerate(built.figures):
        if j not in pairs.values():
            yield row[:2], f"figure extra ({raw[row.number_start : row.number_end]})"


def _passages(gold: Text, built: Text) -> Iterator[Problem]:
    kinds = {(row.start, row.end): row.kind for row in built.passages}
    for row in gold.passages:
        kind = kinds.get((row.start, row.end))
        if kind != row.kind:
            yield (row.start, row.end), f"passage: {row.kind}, built {kind}"


def _cue(raw: str, row: Statement) -> str:
    return raw[row.cue_start : row.cue_end]


def _who(sources: tuple[Source, ...]) -> str:
    return " + ".join(row.names[0] for row in sources) or "nobody"


def _quantity(row: Figure) -> str:
    numbers = row.value if row.low is row.high is None else f"{row.low}..{row.high}"
    return f"{row.qualifier} {numbers} {row.unit}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _AROUND else f"{flat[: _AROUND // 2]} … {flat[-_AROUND // 2 :]}"


def _in_sentence(raw: str, start: int, end: int) -> str:
    """Return the sentence around a span, with the span in ⟦⟧."""
    first = max(max(raw.rfind(stop, 0, start) for stop in _STOPS) + 1, start - _AROUND)
    ends = [place for place in (raw.find(stop, end) for stop in _STOPS) if place >= 0]
    last = min(*ends, end + _AROUND, len(raw)) if ends else min(end + _AROUND, len(raw))
    return " ".join(f"{raw[first:start]}⟦{_short(raw[start:end])}⟧{raw[end:last]}".split())
