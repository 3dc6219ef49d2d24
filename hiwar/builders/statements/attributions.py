"""Attribution words (بحسب، وفقاً لـ، كما قال): who they name, and which part of the sentence they attribute."""

from typing import NamedTuple

from hiwar.builders.knowledge.attribution import AttributionWord
from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.appositions import with_apposition
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import AL, Reading, strip_proclitic
from hiwar.builders.statements.source_ends import before_verb
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import MARK, Hit

_AN, _IN = fold_word("عن"), fold_word("في")
_WHAT = fold_words(("ما", "لما", "لمن"))
_ON_WHAT = "على ما"
_LIKE = frozenset({"كما", "مثلما"})
_TRANSMIT = "نقل"
_L, _LIL = fold_word("ل"), fold_word("لل")
_SEVERAL, _OF = fold_word("عدة"), fold_word("من")
_AMOUNTS = fold_words(("مجموعة", "عدد", "جملة", "سلسلة", "حزمة", "قائمة"))
_OUR, _OURS = fold_word("نا"), 5  # letters of a noun with its pronoun
_OWN = tuple(fold_word(ending) for ending in ("ه", "ها", "هم", "هما"))
_POSSESSIVE = tuple(fold_word(ending) for ending in ("هما", "هم", "ها", "نا", "ه"))
_T, _FEMININE = fold_word("ت"), fold_word("ة")
_OWN_NOUNS = frozenset(
    fold_word(noun + ending)
    for noun in (
        "تصريحات",
        "تصريح",
        "قول",
        "تعبير",
        "بيان",
        "وصف",
        "زعم",
        "كلام",
        "حديث",
        "رأي",
        "أقوال",
        "إفادت",
        "إفادات",
        "شهادت",
        "روايت",
        "تقدير",
        "تقديرات",
        "مصادر",
        "اعتراف",
        "اعترافات",
        "تأكيد",
        "تأكيدات",
        "ادعاء",
        "ادعائ",
        "ادعاءات",
        "مزاعم",
        "توقعات",
    )
    for ending in ("ه", "ها", "هم", "هما")
)


class Attribution(NamedTuple):
    """An attribution in a sentence; positions in the folded view."""

    start: int  # of its phrase
    end: int  # of the phrase with the source
    cue: Span
    source: Span | None
    relay: Span | None  # of «لما نقلته X عن Y»: X
    own: bool  # the source is a pronoun: the speaker of the sentence
    verb: Cue | None
    sentence: Span
    before: bool  # text of the sentence stands before it
    transmits: bool = False  # who speaks before it only passes on what its source says (نقلا عن)


def find(reading: Reading, number: int, verbs: dict[int, Cue], reporting: set[int]) -> list[Attribution]:
    """Return the attributions of a passage; `verbs` are the candidate cues by start, `reporting` those with content."""
    passage = reading.passages[number]
    found: list[Attribution] = []
    last_end = passage.start
    for hit in reading.lexed.of_kind("attribution", passage.start, passage.end):
        if hit.start < last_end:
            continue
        sentence = reading.sentences.start(hit.word_start, passage), reading.sentences.end(hit.start, passage)
        attribution = (
            _verbal(reading, hit, verbs, reporting, sentence)
            if hit.entry.verb
            else _plain(reading, hit, sentence)
        )
        if attribution is not None:
            found.append(attribution)
            last_end = attribution.end
    return found


def _has_text(reading: Reading, start: int, end: int) -> bool:
    return reading.count_words(start, end) >= 2


def _plain(reading: Reading, hit: Hit, sentence: Span) -> Attribution | None:
    entry: AttributionWord = hit.entry
    lexed = reading.lexed
    start = reading.next_token(hit.end, sentence[1])
    comma = reading.gap(hit.end, start)
    cue = _cue_word(reading, hit)
    before = _has_text(reading, sentence[0], hit.word_start)
    word = lexed.shadow[hit.start : hit.end].split(b" ")[-1]
    if entry.noun and word.endswith(_OWN):
        return Attribution(hit.start, hit.end, cue, None, None, True, None, sentence, before)
    if comma or start >= sentence[1]:
        return None
    first = lexed.word_at(start)
    if first is None and reading.class_at(start) != MARK:
        return None
    if first is not None and lexed.word(first) in _WHAT:
        return None
    charged = any(lexed.shadow.startswith(word, start) for word in words("not_source", "but"))
    if first is not None and not charged and not _can_say(lexed.word(_counted(reading, first))):
        return None
    if before and not _apart(reading, hit) and reading.word_before(hit.word_start)[0] in words("proceeding"):
        return None  # يسير وفق القضاء المستقل
    counted = first is not None and reading.hit_word("number", start) is not None
    if counted and first is not None and not _can_say(lexed.word(first + 1)):
        return None  # وفقاً لثلاثة معايير
    pointed = first is not None and lexed.word(first) in words("quantifier")
    noun = start
    if pointed and first is not None and lexed.word(first + 1):
        noun = lexed.word_starts[first + 1]  # نقلا عن تلك المصادر
    cited = b"" if first is None else lexed.word(first)
    own = not entry.transmits and (cited in _OWN_NOUNS or (cited[:1] == _L and cited[1:] in _OWN_NOUNS))
    named = (
        (own and _closes(reading, start, sentence[1]))
        or reading.known(noun)
        or lexed.hit_at("name_joined", start) is not None
    )
    if before and first is not None and not _apart(reading, hit) and not named:
        return None
    addressed = first is not None and lexed.word(first)[:1] == _L and reading.frame(start) is not None
    source = _marked(reading, first, sentence[1])
    if source is None:
        source = noun_phrase(reading, start + addressed, sentence[1], apposition=False)
        if source is None or source[0] > start + 2:
            return None
    source = with_apposition(reading, before_verb(reading, source) or source, sentence[1])
    if _ours(reading, start):
        return None  # ووفقا لحساباتنا فإن
    source = (start, source[1]) if addressed else source  # وفقا لوكالة الساحل, where no one is turned to
    named_source = None if own else source
    return Attribution(
        hit.start, source[1], cue, named_source, None, own, None, sentence, before, entry.transmits
    )


