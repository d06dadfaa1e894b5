"""The conditions of a catalogue as SQL over a table of facts in which modifiers and lists of codes stand ready-made."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlglot import exp

from cleanclaim.catalogue import Catalogue, Rule
from cleanclaim.evaluate.strata import stand
from cleanclaim.facts import FROM_OTHER_LINES, FROM_PAYABILITY
from cleanclaim.predicate.sql import Ready, sql_text
from cleanclaim.predicate.tree import (
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    Leaf,
    all_of,
    allowing,
    assuming,
    leaves,
    parameter_names,
    pushed_down,
    with_leaves,
)
from cleanclaim.values import FIRST_DAY

_BITS = 60
"""In one column of bits: a BIGINT holds 63."""
_SERVICE = frozenset({"procedure_code", "date_of_service", "rendering_provider"})
_NOT_KNOWN = Comparison("=", Fact("date_of_service", "date"), Constant(FIRST_DAY, "date"))
"""Stands for what is looked up at the date of service, which no code, setting or modifier has."""
_OF_A_LONE_LINE = ("billed_units_day", "duplicate_of", "stale_mue")
"""Facts from other lines that are known of a line which is the only one of its code, date and provider."""


@dataclass(frozen=True)
class Conditions:
    """What is needed to write the conditions of a catalogue as SQL."""

    catalogue: Catalogue
    modifiers: Mapping[str, tuple[str, int]]
    """For each modifier that a condition tests, the column and the bit in which it stands."""
    lists: Mapping[str, str]
    """For each list parameter that a condition looks a procedure code up in, the column that holds the answer."""

    @cached_property
    def ready(self) -> Ready:
        """What stands ready-made."""
        code = Fact("procedure_code", "word")
        tests: dict[HasModifier | InList, exp.Expr] = {
            HasModifier(modifier): exp.NEQ(
                this=exp.paren(exp.BitwiseAnd(this=exp.column(column), expression=exp.Literal.number(1 << bit))),
                expression=exp.Literal.number(0),
            )
            for modifier, (column, bit) in self.modifiers.items()
        }
        tests.update({InList(code, name): exp.column(column) for name, column in self.lists.items()})
        return tests

    def sql(self, condition: Condition) -> str:
        """A condition as SQL."""
        return sql_text(condition, self.catalogue.parameters, "duckdb", self.ready)

    def possible(self, rule: Rule) -> str | None:
        """What holds of a line on which a rule may fire, whatever the claim's other lines are; None where nothing does.

        It is meant for lines that are alone with their code, date and provider.
        """
        return self._possible(rule, pushed_down(rule.condition), self.of_other_lines)

    @property
    def of_other_lines(self) -> set[str]:
        """The facts that are not known of a line which is alone with its code, date and provider."""
        return {
            name
            for name, kind in self.catalogue.line_facts.items()
            if FROM_PAYABILITY in kind.sources or (FROM_OTHER_LINES in kind.sources and name not in _OF_A_LONE_LINE)
        } - {one.fact for one in self.catalogue.asked if _SERVICE.issubset(one.same)}

    def possible_of(self, rule: Rule, known: Collection[str], implied: Callable[[Leaf], Leaf | None]) -> str | None:
        """What holds of a line on which a rule may fire, by some of its facts alone; None where nothing does.

        `implied` says what follows for these facts from a comparison with others.
        """

        def known_by(leaf: Leaf) -> Leaf | None:
            is_ready = isinstance(leaf, InList) and leaf.fact.name == "procedure_code"
            return _NOT_KNOWN if parameter_names(leaf) and not is_ready else implied(leaf)

        condition = with_leaves(pushed_down(rule.condition), known_by)
        return self._possible(rule, condition, self.catalogue.line_facts.keys() - known)

    def _possible(self, rule: Rule, condition: Condition, unknown: Collection[str]) -> str | None:
        may = allowing(condition, unknown)
        if not rule.reads_payability:
            return self._written(may)
        is_add_on = allowing(Comparison("=", Fact("add_on_status", "word"), Constant("add_on", "word")), unknown)
        of_others = assuming(condition, {"primary_procedure": "not_required"})
        of_others = of_others if isinstance(of_others, bool) else allowing(of_others, unknown)
        of_add_on = may if is_add_on is True else is_add_on if may is True else may and all_of(is_add_on, may)  # type: ignore[arg-type]
        if True in (of_add_on, of_others):
            return "true"
        written = [text for one in (of_add_on, of_others) if (text := self._written(one)) is not None]
        return " or ".join(written) or None

    def _written(self, condition: Condition | bool) -> str | None:
        if isinstance(condition, bool):
            return "true" if condition else None
        return f"({self.sql(condition)})"


def _tested_modifiers(conditions: Iterable[Condition]) -> dict[str, tuple[str, int]]:
    """A column and a bit for each modifier that conditions test."""
    names = sorted({leaf.modifier for one in conditions for leaf in leaves(one) if isinstance(leaf, HasModifier)})
    return {name: (f"modifier_bits_{place // _BITS}", place % _BITS) for place, name in enumerate(names)}


def _tested_lists(conditions: Iterable[Condition]) -> dict[str, str]:
    """A column for each list parameter that conditions look a procedure code up in."""
    names = {
        leaf.parameter
        for one in conditions
        for leaf in leaves(one)
        if isinstance(leaf, InList) and leaf.fact.name == "procedure_code"
    }
    return {name: f"in_{name}" for name in sorted(names)}


def conditions_of(catalogue: Catalogue, lists: Iterable[str], modifiers: Iterable[str]) -> Conditions:
    """How the conditions of a catalogue are written; `lists` and `modifiers` are needed besides theirs."""
    conditions = [rule.condition for rule in catalogue.rules] + [one.where for one in catalogue.asked]
    conditions += [one.when for rule in catalogue.rules for one in rule.remittances if one.when is not None]
    conditions += [HasModifier(modifier) for modifier in modifiers]
    conditions += [InList(Fact("procedure_code", "word"), name) for name in lists]
    return Conditions(catalogue, _tested_modifiers(conditions), _tested_lists(conditions))


@dataclass(frozen=True, slots=True)
class Bits:
    """Rules as bits of one or more columns."""

    rules: tuple[Rule, ...]

    def columns(self, prefix: str = "fired") -> list[str]:
        """The names of the columns, one at least."""
        return [f"{prefix}_{place}" for place in range(max(1, -(-len(self.rules) // _BITS)))]

    def made_of(self, conditions: Mapping[int, str], prefix: str = "fired") -> str:
        """The columns as a select list; `conditions` are SQL, by the place of the rule."""
        made: dict[str, list[str]] = {name: [] for name in self.columns(prefix)}
        for place, condition in conditions.items():
            bit = f"case when {condition} then {1 << place % _BITS}::bigint else 0 end"
            made[f"{prefix}_{place // _BITS}"].append(bit)
        return ", ".join(f"{' | '.join(texts) or '0::bigint'} as {name}" for name, texts in made.items())

    def has(self, place: int, prefix: str) -> str:
        """That the bit of a rule is set."""
        return f"({prefix}_{place // _BITS} & {1 << place % _BITS}) <> 0"

    def may_fire(self, common: Mapping[int, str]) -> str:
        """That a rule may fire by its bit `may`; of the `common` ones something more is asked, as SQL."""
        found = [self.has_some((place for place, _ in enumerate(self.rules) if place not in common), "may")]
        found += [f"({self.has(place, 'may')} and ({condition}))" for place, condition in common.items()]
        return " or ".join(found)

    def has_some(self, places: Iterable[int], prefix: str) -> str:
        """That one of the bits of these rules is set."""
        masks: dict[str, int] = {}
        for place in places:
            name = f"{prefix}_{place // _BITS}"
            masks[name] = masks.get(name, 0) | 1 << place % _BITS
        return " or ".join(f"({name} & {mask}) <> 0" for name, mask in masks.items()) or "false"

    def some(self, prefix: str) -> str:
        """That some bit is set."""
        return " or ".join(f"{name} <> 0" for name in self.columns(prefix))

    def rules_of(self, bits: Sequence[int]) -> list[int]:
        """The places of the rules whose bits are set."""
        return [place for place in range(len(self.rules)) if bits[place // _BITS] & (1 << place % _BITS)]

    def standing(self, bits: Sequence[int]) -> tuple[list[int], int]:
        """Of the rules whose bits are set, the places of those that stand, and how many are left out."""
        fired = self.rules_of(bits)
        answers = stand([self.rules[place] for place in fired])
        return [place for place, stands in zip(fired, answers, strict=True) if stands], answers.count(False)

    def standing_rows(self, patterns: Iterable[Sequence[int]]) -> tuple[list[tuple[int, ...]], int]:
        """Of patterns of bits, each with how often it was met: a row for each rule that stands, with its place.

        And how many are left out in all.
        """
        rows: list[tuple[int, ...]] = []
        left_out = 0
        for *pattern, times in patterns:
            standing, bypassed = self.standing(pattern)
            rows.extend((*pattern, place) for place in standing)
            left_out += bypassed * times
        return rows, left_out
