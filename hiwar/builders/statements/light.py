"""Light verbs: جدّد التشديد على, كرّر دعوته إلى: the verb is the cue, the noun gives the act and the preposition."""

from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.light_verbs import LightNoun, light_nouns, named_verbs
from hiwar.builders.statements import begins
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COLON, COMMA, Hit
from hiwar.builders.text.shapes import is_verb

_W, _ALIF = fold_word("و"), fold_word("ا")
_THANKS = 14  # words of who is thanked
_UPON = fold_word("على")
_ON, _L, _FOR_WHAT = "على", fold_word("ل"), fold_word("لما")
_WHAT = fold_word("ما")
_JOINED = 4  # words between the noun and its preposition
_TURNED_TO = 14  # the same, where who is accused or warned stands between (اتهامات للاعبين بـ)
_ON_OCCASION = fold_word("بمناسبة")
_IN_RETURN = fold_words(("إزاء", "نظير", "لقاء", "مقابل"))
_APART = fold_words(("أجل", "بعد", "قبل", "منذ", "خلال", "بسبب", "رغم", "عقب", "إثر", "عدم"))
_AFTERWARDS = fold_words(("بعد", "عقب", "إثر", "أجل", "وذلك", "نتيجة", "حيث"))  # of the noun
_DECREEING = fold_words(("يقضي", "تقضي"))  # أصدر قراراً يقضي بـ
_SAKE = fold_word("أجل")
_REACH = 14  # words between the verb and its noun
_BITING = fold_word("لاذع")
_SHORT = 4  # letters of a word that is no verb
_LAST = ("ى", "ي")
_ITSELF = "itself"  # the content begins with the noun (جدد استعداده لـ)


class Light(NamedTuple):
    """A light verb with its content."""

    cue: Cue
    begin: Begin
    trace: tuple[str, ...]


def find(reading: Reading, number: int) -> list[Light]:
    """Return the light verbs of a passage that govern a noun with content."""
    passage = reading.passages[number]
    found: list[Light] = []
    for hit in reading.lexed.of_kind("light", passage.start, passage.end):
        before, at = reading.word_before(hit.word_start)
        if _noun_of_doing(reading, hit) or _passive(reading, hit):
            continue
        if hit.start == hit.word_start and reading.word_before(at)[0] == _UPON:
            continue  # على أكمل وجه
        if any(reading.in_class(before, section) for section in ("negation", "hypothetical", "preposition")):
            continue
        if hit.entry.verb.lemma in named_verbs() and before.removeprefix(_W) in words("modal"):
            continue  # ينبغي طرح السؤال
        sentence = reading.sentences.start(hit.word_start, passage), reading.sentences.end(hit.start, passage)
        item = _governs(reading, number, hit, sentence)
        if item is not None:
            found.append(item)
    return found


def _noun_of_doing(reading: Reading, hit: Hit) -> bool:
    """Whether what is spelt like a feminine participle is the verbal noun: هدفنا مواصلة العمل."""
    participle = (hit.entry.kind, hit.entry.gender) == ("participle", "f")
    return participle and reading.content_noun(hit.start, hit.end) and not reading.after_comma(hit.word_start)


def _passive(reading: Reading, hit: Hit) -> bool:
    """Whether the last letter makes a verb passive (ألقي، يلقى)."""
    written = "".join(char for char in reading.lexed.raw_text(hit.start, hit.end) if char.isalpha())
    return (
        hit.entry.surface[-1:] in _LAST and written[-1:] in _LAST and written[-1:] != hit.entry.surface[-1:]
    )


