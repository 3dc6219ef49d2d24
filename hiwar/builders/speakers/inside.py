"""People of an article whose name stands inside words that are no name by themselves."""

from hiwar.builders.speakers.entities import Entity
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import bare_word, name_terms
from hiwar.builders.steps import Mention
from hiwar.builders.text.fold import fold_word

_PRESENT = fold_word("ي")  # a verb begins with it, and few names


def written_together(registry: Registry, mention: Mention) -> Entity | None:
    """Return the person whose name lacks the space before it: قالالحداد."""
    lexed = registry.words.lexed
    word = lexed.word_at(mention.start or 0)
    if mention.start is None or mention.end is None or word is None:
        return None
    if mention.start < lexed.word_starts[word] + 3:  # a verb, and not a clitic
        return None
    terms = name_terms(lexed.shadow[mention.start : mention.end].split())
    return registry.find_person(terms, word) if terms else None


def known_inside(registry: Registry, phrase: Phrase, gender: str | None = None) -> Entity | None:
    """Return the person of the article whose family name stands among words that are no name by themselves.

    It may be a word that means something else too (السيد), or have a verb before it or an object after it, where
    the mention was taken too long.
    """
    words = registry.words
    if phrase.rule in ("title", "title_of_nobody", "unnamed"):
        if phrase.after != phrase.first + 1:
            return None
        if not words.definite(phrase.first):
            bearer = registry.find_person((words.word(phrase.first),), phrase.first, gender)
            if bearer is None or len(bearer.terms) < 2 or bearer.terms[-1] != words.word(phrase.first):
                return None
            return bearer  # قال خياط
    elif phrase.rule == "organization_name" and not words.definite(phrase.first):
        bearer = registry.find_person((words.word(phrase.first),), phrase.first, gender)
        whole = bearer is not None and len(bearer.terms) > 1 and bearer.terms[-1] == words.word(phrase.first)
        own = bearer is not None and (gender is None or bearer.gender in (None, gender))
        return bearer if whole and own and phrase.after == phrase.first + 1 else None  # دافيد باير … قال باير
    elif phrase.rule not in ("name", "description") or words.bare("given", phrase.first):
        return None
    number = phrase.first
    if words.word(number).startswith(_PRESENT) and phrase.after == number + 2:
        number += 1  # يتردد الحداد
    elif phrase.rule == "name" and phrase.after > number + 1 and not words.no_name(number + 1):
        return None
    word = words.word(number)[words.article_glue(number) :]
    if phrase.rule == "description" and words.definite(number) and phrase.after == number + 2:
        family = registry.find_person((words.word(number + 1),), phrase.first)
        if family and family.terms[-1] == words.word(number + 1) and len(family.terms) > 1:
            return family  # الحرفي الحداد
    person = registry.find_person((word,), phrase.first, gender)
    if person is None or len(person.terms) < 2:
        return None
    described = phrase.rule == "description" and phrase.name and phrase.name[1] > phrase.name[0] + 1
    cut = words.is_any(number + 1, "head", "unnamed", "many") or words.prepositional(number + 1)
    cut = cut or (words.definite(number + 1) and not words.known_any(number))  # نصور | التراث
    if described and cut and bare_word(word) == bare_word(person.terms[-1]):
        return person  # طالب الحداد | القيادة، ذكر الحداد | بالتعليمات
    if described and (words.definite(number) or words.definite(number + 1)):
        return None
    return person if word in (person.terms[-1], person.terms[0]) else None
