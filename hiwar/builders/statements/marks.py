"""What marks on the way to a content stand around: a name inside the subject, a noun that begins an object, or speech."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import titles
from hiwar.builders.statements.ahead import PREPOSITIONS, PRONOUNS
from hiwar.builders.statements.joints import Joints
from hiwar.builders.statements.plain_speech import BARE_CLAUSE
from hiwar.builders.statements.quotes import PROCLITICS, Quote
from hiwar.builders.statements.reading import AL
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COLON, COMMA, SPACE, Hit
from hiwar.builders.text.shapes import is_verb

_B, _L = fold_word("ب"), fold_word("ل")
_THROUGH = fold_words(("عبر", "على", "في"))
_SEVERAL = 6  # words between a name in marks and what is said
_LABEL_WORDS = 6  # a longer quotation is hardly a name
_TITLE_WORDS = 3  # words of a name in marks inside a subject
_PERSON_WORDS = 5  # words of a person's name
_SHORT = 4  # letters of a word that is no plural
_PLURAL = fold_word("و")
_BODY_WORDS = 12  # words of a body's name
_FAR = 25  # words of a subject with its appositions
_FROM = "نقلا عن"
_REST = 12  # words of a subject after a name in marks


class Marks(Joints):
    """The questions of a walk about a quotation that it meets."""

    def marked_noun(self, quote: Quote) -> bool:
        """Whether a single noun in marks begins a bare object (أدانت المنظمة «تراجع» الحريات)."""
        inside = self.reading.words_in(quote.start, quote.end, 2)
        aside = self.in_relative or self.in_frame or self.resumed
        if (
            len(inside) != 1
            or "object" not in self.takes
            or not quote.closed
            or aside
            or self.bearer_before(quote, 1)
        ):
            return False
        noun = self.reading.content_noun(*inside[0]) and not self.lexed.shadow[slice(*inside[0])].startswith(
            AL
        )
        return noun and (self.closed() or (self.subject_before and not self.subject_words))

    def quoted_later(self, quote: Quote) -> bool:
        """Whether the words of whoever is named in marks follow in marks of their own, behind a preposition and a few words."""
        later = next(iter(self.reading.quotes.within(quote.close, self.limit, 1)), None)
        if later is None or not self.speech(later):
            return False
        between = self.reading.words_in(quote.close, later.open, _SEVERAL + 1)
        first = self.lexed.shadow[slice(*between[0])] if between else b""
        apart = COMMA in self.lexed.classes[quote.close : later.open]
        return 1 < len(between) <= _SEVERAL and first in _THROUGH and not apart

    def label(self, quote: Quote) -> bool:
        """Whether a quotation is a name inside the subject: after a noun that takes names, or with the content still to come."""
        before, start = self.reading.word_before(quote.open)
        if self.reading.gap(start + len(before), quote.open):
            return False
        if before in PROCLITICS:
            return True
        if self.cited and quote.closed and self.reading.count_words(quote.start, quote.end) <= _TITLE_WORDS:
            return True  # بحسب تقرير «نوفا برس»
        if titles.is_label(before) and not before.startswith((AL, _B + AL)):
            return True
        size = self.reading.count_words(quote.start, min(quote.end, quote.start + 200))
        title = self.lexed.hit_at("title", start)
        if (
            self.cue.after_ma is not None
            and size <= _TITLE_WORDS
            and titles.labelled(self.reading, quote, self.cue.end)
        ):
            return True  # حسبما أفادت وكالة الأنباء الوطنية «نوفا»
        document = self.cue.form.verb.medium and self.lexed.hit_at("document", start) is not None
        if document and quote.closed and size <= _LABEL_WORDS and self.joined_later(quote.close):
            return True  # جاء في تقرير «مصرف النيل» عن السوق أن
        office = title is not None and title.entry.rank == "office" and not before.startswith(AL)
        if office and quote.closed and size <= _LABEL_WORDS:
            return True  # سالم نصار، رئيس «ريف كلين»
        if not self.subject_words and quote.closed and size <= _LABEL_WORDS and self.quoted_later(quote):
            return True  # قالت «نوفا للسدود» عبر حسابها «…»
        if self.called_so(quote, size) or self.bearer_before(quote, size) or self.titled_name(quote):
            return True
        if quote.closed and size <= _BODY_WORDS and self.told_behind_name(before, quote):
            return True
        if not quote.closed or size > _LABEL_WORDS:
            return False
        at = self.reading.next_token(quote.close, self.limit)
        if size <= _TITLE_WORDS and (self.name_aside(quote, at) or self.said_behind(quote)):
            return True
        if self.lexed.classes[quote.close : quote.close + 1] == bytes([COLON]) and size <= _TITLE_WORDS:
            return True  # قال «سالم نصار»: …
        if size <= _TITLE_WORDS and self.turned_to(at):
            return True  # قال «سالم نصار» لـ«الساحل»: …
        if self.lexed.hit_at("given", quote.start) is not None and self.demanded(at):
            return True  # كشف المبعوث «سالم نصار» عن
        asked = self.cue.form.verb.person and before in words("person_title") and size <= _TITLE_WORDS
        if asked and at <= quote.close + 1 and self.reading.at_word(at):
            return True  # ناشد العقيد «سالم نصار» السكان
        hit = self.lexed.hit_at("complementizer", at)
        cited = self.lexed.hit_at("attribution", at)
        if size <= _TITLE_WORDS and cited is not None and at <= quote.close + 1 and self.quoting(cited):
            return True  # أكد «الساحل» نقلا عن مصدره؛ أن
        if self.subject_words and self.demanded(at):
            return True  # أشارت أم سالم «أرملة وأم لطفلين» إلى
        if self.members_of(before, quote, size):
            return True
        if self.in_relative and self.previous in words("disclosed", "named"):
            return False  # المسؤول الذي طلب عدم نشر اسمه «…»
        if self.in_relative and at >= self.limit and size > _TITLE_WORDS:
            return False  # دون أن يذكر الرجل الذي سرق المال «…».
        if self.in_relative:
            return self.lexed.shadow[self.position - 2 : self.position].strip() != b":"
        if not self.subject_words:  # «الاتحاد الحر» as a subject of its own: أكد «الاتحاد الحر» أن
            asks = hit is not None and "that" in self.takes
            asks_later = "that" in self.takes and self.framed_that(at)
            named = size <= _TITLE_WORDS and self.lexed.shadow[quote.close : at + 2].strip(b" ,") == AL
            named = named or (asks_later and (size <= _TITLE_WORDS or self.reading.frame(at) is not None))
            return (asks or self.demanded(at) or named) and self.previous == b""
        hit = hit or self.lexed.hit_at("frame", at)
        if size <= _TITLE_WORDS:
            hit = hit or self.lexed.hit_at("participle", at)
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is not None and self.lexed.word(number)[1:] in words("relative"):
            return True
        if hit is not None or (at < self.limit and self.lexed.classes[at] == COLON):
            return True
        return size <= _TITLE_WORDS and number is not None and at <= quote.close + 1 and self.joined_later(at)

    def called_so(self, quote: Quote, size: int) -> bool:
        """Whether a quotation right behind the cue begins like a name, and what the cue demands is still to come (ذكرت
        «هدى سالم» معلمة، أن; أعلن «مركز الطقس» في الساحل، أمس، عن)."""
        if self.previous or self.subject_words or not quote.closed or size > _BODY_WORDS:
            return False
        first = self.lexed.word(self.lexed.word_from(quote.start))
        body = first in words("head") or titles.is_label(first)
        person = titles.person(self.reading, quote) and size <= _LABEL_WORDS
        if not (body or person or titles.names(self.reading, quote, quote.open)):
            return False
        return self.told_behind(self.reading.next_token(quote.close, self.limit))

    def bearer_before(self, quote: Quote, size: int) -> bool:
        """Whether the subject begins with a body or an office whose name stands in the marks, as what the cue demands is still
        to come (أعلنت شركة الزراعة الحديثة «نوفا جرين» التابعة للمجموعة عن; كشف المدرب «سالم نصار» مدرب الفريق عن)."""
        first = next(iter(self.reading.words_in(self.cue.end, quote.open, 1)), None)
        if first is None or not quote.closed or COMMA in self.lexed.classes[first[1] : quote.open]:
            return False
        body = self.reading.known(first[0], ("head",)) and size <= _LABEL_WORDS
        if not body and not (self.reading.known(first[0], ("title",)) and size <= _TITLE_WORDS):
            return False
        start, end = self.reading.words_in(quote.start, quote.end, 1)[0]
        word = self.lexed.shadow[start:end]
        if word in words("negation") or is_verb(word, self.lexed.raw_text(start, end)):
            return False
        if size > 1 and self.reading.content_noun(start, end):
            return False
        return self.told_behind(self.reading.next_token(quote.close, self.limit))

    def told_behind_name(self, before: bytes, quote: Quote) -> bool:
        """Whether a long name stands in marks behind a verb whose object stands before it, or a document, and أن follows (التقرير
        الذي أعدته «لجنة المدن والقرى من أجل الماء»، أن; ذكر تقرير «لجنة المدن والقرى من أجل الماء» أن)."""
        start = self.reading.word_before(quote.open)[1]
        made = self.in_relative and before.endswith(PRONOUNS)
        paper = self.lexed.hit_at("document", start) is not None and not before.startswith(AL)
        return "that" in self.takes and (made or paper) and self.that_later(quote.close)

    def told_behind(self, at: int) -> bool:
        """Whether what the cue demands follows within a long subject that goes on at `at`, before a participle of its own."""
        before = b""
        for start, end in self.reading.words_in(at, self.limit, _FAR):
            word = self.lexed.shadow[start:end]
            if start == at and "object" in self.takes and self.reading.content_noun(start, end):
                return not word.startswith(AL)
            if self.reading.after_comma(start) and self.lexed.hit_at("participle", start) is not None:
                return False
            if self.lexed.hit_at("complementizer", start) is not None:
                return "that" in self.takes and before not in words("preposition")
            if word[:1] == _PLURAL and self.lexed.hit_at("verb", start + 1) is not None:
                return False
            if PREPOSITIONS.get(word) in self.takes or (start == at and self.demanded(at)):
                return True
            if "speech" in self.takes and COLON in self.lexed.classes[end : end + 2]:
                return True
            before = word
        return False

    def quoting(self, cited: Hit) -> bool:
        """Whether an attribution names from whom a medium has it, and أن follows behind."""
        following = self.reading.words_in(cited.end, self.limit, _REST)
        that = any(self.lexed.hit_at("complementizer", start) is not None for start, _ in following)
        return that and cited.entry.phrase == _FROM

    def name_aside(self, quote: Quote, at: int) -> bool:
        """Whether a name that ends its sentence is the subject of a verb behind a comma (العمل شاق، تقول « الساحل ».)."""
        cue = self.cue
        apart = COMMA in self.lexed.classes[max(cue.word_start - 2, 0) : cue.word_start] and not cue.prefixed
        if self.subject_words or at < self.limit or not apart or cue.form.tense != "present":
            return False
        start, end = self.reading.words_in(quote.start, quote.end, 1)[0]
        word = self.lexed.shadow[start:end]
        return word not in words("negation") and not is_verb(word, self.lexed.raw_text(start, end))

    def said_behind(self, quote: Quote) -> bool:
        """Whether another quotation opens right behind a name (قال مصدر « الساحل » « العمل شاق »)."""
        after = quote.close
        while after < self.limit and self.lexed.classes[after] == SPACE:
            after += 1
        said = self.reading.quotes.opening_at(after) if quote.close < after < self.limit else None
        return said is not None and self.reading.count_words(said.start, said.end) > _TITLE_WORDS

    def said_in_medium(self, quote: Quote) -> bool:
        """Whether a quotation behind a medium is what is said, and not the object before it (أكدت الدول الخمس الأعضاء في
        بيان رسمي «…»)."""
        late = self.object is not None and self.object.start < self.medium
        return (
            late
            and "speech" in self.takes
            and self.reading.count_words(quote.start, quote.end) > _LABEL_WORDS
        )

    def members_of(self, before: bytes, quote: Quote, size: int) -> bool:
        """Whether the plural of a construct stands before the name of a body (مسلحو «جبهة الساحل»)."""
        first = self.lexed.word(self.lexed.word_from(quote.start))
        body = size == 1 or titles.is_label(first) or first in words("head")
        return bool(self.subject_words) and len(before) > _SHORT and before.endswith(_PLURAL) and body

    def framed_that(self, at: int) -> bool:
        """Whether a phrase of time or place, an apposition or a preposition goes on behind a name, and what is demanded
        later (قالت «جبهة الساحل» على موقعها إن; أكد «أبو نصار» أول أمس أن; أوضح «الجد جاد»، أستاذ الطب، أن)."""
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is None:
            return False
        title = self.lexed.hit_at("title", at)
        apposed = self.reading.after_comma(at) and title is not None and title.start == at
        goes_on = self.lexed.word(number) in words("preposition") or self.reading.frame(at) is not None
        return (goes_on or apposed) and self.told_behind(at)

    def turned_to(self, at: int) -> bool:
        """Whether ل stands there before a name in marks, to whom it was said."""
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is None or self.lexed.word(number) != _L:
            return False
        after = self.reading.next_token(self.lexed.word_ends[number], self.limit)
        return self.reading.quotes.opening_at(after) is not None

    def turned_to_marked(self, quote: Quote) -> bool:
        """Whether ل stands before a name in marks, to whom it was said, and nothing sets it apart from what follows."""
        return self.reading.word_before(quote.open)[0] == _L and self.reading.class_at(quote.close) == SPACE

    def titled_name(self, quote: Quote) -> bool:
        """Whether a title stands right before a given name in marks, behind which the sentence goes on (قال المتدرب «سالم نصار»
        عملنا كثيرا; تحدث المتدرب «سالم نصار» الذي شكر …)."""
        word, start = self.reading.word_before(quote.open)
        title = self.lexed.hit_at("title", start)
        named = (
            word.startswith(AL) and title is not None and self.lexed.hit_at("given", quote.start) is not None
        )
        short = self.reading.count_words(quote.start, quote.end) <= _PERSON_WORDS
        goes_on = self.lexed.classes[quote.close : quote.close + 1] == bytes([SPACE])
        return (
            named
            and short
            and quote.closed
            and goes_on
            and not self.reading.gap(start + len(word), quote.open)
        )

    def told_behind_label(self, quote: Quote) -> bool:
        """Whether a quotation behind a noun that takes names is too long for one (تقول سارة وهي في المطعم «…»)."""
        long = self.reading.count_words(quote.start, quote.end) > _LABEL_WORDS
        return long and self.cue.form.verb.lemma in BARE_CLAUSE and self.cue.after_ma is None

    def joined_later(self, at: int) -> bool:
        """Whether أن or a colon follows on the rest of the subject, which goes on at `at`."""
        for start, end in self.reading.words_in(at, self.limit, _REST):
            if COMMA in self.lexed.classes[at:start]:
                return False
            if self.lexed.hit_at("complementizer", start) is not None:
                return True
            if COLON in self.lexed.classes[end : end + 2]:
                return True
        return False

    def demanded(self, at: int) -> bool:
        """Whether the preposition that the cue demands stands there, so that a quotation before it is the subject."""
        number = self.lexed.word_at(at) if at < self.limit else None
        if number is None:
            return False
        word = self.lexed.word(number)
        glued = word[:1] == _B and "ب" in self.takes and self.reading.content_noun(at + 1, at + len(word))
        return glued or PREPOSITIONS.get(word) in self.takes
