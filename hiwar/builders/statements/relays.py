"""Relays, and how statements hang together: which one an implicit source continues, which one stands in which."""

from bisect import bisect_left, bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import answering, covered, last_clause
from hiwar.builders.statements.antecedents import main_subject
from hiwar.builders.statements.attributions import Attribution
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.statements.together import joint
from hiwar.builders.steps import Mention, Passage, Statement
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA

_COVERED = 30  # statements that one attribution covers at most
_WHAT = fold_words(("ما", "بما"))
_PRONOUNS = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم", "هما"))
_BY_THE_MOUTH = b" " + fold_word("على") + b" " + fold_word("لسان") + b" "
_GOES_ON = 2  # words behind an attribution with which a content goes on
_FIRST = 2  # words of a content before an attribution that opens it
_NESTED = 8  # open contents that are looked at for the one around a cue
_TO_HIM = fold_words(("له", "لها", "لهم"))


def find(
    reading: Reading,
    passage: Passage,
    drafts: list[Statement],
    named: list[Attribution],
    earlier: list[Statement],
) -> list[Statement]:
    """Return the statements of a passage, in order, with relays and with the statements they refer to.

    `earlier` are those of the passages before it: a content may run on from there.
    """
    handing_on = sorted(
        (item.start, item.source) for item in named if item.transmits and item.source is not None
    )
    drafts = [_transmitted(reading, draft, handing_on) for draft in drafts]
    relays = _relays(reading, passage, drafts, named)
    offset = len(earlier)
    outer = _outer(drafts)
    firsts: dict[
        int, int
    ] = {}  # the statement that the implicit sources of a sentence continue, by its start
    result: list[Statement] = []
    for number, draft in enumerate(drafts):
        inside = outer[number]
        around = inside + offset if inside is not None else _run_on(earlier, draft)
        cited = _cites(reading, draft.cue_start) if around is None and number else False
        outermost = reading.quotes.outermost(draft.cue_start) if draft.rule.startswith("participle") else None
        sentence = reading.sentences.start(outermost.open if outermost else draft.cue_start, passage)
        continues = None
        if cited:
            around = firsts.get(sentence)
        if draft.mentions[0].start is None and around is None:
            continues = firsts.get(sentence)
            if continues is not None and not _agree(draft, result[continues - offset]):
                continues = None
        chained = draft.rule.startswith("participle") or (
            draft.rule.startswith("noun") and _owned(reading, draft)
        )
        outer_one = (
            None if around is None else earlier[around] if around < offset else result[around - offset]
        )
        apart = outer_one is not None and not _agree(draft, outer_one)  # قال الوزير إن إشادتها
        answered = _answering(reading, draft, drafts[number - 1].cue_end if number else sentence)
        passed_on = any(one.rule == "transmitted" for one in draft.mentions)  # ونقلت عنه الوكالة قوله
        own = chained and draft.mentions[0].start is None and not (apart or passed_on)
        if answered is not None and around is None:
            draft, continues = answered, None
        elif continues is None and own:
            draft = _of_sentence(reading, draft, sentence)
        if outer_one is None:
            firsts[sentence] = number + offset
            passed = relays[number]
        else:
            said = (one for one in outer_one.mentions if one.role == "source" or one.rule == "transmitted")
            passed = [*(mention._replace(role="relay") for mention in said), *relays[number]]
        if (voice := _voice(reading, draft)) is not None:
            draft, passed = _by_the_mouth(reading, draft, voice, passed)
        result.append(
            draft._replace(
                mentions=(*draft.mentions, *passed),
                through=around,
                continues=continues,
            )
        )
    return result


def _voice(reading: Reading, draft: Statement) -> Mention | None:
    """Return who speaks for the source between the cue and the content: أوضحت المديرية على لسان [المتحدث] أن."""
    place = reading.lexed.shadow.find(_BY_THE_MOUTH, draft.cue_end, draft.start)
    if place < 0:
        return None
    span = noun_phrase(reading, place + len(_BY_THE_MOUTH), draft.start, apposition=False)
    return None if span is None else Mention("relay", *span, None, None, "attribution")


