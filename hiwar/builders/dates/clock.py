"""Times of day: 18:30, الساعة 10, 8 صباحا, الساعة الثامنة."""

from collections.abc import Iterator

from hiwar.builders.knowledge.calendar import words
from hiwar.builders.steps import DateFound
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import text_after, text_before


def find(lexed: Lexed) -> Iterator[DateFound]:
    """Yield the times of day that are told in digits."""
    starts, ends, shadow = lexed.digit_starts, lexed.digit_ends, lexed.shadow
    for run, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if end - start == 4 and _run_together(lexed, start, end):
            yield DateFound(start, end, None, "time", {"hour": int(shadow[start : start + 2])})
        if end - start > 2 or int(shadow[start:end]) > 24:
            continue
        minutes = run + 1 < len(starts) and shadow[end : starts[run + 1]] in (b":", b" : ", b".", b",")
        last = ends[run + 1] if minutes and ends[run + 1] - starts[run + 1] == 2 else end
        colon = (
            last > end and b":" in shadow[end : starts[run + 1]] and int(shadow[starts[run + 1] : last]) < 60
        )
        part = text_after(lexed, last)
        in_hours = part in words().part or shadow[last : last + len(_UTC)] == _UTC
        if colon or in_hours or text_before(lexed, start) in words().hour:
            if in_hours and part in words().part:
                last = shadow.index(part, last) + len(part)
            yield DateFound(start, last, None, "time", {"hour": int(shadow[start:end])})


def _run_together(lexed: Lexed, start: int, end: int) -> bool:
    """Whether four digits are hour and minute without a mark between, as agencies write them (الساعة 1155 بتوقيت)."""
    hour, minute = int(lexed.shadow[start : start + 2]), int(lexed.shadow[start + 2 : end])
    if hour > 24 or minute > 59:
        return False
    return text_before(lexed, start) in words().hour or text_after(lexed, end) in words().zone


_UTC = b" " + fold_word("ت غ")
