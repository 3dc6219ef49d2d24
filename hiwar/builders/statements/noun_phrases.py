"""What the walk over a subject asks of a noun phrase: whether it may be complete, and what only completes it."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.words import words as word_shapes
from hiwar.builders.statements.reading import (
    AL,
    Reading,
    is_adjective,
    is_content_noun,
    is_joined,
    strip_proclitic,
)
from hiwar.builders.statements.walk import Walk
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import Shape, is_verb, shape_of

_W, _B = fold_word("و"), fold_word("ب")
_ISSUED = fold_words(("بيان", "تصريح", "تصريحات", "تغريدة", "بلاغ"))
_POSSESSED = tuple(fold_word(word) for word in ("ته", "تها", "تهم", "حديثه", "حديثها"))
_BEFORE_VERBS = fold_words(("ما", "لم", "لن", "قد"))
_THAT = fold_word("ذلك")
_THEIR = (fold_word("ها"), fold_word("هم"))
_OBJECTS = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم"))
_NISBA = fold_word("ي")
_OWNED = 4  # letters of a noun with its pronoun
_OF_ONE, _OF_HER, _OF_MANY = (fold_word(pronoun) for pronoun in ("ه", "ها", "هم"))
_PEOPLE = fold_word("يين")
_PLURALS = (fold_word("ون"), fold_word("ين"))
_AGREEING = tuple(
    (fold_word(noun), fold_word(its)) for noun, its in (("ة", "ة"), ("ين", "ين"), ("ات", "ة"), ("ات", "ات"))
)
_FEMININE, _INDEFINITE = fold_word("ة"), fold_word("ية")
_OFFICE = 40  # characters of the field of an authority with the word behind it


def field_office(reading: Reading, start: int) -> bool:
    """Whether the field of an authority stands there with the place that it is the office of (تعليم القصيم، صحة تثليث)."""
    inside = reading.words_in(start, start + _OFFICE, 2)
    if len(inside) < 2 or inside[0][0] != start or reading.gap(inside[0][1], inside[1][0]):
        return False
    if reading.lexed.shadow[slice(*inside[0])] not in words("headline_label", "fields"):
        return False
    placed = reading.lexed.hit_at("places", inside[1][0]) is not None
    return placed or reading.lexed.shadow.startswith(tuple(words("headline_label", "regions")), inside[1][0])


class NounPhrases(Walk):
    """The questions of a walk about the noun phrase that it stands in."""

    def begins_content(self, word: bytes, start: int, end: int) -> bool:
        """Whether a noun of content may begin one: it is no name, no verb behind ما, no adjective of the noun before."""
        if self.lexed.hit_at("state", start) is not None:
            return False  # إيران
        adjective = (
            self.subject_words > 0
            and word.endswith(_INDEFINITE)
            and word not in words("content_nouns")
            and not self.previous.startswith(AL)
            and self.lexed.word(self.lexed.word_from(end)).endswith(_FEMININE)
        )
        if self.previous.startswith(AL) and word.startswith(AL) and word[len(AL) :] in words("amount"):
            return False  # الأعضاء الخمسة
        if not (self.subject_words or self.subject_before) and (
            self.lexed.hit_at("document", start) or self.lexed.hit_at("unnamed", start)
        ):
            return False  # كشف استطلاع أن، زعمت مواطنة أن
        if self.crowd(start, end):
            return False
        if not self.subject_words and (field_office(self.reading, start) or self.addresses(start)):
            return False  # نفت صحة تبوك; وصف سماحة المفتي
        verb = self.previous in _BEFORE_VERBS
        return not (adjective or verb or self.called(end) or self.forename(start, end))

    def addresses(self, start: int) -> bool:
        """Whether a form of address begins there, as a title or a name behind it shows (سماحة المفتي, فضيلة الشيخ)."""
        style = self.lexed.hit_at("title", start)
        after = self.lexed.word_from(style.end) if style is not None and style.entry.rank == "style" else None
        starts = self.lexed.word_starts
        return (
            after is not None
            and after < len(starts)
            and self.reading.known(starts[after], ("title", "given"))
        )

    def crowd(self, start: int, end: int) -> bool:
        """Whether a number right behind a verb counts people or bodies, so that they are who speaks (اتهم عشرات العمال الشركة؛
        أبدت ثلاثة أندية رغبتها)."""
        if self.subject_words or self.subject_before or self.cue.form.kind != "finite":
            return False
        number = self.reading.hit_word("number", start)
        if number is None or number.entry.role in ("fraction", "ordinal") or number.entry.ambiguous:
            return False
        following = self.reading.words_in(end, self.limit, 1)
        return bool(following) and self.reading.known(following[0][0], ("title", "unnamed", "many", "head"))

    def own_act(self, word: bytes, start: int, end: int) -> bool:
        """Whether a noun carries the pronoun of who speaks, right behind him, as what he affirms does (أكدت الشركة مضيها في)."""
        form = self.cue.form
        if self.cue.act not in ("affirm", "deny", "announce") or form.verb.careful or form.kind != "finite":
            return False
        if self.reading.known(start) or len(word) < _OWNED or word in words("itself"):
            return False
        if word.startswith(AL) or self.reading.known(self.last, ("name_joined",)):
            return False  # أكد عبد الله البرقان: a name
        pronoun = _OF_MANY if form.number == "p" else _OF_HER if form.gender == "f" else _OF_ONE
        raw = self.lexed.raw_text(start, end)
        noun = word.removesuffix(pronoun)
        verb = noun in word_shapes().past and not noun.endswith(_NISBA)  # ورقة | نشرها المركز, but not مضيها
        goes_on = self.reading.at_word(end + 1)
        return word.endswith(pronoun) and not raw.endswith("ة") and not verb and goes_on

    def before_that(self, start: int) -> bool:
        """Whether a word between a given name and أن is the family's, whatever else it means (أكد سالم [حداد] أن)."""
        follows = self.reading.next_token(self.lexed.word_ends[self.lexed.word_from(start)], self.limit)
        that = self.lexed.hit_at("complementizer", follows) is not None
        if self.lexed.word(self.lexed.word_from(start)) in words("ruling"):
            return False  # أكد كرم | ضرورة أن
        return that and self.lexed.hit_at("given", self.last) is not None

    def forename(self, start: int, end: int) -> bool:
        """Whether a noun of content is a name here: another word of a name follows (حسن سالم، حسن البحري; not حسن الأداء)."""
        if self.lexed.hit_at("given", start) is None:
            return False
        following = self.reading.words_in(end, self.limit, 1)
        if following and not self.reading.gap(end, following[0][0]) and self.family(*following[0]):
            return True
        return (
            bool(following)
            and not self.reading.gap(end, following[0][0])
            and self.lexed.shadow[following[0][0] : following[0][0] + 2] != AL
            and self.reading.known(following[0][0], ("given", "title"))
        )

    def family(self, start: int, end: int) -> bool:
        """Whether a word looks like a family name and no nation (البحري)."""
        word = self.lexed.shadow[start:end]
        nisba = word.startswith(AL) and word.endswith(_NISBA)
        return nisba and word not in words("adjective") and self.lexed.hit_at("nation", start + 2) is None

    def pointed_out(self, word: bytes, end: int) -> bool:
        """Whether a demonstrative that ends there points at its noun, the subject (أكدت هذه المصادر أن; not أوضح ذلك المدير)."""
        if word == _THAT or self.cue.form.verb.careful:
            return False
        following = self.reading.words_in(end, self.limit, 1)
        if not following or self.reading.gap(end, following[0][0]):
            return False
        noun = self.lexed.shadow[slice(*following[0])]
        somebody = self.reading.known(following[0][0], ("unnamed", "head", "title"))  # هذه الشخصيات
        return noun.startswith(AL) and (somebody or not is_adjective(noun))

    def plainly_known(self, start: int) -> bool:
        """Whether a name of a state or a body starts at `start`, with nothing glued on."""
        return any(self.lexed.hit_at(kind, start) is not None for kind in ("state", "organization"))

    def verb_follows(self, end: int) -> bool:
        """Whether the word after `end` is a verb, so that «ما» before it means what."""
        number = self.lexed.word_from(end)
        word = self.lexed.word(number)
        if not word or self.reading.gap(end, self.lexed.word_starts[number]):
            return False
        raw = self.lexed.raw_text(self.lexed.word_starts[number], self.lexed.word_ends[number])
        past = word_shapes().past_after_and  # also with its object: نشره
        bare = [word.removesuffix(it) for it in _OBJECTS if word.endswith(it)]
        return is_verb(word, raw) or word in past or any(it in past or is_verb(it, raw) for it in bare)

    def governed(self, word: bytes, start: int, end: int) -> bool:
        """Whether a preposition is glued to a word, so that it opens no noun phrase (أصحاب المتاجر بالسوق)."""
        if word[:1] == _B and "target" in self.takes:
            placed = self.lexed.hit_at("places", start + 1) or self.lexed.hit_at("state", start + 1)
            return (
                placed is not None
            )  # else ب joins what is said on, if it is a preposition (اتهم القضاء بورزاكو)
        if self.lexed.hit_at("given", self.last) is not None:
            return False  # a family name
        glued = shape_of(word, self.lexed.raw_text(start, end)) is Shape.PREPOSITION
        return glued and not self.plainly_known(start) and self.lexed.hit_at("given", start) is None

    def describes(self, word: bytes, start: int) -> bool:
        """Whether a word is an adjective of the noun before it (الحكومة الروسية): no name, no plural of people behind a feminine."""
        feminine = self.previous.endswith(_FEMININE)
        apart = feminine and word.endswith(_PEOPLE)
        named = self.plainly_known(start) and not (feminine and word.endswith(_FEMININE))
        several = word.startswith(AL) and self.previous.startswith(AL) and not self.fresh
        several = several and word.endswith(_PLURALS) and self.previous.endswith(_PLURALS)
        return several or (is_adjective(word) and not (apart or named))  # المزارعون المتشددون

    def completes(self, word: bytes) -> bool:
        """Whether a word only completes the one before it (مصادر إسرائيلية, الجريمة البشعة, عناصر حزب), or is joined to it."""
        if self.lexed.hit_at("regions", self.last) is not None and not word.startswith(AL):
            return True  # وجهاء منطقة نجران
        if self.previous == _W or (word.endswith(_INDEFINITE) and not (word + self.previous).count(AL)):
            return True
        if not self.candidates or self.candidates[-1] != self.last or self.fresh:
            return False
        if not self.previous.startswith(AL):
            first = self.lexed.word(self.lexed.word_from(self.cue.end))
            return (
                first.startswith(AL)
                and not self.titled()
                and not self.reading.known(self.last, ("given", "state"))
            )
        agree = any(self.previous.endswith(noun) and word.endswith(its) for noun, its in _AGREEING)
        return agree and word.startswith(AL)

    def called(self, end: int) -> bool:
        """Whether «يسمى» follows, so that the noun is the subject."""
        number = self.lexed.word_from(end)
        return self.lexed.word(number) in words("called")

    def settled(self) -> bool:
        """Whether the word before a definite one is no bare noun that it would complete (مؤشرات الأداء)."""
        if self.fresh or strip_proclitic(self.previous).startswith(AL):
            return True
        return any(self.lexed.hit_at(kind, self.last) is not None for kind in ("given", "state", "places"))

    def closed(self, framed: bool = False) -> bool:
        """Whether the subject, or a framing phrase, may be complete before the word at the position."""
        previous = self.previous
        if framed:
            bare = strip_proclitic(previous)
            if previous in _ISSUED or previous in words("with_pronoun") or (self.fresh and self.dated):
                return True  # في بيان اليوم وقوف …, في بيان لها بـ…
            if (
                self.fresh
                or is_content_noun(previous)
                or is_content_noun(bare)
                or (bare in words("frame", "medium") and not bare.endswith(_POSSESSED))
            ):
                return False
        elif not self.subject_words:
            return False
        elif self.fresh:
            return True
        if (
            previous in words("head")
            or strip_proclitic(previous) in words("head")
            or (not previous.startswith(AL) and self.lexed.hit_at("document", self.last) is not None)
            or previous in words("preposition")
        ):
            return False
        if self.annexes():
            return False  # مدير إدارة تنفيذ | مشاريع المدينة
        named = self.reading.known(self.last, ("state", "organization"))
        possessed = previous.endswith(_THEIR)  # الجمعية ومنسوبوها
        word = self.lexed.word(self.lexed.word_from(self.position))
        first = self.last == self.cue.end + 1 and word in words("content_nouns")  # أكد فينجر عدم
        return first or not is_joined(previous) or previous.startswith(_W + AL) or possessed or named

    def annexes(self) -> bool:
        """Whether the word before is a bare verbal noun behind the noun of a body, and so wants its genitive (إدارة تنفيذ …)."""
        if self.previous.startswith(AL) or not is_content_noun(self.previous):
            return False
        before, at = self.reading.word_before(self.last)
        body = self.reading.known(at, ("head", "organization")) and not before.startswith(AL)
        return body and at >= self.cue.end and not self.reading.known(self.last, ("given", "state"))

    def named(self, word: bytes) -> bool:
        """Whether a bare word may still be part of the name of the person who is the subject."""
        return not word.startswith(AL) and self.titled()

    def titled(self) -> bool:
        """Whether the subject begins with a person's title, so that names follow before the content."""
        first = self.reading.words_in(self.cue.end, self.cue.end + 20)[:1]
        return bool(first) and self.lexed.shadow[first[0][0] : first[0][1]] in words("person_title")
