"""Documents that are made to speak in place of whoever issued them."""

from collections.abc import Iterator
from typing import NamedTuple

from hiwar.builders.knowledge.nouns import CLITICS, cases, definite, dual, noun
from hiwar.builders.text.lexicon import Form, read_table


class Document(NamedTuple):
    """A form of a document noun."""

    word: str
    gender: str
    many: bool
    definite: bool
    personal: bool  # a person's as well as an organization's: رسالة
    voice: bool  # somebody's own words, so that whoever follows is made to say it: إفادة، تقدير
    spoken: bool  # somebody's own voice, so that whatever follows is its issuer: بيان، حساب
    rule: bool = False  # holds by itself, so that nobody who spoke before is its issuer: قانون، مؤشر
    part: bool = False  # may be a part of the document behind it: نص البيان


def forms() -> Iterator[Form]:
    """Yield document nouns (kind `document`) and the words that introduce an issuer or a receiver (`issuing`, `received`)."""
    table = read_table("documents")
    personal = set(table["personal"]["words"])
    spoken = set(table["spoken"]["words"])
    voice = set(table["voice"]["words"])
    rules, parts = set(table["rules"]["words"]), set(table["parts"]["words"])
    for group in table["group"]:
        for word in group["words"]:
            entry = Document(
                word, group["gender"], group["many"], False, word in personal, word in voice, word in spoken,
                word in rules, word in parts,
            )  # fmt: skip
            for surface in sorted(cases(word, group["number"])):
                yield from noun(surface, "document", entry)
            yield from noun(definite(word), "document", entry._replace(definite=True))
            if not group["many"] and " " not in word:  # تقريران، الدراستان
                both = entry._replace(many=True)
                yield Form(dual(word), "document", both, CLITICS)
                yield Form("ال" + dual(word), "document", both._replace(definite=True), CLITICS)
    for kind in ("issuing", "received"):
        for word in table[kind]["words"]:
            yield Form(word, kind, word, ("",))
