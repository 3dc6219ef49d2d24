"""Words that join a content on: أن with its clause, and the prepositions that a cue demands."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import foreign
from hiwar.builders.statements.ahead import ABOUT, IN, NAME_WORDS, OF, PREPOSITIONS
from hiwar.builders.statements.own_letters import OwnLetters
from hiwar.builders.statements.reading import AL, is_adjective
from hiwar.builders.statements.targets import BARE_TARGET, ESTIMATE
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, COLON, COMMA, DIGIT, MARK, Hit
from hiwar.builders.text.shapes import verbal_shape

_B, _L = fold_word("ب"), fold_word("ل")
_GLUED_TARGETS = {_L: "target to", _B: "target by"}  # what a target may be glued to
_TELLING = frozenset({"say", "affirm", "announce", "express", "ask"})
_WITH_WHAT, _IN = fold_word("بما"), fold_word("في")
_TO_HIM = fold_words(("له", "لها", "لهم"))
_HAPPENED = fold_words(("سبق", "يسبق"))
_FROM = fold_word("من")
_OF_WHAT = fold_word("عما")
_PLACED = ("places", "state", "head", "organization")
_CONGRATULATING = "هنأ"
_ANSWERING = frozenset({"رد", "علق", "عقب", "أجاب"})
_GREETING = fold_words(("بعيد", "بمناسبة", "بحلول"))

_RIGHT = fold_word("بحق")
_OF_PRONOUN = (
    "عنه عنها عنهم إليه إليها عليه عليها به بها منه منها إليهم منهم منهن منهما منا مني إلينا علينا عليهم"
)
_WITH_PRONOUN = fold_words(_OF_PRONOUN.split())


class Joints(OwnLetters):
    """The steps of a walk over complementizers and prepositions."""

    def complementizer(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        hit = self.lexed.hit_at("complementizer", start)
        if hit is None or hit.end != end or self.lexed.shadow[start - 1 : start] == b".":
            return None
        if foreign.particle(self.reading, self.lexed.word_from(start)):
            return None
        if self.reading.in_class(self.previous, "not_complementizer", "before") or self.supposed(
            hit, start, end
        ):
            return None
        before, at = self.reading.word_before(start)
        if before in _TO_HIM and self.reading.word_before(at)[0] in _HAPPENED:
            return None  # سبق له أن
        if self.previous in words("we_say"):  # قال سالم نتمنى أن; لا أقول إنه: the writer's own
            return True, self.leftover() if self.clause == self.last and self.plain() else None
        if self.in_relative and (self.told_within(start) or self.passive_within(word, start)):
            return None
        if self.previous in words("preposition") and self.reading.word_before(self.last)[0] in words(
            "adding"
        ):
            return None  # يعد من أمهر الصناع، بالإضافة إلى أنه …
        if self.previous == _IN and self.clause is not None and self.plain():
            return True, self.leftover()  # قال المدير، لا شك في أن
        if self.cue.after_ma is not None and ("that" not in self.takes or self.told()):
            return None
        if not self.takes & {"that", "target"} and word[:1] != _B and "object" not in self.takes:
            return None
        if word[:1] == _B and not self.takes & {"that", "ب", "target"}:
            return None
        if self.previous == _FROM and "من" not in self.takes and self.compared():
            return None
        governed = COMMA not in self.lexed.classes[start - 2 : start] and not self.ungoverned(word)
        if self.object is not None and governed:
            return True, self.object
        if "target" in self.takes and "that" not in self.takes:
            begin = self.target(start)
            quoted = begin is not None and begin.start == start
            told = self.after_complementizer(hit, start, end) if quoted else None
            return True, begin if told is None or told.quote is None else told._replace(via="target")
        return True, self.after_complementizer(hit, start, end)

    def after_complementizer(self, hit: Hit, start: int, end: int) -> Begin | None:
        after = self.reading.next_token(end, self.limit)
        again = self.lexed.hit_at("complementizer", after)
        if again is not None and not hit.entry and self.lexed.shadow[end:after] == b" ":
            return self.after_complementizer(again, again.start, again.end)  # أن أن
        if after < self.limit and self.lexed.classes[after] == COLON:
            end = after + 1  # قال إن: …
            after = self.reading.next_token(end, self.limit)
        quote = self.reading.quotes.opening_at(after) if after < self.limit else None
        if not hit.entry:
            return self.begin(end, "that", start)
        if quote is not None and self.speech(quote):
            begin = self.begin(after, "that", start)
            return begin and begin._replace(pronoun=start)
        return self.begin(start, "that", start)

    def preposition(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        name = None if self.previous in words("issued") else PREPOSITIONS.get(word)
        if name == "من" and (self.previous in words("quantifier") or self.of_many(end)):
            name = None  # حذرت كل من تسول له نفسه: who
        if self.appeals(word, start, end):
            return False, None
        if name == "على" and self.cue.form.verb.lemma in _ANSWERING and self.subject_words:
            self.subject_end = self.subject_end or start  # رد المدير | على السؤال قائلا
        if self.object is not None and not (name == OF and self.object_speaks(end)):
            return None
        if name == "إلى" and "target to" in self.takes:
            return True, self.target(start)
        glued = _GLUED_TARGETS.get(word[:1])
        if glued in self.takes and self.subject_words and self.glued(word, start, end):
            return True, self.target(start)
        if self.resumed:
            name = None  # أعلن عنه … عبارة عن
        elif word == _OF_WHAT and OF in self.takes and not self.in_relative and not self.in_frame:
            return True, self.begin(start, OF, start)
        if name == "من" and "silent" in self.takes and self.cue.after_ma is not None and self.told():
            following = self.reading.words_in(end, self.limit, 1)
            if following and self.reading.content_noun(*following[0]):
                return True, self.begin(end, name, start)  # ما ذكره التقرير من ارتفاع الأسعار
        framing = name not in (ABOUT, IN) and self.lexed.hit_at("frame", start) is not None
        if name == "إلى" and self.sent_to(end):
            return None
        if name == "على" and self.supervises(end):
            return None
        if name == OF and (self.told_later(end) or self.represents(end) or not self.informs(end)):
            return None
        own = name in self.takes and not framing
        if name is not None and own and not (self.called_ali(start, end) or self.again_apart(name, end)):
            return self.after_preposition(name, start, end)
        first = not self.subject_words and not self.in_frame  # not في تصريح خص به الموقع
        if word in _WITH_PRONOUN and (self.cue.relative is not None or first):
            if "speech" not in self.takes:
                return True, None
            self.resumed = self.cue.relative is not None
            self.subject_from = end
            self.position = end
            return False, None
        if (
            "target" in self.takes
            and word == _B
            and self.reading.class_at(self.reading.next_token(end, self.limit - 1)) in (MARK, DIGIT, BRACKET)
        ):
            return True, self.target(start)
        if self.cue.form.verb.lemma == ESTIMATE and word[:1] == _B and not self.amount(word, end):
            return None
        framed = self.in_frame and not self.closed(framed=True)
        aside = self.in_relative or framed or "ب" not in self.takes
        if aside and self.passed is None and self.late(word, start, end):
            self.passed = (start, "ب")
        if self.passed is None and self.hinted(word, start, end):
            self.passed = (start, "ل")
        if self.described(word, start, end):
            return True, self.target(start)
        if self.charged(word, start, end):
            self.charge = start
        if self.in_relative or (framed and self.previous not in words("frame", "medium")):
            return None
        if "ب" in self.takes and word[:1] == _B and self.glued(word, start, end) and not self.by_that(end):
            return True, self.begin(end if len(word) == 1 else start, "ب", start)
        if (
            "ل" in self.takes
            and self.cue.form.kind != "noun"
            and word[:1] == _L
            and self.glued(word, start, end)
            and (
                word[1:].removeprefix(_L) not in words("head")
                or not self.subject_words
                or self.cue.act in ("praise", "express")
            )  # دعا الأمين العام لحزب …, but دعوا لصندوق جديد
            and word[1:] not in words("copula")  # لكان
            and self.previous not in words("concerned", "to")  # دعت النائبة المرشحة للرئاسة …
            and not self.turned_to_later(start, end)
            and not self.act_behind(word, start, end)
            and not self.of_subject(start, end)
        ):
            return True, self.begin(end if len(word) == 1 else start, "ل", start)
        clause = self.cue.form.verb.lemma in BARE_TARGET and self.that_later(end)  # اعتبر بطرس أن
        if "target" in self.takes and word[:1] == _B and not clause and self.glued(word, start, end):
            return True, self.target(start)
        return None

    def act_behind(self, word: bytes, start: int, end: int) -> bool:
        """Whether ل with a field belongs to the subject, and ل with an act follows at once (دعا خبراء دوليون للبيئة لإنشاء)."""
        if not self.subject_words or word[1:2] != _L or self.reading.content_noun(start + 1, end):
            return False
        following = self.reading.words_in(end, self.limit, 1)
        if not following or self.reading.gap(end, following[0][0]):
            return False
        first, last = following[0]
        return self.lexed.shadow.startswith(_L, first) and self.reading.content_noun(first + 1, last)

    def described(self, word: bytes, start: int, end: int) -> bool:
        """Whether ب names what somebody or something is called, also behind a frame (وصف الفوز في هذا السباق بالأمر الكبير)."""
        if "target" not in self.takes or not self.candidates or self.in_relative or word[1:3] != AL:
            return False
        following = self.reading.words_in(end, self.limit, 1)
        called = bool(following) and not self.reading.gap(end, following[0][0])
        called = called and is_adjective(self.lexed.shadow[slice(*following[0])])
        return word[:1] == _B and called and not self.reading.known(start, _PLACED)

    def charged(self, word: bytes, start: int, end: int) -> bool:
        """Whether ب behind the relative clause of who is accused or described may tell of what, or as what (اتهم الشركة التي
        تدير الميناء بإهمال العمل، وصف الهجوم الذي استهدف السوق بالجريمة)."""
        if "target" not in self.takes or not (self.in_relative and self.candidates) or word[:1] != _B:
            return False
        if self.cue.form.verb.lemma in BARE_TARGET or word in words("not_b") or len(word) < 4:
            return False
        if self.cue.act == "condemn":
            return self.reading.content_noun(start + 1, end)
        following = self.reading.words_in(end, self.limit, 1)
        last = not following or bool(self.reading.gap(end, following[0][0]))
        called = last or self.lexed.shadow.startswith(AL, following[0][0])
        return word[1:3] == AL and called and not self.reading.known(start, _PLACED)

    def appeals(self, word: bytes, start: int, end: int) -> bool:
        """Whether ب names who is appealed to (أهاب بالسكان), and step over the word then."""
        if "to by" not in self.takes or word[:1] != _B or self.addressee is not None:
            return False
        if self.reading.content_noun(start + 1, end) and word[1:] not in words("addressee"):
            return False
        self.addressee = start
        self.subject_end = self.subject_end or start
        self.subject_words += 1
        self.fresh = False
        self.previous, self.last, self.position = word, start, end
        return True

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
        if word in _GREETING and self.cue.form.verb.lemma == _CONGRATULATING:
            return True
        if len(word) == 1:
            following = self.reading.next_token(end, self.limit)
            return following < self.limit and self.lexed.classes[following] in (MARK, DIGIT, BRACKET)
        if self.previous in words("preposition"):
            return False
        if self.own_letter(start, end):
            return False
        if word == _WITH_WHAT and self.lexed.word(self.lexed.word_from(end))[:2] == _IN:
            return False  # بما في ذلك
        if word[:1] == _B and (self.located(start, end) or self.held_by(word, end)):
            return False
        if self.previous in words("concerned") and self.asked_later(end):
            return False
        if word[:1] == _B and word[1:3] != AL and self.named_so(start, end):
            return False
        told = self.cue.act == "say" and self.cue.form.verb.person and "that" in self.takes and word[:1] == _B
        if told and not self.reading.content_noun(start + 1, end) and self.that_later(end):
            return False  # أبلغ الصحفيين بالهاتف أن
        apart = self.fresh and self.subject_words > 1 and self.cue.act == "praise"  # أشاد النائب، أمس، بجو …
        short = len(word) < 4 and word[1:] not in words("content_nouns") and not apart
        noun = self.reading.content_noun(start + 1, end) or word[1:] in words("head")
        body = word[1:] in words("head") and not self.reading.content_noun(start + 1, end)
        office = body and bool(self.subject_words)  # طالب رئيس اللجنة بغرفة الساحل ماجد نصار بإعادة
        if (
            self.cue.act == "call"
            and (office or not noun)
            and word[:1] == _B
            and self.asked_later(end, 3 * NAME_WORDS)
        ):
            return False  # طالب المسافرون بالمطار بسرعة الإصلاح
        plain = word[1:3] == AL or word[1:2] == _L or noun  # no name: طالب النائب بتشكيل
        if short or (not plain and self.previous in words("head") | words("person_title")):
            return False
        if "target" in self.takes and not self.reading.content_noun(start + 1, end) and self.asked_later(end):
            return False
        if word[:1] == _B and not self.subject_words and self.said_later(start, end):
            return False
        telling = self.cue.act in _TELLING  # of others a medium is the content: أشاد بالبيان
        if self.entitles(end) or (telling and "that" in self.takes and word[1:] in words("frame", "medium")):
            return False
        its = self.previous in words("with_pronoun")  # في بيان لها بالقرار
        act = self.reading.content_noun(start + 1, end) or verbal_shape(word[1:])
        if self.in_frame and not its and not act:
            return False
        right = word == _RIGHT and self.cue.act == "affirm"  # يعترف بحق السكان في العمل
        if word in words("not_b") and not (
            right or (self.cue.form.kind != "finite" and not self.subject_words)
        ):
            asked = word in words("not_b", "verbal") and not self.asked_later(end, 3 * NAME_WORDS)
            return asked and not self.that_later(end)
        hit = self.lexed.hit_at("frame", start)
        return hit is None or (hit.entry == "medium" and not telling)
