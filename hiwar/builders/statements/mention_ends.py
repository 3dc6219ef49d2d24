"""Words behind who speaks that tell who is among them, to whom he spoke, or that he is not to be named: no part of the mention."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import AL, Reading
from hiwar.builders.text.fold import fold_word

_L = fold_word("ل")


def ends_mention(reading: Reading, number: int) -> bool:
    """Whether a mention ends before the word: ثلاث شركات | بينها شركة الساحل, مسؤول | رفض الكشف عن اسمه."""
    ended = reading.lexed.word(number) in words("including") or withholds(reading, number)
    return ended or sent_to(reading, number)


def withholds(reading: Reading, number: int) -> bool:
    """Whether a verb begins there that tells that who speaks is not to be named (رفض ذكر اسمه، طلب عدم نشر اسمه)."""
    word, following = reading.lexed.word(number), reading.lexed.word(number + 1)
    return word in words("withholding") and following in words("withholding", "naming")


def sent_to(reading: Reading, number: int) -> bool:
    """Whether ل tells to whom somebody named, or a body, said it: قال المدير سالم نصار | لوزير النقل ماجد فهد: …, قالت الحكومة | لوليد."""
    lexed = reading.lexed
    start = lexed.word_starts[number]
    if lexed.word(number)[:1] != _L or number < 1 or reading.gap(lexed.word_ends[number - 1], start):
        return False
    before, at = lexed.word(number - 1), lexed.word_starts[number - 1]
    whole = number > 1 and lexed.hit_at("given", lexed.word_starts[number - 2]) is not None
    title = lexed.hit_at("title", start + 1)
    whom = title is not None and title.word_start == start and title.entry.number == "s"
    if whole and whom and before.startswith(AL):
        return True
    if lexed.hit_at("given", start) is not None:
        return False  # لؤي
    named = whole or lexed.hit_at("given", at) is not None
    if named and title is not None and title.entry.rank in ("office", "rank"):
        return True
    body = before.startswith(AL) and lexed.hit_at("head", at) is not None
    return (body or named) and any(lexed.hit_at("given", start + glued) is not None for glued in (1, 2))
