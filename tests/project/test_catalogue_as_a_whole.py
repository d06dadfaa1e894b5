"""What must hold of our own catalogue beyond what its loading proves."""

import csv
from pathlib import Path

import pytest
from gherkin.parser import Parser

from cleanclaim import Catalogue, load_catalogue
from cleanclaim.report.edit_card import catalogue_page

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
WHOLE_FINDING = {"title", "disposition", "message", "fix", "evidence", "remittance", "code_set_release", "authority"}
CATALOGUE = load_catalogue()
EDITS = sorted(CATALOGUE.edits)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CATALOGUE


def feature_of(edit_id: str) -> Path:
    rules = CATALOGUE.files[edit_id]
    return ROOT / "features" / rules.parent.name / f"{rules.stem}.feature"


def scenarios_of(edit_id: str) -> list[dict]:
    """The scenarios of an edit's feature, whether under a rule or not."""
    feature = Parser().parse(feature_of(edit_id).read_text(encoding="utf-8"))["feature"]
    children = list(feature["children"])
    for rule in [child["rule"] for child in feature["children"] if "rule" in child]:
        children.extend(rule["children"])
    return [child["scenario"] for child in children if "scenario" in child]


def steps_of(scenario: dict) -> list[tuple[str, list[list[str]]]]:
    steps = []
    for step in scenario["steps"]:
        rows = step.get("dataTable", {}).get("rows", [])
        steps.append((step["text"], [[cell["value"] for cell in row["cells"]] for row in rows]))
    return steps


@pytest.mark.parametrize("edit_id", EDITS)
def test_every_edit_has_its_feature(edit_id: str) -> None:
    assert feature_of(edit_id).is_file(), f"{edit_id} has no {feature_of(edit_id).relative_to(ROOT)}"


@pytest.mark.parametrize("edit_id", EDITS)
def test_every_edit_has_a_scenario_that_fires_and_asserts_the_whole_finding(edit_id: str) -> None:
    whole = [
        scenario["name"]
        for scenario in scenarios_of(edit_id)
        for text, rows in steps_of(scenario)
        if f"has finding {edit_id}" in text and {row[0] for row in rows} >= WHOLE_FINDING
    ]
    assert whole, f"no scenario of {edit_id} asserts {', '.join(sorted(WHOLE_FINDING))}"


@pytest.mark.parametrize("edit_id", EDITS)
def test_every_edit_has_a_scenario_that_it_passes(edit_id: str) -> None:
    def passes(scenario: dict) -> bool:
        outcomes = [(text, rows) for text, rows in steps_of(scenario) if "finding" in text or "clean" in text]
        fires = any(f"has finding {edit_id}" in text or any(edit_id in row for row in rows) for text, rows in outcomes)
        return bool(outcomes) and not fires and "<" not in str(outcomes)

    assert any(passes(scenario) for scenario in scenarios_of(edit_id)), f"no scenario shows {edit_id} passing"


def test_the_page_of_the_catalogue_is_current(catalogue: Catalogue) -> None:
    page = (ROOT / "rules" / "CATALOGUE.md").read_text(encoding="utf-8")
    assert page == "".join(catalogue_page(catalogue)), "make catalogue writes rules/CATALOGUE.md anew"


def test_carc_and_rarc_numbers_are_in_use_on_the_dates_of_their_edit(catalogue: Catalogue) -> None:
    numbers = SHARED / "data" / "ncci" / "CARC_RARC_code_list_2024-06_no_text.csv"
    if not numbers.is_file():
        pytest.skip("the list of adjustment and remark codes is not part of the project, and is not beside it here")
    with numbers.open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    numbers_in_use = {
        (row["adj_type"], row["adj_code"]): row["adj_start_date"] for row in rows if not row["adj_end_date"]
    }
    for edit in catalogue.edits.values():
        begins = edit.versions[0].effective.first if edit.versions else None
        for one in edit.remittance:
            assert ("Group", one.group) in numbers_in_use
            for key in (("CARC", one.carc), *(("RARC", rarc) for rarc in one.rarc)):
                assert key in numbers_in_use, (edit.id, key)
                assert begins is None or numbers_in_use[key] <= begins.isoformat(), (edit.id, key)


def test_on_lines_without_a_code_only_two_edits_can_fire(catalogue: Catalogue) -> None:
    from cleanclaim import Checker, Claim

    days = {"date_of_service": "2026-01-02", "date_of_service_end": "2026-01-01"}
    line = {"line_number": 1, "revenue_code": "0250", **days}
    modifiers = ["GA", "GX", "GY", "GZ"]
    claim = Claim.model_validate({
        "claim_id": "A", "payer_type": "medicare", "claim_type": "institutional", "place_of_service": "24",
        "lines": [{**line, "modifiers": modifiers, "unit_of_measure": "MJ"}],
    })  # fmt: skip
    found = {finding.edit_id for finding in Checker(catalogue=catalogue, information=True).check(claim)}
    assert found == {"COD040", "UOS010"}
