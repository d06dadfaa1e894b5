"""One meaning, three back ends: Python, durable_rules and DuckDB decide every condition alike on every facts."""

import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as Xml
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.facts import LINE_FACTS
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.rete import MOST_GROUPS
from cleanclaim.predicate.tree import Not, assuming, fact_names, leaves, pushed_down

from ..settings import examples
from . import vocabulary as words
from .agreement import batches, differences, groups_in, held_in_rete, held_in_sql, parsed
from .making import Pick, condition_text, line_facts
from .vocabulary import PARAMETERS

TESTS = Path(__file__).parents[2]


def picking(draw: st.DrawFn) -> Pick:
    def pick(options: Sequence[Any]) -> Any:
        return draw(st.sampled_from(options))

    return pick


@st.composite
def condition_and_facts(draw: st.DrawFn, most: int = 4) -> tuple[Any, list[Any]]:
    pick = picking(draw)
    condition = parsed(condition_text(pick))
    return condition, [line_facts(pick, fact_names(condition)) for _ in range(draw(st.integers(1, most)))]


@st.composite
def conditions_and_facts(draw: st.DrawFn) -> tuple[list[Any], list[Any]]:
    pick = picking(draw)
    texts = [condition_text(pick) for _ in range(draw(st.integers(4, 10)))]
    batch = next(batches(map(parsed, texts)), [])
    names = {name for condition in batch for name in fact_names(condition)}
    return batch, [line_facts(pick, names) for _ in range(draw(st.integers(1, 6)))]


@examples(30, shrink=False)
@given(conditions_and_facts(), st.integers(1, 4))
def test_all_back_ends_decide_alike(made: tuple[list[Any], list[Any]], lines_a_claim: int) -> None:
    batch, facts = made
    _, lines = differences(batch, facts, lines_a_claim=lines_a_claim)
    assert lines == []


@examples(150)
@given(condition_and_facts())
def test_sql_decides_like_python(made: tuple[Any, list[Any]]) -> None:
    condition, facts = made
    test = python_test(condition, PARAMETERS)
    as_parsed, as_pushed = held_in_sql(([condition], [pushed_down(condition)]), facts)
    expected = {(0, row) for row, one in enumerate(facts) if test(one)}
    assert as_parsed == as_pushed == expected


@examples(300)
@given(condition_and_facts())
def test_pushing_not_down_to_the_leaves_changes_no_meaning(made: tuple[Any, list[Any]]) -> None:
    condition, facts = made
    pushed, contrary = pushed_down(condition), pushed_down(condition, negated=True)
    assert pushed_down(pushed) == pushed
    assert pushed_down(Not(condition)) == contrary
    assert "Not(" not in repr(pushed)
    assert len(list(leaves(pushed))) == len(list(leaves(condition)))
    whole, in_parts, other = (python_test(one, PARAMETERS) for one in (condition, pushed, contrary))
    for one in facts:
        assert whole(one) == in_parts(one) != other(one)


@examples(200)
@given(condition_and_facts(), st.data())
def test_assuming_known_words_changes_no_meaning(made: tuple[Any, list[Any]], data: st.DataObject) -> None:
    condition, facts = made
    words = [name for name in fact_names(condition) if LINE_FACTS[name].type == "word"] or ["claim_type"]
    known_names = data.draw(st.sets(st.sampled_from(words)))
    for one in facts:
        left = assuming(pushed_down(condition), {name: one[name] for name in known_names})
        holds = left if isinstance(left, bool) else python_test(left, PARAMETERS)(one)
        assert holds == python_test(condition, PARAMETERS)(one)


@examples(300)
@given(st.data())
def test_the_canonical_text_reads_back_as_the_same_tree(data: st.DataObject) -> None:
    condition = parsed(condition_text(lambda options: data.draw(st.sampled_from(options))))
    assert parsed(str(condition)) == condition


MOST = {"units": Decimal("9999999.999"), "charge": Decimal("999999999999999.99"), "line_number": 999_999}


