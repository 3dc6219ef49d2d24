"""Passages: every non-blank line of a raw file, with what kind of line it is."""

from typing import Literal

from hiwar.schema.base import ForeignKey, Row, Rule, Table, column, offset, string

KINDS = {
    "headline": "the article's title",
    "subhead": "kicker, second headline or crosshead",
    "meta": "publication data: outlet, date line, item number, source or keyword line, byline on its own",
    "body": "running text",
    "repeat": "a line whose text already stood in an earlier line of the same file (wins over the other kinds)",
    "furniture": "page chrome: comment and share counters, comment rules, «read also» labels, menu words",
}


class Passage(Row):
    """One passage."""

    passage_id: str = string(
        "passage",
        "المقطع",
        "The raw file's name without `.txt`, `.p`, and the offset of the passage's first character.",
        example="003_987e725a71a5c5d0.p0",
        pattern=r"^.*[A-Za-z].*\.p[0-9]+$",
    )
    raw_file: str = string(
        "raw file",
        "الملف الخام",
        "The file that the passage is a line of.",
        example="003_987e725a71a5c5d0.txt",
    )
    article_id: str | None = string(
        "article",
        "المقال",
        "The article that the passage belongs to; null for furniture that belongs to none.",
        example="003_987e725a71a5c5d0.1",
    )
    position: int = column("position", "الترتيب", "The passage's place in its file, from 1.", example=1, ge=1)
    kind: Literal["headline", "subhead", "meta", "body", "repeat", "furniture"] = column(
        "kind",
        "النوع",
        "What kind of line it is. Statements and figures are read from headline, subhead and body only.",
        example="headline",
        meanings=KINDS,
    )
    start: int = offset("start", "البداية", "Where the trimmed line begins in the raw file.", example=0)
    end: int = offset("end", "النهاية", "Where it ends; half-open, `raw[start:end] == text`.", example=52)
    text: str = string(
        "text",
        "النص",
        "The line as printed, without white space at its ends.",
        example="بدء محادثات رسمية عراقية أميركية لإنهاء مهمة التحالف",
    )
    repeats: str | None = string(
        "repeats",
        "يكرر",
        "For a `repeat`, the earlier passage that already had this text.",
        example="000_55083fa5e2494864.p0",
    )


TABLE = Table(
    name="passages",
    model=Passage,
    en="Passages",
    ar="المقاطع",
    description="Every non-blank line of the raw files, trimmed and in order; together they cover every character that is "
    "not white space.",
    description_ar="كل سطر غير فارغ من الملفات الخام، مرتّبة كما وردت، وتغطّي معاً كل حرف سوى الفراغات.",
    key=("passage_id",),
    foreign=(
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("repeats",), "", ("passage_id",)),
    ),
    unique=(("raw_file", "position"),),
    rules=(
        Rule("span_is_not_empty", "start < end", "a span ends after it starts"),
        Rule(
            "repeat_names_its_line",
            "(kind == 'repeat') == (repeats is not None)",
            "`repeats` stands exactly on passages of kind repeat",
        ),
        Rule(
            "belongs_to_an_article",
            "kind == 'furniture' or article_id is not None",
            "only furniture may belong to no article",
        ),
    ),
    label="text",
    source_text=True,
)
