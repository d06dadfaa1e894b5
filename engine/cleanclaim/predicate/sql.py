"""A condition as an SQL expression over a table of facts, in the dialect that sqlglot is asked for.

Columns bear the facts' names: words are text, quantities and counts decimals, days dates, modifiers a list of text.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlglot import exp

from cleanclaim.edits import Parameter, Period, range_pattern
from cleanclaim.predicate.tree import (
    And,
    Arithmetic,
    Comparison,
    Condition,
    Constant,
    Fact,
    HasModifier,
    InList,
    Not,
    NumberParameter,
    Or,
    Rounded,
    Term,
)
from cleanclaim.values import shortest

_COMPARISONS: dict[str, type[exp.Binary]] = {
    "=": exp.EQ, "<>": exp.NEQ, "<": exp.LT, "<=": exp.LTE, ">": exp.GT, ">=": exp.GTE,
}  # fmt: skip
_WIDE, _NARROW = "decimal(24, 3)", "decimal(13, 3)"
"""Of a fact and of a number: their product has 37 digits, and decimals hold 38."""
_ARITHMETIC: dict[str, type[exp.Binary]] = {"+": exp.Add, "-": exp.Sub, "*": exp.Mul}


Ready = Mapping[HasModifier | InList, exp.Expr]
"""What a table holds ready-made: for a test that is not negated, the SQL that answers it."""


def sql_text(
    condition: Condition, parameters: Mapping[str, Parameter], dialect: str, ready: Ready = MappingProxyType({})
) -> str:
    """The condition in an SQL dialect that sqlglot writes: duckdb, spark."""
    return _condition(condition, parameters, ready).sql(dialect=dialect)


def query_text(
    columns: Sequence[str], table: str, condition: Condition, parameters: Mapping[str, Parameter], dialect: str
) -> str:
    """A query of the rows of a table of facts for which the condition holds, for a person to read."""
    query = exp.select(*columns).from_(table).where(_condition(condition, parameters, MappingProxyType({})))
    return query.sql(dialect=dialect, pretty=True)


def _condition(condition: Condition, parameters: Mapping[str, Parameter], ready: Ready) -> exp.Expr:
    match condition:
        case And(parts):
            return exp.paren(exp.and_(*(_condition(part, parameters, ready) for part in parts), copy=False))
        case Or(parts):
            return exp.paren(exp.or_(*(_condition(part, parameters, ready) for part in parts), copy=False))
        case Not(part):
            return exp.not_(exp.paren(_condition(part, parameters, ready)))
        case HasModifier(modifier, negated):
            answer = ready.get(HasModifier(modifier))
            if answer is None:
                answer = exp.func("array_contains", exp.column("modifiers"), exp.Literal.string(modifier))
            return _unless(negated, answer.copy())
        case InList(fact, name, negated):
            answer = ready.get(InList(fact, name))
            return _unless(
                negated, _in_list(exp.column(fact.name), parameters[name]) if answer is None else answer.copy()
            )
        case Comparison(operator, left, right):
            return _COMPARISONS[operator](this=_term(left, parameters), expression=_term(right, parameters))


def _unless(negated: bool, expression: exp.Expr) -> exp.Expr:
    return exp.not_(exp.paren(expression)) if negated else expression


def _in_list(code: exp.Column, parameter: Parameter) -> exp.Expr:
    choices: list[exp.Expr] = []
    for version in parameter.lists:
        single = [exp.Literal.string(one) for one in version.codes if "-" not in one]
        members: list[exp.Expr] = [exp.In(this=code.copy(), expressions=single)] if single else []
        for one in version.codes:
            first, _, last = one.partition("-")
            if last:
                members.append(exp.and_(
                    exp.Between(this=code.copy(), low=exp.Literal.string(first), high=exp.Literal.string(last)),
                    exp.EQ(this=exp.func("length", code.copy()), expression=exp.Literal.number(len(first))),
                    exp.RegexpLike(this=code.copy(), expression=exp.Literal.string(range_pattern(one))),
                ))  # fmt: skip
        choices.append(exp.and_(_during(version.effective), exp.paren(exp.or_(*members))))
    return exp.paren(exp.or_(*choices))


def _during(period: Period) -> exp.Expr:
    return exp.Between(this=exp.column("date_of_service"), low=_day(period.starts), high=_day(period.ends))


def _term(term: Term, parameters: Mapping[str, Parameter]) -> exp.Expr:
    match term:
        case Fact(name):
            return exp.column(name)
        case Constant(value):
            return _constant(value)
        case NumberParameter(name):
            chosen = exp.Case()
            for version in parameters[name].numbers:
                chosen = chosen.when(_during(version.effective), _constant(version.value))
            return chosen
        case Rounded(inner):
            return exp.Round(this=_term(inner, parameters))
        case Arithmetic(operator, left, right):
            return exp.paren(
                _ARITHMETIC[operator](this=_operand(left, parameters), expression=_operand(right, parameters))
            )


def _operand(term: Term, parameters: Mapping[str, Parameter]) -> exp.Expr:
    """A term of arithmetic, wide enough that no sum or product of what a claim may bill overflows."""
    match term:
        case Rounded(inner):
            return exp.Round(this=_operand(inner, parameters))
        case Arithmetic():
            return _term(term, parameters)
        case Fact():
            return exp.cast(_term(term, parameters), _WIDE)
        case Constant() | NumberParameter():
            return exp.cast(_term(term, parameters), _NARROW)


def _constant(value: str | Decimal | date) -> exp.Expr:
    match value:
        case Decimal():
            number = exp.Literal.number(shortest(abs(value)))
            return exp.Neg(this=number) if value < 0 else number
        case date():
            return _day(value)
        case str():
            return exp.Literal.string(value)


def _day(day: date) -> exp.Expr:
    return exp.cast(exp.Literal.string(day.isoformat()), exp.DataType.Type.DATE)
