"""Words behind who speaks that tell who is among them, or that they are not to be named: no part of the mention."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.statements.reading import Reading


def ends_mention(reading: Reading, number: int) -> bool:
    """Whether a mention ends before the word: ثلاث شركات | بينها شركة الساحل, مسؤول | رفض الكشف عن اسمه."""
    return reading.lexed.word(number) in words("including") or withholds(reading, number)


def withholds(reading: Reading, number: int) -> bool:
    """Whether a verb begins there that tells that who speaks is not to be named (رفض ذكر اسمه، طلب عدم نشر اسمه)."""
    word, following = reading.lexed.word(number), reading.lexed.word(number + 1)
    return word in words("withholding") and following in words("withholding", "naming")
