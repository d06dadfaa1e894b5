"""The facts of lines as SQL: those of a line by itself, and those that look at the claim's other lines.

Each fact is an expression over a line `l` and small tables beside it; a query joins those tables alone that it needs.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cleanclaim.catalogue import Asked
from cleanclaim.enrich.code import CODE_FACTS
from cleanclaim.enrich.day import DISCARDED, DISTINCT
from cleanclaim.enrich.lines import AMBULATORY_SURGICAL_CENTER, FACILITY_SERVICE
from cleanclaim.predicate.tree import Condition, HasModifier, InList, fact_names, leaves
from cleanclaim.relational.conditions import Conditions
from cleanclaim.relational.locations import LINE_AT, struct_of
from cleanclaim.relational.raw_values import CODE, SETTING, same_raw

TESTED_MODIFIERS = (DISCARDED, *sorted(DISTINCT), FACILITY_SERVICE)
"""Modifiers that facts look for, whether or not a condition does."""


def raw_joins(given: Collection[str], *, are_all_values: bool) -> str:
    """What is known of a line `l` of the input, which has the raw columns `given`; of what is no value, nothing is.

    Where all are values, no line can be lost to an inner join, which DuckDB looks up by place, without hashing.
    """
    join = "join" if are_all_values else "left join"
    return f"""
    {join} day d on d.raw_raw = l.first_day
    {join} day e on e.raw_raw = coalesce(l.last_day, l.first_day)
    {join} setting s on {same_raw("s", "l", SETTING, given)}
    {join} code_value v on {same_raw("v", "l", CODE, given)}
    {join} code k on k.key = v.part + d.first_part + e.last_part + s.service
    {join} modifier_text t on {same_raw("t", "l", ("modifiers",), given)}
    {join} modifier m on m.key = t.part + d.modifier_part + k.kind"""


IS_ODD = "k.key is null or m.key is null"
"""That a value of the line is none, so that a reader must say what is wrong with it."""

_PROVIDER = "coalesce(l.rendering_provider, '')"
_COUNTED = "case when l.units > 0 then l.units else 0 end"
_BESIDE = {
    "s": "join setting s on s.id = l.setting_number",
    "k": "join code k on k.code_number = l.code_number",
    "m": "join modifier m on m.modifier_number = l.modifier_number",
    "g": "left join same_day g on g.claim = l.claim and g.row_number = l.row_number",
    "u": "left join duplicate u on u.claim = l.claim and u.row_number = l.row_number",
    "f": "left join found_primary f on f.claim = l.claim and f.row_number = l.row_number",
    "p": "left join product_day p on p.claim = l.claim and p.day = l.day",
    "a": "left join area a on a.claim = l.claim and a.day = l.day",
}
"""The tables beside a line of interest, in an order in which each may use those before it.

