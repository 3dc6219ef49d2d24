"""What is counted behind من (ستة من أفراد الفريق), and pronouns that are (اثنان منهم)."""

from hiwar.builders.figures.definite_phrases import Phrase, is_time, next_word, settled_phrase
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import Shape, is_plural, shape

_VERBAL = (fold_word("وا"), fold_word("ت"))
_TA, _FROM = fold_word("ت"), fold_word("من")
_BETWEEN = frozenset(map(fold_word, ("فقط", "يوميا", "سنويا", "شهريا", "أسبوعيا")))
_THIS = frozenset(map(fold_word, ("هذا", "هذه", "هؤلاء", "ذلك", "تلك")))
_WHO = frozenset(map(fold_word, ("الذين", "اللواتي", "اللاتي")))
_OF_WHOM = fold_word("ممن")
_THEM = tuple(map(fold_word, ("هم", "هن")))
_MARKS = {b"(": b")", b"<": b">", b'"': b'"'}  # opening and closing
_LONGEST_NAME = 40


def partitive(lexed: Lexed, position: int, blocked: set[int]) -> Phrase | None:
    """Return من and the phrase that it opens right after `position`, or None."""
    first = word_after(lexed, position)
    if first is not None and lexed.word(first) in _BETWEEN:
        first = next_word(lexed, first, blocked)
    if first is not None and lexed.word(first) == _OF_WHOM and (asked := _whom(lexed, first, blocked)):
        return Phrase(lexed.word_starts[first], asked, "partitive", "relative clause")
    if first is None or lexed.word(first) != _FROM:
        return None
    start = lexed.word_starts[first]
    if name := _named_in_marks(lexed, first):
        return Phrase(start, name, "partitive", "mark")
    second = next_word(lexed, first, blocked)
    if second is not None and lexed.word(second) in _WHO and (asked := _whom(lexed, second, blocked)):
        return Phrase(start, asked, "partitive", "relative clause")
    if second is None or (shape(lexed, second) is Shape.DEFINITE and is_time(lexed, second)):
        return None
    if lexed.word(second) in _THIS:
        second = next_word(lexed, second, blocked) or second
    elif not _may_be_noun(lexed, second):
        return None
    found, settled = settled_phrase(lexed, start, second, blocked, "partitive")
    return found if settled or is_plural(lexed.word(second)) else None


def _named_in_marks(lexed: Lexed, number: int) -> int | None:
    """Return the end of a short name in marks or brackets behind من (من (صندوق الإسكان)), or None."""
    opening = lexed.word_ends[number] + 1
    close = _MARKS.get(lexed.shadow[opening : opening + 1])
    end = lexed.shadow.find(close, opening + 1, opening + _LONGEST_NAME) if close else -1
    return end + 1 if end > 0 and b"\n" not in lexed.shadow[opening:end] else None


def _whom(lexed: Lexed, number: int, blocked: set[int]) -> int | None:
    """Return the end of a short clause that says whom an inquiry reached (من الذين شملهم الاستطلاع), or None."""
    verb = next_word(lexed, number, blocked)
    noun = None if verb is None else next_word(lexed, verb, blocked)
    if verb is None or noun is None or not lexed.word(verb).endswith(_THEM):
        return None
    return lexed.word_ends[noun] if shape(lexed, noun) is Shape.DEFINITE else None


def of_them(lexed: Lexed, position: int) -> Phrase | None:
    """Return منهم or the like right after `position`, or None."""
    first = word_after(lexed, position)
    if first is None or lexed.word(first) not in words().of_them:
        return None
    return Phrase(lexed.word_starts[first], lexed.word_ends[first], "of-them", "pronoun")


def _may_be_noun(lexed: Lexed, number: int) -> bool:
    """Whether the word after من is a noun; one that begins with ت is no verb there (من تكاليف العلاج)."""
    kind, word = shape(lexed, number), lexed.word(number)
    if kind is Shape.VERB:
        owned = next_word(lexed, number, set())
        governs = owned is not None and shape(lexed, owned) is Shape.DEFINITE and not word.endswith(_VERBAL)
        return governs or (word.startswith(_TA) and word not in words().past)  # من أسهم الشركة
    return kind in (Shape.NOUN, Shape.DEFINITE, Shape.PREPOSITION)
