"""What the steps that look for statements ask of a text: neighbouring words, word classes, quotations, sentences."""

from bisect import bisect_right
from functools import cache, cached_property

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.names import with_own_letter
from hiwar.builders.statements.clauses import Sentences
from hiwar.builders.statements.offices import accredited, formerly
from hiwar.builders.statements.quotes import QuoteIndex, pair
from hiwar.builders.steps import Passage
from hiwar.builders.text.daytimes import named_so
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, LETTER, LINE, SPACE, STOP, Hit, Lexed
from hiwar.builders.text.shapes import verbal_shape

AL = fold_word("ال")
_W = fold_word("و")
_IMAM = fold_word("إمام")
_A, _HAMZA = fold_word("ا"), fold_word("ء")
_PROCLITICS = tuple(fold_word(letter)[0] for letter in "وفبل")
A, T, Y, M, H, S, N, W = (fold_word(letter)[0] for letter in "اتيمهسنو")
SOMEBODY = ("title", "head", "organization", "state", "document", "unnamed", "given", "many")
IMPERSONAL = ("head", "organization", "state", "unnamed", "many")
_GLUED = 4  # letters that may be glued before a name, and one more
_SOON = 40  # characters between a verb and its أن
_IN_IT = "فيه فيها فيهما خلاله خلالها خلالهما بموجبه بموجبها بمقتضاه بمقتضاها"
WITHIN = fold_words(_IN_IT.split())
_JOINING = (fold_word("و"), fold_word("ف"))
_NISBA = tuple(fold_word(ending) for ending in ("ي", "ية", "يين", "يون", "يان", "يتين", "يتان", "يات"))
_VERBAL = tuple(fold_word(ending) for ending in ("نا", "تم", "وا", "ها", "ه", "هم"))
_ENDINGS = tuple(
    fold_word(ending) for ending in ("هما", "هم", "ها", "ه", "ا")
)  # pronouns, and the alif of the tanwin


