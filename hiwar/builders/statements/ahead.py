"""What is still to come on the way to a content, by which the words before it are an office or a name."""

from itertools import pairwise

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.objects import Objects
from hiwar.builders.statements.reading import AL, is_content_noun
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COMMA, DIGIT, Hit
from hiwar.builders.text.shapes import is_verb

NAME_WORDS = 4  # words of a name or an office that are looked at
ABOUT, OF, IN = "حول", "عن", "في"
PREPOSITIONS = {fold_word(word): word for word in ("إلى", "على", OF, "من", ABOUT, IN)}
_B, _L, _W = (fold_word(letter) for letter in "بلو")
_ALIF, _QUALITY = fold_word("ا"), fold_word("ية")
PRONOUNS = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم"))
_POINTING = "أشار"
_FAR = 20  # words of a subject with its appositions
_DASH = b"-"
_CITED = 120  # characters of who passes on, between dashes
_HIDDEN = 4  # words of a wish not to be named
_SUPERVISOR = fold_word("مشرف")
_ASKING = frozenset({"دعا", "حث", "حض"})  # who with ب for their own preposition are loosely written


class Ahead(Objects):
    """Looks ahead from a word, over a few more."""

    def turned_to_later(self, start: int, end: int) -> bool:
        """Whether who is turned to follows with إلى or على, after a comma or a name with ل (هيئة الإغاثة للأطفال الدول إلى)."""
        own = "إلى" if "إلى" in self.takes else "على"
        if own not in self.takes or not self.subject_words:
            return False
        comma = not self.reading.content_noun(start + 1, end)
        for number, (first, last) in enumerate(self.reading.words_in(end, self.limit, 2 * NAME_WORDS)):
            comma = comma or COMMA in self.lexed.classes[first - 2 : first]
            if comma and PREPOSITIONS.get(self.lexed.shadow[first:last]) == own:
                return number > 0 or self.plainly_known(start + 1)
        return False

    def supervises(self, end: int) -> bool:
        """Whether على belongs to an office or a source, and أن is still to come (المشرف على المركز سالم نصار أن, مصادر
        مطلعة على الملف أن)."""
        first = self.reading.words_in(self.cue.end, self.limit, 1)
        over = bool(first) and self.lexed.shadow[slice(*first[0])].removeprefix(AL).startswith(_SUPERVISOR)
        if not over and self.previous.removeprefix(AL) not in words("knowing"):
            return False
        following = self.reading.words_in(end, self.limit, _FAR)
        return any(self.lexed.hit_at("complementizer", at) is not None for at, _ in following[1:])

    def again_apart(self, name: str, end: int) -> bool:
        """Whether a preposition stands again after a comma, with أن, so that this one is the subject's (شدد عضو الرقابة على
        الأسواق، على أن)."""
        if not self.subject_words:
            return False
        straight = self.lexed.hit_at("complementizer", self.reading.next_token(end, self.limit)) is not None
        if self.in_relative and "that" in self.takes and not straight and self.that_apart(end):
            return True  # أكد المكتب في البيان الذي اطلعنا على نسخة منه، أن
        for first, last in self.reading.words_in(end, self.limit, 3 * NAME_WORDS):
            if self.lexed.hit_at("complementizer", first) or self.lexed.hit_at("verb", first):
                return False
            again = PREPOSITIONS.get(self.lexed.shadow[first:last]) == name
            if again and COMMA in self.lexed.classes[first - 2 : first]:
                after = self.reading.next_token(last, self.limit)
                return self.lexed.hit_at("complementizer", after) is not None
        return False

    def object_speaks(self, end: int) -> bool:
        """Whether what was taken for the object is of the subject: a feminine noun right behind a feminine verb
        (كشفت قائمة … عن), or a family name, with a noun of content after عن (أعلن طارق التايب عن رغبته)."""
        first = self.reading.words_in(self.cue.end, self.limit, 1)
        if self.object is None or self.subject_before or not first or OF not in self.takes:
            return False
        word = self.lexed.shadow[slice(*first[0])]
        bare = not word.startswith(AL) and not word.endswith((*PRONOUNS, _ALIF))
        if self.object.start == first[0][0] and self.last == first[0][0] and bare:
            return True  # كشف تيسير عن
        given = self.lexed.hit_at("given", self.reading.word_before(self.object.start)[1])
        told = self.reading.words_in(end, self.limit, 1)
        if given is not None and given.end + 1 == self.object.start and told:
            return self.lexed.shadow[given.end + 1 : given.end + 3] == AL and self.reading.content_noun(
                *told[0]
            )
        raw = self.lexed.raw_text(*first[0])
        return self.cue.form.gender == "f" and self.object.start == first[0][0] and raw.endswith("ة")

    def sent_to(self, end: int) -> bool:
        """Whether إلى belongs to a title, and another follows (المبعوث إلى اليمن سالم نصار إلى)."""
        following = self.reading.words_in(end, self.limit, 3 * NAME_WORDS)
        if not following or not any(self.lexed.hit_at(kind, following[0][0]) for kind in ("state", "places")):
            return False
        return any(PREPOSITIONS.get(self.lexed.shadow[first:last]) == "إلى" for first, last in following)

    def informs(self, end: int) -> bool:
        """Whether عن after a verb that as well takes ب brings what happened, and not what a medium is about (أفاد عن مقتل)."""
        if "ب" not in self.takes:
            return True
        following = self.reading.words_in(end, self.limit, 1)
        definite = bool(following) and self.lexed.shadow[slice(*following[0])].startswith(AL)
        return bool(following) and not definite and self.reading.content_noun(*following[0])

    def represents(self, end: int) -> bool:
        """Whether عن names for whom people speak (أعرب ممثلون عن المجلس عن), and not what they tell (أعرب ممثلون عن أسفهم)."""
        following = self.reading.words_in(end, self.limit, 1)
        told = bool(following) and self.reading.content_noun(*following[0])
        governor = self.reading.word_before(self.last)[0]
        body = governor in words("head") or governor[1:] in words("head")  # لجنة بمجلس النواب | عن
        stands = self.subject_words == 1 or (self.previous.startswith(AL) and not body)
        return self.previous.removeprefix(AL) in words("representing") and stands and not told

    def told_later(self, end: int) -> bool:
        """Whether عن belongs to an office or a period, and another brings what is told (نائب رئيس الاتحاد عن آسيا عن نيته)."""
        following = self.reading.words_in(end, self.limit, 2 * NAME_WORDS)
        if (
            not following
            or self.reading.content_noun(*following[0])
            or self.lexed.hit_at("complementizer", following[0][0])
        ):
            return False
        for (first, last), after in pairwise(following):
            if self.reading.gap(last, after[0]) or self.lexed.shadow[first:last] in words("relative"):
                return False
            if PREPOSITIONS.get(self.lexed.shadow[first:last]) == OF:
                return self.reading.content_noun(*after)
        return False

    def late(self, word: bytes, start: int, end: int) -> bool:
        """Whether a noun with ب may be what the cue demands, though it stands aside, or ب is not its own preposition.

        Behind a relative clause (رحب الوزير الذي يزور البلاد بتوقيع), behind a phrase of time (اعترف أثناء التحقيق بسرقة), and
        behind who is asked (دعا السكان بالابتعاد).
        """
        verb = self.cue.form.verb
        asks = verb.lemma == _POINTING or (verb.lemma in _ASKING and self.subject_words > 1)
        clear = self.cue.prefixed or asks or not (verb.careful or verb.person)
        if word[:1] != _B or not (asks or "ب" in self.takes) or not clear or self.cue.form.kind == "noun":
            return False
        if (self.in_relative and not self.subject_words) or (
            self.in_frame and self.cue.act in ("call", "say")
        ):
            return False
        governed = is_verb(self.previous, self.lexed.raw_text(self.last, self.last + len(self.previous)))
        return not governed and self.reading.content_noun(start + 1, end)

    def cited_aside(self) -> int | None:
        """Return where what is set between dashes or commas to tell who passes on ends (وأضاف - حسب ما نقلته الصحيفة - أن؛
        قال المدير، وفق ما أوردت الصحيفة، إن), or None."""
        shadow, at = self.lexed.shadow, self.reading.next_token(self.position + 1, self.limit)
        sign, cited = shadow[self.position : self.position + 1], self.lexed.hit_at("attribution", at)
        if sign not in (_DASH, b",") or cited is None:
            return None
        shut = shadow.find(sign, at, min(self.limit, at + _CITED))
        that = self.lexed.hit_at("complementizer", self.reading.next_token(shut + 1, self.limit))
        return shut if shut > 0 and (sign == _DASH or (cited.entry.verb and that is not None)) else None

    def past_wish(self, word: bytes, start: int, end: int) -> int | None:
        """Return where a wish of who speaks not to be named ends (قال أحد المسؤولين ورفض نشر اسمه؛ مصدر فضل عدم ذكر اسمه)."""
        verb = word[1:] if word[:1] == _W else word
        if not self.subject_words or self.in_relative or verb not in words("withholding"):
            return None
        following = self.reading.words_in(end, self.limit, _HIDDEN)
        named = words("disclosed", "named")
        return next((last for first, last in following if self.lexed.shadow[first:last] in named), None)

    def amount(self, word: bytes, end: int) -> bool:
        """Whether ب is glued to an amount (قدر العدد بنحو ألف)."""
        following = self.reading.class_at(self.reading.next_token(end, self.limit - 1))
        return word[1:] in words("amount") or following == DIGIT

    def called_ali(self, start: int, end: int) -> bool:
        """Whether «علي» is the name, in a subject, and not على spelt with a ya."""
        if self.lexed.raw_text(start, end)[-2:] != "لي":
            return False
        if not self.subject_words and not (" على " in self.lexed.text and self.that_later(end)):
            return False
        following = self.reading.words_in(end, self.limit, 1)
        return bool(following) and not (
            self.reading.content_noun(*following[0])
            or self.lexed.hit_at("complementizer", following[0][0]) is not None
        )

    def hinted(self, word: bytes, start: int, end: int) -> bool:
        """Whether ل with a noun of content may stand for the إلى of أشار (أشار المدير للوضع في السوق)."""
        if self.cue.form.verb.lemma != _POINTING or word[:1] != _L or self.cue.form.kind == "noun":
            return False
        noun = is_content_noun(word[2:]) if word[1:2] == _L else self.reading.content_noun(start + 1, end)
        apart = self.in_relative or self.in_frame or COMMA in self.lexed.classes[start - 2 : start]
        return noun and not apart

    def by_that(self, end: int) -> bool:
        """Whether بأن is still to come, so that a ب before it is the subject's (أفادت الجهات المعنية بالسدود بأن)."""
        if "that" not in self.takes or not self.subject_words:
            return False
        related = False
        for first, last in self.reading.words_in(end, self.limit, _FAR):
            word = self.lexed.shadow[first:last]
            related = related or word in words("relative")
            if (
                self.lexed.hit_at("verb", first) is not None
                or self.lexed.hit_at("participle", first) is not None
                or (not related and is_verb(word, self.lexed.raw_text(first, last)))
            ):
                return False
            if self.lexed.hit_at("complementizer", first) is not None:
                return self.lexed.shadow[first : first + 1] == _B
        return False

    def that_apart(self, end: int) -> bool:
        """Whether أن follows after a comma, so that the words before it are an aside (في خبر لا يمكن تأكيده، إن)."""
        for first, last in self.reading.words_in(end, self.limit, 3 * NAME_WORDS):
            if self.lexed.hit_at("complementizer", first) is not None:
                return (
                    COMMA in self.lexed.classes[first - 2 : first] and self.lexed.shadow[first:last][:1] != _B
                )
            if self.lexed.hit_at("verb", first) is not None:
                return False
        return False

    def named_so(self, start: int, end: int) -> bool:
        """Whether a word is a name that begins with ب: it is no noun, and ب is glued to the next (أشاد جميل بلقاسم بالعمل)."""
        following = self.reading.words_in(end, self.limit, 1)
        if (
            not following
            or self.reading.gap(end, following[0][0])
            or self.reading.content_noun(start + 1, end)
        ):
            return False
        at, last = following[0]
        if self.lexed.shadow[at : at + 1] != _B or self.lexed.shadow[start + 1 : end] in words("head"):
            return False
        return self.lexed.shadow[at + 1 : at + 3] == AL or self.reading.content_noun(at + 1, last)

    def located(self, start: int, end: int) -> bool:
        """Whether ب tells in which place an office is: a title follows, or أن is still to come (مدير الجمعية بالساحل ماجد
        نصار بأن)."""
        if not any(self.lexed.hit_at(kind, start + 1) for kind in ("places", "state")):
            return False
        following = self.reading.words_in(end, self.limit, 2 * NAME_WORDS)
        title = self.lexed.hit_at("title", following[0][0]) if following else None
        titled = title is not None and title.entry.rank in ("rank", "style")
        if "target" in self.takes and COMMA in self.lexed.classes[end : end + 2]:
            return True  # اعتبر سالم نصار، أستاذ التاريخ بالرباط، «…»
        if titled and self.subject_words and not self.reading.gap(end, following[0][0]):
            return True  # أشاد أمين الجمعية بالهند الشيخ سالم بجهود السكان
        return any(self.lexed.hit_at("complementizer", first) is not None for first, _ in following)

    def held_by(self, word: bytes, end: int) -> bool:
        """Whether ب belongs to an office whose holder follows, and then another ب (مدير الكرة بالنادي سالم نصار بجهود)."""
        first = self.reading.words_in(self.cue.end, self.limit, 1)
        if not first or word[1:3] != AL or not self.reading.known(first[0][0], ("head", "title")):
            return False
        holder, body = False, word[1:].removeprefix(AL) in words("head")
        for start, last in self.reading.words_in(end, self.limit, 3 * NAME_WORDS):
            if holder and self.lexed.shadow[start : start + 1] == _B:
                quality = self.lexed.shadow[start:last].endswith(_QUALITY)  # بانضباطية
                return quality or self.reading.content_noun(start + 1, last)
            if COMMA in self.lexed.classes[start - 2 : start] or self.lexed.hit_at("participle", start):
                return False
            holder = holder or self.lexed.hit_at("given", start) is not None
            holder = holder or (
                body and self.reading.known(start, ("title",))
            )  # بالاتحاد الخبير هاورد ويب، بـ
        return False

    def asked_later(self, end: int, most: int = NAME_WORDS) -> bool:
        """Whether a noun of content with ب of its own follows soon (المعنية بالنساء بحظر)."""
        following = self.reading.words_in(end, self.limit, most)
        return any(
            self.lexed.shadow[first : first + 1] == _B
            and self.reading.content_noun(first + 1, last)
            and self.lexed.shadow[first:last] not in words("not_b")
            for first, last in following
        )

    def said_later(self, start: int, end: int) -> bool:
        """Whether a word right after the cue begins with ب of its own: a name, and أن is still to come."""
        if self.cue.form.kind != "finite" or self.lexed.shadow[start + 1 : start + 3] == AL:
            return False
        noun = self.reading.content_noun(start + 1, end)
        for first, _ in self.reading.words_in(end, self.limit, NAME_WORDS if noun else 2 * NAME_WORDS):
            hit = self.lexed.hit_at("complementizer", first)
            if hit is not None and (not noun or self.lexed.shadow[first : first + 1] == _B):
                return True
        return False

    def entitles(self, end: int) -> bool:
        """Whether a personal title follows after a comma, so that the words before it are an office."""
        for first, last in self.reading.words_in(end, self.limit, NAME_WORDS):
            if COMMA in self.lexed.classes[first - 2 : first]:
                return self.lexed.shadow[first:last] in words("person_title")
        return False

    def another_object(self, hit: Hit) -> bool:
        """Whether a joined form is surely a verb: it has no other reading, or a noun of content for its object."""
        following = self.reading.words_in(hit.end, self.limit, 1)
        objects = "object" in hit.entry.verb.takes and not hit.entry.pronoun
        return not hit.entry.verb.careful or (
            objects and bool(following) and self.reading.content_noun(*following[0])
        )