Joins by the same keys follow each other: lines are then sorted by them once, where joins need that.
"""
_FIRST_KEYS = ("date_of_service", "rendering_provider")
_ALIAS = re.compile(r"\b([a-z]\w*)\.(?=[a-z])")


@dataclass(frozen=True)
class FactColumns:
    """The SQL of facts."""

    conditions: Conditions
    may: tuple[str, ...]
    """The columns of bits of the line rules that can fire by what is known of code, setting and modifiers."""
    asked: tuple[Asked, ...] = ()
    """What is asked about other lines, as far as the answers are known."""
    with_primaries: bool = False
    """Whether what add-on lines find is known."""

    def _bit(self, modifier: str) -> str:
        column, bit = self.conditions.modifiers[modifier]
        return f"(m.{column} & {1 << bit}) <> 0"

    def lone(self, day: str, last_day: str) -> dict[str, str]:
        """The facts of a line, were it the only one of its code, date and provider."""
        one_day = f"{day} = {last_day}"
        limit, most = "k.unit_limit", "k.limit_units"
        is_limited = f"s.has_limits = 1 and {one_day} and m.has_limits = 1"
        lone_units = f"case when {one_day} then {_COUNTED} else 0 end"
        is_ready = f"{limit} in ('line', 'day') and {is_limited}"
        is_stale = f"{limit} in ('stale_line', 'stale_day') and {is_limited}"
        units = "coalesce(l.units, 0)"
        return {
            **{name: f"k.{name}" for name in (*CODE_FACTS, "changed_in_span")},
            "claim_type": "s.claim_type", "payer_type": "s.payer_type", "bill_type": "s.bill_type",
            "billing_taxonomy": "s.billing_taxonomy", "billing_provider": "coalesce(l.billing_provider, 'none')",
            "line_number": "l.line_number", "procedure_code": "k.procedure_code", "code_qualifier": "k.code_qualifier",
            "revenue_code": "k.revenue_code", "modifiers": "m.modifiers", "units": units,
            "units_stated": "case when l.units is null then 'no' else 'yes' end",
            "unit_of_measure": "s.unit_of_measure", "date_of_service": day, "date_of_service_end": last_day,
            "place_of_service": "s.place_of_service", "rendering_provider": "coalesce(l.rendering_provider, 'none')",
            "charge": "coalesce(l.charge, 0)", "ndc": "coalesce(l.ndc, 'none')",
            "described": "case when l.description is null then 'no' else 'yes' end",
            "asc_biller": f"case when s.billing_taxonomy = '{AMBULATORY_SURGICAL_CENTER}' or "
            f"{self._bit(FACILITY_SERVICE)} then 'yes' when s.billing_taxonomy <> 'none' then 'no' else 'unknown' end",
            "unknown_modifier": "m.unknown_modifier",
            "ended_modifier": "m.ended_modifier",
            "mue_units": f"case when {is_ready} then {most} else 0 end",
            "mue_basis": f"case when {is_ready} then {limit} else 'none' end",
            "dme_item": f"case when s.payer_type = 'medicare' and {limit} = 'dme_item' then 'yes' else 'no' end",
            "stale_mue_units": f"case when {is_stale} then {most} else 0 end",
            "stale_mue_quarter": f"case when {is_stale} then k.limit_quarter else 'none' end",
            "stale_mue": _stale_mue(is_stale, limit, lone_units, most),
            "billed_units_day": lone_units, "duplicate_of": "0",
            "graft_product_day": "'absent'", "application_procedure": "'absent'", "applied_sq_cm_day": "0",
            "area_lower_day": "0", "area_upper_day": "0",
            "primary_procedure": "'not_required'", "primary_line": "0",
            **{one.fact: "'absent'" for one in self.conditions.catalogue.asked},
            **{column: f"m.{column}" for column, _ in self.conditions.modifiers.values()},
            **{column: f"k.{column}" for column in self.conditions.lists.values()},
            "shown_code": "k.shown_code",
            **{name: f"k.{name} & s.{name} & m.{name}" for name in self.may},
        }  # fmt: skip

    @cached_property
    def of_interest(self) -> dict[str, str]:
        """The facts of a line of the table `line`, and what the engine needs beside them."""
        columns = self.lone("l.day", "l.last_day")
        units_day = f"coalesce(g.units, {columns['billed_units_day']})"
        columns["stale_mue"] = columns["stale_mue"].replace(columns["billed_units_day"], units_day)
        columns["billed_units_day"] = units_day
        columns["duplicate_of"] = "coalesce(u.duplicate_of, 0)"
        columns |= {name: f"coalesce(p.{name}, 'absent')" for name in ("graft_product_day", "application_procedure")}
        columns["applied_sq_cm_day"] = "coalesce(p.applied_sq_cm_day, 0)"
        columns |= {name: f"coalesce(a.{name}, 0)" for name in ("area_lower_day", "area_upper_day")}
        for one in self.asked:
            columns[one.fact] = (
                f"case when {one.fact}.lines > 1 or {one.fact}.a_line <> l.line_number then 'present' else 'absent' end"
            )
        if self.with_primaries:
            columns["primary_procedure"] = "coalesce(f.primary_procedure, 'not_required')"
            columns["primary_line"] = "coalesce(f.primary_line, 0)"
        return columns | {
            "row_number": "l.row_number", "claim": "l.claim", "day": "l.day", "primaries": "k.primaries",
            "primaries_are_open": "k.primaries_are_open", "billed_set": "m.billed_set", "provider": _PROVIDER,
            "description": "l.description", "stated_units": "l.units",
            "stated_charge": "l.charge", "stated_ndc": "l.ndc", "counted": _COUNTED,
            "is_of_one_day": "l.day = l.last_day", "claim_id": "l.claim_id", "place": "l.place", "rule": "l.rule",
            "stood_at": struct_of(LINE_AT),
        }  # fmt: skip

    def query(self, names: Iterable[str], source: str = "line") -> str:
        """A query of facts of lines, in parentheses, with the joins that it needs: each may use those before it."""
        columns = {name: self.of_interest[name] for name in dict.fromkeys(names)}
        joins = _BESIDE | self._answers()
        needed: set[str] = set()
        pending = [alias for sql in columns.values() for alias in _ALIAS.findall(sql)]
        while pending:
            alias = pending.pop()
            if alias in joins and alias not in needed:
                needed.add(alias)
                pending.extend(_ALIAS.findall(joins[alias]))
        joined = " ".join(join for alias, join in joins.items() if alias in needed)
        return f"(select {selected(columns)} from {source} l {joined})"

    def _answers(self) -> dict[str, str]:
        """The joins of answers; what some rest on, the joins before them tell."""
        joins = {}
        for one in sorted(self.asked, key=lambda one: len(one.same)):
            same = "".join(f" and {one.fact}.{name} = {self.of_interest[name]}" for name in _keys(one))
            joins[one.fact] = f"left join answer_{one.fact} as {one.fact} on {one.fact}.claim = l.claim{same}"
        return joins

    def needed(self, conditions: Iterable[Condition]) -> list[str]:
        """The columns that conditions read."""
        names: dict[str, None] = {}
        for condition in conditions:
            names.update(dict.fromkeys(name for name in fact_names(condition) if name != "modifiers"))
            for leaf in leaves(condition):
                if isinstance(leaf, HasModifier):
                    names[self.conditions.modifiers[leaf.modifier][0]] = None
                elif isinstance(leaf, InList):
                    names["date_of_service"] = None
                    if leaf.fact.name == "procedure_code":
                        names[self.conditions.lists[leaf.parameter]] = None
        return [*names, *(() if "date_of_service" in names else ("date_of_service",))]


def _stale_mue(is_stale: str, limit: str, units_day: str, most: str) -> str:
    """What an MUE of another quarter says of a line's units, or of those of its day."""
    measured = f"(case when {limit} = 'stale_line' then coalesce(l.units, 0) else {units_day} end)"
    return f"case when {is_stale} then case when {measured} > {most} then 'exceeds' else 'within' end else 'none' end"


