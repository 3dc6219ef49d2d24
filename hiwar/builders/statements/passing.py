"""Who only passes on: «وكتبت الأخبار: … أكد فلان أن …», «وفي الختام، أضاف البلاغ، أعربت فلانة عن …»."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.found import Found
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA, MARK

_IN = fold_words(("في", "خلال", "عبر"))
_SUBJECT = 8  # words of the subject of an aside
_PRONOUNS = ("ه", "ها", "هم")
_ITSELF = tuple(fold_word(word) for word in ("نفس", "ذات"))
_SAME = fold_words(("نفس", "ذات"))

_ALL = 2000  # words of a passage that are looked at
_SOON = 80  # characters between a medium's verb and what it carried
_NEAR = 8  # characters between a document and the verb of publishing
_REACHES = "أبلغ"
_WRITING = frozenset({"كتب", "أورد", "نشر"})


def split(reading: Reading, number: int, found: list[Found]) -> tuple[list[Found], list[Attribution]]:
    """Return the cues that report, and as attributions those of outlets before the reports of others."""
    passage = reading.passages[number]
    kept: list[Found] = []
    passing: list[Attribution] = []
    for index, item in enumerate(found):
        cue, begin = item.cue, item.begin
        bare = begin.via == "colon" and begin.quote is None and cue.form.verb.lemma in _WRITING
        if not bare or index + 1 == len(found) or item.subject is None:
            kept.append(item)
            continue
        span = (cue.start, passage.end)
        passing.append(
            Attribution(
                cue.start, begin.start, (cue.start, cue.end), item.subject, None, False, None, span, False
            )
        )
    return kept, passing


def published(reading: Reading, number: int, named: list[Attribution]) -> list[Attribution]:
    """Return who published what a speaker said, as attributions of the sentence: في تصريح نشرته [الصحيفة]، بحسب إفادته
    التي نقلتها [الوكالة]."""
    passage, lexed = reading.passages[number], reading.lexed
    found: list[Attribution] = []
    own = {item.end: item for item in named if item.own}
    papers = [
        (hit.word_start, hit.start, hit.end)
        for hit in lexed.of_kind("document", passage.start, passage.end)
        if hit.end not in own and _inside(reading, hit.word_start)
    ]
    for word_start, start, end in [*papers, *((item.start, item.start, end) for end, item in own.items())]:
        following = reading.words_in(end, end + _NEAR, 2)
        if following and lexed.shadow[slice(*following[0])] in words("relative"):
            following = following[1:]
        verb = next(iter(following), None)
        if verb is None or verb[0] > end + _NEAR or lexed.shadow[slice(*verb)] not in words("publishing"):
            continue
        sentence = reading.sentences.start(word_start, passage), reading.sentences.end(start, passage)
        outlet = noun_phrase(reading, verb[1], sentence[1], apposition=False)
        if outlet is not None and _medium(reading, outlet):
            found.append(Attribution(start, outlet[1], verb, outlet, None, False, None, sentence, end in own))
    return found


def carried(reading: Reading, number: int, reporting: set[int]) -> list[Attribution]:
    """Return the media that carried what somebody said or wrote: نقلت [صحيفة الساحل] تصريحات المدير الذي قال."""
    passage, lexed = reading.passages[number], reading.lexed
    found: list[Attribution] = []
    for start, end in reading.words_in(passage.start, passage.end, _ALL):
        word = lexed.shadow[start:end]
        verb = start + (word not in words("publishing", "carrying"))
        if not reading.in_class(word, "publishing", "carrying") or verb in reporting:
            continue
        limit = reading.sentences.end(start, passage)
        medium = noun_phrase(reading, end, limit, apposition=False)
        if medium is None or medium[0] > end + 2 or not _medium(reading, medium):
            continue
        papers = lexed.of_kind("document", end, min(limit, end + _SOON))
        paper = next((hit for hit in papers if not hit.entry.definite), None)  # not موقع الخبر
        if paper is None:
            continue
        stop = min(medium[1], paper.word_start)
        source = reading.trim(medium[0], stop)
        found.append(Attribution(verb, stop, (verb, end), source, None, False, None, (verb, limit), False))
    return found


def _inside(reading: Reading, position: int) -> bool:
    """Whether the word before is «في» or an attribution word: في بيان، بحسب تقرير."""
    before, at = reading.word_before(position)
    return before in _IN or reading.lexed.hit_at("attribution", at) is not None


def _medium(reading: Reading, outlet: Span) -> bool:
    """Whether a name is that of a medium, by its marks, by its first word or as one that is known."""
    if reading.lexed.classes[outlet[0] - 1] == MARK:
        return True
    first = reading.word_at_or_after(outlet[0])
    return first in words("publishing", "media") or (
        not reading.known(outlet[0], ("head", "title")) and reading.known(outlet[0], ("organization",))
    )


def asides(reading: Reading, cues: list[Cue], reporting: set[int]) -> list[Attribution]:
    """Return the cues without content that stand with their subject between commas, or at the end of their sentence
    (وقع الحادث ليلا، يضيف المصدر نفسه.), as attributions of it."""
    found: list[Attribution] = []
    classes = reading.lexed.classes
    for cue in cues:
        opens = COMMA in classes[max(cue.word_start - 2, 0) : cue.word_start]
        silent = cue.form.kind != "finite" or cue.form.verb.careful or cue.start in reporting
        silent = silent or (
            cue.form.verb.lemma == _REACHES and cue.form.tense == "present"
        )  # يبلغ عمره 25 عاما
        if not opens or cue.prefixed or silent:
            continue
        subject = noun_phrase(reading, cue.end, cue.sentence[1], apposition=False)
        if subject is None or not (_named(reading, cue, subject) or _somebody(reading, cue, subject)):
            continue
        rest = reading.count_words(subject[1], cue.sentence[1])
        last = rest == 0
        if not last and COMMA not in classes[subject[1] : subject[1] + 2]:
            continue
        before = reading.count_words(cue.sentence[0], cue.word_start) > rest
        found.append(
            Attribution(
                cue.start, subject[1], (cue.start, cue.end), subject, None, False, cue, cue.sentence, before
            )
        )
    return found


def _named(reading: Reading, cue: Cue, subject: Span) -> bool:
    """Whether a name in marks is the subject of a verb of the present (العمل شاق، تقول « الساحل ».)."""
    quote = reading.quotes.opening_at(reading.next_token(cue.end, cue.sentence[1]))
    return quote is not None and quote.start == subject[0] and cue.form.tense == "present"


def _somebody(reading: Reading, cue: Cue, subject: Span) -> bool:
    """Whether the noun phrase behind the verb of an aside names somebody, also behind نفس or ذات (نفس المصدر)."""
    if subject[0] > cue.end + 1:
        return False
    inside = reading.words_in(*subject, _SUBJECT + 1)
    last = inside[-1]
    itself = reading.lexed.shadow[slice(*last)].startswith(_ITSELF)
    owned = len(inside) > 1 and reading.lexed.raw_text(*last).endswith(_PRONOUNS) and not itself
    if len(inside) > _SUBJECT or owned:
        return False  # أكدت الوزارة صحته: an object
    same = reading.lexed.shadow[slice(*inside[0])] in _SAME
    return reading.known(inside[same and len(inside) > 1][0])
