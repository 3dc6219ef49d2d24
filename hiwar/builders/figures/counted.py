"""The noun phrase that a number counts: where it begins and ends.

After the number stands a noun without article with its adjectives (19 مدنيا بريئا), من and a definite phrase (ستة من أفراد
الفريق), or, after عشرات and the like, a definite noun (عشرات الأبرياء). The phrase ends at punctuation, at a function
word, a verb, a glued preposition, or at a word that does not agree.
"""

from bisect import bisect_left

from hiwar.builders.figures import partitives
from hiwar.builders.figures.definite_phrases import (
    LONGEST,
    Phrase,
    annexed,
    definite,
    fixed_phrase,
    is_time,
    next_word,
    opens_clause,
    with_suspicion,
)
from hiwar.builders.knowledge.words import words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import Lexed
from hiwar.builders.text.near import word_after
from hiwar.builders.text.shapes import (
    Shape,
    is_definite,
    is_plural,
    is_possessed,
    is_verb_after_and,
    raw_word,
    shape,
    shape_of,
)

_FROM, _NOT, _AND, _LIL = (fold_word(letters) for letters in ("من", "غير", "و", "لل"))
_THIS = frozenset(map(fold_word, ("هذا", "هذه", "هؤلاء", "ذلك", "تلك")))
_TANWIN, _TA_MARBUTA, _MASCULINE = (fold_word(letters) for letters in ("ا", "ة", "ين"))
_CASELESS = ("ى", "ا", "ء", "ئ", "ي")  # endings that write no alif of the accusative
_WRITTEN_TANWIN = ("ًا", "اً")
_THEIR_TWO = fold_word("هما")  # after a numeral a noun with tanwin (متهما, سهما)
_MEEM = fold_word("م")
_FEMININE = fold_word("ات")
_COMPARED = frozenset(map(fold_word, ("أكثر", "أقل", "أكبر", "أصغر", "أعلى", "أدنى")))
_TIMES = tuple(map(fold_word, ("أمثال", "أضعاف")))
_CONSTRUCT = 3  # nouns up to the definite one (ثلثي أعضاء مجلس النواب)
_NISBA = "ية"
_AGREEING = ("ة", "ى", "ات", "اء")  # what may follow a feminine adjective
_DUAL = tuple(map(fold_word, ("تين", "تان")))


def after(lexed: Lexed, position: int, *, plural: bool, construct: bool, blocked: set[int]) -> Phrase | None:
    """Return the phrase that a number which ends at `position` counts, or None.

    `plural`: the number is from 3 to 10. `construct`: it may govern a definite noun (عشرات, نصف, الثلاثة).
    `blocked` holds the positions of words that are numbers or dates.
    """
    first = word_after(lexed, position)
    if first is None or lexed.word_starts[first] in blocked:
        return None
    word = lexed.word(first)
    start = lexed.word_starts[first]
    if pronoun := partitives.of_them(lexed, position):
        return pronoun
    if word == _FROM:
        return partitives.partitive(lexed, position, blocked)
    if construct and word in _THIS and lexed.word(first + 1):
        return definite(lexed, start, first + 1, blocked, "construct")
    kind = shape(lexed, first)
    if word.startswith(_TIMES) and _is_owned(lexed, first):
        return Phrase(start, lexed.word_ends[first], "noun", "pronoun")  # ثلاثة أمثالها
    if not construct and _is_owned(lexed, first):
        return None
    if kind is Shape.NOUN or _agrees(word, kind, plural):
        return (
            _indefinite(lexed, first, plural, blocked)
            if not (construct and _governs_definite(lexed, first))
            else definite(lexed, start, first, blocked, "construct")
        )
    if kind is Shape.DEFINITE and construct and not is_time(lexed, first):
        return definite(lexed, start, first, blocked, "construct")
    return None


def _is_owned(lexed: Lexed, number: int) -> bool:
    """Whether the word ends in a pronoun; after a numeral ه alone is no pronoun but a ة (22 فرقه)."""
    word = lexed.word(number)
    return is_possessed(word, raw_word(lexed, number)) and not word.endswith((_THEIR_TWO, _TA_MARBUTA))


