"""What claims are taken from: the view `billed`, one row a line, its values as billed or, where coded, as text.

Where a number or day is none, `is_wrong` says so; what other texts stand for is looked up, once for each distinct one.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from cleanclaim.claims import ReadClaim
from cleanclaim.read.table import MIDNIGHTS, OF_DAYS, ROW, Column, Table
from cleanclaim.relational.connection import Database, quoted
from cleanclaim.relational.locations import CLAIM_AT, LINE_AT, columns_of, given_sql, values_of
from cleanclaim.relational.raw_values import CODE, GIVEN, SETTING

UNITS, CHARGE = "decimal(10, 3)", "decimal(17, 2)"
LINE_NUMBER_AT_MOST = 999_999
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""All that Python strips from a text; the ideographic space is the last of them."""
IDENTIFIERS = ("claim_id", "rendering_provider", "billing_provider", "patient_id", "description")
_EXACT = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "DOUBLE")
"""Types whose numbers are those that their texts say; the text of a FLOAT is shorter than its number."""
_DECIMAL = re.compile(r"DECIMAL\((\d+), ?(\d+)\)")
_DAYS = ("date_of_service", "date_of_service_end")
_PATTERNS = {
    UNITS: r"[+-]?[0-9]{1,7}(\.[0-9]{1,3})?", CHARGE: r"[+-]?[0-9]{1,15}(\.[0-9]{1,2})?", "integer": "[0-9]{1,6}",
}  # fmt: skip

STAGED = {
    "row_number": "bigint", "claim_key": "bigint", "claim_id": "varchar", "place": "bigint",
    **dict.fromkeys((*SETTING, *CODE, "modifiers"), "varchar"), "line_number": "integer", "units": UNITS,
    "charge": CHARGE, "first_day": "date", "last_day": "date", "rendering_provider": "varchar",
    "billing_provider": "varchar", "patient_id": "varchar", "ndc": "varchar", "description": "varchar",
    **columns_of(LINE_AT), **columns_of(CLAIM_AT), "is_wrong": "boolean",
}  # fmt: skip
"""The columns of `billed`, and their types where the lines come from claims that were read already."""


@dataclass(frozen=True, slots=True)
class Billed:
    """The view `billed`."""

    given: Collection[str]
    """Those of GIVEN that it has."""
    padded: str = "0"
    """Of a line, as SQL: a bit for each column of identifiers at an end of which blanks may stand."""
    settle: Callable[[Database, int], None] | None = None
    """Makes the view anew, blanks stripped from the columns whose bits are set."""
    located: Mapping[str, str] | None = None
    """`place` and a line's location, as SQL, where a line's `row_number` tells them; else the view does."""


def make_billed(database: Database, table: Table, place: int = 0) -> Billed:
    """Make the view `billed` of a table of claim lines.

    `place` is that of its claims in the input. Raises DatabaseFailed.
    """
    identifiers = [name for name in IDENTIFIERS if name in table.columns]
    bits = {name: 1 << place for place, name in enumerate(identifiers)}

    def settle(database: Database, padded: int) -> None:
        make(database, [name for name, bit in bits.items() if padded & bit])

    def make(database: Database, padded: Collection[str]) -> None:
        query = billed_query(table, padded, place, quoted(table.shown))
        database.run(f"create or replace view billed as {query}")

    make(database, ())
    padded = " | ".join(f"case when not ({_is_printable(name)}) then {bit} else 0 end" for name, bit in bits.items())
    stood = {"file": quoted(table.shown), "line": "row_number"}
    located = {"place": f"{place}::bigint", **given_sql(LINE_AT, stood)}
    return Billed([name for name in GIVEN if name in table.columns], padded or "0", settle, located)


def billed_query(table: Table, padded: Collection[str], place: int, file: str, row: str = ROW) -> str:
    """The query of the view `billed`, of a table's rows, each with its file and number as SQL.

    From the texts of the `padded` columns blanks are stripped, all that Python takes for one.
    """
    wrong: list[str] = []

    def number(name: str, kind: str) -> str:
        value, is_wrong = _number(table.columns.get(name), kind)
        wrong.append(is_wrong)
        return value

    days = [column for name in _DAYS if (column := table.columns.get(name)) is not None]
    # if one column of days is text as it stands, the other is told as text too
    are_texts = any(column.type not in OF_DAYS and not column.formats for column in days)

    def day(name: str) -> str:
        value, is_wrong = _day(table.columns.get(name))
        wrong.append(is_wrong)
        return f"cast({value} as varchar)" if are_texts else value

    def identifier(name: str) -> str:
        return identifier_sql(table, name) if name in padded else table.text(name)

    claim_id = identifier("claim_id")
    line_number = number("line_number", "integer")
    wrong.append(f"not regexp_full_match({table.text('ndc')}, '[ -~]*')" if "ndc" in table.columns else "false")
    stood = {"file": file, "line": f"({row})::bigint"}
    ndc = f"nullif(upper(trim({table.text('ndc')})), '')"
    columns = {
        "row_number": row, "claim_key": claim_id, "claim_id": claim_id, "place": f"{place}::bigint",
        **{name: table.text(name) for name in (*SETTING, *CODE, "modifiers")},
        "line_number": line_number, "units": number("units", UNITS), "charge": number("charge", CHARGE),
        "first_day": day("date_of_service"), "last_day": day("date_of_service_end"),
        **{name: identifier(name) for name in ("rendering_provider", "billing_provider", "patient_id")},
        "ndc": ndc, "description": identifier("description"),
        **given_sql(LINE_AT, stood), **given_sql(CLAIM_AT, stood),
    }  # fmt: skip
    wrong.append(f"coalesce(not ({line_number} between 1 and {LINE_NUMBER_AT_MOST}), true)")
    columns["is_wrong"] = " or ".join(f"coalesce({one}, false)" for one in dict.fromkeys(wrong) if one != "false")
    selected = ", ".join(f"{sql} as {name}" for name, sql in columns.items())
    return f"select {selected} from {table.sql}"


