"""Whether أن on the way to a content is the verb's own, or belongs to a word before it."""

from itertools import pairwise

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.ahead import NAME_WORDS, PRONOUNS, Ahead
from hiwar.builders.statements.bare import FROM, NAMELESS
from hiwar.builders.statements.reading import AL
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import Hit
from hiwar.builders.text.shapes import is_verb

_COMPARATIVE = 4  # letters of a comparative
_B = fold_word("ب")
_AMONG_WHAT = fold_words(("مما", "ومما"))
_AS, _OR = fold_word("ك"), fold_word("أو")
_AGAIN = 8  # words between «من» of a subject and another


class Governed(Ahead):
    """The questions of a walk about أن and the word before it."""

    def supposed(self, hit: Hit, start: int, end: int) -> bool:
        """Whether إن sets a condition (رفض التصرف إن كان قد حدث), and tells nothing."""
        if hit.entry or self.lexed.raw_text(start, start + 1) == "أ":
            return False
        after = self.lexed.word(self.lexed.word_from(end))
        return after in words("not_complementizer", "supposing") and self.subject_words > 1

    def of_many(self, end: int) -> bool:
        """Whether «من» belongs to the subject: it goes on with an amount, or another with what is told follows soon (حذر
        العديد من الخبراء من; حذر ناشطون من الساحل من)."""
        if self.counted_of():
            return True
        following = self.reading.words_in(end, self.limit, _AGAIN)
        if not self.subject_words or not following:
            return False
        somebody = self.reading.known(self.last, NAMELESS) and not self.previous.startswith(AL)
        group = somebody and self.lexed.shadow.startswith(AL, following[0][0])
        if self.reading.content_noun(*following[0]) and not group:
            return False
        for (start, last), after in pairwise(following):
            if self.lexed.hit_at("complementizer", after[0]) is not None:
                return "that" in self.takes and group
            apart = self.reading.gap(last, after[0])
            if apart:
                return apart.startswith(b":") and "speech" in self.takes and group
            if self.lexed.shadow[start:last] == FROM:
                loose = self.lexed.shadow[slice(*after)] in words("preposition")  # من دون
                return (group and not loose) or self.reading.content_noun(*after)
        return False

    def compared(self) -> bool:
        """Whether من أن goes on with a comparative (أصغر من أن يتذكر)."""
        word, start = self.reading.word_before(self.last)
        return len(word) == _COMPARATIVE and self.lexed.raw_text(start, start + 1) == "أ"

    def told_within(self, start: int) -> bool:
        """Whether the verb of the relative clause that the walk is in demands أن for itself (التي أعلنت أنها)."""
        number = self.lexed.word_from(start) - 1
        for back in range(number, max(number - NAME_WORDS, -1), -1):
            at = self.lexed.word_starts[back]
            if at <= self.cue.end or self.lexed.word(back) in words("relative"):
                return False
            hit = self.lexed.hit_at("verb", at)
            if hit is not None and not hit.entry.verb.careful and "that" in hit.entry.verb.takes:
                return True
        return False

    def passive_within(self, word: bytes, start: int) -> bool:
        """Whether the verb of the relative clause, which tells how something is seen, governs بأن (أغنية التي توصف بأنها)."""
        end = self.last + len(self.previous)
        straight = word[:1] == _B and not self.reading.gap(end, start)
        return straight and is_verb(self.previous, self.lexed.raw_text(self.last, end))

    def told(self) -> bool:
        """Whether the pronoun of «ما أعلنه» is the content, so that only «من أن» can add to it (not مما قاله أن)."""
        after_ma = self.cue.after_ma or 0
        ma = self.lexed.word(self.lexed.word_from(after_ma))
        pronoun = self.cue.form.pronoun and ma[:1] != _AS and ma not in _AMONG_WHAT
        return pronoun and self.previous != FROM

    def ungoverned(self, word: bytes) -> bool:
        """Whether no noun before أن can govern it, so that it is the verb's own (رئيسة اتحاد العمال اليوم أن)."""
        apart = self.fresh or self.previous == b"-" or self.previous.startswith(AL)
        apart = apart or self.previous in words("honorific") or not self.may_govern()
        if self.object is not None and word[:1] == _B and "that" in self.takes:
            _, before = self.reading.word_before(self.object.start)
            return self.lexed.hit_at("given", before) is not None  # سيف فتح الأسودي بأن
        return word[:1] != _B and apart and "that" in self.takes

    def may_govern(self) -> bool:
        """Whether the word before أن may govern it: a preposition, a participle, a verbal noun, a verb, a noun with its pronoun."""
        previous, end = self.previous, self.last + len(self.previous)
        if previous == _OR:
            return True  # لم يحضر أو أن غيره حضر: joined to what stands before it
        if previous in words("preposition") or self.lexed.hit_at("participle", self.last) is not None:
            return True
        if any(
            self.lexed.hit_at(kind, self.last) is not None for kind in ("given", "state", "places", "nation")
        ):
            return False
        return (
            self.reading.content_noun(self.last, end)
            or previous.endswith(PRONOUNS)
            or is_verb(previous, self.lexed.raw_text(self.last, end))
        )
