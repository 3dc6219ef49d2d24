"""The unit in which a figure in the making is measured."""

from hiwar.builders.figures import qualifying, units
from hiwar.builders.figures.drafts import Context, Draft, wrapped
from hiwar.builders.knowledge.qualifiers import words
from hiwar.builders.text.near import text_after
from hiwar.builders.text.shapes import opens_noun

_WHOLE = 100

_DECADE = 10  # years; nobody counts more decades than these


def unit_of(context: Context, draft: Draft, end: int) -> units.Found | None:
    """Return the unit of the number that ends at `end`: beside it, shared with the next number, or years of age."""
    lexed = context.lexed
    if draft.last.unit is not None:
        found = units.of_hit(lexed, draft.last.unit, context.countries)
        return found._replace(end=draft.last.end)
    if draft.last.percent:
        return None
    beside = units.after(lexed, end, context.countries)
    if beside is not None and beside.factor == _DECADE and draft.last.value > _DECADE:
        return None  # 31 عقدا: contracts
    return (
        beside
        or units.before(lexed, draft.first.start)
        or _shared_unit(context, draft, end)
        or _unit_inside(context, draft)
        or units.age_after(lexed, end)
        or (None if opens_noun(lexed, end) else _by_words_before(context, draft))
    )


def _by_words_before(context: Context, draft: Draft) -> units.Found | None:
    """Return the unit of a bare number that the words before tell: years of age, degrees, a percentage."""
    start = min(draft.first.word_start, wrapped(context.lexed, draft)[0])
    if bound := qualifying.before(context.lexed, start):
        if units.speaks_of_age(context.lexed, bound.start, bound.end):
            return units.YEARS  # فوق سن الستين
        start = bound.start  # عمره لا يتعدى الـ18
    elif (bound := qualifying.away(context.lexed, start, draft.floor)) and units.speaks_of_age(
        context.lexed, bound.end, start
    ):
        return units.YEARS  # ألا يقل عمرها عن 25
    if draft.first.digits is None:
        return units.age(context.lexed, start)
    return (
        units.age(context.lexed, start) or units.heat(context.lexed, start) or _share(context, draft, start)
    )


def _share(context: Context, draft: Draft, start: int) -> units.Found | None:
    """Return percent where the words before speak of a percentage, and no ratio follows (بنسبة 40 إلى واحد)."""
    ratio = text_after(context.lexed, draft.last.end) in words().to
    return None if ratio or not 0 < draft.first.value <= _WHOLE else units.share(context.lexed, start)


def _unit_inside(context: Context, draft: Draft) -> units.Found | None:
    """Return the unit of a range that stands behind its first number only (من 2000 درهم إلى 5000)."""
    if not draft.rule:
        return None
    own = draft.first.unit
    unit = (
        units.of_hit(context.lexed, own, context.countries)
        if own is not None
        else units.after(context.lexed, draft.first.end, context.countries)
    )
    return unit and unit._replace(start=draft.last.end, end=draft.last.end)


def _shared_unit(context: Context, draft: Draft, end: int) -> units.Found | None:
    """Return the unit of the next number where it holds for this one too, without its words."""
    if draft.sharing is None or opens_noun(context.lexed, end):
        return None
    unit = units.after(context.lexed, draft.sharing.end, context.countries)
    if draft.sharing.percent:
        unit = units.PERCENT
    return unit and unit._replace(start=draft.last.end, end=draft.last.end)
