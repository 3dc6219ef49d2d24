"""Cues with the beginning of their content, one for each content."""

from typing import NamedTuple

from hiwar.builders.statements.cues import Cue
from hiwar.builders.statements.mentions import Span
from hiwar.builders.statements.stops import BROUGHT
from hiwar.builders.statements.walk import Begin

_PUBLISH, _SAYING = "نشر", "قال"
_ACTS = frozenset({"announce", "affirm"})
_VAGUE = frozenset({"رد", "ختم", "علق", "نقل", "واصل"})  # what is said is carried by a noun: رد بتأكيد أن


class Found(NamedTuple):
    """A cue with the beginning of its content, before the end is known."""

    cue: Cue
    begin: Begin
    subject: Span | None
    relay: Span | None
    rule: str
    trace: tuple[str, ...]


def one_a_content(found: list[Found]) -> list[Found]:
    """Keep one cue of those that share a content: the verb of «تابع قائلاً», else the one nearest to the content."""
    by_content: dict[int, Found] = {}
    for item in found:
        other = by_content.get(item.begin.start)
        if other is None:
            by_content[item.begin.start] = item
        elif item.begin.start < item.cue.start:
            continue  # the quotation before it is another cue's
        elif item.cue.word_start == other.cue.start < item.cue.start:
            continue  # وعدت is no و with عدت
        elif item.cue.after_ma is not None and other.cue.form.kind == "finite":
            continue  # قال، وفقاً لما نقلته الوكالة، إن
        elif (
            item.cue.form.kind == "participle" and other.cue.form.kind == "finite"
        ) or other.rule == "light-verb":
            continue
        elif item.cue.form.verb.lemma == _PUBLISH and item.begin.via == "that" and "that" in other.cue.takes:
            continue  # قالت الصحيفة التي نشرت المقال إن
        elif item.cue.form.tense == "present" and _only_says(item, other):
            continue  # أردف يقول، أضاف المدير يقول
        elif other.cue.form.verb.lemma == "نقل" and item.cue.form.kind == "noun":
            by_content[item.begin.start] = _passed_on(item, other)
        elif (
            item.cue.form.kind != "noun"
            or item.cue.word_start < item.cue.start
            or other.cue.form.verb.lemma in _VAGUE
        ):
            by_content[item.begin.start] = item
    nouns = {item.cue.start for item in found if item.cue.form.kind == "noun"}
    said = {
        item.begin.start
        for item in found
        if item.begin.start in nouns and item.begin.via == "ب" and item.cue.form.verb.lemma not in _VAGUE
    }
    judged = {  # أكد السفير تنديد فرنسا بالهجوم، رفض ادعاء النادي أن: both
        item.cue.start
        for item in found
        if item.cue.start in nouns
        and item.cue.act in ("praise", "condemn", "claim")
        and not item.cue.form.pronoun
    }
    bearing = {  # أعلن النادي رفضه خوض المباراة: the verb
        item.begin.start
        for item in found
        if item.begin.via == "object" and item.cue.form.kind == "finite" and item.cue.act in _ACTS
    }
    owned = bearing & {
        item.cue.word_start for item in found if item.cue.start in nouns and item.cue.form.pronoun
    }
    kept = [
        item
        for item in by_content.values()
        if item.cue.start not in said | owned  # تعهد بالإعلان عن: what is pledged is not said yet
        and (
            item.begin.clause  # أشار إلى أن إشادته بالعمل جاءت متأخرة: both
            or item.begin.start not in nouns
            or item.begin.start in said | judged | owned
            or item.rule == "light-verb"
        )
    ]
    return sorted(kept, key=lambda item: item.cue.start)


def _only_says(item: Found, other: Found) -> bool:
    """Whether a verb of the present only brings the words of the one before it, right behind it or its subject."""
    says = item.cue.form.verb.lemma == _SAYING and item.subject is not None
    behind = says and item.subject is not None and other.cue.start <= item.subject[0] < item.cue.start
    return other.cue.end + 1 == item.cue.word_start or (behind and other.cue.form.verb.lemma in BROUGHT)


def _passed_on(item: Found, other: Found) -> Found:
    """Return a noun of speech with its speaker and who passes it on (نقلت الصحف عن الوزير قوله; نقلت الصحف | قول الوزير)."""
    before = other.subject is not None and other.subject[0] < item.cue.word_start
    if item.cue.form.pronoun or item.subject is None or other.relay is not None or not before:
        return item._replace(subject=other.subject, relay=other.relay)
    assert other.subject is not None
    return item._replace(relay=(other.subject[0], item.cue.word_start - 1))
