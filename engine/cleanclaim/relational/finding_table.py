"""The table of findings: its columns are those of a finding, and those by which they are sorted."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import duckdb

from cleanclaim.catalogue import Catalogue
from cleanclaim.evaluate.payability import state_after
from cleanclaim.findings import Finding
from cleanclaim.relational.conditions import Bits
from cleanclaim.relational.connection import Database, Engine, quoted
from cleanclaim.relational.locations import LOCATION
from cleanclaim.template import Template

_CITATIONS = "struct(document varchar, section varchar, url varchar, read date)[]"
_REMITTANCE = 'struct("group" varchar, carc varchar, rarc varchar[])'
COLUMNS = {
    "edit_id": "varchar", "title": "varchar", "claim_id": "varchar", "line_number": "integer",
    "procedure_code": "varchar", "date_of_service": "date", "disposition": "varchar", "message": "varchar",
    "fix": "varchar", "evidence": "map(varchar, varchar)", "code_set_release": "varchar", "citations": _CITATIONS,
    "remittance": _REMITTANCE, "location": LOCATION,
}  # fmt: skip
"""The columns of findings in Parquet, in the order of the finding's schema, and their SQL types."""
_OF_EDIT = ("edit_id", "title", "disposition", "citations")
_FOUND = {
    "edit": "smallint", "place": "bigint", "turn": "integer",
    **{name: kind for name, kind in COLUMNS.items() if name not in (*_OF_EDIT, "remittance")}, "remittance": "smallint",
    "shared_fix": "smallint",
}  # fmt: skip
_ORDER = "coalesce(claim_id, ''), place, coalesce(line_number, 0), edit, turn"
"""Claim id by code points, the claim's place in the input, line, edit; then as reported."""
_FIX = "coalesce(f.fix, getvariable('fixes')[f.shared_fix + 1])"
_JOINED = {name: f"e.{name}" for name in _OF_EDIT} | {"remittance": "e.remittances[f.remittance + 1]", "fix": _FIX}
_SHARED = {one: f"getvariable('{one}_of_edits')[f.edit + 1]" for one in (*_OF_EDIT, "remittances")}
_WHOLE = {name: _SHARED.get(name, f"f.{name}") for name in COLUMNS} | {
    "remittance": f"{_SHARED['remittances']}[f.remittance + 1]",
    "fix": _FIX,
}


