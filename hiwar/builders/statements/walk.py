"""The walk from a cue to its content: where it is, and what it has read of the subject."""

from typing import NamedTuple

from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.quotes import Quote
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.lex import BRACKET, MARK

_OPEN, _SHUT = b" -", b"- "
_DASHED = 150  # characters between dashes


class Begin(NamedTuple):
    """Where a content begins."""

    start: int
    via: str  # that, speech, colon, object, target, or the preposition
    subject: tuple[int, int]  # the region between cue and content, where the subject may stand
    quote: Quote | None  # the quotation that the content opens with
    clause: bool  # a clause after أن, and not a noun phrase
    pronoun: int | None = None  # where أنه begins, if the content is more than the quotation after it


class Walk:
    """The state of one walk; `objects` and `begins` add the steps."""

    def __init__(self, reading: Reading, cue: Cue, subject_before: bool) -> None:
        self.reading = reading
        self.lexed = reading.lexed
        self.cue = cue
        self.takes = cue.takes
        self.limit = cue.sentence[1]
        self.position = cue.end
        self.subject_before = subject_before
        self.in_relative = False
        self.in_frame = False
        self.cited = False  # the frame is an attribution (بحسب)
        self.subject_end: int | None = None  # where framing words end the subject
        self.candidates: list[int] = []  # where a second noun phrase may begin
        self.words = 0
        self.last_bare = cue.end  # where the last bare word of the subject stands, who may be the target
        self.last = cue.start  # where the word before starts
        self.previous: bytes = b""  # the word before
        self.fresh = True  # punctuation or a framing word stands before
        self.dated = False  # the last framing word is complete in itself (أمس), and no preposition
        self.subject_words = 0
        self.clause: int | None = None  # where a clause without أن may begin
        self.object: Begin | None = None  # a bare object, unless أن or a quotation follows after a comma
        self.content_from = cue.end  # past framing words right after the cue
        self.starts_with_content = False
        self.addressee: int | None = None
        self.subject_from = cue.end
        self.medium = -1  # where the last medium stands (في بيان)
        self.resumed = (
            False  # عنه takes up the noun before a relative: nothing but أن or speech joins a content on
        )
        self.counted: int | None = None  # where a number with its noun begins, who may be the target
        self.annexed = (
            False  # a bare noun with a preposition on it still wants what completes it (بمنطقة الباحة)
        )
        # where what was taken for a part of the subject begins, though it may be the content, and how it is joined
        self.passed: tuple[int, str] | None = None
        self.sure: int | None = None  # where the target surely begins
        self.charge: int | None = (
            None  # where ب behind the relative clause of the target tells of what it is accused
        )
        self.body_end = -1  # where the proper name of a body ends that the walk is in
        self.content_candidate: int | None = None  # the first candidate that is a noun of the content kind

    def begin(self, start: int, via: str, cut: int | None = None) -> Begin | None:
        start = self.reading.next_token(start, self.limit)
        if start >= self.limit:
            return None
        quote = None
        if self.lexed.classes[start] in (MARK, BRACKET):
            quote = self.reading.quotes.opening_at(start)
            if quote is not None and not self.speech(quote):
                quote = None
        end = cut if cut is not None else start
        clause = via in ("that", "colon", "speech")
        subject = (self.subject_from, min(self.subject_end or end, end))
        return Begin(start, via, subject, quote, clause)

    def speech(self, quote: Quote) -> bool:
        """Whether a quotation is long enough to be more than a name."""
        return self.reading.count_words(quote.start, min(quote.end, quote.start + 200)) >= 2

    def in_dashes(self) -> bool:
        """Whether the cue stands between dashes of which the second is at the position."""
        shadow = self.lexed.shadow
        opened = shadow.rfind(_OPEN, max(self.cue.start - _DASHED, self.cue.sentence[0]), self.cue.start)
        tight = opened >= 0 and shadow[opened + 2 : opened + 3] != b" "
        return tight and shadow.find(_SHUT, opened + 2, self.position) < 0

    def past_dashes(self) -> int:
        """Return where an aside between dashes that opens at the position ends (مسؤول -طلب عدم ذكر اسمه- أن), else the next
        position."""
        at, shadow = self.position, self.lexed.shadow
        if not self.subject_words or shadow[at - 1 : at + 1] != _OPEN or shadow[at + 1 : at + 2] == b" ":
            return at + 1
        shut = shadow.find(_SHUT, at + 1, min(at + _DASHED, self.limit))
        if shut < 0 or shadow[shut - 1 : shut] == b" ":
            return at + 1
        self.subject_end = self.subject_end or at
        self.fresh = True
        return shut + 1