def _agrees(word: bytes, kind: Shape, plural: bool) -> bool:
    """Whether a word that looks like a preposition or a verb with its noun is the counted noun after all."""
    if kind is Shape.PREPOSITION and not word.startswith(_LIL):
        return is_plural(word) and not word.endswith(_MASCULINE) if plural else word.endswith(_TANWIN)
    return False


def _indefinite(lexed: Lexed, first: int, plural: bool, blocked: set[int]) -> Phrase:
    """Return the phrase of a noun without article, its adjectives and the nouns that share the number."""
    start, last, head, stop = lexed.word_starts[first], first, lexed.word(first), "length"
    for _ in range(LONGEST):
        fixed = fixed_phrase(lexed, last)
        if fixed:
            return Phrase(start, fixed, "noun", "fixed phrase")
        following = next_word(lexed, last, blocked)
        if following is None:
            stop = "punctuation or number"
            break
        further = _further(lexed, following, head, plural, blocked)
        if isinstance(further, str):
            stop = further
            break
        last = further
        if shape(lexed, following) is Shape.AND:
            head = lexed.word(following)[1:]
        elif lexed.word(following) in words().means:
            head = lexed.word(following)
    end = _with_model(lexed, last)
    if lexed.word(first) in words().classifiers and (of := partitives.partitive(lexed, end, blocked)):
        return Phrase(start, of.end, "noun", of.stop)  # 30 رأسا من الأغنام
    return Phrase(start, end, "noun", stop)


def _with_model(lexed: Lexed, number: int) -> int:
    """Return the end of word `number`, with the digits of the model that it names (مقاتلات إف 16)."""
    end = with_suspicion(lexed, number)
    if lexed.word(number) not in words().brand:
        return end
    run = bisect_left(lexed.digit_starts, end)
    if run < len(lexed.digit_starts) and lexed.shadow[end : lexed.digit_starts[run]] in (b" ", b"-", b"- "):
        return lexed.digit_ends[run]
    return end


def _further(lexed: Lexed, number: int, head: bytes, plural: bool, blocked: set[int]) -> int | str:
    """Return the last word of what word `number` adds to a phrase without article, or why the phrase ends before it."""
    word, kind, known = lexed.word(number), shape(lexed, number), words()
    if word == _NOT:
        noun = next_word(lexed, number, blocked)
        return noun if noun is not None and shape(lexed, noun) is Shape.NOUN else "negation"
    if word in known.others or (kind is Shape.AND and _shares(lexed, number, head, plural, blocked)):
        return number
    if kind is Shape.PREPOSITION:
        return number if _governed(lexed, number) else kind.value
    if word in known.annexing and annexed(lexed, number, blocked):
        return number + 1
    if opens_clause(lexed, number):
        return "participle with its complement"
    if kind is not Shape.NOUN:
        return str(kind.value)
    later, before = lexed.word(number - 1) != head, raw_word(lexed, number - 1)
    if later and before.endswith("ي") and word in known.past_after_and:
        return "verb"  # مدني أفغاني | قتل
    if later and before.endswith(_NISBA) and not raw_word(lexed, number).endswith(_AGREEING):
        return "no agreement"  # لقاءات ودية | منح
    return number if _follows(lexed, number, head, blocked) else "no agreement"


def _governed(lexed: Lexed, number: int) -> bool:
    """Whether the word before keeps a preposition in the phrase: صاروخا مضادا للدروع, غارة بطائرات."""
    before, word, known = lexed.word(number - 1), lexed.word(number), words()
    if word.startswith(_LIL):
        return before.startswith(known.governs)
    return word in known.means and before.removeprefix(_AND) in known.strikes


