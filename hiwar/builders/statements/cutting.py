"""Where contents that run on must end: at the next cue, an attribution, or the reporter's own words."""

from itertools import pairwise

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import answering, own_words, phrase_ends
from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.bystanders import tells_of_others
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.cuts import Cut, Cuts
from hiwar.builders.statements.found import Found
from hiwar.builders.statements.framed import framing
from hiwar.builders.statements.phrase_ends import PhraseEnd
from hiwar.builders.statements.reading import WITHIN, Reading
from hiwar.builders.statements.sources import LEARN, OF_HIM, TRANSMIT, within
from hiwar.builders.steps import Passage
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, STOP

_CONNECTIVES = fold_words(
    ("كما", "فيما", "وفيما", "بينما", "حين", "ثم", "حيث", "إذ", "لكنه", "لكنها", "وكما")
)
_LEADING = "في وفي قد وقد فقد كان وكان كذلك وكذلك وهو وهي هو هي ثم ولم ولا"
_LEADERS = fold_words(_LEADING.split())
_WHILE = fold_words(("فيما", "وفيما", "بينما", "وبينما", "وإذ", "إذ", "أما", "وأما"))
_WITH, _AS = fold_word("مع"), fold_word("كما")
_COMPARED = fold_words(("مقارنة", "بالمقارنة", "تماشيا", "تزامنا"))
_BEFORE = fold_word("قبل")
_MEANWHILE = fold_word("في الوقت الذي") + b" "
_THAT, _EXCEPT = fold_word("أن"), fold_words(("إلا", "غير", "بيد"))
_WHERE = fold_words(("حيث", "إذ"))
_SOON = 4  # words between نقل and of whom it is
_LEAD = 6  # words between a comma and the cue
_BUT = fold_words(("لكن", "ولكن"))
_OF_THE_VERB = fold_words(("قد", "كان", "كانت", "كانوا", "هو", "هي", "هم"))
_W, _B = fold_word("و"), fold_word("ب")[0]


def find(
    reading: Reading, passage: Passage, cues: list[Cue], found: list[Found], named: list[Attribution]
) -> Cuts:
    """Return where contents that run on must end; `cues` are the candidates, also those without content."""
    cuts = [Cut(a.start, "an attribution") for a in named if a.before and not _inside(reading, a)]
    cuts += [Cut(cue.word_start, "a participle") for cue in cues if _goes_along(reading, cue)]
    others = ((at, item) for item in found if (at := _other_says(reading, item)) is not None)
    cuts += [
        Cut(at, "another's report")
        for at, _ in others
        if reading.after_comma(at) or reading.word_at_or_after(at) in _BUT
    ]
    cuts += [
        Cut(_joint(reading, a), "the clause around it")
        for a, b in pairwise(found)
        if b.cue.start < a.begin.start
    ]
    reporting = {item.cue.start for item in found}
    cuts += [
        Cut(cue.word_start, "another verb of saying")
        for cue in cues
        if cue.start not in reporting and _breaks_off(reading, cue)
    ]
    earlier: Found | None = None
    for item in found:
        cue, last = item.cue, earlier
        before = last.cue if last is not None else None
        earlier = item
        start = _connective_start(reading, cue)
        if item.begin.start < cue.start:
            cuts.append(Cut(item.begin.start, "the next cue"))
        if _gives_reason(reading, item) or _told_of(reading, cue, before) or _describes(reading, cue):
            continue
        if last is not None and tells_of_others(reading, cue, last):
            continue
        if cue.form.kind == "participle":
            cuts.append(Cut(cue.word_start, "the next cue of the same source", True))
        elif (
            cue.form.kind == "finite" and cue.relative is None and (cue.prefixed or _led(reading, start, cue))
        ):
            cuts.append(Cut(_other_says(reading, item) or start, "the next cue"))
        elif cue.form.kind == "noun" and (at := _passed_on(reading, item)) is not None:
            cuts.append(Cut(at, "the next cue"))
        elif cue.form.kind == "noun" and _along_with(reading, cue):
            cuts.append(Cut(reading.word_before(cue.word_start)[1], "the next cue"))
        elif cue.form.kind == "noun" and (
            reading.lexed.shadow[cue.word_start : cue.start] == _W or _in_saying(reading, cue)
        ):
            cuts.append(Cut(cue.word_start, "the next cue"))
        elif (
            cue.form.kind == "finite"
            and cue.relative is None
            and framing(reading, cue.sentence[0], cue.word_start)
        ):
            cuts.append(Cut(cue.sentence[0], "the next cue"))
        elif cue.form.kind == "finite" and (at := _framed(reading, cue)) is not None:
            cuts.append(Cut(at, "the next cue"))
        elif cue.form.kind == "finite" and _main_clause(reading, cue, before):
            cuts.append(Cut(cue.word_start, "the main clause"))
        elif _new_clause(reading, item):
            cuts.append(Cut(cue.word_start, "another clause"))
    cuts += [
        Cut(cue.word_start, "the reporter's own words")
        for cue in cues
        if cue.form.verb.lemma == LEARN and cue.prefixed and reading.after_comma(cue.word_start)
    ]
    cuts += [Cut(at, "the next cue") for cue in cues if (at := _as_well(reading, cue)) is not None]
    cuts += own_words.find(reading, passage)
    cuts += [Cut(at, "another's answer") for at in answering.starts(reading, passage)]
    clauses = phrase_ends.find(reading, passage)
    clauses += [PhraseEnd(at) for item in found if (at := _other_says(reading, item)) is not None]
    asides = [item.cue.relative for item in found if item.cue.relative is not None and item.begin.clause]
    clauses += [PhraseEnd(at) for at in asides if reading.after_comma(at)]
    return Cuts(reading, cuts, sorted(clauses))


