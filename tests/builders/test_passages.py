"""Passages and articles: files from the corpus, the words of each entry, and what holds for any text."""

import inspect
import re
import sys
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders import passages
from hiwar.builders.passages import articles, furniture, layout, places
from hiwar.builders.passages.datelines import is_date_line
from hiwar.builders.passages.lines import split
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.lexicon import read_table
from hiwar.builders.text.read import RawText, Rejection, read, read_bytes
from tests.conftest import ROOT

FILES = tomllib.loads((ROOT / "tests/corpus/passages.toml").read_text("utf-8"))["file"]
LINES = read_table("furniture")["line"]
DATE = read_table("furniture")["date"]["example"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["about"])
def test_corpus(file: dict[str, Any]) -> None:
    text = Lexed("\n".join(line[2] if line else "" for line in file["lines"]))
    found = passages.find(text)
    assert [[p.kind, p.rule, text.raw_text(p.start, p.end)] for p in found] == [
        line for line in file["lines"] if line
    ]
    made = articles.find(text, found)
    assert len(made) == file.get("articles", 1)
    assert (made[0].outlet, made[0].item_number) == (file.get("outlet"), file.get("item_number"))
    assert made[0].published_on == file.get("published_on")
    assert made[0].published_basis == file.get("published_basis", "unknown")
    headline = next((line[2] for line in file["lines"] if line and line[0] == "headline"), None)
    assert made[0].headline == headline


def test_every_rule_has_an_example() -> None:
    finder = sys.modules["hiwar.builders.passages.find"]  # its package gives the name to the function
    source = "".join(map(inspect.getsource, (furniture, layout, finder, places)))
    named = set(re.findall(r'"(?:headline|subhead|meta|body|furniture|repeat)", "([^"]+)"', source))
    named |= set(re.findall(r'foreign\[number\] = "([^"]+)"', source)) | {entry["name"] for entry in LINES}
    assert len(named) > 25
    assert named <= {line[1] for file in FILES for line in file["lines"] if line}


@pytest.mark.parametrize("entry", LINES, ids=lambda entry: entry["name"])
def test_words_of_lines(entry: dict[str, Any]) -> None:
    for line in entry["yes"]:
        known = furniture.recognise(split(Lexed(line))[0])
        assert (known and (known.kind, known.rule)) == (entry["kind"], entry["name"]), line
    for line in entry["no"]:
        known = furniture.recognise(split(Lexed(line))[0])
        assert known is None, line


def test_an_inferred_date_keeps_its_reason() -> None:
    text = Lexed(
        "التقى الوزيران أمس الجمعة 26 يناير 2024 في العاصمة وبحثا ملفات الحدود والمياه والتجارة بين البلدين."
    )
    found = articles.find(text, passages.find(text))[0]
    assert (
        found.published_note
        == "the text dates «أمس الجمعة 26 يناير 2024», which is 1 day before the day of writing"
    )


@pytest.mark.parametrize("line", DATE["yes"])
def test_date_lines(line: str) -> None:
    text = Lexed(line)
    assert is_date_line(text, split(text)[0])


@pytest.mark.parametrize("line", DATE["no"])
def test_no_date_lines(line: str) -> None:
    text = Lexed(line)
    assert not is_date_line(text, split(text)[0])


PIECES = st.sampled_from(
    ["اقرأ أيضا", "اليوم 5 مايو 2016", "الخميس 3 شباط", "المصدر: س", "تعليقات", "عنوان قصير هنا الآن", "12", "\n", "\n", "\r\n", " ", "\u00a0", "ـ", "َ", "\u200f", "\ufeff",
     "قال الوزير إن العمل مستمر. " * 3, "***", "a@b.co", ".", "«", "كلمة"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60)))
def test_passages_are_trimmed_disjoint_and_cover_the_text(text: str) -> None:
    view = Lexed(text)
    found = passages.find(view)
    covered = set[int]()
    last = 0
    for passage in found:
        start, end = view.raw_span(passage.start, passage.end)
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        covered |= set(range(start, end))
        last = end
        assert (passage.kind == "repeat") == (passage.repeats is not None)
        assert passage.article is not None or passage.kind == "furniture"
    visible = {view.raw(place) for place, byte in enumerate(view.shadow) if byte not in b" \n"}
    assert visible <= covered
    made = articles.find(view, found)
    assert [article.position for article in made] == list(range(1, len(made) + 1))
    assert {passage.article for passage in found} <= {None, *range(1, len(made) + 1)}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\xc2\xa0", "holds only white space"),
        ("\ufeff\n".encode(), "holds only white space"),
        ("نص\0".encode(), "holds a NUL character at offset 2"),
        ("نص".encode("cp1256"), "is not UTF-8: byte 0xE4 at offset 0"),
        (b"Only Latin letters, 123", "holds no Arabic letters"),
    ],
)
def test_rejected(content: bytes, reason: str) -> None:
    assert read_bytes("a.txt", content) == Rejection("a.txt", reason)


def test_read_keeps_the_text_as_it_is(tmp_path: Any) -> None:
    text = "\ufeffنصٌّ\r\nثانٍ\u2028"
    (tmp_path / "a.txt").write_bytes(text.encode())
    found = read(tmp_path / "a.txt")
    assert isinstance(found, RawText)
    assert (found.raw_file, found.text, found.characters) == ("a.txt", text, len(text))
    assert read(tmp_path) == Rejection(tmp_path.name, "is a directory")
    assert isinstance(read(tmp_path / "none.txt"), Rejection)


def test_a_passage_holds_the_marks_of_direction_at_its_edges() -> None:
    text = Lexed("\u202cافتتح الوزير السوق.\u200f\n \u200fوحضر الناس.")
    spans = [text.whole_span(p.start, p.end) for p in passages.find(text)]
    assert [text.text[start:end] for start, end in spans] == [line.strip() for line in text.text.split("\n")]
