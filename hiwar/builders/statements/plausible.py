"""Whether a finite verb with its content reports: no passive, no other word of its letters, no other use of it."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import sources, uses
from hiwar.builders.statements.attributions import origin_of
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.doubts import doubtful
from hiwar.builders.statements.judging import judged_by_people
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading, strip_proclitic
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import DIGIT

_AS = fold_word("ك")
_AS_WELL = fold_words(("كما", "وكما"))  # كما بين المدير أن
_IT = fold_words(("أنه", "إنه", "بأنه", "حيث", "قد"))
_BETWEEN_THEM = frozenset(fold_word("بين" + ending) for ending in ("ي", "ه", "ها", "هم", "نا", "ك"))
_FIRST_PERSON = frozenset({"أعلن", "أعرب", "أبلغ", "أخبر", "أفصح", "أقسم"})  # also "I announce"
_BY = fold_word("بال")
_B, _W = fold_word("ب"), fold_word("و")
_OF_WHAT = fold_word("ومما")
_ACCUSE = "اتهم"  # whose object no sentence leaves out
_THEY = fold_word("الذين")
_COURT = fold_word("محكمة")
_OBSERVED = 8  # words of the subject of رأى and the like
_OBSERVING = frozenset({"رأى", "وجد", "لاحظ", "سجل", "قدر", "نشر", "أظهر"})
SHOWING = "أظهر"  # a bare noun behind it is said by a document only (أظهرت البيانات تراجع)
_PROVING = "أثبت"  # documents only (أثبتت الدراسات أن, not أثبت الفريق أنه)
_KNOWING = frozenset({"أعلم", "أفهم"})
_NOMINAL_AN = fold_word("أن")
_AFTER = fold_words(("بعد", "منذ", "سبق", "قبل"))
_AGREEMENTS = fold_words(("اتفاق", "الاتفاق", "معاهدة", "المعاهدة", "عقد", "العقد", "بند", "البند"))
_NEAR = 14  # words between a doubtful cue and its content
_ASIDE = 50  # words of a document with its authors (جاء في الورقة، التي …، أن)
_TITLED = 25  # words of a verbal noun's speaker
_PASSIVE = frozenset(
    {"ذكر", "توقع", "اعتبر", "عد", "رجح", "زعم", "لاحظ", "وجد", "قدر", "استبعد", "ذكّر", "سجل", "نقل", "روى"}
)
_WHO = ("title", "organization", "unnamed")
_VOICES = ("title", "organization", "state", "document", "unnamed", "given")
_WITH_OBJECT = frozenset({"شدد", "وجه", "زاد"})
_WE_RETURNED = fold_word("عدنا")
_EXPECT = "توقع"
_PURPOSE = 10  # words between «ليضيف» and أن


def reports(reading: Reading, cue: Cue, begin: Begin, after: Span | None, before: Span | None) -> bool:
    """Whether a finite verb reports here: not passive, not a homograph, not in the speaker's own mouth."""
    if uses.other_use(reading, cue, begin, after, before):
        return False
    size = reading.count_words(*begin.subject)
    resumed = cue.form.pronoun and "target" in cue.takes
    told = resumed or begin.via in ("that", "speech", "colon") or sources.within(reading, cue)
    of_many = begin.clause and cue.form.number == "p" and begin.via != "object"  # الذين طلبوا منه أن
    if cue.relative is not None and after is None and reading.with_pronoun(cue.end) and not of_many:
        return False  # الاستفتاء الذي أُعلن عنه
    if cue.relative is not None and after is not None and not told:
        return False  # المحادثات التي أعلنت عنها الدولة
    if cue.form.verb.lemma == "اعتبر" and begin.via in ("target", "speech") and cue.form.tense == "present":
        whose = cue.relative is not None and (cue.form.gender, cue.form.number) != ("m", "s")
        if whose and reading.lexed.shadow[begin.start : begin.start + 2] == AL:
            return True  # التنظيمات التي تعتبر العنف ضرورة
        if resumed or judged_by_people(reading, begin, after):
            return True
        return before is not None and (cue.form.pronoun or _judges(reading, cue, begin, before))
    doubled = cue.form.tense == "past" and "\u0651" in reading.lexed.raw_text(cue.start, cue.end)
    named = after is not None and (reading.known(after[0]) or reading.lexed.shadow.startswith(AL, after[0]))
    judged = doubled and named  # عدّ رئيس اللجنة، المملكة …; وعدّ النصار البرنامج
    if cue.form.verb.lemma == "عد" and begin.via == "target" and not (resumed or judged):
        return False
    if reading.lexed.shadow[cue.start : cue.end] == _WE_RETURNED:
        return False
    if (
        cue.form.verb.lemma == "نقل"
        and begin.via == "speech"
        and origin_of(reading, cue.end, begin.start) is None
    ):
        return False  # طائرتان تنقلان جنودا «في إطار التعاون»
    if cue.form.verb.lemma == "عد" and cue.form.tense == "present" and _is_deemed(reading, begin, after):
        return False
    if cue.relative is not None and after is None and _passive_relative(reading, cue):
        return False  # اللاعبون الذين يتوقع أن
    strong = begin.clause or begin.via in ("that", "speech", "colon")
    voiced = strong or (cue.act == "express" and after is not None)
    if cue.form.verb.lemma in _PASSIVE and reading.word_before(cue.word_start)[0] == _OF_WHAT:
        return False  # ومما يذكر أن
    if cue.purpose and not (voiced and cue.form.verb.lemma not in _OBSERVING and size <= _PURPOSE):
        return False
    if "blame" in cue.takes and not cue.form.pronoun and size == 0 and begin.start <= cue.end + 1:
        return begin.start > cue.end + 1 or reading.known(begin.start)  # تحمل مسؤولية: to bear it
    if doubtful(reading, cue, begin) and not _settles(reading, begin, strong, after, before):
        return False
    if cue.form.verb.lemma in ("بين", "أبان") and not _clarifies(reading, cue, begin, size):
        return False
    nobody = after is None and before is None and cue.relative is None
    if cue.form.verb.lemma in ("بين", "أبان") and _present_she(cue) and nobody:
        return False  # تبين من المعلومات أن
    apart = cue.prefixed or (cue.initial and strong)
    room = _ASIDE if cue.form.verb.medium else _TITLED if apart else _NEAR
    if cue.form.verb.careful and size > room:
        return False
    told_that = begin.via == "على" and begin.clause  # شدد عضو لجنة الرقابة على أن
    if (
        cue.form.verb.lemma in _WITH_OBJECT
        and not told_that
        and _between(reading, cue, begin, words("other_object"))
    ):
        return False
    if cue.form.verb.lemma == "أقر" and not begin.clause and _between(reading, cue, begin, words("passed")):
        return False
    if begin.via == "عن" and after is None and _dated(reading, cue):
        return False  # a passive: وأُعلن في 5 أيار عن
    if cue.form.verb.lemma == "نص" and begin.quote is None and _agreed(reading, cue, after or before):
        return False  # what an agreement provides is said by nobody
    if (
        cue.form.verb.lemma == "ذكر"
        and after is not None
        and reading.lexed.shadow[slice(*after)].startswith(_BY)
    ):
        return False  # ذكّر بالاتفاق
    unknown = after is None or (cue.form.tense == "present" and not reading.known(after[0]))
    if cue.form.verb.lemma == "قدر" and (cue.form.pronoun or (begin.via == "target" and unknown)):
        return False  # مبلغ قدره، قدرنا أن، تقدر المسافة بـ
    if _of_it(reading, cue) and not begin.clause:
        return False  # حسب ما صرح به المدير
    if cue.form.verb.medium:
        if cue.after_ma is not None and begin.quote is not None and begin.via == "speech" and size <= 1:
            return False  # كل ما جاء في «إعلان الساحل»: its name
        document = after is not None and reading.known(after[0], ("document",))
        return sources.in_medium(reading, cue) or (document and begin.quote is not None)
    if cue.form.verb.lemma in ("دان", "أدان") and reading.lexed.shadow[
        cue.end + 1 : cue.end + 2
    ] == fold_word("ب"):
        return False  # يدين بالولاء
    court = _COURT in reading.lexed.shadow[slice(*(after or before or (0, 0)))]
    if (cue.form.verb.lemma, court) in {("أدان", True), ("قضى", False)}:
        return False  # a verdict; قضى الصيف
    if cue.form.verb.lemma == "رأى" and begin.via == "object" and not _opinion(reading, begin):
        return False
    shown = cue.form.verb.lemma == SHOWING and begin.via == "object"
    if shown or cue.form.verb.lemma == _PROVING:
        paper = after or (before if cue.form.tense == "past" or not shown else None)
        return paper is not None and _tells(reading, paper[0])
    seen = begin.via == "that" and after is None and before is not None and reading.known(before[0])
    if cue.form.verb.lemma in _OBSERVING and not (seen or _observer(reading, after, size)):
        return False  # but المدير رأى في مارس الماضي أن
    if (
        begin.via == "target"
        and begin.start <= cue.end + 1
        and after is None
        and (before is None or cue.form.verb.lemma == _ACCUSE)
        and not cue.form.pronoun
    ):
        first = reading.lexed.shadow[begin.start : begin.start + 1]
        second = reading.lexed.word(reading.lexed.word_from(begin.start + 1))
        if first == _B and (second[:1] != _B or reading.lexed.shadow.startswith(_BY, begin.start)):
            return False  # a passive: اتُّهم بـ
    explicit = after is not None or before is not None or cue.relative is not None
    spelt = reading.lexed.raw_text(cue.start, cue.start + 1) + cue.form.verb.lemma[0]
    bare = (cue.form.tense, cue.form.gender, cue.form.number) == ("past", "m", "s") and after is None
    knows = cue.form.verb.lemma in _KNOWING and not cue.form.pronoun  # أعلم أن: I know
    if (knows or spelt == "أا") and (bare or not explicit or reading.quotes.around(cue.start) is not None):
        return False  # أعتبر، وهنا أقترح: the first person
    if explicit:
        return True
    if sources.antecedent(reading, cue) is not None:
        return True
    first_person = cue.form.gender == "f" or cue.form.verb.lemma in _FIRST_PERSON
    if first_person and reading.quotes.around(cue.start) is not None:
        return False
    passive = cue.form.tense == "present" and (cue.form.gender, cue.form.number) == ("m", "s")
    return not (passive and cue.form.verb.lemma in _PASSIVE) or _before_it(reading, cue)


