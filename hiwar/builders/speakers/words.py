"""A text as numbered words, each with what the lexicon knows of it and what stands before it."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.speakers.families import Families
from hiwar.builders.speakers.misread import other_word
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import DIGIT, Hit, Lexed
from hiwar.builders.text.shapes import verbal_shape

KINDS = frozenset(
    {
        "title", "rank_modifier", "head", "ministry", "organization", "state", "nation", "document", "issuing", "received",
        "unnamed", "many", "given", "name_joined", "name_second", "common", "prepositions", "of_titles", "places", "regions", "adjectives", "ends", "turns",
        "continuations", "so_called", "same_one", "leading", "pointing", "last_mentioned", "describing", "praise", "former", "verb", "participle",
    }
)  # fmt: skip
_ARTICLE = fold_word("ال")
_DIGIT = bytes([DIGIT])
_WITH_ARTICLE = tuple(fold_word(front) for front in ("ال", "وال", "بال", "لل"))
_BEFORE_ARTICLE = tuple(fold_word(c) for c in ("و", "ف", "ب", "ك", "وب"))
_FOR_THE = tuple(fold_word(c) for c in ("لل", "ولل", "فلل"))
_AND = fold_word("و")
_FOR_OR_IN = (fold_word("ل"), fold_word("ب"))
_NISBA = (fold_word("ي"), fold_word("ية"))
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_CLOSING = frozenset(b'>")')
_PREPOSITIONS = frozenset(fold_word("بلك"))

_SHORT = 3  # letters of a family name that is spelt like أخ or أب behind a preposition
_HAMZAS = ("أ", "إ", "آ")  # إلتون


@lru_cache(1 << 16)
def _article_glue(word: bytes) -> int:
    if word in shape_words().not_article:
        return 0  # كالديرون
    for clitic in _BEFORE_ARTICLE:
        if word.startswith(clitic + _ARTICLE) and len(word) > len(clitic) + 4:
            return len(clitic)
    return 0


@lru_cache(1 << 16)
def _definite(word: bytes) -> bool:
    if len(word) < 4 or word in shape_words().not_article:
        return False  # التقى
    return word.startswith(_ARTICLE) or word.startswith(_FOR_THE) or _article_glue(word) > 0


class Known(NamedTuple):
    """A lexicon hit by words: the entry, the word after it, and the letters glued before it."""

    entry: Any
    after: int
    glue: bytes


_NOTHING: Mapping[str, list[Known]] = {}


def _rank(known: Known, word: bytes) -> tuple[int, bool, int, bool]:
    """Order the hits at a word: with the fewest letters glued on, definite where it is written لل, the longest."""
    indefinite = word.startswith(_FOR_THE) and not getattr(known.entry, "definite", True)
    return len(known.glue), indefinite, -known.after, getattr(known.entry, "owner", None) is None


class Words:
    """The words of a text by number, with the hits that start at each."""

    def __init__(self, lexed: Lexed) -> None:
        self.lexed = lexed
        self.starts, self.ends = lexed.word_starts, lexed.word_ends
        self._counts = Counter(lexed.words)
        self._known: dict[int, dict[str, list[Known]]] = {}  # by word and kind
        self._places: dict[str, list[int]] = {}
        self.phrases: dict[tuple[int, int, bool], Any] = {}  # what `read_phrase` has read of these words
        self._prepositional: dict[int, bool] = {}  # the answers so far: it is asked of each word many times
        numbers = {start: number for number, start in enumerate(self.starts)}
        after = {end: number for number, end in enumerate(self.ends, 1)}
        for kind in KINDS:
            for hit in lexed.of_kind(kind):
                if not other_word(lexed, hit):
                    self._add(hit, numbers[hit.word_start], after[hit.end])

    def _add(self, hit: Hit, first: int, after: int) -> None:
        glue = self.lexed.shadow[hit.word_start : hit.start]
        known = self._known.setdefault(first, {}).setdefault(hit.kind, [])
        self._places.setdefault(hit.kind, []).append(first)
        known.append(Known(hit.entry, after, glue))
        if len(known) > 1:  # whole words first, then the longest
            known.sort(key=lambda one: _rank(one, self.word(first)))

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, number: int) -> bytes:
        """Return the folded word."""
        return self.lexed.word(number)

    def known(self, kind: str, number: int, limit: int | None = None) -> Known | None:
        """Return the longest hit of that kind at the word which ends by `limit`, one without a clitic first."""
        for one in self.kinds(number).get(kind, ()):
            if limit is None or one.after <= limit:
                return one
        return None

    def kinds(self, number: int) -> Mapping[str, list[Known]]:
        """Return every hit at the word by its kind."""
        return self._known.get(number, _NOTHING)

    def all_known(self, kind: str, number: int) -> list[Known]:
        """Return every hit of that kind at the word."""
        return self.kinds(number).get(kind, [])

    def holding(self, *kinds: str) -> list[int]:
        """Return the numbers of the words at which a hit of one of the kinds starts, in order."""
        return sorted({number for kind in kinds for number in self._places.get(kind, ())})

    def is_any(self, number: int, *kinds: str) -> bool:
        """Return whether a hit of one of the kinds starts at the word."""
        return number in self._known and not self._known[number].keys().isdisjoint(kinds)

    def bare(self, kind: str, number: int) -> bool:
        """Return whether a hit of that kind starts at the word with no clitic before it."""
        known = self.known(kind, number)
        return known is not None and not known.glue

    def glue(self, number: int, kind: str) -> int:
        """Return how many letters are glued before the hit of that kind at the word."""
        known = self.known(kind, number)
        return len(known.glue) if known else 0

    def definite(self, number: int) -> bool:
        """Return whether the word carries the article, also behind a clitic; an alif with a hamza is no article's."""
        return _definite(self.word(number)) and self.raw_word(number)[:1] not in _HAMZAS

    def article_glue(self, number: int) -> int:
        """Return the length of the clitic that is glued to the article of the word, 0 if there is none."""
        return _article_glue(self.word(number))

    def gap(self, number: int) -> bytes:
        """Return what stands between the word and the one before it, without spaces."""
        return self._gaps[number] if 0 < number < len(self.starts) else b"\n"

    def dashed(self, number: int) -> bool:
        """Return whether a dash with a space stands before the word, and no hyphen: سالم نصار- الميناء."""
        return self.gap(number) == b"-" and self.starts[number] - self.ends[number - 1] > 1

    def marked_end(self, first: int, limit: int) -> int:
        """Return the word after a name in marks or brackets that begins at the word; `first` if it is not closed."""
        after = first + 1
        while after < limit and not _CLOSING.intersection(self.gap(after)):
            after += 1
        return after if after < len(self) and _CLOSING.intersection(self.gap(after)) else first

    @cached_property
    def _gaps(self) -> list[bytes]:
        shadow = self.lexed.shadow
        between = zip([0, *self.ends], self.starts, strict=False)
        return [shadow[end:start].replace(b" ", b"") for end, start in between]

    def prepositional(self, number: int) -> bool:
        """Return whether a preposition is glued to the word: للوزارة، بإقليم."""
        if number >= len(self):
            return False  # behind the last word
        answer = self._prepositional.get(number)
        if answer is None:
            answer = self._prepositional[number] = self._is_prepositional(number)
        return answer

    def _is_prepositional(self, number: int) -> bool:
        word = self.word(number)
        if word.startswith(_FOR_THE):
            return True
        if self._seems_prepositional(number, word):
            return True
        glued = self.article_glue(number)
        if glued:
            return word[glued - 1] in _PREPOSITIONS
        kinds = self.kinds(number)
        found = [one for known in kinds.values() for one in known]
        if kinds.keys() == {"title"} and len(word) == _SHORT and self.bare("given", number - 1):
            return False  # توماس باخ, where باخ is no أخ
        return bool(found) and all(one.glue and one.glue[-1] in _PREPOSITIONS for one in found)

    def _seems_prepositional(self, number: int, word: bytes) -> bool:
        """Return whether an unknown word is a noun behind a preposition: لنصرة الأشقاء, or a noun of this text."""
        shortest = 4 if self.feminine(number) else 5
        if len(word) < shortest or word[:1] not in _FOR_OR_IN or self.kinds(number):
            return False
        noun = word[1:]
        construct = self.definite(number + 1) and not self.gap(number + 1)
        construct = construct and not self.word(number + 1).startswith(_FOR_THE)  # قال رامي لارسون للصحيفة
        if construct and self.bare("given", number - 1) and self.is_any(number + 1, "title"):
            construct = False  # قال رامي لاوندس المتحدث باسم: a family name
        construct = construct and (self.feminine(number) or word.startswith(_FOR_OR_IN[0]))
        return construct or noun in self._counts or _ARTICLE + noun in self._counts

    def coordinated(self, number: int) -> bool:
        """Return whether the word is joined on by و: والتعاون، ووزير."""
        word = self.word(number)
        if not word.startswith(_AND) or len(word) < 3:
            return False
        if word[1:].startswith(_ARTICLE):
            return True
        found = [one for kinds in self.kinds(number).values() for one in kinds]
        if not found:
            noun = word[1:] in self._counts or verbal_shape(word[1:])
            return noun or (self.definite(number + 1) and not self.gap(number + 1))
        return all(one.glue.startswith(_AND) for one in found)

    def raw(self, first: int, after: int, skip: int = 0) -> str:
        """Return the raw text of words `[first, after)` without the first `skip` letters, spaces made single."""
        if after <= first:
            return ""
        start = self.starts[first] + skip
        text = " ".join(self.lexed.raw_text(start, self.ends[after - 1]).split())
        for opening, closing in _PAIRS:
            if text.count(opening) > text.count(closing):
                closed = self.lexed.text[self.lexed.raw_span(start, self.ends[after - 1])[1] :][:1] == closing
                text = text + closing if closed else text.replace(opening, "")
        if text.count('"') == 1:
            text = text.replace('"', "")
        if not skip or not self.word(first).startswith(_FOR_THE):
            return text
        noun = self.word(first)[skip + 1 :]  # للجنة is of لجنة, للوزارة of وزارة
        heads = [self.known(kind, first) for kind in ("head", "document")]
        own = any(known.entry.word[:1] == "ل" for known in heads if known is not None)
        return ("ال" if own or self.count(_ARTICLE + _FOR_OR_IN[0] + noun) else "ا") + text

    def digits(self, number: int) -> str:
        """Return the digits that stand right behind the word, which belong to a name: فرنس24."""
        end = last = self.ends[number]
        while self.lexed.classes[last : last + 1] == _DIGIT:
            last += 1
        return self.lexed.raw_text(end, last)

    def feminine(self, number: int) -> bool:
        """Return whether the word is written with ة at its end."""
        return number < len(self) and self.lexed.text[self.lexed.raw(self.ends[number] - 1)] == "ة"

    def common_noun(self, number: int) -> bool:
        """Return whether the word stands elsewhere in the text with the article, as no foreign name does."""
        word = self.word(number)
        return not word.startswith(_ARTICLE) and any(front + word in self._counts for front in _WITH_ARTICLE)

    def no_name(self, number: int) -> bool:
        """Return whether the word can hardly be part of a name: a feminine noun, or one with the article elsewhere."""
        return not self.is_any(number, "given") and (self.feminine(number) or self.common_noun(number))

    def nisba(self, number: int) -> bool:
        """Return whether the word ends like an adjective of origin: الإعلامي، العراقية."""
        return self.word(number).endswith(_NISBA)

    def qualifies(self, number: int) -> bool:
        """Return whether a given name with the article is an adjective of the noun before it: البرلمان العربي."""
        behind = self.definite(number - 1) and not self.gap(number) and not self.is_any(number - 1, "title")
        return behind and self.is_any(number, "common") and self.nisba(number)

    def reports(self, number: int) -> bool:
        """Return whether the word is a reporting verb, and hardly anything else."""
        known = self.known("verb", number) or self.known("participle", number)
        return known is not None and not getattr(getattr(known.entry, "verb", None), "careful", False)

    def known_any(self, number: int) -> bool:
        """Return whether the lexicon knows anything of the word."""
        return number in self._known

    def raw_word(self, number: int) -> str:
        """Return the word as it is written."""
        return self.lexed.raw_text(self.starts[number], self.ends[number])

    @cached_property
    def families(self) -> Families:
        """Which of the words are family names, as their places in the text tell."""
        return Families(self)

    def count(self, word: bytes) -> int:
        """Return how often a folded word stands in the text."""
        return self._counts[word]

    def recurs(self, first: int, after: int) -> bool:
        """Return whether one of the words occurs again in the text."""
        return any(self._counts[self.word(number)] > 1 for number in range(first, after))
