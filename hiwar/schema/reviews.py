"""Reviews: what the builder proposed, and what the hand-check made of it."""

from typing import Literal

from hiwar.schema.base import Row, Rule, Table, column, string

DECISIONS = {
    "accepted": "the proposal stands",
    "corrected": "the proposal stands with changes; one row for each changed column",
    "added": "the builder had missed it",
    "rejected": "the proposal is not a row; it is not published",
}
REVIEWED = Literal["articles", "passages", "speakers", "statements", "attributions", "figures"]


class ReviewRow(Row):
    """One decision, or one changed column of a correction."""

    review_id: str = string(
        "review entry",
        "قيد المراجعة",
        "Table, row and, for a correction, column, with colons between.",
        example="statements:002_bf77667ad34e270b.1.s1198:end",
        pattern=r"^.*[A-Za-z].*$",
    )
    table_name: REVIEWED = column(
        "table",
        "الجدول",
        "The table that was reviewed.",
        example="statements",
        meanings={
            name: f"a row of `{name}`"
            for name in ("articles", "passages", "speakers", "statements", "attributions", "figures")
        },
    )
    row_id: str = string("row", "الصف", "The row that was judged.", example="002_bf77667ad34e270b.1.s1198")
    decision: Literal["accepted", "corrected", "added", "rejected"] = column(
        "decision", "القرار", "What was decided.", example="corrected", meanings=DECISIONS
    )
    field: str | None = string(
        "column", "العمود", "For a correction, the column that was changed.", example="end"
    )
    proposed: str | None = string(
        "proposed", "المقترح", "What the builder had there; null for nothing.", example="1404"
    )
    published: str | None = string(
        "published", "المنشور", "What stands there now; null for nothing.", example="1339"
    )
    note: str | None = string(
        "note",
        "ملاحظة",
        "Why, with the rule of the codebook that settled it.",
        example="§4: the full stop stays out",
    )


TABLE = Table(
    name="reviews",
    model=ReviewRow,
    en="Reviews",
    ar="المراجعات",
    description="Every decision of the hand-check: what the builder proposed and what review changed.",
    description_ar="كل قرار من المراجعة اليدوية: ما اقترحه البرنامج وما غيّرته المراجعة.",
    key=("review_id",),
    rules=(
        Rule(
            "correction_names_its_column",
            "(decision == 'corrected') == (field is not None)",
            "a column is named exactly where a decision corrects one",
        ),
    ),
    label="review_id",
)
