"""Subjects that say nothing: a thing, an event or an act shows something, whatever verb it stands with."""

from hiwar.builders.knowledge.function_words import words
from hiwar.builders.knowledge.verbs import VerbForm
from hiwar.builders.statements import sources
from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.reading import AL, Reading, is_past_feminine
from hiwar.builders.statements.walk import Begin
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.lex import COMMA
from hiwar.builders.text.shapes import is_verb, verbal_shape

_POINTING = fold_words(("هذا", "هذه", "ذلك", "تلك"))
_PRONOUNS = tuple(fold_word(ending) for ending in ("هما", "هم", "ها", "ه"))
_FEMININE = (fold_word("ة"), fold_word("ات"))
_NISBA = fold_word("ي")
_T = fold_word("ت")
_BEGINS = (fold_word("ا"), _T)  # of the verbal nouns that are no participle as well
_WHICH, _SO_THAT = fold_word("ما"), fold_word("مما")
_MATTER = fold_words(("الأمر", "الشيء"))
_ANYBODY = fold_word("أحد")
_PRAYING = frozenset({"سأل", "دعا", "عاهد", "شكر"})  # سأل الله أن: whom one prays to
_TANWIN = "\u064b"
_QUALIFIED = 3  # words of a noun that a verb qualifies without a relative pronoun


def shows(reading: Reading, cue: Cue, begin: Begin, subject: Span | None, beside: Span | None) -> bool:
    """Whether a finite verb tells what a thing shows, and not what somebody says.

    `beside` is the subject that stands before or after the verb, if one does. Where the subject is in doubt, it is taken
    for somebody.
    """
    if _taken_up(reading, cue) or _qualified(reading, cue, beside):
        return True
    if subject is None:
        return False
    if _nobody(reading, subject, cue.form, begin.quote is not None):
        return True
    if sources.within(reading, cue):
        return False
    if begin.via == "target" and subject[0] > cue.start:
        return False  # who is described may stand there, too
    if cue.relative is not None:
        resumed = reading.lexed.hit_at("complementizer", begin.start)  # الهجمات التي أكد أنها
        if reading.lexed.shadow[slice(*subject)] in _MATTER and not cue.form.pronoun:
            return True  # الأمر الذي يشير إلى أنه
        if resumed is not None or COMMA in reading.lexed.classes[subject[1] : cue.relative]:
            return False
    elif beside is None:
        definite = reading.lexed.shadow[slice(*subject)].startswith(AL)
        if definite or reading.count_words(*subject) > _QUALIFIED:
            return False
    return _is_thing(reading, subject, cue.form)


def _taken_up(reading: Reading, cue: Cue) -> bool:
    """Whether the subject is ما for all that was told before (، مما يؤكد أن)."""
    form = cue.form
    if (
        cue.after_ma is None
        or form.pronoun
        or (form.tense, form.gender, form.number) != ("present", "m", "s")
    ):
        return False
    word, after = reading.word_before(cue.word_start)
    before, start = reading.word_before(after)
    return word == _SO_THAT or (word == _WHICH and bool(reading.gap(start + len(before), after)))


def _qualified(reading: Reading, cue: Cue, beside: Span | None) -> bool:
    """Whether the verb qualifies an indefinite noun that is no subject, and nobody known (خططا تؤكد، شائعات تشير إلى).

    Behind the verb its object may stand; a phrase before it that holds a verb is no subject (المشروع يتضمن خططا تؤكد).
    """
    form = cue.form
    if (
        cue.prefixed
        or cue.initial
        or cue.relative is not None
        or not form.verb.shows
        or form.tense != "present"
    ):
        return False
    word, start = reading.word_before(cue.word_start)
    if reading.gap(start + len(word), cue.word_start) or word.startswith(AL) or sources.within(reading, cue):
        return False
    earlier, at = reading.word_before(start)
    if beside is not None and (
        reading.known(beside[0]) if beside[0] > cue.start else not _verb_within(reading, beside[0], start)
    ):
        return False
    if reading.frame(start) is not None:
        return False  # بيانات صدرت مؤخرا تظهر أن
    if reading.known(start) or (reading.known(at) and not reading.gap(at + len(earlier), start)):
        return False
    raw = reading.lexed.raw_text(start, start + len(word))
    accusative = raw.rstrip(_TANWIN).endswith("ا") and len(word) > 3
    several = word.endswith(_FEMININE[1]) and (form.gender, form.number) == ("f", "s")
    return accusative or several or _TANWIN in raw or _listed(word, form)


