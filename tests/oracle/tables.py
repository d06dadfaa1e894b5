"""Sections 2 and 3 of the catalogue, read plainly: tables of add-on codes, MUE and ASC payment, by quarter.

A table is a kind (add_on, mue, asc), a quarter, a part (dated or undated; practitioner, outpatient or dme;
AA or BB) and its rows by code.
"""

from datetime import date
from typing import Any

from .library import FAR_FUTURE, FAR_PAST, day_of

Table = dict[str, Any]


def quarter_of(day: date) -> str:
    """The id of the quarter that holds a day; ids sort as the quarters do."""
    return f"{day.year:04d}-{(day.month - 1) // 3 * 3 + 1:02d}"


def speaks_for(table: Table, day: date) -> bool:
    """Section 2: a table speaks "for the dates of their own quarter only".

    "An AOC table whose rows bear dates speaks for every date up to the end of its quarter".
    """
    if table["part"] == "dated":
        return quarter_of(day) <= table["quarter"]
    return bool(quarter_of(day) == table["quarter"])


# Add-on codes


def pair_holds(pair: dict[str, Any], day: date) -> bool:
    """Whether a row of an AOC table is in force on a day; deletion dates are last valid days."""
    ends = ("deletion_date", "add_on_deletion_date", "primary_deletion_date")
    starts = day_of(pair.get("effective_date"), FAR_PAST)
    return starts <= day and all(day <= day_of(pair.get(end), FAR_FUTURE) for end in ends)


def pairs_in(table: Table, code: str, day: date) -> list[dict[str, Any]]:
    """The rows of an add-on code that hold on a day. A table lists a code when there is one."""
    return [pair for pair in table["rows"].get(code, []) if pair_holds(pair, day)]


def add_on_rows(tables: list[Table], code: str, day: date) -> tuple[str, list[dict[str, Any]]]:
    """Section 3, add_on_table, and the rows that count.

    "When an AOC table that speaks for the date lists the code": of several the rows of the smallest quarter count,
    of a dated one before an undated one of the same quarter. Where one speaks, what tables that do not speak list
    tells nothing more.
    """
    of_kind = [table for table in tables if table["kind"] == "add_on"]
    speaking = [table for table in of_kind if speaks_for(table, day)]
    if speaking:
        for table in sorted(speaking, key=lambda table: (table["quarter"], table["part"] != "dated")):
            if rows := pairs_in(table, code, day):
                return "speaks_lists", rows
        return "speaks_silent", []
    if not of_kind:
        return "none", []
    return ("stale_lists" if any(pairs_in(table, code, day) for table in of_kind) else "stale_silent"), []


# MUE


def mue_tables(tables: list[Table], part: str) -> list[Table]:
    """The MUE tables of one service."""
    return [table for table in tables if table["kind"] == "mue" and table["part"] == part]


def mue_row(tables: list[Table], part: str, code: str, day: date) -> dict[str, Any] | None:
    """The row of a code in the MUE table that speaks for a day."""
    for table in mue_tables(tables, part):
        if speaks_for(table, day):
            row: dict[str, Any] | None = table["rows"].get(code)
            return row
    return None


def stale_mue_row(tables: list[Table], part: str, code: str, day: date) -> dict[str, Any] | None:
    """Section 4, UOS910: tables "are loaded but none speaks for the date".

    The row is of "the one with the greatest first day not after the date (else the earliest)".
    """
    loaded = sorted(mue_tables(tables, part), key=lambda table: str(table["quarter"]))
    if not loaded or any(speaks_for(table, day) for table in loaded):
        return None
    earlier = [table for table in loaded if table["quarter"] <= quarter_of(day)]
    table = earlier[-1] if earlier else loaded[0]
    row: dict[str, Any] | None = table["rows"].get(code)
    return row


# ASC payment


def asc_listed(tables: list[Table], code: str, day: date) -> str:
    """Section 3, asc_listed: `yes` by one addendum that speaks, `no` "when both speak and neither does".

    Without a code that tables speak of: `unknown`.
    """
    if not code:
        return "unknown"
    speaking = [table for table in tables if table["kind"] == "asc" and speaks_for(table, day)]
    if any(code in table["rows"] for table in speaking):
        return "yes"
    return "no" if {table["part"] for table in speaking} == {"AA", "BB"} else "unknown"
