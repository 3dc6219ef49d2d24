"""Measures: what figures measure, in a way that holds across articles."""

from hiwar.schema.base import Row, Table, column, string
from hiwar.schema.vocabulary import UNIT_PATTERN


class Measure(Row):
    """One thing that is measured."""

    measure_id: str = column(
        "measure",
        "المقياس",
        "A short name in lower case and underscores.",
        example="us_troops_in_iraq",
        pattern=r"^[a-z][a-z0-9_]*$",
    )
    label_en: str = string(
        "label (English)", "التسمية بالإنجليزية", "What is measured, in English.", example="US troops in Iraq"
    )
    label_ar: str = string(
        "label (Arabic)",
        "التسمية بالعربية",
        "What is measured, in Arabic.",
        example="الجنود الأميركيون في العراق",
    )
    unit: str = column(
        "unit", "الوحدة", "The unit that all its figures share.", example="item", pattern=UNIT_PATTERN
    )
    description_en: str = string(
        "description (English)",
        "وصف بالإنجليزية",
        "What counts as this measure and what does not.",
        example="Number of US soldiers stationed in Iraq.",
    )


TABLE = Table(
    name="measures",
    model=Measure,
    en="Measures",
    ar="المقاييس",
    description="What figures measure, named so that sources can be compared across articles. Set by hand.",
    description_ar="ما تقيسه الأرقام، بأسماء تتيح مقارنة المصادر عبر المقالات. تُحدَّد يدوياً.",
    key=("measure_id",),
    label="label_en",
)
