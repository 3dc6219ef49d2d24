"""Which cues report: a cue with its content, judged by its subject and by what stands around it."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import begins, light, nouns, plausible, said_before, sources, things
from hiwar.builders.statements.antecedents import clause_subject, phrase_before
from hiwar.builders.statements.cues import Cue, of_pronoun
from hiwar.builders.statements.disclosing import disclosed
from hiwar.builders.statements.doubts import PREPOSITIONS
from hiwar.builders.statements.found import Found, one_a_content
from hiwar.builders.statements.framed import framing
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.plain_speech import BARE_CLAUSE
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.topics import topic
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb

_THIS, _FOR_THE = fold_word("هذا"), fold_word("لل")
_PHRASE = 20  # characters of an attribution before its ما
_QAD = fold_word("قد")
_WHO_HE, _WHO_SHE = fold_word("الذي"), fold_word("التي")
_WAVING = "لوح"
_PUBLISHING = frozenset({"نشر", "بث", "أذاع", "أورد", "كتب"})
_DISCLOSING = frozenset({"رفض", "كشف", "أفصح", "ذكر", "أوضح", "طلب", "أبدى"})


def find(reading: Reading, number: int, cues: list[Cue]) -> list[Found]:
    """Return the cues that have content, one for each content."""
    found: dict[int, Found] = {}
    for cue in cues:
        if cue.start in found:
            continue
        item = _judge(reading, cue)
        if item is not None:
            found[cue.start] = item
    for governing in light.find(reading, number):
        cue, begin, trace = governing
        for inside in [start for start in found if cue.start < start < begin.start]:
            del found[inside]  # رفع الوزير شكره على
        found[cue.start] = Found(cue, begin, _subject(reading, cue, begin), None, "light-verb", trace)
    items = [found[start] for start in sorted(found)]
    kept = one_a_content(items)
    return sorted([*kept, *_nearer(reading, items, kept)], key=lambda item: item.cue.start)


def _nearer(reading: Reading, items: list[Found], kept: list[Found]) -> list[Found]:
    """Return the cues with what they say before the next cue, where what was found first is that one's (أعلنوا مسؤوليتهم بعد
    بيان أكد أن)."""
    holders = {item.begin.start: item.cue for item in kept}
    held = {item.cue.start for item in kept}
    found: list[Found] = []
    for item in items:
        holder = holders.get(item.begin.start)
        if (
            holder is None
            or item.cue.start in held
            or item.cue.form.kind == "noun"
            or holder.start < item.cue.start
        ):
            continue
        again = _judge(reading, item.cue._replace(sentence=(item.cue.sentence[0], holder.word_start)))
        if again is not None and again.begin.start not in holders:
            found.append(again._replace(cue=item.cue))
    return found


def _judge(reading: Reading, cue: Cue) -> Found | None:
    """Return the cue with its content, or None where it does not report."""
    finite = cue.form.kind == "finite"
    before = None
    if finite and not cue.prefixed and cue.relative is None:
        before = clause_subject(reading, cue.word_start, cue.sentence[0])
    elif finite and cue.prefixed and cue.relative is None:
        before = topic(reading, cue)
    if before is not None and _other_matter(reading, cue, before):
        before = None
    if before is not None and of_pronoun(reading, cue):
        before = None  # لكنه أشار
    ahead = before  # even where it is nobody, as «وعن الموسم قال» begins
    if before is not None and sources.fronted(reading, before):
        before = None
    near = before is not None and reading.gap(before[1], cue.word_start).strip(b"\"'<>()") in (b"", _QAD)
    subject_first = (near and finite) or cue.form.kind == "participle"
    foreign = _of_another(reading, cue)
    subject_first = subject_first or (cue.relative is not None and not cue.form.pronoun and not foreign)
    subject_first = subject_first or (finite and sources.within(reading, cue) and not _behind(reading, cue))
    subject_first = subject_first or (finite and cue.form.number == "p" and not cue.form.pronoun)
    subject_first = subject_first or (cue.form.kind == "noun" and cue.form.pronoun)
    subject_first = subject_first or (finite and of_pronoun(reading, cue))
    subject_first = subject_first or (finite and _goes_on(reading, cue))
    begin = begins.find(reading, cue, subject_first) or said_before.find(reading, cue)
    if begin is None or (foreign and begin.via not in ("that", "speech", "colon")):
        return None  # البرنامج الذي تعهدت الحكومة بتنفيذه
    if cue.form.verb.lemma == _WAVING and reading.word_at_or_after(begin.start) in words("waving"):
        return None  # يلوح بيده
    if begin.via in ("object", *PREPOSITIONS) and _attributing(reading, cue):
        return None  # وفقا لما ذكره الباحث بقسم العلوم: what he said stands outside
    if (
        cue.relative is not None
        and begin.via == "object"
        and reading.known(begin.start, ("head", "organization", "state"))
    ):
        return None  # الخلايا التي أعلنت السلطات ضبطها
    after = noun_phrase(reading, *begin.subject) if finite else None
    if near and finite and cue.form.verb.person and before is not None:
        heads = (
            cue.form.tense == "present" and before[0] <= reading.next_token(cue.sentence[0], cue.start) + 1
        )
        if heads or reading.known(before[0]):
            after = None  # كردستان تطالب الحزب بـ: who stands after the verb is turned to
    if finite and cue.form.verb.person and of_pronoun(reading, cue):
        after = None  # لكنه أبلغ الصحفيين أن
    if cue.relative is not None and cue.form.verb.lemma in _PUBLISHING and _paper(reading, after):
        return None  # الصحيفة التي نشرت المقال: whoever says it stands before
    if near and after is not None and reading.lexed.shadow.startswith(_FOR_THE, after[0]):
        after = None  # الوزير أكد للحاضرين
    if finite and not plausible.reports(reading, cue, begin, after, ahead):
        return None
    if cue.form.kind == "participle" and not nouns.chains(reading, cue, begin):
        return None
    if cue.form.kind == "noun" and not nouns.governs(reading, cue, begin):
        return None
    if begin.via == "object" and cue.form.verb.act == "express" and sources.within(reading, cue):
        return None  # أبدى فيها احتقاراً: shown, not said
    if begin.via in ("object", "عن") and cue.form.verb.lemma in _DISCLOSING and _undisclosed(reading, begin):
        return None
    if begin.via in ("object", "عن") and cue.act == "announce" and _own_results(reading, begin.start):
        return None  # أعلنت الشركة نتائجها
    if begin.via == "that" and cue.act == "announce" and _own_results(reading, cue.end):
        return None  # كشفت دراسة أعلنت نتائجها أن: the first verb's
    subject, relay = sources.find(reading, cue, begin, after, before)
    subject = None if foreign and after is None else subject  # الرصيف الذي أوضحت أنه قديم: who spoke before
    whose = subject
    if subject is None and cue.relative is not None and cue.form.pronoun:
        whose = phrase_before(reading, cue.relative, cue.sentence[0])  # الأسباب التي دعته
    if finite and things.shows(reading, cue, begin, whose, after or before):
        if after is None or not _told_plainly(reading, cue, begin, after):
            return None
        begin, subject = begin._replace(start=after[0]), None
    via = "quote" if begin.quote else "preposition" if begin.via in PREPOSITIONS else begin.via
    kind = "verb" if finite else cue.form.kind
    trace = (
        f"cue {reading.lexed.raw_text(cue.start, cue.end)}: a form of {cue.form.verb.lemma}",
        f"content joined by {begin.via}",
    )
    return Found(cue, begin, subject, relay, f"{kind}-{via}", trace)


def _goes_on(reading: Reading, cue: Cue) -> bool:
    """Whether a verb of the present in a headline goes on with what the one at its head does (الوزير يلتقي السفير ويؤكد السعي)."""
    form = cue.form
    if reading.passages[cue.passage].kind != "headline" or form.tense != "present" or not cue.prefixed:
        return False
    if form.verb.person:
        return False  # ويشكر السكان على: who is turned to follows
    shadow, lexed = reading.lexed.shadow, reading.lexed
    person = shadow[cue.start : cue.start + 1]
    earlier = reading.words_in(cue.sentence[0], cue.word_start)[1:]
    return form.number == "s" and any(
        shadow[start : start + 1] == person
        and is_verb(shadow[start:end], lexed.raw_text(start, end))
        and not reading.known(start)
        for start, end in earlier
    )


def _told_plainly(reading: Reading, cue: Cue, begin: Begin, after: Span) -> bool:
    """Whether a thing right behind a verb that goes on is what is told of, without أن (وقال السوق لا تحتاج إلى دراسة)."""
    goes_on = cue.prefixed and cue.form.tense == "past" and cue.form.verb.lemma in BARE_CLAUSE
    joined = reading.lexed.hit_at("complementizer", reading.word_before(begin.start)[1]) is not None
    plain = begin.via == "that" and begin.quote is None and not joined
    return goes_on and plain and after[0] <= cue.end + 1


def _behind(reading: Reading, cue: Cue) -> bool:
    """Whether somebody stands behind «فيه», who then is the subject (الوقت الذي أكدت فيه الوزارة أن)."""
    inside = reading.words_in(cue.end, cue.sentence[1], 2)
    if "that" not in cue.takes or len(inside) < 2:
        return False
    paper = reading.known(inside[1][0], ("document",)) and not reading.that_soon(inside[1][0])
    return reading.known(inside[1][0]) and not paper  # بيانا أوضحت فيه تسجيل حالات


def _paper(reading: Reading, span: Span | None) -> bool:
    """Whether a noun phrase is what was written and not who writes."""
    return span is not None and reading.known(span[0], ("document",))


def _attributing(reading: Reading, cue: Cue) -> bool:
    """Whether a verb whose object is the pronoun of «ما» ends an attribution (بحسب ما كشفه المدير)."""
    if cue.after_ma is None or not cue.form.pronoun:
        return False
    hits = reading.lexed.of_kind("attribution", max(cue.sentence[0], cue.after_ma - _PHRASE), cue.start)
    return any(hit.end + 1 == cue.start for hit in hits)


def _of_another(reading: Reading, cue: Cue) -> bool:
    """Whether a relative pronoun does not agree with the verb after it, whose subject then follows."""
    if cue.relative is None or cue.form.kind != "finite" or cue.form.pronoun:
        return False
    relative = reading.word_at_or_after(cue.relative)
    if cue.form.number != "s":
        return cue.form.number == "p" and cue.form.gender == "m" and relative == _WHO_HE
    return relative == {"f": _WHO_HE, "m": _WHO_SHE}.get(str(cue.form.gender))


def _other_matter(reading: Reading, cue: Cue, before: Span) -> bool:
    """Whether what stands before the verb only takes up another matter, or who passes on (هذا، أعلنت; في ذات السياق أكد; بحسب
    الصحيفة أظهرت)."""
    if reading.lexed.hit_at("attribution", before[0]) is not None:
        return True
    word = reading.lexed.shadow[slice(*before)]
    this = (cue.form.gender == "f" and word == _THIS) or word in words("negation")
    return this or framing(reading, cue.sentence[0], cue.word_start)


def _undisclosed(reading: Reading, begin: Begin) -> bool:
    shadow = reading.lexed.shadow
    first = [shadow[start:end] for start, end in reading.words_in(begin.start, begin.start + 40)[:2]]
    return bool(first) and (disclosed(first[0]) or b" ".join(first) in words("disclosed"))


def _own_results(reading: Reading, position: int) -> bool:
    """Whether results of somebody's own stand there, which are announced, and not told."""
    return reading.word_at_or_after(position) in words("disclosed", "own")


def _subject(reading: Reading, cue: Cue, begin: Begin) -> Span | None:
    after = noun_phrase(reading, *begin.subject)
    if after is not None or cue.form.kind != "finite":
        return after
    return None if cue.prefixed else clause_subject(reading, cue.word_start, cue.sentence[0])
