"""What stands directly beside a position: the neighbouring word, or a lexicon hit that ends there."""

from hiwar.builders.text.lex import Hit, Lexed


def word_before(lexed: Lexed, position: int, skip: bytes = b" ") -> int | None:
    """Return the number of the word that ends at `position`, at most two characters of `skip` between; else None."""
    for gap in range(3):
        if gap and (position < gap or lexed.shadow[position - gap] not in skip):
            return None
        number = lexed.word_at(position - gap - 1)
        if number is not None:
            return number
    return None


def word_after(lexed: Lexed, position: int, skip: bytes = b" ") -> int | None:
    """Return the number of the word that starts at `position`, at most two characters of `skip` between; else None."""
    for gap in range(3):
        if gap and (position + gap > len(lexed.shadow) or lexed.shadow[position + gap - 1] not in skip):
            return None
        number = lexed.word_at(position + gap)
        if number is not None:
            return number
    return None


def text_before(lexed: Lexed, position: int) -> bytes:
    """Return the folded word before `position` in the same run of text, b"" where none stands there."""
    number = word_before(lexed, position)
    return b"" if number is None else lexed.word(number)


def text_after(lexed: Lexed, position: int) -> bytes:
    """Return the folded word after `position` in the same run of text, b"" where none stands there."""
    number = word_after(lexed, position)
    return b"" if number is None else lexed.word(number)


def hit_before(lexed: Lexed, kind: str, position: int, reach: int = 40) -> Hit | None:
    """Return the longest hit of that kind which ends exactly at `position`, or None."""
    hits = lexed.of_kind(kind, max(0, position - reach), position)
    ending = [hit for hit in hits if hit.end == position]
    return ending[0] if ending else None
