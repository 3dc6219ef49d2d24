"""Origins: where each text of a folder build was seen. Not a table of the dataset: it stands beside them."""

from hiwar.schema.base import Row, Table, column, string

SHA256 = r"^[0-9a-f]{64}$"


class Origin(Row):
    """One place where a text was seen; a text that was seen twice has two rows."""

    origin: str = string(
        "place",
        "الموضع",
        "The name of the place: the path below the source folder, `/` and the member of an archive, `~` and the record.",
        example="news.jsonl~12",
    )
    raw_file: str = string(
        "raw file",
        "الملف الخام",
        "The text, as `articles`, `passages` and `raw_texts` name it: the first of the places where it was seen.",
        example="news.jsonl~12",
    )
    path: str = string("path", "المسار", "The file, below the source folder.", example="news.jsonl")
    member: str | None = string(
        "member", "العضو", "The file within an archive; null outside of one.", example="2024/a.txt"
    )
    record: int | None = column(
        "record",
        "السجل",
        "The line, row or response in a file that holds more than one text, from 1; null where the file is the text.",
        example=12,
        ge=1,
    )
    url: str | None = string(
        "address",
        "العنوان الشبكي",
        "The address that the source gives for it.",
        example="https://example.org/a",
    )
    fetched_at: str | None = string(
        "fetched at",
        "وقت الجلب",
        "When a crawl fetched it, as the crawl writes it.",
        example="2024-01-27T09:30:00Z",
    )
    sha256: str = column(
        "SHA-256 of the record",
        "بصمة السجل",
        "SHA-256 of the record's bytes as they stood: the file, the member, the line, the row (its fields with U+001F "
        "between), the raw page. The digest of the stored text is in `articles`.",
        example="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        pattern=SHA256,
    )
    encoding: str = string(
        "encoding", "الترميز", "The encoding that the record was read from.", example="windows-1256"
    )
    extractor: str | None = string(
        "extractor",
        "المستخرِج",
        "For a text extracted from a page, the package that did it, with its version; null where the record is the text.",
        example="trafilatura 2.3.1",
    )


class Rejected(Row):
    """Records that became no article."""

    file: str = string("place", "الموضع", "The place, named as in `origins`.", example="news.jsonl~17")
    reason: str = string("reason", "السبب", "Why, and what to do.", example="is empty")
    records: int = column(
        "records",
        "عدد السجلات",
        "How many records: one, but where a crawl's file leaves many out for one reason.",
        example=1,
        ge=1,
    )


ORIGINS = Table(
    name="origins",
    model=Origin,
    en="Origins",
    ar="المصادر",
    description="Where each text was seen: every record that became an article, with its address, digest and encoding.",
    description_ar="أين وُجد كل نص: كل سجل صار مقالاً، مع عنوانه وبصمته وترميزه.",
    key=("origin",),
)
REJECTS = Table(
    name="rejects",
    model=Rejected,
    en="Rejects",
    ar="المرفوضات",
    description="The records that became no article, with the reason.",
    description_ar="السجلات التي لم تصر مقالات، مع السبب.",
    key=("file", "reason"),
)