def _follows(lexed: Lexed, number: int, head: bytes, blocked: set[int]) -> bool:
    """Whether a word without article may go on with the phrase.

    After tanwin only what agrees may (مدنيا بريئا); else what is not made definite by the word behind it (اقتحام السياج).
    """
    word = lexed.word(number)
    if is_possessed(word, raw_word(lexed, number)) and not word.endswith(_THEIR_TWO):
        return False
    if _has_tanwin(head):
        return word.endswith((_TANWIN, _MASCULINE)) or word in words().others
    if word in _COMPARED and lexed.word(number + 1) == _FROM:
        return False  # ثلاثة أضعاف | أكثر من
    plural = is_plural(head) or head.endswith(_FEMININE)
    shows_case = plural or not raw_word(lexed, number - 1).endswith(_CASELESS)
    if raw_word(lexed, number).endswith(_WRITTEN_TANWIN) or (shows_case and word.endswith(_TANWIN)):
        return word in words().ending_in_alif  # أربع مرات | قائلا, ستة قطاعات | انخفاضا, ألف مشترك | متراجعا
    return word not in words().adverb_or_adjective and not annexed(lexed, number, blocked)


def _has_tanwin(word: bytes) -> bool:
    return word.endswith(_TANWIN) and len(word) > 2


def _counts_on(lexed: Lexed, number: int, blocked: set[int]) -> bool:
    """Whether the noun governs the number behind it (وإصابة 20); one joined with و is another's."""
    end = lexed.word_ends[number]
    if lexed.shadow[end : end + 1] != b" " or lexed.shadow[end + 1 : end + 2] == _AND:
        return False
    return end + 1 in blocked


def _shares(lexed: Lexed, number: int, head: bytes, plural: bool, blocked: set[int]) -> bool:
    """Whether و and a noun share the number with the noun before: جنديا وشرطيا, هجوما وغارة."""
    word, raw = lexed.word(number)[1:], raw_word(lexed, number)[1:]
    known = words()
    if (
        word in known.event
        or _is_masdar(word, raw)
        or is_verb_after_and(word, raw)
        or shape_of(word, raw) is not Shape.NOUN
    ):
        return False
    position = lexed.word_starts[number] + 1
    if lexed.hit_at("given", position):
        return False  # 16 نقطة وسالم
    if position in blocked or is_possessed(word, raw) or lexed.hit_at("qualifier", position):
        return False
    if _adjective_joined(lexed, number, head) and not annexed(lexed, number, blocked):
        return not _counts_on(lexed, number, blocked)
    if word.endswith(_DUAL) or annexed(lexed, number, blocked) or _counts_on(lexed, number, blocked):
        return False
    if plural and not _has_tanwin(head):
        return is_plural(word)
    if _has_tanwin(head):
        return word.endswith((_TANWIN, _TA_MARBUTA))
    return not is_plural(word) or (_is_participle(head) and _is_participle(word))


def _is_participle(word: bytes) -> bool:
    """Whether the word has the pattern مفاعل of a participle, which is one of plurals too (مشاهد ومتابع)."""
    return len(word) == 5 and word.startswith(_MEEM) and word[2:3] == _TANWIN


def _adjective_joined(lexed: Lexed, number: int, head: bytes) -> bool:
    """Whether و joins a second feminine adjective to a first (أركان متينة ومترابطة, سيارات قديمة وجديدة)."""
    before, raw = raw_word(lexed, number - 1), raw_word(lexed, number)[1:]
    if lexed.word(number - 1) == head or not (before.endswith("ة") and raw.endswith("ة")):
        return False
    return raw.endswith(_NISBA) or raw.startswith("م") or lexed.word(number)[1:] in words().plain_adjectives


def _is_masdar(word: bytes, raw: str) -> bool:
    """Whether the word is a verbal noun of the fourth form, which looks like a plural (إبعاد, إغلاق)."""
    return raw.startswith("إ") and len(word) == 5 and word[3:4] == _TANWIN


def _governs_definite(lexed: Lexed, first: int) -> bool:
    """Whether a noun without article is made definite by what follows: عشرات أفراد الأمن, نصف سكان المدينة."""
    word, raw = lexed.word(first), raw_word(lexed, first)
    if is_possessed(word, raw):
        return True
    here: int | None = first
    for _ in range(_CONSTRUCT):
        here = None if here is None else next_word(lexed, here, set())
        if here is None:
            return False
        if is_definite(lexed.word(here), raw_word(lexed, here)):
            return True
        if shape(lexed, here) is not Shape.NOUN:
            return False
    return False
