"""What the builder knows: one module a table of `builders/`, each with `forms()`."""

from collections.abc import Iterator

from hiwar.builders.knowledge import (
    attribution,
    calendar,
    documents,
    function_words,
    light_verbs,
    months,
    names,
    numbers,
    organizations,
    qualifiers,
    states,
    titles,
    units,
    unnamed,
    verbs,
)
from hiwar.builders.text.lexicon import Form

_SPEAKERS = (titles, organizations, states, documents, unnamed, names)
_STATEMENTS = (verbs, light_verbs, attribution, function_words)
_FIGURES = (numbers, calendar, months, qualifiers, units)


def all_forms() -> Iterator[Form]:
    """Yield the forms of every kind of knowledge."""
    for module in (*_SPEAKERS, *_STATEMENTS, *_FIGURES):
        yield from module.forms()