def identifier_sql(table: Table, name: str) -> str:
    """An identifier without the blanks around it, as SQL; null where nothing else is there."""
    return f"nullif(trim({table.text(name)}, {quoted(BLANKS)}), '')"


def _is_printable(text: str) -> str:
    """That a text begins and ends with a character that Python does not strip, and of which that need not be asked."""
    return f"{text} >= '!' and {text} < chr(127) and {text}[-1] between '!' and '~'"


def _number(column: Column | None, kind: str) -> tuple[str, str]:
    """A number as SQL, null where it is none, and whether it is wrong."""
    if column is None:
        return f"null::{kind}", "false"
    if _fits(column.type, kind):
        return f"cast({column.sql} as {kind})", "false"
    if column.type in _EXACT or column.type.startswith("DECIMAL"):
        value = f"try_cast({column.sql} as {kind})"
        same = f"{value} = {column.sql}"
        if column.type == "DOUBLE":
            # of so many digits no two have one number
            same = f"cast({value} as double) = {column.sql} and abs({column.sql}) < 1e12"
        return value, f"({column.sql} is not null and not coalesce({same}, false))"
    text = f"trim({column.text}, ' ')"
    value = f"case when regexp_full_match({text}, {quoted(_PATTERNS[kind])}) then try_cast({text} as {kind}) end"
    return value, f"({text} <> '' and ({value}) is null)"


def _fits(given: str, wanted: str) -> bool:
    """Whether every value of a decimal or integer type is one of another."""
    sizes = [
        (int(found[1]) - int(found[2]), int(found[2])) if (found := _DECIMAL.fullmatch(kind.upper())) else None
        for kind in (given, wanted)
    ]
    one, other = sizes
    if one is None or other is None:
        return wanted == "integer" and given in ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT")
    return one[0] <= other[0] and one[1] <= other[1]


def _day(column: Column | None) -> tuple[str, str]:
    """A day as SQL: a date, or text that is looked up; and whether it is wrong."""
    if column is None:
        return "null::date", "false"
    if column.type == "DATE":
        return column.sql, "false"
    if column.type in MIDNIGHTS:
        value = f"case when {column.sql} = date_trunc('day', {column.sql}) then cast({column.sql} as date) end"
        return value, f"({column.sql} is not null and ({value}) is null)"
    text = f"nullif(trim({column.text}, ' '), '')"
    if not column.formats:
        return text, "false"
    written = " ".join(
        f"when regexp_full_match({text}, {quoted(one.pattern)}) "
        f"then cast(try_strptime({text}, {quoted(one.text)}) as date)"
        for one in column.formats
    )
    value = f"case {written} end"
    return value, f"({text} is not null and ({value}) is null)"


@dataclass
class Staging:
    """Lines of claims that were read already, written to the table `staged` behind the view `billed`."""

    database: Database
    _rows: int = 0

    def begin(self) -> None:
        """Make the table and the view. Raises DatabaseFailed."""
        columns = ", ".join(f"{name} {kind}" for name, kind in STAGED.items())
        self.database.run(f"create or replace table staged ({columns})")
        self.database.run("create or replace view billed as select * from staged")

    def add(self, reads: Iterable[tuple[int, ReadClaim]]) -> None:
        """Add whole claims, each with its place in the input. Raises DatabaseFailed."""
        self.database.append("staged", STAGED, (row for place, read in reads for row in self._of_claim(place, read)))

    def _of_claim(self, place: int, read: ReadClaim) -> Iterator[tuple[object, ...]]:
        claim, whole = read.claim, read.location
        assert claim is not None
        of_claim = values_of(whole)
        for line in claim.lines:
            self._rows += 1
            at = read.line_locations.get(line.line_number, whole)
            yield (
                self._rows, place, claim.claim_id, place, claim.claim_type, claim.payer_type, claim.type_of_bill,
                claim.billing_taxonomy, line.place_of_service or claim.place_of_service, line.unit_of_measure,
                line.procedure_code, line.code_qualifier, line.revenue_code, " ".join(line.modifiers),
                line.line_number, _plain(line.units), _plain(line.charge), line.date_of_service,
                line.date_of_service_end, line.rendering_provider or claim.rendering_provider, claim.billing_provider,
                None, line.ndc, line.description, *values_of(at), *of_claim, "false",
            )  # fmt: skip


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
