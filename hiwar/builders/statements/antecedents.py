"""Who stands before the verb: the subject of its clause, the antecedent of a relative, the subject of the sentence."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.statements import clause_starts
from hiwar.builders.statements.mentions import Span, noun_phrase
from hiwar.builders.statements.reading import AL, Reading, is_adjective, is_joined, is_past_feminine
from hiwar.builders.statements.topics import headed
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, COMMA, DIGIT, LETTER, MARK, SPACE, Lexed

_LEFT = 14
_LONG = 5  # letters of a preposition behind و that is surely one
_F, _GOD = fold_word("ف"), fold_word("الله")  # of a name: الجار الله
_MOUTH = fold_words(("لسان", "طرف", "قبل"))
_THIS = fold_words(("ذلك", "بذلك", "هذا", "هذه"))
_SO = fold_words(("ذلك", "بذلك"))  # أوضح ذلك | المدير الذي
_LIL, _ALIF = fold_word("لل"), fold_word("ا")
_ALREADY = fold_words(("قد", "وقد", "لقد", "ولقد", "كما"))
_W, _THEN = fold_word("و"), fold_word("ثم")


def phrase_before(reading: Reading, position: int, floor: int) -> Span | None:
    """Return the noun phrase that ends right before `position` (the antecedent of a verb or a relative)."""
    lexed = reading.lexed
    begin: int | None = None
    end = position
    while end > floor and lexed.classes[end - 1] in (SPACE, COMMA):
        end -= 1
    at, count = end, 0
    while at > floor and count < _LEFT:
        kind = lexed.classes[at - 1]
        if kind == SPACE:
            at -= 1
        elif kind == LETTER:
            word, start = reading.word_before(at)
            if start < floor or _closes(reading, word, start):
                break
            if begin is not None and word.startswith(AL) and _begins_anew(lexed.word(lexed.word_from(begin))):
                break
            begin = at = start
            count += 1
            if _glued(word):
                break
        elif kind in (MARK, BRACKET, DIGIT):
            at -= 1
        else:
            break
    if begin is None:
        return None
    opening = begin
    while opening > floor and lexed.classes[opening - 1] == MARK and reading.quotes.opening_at(opening - 1):
        opening -= 1
    first = lexed.word_at(opening)
    if first is not None and is_joined(lexed.word(first)):
        opening += 1
    for hit in lexed.of_kind("attribution", reading.back(begin, floor, 1), end):
        opening = max(opening, hit.end)  # على حد قول [المتحدث] الذي
    return reading.trim(opening, end) if opening < end else None


def _begins_anew(word: bytes) -> bool:
    """Whether a word after a definite one begins a noun phrase of its own (… التطورات | رئيس الحكومة)."""
    return word in words("head") or (word.startswith(AL) and not is_adjective(word))


def main_subject(reading: Reading, start: int, limit: int, framed: bool = True) -> Span | None:
    """Return the subject of a sentence whose verb is no cue: its first noun phrase, after a verb that begins it.

    `framed` tells that a phrase may stand before it which takes more words, up to a comma.
    """
    lexed = reading.lexed
    first = lexed.word_from(start)
    first += lexed.word(first) == _THEN or lexed.word(first) in _ALREADY
    if first + 1 >= len(lexed.word_starts) or lexed.word_starts[first] >= limit:
        return None
    word = lexed.word(first)
    bare = word[1:] if is_joined(word) else word
    article = (
        bare.startswith(AL) and lexed.text[lexed.raw(lexed.word_starts[first] + len(word) - len(bare))] == "ا"
    )
    comma = bisect_right(lexed.commas, start)
    apart = comma < len(lexed.commas) and lexed.commas[comma] < limit
    if apart and headed(reading, start, lexed.commas[comma] + 2):
        return main_subject(reading, lexed.commas[comma] + 1, limit)  # وفي الختام، شكر المدير الحضور
    nominal = article or bare in words("head") or bare in words("preposition")
    frame = reading.hit_word("frame", lexed.word_starts[first])
    led = bare in words("preposition") or not nominal or reading.apart(frame)
    if frame is not None and frame.entry == "word" and frame.end < limit and led:
        return main_subject(reading, frame.end, limit)  # من جهتها أصدرت الشركة بيانا
    aside = reading.hit_word("frame", lexed.word_starts[first]) if framed else None
    if aside is not None and aside.entry == "preposition" and apart:
        behind = lexed.commas[comma] + 1  # وردا على سؤال، اكتفت المتحدثة بالقول
        return main_subject(reading, behind, limit, framed=False)
    if nominal or frame is not None:
        return None if bare in words("preposition") else noun_phrase(reading, start, limit, apposition=False)
    first += lexed.word(first + 1) in _THIS  # أوضح ذلك [اللواء سالم نصار]
    if first + 1 >= len(lexed.word_starts):
        return None
    begin = lexed.word_starts[first + 1]
    if lexed.word(first + 1) in words("preposition"):
        return None
    end = limit
    for number in range(first + 2, min(first + _LEFT, len(lexed.word_starts))):
        if lexed.word_starts[number] >= limit:
            break
        before, after = lexed.word(number - 1), lexed.word(number)
        goes_on = is_adjective(after) or is_joined(after) or _named(lexed, number)
        goes_on = goes_on or lexed.hit_at("many", lexed.word_starts[number - 1]) is not None  # آلاف السكان
        if before.startswith(AL) and not goes_on:
            end = lexed.word_starts[number]
            break
        if _medium_given(after) or (number > first + 2 and after in words("frame", "medium")):
            end = lexed.word_starts[number]  # ألقى المدير سالم نصار | كلمة، عقد نصار | مؤتمرا
            break
    span = noun_phrase(reading, begin, end, apposition=False)
    acts = span is not None and lexed.word(lexed.word_from(span[0])) in shape_words().past
    return None if acts and not reading.known(begin) else span  # ولهذا تم إطلاق حملة


def _named(lexed: Lexed, number: int) -> bool:
    """Whether a rank or a given name begins at the word, or any name that بن goes on with: اللواء | عيد بن سالم."""
    follows = lexed.word_starts[number + 1] if number + 1 < len(lexed.word_starts) else len(lexed)
    known = lexed.word(number) == _GOD or lexed.word(number) in words("person_title")
    given = lexed.hit_at("given", lexed.word_starts[number]) or lexed.hit_at("name_joined", follows)
    return known or given is not None


def _closes(reading: Reading, word: bytes, start: int) -> bool:
    """Whether a word to the left is no part of the noun phrase."""
    lexed = reading.lexed
    if word in _MOUTH and reading.word_before(start)[0] in words("preposition"):
        return True  # على لسان المدير الذي قال
    if (
        word == _W
        or word in _SO
        or (is_joined(word) and len(word) > _LONG and word[1:] in words("preposition"))  # وباستثناء نصار الذي
        or any(
            word in words(section)
            for section in ("preposition", "relative", "conjunction", "particle", "negation")
        )
    ):
        return True
    if reading.frame(start) or any(lexed.hit_at(kind, start) for kind in ("complementizer", "participle")):
        return True  # عام alone dates, but not مدير عام
    verb = lexed.hit_at("verb", start) or (lexed.hit_at("verb", start + 1) if word[:1] == _W else None)
    return verb is not None and not verb.entry.verb.careful


def _glued(word: bytes) -> bool:
    """Whether a preposition is glued to a definite word, so that the phrase begins there."""
    return word.startswith(_LIL) or (word[1:].startswith(AL) and word[:1] in (fold_word("ب"), fold_word("ك")))


def clause_subject(reading: Reading, position: int, floor: int) -> Span | None:
    """Return the subject that stands before the verb at `position`, or None.

    The clause begins after the last word that opens one; its first noun phrase must reach to the verb, but for
    particles and framing words.
    """
    lexed = reading.lexed
    begin = clause_starts.start(reading, position, floor)
    first = reading.next_token(begin, position)
    frame = reading.hit_word("frame", first)
    if frame is not None and frame.entry == "word" and frame.end < position:
        first = reading.next_token(frame.end, position)  # من جهتها أصدرت الشركة بيانا أكدت فيه
    number = lexed.word_at(first)
    if first >= position or (number is not None and lexed.word(number) == _W):
        return None  # a conjunction apart: و قالت
    about = reading.hit_word("frame", reading.word_before(begin)[1])
    if about is not None and about.entry == "preposition" and about.end > first:
        return None  # فيما | يتعلق بالموسم أوضح المدير أن
    if headed(reading, floor, position):
        return None
    if number is not None and is_past_feminine(lexed.word(number)) and not _auxiliary(lexed.word(number)):
        return None
    span = noun_phrase(reading, first, position)
    if span is None or _verb_first(reading, span):
        return None  # ثم ألقى المدير كلمة رحب فيها، وإذ أعلن «الحداد» أكد
    nested = lexed.hit_at("complementizer", reading.word_before(begin)[1]) is not None
    between = lexed.shadow[span[1] : position]
    rest = reading.words_in(span[1], position)
    relative = bool(rest) and lexed.shadow[slice(*rest[0])] in words("relative")
    if nested and not relative and COMMA in lexed.classes[span[1] : position]:
        return None
    number = lexed.word_at(span[0])
    if number is not None and is_joined(lexed.word(number)):
        span = (span[0] + 1, span[1])
    aside = relative and reading.after_comma(rest[0][0]) and reading.after_comma(position)
    aside = aside or (relative and clause_starts.complete(reading, lexed.word_from(rest[0][0]), position))
    if (aside or _only_fillers(reading, rest)) and b":" not in between:
        return span
    return None


def _verb_first(reading: Reading, span: Span) -> bool:
    """Whether a phrase before a verb begins with another verb, as that verb or its object tells: عقد نصار مؤتمرا قال فيه."""
    lexed = reading.lexed
    inside = reading.words_in(*span)
    first = lexed.shadow[slice(*inside[0])] if inside else b""  # 60% قال
    if first in words("giving"):
        return True
    if first in words("giving", "producing") and len(inside) > 1 and reading.known(inside[1][0]):
        return True  # بعث الوزير برقية قال فيها
    if not inside or reading.known(inside[0][0]):
        return False
    verb = lexed.hit_at("verb", inside[0][0])
    return (verb is not None and not verb.entry.verb.careful) or any(
        _medium_given(lexed.shadow[start:end]) for start, end in inside[1:]
    )


def _medium_given(word: bytes) -> bool:
    """Whether the word is a talk or document as an object: مؤتمرا، خطابا."""
    return word.endswith(_ALIF) and word[:-1] in words("frame", "medium")


def _auxiliary(word: bytes) -> bool:
    """Whether a word is a particle, also behind a conjunction (وكانت)."""
    return word in words("particle") or (is_joined(word) and word[1:] in words("particle"))


def _only_fillers(reading: Reading, rest: list[Span]) -> bool:
    """Whether nothing but particles and framing phrases stands there, some of several words (التقارير | بهذا الشأن | تحذر)."""
    framed = 0  # where the last framing phrase ends
    for start, end in rest:
        if start < framed or reading.lexed.shadow[start:end] in words("particle"):
            continue
        hit = reading.lexed.hit_at("frame", start)
        if hit is None:
            return False
        framed = hit.end
    return True
