"""Who says it: the mention of a cue's source, and of a relay that the same clause names."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import attributions, demands, papers
from hiwar.builders.statements.addressees import teller
from hiwar.builders.statements.antecedents import main_subject, phrase_before
from hiwar.builders.statements.auxiliaries import had_already, pluperfect, was
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.framed import before_frame
from hiwar.builders.statements.mentions import Span, nominative, noun_phrase
from hiwar.builders.statements.objects import OF_THEM
from hiwar.builders.statements.reading import AL, WITHIN, Reading
from hiwar.builders.statements.relatives import antecedent_of
from hiwar.builders.statements.topics import headed
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import DIGIT

GOVERNING = fold_words(("إلى", "عن", "على", "في", "مع"))
_B, _FROM, _AND = fold_word("ب"), fold_word("من"), fold_word("و")
_WHO_HE, _WHO_SHE = fold_word("الذي"), fold_word("التي")
_HER = fold_word("ها")
_PASSED = 30  # words between a verb of passing on and the noun of what was said
_CLAUSE = 20  # words of a relative clause before another
_THROUGH = fold_words(("خلاله", "خلالها", "خلالهما"))
_IN = fold_words(("في", "على", "ضمن", "خلال", "عبر"))
OF_HIM = fold_words(("عنه", "عنها", "عنهم"))
_ACTING = ("title", "head", "organization", "state", "given")
_PEOPLE = ("title", "unnamed", "many")
_TOWARDS = fold_words(("إلى", "لدى", "أمام", "ضد", "مع"))
TRANSMIT, _REQUEST = "نقل", "طلب"
_TELLING = frozenset({"أبلغ", "أخبر"})
LEARN = "علم"
_INFORM = "أفاد"
_REPORT = 14  # words between a report and what it says
_PRAYING = frozenset({"سأل", "دعا", "شكر", "ناشد"})
_GOD = fold_words(("الله", "المولى"))
_SERVANT = fold_words(("عبد", "عبيد", "حسب", "فضل"))
_SOURCES = (fold_word("مصدر"), fold_word("مصادر"))


def find(
    reading: Reading, cue: Cue, begin: Begin, after: Span | None, before: Span | None
) -> tuple[Span | None, Span | None]:
    """Return the mention of the source, and of a relay that the same clause names."""
    if cue.form.kind == "noun":
        return _transmitted(reading, cue) or (_of_noun(reading, cue, begin), None)
    if cue.form.kind == "participle":
        return None, None
    if cue.form.verb.medium:
        first = next(iter(reading.words_in(cue.end, cue.end + 6)), None)
        if first is None or reading.lexed.shadow[first[0] : first[1]] in WITHIN:
            found = papers.voice(reading, cue)  # جاء فيه
            return (None, None) if found is None else (found.source, found.relay)
        glued = reading.lexed.shadow[first[0] : first[1]] not in _IN  # جاء ببيان
        rest = noun_phrase(reading, first[1], begin.subject[1])
        if not glued:
            return papers.whose_mouth(reading, rest), None
        adjacent = rest is not None and rest[0] <= first[1] + 1
        return (first[0], rest[1] if rest is not None and adjacent else first[1]), None
    if after is not None and cue.form.verb.lemma in _TELLING:
        after = teller(reading, after)
    if after is not None and cue.form.verb.lemma in _PRAYING:
        after = _asker(reading, after)
    if after is not None and cue.form.verb.lemma == _REQUEST:
        after = _requester(reading, after)
    if cue.form.verb.lemma == TRANSMIT:
        origin = attributions.origin_of(reading, cue.end, begin.start)
        if origin is not None:
            return origin, noun_phrase(reading, cue.end, origin[0])
        if (medium := _of_him(reading, cue, begin)) is not None:
            return None, medium
    if cue.form.verb.lemma == LEARN:
        return informed(reading, cue, begin), None
    if cue.form.verb.lemma == _INFORM and after is None and (report := _reported(reading, cue)) is not None:
        return report, None
    if cue.relative is not None and (within(reading, cue) or after is not None):
        return after, None
    if cue.relative is not None and cue.form.pronoun:
        noun = phrase_before(reading, cue.relative, cue.sentence[0])
        somebody = noun is not None and reading.known(noun[0], _ACTING) and not _placed(reading, noun)
        return (noun if somebody and not _taken_up(reading, cue) else None), None  # الحلف الذي اعتبرها خطرا
    if cue.relative is not None:
        return antecedent_of(
            reading, _first_of_two(reading, cue.relative, cue.sentence[0]), cue.sentence[0]
        ), None
    if (after is None or _told_in(cue, begin)) and within(reading, cue):
        found = papers.voice(reading, cue)
        if found is not None and (before is None or before[0] < found.source[0] < before[1]):
            return found.source, found.relay
        subject = main_subject(reading, cue.sentence[0], cue.word_start) if after is not None else None
        if subject is not None and reading.known(subject[0]):
            return subject, None
    held = pluperfect(reading, cue) or (was(reading, cue) if after is None else None)
    if held is not None:
        return held, None
    if after is None and before is None:
        return had_already(reading, cue) or antecedent(reading, cue), None
    return (nominative(reading, after) if after is not None else before), None


def _taken_up(reading: Reading, cue: Cue) -> bool:
    """Whether the pronoun of a verb takes up the antecedent of its relative, who is spoken of then (القوات التي وصفها)."""
    assert cue.relative is not None
    relative = reading.word_at_or_after(cue.relative).removeprefix(_AND)
    she = reading.lexed.shadow[cue.start : cue.end].endswith(_HER)
    return relative == (_WHO_SHE if she else _WHO_HE)


def _reported(reading: Reading, cue: Cue) -> Span | None:
    """Return the report that a verb of the present qualifies from afar: تلقى المركز [بلاغا] صباح اليوم يفيد بـ."""
    if cue.prefixed or cue.word_start == cue.sentence[0] or cue.form.tense != "present":
        return None
    start = reading.back(cue.word_start, cue.sentence[0], _REPORT)
    papers_before = reading.lexed.of_kind("document", start, cue.word_start)
    last = next((hit for hit in reversed(list(papers_before)) if not hit.entry.definite), None)
    return None if last is None else (last.start, last.end)


def informed(reading: Reading, cue: Cue, begin: Begin) -> Span | None:
    """Return from whom an outlet learned something, or which sources of it did (علمت «الساحل» من [مصادرها] أن), or None."""
    start, end = begin.subject
    for first, last in reading.words_in(cue.end, end):
        if reading.lexed.shadow[first:last] == _FROM:
            start = last
            break
    span = noun_phrase(reading, start, end)
    return span if span is not None and reading.lexed.shadow[slice(*span)].startswith(_SOURCES) else None


def _first_of_two(reading: Reading, relative: int, floor: int) -> int:
    """Return the relative pronoun to which another is joined: والد سالم [الذي] يعمل أستاذا، والذي عبر عن."""
    lexed = reading.lexed
    number = lexed.word_from(relative)
    word = lexed.word(number)
    if word[:1] != _AND:
        return relative
    before = (n for n in range(number - 1, max(number - _CLAUSE, 0), -1) if lexed.word(n) == word[1:])
    first = next(before, None)
    return relative if first is None or lexed.word_starts[first] < floor else lexed.word_starts[first]


def _asker(reading: Reading, span: Span) -> Span | None:
    """Return who asks, without God, who is asked (سأل [الوزير] الله أن), though not where a name ends in it (نصر الله)."""
    inside = reading.words_in(*span)
    if inside and reading.lexed.shadow[slice(*inside[0])] in _GOD:
        return None  # ودعا الله أن
    for start, end in inside[1:]:
        before, at = reading.word_before(start)
        name = before in _SERVANT or reading.known(at, ("given", "name_joined"))
        if reading.lexed.shadow[start:end] in _GOD and not name:
            return reading.trim(span[0], start)
    return span


def _requester(reading: Reading, span: Span) -> Span:
    """Return who requests, without of whom: طلبت [الوزارة] من السكان."""
    for start, end in reading.words_in(*span)[1:]:
        word = reading.lexed.shadow[start:end]
        of_them = word in OF_THEM  # طلب المدير منهم
        if of_them or (word == _FROM and reading.word_before(start)[0].startswith(AL)):
            return reading.trim(span[0], start)
    return span


def _transmitted(reading: Reading, cue: Cue) -> tuple[Span, Span | None] | None:
    """Return whose speech a noun with a pronoun is behind a verb of passing on, and who does so (نقلت [الوكالة] عن [المدير]
    نفيه الخبر), or None."""
    if not cue.form.pronoun or cue.word_start != cue.start:
        return None
    start = reading.back(cue.start, cue.sentence[0], _PASSED)
    verbs = reading.lexed.of_kind("verb", start, cue.start)
    verb = next((hit for hit in verbs if hit.entry.verb.lemma == TRANSMIT and not hit.entry.pronoun), None)
    origin = attributions.origin_of(reading, verb.end, cue.start) if verb is not None else None
    if verb is None or origin is None:
        return None
    return origin, noun_phrase(reading, verb.end, origin[0])


def _of_him(reading: Reading, cue: Cue, begin: Begin) -> Span | None:
    """Return who passes on the words of somebody whom only a pronoun names: ونقلت عنه [الوكالة] قوله إن."""
    inside = reading.words_in(cue.end, begin.start, _PASSED)
    for number, (start, end) in enumerate(inside):
        if reading.lexed.shadow[start:end] in OF_HIM:
            return noun_phrase(reading, cue.end if number else end, start if number else begin.start)
    return None


def _of_noun(reading: Reading, cue: Cue, begin: Begin) -> Span | None:
    """Return whose speech a verbal noun is: what it governs, or who stands before its preposition."""
    if cue.form.pronoun:
        return _exalted(reading, cue)
    if demands.to_an_end(reading, cue):
        return demands.whose(reading, cue)
    if fold_word("ال") in reading.lexed.shadow[cue.start : cue.end][:3]:
        before, at = reading.word_before(cue.word_start)
        if before == fold_word("مع"):
            return None
        if cue.word_start == cue.start and before not in GOVERNING:
            return main_subject(reading, cue.sentence[0], cue.start)
        return phrase_before(reading, at if before in GOVERNING else cue.word_start, cue.sentence[0])
    return governed(reading, begin)


def _exalted(reading: Reading, cue: Cue) -> Span | None:
    """Return the word for God behind a noun with a pronoun: في قوله [تعالى]."""
    following = reading.words_in(cue.end, cue.sentence[1], 1)
    divine = following and reading.lexed.shadow[slice(*following[0])] in words("divine")
    return following[0] if divine else None


def governed(reading: Reading, begin: Begin) -> Span | None:
    """Return the noun phrase after a verbal noun, also after من (توجيه من الرئيس)."""
    start, end = begin.subject
    first = next(iter(reading.words_in(start, end)), None)
    if first is not None and reading.lexed.shadow[first[0] : first[1]] == fold_word("من"):
        start = first[1]
        side = next(iter(reading.words_in(start, end, 1)), None)
        if side is not None and reading.lexed.shadow[slice(*side)] in words("side"):
            start = side[1]  # من جانب النادي
    return noun_phrase(reading, start, end)


def within(reading: Reading, cue: Cue) -> bool:
    """Whether «فيه» follows: what is qualified is the occasion or medium, not the speaker."""
    following = [reading.lexed.shadow[start:end] for start, end in reading.words_in(cue.end, cue.end + 10, 2)]
    return (following[:1] == [_FROM] and following[1:] in ([word] for word in _THROUGH)) or bool(
        {*following[:1]} & WITHIN
    )


def _told_in(cue: Cue, begin: Begin) -> bool:
    """Whether who is turned to may stand between a verb and its content (أصدر المدير بيانا دعا فيه الأطباء إلى)."""
    return cue.form.verb.person and begin.via == "إلى"


def antecedent(reading: Reading, cue: Cue) -> Span | None:
    """Return the noun right before a verb that qualifies it (ناشط دعا إلى …), or None."""
    if cue.prefixed or cue.initial or cue.form.kind != "finite":
        return None
    if headed(reading, cue.sentence[0], cue.word_start):
        return None
    place = before_frame(reading, cue.word_start, cue.sentence[0])
    span = phrase_before(reading, place, cue.sentence[0])
    if span is not None and within(reading, cue):  # أصدرت الوزارة بياناً أوضحت فيه
        whole = main_subject(reading, cue.sentence[0], cue.word_start)
        only = whole is not None and reading.count_words(whole[0], cue.word_start) == 1
        span = None if only else whole  # وكتبت رسالة وصفت فيها
    if span is not None and cue.form.tense == "present" and _governed_noun(reading, span):
        span = main_subject(reading, cue.sentence[0], cue.word_start)  # رفعت الأسرة شكوى إلى السلطات تتهم
    if span is None or fronted(reading, span) or _placed(reading, span):
        return None
    if cue.form.number == "p":
        span = _people(reading, span)
    return None if reading.word_before(span[0])[0] in words("negation") else span  # طائرة دون طيار


def _people(reading: Reading, span: Span) -> Span:
    """Return the people without article whom a bare verb of the plural qualifies at the end of a phrase (أمام المقر | عمال
    غاضبون طالبوا; مواقف | رؤساء سابقين أصروا)."""
    inside = reading.words_in(*span)
    last = max((n for n, (at, _) in enumerate(inside) if reading.lexed.shadow.startswith(AL, at)), default=-1)
    tail = (at for at, _ in inside[last + 1 :])
    people = (at for at in tail if any(reading.lexed.hit_at(kind, at) for kind in _PEOPLE))
    return next(people, span[0]), span[1]


def _governed_noun(reading: Reading, span: Span) -> bool:
    """Whether a definite noun that a preposition governs, which no bare verb can qualify, stands before a verb."""
    ends = (span[0], reading.word_before(span[1])[1])
    definite = all(reading.lexed.shadow.startswith(AL, start) for start in ends)
    return definite and reading.word_before(span[0])[0] in _TOWARDS


def fronted(reading: Reading, span: Span) -> bool:
    """Whether a phrase begins with a preposition, so that it is nobody: وعن الموسم قال."""
    return reading.lexed.shadow[slice(*span)].split(b" ", 1)[0] in words("preposition")


def _placed(reading: Reading, span: Span) -> bool:
    """Whether a place or country is governed by a preposition, so that no verb after it is its own: إلى عدن قال."""
    lexed = reading.lexed
    if not any(lexed.hit_at(kind, span[0]) for kind in ("places", "state")):
        return False
    return reading.word_before(span[0])[0] in words("preposition")


def in_medium(reading: Reading, cue: Cue) -> bool:
    """Whether «في» or «على» follows a verb whose source is a medium (جاء في البيان أن)."""
    first = next(iter(reading.words_in(cue.end, cue.end + 6)), None)
    if first is None:
        return False
    word = reading.lexed.shadow[first[0] : first[1]]
    if reading.lexed.classes[first[1] + 1 : first[1] + 2] == bytes([DIGIT]):
        return False  # جاء في 4 أنواع
    return word in _IN | WITHIN or (word[:1] == _B and reading.known(first[0], ("document",)))
