"""Statements that only an attribution makes: no other cue stands in their sentence."""

from bisect import bisect_left
from itertools import pairwise

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import contents, covered, resumed
from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.contents import End
from hiwar.builders.statements.cuts import Cuts
from hiwar.builders.statements.found import Found
from hiwar.builders.statements.reading import Reading
from hiwar.builders.statements.targets import DEMONSTRATIVES
from hiwar.builders.statements.together import joint
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_THEN = fold_words(("ثم", "لكن", "ولكن", "بل", "بينما", "فيما"))
_IN, _TIME = fold_word("في"), fold_word("حين")
_WHERE = fold_words(("حيث", "إذ", "بعدما", "لأن"))
_WHILE = fold_words(("بينما", "فيما"))
_W, _F = fold_word("و"), fold_word("ف")
_SAID = 5  # words of a quotation that is all that an attribution after it attributes
_NEAR = 2  # words between an attribution and the one that it hands on
_CLAUSE = 3  # words of a clause before a subordinate one
_LOOK = 20  # cues of a sentence that are looked at
_HERS, _HIS = fold_word("ها"), fold_word("ه")


def find(
    reading: Reading, number: int, named: list[Attribution], found: list[Found], cuts: Cuts
) -> list[Statement]:
    """Return the statements that only an attribution makes."""
    result: list[Statement] = []
    starts = [item.cue.start for item in found]
    origins = {
        one.start: other
        for one, other in pairwise(named)
        if other.transmits and _next_to(reading, one, other)
    }
    handed_on = {other.start for other in origins.values()}
    for item in named:
        if item.start in handed_on:
            continue  # بحسب الصحيفة نقلا عن مصادر
        first, last = bisect_left(starts, item.sentence[0]), bisect_left(starts, item.sentence[1])
        inside = found[first : min(last, first + _LOOK)]
        before = item.before and not covered.opens_clause(reading, item)
        if item.before and not before:
            inside = [other for other in inside if other.cue.start > item.start]
        inside = [other for other in inside if not _quoted_before(reading, item, other)]
        if inside and inside[0].cue.start < item.start:
            continue
        if not before and _introduces(reading, item, inside):
            continue
        later = next(
            (other.cue.word_start for other in inside if other.cue.start > item.start), item.sentence[1]
        )
        statement = _statement(reading, number, _from_origin(item, origins.get(item.start)), cuts, later)
        if statement is not None:
            result.append(statement)
    return result


def _from_origin(item: Attribution, origin: Attribution | None) -> Attribution:
    """Return an attribution with the one from whom its source has it: حسبما قال [التلفزيون] نقلا عن [الوزارة]."""
    told = origin is not None and origin.source is not None and item.source is not None and item.before
    if origin is None or not told or item.relay is not None:
        return item
    return item._replace(source=origin.source, relay=item.source, end=origin.end)


def _quoted_before(reading: Reading, item: Attribution, found: Found) -> bool:
    """Whether a cue only stands in words in marks that close right before an attribution («… وطلبوا وثائق»، بحسب البيان)."""
    around = reading.quotes.outermost(found.cue.word_start)
    return (
        item.before
        and around is not None
        and around.closed
        and around.close <= item.start
        and not reading.words_in(around.close, item.start, 1)
    )


def _next_to(reading: Reading, one: Attribution, other: Attribution) -> bool:
    """Whether an attribution follows another one within two words of the same sentence."""
    return one.sentence == other.sentence and reading.count_words(one.end, other.start) <= _NEAR


def _introduces(reading: Reading, item: Attribution, inside: list[Found]) -> bool:
    """Whether an attribution at the head of a sentence only passes on what the cues after it say."""
    return any(
        found.cue.form.kind == "finite"
        and found.cue.relative is None
        and not _set_against(reading, item, found)
        and not _said_within(reading, item, found)
        and not _goes_on(reading, item, found)
        for found in inside
    )


