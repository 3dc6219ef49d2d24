"""Where the content of a cue begins: what the cue demands is looked for from left to right, over the subject."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import foreign, next_line
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.marks import Marks
from hiwar.builders.statements.objects import WHAT
from hiwar.builders.statements.reading import AL, WITHIN, Reading
from hiwar.builders.statements.targets import BARE_TARGET, DEMONSTRATIVES
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import BRACKET, COLON, COMMA, DIGIT, LETTER, MARK, SPACE

_WINDOW = 70  # words that a subject with its appositions and adverbials may take
_SUBJECT = 15  # words between a cue and the colon at the end of its line
_BUT, _W = fold_word("لكن"), fold_word("و")
_SHUT = b"- "
_ACCUSATIVE, _PLURAL, _FEMININE = (fold_word(ending) for ending in ("ا", "ين", "ة"))
_ALL_OF, _OR_MOTHER = fold_word("كل من"), fold_word("أم")
_IT_IS = frozenset(fold_word(word) for word in ("هي", "وهي"))


def find(reading: Reading, cue: Cue, subject_before: bool) -> Begin | None:
    """Return where the content of a cue begins, or None if what it demands does not follow."""
    scan = _Scan(reading, cue, subject_before)
    return scan.run()


class _Scan(Marks):
    """The steps of a walk over marks, numbers and framing words."""

    def run(self) -> Begin | None:
        classes = self.lexed.classes
        while self.position < self.limit and self.words < _WINDOW:
            kind = classes[self.position]
            if kind == COLON and not self.timed():
                return self.colon()
            if kind == MARK or (kind == BRACKET and self.reading.quotes.opening_at(self.position)):
                if (begin := self.mark()) is not None:
                    return begin
            elif kind == BRACKET:
                self.bracket()
            elif kind == COMMA:
                self.position = (self.cited_aside() or self.position) + 1
                if self.passed is None and self.spoken_plainly():
                    self.passed = (self.reading.next_token(self.position, self.limit), "that")
                if self.coordinated():
                    return self.leftover()
                self.in_frame = self.cited = False
                self.in_relative = False
                self.fresh = True
            elif kind == LETTER:
                done, begin = self.word()
                if done:
                    return begin
            elif kind == DIGIT:
                if (begin := self.digit()) is not None:
                    return begin
            elif self.lexed.shadow.startswith(_SHUT, self.position) and self.in_dashes():
                return self.leftover()  # النائب -الذي انتقد الوزير- إن: the verb outside
            else:
                self.position = (self.cited_aside() or self.past_dashes() - 1) + 1
        return self.leftover()

    def reported_within(self, start: int, end: int) -> bool:
        """Whether a verb that reports in a medium stands there (رسالة وصف فيها)."""
        following = self.lexed.word(self.lexed.word_from(end))
        return (
            bool(self.subject_words) and following in WITHIN and self.lexed.hit_at("verb", start) is not None
        )

    def timed(self) -> bool:
        """Whether the colon at the position stands between digits (الساعة 6:19)."""
        around = self.lexed.classes[self.position - 1 : self.position + 2 : 2]
        return around == bytes([DIGIT, DIGIT])

    def coordinated(self) -> bool:
        """Whether another clause is joined with و after the comma (an aside, وهو …, is not)."""
        number = self.lexed.word_from(self.position)
        word = self.lexed.word(number)
        if self.reading.gap(
            self.position, min(self.limit, self.lexed.word_starts[number] if word else self.limit)
        ):
            return False
        counted = word == _W and self.lexed.classes[self.lexed.word_ends[number]] == DIGIT  # و400 مندوب
        if (
            word[:1] != _W
            or counted
            or word in words("own_letter")
            or word in words("particle")
            or word[1:] in words("relative")
            or (word[1:] in words("aged") and self.lexed.word(number + 1) in words("aged", "after"))
        ):
            return False
        if word[1:].startswith(AL) and (
            self.cue.form.kind == "noun"
            or "object" not in self.takes
            or (self.object is None and self.that_later(self.lexed.word_ends[number]))
        ):
            return False  # وقال المشاركون في اللقاء، والقائمون عليه، إن
        if word[1:] in words("aside") or self.all_of():
            return False
        if self.titled() and word[1:] in words("head") and self.that_later(self.lexed.word_ends[number]):
            return False  # رئيس اللجنة، ومدير الصندوق أن
        office = self.lexed.hit_at("title", self.lexed.word_starts[number] + 1) is not None
        if office and self.subject_words and self.that_apart(self.lexed.word_ends[number]):
            return False  # سالم نصار، وأستاذ القانون بالجامعة، أن
        return self.reading.hit_word("complementizer", self.lexed.word_starts[number]) is None

    def all_of(self) -> bool:
        """Whether the subject begins with «كل من», so that more names follow."""
        first = self.reading.words_in(self.cue.end, self.limit, 2)
        return len(first) == 2 and self.lexed.shadow[first[0][0] : first[1][1]] == _ALL_OF

    def colon(self) -> Begin | None:
        at = self.position
        if "speech" not in self.takes:
            return self.leftover() if self.object is not None else None
        if self.clause is not None and self.lexed.classes[self.cue.end] == COMMA:
            return self.leftover()  # وأضاف، لذلك نعمل لأمرين: …
        after = self.reading.next_token(at + 1, self.limit)
        if self.object is not None and self.reading.quotes.opening_at(after) is None:
            return self.object
        hit = self.lexed.hit_at("complementizer", after)
        if hit is None:
            here = self.begin(at + 1, "colon", at)
            if here is not None or self.words > _SUBJECT:
                return here
            return next_line.find(self.reading, self.cue, at, self.subject_end)
        begin = self.after_complementizer(hit, hit.start, hit.end)
        return begin and begin._replace(via="colon", subject=(self.cue.end, min(self.subject_end or at, at)))

    def mark(self) -> Begin | None:
        quote = self.reading.quotes.opening_at(self.position)
        if quote is None:
            self.position += 1
            return None
        if self.object is not None and self.said_in_medium(quote):
            return self.begin(quote.open, "speech", quote.open)
        if self.object is not None:
            self.position = quote.close if quote.close <= self.limit else quote.start
            return None
        speaks = "speech" in self.takes or bool(self.takes & {"object", "claim"})
        if speaks and self.speech(quote) and not self.label(quote):
            return self.begin(quote.open, "speech", quote.open)
        if self.marked_noun(quote):
            return self.begin(quote.open, "object", quote.open)
        if quote.closed and quote.close <= self.limit:
            after = self.reading.next_token(quote.close, self.limit)
            if self.told_behind_label(quote):
                self.passed = (quote.open, "speech")
            elif self.passed is None and self.turned_to_marked(quote) and self.spoken_to(after):
                self.passed = (after, "that")
            self.position = quote.close
            self.previous = b"-"
            self.fresh = False
            self.subject_words += 1
        else:
            self.position = quote.start
        return None

    def bracket(self) -> None:
        """Step over what stands in brackets."""
        number = bisect_right(self.lexed.brackets, self.position)
        shut = self.lexed.brackets[number] if number < len(self.lexed.brackets) else self.limit
        pair = self.lexed.shadow[self.position : self.position + 1] + self.lexed.shadow[shut : shut + 1]
        self.position = shut + 1 if pair == b"()" and shut < self.limit else self.position + 1

    def digit(self) -> Begin | None:
        """Begin a bare object with a number that counts (أعلن الجيش 5 قتلى), and step over any other."""
        number = bisect_right(self.lexed.digit_starts, self.position) - 1
        end = self.lexed.digit_ends[number]
        year = end - self.position == 4 and self.lexed.shadow[self.position : self.position + 2] in (
            b"19",
            b"20",
        )
        counts = not year and self.lexed.classes[end : end + 2] == bytes([SPACE, LETTER])
        dated = (
            self.previous in words("preposition")
            or self.previous == AL
            or self.previous in words("aged", "before")
            or self.previous in words("frame", "word")
            or (
                self.previous.startswith(AL)
                and self.reading.word_before(self.last)[0] in words("preposition")
            )
        )  # في القاعة 8
        aside = self.in_relative or self.in_frame or self.resumed or self.object is not None
        if counts and not dated and not aside and self.closed():
            later = "that" in self.takes and self.that_later(end)  # مصادر من البرنامج 30 أن
            if "object" in self.takes and not self.fresh and not later:
                return self.begin(self.position, "object")
            self.counted = self.position if self.counted is None else self.counted
        self.position = end
        return None

    def word(self) -> tuple[bool, Begin | None]:
        """Judge the word at the position; (True, …) ends the walk."""
        number = self.lexed.word_at(self.position)
        assert number is not None
        start, end = self.lexed.word_starts[number], self.lexed.word_ends[number]
        word = self.lexed.word(number)
        self.words += 1
        for step in (self.complementizer, self.preposition, self.frame, self.stop, self.noun_phrase):
            if (outcome := step(word, start, end)) is not None:
                return outcome
        if not self.in_frame and not self.in_relative:
            self.subject_words += 1
            if self.titled() and self.may_be_target(word, start):
                self.last_bare = start
        self.fresh = False
        self.previous, self.last = word, start
        self.position = end
        return False, None

    def frame(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        cited = self.lexed.hit_at("attribution", start)
        if cited is not None and not cited.entry.verb and self.subject_words and self.object is None:
            self.subject_end = self.subject_end or start
            self.in_frame, self.cited, self.fresh, self.dated = True, True, False, False
            self.previous, self.last = self.reading.word_before(cited.end)
            self.position = cited.end
            return False, None
        hit = self.reading.frame(start)
        if hit is None and word[:1] == _W:
            joined = self.reading.frame(start + 1)  # وبشدة
            hit = joined if joined is not None and joined.entry == "word" else None
        if hit is None:
            return None
        if self.subject_words and self.subject_end is None:
            self.subject_end = start
        self.dated = hit.entry == "word"
        if hit.entry in ("medium", "preposition"):
            self.in_frame = True
        if hit.entry == "medium":
            self.medium = start
        self.previous = self.reading.word_before(hit.end)[0]
        self.fresh = True
        self.position = hit.end
        if not self.subject_words:
            self.content_from = hit.end
        return False, None

    def stop(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        """End the walk at words that open another clause."""
        if word in words("relative"):
            self.in_relative = True
            if self.subject_words and self.subject_end is None:
                self.subject_end = start
            return None
        if self.in_frame:
            return None
        aside = "that" in self.takes and bool(self.subject_words) and self.that_apart(end)
        if self.reading.in_class(word, "modal") and not self.in_relative and not aside:
            self.clause = start if self.clause is None else self.clause
            return True, self.leftover()
        mother = word == _OR_MOTHER and self.previous in _IT_IS
        if (
            self.reading.hit_word("conjunction", start) is not None
            and not mother
            and (not self.fresh or "target" in self.takes or self.object is not None)
            and not self.in_relative
            and not foreign.particle(self.reading, self.lexed.word_from(start))
            and not (word == WHAT and self.takes & {"object", "target"} and self.verb_follows(end))
        ):
            self.clause = start if word in words("clause") and self.clause is None else self.clause
            return True, self.leftover()
        if word.startswith(_BUT) and len(word) > len(_BUT) and not self.in_relative and self.subject_words:
            return True, self.leftover()  # لكنها لم ترد
        if self.reported_within(start, end):
            return True, self.leftover()  # كتب رسالة وصف فيها: the second verb's
        if word in DEMONSTRATIVES and "target" in self.takes and not self.subject_words:
            return True, self.leftover() if self.cue.form.verb.lemma in BARE_TARGET else self.begin(
                start, "target", start
            )
        coordinate = word[:1] == _W and self.lexed.hit_at("verb", start + 1) is not None
        coordinate = coordinate and word[1:] not in words("aged") | words("aside")
        if coordinate and self.unnamed_by_wish(end):
            self.in_relative, self.subject_end = True, self.subject_end or start
            return None  # قال أحد المسؤولين ورفض نشر اسمه «…»
        if coordinate and not self.in_relative and len(word) > 3 and self.previous not in words("head"):
            hit = self.lexed.hit_at("verb", start + 1)
            if hit is not None and hit.word_start == start and self.another_object(hit):
                return True, self.leftover()
        if (
            self.lexed.hit_at("participle", start) is not None
            and not self.in_relative
            and (
                word.endswith(_ACCUSATIVE)
                or (word.endswith(_PLURAL) and not self.fresh)
                or self.goes_along(word, start)
            )
        ):
            comma = COMMA in self.lexed.classes[start - 2 : start]
            bare = "object" in self.takes and "that" not in self.takes
            if not comma and self.clause is None and self.takes & {"that", "speech"} and not bare:
                self.position, self.fresh = end, True  # «أضاف موضحاً أن»: one statement
                return False, None
            return True, self.leftover()
        return None

    def goes_along(self, word: bytes, start: int) -> bool:
        """Whether a participle after a comma agrees with a feminine cue, so that what follows is its own (، لافتة إلى أن)."""
        feminine = self.cue.form.gender == "f" and word.endswith(_FEMININE)
        return feminine and COMMA in self.lexed.classes[start - 2 : start]
