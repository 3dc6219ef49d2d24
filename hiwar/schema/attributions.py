"""Attributions: who stands behind a statement."""

from typing import Literal

from hiwar.schema.base import ForeignKey, Row, Rule, Table, column, offset, string
from hiwar.schema.vocabulary import REVIEW, Review

ROLES = {"source": "is made to say it", "relay": "passes on what the source says"}
FORMS = {
    "named": "a proper name",
    "titled": "a description that points at one known speaker («the Prime Minister», «the spokesman»)",
    "document": "a statement or report, resolved to its issuer where the text tells",
    "implicit": "no mention: the subject is only in the verb or participle",
    "unnamed": "a source without a name",
}


class Attribution(Row):
    """One pair of statement and speaker."""

    attribution_id: str = string(
        "attribution",
        "الإسناد",
        "The statement, a dot, the role, and its number among the statement's attributions of that role.",
        example="003_987e725a71a5c5d0.1.s208.source1",
        pattern=r"^.*[A-Za-z].*\.(source|relay)[1-9][0-9]*$",
    )
    statement_id: str = string(
        "statement", "التصريح", "What is attributed.", example="003_987e725a71a5c5d0.1.s208"
    )
    speaker_id: str = string("speaker", "المتحدث", "To whom.", example="p.mHmd_cyAE_AlswdAny")
    role: Literal["source", "relay"] = column(
        "role",
        "الدور",
        "Whether the speaker is made to say it or passes it on. Never the article's own outlet, never the speaker's own "
        "statement, never a receipt.",
        example="source",
        meanings=ROLES,
    )
    form: Literal["named", "titled", "document", "implicit", "unnamed"] = column(
        "form", "الصيغة", "How the sentence refers to the speaker.", example="named", meanings=FORMS
    )
    mention: str | None = string(
        "mention",
        "الذكر",
        "The noun phrase in the text with title and apposition; null when the subject is only in the verb.",
        example="رئيس الوزراء العراقي محمد شياع السوداني",
    )
    mention_start: int | None = offset(
        "mention start", "بداية الذكر", "Where the mention begins.", example=212
    )
    mention_end: int | None = offset(
        "mention end", "نهاية الذكر", "Where the mention ends; half-open.", example=251
    )
    rule: str = string(
        "rule",
        "القاعدة",
        "The builder's rule that made the row; `reviewer` for an added one.",
        example="title_and_name",
    )
    review: Review = column(
        "review", "المراجعة", "What the hand-check decided.", example="accepted", meanings=REVIEW
    )


TABLE = Table(
    name="attributions",
    model=Attribution,
    en="Attributions",
    ar="الإسنادات",
    description="Who stands behind a statement: one row for each pair of statement and speaker.",
    description_ar="من يقف وراء كل تصريح: صفّ لكل تصريح مع كل متحدث.",
    key=("attribution_id",),
    foreign=(
        ForeignKey(("statement_id",), "statements", ("statement_id",)),
        ForeignKey(("speaker_id",), "speakers", ("speaker_id",)),
    ),
    unique=(("statement_id", "speaker_id", "role"),),
    rules=(
        Rule(
            "implicit_has_no_mention",
            "(form == 'implicit') == (mention is None)",
            "a mention stands exactly where the form is not implicit",
        ),
        Rule(
            "mention_is_a_span",
            "(mention is None) == (mention_start is None) and (mention is None) == (mention_end is None)",
            "mention, mention_start and mention_end stand together",
        ),
        Rule(
            "mention_is_not_empty",
            "mention_start is None or mention_end is None or mention_start < mention_end",
            "a mention ends after it starts",
        ),
    ),
    label="attribution_id",
    source_text=True,
)
