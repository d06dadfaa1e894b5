"""Small claims and releases for cases worked by hand: quiet unless told otherwise."""

from typing import Any

from .reading import expected

ADD_ON = "Product, per square centimeter (add-on, list separately in addition to primary procedure)"
PLAIN = "Product, per square centimeter"


def record(code: str, text: str = "Service", coverage: str = "", **fields: Any) -> dict[str, Any]:
    """A record of a code release that is quiet unless told otherwise: no coverage code, no end."""
    base = {
        "code": code,
        "long_description": text,
        "short_description": "Short",
        "coverage_code": coverage,
        "pricing_indicator": "11",
        "asc_payment_group": "",
        "asc_effective_date": "",
        "code_added_date": "2000-01-01",
        "termination_date": "",
        "statute": "",
        "cross_references": [],
        "coverage_issues_references": [],
    }
    return {**base, **fields}


MODIFIERS = ("EY", "GA", "GL", "GX", "GY", "GZ", "JW", "JZ", "KB", "KX", "LT", "QL", "RT", "SG", "TQ", "XE", "XS")


def release(
    release_id: str, *records: dict[str, Any], scope: str = "complete", modifiers: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """A code set release; a complete one holds the usual modifiers."""
    usual = [record(modifier) for modifier in MODIFIERS] if scope == "complete" else []
    held = usual if modifiers is None else modifiers
    return {"id": release_id, "scope": scope, "records": list(records), "modifiers": held}


def table(kind: str, quarter: str, part: str, **rows: Any) -> dict[str, Any]:
    """A table of a quarter, its rows by code (written with an underscore before a digit)."""
    return {"kind": kind, "quarter": quarter, "part": part, "rows": {code.lstrip("_"): rows[code] for code in rows}}


def pair(primary_code: str, edit_type: int = 1, **dates: str) -> dict[str, Any]:
    """A row of an add-on code table."""
    return {"primary_code": primary_code, "edit_type": edit_type, **dates}


def limit(units: str, indicator: int) -> dict[str, Any]:
    """A row of an MUE table."""
    return {"units": units, "indicator": indicator}


def line(number: int, code: str | None, day: str = "2026-01-15", **fields: Any) -> dict[str, Any]:
    """A claim line of one unit."""
    billed = {"line_number": number, "procedure_code": code, "date_of_service": day, "units": "1"}
    return {**billed, **fields}


def claim(*lines: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A claim to Medicare."""
    return {"claim_id": "C1", "payer_type": "medicare", "lines": list(lines), **fields}


def fired(
    *lines: dict[str, Any], on: list[dict[str, Any]], tables: list[dict[str, Any]] | None = None, **fields: Any
) -> set[tuple[int | None, str]]:
    """What the oracle expects of a claim to Medicare with these lines."""
    return expected(claim(*lines, **fields), on, tables)


JANUARY = [release("2026-01", record("Q4257", ADD_ON), record("Q4390", PLAIN), record("G2211"))]


def naming(code: str, named: str, coverage: str = "") -> dict[str, Any]:
    """A record of an add-on code whose own text names its primaries."""
    return record(code, f"Service (list separately in addition to {named}), not with 99213", coverage)
