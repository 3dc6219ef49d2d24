"""The colon of a headline: «X: what he says», «X does something: what he says»."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements import contents
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import AL, Reading, is_content_noun, is_joined
from hiwar.builders.statements.together import joint
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.lex import DIGIT

_HEADS = frozenset({"headline", "subhead"})
_Y = fold_word("ي")  # the person of a verb of the present
_N, _WE_SHALL = fold_word("ن"), fold_word("سن")
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
            source = source[0] + is_joined(reading.lexed.word(reading.lexed.word_from(source[0]))), source[1]
        if source is None or reading.count_words(after, passage.end) < 2:
            return []
        if _event(reading, after) and not reading.known(source[0], ("title", "unnamed", "given")):
            return []
        if _place(reading, source) and not _we_speak(reading, after):
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
    """Return where the last clause before a colon begins, behind dots (حريق في السوق.. والأمانة: …)."""
    dots = reading.lexed.shadow.rfind(b"..", start, colon)
    return start if dots < 0 else reading.next_token(dots + 2, colon)


def _source(reading: Reading, start: int, colon: int) -> Span | None:
    """Return who speaks before the colon of a headline, or None where it is a label."""
    inside = reading.words_in(start, colon)
    if not inside or len(inside) > _LONGEST:
        return None
    first = reading.lexed.shadow[inside[0][0] : inside[0][1]]
    event = is_content_noun(first) and not reading.known(inside[0][0])
    if first in words("headline_label") or first in words("preposition") or event:
        return None
    span = noun_phrase(reading, start, colon)
    if span is None:
        return None
    verb = next((at for at, end in inside[1:] if reading.lexed.shadow[at : at + 1] == _Y), None)
    if verb is not None and verb < span[1]:
        span = reading.trim(span[0], verb)
    head = first in words("head") or first.removeprefix(AL) in words("head")
    if len(inside) > 3 and not head:
        return inside[0] if not first.startswith(fold_word("ال")) or len(inside) > 4 else span
    return span


def _place(reading: Reading, source: Span) -> bool:
    """Whether a headline begins with the place of what it tells (السعودية: أكثر من ألف عائلة …)."""
    lexed = reading.lexed
    whole = lexed.shadow[slice(*source)]
    named = any(
        (hit := lexed.hit_at(kind, source[0])) and hit.end == source[1] for kind in ("state", "places")
    )
    return named or whole in words("headline_label", "regions")


def _we_speak(reading: Reading, position: int) -> bool:
    """Whether a headline goes on in the first person, or with a denial (لن نتراجع)."""
    number = reading.lexed.word_from(position)
    word = reading.lexed.word(number)
    return word[:1] == _N or word in words("negation") or word in words("clause") or word[:2] == _WE_SHALL


def _author(reading: Reading, number: int, source: Span) -> bool:
    """Whether the name before the colon stands by itself on a line near by: it signs the article."""
    name = reading.lexed.shadow[slice(*source)]
    near = reading.passages[max(number - _SIGNED, 0) : number + _SIGNED + 1]
    return any(reading.lexed.shadow[line.start : line.end].strip() == name for line in near)


def _event(reading: Reading, position: int) -> bool:
    """Whether what follows the colon tells an event and not what somebody says (غزة: مقتل …)."""
    number = reading.lexed.word_at(position)
    return number is not None and reading.lexed.word(number) in words("headline_label", "events")
