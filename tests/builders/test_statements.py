"""Statements in sentences of our own, one group of examples a rule, and properties that hold for any text."""

import gc
import tomllib
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders import statements
from hiwar.builders.steps import Passage, Statement
from hiwar.builders.text.lex import Lexed

CORPUS = sorted(Path(__file__).parents[1].glob("corpus/statements*.toml"))
EXAMPLES = [example for path in CORPUS for example in tomllib.loads(path.read_text("utf-8"))["example"]]


def passages_of(lexed: Lexed, kind: str = "body") -> list[Passage]:
    """Return each non-blank line as a passage."""
    found, start = [], 0
    for line in lexed.text.split("\n"):
        if line.strip():
            span = lexed.position(start), lexed.position(start + len(line))
            found.append(Passage(kind, *span, 1, None, "line"))
        start += len(line) + 1
    return found


def shown(lexed: Lexed, statement: Statement) -> dict[str, object]:
    """Return a statement in the words that an example uses."""
    mentions: dict[str, list[str]] = {"source": [], "relay": []}
    for mention in statement.mentions:
        text = "" if mention.start is None else lexed.raw_text(mention.start, mention.end or 0)
        mentions[mention.role].append(text)
    return {
        "rule": statement.rule,
        "cue": lexed.raw_text(statement.cue_start, statement.cue_end),
        "content": lexed.raw_text(statement.start, statement.end),
        "type": statement.type,
        "act": statement.act,
        "source": mentions["source"],
        "relay": mentions["relay"],
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"][:40] for example in EXAMPLES])
def test_example(example: dict[str, object]) -> None:
    lexed = Lexed(str(example["text"]))
    found = statements.find(lexed, passages_of(lexed, str(example.get("kind", "body"))))
    wanted = example.get("statement", [])
    assert isinstance(wanted, list)
    built = [shown(lexed, statement) for statement in found]
    assert [{key: one[key] for key in want} for one, want in zip(built, wanted, strict=False)] == wanted
    assert len(built) == len(wanted), built


def test_each_rule_has_an_example() -> None:
    told = {
        str(want["rule"]) for example in EXAMPLES for want in example.get("statement", []) if "rule" in want
    }
    assert told == statements.RULES


def test_there_are_counter_examples() -> None:
    assert sum(not example.get("statement") for example in EXAMPLES) >= 20


WORDS = st.sampled_from(
    [
        "قال",
        "وقال",
        "إن",
        "أن",
        "بأن",
        "الوزير",
        "أكد",
        "مؤكداً",
        "بحسب",
        "البيان",
        "وفق",
        "ما",
        "أعلن",
        "كما",
        "دعا",
        "إلى",
        "على",
        "عن",
        'ب"',
        '"',
        "«",
        "»",
        "“",
        "”",
        "'",
        ":",
        ".",
        "،",
        "؛",
        "(",
        ")",
        "5",
        "؟",
        "…",
        "أُعلن",
        "قوله",
        "هذا",
        "وأضاف",
        "جدد",
        "التشديد",
        "على",
        "ضرورة",
        "التي",
        "الذي",
        "واشنطن",
        "وبغداد",
        "\n",
        "و",
        "لم",
        "يعلن",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text(text: str) -> None:
    lexed = Lexed(text)
    passages = passages_of(lexed)
    for statement in statements.find(lexed, passages):
        assert passages[statement.passage].start <= statement.cue_start < statement.cue_end
        assert 0 <= statement.start < statement.end <= len(lexed)
        start, end = lexed.raw_span(statement.start, statement.end)
        assert text[start:end] == text[start:end].strip()
        assert statement.mentions[0].role == "source"
        for mention in statement.mentions:
            assert mention.start is None or mention.start < (mention.end or 0)


@pytest.mark.parametrize(
    "unit", ['قال " ', "« ", "قال إن ", "، بحسب البيان ", "(", "قال الوزير، ", ". «قال» "]
)
def test_cost_grows_with_length(unit: str) -> None:
    def cost(times: int) -> float:
        lexed = Lexed(unit * times)
        passages = passages_of(lexed)
        gc.collect()
        gc.disable()  # a full collection costs what the whole process holds, not what the text does
        try:
            begun = process_time()
            statements.find(lexed, passages)
            return process_time() - begun
        finally:
            gc.enable()

    cost(100)
    small, large = min(cost(1000) for _ in range(3)), cost(16000)
    assert large < 80 * small + 0.1  # 16 times the length: 16 when linear, 256 when quadratic
