"""Who is made to say it: the noun phrase of a source, after its verb or before it."""

from bisect import bisect_right

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.statements import foreign, shares
from hiwar.builders.statements.addressees import addressed_before, outlet_end
from hiwar.builders.statements.beginnings import acting, addressing, ali, mother, whoever
from hiwar.builders.statements.brackets import bracket, bracketed_name
from hiwar.builders.statements.mention_ends import ends_mention
from hiwar.builders.statements.offices import name_joined, named_with_w, related
from hiwar.builders.statements.reading import AL, Reading, is_joined, is_past_feminine
from hiwar.builders.statements.titles import is_label
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import BRACKET, COLON, COMMA, DIGIT, LETTER, MARK, SPACE
from hiwar.builders.text.shapes import circumstance

_LONGEST = 40  # words of a mention with its appositions
_APPOSITION = 14  # words between two commas that may still be apposition
_NAMED = 8  # words of a name in marks
_FEMININE = (fold_word("ة"), fold_word("ات"))
_FROM = fold_word("عن")
_W, _L, _LIL = fold_word("و"), fold_word("ل"), fold_word("لل")
_SAID, _SAYING = "قال", fold_word("القول")  # نقلت الوكالة عن المدير القول إن
_POSSESSED = ("ه", "ها", "هم")
_HERS = ("ها", "هم")
_OUT = fold_words(("إلى", "عن", "مع", "حول", "دون", "بدون", "أن", "إن"))

_EACH = fold_word("كل من") + b" "
_ACCUSATIVE = fold_word("ا")
_YET = fold_words(("لكن", "ولكن", "أن", "إن", "لأن", "بأن"))  # لكن متحدثا قال
_TANWIN = "\u064b"
_WITHOUT = fold_words(("دون", "بدون"))

Span = tuple[int, int]


def noun_phrase(reading: Reading, start: int, limit: int, apposition: bool = True) -> Span | None:
    """Return the noun phrase that begins in `[start, limit)`, past framing words, or None."""
    lexed = reading.lexed
    begin: int | None = None
    end = start
    position, count = start, 0
    while position < limit and count < _LONGEST:
        kind = lexed.classes[position]
        if kind == SPACE:
            position += 1
        elif kind == COMMA:
            goes_on = begin is not None and (
                lexed.shadow.startswith(_EACH, begin) or name_joined(reading, begin, position)
            )
            goes_on = goes_on or (apposition and _apposition(reading, position + 1, limit))
            if begin is not None and not goes_on:
                break
            position += 1
        elif kind == MARK:
            if begin is None and _turned_to(reading, position):
                position = _after_quote(reading, position, limit)
                continue
            quote = reading.quotes.opening_at(position)
            if quote is None or quote.close > limit:
                position += 1
                continue
            if begin is None and reading.lexed.shadow.startswith(_LIL, quote.start):
                position = quote.close  # «للساحل»: to whom it was said
                continue
            if begin is not None and reading.count_words(quote.start, quote.end) > _NAMED:
                break  # حسب بيان للوزارة «سنعمل غدا …»
            begin = quote.open if begin is None else begin
            position = end = quote.close
        elif kind == BRACKET:
            opening = position
            position, included = bracket(reading, position, limit)
            told = _turned_to(reading, opening) or addressed_before(reading, start, opening)
            if begin is None and included and not told and bracketed_name(reading, opening, position):
                begin = opening
            end = position if included and begin is not None else end
        elif kind == DIGIT:
            number = bisect_right(lexed.digit_starts, position) - 1
            share = shares.end(reading, lexed.digit_ends[number]) if begin is None else None
            if share is not None and share <= limit:
                begin = position  # قال [60 في المائة من السكان]
            position = share or lexed.digit_ends[number]
            end = position if begin is not None else end
        elif kind == LETTER:
            count += 1
            amount = shares.about(reading, position) if begin is None else None
            if amount is not None and amount <= limit:
                begin, position, end = position, amount, amount  # قال [نحو 20% من السكان]
                continue
            step = _word(reading, position, limit, begin is None)
            if step is None:
                break
            taken, after = step
            if taken:
                begin = position if begin is None else begin
                end = after
            position = after
        else:
            position += 1
            if begin is not None and kind == COLON:
                break
    if begin is None:
        return None
    quote = reading.quotes.opening_at(begin)
    if quote is not None and quote.close == end:
        return (quote.start, quote.end) if quote.end > quote.start else None
    return _unfinished(reading, begin, end)


