"""The subjects of clauses that report nothing, to whom a verb without a subject may go back."""

import re
from typing import NamedTuple

from hiwar.builders.knowledge.function_words import words as function_words
from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.mention import Reader
from hiwar.builders.speakers.names import read_name
from hiwar.builders.speakers.phrase import DOCUMENT, Phrase
from hiwar.builders.speakers.reading import read_phrase
from hiwar.builders.speakers.scanning import before_comma
from hiwar.builders.speakers.unknown import verb
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word, fold_words
from hiwar.builders.text.shapes import Shape, shape
from hiwar.builders.text.shapes import is_verb as verb_shape

_KINDS = ("title", "given", "head", "organization", "ministry", "state", "document", "unnamed", "many")


class Subject(NamedTuple):
    """The subject of a clause that reports nothing."""

    position: int  # in the folded view
    entity: Entity
    speaks: bool  # the clause tells that words were spoken, though not which: تطرق المدير إلى


def subjects(
    words: Words, spans: list[tuple[int, int]], reader: Reader, contents: list[tuple[int, int]]
) -> list[Subject]:
    """Return each subject outside reported speech, in order."""
    inside = _Inside(contents)
    found = []
    for first, after in spans:
        done = late = False  # in this sentence: a subject was found; an adverbial phrase stands first
        for number in range(first, after):
            gap = words.gap(number)
            told = _told(words, reader, number, after)
            if told is None:
                if not gap and number > first:
                    continue
                tag = gap == b"/" and number < first + _TAG  # عام / الرئيس يجتمع بـ
                led = (b":" in gap and number < first + _DATELINE) or tag
                if number == first or _STOP.search(gap) or led:
                    done, late = False, _adverbial(words, number)
                elif done or not late or b"," not in gap:
                    continue
                if inside.at(words.starts[number]):
                    continue
            turn = words.known("turns", number, after)
            begin = turn.after if turn else number
            place = _subject(words, begin, after, reader) if told is None else told
            place = _behind_setting(words, begin, after) if place is None else place
            if place is None or inside.at(words.starts[place]):
                continue
            phrase = _phrase(words, reader, place, first, after)
            if phrase is None or words.gap(phrase.after) == b"-":  # a byline: سالم نصار - الميناء
                continue
            done, entity = True, reader.meant(phrase, None).entity
            if entity.kind != DOCUMENT:  # a report speaks in its issuer's place, a decision for nobody
                spoke = words.word(begin).removeprefix(_AND) in function_words("speaking")
                found.append(Subject(words.starts[phrase.first], entity, spoke))
    return sorted(found, key=lambda item: item.position)


_TAG = 3  # words of an agency's tag before the headline
_DATELINE = 8  # words of a byline with its place before the colon
_PREDICATE = fold_words(("هو", "هي", "وهو", "وهي", "وهم"))  # وهو صاحب المحل
_COMPLEMENT = 10  # words between a title and the name of who holds it
_SETTING = 12  # words of a setting before its verb
_THAT = fold_words(("ذلك", "هذا", "هذه"))
_TO, _WHAT, _AND = fold_word("ل"), fold_word("ما"), fold_word("و")
_LIKE = (fold_word("يون"), fold_word("يين"))
_AT = fold_words(("في", "من", "لدى"))
_IT = fold_words(("إليه", "عليه", "عنه", "به"))
_HIM = tuple(fold_word(pronoun) for pronoun in ("ه", "ها", "هم"))
_PLURAL = (fold_word("ون"), fold_word("ين"))
_STOP = re.compile(rb"[.?!](?![0-9])|\n")


def _told(words: Words, reader: Reader, number: int, after: int) -> int | None:
    """Return the word at which whoever told «that» begins, at the verb: أوضح ذلك [الوزير]، كشف هذا ل«الساحل» [الوزير]،
    وهو ما أكده [الوزير]، هذا ما أشار إليه [الوزير]."""
    verb_here = words.known("verb", number)
    if verb_here is None or words.gap(number + 1):
        return None
    that = words.word(number + 1) in _THAT
    it = words.word(number - 1) == _WHAT and (words.word(number + 1) in _IT or verb_here.entry.pronoun)
    if not that and not it:
        return None
    place = number + 1 + (that or words.word(number + 1) in _IT)
    if place < after and words.word(place) == _TO:  # to whom
        place = next((n for n in range(place + 2, min(place + 6, after)) if words.gap(n)), place)
    somebody = place < after and (
        words.is_any(place, *_KINDS, "name_joined") or _family(words, reader, place)
    )
    return place if somebody else None


