"""Where a word reports speech: candidates from the lexicon, judged by their neighbours."""

from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.verbs import VerbForm
from hiwar.builders.statements import participles, taken_up
from hiwar.builders.statements.framed import framing
from hiwar.builders.statements.reading import Reading
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COLON, MARK, Hit

_AN = fold_words(("أن", "لأن", "بأن", "وأن", "كي", "لكي"))
_QAD = fold_words(("قد", "لقد", "فقد", "وقد", "ولقد"))
_MA = fold_words(("ما", "بما", "كما", "مما", "لما", "وما", "ومما", "عما", "حسبما", "مثلما", "وفقما"))
_AS_TOLD = fold_words(("كما", "حسبما", "مثلما", "وفقما"))
_BEFORE_AN = fold_words(("قبل", "بعد", "منذ", "إلى", "سبق"))
_W, _F = fold_word("و"), fold_word("ف")
_OR, _FROM = fold_word("أو"), fold_word("من")
_DEMANDED = 12  # words of a subject before the preposition that a loosely written verb demands
_IN, _AS = fold_word("في"), fold_word("إذ")
_ADD, _COMING = "زاد", frozenset({"طلب", "اتهم"})
_ANSWER, _SAYING = "رد", fold_word("قائل")
_ON_HIM = frozenset(fold_word("علي" + ending) for ending in ("ه", "ها", "هم", "هما", "نا"))
_ANSWERED = 60  # characters between an answer and «قائلا»
_FOR_THE = fold_word("لل")
_ASIDE = 6  # words of an aside before the verb
_WAS = fold_words(("كان", "كانت", "كانوا"))
_DIRECTED, _INFORMED = "وجه", "أفاد"  # أفادنا الطبيب بأن
_MAY = fold_words(("قد", "وقد", "فقد"))
_AFFIRMED = frozenset({"استبعد"})  # not to rule out is to say that it may be
_S, _PERSONS = fold_word("س"), (fold_word("ي"), fold_word("ت"))
_FIRST_FORM = frozenset(
    {"سأل", "ذكر", "طلب", "رفض", "وصف", "نقل", "كشف", "وعد", "نشر", "عد", "علم"}
)  # whose active present has no u
_DAMMA = "\u064f"
_PROMISE, _COUNT = "وعد", "عد"
_QUESTION = fold_words(("ماذا", "لماذا", "كيف", "متى"))


class Cue(NamedTuple):
    """A word that may carry reporting; positions in the folded view."""

    start: int
    end: int
    word_start: int
    form: VerbForm
    act: str
    takes: frozenset[str]
    passage: int
    sentence: tuple[int, int]
    initial: bool  # a clause begins with it
    relative: int | None  # the relative pronoun before it
    after_ma: int | None  # ما before it (ما قاله، كما أعلن)
    prefixed: bool  # و, ف or ل is glued to it
    purpose: bool  # it is ل (ليضيف أن)


def candidates(reading: Reading, number: int) -> list[Cue]:
    """Return the words of a passage that report speech, as far as their left neighbours tell, in order."""
    passage = reading.passages[number]
    found: list[Cue] = []
    for kind in ("verb", "participle", "verbal_noun"):
        for hit in reading.lexed.of_kind(kind, passage.start, passage.end):
            cue = _judge(reading, number, passage, hit)
            if cue is not None:
                found.append(cue)
    found.sort(key=lambda cue: (cue.start, cue.form.verb.careful))
    return found


def _judge(reading: Reading, number: int, passage: Passage, hit: Hit) -> Cue | None:
    form: VerbForm = hit.entry
    hit = _rejoined(reading, hit)
    doubled = form.verb.lemma == _COUNT and _shadda(reading.lexed.raw_text(hit.start, hit.end))
    own = hit.glued and not doubled and not (form.verb.lemma == _ANSWER and _saying_so(reading, hit.end))
    if own and reading.lexed.shadow[hit.word_start : hit.end] in words("own_letter"):
        return None  # ورد is no و with رد, but وعدّ is و with عدّ
    sentence = (
        reading.sentences.start(hit.word_start, passage),
        reading.sentences.end(hit.start, passage),
    )
    before, before_start = reading.word_before(hit.word_start)
    if before_start < sentence[0]:
        before, before_start = b"", -1
    gap = reading.gap(before_start + len(before), hit.word_start) if before else b"."
    noun = form.kind == "noun"
    start = hit.start if not hit.glued or _conjunction(reading, hit) else hit.word_start
    purpose = not noun and start < hit.start and not _emphatic(reading, hit)
    cue = Cue(
        start,
        hit.end,
        hit.word_start,
        form,
        form.verb.act,
        _takes(reading, hit),
        number,
        sentence,
        _initial(reading, hit, before, gap, noun) or framing(reading, sentence[0], hit.word_start),
        _relative(reading, before, before_start) if before and not gap else None,
        before_start if before in _MA and not gap else None,
        hit.glued,
        purpose,
    )
    if form.kind == "finite":
        return cue if _finite(reading, cue, before, before_start, gap) else None
    if form.kind == "participle":
        return cue if participles.chains_on(reading, cue, before, gap) else None
    return cue if _noun(reading, cue, before) else None


