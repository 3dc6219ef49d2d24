"""Whether a word that و joins on belongs to the name of an organization or office before it."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word

_AND = fold_word("و")
_CLAUSES = function_words("np_end")
_PRONOUNS = ("ه", "ها", "هم")
_SHORT = 4  # letters of a preposition with و


def joined_noun(words: Words, number: int, in_phrase: bool) -> bool:
    """Return whether a noun joined on belongs to the same name: والتنمية, but not ووزارة or والجهات.

    In a prepositional phrase a word of which nothing is known does as well: للجبيل وينبع.
    """
    if (
        in_phrase
        and words.word(number).startswith(_AND)
        and not words.known_any(number)
        and words.definite(number - 1)
    ):
        return len(words.word(number)) > 3
    if words.word(number) == _AND:
        return words.definite(number + 1)  # الأسرة و التضامن
    owned = words.coordinated(number) and _owned(words, number)
    if words.word(number) in _CLAUSES or _preposition(words, number) or owned:
        return False  # مركز الشرطة | وجرى الرفع، محكمة الاستئناف | ومن المحكمة العليا، المجلس | واستنكاره
    head = words.known("head", number)
    another = head is not None and (not head.entry.definite or head.entry.group)
    return words.coordinated(number) and not another and not words.is_any(number, "title")


def _preposition(words: Words, number: int) -> bool:
    """Return whether a preposition with و begins at the word: ومن، وفي، but not وعلي."""
    short = len(words.word(number)) <= _SHORT  # not وجنوب شرق آسيا
    kinds = words.kinds(number).keys()
    return short and "prepositions" in kinds and kinds <= {"prepositions", "ends"}


def _owned(words: Words, number: int) -> bool:
    """Return whether an unknown word ends in a pronoun."""
    return not words.known_any(number) and words.raw_word(number).endswith(_PRONOUNS)
