"""Where the content of a cue begins: what the cue demands is looked for from left to right, over the subject."""

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from hiwar.builders.cues import Cue
from hiwar.builders.fold import fold_word
from hiwar.builders.knowledge.function_words import words
from hiwar.builders.lex import BRACKET, COLON, COMMA, DIGIT, LETTER, MARK, SPACE, Hit
from hiwar.builders.quotes import PROCLITICS, Quote
from hiwar.builders.reading import (
    AL,
    IMPERSONAL,
    Reading,
    is_adjective,
    is_content_noun,
    is_joined,
    is_past_feminine,
    strip_proclitic,
)

_WINDOW = 70  # words that a subject with its appositions and adverbials may take
_LABEL_WORDS = 6  # a longer quotation is hardly a name
_B, _L, _W = fold_word("ب"), fold_word("ل"), fold_word("و")
_PREPOSITIONS = {fold_word(word): word for word in ("إلى", "على", "عن", "من")}
_WITH_PRONOUN = frozenset(
    fold_word(word)
    for word in ("عنه", "عنها", "عنهم", "إليه", "إليها", "عليه", "عليها", "به", "بها", "منه", "منها", "إليهم")
)
_NOT_B = frozenset(
    fold_word(word)
    for word in (
        "بن", "بنت", "باسم", "بعد", "بعض", "بين", "بينما", "برئاسة", "بقيادة", "بحضور", "بمشاركة", "برفقة", "بشأن", "بخصوص",
        "بحسب", "بسبب", "بهدف", "بدوره", "بدورها", "بيان", "باسمه", "بينهم", "بينها", "بأن", "بغداد", "باريس", "برلين", "بيروت",
        "بكين", "بوتين", "بايدن", "بلاده", "بلادها", "بلدية", "بنك", "باكستان", "بريطانيا", "بروكسل", "بلجيكا", "بيت", "برلمان",
        "بتكلفة", "بنسبة", "بمبلغ", "بقيمة", "بعدد", "بطول", "بمساحة", "بمعدل", "بحجم", "بعيد", "بدر", "بندر", "باشا", "بشار", "بشكل", "بصورة", "بطريقة", "بوزارة", "بمجلس", "بمنطقة", "بمحافظة", "بمدينة",
        "بإقليم", "بجامعة", "بأمانة", "بجهة", "باستمرار", "بوضوح", "بشدة", "بقوة", "بالقول", "بقوله", "بمناسبة", "بموجب",
        "بالتالي", "بالإضافة", "بعدما", "باتجاه", "بمقر", "بمكتبه", "بولاية", "بالرياض", "بجدة", "بمكة", "بالقاهرة", "بدل",
        "بلا", "بل", "بات", "باتت", "بدأ", "بدأت", "بدون", "برنامج", "بعثة", "بلدان", "بلدين", "بلد", "بلدة", "باحث", "باحثون",
        "باراك", "برهم", "بلينكن", "بومبيو", "بنيامين", "بشير", "بلال", "باسل", "بسام", "بهاء", "بطل", "بطولة",
    )
)  # fmt: skip


class Begin(NamedTuple):
    """Where a content begins."""

    start: int
    via: str  # that, speech, colon, object, target, or the preposition
    subject: tuple[int, int]  # the region between cue and content, where the subject may stand
    quote: Quote | None  # the quotation that the content opens with
    clause: bool  # a clause after أن, and not a noun phrase
    pronoun: int | None = None  # where أنه begins, if the content is more than the quotation after it


def find(reading: Reading, cue: Cue, subject_before: bool) -> Begin | None:
    """Return where the content of a cue begins, or None if what it demands does not follow."""
    scan = _Scan(reading, cue, subject_before)
    return scan.run()


