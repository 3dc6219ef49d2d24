"""Count agreement text by text, and sum it up with bootstrap intervals over texts."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from hiwar.evaluate.annotation import Figure, Statement, Text, Texts, nothing
from hiwar.evaluate.match import (
    ARTICLE_FIELDS,
    Matched,
    match,
    pair_articles,
    pair_speakers,
    same_article_field,
    same_counted,
    same_cue,
    same_quantity,
    same_sources,
    same_span,
)

TYPES = ("direct", "indirect", "mixed")
FOUND = (  # precision, recall, F1
    "statements",
    "statements exact",
    *(f"statements {kind}" for kind in TYPES),
    "relays",
    "figures",
    "figures all right",
)
SHARES = (  # share of the matched (passages: of all)
    "cue",
    "type",
    "act",
    "source",
    "figure text",
    "figure counted",
    "passage kind",
    *(field.replace("_", " ") for field in ARTICLE_FIELDS),
)
METRICS = (*FOUND, *SHARES)
RESAMPLES = 2000
SEED = 20240127
_COUNTERS = ("gold hit", "gold", "built hit", "built")


class Score(NamedTuple):
    """One metric. A share has precision = recall = F1; an undefined value (nothing to count) is None."""

    metric: str
    precision: float | None
    recall: float | None
    f1: float | None
    low: float | None  # of the 95 % interval of F1
    high: float | None
    hits: int
    gold: int
    built: int


def evaluate(gold: Texts, built: Texts, raws: dict[str, str]) -> list[Score]:
    """Return the scores over the gold texts, in the order of METRICS; a text that was not built counts as all missed."""
    counts = [count(text, built.get(stem, nothing(text.file)), raws[stem]) for stem, text in gold.items()]
    return [score(metric, counts) for metric in METRICS]


def count(gold: Text, built: Text, raw: str) -> Counter[tuple[str, str]]:
    """Return the counts of one text by metric and counter."""
    found: Counter[tuple[str, str]] = Counter()
    matched = match(gold, built)
    _count_statements(found, gold.statements, built.statements, matched, raw)
    _count_figures(found, gold.figures, built.figures, matched, raw)
    kinds = {(row.start, row.end): row.kind for row in built.passages}
    _share(found, "passage kind", (kinds.get((row.start, row.end)) == row.kind for row in gold.passages))
    for field in ARTICLE_FIELDS:
        right = (same_article_field(row, other, field) for row, other in pair_articles(gold, built))
        _share(found, field.replace("_", " "), right)
    return found


def _count_statements(
    found: Counter[tuple[str, str]],
    gold: tuple[Statement, ...],
    built: tuple[Statement, ...],
    matched: Matched,
    raw: str,
) -> None:
    pairs = [(gold[i], built[j]) for i, j in matched.statements.items()]
    _found(found, "statements", len(pairs), len(gold), len(built))
    exact = sum(same_span(raw, a[:2], b[:2]) for a, b in pairs)
    _found(found, "statements exact", exact, len(gold), len(built))
    for kind in TYPES:
        found[f"statements {kind}", "gold hit"] += sum(a.type == kind for a, _ in pairs)
        found[f"statements {kind}", "gold"] += sum(row.type == kind for row in gold)
        found[f"statements {kind}", "built hit"] += sum(b.type == kind for _, b in pairs)
        found[f"statements {kind}", "built"] += sum(row.type == kind for row in built)
    relays = sum(len(pair_speakers(a.relays, b.relays)) for a, b in pairs)
    _found(
        found, "relays", relays, sum(len(row.relays) for row in gold), sum(len(row.relays) for row in built)
    )
    _share(found, "cue", (same_cue(raw, a, b) for a, b in pairs))
    _share(found, "type", (a.type == b.type for a, b in pairs))
    _share(found, "act", (a.act == b.act for a, b in pairs))
    _share(found, "source", (same_sources(a.sources, b.sources) for a, b in pairs))


def _count_figures(
    found: Counter[tuple[str, str]],
    gold: tuple[Figure, ...],
    built: tuple[Figure, ...],
    matched: Matched,
    raw: str,
) -> None:
    pairs = [(gold[i], built[j]) for i, j in matched.figures.items()]
    _found(found, "figures", len(pairs), len(gold), len(built))
    _found(found, "figures all right", sum(same_quantity(a, b) for a, b in pairs), len(gold), len(built))
    _share(found, "figure text", (same_span(raw, a[:2], b[:2]) for a, b in pairs))
    _share(found, "figure counted", (same_counted(a, b) for a, b in pairs))


def _found(found: Counter[tuple[str, str]], metric: str, hits: int, gold: int, built: int) -> None:
    for counter, number in zip(_COUNTERS, (hits, gold, hits, built), strict=True):
        found[metric, counter] += number


def _share(found: Counter[tuple[str, str]], metric: str, right: Iterable[bool]) -> None:
    answers = list(right)
    _found(found, metric, sum(answers), len(answers), len(answers))


def score(metric: str, counts: list[Counter[tuple[str, str]]]) -> Score:
    """Return one metric over all texts, with the 95 % interval of F1 when the texts are drawn again with repetition."""
    table = np.array([[text[metric, counter] for counter in _COUNTERS] for text in counts], dtype=np.float64)
    total = table.sum(axis=0)
    draws = np.random.default_rng(SEED).multinomial(
        len(table), np.full(len(table), 1 / len(table)), RESAMPLES
    )
    spread = _f1(draws @ table)
    spread = spread[~np.isnan(spread)]
    low, high = np.quantile(spread, (0.025, 0.975)).tolist() if len(spread) else (None, None)
    hits, gold, built_hits, built = total.tolist()
    f1 = _f1(total[None, :])[0]
    return Score(
        metric,
        built_hits / built if built else None,
        hits / gold if gold else None,
        None if np.isnan(f1) else float(f1),
        low,
        high,
        int(hits),
        int(gold),
        int(built),
    )


def _f1(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return F1 = 2 P R / (P + R) of rows of counters; NaN where there was nothing to find and nothing found."""
    hits, gold, built_hits, built = counts.T
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = built_hits / built, hits / gold
        f1 = 2 * precision * recall / (precision + recall)
    none = (hits == 0) & (built_hits == 0)
    return np.where(none & (gold + built > 0), 0.0, np.where(none, np.nan, f1))