def _along_with(reading: Reading, cue: Cue) -> bool:
    """Whether «مع» stands before a noun of speech, and compares it with nothing (مقارنة مع توقعات المحللين)."""
    before, at = reading.word_before(cue.word_start)
    return before == _WITH and reading.word_before(at)[0] not in _COMPARED


def _inside(reading: Reading, attribution: Attribution) -> bool:
    """Whether a speaker's own attribution stands in the middle of what he says (بعد ساعات، حسب وصفه، أن يعود)."""
    at = reading.next_token(attribution.end, attribution.sentence[1])
    if not attribution.own or COMMA not in reading.lexed.classes[attribution.end : at]:
        return False
    word = reading.word_at_or_after(at)
    goes_on = word in words("preposition") or word in words("relative")
    return goes_on or reading.lexed.hit_at("complementizer", at) is not None


def _breaks_off(reading: Reading, cue: Cue) -> bool:
    """Whether a verb that can only be one of saying is joined on after a comma, though what it says is not told."""
    form = cue.form
    plain = form.kind == "finite" and form.tense == "past" and not form.pronoun
    soon = reading.words_in(cue.end, cue.sentence[1], _SOON) if form.verb.lemma == TRANSMIT else []
    of_him = any(reading.lexed.shadow[slice(*span)] in OF_HIM for span in soon)  # ونقلت عنه الوكالة قوله
    plain = plain and (of_him or not (form.verb.careful or form.verb.shows))
    return plain and cue.prefixed and reading.after_comma(cue.word_start)


def _as_well(reading: Reading, cue: Cue) -> int | None:
    """Return where «كما» begins that joins a cue on after a comma (، كما بينوا), also one whose content is not found."""
    before, at = reading.word_before(cue.word_start)
    joins = cue.form.kind == "finite" and before == _AS and not reading.gap(at + len(before), cue.word_start)
    return at if joins and not cue.form.verb.careful and reading.after_comma(at) else None


def _in_saying(reading: Reading, cue: Cue) -> bool:
    """Whether the cue is قوله with ب, which brings the next words of the same source (، بقوله «…»)."""
    return cue.form.verb.lemma == "قال" and cue.form.pronoun and reading.lexed.shadow[cue.start] == _B


def _passed_on(reading: Reading, item: Found) -> int | None:
    """Return where the verb that passes a noun's speech on is joined on (، ونقلت الوكالة عن المدير قوله إن), or None."""
    if item.relay is None or item.relay[0] > item.cue.start:
        return None
    word, at = reading.word_before(item.relay[0])
    joined = word[:1] == _W and reading.lexed.hit_at("verb", at + 1) is not None
    return at if joined and reading.after_comma(at) else None


def _gives_reason(reading: Reading, item: Found) -> bool:
    """Whether what another says is part of what is told (، حيث يؤكد السكان أن)."""
    follows = item.subject is not None and item.subject[0] > item.cue.start
    return follows and reading.word_before(item.cue.word_start)[0] in _WHERE


def _told_of(reading: Reading, cue: Cue, before: Cue | None) -> bool:
    """Whether a verb of the present goes on with what a verb of the past tells (قال إن السائق يقف ويطلب من الركاب)."""
    if before is None or before.sentence != cue.sentence or before.form.kind != "finite":
        return False
    joined = cue.prefixed and cue.form.kind == "finite" and not reading.after_comma(cue.word_start)
    return joined and (before.form.tense, cue.form.tense) == ("past", "present")


