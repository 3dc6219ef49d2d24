"""Whether the words of a mention can speak; where they cannot, the verb is read as one without a subject."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.knowledge.words import words as shape_words
from hiwar.builders.speakers.phrase import ORGANIZATION, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.unknown import OWN_WORDS, verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import verbal_shape

_UNSURE = ("name", "description")  # rules of phrases of which no word tells what they are
_IN_OR_LIKE = tuple(fold_word(letter) for letter in "بك")
_OF_NATIONS = fold_word("يين")
_ACCUSATIVE, _OBLIQUE = fold_word("ين"), fold_word("ي")
_RAISED = fold_word("ون")
_PLURALS = tuple(fold_word(ending) for ending in ("ون", "ان", "ي"))
_SEVERAL = tuple(fold_word(ending) for ending in ("ين", "ون", "ان"))
_ALIF, _MEEM = fold_word("ا"), fold_word("م")
_ACTING = fold_word("مت")  # متوجها إلى
_LONG = tuple(fold_word(vowel) for vowel in "اوي")
_US = fold_word("نا")
_THINGS = fold_word("ات")
_PRESENT = _NISBA = fold_word("ي")
_VERBAL = tuple(fold_word(letter) for letter in "تن")
_PRONOUN = (fold_word("ه"), fold_word("ها"))
_OWNED = tuple(fold_word(ending) for ending in ("اته", "اتها", "اتهم", "واه", "واها", "تهم", "تي"))
_AFTER_VERB = fold_words(("منهم", "إليهم", "عليهم", "عنهم", "بهم", "لهما", "أنفسهم", "أنفسنا"))
_OF_THEM, _THE = (fold_word("ها"), fold_word("هم")), fold_word("ال")
_SOURCES = fold_word("مصادر")
_NOMINATIVE = ("ؤها", "ؤهم", "وها", "وهم")  # أعضاؤها، محاموهم
_HERS = (fold_word("ته"), fold_word("تها"))
_GOD = fold_word("الله")
_TANWIN = "\u064b"
_ADVERBIAL = ("يا", "أولا", "ثانيا", "ثالثا")  # ميدانيا
_ACT = 6  # letters of a verbal noun with the article: الاتفاق
_AND = fold_word("و")
_CALLING = fold_words(("يا", "أيها", "أيتها"))
_NOUNS = ("title", "head", "document", "unnamed", "many")
_KINDS = ("title", "given", "head", "organization", "ministry", "state", "document", "unnamed", "many")
_NAME = 3  # words of an unknown name
_PAIRED = ((b"<", b">"), (b'"', b'"'))
_STOPPED = (b"\n", b".")


def can_speak(
    words: Words, phrase: Phrase, gender: str | None, number: str | None, before: bool, strict: bool
) -> bool:
    """Return whether the phrase can be the subject of its cue, a verb of that gender and number.

    `before` tells that it stands before the cue, where any noun may stand, and `strict` that a noun of which nothing is known is
    no source there.
    """
    first = phrase.first
    divine = words.word(first) in function_words("divine")
    if divine and (words.word(first) != _GOD or phrase.after > first + 1):
        return True  # قال تعالى
    if _under_preposition(words, first, before or gender is not None):
        return False
    if before and number in ("d", "p") and words.word(first).endswith(_SEVERAL):
        return True  # إن الوزيرين قالا
    if not before and gender and (_object(words, phrase, gender) or plural_object(words, first)):
        return False
    if not before and (number in ("d", "p") or _construct_object(words, phrase)):
        return False  # دعوا السكان إلى: a verb before its subject is singular
    if phrase.rule not in _UNSURE or words.bare("given", first) or words.is_any(first, "name_joined"):
        return True
    if words.is_any(first, "prepositions", "ends", "turns", "issuing") or _accusative(words, first):
        return False
    if words.word(first) in _AFTER_VERB or _ours(words, first):
        return False  # طلب منهم ملء الأوراق
    if before and plural_object(words, first):
        return False
    if not before and (_own_matter(words, first) or _tanwin(words, first)):
        return False
    if words.word(first) in _CALLING or _deed(words, phrase, before):
        return False  # ويقول له يا أخي
    if phrase.after == first + 1 and _adverb(words, first):
        return False
    if phrase.after > first + 1 and words.reports(first):
        return False
    if not before and words.definite(first + 1) and not words.definite(first) and _acting(words, first):
        return False  # أضاف مخاطبا السكان
    if words.word(first) in OWN_WORDS and not words.raw_word(first).endswith("ة"):
        return False  # اختتم حديثه بقوله
    owned = words.word(first).endswith(_OWNED) and not words.recurs(first, phrase.after)
    if phrase.after == first + 1 and (words.word(first) in OWN_WORDS or owned or divine):
        return False  # دعا الله أن
    return (
        not before
        or _in_marks(words, phrase)
        or (_definite(words, phrase, strict) if words.definite(first) else _foreign_name(words, phrase))
    )


def _in_marks(words: Words, phrase: Phrase) -> bool:
    """Return whether a name alone stands in marks, as those of outlets do: وكانت «الساحل» أشارت إلى."""
    named = phrase.rule in _UNSURE and phrase.after - phrase.first <= _NAME
    opened, closed = words.gap(phrase.first)[-1:], words.gap(phrase.after)[:1]
    return named and (opened, closed) in _PAIRED


def speaking_tail(words: Words, phrase: Phrase) -> int | None:
    """Return the word at which somebody is named at the end of words that cannot speak: عثر على [رسالة]، بث [ناشطون]."""
    for number in range(phrase.first + 1, phrase.after):
        if not words.is_any(number, *_KINDS):
            continue
        inner = read_phrase(words, number, phrase.after, bounded=False)
        if inner is not None and inner.after == phrase.after:
            return number
    return None


def _object(words: Words, phrase: Phrase, gender: str) -> bool:
    """Return whether the phrase after a verb is its object by its gender: دعا المنشآت إلى، دعت المجلس إلى."""
    if words.bare("given", phrase.first):
        return False
    body = words.known("organization", phrase.first)
    if (
        body
        and words.word(phrase.first).endswith(_ACCUSATIVE)
        and fold_word(body.entry.name).endswith(_RAISED)
    ):
        return True  # دعا الحوثيين
    if phrase.rule == "organization_name" and phrase.after == phrase.first + 1 and gender == "m":
        return False  # قال الفيفا
    if phrase.kind == ORGANIZATION and phrase.gender is not None:
        return phrase.gender != gender and words.definite(phrase.first)
    if phrase.rule == "group" and gender == "m" and words.definite(phrase.first):
        return True  # دعا الدول
    unknown = phrase.rule in _UNSURE and gender == "m"
    return unknown and (words.feminine(phrase.first) or words.word(phrase.first).endswith(_THINGS))


def _under_preposition(words: Words, number: int, before: bool) -> bool:
    """Return whether a preposition is glued to the word: كدليل، بصوته; «لـ» does so only to what stands before a verb."""
    if words.bare("given", number) or not words.prepositional(number):
        return False
    return before or words.word(number).startswith(_IN_OR_LIKE)


def plural_object(words: Words, number: int) -> bool:
    """Return whether the word is a plural that no subject has the form of: دعا المسافرين، طالب لاعبي الفريق."""
    title = words.known("title", number)
    oblique = words.definite(number) and words.word(number).endswith(_ACCUSATIVE)  # طالب المسؤولين بالتدخل
    if title is not None and title.entry.number == "p" and words.definite(number + 1) and not oblique:
        described = words.definite(number) and not words.gap(number + 1)
        described = described and words.word(number + 1).endswith(_OF_NATIONS)  # دعا الأطباء اليمنيين إلى
        if words.coordinated(number + 1) and words.definite(number):
            return words.word(number).endswith(_ACCUSATIVE)  # ناشد المواطنين والمقيمين
        return described or words.word(number) == fold_word(title.entry.word) + _OBLIQUE
    plural = words.definite(number) and words.word(number).endswith(_ACCUSATIVE)
    title = words.known("title", number)
    single = title is not None and title.entry.number == "s"  # الأمين العام
    return (
        plural and not single and not words.is_any(number, "given", "state", "places", "organization", "head")
    )


def _construct_object(words: Words, phrase: Phrase) -> bool:
    """Return whether the phrase begins with a plural that governs as no subject does: نبه سائقي السيارات."""
    plural = phrase.number == "p" and not words.definite(phrase.first)
    own = fold_word(getattr(phrase.entry, "word", "")) == words.word(phrase.first)
    if own or words.bare("many", phrase.first):
        return False  # أهالي، إحدى: their own form
    return plural and words.word(phrase.first).endswith(_NISBA) and words.definite(phrase.first + 1)


def _accusative(words: Words, number: int) -> bool:
    """Return whether the word is no subject by its ending: نقداً."""
    return _TANWIN in words.lexed.raw_text(words.starts[number], words.ends[number])


def _deed(words: Words, phrase: Phrase, before: bool) -> bool:
    """Return whether unknown words are a verb or an adverb before the cue, or behind it what is done: صدق مدرب، ميدانيا؛ الارتفاع،
    استخدامه."""
    first, alone = phrase.first, phrase.after == phrase.first + 1
    word, raw = words.word(first), words.raw_word(first)
    if words.recurs(first, phrase.after) and len(word) < _ACT:
        return False
    if word in shape_words().past or (before and word[:1] == _AND and word[1:] in shape_words().past):
        return True
    if alone and raw.endswith(_ADVERBIAL) and not words.known_any(first):
        return True
    if before or not alone:
        return False
    stem = word.removeprefix(_THE)
    act = len(word) > _ACT and stem != word and verbal_shape(stem) and raw[2:3] == "ا"
    his = raw.endswith("ه") and not words.known_any(first) and verbal_shape(word[:-1])
    return act or his


def _ours(words: Words, number: int) -> bool:
    """Return whether an unknown word ends in «us» or «we» behind a consonant, as no name does: هدفنا، استطعنا."""
    word = words.word(number)
    ours = len(word) > 4 and word.endswith(_US) and word[-3:-2] not in _LONG
    return ours and not words.known_any(number)


def _own_matter(words: Words, number: int) -> bool:
    """Return whether the word is an unknown noun with a pronoun, in no nominative: أعلنت عزمها، نشرت نتائجها."""
    word, raw = words.word(number), words.raw_word(number)
    owned = len(word) > 4 and word.endswith(_OF_THEM) and not words.known_any(number)
    if not owned or words.definite(number) or word.startswith(_SOURCES):
        return False  # الأدهم، علمت من مصادرها
    return not raw.endswith(_NOMINATIVE) and not words.is_any(number + 1, *_KINDS)


def _tanwin(words: Words, number: int) -> bool:
    """Return whether the word is a noun in the accusative that has no mark, as the text or what follows tells: رفضت طلبا من الشركة."""
    word, raw = words.word(number), words.raw_word(number)
    if not raw.endswith("ا") or raw.endswith("نا") or words.definite(number) or words.known_any(number):
        return False
    stem = word[:-1]
    if len(stem) > 4 and verbal_shape(stem):
        return True  # أبدى اهتماما كبيرا
    told = len(stem) > 3 and (words.count(stem) or words.count(_THE + stem))
    return bool(told) or (
        len(stem) > 2 and words.bare("prepositions", number + 1) and not words.gap(number + 1)
    )


def _adverb(words: Words, number: int) -> bool:
    """Return whether a bare word after a verb is the next verb, or a participle in the accusative: سيفتقد، قاطعا، مجددا."""
    word = words.word(number)
    if words.definite(number) or words.recurs(number, number + 1):
        return False
    if verb(words, number):
        return True
    active = len(word) == 5 and word[1:2] == _ALIF
    return _acting(words, number) or (words.raw_word(number).endswith("ا") and active)


def _acting(words: Words, number: int) -> bool:
    """Return whether a word is an active participle in the accusative: مجددا، متوجها، مخاطبا."""
    word = words.word(number)
    derived = word[:1] == _MEEM and len(word) in (5, 6) and not any(vowel in word[1:-1] for vowel in _LONG)
    mutual = word[:1] == _MEEM and len(word) == 6 and word[2:3] == _ALIF
    return words.raw_word(number).endswith("ا") and (derived or mutual or word.startswith(_ACTING))


def _definite(words: Words, phrase: Phrase, strict: bool) -> bool:
    """Return whether unknown words with the article are somebody: a family name, people, an adjective used as a noun."""
    if strict or words.feminine(phrase.first):
        return False
    alone = phrase.rule == "name" and words.gap(phrase.first) == b"\n"  # a headline's subject
    return alone or words.word(phrase.first).endswith(_PLURALS)


def _foreign_name(words: Words, phrase: Phrase) -> bool:
    """Return whether unknown words without the article look like a name: few, and none like a common noun or a verb."""
    first, after = phrase.name or (phrase.first, phrase.after)
    if after - first > _NAME or words.word(first).startswith(_PRESENT):
        return False
    if words.gap(first)[-1:].isdigit() or any(verb(words, number) for number in range(first + 1, after)):
        return False  # منذ 30 عاما قالت; ما زالت تشكل تهديدا
    if words.word(first).startswith(_VERBAL) and not (
        words.recurs(first, after) or words.gap(first) in _STOPPED
    ):
        return False
    if after == first + 2 and words.gap(after) and words.is_any(after, "title") and words.definite(first + 1):
        return not words.no_name(first)  # its bearer's title follows
    if any(words.is_any(number, *_NOUNS) for number in range(first, after)):
        return False
    if phrase.rule == "description" and after < phrase.after and not words.gap(after):
        return False
    if after - first == 2 and words.definite(first + 1) and words.nisba(first + 1):
        acts = words.is_any(first, "verb") or words.word(first).endswith(_PRONOUN)
        return not acts and not words.no_name(first)  # a given name that is not in the table
    return not any(
        words.definite(number)
        or words.no_name(number)
        or words.word(number).endswith((_THINGS, *_OWNED, *_HERS))
        for number in range(first, after)
    )
