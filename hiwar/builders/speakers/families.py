"""Which words of a text are family names, as the places tell where they stand."""

from functools import cached_property
from typing import TYPE_CHECKING

from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb

if TYPE_CHECKING:
    from hiwar.builders.speakers.words import Words

_NO_NAMES = ("title", "head", "unnamed", "document", "prepositions", "ends")
_THEIRS = (fold_word("ها"), fold_word("هم"))
_FOR_THE = fold_word("لل")
_SHORT = 4  # letters of a word that is too short for a noun with a pronoun


class Families:
    """The family names of a text, each kind found when it is first asked for."""

    def __init__(self, words: "Words") -> None:
        self._words = words

    def alone(self, number: int) -> bool:
        """Return whether the word stands elsewhere alone after a reporting verb or a rank: قال الرميح إن."""
        return self._words.word(number) in self._alone

    def of_somebody(self, number: int) -> bool:
        """Return whether the word is somebody's family name elsewhere in the text: سالم الحداد."""
        return self._words.word(number) in self._definite

    def shared(self, number: int) -> bool:
        """Return whether the word is the family name of several: رامي دواهشة، سعد دواهشة."""
        return self._words.word(number) in self._shared

    @cached_property
    def _alone(self) -> set[bytes]:
        words, found = self._words, set()
        for number in [before + 1 for before in words.holding("title", "verb", "participle")]:
            if words.gap(number) or words.is_any(number, *_NO_NAMES):
                continue
            before = words.known("title", number - 1)
            ranked = before is not None and before.entry.rank == "rank" and before.entry.definite
            closed = bool(words.gap(number + 1)) or words.is_any(number + 1, "ends", "prepositions")
            if is_verb(words.word(number), words.raw_word(number)) or self._no_family(number):
                continue
            if ranked or (closed and words.reports(number - 1)):
                found.add(words.word(number))
        return found

    def _no_family(self, number: int) -> bool:
        """Return whether a word goes on with its verb: وأضاف قائلا:، أوضحت للوفد:، تبلغ مساحتها."""
        word = self._words.word(number)
        owned = len(word) > _SHORT and word.endswith(_THEIRS)
        return owned or word.startswith(_FOR_THE) or self._words.is_any(number, "participle")

    @cached_property
    def _definite(self) -> set[bytes]:
        """The words with the article that stand behind a given name, which may be of two words (عبد الله)."""
        words = self._words
        kinds = ("given", "name_second")  # عبد الفتاح
        given = [
            one for number in words.holding(*kinds) for kind in kinds if (one := words.known(kind, number))
        ]
        names = [one.after for one in given if words.definite(one.after) and not words.gap(one.after)]
        return {words.word(number) for number in names if not words.is_any(number, "adjectives", "nation")}

    @cached_property
    def _shared(self) -> set[bytes]:
        """The unknown words without the article that stand behind several given names."""
        words = self._words
        behind: dict[bytes, set[bytes]] = {}
        for number in words.holding("given", "name_second"):
            forename = words.bare("given", number) or words.is_any(number - 1, "name_joined")
            if forename and not words.gap(number + 1) and not words.known_any(number + 1):
                behind.setdefault(words.word(number + 1), set()).add(words.word(number))
        return {word for word, given in behind.items() if len(given) > 1}
