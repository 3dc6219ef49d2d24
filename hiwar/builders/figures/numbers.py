"""Numbers in digits, in words and in both: spans and exact values.

A number is a run of terms, each lower than the one before: ثلاثة وعشرون ألفاً · وخمسمئة. A term is a group below a
thousand (or digits) times the scale words that follow it.
"""

from fractions import Fraction

from hiwar.builders.figures.digits import as_decimal
from hiwar.builders.figures.number import Number, with_signs
from hiwar.builders.figures.number_tokens import AND, ARTICLE, Token, tokens_of
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, is_definite, is_plural, raw_word, shape

_THIS = frozenset(map(fold_word, ("هذا", "هذه", "ذلك", "تلك")))
_POINT = b" " + fold_word("فاصلة") + b" "


def find(lexed: Lexed) -> list[Number]:
    """Return all numbers of the text in order, without overlap; also those that are dates or names."""
    tokens = tokens_of(lexed)
    reader = _Reader(lexed, tokens)
    found: list[Number] = []
    index = 0
    while index < len(tokens):
        if tokens[index].role == "fraction" and tokens[index].number == "p":
            index += 1  # a share in the plural without a numerator (اتساع, أرباع)
            continue
        number, index = reader.said_again(*reader.number(index))
        number = with_signs(lexed, number)
        found.append(number)
        while index < len(tokens) and tokens[index].start < number.end:
            index += 1
    return found


