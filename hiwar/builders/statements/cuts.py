"""Positions at which contents that run over them end, apart for each quotation that they stand in."""

from bisect import bisect_right
from typing import NamedTuple

from hiwar.builders.statements import phrase_ends
from hiwar.builders.statements.phrase_ends import PhraseEnd
from hiwar.builders.statements.quotes import Quote
from hiwar.builders.statements.reading import Reading

_NEAR = 20  # cuts inside a quotation, or clauses, that are looked at


class Cut(NamedTuple):
    """A position at which contents that run over it end, and why."""

    position: int
    reason: str
    chained: bool = False  # a participle of the same source: it cuts a quotation, too


class Cuts:
    """The cuts of a passage, apart for each quotation that they stand in."""

    def __init__(self, reading: Reading, cuts: list[Cut], clauses: list[PhraseEnd]) -> None:
        self._reading = reading
        self._clauses = clauses
        self._levels: dict[int, list[Cut]] = {}
        for cut in sorted(set(cuts)):
            around = reading.quotes.around(cut.position)
            self._levels.setdefault(around.open if around else -1, []).append(cut)

    def noun_phrase_end(self, start: int, limit: int) -> int:
        """Return where a content that is a noun phrase ends at a clause of the reporter's, at most `limit`."""
        number = bisect_right(self._clauses, PhraseEnd(start, True))
        level = self._reading.quotes.around(start)
        for at, joined in self._clauses[number : number + _NEAR]:
            if at >= limit:
                break
            same = self._reading.quotes.around(at) == level
            if same and not (joined and phrase_ends.holds_clause(self._reading, start, at)):
                return at
        return limit

    def first(self, level: Quote | None, start: int, limit: int) -> Cut | None:
        """Return the first cut after `start` and before `limit` that stands in no other quotation than `level`."""
        cuts = self._levels.get(level.open if level else -1, [])
        number = bisect_right(cuts, (start, "\uffff", True))
        return cuts[number] if number < len(cuts) and cuts[number].position < limit else None

    def chained(self, level: Quote, limit: int) -> Cut | None:
        """Return the first participle of the same source inside a quotation."""
        near = (cut for cut in self._levels.get(level.open, [])[:_NEAR] if cut.chained)
        return next((cut for cut in near if level.start < cut.position < limit), None)
