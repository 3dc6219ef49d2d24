"""What a table means: its columns with type, unit, meaning, vocabulary and example, from the schema."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from hiwar.dataset.tables import unknown
from hiwar.grid import width

if TYPE_CHECKING:
    from hiwar.schema import Column, Table


@dataclass(frozen=True)
class ColumnInfo:
    """One column. `meanings` is the closed vocabulary, empty where the column is open; `references` is `table.column`."""

    name: str
    type: str
    nullable: bool
    label_en: str
    label_ar: str
    description: str
    unit: str | None
    meanings: dict[str, str]
    example: Any
    references: str | None


@dataclass(frozen=True, repr=False)
class Description:
    """One table with its columns; printed as a page of text."""

    table: str
    label_en: str
    label_ar: str
    description: str
    key: tuple[str, ...]
    columns: tuple[ColumnInfo, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the same as plain dicts and lists."""
        return asdict(self)

    def __repr__(self) -> str:
        head = [
            f"{self.table}: {self.label_en} | {self.label_ar}",
            self.description,
            f"Key: {', '.join(self.key)}",
        ]
        return "\n".join(head + [line for column in self.columns for line in _lines(column)])


def describe(table: str) -> Description:
    """Return what a table and its columns mean. Raises ValueError for a table that the dataset does not have."""
    from hiwar.schema import TABLES

    if table not in TABLES:
        raise unknown("table", table, TABLES)
    found = TABLES[table]
    columns = tuple(_column(column, found) for column in found.columns)
    return Description(found.name, found.en, found.ar, found.description, found.key, columns)


def _column(column: "Column", table: "Table") -> ColumnInfo:
    targets = [
        f"{key.table or table.name}.{to}"
        for key in table.foreign
        for name, to in zip(key.columns, key.to, strict=True)
        if name == column.name
    ]
    return ColumnInfo(
        name=column.name,
        type=column.kind,
        nullable=column.nullable,
        label_en=column.extra["label_en"],
        label_ar=column.extra["label_ar"],
        description=column.description,
        unit=column.extra.get("unit"),
        meanings=column.meanings,
        example=column.example,
        references=targets[0] if targets else None,
    )


def _lines(column: ColumnInfo) -> list[str]:
    facts = [column.type, "may be null" if column.nullable else "never null"]
    facts += [f"in {column.unit}"] if column.unit else []
    facts += [f"→ {column.references}"] if column.references else []
    wide = max(map(width, column.meanings), default=0)
    return [
        "",
        f"{column.name}  ({', '.join(facts)})  {column.label_en} | {column.label_ar}",
        f"    {column.description}",
        *(f"      {value:<{wide}}  {meaning}" for value, meaning in column.meanings.items()),
        *([] if column.meanings else [f"    Example: {column.example}"]),
    ]
