"""Whether somebody who stands behind يعتبر judges, or what stands there is held to be something (passive)."""

from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word

_PLURAL = fold_word("ون")
_NISBA, _MEEM, _ALIF = (fold_word(letter) for letter in "يما")
_AGENT = 4  # letters of فاعل


def judged_by_people(reading: Reading, begin: Begin, after: Span | None) -> bool:
    """Whether people, in the nominative of the plural, or a state before another name follow the verb (يعتبر المزارعون هذا
    الموسم ناجحا; تعتبر روسيا «داعش» منظمة; not يعتبر القانون)."""
    inside = reading.words_in(*after) if after is not None else []
    if not inside:
        return False
    first = reading.lexed.shadow[slice(*inside[0])]
    if reading.known(inside[0][0], ("state",)):
        return reading.known(begin.start, ("state", "organization", "given"))
    return first.startswith(AL) and _people(first.removeprefix(AL))


def _people(word: bytes) -> bool:
    """Whether a noun has the shape of people in the plural: باحثون، مشاركون، مصريون."""
    stem = word.removesuffix(_PLURAL)
    if stem == word or len(stem) < _AGENT:
        return False
    return stem.endswith(_NISBA) or stem.startswith(_MEEM) or (len(stem) == _AGENT and stem[1:2] == _ALIF)
