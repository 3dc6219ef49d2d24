"""Who a verb without a subject inside reported speech goes back to, where that is not the one who speaks."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.mention import Reader
from hiwar.builders.speakers.phrase import DOCUMENT, PERSON, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.said import Said, agrees
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_words

_KINDS = ("title", "given", "head", "organization", "ministry", "state", "unnamed", "many")
_LONGEST = 40  # words of a subject with its titles
_HE = fold_words(("إنه", "أنه", "بأنه", "إنها", "أنها", "بأنها", "إنهم", "أنهم"))
_THAT = fold_words(("أن", "إن"))
_WHAT = fold_words(("ما", "مما", "عما", "بما", "لما"))


def inner_subject(
    words: Words, reader: Reader, said: Said, statement: Statement, mention: Mention
) -> Entity | None:
    """Return the subject of the clause of reported speech in which the cue stands: قال المتحدث إن [الوزير] زار المصنع ودعا.

    What qualifies something (ما وصفه، التي قالت) and a verb behind a pronoun for the one who speaks (إنه توقع) are his own.
    """
    cue = words.lexed.word_from(statement.cue_start)
    if words.is_any(cue, "participle") or _own(words, cue):
        return None
    first = words.lexed.word_from(said.start)
    stops = words.lexed.stops
    if first >= cue or bisect_right(stops, said.start) < bisect_right(stops, statement.cue_start):
        return None
    phrase = _subject(words, first, cue)
    if phrase is None or phrase.after > cue:
        return None
    entity = reader.meant(phrase, None).entity
    named = entity.kind not in (DOCUMENT, PERSON) or len(entity.terms) > 1
    return entity if named and agrees(entity, mention.gender, mention.number) else None


def _own(words: Words, cue: int) -> bool:
    """Return whether the cue stands behind a relative, ما, or a pronoun for the one who speaks."""
    before = words.word(cue - 1)
    return before in function_words("relative") or before in _WHAT or before in _HE


def _subject(words: Words, first: int, cue: int) -> Phrase | None:
    """Return the noun phrase that begins reported speech, or stands behind its verb."""
    first += words.word(first) in _THAT
    for number in (first, first + 1):
        if number > first and (words.gap(number) or not verb(words, first)):
            return None
        if words.is_any(number, *_KINDS) and not words.is_any(number, "verb", "prepositions"):
            return read_phrase(words, number, min(cue, number + _LONGEST), bounded=False)
    return None