def _governs(reading: Reading, number: int, hit: Hit, sentence: tuple[int, int]) -> Light | None:
    lexed = reading.lexed
    for start, end in reading.words_in(hit.end, sentence[1])[:_REACH]:
        word = lexed.shadow[start:end]
        if word in words("idiom"):
            return None
        nouns = light_nouns().get(word) or light_nouns().get(word[1:] if word[:1] == _W else word, ())
        noun = next((noun for noun in nouns if noun.goes_with(hit.entry.verb.lemma)), None)
        if noun is not None and reading.word_before(start)[0] in _APART:
            return None  # تواصل الجمعية اعتصامها من أجل المطالبة بـ; وجه في حالة عدم التأكيد بـ
        if noun is None:
            if _message(reading, start, word):
                return None  # أصدر بياناً أكد فيه: the verb after it reports
            verb = lexed.hit_at("verb", start) or (
                lexed.hit_at("verb", start + 1) if word[:1] == _W else None
            )
            if verb is not None and lexed.hit_at("frame", start) is None and end - verb.start > _SHORT:
                return None
            continue
        begin = _content(reading, number, hit, noun, (start, end), sentence)
        if _ITSELF in noun.takes and any(
            reading.in_class(lexed.shadow[first:last], "relative")
            for first, last in reading.words_in(hit.end, start)
        ):
            return None  # جدد العفو عن الجماعات التي لديها رغبة في
        if begin is None or _quoted_apart(reading, hit.end, start):
            return None
        cue = _cue(hit, noun, number, hit.end, sentence)
        begin = begin._replace(subject=(hit.end, _with_its_degree(reading, hit.end, start)))
        text = lexed.raw_text(start, end)
        return Light(
            cue,
            begin,
            (f"cue {lexed.raw_text(hit.start, hit.end)} with {text}", f"content joined by {begin.via}"),
        )
    return None


def _with_its_degree(reading: Reading, floor: int, noun: int) -> int:
    """Return where the noun begins with the words for how much of it there is (رفع الوزير [أسمى آيات] الشكر)."""
    word, start = reading.word_before(noun)
    while start >= floor and word in words("degree"):
        noun = start
        word, start = reading.word_before(noun)
    return noun


def _quoted_apart(reading: Reading, verb: int, noun: int) -> bool:
    """Whether the noun stands in a quotation that the verb is outside of."""
    around = reading.quotes.around(noun)
    return around is not None and around.start > verb


def _message(reading: Reading, start: int, word: bytes) -> bool:
    """Whether a word is a bare noun for what was written or said, the light verb's object."""
    bare = word in words("frame", "medium") or (word[-1:] == _ALIF and word[:-1] in words("frame", "medium"))
    return bare and reading.word_before(start)[0] not in words("preposition")


def _cue(hit: Hit, noun: LightNoun, number: int, end: int, sentence: tuple[int, int]) -> Cue:
    return Cue(
        hit.start,
        end,
        hit.word_start,
        hit.entry,
        noun.act,
        noun.takes,
        number,
        sentence,
        True,
        None,
        None,
        hit.glued,
        False,
    )


def _thanked_for(
    reading: Reading, number: int, hit: Hit, noun: LightNoun, joined: Begin, sentence: tuple[int, int]
) -> Begin | None:
    """Return what somebody is thanked for, after who is thanked (الشكر للشعب على عطائه، لدعمه)."""
    sentence = sentence[0], _own_clause(reading, joined.start, sentence[1])
    found = begins.find(
        reading, _cue(hit, noun._replace(takes=frozenset({_ON})), number, joined.start, sentence), False
    )
    for start, end in reading.words_in(joined.start + 1, found.start if found else sentence[1], _THANKS):
        word = reading.lexed.shadow[start:end]
        if word in _IN_RETURN:
            return joined._replace(
                start=reading.next_token(end, sentence[1]), via="ل", subject=(joined.subject[0], start)
            )
        if word == _ON_OCCASION:
            return joined._replace(start=start, via="ب", subject=(joined.subject[0], start))
        if word[:1] == _L and (word == _FOR_WHAT or reading.content_noun(start + 1, end)):
            return joined._replace(start=start, via="ل", subject=(joined.subject[0], start))
    return None if found is None or _described(reading, joined.start, found.start) else found


def _described(reading: Reading, start: int, content: int) -> bool:
    """Whether a relative clause about who is thanked has the preposition (للشركة التي تعد الأولى على مستوى الساحل)."""
    if not any(
        reading.lexed.shadow[first:last] in words("relative")
        for first, last in reading.words_in(start, content, _THANKS)
    ):
        return False
    first = reading.words_in(content, content + 20, 1)
    word = reading.lexed.shadow[slice(*first[0])] if first else b""
    return not first or not (word == _WHAT or reading.content_noun(*first[0]))


