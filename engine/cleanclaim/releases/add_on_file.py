"""The add-on code file: fixed-width text or rows under a header."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import get_args

from cleanclaim.codes import Notice
from cleanclaim.releases.cells import Sheet
from cleanclaim.releases.fields import PROCEDURE_SHAPE
from cleanclaim.releases.table_rows import TableRows, headed, values_under, whole
from cleanclaim.tables import CONTRACTOR_DEFINED, AddOnPair, AddOnPairs, AddOnType
from cleanclaim.values import code_text

_NO_DAY = ("", "0", "0000000", "*")
_FIXED_PAIR = re.compile(
    r"(?P<type>[123])(?P<add_on>[0-9A-Z]{5})(?P<add_on_deletion>[0-9 ]{7})(?P<primary>[0-9A-Z]{5})"
    r"(?P<primary_deletion>[0-9 ]{7})(?P<effective>[0-9]{7})(?P<deletion>[0-9 ]{7}|[0-9 ]{0,6}$).*",
    re.ASCII,
)
_SPACED_PAIR = re.compile(r"[123][0-9A-Z]{5}\s+(?:[0-9]{7}\s+)?(?:[0-9A-Z]{5})\s", re.ASCII)
_TOKEN = re.compile(r"\S+")
_PAIR_INSIDE = re.compile(r"[123](?P<add_on>[0-9A-Z]{5})[0-9 ]{7}[0-9A-Z]{5}[0-9 ]{7}[0-9]{7}", re.ASCII)
_PAIR_BEGINS = 26
"""Where a second row can begin at the earliest: with the effective date of the first."""
_LIKE_A_PAIR = re.compile(r".[0-9A-Z]{5}.*[0-9]{7}", re.ASCII)
_AT_THE_EDGES = "".join(map(chr, range(32)))


def lines_of_pairs(lines: Sequence[str]) -> int:
    """How many of the first lines are rows of the fixed-width add-on code file, at positions or apart by blanks."""
    return sum(1 for line in lines[:200] if _FIXED_PAIR.match(line) or _SPACED_PAIR.match(line))


def read_fixed_width_add_on_file(lines: Sequence[str], file: str) -> TableRows:
    """The rows of the file AOC_V....txt. Raises FileRefused.

    Its positions: type 1, add-on code 2-6, its deletion 7-13, primary code 14-18, its deletion 19-25, effective date
    26-32, deletion date 33-39, notes. Where blanks part the fields, dates are told apart by where they begin.
    """
    found = TableRows(file, "add_on", "dated")
    rows: list[tuple[int, dict[str, str]]] = []
    spaced: list[tuple[int, str]] = []
    for number, given in enumerate(lines, start=1):
        line = given.strip(_AT_THE_EDGES)
        inside = [one["add_on"] for one in _PAIR_INSIDE.finditer(line, _PAIR_BEGINS)]
        if inside:
            found.unread(number, "line", "holds a second row", [code_text(line[1:6]), *inside])
        elif match := _FIXED_PAIR.match(line):
            rows.append((number, match.groupdict()))
        elif _SPACED_PAIR.match(line):
            spaced.append((number, line))
        elif (rows or spaced or _LIKE_A_PAIR.match(line)) and line.strip():
            found.notices.append(
                Notice(file=file, line=number, field="line", reason="is no line of the add-on code file; passed over")
            )
            rows.append((number, {"add_on": line[1:6]}))
    rows += _spaced(spaced)
    _gather_pairs(found, sorted(rows, key=lambda one: one[0]))
    return whole(found)


def _spaced(lines: Sequence[tuple[int, str]]) -> list[tuple[int, dict[str, str]]]:
    """Rows whose fields are parted by blanks: the dates behind the primary code belong to the column they begin in."""
    split = [(number, [(one.start(), one[0]) for one in _TOKEN.finditer(line)]) for number, line in lines]
    read: list[tuple[int, dict[str, str], list[tuple[int, str]]]] = []
    begins: dict[int, int] = {}
    for number, tokens in split:
        first, rest = tokens[0][1], tokens[1:]
        values = {"type": first[0], "add_on": first[1:]}
        if re.fullmatch("[0-9]{7}", rest[0][1]):
            values["add_on_deletion"] = rest.pop(0)[1]
        values["primary"] = rest.pop(0)[1]
        dates: list[tuple[int, str]] = []
        while rest and re.fullmatch("[0-9]{7}", rest[0][1]) and len(dates) < 3:
            dates.append(rest.pop(0))
        for at, _ in dates:
            begins[at] = begins.get(at, 0) + 1
        read.append((number, values, dates))
    effective = max(begins, key=lambda at: begins[at], default=0)
    for _, values, dates in read:
        for at, text in dates:
            name = "effective" if at == effective else "primary_deletion" if at < effective else "deletion"
            values[name] = text
    return [(number, values) for number, values, _ in read]


def add_on_columns(names: Sequence[str]) -> Mapping[str, int] | None:
    """The places of an add-on code file's columns in a header; None when it is another file's."""
    wanted = {
        "aoc_edit_type": "type", "add_on_code": "add_on", "primary_code": "primary", "aoc_deldt": "add_on_deletion",
        "aoc_del_dt": "add_on_deletion", "primary_code_deldt": "primary_deletion",
        "primary_code_del_dt": "primary_deletion", "aoc_edit_effdt": "effective", "aoc_edit_eff_dt": "effective",
        "aoc_edit_deldt": "deletion", "aoc_edit_del_dt": "deletion",
    }  # fmt: skip
    short = [re.sub(r"(_julian|_yyyyddd)+$", "", name) for name in names]
    places = {wanted[name]: place for place, name in enumerate(short) if name in wanted}
    return places if {"type", "add_on", "primary"} <= places.keys() else None


def read_add_on_rows(sheet: Sheet, at: int, columns: Mapping[str, int]) -> TableRows:
    """The pairs of rows under a header; without a column of effective dates the file is an undated one."""
    found = TableRows(sheet.file, "add_on", "dated" if "effective" in columns else "undated")
    headed(found, sheet, at)
    _gather_pairs(found, values_under(found, sheet, at, columns, "add_on"))
    return found


def _gather_pairs(found: TableRows, rows: Iterable[tuple[int, Mapping[str, str]]]) -> None:
    """Enter the pairs by add-on code.

    The file is in the order of add-on codes: a row whose add-on code cannot be read is of the code above or below it,
    so that of these two nothing is said either.
    """
    pairs: dict[str, dict[AddOnPair, None]] = {}
    above, is_lost = "", False
    for line, values in rows:
        add_on = code_text(values.get("add_on", ""))
        pair = _pair(found, line, add_on, values)
        if pair is not None:
            found.rows += 1
            pairs.setdefault(add_on, {})[pair] = None
        is_code = bool(PROCEDURE_SHAPE.fullmatch(add_on))
        if is_lost or not is_code:
            found.unreadable_codes.update({above, add_on} & pairs.keys())
        above, is_lost = add_on if is_code else above, not is_code
    for code, own in pairs.items():
        found.entries[code] = AddOnPairs(pairs=tuple(sorted(own, key=AddOnPair.model_dump_json)))


def _pair(found: TableRows, line: int, add_on: str, values: Mapping[str, str]) -> AddOnPair | None:
    """The pair of a row; None, and a notice, when it cannot be read: the table then says nothing of the add-on code."""
    primary, kind = code_text(values.get("primary", "")), code_text(values.get("type", ""))
    if not PROCEDURE_SHAPE.fullmatch(add_on):
        found.unread(line, "Add-On_Code", f"{add_on[:20]!r} is no code")
        return None
    if primary != CONTRACTOR_DEFINED and not PROCEDURE_SHAPE.fullmatch(primary):
        found.unread(line, "Primary_Code", f"{primary[:20]!r} is neither a code nor {CONTRACTOR_DEFINED}", [add_on])
        return None
    if kind not in map(str, get_args(AddOnType)):
        found.unread(line, "AOC_Edit_Type", f"{kind[:20]!r} is none of 1, 2 and 3", [add_on])
        return None
    days: dict[str, date | None] = {}
    for name in ("effective", "deletion", "add_on_deletion", "primary_deletion"):
        try:
            days[f"{name}_date"] = _julian_day(values.get(name, ""))
        except ValueError as wrong:
            found.unread(line, f"{name} date", str(wrong), [add_on])
            return None
    if found.part == "dated" and days["effective_date"] is None:
        found.unread(line, "AOC_Edit_EffDT", "there is no effective date", [add_on])
        return None
    return AddOnPair(primary_code=primary, edit_type=int(kind), **days)  # type: ignore[arg-type]


def _julian_day(text: str) -> date | None:
    """The day that YYYYDDD names, the third part counted from 1 within the year. Raises ValueError."""
    text = text.strip()
    if text in _NO_DAY:
        return None
    if not re.fullmatch(r"[0-9]{7}", text, re.ASCII) or not 1 <= int(text[4:]) <= 366 or text[:4] == "0000":
        raise ValueError(f"{text[:20]!r} is no day of a year, as 2013091")
    day = date(int(text[:4]), 1, 1) + timedelta(int(text[4:]) - 1)
    if day.year != int(text[:4]):
        raise ValueError(f"{text!r}: that year has no such day")
    return day
