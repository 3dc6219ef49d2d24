"""The colon of a headline: «X: what he says», «X does something: what he says»."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import contents
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.noun_phrases import field_office
from hiwar.builders.statements.reading import AL, Reading, is_content_noun, is_joined, own_article
from hiwar.builders.statements.together import joint
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import DIGIT

_HEADS = frozenset({"headline", "subhead"})
_B = fold_word("ب")
_Y = fold_word("ي")  # the person of a verb of the present
_N, _WE_SHALL, _OUR = fold_word("ن"), fold_word("سن"), fold_word("نا")
_SHALL_NOT, _ON = fold_word("لن"), fold_word("على")
_NAME = 5  # letters of a word that may end in «us» (سيرشقنا, not هنا)
_NISBA = fold_word("ي")
_SIGNED = 3  # lines around a headline in which its author is named
_LONGEST = 12  # words before the colon


def find(reading: Reading, number: int, drafts: list[Statement]) -> list[Statement]:
    """Return the statement that the colon of a headline makes, unless a cue makes it already."""
    passage = reading.passages[number]
    lexed = reading.lexed
    if passage.kind not in _HEADS:
        return []
    for colon in lexed.colons:
        if not passage.start < colon < passage.end:
            continue
        if lexed.classes[colon - 1] == DIGIT and lexed.classes[colon + 1 : colon + 2] == bytes([DIGIT]):
            continue
        if any(draft.cue_start < colon for draft in drafts):
            return []
        source = _source(reading, _last_clause(reading, passage.start, colon), colon)
        after = reading.next_token(colon + 1, passage.end)
        if source is not None and reading.lexed.shadow[passage.start : source[0]].rstrip().endswith(b".."):
            source = source[0] + is_joined(reading.word_at_or_after(source[0])), source[1]
        if source is None or reading.count_words(after, passage.end) < 2:
            return []
        if _event(reading, after) and not _somebody(reading, source):
            return []
        if _place(reading, source) and not _we_speak(reading, after, passage.end):
            return []
        if _author(reading, number, source):
            return []
        span = contents.finish(reading, after, passage.end, "the end of the headline")
        mentions = tuple(Mention("source", *part, None, None, "headline") for part in joint(reading, source))
        trace = ("the colon of a headline", f"ends at {span.reason}")
        return [
            Statement(
                number,
                colon,
                colon + 1,
                span.start,
                span.end,
                span.type,
                "say",
                mentions,
                "headline-colon",
                trace,
            )
        ]
    return []


def _last_clause(reading: Reading, start: int, colon: int) -> int:
    """Return where the last clause before a colon begins, behind dots (حريق في السوق.. والأمانة: …) or the name of a page
    (رياضي / المدرب: …)."""
    dots = reading.lexed.shadow.rfind(b"..", start, colon)
    start = start if dots < 0 else reading.next_token(dots + 2, colon)
    page = reading.lexed.shadow.find(b" / ", start, colon)
    return start if page < 0 or reading.count_words(start, page) > 1 else reading.next_token(page + 3, colon)


def _source(reading: Reading, start: int, colon: int) -> Span | None:
    """Return who speaks before the colon of a headline, or None where it is a label."""
    inside = reading.words_in(start, colon)
    if not inside or len(inside) > _LONGEST:
        return None
    first = reading.lexed.shadow[inside[0][0] : inside[0][1]]
    bare = own_article(first) or not first.startswith(AL)
    event = bare and reading.content_noun(*inside[0]) and not reading.known(inside[0][0])
    event = event and not _office(reading, inside)
    event = event or (
        first[:1] == _B and is_content_noun(first[1:]) and not reading.known(inside[0][0])
    )  # بتوجيه الوزير
    leading = reading.leads_prayer(*inside[0])
    small = first in words("preposition") and not (_called(reading, inside) or leading)
    if first in words("headline_label") or small or event:
        return None
    span = noun_phrase(reading, start, colon)
    if span is None:
        return None
    verb = next((at for at, end in inside[1:] if reading.lexed.shadow[at : at + 1] == _Y), None)
    if verb is not None and verb < span[1]:
        span = reading.trim(span[0], verb)
    head = first in words("head") or first.removeprefix(AL) in words("head")
    title = reading.lexed.hit_at("title", inside[0][0])
    head = head or (title is not None and title.entry.number == "s")
    if len(inside) > 3 and not head:
        return inside[0] if not first.startswith(fold_word("ال")) or len(inside) > 4 else span
    return span


def _office(reading: Reading, inside: list[Span]) -> bool:
    """Whether the field of an authority stands there with the place that it is the office of (تعليم القصيم، «صحة تثليث»)."""
    if reading.lexed.shadow[slice(*inside[0])] not in words("headline_label", "fields"):
        return False
    marked = reading.quotes.opening_at(inside[0][0] - 1) is not None
    return len(inside) > 1 and (marked or field_office(reading, inside[0][0]))


def _called(reading: Reading, inside: list[Span]) -> bool:
    """Whether the first word is a name spelt like a preposition but for its ya (علي بن سالم)."""
    start, end = inside[0]
    named = len(inside) > 1 and reading.known(inside[1][0], ("given", "name_joined"))
    return named and reading.lexed.raw_text(start, end).endswith("ي")


def _somebody(reading: Reading, source: Span) -> bool:
    """Whether who stands before an event is somebody who tells of it, and not where it happened."""
    word = reading.lexed.shadow[slice(*source)]
    family = word.startswith(AL) and word.endswith(_NISBA) and b" " not in word
    marked = reading.quotes.opening_at(source[0] - 1) is not None
    body = reading.known(source[0], ("title", "unnamed", "given", "head", "organization", "ministry"))
    return (body or family or marked) and not _place(reading, source)


def _place(reading: Reading, source: Span) -> bool:
    """Whether a headline begins with the place of what it tells (السعودية: أكثر من ألف عائلة …)."""
    lexed = reading.lexed
    whole = lexed.shadow[slice(*source)]
    named = any(
        (hit := lexed.hit_at(kind, source[0])) and hit.end == source[1] for kind in ("state", "places")
    )
    return named or whole in words("headline_label", "regions")


def _we_speak(reading: Reading, position: int, end: int) -> bool:
    """Whether a headline goes on in the first person, with a denial (لن نتراجع), with what another state does or has to
    do (إيران تهددنا، على إيران), or with what is answered (تصريحات الوزير باطلة)."""
    lexed = reading.lexed
    inside = reading.words_in(position, end)
    first = lexed.shadow[slice(*inside[0])]
    if first[:1] == _N or first in words("negation") or first in words("clause"):
        return True
    if first in words("headline_label", "answered"):
        return True
    other = inside[1:2] if first == _ON else inside[:1]
    if any(lexed.hit_at("state", start) is not None for start, _ in other):
        return True
    return any(_of_us(reading, *span) for span in inside)


def _of_us(reading: Reading, start: int, end: int) -> bool:
    """Whether a word is in the first person of the plural, or denies what is to come."""
    word = reading.lexed.shadow[start:end]
    ours = (
        word.endswith(_OUR) and len(word) >= _NAME and not reading.known(start, ("state", "places", "given"))
    )
    return ours or word[:2] == _WE_SHALL or word == _SHALL_NOT


def _author(reading: Reading, number: int, source: Span) -> bool:
    """Whether the name before the colon stands by itself on a line near by: it signs the article."""
    name = reading.lexed.shadow[slice(*source)]
    near = reading.passages[max(number - _SIGNED, 0) : number + _SIGNED + 1]
    return any(reading.lexed.shadow[line.start : line.end].strip() == name for line in near)


def _event(reading: Reading, position: int) -> bool:
    """Whether what follows the colon tells an event and not what somebody says (غزة: مقتل …)."""
    number = reading.lexed.word_at(position)
    return number is not None and reading.lexed.word(number) in words("headline_label", "events")
