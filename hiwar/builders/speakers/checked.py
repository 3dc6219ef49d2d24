"""A mention checked: its words may be unable to speak, or begin after a word that is none of the source's."""

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.doubt import can_speak, plural_object, speaking_tail
from hiwar.builders.speakers.inside import known_inside, written_together
from hiwar.builders.speakers.mentioned import counted, mention_phrase
from hiwar.builders.speakers.phrase import ORGANIZATION, PERSON, UNNAMED, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.second_names import with_pronoun
from hiwar.builders.speakers.unknown import OWN_WORDS, negation, verb
from hiwar.builders.speakers.whole import whole
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention, Statement
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import verbal_shape

_TAKES_SOMEBODY = frozenset({"شكر", "هنأ", "حث", "ناشد"})
_ADVISE = "نصح"  # experts advise, residents are advised
_BARE = frozenset({"قال", "أضاف", "تابع"})
_THESE = fold_words(("هؤلاء", "أولئك"))
_UNSURE = ("name", "description")
_PRONOUNS = (fold_word("ه"), fold_word("ها"), fold_word("هم"))
NOBODY = "nobody"  # the rule of a mention whose words stand right before the verb and cannot speak
ANOTHER = "another"  # the rule of a mention that does not agree with its noun or participle
_ALIF, _F = fold_word("ا"), fold_word("ف")
_CLAUSE = 15  # words of a clause before its verb
_PRECEDED, _AND = fold_word("سبق"), fold_word("و")


def checked(registry: Registry, mention: Mention, statement: Statement) -> Mention:
    """Return the mention of a source, or one without words where its words cannot speak."""
    words = registry.words
    if mention.start is None or mention.end is None or counted(words, mention):
        return mention
    phrase = mention_phrase(words, mention)
    if phrase is not None and phrase.after == phrase.first + 1 and words.word(phrase.first) in _THESE:
        return mention._replace(start=None, end=None, number="p")
    longer = whole(words, mention, phrase, statement)
    if longer != mention:
        return longer
    if mention.role == "relay":
        tail = speaking_tail(words, phrase) if phrase and phrase.rule == "description" else None
        return mention if tail is None else _from(registry, mention, tail)
    titled = mention.rule == "headline"  # who stands before its colon speaks
    if phrase is None or titled or written_together(registry, mention) or known_inside(registry, phrase):
        return mention
    if words.word(phrase.first - 1).endswith(_PRECEDED):
        return mention  # سبق للوزير أن أعلن
    if _thanked(words, phrase, statement) or (
        phrase.rule in _UNSURE and _deed(words, phrase.first, statement)
    ):
        return mention._replace(start=None, end=None)
    if _called(words, phrase, statement) or _turned_to(words, phrase, mention, statement):
        return mention._replace(start=None, end=None)
    gender = _owner(words, statement) or mention.gender
    if mention.rule == "main-subject" and _differs(phrase, gender, mention.number, statement):
        return mention._replace(start=None, end=None, gender=gender, rule=ANOTHER)
    if _verb_before_title(words, phrase):
        return _from(registry, mention, phrase.first + 1)  # قدم [سموه] شكره
    if words.word(phrase.first)[1:] in OWN_WORDS:
        return mention._replace(start=None, end=None)  # تابع بقوله
    before = mention.end <= statement.cue_start
    if before and _of_talk(words, phrase):
        return mention  # كلمة للوزير أوضح فيها
    if before and _then(words, phrase):
        return _from(registry, mention, phrase.first + 1)  # فسكت [عمر] ثم قال
    if not before and _loose_plural(words, phrase, statement):
        return mention
    between = words.lexed.word_from(mention.end)
    relative = words.word(between).removeprefix(_AND) in function_words("relative")  # بنصار والذي
    strict = relative or mention.rule == "main-subject"
    if can_speak(words, phrase, mention.gender, mention.number, before, strict):
        return mention
    if relative and _spoken_to(registry, phrase):
        return _from(registry, mention, phrase.first)
    tail = speaking_tail(words, phrase) if before else None
    if tail is None or words.prepositional(tail):
        rule = NOBODY if before and _right_before(words, phrase, between, statement) else mention.rule
        return mention._replace(start=None, end=None, rule=rule)
    return _from(registry, mention, tail)


