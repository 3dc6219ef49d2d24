"""Roles: the offices that a person holds, as an article gives them."""

from hiwar.schema.base import ForeignKey, Row, Table, string


class SpeakerRole(Row):
    """One office of one speaker in one article."""

    role_id: str = string(
        "role",
        "الصفة",
        "The article, `.r`, and the offset where the role stands first.",
        example="000_55083fa5e2494864.1.r200",
        pattern=r"^.*[A-Za-z].*\.r[0-9]+$",
    )
    speaker_id: str = string("speaker", "المتحدث", "Who holds it.", example="p.mHmd_cyAE_AlswdAny")
    article_id: str = string(
        "article", "المقال", "The article that gives it.", example="000_55083fa5e2494864.1"
    )
    role_ar: str = string(
        "role (Arabic)", "الصفة بالعربية", "The office as printed.", example="رئيس مجلس الوزراء"
    )
    role_en: str | None = string(
        "role (English)",
        "الصفة بالإنجليزية",
        "The office in English; written by hand, null in machine rows.",
        example="Prime Minister",
    )
    organization_id: str | None = string(
        "organization",
        "الجهة",
        "The organization or state that the office belongs to, where it is itself a speaker of the dataset.",
        example="o.Hkwmh_ErAqyh",
    )


TABLE = Table(
    name="speaker_roles",
    model=SpeakerRole,
    en="Speaker roles",
    ar="صفات المتحدثين",
    description="The offices that speakers hold, as each article gives them.",
    description_ar="المناصب التي يشغلها المتحدثون كما يذكرها كل مقال.",
    key=("role_id",),
    foreign=(
        ForeignKey(("speaker_id",), "speakers", ("speaker_id",)),
        ForeignKey(("article_id",), "articles", ("article_id",)),
        ForeignKey(("organization_id",), "speakers", ("speaker_id",)),
    ),
    label="role_ar",
)