def _set_against(reading: Reading, item: Attribution, found: Found) -> bool:
    """Whether a cue stands in a clause behind بينما or في حين that another one with فإن is set against."""
    after = covered.text_after(reading, item)
    hit = reading.lexed.hit_at("complementizer", after + 1) if after is not None else None
    before, at = reading.word_before(found.cue.word_start)
    while_ = before in _WHILE or (before == _TIME and reading.word_before(at)[0] == _IN)
    return hit is not None and hit.word_start == after and while_


def _said_within(reading: Reading, item: Attribution, found: Found) -> bool:
    """Whether a cue stands in the quotation that an attribution introduces, or behind حيث in its clause (حسب المدير، فقد
    توقف العمل حيث أكد العمال أن)."""
    after = covered.text_after(reading, item)
    around = reading.quotes.outermost(found.cue.word_start)
    if after is None:
        return False
    if around is not None and reading.count_words(after, around.open) <= 1:
        return True
    behind = reading.count_words(after, found.cue.word_start) > _CLAUSE
    return behind and reading.word_before(found.cue.word_start)[0] in _WHERE


def _goes_on(reading: Reading, item: Attribution, found: Found) -> bool:
    """Whether «و» joins a cue to the clause with فإن or فقد that an attribution introduces (وفقاً للمدير فإن العمل مستمر وأشار
    إلى …)."""
    after = covered.text_after(reading, item)
    if after is None or reading.lexed.shadow[after : after + 1] != _F:
        return False
    return found.cue.prefixed and reading.count_words(after, found.cue.word_start) > _CLAUSE


def _in(reading: Reading, position: int) -> bool:
    """Whether «في» stands there: where or when it was said, if an attribution is before it."""
    number = reading.lexed.word_at(position)
    return number is not None and reading.lexed.word(number) == _IN


def _anew(reading: Reading, position: int) -> bool:
    """Whether another clause begins there (، ثم …)."""
    word = reading.word_at_or_after(position)
    joined = word[:1] == _W and (word[1:] in DEMONSTRATIVES or word[1:] in words("particle"))
    return word in _THEN or (joined and COMMA in reading.lexed.classes[position - 2 : position])


def _owner(reading: Reading, item: Attribution) -> str | None:
    """Return the gender of the speaker that a pronoun stands for: على حد قولها."""
    word = reading.lexed.shadow[slice(*item.cue)]
    if item.source is not None:
        return None
    return "f" if word.endswith(_HERS) else "m" if word.endswith(_HIS) else None


def _statement(
    reading: Reading, number: int, item: Attribution, cuts: Cuts, following: int
) -> Statement | None:
    after = covered.text_after(reading, item)
    after = None if after is None else resumed.past_relative(reading, after, item.sentence[1])
    before = item.before and not covered.opens_clause(reading, item)
    rule = "attribution-after" if before else "attribution-before"
    if before:
        start, end = covered.clause_before(reading, item)
        quote = reading.quotes.closing_at(reading.trim(start, end)[1])
        if quote is not None and quote.open > start and reading.count_words(quote.start, quote.end) >= _SAID:
            start = quote.open
        span: End | None = contents.finish(reading, start, end, "the attribution")
        limit = reading.sentences.end(item.end, reading.passages[number])
        frames = after is not None and (_in(reading, after) or reading.frame(after) is not None)
        frames = frames or (after is not None and _anew(reading, after))
        if after is not None and not frames and min(limit, following) - after > end - start:
            span = None
    else:
        span = None
    if span is None:
        if after is None:
            return None
        span = contents.after_attribution(reading, after, item.sentence[1], reading.passages[number], cuts)
    if span is None or reading.count_words(span.start, span.end) < 2:
        return None
    act = item.verb.act if item.verb else "say"
    gender = item.verb.form.gender if item.verb else _owner(reading, item)
    parts = joint(reading, item.source) if item.source else [None]
    mentions = [Mention("source", part and part[0], part and part[1], gender, None, rule) for part in parts]
    if item.relay is not None:
        mentions.append(Mention("relay", *item.relay, None, None, "transmitted"))
    trace = ("an attribution without another cue", f"ends at {span.reason}")
    return Statement(number, *item.cue, span.start, span.end, span.type, act, tuple(mentions), rule, trace)
