"""What a table is: a pydantic model of its rows, its keys, and the rules that a row keeps."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.fields import FieldInfo


class Row(BaseModel):
    """A row: frozen, no columns beyond those declared, no silent conversion, no NaN."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> "Row":
        for rule in RULES.get(type(self), ()):
            if not rule.holds(dict(self)):
                raise ValueError(f"{rule.name}: {rule.meaning}")
        return self


def column(
    en: str,
    ar: str,
    description: str,
    *,
    example: Any,
    meanings: dict[str, str] | None = None,
    unit: str | None = None,
    **constraints: Any,
) -> Any:
    """Return a pydantic field with its labels in both languages, how to decide its value, and an example."""
    extra: dict[str, Any] = {"label_en": en, "label_ar": ar}
    if meanings:
        extra["meanings"] = meanings
    if unit:
        extra["unit"] = unit
    return Field(description=description, examples=[example], json_schema_extra=extra, **constraints)


def string(en: str, ar: str, description: str, **more: Any) -> Any:
    """Return the field of a non-empty string."""
    return column(en, ar, description, min_length=1, **more)


def offset(en: str, ar: str, description: str, **more: Any) -> Any:
    """Return the field of an offset into a raw file: Unicode code points from 0."""
    return column(en, ar, description, ge=0, unit="Unicode code points from 0", **more)


@dataclass(frozen=True)
class Rule:
    """A rule over several columns of a row, written once as a Python expression over column names.

    Allowed are `and or not`, comparisons, `is None`, `in (…)`, `+ -` and literals, so that it can be turned into SQL.
    """

    name: str
    expression: str
    meaning: str

    @cached_property
    def _check(self) -> Callable[[dict[str, Any]], Any]:
        code = compile(self.expression, f"<rule {self.name}>", "eval")
        return lambda row: eval(code, {"__builtins__": {}}, row)

    def holds(self, row: dict[str, Any]) -> bool:
        """Return whether the row keeps the rule."""
        return bool(self._check(row))


@dataclass(frozen=True)
class ForeignKey:
    """Columns that name a row of another table (`""` is the table itself)."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """One column, as everything derived from the models sees it."""

    name: str
    kind: Literal["string", "integer", "number", "date"]
    nullable: bool
    info: FieldInfo

    @property
    def description(self) -> str:
        """How to decide the value, with the meaning of each value of a closed vocabulary."""
        return self.info.description or ""

    @property
    def extra(self) -> dict[str, Any]:
        """Labels, unit and meanings."""
        extra = self.info.json_schema_extra
        return extra if isinstance(extra, dict) else {}

    @property
    def meanings(self) -> dict[str, str]:
        """The closed vocabulary with the meaning of each value; empty where the column is open."""
        return dict(self.extra.get("meanings", {}))

    @property
    def example(self) -> Any:
        """One example value."""
        return (self.info.examples or [None])[0]

    def constraint(self, name: str) -> Any:
        """Return a constraint of the field (`ge`, `le`, `pattern`, `min_length`), or None."""
        for metadata in self.info.metadata:
            if (value := getattr(metadata, name, None)) is not None:
                return value
        return None


@dataclass(frozen=True)
class Table:
    """A table of the dataset, declared once."""

    name: str
    model: type[Row]
    en: str
    ar: str
    description: str
    description_ar: str
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    rules: tuple[Rule, ...] = ()
    label: str | None = None  # the column that names a row to people
    source_text: bool = False  # holds text of the publishers
    columns: tuple[Column, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", tuple(_columns(self.model)))
        RULES[self.model] = self.rules

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]


RULES: dict[type[Row], tuple[Rule, ...]] = {}
_KINDS = {"str": "string", "int": "integer", "float": "number", "date": "date"}


def _columns(model: type[Row]) -> list[Column]:
    found = []
    for name, info in model.model_fields.items():
        options = [option for option in _flat(info.annotation) if option is not NoneType]
        nullable = NoneType in _flat(info.annotation)
        names = {
            type(option).__name__ if not isinstance(option, type) else option.__name__ for option in options
        }
        (kind,) = names
        found.append(Column(name, _KINDS[kind], nullable, info))  # type: ignore[arg-type]
    return found


def _flat(annotation: Any) -> list[Any]:
    """Return the members of a union, and for a Literal its values."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    arguments = get_args(annotation)
    if not arguments:
        return [annotation]
    return [member for argument in arguments for member in _flat(argument)]
