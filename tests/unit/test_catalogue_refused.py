"""What is no valid part of a catalogue is refused, with file, line and reason, and all reasons at once."""

import re
from pathlib import Path

import pytest

from cleanclaim.edit_files import load_catalogue

from .payer_folder import EDIT, LIST, NUMBER, PayerFolder, changed


@pytest.fixture
def payer(tmp_path: Path) -> PayerFolder:
    return PayerFolder(tmp_path)


TWO_VERSIONS = changed(
    EDIT, "  - when: units > 5\n", "  - effective: {last: 2025-12-31}\n    when: units > 5\n"
) + """\
  - effective: {first: 2026-01-01}
    when: units > 7
    message: "{units} units are too many."
    fix: Bill fewer.
"""  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("title:", "titel:", 2, "titel: is no key of the file"),
        ("    fix: Bill fewer.\n", "    fix: Bill fewer.\n    why: none\n", 10,
         "versions.why: is no key of the file"),
        ("title: More", "title: More\ntitle: More", 3, "the key title is repeated"),
        ("    fix: Bill fewer.\n", "    fix: Bill fewer.\n    when: units > 6\n", 10, "the key when is repeated"),
        ("disposition: advisory", "disposition: &one advisory\nlevel: *one", 3, "aliases (*name) are not used here"),
        ("disposition: advisory", "disposition: &one advisory\n*one : line", 3, "aliases (*name) are not used here"),
        ("disposition: advisory", "disposition: warning", 3, "disposition: Input should be "),
        ("id: XYZ001", "id: XYZ1", 1, "id: is not written as wanted"),
        ("id: XYZ001\n", "", 1, "id: is missing"),
        ("read: 2026-01-01", "read: 2026-02-30", 5, "citations.read: there is no such day in the calendar"),
        ("read: 2026-01-01", "read: 20260101", 5, "citations.read: a day is written year-month-day"),
        ("read: 2026-01-01", "read: [2026, 1, 1]", 5, "citations.read: a day is written year-month-day"),
        ("https://", "http://", 5, "citations.url: is not written as wanted"),
        ("https://example.org/policy", "https://example.org/a policy", 5, "citations.url: is not written as wanted"),
        ("  - when:", "  - effective: {first: 2026-13-01}\n    when:", 7, "there is no such day in the calendar"),
        ("  - when:", "  - effective: {first: 2026-01-02, last: 2026-01-01}\n    when:", 7,
         "the period ends before it starts"),
        ("  - when:", "  - effective: {from: 2026-01-01}\n    when:", 7, "is no key of the file"),
        ("units > 5", "unit > 5", 7, "the condition column 4: unknown fact; nearest: units, mue_units: unit"),
        ("units > 5", "units == 5", 7, "the condition column 7: == has no place in a condition"),
        ("{units} units", "{unit} units", 8, "{unit} is the name of no fact"),
        ("{units} units", "{our_limit} units", 8, "{our_limit} is the name of no fact"),
        ("{units} units", "[{units} units", 8, "a square bracket has no partner"),
        ("{units} units", "{units units", 8, "a brace is used for {name} alone"),
        ("Bill fewer.", "Bill {fewer}.", 9, "{fewer} is the name of no fact"),
        ("Bill fewer.", "no", 9, "versions.fix: String should have at least 3 characters"),
        ("disposition: advisory", "disposition: advisory\npayer_types: [medicaid]", 4, "payer_types: Input should be "),
        ("disposition: advisory", "disposition: advisory\npayer_types: []", 4,
         "payer_types: needs at least one"),
        ("disposition: advisory", "disposition: advisory\npayer_types: [other, other]", 1,
         "a payer type is named twice"),
        ("disposition: advisory", "disposition: advisory\nraised_by: engine", 1,
         "an edit has either versions or raised_by"),
        ("disposition: advisory", "disposition: advisory\nmessage: None.", 1, "message and fix stand in each version"),
        ("disposition: advisory", "disposition: advisory\nsuperseded_by: [XYZ002]", 4,
         "XYZ002 is no edit of level line"),
        ("disposition: advisory", "disposition: advisory\nsuperseded_by: [COD920]", 4,
         "COD920 is no edit of level line"),
        ("disposition: advisory", "disposition: advisory\nsuperseded_by: [AOC010]", 4, "AOC010 rests on payability"),
        ("disposition: advisory", "disposition: advisory\nlevel: claim", 8, "unknown fact"),
        (
            "disposition: advisory", "disposition: advisory\nremittance:\n  - {group: XX, carc: \"16\"}",
            5, "remittance.group: Input should be ",
        ),
        (
            "disposition: advisory",
            "disposition: advisory\nremittance:\n  - {group: CO, carc: \"16\", when: unit = 1}",
            5, "the condition column 4: unknown fact; nearest: units",
        ),
    ],
)  # fmt: skip
def test_a_fault_of_an_edit_is_refused_with_its_line(
    payer: PayerFolder, old: str, new: str, line: int, why: str
) -> None:
    payer.write(changed(EDIT, old, new))
    reasons = payer.reasons()
    assert any(reason.startswith(f"own/edit.yaml:{line}: ") and why in reason for reason in reasons), reasons
    assert all(re.match(r"own/edit.yaml:[0-9]+: ", reason) for reason in reasons)


