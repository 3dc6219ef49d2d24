"""Everything the builder knows, as one automaton over folded text.

A kind of knowledge is a module in `hiwar.builders.knowledge` that reads one table of `builders/` and yields `Form`s.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import daachorse

from hiwar.builders.text.fold import fold_all, fold_word
from hiwar.paths import data_root

PAD = b" "


class Form(NamedTuple):
    """One surface form: how it is written, what kind of knowledge it is, and the entry that it stands for."""

    surface: str
    kind: str
    entry: Any
    prefixes: tuple[str, ...] = ("", "و", "ف")  # clitics that may be glued to it; "" is the bare form


class Pattern(NamedTuple):
    """A form with one clitic glued on, as the automaton knows it."""

    kind: str
    entry: Any
    prefix: int  # length of the clitic
    length: int  # length with the clitic, in folded characters
    phrase: bool  # more than one word


class Lexicon(NamedTuple):
    """The automaton, and what each of its pattern numbers stands for."""

    automaton: daachorse.DoubleArrayAhoCorasick
    patterns: list[tuple[Pattern, ...]]


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return the knowledge table `builders/<name>.toml`, read once and the same for all: it must not be changed."""
    with (data_root() / "builders" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def compile_lexicon(forms: Iterable[Form]) -> Lexicon:
    """Return the automaton of `forms`; forms that fold alike share a pattern and are all reported."""
    meanings: dict[bytes, list[Pattern]] = {}
    written = list(forms)
    for form, folded in zip(written, fold_all([form.surface for form in written]), strict=True):
        phrase = b" " in folded
        for clitic in map(fold_word, form.prefixes):
            pattern = Pattern(form.kind, form.entry, len(clitic), len(clitic) + len(folded), phrase)
            known = meanings.setdefault(clitic + folded, [])
            if pattern not in known:
                known.append(pattern)
    if not meanings:
        meanings[b"\x01"] = []
    automaton = daachorse.DoubleArrayAhoCorasick([PAD + folded + PAD for folded in meanings])
    return Lexicon(automaton, [tuple(patterns) for patterns in meanings.values()])


@cache
def lexicon() -> Lexicon:
    """Return the compiled lexicon of all kinds of knowledge."""
    from hiwar.builders.knowledge import all_forms

    return compile_lexicon(all_forms())
