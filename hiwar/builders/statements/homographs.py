"""Words spelt like a form of a reporting verb that are another word where they stand, as their neighbours tell."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import silent
from hiwar.builders.statements.ahead import PREPOSITIONS
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.orders import by_a_body, is_matter
from hiwar.builders.statements.reading import AL, Reading, is_content_noun, strip_proclitic
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import DIGIT
from hiwar.builders.text.shapes import Shape, is_verb, raw_word, shape_of

_OR = fold_words(("أو", "أم"))
_HE = fold_words(("هو", "وهو", "فهو"))
_ALSO_NOUNS = frozenset({"أمر", "شكر", "رفض", "طلب", "وعد", "رد"})  # as the bare past is spelt
_OWN = tuple(fold_word(ending) for ending in ("ها", "هما", "نا", "وا"))
_FIFTH_FORM = frozenset({"وجه", "حمل", "ذكر", "ذكّر", "كشف"})  # توجه، تحمل، تذكر are verbal nouns as well
_CALLED = frozenset(
    {"توقع", "استبعد", "اعتبر", "رجح", "انتقد", "استغرب"}
)  # whose passive participle is spelt alike
_ORDER = "أمر"
_ACKNOWLEDGE = "اعترف"
_ORDERS = frozenset({"وجه", "أمر"})
_B, _L, _W, _TO, _DEGREE = (fold_word(word) for word in ("ب", "ل", "و", "إلى", "حد"))
_PERSONS = (fold_word("ي"), fold_word("ت"))
_THEM = "هم"
_DECIDING = fold_words(("القاضي", "القاضية"))
_TANWIN = "\u064b"
_THERE = fold_words(("هناك", "وهناك", "ثمة", "وثمة"))
_WHAT = fold_words(("ما", "بما", "كما", "مما", "لما"))
_YOU = fold_words(("كنت", "كنتم", "أنت", "أنتم"))
_AFTER, _HEADQUARTERS, _CLEARER = "عقب", "أقر", "أوضح"
_MENTION = frozenset({"ذكر", "ذكّر"})
_GREETED, _ALL = "حيت", "أجمع"
_EXPRESS, _THEIR_OWN = "عبر", (fold_word("ه"), fold_word("ها"))
_MEASURE, _COUNT, _ADDED, _TRACED = "قدر", "عد", "أضاف", "عزا"
_ME = "ني"
_DIRECTS = "توجه"
_CERTAINLY = fold_word("بالتأكيد")
_DEMAND, _MATTER = "طلب", fold_word("الأمر")
_COUNTED = frozenset({"طلب", "طالب", "وعد", "أمر"})  # as a singular behind a number is spelt
_INFORM, _FROM = "أبلغ", fold_word("من")
_REVEALING, _PUBLISHING = "كشف", "نشر"
_COUNTING = frozenset({"tens", "hundred", "scale"})
_BESIDE = 2  # words between a verb of aiming and what it governs
_NEAR = 4  # words before the cue in which a negation or a copula is looked for
_FAR = 12  # words before the cue in which a verb of aiming is looked for


def other_word(reading: Reading, cue: Cue) -> bool:
    """Whether a candidate is another word than the form of a reporting verb that it is spelt like."""
    before, start = reading.word_before(cue.word_start)
    if start < cue.sentence[0]:
        before, start = b"", cue.sentence[0]
    gap = reading.gap(start + len(before), cue.word_start) if before else b"."
    if cue.form.kind == "finite":
        return _other_verb(reading, cue, before, start, gap)
    if cue.form.kind == "participle":
        return _other_participle(reading, cue, gap)
    return _other_noun(reading, cue, before, start)


def _other_verb(reading: Reading, cue: Cue, before: bytes, before_start: int, gap: bytes) -> bool:
    """Whether a finite form is a noun, a name or a number here, or a verb that is not said to have been spoken."""
    form = cue.form
    if _TANWIN in reading.lexed.raw_text(cue.start, cue.end):
        return True  # حيًّا
    kind = (form.tense, form.gender, form.number)
    if kind == ("past", "f", "p") and reading.lexed.raw_text(cue.start, cue.start + 1) != form.surface[0]:
        return True  # اثنين is no أثنين
    if kind == ("past", "f", "p") and reading.known(cue.word_start, ("places",)):
        return True  # تحرير عدن
    if kind == ("present", "f", "p") and reading.lexed.raw_text(cue.start, cue.end) != form.surface:
        return True  # يومين is no يومئن
    if silent.nobody_says(reading, cue):
        return True
    if form.surface == _GREETED and _before_verb(reading, cue):
        return True  # حيت يمنح: حيث, misspelt
    if form.verb.lemma == _ALL and not cue.initial:
        return True  # العالم أجمع
    if form.verb.lemma == _MEASURE and form.pronoun and _amount_follows(reading, cue):
        return True  # محطة قدرتها 1200 ميغاواط
    if kind == ("past", "m", "d") and _qualified(reading, cue):
        return True  # نفيا قاطعا
    if form.verb.lemma == _COUNT and form.surface.endswith(_ME):
        return True  # مواطن عدني: of Aden
    if form.verb.lemma == _ADDED and not cue.prefixed and _amount_follows(reading, cue):
        return True  # أضاف 3 نقاط
    order = form.verb.lemma == _ORDER and kind == ("past", "m", "s") and not form.pronoun
    if order and is_matter(reading, cue, before, before_start, bool(gap)):
        return True  # إنه أمر مؤسف أن
    name = kind == ("past", "f", "s") and form.verb.lemma == _TRACED and not (gap or cue.prefixed)
    if name and reading.known(before_start, ("given",)):
        return True  # سالم عزت
    if kind == ("past", "m", "s") and form.verb.lemma == _AFTER and gap.isdigit() and not cue.prefixed:
        return True  # في عام 2011 عقب الانتخابات
    if kind == ("past", "m", "s") and form.verb.lemma == _EXPRESS and not form.pronoun:
        after = reading.word_at_or_after(cue.end)
        if after in words("frame", "medium") and after.endswith(_THEIR_OWN):
            return True  # عبر حسابه: through it
    counted = gap[-1:].isdigit() and reading.gap(cue.word_start - 2, cue.word_start)[-1:].isdigit()
    if kind == ("past", "m", "s") and form.verb.lemma in _COUNTED and counted:
        return True  # 4000 طلب
    if form.surface == _DIRECTS and not by_a_body(reading, cue, before, before_start):
        return True  # توجه السائق إلى الميدان
    if gap:
        return False
    if before in _WHAT and reading.word_before(before_start)[0] in _THERE:
        return True  # ليس هناك ما يشير إلى أن
    if cue.prefixed and before in _WHAT:
        return True  # ما وعدهم به: no و with عدهم
    if kind == ("present", "f", "s") and before.removeprefix(_W) in _YOU:
        return True  # إذا كنت تعتبر: you
    if (
        kind in (("present", "m", "s"), ("present", "f", "s"))
        and form.verb.lemma in _MENTION
        and not cue.prefixed
        and not before.startswith(AL)
        and _slight(reading, cue)
    ):
        return True
    if form.verb.lemma == _CLEARER and before in words("elative"):
        return True  # بمعنى أوضح
    if before == _DEGREE or (
        before in _OR and _back(reading, before_start, _NEAR, "negation", "hypothetical")
    ):
        return True  # على حد وصفه; لم يقل أو يؤكد
    if kind == ("present", "f", "s") and form.verb.lemma == _DEMAND and not form.pronoun:
        after = reading.word_at_or_after(cue.end)
        return _MATTER in (before, after) or before.removeprefix(AL) in words(
            "thing", "masculine"
        )  # الأمر تطلب
    if kind == ("past", "m", "s"):
        if before in words("name_opening"):
            return True  # حسن أبو طالب، سالم بن فالح
        number = None if cue.prefixed else reading.hit_word("number", before_start)
        if number is not None and number.entry.role in _COUNTING:
            return True  # ألف طالب
        if reading.in_class(before, "able"):
            return True  # لا يمكن وصفه
        if cue.prefixed and form.verb.lemma == _PUBLISHING and is_content_noun(strip_proclitic(before)):
            return True  # إعداد ونشر التقارير
        noun = form.verb.lemma in _ALSO_NOUNS
        if (noun or form.verb.lemma == _REVEALING) and not form.pronoun and before in _HE | _THERE:
            return True  # وهو أمر، هناك أمر
        if noun and form.pronoun and _possessed(reading, cue, before, before_start):
            return True
        return not cue.prefixed and _after_verb(reading, cue, before_start)
    if (
        kind == ("present", "f", "s")
        and form.verb.lemma in _FIFTH_FORM
        and not (form.pronoun or cue.prefixed)
    ):
        if _back(reading, cue.word_start, _NEAR, "able"):
            return True  # لا يستطيع المرضى تذكر المواعيد
        raw = reading.lexed.raw_text(before_start, before_start + len(before))
        return is_content_noun(before) or (shape_of(before, raw) is Shape.VERB and not cue.initial)
    return False


def _before_verb(reading: Reading, cue: Cue) -> bool:
    """Whether a verb of the present follows at once."""
    number = reading.lexed.word_from(cue.end)
    word = reading.lexed.word(number)
    if word[:1] not in _PERSONS or reading.known(reading.lexed.word_starts[number]):
        return False
    return is_verb(word, raw_word(reading.lexed, number))


def _slight(reading: Reading, cue: Cue) -> bool:
    """Whether the word qualifies a noun as not worth mention (دون تغير يذكر)."""
    return _back(reading, cue.word_start, _FAR, "negation", "lacking")


def _amount_follows(reading: Reading, cue: Cue) -> bool:
    """Whether a number in digits or words stands right behind the cue."""
    after = reading.next_token(cue.end, cue.sentence[1])
    digit = reading.lexed.classes[after : after + 1] == bytes([DIGIT])
    return digit or reading.hit_word("number", after) is not None


def _other_participle(reading: Reading, cue: Cue, gap: bytes) -> bool:
    """Whether a participle is passive here, or a noun in the plural (لم يكن متوقعاً، ومقترحات)."""
    if (cue.form.gender, cue.form.number) == ("f", "p"):
        number = reading.lexed.word_from(cue.end)
        starts = reading.lexed.word_starts
        if number >= len(starts):
            return True
        reaches = bool(gap) and PREPOSITIONS.get(reading.lexed.word(number)) in cue.takes  # ، مشيرات إلى
        return not reaches and reading.lexed.hit_at("complementizer", starts[number]) is None
    if not gap and reading.word_before(cue.word_start)[0] in _THERE:
        return True  # هناك مقترحا
    if cue.form.verb.lemma == _INFORM and (
        _qualified(reading, cue) or reading.word_at_or_after(cue.end) == _FROM
    ):
        return True  # دفع مبلغا ماليا
    if not gap and cue.form.verb.lemma == _HEADQUARTERS and not _acknowledges(reading, cue):
        return True  # هاجموا مقرا للجيش
    return not gap and cue.form.verb.lemma in _CALLED and _back(reading, cue.word_start, _NEAR, "copula")


def _acknowledges(reading: Reading, cue: Cue) -> bool:
    """Whether أن, or ب with a noun, follows a participle at once (قال مقراً بأن)."""
    lexed = reading.lexed
    number = lexed.word_from(cue.end)
    if number >= len(lexed.word_starts):
        return False
    said = lexed.hit_at("complementizer", lexed.word_starts[number]) is not None
    return said or lexed.word(number)[:1] == _B


def _other_noun(reading: Reading, cue: Cue, before: bytes, before_start: int) -> bool:
    """Whether a verbal noun says as what, at whose order, or to what end (بوصفه، بتوجيه من، تسعى إلى التأكيد)."""
    lemma = cue.form.verb.lemma
    if lemma == _ACKNOWLEDGE and cue.form.pronoun and _withdrawn(reading, before, before_start):
        return True  # سحب اعترافه بـ
    if reading.in_class(before, "carried_out"):
        return True  # تم توجيه المقاول بـ: by nobody
    if lemma == "أمر" and cue.form.pronoun and cue.form.surface.startswith(lemma):
        return True  # his matter
    if cue.form.verb.person and cue.form.pronoun and lemma != "دعا" and cue.form.surface.endswith(_THEM):
        return reading.lexed.shadow[cue.word_start : cue.word_start + 1] == _W  # تثقيف الشباب وتحذيرهم من
    if reading.lexed.shadow[cue.word_start : cue.end] == _CERTAINLY:
        apart = cue.initial or reading.quotes.opening_at(cue.word_start - 1) is not None
        return apart or reading.word_at_or_after(cue.end) not in words("emphasis")  # «بالتأكيد ستنجح»
    if reading.lexed.shadow[cue.word_start : cue.word_start + 1] == _B:
        if before in words("concerned") or before in _DECIDING:
            return True  # القرار القاضي بالدعوة إلى
        quoted = reading.quotes.opening_at(reading.next_token(cue.end, cue.sentence[1])) is not None
        return (lemma == "وصف" and cue.form.pronoun and not quoted) or (
            lemma in _ORDERS and not cue.form.pronoun
        )
    if _back(reading, cue.word_start, _BESIDE, "aim"):
        return True  # يعتزم توجيه رسالة
    return before == _TO and _back(reading, before_start, _FAR, "aim")


def _withdrawn(reading: Reading, before: bytes, before_start: int) -> bool:
    """Whether an acknowledgement is only taken back or thought over (سحبت اعترافها، تراجع عن اعترافه، النظر في اعترافه)."""
    governed = before in words("preposition")
    word = reading.word_before(before_start)[0] if governed else before
    return reading.in_class(word, "withdrawing")


def _back(reading: Reading, position: int, most: int, *sections: str) -> bool:
    """Whether a word of one of the classes is among the last words before `position`, with no mark between."""
    lexed = reading.lexed
    first = lexed.word_from(position)
    for number in range(first - 1, max(first - most, 0) - 1, -1):
        if reading.gap(lexed.word_ends[number], position):
            return False
        if any(reading.in_class(lexed.word(number), section) for section in sections):
            return True
        position = lexed.word_starts[number]
    return False


def _qualified(reading: Reading, cue: Cue) -> bool:
    """Whether an indefinite adjective in the accusative follows, so that the word is a noun with the alif of the tanwin."""
    lexed = reading.lexed
    number = lexed.word_from(cue.end)
    if number >= len(lexed.word_starts) or len(lexed.word(number)) < 4:
        return False
    start, end = lexed.word_starts[number], lexed.word_ends[number]
    if lexed.word(number).endswith(_OWN):
        return False
    accusative = lexed.raw_text(start, end).rstrip("\u064b").endswith("ا") and not lexed.word(
        number
    ).startswith(AL)
    return accusative and lexed.hit_at("frame", start) is None and not reading.known(start)


def _possessed(reading: Reading, cue: Cue, before: bytes, before_start: int) -> bool:
    """Whether the pronoun is a possessor: no subject stands before (حسم أمره), or a noun with the same one (تقديره وشكره له)."""
    if not cue.prefixed:
        somebody = cue.form.verb.lemma != "أمر" and (before.startswith(AL) or reading.known(before_start))
        return not (cue.initial or somebody)
    after = reading.word_at_or_after(cue.end)
    ending = fold_word(cue.form.surface[len(cue.form.verb.lemma) :])
    return before.endswith(ending) and after[:1] == _L


def _after_verb(reading: Reading, cue: Cue, before_start: int) -> bool:
    """Whether another reporting verb of the past stands right before (وصف دان): the word is a name or a noun."""
    hit = reading.hit_word("verb", before_start)
    if hit is None or hit.entry.tense != "past" or hit.entry.verb.strict or hit.end + 1 < cue.start:
        return False
    object_of = cue.form.verb.lemma in _ALSO_NOUNS and not cue.form.pronoun  # القاضي رفض طلب الشركة
    return object_of or not hit.entry.verb.careful or before_start == cue.sentence[0]
