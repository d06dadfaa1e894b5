"""Random tables of claim lines: columns of many types, values from plain to damaged, rows in any order."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from tests.unit.predicate.making import Pick

Value = str | None
Row = dict[str, Value]

_NUMBERS = (
    "integer", "bigint", "smallint", "utinyint", "hugeint", "ubigint", "decimal(9, 0)", "decimal(18, 4)",
    "decimal(38, 10)", "decimal(10, 3)", "float", "double", "boolean",
)  # fmt: skip
_DAYS = ("date", "date", "timestamp", "timestamp_s", "timestamp_ms", "timestamp_ns", "timestamptz", "time")
_TEXTS = ("blob", "json")
TYPES: Mapping[str, Sequence[str]] = {
    "claim_id": ("bigint", "double", "hugeint", *_TEXTS), "line_number": _NUMBERS, "units": _NUMBERS,
    "charge": _NUMBERS, "date_of_service": _DAYS, "date_of_service_end": _DAYS,
    "procedure_code": ("integer", "double", *_TEXTS), "revenue_code": ("integer", "double"),
    "place_of_service": ("integer", "double", "decimal(4, 1)"), "ndc": ("bigint", "double", *_TEXTS),
    "modifiers": ("varchar[]", "varchar[]", "integer[]", "integer"), "rendering_provider": ("bigint", "double"),
    "patient_id": ("bigint",), "description": _TEXTS,
}  # fmt: skip
"""Types beside text that a column is given."""

_BLANKS = (" ", "\t", "\u00a0", "\u2003", "\u3000", "\x1f", "\x0b", "\u200b", "  ")
_NOTHING = ("", " ", "\u00a0", "\\N", "NULL", "nan")
_TRICKS = ("\x00", "it's", "\u0131", "\uff11\uff12", "é", "\x7f", "-", "x" * 5000, "😀", "%", "none")
_IN_QUOTES = ('"', "a\nb", "a\r\nb", 'a"b', "\n")
"""What CSV has other rules for."""
NUMBERS_WRITTEN = (
    "0", "1", "-1", "+1", "1.5", "1.", ".5", "01", "1.000", "1.0000", "0.0001", "1e2", "1E-2", "0.1", "0.3", "16777217",
    "1234567.9", "1234567.891", "9999999.999", "9999999.9999", "10000000", "123456789012345.67", "999999999999999.99",
    "1000000000000000", "nan", "inf", "-inf", "Infinity", "1,5", "1 000", "\uff11", "\u0661", "--1", "0x10", "true",
    "-0", "-0.0", "9007199254740993", "123456.785", "8388608.5", "0.005", "99999999999.99",
    "123456789012.34", "876543210987654.32", "99999999999999999999999",
)  # fmt: skip
DAYS_WRITTEN = (
    "2025-13-01", "2025-02-29", "20251001", "10/01/2025", "2025-1-1", "2025-10-01 00:00:00", "2025-10-01T00:00:00",
    "2025-10-01 12:30:00", "2025-10-01 00:00:00.000001", "0001-01-01", "9999-12-31", "10000-01-01", "infinity",
    "-infinity", "0044-03-15 (BC)", "1969-12-31", "\uff12025-10-01", "today", "epoch", "2025-10-01 ", "\t2025-10-01",
)  # fmt: skip
DAYS = ("2025-12-31", "2026-01-01", "2026-01-01", "2026-01-02", "2026-03-31")
CODES = ("Q4257", "Q4257", "15271", "15272", "A4649", "99213", "A0428", "J0120", "Q4100", "97602")
_PLAIN: Mapping[str, Sequence[Value]] = {
    "procedure_code": CODES, "units": ("1", "1", "2", "2.5", "30", None), "charge": ("10", "100.5", "99.99", None),
    "date_of_service": DAYS, "date_of_service_end": (None, None, None, *DAYS), "unit_of_measure": ("UN", None, "MJ"),
    "modifiers": (None, None, "GY", "59", "GA GZ", "JW,JZ", "RH:GY", "KX 76"), "code_qualifier": ("HC", None, "HP"),
    "revenue_code": (None, None, "0510", "0024"), "place_of_service": ("11", "24", None, "22"),
    "rendering_provider": (None, "one", "one", "two"), "ndc": (None, None, "00000-0000-00", "12345678901"),
    "description": (None, "Graft", "graft, other"),
}  # fmt: skip
_OF_CLAIM: Mapping[str, Sequence[Value]] = {
    "claim_type": ("professional", None, "institutional", "dme"), "payer_type": ("medicare", "medicare", None, "other"),
    "type_of_bill": ("131", None), "billing_taxonomy": (None, "261QA1903X"), "patient_id": (None, "7", "p"),
    "billing_provider": (None, "biller"),
}  # fmt: skip
COLUMNS = ("claim_id", "line_number", *_PLAIN, *_OF_CLAIM)
_SIZES = (1, 1, 1, 2, 2, 3, 4, 6)


@dataclass(frozen=True)
class DrawnTable:
    """A table of claim lines."""

    types: dict[str, str]
    """Of each column."""
    names: dict[str, str]
    """How each column's name is written."""
    rows: list[Row]

    def write_parquet(self, path: Path) -> Path:
        """Write it; a value that its column's type cannot hold is null."""
        columns = ", ".join(
            f'{_cast(f"c{place}", kind)} as "{self.names[name]}"'
            for place, (name, kind) in enumerate(self.types.items())
        )
        held = ", ".join(f"c{place} varchar" for place, _ in enumerate(self.types))
        with duckdb.connect(config={"threads": "1"}) as connection:
            connection.execute(f"create table made ({held})")
            marks = ", ".join("?" * len(self.types))
            if self.rows:
                values = [[row.get(name) for name in self.types] for row in self.rows]
                connection.executemany(f"insert into made values ({marks})", values)
            connection.execute(f"copy (select {columns} from made) to '{path}' (format parquet, row_group_size 2048)")
        return path

    def as_csv(self, path: Path) -> Path:
        """The same as CSV, of which all columns are text."""
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
            writer.writerow([self.names[name] for name in self.types])
            writer.writerows([row.get(name) or "" for name in self.types] for row in self.rows)
        return path


