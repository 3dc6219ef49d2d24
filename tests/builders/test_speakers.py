"""Speakers: each rule on its examples, one speaker for all spellings, and what holds for any text."""

import re
import tomllib
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiwar.builders.rows import take_steps
from hiwar.builders.speakers import Resolved, merge, resolve
from hiwar.builders.speakers.rules import RULES
from hiwar.builders.steps import Article, Mention, Passage, Statement
from hiwar.builders.text.lex import Lexed
from tests.conftest import ROOT

CORPUS = tomllib.loads((ROOT / "tests/corpus/speakers.toml").read_text("utf-8"))
ARTICLE = Article(1, None, None, None, None, "unknown", None)
MARKED = re.compile(r"\{([~!]?)([^:}]+)(?::(\w)(\w))?\}|\[(\^?)([^\]]+)\]")


def read(marked: str, article: int = 1) -> tuple[Lexed, list[Passage], list[Statement]]:
    """Return a text from the corpus, its passages (the lines) and its statements."""
    text, cues, mentions, last = "", [], [], 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        start = len(text)
        text += match[2] or match[6]
        if match[2]:
            cues.append((start, len(text), match[3], match[4], match[1]))
        else:
            mentions.append((start, len(text), len(cues) if match[5] else len(cues) - 1))
    text += marked[last:]
    lexed = Lexed(text)
    passages, statements = [], []
    for line in re.finditer("[^\n]+", text):
        passages.append(
            Passage(
                "body", lexed.position(line.start()), lexed.position(line.end()), article, None, "paragraph"
            )
        )
    for number, (start, end, gender, count, mark) in enumerate(cues):
        own = [(first, stop) for first, stop, cue in mentions if cue == number]
        stop = text.find(".", own[-1][1] if own else end)
        found = tuple(
            Mention("source", lexed.position(a), lexed.position(b), gender, count, "") for a, b in own
        )
        found = found or (Mention("source", None, None, gender, count, ""),)
        found += (Mention("relay", None, None, None, None, ""),) if mark == "~" else ()
        passage = text.count("\n", 0, start)
        statements.append(
            Statement(
                passage, lexed.position(start), lexed.position(end), lexed.position(own[-1][1] if own and own[-1][1] > end else end),
                lexed.position(stop if stop > 0 else len(text)), "indirect", "say",
                found, "", (), through=number - 1 if mark == "~" else None,
            )
        )  # fmt: skip
    return lexed, passages, statements


def resolved(marked: str) -> Resolved:
    lexed, passages, statements = read(marked)
    return resolve(lexed, passages, [ARTICLE], statements)


def test_a_title_inside_speech_is_another_speaker() -> None:
    found = resolved("{قال} [سالم نصار] إننا سمعنا [^رئيس الوزراء المجري] {~يقول:ms} إن العمل بدأ")
    names = {speaker.key: speaker.name for speaker in found.speakers}
    sources = [names[one.speaker] for one in found.attributions if one.role == "source"]
    assert sources == ["سالم نصار", "رئيس الوزراء المجري"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "{أوضح} [فادي نصار] أن الطبيب رامي الحداد كان قد أطلق نداء {~دعا:ms} فيه إلى التطوع.",
            "رامي الحداد",
        ),
        ("{ذكرت} [مصادر] أن إدارة نادي الساحل، {~أبدت:fs} استياءها من التأجيل.", "إدارة نادي الساحل"),
        ("{قال} [فادي نصار] إن رامي الحداد زار المصنع الذي {~وصفه:ms} بالكبير.", "فادي نصار"),
        ("{قال} [فادي نصار] إن هدى الصباغ غائبة، لكنه {~توقع:ms} عودتها.", "فادي نصار"),
    ],
)
def test_a_verb_inside_speech_goes_back_to_the_subject_of_its_clause(marked: str, name: str) -> None:
    found = resolved(marked)
    names = {speaker.key: speaker.name for speaker in found.speakers}
    assert [names[one.speaker] for one in found.attributions if one.role == "source"][-1] == name


def last_source(marked: str) -> tuple[str, str]:
    """Return "name | kind | form" and the rule of the last attribution, or of that of the cue `{!word}`."""
    found = resolved(marked)
    speakers = {speaker.key: speaker for speaker in found.speakers}
    marks = [match[1] for match in MARKED.finditer(marked) if match[2]]
    meant = marks.index("!") if "!" in marks else len(marks)
    source = [one for one in found.attributions if one.statement <= meant][-1]
    speaker = speakers[source.speaker]
    return f"{speaker.name} | {speaker.kind} | {source.form}", source.rule