def test_an_edit_without_a_citation_is_refused(payer: PayerFolder) -> None:
    citation = "citations:\n" + EDIT.splitlines(keepends=True)[4]
    payer.write(changed(EDIT, citation, ""))
    assert payer.reasons() == ["own/edit.yaml:1: citations: is missing"]
    payer.write(changed(EDIT, citation, "citations: []\n"))
    (reason,) = payer.reasons()
    assert reason.startswith("own/edit.yaml:4: citations: needs at least one")


def test_an_edit_that_nothing_raises_is_refused(payer: PayerFolder) -> None:
    text, _, _ = EDIT.partition("versions:")
    payer.write(text + "raised_by: engine\nmessage: None.\nfix: None.\n")
    (reason,) = payer.reasons()
    assert reason.startswith("own/edit.yaml:6: ")
    assert "XYZ001" in reason


@pytest.mark.parametrize("first", ["2025-12-31", "2025-01-01", "0001-01-01"])
def test_versions_share_no_day(payer: PayerFolder, first: str) -> None:
    payer.write(changed(TWO_VERSIONS, "first: 2026-01-01", f"first: {first}"))
    (reason,) = payer.reasons()
    assert reason == "own/edit.yaml:1: the file: versions stand in the order of their periods and share no day"
    payer.write(TWO_VERSIONS)
    assert "XYZ001" in load_catalogue(payer.path).edits


def test_edits_do_not_supersede_each_other_in_a_circle(payer: PayerFolder) -> None:
    names = ["XYZ001", "XYZ002", "XYZ003"]
    for name, other in zip(names, names[1:] + names[:1], strict=True):
        text = changed(EDIT, "XYZ001", name)
        payer.write(changed(text, "disposition:", f"superseded_by: [{other}]\ndisposition:"), f"own/{name}.yaml")
    (reason,) = payer.reasons()
    assert reason.startswith("edits supersede each other in a circle: ")
    assert all(name in reason for name in names)


def test_an_edit_does_not_supersede_itself(payer: PayerFolder) -> None:
    payer.write(changed(EDIT, "disposition:", "superseded_by: [XYZ001]\ndisposition:"))
    assert payer.reasons() == ["edits supersede each other in a circle: XYZ001 <- XYZ001"]


def test_a_period_on_an_edit_of_the_claim_is_refused(payer: PayerFolder) -> None:
    text = changed(EDIT, "disposition:", "level: claim\ndisposition:")
    text = changed(text, "  - when: units > 5", "  - effective: {first: 2026-01-01}\n    when: claim_type = 'dme'")
    payer.write(changed(text, "{units} units are", "Claims of {claim_type} are"))
    assert payer.reasons() == ["own/edit.yaml:8: a claim as a whole has no date of service to compare a period with"]


def test_more_and_or_groups_than_the_engine_holds_are_refused(payer: PayerFolder) -> None:
    groups = " and ".join(f"(units = {number} or units = 99)" for number in range(13))
    payer.write(changed(EDIT, "units > 5", groups))
    assert "XYZ001" in load_catalogue(payer.path).edits
    payer.write(changed(EDIT, "units > 5", f"{groups} and (charge = 1 or charge = 2)"))
    (reason,) = payer.reasons()
    assert reason.startswith("own/edit.yaml:7: ")
    assert "XYZ001 has 15 groups of and/or; the engine holds 14" in reason


