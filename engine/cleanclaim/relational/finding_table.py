"""The table of findings: its columns are those of a finding, and those by which they are sorted."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleanclaim.findings import Finding
from cleanclaim.relational.connection import Database, quoted

_LOCATION = 'struct(file varchar, line bigint, segment integer, element integer, pointer varchar)'
_CITATIONS = "struct(document varchar, section varchar, url varchar, read date)[]"
_REMITTANCE = 'struct("group" varchar, carc varchar, rarc varchar[])'
COLUMNS = {
    "edit_id": "varchar", "title": "varchar", "claim_id": "varchar", "line_number": "integer",
    "procedure_code": "varchar", "date_of_service": "date", "disposition": "varchar", "message": "varchar",
    "fix": "varchar", "evidence": "map(varchar, varchar)", "code_set_release": "varchar", "citations": _CITATIONS,
    "remittance": _REMITTANCE, "location": _LOCATION,
}  # fmt: skip
"""The columns of findings in Parquet, in the order of the finding's schema, and their SQL types."""
_SORTED = {"place": "bigint", "turn": "integer"}
ORDER = "coalesce(claim_id, ''), place, coalesce(line_number, 0), edit_id, turn"
"""Claim id by code points, the claim's place in the input, line, edit; then as reported."""


class FindingTable:
    """Findings of a run, in a database."""

    def __init__(self, database: Database) -> None:
        """Make the table. Raises DatabaseFailed."""
        self.database = database
        columns = ", ".join(f"{name} {kind}" for name, kind in (COLUMNS | _SORTED).items())
        database.run(f"create or replace temp table finding ({columns})")

    def add(self, findings: Iterable[tuple[int, Finding]]) -> None:
        """Add findings, each with its claim's place in the input. Raises DatabaseFailed."""
        path = self.database.scratch / "findings.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            some = False
            for turn, (place, finding) in enumerate(findings):
                row = finding.model_dump(mode="json") | {"place": place, "turn": turn}
                row["evidence"] = [{"key": name, "value": value} for name, value in row["evidence"].items()]
                stream.write(json.dumps(row) + "\n")
                some = True
        kinds = COLUMNS | _SORTED | {"evidence": "struct(key varchar, value varchar)[]"}
        columns = ", ".join(f"{name}: {quoted(kind)}" for name, kind in kinds.items())
        if some:
            self.database.run(
                "insert into finding select * replace (map_from_entries(evidence) as evidence) from "
                f"read_json(?, format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = 20000000)",
                [str(path)],
            )
        path.unlink()

    def __iter__(self) -> Iterator[Finding]:
        """The findings in order. Raises DatabaseFailed."""
        return (finding for _, finding in self.in_order())

    def in_order(self, where: str = "true") -> Iterator[tuple[int, Finding]]:
        """The findings in order, each with its claim's place in the input. Raises DatabaseFailed."""
        query = f"select place, {', '.join(COLUMNS)} from finding where {where} order by {ORDER}"  # noqa: S608  our own
        for place, *row in self.database.stream(query):
            yield int(str(place)), Finding.model_validate(dict(zip(COLUMNS, row, strict=True)))

    def write_parquet(self, path: Path, where: str = "true") -> None:
        """Write the findings in order. Raises DatabaseFailed."""
        self.database.run("set preserve_insertion_order = true")
        try:
            self.database.run(
                f"copy (select {', '.join(COLUMNS)} from finding where {where} order by {ORDER}) "
                f"to {quoted(str(path))} (format parquet, compression zstd)"
            )
        finally:
            self.database.run("set preserve_insertion_order = false")