def _describes(reading: Reading, cue: Cue) -> bool:
    """Whether a verb that nothing joins only tells what a noun before it holds (أصدر بياناً، دعا فيه إلى)."""
    alone = cue.form.kind == "finite" and not cue.prefixed and reading.after_comma(cue.word_start)
    return alone and within(reading, cue)


def _other_says(reading: Reading, item: Found) -> int | None:
    """Return where a clause begins in which another speaks, its subject before the verb (لكن موسكو تؤكد)."""
    if item.subject is None or item.subject[0] > item.cue.start:
        return None
    before, at = reading.word_before(item.subject[0])
    first, start = reading.word_before(at)
    if before == _THAT and first in _EXCEPT:
        return start
    return at if before in _WHILE or before in _BUT else None


def _framed(reading: Reading, cue: Cue) -> int | None:
    """Return where the words that lead up to a cue after a comma or stop begin (، وعن الموسم قال; .. بدوره قال), or None."""
    if cue.relative is not None or cue.after_ma is not None:
        return None
    lexed, start = reading.lexed, cue.word_start
    for _ in range(_LEAD):
        word, start = reading.word_before(start)
        if start < cue.sentence[0] or reading.in_class(word, "relative"):
            return None
        if lexed.hit_at("complementizer", start) is not None:
            return None
        edge = lexed.classes[max(start - 2, 0) : start]
        if COMMA in edge or STOP in edge:
            opens = word[:1] == _W and word[1:] in words("preposition")
            opens = opens or framing(reading, start, cue.word_start)
            apart = COMMA in lexed.classes[start : cue.word_start]
            return start if opens and not apart else None
    return None


def _led(reading: Reading, start: int, cue: Cue) -> bool:
    """Whether words before a cue open its clause (وقد أكد، كما أكد), and do not only belong to the verb (قد أكد)."""
    if start == cue.word_start:
        return False
    first = reading.word_at_or_after(start)
    comma = reading.after_comma(start)
    return comma or first[:1] == _W or first not in _OF_THE_VERB


def _goes_along(reading: Reading, cue: Cue) -> bool:
    """Whether an accusative participle after a comma tells how it is said (، محذراً المرضى منهم)."""
    accusative = cue.form.kind == "participle" and (cue.form.gender, cue.form.number) == ("m", "s")
    if accusative and reading.word_at_or_after(cue.end) in WITHIN:
        return False  # شهادة، موضحاً فيها التقدير
    return accusative and reading.after_comma(cue.word_start)


def _joint(reading: Reading, item: Found) -> int:
    """Return where what joins the content of a cue on begins (… | أن …)."""
    _, at = reading.word_before(item.begin.start)
    if at > item.cue.start and reading.lexed.hit_at("complementizer", at) is not None:
        return at
    return item.begin.start


def _main_clause(reading: Reading, cue: Cue, earlier: Cue | None) -> bool:
    """Whether a verb after a comma takes up the subject of the clause before it, which فيما or بينما leads."""
    if earlier is None or earlier.sentence != cue.sentence or earlier.form.gender != cue.form.gender:
        return False
    led = reading.word_before(earlier.word_start)[0] in _WHILE
    return led and reading.after_comma(cue.word_start)


def _new_clause(reading: Reading, item: Found) -> bool:
    """Whether a verb with its subject after it begins a clause after a comma (فيما …، أكد الوزير أن)."""
    cue = item.cue
    if cue.form.kind != "finite" or cue.relative is not None or item.subject is None:
        return False
    after_comma = reading.after_comma(cue.word_start)
    spoken = cue.form.tense == "past" or item.begin.via in ("speech", "colon")
    return after_comma and item.subject[0] > cue.start and spoken


def _connective_start(reading: Reading, cue: Cue) -> int:
    """Return where the words that join a cue to the clause before it begin (، كما أكد; وفي بيان أكد)."""
    start = cue.word_start
    before, at = reading.word_before(start)
    earlier, first = reading.word_before(at)
    if before == _THAT and earlier == _BEFORE and reading.after_comma(first):
        return first  # ، قبل أن يضيف
    meanwhile = max(start - len(_MEANWHILE), 0)
    if reading.lexed.shadow[meanwhile:start] == _MEANWHILE and reading.after_comma(meanwhile):
        return meanwhile  # ، في الوقت الذي أكدت فيه
    while (
        at >= cue.sentence[0]
        and not reading.gap(at + len(before), start)
        and (before in _CONNECTIVES or before in _LEADERS)
    ):
        start = at
        before, at = reading.word_before(start)
    return start
