"""The contract: one pydantic model a table, and everything that is derived from the models."""

from hiwar.schema import (
    articles,
    attributions,
    figures,
    measures,
    passages,
    reviews,
    speaker_names,
    speaker_roles,
    speakers,
    statements,
)
from hiwar.schema.base import Column, ForeignKey, Row, Rule, Table

TABLES: dict[str, Table] = {
    module.TABLE.name: module.TABLE
    for module in (
        articles,
        passages,
        speakers,
        speaker_names,
        speaker_roles,
        statements,
        attributions,
        measures,
        figures,
        reviews,
    )
}
"""All tables by name, parents before children."""

__all__ = ["TABLES", "Column", "ForeignKey", "Row", "Rule", "Table"]
