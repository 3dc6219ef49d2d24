"""What a word's shape tells of its part of speech, without a dictionary of the language.

A word is a function word, a verb, definite, a noun with a preposition glued on, joined with و, or else a noun or an
adjective without article.
"""

from enum import Enum

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after


class Shape(Enum):
    """The part that a word can play at the end of a noun phrase."""

    FUNCTION = "function"
    VERB = "verb"
    DEFINITE = "definite"
    PREPOSITION = "preposition"  # ب ل ك and what they govern
    AND = "and"  # و and what it joins
    NOUN = "noun"  # noun or adjective without article


_AL, _WAW, _FA, _TA, _YA, _SIN = (fold_word(letters) for letters in ("ال", "و", "ف", "ت", "ي", "س"))
_CLITICS = tuple(map(fold_word, ("ب", "ل", "ك")))
_WAL = fold_word("وال")  # والدمام is no father
_BAL, _KAL, _LIL = (fold_word(letters) for letters in ("بال", "كال", "لل"))
_THEY, _PLURAL_F, _HA = (fold_word(letters) for letters in ("وا", "ات", "ه"))
_NISBA = tuple(map(fold_word, ("ية", "يا", "يين", "يون", "يات", "ات")))
_PRONOUNS = tuple(map(fold_word, ("ها", "هم", "هن", "هما")))
_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_ALIF, _IST, _IN = (fold_word(letters) for letters in ("ا", "است", "ان"))
_LONG = tuple(map(fold_word, ("ا", "ي", "و")))
_MEEM, _PEOPLE = fold_word("م"), fold_word("ين")
_PARTICIPLE = 5  # letters of رافعا
A, T, Y, M, H, S, N = (fold_word(letter)[0] for letter in "اتيمهسن")


def shape(lexed: Lexed, number: int) -> Shape:
    """Return the shape of word `number`."""
    return shape_of(lexed.word(number), raw_word(lexed, number))


def raw_word(lexed: Lexed, number: int) -> str:
    """Return the raw characters of word `number`, "" outside the text."""
    if not 0 <= number < len(lexed.word_starts):
        return ""
    return lexed.raw_text(lexed.word_starts[number], lexed.word_ends[number])


def shape_of(word: bytes, raw: str) -> Shape:
    """Return the shape of a folded word, with its raw spelling for what the folded view loses (أل, ة)."""
    known = words()
    if len(word) == 1 or (word in known.function and _same_hamza(word, raw)):
        return Shape.FUNCTION
    if is_definite(word, raw):
        return Shape.DEFINITE
    if is_verb(word, raw):
        return Shape.VERB
    first = word[:1]
    if first == _WAW and len(word) > 2 and not _begins(word, _WAW):
        return Shape.AND
    if (
        first == _FA
        and not _begins(word, _FA)
        and (word[1:] in known.function or word[1:] in known.past or is_verb(word[1:], raw[1:]))
    ):
        return Shape.VERB
    if _has_preposition(word):
        return Shape.PREPOSITION
    return Shape.NOUN


def _same_hamza(word: bytes, raw: str) -> bool:
    """Whether a function word is not another word by its hamza: أمام and not إمام, إلى and not آلي."""
    return raw[:1] not in "أإآ" or raw[:1] in words().hamza.get(word, raw[:1])


def _begins(word: bytes, letter: bytes) -> bool:
    """Whether the letter is the word's own; a short beginning takes only an ending behind it (كم, not كمصممة)."""
    known = words()
    return any(
        word.startswith(stem)
        and ((len(stem) > 3 and not stem.startswith(_WAL)) or word[len(stem) :] in known.endings)
        for stem in known.begins[letter]
    )


def _has_preposition(word: bytes) -> bool:
    first = word[:1]
    if first not in _CLITICS or len(word) < 3:
        return False
    if word.startswith((_LIL, _BAL, _KAL)) and len(word) > 5:
        known = words()
        own = (stem for stem in known.begins[first] if word.startswith(stem))
        return not any(word[len(stem) :] in known.endings for stem in own)
    return not _begins(word, first)


def is_definite(word: bytes, raw: str) -> bool:
    """Whether the word has the article."""
    if not word.startswith(_AL) or len(word) < 4 or raw[:1] in "أإآ":
        return False
    return word not in words().not_article


def bare_definite(word: bytes) -> tuple[bytes, int]:
    """Return the word without what is glued before its article (وبالأشهر → الأشهر), and how long the conjunction is."""
    joined = word.startswith((_WAW, _FA)) and word[1:].startswith((_AL, _BAL, _KAL, _LIL))
    rest = word[joined:]
    if len(rest) > 4 and rest.startswith((_BAL, _KAL)):
        rest = rest[1:]
    elif len(rest) > 4 and rest.startswith(_LIL):
        rest = _AL + rest[2:]
    return (rest, int(joined)) if rest.startswith(_AL) else (word, 0)


def is_possessed(word: bytes, raw: str) -> bool:
    """Whether the word ends in a pronoun (أطفاله, حكومتها), so that it is definite without article."""
    if len(word) < 4 or word in words().not_possessed:
        return False
    return word.endswith(_PRONOUNS) or (word.endswith(_HA) and not raw.rstrip(_HARAKAT).endswith("ة"))


def is_verb(word: bytes, raw: str) -> bool:
    """Whether the word is a verb, by the list of past forms or by the shape of the present and the plural."""
    known = words()
    if word in known.not_verb:
        return False
    if word in known.past:
        return True
    if len(word) < 3:
        return False
    if word.endswith(_THEY) and len(word) > 3:
        return True
    if word.endswith(_TA) and not _is_masdar(word) and not word.endswith(_PLURAL_F):
        return not word.startswith((_MEEM, *_CLITICS, _WAW)) or _is_present(word, raw)
    return _is_present(word, raw) or _is_augmented_past(word)