class Reading:
    """A text with its quotations and sentences, and questions about its words."""

    def __init__(self, lexed: Lexed, passages: list[Passage]) -> None:
        self.lexed = lexed
        self.passages = passages
        self.quotes = QuoteIndex(pair(lexed, passages))
        self.sentences = Sentences(lexed, self.quotes, passages)
        self._beginning: dict[
            tuple[str, ...], set[int]
        ] = {}  # by kinds, where words begin that `known` knows

    def word_before(self, position: int) -> tuple[bytes, int]:
        """Return the word before `position` and where it starts; (b"", -1) at the beginning."""
        number = bisect_right(self.lexed.word_starts, position - 1) - 1
        if number < 0:
            return b"", -1
        return self.lexed.word(number), self.lexed.word_starts[number]

    def word_at_or_after(self, position: int) -> bytes:
        """Return the word that begins at `position` or behind it; b"" at the end."""
        return self.lexed.word(self.lexed.word_from(position))

    def gap(self, start: int, end: int) -> bytes:
        """Return what stands between two positions, without spaces."""
        return self.lexed.shadow[start:end].replace(b" ", b"")

    def next_token(self, position: int, limit: int) -> int:
        """Return the position of the next character that is not a space or a comma, at most `limit`."""
        limit = min(limit, len(self.lexed.classes))
        while position < limit and self.lexed.classes[position] in (SPACE, COMMA):
            position += 1
        return position

    def class_at(self, position: int) -> int:
        """Return the class of the character at a position, that of a space behind the text."""
        return self.lexed.classes[position] if position < len(self.lexed.classes) else SPACE

    def hit_word(self, kind: str, start: int) -> Hit | None:
        """Return the hit of a kind in the word that starts at `start`, past a glued و or ف, or None."""
        hit = self.lexed.hit_at(kind, start)
        if hit is None:
            hit = self.lexed.hit_at(kind, start + 1)
        return hit if hit is not None and hit.word_start == start else None

    def frame(self, start: int) -> Hit | None:
        """Return the framing phrase that starts at `start`, or None; some words are none after certain others."""
        hit = self.lexed.hit_at("frame", start)
        if hit is None or self.leads_prayer(start, hit.end):
            return None
        if named_so(self.lexed, start) or formerly(self, start, hit.end):
            return None
        number = self.lexed.word_from(hit.end)
        month = self.lexed.hit_at("month", hit.end + 1) if hit.entry == "word" else None
        if month is not None:
            hit = hit._replace(end=month.end)  # نهاية شهر يوليو
            number = self.lexed.word_from(hit.end)
        if hit.entry == "word" and self.lexed.word(number) in words("frame", "dating"):
            hit = hit._replace(end=self.lexed.word_ends[number])  # في يونيو الماضي
        before, at = self.word_before(start)
        if self.gap(at + len(before), start):
            return hit
        office = {before, strip_proclitic(before)} & words("frame", "not_after")  # المدير العام، لمدير عام
        named = hit.entry == "word" and office
        if named or (hit.entry == "named" and is_adjective(before)):
            return None
        if hit.entry == "preposition" and accredited(self, start, hit.end):
            return None
        return hit

    def leads_prayer(self, start: int, end: int) -> bool:
        """Whether the word is إمام, which أمام "before" folds to, as its hamza tells."""
        return self.lexed.shadow[start:end] == _IMAM and self.lexed.raw_text(start, start + 1) == "إ"

    def known(self, start: int, kinds: tuple[str, ...] = SOMEBODY) -> bool:
        """Whether a word that starts at `start` begins a name or a noun for somebody (past glued letters)."""
        beginning = self._beginning.get(kinds)
        if beginning is None:
            hits = (hit for kind in kinds for hit in self.lexed.of_kind(kind))
            beginning = self._beginning[kinds] = {
                hit.word_start for hit in hits if hit.start < hit.word_start + 3
            }
        return start in beginning

    @cached_property
    def of_bodies(self) -> frozenset[tuple[bytes, bytes]]:
        """The two words behind each head noun of a body, which may name it alone: هيئة [الغذاء والدواء]."""
        lexed = self.lexed
        behind = (lexed.word_from(hit.end) for hit in lexed.of_kind("head") if not hit.entry.definite)
        return frozenset((lexed.word(number), lexed.word(number + 1)) for number in behind)

    def body_end(self, start: int) -> int:
        """Return where the proper name of a body ends that begins at the word, past glued letters; `start` if none does."""
        hits = (self.lexed.hit_at("organization", at) for at in range(start, start + _GLUED))
        return next((hit.end for hit in hits if hit is not None and hit.word_start == start), start)

    def content_noun(self, start: int, end: int) -> bool:
        """Whether the word of that span looks like a noun that a content may begin with."""
        word = self.lexed.shadow[start:end]
        if not word or (is_adjective(word) and word[len(AL) :] not in words("content_nouns")):
            return False  # السعي is no adjective
        first = self.lexed.text[self.lexed.raw(start)]
        if own_article(word):
            return True
        article = word.startswith(AL) and len(word) > 4 and first not in "أإآ"
        if article:
            start, word = start + len(AL), word[len(AL) :]
        plain = self.lexed.text[self.lexed.raw(start)] if word[0] == A else ""
        broken = plain in ("أ", "آ") or (plain == "ا" and article)
        return is_content_noun(word, broken)

    def after_comma(self, position: int) -> bool:
        """Whether a comma stands right before `position`."""
        return COMMA in self.lexed.classes[max(position - 2, 0) : position]

    def apart(self, hit: Hit | None) -> bool:
        """Whether a comma stands right behind a hit (والخميس، …)."""
        return hit is not None and COMMA in self.lexed.classes[hit.end : hit.end + 2]

    def with_pronoun(self, position: int) -> bool:
        """Whether the word after `position` is a preposition with its pronoun (عنه)."""
        return self.word_at_or_after(position) in words("with_pronoun")

    def that_soon(self, position: int) -> bool:
        """Whether أن follows within a short subject, with no preposition before it (زاد المدير أن)."""
        for start, end in self.words_in(position, position + _SOON, 5):
            if self.lexed.hit_at("complementizer", start) is not None:
                return True
            if self.lexed.shadow[start:end] in words("preposition"):
                return False  # زاد من المخاوف أن
        return False

    def in_class(self, word: bytes, section: str, key: str = "words") -> bool:
        """Whether a folded word belongs to a class of `function_words.toml`, with or without a glued و or ف."""
        known = words(section, key)
        return word in known or (word[:1] in _JOINING and word[1:] in known)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Return the span without spaces and marks of separation at its edges."""
        classes = self.lexed.classes
        while start < end and classes[start] in (SPACE, COMMA, LINE):
            start += 1
        while end > start and (classes[end - 1] in (SPACE, COMMA, LINE) or self._plain_stop(end - 1)):
            end -= 1
        return start, end

    def _plain_stop(self, position: int) -> bool:
        return self.lexed.classes[position] == STOP and self.lexed.shadow[position : position + 1] in b".~"

    def back(self, position: int, floor: int, most: int) -> int:
        """Return the start of the word `most` words before `position`, or `floor` if that is nearer."""
        number = self.lexed.word_from(position) - most
        return floor if number <= 0 else max(floor, self.lexed.word_starts[number])

    def count_words(self, start: int, end: int) -> int:
        """Return how many words start in `[start, end)`."""
        return max(0, self.lexed.word_from(end) - self.lexed.word_from(start))

    def words_in(self, start: int, end: int, most: int = 60) -> list[tuple[int, int]]:
        """Return the spans of the first `most` words that start in `[start, end)`."""
        lexed = self.lexed
        first = lexed.word_from(start)
        last = min(lexed.word_from(end), first + most)
        return list(zip(lexed.word_starts[first:last], lexed.word_ends[first:last], strict=True))

    def at_word(self, position: int) -> bool:
        """Whether a word starts at `position`."""
        classes = self.lexed.classes
        return (
            position < len(classes)
            and classes[position] == LETTER
            and (position == 0 or classes[position - 1] != LETTER)
        )


@cache
def strip_proclitic(word: bytes) -> bytes:
    """Return the word without one glued و ف ب ل, where enough of a word is left."""
    return word[1:] if len(word) > 3 and word[0] in _PROCLITICS else word


@cache
def is_adjective(word: bytes) -> bool:
    """Whether a definite word looks like an adjective (السعودي، الأميركية، العام)."""
    if not word.startswith(AL) or word in words("adjective", "nouns"):
        return False  # النادي
    return word.endswith(_NISBA) or word in words("adjective")


@cache
def is_content_noun(word: bytes, broken: bool = False) -> bool:
    """Whether a word is the verbal noun, or listed noun, that a content may begin with.

    `broken`: it is written with أ, so that the shape of a verbal noun in إ is a broken plural's.
    """
    if (
        (len(word) < 3 and word not in words("content_nouns", "short"))
        or word in words("head")
        or (word in words("honorific") and word not in words("content_nouns"))
    ):
        return False
    if word in words("content_nouns") or (not (broken and len(word) == 5) and verbal_shape(word)):
        return True
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            stem = word[: -len(ending)]
            feminine = stem[:-1] + bytes([H]) if stem[-1] == T else stem
            if stem[-2:-1] == _A and stem[-1] == Y:
                stem = feminine = stem[:-1] + _HAMZA  # إنهائه
            if {stem, feminine} & words("content_nouns"):
                return True
            if stem[-1] == Y:
                continue
            if not (broken and len(stem) == 5) and (verbal_shape(stem) or verbal_shape(feminine)):
                return True
    return False


@cache
def is_joined(word: bytes) -> bool:
    """Whether the و or ف that a word begins with is a conjunction glued on, and not its own first letter."""
    if word[:1] in _JOINING and word[1:] in words("joined"):
        return True
    if len(word) < 4 or word[:1] not in _JOINING:
        return False
    own = words("own_letter")
    if word in words("content_nouns") or word in with_own_letter():
        return False  # فرار، فيليب
    if word[1:].startswith(AL):
        return word not in own
    return word not in own and word[:4] not in own and not any(word.removesuffix(it) in own for it in _VERBAL)


@cache
def is_past_feminine(word: bytes) -> bool:
    """Whether a word looks like a feminine verb of the past (حصلت), with or without a glued و or ف."""
    bare = word[1:] if is_joined(word) else word
    if len(bare) < 4 or bare[-1] != T or bare[-2] in (A, W, Y) or bare.startswith(AL):
        return False
    return bare not in words("not_verb")


def own_article(word: bytes) -> bool:
    """Whether ال are letters of a verbal noun's own (التزام، التزامها), and no article."""
    nouns = words("own_article")
    return word in nouns or any(word.removesuffix(ending) in nouns for ending in _ENDINGS)
