"""The facts of lines as SQL: those of a line by itself, and those that look at the claim's other lines."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cleanclaim.catalogue import Asked
from cleanclaim.enrich.code import CODE_FACTS
from cleanclaim.enrich.day import BILLED_AS_NON_COVERED, DISCARDED, DISTINCT, OUTPATIENT_BILLS, SERVICES
from cleanclaim.enrich.lines import AMBULATORY_SURGICAL_CENTER, FACILITY_SERVICE
from cleanclaim.relational.conditions import Conditions
from cleanclaim.relational.connection import quoted
from cleanclaim.relational.dimensions import CODE, SETTING, same_raw

TESTED_MODIFIERS = (*sorted(BILLED_AS_NON_COVERED), DISCARDED, *sorted(DISTINCT), FACILITY_SERVICE)
"""Modifiers that facts look for, whether or not a condition does."""

JOINS = f"""
    left join day d on d.raw_raw = l.first_day
    left join day e on e.raw_raw = coalesce(l.last_day, l.first_day)
    left join setting s on {same_raw("s", "l", SETTING)}
    left join code k on {same_raw("k", "l", CODE)} and k.epoch = d.epoch and k.last_epoch = e.epoch
    left join modifier m on {same_raw("m", "l", ("modifiers",))} and m.epoch = d.modifier_epoch
        and m.is_of_ambulance = k.is_ambulance"""
"""What is known of a line `l` of the input; where a value is none, nothing is joined."""
IS_ODD = "d.day is null or e.day is null or s.id is null or k.id is null or m.id is null"
"""That a value of the line is none, so that a reader must say what is wrong with it."""


def lone_facts(conditions: Conditions) -> dict[str, str]:
    """The SQL of each fact of a line `l` with JOINS, were it the only one of its code, date and provider."""
    bit = {name: f"(m.{column} & {1 << place}) <> 0" for name, (column, place) in conditions.modifiers.items()}
    one_day = "d.day = e.day"
    counted = "case when l.units > 0 then l.units else 0 end"
    units = "coalesce(l.units, 0)"
    by_service = {
        part: "case s.claim_type "
        + " ".join(f"when '{claim_type}' then k.{service}_{part}" for claim_type, service in SERVICES.items())
        + " end"
        for part in ("limit", "units", "quarter")
    }
    limit = by_service["limit"]
    bears_exclusion = " or ".join(bit[name] for name in sorted(BILLED_AS_NON_COVERED))
    bills = ", ".join(quoted(one) for one in sorted(OUTPATIENT_BILLS))
    is_limited = (
        f"(s.payer_type = 'medicare' and {one_day} and (s.claim_type <> 'institutional' or s.bill_type in ({bills})) "
        f"and not ({bears_exclusion}))"
    )
    lone_units = f"case when {one_day} then {counted} else 0 end"
    is_ready = f"{is_limited} and {limit} in ('line', 'day')"
    is_stale = f"{is_limited} and {limit} in ('stale_line', 'stale_day')"
    facts = {name: f"k.{name}" for name in CODE_FACTS}
    facts |= {
        "claim_type": "s.claim_type", "payer_type": "s.payer_type", "bill_type": "s.bill_type",
        "billing_taxonomy": "s.billing_taxonomy", "billing_provider": "coalesce(l.billing_provider, 'none')",
        "line_number": "l.line_number", "procedure_code": "k.procedure_code", "code_qualifier": "k.code_qualifier",
        "revenue_code": "k.revenue_code", "modifiers": "m.modifiers", "units": units,
        "units_stated": "case when l.units is null then 'no' else 'yes' end", "unit_of_measure": "s.unit_of_measure",
        "date_of_service": "d.day", "date_of_service_end": "e.day", "place_of_service": "s.place_of_service",
        "rendering_provider": "coalesce(l.rendering_provider, 'none')", "charge": "coalesce(l.charge, 0)",
        "ndc": "coalesce(l.ndc, 'none')", "described": "case when l.description is null then 'no' else 'yes' end",
        "changed_in_span": "k.changed_in_span",
        "asc_biller": f"case when s.billing_taxonomy = '{AMBULATORY_SURGICAL_CENTER}' or {bit[FACILITY_SERVICE]} "
        "then 'yes' when s.billing_taxonomy <> 'none' then 'no' else 'unknown' end",
        "unknown_modifier": "case when k.has_code then m.unknown_modifier else 'none' end",
        "ended_modifier": "case when k.has_code then m.ended_modifier else 'none' end",
        "mue_units": f"case when {is_ready} then {by_service['units']} else 0 end",
        "mue_basis": f"case when {is_ready} then {limit} else 'none' end",
        "dme_item": f"case when s.payer_type = 'medicare' and {limit} = 'dme_item' then 'yes' else 'no' end",
        "stale_mue_units": f"case when {is_stale} then {by_service['units']} else 0 end",
        "stale_mue_quarter": f"case when {is_stale} then {by_service['quarter']} else 'none' end",
        "stale_mue": stale_mue(is_stale, limit, units, lone_units, by_service["units"]),
        "stale_mue_limit": f"case when {is_stale} then {limit} else 'none' end",
        "billed_units_day": lone_units,
        "duplicate_of": "0",
    }  # fmt: skip
    ready = dict.fromkeys(
        [*(column for column, _ in conditions.modifiers.values()), *conditions.lists.values()], ""
    )
    facts |= {column: f"{'m' if column.startswith('modifier_bits') else 'k'}.{column}" for column in ready}
    return facts


def stale_mue(is_stale: str, limit: str, units: str, units_day: str, most: str) -> str:
    """What an MUE of another quarter says of a line's units, or of those of its day."""
    return (
        f"case when {is_stale} then case when (case when {limit} = 'stale_line' then {units} else {units_day} end) "
        f"> {most} then 'exceeds' else 'within' end else 'none' end"
    )


