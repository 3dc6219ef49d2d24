"""The clause that a participle goes on with without a comma, behind a conjunction: …، حيث سأله [الزائر] قائلا; …، إلا أنه رفض قائلا."""

from bisect import bisect_left

from hiwar.builders.statements.antecedents import main_subject
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.fold import fold_word, fold_words

_WHERE = fold_words(("حيث", "إذ", "فيما", "بينما", "ثم", "وبعدها"))
_BUT = fold_words(("إلا", "غير", "بيد"))
_THAT = fold_word("أن")
_YET = (fold_word("لكن"), fold_word("ولكن"))
_PRONOUNS = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم", "هما"))


def begins(reading: Reading, sentence: int, cue: int) -> tuple[bool, Span | None]:
    """Return whether such a clause begins behind the last comma before a cue, and its subject if it has one of its own."""
    lexed = reading.lexed
    comma = bisect_left(lexed.commas, cue) - 1
    if comma < 0 or lexed.commas[comma] < sentence:
        return False, None
    number = lexed.word_from(lexed.commas[comma])
    word, behind = lexed.word(number), lexed.word(number + 1)
    if word in _WHERE and not behind.startswith(_THAT):
        subject = main_subject(reading, lexed.word_ends[number], cue)
        somebody = subject is not None and reading.known(subject[0])
        return somebody, subject
    owned = (word in _BUT and behind.startswith(_THAT) and behind.endswith(_PRONOUNS)) or (
        word.startswith(_YET) and word.endswith(_PRONOUNS)
    )
    return owned, None
