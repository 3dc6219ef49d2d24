"""What the dataset is called and under which licences it stands; for every descriptor that is derived."""

NAME = "hiwar"
TITLE_EN = "Hiwar: who said what, and which numbers they gave, in Arabic news"
TITLE_AR = "حوار: من قال ماذا، وبأي أرقام، في الأخبار العربية"
DESCRIPTION = (
    "Statements and figures of Arabic news texts as tables: each statement with its speakers, its cue and the exact "
    "characters it was read from; each figure with its value, qualifier and unit."
)
DESCRIPTION_AR = (
    "تصريحات نصوص إخبارية عربية وأرقامها في جداول: كل تصريح مع المتحدثين به وكلمة النقل والحروف التي قُرئ منها بعينها، "
    "وكل رقم مع قيمته ودقته ووحدته."
)
KEYWORDS = ("Arabic", "news", "quotation attribution", "reported speech", "figures", "Iraq")
AUTHORS = "The hiwar maintainers"

ANNOTATIONS = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0: the annotations (ids, spans, types, translations, values, reviews)",
}
SOURCE_TEXT = {
    "name": "LicenseRef-publisher-text",
    "title": "The words quoted from the source texts remain their publishers'; no licence is granted for them",
}


def licences(source_text: bool) -> list[dict[str, str]]:
    """Return the licences of a table: that of the annotations, and for tables with words of the texts the notice."""
    return [ANNOTATIONS, SOURCE_TEXT] if source_text else [ANNOTATIONS]
