"""What the builder knows: one module a table of `builders/`, each with `forms()`."""

from collections.abc import Iterator

from hiwar.builders.knowledge import documents, names, organizations, states, titles, unnamed
from hiwar.builders.lexicon import Form

_SPEAKERS = (titles, organizations, states, documents, unnamed, names)


def all_forms() -> Iterator[Form]:
    """Yield the forms of every kind of knowledge."""
    for module in _SPEAKERS:
        yield from module.forms()
