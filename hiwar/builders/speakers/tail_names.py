"""The name at the end of a mention, behind an office that is complete there, though nothing of the name is known."""

from hiwar.builders.speakers.bodies import ENDINGS, foreign
from hiwar.builders.speakers.namesakes import namesake
from hiwar.builders.speakers.titled import title_at
from hiwar.builders.speakers.words import Words

_LONGEST = 4  # words of a name
_RANKS = ("rank", "abbreviation")
_OF_NAMES = ("ي",)  # of family names as well
_CLOSING = frozenset(b'>")')


def tail_name(words: Words, first: int, limit: int) -> tuple[int, int] | None:
    """Return the unknown words that end `[first, limit)` as a name, or None.

    Behind the rank of its bearer (المدير العام (مسار) الدكتور جاسر الحربش), or behind a word that closes the office or the mark
    behind its name: two words or more (الفنان الكوري المعارض كيم ويوي), or one that stands alone elsewhere (… وقال ويوي).
    """
    start = limit
    while start > max(first, limit - _LONGEST) and _may_be(words, start - 1, start == limit):
        start -= 1
        if words.gap(start):
            break
    if start == limit:
        return None
    for number in range(max(start - 1, first), limit - 1):
        title = title_at(words, number, limit)
        if (
            title
            and not words.prepositional(number)
            and title[1] > start - 1
            and title[0].rank in _RANKS
            and title[0].definite
        ):
            named = limit > title[1] >= start and not namesake(words, title[1])  # جامعة الأمير سطام
            return (title[1], limit) if named else None
    closed = words.definite(start - 1) or words.is_any(start - 1, "places", "state", "nation")
    closed = (closed and not words.gap(start)) or bool(_CLOSING.intersection(words.gap(start)))
    alone = words.families.alone(start) and words.recurs(start, limit) and not words.definite(start)
    several = limit - start > 1 or alone
    return (start, limit) if closed and several and start > first else None


def _may_be(words: Words, number: int, last: bool) -> bool:
    """Return whether a word may be of a name that the lexicon does not know: foreign, or a family's with the article at its
    end."""
    endings = tuple(ending for ending in ENDINGS if not (last and ending in _OF_NAMES))
    if foreign(words, number, endings) or words.bare("given", number):
        return True
    family = last and words.definite(number) and not words.feminine(number) and not words.known_any(number)
    return family and not words.prepositional(number) and not words.coordinated(number)