CASES = [
    pytest.param(rule, answer, marked, expected, id=f"{rule}-{answer}-{number}")
    for rule, entry in CORPUS.items()
    for answer in ("yes", "no")
    for number, (marked, expected) in enumerate(entry[answer])
]


@pytest.mark.parametrize(("rule", "answer", "marked", "expected"), CASES)
def test_corpus(rule: str, answer: str, marked: str, expected: str) -> None:
    source, by = last_source(marked)
    assert source == expected
    assert (by == rule) == (answer == "yes"), by


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأوضح عميد التعليم المستمر والتعليم عن بعد الدكتور سالم نصار أن البرنامج بدأ.", "سالم نصار"),
        ("أوضح المسؤول عن هذه القوارب نور الدين حداد، أن الأشرعة جاهزة.", "نور الدين حداد"),
        ("أعلن رئيس حزب الحركة البحرية، دولت بهشلي، أن القائمة جاهزة.", "دولت بهشلي"),
        ("أعلن رئيس نادي الساحل عبد الله القريني ترشحه للرئاسة.", "عبد الله القريني"),
        ("وأوضح رئيس لجنة السدود ومدير عام صندوق المياه المهندس سالم نصار أن العمل بدأ.", "سالم نصار"),
        ("وأكد المدير العام لبرنامج مستشفى الساحل، الدكتور سالم نصار: أن العمل بدأ.", "سالم نصار"),
        ("ودعا باحث سوري متخصص في الآثار، وزير الثقافة الدكتور سالم نصار، إلى صون القلاع.", "باحث سوري متخصص في الآثار"),
        ("وأكد مدير المركز بعد وفاة الدكتور سالم نصار أن العمل مستمر.", "مدير المركز"),
        ("أشار خبراء إلى أن النهر عال، ودعوا السكان إلى الحذر.", "خبراء"),
        ("وحذر خبراء من أن رامي الحداد وماجد حداد غائبان، ودعوا السكان إلى الحذر.", "خبراء"),
        ("وأشار سالم نصار في مقال له، نشرته صحيفة الساحل، إلى أن البحر هادئ.", "سالم نصار"),
    ],
)  # fmt: skip
def test_one_speaks_in_the_whole_text(text: str, speaker: str) -> None:
    steps = take_steps(text)
    names = {one.key: one.name for one in steps.speakers}
    sources = {names[one.speaker] for one in steps.attributions if one.role == "source"}
    assert sources == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "قال سالم نصار إن العمل بدأ. وعثر الحارس على كتب صفراء تحث على الكسل.",
        "قال سالم نصار إن العمل بدأ. وفي المخزن تلك الصناديق التي تؤكد طول الرحلة.",
        "قال سالم نصار إن المدن الساحلية في الإقليم تطالب بالمزيد من الظل.",
        "قال سالم نصار إن العمل بدأ، والناظر من بعيد إلى هذه القرى القديمة رأوا أنها جميلة.",
    ],
)  # fmt: skip
def test_nobody_else_speaks(text: str) -> None:
    assert {one.statement for one in take_steps(text).attributions if one.role == "source"} == {0}


def test_a_body_is_taken_up_before_an_agency_that_was_only_cited() -> None:
    steps = take_steps(
        "أعلنت وكالة السدود أن الماء وفير. والخزان مليء منذ أيام، وفقا لرويترز. وأضافت الوكالة أن السد آمن."
    )
    names = {one.key: one.name for one in steps.speakers}
    last = [one for one in steps.attributions if one.role == "source"][-1]
    assert names[last.speaker] == "وكالة السدود"


def test_whoever_conveys_anothers_word_goes_on_himself() -> None:
    steps = take_steps("نقل المدير سالم نصار تأكيد الوزير رامي الحداد أن السد آمن، وقال إن الماء وفير.")
    names = {one.key: one.name for one in steps.speakers}
    sources = [names[one.speaker] for one in steps.attributions if one.role == "source"]
    assert sources == ["رامي الحداد", "سالم نصار"]


def test_two_names_before_a_dual_are_two_people() -> None:
    steps = take_steps("أما رامي حسن وعبدالكريم باسنبل فيقولان: البحر هادئ هذا المساء.")
    assert [(one.name, one.kind) for one in steps.speakers] == [
        ("رامي حسن", "person"),
        ("عبدالكريم باسنبل", "person"),
    ]


def test_nobody_speaks_where_nobody_is_made_to() -> None:
    text = "كتاب البحر\nالمتأمل في كتاب سالم نصار، والمتأمل في أبوابه الكثيرة يجد أن البحر هادئ."
    assert take_steps(text).attributions == []


