"""Where a line and its claim stood, as columns beside it, and as the struct that a finding bears."""

from collections.abc import Mapping

from cleanclaim.claims import Location

_KINDS = {
    "file": "varchar", "line": "bigint", "interchange": "integer", "transaction": "integer", "segment": "integer",
    "element": "integer", "byte_offset": "bigint", "pointer": "varchar",
}  # fmt: skip
"""The fields of a location and their SQL types, in the order of the model."""
LOCATION = f"struct({', '.join(f'{name} {kind}' for name, kind in _KINDS.items())})"
"""The SQL type of a location."""
LINE_AT, CLAIM_AT = "line_at", "claim_at"
"""What the names of the columns begin with, of a line's location and of its claim's."""


def columns_of(beginning: str) -> dict[str, str]:
    """The columns of a location, each with its type."""
    return {f"{beginning}_{name}": kind for name, kind in _KINDS.items()}


def struct_of(beginning: str, table: str = "l") -> str:
    """The location that the columns of a table hold, as SQL."""
    return f"struct_pack({', '.join(f'{name} := {table}.{beginning}_{name}' for name in _KINDS)})"


def values_of(location: Location) -> tuple[str | int | None, ...]:
    """The values of a location's columns."""
    return (
        location.file, location.line, location.interchange, location.transaction, location.segment, location.element,
        location.byte_offset, location.pointer,
    )  # fmt: skip


def given_sql(beginning: str, given: Mapping[str, str]) -> dict[str, str]:
    """The columns as SQL where some fields alone are given, and the others null."""
    return {f"{beginning}_{name}": given.get(name, f"null::{kind}") for name, kind in _KINDS.items()}


def shown_sql(struct: str) -> str:
    """A location as a finding shows it, as SQL: null where nothing of it is known."""
    return f"case when {' or '.join(f'{struct}.{name} is not null' for name in _KINDS)} then {struct} end"