def _by_the_mouth(
    reading: Reading, draft: Statement, voice: Mention, passed: list[Mention]
) -> tuple[Statement, list[Mention]]:
    """Return the statement and its relays, with who is spoken for: whose words an outlet brings (قالت صحيفة النهر على لسان [اللاعب])
    says them."""
    source = draft.mentions[0]
    first = reading.word_at_or_after(source.start) if source.start is not None else b""
    if first.removeprefix(AL) not in words("frame", "outlet"):
        return draft, [*passed, voice]
    said = voice._replace(role="source")
    return draft._replace(mentions=(said, *draft.mentions[1:])), [*passed, source._replace(role="relay")]


def _run_on(earlier: list[Statement], draft: Statement) -> int | None:
    """Return the last statement of an earlier passage whose content runs on over the cue."""
    last = len(earlier) - 1
    near = range(last, max(last - _NESTED, -1), -1)
    return next((number for number in near if earlier[number].end > draft.cue_start), None)


def _cites(reading: Reading, position: int) -> bool:
    """Whether a speaker cites the cue: مستشهداً بما قاله، ذاكراً قول."""
    before, at = reading.word_before(position)
    if before in _WHAT:
        before, at = reading.word_before(at)
    return before in words("citing")


def _owned(reading: Reading, draft: Statement) -> bool:
    """Whether a verbal noun carries the pronoun of its speaker (بقوله)."""
    return reading.lexed.shadow[draft.cue_start : draft.cue_end].endswith(_PRONOUNS)


def _agree(one: Statement, other: Statement) -> bool:
    left, right = one.mentions[0], other.mentions[0]
    return left.gender is None or right.gender is None or left.gender == right.gender


def _of_sentence(reading: Reading, draft: Statement, sentence: int) -> Statement:
    """Return the statement with the subject of the sentence that its participle hangs on, where that is no cue's."""
    nearer, subject = last_clause.begins(reading, sentence, draft.cue_start)
    if not nearer:
        subject = main_subject(reading, sentence, draft.cue_start)
    if subject is None:
        return draft
    mention = draft.mentions[0]._replace(start=subject[0], end=subject[1], rule="main-subject")
    return draft._replace(mentions=(mention, *draft.mentions[1:]))


def _answering(reading: Reading, draft: Statement, start: int) -> Statement | None:
    """Return the statement of whoever denies or confirms before its participle what was told (وهو ما نفاه [المدير] مؤكدا) or by
    what he says of it (بقوله)."""
    chained = draft.rule.startswith("participle") or (
        draft.rule.startswith("noun") and _owned(reading, draft)
    )
    if not chained or draft.mentions[0].start is not None:
        return None
    span = answering.who(
        reading,
        max(start, reading.sentences.start(draft.cue_start, reading.passages[draft.passage])),
        draft.cue_start,
    )
    if span is None:
        return None
    mention = draft.mentions[0]._replace(start=span[0], end=span[1], rule="main-subject")
    return draft._replace(mentions=(mention, *draft.mentions[1:]))


def _outer(drafts: list[Statement]) -> list[int | None]:
    """Return for each statement the one in whose content its cue stands."""
    open_: list[int] = []
    outer: list[int | None] = []
    for number, draft in enumerate(drafts):
        while open_ and drafts[open_[-1]].end <= draft.cue_start:
            open_.pop()
        near = reversed(open_[-_NESTED:])
        outer.append(next((o for o in near if drafts[o].start <= draft.cue_start < drafts[o].end), None))
        open_.append(number)
    return outer


def _relays(
    reading: Reading, passage: Passage, drafts: list[Statement], named: list[Attribution]
) -> list[list[Mention]]:
    """Return for each statement the relays that attributions in its sentence name."""
    relays: list[list[Mention]] = [[] for _ in drafts]
    starts = [draft.cue_start for draft in drafts]
    made = set(starts)
    for item in named:
        if item.cue[0] in made or item.own or item.source is None or _received(reading, item.source):
            continue
        if _his_own(reading, item.source):
            continue
        cited = _cited(reading, drafts[max(bisect_left(starts, item.start) - _NESTED, 0) :], item)
        start, end = _scope(reading, passage, item)
        first, at = bisect_left(starts, start), bisect_left(starts, item.start)
        inside = item.before and not (
            first < at and drafts[at - 1].start > item.start
        )  # قال، بحسب الوكالة، إن
        if item.before and not inside:
            first = at - 1
        first = max(first, at - _COVERED) if item.before else first
        last = min(at if inside else bisect_left(starts, end), first + 2 * _COVERED)
        parts = joint(reading, item.source)
        for number in range(first, last):
            if cited and not _opens(reading, drafts[number], cited, item):
                continue
            own = drafts[number].rule.startswith("attribution") or _spoken(reading, drafts[number], item)
            if not own and not _told(drafts[number], relays[number], item.source):
                relays[number].extend(Mention("relay", *part, None, None, "attribution") for part in parts)
    return relays


