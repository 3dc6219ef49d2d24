"""Number words and digits parse back to their value, for all values and spellings; nothing raises."""

import importlib.util
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders.figures import numbers
from hiwar.builders.text.lex import Lexed


def _writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "arabic_numbers", Path(__file__).with_name("arabic_numbers.py")
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITER = _writer()
STYLES = st.builds(
    WRITER.Style,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["مئة", "مائة"]),
    st.booleans(),
    st.sampled_from(["اً", "ًا", "ا"]),
    st.booleans(),
)
VALUES = st.one_of(st.integers(1, 99), st.integers(100, 9_999), st.integers(10_000, 10**12 - 1))
INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def parsed(text: str) -> list[Fraction]:
    return [number.value for number in numbers.find(Lexed(text))]


@settings(max_examples=400, deadline=None)
@given(VALUES, STYLES)
def test_number_words_parse_back(value: int, style: object) -> None:
    assert parsed(WRITER.write(value, style)) == [value]


@settings(max_examples=200, deadline=None)
@given(VALUES, STYLES, st.sampled_from(["و", "ب", "ل", "ال", "وال", "بال"]))
def test_clitics_are_no_part_of_the_number(value: int, style: object, clitic: str) -> None:
    words = WRITER.write(value, style)
    if clitic == "ل" and words.split()[0] == "ست":
        return  # لست is "I am not"
    lexed = Lexed(f"أمام {clitic}{words} أمام")
    [number] = numbers.find(lexed)
    assert lexed.raw_text(number.start, number.end) == words
    assert number.value == value
    assert number.definite == clitic.endswith("ال")


@settings(deadline=None)
@given(
    st.integers(1000, 10**12),
    st.sampled_from([",", ".", "٬", "\u00a0", " "]),
    st.sampled_from([{}, INDIC, PERSIAN]),
)
def test_grouped_digits_parse_back(value: int, mark: str, digits: dict[int, int]) -> None:
    assert parsed(f"{value:,}".replace(",", mark).translate(digits)) == [value]


@given(
    st.integers(0, 10**6), st.integers(0, 99), st.sampled_from([",", ".", "٫"]), st.sampled_from([{}, INDIC])
)
def test_decimals_parse_back(whole: int, part: int, mark: str, digits: dict[int, int]) -> None:
    assert parsed(f"{whole}{mark}{part:02}".translate(digits)) == [whole + Fraction(part, 100)]


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["ألف", "مليون", "مليار"]))
def test_digits_before_a_scale_word(whole: int, tenth: int, scale: str) -> None:
    worth = {"ألف": 10**3, "مليون": 10**6, "مليار": 10**9}[scale]
    assert parsed(f"{whole}.{tenth} {scale}") == [(whole + Fraction(tenth, 10)) * worth]


@given(
    st.integers(1, 100), st.sampled_from(["%", "٪", " %", " بالمئة", " بالمائة", " في المئة", " في المائة"])
)
def test_percent_belongs_to_the_number(value: int, sign: str) -> None:
    lexed = Lexed(f"بلغ {value}{sign} من")
    [number] = numbers.find(lexed)
    assert (number.value, number.percent) == (value, True)
    assert lexed.raw_text(number.start, number.end) == f"{value}{sign}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", 1234),
        ("1.234 مليون", 1_234_000),
        ("0,125", Fraction(1, 8)),
        ("1,234.5", Fraction("1234.5")),
        ("1.234,5", Fraction("1234.5")),
        ("12.345%", Fraction("12.345")),
        ("28 ألفاً و663", 28_663),
        ("مليونان ونصف المليون", 2_500_000),
        ("ربع مليون", 250_000),
        ("ثلاثة أرباع", Fraction(3, 4)),
        ("ثلثي", Fraction(2, 3)),
        ("ألفا طالب", 2000),
        ("ألفا ومئتي", 1200),
        ("ألفاً", 1000),
        ("مئة ألف مليار", 10**14),
    ],
)
def test_marks_and_mixes(text: str, value: Fraction) -> None:
    assert parsed(text) == [value]


@pytest.mark.parametrize("text", ["كمية المياه", "لست أدري", "الجثث ميتين", "الأربعاء والثلاثاء"])
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert parsed(text) == []


BROKEN = st.text(alphabet="0123456789٤٥۶.,٬٫،/-:%٪$() \n\u00a0وبلالفمئةعشرنصخسةيأ", max_size=60)


@settings(max_examples=300, deadline=None)
@given(BROKEN)
def test_numbers_lie_in_order_inside_the_text(text: str) -> None:
    lexed = Lexed(text)
    found = numbers.find(lexed)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for number in found:
        span = lexed.raw_text(number.start, number.end)
        assert span
        assert span == span.strip()
