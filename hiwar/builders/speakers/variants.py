"""Names that are written in another way: one letter more, less or other, two letters exchanged, بن apart or joined."""

from hiwar.builders.text.fold import fold_word

_SON = fold_word("بن")
_ARTICLE = fold_word("ال")
_SHORTEST = 6  # letters of a name that may be misspelt


def near(one: bytes, other: bytes) -> bool:
    """Return whether two names differ by one slip of the pen behind their first two letters."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1 or one[:2] != other[:2]:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    short, long = sorted((a, b), key=len)
    return long[1:] == short


def spellings(terms: tuple[bytes, ...]) -> list[tuple[bytes, ...]]:
    """Return the other ways to write a name: بن كيران and بنكيران, with the article and without."""
    found: list[tuple[bytes, ...]] = []
    if _SON in terms[:-1]:
        place = terms.index(_SON)
        found.append((*terms[:place], _SON + terms[place + 1], *terms[place + 2 :]))
    if len(terms) == 1:
        word = terms[0]
        if word.startswith(_SON) and len(word) > 4:
            found.append((_SON, word[2:]))
        found.append((word[2:],) if word.startswith(_ARTICLE) and len(word) > 4 else (_ARTICLE + word,))
    return found
