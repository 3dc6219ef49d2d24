"""Uses of a reporting verb in which it reports nothing, as its subject and what follows tell."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import sources
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.disclosing import EXPLAINING
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading, is_past_feminine, strip_proclitic
from hiwar.builders.statements.targets import BARE_TARGET
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import DIGIT
from hiwar.builders.text.shapes import verbal_shape

_POINTING = fold_words(("ذلك", "بذلك"))
_AS = fold_words(("كما", "وكما", "مثلما"))
_SO_THAT = fold_words(("ما", "مما", "وما", "ومما"))
_SEEING = frozenset({"وجد", "رأى", "لاحظ"})  # تجد، ترى، تلاحظ: also "you"
_PASSIVE = frozenset({"توقع", "رجح", "استبعد", "ذكر", "زعم", "اعتبر"})
_FIGURE = 60  # characters in which a number is looked for
_HIDDEN = 4  # words after a refusal in which a name or an identity is looked for
_FEMININE = (fold_word("ة"), fold_word("التي"), fold_word("ات"))
_DESCRIBING = frozenset({"وصف", "اتهم", "نعت"})
_ARRIVING = fold_words(("الوصول", "الحصول", "البدء", "الكشف", "العودة", "الفوز"))
_AMONG, _B = fold_word("من"), fold_word("ب")
_GOING_ON = frozenset({"أكمل", "استكمل", "واصل", "تابع", "ختم", "اختتم", "أتبع"})
_TURNED = 2  # words behind طمأن: who is reassured, and على
_NAME = 3  # words of a name in marks
_TELLING = frozenset({"say", "affirm", "announce"})
_ADDED, _TO, _TANWIN = "أضاف", fold_word("إلى"), "\u064b"
_REFUSING, _WITHHOLDING = "رفض", frozenset({"رفض", "طلب", "اشترط"})
_LOOSE, _CLOSE = frozenset({"تحدث", "خلص"}), 6  # written with أن alone, near by
_WROTE, _ITS, _WRITTEN = "كتب", ("ها", "هم"), 4  # letters of كلماتها
_EQUAL = frozenset({"بين", "أبان"})


def other_use(reading: Reading, cue: Cue, begin: Begin, after: Span | None, before: Span | None) -> bool:
    """Whether a finite verb with its content reports nothing here."""
    lemma, form = cue.form.verb.lemma, cue.form
    known = any(reading.known(span[0]) for span in (after, before) if span is not None)
    present = form.tense == "present"
    first = _first(reading, begin.start)
    if not begin.clause and begin.via != "target" and _points(reading, cue, begin):
        return True  # رفض ذلك
    if begin.via == "object" and is_past_feminine(first) and not first.startswith(AL) and not begin.clause:
        return not reading.content_noun(begin.start, begin.start + len(first))  # التي أعلنت وقعت
    if lemma == _REFUSING and begin.via == "object" and first in words("refusing"):
        return True  # رفض استقبال الوفد
    if lemma == "دعا":
        caused = cue.after_ma is not None and reading.word_before(cue.word_start)[0] in _SO_THAT
        feeling = strip_proclitic(first).removeprefix(AL).removeprefix(fold_word("ل")) in words("feeling")
        return caused or (feeling and not known)  # ما دعا النادي إلى; يدعو للقلق
    if lemma == "أبلغ" and present and not form.pronoun:
        that = first if first[:1] == _B else reading.word_before(begin.start)[0]
        told = known or (before is not None and begin.via == "that" and that[:1] == _B)  # يبلغ الوزير بأن
        return not told or (begin.via == "ب" and not begin.clause)  # يبلغ عدد الشركات بالمدينة
    if lemma == sources.LEARN:
        return sources.informed(reading, cue, begin) is None  # the outlet's own knowledge
    if lemma in _SEEING and (form.gender, form.number) == ("f", "s") and present:
        return after is None and before is None and cue.relative is None
    if (
        begin.via == "target"
        and not form.pronoun
        and begin.start <= cue.end + 1
        and _befallen(reading, lemma, begin)
    ):
        return True
    if lemma in BARE_TARGET and not form.pronoun and _first(reading, cue.end) == _AMONG:
        return True  # اعتبر من المتشددين
    if lemma == _WROTE and begin.via == "speech" and _writes_it(reading, begin):
        return True
    if lemma == _ADDED and begin.via == "speech" and _adds_to(reading, begin):
        return True
    if lemma in _GOING_ON and begin.quote is not None and _goes_on_doing(reading, begin):
        return True
    if lemma in EXPLAINING and begin.via == "object" and first in words("disclosed", "how"):
        return True  # أوضح طريقة العمل
    if lemma == "عقب" and (form.tense, form.gender, form.number) == ("past", "m", "s"):
        return after is None or not reading.known(after[0])  # عقب ذلك
    if lemma == "التزم" and begin.via == "ب":
        return not reading.content_noun(begin.start + 1, begin.start + len(first))  # يلتزم بتسعيرة
    if lemma == "طمأن" and begin.via == "على" and reading.count_words(cue.end, begin.start) < _TURNED:
        return True  # يطمئن على المصابين
    if lemma == "بشر" and present and begin.via == "ب":
        return not known and not begin.clause
    if lemma == "عبر" and present and not known and begin.via == "عن":
        return not reading.content_noun(begin.start, begin.start + len(first))  # يعبرون عن المجتمع
    if lemma == "تحدث" and begin.via == "عن" and not begin.clause:
        who = after or before
        if who is not None and form.gender == "f":
            media = reading.word_at_or_after(who[0]) in words("publishing", "media")
            if media or reading.known(who[0], ("unnamed", "document")):
                return False  # تحدثت مصادر عن معارك، تحدثت الصحف عن خلافات
        return not reading.content_noun(begin.start, begin.start + len(first)) and not _counts(
            reading, begin.start
        )
    if lemma in _WITHHOLDING and _withheld(reading, cue):
        return True
    if lemma in _LOOSE and begin.via == "that":
        return cue.relative is not None or reading.count_words(*begin.subject) > _CLOSE
    if lemma == "عد" and begin.via == "target" and form.pronoun:
        return first[:1] == fold_word("ب")  # وعده بـ: a promise
    if lemma in _PASSIVE and present and (form.gender, form.number) == ("m", "s") and not form.pronoun:
        return _passive(reading, cue) if after is None else _befalls(reading, after)
    return lemma in _EQUAL and begin.via == "speech" and begin.start <= cue.end + 1 and not cue.prefixed


def _goes_on_doing(reading: Reading, begin: Begin) -> bool:
    """Whether an object stands before a short quotation, which is a name then (أكمل النادي تحضير «سوق الكتب»)."""
    quote = begin.quote
    if quote is None or reading.count_words(quote.start, quote.end) > _NAME:
        return False
    if reading.count_words(*begin.subject) == 0 and quote.closed and reading.at_word(quote.close + 1):
        return True  # يختتم «دوري الساحل» بمواجهة
    return any(
        reading.content_noun(start, end) and not reading.lexed.shadow[start:end].startswith(AL)
        for start, end in reading.words_in(*begin.subject)
    )


def _writes_it(reading: Reading, begin: Begin) -> bool:
    """Whether what is written stands right behind the verb, with a pronoun (أغنية كتب كلماتها الشاعر)."""
    first = next(iter(reading.words_in(*begin.subject)), None)
    if first is None or reading.known(first[0]):
        return False
    return reading.lexed.raw_text(*first).endswith(_ITS) and first[1] - first[0] > _WRITTEN


def _adds_to(reading: Reading, begin: Begin) -> bool:
    """Whether something is added to something, which a name in marks belongs to (أضاف المطرب عملا إلى سجله «بحر الساحل»)."""
    things = False
    for start, end in reading.words_in(*begin.subject):
        word, raw = reading.lexed.shadow[start:end], reading.lexed.raw_text(start, end).rstrip(_TANWIN)
        if word == _TO and things:
            return True
        things = things or (raw.endswith("ا") and not reading.known(start) and len(word) > _NAME)
    return False


def _befallen(reading: Reading, lemma: str, begin: Begin) -> bool:
    """Whether a passive tells as what something is seen: nobody stands between وصفت and ب, من follows تعتبر."""
    first = _first(reading, begin.start)
    if lemma not in _DESCRIBING or first[:1] != _B or first in words("not_b"):
        return False
    if reading.known(begin.start, ("state", "organization", "given", "places")):
        return False
    second = reading.lexed.word(reading.lexed.word_from(begin.start + len(first)))
    return second[:1] != _B or second in words("not_b")  # اتهم بلاتر بإدارة النادي


def _first(reading: Reading, position: int) -> bytes:
    """Return the first word of a content."""
    return next(
        (reading.lexed.shadow[start:end] for start, end in reading.words_in(position, position + 20)), b""
    )


def _points(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether what is told is only «ذلك», with no noun of its own after it: who tells it follows (صرح بذلك المدير)."""
    position = begin.start
    inside = [reading.lexed.shadow[start:end] for start, end in reading.words_in(position, position + 30)[:2]]
    own = len(inside) > 1 and inside[1].startswith(AL)
    own = own and reading.word_before(cue.word_start)[0] not in _AS  # كما نص على ذلك القانون
    own = own and not (begin.via == "ب" and cue.act in _TELLING and begin.start <= cue.end + 1)
    return bool(inside) and inside[0] in _POINTING and not own