def _own_clause(reading: Reading, start: int, limit: int) -> int:
    """Return where another matter is taken up after a comma (، وعن الموسم قال …) or a relative clause tells of who is
    thanked (شكره للفريق الذي عمل على), or `limit`."""
    for first, last in reading.words_in(start, limit, _THANKS):
        word = reading.lexed.shadow[first:last]
        comma = COMMA in reading.lexed.classes[first - 2 : first]
        joined = comma and word[:1] == _W and word[1:] in words("preposition")
        if joined or reading.in_class(word, "relative"):
            return first
    return limit


def _past_degree(reading: Reading, start: int, limit: int) -> int:
    """Return the word behind how firm a refusal is, and when it was (رفضها القاطع أمس | التدخل), or `start`."""
    inside = reading.words_in(start, limit, 2)
    word = reading.lexed.shadow[slice(*inside[0])] if len(inside) > 1 else b""
    if not (word.startswith(AL) and word.removeprefix(AL) in words("degree")):
        return start
    after = inside[1][0]
    while (frame := reading.frame(after)) is not None and after < frame.end < limit:
        after = reading.next_token(frame.end, limit)
    return after


def _content(
    reading: Reading, number: int, hit: Hit, noun: LightNoun, word: Span, sentence: tuple[int, int]
) -> Begin | None:
    start, end = word
    after = reading.next_token(end, sentence[1])
    if _ITSELF in noun.takes:
        return Begin(start, "object", (hit.end, start), None, False)
    if "object" in noun.takes and after < sentence[1] and reading.lexed.classes[after] != COLON:
        joined = begins.find(
            reading, _cue(hit, noun._replace(takes=noun.takes - {"object"}), number, end, sentence), False
        )
        if joined is not None and reading.count_words(*joined.subject) == 0:
            return joined
        after = _past_degree(reading, after, sentence[1])
        return Begin(after, "object", (end, after), reading.quotes.opening_at(after), False)
    joined = begins.find(reading, _cue(hit, noun, number, end, sentence), False)
    if (
        joined is not None
        and joined.via == "ل"
        and reading.word_at_or_after(joined.start).startswith(_BITING)
    ):
        aside = noun._replace(takes=noun.takes - {"ل"})  # انتقادات لاذعة إلى
        joined = begins.find(reading, _cue(hit, aside, number, end, sentence), False)
    what_for = joined is not None and reading.word_at_or_after(joined.start) == _FOR_WHAT
    if joined is not None and joined.via in ("ل", "إلى") and _ON in noun.takes and not what_for:
        return _thanked_for(reading, number, hit, noun, joined, sentence) or joined
    size = _TURNED_TO if reading.lexed.shadow[after : after + 1] == _L else _JOINED
    near = joined is not None and (joined.clause or reading.count_words(*joined.subject) <= size)
    if joined is None or not near:
        return None
    other = None if joined.clause else _other_matter(reading, end, joined.start)
    if other is None:
        return joined
    if other[1] == _SAKE:  # تقدم بطلب من أجل السماح له بـ
        return joined._replace(start=reading.next_token(other[0] + len(_SAKE), sentence[1]))
    thanked = size == _TURNED_TO and "ل" in noun.takes
    return joined._replace(start=after, via="ل", subject=(end, after)) if thanked else None


def _other_matter(reading: Reading, noun: int, content: int) -> tuple[int, bytes] | None:
    """Return the word between the noun and the preposition that may demand it as well: a verb, or one that begins another
    phrase (تحذيراً بعد سقوط قطعة من سقفها; تهانيه بالعيد وزار …)."""
    before = b""
    for first, last in reading.words_in(noun, content, _TURNED_TO):
        word = reading.lexed.shadow[first:last]
        verb = is_verb(word, reading.lexed.raw_text(first, last)) and word not in _DECREEING
        verb = verb and before not in words("negation")
        joined = word[:1] == _W and reading.lexed.hit_at("verb", first + 1) is not None
        if word in _AFTERWARDS or verb or joined:
            return first, word
        before = word
    return None
