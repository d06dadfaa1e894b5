"""The text of a condition, parsed by sqlglot and held against a white list: what is not named here is refused."""

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import NoReturn

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from cleanclaim.edits import Parameter
from cleanclaim.facts import FactKind
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
    Operator,
    Or,
    Rounded,
    Term,
    TermType,
)
from cleanclaim.values import iso_day

LONGEST_TEXT = 4_000
DEEPEST_NESTING = 40
DEEPEST_TREE = 60
MOST_OPERATIONS = 10
"""Each widens a decimal by a digit at most; DuckDB's have 38."""

_COMPARISONS: dict[type[exp.Expr], Operator] = {
    exp.EQ: "=", exp.NEQ: "<>", exp.LT: "<", exp.LTE: "<=", exp.GT: ">", exp.GTE: ">=",
}  # fmt: skip
_TYPES: dict[str, TermType] = {"word": "word", "quantity": "number", "count": "number", "date": "date"}
_STRANGE = re.compile(r"==|--|/\*|;|\"|`|#|\\|\$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MODIFIER = re.compile("[A-Z0-9]{2}", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,3})?", re.ASCII)


class ConditionRefused(ValueError):
    """A condition that is not of the language; the message says which part and why, with its column where known."""


def parse(text: str, facts: Mapping[str, FactKind], parameters: Mapping[str, Parameter]) -> Condition:
    """The typed tree of a condition over these facts and parameters. Raises ConditionRefused."""
    _refuse_strange(text)
    try:
        parsed = parse_one(text)
    except SqlglotError as wrong:
        told = str(wrong).splitlines()[0]
        raise ConditionRefused("cannot be read" if "<class" in told else f"cannot be read: {told}") from None
    except Exception:  # noqa: BLE001  whatever the parser of a whole SQL stumbles over is no condition
        raise ConditionRefused("cannot be read") from None
    if not isinstance(parsed, exp.Expr):
        raise ConditionRefused("is no condition")
    return _Parser(facts, parameters).condition(parsed)


def _refuse_strange(text: str) -> None:
    bare = re.sub(r"'[^']*'", lambda quoted: "'" + " " * (len(quoted[0]) - 2) + "'", text)
    if strange := _STRANGE.search(bare):
        raise ConditionRefused(f"column {strange.start() + 1}: {strange[0]} has no place in a condition")
    if len(text) > LONGEST_TEXT:
        raise ConditionRefused(f"is longer than {LONGEST_TEXT} characters")
    depth = deepest = 0
    for character in bare:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    if deepest > DEEPEST_NESTING:
        raise ConditionRefused(f"is nested more than {DEEPEST_NESTING} deep")


def _refuse_depth() -> NoReturn:
    raise ConditionRefused(f"is nested more than {DEEPEST_TREE} deep")


def _refuse(node: exp.Expr, why: str) -> NoReturn:
    column = next((one.meta["col"] for one in node.walk() if one.meta.get("col")), None)
    place = f"column {column}: " if column else ""
    raise ConditionRefused(f"{place}{why}{_shown(node)}")


def _shown(node: exp.Expr) -> str:
    try:
        return f": {node.sql()}"
    except Exception:  # noqa: BLE001  what cannot be written again is not shown
        return ""