class _Scan:
    """One walk from the cue to its content."""

    def __init__(self, reading: Reading, cue: Cue, subject_before: bool) -> None:
        self.reading = reading
        self.lexed = reading.lexed
        self.cue = cue
        self.takes = cue.takes
        self.limit = cue.sentence[1]
        self.position = cue.end
        self.subject_before = subject_before
        self.in_relative = False
        self.in_frame = False
        self.subject_end: int | None = None  # where framing words end the subject
        self.candidates: list[int] = []  # where a second noun phrase may begin
        self.words = 0
        self.last_bare = cue.end  # where the last bare word of the subject stands, who may be the target
        self.last = cue.start  # where the word before starts
        self.previous: bytes = b""  # the word before
        self.fresh = True  # punctuation or a framing word stands before
        self.subject_words = 0
        self.clause: int | None = None  # where a clause without أن may begin
        self.object: Begin | None = None  # a bare object, unless أن or a quotation follows after a comma
        self.content_from = cue.end  # past framing words right after the cue
        self.starts_with_content = False
        self.addressee: int | None = None
        self.content_candidate: int | None = None  # the first candidate that is a noun of the content kind

    def run(self) -> Begin | None:
        classes = self.lexed.classes
        while self.position < self.limit and self.words < _WINDOW:
            kind = classes[self.position]
            if kind == COLON:
                return self.colon()
            if kind == MARK:
                if (begin := self.mark()) is not None:
                    return begin
            elif kind == BRACKET:
                self.bracket()
            elif kind == COMMA:
                self.position += 1
                if self.coordinated():
                    return self.leftover()
                self.in_frame = False
                self.in_relative = False
                self.fresh = True
            elif kind == LETTER:
                done, begin = self.word()
                if done:
                    return begin
            elif kind == DIGIT:
                if (begin := self.digit()) is not None:
                    return begin
            else:
                self.position += 1
        return self.leftover()

    def begin(self, start: int, via: str, cut: int | None = None) -> Begin | None:
        start = self.reading.next_token(start, self.limit)
        if start >= self.limit:
            return None
        quote = None
        if self.lexed.classes[start] == MARK:
            quote = self.reading.quotes.opening_at(start)
            if quote is not None and not self.speech(quote):
                quote = None
        end = cut if cut is not None else start
        clause = via in ("that", "colon", "speech")
        return Begin(start, via, (self.cue.end, min(self.subject_end or end, end)), quote, clause)

    def coordinated(self) -> bool:
        """Whether another clause is joined with و after the comma (an aside, وهو …, is not)."""
        number = self.lexed.word_from(self.position)
        word = self.lexed.word(number)
        if self.reading.gap(
            self.position, min(self.limit, self.lexed.word_starts[number] if word else self.limit)
        ):
            return False
        if (
            word[:1] != _W
            or word in words("own_letter")
            or word in words("particle")
            or word[1:] in words("relative")
        ):
            return False
        if self.cue.form.kind == "noun" and word[1:].startswith(AL):
            return False
        return self.reading.hit_word("complementizer", self.lexed.word_starts[number]) is None

    def colon(self) -> Begin | None:
        at = self.position
        if "speech" not in self.takes or self.lexed.classes[at + 1 : at + 2] == bytes([DIGIT]):
            return None
        after = self.reading.next_token(at + 1, self.limit)
        if self.object is not None and self.reading.quotes.opening_at(after) is None:
            return self.object
        hit = self.lexed.hit_at("complementizer", after)
        return self.begin(at + 1 if hit is None or hit.entry else hit.end, "colon", at)

    def mark(self) -> Begin | None:
        quote = self.reading.quotes.opening_at(self.position)
        if quote is None:
            self.position += 1
            return None
        if self.object is not None:
            self.position = quote.close if quote.close <= self.limit else quote.start
            return None
        speaks = "speech" in self.takes or bool(self.takes & {"object", "claim"})
        if speaks and self.speech(quote) and not self.label(quote):
            return self.begin(quote.open, "speech", quote.open)
        if quote.closed and quote.close <= self.limit:
            self.position = quote.close
            self.previous = b"-"
            self.fresh = False
            self.subject_words += 1
        else:
            self.position = quote.start
        return None

    def speech(self, quote: Quote) -> bool:
        """Whether a quotation is long enough to be more than a name."""
        return self.reading.count_words(quote.start, min(quote.end, quote.start + 200)) >= 2

    def label(self, quote: Quote) -> bool:
        """Whether a quotation is a name inside the subject: after a noun that takes names, or with the content still to come."""
        before, start = self.reading.word_before(quote.open)
        if self.reading.gap(start + len(before), quote.open):
            return False
        bare = strip_proclitic(before)
        if before in PROCLITICS:
            return True
        if before in words("label") or bare in words("label"):
            return True
        size = self.reading.count_words(quote.start, min(quote.end, quote.start + 200))
        if not quote.closed or size > _LABEL_WORDS or not self.subject_words:
            return False
        at = self.reading.next_token(quote.close, self.limit)
        hit = self.lexed.hit_at("complementizer", at) or self.lexed.hit_at("frame", at)
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is not None and self.lexed.word(number)[1:] in words("relative"):
            return True
        return hit is not None or (at < self.limit and self.lexed.classes[at] == COLON)

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
        counts = not year and self.lexed.classes[end : end + 2] == bytes([SPACE, LETTER]) and not self.fresh
        dated = self.previous in words("preposition") or self.previous in words("frame", "word")
        aside = self.in_relative or self.in_frame or self.object is not None
        if "object" in self.takes and counts and not dated and not aside and self.closed():
            return self.begin(self.position, "object")
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
            if self.titled() and not word.startswith(AL) and self.previous not in words("preposition"):
                self.last_bare = start
        self.fresh = False
        self.previous, self.last = word, start
        self.position = end
        return False, None

    def complementizer(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        hit = self.lexed.hit_at("complementizer", start)
        if hit is None or hit.end != end:
            return None
        if self.previous in words("not_complementizer", "before"):
            return None
        if self.cue.after_ma is not None and not self.takes & {"that"}:
            return None
        if not self.takes & {"that", "target"} and word[:1] != _B and "object" not in self.takes:
            return None
        if word[:1] == _B and not self.takes & {"that", "ب", "target"}:
            return None
        if self.object is not None and COMMA not in self.lexed.classes[start - 2 : start]:
            return True, self.object
        if "target" in self.takes and "that" not in self.takes:
            return True, self.target(start)
        return True, self.after_complementizer(hit, start, end)

    def after_complementizer(self, hit: Hit, start: int, end: int) -> Begin | None:
        after = self.reading.next_token(end, self.limit)
        quote = self.reading.quotes.opening_at(after) if after < self.limit else None
        if not hit.entry:
            return self.begin(end, "that", start)
        if quote is not None and self.speech(quote):
            begin = self.begin(after, "that", start)
            return begin and begin._replace(pronoun=start)
        return self.begin(start, "that", start)

    def preposition(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        if self.object is not None:
            return None
        name = _PREPOSITIONS.get(word)
        if name == "إلى" and "target to" in self.takes:
            return True, self.target(start)
        if name in self.takes and name is not None and self.lexed.hit_at("frame", start) is None:
            return self.after_preposition(name, start, end)
        if word in _WITH_PRONOUN and (self.cue.relative is not None or not self.subject_words):
            return (True, None) if self.cue.relative is not None or "speech" not in self.takes else None
        if "target" in self.takes and word == _B and self.lexed.classes[end : end + 1] == bytes([MARK]):
            return True, self.target(start)
        if self.in_relative or (self.in_frame and not self.closed(framed=True)):
            return None
        if "ب" in self.takes and word[:1] == _B and self.glued(word, start, end):
            return True, self.begin(end if len(word) == 1 else start, "ب", start)
        if (
            "ل" in self.takes
            and self.cue.form.kind != "noun"
            and word[:1] == _L
            and self.glued(word, start, end)
        ):
            return True, self.begin(end if len(word) == 1 else start, "ل", start)
        if "target" in self.takes and word[:1] == _B and self.glued(word, start, end):
            return True, self.target(start)
        return None

    def after_preposition(self, name: str, start: int, end: int) -> tuple[bool, Begin | None] | None:
        after = self.reading.next_token(end, self.limit)
        hit = self.lexed.hit_at("complementizer", after)
        if hit is not None:
            begin = self.after_complementizer(hit, hit.start, hit.end)
            return True, begin and begin._replace(
                via=name, clause=True, subject=(self.cue.end, self.subject_end or start)
            )
        return True, self.begin(end, name, start)

    def glued(self, word: bytes, start: int, end: int) -> bool:
        """Whether a word that begins like a glued preposition is one that the cue demands."""
        if len(word) == 1:
            return self.lexed.classes[end : end + 1] != b"" and self.lexed.classes[end] in (
                MARK,
                DIGIT,
                BRACKET,
            )
        if self.previous in words("preposition"):
            return False
        if len(word) < 4 or self.previous in words("head") or self.previous in words("person_title"):
            return False
        if word in _NOT_B and not (self.cue.form.kind != "finite" and not self.subject_words):
            return False
        return self.lexed.hit_at("frame", start) is None

    def frame(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        hit = self.reading.frame(start)
        if hit is None:
            return None
        if self.subject_words and self.subject_end is None:
            self.subject_end = start
        if hit.entry in ("medium", "preposition"):
            self.in_frame = True
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
        if self.lexed.hit_at("conjunction", start) is not None and not self.fresh and not self.in_relative:
            return True, self.leftover()
        if word in _DEMONSTRATIVES and "target" in self.takes and not self.subject_words:
            return True, self.leftover() if self.cue.form.verb.lemma in _BARE_TARGET else self.begin(
                start, "target", start
            )
        coordinate = word[:1] == _W and self.lexed.hit_at("verb", start + 1) is not None
        if coordinate and not self.in_relative and len(word) > 3 and self.previous not in words("head"):
            hit = self.lexed.hit_at("verb", start + 1)
            if hit is not None and hit.word_start == start and not hit.entry.verb.careful:
                return True, self.leftover()
        if (
            self.lexed.hit_at("participle", start) is not None
            and not self.in_relative
            and word.endswith(fold_word("ا"))
        ):
            comma = COMMA in self.lexed.classes[start - 2 : start]
            if not comma and self.clause is None and self.takes & {"that", "speech"}:
                self.position, self.fresh = end, True  # «أضاف موضحاً أن»: one statement
                return False, None
            return True, self.leftover()
        return None

    def noun_phrase(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        """Note where a second noun phrase may begin; for a bare object, begin there."""
        self.note_clause(word, start)
        if "question" in self.takes and word in words("question") and not self.in_relative:
            return True, self.begin(start, "that", start)
        wanted = self.takes & {"object", "target", "target to", "blame", "claim"}
        if (
            self.cue.form.verb.person
            and self.subject_words
            and self.addressee is None
            and not self.in_relative
        ):
            self.note_addressee(word, start)
        if self.in_relative or not wanted or self.object is not None:
            return None
        if (
            self.cue.after_ma is not None
            and self.lexed.shadow[self.cue.after_ma : self.cue.after_ma + 3] != _AS
        ):
            return None
        content = self.reading.content_noun(start, end) and not self.called(end)
        if self.in_frame:
            framed = content and not word.startswith(AL) and "object" in wanted and self.closed(framed=True)
            return self.bare(start) if framed else None
        if len(word) < 2:
            return None
        first = not self.subject_words
        if first and content and not word.startswith(AL):
            self.starts_with_content = True
        pointed = self.previous in _DEMONSTRATIVES  # هذا القرار: one noun phrase
        second = self.closed() and not pointed and word[:1] != _W and word not in words("preposition")
        if "claim" in wanted:
            claimed = strip_proclitic(word.removeprefix(AL)) in words("claimed")
            return (True, self.begin(start, "object", start)) if claimed and (first or second) else None
        opens = self.lexed.hit_at("complementizer", start) is None and word not in words("preposition")
        if first and opens and self.subject_before and not (self.takes <= {"blame"}):
            return True, self.begin(start, "object" if "object" in wanted else "target")
        if "object" in wanted:
            if second and disclosed(word) and self.cue.form.verb.lemma != "أعلن":
                return True, None
            if first and word in _DEMONSTRATIVES and self.takes & {"that"}:
                return True, None  # «أوضح ذلك»
            article = word.startswith(AL)
            if content and not article and (second or first):
                return self.bare(start)
            if content and second and self.settled():
                return self.bare(start)
            if second and "that" not in self.takes and word.startswith(AL) and word.endswith(_PLURAL):
                return True, self.begin(start, "object", start)
        if "blame" in self.takes and strip_proclitic(word) in _BLAME:
            return True, self.begin(
                start if self.cue.form.pronoun or not self.candidates else self.candidates[-1], "object"
            )
        if (
            second
            and not is_adjective(word)
            and (content or self.reading.known(start, IMPERSONAL) or not self.named(word))
        ):
            self.candidates.append(start)
            if content and self.content_candidate is None:
                self.content_candidate = start
        return None

    def note_clause(self, word: bytes, start: int) -> None:
        """Note where a clause without أن may begin: at a verb that the subject does not hold."""
        if self.clause is not None or self.in_relative or self.in_frame:
            return
        future = len(word) > 4 and word[:1] == _SIN and word[1:2] in _PERSONS
        if future or word in words("clause") or (self.subject_words and is_past_feminine(word)):
            self.clause = start

    def called(self, end: int) -> bool:
        """Whether «يسمى» follows, so that the noun is the subject."""
        number = self.lexed.word_from(end)
        return self.lexed.word(number) in words("called")

    def bare(self, start: int) -> tuple[bool, Begin | None] | None:
        """Take a bare object; where أن may still follow after the rest of a long subject, only note it."""
        begin = self.begin(start, "object", start)
        if "that" not in self.takes:
            return True, begin
        self.object = begin
        return None

    def settled(self) -> bool:
        """Whether the word before a definite one is no bare noun that it would complete (مؤشرات الأداء)."""
        if self.fresh or self.previous.startswith(AL):
            return True
        return any(self.lexed.hit_at(kind, self.last) is not None for kind in ("given", "state"))

    def note_addressee(self, word: bytes, start: int) -> None:
        """Note where the one who is turned to begins, so that the subject ends there."""
        article = word.startswith(AL)
        known = word.removeprefix(AL) in words("addressee")
        if not article and not (self.previous.startswith(AL) or self.fresh or self.reading.known(self.last)):
            known = False
        plural = word.startswith(AL) and word.endswith((fold_word("ين"), fold_word("ات")))
        if (known or plural) and self.closed() and word[:1] != _W:
            self.addressee = start
            self.subject_end = self.subject_end or start

    def closed(self, framed: bool = False) -> bool:
        """Whether the subject, or a framing phrase, may be complete before the word at the position."""
        previous = self.previous
        if framed:
            bare = strip_proclitic(previous)
            if (
                self.fresh
                or is_content_noun(previous)
                or is_content_noun(bare)
                or bare in words("frame", "medium")
            ):
                return False
        elif not self.subject_words:
            return False
        elif self.fresh:
            return True
        if (
            previous in words("head")
            or strip_proclitic(previous) in words("head")
            or previous in words("preposition")
        ):
            return False
        return not is_joined(previous) or previous.startswith(_W + AL)

    def target(self, marker: int) -> Begin | None:
        """Return the content that begins with the one who is accused or described, before `marker`."""
        if self.cue.form.pronoun and self.cue.form.verb.lemma in _BARE_TARGET:
            return self.leftover()
        if self.cue.form.pronoun:
            start = marker
        elif self.starts_with_content or not self.candidates:
            bare = self.titled() and self.subject_words > 1 and not self.starts_with_content
            start = self.reading.next_token(self.last_bare if bare else self.content_from, self.limit)
        elif self.content_candidate is not None:
            start = self.content_candidate
        else:
            start = max(self.candidates[-1], self.last_bare)
        return self.begin(start, "target", start)

    def leftover(self) -> Begin | None:
        """Return what a bare object or target gives when nothing that introduces it was met."""
        if self.object is not None:
            return self.object
        if "target" in self.takes and self.cue.form.verb.lemma in _BARE_TARGET:
            relative = self.cue.form.pronoun and self.cue.relative is not None
            several = len(self.candidates) > (0 if relative else 1) and (
                relative or not self.cue.form.pronoun
            )
            start = self.candidates[0] if several else self.reading.next_token(self.content_from, self.limit)
            return self.begin(start, "target", start)
        if self.cue.form.verb.lemma in _BARE_CLAUSE and self.clause is not None:
            return self.begin(self.clause, "that", self.clause)
        if (
            "object" in self.takes
            and "that" not in self.takes
            and self.candidates
            and self.cue.after_ma is None
        ):
            start = self.candidates[-1 if self.titled() else 0]
            return self.begin(start, "object", start)
        return None

    def named(self, word: bytes) -> bool:
        """Whether a bare word may still be part of the name of the person who is the subject."""
        return not word.startswith(AL) and self.titled()

    def titled(self) -> bool:
        """Whether the subject begins with a person's title, so that names follow before the content."""
        first = self.reading.words_in(self.cue.end, self.cue.end + 20)[:1]
        return bool(first) and self.lexed.shadow[first[0][0] : first[0][1]] in words("person_title")


_DEMONSTRATIVES = frozenset(fold_word(word) for word in ("هذا", "هذه", "ذلك", "تلك", "هؤلاء"))
_SIN = fold_word("س")
_PERSONS = tuple(fold_word(letter) for letter in "ينتأ")
_BARE_CLAUSE = frozenset({"قال", "أضاف", "ذكر"})
_AS = fold_word("كما")
_PLURAL = fold_word("ات")
_BLAME = frozenset(
    fold_word(word) for word in ("مسؤولية", "مسئولية", "المسؤولية", "المسئولية", "تبعات", "وزر")
)
_BARE_TARGET = frozenset({"اعتبر", "عد"})


@cache
def disclosed(word: bytes) -> bool:
    """Whether a noun says that something was disclosed, without telling it."""
    return word in words("disclosed")