@pytest.mark.parametrize(
    "text",
    [
        "units < 999999999 + 999999999 + 999999999",
        "units > (-999999999 - 999999999) - 999999999",
        "units * 999999999.999 > charge",
        "charge * 999999999.999 - charge * 999999999.998 = charge * 0.001",
        "charge * -999999999.999 < units and round(charge * 1.005) >= charge",
        "charge + charge + charge > charge",
        "line_number * 999999999 + line_number * most_units > 999999999",
        "most_units + most_units > units + allowance",
        "round(charge * 0.5) - round(charge * 0.499) > units",
        "round(round(units * 0.001)) = 10000",
        "line_number > round(charge * 999999999.999) - 5",
        "round(round(charge * 999999999.999) - charge) + 1 < 0",
        "round(999999999) + round(999999999) + round(999999999) > units",
        "round(most_units) + round(charge) + round(999999999 - most_units) > units",
    ],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_the_largest_numbers_that_a_claim_may_bill_overflow_nowhere(text: str, sign: int) -> None:
    facts = [{**line_facts(lambda options: options[-1]), **{name: sign * most for name, most in MOST.items()}}]
    _, lines = differences([parsed(text)], facts)
    assert lines == []


@examples(300)
@given(st.sampled_from(words.CHARGES), st.integers(0, 10**12 - 1), st.integers(0, 10**12 - 1))
def test_arithmetic_is_exact(charge: Decimal, one: int, other: int) -> None:
    more, less = sorted((Decimal(one) / 1000, Decimal(other) / 1000), reverse=True)
    text = f"charge * {more:f} - charge * {less:f} = charge * {more - less:f}"
    facts = {**line_facts(lambda options: options[0]), "charge": charge}
    assert python_test(parsed(text), PARAMETERS)(facts)


def alternatives(several: int, fact: str = "units") -> str:
    return " or ".join(f"{fact} >= {number}" for number in range(several))


@pytest.mark.parametrize("rules", [64, 70, 130, 300])
def test_any_number_of_rules_may_match_one_line(rules: int) -> None:
    conditions = [parsed(f"units >= {number}") for number in range(rules)]
    facts = [{**line_facts(lambda options: options[0]), "units": 1000}]
    assert sorted(held_in_rete(conditions, facts, 1)) == [(place, 0) for place in range(rules)]


@pytest.mark.parametrize("tests", [60, 65, 120])
def test_any_number_of_alternatives_of_one_rule_may_match_a_line(tests: int) -> None:
    facts = [{**line_facts(lambda options: options[0]), "units": 1000}]
    assert held_in_rete([parsed(alternatives(tests))], facts, 1) == [(0, 0)]


@pytest.mark.parametrize("length", [4, 255, 256, 65_535, 65_536, 65_540, 200_000])
def test_a_word_of_any_length_is_compared_whole(length: int) -> None:
    conditions = [parsed("ndc = 'none'"), parsed("ndc <> 'none'"), parsed("ndc = billing_taxonomy")]
    word = "none" + "x" * (length - 4)
    facts = [
        {**line_facts(lambda options: options[0]), "ndc": word, "billing_taxonomy": other}
        for other in (word, word + "y")
    ]
    _, lines = differences(conditions, facts)
    assert [line[:200] for line in lines] == []


@pytest.mark.parametrize("tests", [200, 256, 390])
def test_any_number_of_tests_that_python_decides_may_stand_beside_each_other(tests: int) -> None:
    conditions = [parsed(f"units + {number} = {number}") for number in range(tests)]
    facts = [{**line_facts(lambda options: options[0]), "units": 0}]
    assert len(held_in_rete(conditions, facts, 1)) == tests


def test_a_condition_of_as_many_groups_as_are_allowed_runs() -> None:
    text = " and ".join(f"(units = 0 or units = {number})" for number in range(1, MOST_GROUPS))
    condition = parsed(text)
    assert groups_in(condition) == MOST_GROUPS
    facts = [line_facts(lambda options: options[0])]
    assert held_in_rete([condition], facts, 1) == [(0, 0)]


def test_a_condition_whose_alternatives_all_match_is_decided_at_once() -> None:
    # groups of which several alternatives match multiply: 8 ** 12 ways to one result
    text = " and ".join(f"({alternatives(8)})" for _ in range(12))
    run = subprocess.run(
        [sys.executable, "-c", f"from unit.predicate import test_back_ends_agree as one; one.decide({text!r})"],
        cwd=TESTS, timeout=20, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (0, "[(0, 0)]\n"), run.stderr


def decide(text: str) -> None:
    facts = [{**line_facts(lambda options: options[0]), "units": 1000}]
    sys.stdout.write(f"{held_in_rete([parsed(text)], facts, 1)}\n")


def test_memory_set_to_garbage_on_release_changes_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "unit.predicate.agreement", "20260101", "15"],
        cwd=TESTS, env={**os.environ, "MALLOC_PERTURB_": "165"}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    judged, held = map(int, run.stdout.split())
    assert judged > 4000
    assert 0.2 < held / judged < 0.8


@pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind is not installed")
def test_valgrind_finds_no_fault_of_memory_in_the_engine(tmp_path: Path) -> None:
    report = tmp_path / "valgrind.xml"
    run = subprocess.run(
        [
            "valgrind", "--leak-check=no", "--xml=yes", f"--xml-file={report}", "--error-limit=no",
            sys.executable, "-m", "unit.predicate.agreement", "7", "2", "--without-sql",
        ],
        cwd=TESTS, env={**os.environ, "PYTHONMALLOC": "malloc"}, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    # The interpreter itself is known for harmless uses of uninitialised values; elsewhere any fault counts.
    errors = Xml.parse(report).getroot().iter("error")
    faults = [error for error in errors if _is_fault(error)]
    assert [Xml.tostring(fault, encoding="unicode")[:2000] for fault in faults] == []


def _is_fault(error: Xml.Element) -> bool:
    kind, stack = error.findtext("kind") or "", error.find("stack")
    if kind.startswith("Leak_") or stack is None:
        return False
    return kind.startswith("Invalid") or any("durable_rules_engine" in (obj.text or "") for obj in stack.iter("obj"))
