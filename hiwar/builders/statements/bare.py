"""Whether a noun on the way to a content is a bare object, as a paper, a demonstrative or who is asked shows."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.plain_speech import PlainSpeech
from hiwar.builders.statements.reading import AL, is_joined
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import COMMA

FROM = fold_word("من")
NAMELESS = ("title", "unnamed", "many")
_THAT, _AS = fold_word("ذلك"), fold_word("كما")
_TANWIN = "\u064b"
_PLURAL, _FEMININE = fold_word("ات"), fold_word("ة")
_PEOPLE = (fold_word("ون"), fold_word("ين"))
_BODIES = ("head", "organization", "state")
_FAR = 12  # words before أن
_HIM = frozenset(fold_word("إيا" + ending) for ending in ("ه", "ها", "هم", "هما", "هن"))
_ASKING_BARELY = frozenset({"طالب", "ناشد"})


class Bare(PlainSpeech):
    """The questions of a walk about bare objects."""

    def counted_of(self) -> bool:
        """Whether «من» right here goes on with an amount, and joins nothing on (العديد من الخبراء)."""
        hit = self.lexed.hit_at("many", self.last)
        return hit is not None and hit.end == self.last + len(self.previous)

    def from_where(self, end: int) -> bool:
        """Whether «من» tells where nameless people are from, and asks nothing (تساءلت مصادر من المعارضة)."""
        somebody = self.reading.known(self.last, NAMELESS) and not self.previous.startswith(AL)
        following = self.reading.words_in(end, self.limit, 1)
        word = self.lexed.shadow[slice(*following[0])] if following else b""
        return somebody and not self.fresh and word.startswith(AL) and word not in words("relative")

    def behind_paper(self, start: int, end: int) -> bool:
        """Whether an indefinite noun in the accusative follows a bare document, which it cannot complete (أظهرت مسوح نموا)."""
        paper = self.lexed.hit_at("document", self.last) is not None and not self.previous.startswith(AL)
        return paper and self.lexed.raw_text(start, end).rstrip(_TANWIN).endswith("ا")

    def affirms_this(self, word: bytes, end: int) -> bool:
        """Whether what is affirmed or denied is only pointed at behind who does (أكد المتحدث سالم نصار هذه الحصيلة)."""
        told = (
            self.cue.act in ("affirm", "deny", "announce")
            and not self.cue.form.verb.careful
            and not self.fresh
        )
        following = self.lexed.word(self.lexed.word_from(end))
        plain = self.settled() or (self.cue.act == "deny" and not self.that_later(end))
        return told and word != _THAT and following.startswith(AL) and plain

    def that_later(self, end: int) -> bool:
        """Whether أن is still to come (أفاد الناطق باسم الجيش بمنطقة الساحل بأن)."""
        following = self.reading.words_in(end, self.limit, _FAR)
        return any(self.lexed.hit_at("complementizer", first) is not None for first, _ in following)

    def asked_barely(self, word: bytes, start: int, end: int) -> bool:
        """Whether a verbal noun behind who is asked may be what is asked for without its ب (طالب السكان سرعة العمل)."""
        if self.cue.form.verb.lemma not in _ASKING_BARELY or self.passed is not None or self.in_relative:
            return False
        asked = self.addressee is not None or self.cue.form.kind == "participle"
        him = self.previous in _HIM  # مناشدا إياهم العودة
        plain = him or (self.previous.startswith(AL) and not (word.startswith(AL) or is_joined(word)))
        near = COMMA not in self.lexed.classes[start - 2 : start]
        return (self.cue.form.pronoun or (asked and plain)) and near and self.reading.content_noun(start, end)

    def disagrees(self, word: bytes, start: int) -> bool:
        """Whether a verb right before a verbal noun with the article does not agree with it, so that it is no subject."""
        form = self.cue.form
        if form.kind != "finite" or form.number != "s" or start > self.cue.end + 1:
            return False
        if self.subject_before and self.cue.act == "deny" and word[len(AL) :] in words("content_nouns"):
            return True  # تركيا رفضت المشاركة
        if self.reading.known(start):
            return False
        feminine = word.endswith((_FEMININE, _PLURAL))
        return feminine != (form.gender == "f")

    def lone(self) -> bool:
        """Whether the only noun behind a verb that goes on and condemns is no speaker, so that it is the object (كما أدان
        النظام القضائي)."""
        first = self.reading.words_in(self.content_from, self.limit, 1)
        before, _ = self.reading.word_before(self.cue.word_start)
        goes_on = self.cue.form.kind == "finite" and (self.cue.prefixed or before == _AS)
        alone = not (self.candidates or self.subject_before or self.in_relative) and self.cue.act == "condemn"
        if not (first and goes_on and alone and "object" in self.takes):
            return False
        word = self.lexed.shadow[slice(*first[0])]
        people = word.endswith(_PEOPLE) or self.reading.known(first[0][0])
        return word.startswith(AL) and not people

    def happens(self, end: int) -> bool:
        """Whether a verb follows «ما»; behind a verb that takes no أن, any bare word that is no preposition."""
        if self.verb_follows(end) or "that" in self.takes:
            return self.verb_follows(end)
        number = self.lexed.word_from(end)
        word = self.lexed.word(number)
        if not word or self.reading.gap(end, self.lexed.word_starts[number]):
            return False
        other = word.startswith(AL) or word in words("preposition") or word in words("relative")
        return not other and self.lexed.hit_at("complementizer", self.lexed.word_starts[number]) is None

    def of_bearer(self, word: bytes, start: int, end: int) -> bool:
        """Whether a definite word right behind a given name is its bearer's (انتقد سالم النجار [حكومة])."""
        behind = self.reading.known(self.last, ("given", "name_joined")) and not self.fresh
        if not (behind and word.startswith(AL)) or word.endswith((_FEMININE, _PLURAL)):
            return False
        return not (self.reading.content_noun(start, end) or self.reading.known(start, _BODIES))
