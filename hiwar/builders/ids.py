"""Identifiers: named by file, place and offset, so that they stay when files are added or a boundary is corrected."""

from hiwar.builders.text.fold import fold_word

# Safe Buckwalter transliteration of the folded letters (Habash 2010, appendix): one ASCII character a letter.
_BUCKWALTER = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچڤگ", "AbtvjHxdVrzscSDTZEgfqklmnhwyCPJFG", strict=True))


def article_id(raw_file: str, position: int) -> str:
    """Return the id of the article at `position` (from 1) of a raw file."""
    return f"{file_stem(raw_file)}.{position}"


def file_stem(raw_file: str) -> str:
    """Return the file's name without `.txt`; a name without any Latin letter is led by `text-`."""
    stem = raw_file.removesuffix(".txt")
    return stem if any("a" <= char.lower() <= "z" for char in stem) else f"text-{stem}"


def passage_id(raw_file: str, start: int) -> str:
    """Return the id of the passage that starts at raw offset `start`."""
    return f"{file_stem(raw_file)}.p{start}"


def statement_id(article: str, cue_start: int) -> str:
    """Return the id of the statement whose cue starts at raw offset `cue_start`."""
    return f"{article}.s{cue_start}"


def attribution_id(statement: str, role: str, number: int) -> str:
    """Return the id of a statement's attribution, numbered from 1 within its role."""
    return f"{statement}.{role}{number}"


def figure_id(article: str, number_start: int) -> str:
    """Return the id of the figure whose number starts at raw offset `number_start`."""
    return f"{article}.f{number_start}"


def role_id(article: str, start: int) -> str:
    """Return the id of a role that stands first at raw offset `start`."""
    return f"{article}.r{start}"


def speaker_id(kind: str, name: bytes, article: str | None = None) -> str:
    """Return the id of a speaker: the kind's letter, its article where it holds in that only, and the folded name."""
    scope = f"{article}." if article else ""
    return f"{kind[0]}.{scope}{transliterate(name)}"


def transliterate(folded: bytes) -> str:
    """Return a folded name in ASCII: letters in safe Buckwalter, everything else as `_`, never empty."""
    table = {fold_word(letter): latin for letter, latin in _BUCKWALTER.items()}
    spelt = "".join(table.get(bytes([byte])) or _ascii(byte) for byte in folded).strip("_")
    return spelt if any(char.isalpha() for char in spelt) else "x" + folded.hex()


def _ascii(byte: int) -> str:
    char = chr(byte)
    return char if char.isascii() and char.isalnum() else "_"