def selected(columns: Mapping[str, str]) -> str:
    """Columns as a select list; one that bears its name already is not renamed, so that it is known for the same."""
    return ", ".join(
        sql if re.fullmatch(rf"([a-z]\.)?{name}", sql) else f"{sql} as {name}" for name, sql in columns.items()
    )


def other_lines_sql(facts: FactColumns) -> Iterable[str]:
    """What makes the tables of sums, duplicates and products of each day."""
    distinct = " or ".join(
        f"({column} & {1 << bit}) <> 0"
        for column, bit in (facts.conditions.modifiers[name] for name in sorted(DISTINCT))
    )
    bits = [facts.conditions.modifiers[name][0] for name in DISTINCT]
    service = ("claim", "procedure_code", "day", "provider")
    compared = ("date_of_service_end", "billed_set", "stated_units", "stated_charge", "stated_ndc", "description")
    told = ("row_number", "line_number", "code_system", "claim_type", "counted", "is_of_one_day")
    repeated = facts.query((*service, *compared, *told, *bits), "repeated_line")
    yield f"create or replace temp table repeated as select * from {repeated}"
    yield f"""create or replace temp table same_day as
        select claim, row_number, sum(case when is_of_one_day then counted else 0 end) over of_service as units
        from repeated window of_service as (partition by {", ".join(service)})"""
    yield f"""create or replace temp table duplicate as
        select claim, row_number, earlier as duplicate_of from (
            select claim, row_number, line_number, ({distinct}) as is_distinct, min(line_number) over (
                partition by {", ".join((*service, *compared))}) as earlier
            from repeated where code_system <> 'none' and claim_type <> 'institutional')
        where earlier < line_number and not is_distinct"""
    column, bit = facts.conditions.modifiers[DISCARDED]
    of_products = ("claim", "day", "provider", "graft_product", "skin_substitute", "is_of_one_day", "counted", column)
    applications = ("application_family", "application_sites", "application_size", "application_step")
    yield f"""create or replace temp table product_line as
        select *, ({column} & {1 << bit}) <> 0 as is_discarded
        from {facts.query((*of_products, *applications), "(select * from line where is_asking)")}
        where graft_product = 'yes' or skin_substitute = 'yes' or application_family <> 'none'"""
    yield """create or replace temp table scheme as
        select claim, day, application_size,
            sum(counted) filter (where application_step = 'first') as first_units,
            coalesce(sum(counted) filter (where application_step = 'additional'), 0) as additional_units
        from product_line where application_family <> 'none'
        group by claim, day, application_family, application_sites, application_size, provider"""
    yield """create or replace temp table area as
        select claim, day,
            sum(case when application_size = 'under_100' then 25 * additional_units
                else 100 * additional_units end) as area_lower_day,
            sum(case when application_size = 'under_100' then least(25 * (first_units + additional_units), 100)
                else 100 * (first_units + additional_units) end) as area_upper_day
        from scheme where first_units is not null group by claim, day"""
    yield """create or replace temp table product_day as
        select claim, day,
            case when bool_or(graft_product = 'yes') then 'present' else 'absent' end as graft_product_day,
            case when bool_or(application_family <> 'none') then 'present' else 'absent' end as application_procedure,
            coalesce(sum(counted) filter (where skin_substitute = 'yes' and is_of_one_day and not is_discarded), 0)
                as applied_sq_cm_day
        from product_line
        where claim in (select claim from product_line where graft_product = 'yes' or application_family <> 'none')
        group by claim, day"""


def answer_sql(one: Asked, facts: FactColumns, lines: str) -> str:
    """What makes the table of the lines of which what an edit asks about other lines holds.

    `lines` are those that may matter, as what stands behind `from`: those of claims that ask, and repeated lines.
    """
    keys = "".join(f", {name}" for name in _keys(one))
    columns = ("claim", "line_number", *one.same, *facts.needed([one.where]))
    return (
        f"create or replace temp table answer_{one.fact} as select claim{keys}, count(*) as lines, "
        f"min(line_number) as a_line from {facts.query(columns, lines)} where {facts.conditions.sql(one.where)} "
        f"group by claim{keys}"
    )


def _keys(one: Asked) -> list[str]:
    """What other lines must have the same to be asked, the day first."""
    return sorted(one.same, key=lambda name: _FIRST_KEYS.index(name) if name in _FIRST_KEYS else len(_FIRST_KEYS))