class _Reader:
    """The grammar of numbers over a list of tokens; every method returns where it stopped."""

    def __init__(self, lexed: Lexed, tokens: list[Token]) -> None:
        self.lexed = lexed
        self.tokens = tokens

    def _adjoins(self, index: int, conjoined: bool) -> bool:
        """Whether token `index` follows the one before, with nothing but a space (and و, if asked) between."""
        if not 0 < index < len(self.tokens):
            return False
        before, token = self.tokens[index - 1], self.tokens[index]
        between = self.lexed.shadow[before.end : token.start]
        allowed = self._between_and if conjoined else self._between
        return token.conjoined == conjoined and between in allowed

    _between = frozenset(
        {
            b"",
            b" ",
            b" " + ARTICLE,
            ARTICLE,
            *(mark + gap for mark in (b")", b">", b'"', b" )") for gap in (b"", b" ")),
        }
    )
    _between_and = frozenset(
        {first + AND + last for first in (b"", b" ") for last in (b"", b" ", ARTICLE, b" " + ARTICLE)}
    )

    def number(self, first: int) -> tuple[Number, int]:
        """Return the number that begins with token `first` and the next token."""
        token = self.tokens[first]
        if token.role == "magnitude" or (token.role == "scale" and token.number == "p"):
            return self._magnitude(first)
        if token.role == "fraction" or self._is_share(first):
            return self._fraction(first)
        value, scale, index = self._pointed(*self._term(first))
        total = value
        while self._adjoins(index, conjoined=True):
            following = self.tokens[index]
            if following.fraction is not None and following.role == "fraction":
                total, index = total + following.value * scale, self._same_scale(index + 1, scale)
                break
            if following.role in ("magnitude", "fraction") or (
                following.role == "scale" and following.number == "p"
            ):
                break
            lower, lower_scale, after = self._term(index)
            if not self._joins(index, scale, lower):
                break
            total, scale, index = total + lower, lower_scale, after
        return self._made(first, index, total, "value", scale), index

    def said_again(self, number: Number, index: int) -> tuple[Number, int]:
        """Return the number with the same one beside it, one of the two in brackets: ثلاثة (3), (3) ثلاثة."""
        if index >= len(self.tokens) or number.kind != "value":
            return number, index
        if number.digits is not None and self._bracketed(number, self.tokens[index].start):
            again, after = self.number(index)
            if again.value == number.value and again.spelled == "words":
                start, end = number.start - 1, again.end
                return number._replace(
                    start=start, word_start=start, end=end, words_end=end, spelled="mixed", digits=None
                ), after
            return number, index
        if self.lexed.shadow[number.end : self.tokens[index].start] not in (b" (", b"("):
            return number, index
        again, after = self.number(index)
        close = self.lexed.shadow[again.end : again.end + 1] == b")"
        if not close or again.value != number.value or "words" not in (number.spelled, again.spelled):
            return number, index
        end = again.end + 1
        return number._replace(end=end, words_end=end, spelled="mixed", digits=None), after

    def _bracketed(self, number: Number, following: int) -> bool:
        """Whether brackets stand around the number alone, and nothing between them and the token at `following`."""
        shadow = self.lexed.shadow
        opened = shadow[number.start - 1 : number.start] == b"(" and number.word_start == number.start
        return opened and shadow[number.end : following] in (b")", b") ")

    def _pointed(self, value: Fraction, scale: Fraction, index: int) -> tuple[Fraction, Fraction, int]:
        """Return the term with the decimals that فاصلة joins on (خمسة فاصلة اثنين)."""
        if (
            index >= len(self.tokens)
            or scale > 100
            or self.tokens[index].role not in ("unit", "tens", "digits")
        ):
            return value, scale, index
        if self.lexed.shadow[self.tokens[index - 1].end : self.tokens[index].start] != _POINT:
            return value, scale, index
        decimals, after = self._group(index)
        if decimals >= 1000:
            return value, scale, index
        return value + decimals / 10 ** len(str(decimals)), scale, after

    def _is_share(self, first: int) -> bool:
        """Whether a word that is a unit too is a fraction: before something definite (عشر هذا العدد, خمس السكان)."""
        token = self.tokens[first]
        if (
            token.role != "unit"
            or token.fraction is None
            or token.definite
            or self._adjoins(first + 1, conjoined=False)
        ):
            return False
        number = word_after(self.lexed, token.end)
        if number is None:
            return False
        word = self.lexed.word(number)
        if word in _THIS:
            return True
        if is_plural(word):
            return False
        return is_definite(word, raw_word(self.lexed, number)) or self._annexed(number)

    def _annexed(self, number: int) -> bool:
        """Whether a noun without article governs a definite one behind it (عشر سكان الأرض)."""
        following = word_after(self.lexed, self.lexed.word_ends[number])
        if following is None or shape(self.lexed, number) is not Shape.NOUN:
            return False
        return is_definite(self.lexed.word(following), raw_word(self.lexed, following))

    def _joins(self, index: int, scale: Fraction, lower: Fraction) -> bool:
        """Whether a term of value `lower` continues a number whose last term has that scale."""
        if scale < 100 or lower >= scale:
            return False
        digits = self.tokens[index].digits
        return digits is None or (scale >= 1000 and lower.denominator == 1)

    def _same_scale(self, index: int, scale: Fraction) -> int:
        """Return the next token after the scale word that names again what a fraction is of (ونصف المليون)."""
        if index < len(self.tokens) and self._adjoins(index, conjoined=False):
            token = self.tokens[index]
            if token.role == "scale" and token.value == scale and token.number in ("s", "e"):
                return index + 1
        return index

    def _term(self, first: int) -> tuple[Fraction, Fraction, int]:
        """Return value, scale and end of a term: a group below a thousand, or digits, and its scale words."""
        token = self.tokens[first]
        if token.role == "scale":
            dual = token.number == "d" or (token.number == "e" and not self._accusative(first))
            value, scale, index = token.value * (2 if dual else 1), token.value, first + 1
        else:
            value, index = self._group(first)
            scale = Fraction(100) if token.role == "hundred" or value >= 100 else Fraction(1)
            if token.role == "digits":
                scale = Fraction(1)
        while self._adjoins(index, conjoined=False) and self.tokens[index].role == "scale":
            word = self.tokens[index]
            if word.number == "d" or word.value <= scale:
                break
            if token.digits and scale == 1 and token.digits.reading == "thousands?":
                value = as_decimal(self.lexed, token.digits)
            value, scale, index = value * word.value, word.value, index + 1
        return value, scale, index

    def _accusative(self, index: int) -> bool:
        """Whether ألفا is one thousand: with tanwin (ألفاً), or with و, من or nothing behind it, where no dual stands."""
        token = self.tokens[index]
        if "\u064b" in self.lexed.raw_text(token.start, token.end) or self._adjoins(
            index + 1, conjoined=True
        ):
            return True
        number = word_after(self.lexed, token.end)
        return number is None or self.lexed.word(number) in words().function

    def _group(self, first: int) -> tuple[Fraction, int]:
        """Return value and end of a group below a thousand."""
        token = self.tokens[first]
        if token.role == "digits":
            return token.value, first + 1
        if token.role == "tens":
            return token.value, first + 1
        if token.role == "unit":
            return self._unit_group(first)
        value, index = token.value, first + 1
        if self._adjoins(index, conjoined=True) and self.tokens[index].role in ("unit", "tens"):
            low, after = self._unit_group(index) if self.tokens[index].role == "unit" else self._group(index)
            if low < 100:
                return value + low, after
        return value, index

    def _unit_group(self, first: int) -> tuple[Fraction, int]:
        """Return value and end of what a unit begins: 3, 13, 23, 300, 323."""
        token, index = self.tokens[first], first + 1
        if self._adjoins(index, conjoined=False):
            following = self.tokens[index]
            if following.role == "unit" and following.value == 10 and token.value < 10:
                return token.value + 10, index + 1
            if self._hundreds(token, following):
                return self._rest_of_hundred(token.value * 100, index + 1)
            if following.fraction is not None and following.role == "fraction" and following.number == "p":
                return token.value * following.value, index + 1
        if self._adjoins(index, conjoined=True) and token.value < 10 and self.tokens[index].role == "tens":
            return token.value + self.tokens[index].value, index + 1
        return token.value, index

    @staticmethod
    def _hundreds(token: Token, following: Token) -> bool:
        if not 3 <= token.value <= 9:
            return False
        return following.value == 100 and following.role in ("hundred", "magnitude")

    def _rest_of_hundred(self, value: Fraction, index: int) -> tuple[Fraction, int]:
        if self._adjoins(index, conjoined=True) and self.tokens[index].role in ("unit", "tens"):
            low, after = self._group(index)
            if low < 100:
                return value + low, after
        return value, index

    def _fraction(self, first: int) -> tuple[Number, int]:
        """Return a fraction with the scale it is of: نصف, ثلثي, ربع مليون."""
        token, index = self.tokens[first], first + 1
        value = token.value if token.fraction is None else token.fraction
        kind, scale = "fraction", Fraction(1)
        if self._adjoins(index, conjoined=False):
            following = self.tokens[index]
            if following.role == "scale" and following.number in ("s", "e"):
                value, kind, scale, index = value * following.value, "value", following.value, index + 1
        return self._made(first, index, value, kind, scale), index

    def _magnitude(self, first: int) -> tuple[Number, int]:
        """Return an order of size: عشرات, آلاف, عشرات الآلاف."""
        value, index = self.tokens[first].value, first + 1
        while self._adjoins(index, conjoined=False) and self.tokens[index].role == "scale":
            value, index = value * self.tokens[index].value, index + 1
        return self._made(first, index, value, "magnitude", value), index

    def _made(self, first: int, index: int, value: Fraction, kind: str, scale: Fraction) -> Number:
        tokens = self.tokens[first:index]
        head, tail = tokens[0], tokens[-1]
        in_digits = sum(token.digits is not None for token in tokens)
        spelled = "digits" if in_digits == len(tokens) else "mixed" if in_digits else "words"
        if len(tokens) == 2 and tokens[1].role == "fraction" and tokens[0].role == "unit" and value < 1:
            kind = "fraction"
        return Number(
            head.start,
            tail.end,
            head.word_start,
            value,
            kind,
            False,
            head.definite,
            spelled,
            head.digits if len(tokens) == 1 else None,
            head.digits.reading if head.digits and head.digits.groups > 1 else "",
            tail.end,
            scale,
        )
