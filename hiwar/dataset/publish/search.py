"""Folding Arabic in SQL, from the table that the builder folds with."""

from hiwar.builders.text.fold import INVISIBLE, ON_LETTERS, SAME_LETTER


def fold_macro() -> str:
    """Return the CREATE MACRO statement of `ar_fold(t)`: marks dropped, spelling variants and digits alike.

    It works without any extension; `ar_fold('الإتّفاق') = 'الاتفاق'`.
    """
    ranges = "".join(f"\\x{{{first:x}}}-\\x{{{last:x}}}" for first, last in [*ON_LETTERS, *INVISIBLE])
    pairs = [(variant, letter) for letter, variants in SAME_LETTER.items() for variant in variants]
    pairs += [(chr(zero + digit), str(digit)) for zero in (0x660, 0x6F0) for digit in range(10)]
    variants, letters = ("".join(column) for column in zip(*pairs, strict=True))
    return f"CREATE MACRO ar_fold(t) AS translate(regexp_replace(lower(t), '[{ranges}]', '', 'g'), '{variants}', '{letters}')"


# A word's article, with the conjunction and preposition that may be glued before it: وبالاتفاق → اتفاق.
_ARTICLE = r"(^|[^\p{L}\p{M}])[وف]?(?:[بك]?ال|لل)(\p{L}\p{L})"

SEARCHED: dict[str, tuple[str, ...]] = {
    "articles": ("headline", "outlet"),
    "passages": ("text",),
    "speakers": ("name_ar", "name_en", "description_en"),
    "speaker_names": ("name",),
    "statements": ("text", "gloss_en"),
    "figures": ("text", "counted"),
}
"""By table, the columns that a search looks in."""


def index_macro() -> str:
    """Return the CREATE MACRO statement of `ar_index(t)`: `ar_fold(t)` with the article off each word.

    The search index goes by it, so that «الاتفاق» finds «بالاتفاق» and «اتفاق».
    """
    return f"CREATE MACRO ar_index(t) AS regexp_replace(ar_fold(t), '{_ARTICLE}', '\\1\\2', 'g')"