def test_every_rule_has_examples() -> None:
    assert set(CORPUS) == set(RULES)
    assert [rule for rule, entry in CORPUS.items() if not (entry["yes"] and entry["no"])] == []


def test_one_speaker_for_all_spellings() -> None:
    texts = {
        "a": "{قال} [الوزير أحمد عبد الله] إن. {وقال} [عبدالله] إن. {وأكدت} [أميركا] أن. {وأعلنت} [حماس] أن.",
        "b": "{قال} [احمد عبدالله] إن. {وأكدت} [الولايات المتحدة الأمريكية] أن. {وأعلنت} [حركة حماس] أن. {وأعلنت} [وزارة الدفاع الأمريكية] أن.",
        "c": "{وأعلنت} [وزارة الدفاع الأميركية] أن. {قال} [أحمـد عبد اللـه] إن. {وأكدت} [واشنطن] أن. {وأعلنت} [حماس] أن.",
    }
    speakers = merge({name: resolved(text).speakers for name, text in texts.items()})
    assert sorted((one.kind, one.name) for one in speakers.values()) == [
        ("organization", "حركة حماس"),
        ("organization", "وزارة الدفاع الأميركية"),
        ("person", "أحمد عبد الله"),
        ("state", "الولايات المتحدة"),
    ]


def test_two_people_with_one_surname_stay_two() -> None:
    texts = {
        "a": "{قال} [الوزير أحمد الشامي] إن العمل بدأ. {وأضاف} [الشامي] أنه مستمر.",
        "b": "{قال} [المدير كريم الشامي] إن العمل بدأ. {وأضاف} [الشامي] أنه مستمر.",
        "c": "{قال} [الشامي] إن العمل بدأ.",
        "d": "{قال} [الشامي] إن العمل بدأ.",
    }
    assert len(merge({name: resolved(text).speakers for name, text in texts.items()})) == 4


def test_nameless_speakers_hold_in_their_article_only() -> None:
    said = "{قال} [مصدر أمني] إن العمل بدأ."
    assert len(merge({name: resolved(said).speakers for name in "ab"})) == 2


def test_the_order_of_texts_does_not_matter() -> None:
    texts = {name: resolved(entry["yes"][0][0]).speakers for name, entry in list(CORPUS.items())[:4]}
    one, *others = [merge({name: texts[name] for name in order}) for order in permutations(texts)]
    assert all(list(other.items()) == list(one.items()) for other in others)


def test_offices() -> None:
    marked = "{قال} [وزير الزراعة المصري الدكتور كريم الشامي] إن. {وأضاف} [الوزير] أن."
    lexed, passages, statements = read(marked)
    roles = resolve(lexed, passages, [ARTICLE], statements).roles
    assert [lexed.raw_text(role.start, role.end) for role in roles] == ["وزير الزراعة المصري"]


PIECES = st.sampled_from(
    ["{قال} ", "{وأضاف:ms} ", "[وزير النقل] ", "[سالم نصار] ", "[البيان] ", "[مكتبه] ", "[المصدر] ", "[«] ", "[واشنطن] ", "[ال] ",
     "المتحدث باسم ", "عبد ", "بن ", "الدكتور ", "د. ", "رئيس ", "للوزارة ", "«", "»", "\n", ".", "،", "(", ")", "ـ", "َ", "12 ", "إن "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_never_raises_and_every_speaker_has_a_name(marked: str) -> None:
    lexed, passages, statements = read(marked)
    found = resolve(lexed, passages, [ARTICLE], statements)
    speakers = {speaker.key: speaker for speaker in found.speakers}
    assert all(speaker.name and speaker.name in speaker.names for speaker in speakers.values())
    for attribution in found.attributions:
        assert attribution.speaker in speakers
        assert attribution.rule in RULES
        assert (attribution.form == "implicit") == (attribution.start is None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.data())
def test_any_span_can_be_a_mention(text: str, data: Any) -> None:
    lexed = Lexed(text)
    place = st.integers(0, len(lexed))
    start, end = sorted((data.draw(place), data.draw(place)))
    said = Statement(
        0, start, end, start, end, "indirect", "say", (Mention("source", start, end, "f", "p", ""),), "", ()
    )
    resolve(lexed, [Passage("body", 0, len(lexed), 1, None, "")], [ARTICLE], [said, said])


def test_whoever_acts_in_what_a_report_vouches_for_goes_on() -> None:
    steps = take_steps("زارت المديرة هدى الصباغ القرية، حسب التقارير. وقالت إن البئر نظيفة.")
    names = {one.key: one.name for one in steps.speakers}
    sources = [names[one.speaker] for one in steps.attributions if one.role == "source"]
    assert sources == ["التقارير", "هدى الصباغ"]
