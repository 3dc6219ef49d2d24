"""A mention of an office that was cut before the rank and name of its holder."""

from hiwar.builders.speakers.names import read_name
from hiwar.builders.speakers.person import read_titles
from hiwar.builders.speakers.phrase import PERSON, UNNAMED, Phrase
from hiwar.builders.speakers.second_names import with_pronoun
from hiwar.builders.speakers.unknown import adverb
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word

_FARTHEST = 30  # words of an office between where it was cut and the rank of its holder
_BROKEN = (b".", b"\n", b":", b"?")
_CLOSING = frozenset(b'>")')
_OF = fold_word("عن")
_CALLED = 6  # words of a name behind يدعى
_NAME = 3  # words of a name between commas
_PERSONAL = frozenset({"rank", "style", "abbreviation"})


def whole(words: Words, mention: Mention, phrase: Phrase | None, statement: Statement) -> Mention:
    """Return the mention up to the name of its holder, if a rank with a name stands before the content.

    عميد التعليم المستمر | والتعليم عن بعد الدكتور سالم نصار
    """
    if phrase is None or mention.start is None or mention.end is None:
        return mention
    called = _called(words, phrase, words.lexed.word_from(mention.end))
    if called:
        return mention._replace(end=words.ends[called - 1])
    if phrase.titles is None:
        return mention
    office = any(one.rank not in _PERSONAL for one in phrase.titles.entries) and phrase.number == "s"
    before = (
        mention.end <= statement.cue_start
    )  # ألقى [عميد التعليم في الساحل | الدكتور سالم نصار] كلمة رحب فيها
    after_cue = statement.cue_end <= mention.start and mention.end <= statement.start
    if not office or not (before or after_cue) or phrase.kind not in (PERSON, UNNAMED):
        return mention
    if _given(words, phrase):
        return mention
    ahead = statement.cue_start if before else statement.start
    first, limit = words.lexed.word_from(mention.end), words.lexed.word_from(ahead)
    apart = _set_apart(words, first, limit)
    if apart > first:
        return mention._replace(end=words.ends[apart - 1])
    for number in range(first, min(limit, first + _FARTHEST)):
        if words.gap(number).startswith(_BROKEN) or words.is_any(number, "verb", "participle"):
            return mention
        sent = words.prepositional(number) or words.coordinated(number)
        if before and sent and words.is_any(number, "title"):
            return mention  # رفع [وزير العدل التعازي] | لخادم الحرمين الشريفين الملك سلمان
        if statement.act == "call" and words.gap(number):
            return mention  # دعا [باحث في الآثار]، | الوزير الدكتور سالم نصار، إلى
        end = _holder(words, number, limit, words.word(first) == _OF)
        if end > number:
            return mention._replace(end=words.ends[end - 1])
    return mention


def _called(words: Words, phrase: Phrase, number: int) -> int:
    """Return the end of the name behind a word that tells what somebody is called (شاهد عيان | يدعى سالم نصار), or 0."""
    called = words.known("so_called", number)
    people = phrase.kind == UNNAMED or (phrase.kind == PERSON and phrase.name is None)
    if called is None or not people or words.gap(number) or not words.bare("given", called.after):
        return 0
    return read_name(words, called.after, min(len(words), called.after + _CALLED), False)


def _given(words: Words, phrase: Phrase) -> bool:
    """Return whether the phrase holds a name already."""
    return phrase.name is not None and phrase.kind == PERSON and words.bare("given", phrase.name[0])


def _set_apart(words: Words, first: int, limit: int) -> int:
    """Return the end of a name of two or three unknown words between commas: رئيس الحزب، دولت بهشلي، أن."""
    if first >= limit:
        return first
    after = first + 1
    while after < limit and not words.gap(after):
        after += 1
    unknown = not any(_no_name(words, number) for number in range(first, after))
    commas = words.gap(first) == b"," and words.gap(after).startswith(b",")
    commas = commas and words.is_any(after, "ends", "prepositions")
    return after if commas and unknown and 1 < after - first <= _NAME else first


def _no_name(words: Words, number: int) -> bool:
    """Return whether a word is hardly part of a foreign name: known, a noun by its form, or with something glued on."""
    known = words.known_any(number) or words.definite(number) or words.feminine(number)
    glued = words.prepositional(number) or words.coordinated(number) or with_pronoun(words, number)
    return known or glued or adverb(words, number)


def _holder(words: Words, number: int, limit: int, about: bool) -> int:
    """Return the end of the name of somebody with a rank who begins at the word; the word itself if nobody does.

    `about`: whether what the office is about stands before it (النائب عن الساحل | سالم نصار).
    """
    if words.prepositional(number) or words.coordinated(number) or not _closed(words, number):
        return number
    behind = (
        about
        or _CLOSING.intersection(words.gap(number))
        or (words.prepositional(number - 1) and words.is_any(number - 1, "places", "state"))
    )
    other = words.is_any(number, "title", "nation") or (words.is_any(number, "common") and not about)
    if behind and words.bare("given", number) and not other:
        end = read_name(words, number, limit)
        return (
            end
            if end - number > 1
            and (end == limit or words.gap(end) or words.is_any(end, "ends", "prepositions"))
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
