"""A set of claims evaluated: the lines that may be concerned are found in one pass, the facts of theirs in full.

A claim of which no line can fail an edit, whatever its other lines are, is passed over (`Conditions.possible`). What
cannot be read as it stands is left to a reader (`Relational.odd_rows_sql`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cleanclaim.catalogue import Asked, Catalogue, Rule
from cleanclaim.claims import PayerType
from cleanclaim.enrich.lines import Enricher
from cleanclaim.facts import CLAIM_FACTS
from cleanclaim.predicate.tree import allowing, pushed_down
from cleanclaim.relational.connection import Database
from cleanclaim.relational.dimensions import Dimensions
from cleanclaim.relational.facts import IS_ODD, raw_joins, selected
from cleanclaim.relational.finding_table import FindingTable, load_rules
from cleanclaim.relational.locations import CLAIM_AT, LINE_AT, columns_of, struct_of
from cleanclaim.relational.raw_values import CODE, OF_CLAIM, same_raw
from cleanclaim.relational.set_rules import SetRules, make_standing
from cleanclaim.relational.source import Billed

_HASH = "hash(claim_key)"
_OF_LINE = {
    "row_number": "l.row_number", "claim": _HASH, "claim_id": "l.claim_id", "line_number": "l.line_number",
    "setting_number": "s.id", "code_number": "k.code_number", "modifier_number": "m.modifier_number",
    "units": "l.units", "charge": "l.charge", "day": "d.day", "last_day": "e.day",
    "rendering_provider": "l.rendering_provider", "billing_provider": "l.billing_provider", "ndc": "l.ndc",
    "description": "l.description",
}  # fmt: skip
"""What is kept of a line."""


@dataclass
class Counted:
    """What a set of claims came to, those that a reader must look at aside."""

    claims: int = 0
    lines: int = 0
    bypassed: int = 0
    lines_not_fully_checked: int = 0
    odd_rows: int = 0
    """Rows of claims that are left to a reader."""


class Relational:
    """Evaluates sets of claims that stand behind the view `billed` of a database; adds to its table `finding`."""

    def __init__(
        self, findings: FindingTable, catalogue: Catalogue, enricher: Enricher, *, payer_type: PayerType,
        information: bool,
    ) -> None:  # fmt: skip
        """Findings are added to `findings`, in its database. Raises DatabaseFailed."""
        self.database, self._findings = findings.database, findings
        self.rules = SetRules(catalogue, information=information)
        self.enricher, self.payer_type = enricher, payer_type
        load_rules(self.database, self._findings.numbers, self.rules.of_lines, self.rules.of_claims)

    def evaluate(self, billed: Billed) -> Counted:
        """Evaluate the claims of `billed`. Raises DatabaseFailed."""
        counted = Counted()
        dimensions = Dimensions(
            self.database, self.rules.conditions, self.rules.of_lines, self.enricher, self.payer_type, billed.given
        )
        dimensions.make_raw()
        are_codes_plain = dimensions.are_codes_plain()
        with self.database.beside(lambda database: group_claims(database, billed, are_codes_plain=are_codes_plain)):
            dimensions.make()
        self._joins = raw_joins(billed.given, are_all_values=dimensions.are_all_values())
        self._lines_of_interest(billed.given)
        self._sort_out(counted)
        self._claim_rules(counted)
        self._line_rules(counted, billed.located)
        return counted

    def _lines_of_interest(self, given: Collection[str]) -> None:
        """The table `line`, where a claim is known by its hash: flagged and repeated lines, and all of asking claims.

        And `candidate`, those of them on which a rule may fire. A claim asks where a line's code lets a rule fire that
        needs to know of the others.
        """
        run, rules, bits = self.database.run, self.rules, self.rules.of_lines
        run(
            f"""create or replace temp table asking as select distinct h
            from (select {_HASH} as h, {", ".join(CODE)} from billed where claim_key is not null) l
            semi join (select * from code where {bits.has_some(rules.asking(), "may")}) k
                on {same_raw("k", "l", CODE, given)}"""
        )
        common = rules.common(self.database)
        columns = rules.unasked.lone("d.day", "e.day")
        needed = dict.fromkeys((*rules.may, *rules.read_alone(common)))
        of_line = {f"of_line_{name}": sql for name, sql in _OF_LINE.items()}
        run(
            f"""create or replace temp table line as
            select {selected({name: f"of_line_{name}" for name in _OF_LINE})}, {", ".join(rules.may)},
                is_odd, is_flagged, is_asking, is_flagged or is_repeated as is_candidate
            from (select *, is_odd or {bits.may_fire(common)} as is_flagged from (
                select {selected(of_line)}, l.is_wrong or {IS_ODD} as is_odd,
                    {_HASH} in (select h from asking) as is_asking,
                    l.row_number in (select row_number from repeat) as is_repeated,
                    {selected({name: columns[name] for name in needed})}
                from billed l {self._joins} where l.claim_key is not null))
            where is_flagged or is_asking or is_repeated"""
        )
        run("create or replace temp view candidate as select * from line where is_candidate")
        run("create or replace temp view repeated_line as select * from line semi join repeat using (row_number)")

    def _sort_out(self, counted: Counted) -> None:
        """The table `odd`, of claims by their hashes, whose lines are left to a reader.

        Should two claims share a hash, the other hash in their headers differs, and they are read anew.
        """
        run, number = self.database.run, self.database.number
        run(
            f"""create or replace temp table odd as
            select h from claim_group where is_torn union select claim from line where is_odd union
            select distinct h from (select {_HASH} as h, line_number from billed
                where {_HASH} in (select h from claim_group where may_repeat_numbers))
            group by h, line_number having count(*) > 1"""
        )
        rows_of_none = number("select count(*) from billed where claim_key is null")
        if rows_of_none:
            run(
                """insert into odd select distinct h from (
                select claim_key is null as is_none, hash(lag(claim_key ignore nulls) over w) as before,
                    hash(lead(claim_key ignore nulls) over w) as after from billed window w as (order by row_number))
                cross join lateral (select unnest([before, after]) as h) where is_none and h is not null"""
            )
        counted.claims = number("select count(*) from claim_group where h not in (select h from odd)")
        counted.lines = number("select sum(lines) from claim_group where h not in (select h from odd)")
        counted.odd_rows = rows_of_none + number("select sum(lines) from claim_group semi join odd using (h)")
        if counted.odd_rows:
            run("delete from repeat where h in (select h from odd)")
            run("delete from line where claim in (select h from odd)")

    def odd_rows_sql(self) -> str:
        """What picks the rows of `billed` that are left to a reader."""
        return f"claim_key is null or {_HASH} in (select h from odd)"

    def _claim_rules(self, counted: Counted) -> None:
        """The edits on claims as a whole: their findings, and the table `claim_state`."""
        run, bits, written = self.database.run, self.rules.of_claims, self.rules.conditions.sql
        run("create or replace temp table claim_state (claim ubigint, state integer)")
        run("create or replace temp table not_checked_claim (claim ubigint)")
        conditions = [pushed_down(rule.condition) for rule in bits.rules]
        possible = [allowing(one, {"billing_provider"}) for one in conditions]
        asked = " or ".join("true" if one is True else written(one) for one in possible if one is not False)
        if not asked or not self.database.number(f"select count(*) from setting where {asked}"):
            return
        lone = self.rules.unasked.lone("d.day", "e.day")
        facts = {name: lone[name] for name in CLAIM_FACTS}
        columns = bits.made_of({place: written(rule.condition) for place, rule in enumerate(bits.rules)})
        same = ", ".join(f"any_value({name}) as {name}" for name in (*CLAIM_FACTS, *bits.columns()))
        run(
            f"""create or replace temp table claim_hit as
            select claim_key, any_value(claim_id) as claim_id, any_value(place) as place, count(*) as lines,
                arg_min(stood_at, row_number) as stood_at, {same}
            from (select *, {columns} from (
                select l.claim_key, l.claim_id, l.place, l.row_number, {struct_of(CLAIM_AT)} as stood_at,
                    {selected(facts)}
                from billed l {self._joins}
                where l.claim_key is not null and hash(l.claim_key) not in (select h from odd)))
            where {bits.some("fired")} group by claim_key"""
        )
        _, bypassed = make_standing(self.database, "claim_standing", "claim_hit", bits)
        counted.bypassed += bypassed
        run(
            "create or replace temp table claim_edit as select h.*, s.rule from claim_hit h "
            f"join claim_standing s using ({', '.join(bits.columns())})"
        )
        run(
            f"insert into claim_state select {_HASH}, min(x.state) from claim_edit h join rule x "
            "on x.rule = h.rule and x.level = 'claim' group by all"
        )
        counted.lines_not_fully_checked += self.database.number(
            "select sum(lines) from (select distinct claim_key, lines from claim_edit h join rule x "
            "on x.rule = h.rule and x.level = 'claim' where x.disposition = 'not_checked')"
        )
        run(
            f"insert into not_checked_claim select distinct {_HASH} from claim_edit h join rule x "
            "on x.rule = h.rule and x.level = 'claim' where x.disposition = 'not_checked'"
        )
        for place, rule in enumerate(bits.rules):
            hits = f"(select * from claim_edit where rule = {place})"
            run(f"insert into found by name {self._report(rule, hits, of_line=False)}")

    def _line_rules(self, counted: Counted, located: Mapping[str, str] | None) -> None:
        """The edits on lines: their findings."""
        run, bits = self.database.run, self.rules.of_lines
        facts = self.rules.find_hits(self.database, self._lines_that_answer)
        _, bypassed = make_standing(self.database, "line_standing", "hit", bits)
        counted.bypassed += bypassed
        seen = "" if located else "join billed b using (row_number)"
        located = located or {name: f"b.{name}" for name in ("place", *columns_of(LINE_AT))}
        run(
            f"""create or replace temp table hit_line as
            select l.*, s.rule, {selected(located)}
            from candidate l join hit using (row_number) join line_standing s using ({", ".join(bits.columns())})
            {seen}"""
        )
        counted.lines_not_fully_checked += self.database.number(
            "select count(distinct h.row_number) from hit_line h join rule x on x.rule = h.rule and x.level = 'line' "
            "where x.disposition = 'not_checked' and h.claim not in (select claim from not_checked_claim)"
        )
        told = ("claim_id", "place", "stood_at", "line_number", "shown_code", "date_of_service", "code_set_release")
        found = []
        for (place,) in self.database.rows("select distinct rule from hit_line order by rule"):
            rule = bits.rules[place]
            hits = f"(select * from hit_line where rule = {place})"
            shown = facts.query((*told, *self.rules.texts.names([rule])), hits)
            found.append(self._report(rule, shown, of_line=True))
        if found:
            run(f"insert into found by name {' union all by name '.join(found)}")

    def _lines_that_answer(self, one: Asked) -> str:
        """The lines of claims that ask, and repeated lines."""
        asks = self.rules.places(lambda rule: one.fact in rule.asked.values())
        return (
            f"(select * from line where claim in (select claim from line where is_flagged and "
            f"({self.rules.of_lines.has_some(asks, 'may')})) or row_number in (select row_number from repeat))"
        )

    def _report(self, rule: Rule, hits: str, *, of_line: bool) -> str:
        """The findings of a rule, as SQL, from hits that hold its facts, `claim_id`, `place` and `stood_at`."""
        texts, shared_fix = self.rules.texts, self._findings.fixes.get(rule.fix)
        columns = {
            "edit": str(self._findings.numbers[rule.edit.id]), "place": "place", "turn": "0",
            **texts.finding(rule, of_line=of_line), "shared_fix": "null" if shared_fix is None else str(shared_fix),
        }  # fmt: skip
        if shared_fix is not None:
            columns["fix"] = "null"
        return f"select {selected(columns)} from {hits}"


_HEADER = ", ".join((*OF_CLAIM, "billing_provider", "patient_id"))


def group_claims(database: Database, billed: Billed, *, are_codes_plain: bool) -> None:
    """Make the tables that rest on the lines as billed alone, `claim_group` and `repeat`. Raises DatabaseFailed.

    The claims, by hash, and the lines whose code, date and provider repeat. A bit for each line's number, and two for
    each service, in words of 64: where fewer are set than there are lines, two may be the same, and are looked at.
    """
    code = "procedure_code" if are_codes_plain else "nullif(upper(trim(procedure_code)), '')"
    keyed = f"""create or replace table keyed as
        select row_number, {_HASH} as h, hash(claim_key, 1, {_HEADER}) as header,
            hash({code}, first_day, rendering_provider) as service, (line_number & 63)::utinyint as number,
            ({billed.padded})::utinyint as padded
        from billed where claim_key is not null"""
    database.run(keyed)
    if billed.settle and (padded := database.number("select bit_or(padded) from keyed")):
        billed.settle(database, padded)
        database.run(keyed)
    database.run(
        """create or replace table claim_group as
        select h, lines, bit_count(numbers) < lines as may_repeat_numbers, one_header <> other_header as is_torn,
            greatest(bit_count(services), bit_count(services_again)) < lines as may_repeat
        from (
            select h, count(*) as lines, bit_or(1::ubigint << number) as numbers,
                bit_or(1::ubigint << (service & 63)) as services,
                bit_or(1::ubigint << (service >> 6 & 63)) as services_again,
                min(header) as one_header, max(header) as other_header
            from keyed group by h)"""
    )
    database.run(
        """create or replace table repeat as
        select h, unnest(rows) as row_number from (
            select h, list(row_number) as rows from keyed where h in (select h from claim_group where may_repeat)
            group by h, service having count(*) > 1)"""
    )
    database.run("drop table keyed")
