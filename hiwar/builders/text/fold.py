"""The matching view of a text: one byte a character, spelling variants folded, marks inside words dropped.

Because every kept character is one byte, a byte offset in the view is a character offset, and one sorted list of
dropped positions leads back to the raw text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

import numpy as np
import numpy.typing as npt

# Arabic letters after folding, in the order of their bytes from 0x80 on.
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچڤگ"
_FIRST = 0x80
_OTHER_LETTER = 0xFE  # a letter of another script, or an Arabic one without a byte of its own
_SYMBOL = 0xFF  # anything else: emoji, dingbats, private use
_DROP = 0x00
_BARE = 0x01  # a mark that belongs on a letter: dropped, unless no letter carries it

# Spelling variants of one letter, matched alike.
SAME_LETTER: dict[str, str] = {
    "ا": "أإآٱٲٳٵ",
    "ه": "ةهھہۂۀەۃ",
    "ي": "ىیېئيےۓ",
    "و": "ؤۆۇۈۋ",
    "ك": "کڪكګڭ",
    "ف": "ڢڡ",
    "ر": "ړڕ",
    "ل": "ڵ",
}

# Punctuation and digits by the ASCII character (or the byte) that stands for them.
_PUNCTUATION: dict[str, str] = {
    ",": "،٬‚",
    ";": "؛",
    "?": "؟",
    "%": "٪％",
    ".": "٫。",
    "-": "‐‑‒–—―−",
    "'": "’‘‛′`´ʼ",
    '"': "“”„‟″＂",
    "<": "«‹《〈",
    ">": "»›》〉",
    "(": "（﴾[{",
    ")": "）﴿]}",
    "/": "⁄∕",
    "*": "•·●▪■□◦٭",
    ":": "：",
}
_ELLIPSIS = "…"
_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINES = "\n\r\x85\u2028\u2029"
# Marks on letters that change no word: harakat, Quranic signs, tatweel.
ON_LETTERS = [(0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED), (0x0640, 0x0640)]
# Characters without a shape: joiners, direction marks, soft hyphen, byte order mark.
INVISIBLE = [
    (0x061C, 0x061C),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2069),
    (0xFEFF, 0xFEFF),
    (0x00AD, 0x00AD),
]

LETTER_BYTES = bytes([*range(ord("a"), ord("z") + 1), *range(_FIRST, _FIRST + len(_LETTERS)), _OTHER_LETTER])
DIGIT_BYTES = b"0123456789"
_NO_LETTER = b" \n" + DIGIT_BYTES


@cache
def _table() -> npt.NDArray[np.uint8]:
    """Return the folded byte of each code point of the basic plane."""
    import unicodedata

    table = np.full(0x10000, _SYMBOL, dtype=np.uint8)
    for code in range(0x10000):
        char = chr(code)
        if 0xD800 <= code < 0xE000:
            continue
        if unicodedata.category(char)[0] == "L":
            table[code] = _OTHER_LETTER
        if (digit := unicodedata.digit(char, None)) is not None and unicodedata.category(char) == "Nd":
            table[code] = ord("0") + digit
    for code in range(0x20, 0x7F):
        table[code] = ord(chr(code).lower())
    for byte, letter in enumerate(_LETTERS, _FIRST):
        table[ord(letter)] = byte
    for letter, variants in SAME_LETTER.items():
        for variant in variants:
            table[ord(variant)] = _FIRST + _LETTERS.index(letter)
    for ascii_char, variants in _PUNCTUATION.items():
        for variant in variants:
            table[ord(variant)] = ord(ascii_char)
    for char in _SPACES:
        table[ord(char)] = ord(" ")
    for char in _LINES:
        table[ord(char)] = ord("\n")
    table[ord(_ELLIPSIS)] = ord("~")
    for first, last in ON_LETTERS:
        table[first : last + 1] = _BARE
    for first, last in INVISIBLE:
        table[first : last + 1] = _DROP
    _presentation_forms(table)
    return table


def _presentation_forms(table: npt.NDArray[np.uint8]) -> None:
    """Give the one-letter presentation forms (U+FB50 and on) the byte of their letter."""
    import unicodedata

    for code in [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = table[ord(plain)]


def fold(text: str) -> tuple[bytes, list[int]]:
    """Return `text` folded to one byte a kept character, and its offset map.

    The map is a sorted list with one entry a dropped character: how many characters are kept before it. Dropped are
    harakat and tatweel on a letter, direction marks, and all but the first of several spaces in a row.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folded = _table()[np.minimum(codes, 0xFFFF)]
    folded[codes > 0xFFFF] = _SYMBOL
    marks = np.flatnonzero(folded == _BARE)
    alone = _without_letter(folded, marks)
    folded[marks] = _DROP
    folded[alone] = ord("-")
    drop = folded == _DROP
    kept = np.flatnonzero(~drop)
    spaces = folded[kept] == ord(" ")
    again = kept[1:][spaces[1:] & spaces[:-1]]
    drop[again] = True
    positions = np.flatnonzero(drop)
    map_ = (positions - np.arange(len(positions))).tolist()
    return folded[~drop].tobytes(), map_


_MAY_BE_ALONE = np.zeros(256, dtype=bool)  # by the byte before a mark
_MAY_BE_ALONE[[_DROP, *_NO_LETTER]] = True


def _without_letter(folded: npt.NDArray[np.uint8], marks: npt.NDArray[np.int64]) -> list[int]:
    """Return those of `marks` on no letter: «ــــ» as a rule, «بغداد ـ رويترز» and «9ـ10» as dashes."""
    before = np.where(marks > 0, folded[marks - 1], ord("\n"))
    alone = []
    for mark in marks[_MAY_BE_ALONE[before]].tolist():
        place = mark - 1
        while place >= 0 and folded[place] == _DROP:
            place -= 1
        if place < 0 or int(folded[place]) in _NO_LETTER:
            alone.append(mark)
    return alone


def raw_offset(position: int, map_: list[int]) -> int:
    """Return the raw offset of the character that the folded view holds at `position`."""
    return position + bisect_right(map_, position)


def folded_offset(offset: int, map_: list[int]) -> int:
    """Return the position in the folded view of the first kept character at or after raw `offset`."""
    low, high = 0, len(map_)
    while (
        low < high
    ):  # the number of dropped characters before the offset: entry i is dropped at raw map_[i] + i
        middle = (low + high) // 2
        if map_[middle] + middle < offset:
            low = middle + 1
        else:
            high = middle
    return offset - low


def fold_all(entries: list[str]) -> list[bytes]:
    """Return many lexicon entries (without line breaks) folded and trimmed, in one pass."""
    return [view.strip() for view in fold("\n".join(entries))[0].split(b"\n")] if entries else []


@cache
def fold_word(text: str) -> bytes:
    """Return a lexicon entry folded the same way, trimmed."""
    return fold(text)[0].strip()


def fold_words(texts: Iterable[str]) -> frozenset[bytes]:
    """Return lexicon entries folded, as a set."""
    return frozenset(fold_all(list(texts)))