def _adverbial(words: Words, number: int) -> bool:
    small = words.is_any(number, "prepositions", "turns") or words.prepositional(number)
    return small or (number < len(words) and shape(words.lexed, number) is Shape.PREPOSITION)


def _family(words: Words, reader: Reader, number: int) -> bool:
    """Return whether the word is the family name of somebody whom the article names in full, or one by its place."""
    if words.families.alone(number):
        return True
    if words.known_any(number):
        return False
    person = reader.registry.find_person((words.word(number),), number)
    return person is not None and len(person.terms) > 1 and person.terms[-1] == words.word(number)


def _subject(words: Words, number: int, after: int, reader: Reader) -> int | None:
    """Return the word at which the subject of a clause begins: the first, or the one after its verb."""
    for place in range(number, min(number + 3, after)):
        if place > number and words.gap(place):
            return None
        if (
            words.prepositional(place)
            or words.is_any(place, "prepositions")
            or words.word(place) in _PREDICATE
        ):
            return None
        if place > number and _noun(words, place - 1):
            return None  # حديقة الأمير
        if place == number + 1 and _for_him(words, number):
            return place + 1  # وشاركه الرأي [سالم]
        body = place > number and words.is_any(place, "head")  # أعلن نادي الساحل, which is spelt like نادى
        verbal = words.is_any(place, "verb") and not body
        if words.is_any(place, *_KINDS) and not verbal and not _verb_here(words, place):
            return place
        if place == number and _bearer(words, reader, place):
            return place
        if place == number and words.is_any(place, "ends") and words.is_any(place + 1, "ends"):
            return _subject(words, place + 2, after, reader)  # أمس الثلاثاء
        if place > number and verb(words, place - 1) and _family(words, reader, place):
            return place
        if words.definite(place):
            return place + 1 if words.is_any(place, "nation") and words.bare("given", place + 1) else None
    return None


def _for_him(words: Words, number: int) -> bool:
    """Return whether a verb with a pronoun and its definite object stand before somebody: وشاركه الرأي | سالم."""
    somebody = number + 2
    if somebody >= len(words) or words.gap(number + 1) or words.gap(somebody):
        return False
    verbal = words.word(number).endswith(_HIM) and not words.known_any(number) and words.definite(number + 1)
    return verbal and words.is_any(somebody, "title", "given") and not words.prepositional(somebody)


def _noun(words: Words, number: int) -> bool:
    """Return whether the word is a noun by its form, so that who stands behind it is only what it belongs to."""
    return words.feminine(number) and not words.is_any(number, "verb")


def _behind_setting(words: Words, number: int, after: int) -> int | None:
    """Return the word at which the subject begins behind a setting and its verb: في الجلسة الثانية قدمت [الباحثة].

    A word without the article right behind one with it is no part of the same noun phrase, and so the verb.
    """
    if not _adverbial(words, number) or words.gap(number + 1):
        return None
    for place in range(number + 2, min(number + _SETTING, after)):
        if words.gap(place):
            return None
        verb_like = not words.definite(place - 1) and not _noun(words, place - 1)
        closed = words.definite(place - 2) or words.word(place - 2) in _THAT
        if closed and verb_like and not _small(words, place - 1) and words.is_any(place, *_KINDS):
            return place
    return None


def _small(words: Words, number: int) -> bool:
    """Return whether the word is a preposition or another small word, or has one glued on."""
    small = words.is_any(number, "prepositions", "turns", "ends", "unnamed", "title", "head", "given")
    return small or shape(words.lexed, number) not in (Shape.NOUN, Shape.VERB)


