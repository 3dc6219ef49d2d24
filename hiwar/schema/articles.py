"""Articles: one row a news text, with what the file itself says of it."""

from datetime import date
from typing import Literal

from hiwar.schema.base import Row, Rule, Table, column, string
from hiwar.schema.vocabulary import REVIEW, Review

BASIS = {
    "stated": "the file says it: a date line, or a dated «today»",
    "inferred": "worked out from this file, or from the same event dated in another file of the set",
    "external": "from general knowledge of the event; only ever set by a reviewer",
    "unknown": "not known; the date is null",
}


class Article(Row):
    """One article."""

    article_id: str = string(
        "article",
        "المقال",
        "The raw file's name without `.txt`, a dot, and the article's position in the file.",
        example="003_987e725a71a5c5d0.1",
        pattern=r"^.*[A-Za-z].*\.[1-9][0-9]*$",
    )
    raw_file: str = string(
        "raw file",
        "الملف الخام",
        "The file under `dataset/raw/` (or the source folder) that the offsets count into.",
        example="003_987e725a71a5c5d0.txt",
    )
    position: int = column(
        "position", "الترتيب", "The article's place among the articles of its file, from 1.", example=1, ge=1
    )
    sha256: str = column(
        "SHA-256 of the file",
        "بصمة الملف",
        "SHA-256 of the raw file's bytes, in hexadecimal.",
        example="419d65d57be16a799bd7c64bedc01576ccd593330eb336fe3308885ce8a25ca7",
        pattern=r"^[0-9a-f]{64}$",
    )
    characters: int = column(
        "characters",
        "عدد المحارف",
        "Length of the whole raw file.",
        example=4516,
        ge=1,
        unit="Unicode code points",
    )
    language: str = column(
        "language",
        "اللغة",
        "BCP 47 tag of the text's language.",
        example="ar",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
    )
    headline: str | None = string(
        "headline",
        "العنوان",
        "The headline as printed; null where the file has none.",
        example="بدء محادثات رسمية عراقية أميركية لإنهاء مهمة التحالف",
    )
    outlet: str | None = string(
        "outlet",
        "وسيلة النشر",
        "Who published the text, from the file itself (a «المصدر: …» line, a byline, a date line). An outlet that is "
        "merely quoted does not count.",
        example="بوابة الوفد",
    )
    item_number: str | None = string(
        "item number",
        "معرّف الخبر",
        "The outlet's own number of the item, in Western digits.",
        example="1441956",
    )
    published_on: date | None = column(
        "published on",
        "تاريخ النشر",
        "The date of publication; null where `published_basis` is unknown.",
        example="2024-01-27",
    )
    published_basis: Literal["stated", "inferred", "external", "unknown"] = column(
        "basis of the date", "أساس التاريخ", "How the date is known.", example="stated", meanings=BASIS
    )
    published_note: str | None = string(
        "note on the date",
        "ملاحظة على التاريخ",
        "For an inferred or external date, the reason in a sentence; for a stated one, the words that state it.",
        example="Date line «تاريخ النشر: 27th, January 2024 GMT»; outlet from «المصدر: بوابة الوفد».",
    )
    review: Review = column(
        "review", "المراجعة", "What the hand-check decided.", example="corrected", meanings=REVIEW
    )


TABLE = Table(
    name="articles",
    model=Article,
    en="Articles",
    ar="المقالات",
    description="One row a news text: the file that holds it and what the file itself says of headline, outlet and date.",
    description_ar="صفّ لكل نص إخباري: الملف الذي ورد فيه، وما يقوله الملف نفسه عن العنوان ووسيلة النشر والتاريخ.",
    key=("article_id",),
    unique=(("raw_file", "position"),),
    rules=(
        Rule(
            "date_has_a_basis",
            "(published_on is None) == (published_basis == 'unknown')",
            "a date stands exactly where its basis is not unknown",
        ),
        Rule(
            "reason_is_kept",
            "published_basis not in ('inferred', 'external') or published_note is not None",
            "an inferred or external date needs its reason in published_note",
        ),
    ),
    label="headline",
    source_text=True,
)