def _spoken_to(registry: Registry, phrase: Phrase) -> bool:
    """Return whether a preposition is glued to who speaks in a relative clause: اتصلت بالوزير الذي أكد، بنصار الذي."""
    words = registry.words
    if not words.prepositional(phrase.first):
        return False
    word = words.word(phrase.first)
    known = registry.find_person((word[registry.clitic(phrase.first) or 1 :],), phrase.first)
    given = words.is_any(phrase.first, "given") and phrase.name is not None  # التقينا بسالم نصار والذي
    return (phrase.kind == PERSON and (given or phrase.rule not in _UNSURE)) or known is not None


def _right_before(words: Words, phrase: Phrase, between: int, statement: Statement) -> bool:
    """Return whether a verb stands right behind what cannot speak, or behind its relative: كتب تحث على العنف."""
    if words.gap(phrase.first) == b"\n" or negation(words, between - 1):
        return False
    relative = words.word(between) in function_words("relative")
    place = between + relative
    if (
        place >= len(words)
        or words.starts[place] != statement.cue_start
        or words.gap(place)
        or words.gap(between)
    ):
        return False
    if not relative and _fronted(words, phrase.first):
        return False  # بعد أيام من التنويم طلب
    cue = words.lexed.hit_at("verb", statement.cue_start)
    return cue is not None and cue.entry.verb.lemma not in _BARE


def _fronted(words: Words, number: int) -> bool:
    """Return whether the clause up to the word begins with a preposition or an adverb."""
    first = next((n for n in range(number, max(number - _CLAUSE, 0), -1) if words.gap(n)), number)
    return words.is_any(first, "prepositions", "turns") or words.prepositional(first)


def _of_talk(words: Words, phrase: Phrase) -> bool:
    """Return whether ل tells whose talk it is: that of the holder of an office, behind a noun for a talk or a paper."""
    talk = words.word(phrase.first - 1).removesuffix(_ALIF) if phrase.first else b""
    paper = talk in function_words("frame", "medium") or words.bare("document", phrase.first - 1)
    return phrase.title is not None and words.prepositional(phrase.first) and paper


def _then(words: Words, phrase: Phrase) -> bool:
    """Return whether an unknown word with ف stands before a given name, so that it is what he did: فسكت عمر."""
    first = phrase.first
    named = words.bare("given", first + 1) and not words.gap(first + 1)
    word = words.word(first)
    return named and word[:1] == _F and len(word) > 3 and not words.known_any(first)


def _owner(words: Words, statement: Statement) -> str | None:
    """Return the gender of the pronoun of one that a verbal noun carries: إدانته، إدانتها."""
    cue = words.lexed.shadow[statement.cue_start : statement.cue_end]
    if not statement.rule.startswith("noun") or not cue.endswith(_PRONOUNS[:2]):
        return None
    return "m" if cue.endswith(_PRONOUNS[0]) else "f"


def _differs(phrase: Phrase, gender: str | None, number: str | None, statement: Statement) -> bool:
    """Return whether the subject of a sentence is not whom its verbal noun or participle means, as they do not agree: حققت الشرطة
    في تهديدات للرئيس بعد إدانته; ترحم الزملاء على الكاتبة التي ختمت قائلة."""
    if phrase.gender is None or gender is None or phrase.gender == gender:
        return False
    if statement.rule.startswith("noun"):
        return phrase.number == "s"
    return phrase.kind in (PERSON, UNNAMED) and gender == "f" and number == "s"


def _verb_before_title(words: Words, phrase: Phrase) -> bool:
    """Return whether a verb was taken for a name before the title behind it."""
    alone = phrase.rule == "name_and_title" and phrase.name == (phrase.first, phrase.first + 1)
    unknown = not words.is_any(phrase.first, "given", "name_joined")
    return alone and unknown and not words.gap(phrase.first + 1) and verb(words, phrase.first)


def _called(words: Words, phrase: Phrase, statement: Statement) -> bool:
    """Return whether an unknown noun with a pronoun stands right behind a verb that calls upon somebody or something
    of the speaker's, or turns to him: يدعو جماهيره، وجهت نداءها، وعد مؤيديه."""
    cue = words.lexed.hit_at("verb", statement.cue_start)
    if cue is None or not (cue.entry.verb.act in ("call", "pledge") or cue.entry.verb.person):
        return False
    behind = phrase.first == words.lexed.word_from(statement.cue_end)
    unknown = phrase.rule in _UNSURE and not words.is_any(phrase.first, "given", "name_joined")
    owned = words.word(phrase.first).endswith(_PRONOUNS) and not words.feminine(phrase.first)
    return behind and unknown and owned and len(words.word(phrase.first)) > 4