def _is_masdar(word: bytes) -> bool:
    """Whether the word is a verbal noun like تصويت, توقيت."""
    return word.startswith(_TA) and word[3:4] == _YA and len(word) == 5


def _is_augmented_past(word: bytes) -> bool:
    """Whether the word has the pattern of استهدف, انطلق or اقتحم: these have no long vowel, as their nouns do."""
    if not word.startswith(_ALIF) or any(vowel in word[2:] for vowel in _LONG) or word.endswith(_HA):
        return False
    return (
        (word.startswith(_IST) and len(word) == 6)
        or (word.startswith(_IN) and len(word) == 5)
        or (word[2:3] == _TA and len(word) == 5)
    )


def _is_present(word: bytes, raw: str) -> bool:
    first, second = word[:1], word[1:2]
    if first == _YA:
        return len(word) > 2 and not _begins(word, _YA)
    if raw.startswith("سأ"):
        return len(word) > 4 and not _begins(word, _SIN)
    if first == _SIN and second in (_YA, _TA):
        return len(word) > 4 and not _begins(word, _SIN)
    if first != _TA or len(word) < 3 or _begins(word, _TA):
        return False
    if word.endswith(_NISBA) or raw.endswith("ة"):
        return False
    return not (word[3:4] == _YA and len(word) in (5, 6, 7))


def is_verb_after_and(word: bytes, raw: str) -> bool:
    """Whether the word after و is a verb; forms that are nouns as well count."""
    return word in words().past_after_and or is_verb(word, raw)


def is_plural(word: bytes) -> bool:
    """Whether the word looks like a plural: ون ين ات, or a broken plural of a common pattern."""
    if word.startswith(_AL):
        word = word[2:]
    if word in words().short_plurals:
        return True
    if word in words().not_plural:
        return False
    if word.endswith(_PLURALS) and len(word) > 4:
        return True
    if word.endswith(_NISBA_ENDS[len(word) < 6]):
        return False  # سياسية, سنوي, ندوة, رعاية
    return len(word) in (4, 5, 6) and any(_fits(word, pattern) for pattern in _BROKEN)


_PLURALS = tuple(map(fold_word, ("ون", "ين", "ات")))
_NISBA_ENDS = (
    (fold_word("ية"),),
    (fold_word("وي"), fold_word("وة"), fold_word("اية")),
)  # of six letters and more, of fewer
# Patterns of broken plurals; ? is any letter.
_BROKEN = tuple(
    tuple(fold_word(letter) if letter != "?" else b"" for letter in pattern)
    for pattern in (
        "ا??ا?",
        "م?ا??",
        "م?ا?ي?",
        "?وا??",
        "??اي?",
        "?و??ات",
        "??ا?ي?",
        "??ا??",
        "ا??ي?ء",
        "??و?",
        "???اء",
        "ا???ه",
        "ا??",
    )
)


def _fits(word: bytes, pattern: tuple[bytes, ...]) -> bool:
    return len(word) == len(pattern) and all(
        letter in (b"", word[i : i + 1]) for i, letter in enumerate(pattern)
    )


def opens_noun(lexed: Lexed, position: int) -> bool:
    """Whether a noun without article stands right after `position`."""
    number = word_after(lexed, position)
    return number is not None and shape(lexed, number) is Shape.NOUN


def circumstance(word: bytes, raw: str) -> bool:
    """Return whether the word is an active participle in the accusative, by its shape: معقبا، مخاطبا، متسائلا، مستغربا."""
    if not raw.rstrip(_HARAKAT).endswith("ا") or word[:1] != _MEEM or word.endswith((_HA, _PRONOUNS[-1])):
        return False  # منهما
    stem = word[1:-1].removeprefix(_TA)
    if stem[1:2] == _ALIF:
        stem = stem[:1] + stem[2:]
    return len(stem) in (3, 5 if stem[:2] == _IST[1:] else 3) and not any(vowel in stem for vowel in _LONG)


def going_along(word: bytes, raw: str) -> bool:
    """Return whether the word is a participle that tells what somebody does with it: ملوحا، رافعا، رافعين."""
    if word.startswith(_AL) or len(word) < _PARTICIPLE or word.endswith(_PRONOUNS):
        return False
    plural = word.endswith(_PEOPLE) and (word[:1] == _MEEM or word[1:2] == _ALIF)
    active = len(word) == _PARTICIPLE and word[1:2] == _ALIF and raw.rstrip(_HARAKAT).endswith("ا")
    return plural or active or circumstance(word, raw)


def verbal_shape(word: bytes) -> bool:
    """Whether a word has the shape of a regular verbal noun of the derived forms (II–X)."""
    size = len(word)
    if size >= 5 and word[0] == A:
        if size == 5:
            return word[3] == A or (word[2] == A and word[4] == H)
        if size == 6:
            return word[4] == A and (word[1] == N or word[2] == T or word[1] == T)
        return size in (7, 8) and word[1] == S and word[2] == T and (word[5] == A or word[4] == A)
    if word in function_words("not_verbal_noun"):
        return False
    if size == 4 and word[0] == T:
        return word[3] not in (A, Y, H) and word[2] != A
    if size == 5 and word[0] == T:
        return word[3] == Y or word[4] == H or word[2] == A
    return size == 6 and word[0] == M and word[2] == A and word[5] == H