def _phrase(words: Words, reader: Reader, place: int, first: int, after: int) -> Phrase | None:
    """Return the noun phrase of a subject that begins at the word `place`."""
    phrase = read_phrase(words, place, min(after, place + 40), bounded=False)
    if phrase is None and words.is_any(place, "name_joined"):
        phrase = read_phrase(words, place, read_name(words, place, after, bounded=False))  # أم سالم
    if phrase is None and _family(words, reader, place):
        phrase = read_phrase(words, place, min(after, place + 1))
    two = phrase is not None and phrase.rule == "title" and phrase.after == phrase.first + 2
    if phrase is not None and two and _family(words, reader, phrase.after - 1):
        phrase = read_phrase(words, phrase.first, phrase.after)  # المحامية الصباغ
    if phrase is not None and phrase.rule == "title" and not words.gap(phrase.after):
        if _family(words, reader, phrase.after):
            phrase = read_phrase(words, place, phrase.after + 1)  # السيد نصار
        elif getattr(phrase.entry, "rank", None) == "rank":
            return None  # السيد with a name that is not known
    if phrase is not None and phrase.rule == "title":
        phrase = _named_behind(words, phrase, after)
    if phrase is not None and phrase.rule in ("title", "title_of_nobody"):
        phrase = before_comma(words, phrase, first)
    return None if phrase is None else _described(words, phrase)


def _named_behind(words: Words, phrase: Phrase, after: int) -> Phrase:
    """Return the title with the name that stands behind all of its complement: المشرف العام على المعرض سالم نصار."""
    for number in range(phrase.after, min(phrase.after + _COMPLEMENT, after)):
        if words.gap(number) or words.reports(number):
            break
        begins = words.bare("given", number) or words.is_any(number + 1, "name_joined")
        if begins and (end := read_name(words, number, after, False)) > number + 1:
            whole = read_phrase(words, phrase.first, end)
            return whole if whole is not None and whole.name == (number, end) else phrase
    return phrase


def _described(words: Words, phrase: Phrase) -> Phrase:
    """Return people without a name without what follows their description: [مواطن أجنبي] | دعوى قضائية."""
    if phrase.rule not in ("title_of_nobody", "unnamed"):
        return phrase
    definite = words.definite(phrase.first)
    for number in range(phrase.first + 1, phrase.after):
        if definite and words.prepositional(number) and not words.definite(number):
            return phrase._replace(after=number, name=(phrase.first, number))  # المرافقون | لتوثيق
        closed = words.is_any(number - 1, "nation") or words.word(number - 1).endswith(_PLURAL)
        closed = closed or words.raw_word(number - 1).endswith("ية")  # منظمات غير حكومية | سارعت
        goes_on = words.nisba(number) and not words.raw_word(number).endswith("ى")
        goes_on = goes_on or words.word(number).endswith(_LIKE)
        goes_on = goes_on or words.is_any(number, "nation", "adjectives") or words.word(number) in _AT
        if closed and not goes_on and not words.prepositional(number) and not words.coordinated(number):
            return phrase._replace(after=number, name=(phrase.first, number))
    return phrase


def _bearer(words: Words, reader: Reader, number: int) -> bool:
    """Return whether the word begins a clause as the family name of somebody whom the article names in full: نصار غائب."""
    if words.known_any(number) or words.gap(number + 1):
        return False
    person = reader.registry.find_person((words.word(number),), number)
    return person is not None and len(person.terms) > 1 and person.terms[-1] == words.word(number)


def _verb_here(words: Words, number: int) -> bool:
    """Return whether a given name is a verb, as whoever acts stands behind it: رفعت المؤسسة."""
    names = words.bare("given", number) and verb_shape(words.word(number), words.raw_word(number))
    return names and words.is_any(number + 1, "title", "head", "organization", "ministry", "unnamed")


class _Inside:
    """Whether a position lies in reported speech."""

    def __init__(self, contents: list[tuple[int, int]]) -> None:
        self._edges = sorted(contents)
        self._next = 0
        self._end = -1

    def at(self, position: int) -> bool:
        """Return the answer for positions that are asked for in order."""
        while self._next < len(self._edges) and self._edges[self._next][0] <= position:
            self._end = max(self._end, self._edges[self._next][1])
            self._next += 1
        return position < self._end
