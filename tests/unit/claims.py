"""Claims, code records and releases, written short."""

from datetime import date
from functools import cache
from typing import Any

from cleanclaim.catalogue import Catalogue
from cleanclaim.claims import Claim
from cleanclaim.codes import CodeRecord, CodeSetRelease, Scope
from cleanclaim.edit_files import load_catalogue
from cleanclaim.findings import Finding
from cleanclaim.pipeline import Checker
from cleanclaim.releases.library import CodeLibrary

DAY = "2026-01-15"


@cache
def shipped_catalogue() -> Catalogue:
    """The catalogue that comes with cleanclaim."""
    return load_catalogue()


def line(number: int, code: str | None, day: str = DAY, **rest: Any) -> dict[str, Any]:
    """A line of one unit."""
    return {"line_number": number, "procedure_code": code, "units": 1, "date_of_service": day, **rest}


def claim(*lines: dict[str, Any], **rest: Any) -> Claim:
    """A claim on Medicare."""
    return Claim.model_validate({"claim_id": "1", "payer_type": "medicare", **rest, "lines": list(lines)})


def record(code: str, description: str = "Supply, each", **rest: Any) -> CodeRecord:
    """A code record in force since 2020."""
    return CodeRecord.model_validate({
        "code": code, "long_description": description, "code_added_date": date(2020, 1, 1),
        "coverage_code": {"code": "C"}, **rest,
    })  # fmt: skip


def release(
    quarter: str, *records: CodeRecord, scope: Scope = "complete", unreadable: frozenset[str] = frozenset()
) -> CodeSetRelease:
    """A release, complete unless said otherwise, with the modifiers that tests bill."""
    held = {one.code: one for one in records}
    modifiers = {code: record(code, "Modifier") for code in MODIFIERS} if scope == "complete" else {}
    return CodeSetRelease(id=quarter, scope=scope, records=held, modifiers=modifiers, unreadable_codes=unreadable)


MODIFIERS = ("EY", "GA", "GL", "GX", "GY", "GZ", "JW", "JZ", "KX", "RH", "SG", "XS")


def library(*records: CodeRecord, quarter: str = "2026-01", scope: Scope = "complete") -> CodeLibrary:
    """A library of one release."""
    return CodeLibrary([release(quarter, *records, scope=scope)])


def checker(*records: CodeRecord, **settings: Any) -> Checker:
    """A Checker over one complete release of January 2026."""
    return Checker(library(*records), shipped_catalogue(), **settings)


def fired(findings: list[Finding]) -> list[tuple[int | None, str]]:
    """Line and edit of each finding."""
    return [(finding.line_number, finding.edit_id) for finding in findings]
