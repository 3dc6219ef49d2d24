"""Names of speakers: every spelling that occurs, and those that the builder knows."""

from hiwar.schema.base import ForeignKey, Row, Table, string


class SpeakerName(Row):
    """One spelling of one speaker's name."""

    speaker_id: str = string("speaker", "المتحدث", "Whose name it is.", example="p.mHmd_cyAE_AlswdAny")
    name: str = string(
        "name",
        "الاسم",
        "The name as printed somewhere in the texts, or as the builder knows it.",
        example="السوداني",
    )


TABLE = Table(
    name="speaker_names",
    model=SpeakerName,
    en="Speaker names",
    ar="أسماء المتحدثين",
    description="Every spelling of a speaker's name that occurs in the texts, and those that the builder knows.",
    description_ar="كل كتابة لاسم المتحدث وردت في النصوص أو يعرفها البرنامج.",
    key=("speaker_id", "name"),
    foreign=(ForeignKey(("speaker_id",), "speakers", ("speaker_id",)),),
    label="name",
)