def _verb_within(reading: Reading, start: int, end: int) -> bool:
    """Whether one of the words there is a verb of the present, or a feminine one of the past."""
    lexed = reading.lexed
    return any(
        is_past_feminine(lexed.shadow[first:last])
        or is_verb(lexed.shadow[first:last], lexed.raw_text(first, last))
        for first, last in reading.words_in(start, end)
    )


def _words(reading: Reading, subject: Span) -> list[Span]:
    """Return the first words of a subject, the first of them without a glued conjunction (و | هذا)."""
    lexed = reading.lexed
    first = lexed.word_at(subject[0])
    after = lexed.word_ends[first] if first is not None else subject[0]
    head = [(subject[0], after)] if first is not None else []
    return [*head, *reading.words_in(after, subject[1], 2)]


def _nobody(reading: Reading, subject: Span, form: VerbForm, quoted: bool) -> bool:
    """Whether the subject is God, and no words are quoted, takes in the writer (جميعنا), or is denied (لا أحد)."""
    inside = [reading.lexed.shadow[slice(*span)] for span in _words(reading, subject)]
    if any(word in words("divine") for word in inside[:1]) and not quoted and form.verb.lemma not in _PRAYING:
        return True
    if any(word in words("among_us") for word in inside):
        return True
    before, _ = reading.word_before(subject[0])
    return inside[:1] == [_ANYBODY] and reading.in_class(before, "negation")


def _is_thing(reading: Reading, subject: Span, form: VerbForm) -> bool:
    """Whether a subject's head is a listed noun, or a verbal noun with its genitive.

    A verb that only somebody can be the subject of (قال) leaves no doubt but where the head has the article.
    """
    spans = _words(reading, subject)
    marked = reading.quotes.opening_at(subject[0] - 1)
    if not spans or form.number != "s" or (marked is not None and marked.end == subject[1]):
        return False
    shadow = reading.lexed.shadow
    at = 0
    while at < len(spans) and shadow[slice(*spans[at])] in words("quantifier"):
        at += 1
    if at == len(spans):
        return shadow[slice(*spans[at - 1])] in _POINTING
    head = shadow[slice(*spans[at])]
    if len(spans) > 1 and (head, shadow[slice(*spans[1])]) in reading.of_bodies and head.startswith(AL):
        return False  # أوضحت [المياه الوطنية], the company's short name
    if at and head.removeprefix(AL) in words("thing", "evidence"):
        return True
    if not form.verb.shows:
        return head.startswith(AL) and _listed(head, form)
    return _listed(head, form) or _act(reading, spans[at:], form)


def _listed(word: bytes, form: VerbForm) -> bool:
    """Whether a noun is listed as a thing, with or without article or pronoun, and the verb agrees with it."""
    things = words("thing", "masculine" if form.gender == "m" else "feminine")
    stems = [word, word.removeprefix(AL)]
    for ending in _PRONOUNS:
        stem = word.removesuffix(ending)
        stems += [stem, stem[:-1] + _FEMININE[0]] if stem != word else []
    return any(stem in things for stem in stems)


def _act(reading: Reading, spans: list[Span], form: VerbForm) -> bool:
    """Whether a bare verbal noun with its genitive heads the subject, and the verb agrees with it (ارتفاع الأسعار يؤكد)."""
    if len(spans) < 2:
        return False
    start, end = spans[0]
    lexed = reading.lexed
    word = lexed.shadow[start:end]
    plural = lexed.text[lexed.raw(start)] in ("أ", "آ")  # أطباء, of the shape of إفعال
    if plural or word.endswith(_NISBA) or word[:1] not in _BEGINS or not verbal_shape(word):
        return False
    if reading.known(start) or word in words("thing", "not_act") or reading.gap(end, spans[1][0]):
        return False
    clear = word[:1] != _T or (len(word) == 5 and word[3:4] == _NISBA)
    if not clear and not lexed.shadow[slice(*spans[1])].startswith(AL):
        return False  # تأكد مقتل …: a verb
    return form.gender == ("f" if word.endswith(_FEMININE) else "m")
