"""Which built row answers which gold row: one to one, best pairs first."""

from collections.abc import Iterator, Sequence
from itertools import chain, product, repeat
from typing import NamedTuple

from hiwar.builders.passages.lines import entry_tokens
from hiwar.builders.text.fold import fold_word
from hiwar.evaluate.annotation import Article, Figure, Source, Statement, Text

ENOUGH = 0.5  # share of the union of two contents that they must have in common

ARTICLE_FIELDS = ("headline", "outlet", "published_on")

Span = tuple[int, int]
Pairs = dict[int, int]  # gold index → built index


class Matched(NamedTuple):
    """The pairs of one text."""

    statements: Pairs
    figures: Pairs


def match(gold: Text, built: Text) -> Matched:
    """Return which statements and figures of two annotations of a text are the same ones.

    A statement is found when its content overlaps the gold content by half of their union or more, a figure when the
    numerals overlap.
    """
    contents = _pair([row[:2] for row in gold.statements], [row[:2] for row in built.statements], ENOUGH)
    numerals = _pair([row[2:4] for row in gold.figures], [row[2:4] for row in built.figures], 0)
    return Matched(contents, numerals)


def _pair(gold: Sequence[Span], built: Sequence[Span], least: float) -> Pairs:
    """Return the pairs that overlap by `least` or more (0: at all), best first, then in the order of the text."""
    scored = ((_overlap(a, b), a[0], i, j) for (i, a), (j, b) in product(enumerate(gold), enumerate(built)))
    pairs: Pairs = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(
        (row for row in scored if row[0] and row[0] >= least), key=lambda r: (-r[0], *r[1:])
    ):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _overlap(a: Span, b: Span) -> float:
    """Return the share of the union of two spans that both cover."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(common, 0) / (a[1] - a[0] + b[1] - b[0] - common)


def trim(raw: str, start: int, end: int) -> Span:
    """Return the span without white space and punctuation at its edges."""
    while start < end and not raw[start].isalnum():
        start += 1
    while start < end and not raw[end - 1].isalnum() and not _is_mark(raw[end - 1]):
        end -= 1
    return start, end


def _is_mark(char: str) -> bool:
    return "\u064b" <= char <= "\u0655" or char in "%٪"


def same_span(raw: str, gold: Span, built: Span) -> bool:
    """Whether two spans end alike, edge punctuation aside."""
    return gold == built or trim(raw, *gold) == trim(raw, *built)


def same_speaker(gold: Source, built: Source) -> bool:
    """Whether a name of one holds all words of a name of the other, spelling variants folded."""
    return any(_agree(a, b) for a, b in product(gold.names, built.names))


def _agree(a: str, b: str) -> bool:
    first, second = set(entry_tokens(a)), set(entry_tokens(b))
    return bool(first and second) and (first <= second or second <= first)


def same_sources(gold: Sequence[Source], built: Sequence[Source]) -> bool:
    """Whether one of the built sources is one of the gold ones."""
    return any(same_speaker(a, b) for a, b in product(gold, built)) or not (gold or built)


def pair_speakers(gold: Sequence[Source], built: Sequence[Source]) -> Pairs:
    """Return which built speaker is which gold one."""
    pairs: Pairs = {}
    for (i, a), (j, b) in product(enumerate(gold), enumerate(built)):
        if i not in pairs and j not in pairs.values() and same_speaker(a, b):
            pairs[i] = j
    return pairs


def same_quantity(gold: Figure, built: Figure) -> bool:
    """Whether value, low, high, qualifier and unit agree."""
    return all(
        getattr(gold, field) == getattr(built, field)
        for field in ("value", "low", "high", "qualifier", "unit")
    )


def same_counted(gold: Figure, built: Figure) -> bool:
    """Whether what is counted is written alike, spelling variants and edge punctuation aside."""
    return _plain(gold.counted) == _plain(built.counted)


def pair_articles(gold: Text, built: Text) -> Iterator[tuple[Article, Article]]:
    """Return each gold article with the built one in the same place, or with one that tells nothing."""
    told = chain(built.articles, repeat(Article(None, None, None, "unknown")))
    return zip(gold.articles, told, strict=False)


def same_article_field(gold: Article, built: Article, field: str) -> bool:
    """Whether both tell the same date, or words written alike, spelling variants and edge punctuation aside."""
    one, other = getattr(gold, field), getattr(built, field)
    return bool(one == other) if field == "published_on" else _plain(one) == _plain(other)


def _plain(text: str | None) -> bytes:
    return fold_word(text[slice(*trim(text, 0, len(text)))]) if text else b""


def same_cue(raw: str, gold: Statement, built: Statement) -> bool:
    """Whether the cues are the same word."""
    return same_span(raw, (gold.cue_start, gold.cue_end), (built.cue_start, built.cue_end))
