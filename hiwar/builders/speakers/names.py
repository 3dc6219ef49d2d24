"""Where a name ends that begins at a word."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.speakers.second_names import family, trade, with_pronoun
from hiwar.builders.speakers.titled import governs, ranked, title_at
from hiwar.builders.speakers.unknown import adverb, thing
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word
from hiwar.builders.text.shapes import verbal_shape

_LONGEST_NAME = 10
_NOT_NAMES = ("places", "regions", "prepositions", "ends", "issuing", "turns", "so_called", "last_mentioned")
_AND = fold_word("و")
_AT = (fold_word("ب"), fold_word("ل"))
_PRONOUNS = ("ه", "ها", "هم")
_NOT_TO = fold_word("عدم")
_LETTERS = function_words("letter")
_CLAN = fold_word("آل")
_GOD = fold_word("الله")
_ARTICLE = fold_word("ال")
_DIVINE = function_words("divine") - {_GOD}
_DEED, _PEOPLE, _BROKEN = 6, 7, 5  # letters of nouns: التهنئة، المصابين، أسباب
_BEFORE_NUMBER = "الـ"  # the article of a number
_JUDGED = frozenset(fold_word("بأن" + it) for it in ("ه", "ها", "هم", "هما"))


def read_name(words: Words, first: int, limit: int, bounded: bool = True) -> int:
    """Return the word after the name that begins at the word; `first` itself when there is none."""
    if first >= limit or not _can_begin(words, first):
        return first
    end = name_end(words, first, min(limit, first + _LONGEST_NAME))
    if bounded and end == first + 1 == limit - 1 and _closes_mention(words, first, end):
        return limit
    return end if bounded else _sure_end(words, first, end)


def _closes_mention(words: Words, first: int, number: int) -> bool:
    """Return whether the one word behind a given name that a mention ends with is a family's, whatever else it means:
    [خالد خوجة] في تصريح, [خالد حداد] لـ«الساحل»."""
    if not words.bare("given", first) or words.gap(number) or words.definite(number):
        return False
    other = words.is_any(number, *_NOT_NAMES, "head", "many", "document", "unnamed", "same_one")
    glued = words.prepositional(number) or words.coordinated(number) or with_pronoun(words, number)
    title = words.known("title", number)
    trade = title is None or (title.entry.number == "s" and title.after == number + 1)
    return trade and not (other or glued or adverb(words, number) or words.reports(number))


def _sure_end(words: Words, first: int, end: int) -> int:
    """Return the end of a name in running text, before words that may be the next of the sentence."""
    number = first + 1
    while number < end:
        sure = words.is_any(number, "given", "name_joined", "name_second") or words.definite(number)
        second = number == first + 1 and words.bare("given", first) and not words.feminine(number)
        again = words.families.alone(number) or words.recurs(number, number + 1)
        if not (sure or second or again or words.is_any(number - 1, "name_joined")):
            break
        number += 1
    return number


def _can_begin(words: Words, number: int) -> bool:
    if words.raw_word(number) == _BEFORE_NUMBER:
        return False  # المهرجان الـ17
    if words.is_any(number, "of_titles") and not words.is_any(number + 1, "given"):
        return False
    if number + 1 < len(words) and words.word(number + 1) == _NOT_TO:
        return False  # مسؤول فضل عدم ذكر اسمه
    if words.bare("given", number) or words.bare("name_joined", number):
        return True
    if words.is_any(number, *_NOT_NAMES, "head", "document", "unnamed", "nation", "many"):
        return False
    if words.reports(number) or (words.word(number).startswith(_AND) and words.is_any(number + 1, "head")):
        return False  # وشؤون مجلس المدينة
    if title_at(words, number, len(words)) or words.prepositional(number) or words.coordinated(number):
        return False
    if with_pronoun(words, number) and not words.families.alone(number):
        return False  # أردف سموه | بقوله
    if words.word(number) in shape_words().past or (
        words.is_any(number, "adjectives") and words.definite(number)
    ):
        return False  # العالم، | فعل ذلك; مرشدهم | الحالي
    if words.word(number)[:1] in _AT and not words.known_any(number):
        governs = words.definite(number + 1) and not words.gap(number + 1) and not words.nisba(number + 1)
        if verbal_shape(words.word(number)[1:]) or governs:
            return False  # المبتعث | لتحضير رسالة، المفتي | بخالص العزاء
    return not words.is_any(number, "state", "places", "organization")


def name_behind(words: Words, first: int, end: int, limit: int) -> tuple[int, int]:
    """Return the name that ends the mention behind words that go on past `end`: شركة المرج موتورز في السعودية | محمد سالم."""
    for number in range(end + 1, limit - 1):
        if words.gap(number) == b"," and _sons(words, number) and read_name(words, number, limit) == limit:
            return number, limit  # الباحث، بجامعة الساحل، ملهم بن سالم
        if words.bare("given", number) and not words.is_any(number, "title", "nation", "state", "places"):
            before = words.is_any(number - 1, "given", "name_joined", "title")
            body = words.is_any(number - 1, "head") and not words.definite(number - 1)
            before = before or (body and not words.gap(number))
            if before and not ranked(words, number - 1):
                break
            return (number, limit) if read_name(words, number, limit) == limit else (first, end)
    return first, end


def _sons(words: Words, number: int) -> bool:
    """Return whether an unknown word begins a name, as «بن» goes on with it: ملهم بن سالم."""
    return (
        not words.known_any(number) and words.is_any(number + 1, "name_joined") and not words.gap(number + 1)
    )


def name_past(words: Words, first: int, limit: int) -> tuple[int, int] | None:
    """Return the name behind what keeps it from its title: a number, a short name in marks, a phrase, an apposition.

    مهرجان «البحر 12» سالم نصار، الهيئة (ساد) الدكتور سالم نصار، المدير بالنادي سالم نصار
    """
    if words.raw_word(first) == _BEFORE_NUMBER:
        first += 1  # المهرجان الـ17 سالم نصار
    gap, start = words.gap(first), first
    while gap and (title := title_at(words, start, limit)) and title[0].rank in _PERSONAL:
        start = title[1]
    if gap and words.bare("given", start) and not gap.strip(_PAST):
        first, end = start, read_name(words, start, limit)
    elif words.prepositional(first) or _OPENING.intersection(gap):
        first, end = name_behind(words, first, first, limit)
    else:
        return None
    return (first, end) if end > first else None


_PERSONAL = ("rank", "style", "abbreviation")
_PAST = b'0123456789>)",-'
_OPENING = frozenset(b',<("')


def name_end(words: Words, first: int, limit: int) -> int:
    """Return the word after the name that begins at the word."""
    number, open_ = first, False
    while number < limit:
        parted = words.gap(number) not in (b"", b"-", b"'") and not _initial(words, first, number)
        if number > first and (parted or words.dashed(number)):
            break
        if number > first and not _can_continue(words, first, number, open_):
            break
        joined = words.bare("name_joined", number) and not words.definite(number)
        clan = number > first and words.word(number - 1) == _CLAN  # آل الحداد
        ends = words.definite(number) and (clan or not open_) and not words.is_any(number, "name_second")
        ends = ends and (
            words.word(number + 1) != _GOD or words.nisba(number)
        )  # الجار الله, not سأل العمري الله
        ends = ends and not (number == first and (words.bare("given", number) or _pair(words, number)))
        number += 1
        open_ = joined
        if ends and not words.is_any(number, "name_joined"):
            break
    return number


def _initial(words: Words, first: int, number: int) -> bool:
    """Return whether a letter's name with its stop stands before the word, behind a name: لورا إيه. | كولان."""
    letter = number - 1 > first and words.word(number - 1) in _LETTERS
    return letter and words.gap(number) == b"." and not words.known_any(number)


