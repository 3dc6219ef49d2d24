"""Noun phrases on the way to a content: where the subject ends and a bare object or a target begins."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.bare import FROM, Bare
from hiwar.builders.statements.disclosing import only_named
from hiwar.builders.statements.reading import AL, IMPERSONAL, is_joined, own_article, strip_proclitic
from hiwar.builders.statements.targets import BARE_TARGET, DEMONSTRATIVES, TARGETS
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_W, _L = fold_word("و"), fold_word("ل")
_AS = fold_word("كما")
_PLURAL = fold_word("ات")
_FOR_THE = fold_word("لل")
WHAT, _OTHER_THAN = fold_word("ما"), fold_word("غير")
_BLAME = frozenset(
    fold_word(noun + ending)
    for noun, endings in (
        ("مسؤولي", ("ة", "ته", "تها", "تهم", "تهما")),
        ("مسئولي", ("ة", "ته", "تها", "تهم", "تهما")),
        ("المسؤولي", ("ة",)),
        ("المسئولي", ("ة",)),
        ("تبعات", ("",)),
        ("وزر", ("",)),
    )
    for ending in endings
)
_THEIRS, _TOLD = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم")), 4  # letters of لضيفه
_VEIL, _OF = fold_word("النقاب"), fold_word("عن")
_NAMES = ("places", "state")
_WISHING, _REQUESTING = "تمنى", "طلب"
OF_THEM = frozenset(fold_word("من" + it) for it in ("ه", "ها", "هم", "هن", "هما", "ا", "ي"))
_RULING_OUT = "استبعد"
_ANY = fold_words(("أي", "أية"))


class Objects(Bare):
    """The steps of a walk over noun phrases."""

    def noun_phrase(self, word: bytes, start: int, end: int) -> tuple[bool, Begin | None] | None:
        """Note where a second noun phrase may begin; for a bare object, begin there."""
        self.note_clause(word, start, end)
        asked = "question" in self.takes and word in words("question") and not self.in_relative
        if asked and not (word == FROM and (self.counted_of() or self.from_where(end))):
            return True, self.begin(start, "that", start)
        wanted = self.takes & {"object", "blame", "claim", *TARGETS}
        if (
            (self.cue.form.verb.person or "blame" in self.takes)
            and self.subject_words
            and self.addressee is None
            and not self.in_relative
        ):
            self.note_addressee(word, start)
        if self.asked_barely(word, start, end):
            self.passed = (start, "ب")
        if self.in_relative or self.resumed or not wanted or self.object is not None:
            return None
        if (
            self.cue.after_ma is not None
            and self.lexed.shadow[self.cue.after_ma : self.cue.after_ma + 3] != _AS
        ):
            return None
        if word.startswith(AL) and self.reading.known(self.last, ("name_joined",)):
            return None  # أعلن المدير عبد | الله الحداد
        content = self.reading.content_noun(start, end) and self.begins_content(word, start, end)
        content = content and self.reading.body_end(start) in (
            start,
            end,
        )  # أعلنت | صحة عسير حالة; not فتح الطريق
        if self.in_frame and word in DEMONSTRATIVES and self.previous in words("frame", "medium"):
            self.in_frame = False  # برر في بيان هذا القرار بـ
            self.candidates.append(start)
            return None
        if (
            self.in_frame
            and "target" in self.takes
            and self.plainly_known(start)
            and self.closed(framed=True)
        ):
            self.in_frame = False  # اتهمت فرنسا في بيان رسمي بلجيكا بـ
            self.candidates.append(start)
            return None
        if self.in_frame and word == WHAT and self.fresh and "object" in wanted and self.verb_follows(end):
            return self.bare(start)  # نفى في بيان أمس ما تردد
        if self.in_frame:
            bare = content and (not word.startswith(AL) or own_article(word))
            framed = bare and "object" in wanted and self.closed(framed=True)
            return self.bare(start) if framed else None
        if len(word) < 2:
            return None
        first = not self.subject_words
        if first and content and not word.startswith(AL):
            self.starts_with_content = True
        if self.takes & TARGETS and not self.in_relative:
            self.note_target(word, start, first)
        pointed = self.previous in DEMONSTRATIVES  # هذا القرار: one noun phrase
        second = self.closed() and not pointed and not is_joined(word) and word not in words("preposition")
        second = second and not self.national(start)
        second = second and not (
            self.previous.endswith(_W) and self.reading.known(self.last, ("unnamed", "title"))
        )
        if "claim" in wanted:
            claimed = strip_proclitic(word.removeprefix(AL)) in words("claimed")
            return (True, self.begin(start, "object", start)) if claimed and (first or second) else None
        opens = self.lexed.hit_at("complementizer", start) is None and word not in words("preposition")
        opens = opens and self.reading.hit_word("attribution", start) is None
        turned_to = self.cue.form.verb.person and not content and self.cue.form.kind == "participle"
        somebody = (
            "that" in self.takes and "object" in wanted and self.reading.known(start, ("title", "given"))
        )
        first_object = opens and self.subject_before and not (turned_to or somebody)
        if first and first_object and word in DEMONSTRATIVES and not self.reading.at_word(end + 1):
            return True, None  # السكان يرفضون ذلك
        if first and "object" in wanted and word[:1] == _L and self.cue.form.verb.lemma == _WISHING:
            self.previous, self.last, self.position = word, start, end
            return False, None  # متمنيا للجميع التوفيق
        if "that" in self.takes and word[:1] == _L and self.told_to(word, end):
            self.subject_from = end if first else self.subject_from
            return None  # أكد لضيفه أن
        if first and "object" in wanted and word[:1] == _L and self.plainly_known(start + 1):
            self.subject_from = end
            return None  # أكدوا لتركيا تضامنهم: who is told
        if first and first_object and self.cue.form.verb.lemma in BARE_TARGET:
            judged = self.judgement()
            if judged is not None:
                return True, self.begin(judged, "target", judged)
        if first and first_object and wanted & {"object", "target", "claim"}:
            return True, self.begin(start, "object" if "object" in wanted else "target")
        after_comma = COMMA in self.lexed.classes[start - 2 : start]
        apart = after_comma or not self.fresh or (self.dated and self.cue.act == "deny")
        said = word == WHAT and "object" in wanted and (first or (second and apart))
        if word in _ANY and "object" in wanted and (first or second) and self.any_of(end):
            return self.bare(start)  # نفى المدير أي علاقة
        if said and self.happens(end):
            return self.bare(start)  # نفى الوزير ما تداوله الناس، استنكر السكان ما حدث
        if word == WHAT and "target" in wanted and (first or second) and self.verb_follows(end):
            self.starts_with_content, self.content_candidate = first, start
            self.in_relative = True  # وصف الوزير ما تداوله الناس بأنه …
            return None
        if (
            word == _OTHER_THAN
            and first
            and self.cue.form.pronoun
            and self.cue.form.verb.lemma in BARE_TARGET
        ):
            return True, self.begin(start, "target", start)  # اعتبرها غير كافية
        if "object" in wanted:
            if word == _VEIL and self.lexed.word(self.lexed.word_from(end)) == _OF:
                self.subject_end = self.subject_end or start
                return None  # كشف المدير النقاب عن
            if second and only_named(word, self.cue.form.verb.lemma) and not self.forename(start, end):
                return True, None
            if first and word in DEMONSTRATIVES and "that" in self.takes and not self.pointed_out(word, end):
                return True, None  # «أوضح ذلك»
            whose = self.previous.endswith(_W)  # موقعو هذه العريضة
            if second and word in DEMONSTRATIVES and "that" not in self.takes and not whose:
                return True, self.begin(start, "object", start)
            if second and word in DEMONSTRATIVES and self.affirms_this(word, end):
                return self.bare(start)
            article = word.startswith(AL) and self.lexed.text[self.lexed.raw(start)] not in "أإآ"  # إلقاء
            article = article and not own_article(word)
            if content and not article and (second or first or self.behind_paper(start, end)):
                return self.bare(start)
            if content and first and article and self.disagrees(word, start):
                return self.bare(start)  # رفضت التجاوب مع
            if second and "that" in self.takes and self.own_act(word, start, end):
                return self.bare(start)
            of_them = self.reading.word_before(start)[0] in OF_THEM and not self.reading.known(start)
            if content and of_them and self.cue.form.verb.lemma == _REQUESTING:
                return self.bare(start)  # طلب المدير منهم الحضور، طلبت منه الابتعاد
            chained = first and self.cue.form.kind == "participle"  # مؤكداً الحاجة إلى
            if content and (chained or (second and self.settled())):
                return self.bare(start)
            if second and self.cue.act == "deny" and word in words("claimed", "denied"):
                return self.bare(start)  # نفى وزير الإسكان، سالم نصار، الأخبار التي
            plural = word.startswith(AL) and word.endswith(_PLURAL) and self.settled()
            if second and "that" not in self.takes and plural:
                return True, self.begin(start, "object", start)
        if "blame" in self.takes and strip_proclitic(word) in _BLAME:
            return True, self.begin(self.blamed(start), "object")
        governed, annexed = self.governed(word, start, end), self.annexed and word.startswith(AL)
        self.annexed = (governed or self.annexed) and AL not in word[:3] and not word.startswith(_FOR_THE)
        self.annexed = self.annexed and not self.reading.known(start, _NAMES)  # لمدينة فاس | السلطات
        if (
            second
            and self.previous not in words("negation")
            and not (self.of_name(word, start) or self.of_bearer(word, start, end))
            and not (self.qualifies(word, start) or governed or annexed or self.completes(word))
            and (content or self.reading.known(start, IMPERSONAL) or not self.named(word))
        ):
            self.candidates.append(start)
            if content and self.content_candidate is None:
                self.content_candidate = start
        return None

    def national(self, start: int) -> bool:
        """Whether the name goes on behind nothing but its bearer's nation (انتقد البرتغالي جورجي | مورايس)."""
        if self.subject_words not in (1, 2):
            return False
        given = start if self.subject_words == 1 else self.last
        first = self.lexed.word_from(given) - 1
        nation = self.lexed.hit_at("nation", self.lexed.word_starts[first])
        named = nation is not None and self.lexed.word(first).startswith(AL)
        goes_on = given == start or not self.lexed.shadow.startswith(AL, start)
        return named and goes_on and self.lexed.hit_at("given", given) is not None

    def any_of(self, end: int) -> bool:
        """Whether a noun without the article follows أي, which is denied or refused then."""
        follows = self.lexed.word(self.lexed.word_from(end))
        plain = not follows.startswith(AL) and follows not in words("preposition")
        refused = self.cue.act == "deny" or self.cue.form.verb.lemma == _RULING_OUT
        return plain and refused and self.cue.form.kind != "noun"

    def told_to(self, word: bytes, end: int) -> bool:
        """Whether ل with a noun and its pronoun names who is told, right before أن (أكد لضيفه أن)."""
        after = self.reading.next_token(end, self.limit)
        that = self.lexed.hit_at("complementizer", after) is not None and self.lexed.shadow[end:after] == b" "
        return that and len(word) > _TOLD and word.endswith(_THEIRS)

    def blamed(self, start: int) -> int:
        """Return where who is blamed begins, before the blame at `start`."""
        if self.cue.form.pronoun:
            return start
        if self.subject_before:
            return self.reading.next_token(self.content_from, self.limit)
        if self.addressee is not None:
            return self.addressee
        return self.candidates[-1] if self.candidates else start

    def bare(self, start: int) -> tuple[bool, Begin | None] | None:
        """Take a bare object; where أن may still follow after the rest of a long subject, only note it."""
        begin = self.begin(start, "object", start)
        if "that" not in self.takes:
            return True, begin
        if not self.before_that(start):
            self.object = begin
        return None

    def note_addressee(self, word: bytes, start: int) -> None:
        """Note where the one who is turned to begins, so that the subject ends there."""
        article = word.startswith(AL)
        known = word.removeprefix(AL) in words("addressee")
        if not article and not (self.previous.startswith(AL) or self.fresh or self.reading.known(self.last)):
            known = False
        first = self.lexed.hit_at("title", self.reading.next_token(self.cue.end, self.limit))
        if first is not None and first.end + 1 == start and not self.previous.startswith(AL):
            return  # رئيس أركان الجيش
        plural = word.startswith(AL) and word.endswith((fold_word("ين"), fold_word("ات")))
        if (known or plural) and self.closed() and not is_joined(word):
            self.addressee = start
            self.subject_end = self.subject_end or start

    def target(self, marker: int) -> Begin | None:
        """Return the content of a verb of accusing or describing, whose target `marker` ends."""
        if self.cue.form.pronoun and self.cue.form.verb.lemma in BARE_TARGET:
            return self.leftover()
        return self.target_before(marker)

    def leftover(self) -> Begin | None:
        """Return what a bare object or target gives when nothing that introduces it was met."""
        if self.resumed:
            return None
        if self.object is not None:
            return self.object
        if self.charge is not None:
            return self.target(self.charge)
        if "target" in self.takes and self.cue.form.verb.lemma in BARE_TARGET:
            relative = self.cue.form.pronoun and self.cue.relative is not None
            if (judged := self.judgement()) is not None:
                return self.begin(judged, "target", judged)
            if self.sure is not None:
                return self.begin(self.sure, "target", self.sure)
            several = len(self.candidates) > (0 if relative else 1) and (
                relative or not self.cue.form.pronoun
            )
            start = self.candidates[0] if several else self.reading.next_token(self.content_from, self.limit)
            return self.begin(start, "target", start)
        if self.clause is not None and self.plain():
            start = (
                min(self.clause, self.passed[0]) if self.passed and self.passed[1] == "that" else self.clause
            )
            return self.begin(start, "that", start)
        if (
            "object" in self.takes
            and "that" not in self.takes
            and self.candidates
            and self.cue.after_ma is None
        ):
            start = self.candidates[-1 if self.titled() else 0]
            return self.begin(start, "object", start)
        if self.passed is None and self.lone():
            return self.begin(self.content_from, "object", self.content_from)
        return self.begin(*self.passed, self.passed[0]) if self.passed is not None else None
