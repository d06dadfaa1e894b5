"""Payability on random claims: against a plain reading of the contract, in any order of lines, and never circular."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import Claim
from cleanclaim.enrich.lines import EnrichedLine
from cleanclaim.evaluate.payability import State, settle
from cleanclaim.facts import Facts

from .claims import claim, line, shipped_catalogue
from .settings import examples
from .test_payability import CHECKER

BASES = ("G9010", "G9030", "G9050", "15271", "20000", "99213", "A4100", "Q4300")
NAMED = {
    "G9011": ("G9010",), "G9012": ("G9011",), "G9013": ("G9012",), "G9021": ("G9022",), "G9022": ("G9021",),
    "G9023": ("G9021", "G9010"), "G9031": ("G9030",), "G9041": ("G9010", "G9030"), "G9051": ("G9050",),
    "G9062": ("G9061",),
}  # fmt: skip
APPLICATIONS = ("15271", "15273", "15275", "15277", "15777")
OPEN = {"G9060": (), "G9061": (), "Q4257": APPLICATIONS}
CODES = (*BASES, *NAMED, *OPEN)
DAYS = ("2026-01-14", "2026-01-15", "2026-01-16", "2026-01-19")
ENDED = ("G9050", "G9061")


@st.composite
def claims(draw: st.DrawFn, most: int = 9) -> Claim:
    lines = [
        line(
            number, draw(st.sampled_from(CODES)), draw(st.sampled_from(DAYS)),
            units=draw(st.sampled_from((1, 1, 1, 0))),
            rendering_provider=draw(st.sampled_from((None, None, "one", "two"))),
        )
        for number in range(1, draw(st.integers(1, most)) + 1)
    ]  # fmt: skip
    return claim(*lines)


def first_stratum(code: str, units: Any) -> State:
    if code == "G9030":
        return State.NOT_PAYABLE
    return State.TO_BE_CORRECTED if code in ENDED or units == 0 else State.PAYABLE


def plain_reading(made: Claim) -> dict[int, str]:
    """What each add-on line finds, by line number; written from the contract, one sentence after the other."""
    lines = {one.line_number: one for one in made.lines}
    fixed = {number: first_stratum(one.procedure_code or "", one.units) for number, one in lines.items()}
    add_ons = [number for number, one in lines.items() if one.procedure_code in {*NAMED, *OPEN}]
    state = {number: State.NOT_PAYABLE if number in add_ons else fixed[number] for number in lines}
    found: dict[int, str] = {}
    while True:
        before = dict(state)
        for number in add_ons:
            found[number] = _finds(number, lines, before, add_ons)
            denied = (
                found[number] in ("absent", "not_payable", "other_date") and lines[number].procedure_code not in ENDED
            )
            state[number] = max(state[number], State.NOT_PAYABLE if denied else fixed[number])
        if state == before:
            return found


def _finds(number: int, lines: dict[int, Any], state: dict[int, State], add_ons: Sequence[int]) -> str:
    me = lines[number]
    others = [one for other, one in lines.items() if other != number]
    listed = [
        one for one in others if one.procedure_code in NAMED.get(me.procedure_code, OPEN.get(me.procedure_code, ()))
    ]
    today = [one for one in listed if one.date_of_service == me.date_of_service]
    same = [
        one
        for one in today
        if None in (one.rendering_provider, me.rendering_provider) or one.rendering_provider == me.rendering_provider
    ]
    if any(state[one.line_number] == State.PAYABLE for one in same):
        return "present"
    if any(state[one.line_number] == State.TO_BE_CORRECTED for one in same):
        return "to_be_corrected"
    accepted = (
        ("15271", "20000") if me.procedure_code == "Q4257" else ("15271", "20000", "99213", "G9010", "G9030", "G9050")
    )
    if me.procedure_code in OPEN and any(
        one.procedure_code in accepted and one.date_of_service == me.date_of_service
        and state[one.line_number] != State.NOT_PAYABLE and one.line_number not in add_ons
        for one in others
    ):  # fmt: skip
        return "contractor_defined"
    if same:
        return "not_payable"
    if any(state[one.line_number] == State.PAYABLE for one in today):
        return "other_provider"
    if any(abs((one.date_of_service - me.date_of_service).days) == 1 for one in listed):
        return "adjacent_date"
    return "other_date" if any(one.date_of_service != me.date_of_service for one in listed) else "absent"


EDITS = {
    "absent": "AOC010", "not_payable": "AOC020", "other_date": "AOC030", "adjacent_date": "AOC035",
    "other_provider": "AOC040", "contractor_defined": "AOC050", "to_be_corrected": "AOC055",
}  # fmt: skip


@examples(300)
@given(claims())
def test_findings_are_those_of_a_plain_reading_of_the_contract(made: Claim) -> None:
    ended = {one.line_number for one in made.lines if one.procedure_code in ENDED}
    expected = {
        (number, EDITS[word])
        for number, word in plain_reading(made).items()
        if word != "present" and number not in ended
    }
    found = {(one.line_number, one.edit_id) for one in CHECKER.check(made) if one.edit_id.startswith("AOC")}
    assert found == expected


@examples(200)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(made: Claim, chance: Any) -> None:
    lines = list(made.lines)
    chance.shuffle(lines)
    assert CHECKER.check(made.model_copy(update={"lines": tuple(lines)})) == CHECKER.check(made)


@examples(200)
@given(claims())
def test_support_never_goes_in_a_circle(made: Claim) -> None:
    enriched = _enriched(made)
    found = settle(enriched, _states(made), _judged(made), shipped_catalogue().parameters)
    supported = {made.lines[index].line_number for index, one in found.items() if one.primary_procedure == "present"}
    rests_on = {number: _supporters(number, made) for number in supported}
    grounded: set[int] = set()
    while True:
        more = {
            number
            for number in supported
            if any(other not in supported or other in grounded for other in rests_on[number])
        }
        if more <= grounded:
            break
        grounded |= more
    assert grounded == supported


def _supporters(number: int, made: Claim) -> list[int]:
    """The other lines of the date that bear a primary of the line's code."""
    me = made.lines[number - 1]
    codes = NAMED.get(me.procedure_code or "", OPEN.get(me.procedure_code or "", ()))
    return [
        one.line_number for one in made.lines
        if one.procedure_code in codes and one.date_of_service == me.date_of_service and one.line_number != number
    ]  # fmt: skip


