"""Claims as they are read, written for others: JSON Lines, or Parquet with a row a line, as `check` reads them again.

What may name a patient is not written: no patient_id, and a number in place of each free text of a claim.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from cleanclaim.claims import Claim
from cleanclaim.relational.connection import Database, quoted
from cleanclaim.values import numbered, shortest

_COLUMNS = {
    "claim_id": "varchar", "claim_type": "varchar", "type_of_bill": "varchar", "payer_type": "varchar",
    "billing_taxonomy": "varchar", "billing_provider": "varchar", "line_number": "integer",
    "procedure_code": "varchar", "code_qualifier": "varchar", "revenue_code": "varchar", "modifiers": "varchar",
    "units": "decimal(10, 3)", "unit_of_measure": "varchar", "date_of_service": "date", "date_of_service_end": "date",
    "place_of_service": "varchar", "rendering_provider": "varchar", "charge": "decimal(17, 2)", "ndc": "varchar",
    "description": "varchar",
}  # fmt: skip
"""Of a table of claim lines; place of service and rendering provider are the line's, else the claim's."""
_ROWS_AT_ONCE = 100_000
_DIGEST_BYTES = 16


def canonical(claim: Claim) -> Claim:
    """The claim without what may name a patient; each of its edits decides as it did."""
    described = [line for line in claim.lines if line.description is not None]
    texts = dict(
        zip(
            (line.line_number for line in described),
            numbered(line.description for line in described if line.description is not None),
            strict=True,
        )
    )
    lines = tuple(line.model_copy(update={"description": texts.get(line.line_number)}) for line in claim.lines)
    return claim.model_copy(update={"patient_id": None, "lines": lines})


def json_lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Each claim as a line of JSON, in ASCII."""
    for claim in claims:
        yield json.dumps(claim.model_dump(mode="json", exclude_none=True)) + "\n"


class ClaimTable:
    """Claims on their way into a Parquet file."""

    def __init__(self, database: Database) -> None:
        """Raises DatabaseFailed."""
        self._database = database
        self._known: set[bytes] = set()
        self._rows = 0
        self._types = {"row_number": "bigint", **_COLUMNS}
        columns = ", ".join(f"{name} {kind}" for name, kind in self._types.items())
        database.run(f"create table claim_line ({columns})")

    def refusal(self, claim: Claim) -> str | None:
        """Why a table cannot hold a claim beside those that it holds; None takes it for held."""
        if any(not code.isalnum() for line in claim.lines for code in line.modifiers):
            return "a modifier of it is of other characters than letters and digits, which a table cannot tell apart"
        key = blake2b(claim.claim_id.encode(), digest_size=_DIGEST_BYTES).digest()
        if key in self._known:
            return "another claim of this id is there already, and rows of one id are one claim"
        self._known.add(key)
        return None

    def write(self, claims: Iterable[Claim], path: Path) -> None:
        """Write claims that are not refused. Raises DatabaseFailed."""
        rows = (row for claim in claims for row in self._rows_of(claim))
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            self._database.append("claim_line", self._types, some)
        ordered = f"select {', '.join(_COLUMNS)} from claim_line order by row_number"
        with self._database.kept_in_order():
            self._database.run(f"copy ({ordered}) to {quoted(str(path))} (format parquet, compression zstd)")

    def _rows_of(self, claim: Claim) -> Iterator[tuple[object, ...]]:
        for line in claim.lines:
            self._rows += 1
            yield (
                self._rows, claim.claim_id, claim.claim_type, claim.type_of_bill, claim.payer_type,
                claim.billing_taxonomy, claim.billing_provider, line.line_number, line.procedure_code,
                line.code_qualifier, line.revenue_code, " ".join(line.modifiers) or None,
                None if line.units is None else shortest(line.units), line.unit_of_measure, line.date_of_service,
                line.date_of_service_end, line.place_of_service or claim.place_of_service,
                line.rendering_provider or claim.rendering_provider,
                None if line.charge is None else shortest(line.charge), line.ndc, line.description,
            )  # fmt: skip
