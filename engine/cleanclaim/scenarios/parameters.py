"""A parameter of the catalogue with other values, as a scenario states them."""

from collections.abc import Callable, Mapping

from pydantic import ValidationError

from cleanclaim.edits import Parameter
from cleanclaim.scenarios.failure import StepFailed
from cleanclaim.scenarios.tables import Table, rows_of

_PERIOD = ("first", "last")
COLUMNS = {"numbers": ("value",), "lists": ("codes",), "replacements": ("codes", "successors")}
"""Of each kind of parameter, beside the period's."""


def with_values(parameter: Parameter, table: Table | None) -> Parameter:
    """The parameter with the values of a table: a number, codes and ranges, or codes and their successors, by period.

    Raises StepFailed for a table that does not fit, and for values that are none.
    """
    kind = _kind(parameter)
    rows = rows_of(table, f"values of {parameter.name}", [*_PERIOD, *COLUMNS[kind]])
    versions = []
    for number, row in enumerate(rows, start=1):
        if missing := [name for name in COLUMNS[kind] if not row.get(name, "").strip()]:
            raise StepFailed(f"row {number} of the table: {', '.join(missing)} of {parameter.name} is wanted")
        period = {name: text for name in _PERIOD if (text := row.get(name, "").strip())}
        versions.append({"effective": period, **_VALUES[kind](row)})
    try:
        return Parameter.model_validate({**parameter.model_dump(), kind: versions})
    except ValidationError as wrong:
        told = [_told(list(one["loc"]), one["msg"]) for one in wrong.errors(include_url=False, include_context=False)]
        raise StepFailed(f"the parameter {parameter.name}: {'; '.join(told)}") from None


def with_value(parameter: Parameter, text: str) -> Parameter:
    """The parameter with one value for every date. Raises StepFailed."""
    return with_values(parameter, [COLUMNS[_kind(parameter)][:1], [text]])


def _kind(parameter: Parameter) -> str:
    return next(name for name in COLUMNS if getattr(parameter, name))


def _number(row: Mapping[str, str]) -> dict[str, object]:
    return {"value": row["value"].strip()}


def _codes(row: Mapping[str, str]) -> dict[str, object]:
    return {"codes": _split(row["codes"])}


def _successors(row: Mapping[str, str]) -> dict[str, object]:
    return {"successors": {code: _split(row["successors"]) for code in _split(row["codes"])}}


_VALUES: Mapping[str, Callable[[Mapping[str, str]], dict[str, object]]] = {
    "numbers": _number, "lists": _codes, "replacements": _successors,
}  # fmt: skip


def _split(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _told(place: list[int | str], why: str) -> str:
    """What is wrong, with the row of the table it is in."""
    row = next((f"row {step + 1}: " for step in place if isinstance(step, int)), "")
    return row + why.removeprefix("Value error, ")