def _saying_so(reading: Reading, start: int) -> bool:
    """Whether «قائلا» follows soon, or at once who is answered, so that the word before is a verb (ورد المدير على الرسالة
    قائلا، ورد عليهم المدير بأن)."""
    if reading.word_at_or_after(start) in _ON_HIM:
        return True
    following = reading.words_in(start, start + _ANSWERED)
    return any(reading.lexed.shadow[at:end].startswith(_SAYING) for at, end in following)


def _takes(reading: Reading, hit: Hit) -> frozenset[str]:
    """Return what the verb takes; زاد is "he added" only where أن follows soon, and a request or an accusation takes ب behind
    whom it comes from (طلب من الوزارة بـ)."""
    form: VerbForm = hit.entry
    if form.kind == "noun" and form.verb.lemma in _COMING and reading.word_at_or_after(hit.end) == _FROM:
        return (form.verb.takes | {"ب", "ل"}) - {"target"}
    grew = form.verb.lemma == _ADD and not reading.that_soon(hit.end)
    return form.verb.takes - {"that"} if grew else form.verb.takes


def _relative(reading: Reading, before: bytes, start: int) -> int | None:
    """Return where the relative pronoun before a verb starts, also before «كان» (الذي كان أعلن), or None."""
    if before in _WAS:
        earlier, at = reading.word_before(start)
        if not reading.gap(at + len(earlier), start):
            before, start = earlier, at
    return start if _relates(reading, before, start) else None


def _relates(reading: Reading, before: bytes, start: int) -> bool:
    """Whether the word before is a relative pronoun that stands for a noun (not في الوقت الذي)."""
    if not reading.in_class(before, "relative"):
        return False
    return reading.word_before(start)[0].removeprefix(fold_word("ال")) != fold_word("وقت")


def _conjunction(reading: Reading, hit: Hit) -> bool:
    return hit.glued and reading.lexed.shadow[hit.word_start : hit.start].rstrip() in (_W, _F)


def _rejoined(reading: Reading, hit: Hit) -> Hit:
    """Return the hit with the و that print sets apart from its word (، و أضاف) as if it were glued on."""
    before, start = reading.word_before(hit.word_start)
    alone = before == _W and not hit.glued and not reading.gap(start + len(_W), hit.word_start)
    return hit._replace(word_start=start) if alone else hit


def _emphatic(reading: Reading, hit: Hit) -> bool:
    """Whether ل stresses the verb behind an aside (والوزارة إذ تعلن ذلك لتؤكد), and tells no purpose."""
    at = hit.word_start
    for _ in range(_ASIDE):
        before, start = reading.word_before(at)
        if reading.gap(start + len(before), at):
            return False
        if before == _AS:
            return True
        at = start
    return False


def _initial(reading: Reading, hit: Hit, before: bytes, gap: bytes, noun: bool) -> bool:
    """Whether a clause begins with the word."""
    if not before or gap.strip(b"\"'<>)"):
        return True
    if not noun and hit.glued:
        return True
    return before in _QAD or any(
        reading.in_class(before, section) for section in ("particle", "conjunction", "relative")
    )


def of_pronoun(reading: Reading, cue: Cue) -> bool:
    """Whether the subject of a verb is the pronoun of what stands right before it (إنه اعتبر)."""
    before, at = reading.word_before(cue.word_start)
    hit = reading.lexed.hit_at("complementizer", at)
    pronoun = before in words("but_he") or (hit is not None and bool(hit.entry))
    return pronoun and not reading.gap(at + len(before), cue.word_start)


