"""The speakers of all texts of a build as one list, whatever the order of the texts."""

from collections.abc import Iterable, Mapping

from hiwar.builders.steps import Speaker
from hiwar.builders.text.fold import fold


def build_key(text: str, speaker: Speaker) -> str:
    """Return the key of a speaker within a build: that in its text, which it leads where it holds in one article only."""
    return speaker.key if speaker.article is None else f"{text}.{speaker.key}"


def merge(texts: Mapping[str, Iterable[Speaker]]) -> dict[str, Speaker]:
    """Return the speakers of a build by their `build_key`, sorted; `texts` holds the speakers of each text by its name.

    The names of one speaker are joined, and its fullest name is chosen by its spelling alone.
    """
    merged: dict[str, Speaker] = {}
    for text, speakers in texts.items():
        for speaker in speakers:
            key = build_key(text, speaker)
            known = merged.get(key)
            names = {*speaker.names, *(known.names if known else ())}
            best = max((speaker.name, known.name), key=_care) if known else speaker.name
            merged[key] = speaker._replace(key=key, name=best, names=tuple(sorted(names)))
    return dict(sorted(merged.items()))


_CAREFUL = frozenset("أإآةؤئى")


def _care(name: str) -> tuple[int, int, str]:
    """Order spellings of one folded name: one without tatweel and harakat, with its hamzas, is the best."""
    return -len(fold(name)[1]), sum(char in _CAREFUL for char in name), name
