"""An organization by a part of its name, as headlines and marks give it: «الغذاء والدواء»."""

from hiwar.builders.speakers.entities import Entity, nearest
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention

_MARKS = (b'"', b"<", b"(")
_MOST = 200  # organizations that are looked at


def shortened(words: Words, registry: Registry, phrase: Phrase, mention: Mention) -> Entity | None:
    """Return the organization of the article whose name holds all of the words and one more at least, or None.

    They stand before the colon of a headline, or between marks: two words or more, or one behind a feminine verb.
    """
    if phrase.rule not in ("name", "description"):
        return None
    first, after = phrase.name or (phrase.first, phrase.after)
    marked = words.gap(phrase.first).endswith(_MARKS) and (mention.gender == "f" or after > first + 1)
    if not words.definite(first) or not (marked or mention.rule == "headline"):
        return None
    terms = phrase_terms(words, first, after)
    if registry.known_organization(first, after):
        return None
    found = [one for one in registry.organizations[:_MOST] if terms < frozenset(one.terms)]
    least = min((len(one.terms) for one in found), default=0)  # the club, and not its press office
    return nearest((one for one in found if len(one.terms) == least), phrase.first)