def _enriched(made: Claim) -> list[EnrichedLine]:
    return CHECKER.enricher.lines(made)


def _states(made: Claim) -> list[State]:
    return [first_stratum(one.procedure_code or "", one.units) for one in made.lines]


def _judged(made: Claim) -> Any:
    states = _states(made)

    def judged(index: int, facts: Facts) -> State:
        denied = facts["primary_procedure"] in ("absent", "not_payable", "other_date")
        return State.NOT_PAYABLE if denied and made.lines[index].procedure_code not in ENDED else states[index]

    return judged


@examples(200)
@given(claims())
def test_lines_only_gain_and_what_is_found_at_last_is_stable(made: Claim) -> None:
    seen: dict[int, list[State]] = {}
    judge = _judged(made)

    def watched(index: int, facts: Facts) -> State:
        state = judge(index, facts)
        seen.setdefault(index, []).append(state)
        return state

    lines = _enriched(made)
    found = settle(lines, _states(made), watched, shipped_catalogue().parameters)
    assert set(found) == {index for index, one in enumerate(lines) if one.facts["add_on_status"] == "add_on"}
    for states in seen.values():
        assert states == sorted(states)
    again = settle(lines, _states(made), judge, shipped_catalogue().parameters)
    assert again == found
    for index, one in found.items():
        assert (one.primary_line == 0) == (one.primary_procedure == "absent")
        assert one.primary_line != lines[index].line.line_number


@examples(150)
@given(claims(most=6), st.sampled_from(("G9010", "15271")), st.sampled_from(DAYS))
def test_a_payable_primary_more_takes_no_support_away(made: Claim, code: str, day: str) -> None:
    rank = [
        "absent",
        "other_date",
        "adjacent_date",
        "other_provider",
        "not_payable",
        "contractor_defined",
        "to_be_corrected",
        "present",
    ]
    number = len(made.lines) + 1
    more = claim(*(one.model_dump() for one in made.lines), line(number, code, day))
    before, after = plain_reading(made), _words(more)
    for line_number, word in before.items():
        if word in ("present", "to_be_corrected", "contractor_defined"):
            assert rank.index(after[line_number]) >= rank.index(word)
    assert after == plain_reading(more)


def _words(made: Claim) -> dict[int, str]:
    found = settle(_enriched(made), _states(made), _judged(made), shipped_catalogue().parameters)
    return {made.lines[index].line_number: one.primary_procedure for index, one in found.items()}


def test_a_claim_without_add_on_lines_settles_at_once() -> None:
    lines = [replace(one) for one in _enriched(claim(line(1, "G9010"), line(2, "15271")))]
    assert settle(lines, [State.PAYABLE, State.PAYABLE], _never, shipped_catalogue().parameters) == {}
    assert lines[0].facts["date_of_service"] == date(2026, 1, 15)


def _never(_: int, __: Facts) -> State:
    raise AssertionError("no line asks for a primary")