def _is_deemed(reading: Reading, begin: Begin, after: Span | None) -> bool:
    """Whether what stands between يعد and أن is what something is held to be (يعد رسالة واضحة أن)."""
    return begin.via == "that" and after is not None and not reading.known(after[0], _VOICES)


def _tells(reading: Reading, start: int) -> bool:
    """Whether a document that starts there tells in words, and is no footage (أظهر مقطع فيديو انهيار السد)."""
    word = reading.word_at_or_after(start).removeprefix(AL)
    return reading.known(start, ("document",)) and word not in words("thing", "footage")


def _passive_relative(reading: Reading, cue: Cue) -> bool:
    """Whether a verb in the singular whose passive is spelt alike stands behind a relative that is not its subject: one in
    the plural, or of what is expected (العرض الذي يتوقع أن ينجح)."""
    assert cue.relative is not None
    relative = reading.word_at_or_after(cue.relative).removeprefix(_W)
    single = (cue.form.gender, cue.form.number) == ("m", "s") and not cue.form.pronoun
    expected = cue.form.verb.lemma == _EXPECT and cue.form.tense == "present"
    return single and (expected or (relative == _THEY and cue.form.verb.lemma in _PASSIVE))


def _of_it(reading: Reading, cue: Cue) -> bool:
    """Whether a pronoun takes up «ما», which is what is said (ما صرح به المدير, but كما نفى عنه التهمة)."""
    if cue.after_ma is None or not reading.with_pronoun(cue.end):
        return False
    return reading.word_at_or_after(cue.after_ma)[:1] != _AS