OF_THE_ENGINE: Mapping[str, str] = MappingProxyType({
    "row_number": "l.row_number", "claim": "l.claim", "code_number": "k.code_number", "shown_code": "k.shown_code",
    "primaries": "k.primaries", "primaries_are_open": "k.primaries_are_open", "billed_set": "m.billed_set",
    "provider": "coalesce(l.rendering_provider, '')", "has_code": "k.has_code", "description": "l.description",
    "stated_units": "l.units", "stated_charge": "l.charge", "stated_ndc": "l.ndc",
    "counted": "case when l.units > 0 then l.units else 0 end", "is_of_one_day": "d.day = e.day",
    "file_line": "l.file_line", "pointer": "l.pointer",
})  # fmt: skip
"""What the engine needs of a line beside its facts."""


def selected(columns: Mapping[str, str]) -> str:
    """Columns as a select list."""
    return ", ".join(f"{sql} as {name}" for name, sql in columns.items())


def repeated_sql(conditions: Conditions) -> Iterable[str]:
    """The tables of sums and duplicates: of lines that are not alone with their code, date and provider."""
    distinct = " or ".join(
        f"(modifier_bits & {1 << bit}) <> 0".replace("modifier_bits", column)
        for column, bit in (conditions.modifiers[name] for name in sorted(DISTINCT))
    )
    yield """create or replace temp table same_day as
        select claim, procedure_code, date_of_service, provider,
            coalesce(sum(counted) filter (where is_of_one_day), 0) as units
        from base group by all having count(*) > 1"""
    yield f"""create or replace temp table duplicate as
        select row_number, earlier as duplicate_of from (
            select row_number, line_number, ({distinct}) as is_distinct, min(line_number) over (
                partition by claim, procedure_code, date_of_service, date_of_service_end, billed_set, provider,
                    stated_units, stated_charge, stated_ndc, description) as earlier
            from base semi join same_day using (claim, procedure_code, date_of_service, provider)
            where has_code and claim_type <> 'institutional')
        where earlier < line_number and not is_distinct"""


