"""Rows keep the contract whatever the text: every model holds, spans are their texts, keys are unique."""

import signal
import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders.knowledge import all_forms
from hiwar.builders.rows import take_steps, text_rows
from hiwar.builders.text.read import RawText, read_bytes
from hiwar.schema import TABLES

WORDS = st.sampled_from(
    [
        "قال",
        "وقالت",
        "أكد",
        "الوزير",
        "المتحدث",
        "باسم",
        "وزارة",
        "الدفاع",
        "محمد",
        "العلي",
        "إن",
        "أن",
        "على",
        "«الأمر",
        "«نعم»",
        '"',
        "'",
        ":",
        "،",
        ".",
        "\n",
        "نحو",
        "25",
        "٢٥",
        "ثلاثة",
        "آلاف",
        "مليون",
        "جندي",
        "بحسب",
        "البيان",
        "مشيراً",
        "إلى",
        "أنه",
        "و",
        "بين",
        "60%",
        "27",
        "كانون",
        "الثاني",
        "2024",
        "(",
        ")",
        "–",
        "هددت",
        "البلدية",
        "المصدر:",
        "اقرأ",
        "أيضاً",
    ]
)
TEXT = st.one_of(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), st.text(min_size=1, max_size=120))


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_rows_keep_the_contract_whatever_the_text(text: str) -> None:
    source = read_bytes("a.txt", text.encode("utf-8", "surrogatepass"))
    if not isinstance(source, RawText):
        return
    rows = text_rows(source)
    for name, found in rows.items():
        table = TABLES[name]
        for row in found:
            table.model.model_validate(row)
        for columns in (table.key, *table.unique):
            keys = [tuple(row[column] for column in columns) for row in found]
            assert len(keys) == len(set(keys)), (name, columns)
    for name in ("passages", "statements", "figures"):
        for row in rows[name]:
            assert source.text[row["start"] : row["end"]] == row["text"] == row["text"].strip()


def test_a_cue_makes_one_statement_though_it_could_report_on_both_sides() -> None:
    text = "يقضي الطلاب الصيف في المكتبة كل عام، على حسب قولهم إنهم يحبون القراءة كثيراً."
    source = read_bytes("a.txt", text.encode())
    assert isinstance(source, RawText)
    assert [row["text"] for row in text_rows(source)["statements"]] == ["إنهم يحبون القراءة كثيراً"]


_SURFACES = sorted({form.surface for form in all_forms()})
_BETWEEN = st.sampled_from([" ", " ", " ", " ", "، ", ". ", " «", "» ", ": "])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(_SURFACES), _BETWEEN), min_size=2, max_size=40),
    st.sampled_from(["إن العمل بدأ.", "و", "ب", ""]),
)
def test_known_words_in_any_order_are_read(words: list[tuple[str, str]], end: str) -> None:
    """Names, titles, verbs and small words meet in ways that no sentence has; each text is read, and ends."""
    text = "قال " + "".join(word + gap for word, gap in words) + end

    def stop(*_: object) -> None:
        raise AssertionError(f"still at work: {text}")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    try:
        assert take_steps(text).passages
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_texts_that_break_off_anywhere_are_read(root: Path) -> None:
    """Every other sentence of the examples, cut behind each of its words, alone and with a letter that joins nothing."""
    paths = sorted((root / "tests" / "corpus").glob("statements*.toml"))
    texts = [example["text"] for path in paths for example in tomllib.loads(path.read_text())["example"]]
    for text in texts[::2]:
        words = text.split(" ")
        for count in range(1, len(words)):
            cut = " ".join(words[:count])
            assert take_steps(cut).passages
            assert take_steps(f"{cut} و").passages
