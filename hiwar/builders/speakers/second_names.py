"""Which words are the second name of somebody by their form and place: families, trades that are families' names."""

from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import verbal_shape

_FAMILIES = (fold_word("با"), fold_word("بو"), fold_word("أبو"))
_IN_NAME = fold_word("باسم")
_CLOSING = (b",", b":", b".", b"\n")
_OWNED = 4  # letters of a noun with ة and a pronoun: رغبته
_SHORT = 4  # letters of a word that is no family name of the south
_HERS = (fold_word("ته"), fold_word("تها"), fold_word("تهم"))
_PRONOUNS = (fold_word("ه"), fold_word("ها"), fold_word("هم"))
_AT = (fold_word("ب"), fold_word("ل"))


def trade(words: Words, first: int, number: int) -> bool:
    """Return whether the word for a trade ends a name as a family's: الدكتور سالم خياط أن، سالم بن عمر النجار؛ not سالم
    نصار خبير في."""
    title = words.known("title", number)
    if title is None or title.entry.number != "s":
        return False
    if number == first + 1 and title.after == number + 1 and _closed(words, number + 1):
        return words.bare("given", first) and not words.definite(number)  # سالم خطيب أن
    closed = words.is_any(number + 1, "ends") or bool(words.gap(number + 1))
    if closed and words.definite(number) and words.is_any(number - 2, "name_joined"):
        return words.bare("given", number - 1)  # سالم بن حمد المرشد
    if title.entry.rank != "role":
        return False
    following = words.known("title", number + 1)
    if (
        following
        and (following.entry.definite or words.definite(number + 2))
        and following.entry.rank == "office"
        and not words.definite(number)
    ):
        return words.bare("given", number - 1)  # سالم خياط الأمين العام
    son = words.is_any(number - 2, "name_joined")
    named = son or (not words.definite(number) and words.is_any(number - 2, "title"))
    return words.bare("given", number - 1) and named and closed


def _closed(words: Words, number: int) -> bool:
    """Return whether a clause with أن, a comma or a stop follows a name right away."""
    return words.gap(number)[:1] in _CLOSING or (
        not words.gap(number) and words.lexed.hit_at("complementizer", words.starts[number]) is not None
    )


def family(words: Words, first: int, number: int) -> bool:
    """Return whether a word behind a given name is a family's by its form or its bearers: سالم بوقصبة، سعد دواهشة."""
    second = number == first + 1 and words.bare("given", first)
    if not second and not (number == first + 2 and words.is_any(number - 1, "name_second")):
        return False
    word = words.word(number)
    if second and (words.families.alone(number) or _southern(words, number, word)):
        return True  # نبيل بشون, where بشون speaks elsewhere
    return words.families.shared(number) or (word.startswith(_FAMILIES[1:]) and words.feminine(number))


def _southern(words: Words, number: int, word: bytes) -> bool:
    """Return whether an unknown word is a family name in با: باعيشرة، بالخير, but not باتفاقية, باسمه, بالفوز."""
    if not word.startswith(_FAMILIES[0]) or len(word) <= _SHORT or words.known_any(number):
        return False
    if words.article_glue(number):
        return words.recurs(number, number + 1) and not (words.count(word[1:]) or words.count(word[3:]))
    in_his_name = any(word == _IN_NAME + pronoun for pronoun in _PRONOUNS)
    return not (in_his_name or verbal_shape(word[1:]))


def with_pronoun(words: Words, number: int) -> bool:
    """Return whether an unknown word is a noun with a pronoun behind a preposition or ت: بصوته، لوالدها، مصافحته."""
    word = words.word(number)
    if len(word) > _OWNED and word.endswith(_HERS) and not words.feminine(number):
        return True
    if words.feminine(number) and (word.startswith(_FAMILIES) or words.bare("given", number - 1)):
        return False  # باجمانة، خالد بركة
    return word.startswith(_AT) and word.endswith(_PRONOUNS)