def products_sql(conditions: Conditions) -> Iterable[str]:
    """The tables of what is applied on each date: products, application procedures, the area that they imply."""
    column, bit = conditions.modifiers[DISCARDED]
    yield f"""create or replace temp table product_line as
        select claim, date_of_service, provider, graft_product, skin_substitute, is_of_one_day, counted,
            ({column} & {1 << bit}) <> 0 as is_discarded, application_family, application_sites, application_size,
            application_step
        from base where graft_product = 'yes' or skin_substitute = 'yes' or application_family <> 'none'"""
    yield """create or replace temp table scheme as
        select claim, date_of_service, application_size,
            sum(counted) filter (where application_step = 'first') as first_units,
            coalesce(sum(counted) filter (where application_step = 'additional'), 0) as additional_units
        from product_line where application_family <> 'none'
        group by claim, date_of_service, application_family, application_sites, application_size, provider"""
    yield """create or replace temp table area as
        select claim, date_of_service,
            sum(case when application_size = 'under_100' then 25 * additional_units
                else 100 * additional_units end) as area_lower_day,
            sum(case when application_size = 'under_100' then least(25 * (first_units + additional_units), 100)
                else 100 * (first_units + additional_units) end) as area_upper_day
        from scheme where first_units is not null group by claim, date_of_service"""
    yield """create or replace temp table product_day as
        select p.claim, p.date_of_service,
            case when bool_or(graft_product = 'yes') then 'present' else 'absent' end as graft_product_day,
            case when bool_or(application_family <> 'none') then 'present' else 'absent' end as application_procedure,
            coalesce(sum(counted) filter (where skin_substitute = 'yes' and is_of_one_day and not is_discarded), 0)
                as applied_sq_cm_day
        from product_line p
        where p.claim in (select claim from product_line where graft_product = 'yes' or application_family <> 'none')
        group by p.claim, p.date_of_service"""


def line_fact_sql(facts: Mapping[str, str], asked: Iterable[Asked], view: str, *, with_primaries: bool) -> str:
    """The view of all facts over the view `base`; the answers to questions only as far as `asked` names them."""
    replaced = {
        "billed_units_day": "coalesce(g.units, b.billed_units_day)",
        "duplicate_of": "coalesce(u.duplicate_of, 0)",
        "stale_mue": "case when b.stale_mue_limit = 'none' then 'none' when (case when b.stale_mue_limit = 'stale_line' "
        "then b.units else coalesce(g.units, b.billed_units_day) end) > b.stale_mue_units "
        "then 'exceeds' else 'within' end",
    }
    columns = {name: replaced.get(name, f"b.{name}") for name in (*facts, *OF_THE_ENGINE)}
    columns |= {name: f"coalesce(p.{name}, 'absent')" for name in ("graft_product_day", "application_procedure")}
    columns["applied_sq_cm_day"] = "coalesce(p.applied_sq_cm_day, 0)"
    columns |= {name: f"coalesce(a.{name}, 0)" for name in ("area_lower_day", "area_upper_day")}
    joins = [
        "left join same_day g using (claim, procedure_code, date_of_service, provider)",
        "left join duplicate u on u.row_number = b.row_number",
        "left join product_day p on p.claim = b.claim and p.date_of_service = b.date_of_service",
        "left join area a on a.claim = b.claim and a.date_of_service = b.date_of_service",
    ]
    for one in asked:
        same = "".join(f" and {one.fact}.{name} = b.{name}" for name in one.same)
        joins.append(f"left join answer_{one.fact} as {one.fact} on {one.fact}.claim = b.claim{same}")
        columns[one.fact] = (
            f"case when {one.fact}.lines > 1 or {one.fact}.a_line <> b.line_number then 'present' else 'absent' end"
        )
    if with_primaries:
        joins.append("left join found_primary f on f.row_number = b.row_number")
        columns["primary_procedure"] = "coalesce(f.primary_procedure, 'not_required')"
        columns["primary_line"] = "coalesce(f.primary_line, 0)"
    return f"create or replace temp view {view} as select {selected(columns)} from base b {' '.join(joins)}"


def answer_sql(one: Asked, conditions: Conditions) -> str:
    """The table of the lines of which what an edit asks about other lines holds."""
    keys = "".join(f", {name}" for name in one.same)
    return (
        f"create or replace temp table answer_{one.fact} as select claim{keys}, count(*) as lines, "
        f"min(line_number) as a_line from unasked where {conditions.sql(one.where)} group by claim{keys}"
    )
