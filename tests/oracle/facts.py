"""Section 3 of the catalogue, read plainly: the facts by their public names, as far as the contract fixes their values.

Left out: texts for messages (successors) and the words of the application facts, which the contract does not
name; of these only whether they are `none` is told. On a line without a procedure code only those facts are
told that the contract gives such a line.
"""

from typing import Any

from . import library as code_sets
from .claim_lines import Line, asc_biller, is_ambulance, of_record
from .day_facts import (
    application_procedure,
    applied_sq_cm_day,
    area_day,
    billed_units_day,
    dme_item,
    duplicate_of,
    ended_modifier,
    graft_product_day,
    is_application,
    mue,
    stale_mue,
    unknown_modifier,
)
from .reading import Evaluation, primary_procedure

OF_THE_RECORD = ("coverage_code", "pricing_indicator", "asc_payment_group", "statute")
OF_THE_APPLICATION = ("application_family", "application_sites", "application_size", "application_step")
OF_TABLES = ("add_on_table", "add_on_status")
"""Facts that the contract leaves open for a code of another system than those of tables."""
AS_A_SET = ("primary_codes", "cross_references")
"""Texts of which the codes in them are told."""
AS_ONE_OF = ("primary_line",)
"""Facts for which several values would do."""


def yes(holds: bool) -> str:
    """A word of yes or no."""
    return "yes" if holds else "no"


def changed_in_span(line: Line) -> str:
    """Section 3: "the first that differs between the records in force on the two dates, else `none`"."""
    before, after = line.record, line.record_on_end
    if before is None or after is None:
        return "none"
    if code_sets.says_add_on(before) != code_sets.says_add_on(after):
        return "add_on"
    if code_sets.unit_basis(before) != code_sets.unit_basis(after):
        return "unit_basis"
    return "coverage" if before["coverage_code"].strip() != after["coverage_code"].strip() else "none"


def facts_as_billed(line: Line) -> dict[str, Any]:
    """The facts that every line has, one without a procedure code too."""
    facts: dict[str, Any] = {
        "units_stated": yes(not line.units_absent),
        "units": line.units,
        "described": yes(line.description != ""),
        "bill_type": line.bill_type,
        "record_status": line.status,
        "duplicate_of": duplicate_of(line),
        "asc_biller": asc_biller(line),
    }
    if line.code or line.revenue_code:
        facts["code_system"] = line.system
    if not is_ambulance(line.code):
        facts["unknown_modifier"] = unknown_modifier(line)
        facts["ended_modifier"] = ended_modifier(line)
    return facts


def facts_of_the_record(line: Line) -> dict[str, Any]:
    """The facts that the releases tell."""
    effective = line.record["asc_effective_date"] if line.record else ""
    references = line.record["cross_references"] if line.record else []
    return {
        "release_lag_quarters": 0 if line.status == "out_of_scope" else line.lag,
        "code_added_date": line.added,
        "termination_date": line.last_valid_day,
        **{name: of_record(line, name) for name in OF_THE_RECORD},
        "cross_references": set(references),
        "asc_effective_date": code_sets.day_of(effective, code_sets.FAR_PAST),
        "changed_in_span": changed_in_span(line),
        "unit_basis": line.basis,
        "graft_product": yes(line.graft),
        "skin_substitute": yes(line.skin_substitute),
    }


def facts_of_the_day(line: Line) -> dict[str, Any]:
    """The facts that tables and the claim's other lines tell."""
    basis, limit = mue(line)
    lower, upper = area_day(line)
    return {
        "add_on_table": line.add_on_table,
        "add_on_status": line.add_on,
        "asc_listed": line.asc_listed,
        **dict.fromkeys(OF_THE_APPLICATION, is_application(line.code)),
        "mue_basis": basis,
        "mue_units": limit,
        "dme_item": dme_item(line),
        "stale_mue": stale_mue(line),
        "billed_units_day": billed_units_day(line),
        "applied_sq_cm_day": applied_sq_cm_day(line),
        "graft_product_day": graft_product_day(line),
        "application_procedure": application_procedure(line),
        "area_lower_day": lower,
        "area_upper_day": upper,
    }


def facts_of_lines(evaluation: Evaluation) -> dict[int, dict[str, Any]]:
    """The facts of each line by its number, primary_procedure as the evaluation ends."""
    return {line.number: facts_of_line(line, evaluation.states) for line in evaluation.lines}


def facts_of_line(line: Line, states: dict[int, str]) -> dict[str, Any]:
    """The facts of one line, with these states of the claim's lines."""
    facts = facts_as_billed(line)
    if not line.code:
        return facts
    facts.update(facts_of_the_record(line))
    facts.update(facts_of_the_day(line))
    if not line.code_in_tables:
        for name in OF_TABLES:
            facts.pop(name)
    word, lines = primary_procedure(line, states)
    facts["primary_procedure"] = word
    facts["primary_line"] = {other.number for other in lines} or {0}
    if line.add_on == "add_on":
        facts["primary_codes"] = set(line.primaries)
    return facts