def _pair(words: Words, number: int) -> bool:
    """Return whether a definite name has a family name behind it: السعيد الورقي."""
    after = number + 1
    surname = (
        words.definite(after) and words.nisba(after) and not words.feminine(after) and not words.gap(after)
    )
    return (
        surname
        and not words.prepositional(after)
        and not words.is_any(after, "nation", "title", "adjectives")
    )


def _can_continue(words: Words, first: int, number: int, open_: bool) -> bool:
    if words.word(number) == _AND:
        return False  # سالم نصار و فريقه
    if open_ and not words.bare("ends", number):
        return True
    if words.bare("name_joined", number) or words.is_any(number, "name_second"):
        return True
    if words.bare("given", number):
        return not _deputy(words, first, number)
    if number > first + 1 and (_goes_on(words, number) or _people(words, number)):
        return False
    if words.bare("ends", number) and not words.is_any(number + 1, "given"):
        return False
    if family(words, first, number):
        return True
    if family(words, first, number - 1) and not words.families.of_somebody(number):
        return False  # سالم بوقصبة | عم المصاب
    if number > first + 1 and adverb(words, number) and words.is_any(number + 1, "prepositions"):
        return False  # هدى الصباغ | جوابا على سؤال
    state = words.known("state", number)
    if state is not None and state.entry.role != "capital" and not state.glue and number > first + 1:
        return False  # حث سالم نصار | إيطاليا على
    if words.definite(number) and words.word(number) == _ARTICLE + words.word(number - 1):
        return True  # سالم بن حمدان الحمدان
    judged = words.definite(number) and words.word(number + 1) in _JUDGED and not words.nisba(number)
    if judged and number > first + 1:
        return False  # وصف سالم نصار | القرار بأنه
    surname = words.families.alone(number - 1) and not words.bare("given", number - 1)
    if number > first + 1 and words.definite(number) and surname:
        return False  # ترك كارل رومان | الباب مفتوحا
    if words.is_any(number, "head", "many") or (thing(words, number) and not words.families.alone(number)):
        return False
    if words.definite(number) and not words.article_glue(number) and not words.prepositional(number):
        title = title_at(words, number, len(words))
        last = not words.is_any(number + 1, "given", "title") or bool(words.gap(number + 1))
        if (
            title is None
            or number == first + 1
            or (title[0].rank == "rank" and last)
            or trade(words, first, number)
        ):
            return True  # a family name, whatever else the word means: منصور التركي
    if words.is_any(number, *_NOT_NAMES, "nation", "document", "many"):
        return False
    if _own_w(words, first, number):
        return True
    if words.prepositional(number) or words.coordinated(number) or words.reports(number):
        return False
    if with_pronoun(words, number):
        return False
    if number == first + 1 and words.bare("given", first) and words.bare("given", number + 1):
        return not words.gap(number + 1)  # ماجد قايد نصار
    return trade(words, first, number) or title_at(words, number, len(words)) is None


