"""Which lines are payable, and what primary procedure each add-on line finds: a least fixpoint over add-on edges.

The meaning is that of `evaluate/payability.py`, a round of which is here one query over the edges alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cleanclaim.catalogue import Rule
from cleanclaim.evaluate.payability import PROCEDURES_LEVEL_II, PROCEDURES_WITH_GRAFTS, State, state_after
from cleanclaim.relational.conditions import Bits, Conditions
from cleanclaim.relational.connection import Engine
from cleanclaim.relational.facts import FactColumns

_COUNTED = ("procedure_code", "day", "provider", "add_on_status", "graft_product", "code_system")


@dataclass(frozen=True, slots=True)
class Primaries:
    """Makes the table `found_primary`, of lines of interest and the states of their claims as a whole."""

    database: Engine
    facts: FactColumns
    of_lines: Bits

    def make(self, hits: str) -> None:
        """Make the table; `hits` names that of the lines on which rules of the first stratum fire.

        Raises DatabaseFailed.
        """
        run = self.database.run
        columns = ("row_number", "claim", "day", "provider", "primaries", "primaries_are_open", "graft_product")
        run(
            f"create or replace temp table add_on as select * exclude (add_on_status) "
            f"from {self.facts.query((*columns, 'add_on_status'), '(select * from line where is_asking)')} "
            "where add_on_status = 'add_on'"
        )
        if not self.database.number("select count(*) from add_on"):
            run(
                "create or replace temp table found_primary as "
                "select claim, row_number, 'absent' as primary_procedure, 0 as primary_line from add_on"
            )
            return
        self._near(hits)
        self._edges()
        run(
            f"create or replace temp table state_now as select claim, row_number, "
            f"case when add_on_status = 'add_on' then {State.NOT_PAYABLE:d} else state end as state from near"
        )
        while True:
            self._find()
            if not self._gain():
                return

    @property
    def second(self) -> list[Rule]:
        """The line rules of the second stratum."""
        return [rule for rule in self.of_lines.rules if rule.reads_payability]

    @property
    def conditions(self) -> Conditions:
        """How conditions are written."""
        return self.facts.conditions

    def _near(self, hits: str) -> None:
        """The lines of claims with add-on lines, with the state that the first stratum gives them."""
        run, facts = self.database.run, self.facts
        listed = [self.conditions.lists[name] for name in _LISTS]
        conditions = [rule.condition for rule in self.second]
        tested = [name for name in facts.needed(conditions) if name not in ("primary_procedure", "primary_line")]
        near = "(select * from line where claim in (select claim from add_on))"
        columns = dict.fromkeys(("row_number", "claim", "line_number", *_COUNTED, *listed, *tested))
        patterns = self.database.rows(f"select distinct {', '.join(self.of_lines.columns())} from {hits}")
        rows = []
        for pattern in patterns:
            standing = [self.of_lines.rules[place].edit for place in self.of_lines.standing(pattern)[0]]
            ids = {edit.id for edit in standing}
            state = state_after(edit.disposition for edit in standing)
            rows.append((*pattern, int(state), *(ids.isdisjoint(rule.superseded_by) for rule in self.second)))
        states = dict.fromkeys(self.of_lines.columns(), "bigint") | {"line_state": "integer"}
        not_moot = [f"is_not_moot_{place}" for place, _ in enumerate(self.second)]
        self.database.load("first_state", states | dict.fromkeys(not_moot, "boolean"), rows)
        told = "".join(f", coalesce(t.{name}, true) as {name}" for name in not_moot)
        best = int(State.PAYABLE)
        run(
            f"create or replace temp table near as select n.*{told}, "
            f"least(coalesce(t.line_state, {best}), coalesce(c.state, {best})) as state "
            f"from {facts.query(columns, near)} n "
            f"left join {hits} j on j.claim = n.claim and j.row_number = n.row_number "
            f"left join first_state t using ({', '.join(self.of_lines.columns())}) "
            "left join claim_state c on c.claim = n.claim"
        )

    def _edges(self) -> None:
        """The lines that could be primary to each add-on line, and the procedures that the payer may accept instead."""
        self.database.run(
            """create or replace temp table edge as
            select a.claim, a.row_number, p.row_number as primary_row, p.line_number as primary_number,
                a.day = p.day as same_day,
                a.day = p.day
                    and (a.provider = p.provider or a.provider = '' or p.provider = '') as is_own,
                abs(date_diff('day', p.day, a.day)) as days_apart
            from add_on a join primary_code c using (primaries)
            join near p on p.claim = a.claim and p.procedure_code = c.procedure_code"""
        )
        with_grafts, level_ii = (self.conditions.lists[name] for name in _LISTS)
        self.database.run(
            f"""create or replace temp table beside as
            select claim, day,
                min(line_number) filter (code_system = 'cpt' and {with_grafts}) as beside_grafts,
                min(line_number) filter (code_system = 'cpt' or (code_system = 'hcpcs_level_ii' and {level_ii}))
                    as beside_others
            from near where state <> {State.NOT_PAYABLE:d} and add_on_status <> 'add_on' and graft_product <> 'yes'
            group by claim, day"""
        )

    def _find(self) -> None:
        """What each add-on line finds, the other lines' states being what they are: the first that holds."""
        payable, corrected, denied = int(State.PAYABLE), int(State.TO_BE_CORRECTED), int(State.NOT_PAYABLE)
        self.database.run(
            f"""create or replace temp table found_primary as
            with seen as (
                select e.claim, e.row_number,
                    min(primary_number) filter (is_own and state = {payable}) as present,
                    min(primary_number) filter (is_own and state = {corrected}) as to_be_corrected,
                    min(primary_number) filter (is_own and state = {denied}) as not_payable,
                    min(primary_number) filter (same_day and state = {payable}) as other_provider,
                    min(primary_number) filter (days_apart = 1) as adjacent_date,
                    min(primary_number) filter (not same_day) as other_date
                from edge e join state_now s on s.claim = e.claim and s.row_number = e.primary_row
                group by e.claim, e.row_number),
            found as (
                select a.claim, a.row_number, seen.* exclude (claim, row_number),
                    case when not a.primaries_are_open then null when a.graft_product = 'yes' then b.beside_grafts
                        else b.beside_others end as contractor_defined
                from add_on a left join seen using (claim, row_number)
                left join beside b on b.claim = a.claim and b.day = a.day)
            select claim, row_number,
                case {" ".join(f"when {word} is not null then '{word}'" for word in _IN_ORDER)} else 'absent' end
                    as primary_procedure,
                coalesce({", ".join(_IN_ORDER)}, 0)::integer as primary_line
            from found"""
        )

    def _gain(self) -> bool:
        """Let add-on lines gain the state that the second stratum gives them; whether one did."""
        judged = ["n.state"]
        for place, rule in enumerate(self.second):
            state = int(state_after([rule.edit.disposition]))
            fires = f"is_not_moot_{place} and {self.conditions.sql(rule.condition)}"
            judged.append(f"case when {fires} then {state} else {State.PAYABLE:d} end")
        self.database.run(
            f"""create or replace temp table state_next as
            select claim, row_number, least({", ".join(judged)}) as state from (
                select n.*, f.primary_procedure, f.primary_line
                from near n join found_primary f using (claim, row_number)) n"""
        )
        gained = self.database.number(
            "select count(*) from state_next x join state_now s using (claim, row_number) where x.state > s.state"
        )
        if gained:
            self.database.run(
                "create or replace temp table state_now as "
                "select claim, row_number, greatest(s.state, x.state) as state "
                "from state_now s left join state_next x using (claim, row_number)"
            )
        return gained > 0


def hits_of(database: Engine, table: str, lines: str, facts: FactColumns, bits: Bits, places: Iterable[int]) -> None:
    """Make a table of the lines on which some of the rules fire, with a bit for each. Raises DatabaseFailed."""
    conditions = {place: bits.rules[place].condition for place in places}
    needed = facts.needed(conditions.values())
    fires = {place: f"({bits.has(place, 'may')} and {facts.conditions.sql(one)})" for place, one in conditions.items()}
    database.run(
        f"create or replace temp table {table} as select claim, row_number, {bits.made_of(fires)} "
        f"from {facts.query(('claim', 'row_number', *facts.may, *needed), lines)} "
        f"where ({bits.has_some(conditions, 'may')}) and ({' or '.join(fires.values()) or 'false'})"
    )


_LISTS = (PROCEDURES_WITH_GRAFTS, PROCEDURES_LEVEL_II)
_IN_ORDER = (
    "present", "to_be_corrected", "contractor_defined", "not_payable", "other_provider", "adjacent_date", "other_date",
)  # fmt: skip