def _closes(reading: Reading, start: int, limit: int) -> bool:
    """Whether a clause ends with the word that starts there, so that no part of it follows (… بسبب الريح حسب كلامه.)."""
    end = start + len(reading.word_at_or_after(start))
    following = next(iter(reading.words_in(end, limit, 1)), None)
    return following is None or bool(reading.gap(end, following[0]).strip(b"\"'<>"))


def _ours(reading: Reading, start: int) -> bool:
    """Whether the word that starts there is a noun in the first person, so that the speaker cites himself (لحساباتنا)."""
    word = reading.word_at_or_after(start)
    return word.endswith(_OUR) and len(word) > _OURS and not reading.known(start)


def _marked(reading: Reading, number: int | None, limit: int) -> Span | None:
    """Return the name in marks behind a lone ل, which is that word: وفقاً لـ «الساحل»."""
    if number is None or reading.lexed.word(number) != _L:
        return None
    quote = reading.quotes.opening_at(reading.next_token(reading.lexed.word_ends[number], limit))
    return None if quote is None or not quote.closed else (quote.start, quote.end)


def _counted(reading: Reading, number: int) -> int:
    """Return the number of the word that is meant behind one that counts it: وفقا لعدة [معايير], طبقا لمجموعة من [الشروط]."""
    word = strip_proclitic(reading.lexed.word(number))
    if word in _AMOUNTS and reading.lexed.word(number + 1) == _OF:
        return number + 2
    return number + (word == _SEVERAL)


def _apart(reading: Reading, hit: Hit) -> bool:
    """Whether punctuation stands before an attribution."""
    word, at = reading.word_before(hit.word_start)
    return bool(reading.gap(at + len(word), hit.word_start).strip(b"\"'<>"))


def _cue_word(reading: Reading, hit: Hit) -> Span:
    """Return the one word of the phrase that is its cue: the noun of على حد قول, else the first."""
    inside = reading.words_in(hit.word_start, hit.end)
    if hit.entry.noun:
        return inside[-1]
    return (hit.start, inside[1][0] - 1 if len(inside) > 1 else hit.end)


def _verbal(
    reading: Reading, hit: Hit, verbs: dict[int, Cue], reporting: set[int], sentence: Span
) -> Attribution | None:
    lexed = reading.lexed
    at = reading.next_token(hit.end, sentence[1])
    number = lexed.word_at(at)
    if number is not None and lexed.word(number) in words("particle") and number + 1 < len(lexed.word_starts):
        at = lexed.word_starts[number + 1]
    cue = verbs.get(at)
    tied = cue is not None and cue.form.pronoun and not _apart(reading, hit)
    if tied and hit.entry.phrase == _ON_WHAT:
        return None  # اطلع على ما كتبته: the preposition is the verb's
    if cue is None or cue.form.kind != "finite" or at in reporting:
        return None
    if "silent" not in cue.takes and (hit.entry.phrase in _LIKE or "behind" not in cue.takes):
        return None
    before = _has_text(reading, sentence[0], hit.word_start)
    medium = cue.end if not cue.form.verb.medium else _past_in(reading, cue.end)
    if medium is None:
        return None
    source = before_verb(reading, noun_phrase(reading, medium, sentence[1], apposition=False))
    source = source and with_apposition(reading, source, sentence[1])
    relay: Span | None = None
    if cue.form.verb.lemma == _TRANSMIT:
        source, relay = _transmitted(reading, cue, sentence[1], source)
    end = max(cue.end, source[1] if source else 0, relay[1] if relay else 0)
    return Attribution(hit.start, end, (cue.start, cue.end), source, relay, False, cue, sentence, before)


def _past_in(reading: Reading, position: int) -> int | None:
    """Return where the medium begins after «في», or None (كما جاء في البيان)."""
    first = next(iter(reading.words_in(position, position + 2)), None)
    return first[1] if first is not None and reading.lexed.shadow[first[0] : first[1]] == _IN else None


def _transmitted(
    reading: Reading, cue: Cue, limit: int, subject: Span | None
) -> tuple[Span | None, Span | None]:
    """Return source and relay of «نقلت X عن Y»."""
    if (origin := origin_of(reading, cue.end, limit)) is not None:
        return origin, subject
    return subject, None


def origin_of(reading: Reading, start: int, limit: int) -> Span | None:
    """Return the noun phrase after the first عن in `[start, limit)`, or None."""
    for first, last in reading.words_in(start, limit)[:25]:
        if reading.lexed.shadow[first:last] == _AN:
            return noun_phrase(reading, last, limit)
    return None


def _can_say(word: bytes) -> bool:
    """Whether a noun after an attribution word can speak (البيان, not الحجم, للوائح, احتياجاتها)."""
    nouns = {word, word[1:] if word.startswith(_L) else word, strip_proclitic(word)}
    nouns |= {word[len(_LIL) :]} if word.startswith(_LIL) else set()
    nouns |= {noun.removeprefix(AL) for noun in nouns}
    owned = {noun.removesuffix(ending) for noun in nouns for ending in _POSSESSIVE if noun.endswith(ending)}
    nouns |= owned | {noun[:-1] + _FEMININE for noun in owned if noun.endswith(_T)}
    return nouns.isdisjoint(words("not_source"))
