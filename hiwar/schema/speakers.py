"""Speakers: whoever says something, one row however the name is spelt."""

from typing import Literal

from hiwar.schema.base import Row, Table, column, string
from hiwar.schema.vocabulary import REVIEW, Review

KINDS = {
    "person": "a person with a name",
    "organization": "a ministry, office, force, party, outlet, named armed group, or «the authorities» of a country",
    "state": "a country, or its capital standing for it",
    "document": "a report or study whose issuer is not told",
    "unnamed": "people or groups without a name; a speaker of its own for each article",
}


class Speaker(Row):
    """One speaker."""

    speaker_id: str = string(
        "speaker",
        "المتحدث",
        "The kind's first letter, a dot, and the folded name in safe Buckwalter transliteration; for a speaker that holds "
        "in one article only (unnamed, or a surname alone) the article first; for a state its ISO code. It does not "
        "change when a spelling is corrected.",
        example="p.mHmd_cyAE_AlswdAny",
        pattern=r"^[posdu]\..*[A-Za-z].*$",
    )
    kind: Literal["person", "organization", "state", "document", "unnamed"] = column(
        "kind", "النوع", "What the speaker is.", example="person", meanings=KINDS
    )
    name_ar: str = string(
        "name (Arabic)",
        "الاسم بالعربية",
        "The fullest form of the name that the texts give, without titles.",
        example="محمد شياع السوداني",
    )
    name_en: str | None = string(
        "name (English)",
        "الاسم بالإنجليزية",
        "The name as English-language press spells it; written by hand, null in machine rows.",
        example="Mohammed Shia al-Sudani",
    )
    country: str | None = column(
        "country",
        "البلد",
        "ISO 3166-1 alpha-2 code of the country that the speaker belongs to or acts for; null where none applies.",
        example="IQ",
        pattern=r"^[A-Z]{2}$",
    )
    wikidata: str | None = column(
        "Wikidata",
        "ويكي بيانات",
        "Wikidata item, only where it was verified, else null.",
        example="Q3700793",
        pattern=r"^Q[1-9][0-9]*$",
    )
    description_en: str | None = string(
        "description (English)",
        "وصف بالإنجليزية",
        "Who this is at the time of the texts, in a sentence; written by hand, null in machine rows.",
        example="Prime Minister of Iraq and commander-in-chief of its armed forces at the time of the January 2024 talks.",
    )
    review: Review = column(
        "review", "المراجعة", "What the hand-check decided.", example="accepted", meanings=REVIEW
    )


TABLE = Table(
    name="speakers",
    model=Speaker,
    en="Speakers",
    ar="المتحدثون",
    description="Whoever is made to say something or passes it on, one row however the name is spelt.",
    description_ar="كل من نُسب إليه كلام أو نَقله، في صفّ واحد مهما اختلفت كتابة الاسم.",
    key=("speaker_id",),
    label="name_ar",
)