class _Parser:
    """Holds the names that a condition may use while it is parsed."""

    def __init__(self, facts: Mapping[str, FactKind], parameters: Mapping[str, Parameter]) -> None:
        self.facts = facts
        self.parameters = parameters
        self.depth = 0
        self.operations = 0

    def condition(self, node: exp.Expr) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST_TREE:
            _refuse_depth()
        try:
            return self.one_condition(node)
        finally:
            self.depth -= 1

    def one_condition(self, node: exp.Expr) -> Condition:
        match node:
            case exp.Paren():
                return self.condition(node.this)
            case exp.And() | exp.Or():
                return self.chain(node)
            case exp.Not():
                return Not(self.condition(node.this))
            case exp.Between():
                if node.args.get("symmetric"):
                    _refuse(node, "between takes the lower bound first")
                low = self.comparison(node, ">=", node.this, node.args["low"])
                high = self.comparison(node, "<=", node.this, node.args["high"])
                return And((low, high))
            case exp.In():
                return self.membership(node)
            case exp.Anonymous() if node.name.lower() == "has_modifier":
                return self.modifier(node)
        operator = _COMPARISONS.get(type(node))
        if operator is None:
            _refuse(node, f"{type(node).__name__} is no condition")
        return self.comparison(node, operator, node.this, node.expression)

    def chain(self, node: exp.And | exp.Or) -> Condition:
        kind = And if isinstance(node, exp.And) else Or
        sides: list[exp.Expr] = []
        first: exp.Expr = node
        while type(first) is type(node):
            sides.append(first.expression)
            first = first.this
        flat: list[Condition] = []
        for side in (first, *reversed(sides)):
            one = self.condition(side)
            flat.extend(one.parts if isinstance(one, kind) else (one,))
        return kind(tuple(flat))

    def membership(self, node: exp.In) -> Condition:
        field = node.args.get("field")
        if isinstance(field, exp.Column):
            if field.args.get("table") or field.this.quoted:
                _refuse(node, "a bare name is wanted")
            fact, parameter = self.term(node.this), self.parameters.get(field.name)
            if parameter is None or not parameter.lists:
                lists = [name for name, one in self.parameters.items() if one.lists]
                _refuse(node, f"{field.name} is no list parameter; nearest: {_nearest(field.name, lists)}")
            if not isinstance(fact, Fact) or fact.type != "word" or self.facts[fact.name].words:
                _refuse(node, "only a code can be in a list parameter")
            return InList(fact, parameter.name)
        if not node.expressions:
            _refuse(node, "in wants a list of constants or a list parameter")
        parts: list[Condition] = []
        for choice in node.expressions:
            one = self.comparison(node, "=", node.this, choice)
            if not isinstance(one.right, Constant):
                _refuse(node, "in wants constants")
            parts.append(one)
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def modifier(self, node: exp.Anonymous) -> Condition:
        if "modifiers" not in self.facts:
            _refuse(node, "a claim as a whole has no modifiers")
        argument = node.expressions[0] if len(node.expressions) == 1 else None
        if not isinstance(argument, exp.Literal) or not argument.is_string or not _MODIFIER.fullmatch(argument.name):
            _refuse(node, "has_modifier wants one quoted modifier of two characters")
        return HasModifier(argument.name)

    def comparison(self, node: exp.Expr, operator: Operator, one: exp.Expr, other: exp.Expr) -> Comparison:
        left, right = self.term(one), self.term(other)
        if "date" in (left.type, right.type):
            left, right = self.day(node, left), self.day(node, right)
        if left.type != right.type:
            _refuse(node, f"a {left.type} is compared with a {right.type}")
        if left.type == "word" and operator not in ("=", "<>"):
            _refuse(node, "words have no order")
        if not _names_a_fact(left) and not _names_a_fact(right):
            _refuse(node, "no fact is compared")
        for fact, constant in ((left, right), (right, left)):
            if isinstance(fact, Fact) and isinstance(constant, Constant):
                self.possible(node, fact, constant)
        return Comparison(operator, left, right)

    def possible(self, node: exp.Expr, fact: Fact, constant: Constant) -> None:
        words = self.facts[fact.name].words
        if words and constant.value not in words:
            _refuse(node, f"{fact.name} is never {constant}; it is one of {', '.join(words)}")
        if fact.name == "procedure_code" and not re.fullmatch("[0-9A-Z]{5}|none", str(constant.value)):
            _refuse(node, "a procedure code has five characters, digits and capital letters")

    def day(self, node: exp.Expr, term: Term) -> Term:
        if isinstance(term, Constant) and isinstance(term.value, str) and _DAY.fullmatch(term.value):
            try:
                return Constant(iso_day(term.value), "date")
            except ValueError as wrong:
                _refuse(node, str(wrong))
        return term

    def term(self, node: exp.Expr) -> Term:
        self.depth += 1
        if self.depth > DEEPEST_TREE:
            _refuse_depth()
        try:
            return self.one_term(node)
        finally:
            self.depth -= 1

    def one_term(self, node: exp.Expr) -> Term:
        match node:
            case exp.Paren():
                return self.term(node.this)
            case exp.Column():
                return self.named(node)
            case exp.Literal():
                return self.constant(node)
            case exp.Neg():
                inner = self.term(node.this)
                if not isinstance(inner, Constant) or not isinstance(inner.value, Decimal):
                    _refuse(node, "only a number can be negated")
                return Constant(-inner.value, "number")
            case exp.Round():
                if node.args.get("decimals"):
                    _refuse(node, "round takes one argument")
                return Rounded(self.number(node.this))
            case exp.Add() | exp.Sub() | exp.Mul():
                return self.arithmetic(node)
        _refuse(node, f"{type(node).__name__} is not allowed")

    def constant(self, node: exp.Literal) -> Term:
        if node.is_string:
            return Constant(node.name, "word")
        if not _NUMBER.fullmatch(node.name):
            _refuse(node, "a number has at most nine digits and three decimal places")
        return Constant(Decimal(node.name), "number")

    def arithmetic(self, node: exp.Binary) -> Term:
        self.operations += 1
        if self.operations > MOST_OPERATIONS:
            _refuse(node, f"a condition has at most {MOST_OPERATIONS} additions, subtractions and products")
        left, right = self.number(node.this), self.number(node.expression)
        if isinstance(node, exp.Mul):
            if not (isinstance(left, Fact) and isinstance(right, Constant | NumberParameter)):
                _refuse(node, "a product is of one fact, on the left, and one number or number parameter")
            return Arithmetic("*", left, right)
        return Arithmetic("+" if isinstance(node, exp.Add) else "-", left, right)

    def number(self, node: exp.Expr) -> Term:
        term = self.term(node)
        if term.type != "number":
            _refuse(node, "a number is wanted")
        return term

    def named(self, node: exp.Column) -> Term:
        name = node.name
        if node.args.get("table") or node.this.quoted:
            _refuse(node, "a bare name is wanted")
        if kind := self.facts.get(name):
            if kind.type == "modifiers":
                _refuse(node, "modifiers are tested with has_modifier('..')")
            return Fact(name, _TYPES[kind.type])
        parameter = self.parameters.get(name)
        if parameter and parameter.numbers:
            if "date_of_service" not in self.facts:
                _refuse(node, "a claim as a whole has no date of service to look the parameter up at")
            return NumberParameter(name)
        if parameter:
            _refuse(node, "a list parameter is used with in")
        _refuse(node, f"unknown fact; nearest: {_nearest(name, [*self.facts, *self.parameters])}")


def _names_a_fact(term: Term) -> bool:
    match term:
        case Fact():
            return True
        case Rounded(inner):
            return _names_a_fact(inner)
        case Arithmetic(_, left, right):
            return _names_a_fact(left) or _names_a_fact(right)
    return False


def _nearest(name: str, names: list[str]) -> str:
    return ", ".join(get_close_matches(name.lower(), names, 3)) or "none"
