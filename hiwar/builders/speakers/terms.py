"""Words made comparable: without article and clitics, joined names as one, nations by their code."""

from hiwar.builders.knowledge.titles import head_of_government, united_nations
from hiwar.builders.speakers.words import Words
from hiwar.builders.text.fold import fold_word, fold_words

_ARTICLE = fold_word("ال")
_JOINING = fold_words(("عبد", "أبو", "أبي", "أبا"))
_COUNCIL = fold_word("مجلس")
_GLUED = (fold_word("ل"), fold_word("ب"))
_FOR = fold_word("ل")
_SON = frozenset({fold_word("بن"), fold_word("ابن")})
_GOVERNMENT = b"government"
_UNITED_NATIONS = b"~un"


def name_terms(folded: list[bytes]) -> tuple[bytes, ...]:
    """Return the words of a person's name; عبد الله is عبدالله, and أبي is أبو."""
    terms: list[bytes] = []
    joining = b""
    for word in folded:
        if word in _JOINING:
            joining = fold_word("عبد") if word == fold_word("عبد") else fold_word("أبو")
            continue
        terms.append(joining + (word if word not in _SON else fold_word("بن")))
        joining = b""
    if joining:
        terms.append(joining)
    return tuple(terms)


def phrase_terms(words: Words, first: int, after: int) -> frozenset[bytes]:
    """Return the words of a title or an organization without article and clitics, nations as their codes."""
    terms = set()
    number = first
    while number < after:
        if words.is_any(number, "praise"):
            number += 1
            continue
        known = words.known("nation", number, after) or words.known("state", number, after)
        if known:
            terms.add(b"~" + known.entry.code.encode())
            number = known.after
            continue
        terms.add(bare(words, number))
        number += 1
    governments = {bare_word(fold_word(word)) for word in head_of_government()}
    if terms & governments:
        terms = (terms - governments - {_COUNCIL}) | {_GOVERNMENT}
    return frozenset(terms)


def office_terms(words: Words, first: int, after: int) -> frozenset[bytes]:
    """Return the words of a title with one for the United Nations, however they are written: الأممي، للأمم المتحدة."""
    terms = phrase_terms(words, first, after)
    adjectives = fold_words(united_nations())
    name = text_terms("الأمم المتحدة")
    if terms & adjectives or terms >= name:
        return terms - adjectives - name | {_UNITED_NATIONS}
    return terms


def text_terms(name: str) -> frozenset[bytes]:
    """Return the words of a name that does not stand in the text, without the article."""
    return frozenset(bare_word(word) for word in fold_word(name).split())


def nominative(name: str) -> str:
    """Return an indefinite description without the accusative of its first words: مسؤولا محليا is مسؤول محلي."""
    parts = name.split()
    for number, part in enumerate(parts):
        plain = part.rstrip("\u064b")
        proper = plain.endswith("ءا") or (number == 0 and plain.endswith("يا"))
        owned = plain.endswith(("ها", "نا")) and len(plain) > 6  # مصادرها
        if len(plain) < 4 or not plain.endswith("ا") or proper or owned or part.startswith("ال"):
            break
        parts[number] = plain[:-1].rstrip("\u064b")
    return " ".join(parts)


def bare(words: Words, number: int) -> bytes:
    """Return the folded word without clitic and article."""
    for kind in ("places", "head", "title"):
        known = words.known(kind, number)
        if known and known.glue and not words.article_glue(number):
            rest = words.word(number)[len(known.glue) :]
            doubled = rest[:1] == _FOR and getattr(known.entry, "word", "")[:1] not in ("", "ل")  # للطيران
            return rest[1:] if doubled else bare_word(rest)
    word = words.word(number)
    if word[:1] in _GLUED and len(word) > 4 and not words.known_any(number) and words.count(word[1:]):
        return word[1:]  # مدرب لأرسنال
    glued = words.article_glue(number)
    if glued:
        return bare_word(word[glued:])
    if words.definite(number) and not word.startswith(_ARTICLE):
        return word[word.index(fold_word("لل")) + 2 :]
    return bare_word(word)


def bare_word(word: bytes) -> bytes:
    """Return the folded word without the article."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word
