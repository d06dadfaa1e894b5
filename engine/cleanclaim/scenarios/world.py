"""What one scenario was given, and the check of it; and the checkers that all scenarios of a session share."""

import io
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from cleanclaim.catalogue import CatalogueRefused
from cleanclaim.claims import Claim, ClaimLine, ReadClaim
from cleanclaim.codes import CodeSetRelease, Notice, Scope
from cleanclaim.edit_files import load_catalogue
from cleanclaim.edits import Parameter
from cleanclaim.explanation import Explainer
from cleanclaim.pipeline import Checker, sort_key
from cleanclaim.places import shipped
from cleanclaim.read.source import read_claims, read_stream
from cleanclaim.releases.files import Wanted
from cleanclaim.releases.library import CodeLibrary, LibraryRefused
from cleanclaim.releases.opening import bundled_library, read_plain
from cleanclaim.releases.store import StoredShelf, is_library_file
from cleanclaim.scenarios.failure import StepFailed, unknown
from cleanclaim.scenarios.outcome import Outcome
from cleanclaim.scenarios.parameters import with_value, with_values
from cleanclaim.scenarios.tables import Table, claim_lines, code_records, reasons, table_part
from cleanclaim.scenarios.watching import Checked, Watcher
from cleanclaim.tables import Kind, Part

_CLAIM_ID = "A"
"""The claim's id where a scenario does not give one."""
_PAYER = "payer_type"
_MODIFIER_LENGTH = 2
_Changes = tuple[tuple[Path, ...], str]
"""Folders of edits, and parameters as JSON."""
_AS_TEXT = "the claims"
"""The file in the locations of claims that stand in a scenario."""


class Checkers:
    """Compiled catalogues: one for each set of folders and parameters that scenarios change the shipped edits by."""

    def __init__(self, watcher: Watcher | None = None) -> None:
        """`watcher` sees each check."""
        self.watcher = watcher
        self.bundled = bundled_library()[0]
        self._known: dict[_Changes, Checker] = {}

    def checker(self, folders: tuple[Path, ...], parameters: Iterable[Parameter] = ()) -> Checker:
        """The checker for the bundled records. Raises CatalogueRefused and FileNotFoundError."""
        replaced = sorted(parameters, key=lambda one: one.name)
        changes = folders, "".join(one.model_dump_json() for one in replaced)
        known = self._known.get(changes)
        if known is None or known.is_spent:
            catalogue = load_catalogue(*folders, replaced=replaced)
            known = self._known[changes] = Checker(self.bundled, catalogue, information=True)
        return known


