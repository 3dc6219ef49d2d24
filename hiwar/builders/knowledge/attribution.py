"""Words that attribute without a verb, from `builders/attribution.toml`."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.text.lexicon import Form, read_table


class AttributionWord(NamedTuple):
    """An attribution phrase; with `verb`, a verb of communication follows it (بحسب ما أعلن)."""

    phrase: str
    verb: bool
    noun: bool  # ends in a noun that is the cue (على حد قول)
    transmits: bool  # who is named before it only passes on (نقلا عن)


def forms() -> Iterator[Form]:
    """Yield the attribution phrases, a noun at the end also with its pronouns."""
    for row in read_table("attribution")["word"]:
        transmits = row.get("transmits", False)
        for phrase in row["phrase"]:
            noun = phrase.split()[-1] in ("قول", "تعبير", "وصف", "زعم")
            endings = ("", "ه", "ها", "هم", "هما") if noun else ("",)
            glued = phrase.endswith(" ل")
            for ending in endings:
                if not glued:
                    yield Form(
                        phrase + ending, "attribution", AttributionWord(phrase, False, noun, transmits)
                    )
        for phrase in row.get("verb", ()):
            yield Form(phrase, "attribution", AttributionWord(phrase, True, False, transmits))
