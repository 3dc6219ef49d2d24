"""Speech without أن, a colon or marks: where a clause may begin that only the verb before it shows to be said."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, is_past_feminine
from hiwar.builders.statements.targets import Targets
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb

BARE_CLAUSE = frozenset({"قال", "أضاف", "ذكر"})
_BARE_IF_PLAIN = frozenset({"أكد", "أوضح", "أشار"})
_GOING_ON = frozenset({"أضاف", "قال", "تابع", "أردف", "استطرد"})
_SHORT = 2  # words of a subject before plain speech
_SIN, _WE = fold_word("س"), fold_word("نا")
_PERSONS = tuple(fold_word(letter) for letter in "ينتأ")
_WE_DID = 5  # letters of a verb in the first person of the plural


class PlainSpeech(Targets):
    """The questions of a walk about a clause that follows the verb as it is."""

    def note_clause(self, word: bytes, start: int, end: int) -> None:
        """Note where a clause without أن may begin: at a verb that the subject does not hold."""
        if self.clause is not None or self.in_relative or self.in_frame:
            return
        if self.cue.form.verb.lemma in BARE_CLAUSE and self.opens_at_once(word, start, end):
            self.clause = start
            return
        future = len(word) > 4 and word[:1] == _SIN and word[1:2] in _PERSONS
        denying = self.cue.initial and self.cue.after_ma is None and self.cue.form.verb.lemma in BARE_CLAUSE
        opens = word in words("clause") and (denying or word not in words("negation"))
        if future or opens or (self.subject_words and is_past_feminine(word)):
            self.clause = start

    def opens_at_once(self, word: bytes, start: int, end: int) -> bool:
        """Whether a clause begins right behind the verb, or behind who is turned to: with a verb (مضيفاً تزيد النسبة، وأضاف بلغت
        الكلفة، وقال حرصنا), or with a question or a noun (قال له كيف نجوت)."""
        turned_to = self.previous in words("to_him") and self.subject_words == 1
        if self.subject_words and not turned_to:
            return False
        if self.cue.form.kind == "participle":
            return self.verb_follows(self.cue.end)
        told = self.cue.prefixed and self.cue.after_ma is None and self.cue.form.tense == "past"
        if not told or self.reading.known(start) or self.lexed.hit_at("frame", start) is not None:
            return False
        if word in words("question"):
            return True
        if turned_to:
            return not word.startswith(AL) and word not in words("preposition")
        ours = word.endswith(_WE) and len(word) >= _WE_DID and not self.reading.content_noun(start, end)
        verb = is_verb(word, self.lexed.raw_text(start, end)) and self.lexed.hit_at("verb", start) is None
        return ours or verb

    def plain(self) -> bool:
        """Whether the clause that was noted is what the verb says."""
        lemma = self.cue.form.verb.lemma
        bare = lemma in BARE_CLAUSE or (lemma in _BARE_IF_PLAIN and self.plain_clause())
        return bare and self.clause is not None and not self.reported()

    def plain_clause(self) -> bool:
        """Whether a word that opens a clause by itself stands where it may begin (أكد المدير يجب أن نعمل)."""
        word = self.lexed.word(self.lexed.word_from(self.clause)) if self.clause is not None else b""
        return word in words("clause") or word in words("modal")

    def reported(self) -> bool:
        """Whether the clause is another's speech, in which the cue only stands as an aside (، أضاف البيان، أعرب)."""
        hit = self.lexed.hit_at("verb", self.clause) if self.clause is not None else None
        return hit is not None and not (hit.entry.verb.careful and self.cue.form.kind == "participle")

    def spoken_plainly(self) -> bool:
        """Whether speech without أن or marks follows the comma right behind وأضاف, or behind a short subject (وأضاف سالم، كانت)."""
        form, at = self.cue.form, self.reading.next_token(self.position, self.limit)
        number = self.lexed.word_at(at) if at < self.limit else None
        if form.verb.lemma not in _GOING_ON or not (self.cue.prefixed or form.kind == "participle"):
            return False
        if number is None or self.reading.frame(at) is not None or self.lexed.hit_at("participle", at):
            return False
        word, end = self.lexed.word(number), self.lexed.word_ends[number]
        if not self.subject_words:
            return self.reading.count_words(self.cue.end, self.position) == 0  # not وأضاف عليه،
        verb = is_verb(word, self.lexed.raw_text(at, end)) and self.lexed.hit_at("verb", at) is None
        ours = word.endswith(_WE) and len(word) >= _WE_DID and not self.reading.known(at)
        apart = self.subject_words <= _SHORT and not self.in_relative and not self.in_frame
        return (verb or ours) and apart

    def spoken_to(self, at: int) -> bool:
        """Whether speech goes on as it is behind the name in marks of whom it is said to (وقال لـ«الساحل» العمل مستمر)."""
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is None or self.cue.form.verb.lemma not in BARE_CLAUSE or self.cue.form.kind != "finite":
            return False
        word = self.lexed.word(number)
        aside = word in words("preposition") or self.reading.in_class(word, "relative")
        aside = aside or self.reading.frame(at) is not None or self.lexed.hit_at("participle", at) is not None
        return not aside and not self.reading.known(at) and self.cue.after_ma is None
