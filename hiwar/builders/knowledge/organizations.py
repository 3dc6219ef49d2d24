"""Organizations: the nouns that their names begin with, and those known by a proper name."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import cases, definite, dual, noun, with_pronoun
from hiwar.builders.text.lexicon import Form, read_table


class Head(NamedTuple):
    """A noun that an organization's name begins with."""

    word: str
    gender: str  # m, f: of the name as a subject
    definite: bool
    weak: bool  # names an organization only together with what follows
    group: bool  # without a proper name it is a group
    plural: bool  # of things that each have a name of their own: الصحف
    owner: str | None = None  # of the pronoun glued to it: مكتبه
    pair: bool = False  # of two of them: الحركتان


class Organization(NamedTuple):
    """An organization known by its name; `name` is the fullest one."""

    name: str
    gender: str


def forms() -> Iterator[Form]:
    """Yield the head nouns (kind `head`) and the proper names (kind `organization`)."""
    table = read_table("organization_heads")
    weak, plurals = set(table["weak"]["words"]), set(table["plurals"]["words"])
    groups = plurals | set(table["groups"]["words"])
    gender = {word: letter for letter in "mf" for word in table[_GENDERS[letter]]["words"]}
    for word, letter in gender.items():
        entry = Head(word, letter, False, word in weak, word in groups, word in plurals)
        for surface in sorted(cases(word, "s")):
            yield from noun(surface, "head", entry)
        yield from noun(definite(word), "head", entry._replace(definite=True))
        both = Form("ال" + dual(word), "head", entry._replace(definite=True, pair=True), ("", "و", "ف"))
        if " " not in word:
            yield both
        if " " not in word and word.endswith("ة"):  # وزارتا الداخلية والدفاع
            for ending in ("تا", "تي"):
                yield Form(word[:-1] + ending, "head", entry._replace(pair=True), ("", "و", "ف", "ل", "ول"))
    for word in table["owned"]["words"]:
        for surface, owner in with_pronoun(word):
            yield from noun(surface, "head", Head(word, gender[word], True, False, False, False, owner))
    for field in table["ministries"]["words"]:
        yield from noun(field, "ministry", Organization("وزارة " + field, "f"))
    yield from _local(table["local"])
    for group in read_table("organizations")["group"]:
        for names in group["names"]:
            for name in names:
                yield from noun(name, "organization", Organization(names[0], group["gender"]))


def _local(table: dict[str, list[str]]) -> Iterator[Form]:
    """Yield the offices of a field in each place that is known: صحة تبوك."""
    capitals = [name for state in read_table("states")["states"].values() for name in state["capitals"]]
    places = dict.fromkeys([*read_table("phrase_bounds")["places"]["words"], *capitals, *table["places"]])
    for letter, key in _GENDERS.items():
        for name in (f"{field} {place}" for field in table[key] for place in places):
            yield from noun(name, "organization", Organization(name, letter))


_GENDERS = {"m": "masculine", "f": "feminine"}
