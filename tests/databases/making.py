"""Claim lines in a database: the demonstration claims, and findings as they come out of a table."""

import csv
import json
from typing import Any

from tests.cli.running import FIXTURES

from .conftest import Database

DEMONSTRATION = FIXTURES / "demonstration.csv"
QUERY = "select * from lines order by number"
INTO = "cleanclaim_findings"
_JSON = ("evidence", "citations", "remittance", "location")


def literal(value: str | None) -> str:
    return "null" if value is None else "'" + value.replace("'", "''") + "'"


def fill(database: Database, rows: list[dict[str, str]], table: str = "lines") -> None:
    """A table of text columns with these rows, numbered in the column `number`."""
    columns = ", ".join(f'"{name}" text' for name in rows[0])
    database.rows(f"create table {table} (number integer, {columns})")
    for start in range(0, len(rows), 200):
        values = ", ".join(
            f"({number}, {', '.join(literal(value or None) for value in row.values())})"
            for number, row in enumerate(rows[start : start + 200], start=start)
        )
        database.rows(f"insert into {table} values {values}")


def demonstration(database: Database) -> None:
    """The table `lines` with the demonstration claims."""
    with DEMONSTRATION.open(encoding="utf-8", newline="") as stream:
        fill(database, list(csv.DictReader(stream)))


def in_table(database: Database, table: str = INTO) -> list[dict[str, Any]]:
    """The findings of a table as JSON Lines has them, in its order, with the run."""
    names = [str(name) for name in (FINDING if table else ())]
    selected = ", ".join(["run", *(f"cast({name} as text)" if name in _JSON and database.kind == "postgresql" else name
                                   for name in names)])  # fmt: skip
    found = []
    for run, *row in database.rows(f"select {selected} from {table}"):
        finding = dict(zip(names, row, strict=True))
        if database.kind != "duckdb":
            finding |= {name: json.loads(finding[name]) for name in _JSON if finding[name] is not None}
        found.append({"run": run, **json.loads(json.dumps(finding, default=str))})
    return found


FINDING = (
    "edit_id", "title", "claim_id", "line_number", "procedure_code", "date_of_service", "disposition", "message", "fix",
    "evidence", "code_set_release", "citations", "remittance", "location",
)  # fmt: skip