def _turned_to(reading: Reading, position: int) -> bool:
    """Whether the name in marks at `position` is of whom it was said to (قال لـ«الساحل»، قال لصحيفة «الساحل»)."""
    word, start = reading.word_before(position)
    frame = reading.frame(start) if word[:1] == _L else None
    return word == _L or (frame is not None and frame.entry == "addressee")


def _after_quote(reading: Reading, position: int, limit: int) -> int:
    quote = reading.quotes.opening_at(position)
    return position + 1 if quote is None or quote.close > limit else quote.close


def _unfinished(reading: Reading, begin: int, end: int) -> Span | None:
    """Drop a preposition that the phrase was cut after."""
    last, start = reading.word_before(end)
    while start >= begin and last in words("preposition"):
        end = start
        last, start = reading.word_before(end)
    span = reading.trim(begin, end)
    return span if span[1] > span[0] else None


def _word(reading: Reading, position: int, limit: int, first: bool) -> tuple[bool, int] | None:
    """Return whether the word belongs to the phrase and where it ends; None ends the phrase."""
    lexed = reading.lexed
    number = lexed.word_at(position)
    assert number is not None
    word, after = lexed.word(number), lexed.word_ends[number]
    opening = reading.lexed.hit_at("opening", position)
    if opening is not None:
        return (False, opening.end) if first else None  # أعرب الوزير، بهذه المناسبة، عن
    frame = reading.frame(position)
    if frame is None and first and word[:1] == _W:
        joined = reading.frame(position + 1)
        frame = joined if joined is not None and joined.entry == "word" else None  # ضاحكا وساخرا
    if frame is not None:
        if not first:
            return None
        if frame.entry in ("medium", "preposition"):
            return False, _past_frame(reading, frame.end, limit)
        return False, outlet_end(reading, (frame.start, frame.end), limit)
    if first and (whoever(reading, number) or acting(reading, number)):
        return None
    if first and word in _WITHOUT:
        return False, _past_frame(reading, after, limit)  # قال دون التطرق للتفاصيل، إن
    if (
        word in words("particle")
        or (is_joined(word) and word[1:] in words("particle"))
        or (first and word in words("negation"))
    ):
        return (False, after) if first else None
    conjunction = word in words("conjunction") and not foreign.particle(reading, number)
    ended = not first and ends_mention(reading, number)
    if ended or word in words("relative") or (conjunction and not mother(reading, number, first)):
        return None
    somebody = lexed.hit_at("title", position) or lexed.hit_at("document", position)  # مذكرة
    woman = word.endswith(_FEMININE) and lexed.hit_at("given", reading.next_token(after, limit))  # ملحة سالم
    manner = word.endswith(_ACCUSATIVE) and lexed.word(number - 1) not in _YET  # كتب معلقا على الحادثة
    participle = lexed.hit_at("participle", position) and not (first and ((somebody and not manner) or woman))
    if participle or lexed.hit_at("attribution", position):
        return None
    if reading.hit_word("complementizer", position) is not None and not foreign.particle(reading, number):
        return None
    verb = lexed.hit_at("verb", position)
    if verb is not None and not verb.entry.verb.careful and (not first or verb.entry.verb.lemma == _SAID):
        return None  # وأردف يقول
    noun = lexed.hit_at("verbal_noun", position)
    if noun is not None and not first and (noun.entry.pronoun or word == _SAYING):
        return None
    own = lexed.raw_text(position, after).endswith(_POSSESSED)
    if own and not first and word in words("frame", "medium"):
        return None  # اختتم نصار | حديثه
    before = lexed.word(number - 1)
    name = lexed.hit_at("given", position) is not None  # الرئيس برهم
    if not (first or name) and before.startswith(AL) and lexed.raw_text(position, after).endswith(_HERS):
        behind = not reading.gap(lexed.word_ends[number - 1], position)
        if behind and not word.startswith(tuple(words("with_pronoun", "before"))) and not is_joined(word):
            return None  # بررت الوزيرة | قرارها
    after_noun = before.startswith(AL) or (
        before.endswith(_FEMININE) and before not in words("head")
    )  # شركة نفت
    called = is_label(before) and verb is None and word not in shape_words().past  # مؤسسة ماركت
    if (is_past_feminine(word) and not first and after_noun and not called) or (
        not first
        and (word == _L or _to_latin(word))
        and _addressed(reading, after, limit)
        and not _of_issuer(reading, number)
    ):
        return None
    if first and len(word) == 1 and word not in words("person_title"):
        return False, after
    issued = word == _FROM and (
        before.removeprefix(AL) in words("issued")
        or before in words("representing")
        or (before in words("constituency", "deputy") and lexed.word(number + 1) in words("constituency"))
    )  # بيان صادر عن، ممثلون عن
    if first and (word in words("with_pronoun") or addressing(reading, position, word)):
        return False, after  # قال عنه [الكاتب]، قالت لنظرائها
    if not first and reading.next_token(after, limit) >= limit and addressing(reading, position, word):
        return None  # قال [المدير] لصديقته إن
    if circumstance(word, lexed.raw_text(position, after)) and not reading.known(position):
        return None  # أضاف الكاتب | معقبا
    if not first and word in words("own_speech") and lexed.raw_text(after - 1, after) != "ة":
        return None  # ختم [الكاتب] كلمته بالقول, but not إحصائية حديثة
    bare = word[1:] if first and is_joined(word) else word  # وعن الوضع قال
    if (word in _OUT and not issued and not related(reading, number)) or (
        first
        and bare in words("preposition")
        and not (ali(reading, number) or reading.leads_prayer(position, after))
    ):
        return None
    return True, max(after, min(reading.body_end(position), limit))


