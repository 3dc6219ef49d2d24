"""Statements: content that a text attributes to a source."""

from datetime import date
from typing import Literal

from hiwar.schema.base import ForeignKey, Row, Rule, Table, column, offset, string
from hiwar.schema.vocabulary import REVIEW, Review

TYPES = {
    "direct": "all of it stands between quotation marks; the span is what stands between them",
    "indirect": "no quotation marks around speech",
    "mixed": "partly in quotation marks (two words or more of speech); the span covers the whole reported clause",
}
ACTS = {
    "say": "says, mentions, states, adds, explains, considers, expects; also «according to»",
    "affirm": "affirms, stresses, insists, concedes",
    "announce": "announces, reveals, discloses",
    "call": "calls for, demands, urges, asks for, advises, instructs",
    "pledge": "pledges, promises, commits to",
    "threaten": "threatens",
    "warn": "warns, cautions",
    "praise": "welcomes, praises, thanks, congratulates",
    "condemn": "condemns, denounces, criticises, complains of, accuses",
    "deny": "denies, rejects",
    "claim": "claims without the text vouching for it; claims responsibility",
    "ask": "asks, wonders",
    "express": "voices a feeling: expresses appreciation, regret, surprise",
}


class Statement(Row):
    """One statement: one cue, one row."""

    statement_id: str = string(
        "statement",
        "التصريح",
        "The article, `.s`, and the offset of the cue.",
        example="001_08b63b4514a026e0.1.s3177",
        pattern=r"^.*[A-Za-z].*\.s[0-9]+$",
    )
    article_id: str = string(
        "article", "المقال", "The article it stands in.", example="001_08b63b4514a026e0.1"
    )
    passage_id: str = string(
        "passage", "المقطع", "The passage that the cue stands in.", example="001_08b63b4514a026e0.p3024"
    )
    type: Literal["direct", "indirect", "mixed"] = column(
        "type", "النوع", "Whether the content stands in quotation marks.", example="indirect", meanings=TYPES
    )
    act: Literal[
        "say",
        "affirm",
        "announce",
        "call",
        "pledge",
        "threaten",
        "warn",
        "praise",
        "condemn",
        "deny",
        "claim",
        "ask",
        "express",
    ] = column(
        "act",
        "الفعل الكلامي",
        "What is done in saying it, from the cue's lemma.",
        example="say",
        meanings=ACTS,
    )
    cue: str = string("cue", "كلمة النقل", "The single word that carries the reporting.", example="أشارت")
    cue_start: int = offset(
        "cue start", "بداية كلمة النقل", "Where the cue begins, after a glued و or ف.", example=3177
    )
    cue_end: int = offset("cue end", "نهاية كلمة النقل", "Where the cue ends.", example=3182)
    start: int = offset("start", "البداية", "Where the content begins.", example=3190)
    end: int = offset(
        "end", "النهاية", "Where the content ends; half-open, `raw[start:end] == text`.", example=3247
    )
    text: str = string(
        "content",
        "المضمون",
        "The longest run that the source is made to say, as printed.",
        example="اللجنة تعمل على بناء شراكة أمنية ثنائية دائمة بين البلدين",
    )
    gloss_en: str | None = string(
        "English gloss",
        "ترجمة إنجليزية",
        "A faithful English translation of the content; written by hand, null in machine rows.",
        example="the commission is working to build an enduring bilateral security partnership between the two countries",
    )
    said_on: date | None = column(
        "said on",
        "تاريخ القول",
        "When it was said, where the text tells («yesterday, Friday» counts from the article's date); else null.",
        example="2024-01-26",
    )
    rule: str = string(
        "rule",
        "القاعدة",
        "The builder's rule that made the row; `reviewer` for an added one.",
        example="verb-preposition",
    )
    review: Review = column(
        "review", "المراجعة", "What the hand-check decided.", example="accepted", meanings=REVIEW
    )


TABLE = Table(
    name="statements",
    model=Statement,
    en="Statements",
    ar="التصريحات",
    description="Content that a text attributes to a source as said, written, announced, demanded, promised or claimed: one "
    "cue, one statement.",
    description_ar="كلام ينسبه النص إلى مصدر قاله أو كتبه أو أعلنه أو طالب به أو وعد به أو زعمه: كلمة نقل واحدة، تصريح واحد.",
    key=("statement_id",),
    foreign=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("passage_id",), "passages", ("passage_id",)),
    ),
    unique=(("article_id", "cue_start"),),
    rules=(
        Rule("span_is_not_empty", "start < end", "a span ends after it starts"),
        Rule("cue_is_not_empty", "cue_start < cue_end", "a cue ends after it starts"),
    ),
    label="text",
    source_text=True,
)
