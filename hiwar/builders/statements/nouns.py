"""Which participles and verbal nouns report: a participle chains on, a noun governs content of its own."""

from hiwar.builders.statements import demands, sources
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.plausible import SHOWING
from hiwar.builders.statements.reading import AL, WITHIN, Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, DIGIT, MARK, STOP

_THEM, _EXALTED = fold_word("هم"), fold_word("تعالى")
_B = fold_word("ب")
_FROM, _ON, _PLURAL = fold_word("من"), fold_word("على"), fold_word("ات")
_REQUEST = "طلب"
_TOLD_OF = frozenset(  # whose noun reports with somebody in the genitive before what it governs (تهديدات المدرب بالاستقالة)
    {"طالب", "هدد", "ناشد", "تعهد", "وعد", "نادى", "ادعى", "زعم", "توقع", "رجح", "نصح", "شكا", "أعلن"}
)
_BY_NOBODY = frozenset({"أمر", "أعلن", "أقر", "أجاب", "تساءل", "شكك", "شكا"})  # with the article
_NEAR_BY = frozenset(
    {"صرح", "توقع", "رجح", "ادعى", "زعم", "أفاد", "شكا", "ألمح", "وعد"}
)  # only near their content
_OPENING = 2  # characters of the mark before a quotation
_HE = fold_words(("هو", "هي"))
_BY_ACT = frozenset({"ب", "إلى", "that"})
_TOLD_BY = {"شكا": frozenset({"من"}), "أعلن": frozenset({"عن"})}
_THREAT = "هدد"
_OF_PEOPLE, _LONG = fold_word("ين"), 6
_COUNTED = frozenset(
    {"طلب", "طالب", "هدد", "ناشد", "أوصى", "تعهد"}
)  # their plurals, and طلبا, only where من follows
_ACCUSE, _PROPOSE = "اتهم", "اقترح"
_L = fold_word("ل")
_CHARGE = 8  # words behind an accusing participle that may name the charge
_BLESSING = 6  # words of a blessing
_WHERE = fold_words(("حيث", "إذ"))
_NEAR = 14  # words of who is turned to, between a participle and its content
_TITLED = 25  # words of a verbal noun's speaker
_ORDERS = frozenset({"وجه", "أمر", "حذر", "دعا", "طالب"})
_SHOWING = frozenset({"أوضح", "بين", "ذكر"})
_ACCUSED = ("title", "head", "organization", "state", "unnamed", "many")
_WITH_IT = fold_words(("به", "بها"))
_EVENT = 4  # words between بعد and من with its noun
_DESPITE = fold_word("الرغم")
# before a verbal noun that tells at what event something happened
_OCCASION = fold_words(
    [
        "بعد",
        "وسط",
        "عقب",
        "إثر",
        "منذ",
        "رغم",
        "برغم",
        "مع",
        "فور",
        "قبيل",
        "بعيد",
        "غداة",
        "بسبب",
        "بداعي",
        "جراء",
    ]
)