def _his_own(reading: Reading, source: Span) -> bool:
    """Whether a document is the speaker's own, as the pronoun behind it tells: اعتبرت اللجنة …، بحسب بلاغ لها."""
    after = reading.word_at_or_after(source[1])
    return after in _TO_HIM and reading.known(source[0], ("document",))


def _transmitted(reading: Reading, draft: Statement, handing_on: list[tuple[int, Span]]) -> Statement:
    """Return the statement by the one from whom its speaker has it: قالت الصحيفة نقلا عن مصادر إن العمل بدأ."""
    place = bisect_right(handing_on, draft.cue_start, key=lambda item: item[0])
    if place == len(handing_on) or handing_on[place][0] >= draft.start:
        return draft
    passed = [one._replace(role="relay") if one.role == "source" else one for one in draft.mentions]
    parts = joint(reading, handing_on[place][1])
    sources = (Mention("source", *part, None, None, "attribution") for part in parts)
    return draft._replace(mentions=(*sources, *passed))


def _told(draft: Statement, relays: list[Mention], source: Span) -> bool:
    """Whether a statement names that source already, as its own or as a relay."""
    named = (one for one in draft.mentions if one.role == "relay" or one.rule == "attribution")
    known = [*relays, *named]
    return any(
        one.start is not None and one.end is not None and one.start < source[1] and source[0] < one.end
        for one in known
    )


def _spoken(reading: Reading, draft: Statement, item: Attribution) -> bool:
    """Whether an attribution stands inside the marks of a quotation, so that it is the speaker's own."""
    quote = reading.quotes.around(item.start)
    if quote is None or draft.cue_start >= quote.open:
        return False
    return draft.end <= quote.open or quote.open <= draft.start <= item.start < draft.end


def _opens(reading: Reading, draft: Statement, cited: list[Statement], item: Attribution) -> bool:
    """Whether an attribution that a speaker cites stands where a content begins: أضاف أنه وفقا للخبراء فإن العمل بدأ."""
    return any(one is draft for one in cited) and reading.count_words(draft.start, item.start) <= _FIRST


def _cited(reading: Reading, drafts: list[Statement], item: Attribution) -> list[Statement]:
    """Return the statements in which the speaker himself cites the source: no comma sets it apart, and he goes on behind it."""
    lexed = reading.lexed
    behind = lexed.classes[item.end : item.end + 2]
    if not item.before or COMMA in lexed.classes[max(item.start - 2, 0) : item.start] or COMMA in behind:
        return []
    near = drafts[: 2 * _NESTED]
    return [
        one for one in near if one.start <= item.start and reading.count_words(item.end, one.end) > _GOES_ON
    ]


def _received(reading: Reading, source: Span) -> bool:
    """Whether a document has come to somebody, so that it is the speaker's own: بحسب بيان تلقته الوكالة."""
    document = reading.lexed.hit_at("document", source[0])
    if document is None:
        return False
    follows = next(iter(reading.words_in(document.end, source[1] + 40)), None)
    return follows is not None and reading.lexed.hit_at("received", follows[0]) is not None


def _scope(reading: Reading, passage: Passage, item: Attribution) -> Span:
    """Return the sentence that an attribution covers: one that is a sentence by itself covers the one before."""
    if item.before or covered.text_after(reading, item) is not None:
        return item.sentence
    word, position = reading.word_before(item.sentence[0])
    if position < passage.start or not word:
        return item.sentence
    return reading.sentences.start(position, passage), item.sentence[1]
