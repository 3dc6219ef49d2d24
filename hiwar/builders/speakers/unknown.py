"""What the form of a word that may be anything tells: a verb, an adverb, a thing, and so no name."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.words import words as verbs
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb, is_verb_after_and, verbal_shape

_ARTICLE = fold_word("ال")
OWN_WORDS = function_words("own_speech")
_JOINING = (fold_word("و"), fold_word("ف"))
_NISBA = (fold_word("ي"), fold_word("ية"))
_PLURALS = tuple(fold_word(ending) for ending in ("ات", "ين", "ون"))
_THEIRS = (fold_word("هم"), fold_word("ها"))


def verb(words: Words, number: int) -> bool:
    """Return whether the word is a reporting verb, or an unknown one in the shape of a verb: يثمن، استعانت."""
    if words.is_any(number, "verb"):
        return True
    word, raw = words.word(number), words.raw_word(number)
    joined = word[:1] in _JOINING and len(word) > 3 and is_verb_after_and(word[1:], raw[1:])
    return not words.known_any(number) and (is_verb(word, raw) or joined)


def negation(words: Words, number: int) -> bool:
    """Return whether the word denies what follows, also behind a conjunction: لم، ولا."""
    word = words.word(number)
    denying = function_words("negation")
    return word in denying or (word[:1] in _JOINING and word[1:] in denying)


def adverb(words: Words, number: int) -> bool:
    """Return whether an unknown word is one in the accusative: سنويا."""
    unknown = 0 <= number < len(words) and not words.known_any(number) and not words.definite(number)
    return unknown and words.raw_word(number).rstrip("\u064b").endswith("ا")


def thing(words: Words, number: int) -> bool:
    """Return whether the word is hardly the second name of anybody by its form: التزام، رفض، المشككين، أهمية."""
    word = words.word(number)
    if words.is_any(number, "given", "name_joined", "name_second"):
        return False
    if word.startswith(_ARTICLE):
        plain = words.count(word[2:]) and not word.endswith(_NISBA)
        act = len(word) > 6 and verbal_shape(word[2:]) and words.raw_word(number)[2:3] == "ا"  # الاتفاق
        return bool(plain) or act or (len(word) > 6 and word.endswith(_PLURALS) and _other_case(words, word))
    return _deed(words, number, word)


def _other_case(words: Words, word: bytes) -> bool:
    """Return whether a plural stands in the text in another case as well, or is one of things: المشككون، الشركات."""
    return word.endswith(_PLURALS[0]) or any(
        words.count(word[:-2] + ending) for ending in _PLURALS if not word.endswith(ending)
    )


def _deed(words: Words, number: int, word: bytes) -> bool:
    """Return whether an indefinite word is a verb, a verbal noun, or a feminine noun before another noun."""
    if word in verbs().past or (len(word) > 5 and verbal_shape(word)):
        return True
    if (len(word) > 5 and word.endswith(_THEIRS)) or word in OWN_WORDS:
        return True
    follows = number + 1
    governs = follows < len(words) and not words.gap(follows) and not words.is_any(follows, "ends", "title")
    return words.feminine(number) and governs  # and no family's name: خالد خوجة أن
