"""Whether a word that begins with ب or ل, or a noun behind a given name, belongs to the subject, and joins nothing on."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.ahead import NAME_WORDS, PREPOSITIONS
from hiwar.builders.statements.governed import Governed
from hiwar.builders.statements.reading import AL, is_content_noun
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COLON

_B, _L = fold_word("ب"), fold_word("ل")
_OF_RELIGION = fold_word("الدين")
_PEOPLE = ("title", "unnamed", "given")
_KINDS = ("nation", "document", "head", "state", "places", "organization")


class OwnLetters(Governed):
    """The questions of a walk about a word that begins like one with a preposition."""

    def noun_phrase(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        """Note where a noun phrase may begin, but for a family name, and what only says that it is the same (المصدر ذاته)."""
        same = word in words("itself") and bool(self.subject_words) and not self.fresh
        return None if same or self.surname(word, start, end) else super().noun_phrase(word, start, end)

    def surname(self, word: bytes, start: int, end: int) -> bool:
        """Whether a noun with the article right behind a given name is a family name, as what is told follows it (أعلن التاجر
        سعيد الحداد إغلاق)."""
        given = bool(self.subject_words) and self.lexed.hit_at("given", self.last) is not None
        if given and word == _OF_RELIGION and not self.fresh:
            return True  # سعد الدين
        given = given and self.subject_words > 1
        if not (given and word.startswith(AL)) or self.fresh or self.previous.startswith(AL):
            return False
        if word.removeprefix(AL) in words("addressee") or self.reading.known(start, _KINDS):
            return False  # وعد الأمير فيصل الشباب بـ
        following = self.reading.words_in(end, self.limit, 1)
        if not following or self.reading.gap(end, following[0][0]):
            return self.demanded_soon(end, 1)
        first, last = following[0]
        glued = self.lexed.shadow[first : first + 1] == _B
        joined = self.reading.content_noun(first + glued, last) and not self.lexed.shadow.startswith(
            AL, first + glued
        )
        return joined or self.demanded_soon(end, 1)

    def own_letter(self, start: int, end: int) -> bool:
        """Whether ب or ل is the first letter of a noun or of a name, behind which follows what the cue demands (بريطانيا، بلاغ،
        لجنة; صرح نزار بركة أن)."""
        for_whom = self.lexed.shadow[start : start + 1] == _L
        kinds = (*_KINDS, *_PEOPLE) if for_whom else _KINDS
        hits = (self.lexed.hit_at(kind, start) for kind in kinds)
        if any(hit is not None and hit.start == start and hit.end >= end for hit in hits):
            return True
        if not for_whom and self.placed(start):
            return True
        named = bool(self.subject_words) and not for_whom and not self._noun(start, end)
        return named and self.demanded_soon(end, 1)

    def placed(self, start: int) -> bool:
        """Whether ب tells where the subject is, as a place follows, and what the cue demands with ب right behind it (نددت الجالية
        بالساحل | بالتصريحات)."""
        hits = (self.lexed.hit_at(kind, start + 1) for kind in ("state", "places"))
        place = next((hit for hit in hits if hit is not None), None)
        if place is None or "ب" not in self.takes or not self.subject_words:
            return False
        following = self.reading.words_in(place.end, self.limit, 1)
        if not following or self.reading.gap(place.end, following[0][0]):
            return False
        first, last = following[0]
        return self.lexed.shadow[first : first + 1] == _B and self._noun(first, last)

    def of_subject(self, start: int, end: int) -> bool:
        """Whether ل belongs to an office or a body, and what the cue demands is still to come (أسف الأمين العام لحزب الساحل
        سالم نصار أن)."""
        if not self.subject_words or self.cue.act == "praise" or self._noun(start, end):
            return False  # شكر المدير للفريق عمله
        return self.demanded_soon(end, 2 * NAME_WORDS)

    def demanded_soon(self, end: int, most: int) -> bool:
        """Whether أن, a colon or another preposition that the cue demands stands within the next words."""
        last = end
        for at, after in self.reading.words_in(end, self.limit, most):
            if "speech" in self.takes and COLON in self.lexed.classes[last:at]:
                return True
            if self.lexed.hit_at("complementizer", at) is not None:
                return "that" in self.takes
            if self.lexed.hit_at("participle", at) is not None:
                return False
            if PREPOSITIONS.get(self.lexed.shadow[at:after]) in self.takes:
                following = self.reading.words_in(after, self.limit, 1)
                return bool(following) and (
                    self.reading.content_noun(*following[0])
                    or self.lexed.hit_at("complementizer", following[0][0]) is not None
                )
            last = after
        return False

    def _noun(self, start: int, end: int) -> bool:
        """Whether a noun of content follows the letter, also behind the article that ل swallows (للحوار)."""
        word = self.lexed.shadow[start:end]
        return self.reading.content_noun(start + 1, end) or (
            word[:2] == _L + _L and is_content_noun(word[2:])
        )
