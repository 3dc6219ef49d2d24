"""The unit in which a figure in the making is measured."""

from hiwar.builders.figures import counted, units
from hiwar.builders.figures.drafts import Context, Draft


def unit_of(context: Context, draft: Draft, end: int) -> units.Found | None:
    """Return the unit of the number that ends at `end`: beside it, shared with the next number, or years of age."""
    lexed = context.lexed
    if draft.last.unit is not None:
        found = units.of_hit(lexed, draft.last.unit, context.countries)
        return found._replace(end=draft.last.end)
    if draft.last.percent:
        return None
    return (
        units.after(lexed, end, context.countries)
        or units.before(lexed, draft.first.start)
        or _shared_unit(context, draft, end)
        or _unit_inside(context, draft)
        or (None if counted.starts_after(lexed, end) else units.age(lexed, draft.first.word_start))
    )


def _unit_inside(context: Context, draft: Draft) -> units.Found | None:
    """Return the unit of a range that stands behind its first number only (من 2000 درهم إلى 5000)."""
    unit = units.after(context.lexed, draft.first.end, context.countries) if draft.rule else None
    return unit and unit._replace(start=draft.last.end, end=draft.last.end)


def _shared_unit(context: Context, draft: Draft, end: int) -> units.Found | None:
    """Return the unit of the next number where it holds for this one too, without its words."""
    if draft.sharing is None or counted.starts_after(context.lexed, end):
        return None
    unit = units.after(context.lexed, draft.sharing.end, context.countries)
    if draft.sharing.percent:
        unit = units.PERCENT
    return unit and unit._replace(start=draft.last.end, end=draft.last.end)