def _people(words: Words, number: int) -> bool:
    """Return whether people without a name begin behind a full name, whom somebody turns to: طالب سالم نصار | وسائل الإعلام."""
    known = words.known("unnamed", number)
    return known is not None and not known.glue and known.after > number + 1


def _own_w(words: Words, first: int, number: int) -> bool:
    """Return whether an unknown word with و right behind a given name is the family name, as a title or a comma follows: سالم ويلكن،"""
    word, raw = words.word(number), words.raw_word(number)
    second = number == first + 1 and words.bare("given", first) and word.startswith(_AND)
    if not second or words.known_any(number) or words.definite(number) or raw.endswith(_PRONOUNS):
        return False
    closed = words.is_any(number + 1, "title") or bool(words.gap(number + 1))
    return closed and len(word) > 3 and not words.count(word[1:])


def _goes_on(words: Words, number: int) -> bool:
    """Return whether a word behind a full name begins what comes next: a verb, what follows a clan, an act (سالم نصار | طلب)."""
    act = words.definite(number) and not words.nisba(number) and verbal_shape(words.word(number)[2:])
    if _another_noun(words, number):
        return True
    clan = words.word(number - 2) == _CLAN and (words.definite(number) or words.word(number).startswith(_AT))
    return clan or words.is_any(number, "verb") or act


def _another_noun(words: Words, number: int) -> bool:
    """Return whether a word behind a full name is a noun by its form: فهد بن سعد | المصابين، التهنئة، فعاليات السوق."""
    if words.is_any(number, "given", "name_second", "name_joined") or words.families.alone(number):
        return False
    word, raw = words.word(number), words.raw_word(number)
    if word in _DIVINE:
        return True  # سعود بن نايف | المولى عز وجل
    if words.definite(number):
        act = raw.startswith("الت") and len(word) >= _DEED and not words.nisba(number)
        return act or (raw.endswith("ين") and len(word) >= _PEOPLE)
    plural = raw.endswith("ات") or (len(raw) == _BROKEN and raw[0] == "أ" and raw[3] == "ا")
    return plural and words.definite(number + 1) and not words.gap(number + 1)


def _deputy(words: Words, first: int, number: int) -> bool:
    """Return whether a given name that is a title as well has an office after it: رامي نصار | مساعد قائد الشرطة."""
    if not words.bare("title", number) or words.gap(number + 1):
        return False
    if words.bare("given", number + 1):
        return governs(words, number + 1, min(number + _LONGEST_NAME, len(words)))  # مساعد أمين العاصمة
    if any(known.after > number + 1 for known in words.all_known("title", number)):
        return True  # سالم نصار | رائد الفضاء
    if words.is_any(number + 1, "title", "ministry", "head", "organization", "regions"):
        return True
    ended = number + 1 >= len(words) or words.is_any(number + 1, "ends", "prepositions")
    return number > first + 1 and not ended and not words.definite(number + 1)  # سالم نصار | مالك مزرعة
