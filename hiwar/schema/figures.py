"""Figures: quantities that a text states in digits or words."""

from typing import Literal

from hiwar.schema.base import ForeignKey, Row, Rule, Table, column, offset, string
from hiwar.schema.vocabulary import REVIEW, UNIT_PATTERN, Review

QUALIFIERS = {
    "exact": "stated without a qualifier",
    "about": "نحو، حوالي، زهاء، قرابة، ما يقارب، تقريباً",
    "more_than": "أكثر من، ما يزيد على، يفوق",
    "at_least": "ما لا يقل عن، على الأقل",
    "less_than": "أقل من، دون",
    "at_most": "لا يتجاوز، لا يزيد على، كحد أقصى؛ a ceiling",
    "range": "from low to high: بين 3 و5، 3-5",
    "magnitude": "tens, hundreds, thousands, millions: `low` is 10, 100, 1000, 1000000",
}


class Figure(Row):
    """One figure."""

    figure_id: str = string(
        "figure",
        "الرقم",
        "The article, `.f`, and the offset of the number.",
        example="004_5dc3969279ada9b6.1.f400",
        pattern=r"^.*[A-Za-z].*\.f[0-9]+$",
    )
    article_id: str = string(
        "article", "المقال", "The article it stands in.", example="004_5dc3969279ada9b6.1"
    )
    passage_id: str = string(
        "passage", "المقطع", "The passage it stands in.", example="004_5dc3969279ada9b6.p136"
    )
    statement_id: str | None = string(
        "statement",
        "التصريح",
        "The innermost statement whose content holds it; null where the number is the reporter's own.",
        example="004_5dc3969279ada9b6.1.s347",
    )
    text: str = string(
        "text",
        "النص",
        "From the qualifier (or the numeral) to the end of the counted noun and its adjectives, as printed.",
        example="حوالي 60 بالمائة من قوات التحالف",
    )
    start: int = offset("start", "البداية", "Where the text begins.", example=394)
    end: int = offset("end", "النهاية", "Where it ends; half-open, `raw[start:end] == text`.", example=426)
    number: str = string(
        "number",
        "العدد كما ورد",
        "The numeral alone, with its percent sign or word, as printed.",
        example="60 بالمائة",
    )
    number_start: int = offset("number start", "بداية العدد", "Where the number begins.", example=400)
    number_end: int = offset("number end", "نهاية العدد", "Where the number ends; half-open.", example=410)
    value: float | None = column(
        "value",
        "القيمة",
        "The number in full (23000; 60 for 60 %); null for a range or a magnitude.",
        example=60,
    )
    low: float | None = column(
        "low",
        "الحد الأدنى",
        "The lower end of a range, or what a magnitude starts at; else null.",
        example=10,
    )
    high: float | None = column("high", "الحد الأعلى", "The upper end of a range; else null.", example=5000)
    qualifier: Literal[
        "exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "magnitude"
    ] = column("qualifier", "الدقة", "How firmly the number is stated.", example="about", meanings=QUALIFIERS)
    unit: str = column(
        "unit",
        "الوحدة",
        "`item` for things and people counted, `percent`, a span of time (`second` to `year`; a decade is 10 years), an ISO 4217 "
        "code for money, an SI symbol for measures, `barrel`.",
        example="percent",
        pattern=UNIT_PATTERN,
    )
    counted: str | None = string(
        "counted",
        "المعدود",
        "The noun phrase that is counted or measured, as printed; null where none stands or where it is only the unit.",
        example="من قوات التحالف",
    )
    measure_id: str | None = string(
        "measure",
        "المقياس",
        "What is measured, in a way that holds across articles; set by hand, null in machine rows.",
        example="coalition_forces_left_share",
    )
    as_of: str | None = column(
        "as of",
        "في تاريخ",
        "The day, month or year that the value holds for, where the text tells; else null.",
        example="2014",
        pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    )
    rule: str = string(
        "rule",
        "القاعدة",
        "The builder's rule that made the row; `reviewer` for an added one.",
        example="partitive",
    )
    review: Review = column(
        "review", "المراجعة", "What the hand-check decided.", example="accepted", meanings=REVIEW
    )


TABLE = Table(
    name="figures",
    model=Figure,
    en="Figures",
    ar="الأرقام",
    description="Quantities that the texts state in digits or words: how many, how much, how long, what share.",
    description_ar="الكميات التي تذكرها النصوص بالأرقام أو بالكلمات: كم عدداً، وكم مقداراً، وكم مدةً، وأي نسبة.",
    key=("figure_id",),
    foreign=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("passage_id",), "passages", ("passage_id",)),
        ForeignKey(("statement_id",), "statements", ("statement_id",)),
        ForeignKey(("measure_id",), "measures", ("measure_id",)),
    ),
    unique=(("article_id", "number_start"),),
    rules=(
        Rule("span_is_not_empty", "start < end", "a span ends after it starts"),
        Rule(
            "number_lies_in_the_text",
            "start <= number_start and number_start < number_end and number_end <= end",
            "the number lies inside the figure's span",
        ),
        Rule(
            "range_has_both_ends",
            "qualifier != 'range' or (value is None and low is not None and high is not None and low <= high)",
            "a range has low and high, in that order, and no value",
        ),
        Rule(
            "magnitude_has_low",
            "qualifier != 'magnitude' or (value is None and low is not None and high is None)",
            "a magnitude has low alone",
        ),
        Rule(
            "others_have_a_value",
            "qualifier in ('range', 'magnitude') or (value is not None and low is None and high is None)",
            "every other figure has a value and neither low nor high",
        ),
    ),
    label="text",
    source_text=True,
)
