"""Random texts of conditions over the facts of a line, and random total facts to judge by them.

One builder makes both. It asks for each choice through `Pick`, a function that takes one of some options:
random.Random.choice where many are wanted, hypothesis where what it finds should shrink.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from cleanclaim.facts import LINE_FACTS, Facts
from cleanclaim.values import shortest

from . import vocabulary as words

T = TypeVar("T")


class Pick(Protocol):
    """Takes one of some options."""

    def __call__(self, options: Sequence[T]) -> T:
        """One of these options."""
        ...


def _of(*types: str, closed: bool | None = None) -> tuple[str, ...]:
    return tuple(
        name for name, kind in LINE_FACTS.items()
        if kind.type in types and (closed is None or (kind.words is not None) == closed)
    )  # fmt: skip


NUMBERS, DATES = _of("quantity", "count"), _of("date")
CLOSED, OPEN = _of("word", closed=True), tuple(name for name in _of("word", closed=False) if name != "procedure_code")
EQUALITY, ORDER = ("=", "<>"), ("=", "<>", "<", "<=", ">", ">=")
DEEPEST = 3
MOST_OPERATIONS = 8


def condition_text(pick: Pick) -> str:
    """The text of a condition."""
    return _Maker(pick).condition(0)


def quoted(word: str) -> str:
    """A word as a condition writes it."""
    return "'" + word.replace("'", "''") + "'"


class _Maker:
    """Makes one condition; it may add, subtract and multiply so often and no more."""

    def __init__(self, pick: Pick) -> None:
        self.pick = pick
        self.operations = MOST_OPERATIONS
        self.tests = (
            self.closed_word, self.open_word, self.code, self.code, self.day, self.modifier, self.number, self.number,
        )  # fmt: skip

    def condition(self, depth: int) -> str:
        form = "test" if depth >= DEEPEST else self.pick(("test", "test", "not", "and", "or", "and", "or"))
        if form == "test":
            return self.pick(self.tests)()
        if form == "not":
            return f"not ({self.condition(depth + 1)})"
        parts = [self.condition(depth + 1) for _ in range(self.pick((2, 2, 3)))]
        return "(" + f" {form} ".join(parts) + ")"

    def negation(self) -> str:
        return self.pick(("", "", "not "))

    def comparison(self, operators: Sequence[str], one: str, other: str) -> str:
        left, right = self.pick(((one, other), (one, other), (other, one)))
        return f"{left} {self.pick(operators)} {right}"

    def several(self, options: Sequence[str]) -> str:
        return f"({', '.join(self.pick(options) for _ in range(self.pick((1, 2, 3))))})"

    def word(self, fact: str, choices: Sequence[str], others: Sequence[str]) -> str:
        form = self.pick(("constant", "constant", "in", "fact"))
        if form == "in":
            return f"{fact} {self.negation()}in {self.several(choices)}"
        return self.comparison(EQUALITY, fact, self.pick(choices if form == "constant" else others))

    def closed_word(self) -> str:
        fact = self.pick(CLOSED)
        return self.word(fact, tuple(map(quoted, LINE_FACTS[fact].words or ())), (*CLOSED, *OPEN))

    def open_word(self) -> str:
        return self.word(self.pick(OPEN), tuple(map(quoted, words.WORDS)), (*CLOSED, *OPEN, "procedure_code"))

    def code(self) -> str:
        if self.pick((True, False)):
            fact = self.pick(("procedure_code", "procedure_code", "ndc"))
            return f"{fact} {self.negation()}in {self.pick(words.LISTS)}"
        return self.word("procedure_code", tuple(map(quoted, words.CODES_TO_NAME)), OPEN)

    def day(self) -> str:
        fact, days = self.pick(DATES), tuple(quoted(day.isoformat()) for day in words.DAYS)
        form = self.pick(("compared", "compared", "between", "in"))
        if form == "in":
            return f"{fact} {self.negation()}in {self.several(days)}"
        if form == "between":
            return f"{fact} {self.negation()}between {self.pick((*DATES, *days))} and {self.pick((*DATES, *days))}"
        return self.comparison(ORDER, fact, self.pick((*DATES, *days, *days)))

    def modifier(self) -> str:
        return f"{self.negation()}has_modifier('{self.pick(words.MODIFIERS)}')"

    def number(self) -> str:
        form = self.pick(("compared", "compared", "compared", "between", "in"))
        if form == "between":
            # written once, read twice: the lower bound and the upper
            one, self.operations = self.pick(NUMBERS), self.operations - 1
            return f"{one} {self.negation()}between {self.term(1)} and {self.term(1)}"
        if form == "in":
            numbers = tuple(map(shortest, (*words.CONSTANTS, *words.UNITS[:-1])))
            return f"{self.pick(('', 'round'))}({self.pick(NUMBERS)}) {self.negation()}in {self.several(numbers)}"
        return self.comparison(ORDER, self.term(0, has_fact=True), self.term(0))

    def term(self, depth: int, *, has_fact: bool = False) -> str:
        forms = ["fact", "fact", "constant", "parameter", "round"]
        if self.operations > 0:
            forms += ["sum", "product"]
        form = self.pick(forms) if depth < DEEPEST else self.pick(("fact", "constant"))
        if form == "fact" or (has_fact and form in ("constant", "parameter")):
            return self.pick(NUMBERS)
        if form == "constant":
            return self.pick(("", "", "-")) + shortest(self.pick(words.CONSTANTS))
        if form == "parameter":
            return self.pick(words.NUMBERS)
        if form == "round":
            return f"round({self.term(depth + 1, has_fact=has_fact)})"
        self.operations -= 1
        if form == "product":
            return f"{self.pick(NUMBERS)} * {self.pick((*words.NUMBERS, '2', '0.001', '-1.5', '999999999.999'))}"
        return f"({self.term(depth + 1, has_fact=has_fact)} {self.pick('+-')} {self.term(depth + 1)})"


_POOLS: dict[str, Sequence[Any]] = {
    "quantity": words.UNITS, "count": words.COUNTS, "date": words.DAYS,
}  # fmt: skip
_FILLERS: dict[str, Any] = {
    "word": "none", "quantity": Decimal(0), "count": 0, "date": date(1, 1, 1), "modifiers": (),
}  # fmt: skip


def line_facts(pick: Pick, names: Iterable[str] = tuple(LINE_FACTS)) -> Facts:
    """The facts of a line, all of them; those not among the names have a filler."""
    facts: Facts = {name: _filler(name) for name in LINE_FACTS}
    facts["date_of_service"] = pick(words.DAYS)
    for name in sorted({*names} - {"date_of_service"}):
        kind = LINE_FACTS[name]
        if kind.type == "modifiers":
            facts[name] = tuple(pick((*words.MODIFIERS, *words.ODD_MODIFIERS)) for _ in range(pick((0, 1, 1, 2, 4))))
        elif name in ("procedure_code", "ndc"):
            facts[name] = pick((*words.CODES, *words.WORDS))
        elif name == "charge":
            facts[name] = pick(words.CHARGES)
        else:
            facts[name] = pick(_POOLS.get(kind.type) or kind.words or words.WORDS)
    return facts


def _filler(name: str) -> Any:
    kind = LINE_FACTS[name]
    return kind.words[-1] if kind.words else _FILLERS[kind.type]