def nominative(reading: Reading, span: Span) -> Span:
    """Return the subject without what follows from its first accusative on (الوكالة | استناداً إلى)."""
    for start, end in reading.words_in(*span)[1:]:
        if _TANWIN in reading.lexed.raw_text(start, end):
            return reading.trim(span[0], start)
    return span


def _to_latin(word: bytes) -> bool:
    """Whether ل is glued to a name in Latin letters: قال الوزير لـCNN."""
    return word[:1] == _L and len(word) > 1 and word[1:].isascii()


def _addressed(reading: Reading, position: int, limit: int) -> bool:
    """Whether «لـ» before a name in marks, or apart, says to whom it was said: nothing of the phrase follows."""
    quote = reading.quotes.opening_at(reading.next_token(position, limit))
    if quote is None:
        return True
    after = reading.next_token(quote.close, limit)
    return after >= limit or not reading.at_word(after) or after > quote.close + 1


def _of_issuer(reading: Reading, number: int) -> bool:
    """Whether «لـ» stands behind a document, so that its issuer follows: بلاغ صحفي لـ«الساحل»."""
    lexed = reading.lexed
    return any(lexed.hit_at("document", lexed.word_starts[at]) for at in range(max(number - 2, 0), number))


def _past_frame(reading: Reading, position: int, limit: int) -> int:
    """Return where a framing phrase that takes more words ends: at its comma or colon."""
    lexed = reading.lexed
    for marks in (lexed.commas, lexed.colons):
        number = bisect_right(marks, position - 1)
        limit = min(limit, marks[number]) if number < len(marks) else limit
    return limit


def _apposition(reading: Reading, position: int, limit: int) -> bool:
    """Whether a name or a title goes on after a comma."""
    lexed = reading.lexed
    first = lexed.word_from(position)
    if first >= len(lexed.word_starts) or lexed.word_starts[first] >= limit:
        return False
    start = lexed.word_starts[first]
    gap = reading.gap(position, start)
    if gap:
        return False
    word = lexed.word(first)
    if word in words("preposition") or any(reading.in_class(word, kind) for kind in ("negation", "particle")):
        return False
    closing = ("complementizer", "participle", "conjunction", "reporter", "attribution", "opening")
    closed = reading.frame(start) is not None or any(lexed.hit_at(kind, start) for kind in closing)
    if closed and not foreign.particle(reading, first):
        return False
    joined = word[:1] == _W and lexed.hit_at("given", start) is None and not named_with_w(reading, first)
    if word in words("relative") or joined or lexed.hit_at("verb", start) is not None:
        return False
    comma = bisect_right(lexed.commas, start)
    stop = min(limit, lexed.commas[comma]) if comma < len(lexed.commas) else limit
    return reading.count_words(start, stop) <= _APPOSITION
