"""What an edit may not ask about other lines is refused, with file, line and reason."""

from pathlib import Path

import pytest

from cleanclaim.edit_files import load_catalogue

from .payer_folder import EDIT, LIST, NUMBER, PayerFolder, changed

ASKING = changed(
    changed(EDIT, "  - when: units > 5\n", "  - when: units > 5 and repeat = 'present'\n"),
    "versions:\n",
    "other_lines:\n"
    "  repeat:\n"
    "    where: units > 5\n"
    "    same: [procedure_code, date_of_service]\n"
    "versions:\n",
)  # fmt: skip
NAME, WHERE, SAME, WHEN = 7, 8, 9, 11
"""Lines of the file: of the question's name, of what is asked, of what is shared, of the edit's condition."""


@pytest.fixture
def payer(tmp_path: Path) -> PayerFolder:
    return PayerFolder(tmp_path)


def test_a_right_one_is_taken_up_under_a_name_of_its_own(payer: PayerFolder) -> None:
    payer.write(ASKING)
    catalogue = load_catalogue(payer.path)
    assert "xyz001_repeat" in {one.fact for one in catalogue.asked}
    (rule,) = [rule for rule in catalogue.rules if rule.edit.id == "XYZ001"]
    assert rule.reads_other_lines
    assert not rule.reads_payability


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("where: units > 5", "where: unit > 5", WHERE, "the condition column 4: unknown fact; nearest: units"),
        ("where: units > 5", "where: units == 5", WHERE, "== has no place in a condition"),
        ("where: units > 5", "where: units_stated = 'maybe'", WHERE, "units_stated is never 'maybe'"),
        ("where: units > 5", "where: procedure_code in no_list", WHERE, "no_list is no list parameter"),
        ("where: units > 5", "where: repeat = 'present'", WHERE, "unknown fact"),
        ("where: units > 5", "where: ''", WHERE, "other_lines.repeat.where: String should have at least 1 character"),
        ("    where: units > 5\n", "", NAME, "other_lines.repeat.where: is missing"),
        ("where: units > 5", "where: primary_procedure = 'absent'", NAME,
         "primary_procedure is no fact that can be asked of another line"),
        ("where: units > 5", "where: primary_line = 1", NAME,
         "primary_line is no fact that can be asked of another line"),
        ("[procedure_code, date_of_service]", "[primary_procedure]", NAME,
         "primary_procedure is no fact that can be asked of another line"),
        ("[procedure_code, date_of_service]", "[primary_line]", NAME,
         "primary_line is no fact that can be asked of another line"),
        ("[procedure_code, date_of_service]", "[procedure]", NAME,
         "procedure is no fact that can be asked of another line"),
        ("[procedure_code, date_of_service]", "[repeat]", NAME, "repeat is no fact that can be asked of another line"),
        ("[procedure_code, date_of_service]", "[procedure_code, modifiers]", SAME,
         "modifiers are tested with has_modifier in where"),
        ("[procedure_code, date_of_service]", "procedure_code", SAME, "Input should be a valid tuple"),
        ("    same:", "    differ:", SAME, "other_lines.repeat.differ: is no key of the file"),
        ("  repeat:\n", "  units:\n", NAME, "units is the name of a fact or parameter already"),
        ("  repeat:\n", "  graft_products:\n", NAME, "graft_products is the name of a fact or parameter already"),
        ("  repeat:\n", "  Repeat:\n", NAME, "is not written as wanted"),
        ("repeat = 'present'", "repeats = 'present'", WHEN, "unknown fact; nearest: repeat"),
        ("repeat = 'present'", "repeat = 'yes'", WHEN, "repeat is never 'yes'; it is one of present, absent"),
        ("repeat = 'present'", "par040_injected_or_flowable = 'present'", WHEN, "unknown fact"),
        ("{units} units", "{repeats} units", WHEN + 1, "{repeats} is the name of no fact"),
    ],
)  # fmt: skip
def test_a_wrong_one_is_refused_with_its_line(payer: PayerFolder, old: str, new: str, line: int, why: str) -> None:
    payer.write(changed(ASKING, old, new))
    reasons = payer.reasons()
    assert any(reason.startswith(f"own/edit.yaml:{line}: ") and why in reason for reason in reasons), reasons


@pytest.mark.parametrize(("text", "name"), [(LIST, "our_products"), (NUMBER, "our_limit")])
def test_a_name_is_not_that_of_the_payers_own_parameter(payer: PayerFolder, text: str, name: str) -> None:
    payer.write(text, "parameters/ours.yaml")
    payer.write(changed(changed(ASKING, "  repeat:\n", f"  {name}:\n"), "repeat = 'present'", f"{name} = 'present'"))
    reasons = payer.reasons()
    assert f"own/edit.yaml:{NAME}: {name} is the name of a fact or parameter already" in reasons


def test_an_edit_on_the_claim_as_a_whole_has_no_other_lines(payer: PayerFolder) -> None:
    text = changed(ASKING, "disposition: advisory\n", "disposition: advisory\nlevel: claim\n")
    text = changed(text, "units > 5 and repeat = 'present'", "claim_type = 'dme'")
    payer.write(changed(text, "{units} units are", "Claims of {claim_type} are"))
    assert f"own/edit.yaml:{NAME + 1}: an edit on the claim as a whole has no other lines" in payer.reasons()


def test_a_wrong_question_is_told_once_though_two_versions_use_it(payer: PayerFolder) -> None:
    text = changed(
        ASKING, "  - when: units > 5 and", "  - effective: {last: 2025-12-31}\n    when: units > 5 and"
    ) + """\
  - effective: {first: 2026-01-01}
    when: units > 7 and repeat = 'present'
    message: "{units} units are too many."
    fix: Bill fewer.
"""  # fmt: skip
    payer.write(text)
    assert "XYZ001" in load_catalogue(payer.path).edits
    payer.write(changed(text, "where: units > 5", "where: primary_line = 1"))
    assert payer.reasons() == [f"own/edit.yaml:{NAME}: primary_line is no fact that can be asked of another line"]


def test_what_is_shared_may_be_left_out(payer: PayerFolder) -> None:
    payer.write(changed(ASKING, "    same: [procedure_code, date_of_service]\n", ""))
    assert "XYZ001" in load_catalogue(payer.path).edits


@pytest.mark.parametrize("own", ["MOD020", "PAR040", "MOD030"])
def test_an_edit_of_ours_that_asks_is_not_redefined(payer: PayerFolder, own: str) -> None:
    payer.write(changed(ASKING, "XYZ001", own))
    reasons = payer.reasons()
    assert any(reason.startswith(f"own/edit.yaml:1: {own} is there already, in ") for reason in reasons), reasons


@pytest.mark.parametrize("own", ["unlisted_products", "ambulance_services", "skin_product_codes"])
def test_a_parameter_of_ours_is_not_redefined(payer: PayerFolder, own: str) -> None:
    payer.write(changed(LIST, "our_products", own), "parameters/ours.yaml")
    (reason,) = payer.reasons()
    assert reason.startswith(f"parameters/ours.yaml:1: {own} is there already, in ")
    assert reason.endswith("it can be added to, not redefined")
