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


def condition_text(pick: Pick, depth: int = 0) -> str:
    """The text of a condition."""
    form = "test" if depth >= DEEPEST else pick(("test", "test", "not", "and", "or", "and", "or"))
    if form == "test":
        return pick(_TESTS)(pick)
    if form == "not":
        return f"not ({condition_text(pick, depth + 1)})"
    parts = [condition_text(pick, depth + 1) for _ in range(pick((2, 2, 3)))]
    return "(" + f" {form} ".join(parts) + ")"


def quoted(word: str) -> str:
    """A word as a condition writes it."""
    return "'" + word.replace("'", "''") + "'"


def _not(pick: Pick) -> str:
    return pick(("", "", "not "))


def _comparison(pick: Pick, operators: Sequence[str], one: str, other: str) -> str:
    left, right = pick(((one, other), (one, other), (other, one)))
    return f"{left} {pick(operators)} {right}"


def _several(pick: Pick, options: Sequence[str]) -> str:
    return f"({', '.join(pick(options) for _ in range(pick((1, 2, 3))))})"


def _closed_word(pick: Pick) -> str:
    fact = pick(CLOSED)
    choices = tuple(map(quoted, LINE_FACTS[fact].words or ()))
    form = pick(("constant", "constant", "in", "fact"))
    if form == "in":
        return f"{fact} {_not(pick)}in {_several(pick, choices)}"
    return _comparison(pick, EQUALITY, fact, pick(choices) if form == "constant" else pick((*CLOSED, *OPEN)))


def _open_word(pick: Pick) -> str:
    fact, choices = pick(OPEN), tuple(map(quoted, words.WORDS))
    form = pick(("constant", "constant", "in", "fact"))
    if form == "in":
        return f"{fact} {_not(pick)}in {_several(pick, choices)}"
    return _comparison(pick, EQUALITY, fact, pick(choices) if form == "constant" else pick((*CLOSED, *OPEN, "procedure_code")))


def _code(pick: Pick) -> str:
    form = pick(("list", "list", "list", "constant", "in"))
    choices = tuple(map(quoted, words.CODES_TO_NAME))
    if form == "list":
        return f"{pick(('procedure_code', 'procedure_code', 'ndc'))} {_not(pick)}in {pick(words.LISTS)}"
    if form == "in":
        return f"procedure_code {_not(pick)}in {_several(pick, choices)}"
    return _comparison(pick, EQUALITY, "procedure_code", pick(choices))


def _day(pick: Pick) -> str:
    fact, days = pick(DATES), tuple(quoted(day.isoformat()) for day in words.DAYS)
    form = pick(("compared", "compared", "between", "in"))
    if form == "in":
        return f"{fact} {_not(pick)}in {_several(pick, days)}"
    if form == "between":
        return f"{fact} {_not(pick)}between {pick((*DATES, *days))} and {pick((*DATES, *days))}"
    return _comparison(pick, ORDER, fact, pick((*DATES, *days, *days)))


def _modifier(pick: Pick) -> str:
    return f"{_not(pick)}has_modifier('{pick(words.MODIFIERS)}')"


def _number(pick: Pick) -> str:
    form = pick(("compared", "compared", "compared", "between", "in"))
    one = _term(pick, 0, has_fact=True)
    if form == "between":
        return f"{one} {_not(pick)}between {_term(pick, 1)} and {_term(pick, 1)}"
    if form == "in":
        return f"{one} {_not(pick)}in {_several(pick, tuple(map(shortest, (*words.CONSTANTS, *words.UNITS[:-1]))))}"
    return _comparison(pick, ORDER, one, _term(pick, 0))


def _term(pick: Pick, depth: int, *, has_fact: bool = False) -> str:
    form = pick(("fact", "fact", "constant", "parameter", "round", "sum", "product") if depth < DEEPEST else ("fact", "constant"))
    if form == "fact" or (has_fact and form in ("constant", "parameter")):
        return pick(NUMBERS)
    if form == "constant":
        return pick(("", "", "-")) + shortest(pick(words.CONSTANTS))
    if form == "parameter":
        return pick(words.NUMBERS)
    if form == "round":
        return f"round({_term(pick, depth + 1, has_fact=has_fact)})"
    if form == "product":
        by = (*words.NUMBERS, "2", "0.001", "-1.5", "999999999.999")
        return f"{pick(NUMBERS)} * {pick(by)}"
    return f"({_term(pick, depth + 1, has_fact=has_fact)} {pick('+-')} {_term(pick, depth + 1)})"


_TESTS = (_closed_word, _open_word, _code, _code, _day, _modifier, _number, _number)


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
