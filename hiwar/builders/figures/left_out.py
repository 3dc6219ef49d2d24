"""Units that a figure leaves out, since the one before it or the words around it tell them."""

from hiwar.builders.figures import ranges
from hiwar.builders.figures.drafts import Draft
from hiwar.builders.figures.number import Number
from hiwar.builders.knowledge.words import words
from hiwar.builders.steps import Figure
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed

_AND = fold_word("و")
_BOUNDS = frozenset({"more_than", "at_least", "less_than", "at_most"})
_MILLION = 1_000_000
_NEAR = 6  # words before a sum that may call it money
_REACH = 120  # characters from one sum to the next in its sentence


def unit(
    lexed: Lexed, draft: Draft, figure: Figure, before: Figure | None, number: Number | None, money: str
) -> str:
    """Return the unit of the figure: its own, or that of what stands before it where it names none.

    `before` is the figure before it in its passage, `number` its last number, `money` the last currency of the text.
    """
    if figure.unit != "item":
        return figure.unit
    bare = figure.rule == "bare"
    if bare and before is not None and number is not None:
        if ranges.changes_to(lexed, number, draft.first):
            return before.unit  # خفض من 20 في المئة إلى 15
        if (
            lexed.shadow[before.end : figure.start].strip() == _AND
            and {
                figure.qualifier,
                before.qualifier,
            }
            <= _BOUNDS
        ):
            return before.unit  # لا يقل عن 6 ساعات ولا يزيد عن 8
    counts_others = figure.counted is not None and lexed.shadow[slice(*figure.counted)] in words().others
    if (bare or counts_others) and draft.first.scale >= _MILLION and money:
        near = before is not None and before.unit == money and _in_sentence(lexed, before.end, figure.start)
        if near or _called_money(lexed, figure.start):
            return money
    return figure.unit


def is_money(unit: str) -> bool:
    """Whether the unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def _in_sentence(lexed: Lexed, start: int, end: int) -> bool:
    between = lexed.shadow[start:end]
    return len(between) <= _REACH and b"\n" not in between and b". " not in between


def _called_money(lexed: Lexed, position: int) -> bool:
    """Whether a word for a sum stands among the words before, in the same clause."""
    here = lexed.word_from(position)
    for number in range(here - 1, max(-1, here - 1 - _NEAR), -1):
        end = lexed.word_starts[number + 1] if number + 1 < here else position
        if lexed.shadow[lexed.word_ends[number] : end].strip(b" "):
            return False
        if lexed.word(number) in words().sums:
            return True
    return False