def _before_it(reading: Reading, cue: Cue) -> bool:
    """Whether «قبل أن» goes on with what somebody did (قبل أن يلاحظ أن)."""
    before, at = reading.word_before(cue.word_start)
    return before == _NOMINAL_AN and reading.word_before(at)[0] in _AFTER


def _opinion(reading: Reading, begin: Begin) -> bool:
    """Whether a noun that judges follows رأى (رأوا ضرورة الحوار)."""
    return reading.word_at_or_after(begin.start) in words("opinion")


def _between(reading: Reading, cue: Cue, begin: Begin, objects: frozenset[bytes]) -> bool:
    """Whether the verb has an object that makes another verb of it (شدد الحراسة على، وجه ضربة بـ، أقر قانوناً يقضي بـ)."""
    inside = reading.words_in(cue.end, begin.start)
    return any(
        strip_proclitic(reading.lexed.shadow[start:end]).removeprefix(AL) in objects for start, end in inside
    )


def _agreed(reading: Reading, cue: Cue, subject: Span | None) -> bool:
    """Whether the subject, or the noun that the verb qualifies, is an agreement."""
    if reading.word_before(cue.word_start)[0] in _AGREEMENTS:
        return True  # مشروع اتفاق ينص على
    inside = reading.words_in(*subject, 2) if subject is not None else []
    return any(reading.lexed.shadow[start:end] in _AGREEMENTS for start, end in inside)


