"""What the builder knows: one module a table of `builders/`, each with `forms()`."""

from collections.abc import Iterator

from hiwar.builders.knowledge import (
    attribution,
    documents,
    function_words,
    light_verbs,
    names,
    organizations,
    states,
    titles,
    unnamed,
    verbs,
)
from hiwar.builders.lexicon import Form

_SPEAKERS = (titles, organizations, states, documents, unnamed, names)
_STATEMENTS = (verbs, light_verbs, attribution, function_words)


def all_forms() -> Iterator[Form]:
    """Yield the forms of every kind of knowledge."""
    for module in (*_SPEAKERS, *_STATEMENTS):
        yield from module.forms()
