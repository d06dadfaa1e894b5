"""Which columns of a table hold what of a claim: a mapping, and the file that it is read from."""

from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from cleanclaim.claims import ClaimType, Code, Identifier, PayerType, PlaceOfService, TypeOfBill, UnitOfMeasure
from cleanclaim.read.date_formats import DateFormat, date_format, refused_together
from cleanclaim.values import Model
from cleanclaim.yaml_text import YamlRefused, read_yaml, reasons_of

MOST_MODIFIERS = 4


class ColumnsRefused(ValueError):
    """A column mapping that cannot be used; the message has a line for each reason, which begins with the file."""


def normalized(name: str) -> str:
    """A column's name as it is compared: lower case, blanks as underscores."""
    return "_".join(name.lower().split())


def _one_or_several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _not_blank(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("is blank")
    return value


def _schema_of_several(most: int | None = None) -> WithJsonSchema:
    several: dict[str, Any] = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1}
    return WithJsonSchema(
        {"anyOf": [{"type": "string", "minLength": 1}, several | ({"maxItems": most} if most else {})]}
    )


Name = Annotated[str, StringConstraints(min_length=1), BeforeValidator(_not_blank)]
OneColumn = Annotated[
    tuple[Name, ...], BeforeValidator(_one_or_several), Field(min_length=1, max_length=1),
    WithJsonSchema({"type": "string", "minLength": 1}),
]  # fmt: skip
"""A column, by its name in the table."""
ModifierColumns = Annotated[
    tuple[Name, ...], BeforeValidator(_one_or_several), Field(min_length=1, max_length=MOST_MODIFIERS),
    _schema_of_several(MOST_MODIFIERS),
]  # fmt: skip
"""A column that holds all modifiers of a line, or a column for each, in their order."""
JoinedColumns = Annotated[
    tuple[Name, ...], BeforeValidator(_one_or_several), Field(min_length=1, max_length=3), _schema_of_several(3)
]
"""A column, or columns that hold the parts of its value, in their order."""

DateFormats = Annotated[tuple[Name, ...], BeforeValidator(_one_or_several), Field(min_length=1), _schema_of_several()]
"""How days are written, in one way or several."""


class FieldColumns(Model):
    """For each field of a claim or of its lines, the column that holds it; by their own names where none is named."""

    claim_id: OneColumn | None = None
    claim_type: OneColumn | None = None
    payer_type: OneColumn | None = None
    type_of_bill: JoinedColumns | None = None
    """One column, or those of facility, classification and frequency."""
    billing_taxonomy: OneColumn | None = None
    patient_id: OneColumn | None = None
    billing_provider: OneColumn | None = None
    line_number: OneColumn | None = None
    procedure_code: OneColumn | None = None
    code_qualifier: OneColumn | None = None
    revenue_code: OneColumn | None = None
    modifiers: ModifierColumns | None = None
    units: OneColumn | None = None
    unit_of_measure: OneColumn | None = None
    date_of_service: OneColumn | None = None
    date_of_service_end: OneColumn | None = None
    place_of_service: OneColumn | None = None
    rendering_provider: OneColumn | None = None
    charge: OneColumn | None = None
    ndc: OneColumn | None = None
    description: OneColumn | None = None

    @field_validator("*")
    @classmethod
    def _named_once(cls, names: tuple[str, ...] | None, info: ValidationInfo) -> tuple[str, ...] | None:
        taken = {normalized(name): field for field, names in info.data.items() for name in names or ()}
        for name in names or ():
            if normalized(name) in taken:
                raise ValueError(f"the column {name} is named for {taken[normalized(name)]} already")
            taken[normalized(name)] = str(info.field_name)
        return names


class Constants(Model):
    """What holds for every line of a table, and stands in none of its columns."""

    claim_type: ClaimType | None = None
    payer_type: PayerType | None = None
    type_of_bill: TypeOfBill = None
    billing_taxonomy: Code = None
    billing_provider: Identifier = None
    code_qualifier: Code = None
    unit_of_measure: UnitOfMeasure | None = None
    place_of_service: PlaceOfService = None
    rendering_provider: Identifier = None

    _given = field_validator("*", mode="before")(_not_blank)


class ColumnMapping(Model):
    """Which columns of a table hold what of a claim, and how they are written."""

    columns: FieldColumns = FieldColumns()
    """By field. Names are compared without regard to case, and to whether blanks or underscores stand in them."""
    date_format: DateFormats | None = None
    """How days are written that are text, of %Y, %m or %b, and %d, as %m/%d/%Y; as 2026-01-31 where it is not told."""
    constants: Constants = Constants()

    @field_validator("date_format")
    @classmethod
    def _are_formats(cls, texts: tuple[str, ...] | None) -> tuple[str, ...] | None:
        if refused := refused_together([date_format(text) for text in texts or ()]):
            raise ValueError(refused)
        return texts

    @field_validator("constants")
    @classmethod
    def _in_no_column(cls, constants: Constants, info: ValidationInfo) -> Constants:
        columns = info.data.get("columns", FieldColumns())
        for name in Constants.model_fields:
            if getattr(constants, name) is not None and getattr(columns, name) is not None:
                raise ValueError(f"{name} is held by a column already")
        return constants

    @cached_property
    def by_field(self) -> dict[str, tuple[str, ...]]:
        """The columns of each field that is mapped, as they are named."""
        return {name: names for name in FieldColumns.model_fields if (names := getattr(self.columns, name)) is not None}

    @cached_property
    def names(self) -> frozenset[str]:
        """The columns that are mapped, as they are compared."""
        return frozenset(normalized(name) for names in self.by_field.values() for name in names)

    @cached_property
    def fixed(self) -> dict[str, str]:
        """The fields that are constant, each as text."""
        return {name: str(value) for name, value in self.constants if value is not None}

    @cached_property
    def formats(self) -> tuple[DateFormat, ...]:
        """How days are written."""
        return tuple(map(date_format, self.date_format or ()))


def read_columns(path: Path) -> ColumnMapping:
    """The column mapping in a YAML file. Raises ColumnsRefused and OSError."""
    try:
        text = read_yaml(path)
    except YamlRefused as wrong:
        raise ColumnsRefused(str(wrong)) from None
    try:
        return ColumnMapping.model_validate(text.data)
    except ValidationError as wrong:
        raise ColumnsRefused("\n".join(reasons_of(text, ColumnMapping, wrong))) from None