def _clarifies(reading: Reading, cue: Cue, begin: Begin, size: int) -> bool:
    """Whether بيّن is the verb, and not «between», and tells something."""
    if cue.prefixed and reading.word_before(cue.word_start)[0] in _BETWEEN_THEM:
        return False  # بيني وبين
    if begin.via == "object":
        raw = reading.lexed.raw_text(cue.start, cue.end)
        return "\u0651" in raw or (cue.form.tense, cue.form.gender) == ("past", "f")
    what = cue.after_ma is not None and reading.word_before(cue.word_start)[0] not in _AS_WELL
    strong = begin.via in ("that", "speech", "colon") and not what
    first = reading.words_in(cue.end, cue.sentence[1], 1)
    titled = cue.initial and bool(first) and reading.known(first[0][0], ("title",))
    leads = titled or (cue.word_start == cue.sentence[0] and begin.quote is not None)
    return strong and size <= (_TITLED if leads else _NEAR) and not _turns_out(reading, cue, size)


def _turns_out(reading: Reading, cue: Cue, size: int) -> bool:
    """Whether «تبين أن», «أنه تبين بعد الفحص أن» says that something turned out."""
    nobody = reading.word_before(cue.word_start)[0] in _IT or reading.with_pronoun(cue.end)  # تبين لهم أن
    return _present_she(cue) and (size == 0 or nobody)


def _present_she(cue: Cue) -> bool:
    return (cue.form.tense, cue.form.gender) == ("present", "f")


def _dated(reading: Reading, cue: Cue) -> bool:
    """Whether «في» and a number follow the verb at once."""
    after = reading.next_token(cue.end, cue.sentence[1])
    number = reading.lexed.word_at(after)
    if number is None or reading.lexed.word(number) != fold_word("في"):
        return False
    return reading.lexed.classes[after + 3 : after + 4] == bytes([DIGIT])


def _judges(reading: Reading, cue: Cue, begin: Begin, before: Span) -> bool:
    """Whether «X يعتبر Y» is no passive: X is somebody, and Y a definite noun, a state or body or, in a headline, an act."""
    if not reading.known(before[0]):
        return False
    first = reading.lexed.word_from(begin.start)
    start, end = reading.lexed.word_starts[first], reading.lexed.word_ends[first]
    if reading.lexed.shadow[start : start + 2] == AL or reading.known(start, ("state",)):
        return True
    body = reading.known(start, ("head",)) and reading.lexed.word(first + 1).startswith(AL)  # حزب العمال
    if body:
        return True
    headline = reading.passages[cue.passage].kind == "headline"
    return headline and cue.form.number == "s" and reading.content_noun(start, end)


def _settles(reading: Reading, begin: Begin, strong: bool, after: Span | None, before: Span | None) -> bool:
    """Whether a word that may as well be a noun is a verb after all: its subject stands before it, or a title after it."""
    if after is not None:
        return not strong and reading.known(after[0], _WHO) and begin.via in ("ب", "target")
    return before is not None and (strong or reading.known(before[0]))


def _observer(reading: Reading, after: Span | None, size: int) -> bool:
    """Whether a verb that may as well be one of seeing or finding has a subject that speaks, and no object."""
    if after is None:
        return size == 0
    return (
        size <= (_TITLED if reading.known(after[0], _VOICES) else _OBSERVED)
        and "\u064b" not in reading.lexed.raw_text(*after)
        and not _relates(reading, after)
    )


def _relates(reading: Reading, span: Span) -> bool:
    """Whether a noun phrase is «ما» with its clause."""
    return reading.lexed.shadow[span[0] : span[0] + 3] == fold_word("ما") + b" "
