"""Text → rows costs linear time, whatever the text: four times the size may not cost much more than four times as much."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hiwar.builders.rows import text_rows
from hiwar.builders.text.read import RawText, read_bytes

MOST = 9  # time(4n) / time(n): 4 where cost is linear, 16 where it is quadratic

# What to repeat, and how often for the smaller of the two texts.
REPEATED = {
    "quotation marks": ('"', 20_000),
    "marks with spaces": ('" ', 10_000),
    "opening marks": ("«", 20_000),
    "empty quotations": ("«»", 10_000),
    "cues with marks": ('قال "', 200),
    "cues": ("قال ", 100),
    "cues with clauses": ("وقال الوزير إن العمل بدأ، ", 200),
    "relative clauses": ("الذي قال ", 200),
    "titles": ("وزير ", 2000),
    "given names": ("محمد ", 2000),
    "numbers": ("1 ", 500),
    "number words": ("خمسة و", 500),
    "millions": ("مليون ", 500),
    "ranges": ("بين 3 و5 ", 100),
    "dates": ("5 مايو 2016 ", 400),
    "conjunctions": ("و ", 10_000),
    "colons": ("قال: ", 300),
    "brackets": ("(", 20_000),
    "tatweel": ("ـ", 20_000),
    "blank lines": ("\n", 20_000),
    "short lines": ("نص {}\n", 800),
    "titles under labels": ("إقرأ أيضاً:\nعنوان خبر آخر هنا {}\n", 400),
    "articles": (
        "المصدر: وكالة {}\nعنوان خبر آخر هنا {}\nقال الوزير سالم نصار {} إن العمل بدأ في المدينة أمس الأول.\n",
        100,
    ),
}


def cost(text: str) -> float:
    """Return the processor seconds that the rows of `text` take, the better of two runs."""
    source = read_bytes("a.txt", f"نص {text}".encode())
    assert isinstance(source, RawText)

    def once() -> float:
        start = time.process_time()
        text_rows(source)
        return time.process_time() - start

    return min(once(), once())


def many(text: str, count: int) -> str:
    return "".join(text.format(*[number] * 3) for number in range(count)) if "{}" in text else text * count


def assert_linear(make: Callable[[int], str], count: int) -> None:
    cost(make(10))  # what is built once
    small, large = cost(make(count)), cost(make(4 * count))
    assert large < MOST * max(small, 0.01), f"{count}: {small:.3f} s, {4 * count}: {large:.3f} s"


@pytest.mark.parametrize("name", REPEATED)
def test_repeated(name: str) -> None:
    text, count = REPEATED[name]
    assert_linear(lambda times: many(text, times), count)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["quotation marks", "marks with spaces", "opening marks", "empty quotations"]
)
def test_100_000_marks(name: str) -> None:
    text, _ = REPEATED[name]
    assert_linear(
        lambda times: many(text, times), 25_000 // (text.count('"') + text.count("«") + text.count("»"))
    )


@pytest.mark.slow
def test_one_line_of_5_megabytes(root: Path) -> None:
    text = (root / "dataset" / "raw" / "001_08b63b4514a026e0.txt").read_text("utf-8")
    line = " ".join(text.split()) + " "
    assert_linear(lambda times: line * times, 1_250_000 // len(line.encode()))
