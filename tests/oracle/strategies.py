"""Random claims and the code set releases to judge them by, from a seeded generator or from hypothesis.

One builder makes both. It asks for each choice through `Pick`, a function that takes one of some options:
`random_case` lets random.Random choose (for hundreds of thousands of cases), `cases` lets hypothesis choose
(fewer, but it shrinks what it finds). All claims are well-formed: none would be refused on reading.
"""

import random
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from . import case_vocabulary as words

T = TypeVar("T")
Case = tuple[dict[str, Any], list[dict[str, Any]]]


class Pick(Protocol):
    """Takes one of some options."""

    def __call__(self, options: Sequence[T]) -> T:
        """One of these options."""
        ...


YES_RARELY = (False,) * 19 + (True,)
YES_SOMETIMES = (False,) * 4 + (True,)
YES_OR_NO = (False, True)


# Code set releases


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


def build_releases(pick: Pick, codes: Sequence[str], release_ids: Sequence[str]) -> list[dict[str, Any]]:
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
            releases.append({**releases[-1], "records": releases[-1]["records"][:2]})
    return releases if pick(YES_OR_NO) else releases[::-1]


# Claims


def as_typed(pick: Pick, code: str) -> str:
    """The code as a clerk may have typed it: now and then in lower case, or padded."""
    if not pick(YES_RARELY):
        return code
    padding = pick((" ", "\t", "\r\n", ""))
    return pick(("", " ")) + pick((code, "".join(c.lower() if c.isascii() else c for c in code))) + padding


def build_modifiers(pick: Pick, code: str) -> list[str]:
    """None to four modifiers; on an ambulance line origin and destination often stand first."""
    modifiers = [pick(words.MODIFIERS) for _ in range(pick(words.MODIFIER_COUNTS))]
    if code.startswith("A0") and modifiers and pick(YES_OR_NO):
        modifiers[0] = pick(("RH", "HH", "GY", "SG"))
    return modifiers


def build_line(
    pick: Pick, number: int, codes: Sequence[str], days: Sequence[str], is_institutional: bool
) -> dict[str, Any]:
    """One claim line. A field that it leaves out takes the default of the contract."""
    code: str | None = pick(codes)
    if is_institutional and pick(YES_RARELY):
        code = None
    elif pick(YES_RARELY):
        code = pick((*words.ODD_CODES, ""))
    line: dict[str, Any] = {"line_number": number, "date_of_service": pick(days)}
    if code is not None:
        line["procedure_code"] = as_typed(pick, code)
    if is_institutional and (code is None or pick(YES_SOMETIMES)):
        line["revenue_code"] = pick(words.REVENUE_CODES)
    if pick(YES_SOMETIMES):
        line["date_of_service_end"] = pick(days)
    if modifiers := build_modifiers(pick, code or ""):
        line["modifiers"] = modifiers
    optional = {
        "units": pick(words.UNIT_VALUES if pick(YES_OR_NO) else words.UNITS),
        "unit_of_measure": pick(words.UNIT_OF_MEASURE),
        "code_qualifier": pick(words.QUALIFIERS),
        "rendering_provider": pick(words.LINE_PROVIDERS),
        "place_of_service": None if is_institutional else pick((None, None, "24", "11")),
        "description": pick((None, "Product, 2 by 3 cm")),
    }
    line.update({field: value for field, value in optional.items() if value is not None})
    return line


def build_claim(pick: Pick, codes: Sequence[str], days: Sequence[str]) -> dict[str, Any]:
    """One well-formed claim, of any type and payer."""
    claim_type = pick(words.CLAIM_TYPES)
    is_institutional = claim_type == "institutional"
    numbers = list(range(1, pick(words.LINE_COUNTS) + 1))
    if pick(YES_SOMETIMES):
        numbers = [number * 2 for number in reversed(numbers)]
    optional = {
        "claim_type": claim_type,
        "type_of_bill": pick(words.BILL_TYPES) if is_institutional else None,
        "payer_type": pick(words.PAYERS),
        "billing_taxonomy": pick(words.TAXONOMIES),
        "rendering_provider": pick(words.PROVIDERS),
        "place_of_service": None if is_institutional else pick(words.PLACES),
    }
    claim: dict[str, Any] = {"claim_id": "C1"}
    claim.update({field: value for field, value in optional.items() if value is not None})
    claim["lines"] = [build_line(pick, number, codes, days, is_institutional) for number in numbers]
    return claim


def build_case(pick: Pick) -> Case:
    """A claim and its releases: one era, one theme of codes and at most three days, so that things meet."""
    days, release_ids = pick(words.ERAS)
    codes = pick(words.THEMES)
    near = [pick(days), *([] if pick(YES_OR_NO) else [pick(days), pick(days)])]
    return build_claim(pick, codes, near), build_releases(pick, codes, release_ids)


def random_case(rng: random.Random) -> Case:
    """A case by a seeded generator: the same seed, the same cases."""

    def pick(options: Sequence[T]) -> T:
        return rng.choice(options)

    return build_case(pick)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The same cases, chosen by hypothesis."""

    def pick(options: Sequence[T]) -> T:
        return draw(st.sampled_from(options))

    return build_case(pick)


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    """Claims alone."""
    return draw(cases())[0]


@st.composite
def libraries(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Libraries of releases alone."""
    return draw(cases())[1]