def chains(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether a participle chains on: nothing but framing words and an addressee before its content."""
    size = reading.count_words(*begin.subject)
    if begin.via == "object" and cue.form.verb.lemma in _SHOWING and _on_it(reading, cue):
        return False
    if begin.via == "object" and cue.form.verb.lemma == SHOWING:
        return False  # مظهرا براعة
    if _somebody_or_thing(reading, cue, begin):
        return False
    if cue.form.verb.person or begin.via == "target" or "blame" in cue.takes:
        return size <= _NEAR
    apart = not cue.prefixed and reading.lexed.classes[cue.word_start - 2] in (
        COMMA,
        STOP,
    )  # …، متوقعة ارتفاع
    if begin.via == "object" and cue.form.verb.careful and cue.form.gender == "f" and not apart:
        return False
    between = noun_phrase(reading, *begin.subject)
    first = next(iter(reading.words_in(*begin.subject)), None)
    framed = first is not None and reading.frame(first[0]) is not None and begin.via in ("that", "speech")
    return between is None or size <= 1 or (framed and size <= _TITLED)


def _somebody_or_thing(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether the word is no participle, but who is accused or what is proposed: ضبطت متهما بالسرقة، تلقى مقترحا بنقل."""
    first, *rest = reading.words_in(begin.start, cue.sentence[1], _CHARGE) or [(0, 0)]
    letter = reading.lexed.shadow[first[0] : first[0] + 1]
    if cue.form.verb.lemma == _ACCUSE:  # متهما بوتين ب، متهما لبنان ب
        named = reading.known(first[0]) or any(reading.lexed.shadow[at : at + 1] == _B for at, _ in rest)
        return letter in (_B, _L) and begin.start <= cue.end + 1 and not named
    return cue.form.verb.lemma == _PROPOSE and letter == _B and not reading.after_comma(cue.word_start)


def _from(reading: Reading, cue: Cue) -> bool:
    """Whether «من» follows a noun, so that whoever comes next says it."""
    return reading.word_at_or_after(cue.end) == _FROM


def _on_it(reading: Reading, cue: Cue) -> bool:
    """Whether «فيها» or «بها» follows a participle: what a document shows (شهادة موضحاً بها التقدير)."""
    after = reading.word_at_or_after(cue.end)
    return after in WITHIN or after in _WITH_IT


def governs(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether a verbal noun governs content of its own, with its speaker in the sentence."""
    size = reading.count_words(*begin.subject)
    word = reading.lexed.shadow[cue.start : cue.end]
    strong = begin.via in ("that", "speech", "colon")
    if cue.form.pronoun and reading.count_words(cue.end, begin.start) > _BLESSING and not strong:
        return False
    if cue.form.verb.lemma in _NEAR_BY and _far(reading, cue, begin):
        return False
    if begin.via == "speech" and COMMA in reading.lexed.classes[cue.end : begin.start]:
        return False
    after = reading.word_at_or_after(cue.end)
    if after == _EXALTED and begin.quote is None:
        return False  # قوله تعالى
    if cue.act == "warn" and word.endswith(_THEM):
        return False  # تحذيرهم من: who is warned
    if any(reading.lexed.shadow[slice(*span)] in _WHERE for span in reading.words_in(cue.end, begin.start)):
        return False  # بتوجيه من المدير، حيث قام العمال بتركيب
    if cue.form.verb.lemma == "صرح" and begin.via != "that" and (_PLURAL in word or begin.via == "ب"):
        return False  # في ختام تصريحه باسمه; ردا على تصريحات المدير: …
    before, _ = reading.word_before(cue.word_start)
    requested = cue.form.verb.lemma == _REQUEST or _PLURAL in word
    if cue.form.verb.lemma in _COUNTED and requested and (not cue.form.pronoun or _PLURAL in word):
        if cue.form.pronoun:
            return size == 0 and begin.via in ("ب", "إلى") and _act(reading, cue, begin)
        if not _from(reading, cue) and cue.form.verb.lemma in _TOLD_OF:
            return _owned(reading, cue, begin)
        return _from(reading, cue) and not word.startswith(AL) and _asked_for(reading, cue, begin, before)
    if cue.form.pronoun:
        if begin.via == "object":  # في إعلانها التنازل عن الأجر
            number = reading.lexed.word_from(begin.start)
            return size == 0 and reading.content_noun(begin.start, reading.lexed.word_ends[number])
        said = strong and cue.form.verb.lemma == "قال"
        blessed = said and reading.frame(reading.next_token(cue.end, begin.start)) is not None
        return size <= (_BLESSING if blessed else 3) and begin.via != "target"
    if demands.to_an_end(reading, cue):
        somebody = demands.whose(reading, cue)
        return size == 0 and begin.via in ("ب", "إلى") and somebody is not None
    occasion = _at_event(reading, cue, before)
    if begin.via == "object" and not (occasion and size):
        return size == 0 and _with_b(cue, word)
    if fold_word("ال") in word[:3]:
        if cue.form.verb.lemma in _BY_NOBODY:
            return False  # اللافت في الأمر أن; مع الإعلان عن: by nobody
        governed = before in sources.GOVERNING or word[:1] == _B
        bare = noun_phrase(reading, *begin.subject) is None
        return governed and bare and size <= 12 and begin.via not in ("object", "target", "ل")
    if begin.via == "target":
        return _accuses(reading, cue, begin)
    speaker = sources.governed(reading, begin)
    if speaker is None:
        return False
    if cue.form.verb.lemma in _TOLD_OF and not _from(reading, cue) and _owned(reading, cue, begin):
        return True
    foreign = (
        occasion and cue.act == "announce" and begin.via in ("that", "عن") and _lone_name(reading, speaker)
    )
    named = occasion and word.endswith(_PLURAL) and _from(reading, cue)  # وسط تأكيدات من الجانب الرسمي
    if not (foreign or named or cue.form.verb.lemma == "قال" or reading.known(speaker[0])):
        return False
    if size == 0 or size > _TITLED:
        return False
    if (
        cue.form.verb.lemma not in _COUNTED
        and _from(reading, cue)
        and _asked_for(reading, cue, begin, before)
    ):
        return True
    judges = cue.act in ("praise", "condemn") and begin.via == "ب"  # تنديد فرنسا بالهجوم
    return strong or occasion or judges or cue.form.verb.lemma in _ORDERS


def _at_event(reading: Reading, cue: Cue, before: bytes) -> bool:
    """Whether a noun tells at what event something happened (بعد إعلان الوزارة، بعد يوم واحد من إعلان الوزارة)."""
    if cue.word_start != cue.start:
        return False
    if before != _FROM:
        return before in _OCCASION
    start = reading.back(cue.word_start, cue.sentence[0], _EVENT)
    inside = [reading.lexed.shadow[slice(*one)] for one in reading.words_in(start, cue.word_start)]
    return any(word in _OCCASION for word in inside[:-1]) or _DESPITE in inside


def _far(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether more than its speaker stands between a noun and what follows it (توقعات البلاد هي أن؛ مع شكوى السكان وطالبوا من)."""
    start = cue.end
    if not cue.form.pronoun:
        speaker = sources.governed(reading, begin)
        start = cue.end if speaker is None else speaker[1]
    between = [reading.lexed.shadow[first:last] for first, last in reading.words_in(start, begin.start)]
    if MARK in reading.lexed.classes[cue.end : begin.start - _OPENING]:
        return True  # تصريحات المدير «مقلقة» وتوحي بأن
    return len(between) > 1 or not _HE.isdisjoint(between)


def _accuses(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether a noun of accusing tells after what something happened, with who accuses and who is accused (بعد أسابيع من اتهام
    الشرطة 20 شخصا بالسرقة)."""
    before, at = reading.word_before(cue.word_start)
    if before == _FROM:
        before = reading.word_before(reading.word_before(at)[1])[0]
    whose = sources.governed(reading, begin)
    accused = reading.word_at_or_after(begin.start)
    told = reading.class_at(begin.start) == DIGIT or accused.startswith(AL)
    told = told or reading.known(begin.start, _ACCUSED) or reading.hit_word("number", begin.start) is not None
    return before in _OCCASION and whose is not None and reading.known(whose[0]) and told


def _asked_for(reading: Reading, cue: Cue, begin: Begin, before: bytes) -> bool:
    """Whether what somebody wants of others follows a noun and whom it comes from (طلب من الجمعية بالانضمام إلى)."""
    speaker = sources.governed(reading, begin)
    glued = reading.lexed.shadow.startswith(_B, cue.start)
    if cue.form.surface == _REQUEST and not glued and before != _ON:
        return False  # طلب من الجمهور: a verb
    if cue.act not in ("call", "threaten", "pledge", "condemn") or speaker is None:
        return False
    if not reading.known(speaker[0]) or reading.count_words(*begin.subject) > _TITLED:
        return False
    return begin.via in ("ب", "إلى", "that") or (begin.via == "ل" and _act(reading, cue, begin))


def _act(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether a content begins with a glued preposition and what is to be done, or is a clause."""
    first = reading.words_in(begin.start, cue.sentence[1], 1)
    glued = begin.via in ("ب", "ل")
    return begin.clause or (bool(first) and reading.content_noun(begin.start + glued, first[0][1]))


def _owned(reading: Reading, cue: Cue, begin: Begin) -> bool:
    """Whether somebody follows in the genitive whose demands, threats, pledges or claims are told (تعهدات السلطات بالقضاء على)."""
    speaker = sources.governed(reading, begin)
    size = reading.count_words(*begin.subject)
    if speaker is None or not 0 < size <= _TITLED or reading.lexed.shadow.startswith(AL, cue.start):
        return False
    if cue.form.verb.lemma == _THREAT and _PLURAL not in reading.lexed.shadow[cue.start : cue.end]:
        return False  # تهديد المدير بالقتل: who is threatened
    told = begin.via in _TOLD_BY.get(cue.form.verb.lemma, _BY_ACT) and _act(reading, cue, begin)
    told = told and next(iter(reading.lexed.of_kind("verb", cue.end, begin.start)), None) is None
    return told and (reading.known(speaker[0]) or _people(reading, speaker[0]))


def _people(reading: Reading, start: int) -> bool:
    """Whether a word is the plural of people with its article (الأهلاويين، المتخرجين)."""
    word = reading.word_at_or_after(start)
    return word.startswith(AL) and word.endswith(_OF_PEOPLE) and len(word) > _LONG


def _lone_name(reading: Reading, speaker: Span) -> bool:
    """Whether a speaker is one bare word that is no noun (بعد إعلان نوفارتيس عن أرباحها)."""
    inside = reading.words_in(*speaker, 2)
    bare = not reading.lexed.shadow[slice(*speaker)].startswith(AL)
    return len(inside) == 1 and bare and not reading.content_noun(*inside[0])


def _with_b(cue: Cue, word: bytes) -> bool:
    """Whether a noun of affirming hangs on «ب» (مكتفياً بتأكيد بدء العمل)."""
    return cue.form.verb.act == "affirm" and word[:1] == _B