def _finite(reading: Reading, cue: Cue, before: bytes, before_start: int, gap: bytes) -> bool:
    form = cue.form
    raw = reading.lexed.raw_text(cue.start, cue.end)
    short = form.tense == "past" or form.verb.lemma in _FIRST_FORM
    if short and raw[1:2] == _DAMMA:
        return False  # a passive, vocalised: ذُكر، يُسأل
    if form.number == "d" and form.gender == "m" and form.tense == "past" and not _dual(reading, cue, raw):
        return False
    if before in _MAY and form.tense == "present" and not gap:
        return False
    after = reading.next_token(cue.end, cue.sentence[1])
    if reading.word_at_or_after(cue.end) == _OR and reading.class_at(after) not in (MARK, COLON):
        return False  # تذكر أو استرداد: a noun
    if form.pronoun and raw.endswith("ة"):
        return False  # قدرة is no قدّره
    if cue.after_ma is not None and _points_back(reading, cue.after_ma):
        told = form.pronoun and "speech" in cue.takes and taken_up.quotation(reading, cue.after_ma)
        if not told:
            return False
    if form.verb.strict and not (_as_written(raw, form.surface) or _loosely(reading, cue, raw)):
        return False
    if form.verb.lemma == _PROMISE and _shadda(raw):
        return False  # وعدّ is و with عدّ
    denied = reading.in_class(before, "negation") and cue.after_ma is None and not gap
    if denied and form.verb.lemma not in _AFFIRMED:
        return False
    if form.verb.marked and _shadda(raw) == _shadda(form.verb.marked):
        return True
    if gap:
        return _pronoun_allowed(cue)
    if form.pronoun and reading.hit_word("light", before_start) is not None:
        return False  # مقدما شكره
    if before in _AN and form.tense == "present":
        earlier, _ = reading.word_before(before_start)
        if earlier not in _BEFORE_AN:
            return False
    if reading.in_class(before, "hypothetical") or before.removeprefix(_W) in _QUESTION:
        return False
    if not cue.prefixed and reading.in_class(before, "preposition") and before not in _MA:
        return False
    return _pronoun_allowed(cue)


def _dual(reading: Reading, cue: Cue, raw: str) -> bool:
    """Whether a form that ends in alif is a dual, and not the accusative of a noun (طالباً) or another word (أقرأ);
    أن right behind it tells (وبينا أن)."""
    that = reading.lexed.hit_at("complementizer", reading.next_token(cue.end, cue.sentence[1])) is not None
    own = not cue.form.verb.careful or (that and _as_written(raw, cue.form.surface))
    return raw.endswith("ا") and own and cue.form.verb.lemma != _COUNT  # عدا أن: but that


def _points_back(reading: Reading, after_ma: int) -> bool:
    """Whether «ما» takes up what stands before it (وهو ما أكده, but not وذلك حسبما ذكرت)."""
    if reading.word_at_or_after(after_ma) in _AS_TOLD:
        return False
    before, start = reading.word_before(after_ma)
    return before in words("pointing") and not reading.gap(start + len(before), after_ma)


def _as_written(raw: str, surface: str) -> bool:
    """Whether the letters are those of the form, with its hamza."""
    return "".join(char for char in raw if char.isalpha()) == surface


def _loosely(reading: Reading, cue: Cue, raw: str) -> bool:
    """Whether a form without its hamza is the verb all the same, as the preposition that it demands follows soon (واثنى المدير
    على)."""
    surface = cue.form.surface
    bare = surface[:1] == "أ" and _as_written(raw, "ا" + surface[1:])
    following = reading.words_in(cue.end, cue.sentence[1], _DEMANDED)
    demanded = (reading.lexed.shadow[slice(*span)] for span in following)
    counted = (
        reading.hit_word("number", reading.next_token(cue.end, cue.sentence[1])) is not None
    )  # واثنى عشر
    demands = any(word == fold_word(own) for word in demanded for own in cue.takes)
    return bare and not counted and demands


def _shadda(raw: str) -> bool:
    return "\u0651" in raw


def _pronoun_allowed(cue: Cue) -> bool:
    """An object pronoun is an addressee, a target, or the content itself (ما قاله)."""
    if not cue.form.pronoun or cue.after_ma is not None:
        return True
    if cue.form.verb.lemma == _DIRECTED:
        return False  # رسالة وجهها: what is sent
    told = cue.form.verb.person or cue.form.verb.lemma == _INFORMED
    return told or bool(cue.takes & {"target", "target to", "blame"})


def _noun(reading: Reading, cue: Cue, before: bytes) -> bool:
    if before == _IN and cue.form.verb.lemma == "صرح":
        return False  # a medium: في تصريح
    if cue.form.pronoun and reading.lexed.raw_text(cue.start, cue.end).endswith("ة"):
        return False  # ذهاب وعودة is no وعوده
    if cue.word_start == cue.sentence[0] and reading.lexed.shadow.startswith(_FOR_THE, cue.word_start):
        return False  # للإشارة فالسفينة
    future = len(before) > 4 and before[:1] == _S and before[1:2] in _PERSONS
    return not (future or reading.in_class(before, "negation"))