class World:
    """One scenario: its code records, edits, claims and, once checked, the outcome.

    Paths are relative to the feature file's folder. Every method raises StepFailed for what cannot be used.
    """

    def __init__(self, checkers: Checkers, folder: Path) -> None:
        self._checkers, self._folder = checkers, folder
        self._parts: list[CodeSetRelease | Part] | None = None
        self._tables: list[Part] = []
        self._shelf: StoredShelf | None = None
        self._notices: list[Notice] = []
        self._edits: tuple[Path, ...] = ()
        self._parameters: dict[str, Parameter] = {}
        self._fields: dict[str, str] = {}
        self._lines: list[ClaimLine] = []
        self._others: list[ReadClaim] = []
        self._outcome: Outcome | None = None

    @property
    def outcome(self) -> Outcome:
        """What the check found."""
        if self._outcome is None:
            raise StepFailed("nothing has been checked yet: the step `When the claim is checked` is missing")
        return self._outcome

    def add_bundled_records(self) -> None:
        """Use the records that come with cleanclaim."""
        self._add_files(shipped("fixtures") / "record_documents")

    def remove_records(self) -> None:
        """Use no record, whatever was given before."""
        self._parts, self._shelf = [], None

    def add_library(self, path: str) -> None:
        """Use a library file, or the releases and tables of a file or folder."""
        place = self._folder / path
        if not is_library_file(place):
            self._add_files(place)
            return
        if self._shelf is not None:
            raise StepFailed("the scenario uses a library file already; it can use one")
        try:
            self._shelf = StoredShelf(place)
        except LibraryRefused as wrong:
            raise StepFailed(str(wrong)) from None
        self._add_parts()

    def add_record_document(self, path: str) -> None:
        """Use the record of a document, as a partial release of its quarter."""
        self._add_files(self._folder / path)

    def add_release(self, scope: str, release_id: str, table: Table | None) -> None:
        """Use the records of a table as a release."""
        word = next(one for one in get_args(Scope) if one == scope)
        try:
            held = code_records(table)
            records = {code: record for code, record in held.items() if len(code) > _MODIFIER_LENGTH}
            modifiers = {code: record for code, record in held.items() if code not in records}
            release = CodeSetRelease(id=release_id, scope=word, records=records, modifiers=modifiers)
        except ValidationError:
            why = "is named by the year and first month of its quarter, as 2026-01, 2026-04, 2026-07 or 2026-10"
            raise StepFailed(f"{release_id} is no release: one {why}") from None
        self._add_parts(release)

    def add_table(self, kind: Kind, quarter: str, part: str | None, table: Table | None) -> None:
        """Use a table beside the code records, whichever these are."""
        self._tables.append(table_part(kind, quarter, part, table))

    def state(self, field: str, value: str) -> None:
        """State a field of the claim; of two statements the later counts."""
        try:
            Claim.model_validate({"claim_id": _CLAIM_ID, "lines": [_ANY_LINE], field: value})
        except ValidationError as wrong:
            raise StepFailed("\n".join(reasons(wrong, {field: value}))) from None
        self._fields[field] = value

    def add_lines(self, table: Table | None) -> None:
        """Bill more lines on the claim."""
        for line in claim_lines(table, len(self._lines)):
            if any(line.line_number == other.line_number for other in self._lines):
                raise StepFailed(f"the claim has two lines with the number {line.line_number}")
            self._lines.append(line)

    def add_json(self, text: str | None) -> None:
        """Check the claim, or the list of claims, of a JSON text as well."""
        if text is None:
            raise StepFailed("a claim as JSON is wanted below the step, between two lines of three quotes")
        try:
            data = json.loads(text, parse_float=Decimal)
        except json.JSONDecodeError as wrong:
            place = f"line {wrong.lineno}, column {wrong.colno}"
            raise StepFailed(f"the claim is no JSON: {place}: {wrong.msg}") from None
        several = data if isinstance(data, list) else [data]
        for number, one in enumerate(several, start=1):
            self._others.append(ReadClaim(claim=_claim(one, f"claim {number}, " if len(several) > 1 else "")))

    def add_text(self, text: str | None) -> None:
        """Check the claims of a text in any format as well; what cannot be read of them is a finding."""
        if text is None:
            raise StepFailed("claims are wanted below the step, between two lines of three quotes")
        self._others += read_stream(io.BytesIO(text.encode()), _AS_TEXT)

    def add_file(self, path: str) -> None:
        """Check the claims of a file as well; what cannot be read of them is a finding."""
        try:
            self._others += read_claims(self._folder / path, path)
        except OSError as wrong:
            raise StepFailed(f"{path}: {wrong.strerror}") from None

    def add_edits(self, path: str) -> None:
        """Add a payer's own folder of edits."""
        self._edits = (*self._edits, (self._folder / path).resolve())
        self._checker()

    def set_parameter(self, name: str, values: str | Table | None) -> None:
        """Let a parameter of the edits given so far have other values."""
        known = self._checker().catalogue.parameters
        if name not in known:
            raise unknown(name, "parameter", sorted(known))
        of_name = known[name]
        self._parameters[name] = (
            with_value(of_name, values) if isinstance(values, str) else with_values(of_name, values)
        )
        self._checker()

    def check(self) -> None:
        """Check all claims given."""
        claims = self._claims()
        checker = self._checker()
        if self._parts is not None or self._tables:
            shelf = self._checkers.bundled.shelves[0] if self._parts is None else self._shelf
            try:
                checker = checker.with_library(CodeLibrary([*(self._parts or ()), *self._tables], shelf=shelf))
            except LibraryRefused as wrong:
                raise StepFailed(str(wrong)) from None
        placed = [(place, finding) for place, claim in enumerate(claims) for finding in checker.check_read(claim)]
        findings = [finding for place, finding in sorted(placed, key=lambda one: sort_key(one[1], one[0]))]
        self._outcome = Outcome(
            findings, claims, checker.catalogue.edits, self._notices, explain=Explainer.of(checker).explain
        )
        if self._checkers.watcher is not None:
            checked = Checked(checker, self._edits, claims, findings, self._notices)
            self._outcome = self._checkers.watcher.outcome(checked, self._outcome)

    def _add_files(self, path: Path) -> None:
        try:
            reads = read_plain(path, Wanted())
        except LibraryRefused as wrong:
            raise StepFailed(str(wrong)) from None
        self._notices += (notice for read in reads for notice in read.notices)
        self._add_parts(*(read.part for read in reads))

    def _add_parts(self, *parts: CodeSetRelease | Part) -> None:
        self._parts = [*(self._parts or ()), *parts]

    def _checker(self) -> Checker:
        try:
            return self._checkers.checker(self._edits, self._parameters.values())
        except CatalogueRefused as wrong:
            raise StepFailed("\n  ".join(("the edits are refused:", *wrong.reasons))) from None
        except FileNotFoundError as wrong:
            raise StepFailed(str(wrong)) from None

    def _claims(self) -> list[ReadClaim]:
        claims = list(self._others)
        if self._lines:
            fields = {"claim_id": _CLAIM_ID, **self._fields}
            claims.insert(0, ReadClaim(claim=Claim.model_validate({**fields, "lines": self._lines})))
        elif stray := self._fields.keys() - {_PAYER}:
            names = ", ".join(sorted(stray))
            raise StepFailed(f"{names}: stated in a step of its own only of a claim whose lines stand in a table")
        if not claims:
            raise StepFailed("no claim is given")
        return [self._with_payer(one) for one in claims]

    def _with_payer(self, read: ReadClaim) -> ReadClaim:
        """Let the payer that the scenario states stand for claims that do not state one."""
        payer = self._fields.get(_PAYER)
        if payer is None or read.claim is None or read.claim.payer_type != "unknown":
            return read
        return read.model_copy(update={"claim": read.claim.model_copy(update={_PAYER: payer})})


_ANY_LINE = ClaimLine.model_validate({"line_number": 1, "date_of_service": "2026-01-01"})


def _claim(data: Any, place: str) -> Claim:
    try:
        return Claim.model_validate(data)
    except ValidationError as wrong:
        raise StepFailed("\n".join(f"{place}{one}" for one in reasons(wrong, {}))) from None
