"""Whether a cue begins its clause behind nothing but what dates, places or introduces it: من جهته، عقب الاجتماع."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading, is_adjective, is_joined
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import is_verb

_W, _IN = fold_word("و"), fold_word("في")
_MARKS = b"<>\"'"
_FRAME = 3  # words of a framing phrase
_SETTING = 4  # words of what an act of speaking is set in
_PEOPLE = ("title", "given", "unnamed", "many")


def framing(reading: Reading, start: int, end: int) -> bool:
    """Whether framing words, and nothing else, stand in `[start, end)` (من جهته، في المقابل)."""
    lexed = reading.lexed
    position = reading.next_token(start, end)
    while position < end:
        hit = reading.hit_word("opening", position) or reading.hit_word("frame", position)
        number = lexed.word_at(position)
        if hit is not None and hit.end <= end:
            position = hit.end
            if hit.entry == "preposition" and _set_in(reading, position, end):
                return True
        elif (cited := reading.hit_word("attribution", position)) is not None and not cited.entry.verb:
            return _set_in(reading, cited.end, end)  # وبحسب الصحيفة ذكر المدير أن
        elif number is not None and (after := _in_time(reading, number)) is not None and after <= end:
            position = after
        elif number is not None and (lexed.word(number) in words("particle") or lexed.word(number) == _W):
            position = lexed.word_ends[number]
        else:
            return False
        position = reading.next_token(position, end)
    return True


def _in_time(reading: Reading, number: int) -> int | None:
    """Return where «في» ends before a phrase of time, or a month with its adjective (وفي | الأسبوع الماضي؛ وفي مايو الماضي |)."""
    lexed = reading.lexed
    if lexed.word(number).removeprefix(_W) != _IN or number + 1 >= len(lexed.word_starts):
        return None
    start = lexed.word_starts[number + 1]
    hit = lexed.hit_at("frame", start)
    if hit is not None and hit.entry == "word":
        return lexed.word_ends[number]
    month = lexed.hit_at("month", start)
    if month is None:
        return None
    after = lexed.word_from(month.end)
    return lexed.word_ends[after] if lexed.word(after) in words("frame", "dating") else month.end


def _set_in(reading: Reading, start: int, end: int) -> bool:
    """Whether one noun phrase, and nothing but a closing mark, follows a preposition before `end`: عقب [الاجتماع الطارئ] حذر."""
    before = b""
    inside = reading.words_in(start, end, _SETTING + 1)
    for first, last in inside:
        word = reading.lexed.shadow[first:last]
        whole = before.startswith(AL) and not is_adjective(word)
        if word in words("particle") or is_verb(word, reading.lexed.raw_text(first, last)):
            return False  # إذ كانت الوزارة أعلنت
        if whole or reading.lexed.hit_at("verb", first) or reading.known(first, _PEOPLE) or is_joined(word):
            return False
        before = word
    return 0 < len(inside) <= _SETTING and not reading.gap(inside[-1][1], end).strip(_MARKS)


def before_frame(reading: Reading, position: int, floor: int) -> int:
    """Return where the phrase that dates or frames begins which ends right before a verb (دعوى | الشهر الماضي | تتهم), else the
    position itself."""
    at = position
    for _ in range(_FRAME):
        word, at = reading.word_before(at)
        if at < floor or not word:
            break
        frame = reading.frame(at)
        if frame is not None and frame.entry == "word" and not reading.gap(frame.end, position):
            return at if reading.count_words(frame.end, position) == 0 else position
    return position
