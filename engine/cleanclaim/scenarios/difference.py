"""How the findings of a scenario differ from those expected, as a person reads it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from cleanclaim.scenarios.finding_text import aligned, shown

Row = Mapping[str, str]
"""The text of a finding's fields."""

_IDENTITY = ("claim_id", "line_number", "edit_id")
_WIDEST_CELL = 44
_LEGEND = "-  expected and missing;  +  found and not expected;  ~  found, and differs"


@dataclass(frozen=True)
class _Entry:
    """One finding in the comparison: expected, found, or both."""

    sign: Literal[" ", "-", "+", "~"]
    expected: Row
    found: Row

    @property
    def row(self) -> Row:
        return self.expected if self.sign == "-" else self.found


def difference(expected: Sequence[Row], found: Sequence[Row], columns: Sequence[str]) -> list[str]:
    """How findings differ from those expected, in order, on some columns; nothing when they do not."""
    if list(expected) == list(found):
        return []
    entries = list(_compared(expected, found, columns))
    narrow = [name for name in columns if all(len(entry.row[name]) <= _WIDEST_CELL for entry in entries)]
    table = [["", *narrow], *([entry.sign, *(shown(name, entry.row[name]) for name in narrow)] for entry in entries)]
    lines = [*aligned(table), "", f"  {_LEGEND}"]
    if sorted(map(_text, expected)) == sorted(map(_text, found)):
        lines.append("  The findings are right and stand in another order: by claim id, line number and edit id.")
    for entry in entries:
        wide = [name for name in columns if name not in narrow]
        if entry.sign == "~":
            lines += ["", f"  ~  {_name(entry)}", *differing_fields(entry.expected, entry.found)]
        elif entry.sign != " " and wide:
            cells = [(name, shown(name, entry.row[name])) for name in wide]
            lines += ["", f"  {entry.sign}  {_name(entry)}", *aligned(cells, "      ")]
    return lines


def summary(expected: Sequence[Row], found: Sequence[Row], columns: Sequence[str]) -> str:
    """What differs, counted in one sentence."""
    signs = [entry.sign for entry in _compared(expected, found, columns)]
    counted = {"missing": signs.count("-"), "not expected": signs.count("+"), "different": signs.count("~")}
    return "the findings are not those expected: " + ", ".join(
        f"{count} {what}" for what, count in counted.items() if count
    )


def differing_fields(expected: Row, found: Row) -> list[str]:
    """Every field that differs, the expected value above the one found."""
    rows = []
    for name, value in expected.items():
        if value != found[name]:
            rows += [(name, "expected", shown(name, value)), ("", "found", shown(name, found[name]))]
    return list(aligned(rows, "      ")) if rows else []


def _compared(expected: Sequence[Row], found: Sequence[Row], columns: Sequence[str]) -> Iterator[_Entry]:
    """The findings paired by claim, line and edit, as far as these are given, in the order of both lists."""
    named = [name for name in _IDENTITY if name in columns] or list(columns)
    before, after = ([tuple(row[name] for name in named) for row in rows] for rows in (expected, found))
    for _, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        ours, theirs = expected[start:end], found[other_start:other_end]
        if before[start:end] == after[other_start:other_end]:
            for one, other in zip(ours, theirs, strict=True):
                yield _Entry(" " if one == other else "~", one, other)
        else:
            yield from (_Entry("-", one, one) for one in ours)
            yield from (_Entry("+", other, other) for other in theirs)


def _name(entry: _Entry) -> str:
    return (
        ", ".join(
            f"line {shown(name, value)}" if name == "line_number" and value else shown(name, value)
            for name in _IDENTITY
            if (value := entry.row.get(name)) is not None
        )
        or "a finding"
    )


def _text(row: Row) -> str:
    return repr(sorted(row.items()))
