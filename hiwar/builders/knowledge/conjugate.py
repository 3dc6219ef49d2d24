"""Every written form of an Arabic verb of the third person, from its two base forms."""

from collections.abc import Iterator
from typing import NamedTuple

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني")


class Inflection(NamedTuple):
    """A written form with what it says of its subject."""

    surface: str
    gender: str  # m, f
    number: str  # s, d, p
    tense: str  # past, present
    pronoun: bool = False  # an object pronoun hangs on it


def finite(past: str, present: str) -> Iterator[Inflection]:
    """Yield the third-person forms of a verb, with and without an object pronoun.

    `past` and `present` are masculine singular (دعا، يدعو); weak endings are told by the last letter. Without a
    `present` there are forms of the past only.
    """
    for form in (*_past(past), *(_present(present, _hollow(past)) if present else ())):
        yield form
        if form.number != "d":
            women = form.number == "p" and form.gender == "f"  # اعتبرنه; اعتبرننا is never written
            for pronoun in PRONOUNS[:4] if women else PRONOUNS:
                yield form._replace(surface=_before_pronoun(form.surface) + pronoun, pronoun=True)


def _before_pronoun(surface: str) -> str:
    if surface.endswith("ى"):
        return surface[:-1] + "ا"
    return surface[:-1] if surface.endswith("وا") else surface


def _hollow(past: str) -> bool:
    return len(past) > 2 and past[-2] == "ا" and past[-1] != "ء"


def _short(stem: str) -> str:
    """Return a stem as it is before the ن of women: its long vowel falls out (قال → قلن)."""
    return stem[:-2] + stem[-1] if _hollow(stem) else stem


def _past(base: str) -> Iterator[Inflection]:
    weak = base[-1] in "ىا" and len(base) > 2
    stem = base[:-1] if weak else base
    glide = "" if not weak else ("و" if base.endswith("ا") else "ي")
    both = () if glide == "و" else ((stem + glide + "ا", "m", "d"),)  # دعوا is written as the plural
    for surface, gender, number in (
        (base, "m", "s"),
        (stem + "ت", "f", "s"),
        *both,
        (stem + "تا", "f", "d"),
        (stem + "وا", "m", "p"),
        (_short(stem) + glide + "ن", "f", "p"),
    ):
        yield Inflection(surface, gender, number, "past")


def _present(base: str, hollow: bool) -> Iterator[Inflection]:
    weak = base[-1] in "ىوي"
    stem = base[:-1] if weak else base
    glide = "" if not weak else ("ي" if base[-1] == "ى" else base[-1])
    body = stem[1:]  # without the prefix of the person
    short = body[:-2] + body[-1] if hollow else body  # يقول → يقلن
    for surface, gender, number in (
        (base, "m", "s"),
        ("ت" + base[1:], "f", "s"),
        ("ي" + body + glide + "ان", "m", "d"),
        ("ت" + body + glide + "ان", "f", "d"),
        ("ي" + body + "ون", "m", "p"),
        ("ي" + body + "وا", "m", "p"),
        ("ي" + short + glide + "ن", "f", "p"),
    ):
        yield Inflection(surface, gender, number, "present")


def participles(base: str) -> Iterator[Inflection]:
    """Yield the accusative forms of an active participle that chain on (مؤكداً، مؤكدةً، مؤكدين)."""
    weak = base.endswith("ي")
    stem = base[:-1] if weak else base
    for surface, gender, number in (
        (base + "ا", "m", "s"),
        (base + "ة", "f", "s"),
        (stem + "ين", "m", "p"),
        *(
            ((base + "ين", "m", "d"),) if weak else ()
        ),  # داعيين; a dual that is not weak is written as the plural
        (base + "تين", "f", "d"),
        (base + "ات", "f", "p"),
    ):
        yield Inflection(surface, gender, number, "present")


def nouns(base: str) -> Iterator[tuple[str, bool]]:
    """Yield the forms of a verbal noun, and whether its speaker hangs on it as a pronoun (قول، القول، قوله)."""
    yield base, False
    yield "ال" + base, False
    yield "لل" + base, False
    stem = base[:-1] + "ت" if base.endswith("ة") else base
    for pronoun in PRONOUNS[:4]:
        yield stem + pronoun, True
