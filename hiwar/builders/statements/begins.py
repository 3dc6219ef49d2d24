"""Where the content of a cue begins: what the cue demands is looked for from left to right, over the subject."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import next_line
from hiwar.builders.statements.ahead import PREPOSITIONS
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.offices import named_with_w
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.statements.stops import Stops
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, COLON, COMMA, DIGIT, LETTER, MARK, SPACE

_WINDOW = 70  # words that a subject with its appositions and adverbials may take
_SUBJECT = 15  # words between a cue and the colon at the end of its line
_W = fold_word("و")
_SHUT = b"- "
_LISTED = fold_words(("هي", "هما", "هم", "وهي", "وهم", "وهما", "وهو"))
_SPEAKING = ("title", "unnamed", "organization")
_NAME, _NAMES = ("given",), 8  # words of the names that follow
_SEMICOLON, _WHERE = fold_word("؛"), fold_word("حيث")
_WITHOUT = fold_words(("دون", "بدون"))
_ALL_OF = fold_word("كل من")


def find(reading: Reading, cue: Cue, subject_before: bool) -> Begin | None:
    """Return where the content of a cue begins, or None if what it demands does not follow."""
    scan = _Scan(reading, cue, subject_before)
    return scan.run()


class _Scan(Stops):
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
                if self.another_clause():
                    return self.leftover()
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

    def another_clause(self) -> bool:
        """Whether a semicolon with حيث at the position begins another clause (هددهن؛ حيث تم نقله)."""
        semicolon = self.lexed.shadow[self.position : self.position + 1] == _SEMICOLON
        alone = semicolon and not self.subject_words and self.reading.gap(self.cue.end, self.position) == b""
        return alone and self.reading.word_at_or_after(self.position) == _WHERE

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
        counted = word == _W and self.reading.class_at(self.lexed.word_ends[number]) == DIGIT  # و400 مندوب
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
        somebody = self.reading.known(self.lexed.word_starts[number], _SPEAKING)
        somebody = somebody or (self.titled() and named_with_w(self.reading, number))
        if self.another_name(number):
            return False  # قال سالم نصار، وماجد حسن، إن
        if somebody and self.subject_words and self.that_apart(self.lexed.word_ends[number]):
            return False  # سالم نصار، وأستاذ القانون بالجامعة، أن; سالم نصار، ومصدر بالبلدية، أن; وزير التجارة، وليد نصار، أن
        return self.reading.hit_word("complementizer", self.lexed.word_starts[number]) is None

    def another_name(self, number: int) -> bool:
        """Whether a name is joined on to the name that the subject begins with, and what the cue demands follows soon."""
        start, end = self.lexed.word_starts[number], self.lexed.word_ends[number]
        first = self.reading.words_in(self.cue.end, self.position, 1)
        if not first or not (self.reading.known(first[0][0], _NAME) and self.reading.known(start, _NAME)):
            return False
        soon = self.reading.words_in(end, self.limit, _NAMES)
        governs = any(PREPOSITIONS.get(self.lexed.shadow[slice(*span)]) in self.takes for span in soon)
        return governs or ("that" in self.takes and self.that_later(end))

    def all_of(self) -> bool:
        """Whether the subject begins with «كل من», so that more names follow."""
        first = self.reading.words_in(self.cue.end, self.limit, 2)
        return len(first) == 2 and self.lexed.shadow[first[0][0] : first[1][1]] == _ALL_OF

    def colon(self) -> Begin | None:
        at = self.position
        if "speech" not in self.takes:
            return self.leftover() if self.object is not None else None
        if self.clause is not None and self.reading.class_at(self.cue.end) == COMMA:
            return self.leftover()  # وأضاف، لذلك نعمل لأمرين: …
        if self.previous in _LISTED and self.subject_words > 1:
            return self.leftover()  # تتابع النيابة المتهمين بتهم هي: …
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
        speaks = speaks or ("target" in self.takes and self.fresh and self.subject_words > 1)
        if speaks and self.speech(quote) and not self.label(quote):
            return self.begin(quote.open, "speech", quote.open)
        if self.marked_noun(quote):
            return self.begin(quote.open, "object", quote.open)
        if quote.closed and quote.close <= self.limit:
            after = self.reading.next_token(quote.close, self.limit)
            if self.told_behind_label(quote):
                self.passed = (quote.open, "speech")
            elif (
                self.passed is None
                and (self.turned_to_marked(quote) or self.titled_name(quote))
                and self.spoken_to(after)
            ):
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
        counts = counts and not self.lexed.shadow.startswith(AL, end + 1)  # المهرجان 36 النقاب
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
            if start < self.body_end:
                break  # هيئة الأمر | بالمعروف
            if (outcome := step(word, start, end)) is not None:
                return outcome
        self.body_end = max(self.body_end, self.reading.body_end(start))
        if not self.in_frame and not self.in_relative:
            self.subject_words += 1
            if self.titled() and self.may_be_target(word, start):
                self.last_bare = start
        self.fresh = False
        self.previous, self.last = word, start
        self.position = end
        return False, None

    def past_its_verb(self, end: int) -> int:
        """Return where the verb of an attribution with ما ends, with its pronoun (وفق ما أفادت به | الوزارة)."""
        verb = self.reading.words_in(end, self.limit, 2)
        if len(verb) == 2 and self.lexed.shadow[slice(*verb[1])] in words("with_pronoun"):
            return verb[1][1]
        return verb[0][1] if verb else end

    def frame(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        cited = self.lexed.hit_at("attribution", start)
        told = cited is not None and not (cited.entry.verb and (self.in_relative or word in PREPOSITIONS))
        if cited is not None and told and self.subject_words and self.object is None:
            self.subject_end = self.subject_end or start
            self.in_frame, self.cited, self.fresh, self.dated = True, True, False, False
            self.position = self.past_its_verb(cited.end) if cited.entry.verb else cited.end
            self.previous, self.last = self.reading.word_before(self.position)
            return False, None
        hit = self.reading.frame(start)
        if hit is None and word[:1] == _W:
            joined = self.reading.frame(start + 1)  # وبشدة
            hit = joined if joined is not None and joined.entry == "word" else None
        if hit is None and word in _WITHOUT and self.subject_words and not self.in_relative:
            self.subject_end = self.subject_end or start
            self.in_frame, self.fresh, self.dated = True, True, False
            self.previous, self.last, self.position = word, start, end
            return False, None  # قال نصار دون أن يذكر الوزير بالاسم «…»
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
