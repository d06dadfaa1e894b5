"""What texts of the input stand for, as a reader would take them; and which columns are looked up that way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from cleanclaim.relational.connection import Database
from cleanclaim.values import Model, iso_day

SETTING = ("claim_type", "payer_type", "type_of_bill", "billing_taxonomy", "place_of_service", "unit_of_measure")
"""Columns of the input whose values together are one setting."""
CODE = ("procedure_code", "code_qualifier", "revenue_code")
OF_CLAIM = ("claim_type", "payer_type", "type_of_bill", "billing_taxonomy")
GIVEN = (*SETTING, *CODE, "modifiers")
"""Columns of which the values are looked up."""


class _NoValue:
    """Stands for what is no value of a field."""


NO_VALUE = _NoValue()


@cache
def _adapter(model: type[Model], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    return TypeAdapter(Annotated[(field.annotation, *field.metadata)])  # type: ignore[arg-type]


def field_value(model: type[Model], name: str, text: str | None) -> Any:
    """The value of a claim's or line's field that a text stands for, as a reader would take it; else NO_VALUE."""
    if text is None or not text.strip():
        return model.model_fields[name].default
    try:
        return _adapter(model, name).validate_python(text)
    except ValidationError:
        return NO_VALUE


def take_up(
    database: Database, table: str, raw: str, keys: Sequence[str], columns: Mapping[str, str],
    rows: Iterable[Sequence[object]], more: str = "",
) -> None:  # fmt: skip
    """Make a table of the raw values of a table (`raw_NAME`) and of what they stand for; those that are none stay out.

    `rows` begin with the number of the raw values; `more` is SQL of further columns. Raises DatabaseFailed.
    """
    database.load(f"{table}_of_raw", {"id": "bigint", **columns}, rows)
    raws = ", ".join(f"raw.{name} as raw_{name}" for name in keys)
    database.run(
        f"create or replace temp table {table} as select {raws}, made.*{more} from {raw} raw "
        f"join {table}_of_raw made using (id)"
    )


def has_hidden_blanks(text: str | None) -> bool:
    """Whether a code stands between blanks that SQL's trim leaves, or is nothing else: it would be told from itself."""
    if text is None:
        return False
    return text.strip(" ") != text.strip(" \t\r\n") or bool(text.strip(" ") and not text.strip())


def day_of(text: str) -> date | None:
    """The day of a text that is written as days are and no way else."""
    try:
        day = iso_day(text)
    except ValueError:
        return None
    return day if str(day) == text else None


def same_raw(one: str, other: str, names: Sequence[str], given: Collection[str]) -> str:
    """That a small table's raw values are those of the input, in which those not `given` are all null."""
    same = " and ".join(f"{one}.raw_{name} is not distinct from {other}.{name}" for name in names if name in given)
    return same or "true"