class FindingTable:
    """Findings of a run, in a database: the table `found`, and the view `finding` of them as they are shown.

    What all findings of an edit share stands once, in the table `edit_text`, and so does a fix that names no fact of
    the line: `shared_fix` is its number.
    """

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        """Make the tables. Raises DatabaseFailed."""
        self.database, self._catalogue = database, catalogue
        self.numbers = edit_numbers(catalogue)
        """The number of each edit in the tables; numbers ascend as ids do."""
        load_edit_texts(database, catalogue, self.numbers)
        for name in _SHARED:
            database.run(f"set variable {name}_of_edits = (select list({name} order by edit) from edit_text)")
        self.fixes: dict[Template, int] = {}
        """The number of each fix that is the same for all lines."""
        for rule in catalogue.rules:
            if catalogue.names.keys() >= {name for _, names, _ in rule.fix.parts for name in names}:
                self.fixes.setdefault(rule.fix, len(self.fixes))
        database.run("set variable fixes = ?", [[fix.written(catalogue.names) for fix in self.fixes]])
        database.run(f"create temp table found ({', '.join(f'{name} {kind}' for name, kind in _FOUND.items())})")
        columns_of_findings = ", ".join(f"{_JOINED.get(name, f'f.{name}')} as {name}" for name in COLUMNS)
        database.run(
            f"create temp view finding as select {columns_of_findings}, f.place, f.turn "
            "from found f join edit_text e using (edit)"
        )

    def add(self, findings: Iterable[tuple[int, Finding]]) -> None:
        """Add findings, each with its claim's place in the input. Raises DatabaseFailed."""
        path = self.database.scratch / "findings.jsonl"
        names = [name for name in _FOUND if name in COLUMNS.keys() - {"evidence", "remittance"}]
        some = False
        with self.database.room(), path.open("w", encoding="utf-8") as stream:
            for turn, (place, finding) in enumerate(findings):
                row = finding.model_dump(mode="json", include=set(names))
                row |= {"edit": self.numbers[finding.edit_id], "place": place, "turn": turn}
                row["evidence"] = [{"key": name, "value": value} for name, value in finding.evidence.items()]
                row["remittance"] = self._remittance_of(finding)
                row["shared_fix"] = None
                stream.write(json.dumps(row) + "\n")
                some = True
        kinds = _FOUND | {"evidence": "struct(key varchar, value varchar)[]"}
        columns = ", ".join(f"{name}: {quoted(kind)}" for name, kind in kinds.items())
        if some:
            self.database.run(
                f"insert into found select {', '.join(_FOUND)} from (select * replace (map_from_entries(evidence) as "
                f"evidence) from read_json(?, format = 'newline_delimited', columns = {{{columns}}}, "
                "maximum_object_size = 20000000))",
                [str(path)],
            )
        path.unlink()

    def _remittance_of(self, finding: Finding) -> int | None:
        """The place of a finding's remittance among those of its edit."""
        if finding.remittance is None:
            return None
        wanted = finding.remittance.model_dump()
        of_edit = self._catalogue.edits[finding.edit_id].remittance
        return next(place for place, one in enumerate(of_edit) if one.model_dump(exclude={"when"}) == wanted)

    def __iter__(self) -> Iterator[Finding]:
        """The findings in order. Raises DatabaseFailed."""
        return (finding for _, finding in self.in_order())

    def in_order(self, edit_ids: Collection[str] | None = None) -> Iterator[tuple[int, Finding]]:
        """The findings in order, each with its claim's place in the input; of some edits alone where they are named.

        Raises DatabaseFailed.
        """
        with self.database.kept_in_order():
            for place, *row in self.database.stream(self._ordered({"place": "f.place", **_WHOLE}, edit_ids)):
                yield int(str(place)), Finding.model_validate(dict(zip(COLUMNS, row, strict=True)))

    def write_parquet(self, path: Path, edit_ids: Collection[str] | None = None) -> None:
        """Write the findings in order, of some edits alone where they are named. Raises DatabaseFailed."""
        with self.database.kept_in_order():
            self.database.run(
                f"copy ({self._ordered(_WHOLE, edit_ids)}) to {quoted(str(path))} (format parquet, compression zstd)"
            )

    def relation(self) -> duckdb.DuckDBPyRelation:
        """The findings in order as a relation, while the database is open; DuckDB keeps their order from here on."""
        self.database.run("set preserve_insertion_order = true")
        return self.database.connection.sql(self._ordered(_WHOLE, None))

    def _ordered(self, columns: Mapping[str, str], edit_ids: Collection[str] | None) -> str:
        """The findings in order. What their edits share comes from variables: behind a join, some would be astray."""
        found = "found"
        if edit_ids is not None:
            numbers = sorted(self.numbers[edit_id] for edit_id in edit_ids)
            found = f"found where edit in ({', '.join(map(str, numbers)) or 'null'})"
        selected = ", ".join(f"{sql} as {name}" for name, sql in columns.items())
        return f"select {selected} from (select * from {found} order by {_ORDER}) f"


def edit_numbers(catalogue: Catalogue) -> dict[str, int]:
    """The number of each edit in the tables; numbers ascend as ids do."""
    return {edit_id: number for number, edit_id in enumerate(sorted(catalogue.edits))}


def load_edit_texts(database: Database, catalogue: Catalogue, numbers: Mapping[str, int]) -> None:
    """Make the table `edit_text`, of what all findings of an edit share. Raises DatabaseFailed."""
    rows = []
    for edit_id, number in numbers.items():
        edit = catalogue.edits[edit_id]
        citations = json.dumps([one.model_dump(mode="json") for one in edit.citations])
        remittances = json.dumps([one.model_dump(mode="json", exclude={"when"}) for one in edit.remittance])
        rows.append((number, edit_id, edit.title, edit.disposition, citations, remittances))
    columns = dict.fromkeys(("edit_id", "title", "disposition", "citations", "remittances"), "varchar")
    database.load("edit_as_text", {"edit": "smallint", **columns}, rows)
    database.run(
        f"create temp table edit_text as select * replace (cast(citations::json as {_CITATIONS}) as citations, "
        f"cast(remittances::json as {_REMITTANCE}[]) as remittances) from edit_as_text"
    )


def load_rules(engine: Engine, numbers: Mapping[str, int], of_lines: Bits, of_claims: Bits) -> None:
    """Make the table `rule`: the edit of each rule, and what becomes of a line that fails it. Raises DatabaseFailed."""
    rows = [
        (level, place, numbers[rule.edit.id], rule.edit.disposition, int(state_after([rule.edit.disposition])))
        for level, bits in (("line", of_lines), ("claim", of_claims))
        for place, rule in enumerate(bits.rules)
    ]
    columns = {"level": "varchar", "rule": "integer", "edit": "smallint", "disposition": "varchar", "state": "integer"}
    engine.load("rule", columns, rows)
