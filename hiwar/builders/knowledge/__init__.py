"""What the builder knows: one module a table of `builders/`, each with `forms()`."""

from collections.abc import Iterator

from hiwar.builders.lexicon import Form


def all_forms() -> Iterator[Form]:
    """Yield the forms of every kind of knowledge."""
    yield from ()
