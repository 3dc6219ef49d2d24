"""An apposition between commas behind the source of an attribution: وفق مدير المتحف، سالم نصار، …"""

from bisect import bisect_left

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import Reading
from hiwar.builders.text.lex import COMMA

_NAME, _OFFICE = 4, 10  # words of a name, and of an office


def with_apposition(reading: Reading, source: Span, limit: int) -> Span:
    """Return the source with the name behind its office, or the office behind its name, up to the next comma or the end."""
    lexed = reading.lexed
    start = reading.next_token(source[1], limit)
    if COMMA not in lexed.classes[source[1] : start] or start >= limit:
        return source
    number = bisect_left(lexed.commas, start)
    stop = min(lexed.commas[number], limit) if number < len(lexed.commas) else limit
    inside = reading.words_in(start, stop)
    office = lexed.hit_at("title", source[0]) is not None
    most = _NAME if office else _OFFICE
    if not 0 < len(inside) <= most or inside[0][0] != start or not _plain(reading, inside):
        return source
    named = any(
        lexed.hit_at("given", at) is not None and lexed.hit_at("of_titles", at) is None
        for at, _ in reading.words_in(*source)
    )  # no name in المتحدث باسم الوزارة
    name = lexed.hit_at("given", start) is not None and len(inside) > 1
    title = lexed.hit_at("title", start)
    holds = title is not None and title.start == start and (title.entry.definite or len(inside) > 1)
    apposed = (office and not named and name) or (named and not office and holds)
    return (source[0], reading.trim(start, stop)[1]) if apposed else source


def _plain(reading: Reading, inside: list[Span]) -> bool:
    """Whether no word opens a clause."""
    lexed = reading.lexed
    for start, end in inside:
        if start == inside[0][0] and lexed.shadow[start:end] in words("preposition"):
            return False  # على, which is no علي
        verb = lexed.hit_at("verb", start)
        if verb is not None and not verb.entry.verb.careful:
            return False
        if lexed.hit_at("complementizer", start) is not None or lexed.shadow[start:end] in words("relative"):
            return False
    return True