def test_an_id_may_be_added_but_not_redefined(payer: PayerFolder) -> None:
    payer.write(changed(EDIT, "XYZ001", "COD010"))
    (reason,) = payer.reasons()
    assert reason.startswith("own/edit.yaml:1: COD010 is there already, in ")
    assert reason.endswith("rules/codes/unknown_code.yaml; it can be added to, not redefined")
    payer.write(EDIT)
    payer.write(EDIT, "own/same.yaml")
    (reason,) = payer.reasons()
    assert reason.startswith("own/same.yaml:1: XYZ001 is there already, in ")


def test_a_parameter_may_be_added_but_not_redefined(payer: PayerFolder) -> None:
    payer.write(changed(LIST, "our_products", "graft_products"), "parameters/products.yaml")
    (reason,) = payer.reasons()
    assert reason.startswith("parameters/products.yaml:1: graft_products is there already, in ")


@pytest.mark.parametrize(
    ("text", "old", "new", "line", "why"),
    [
        (LIST, "name: our_products", "name: units", 1, "units is the name of a fact"),
        (LIST, "name: our_products", "name: Our-Products", 1, "name: is not written as wanted"),
        (LIST, "Q4100-Q4199", "Q4100-A4199", 6, "the range Q4100-A4199 does not ascend"),
        (LIST, "Q4100-Q4199", "Q4100-1527T", 6, "the range Q4100-1527T does not ascend"),
        (LIST, "Q4100-Q4199", "Q4199-Q4100", 6, "the range Q4199-Q4100 does not ascend"),
        (LIST, "Q4100-Q4199", "Q410-Q419", 6, "is not written as wanted"),
        (LIST, "Q4100-Q4199", "q4100", 6, "is not written as wanted"),
        (LIST, '[Q4100-Q4199, "15271"]', "[]", 6, "lists.codes: needs at least one"),
        (LIST, '[Q4100-Q4199, "15271"]', "Q4100", 6, "lists.codes: Input should be a valid tuple"),
        (LIST, '"15271"]', "[15271]]", 6, "a code or a range of codes (Q4100-Q4449) is wanted"),
        (LIST, "lists:", "numbers: [{value: 1}]\nlists:", 1, "and one kind alone"),
        (LIST, "read: 2026-01-01", "read: soon", 4, "citations.read: a day is written year-month-day"),
        (
            NUMBER,
            "first: 2026-01-01",
            "first: 2026-01-02",
            1,
            "the periods of a number follow each other without a gap",
        ),
        (
            NUMBER,
            "first: 2026-01-01",
            "first: 2025-12-31",
            1,
            "the periods of a number follow each other without a gap",
        ),
        (NUMBER, "first: 2026-01-01", "first: 2026-01-01, last: 2026-12-31", 1, "a number has a value for every day"),
        (NUMBER, "last: 2025-12-31", "first: 2025-01-01, last: 2025-12-31", 1, "a number has a value for every day"),
        (NUMBER, "7.5", "7.1234", 9, "numbers.value: the number has more than 3 decimal places"),
        (NUMBER, "7.5", "10000000", 9, "numbers.value: the number must be below 10,000,000"),
        (NUMBER, "7.5", "1e3", 9, "numbers.value: a number is written in digits"),
        (NUMBER, "7.5", "seven", 9, "numbers.value: a number is written in digits"),
    ],
)
def test_a_fault_of_a_parameter_is_refused_with_its_line(
    payer: PayerFolder, text: str, old: str, new: str, line: int, why: str
) -> None:
    payer.write(changed(text, old, new), "parameters/ours.yaml")
    reasons = payer.reasons()
    assert any(reason.startswith(f"parameters/ours.yaml:{line}: ") and why in reason for reason in reasons), reasons


def test_every_reason_is_given_at_once(payer: PayerFolder) -> None:
    payer.write(changed(EDIT, "units > 5", "unit > 5"), "a/one.yaml")
    payer.write(changed(changed(EDIT, "XYZ001", "XYZ"), "advisory", "warning"), "a/two.yaml")
    payer.write(b"\x00", "b/three.yaml")
    payer.write(changed(EDIT, "XYZ001", "COD010"), "b/four.yaml")
    payer.write(changed(NUMBER, "7.5", "-"), "parameters/five.yaml")
    payer.write(changed(EDIT, "XYZ001", "XYZ006"), "right.yaml")
    assert {reason.partition(": ")[0] for reason in payer.reasons()} == {
        "a/one.yaml:7", "a/two.yaml:1", "a/two.yaml:3", "b/three.yaml:1", "b/four.yaml:1", "parameters/five.yaml:9",
    }  # fmt: skip