def _turned_to(words: Words, phrase: Phrase, mention: Mention, statement: Statement) -> bool:
    """Return whether who stands right behind a verb of turning to somebody does not agree with it, and so is no
    subject: طالب شركة النقل بـ، دعت سالم نصار إلى."""
    cue = words.lexed.hit_at("verb", statement.cue_start)
    if cue is None or not (cue.entry.verb.person or "target" in cue.entry.verb.takes):
        return False
    behind = phrase.first == words.lexed.word_from(statement.cue_end)
    residents = phrase.rule == "unnamed" and phrase.number == "p" and phrase.definite and phrase.gender == "m"
    if behind and residents and mention.gender == "f" and statement.rule == "verb-preposition":
        return True  # طالبت السكان بـ
    behind = behind and phrase.kind in (PERSON, ORGANIZATION)
    told = phrase.rule not in _UNSURE or words.bare("given", phrase.first)
    both = mention.gender is not None and phrase.gender is not None and phrase.number == "s"
    return behind and told and both and phrase.gender != mention.gender


def _thanked(words: Words, phrase: Phrase, statement: Statement) -> bool:
    """Return whether the only noun phrase between the cue and its preposition is whoever is thanked, urged or
    greeted: شكرت الوكالة على الدعم."""
    cue = words.lexed.hit_at("verb", statement.cue_start)
    lemma = cue.entry.verb.lemma if cue else ""
    residents = lemma == _ADVISE and phrase.rule == "unnamed" and phrase.definite
    if lemma not in _TAKES_SOMEBODY and not residents:
        return False
    content = words.lexed.word_from(statement.start)
    preposition = next(
        (
            n
            for n in (content, content - 1)
            if words.is_any(n, "prepositions")
            or with_pronoun(words, n)
            or (residents and words.prepositional(n))
        ),
        None,
    )
    if preposition is None or phrase.first != words.lexed.word_from(statement.cue_end):
        return False
    if not plural_object(words, phrase.first) and any(
        plural_object(words, n) and not words.coordinated(n) for n in range(phrase.first + 1, preposition)
    ):
        return False  # حث المدير، أمس، [العاملين] على
    if phrase.kind == PERSON:
        single = read_phrase(words, phrase.first, content, bounded=False)
        return single is not None and single.after >= preposition
    return not any(_another(words, number) for number in range(phrase.first + 1, preposition))


def _loose_plural(words: Words, phrase: Phrase, statement: Statement) -> bool:
    """Return whether a plural right behind a verb that nobody is the object of is its subject, though in the form of
    one: يؤكد العاملين أن."""
    cue = words.lexed.hit_at("verb", statement.cue_start)
    behind = phrase.first == words.lexed.word_from(statement.cue_end)
    told = statement.rule in ("verb-that", "verb-colon", "verb-quote")
    if cue is None or cue.entry.verb.person or not behind or not told or words.prepositional(phrase.first):
        return False
    return plural_object(words, phrase.first)


def _another(words: Words, number: int) -> bool:
    """Return whether another noun phrase begins at the word: حث المجلس | الأطراف، حث الصندوق | عامة الناس."""
    if not words.definite(number - 1) or words.is_any(number, "adjectives"):
        return False
    somebody = words.is_any(number, "title", "head", "unnamed", "state", "organization")
    if words.definite(number):
        return somebody and not words.nisba(number)
    glued = words.prepositional(number) or words.coordinated(number) or words.is_any(number, "prepositions")
    return not (glued or words.gap(number)) and (somebody or words.definite(number + 1))


def _deed(words: Words, number: int, statement: Statement) -> bool:
    """Return whether a verbal noun with what it governs follows the verb, as content without أن: قال تأخير السفن."""
    cue = words.lexed.hit_at("verb", statement.cue_start)
    if cue is None or cue.entry.verb.lemma not in _BARE:
        return False
    word = words.word(number)
    governs = words.definite(number + 1) and not words.gap(number + 1)
    return governs and not words.definite(number) and len(word) > 4 and verbal_shape(word)


def _from(registry: Registry, mention: Mention, number: int) -> Mention:
    """Return the mention from the word on."""
    return mention._replace(start=registry.words.starts[number] + registry.clitic(number))