def _counts(reading: Reading, position: int) -> bool:
    """Whether a number tells something of a topic (تحدث عن نسبة نمو بلغت 7 في المائة), which else is only named."""
    return DIGIT in reading.lexed.classes[position : position + _FIGURE]


def _withheld(reading: Reading, cue: Cue) -> bool:
    """Whether somebody only refuses to be named (رفض الكشف عن هويته)."""
    key = "words" if cue.form.verb.lemma == _REFUSING else "named"
    following = reading.words_in(cue.end, cue.end + 60)[:_HIDDEN]
    return any(reading.lexed.shadow[start:end] in words("disclosed", key) for start, end in following)


def _befalls(reading: Reading, after: Span) -> bool:
    """Whether an event stands where the subject would (يتوقع هطول أمطار): what is expected, by nobody."""
    start, end = next(iter(reading.words_in(*after, 1)), after)
    word = reading.lexed.shadow[start:end]
    if not reading.content_noun(start, end) or reading.known(start):
        return False
    return not word.startswith(AL) or verbal_shape(word.removeprefix(AL)) or word in _ARRIVING


def _passive(reading: Reading, cue: Cue) -> bool:
    """Whether a noun that the verb does not agree with stands right before it (منافسة يتوقع أن تكون)."""
    before, start = reading.word_before(cue.word_start)
    if reading.gap(start + len(before), cue.word_start) or cue.prefixed:
        return False
    return (before.endswith(_FEMININE) and not before.startswith(AL)) or before == _FEMININE[1]
