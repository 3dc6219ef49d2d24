"""The phrase that a mention is, where its span was cut a word short or long."""

from hiwar.builders.speakers.phrase import DOCUMENT, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.unknown import adverb
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention
from hiwar.builders.text.lex import DIGIT

_POINTED_AT = ("title", "head", "organization", "unnamed", "document", "last_mentioned")
LONGEST = 40  # words of a phrase that is read on past its mention


def mention_phrase(words: Words, mention: Mention) -> Phrase | None:
    """Return the mention as a phrase."""
    if mention.start is None or mention.end is None:
        return None
    inside = words.lexed.word_at(mention.start)
    first = inside if inside is not None else words.lexed.word_from(mention.start)
    first -= _beheaded(words, first)
    after = words.lexed.word_from(mention.end)
    while after - 1 > first and words.is_any(after - 1, "same_one"):
        after -= 1
    while first < after - 1 and words.is_any(first, "same_one"):
        first += 1
    if first < after - 1 and words.is_any(first, "pointing") and words.is_any(first + 1, *_POINTED_AT):
        first += 1
    if first < after - 1 and words.is_any(first, "leading") and words.is_any(first + 1, "document"):
        first += 1
    title = words.known("title", first)
    last = words.known("title", after - 1)
    if last and after - 1 > first and last.after > after and words.is_any(first, "title"):
        after = last.after  # سماحة مفتي | عام المملكة
    whole = min(first + LONGEST, len(words))
    if title and first < after < title.after:  # cut inside a title
        return read_phrase(words, first, whole, bounded=False)
    phrase = read_phrase(words, first, after)
    if phrase is not None and phrase.kind == DOCUMENT and phrase.issuer is None:
        longer = read_phrase(words, first, whole, bounded=False)
        if longer and longer.issuer is not None and _issued(words, longer.issuer):
            return longer  # معلومات خاصة | نشرتها الصحيفة
    if phrase is not None and _cut(words, phrase, after):
        longer = read_phrase(words, first, whole, bounded=False)
        return longer if longer and longer.after > after else phrase
    return phrase


def counted(words: Words, mention: Mention) -> bool:
    """Return whether the mention begins with a number, as a share of people does: 60 في المائة من السكان, نحو 20% منهم."""
    start, classes = mention.start, words.lexed.classes
    if start is None:
        return False
    about = words.lexed.hit_at("qualifier", start)
    start = about.end + 1 if about is not None and about.start == start else start
    return classes[start : start + 1] == bytes([DIGIT])


def _issued(words: Words, issuer: int) -> bool:
    """Return whether a verb of issuing stands right before the issuer, or an adverb between them."""
    before = issuer - adverb(words, issuer - 1)
    return any(
        (known := words.known("issuing", number)) is not None and known.after == before
        for number in (before - 1, before - 2)  # نشرتها, صدر عن
    )


def _beheaded(words: Words, first: int) -> bool:
    """Return whether the noun that governs the mention's first word stands right before it: الهيئة | العليا للسدود."""
    if not words.definite(first) or words.gap(first) or words.prepositional(first):
        return False
    if words.is_any(first, "title", "head", "organization", "given", "state", "unnamed", "document"):
        return False
    return words.is_any(first - 1, "head") and words.definite(first - 1) and words.nisba(first)


def _cut(words: Words, phrase: Phrase, after: int) -> bool:
    """Return whether the mention ends before the noun that its last word governs: وكيل عمادة | الدراسات."""
    if words.is_any(after, "ends", "prepositions"):
        return False
    governs = words.definite(after) or (words.definite(after + 1) and not words.gap(after + 1))
    if (
        words.definite(after - 1)
        or not governs
        or words.gap(after)
        or words.prepositional(after)
        or words.article_glue(after)
    ):
        return False
    described = words.feminine(after - 1) and not words.known_any(after - 1) and after - phrase.first > 1
    if phrase.kind == DOCUMENT and described:
        return False  # دراسة حديثة | صحة الأخبار
    titled = phrase.rule == "title_of_nobody" and phrase.number == "s"
    return (titled and not phrase.definite) or (
        phrase.kind == DOCUMENT and phrase.issuer is None and not phrase.definite
    )