def _cast(column: str, kind: str) -> str:
    if kind == "varchar":
        return column
    if kind.endswith("[]"):
        return f"try_cast(list_transform(string_split({column}, ' '), lambda one: nullif(one, 'GZ')) as {kind})"
    if kind == "blob":
        return f"encode({column})"
    if kind == "json":
        return f"{column}::varchar"
    return f"try_cast({column} as {kind})"


def drawn_table(pick: Pick, claims: int, *, as_text: bool = False) -> DrawnTable:
    """A table of so many claims; `as_text` when it must also be told in CSV."""
    columns = [name for name in COLUMNS if name in ("claim_id", "line_number") or pick((True,) * 9 + (False,))]
    if not pick((True,) * 15 + (False,)):
        columns.remove(pick(("line_number", "date_of_service", "procedure_code")))
    types = dict.fromkeys(columns, "varchar")
    if not as_text:
        share = pick(((False,), (False, False, False, True), (False, True)))
        types |= {name: pick(TYPES[name]) for name in columns if name in TYPES and pick(share)}
    damaged = {name: pick(((False,), (False,), (False,) * 60 + (True,), (False,) * 9 + (True,))) for name in columns}
    tricks = (*_TRICKS, *(() if as_text else _IN_QUOTES))
    of_columns = {name: _damages(pick, name, tricks) for name in columns}
    rows: list[Row] = []
    for number in range(claims):
        rows.extend(_claim_rows(pick, f"C{number}" if types["claim_id"] == "varchar" else str(number), columns))
    for row in rows:
        for name in columns:
            if pick(damaged[name]):
                row[name] = of_columns[name](row.get(name))
    if pick((False, False, True)):
        rows = _shuffled(pick, rows)
    names = {name: pick((name,) * 20 + (name.upper(), name.replace("_", " "))) for name in columns}
    return DrawnTable(types, names, rows)


def _claim_rows(pick: Pick, claim_id: str, columns: Sequence[str]) -> list[Row]:
    size = pick(_SIZES * 20 + (70, 200))
    header = {name: pick(choices) for name, choices in _OF_CLAIM.items()}
    codes, days = [pick(CODES), pick(CODES)], [pick(DAYS), pick(DAYS)]
    numbers = list(range(1, size + 1)) if pick((True,) * 15 + (False,)) else [pick((1, 2, 65, 66)) for _ in range(size)]
    rows = []
    for number in numbers:
        line = {name: pick(choices) for name, choices in _PLAIN.items()}
        line |= {"procedure_code": pick(codes), "date_of_service": pick(days)}
        rows.append({"claim_id": claim_id, "line_number": str(number), **header, **line})
    if size > 1 and pick((False, True)):
        rows[-1] = {**rows[0], "line_number": rows[-1]["line_number"]}
    if pick((False,) * 9 + (True,)):
        row, name = pick(rows), pick(tuple(_OF_CLAIM))
        row[name] = pick((None, "", "MEDICARE", "Medicare ", *_OF_CLAIM[name]))
    if pick((False,) * 9 + (True,)):
        pick(rows)["procedure_code"] = pick((None, "", " "))
    return [{name: row[name] for name in columns} for row in rows]


def _damages(pick: Pick, name: str, tricks: Sequence[str]) -> Callable[[Value], Value]:
    """How values of a column are damaged: each in another way, or all in one, as a program would."""
    written = {"line_number": NUMBERS_WRITTEN, "units": NUMBERS_WRITTEN, "charge": NUMBERS_WRITTEN,
               "date_of_service": DAYS_WRITTEN, "date_of_service_end": DAYS_WRITTEN}.get(name, ())  # fmt: skip

    def other_blank(value: str) -> Value:
        blank = pick(_BLANKS)
        return pick((blank + value, value + blank, blank + value + blank, blank))

    ways: tuple[Callable[[str], Value], ...] = (
        other_blank, str.lower, lambda _: None, lambda _: pick(_NOTHING), lambda value: value + pick(tricks),
        lambda _: pick(tricks), lambda value: pick(tricks) + value, lambda value: value.replace("1", "\uff11"),
        *((lambda _: pick(written),) * 6 if written else ()),
    )  # fmt: skip
    several = pick((ways, (pick(ways),), (other_blank,)))
    return lambda value: pick(several)(value or "1")


def _shuffled(pick: Pick, rows: list[Row]) -> list[Row]:
    """Some rows elsewhere."""
    kept, moved = [], []
    for row in rows:
        (moved if pick((False, False, False, True)) else kept).append(row)
    for row in moved:
        kept.insert(pick(range(len(kept) + 1)), row)
    return kept
