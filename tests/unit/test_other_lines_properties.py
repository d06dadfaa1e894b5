"""What edits ask about other lines, on random claims: against a plain double loop, and in any order of the lines."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.catalogue import Catalogue
from cleanclaim.claims import Claim, Location, ReadClaim, Unreadable
from cleanclaim.edit_files import load_catalogue
from cleanclaim.enrich.lines import Enricher
from cleanclaim.enrich.other_lines import other_lines
from cleanclaim.facts import Facts
from cleanclaim.pipeline import Checker

from .claims import claim, fired, library, line, record
from .payer_folder import EDIT, changed
from .settings import examples

CODES = ("99213", "99214", "A4649", "Q4257")
DAYS = ("2026-01-14", "2026-01-15", "2026-04-01")
QUESTIONS: dict[str, tuple[str, Callable[[Facts], bool], tuple[str, ...]]] = {
    "any": ("units >= 0", lambda facts: facts["units"] >= 0, ()),
    "bears_kx": ("has_modifier('KX')", lambda facts: "KX" in facts["modifiers"], ("date_of_service",)),
    "many": ("units > 3", lambda facts: facts["units"] > 3, ("procedure_code", "rendering_provider")),
    "in_list": (
        "procedure_code in skin_product_codes and not has_modifier('JW')",
        lambda facts: facts["procedure_code"] == "Q4257" and "JW" not in facts["modifiers"],
        ("date_of_service", "place_of_service"),
    ),
    "repeat": (
        "procedure_code <> 'none'", lambda facts: facts["procedure_code"] != "none",
        ("procedure_code", "units", "units_stated", "date_of_service", "rendering_provider"),
    ),
    "none": ("procedure_code = 'J0000'", lambda _: False, ()),
}  # fmt: skip
"""Each as it is written, as Python, and the facts that the two lines share."""


@cache
def catalogue() -> Catalogue:
    """Ours, with an edit for each question, and one that fires where the other line is there."""
    with TemporaryDirectory() as name:
        for number, (asked, (where, _, same)) in enumerate(QUESTIONS.items(), start=1):
            text = changed(EDIT, "XYZ001", f"XYZ{number:03}")
            text = changed(text, "when: units > 5", f"when: asked_{asked} = 'present'")
            question = f'  asked_{asked}:\n    where: "{where}"\n    same: [{", ".join(same)}]\n'
            Path(name, f"{asked}.yaml").write_text(changed(text, "versions:\n", f"other_lines:\n{question}versions:\n"))
        return load_catalogue(Path(name))


@cache
def enricher() -> Enricher:
    return Enricher(library(record("A4649")), catalogue().parameters, other_lines(catalogue()))


@cache
def checker() -> Checker:
    return Checker(library(record("A4649")), catalogue())


@st.composite
def claims(draw: st.DrawFn, most: int = 7) -> Claim:
    lines = [
        line(
            number, draw(st.sampled_from(CODES)), draw(st.sampled_from(DAYS)),
            units=draw(st.sampled_from((None, 0, 1, 3, 3.5, 4))),
            modifiers=draw(st.sampled_from(("", "", "KX", "JW", "KX JW"))),
            rendering_provider=draw(st.sampled_from((None, None, "one", "two"))),
            place_of_service=draw(st.sampled_from((None, "11", "22"))),
        )
        for number in range(1, draw(st.integers(1, most)) + 1)
    ]  # fmt: skip
    about = {"rendering_provider": draw(st.sampled_from((None, "one"))), "payer_type": "other"}
    return claim(*lines, **about, place_of_service=draw(st.sampled_from((None, "11"))))


def answers(made: Claim) -> dict[int, dict[str, Any]]:
    """What the engine answers, by line number."""
    found: dict[int, dict[str, Any]] = {}
    for one in enricher().lines(made):
        asked = {f"xyz{number:03}_asked_{name}": name for number, name in enumerate(QUESTIONS, start=1)}
        found[one.line.line_number] = {name: one.facts[fact] for fact, name in asked.items()}
    return found


def plain_reading(made: Claim) -> dict[int, dict[str, Any]]:
    """The same by a double loop: another line, of which the condition holds, and whose shared facts are equal."""
    lines = enricher().lines(made)
    found: dict[int, dict[str, Any]] = {}
    for one in lines:
        of_line = found[one.line.line_number] = {}
        for name, (_, holds, same) in QUESTIONS.items():
            there = any(
                other is not one
                and holds(other.facts)
                and all(other.facts[shared] == one.facts[shared] for shared in same)
                for other in lines
            )
            of_line[name] = "present" if there else "absent"
    return found


@examples(400)
@given(claims())
def test_the_answers_are_those_of_a_plain_double_loop(made: Claim) -> None:
    assert answers(made) == plain_reading(made)


@examples(200)
@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(made: Claim, random: Any) -> None:
    lines = list(made.lines)
    random.shuffle(lines)
    assert answers(made.model_copy(update={"lines": tuple(lines)})) == answers(made)


@examples(100)
@given(claims(most=1))
def test_a_line_is_never_its_own_other_line(made: Claim) -> None:
    assert set(answers(made)[1].values()) == {"absent"}


@examples(200)
@given(claims())
def test_of_two_lines_alike_in_all_but_their_number_each_is_the_others(made: Claim) -> None:
    last = made.lines[-1]
    twin = last.model_copy(update={"line_number": last.line_number + 1})
    found = answers(made.model_copy(update={"lines": (*made.lines, twin)}))
    assert found[last.line_number] == found[twin.line_number]
    assert found[last.line_number]["repeat"] == "present"
    assert found[last.line_number]["any"] == "present"


@examples(200)
@given(claims())
def test_a_further_line_takes_no_answer_away(made: Claim) -> None:
    before = answers(made)
    further = made.lines[0].model_copy(update={"line_number": 999, "modifiers": ("KX",)})
    after = answers(made.model_copy(update={"lines": (*made.lines, further)}))
    for number, of_line in before.items():
        assert all(after[number][name] == "present" for name, one in of_line.items() if one == "present")


@examples(60, shrink=False)
@given(claims())
def test_an_edit_fires_where_the_answer_is_that_the_other_line_is_there(made: Claim) -> None:
    expected = {
        (number, f"XYZ{place:03}")
        for number, of_line in plain_reading(made).items()
        for place, name in enumerate(QUESTIONS, start=1)
        if of_line[name] == "present"
    }
    superseded = {number for number, edit in fired(checker().check(made)) if edit in ("COD010", "COD020", "COD030")}
    found = {one for one in fired(checker().check(made)) if one[1].startswith("XYZ")}
    assert found == {one for one in expected if one[0] not in superseded}


UNREAD = Unreadable(claim_id="1", line_number=99, of_line=True, field="units", reason="unread", location=Location())


@examples(40, shrink=False)
@given(claims(), st.booleans())
def test_on_a_claim_that_is_not_whole_nothing_is_asked(made: Claim, is_whole: bool) -> None:
    read = ReadClaim(claim=made, is_whole=is_whole, unreadable=() if not is_whole else (UNREAD,))
    found = checker().check_read(read)
    assert not [edit for _, edit in fired(found) if edit.startswith("XYZ")]
