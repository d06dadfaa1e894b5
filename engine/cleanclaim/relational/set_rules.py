"""A catalogue's rules as both executors of sets of claims work through them."""

from collections.abc import Callable, Iterable, Mapping

from cleanclaim.catalogue import Asked, Catalogue, Rule
from cleanclaim.evaluate.payability import PARAMETERS_NEEDED
from cleanclaim.predicate.tree import fact_names
from cleanclaim.relational.conditions import Bits, conditions_of
from cleanclaim.relational.connection import Engine
from cleanclaim.relational.facts import TESTED_MODIFIERS, FactColumns, answer_sql, other_lines_sql
from cleanclaim.relational.implied import TOLD
from cleanclaim.relational.primaries import Primaries, hits_of
from cleanclaim.relational.texts import Texts

_COMMON = 0.01
"""A rule that may fire on a greater share of the lines is asked more closely in the first pass."""


class SetRules:
    """The rules of claims and of lines, what makes a line one of interest, and which lines they fire on."""

    def __init__(self, catalogue: Catalogue, *, information: bool) -> None:
        """`information` tells whether edits that only inform are among them."""
        self.catalogue = catalogue
        rules = [rule for rule in catalogue.rules if information or rule.edit.disposition != "information"]
        self.conditions = conditions_of(catalogue, PARAMETERS_NEEDED, TESTED_MODIFIERS)
        self.of_claims = Bits(tuple(rule for rule in rules if rule.edit.level == "claim"))
        self.of_lines = Bits(tuple(rule for rule in rules if rule.edit.level == "line"))
        self.may = tuple(self.of_lines.columns("may"))
        self.texts = Texts(self.conditions)
        self.unasked = FactColumns(self.conditions, self.may)
        """The facts of lines, as long as nothing is known of a claim's other lines."""

    def places(self, are_wanted: Callable[[Rule], bool]) -> list[int]:
        """The places of some of the rules of lines."""
        return [place for place, rule in enumerate(self.of_lines.rules) if are_wanted(rule)]

    def asking(self) -> list[int]:
        """The rules that need to know the claim's other lines, for what they say or whether they fire."""
        unknown = self.conditions.of_other_lines
        return self.places(
            lambda rule: not unknown.isdisjoint({*fact_names(rule.condition), *self.texts.names([rule])})
        )

    def common(self, engine: Engine) -> dict[int, str]:
        """The rules that ask for more than code, setting and modifiers tell, and these exclude on too few lines.

        By their places, with what must hold of a line by itself. Raises DatabaseFailed.
        """
        places = range(len(self.of_lines.rules))
        told = {*TOLD, *self.conditions.of_other_lines}
        shares = [1.0 for _ in places]
        counts = ", ".join(f"coalesce(sum(lines) filter (where {self.of_lines.has(one, 'may')}), 0)" for one in places)
        for table in ("code", "setting", "modifier") if counts else ():
            whole, *own = engine.one(f"select greatest(sum(lines), 1), {counts} from {table}")
            shares = [share * one / whole for share, one in zip(shares, own, strict=True)]
        return {
            place: self.conditions.possible(rule) or "false"
            for place, rule in enumerate(self.of_lines.rules)
            if shares[place] > _COMMON and not told.issuperset(fact_names(rule.condition))
        }

    def read_alone(self, common: Iterable[int]) -> list[str]:
        """The facts of a line by itself that decide whether it is of interest to the `common` rules."""
        rules = [self.of_lines.rules[place] for place in common]
        payability = ["add_on_status"] if any(rule.reads_payability for rule in rules) else []
        return [*self.unasked.needed(rule.condition for rule in rules), *payability]

    def find_hits(self, engine: Engine, lines_that_answer: Callable[[Asked], str]) -> FactColumns:
        """Make the table `hit` of the candidates on which rules fire, with a bit for each; the facts of lines.

        It rests on the tables `line`, `candidate`, `repeated_line` and `claim_state`, and makes all that facts need.
        `lines_that_answer` tells, as what stands behind `from`, the lines that may matter to what is asked about other
        lines. Raises DatabaseFailed.
        """
        for statement in other_lines_sql(self.unasked):
            engine.run(statement)
        for one in self.catalogue.asked:
            engine.run(answer_sql(one, self.unasked, lines_that_answer(one)))
        asked = FactColumns(self.conditions, self.may, self.catalogue.asked)
        first = self.places(lambda rule: not rule.reads_payability)
        hits_of(engine, "hit_first", "candidate", asked, self.of_lines, first)
        Primaries(engine, asked, self.of_lines).make("hit_first")
        facts = FactColumns(self.conditions, self.may, self.catalogue.asked, with_primaries=True)
        second = self.places(lambda rule: rule.reads_payability)
        hits_of(engine, "hit_second", "candidate", facts, self.of_lines, second)
        engine.run(
            f"create or replace temp table hit as select claim, row_number, "
            f"{', '.join(f'bit_or({name}) as {name}' for name in self.of_lines.columns())} "
            "from (select * from hit_first union all select * from hit_second) group by claim, row_number"
        )
        return facts


def make_standing(engine: Engine, table: str, hits: str, bits: Bits) -> tuple[list[int], int]:
    """Make a small table of the places of the rules that stand, for each pattern of bits among `hits`.

    These places, and how many edits a modifier bypassed. Raises DatabaseFailed.
    """
    columns = bits.columns()
    patterns = engine.rows(f"select {', '.join(columns)}, count(*) from {hits} group by {', '.join(columns)}")
    rows, bypassed = bits.standing_rows(patterns)
    kinds: Mapping[str, str] = dict.fromkeys(columns, "bigint") | {"rule": "integer"}
    engine.load(table, kinds, rows)
    return sorted({row[-1] for row in rows}), bypassed
