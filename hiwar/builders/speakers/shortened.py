"""An organization by a part of its name: «الغذاء والدواء», or with the body that it is of in short: إدارة المستشفى."""

from hiwar.builders.speakers.entities import Entity, nearest
from hiwar.builders.speakers.phrase import Phrase
from hiwar.builders.speakers.registry import Registry
from hiwar.builders.speakers.terms import phrase_terms
from hiwar.builders.speakers.words import Words
from hiwar.builders.steps import Mention
from hiwar.builders.text.fold import fold_word

_MARKS = (b'"', b"<", b"(")
_FOR = fold_word("ل")
_MOST = 200  # organizations that are looked at


def shortened(words: Words, registry: Registry, phrase: Phrase, mention: Mention) -> Entity | None:
    """Return the organization of the article whose name holds all of the words and one more at least, or None.

    They stand before the colon of a headline, behind a feminine verb, or between marks: two words or more, and one where
    it has marks and the verb.
    """
    if phrase.rule not in ("name", "description"):
        return None
    first, after = phrase.name or (phrase.first, phrase.after)
    marked = words.gap(phrase.first).endswith(_MARKS) and (mention.gender == "f" or after > first + 1)
    plain = mention.gender == "f" and after > first + 1 and not words.is_any(first, "given")
    if not words.definite(first) or not (marked or plain or mention.rule == "headline"):
        return None
    terms = phrase_terms(words, first, after)
    if registry.known_organization(first, after):
        return None
    found = [one for one in registry.organizations[:_MOST] if terms < frozenset(one.terms)]
    least = min((len(one.terms) for one in found), default=0)  # the club, and not its press office
    return nearest((one for one in found if len(one.terms) == least), phrase.first)


def part_of_body(words: Words, registry: Registry, phrase: Phrase) -> Entity | None:
    """Return the part of a body that the article names in full: مستشفى الساحل … إدارة المستشفى is إدارة مستشفى الساحل."""
    assert phrase.name is not None
    first, after = phrase.name
    last = words.known("head", after - 1, after)
    if after - first < 2 or last is None or not last.entry.definite or words.is_any(after - 1, "ministry"):
        return None
    if last.glue not in (b"", _FOR):
        return None
    body = registry.organization_before(last.entry.word, first)
    if body is None or body.name.split()[0] != last.entry.word or len(body.terms) < 2:
        return None
    text = words.raw(first, after, skip=registry.clitic(first))
    name = f"{words.raw(first, after - 1, skip=registry.clitic(first))} {'ل' if last.glue else ''}{body.name}"
    found = registry.called(name, getattr(phrase.entry, "word", ""), first)
    found.names += [one for one in (text,) if one not in found.names]
    return found
