"""A mention of an office that was cut before the rank and name of its holder."""

from hiwar.builders.speakers.names import read_name
from hiwar.builders.speakers.person import read_titles
from hiwar.builders.speakers.phrase import PERSON, UNNAMED, Phrase
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement

_FARTHEST = 30  # words of an office between where it was cut and the rank of its holder
_BROKEN = (b".", b"\n", b":", b"?")
_CLOSING = frozenset(b'>")')
_PERSONAL = frozenset({"rank", "style", "abbreviation"})


def whole(words: Words, mention: Mention, phrase: Phrase | None, statement: Statement) -> Mention:
    """Return the mention up to the name of its holder, if a rank with a name stands before the content.

    عميد التعليم المستمر | والتعليم عن بعد الدكتور سالم نصار
    """
    if phrase is None or mention.start is None or mention.end is None or phrase.titles is None:
        return mention
    office = any(one.rank not in _PERSONAL for one in phrase.titles.entries) and phrase.number == "s"
    after_cue = statement.cue_end <= mention.start and mention.end <= statement.start
    if not office or not after_cue or phrase.kind not in (PERSON, UNNAMED) or _given(words, phrase):
        return mention
    first, limit = words.lexed.word_from(mention.end), words.lexed.word_from(statement.start)
    for number in range(first, min(limit, first + _FARTHEST)):
        if words.gap(number).startswith(_BROKEN) or words.is_any(number, "verb", "participle"):
            return mention
        if statement.act == "call" and words.gap(number):
            return mention  # دعا [باحث في الآثار]، | الوزير الدكتور سالم نصار، إلى
        end = _holder(words, number, limit)
        if end > number:
            return mention._replace(end=words.ends[end - 1])
    return mention


def _given(words: Words, phrase: Phrase) -> bool:
    """Return whether the phrase holds a name already."""
    return phrase.name is not None and phrase.kind == PERSON and words.bare("given", phrase.name[0])


def _holder(words: Words, number: int, limit: int) -> int:
    """Return the end of the name of somebody with a rank who begins at the word; the word itself if nobody does."""
    if words.prepositional(number) or words.coordinated(number) or not _closed(words, number):
        return number
    behind = _CLOSING.intersection(words.gap(number)) or (
        words.prepositional(number - 1) and words.is_any(number - 1, "places", "state")
    )
    if behind and words.bare("given", number) and not words.is_any(number, "title", "common", "nation"):
        end = read_name(words, number, limit)
        return (
            end
            if end - number > 1 and (end == limit or words.gap(end) or words.is_any(end, "ends"))
            else number
        )
    title = words.known("title", number)
    if title is None or title.entry.rank not in _PERSONAL or not title.entry.definite:
        return number
    titles = read_titles(words, number, limit)
    if titles is None or not words.bare("given", titles.after):
        return number
    return read_name(words, titles.after, limit)


def _closed(words: Words, number: int) -> bool:
    """Return whether an office may be complete before the word: not وفاة | الشيخ سالم، مع | الدكتور سالم."""
    last = number - 1
    if words.bare("prepositions", last):
        return words.bare("prepositions", last - 1)  # عن بعد
    return bool(words.gap(number)) or words.definite(last) or words.is_any(last, "places", "state", "nation")
