"""Random code set releases: one or several, complete or partial, with gaps, records and modifiers changed."""

from collections.abc import Sequence
from typing import Any

from . import case_vocabulary as words
from .build_tables import build_modifiers
from .picking import YES_OR_NO, YES_RARELY, YES_SOMETIMES, Pick


def build_record(pick: Pick, code: str) -> dict[str, Any]:
    """A record of a code of Level II as a release may hold it."""
    asc_group = pick(("", "YY"))
    return {
        "code": code,
        "long_description": pick(words.TEXTS[code]),
        "short_description": pick(words.PRODUCT_SHORTS) if pick(YES_SOMETIMES) else "Short",
        "coverage_code": pick(words.COVERAGE),
        "pricing_indicator": pick(words.PRICING),
        "asc_payment_group": asc_group,
        "asc_effective_date": pick(words.ASC_SINCE) if asc_group else "",
        "code_added_date": pick(words.ADDED),
        "termination_date": pick(words.TERMINATED),
        "statute": pick(words.STATUTES),
        "cross_references": list(pick(words.CROSS_REFERENCES)),
        "coverage_issues_references": list(pick(words.REFERENCES)),
    }


def build_changed_record(pick: Pick, record: dict[str, Any]) -> dict[str, Any]:
    """The record as another release may hold it: the same, or with one or two fields of its own."""
    changed = dict(record)
    if pick(YES_OR_NO):
        fresh = build_record(pick, record["code"])
        for field in (pick(tuple(fresh)), pick(("long_description", "coverage_code", "termination_date"))):
            changed[field] = fresh[field]
        if pick(YES_RARELY):
            changed["termination_date"] = pick(words.ENDS)
        if pick(YES_RARELY):
            changed["code_added_date"] = pick(words.ADDED[-7:])
        if not changed["asc_payment_group"]:
            changed["asc_effective_date"] = ""
    return changed


def build_release(
    pick: Pick, release_id: str, scope: str, base: dict[str, dict[str, Any]], is_thin: bool
) -> dict[str, Any]:
    """A release that holds most of the records, or few of them, each perhaps changed."""
    lacks = YES_OR_NO if is_thin else YES_RARELY
    records = [build_changed_record(pick, record) for record in base.values() if not pick(lacks)]
    return {"id": release_id, "scope": scope, "records": records}


def build_releases(
    pick: Pick, codes: Sequence[str], modifiers: Sequence[str], days: Sequence[str], release_ids: Sequence[str]
) -> list[dict[str, Any]]:
    """A library: one release or several, complete or partial, with gaps, merged under one id, or none."""
    if pick(YES_RARELY):
        return []
    base = {code: build_record(pick, code) for code in codes if code in words.TEXTS}
    scopes = pick((words.SCOPES, words.SCOPES, ("partial",), ("complete",)))
    wanted = release_ids if pick(YES_OR_NO) else [name for name in release_ids if pick(YES_OR_NO)]
    releases = []
    for release_id in wanted:
        scope = pick(scopes)
        releases.append(build_release(pick, release_id, scope, base, is_thin=pick(YES_SOMETIMES)))
        if pick(YES_SOMETIMES):
            other = "partial" if scope == "complete" else "complete"
            releases.append(build_release(pick, release_id, other, base, is_thin=True))
        elif pick(YES_RARELY):
            releases.append({**releases[-1], "records": releases[-1]["records"][:2], "modifiers": []})
    for release in releases:
        if "modifiers" not in release:
            release["modifiers"] = build_modifiers(pick, release["id"], release["scope"], modifiers, days)
    return releases if pick(YES_OR_NO) else releases[::-1]
