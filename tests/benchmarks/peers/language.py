"""Conditions in the words of a language with infix operators: what zen, rule-engine and Python have in common."""

from abc import ABC, abstractmethod
from datetime import date
from decimal import Decimal

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

from .facts import answer


class Infix(ABC):
    """Writes conditions; a language says how it writes what differs between languages."""

    @abstractmethod
    def value(self, value: str | Decimal | date) -> str:
        """A word, number or day."""

    @abstractmethod
    def bears(self, modifier: str) -> str:
        """Whether the line bears a modifier."""

    def listed(self, fact: str, parameter: str) -> str:
        """Whether a list parameter holds the code: a fact decided beforehand, since lists have ranges and periods."""
        return f"{answer(fact, parameter)} == {self.value('yes')}"

    def number(self, parameter: str) -> str:
        """The value of a number parameter on the date of service: a fact looked up beforehand."""
        return parameter

    @abstractmethod
    def rounded(self, number: str) -> str:
        """A number rounded to a whole one, halves away from zero."""

    def condition(self, condition: Condition) -> str:
        """The whole condition."""
        match condition:
            case And(parts):
                return " and ".join(self._part(part) for part in parts)
            case Or(parts) if (words := one_of(parts)) is not None:
                name, constants = words
                return f"{name} in [{', '.join(map(self.value, constants))}]"
            case Or(parts):
                return " or ".join(self._part(part) for part in parts)
            case Not(part):
                return f"not ({self.condition(part)})"
            case HasModifier(modifier, negated):
                return f"not ({self.bears(modifier)})" if negated else self.bears(modifier)
            case InList(fact, parameter, negated):
                text = self.listed(fact.name, parameter)
                return f"not ({text})" if negated else text
            case Comparison(operator, left, right):
                symbol = {"=": "==", "<>": "!="}.get(operator, operator)
                return f"{self.term(left)} {symbol} {self.term(right)}"

    def _part(self, part: Condition) -> str:
        text = self.condition(part)
        return f"({text})" if isinstance(part, And | Or) else text

    def term(self, term: Term) -> str:
        """One side of a comparison."""
        match term:
            case Fact(name):
                return name
            case Constant(constant):
                return self.value(constant)
            case NumberParameter(name):
                return self.number(name)
            case Rounded(inner):
                return self.rounded(self.term(inner))
            case Arithmetic(operator, left, right):
                return f"({self.term(left)} {operator} {self.term(right)})"


def one_of(parts: tuple[Condition, ...]) -> tuple[str, list[str]] | None:
    """The fact and the words, where alternatives compare one fact with words; else None."""
    words = []
    for part in parts:
        match part:
            case Comparison("=", Fact(name, "word"), Constant(word)) if isinstance(word, str):
                words.append((name, word))
            case _:
                return None
    names = {name for name, _ in words}
    return (names.pop(), [word for _, word in words]) if len(names) == 1 else None
