"""A set of claims evaluated on Spark: their lines are parted by claim once, and what may be concerned is kept."""

from collections.abc import Sequence

from pyspark.sql import DataFrame

from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Census
from cleanclaim.claims import PayerType
from cleanclaim.enrich.lines import Enricher
from cleanclaim.facts import CLAIM_FACTS
from cleanclaim.relational.facts import IS_ODD, raw_joins, selected
from cleanclaim.relational.locations import CLAIM_AT, LINE_AT, columns_of, struct_of
from cleanclaim.relational.raw_values import GIVEN, OF_CLAIM
from cleanclaim.relational.set_rules import SetRules, make_standing
from cleanclaim.spark.database import SparkDatabase
from cleanclaim.spark.findings import NAMED, Hits, findings_of, load_edits
from cleanclaim.spark.source import FILE, ROW, SparkTable, StagedTable, make_billed
from cleanclaim.spark.values import make_dimensions

_AS_BILLED = ("units", "charge", "rendering_provider", "billing_provider", "ndc", "description")
_LOCATED = ("claim_id", "place", "stood", *columns_of(LINE_AT), *columns_of(CLAIM_AT))
_HEADER = (*OF_CLAIM, "billing_provider", "patient_id")


class SparkEvaluation:
    """Evaluates the claims of tables by a catalogue and a library."""

    def __init__(
        self, database: SparkDatabase, catalogue: Catalogue, enricher: Enricher, *, payer_type: PayerType,
        information: bool,
    ) -> None:  # fmt: skip
        self.database, self.enricher, self.payer_type = database, enricher, payer_type
        self.rules = SetRules(catalogue, information=information)
        self._lost = 0

    def evaluate(self, tables: Sequence[SparkTable | StagedTable]) -> tuple[DataFrame, Census]:
        """The findings on the claims of tables, those that a reader must look at aside, with the columns of FOUND.

        Of these claims the ids stand in the table `odd_claim`. Raises DatabaseFailed.
        """
        census = Census()
        make_billed(self.database, tables)
        make_dimensions(self.database, self.rules.conditions, self.rules.of_lines, self.enricher, self.payer_type)
        self._beside_lost()
        load_edits(self.database, self.rules)
        self._lines_of_interest()
        found = [*self._claim_rules(census), *self._line_rules(census)]
        return findings_of(self.database, self.rules.texts, found), census

    @property
    def has_odd(self) -> bool:
        """Whether a reader must look at claims or rows. Raises DatabaseFailed."""
        return self._lost > 0 or self.database.number("select count(*) from (select * from odd_claim limit 1)") > 0

    def _beside_lost(self) -> None:
        """The table `beside_lost`: rows of no claim, each with the claims of the rows beside it, where these are known.

        A row of no claim may be of either.
        """
        self._lost = self.database.small.number("select sum(lines) from distinct_value where is_lost")
        if not self._lost:
            nothing = f"select null::varchar as beside_claim, null::varchar as {FILE}, null::bigint as {ROW}"
            self.database.run(
                f"create or replace temp view beside_lost as {nothing}, null::bigint as place where false"
            )
            return
        self.database.run(
            f"""create or replace temp table lost as
            select place, {FILE}, {ROW}, min({ROW}) over island - 1 as row_before,
                max({ROW}) over island + 1 as row_after
            from (
                select place, line_at_file as {FILE}, row_number as {ROW},
                    row_number - row_number() over (partition by place, line_at_file order by row_number) as nth
                from billed where claim_key is null and row_number is not null)
            window island as (partition by place, {FILE}, nth)"""
        )
        beside = [
            f"select b.claim_key as beside_claim, l.{FILE}, l.{ROW}, l.place from lost l join billed b "
            f"on b.place = l.place and b.line_at_file = l.{FILE} and b.row_number = l.{one}"
            for one in ("row_before", "row_after")
        ]
        self.database.run(
            "create or replace temp table beside_lost as select distinct * "
            f"from ({' union all '.join(beside)}) where beside_claim is not null"
        )

    def _lines_of_interest(self) -> None:
        """The tables `kept`, of what may be concerned of each claim, and what is seen of it: `line`, `odd_claim`."""
        run = self.database.run
        run(f"create or replace temp view lone_line as {self._lone_lines()}")
        parted = self.database.frame("select * from lone_line").repartition("claim")
        self.database.define("parted_line", parted)
        run(
            """create or replace temp view seen_line as
            select *, is_flagged or is_repeated as is_candidate from (
                select *, bool_or(is_odd) over of_claim or min(header) over of_claim <> max(header) over of_claim
                        or count(*) over of_claim <> size(collect_set(line_number) over of_claim) as is_of_odd_claim,
                    bool_or(asks) over of_claim as is_asking, count(*) over of_service > 1 as is_repeated,
                    count(*) over of_claim as lines
                from parted_line
                window of_claim as (partition by claim),
                    of_service as (partition by claim, service))"""
        )
        fired = " or ".join(f"{name} <> 0" for name in self.rules.of_claims.columns("claim_fired"))
        run(
            "create or replace temp table kept as select * from seen_line "
            f"where is_of_odd_claim or is_asking or is_candidate or {fired}"
        )
        run(
            "create or replace temp view line as "
            "select * from kept where not is_of_odd_claim and (is_asking or is_candidate)"
        )
        run("create or replace temp view candidate as select * from line where is_candidate")
        run("create or replace temp view repeated_line as select * from line where is_repeated")
        run("create or replace temp view odd_claim as select distinct claim from kept where is_of_odd_claim")

    def _lone_lines(self) -> str:
        """The query of all lines, each with what is known of it by itself."""
        rules, of_claims, of_lines = self.rules, self.rules.of_claims, self.rules.of_lines
        common = rules.common(self.database.small)
        facts = rules.unasked.lone("d.day", "e.day")
        names = dict.fromkeys((*rules.may, *CLAIM_FACTS, *rules.read_alone(common)))
        claim_bits = of_claims.made_of(
            {place: rules.conditions.sql(rule.condition) for place, rule in enumerate(of_claims.rules)}, "claim_fired"
        )
        asks = of_lines.has_some(rules.asking(), "may")
        flagged = of_lines.may_fire(common)
        header = ", ".join(f"l.{name}" for name in _HEADER)
        billed = ", ".join(f"l.{name} as billed_{name}" for name in _AS_BILLED)
        located = ", ".join(f"l.{name}" for name in _LOCATED if name != "stood")
        return f"""
            select claim, billed_line as row_number, billed_line as line_number, setting_number, code_number,
                modifier_number, day, last_day, {", ".join(f"billed_{name} as {name}" for name in _AS_BILLED)},
                {", ".join(_LOCATED)}, header, service, is_odd, {", ".join(rules.may)}, {claim_bits},
                not is_odd and ({flagged}) as is_flagged, not is_odd and ({flagged}) and ({asks}) as asks
            from (select l.claim_key as claim, l.line_number as billed_line, l.row_number as stood,
                s.id as setting_number, k.code_number, m.modifier_number, d.day, e.day as last_day, {billed}, {located},
                xxhash64({header}) as header,
                xxhash64(k.procedure_code, d.day, coalesce(l.rendering_provider, '')) as service,
                l.is_wrong or {IS_ODD} or b.beside_claim is not null as is_odd,
                {selected({name: facts[name] for name in names})}
                from billed l {raw_joins(GIVEN, are_all_values=False)}
                left join (select distinct beside_claim from beside_lost) b on b.beside_claim = l.claim_key
                where l.claim_key is not null)"""

    def _claim_rules(self, census: Census) -> list[Hits]:
        """The edits on claims as a whole: the table `claim_state`, and hits with the rules that they are of."""
        database, bits, columns = self.database, self.rules.of_claims, self.rules.of_claims.columns()
        lone = self.rules.unasked.lone("l.day", "l.last_day")
        same = ", ".join(f"any_value({name}) as {name}" for name in (*CLAIM_FACTS, *columns))
        fired = ", ".join(f"l.claim_{name} as {name}" for name in columns)
        database.run(
            f"""create or replace temp table claim_hit as
            select claim, any_value(claim_id) as claim_id, any_value(place) as place, any_value(lines) as lines,
                arg_min(stood_at, stood) as stood_at, {same}
            from (select l.claim, l.claim_id, l.place, l.lines, l.stood, {struct_of(CLAIM_AT)} as stood_at, {fired},
                {selected({name: lone[name] for name in CLAIM_FACTS})}
                from kept l join setting s on s.id = l.setting_number
                where not l.is_of_odd_claim and ({" or ".join(f"l.claim_{name} <> 0" for name in columns)}))
            group by claim"""
        )
        standing, bypassed = make_standing(database, "claim_standing", "claim_hit", bits)
        census.bypassed += bypassed
        database.run(
            f"create or replace temp table claim_edit as select h.*, s.rule from claim_hit h "
            f"join claim_standing s using ({', '.join(columns)})"
        )
        of_claim = "claim_edit h join rule x on x.rule = h.rule and x.level = 'claim'"
        database.run(
            f"create or replace temp table claim_state as select claim, min(x.state) as state from {of_claim} "
            "group by claim"
        )
        database.run(
            "create or replace temp table not_checked_claim as "
            f"select distinct claim, lines from {of_claim} where x.disposition = 'not_checked'"
        )
        census.lines_not_fully_checked += database.number("select sum(lines) from not_checked_claim")
        return [Hits("select * from claim_edit", bits, standing, of_line=False)] if standing else []

    def _line_rules(self, census: Census) -> list[Hits]:
        """The edits on lines: hits with the rules that they are of."""
        database, bits = self.database, self.rules.of_lines
        facts = self.rules.find_hits(database, lambda _: "line")
        standing, bypassed = make_standing(database, "line_standing", "hit", bits)
        census.bypassed += bypassed
        database.run(
            f"create or replace temp table hit_line as select l.*, s.rule from candidate l "
            f"join hit using (claim, row_number) join line_standing s using ({', '.join(bits.columns())})"
        )
        census.lines_not_fully_checked += database.number(
            "select count(distinct h.claim, h.row_number) from hit_line h join rule x "
            "on x.rule = h.rule and x.level = 'line' where x.disposition = 'not_checked' "
            "and not exists (select 1 from not_checked_claim n where n.claim = h.claim)"
        )
        told = self.rules.texts.names([bits.rules[place] for place in standing])
        query = facts.query((*NAMED, *told), "hit_line")
        return [Hits(query, bits, standing, of_line=True)] if standing else []
