"""Where the walk to a content ends without it: at words that open another clause, or say something themselves."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import beginnings, foreign
from hiwar.builders.statements.ahead import PREPOSITIONS
from hiwar.builders.statements.marks import Marks
from hiwar.builders.statements.mention_ends import withholds
from hiwar.builders.statements.objects import WHAT
from hiwar.builders.statements.participles import counted
from hiwar.builders.statements.reading import WITHIN
from hiwar.builders.statements.targets import BARE_TARGET, DEMONSTRATIVES
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_BUT, _W = fold_word("لكن"), fold_word("و")
_ACCUSATIVE, _PLURAL, _FEMININE = (fold_word(ending) for ending in ("ا", "ين", "ة"))
_SAYING = "قال"
BROUGHT = frozenset({"أضاف", "تابع", "أردف", "استطرد", "صرح", "رد", "علق", "عقب", "أجاب", "غرد", "كتب"})
_OR_MOTHER, _IN_WHAT = fold_word("أم"), fold_word("فيما")
_IT_IS = fold_words(("هي", "وهي"))


class Stops(Marks):
    """The step of a walk over words that end it."""

    def stop(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        """End the walk at words that open another clause."""
        if word in words("relative"):
            self.in_relative = True
            if self.subject_words and self.subject_end is None:
                self.subject_end = start
            return None
        if self.in_frame:
            return None
        if word == _IN_WHAT and self.lexed.word(self.lexed.word_from(end)) in words("called"):
            self.in_relative = True  # مصادر فيما يسمى «المجلس»
            return None
        aside = "that" in self.takes and bool(self.subject_words) and self.that_apart(end)
        if self.reading.in_class(word, "modal") and not self.in_relative and not aside:
            self.clause = start if self.clause is None else self.clause
            return True, self.leftover()
        mother = word == _OR_MOTHER and (
            self.previous in _IT_IS or beginnings.mother(self.reading, self.lexed.word_from(start), False)
        )
        if (
            self.reading.hit_word("conjunction", start) is not None
            and not mother
            and (not self.fresh or "target" in self.takes or self.object is not None)
            and not self.in_relative
            and not foreign.particle(self.reading, self.lexed.word_from(start))
            and not (word == WHAT and self.takes & {"object", "target"} and self.happens(end))
        ):
            self.clause = start if word in words("clause") and self.clause is None else self.clause
            return True, self.leftover()
        if word.startswith(_BUT) and len(word) > len(_BUT) and not self.in_relative and self.subject_words:
            return True, self.leftover()  # لكنها لم ترد
        if (wished := self.past_wish(word, start, end)) is not None:
            self.subject_end = self.subject_end or start
            self.previous, self.last = self.reading.word_before(wished)
            self.position, self.fresh = wished, True
            return False, None
        if self.reported_within(start, end):
            return True, self.leftover()  # كتب رسالة وصف فيها: the second verb's
        if self.subject_words and withholds(self.reading, self.lexed.word_from(start)):
            self.in_relative, self.subject_end = True, self.subject_end or start
            return None  # قال مسؤول طلب عدم ذكر اسمه إن
        if self.says_again(start):
            self.subject_end = self.subject_end or start
            self.position, self.fresh = end, True  # وأضاف المدير يقول: one statement
            return False, None
        if word in DEMONSTRATIVES and "target" in self.takes and not self.subject_words:
            return True, self.leftover() if self.cue.form.verb.lemma in BARE_TARGET else self.begin(
                start, "target", start
            )
        coordinate = word[:1] == _W and self.lexed.hit_at("verb", start + 1) is not None
        coordinate = coordinate and word[1:] not in words("aged") | words("aside")
        if coordinate and not self.in_relative and len(word) > 3 and self.previous not in words("head"):
            hit = self.lexed.hit_at("verb", start + 1)
            if hit is not None and hit.word_start == start and self.another_object(hit):
                return True, self.leftover()
        if (
            self.lexed.hit_at("participle", start) is not None
            and not self.in_relative
            and not counted(self.reading, start)
            and (
                word.endswith(_ACCUSATIVE)
                or (word.endswith(_PLURAL) and not self.fresh)
                or self.goes_along(word, start, end)
                or self.tells_itself(start, end)
            )
        ):
            if self.says_only(start):
                self.position, self.fresh = end, True  # «أضاف المدير، قائلاً: …»: one statement
                return False, None
            comma = COMMA in self.lexed.classes[start - 2 : start]
            bare = "object" in self.takes and ("that" not in self.takes or self.object is not None)
            if not comma and self.clause is None and self.takes & {"that", "speech"} and not bare:
                self.position, self.fresh = end, True  # «أضاف موضحاً أن»: one statement
                return False, None
            return True, self.leftover()
        return None

    def says_only(self, start: int) -> bool:
        """Whether a participle of قال only brings the words of a verb that goes on or answers."""
        hit = self.lexed.hit_at("participle", start)
        own = self.object is not None or self.clause is not None or self.passed is not None
        brings = hit is not None and hit.entry.verb.lemma == _SAYING
        return brings and self.cue.form.verb.lemma in BROUGHT and not own

    def says_again(self, start: int) -> bool:
        """Whether the present of قال behind the subject or the verb only brings the words of a verb that goes on (تابع المدير يقول)."""
        hit = self.lexed.hit_at("verb", start)
        if hit is None or hit.entry.verb.lemma != _SAYING or self.in_relative:
            return False
        goes_on = self.cue.form.verb.lemma in BROUGHT and self.cue.form.kind == "finite"
        return goes_on and (hit.entry.tense, hit.entry.gender) == ("present", self.cue.form.gender)

    def tells_itself(self, start: int, end: int) -> bool:
        """Whether what a participle after a comma demands follows it at once (اتهامات الشركة، مؤكدين أن)."""
        hit = self.lexed.hit_at("participle", start)
        if hit is None or COMMA not in self.lexed.classes[start - 2 : start]:
            return False
        at = self.reading.next_token(end, self.limit)
        own = PREPOSITIONS.get(self.lexed.word(self.lexed.word_from(end))) in hit.entry.verb.takes
        return own or self.lexed.hit_at("complementizer", at) is not None

    def goes_along(self, word: bytes, start: int, end: int) -> bool:
        """Whether a participle after a comma agrees with a feminine cue, so that what follows is its own (، لافتة إلى أن;
        not في بيان، مواصلة العمل)."""
        feminine = self.cue.form.gender == "f" and word.endswith(_FEMININE)
        comma = COMMA in self.lexed.classes[start - 2 : start]
        return feminine and comma and not self.reading.content_noun(start, end)

    def reported_within(self, start: int, end: int) -> bool:
        """Whether a verb that reports in a medium stands there (رسالة وصف فيها)."""
        following = self.lexed.word(self.lexed.word_from(end))
        return (
            bool(self.subject_words) and following in WITHIN and self.lexed.hit_at("verb", start) is not None
        )
