"""States, the capitals that stand for their governments, and the adjectives of nations."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import cases, definite, noun
from hiwar.builders.text.lexicon import Form, read_table


class State(NamedTuple):
    """A state as one of its forms gives it."""

    code: str  # ISO 3166-1 alpha-2
    name: str  # in Arabic
    gender: str  # of the form as a subject
    role: str  # name, capital, adjective


def forms() -> Iterator[Form]:
    """Yield names and capitals (kind `state`) and adjectives (kind `nation`)."""
    for code, entry in read_table("states")["states"].items():
        name, gender = entry["names"][0], entry["gender"]
        for surface in entry["names"]:
            yield from noun(surface, "state", State(code, name, gender, "name"))
        for surface in entry["capitals"]:
            yield from noun(surface, "state", State(code, name, "f", "capital"))
        for adjective in entry["adjectives"]:
            for surface in sorted(_adjective(adjective)):
                yield from noun(surface, "nation", State(code, name, "m", "adjective"))


def _adjective(masculine: str) -> set[str]:
    words = masculine.split()
    singular = [masculine, " ".join(word + "ة" for word in words)]
    if len(words) > 1:  # كوري شمالي; the first word of جنوب أفريقي takes no ending
        singular.append(" ".join([words[0], words[1] + "ة"]))
    plural = [] if len(words) > 1 else [masculine + "ون", masculine + "ين"]
    bare = {case for word in singular for case in cases(word, "s")} | set(plural)
    return bare | {definite(word) for word in [*singular, *plural]}
