"""The catalogue that comes with cleanclaim, and what a payer's folder adds to it."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.catalogue import Catalogue
from cleanclaim.edit_files import load_catalogue
from cleanclaim.edits import Parameter, code_in
from cleanclaim.enrich.code import PARAMETERS_NEEDED as NEEDED_BY_ENRICH
from cleanclaim.evaluate.payability import PARAMETERS_NEEDED as NEEDED_BY_PAYABILITY
from cleanclaim.facts import LINE_FACTS
from cleanclaim.pipeline import Checker
from cleanclaim.places import shipped
from cleanclaim.predicate.parse import parse
from cleanclaim.predicate.tree import parameter_names
from cleanclaim.template import TemplateRefused, template

from .claims import checker, claim, fired, library, line, record, shipped_catalogue
from .payer_folder import EDIT, LIST, NUMBER, PayerFolder, changed
from .settings import examples

_STEMS = """
COD005=malformed_code COD010=unknown_code COD020=not_yet_effective COD030=terminated COD040=dates_reversed
COD050=code_changes_in_span COD900=no_record_in_force COD910=stale_release COD920=payer_unknown
AOC010=add_on_without_primary AOC020=primary_not_payable AOC030=primary_on_other_date AOC035=primary_on_adjacent_date
AOC040=primary_by_other_provider AOC050=primary_contractor_defined AOC055=primary_to_be_corrected
AOC070=multiple_procedure_modifier AOC900=add_on_table_stale
UOS010=units_missing UOS020=units_not_whole UOS025=units_not_whole_other_payer UOS030=units_exceed_mue_line
UOS040=units_exceed_mue_day UOS050=product_exceeds_area UOS060=product_below_area UOS070=application_codes_conflict
UOS080=unit_of_measure UOS090=dme_item_on_other_claim UOS910=units_not_checked
PAR010=application_without_product PAR020=application_without_product_2026 PAR040=application_with_non_graft
PAR050=dressing_with_application PAR060=unlisted_product_undescribed
COV010=not_payable_by_medicare COV020=non_covered_by_policy COV030=excluded_by_statute COV040=billed_as_non_covered
COV050=wrong_liability_modifier COV060=conflicting_liability_modifiers COV070=special_coverage_instructions
COV080=carrier_judgment COV090=non_covered_modifier_on_payable_code
SET010=not_on_asc_list SET015=asc_group_blank SET020=not_yet_asc_approved SET040=product_in_facility
MOD010=discard_modifier_on_supply MOD020=discard_modifier_missing MOD030=discard_modifiers_together
MOD040=unknown_modifier MOD050=ended_modifier MOD060=discarded_without_administered
DUP010=duplicate_line SYS010=unreadable SYS020=edit_failed
"""
STEMS = dict(pair.split("=") for pair in _STEMS.split())
"""The file name of each edit of the contract, present or to come."""
_DISPOSITIONS = """
COD005=return_to_provider COD010=return_to_provider COD020=return_to_provider COD030=return_to_provider
COD040=return_to_provider COD050=advisory COD900=not_checked COD910=not_checked COD920=not_checked
AOC010=line_item_denial AOC020=line_item_denial AOC030=line_item_denial AOC035=suspension AOC040=suspension
AOC050=advisory AOC055=advisory UOS010=return_to_provider UOS020=return_to_provider UOS025=advisory
UOS080=return_to_provider COV010=line_item_denial COV020=line_item_denial COV030=line_item_denial COV040=advisory
COV050=advisory COV060=return_to_provider COV070=information COV080=information COV090=advisory SET015=advisory
SET020=advisory SYS010=return_to_provider SYS020=not_checked
"""
DISPOSITIONS = dict(pair.split("=") for pair in _DISPOSITIONS.split())


@pytest.fixture
def payer(tmp_path: Path) -> PayerFolder:
    return PayerFolder(tmp_path)


def test_every_edit_lies_in_its_familys_folder_under_the_stem_of_the_contract() -> None:
    catalogue = shipped_catalogue()
    families: dict[str, set[str]] = {}
    for edit_id, path in catalogue.files.items():
        folder, name = path.relative_to(shipped("rules")).parts
        assert name == f"{STEMS[edit_id]}.yaml"
        families.setdefault(edit_id[:3], set()).add(folder)
    assert all(len(folders) == 1 for folders in families.values())
    assert len({folder for folders in families.values() for folder in folders}) == len(families)


def test_every_edit_file_is_an_edit_and_every_parameter_is_named_as_its_file() -> None:
    catalogue, rules = shipped_catalogue(), shipped("rules")
    files = {path for path in rules.rglob("*.yaml") if path.parent.name != "parameters"}
    assert files == set(catalogue.files.values())
    assert {path.stem for path in (rules / "parameters").iterdir()} == set(catalogue.parameters)


def test_every_edit_has_the_disposition_of_the_contract() -> None:
    edits = shipped_catalogue().edits
    assert {edit_id: edits[edit_id].disposition for edit_id in DISPOSITIONS} == DISPOSITIONS


def test_every_edit_in_force_cites_a_section_and_the_day_it_was_read() -> None:
    for edit in shipped_catalogue().edits.values():
        assert edit.citations
        assert all(one.document and one.section and one.read >= date(2025, 1, 1) for one in edit.citations)


def test_every_denial_and_return_tells_its_remittance() -> None:
    for edit in shipped_catalogue().edits.values():
        if edit.disposition in ("line_item_denial", "return_to_provider") and edit.id != "SYS010":
            assert edit.remittance, edit.id
            assert edit.remittance[-1].when is None, f"{edit.id}: the last remittance holds always"


def test_edits_stand_after_all_that_supersede_them() -> None:
    catalogue = shipped_catalogue()
    places = {rule.edit.id: place for place, rule in enumerate(catalogue.rules)}
    for rule in catalogue.rules:
        assert all(places[other] < places[rule.edit.id] for other in rule.superseded_by)
    by_default = {rule.edit.id: rule.superseded_by for rule in catalogue.rules}
    assert by_default["AOC010"] == ("COD005", "COD010", "COD020", "COD030")
    assert by_default["UOS010"] == by_default["COD030"] == by_default["COD900"] == ()


def test_every_parameter_is_used_by_an_edit_or_by_the_facts() -> None:
    catalogue = shipped_catalogue()
    conditions = [*(rule.condition for rule in catalogue.rules), *(one.where for one in catalogue.asked)]
    in_edits = {name for condition in conditions for name in parameter_names(condition)}
    in_facts = {*NEEDED_BY_ENRICH, *NEEDED_BY_PAYABILITY}
    assert set(catalogue.parameters) == in_edits | in_facts


def test_the_messages_about_what_was_not_checked_name_what_was_not_checked() -> None:
    names = shipped_catalogue().names
    assert set(re.findall("[A-Z]{3}", str(names["families_not_checked"]))) == {"AOC", "COV", "MOD", "PAR", "SET", "UOS"}
    assert "COD" not in str(names["families_not_checked"])
    assert "UOS020" in str(names["edits_not_checked"])
    assert "UOS025" not in str(names["edits_not_checked"])


def test_a_payers_own_edit_fires(payer: PayerFolder) -> None:
    payer.write(EDIT)
    its_own = Checker(library(record("A4450")), load_catalogue(payer.path))
    (finding,) = its_own.check(claim(line(1, "A4450", units="5.5"), line(2, "A4450", units=5)))
    assert (finding.line_number, finding.edit_id, finding.disposition) == (1, "XYZ001", "advisory")
    assert finding.message == "5.5 units are too many."
    assert finding.evidence == {"units": "5.5"}
    assert finding.citations[0].document == "Policy"


def test_a_payers_own_parameters_decide_by_the_date_of_service(payer: PayerFolder) -> None:
    payer.write(LIST, "parameters/products.yaml")
    payer.write(NUMBER, "parameters/limit.yaml")
    payer.write(changed(EDIT, "units > 5", "procedure_code in our_products and units > our_limit"))
    its_own = Checker(library(quarter="2025-01", scope="partial"), load_catalogue(payer.path))

    def fires(code: str, day: str, units: str) -> bool:
        return "XYZ001" in [edit for _, edit in fired(its_own.check(claim(line(1, code, day, units=units))))]

    assert fires("15271", "2025-12-31", "5.001")
    assert not fires("15271", "2025-12-31", "5")
    assert fires("15271", "2026-01-01", "7.501")
    assert not fires("15271", "2026-01-01", "7.5")
    assert not fires("15272", "2026-01-01", "100")


def test_a_payers_edit_is_left_out_where_an_edit_that_supersedes_it_fires(payer: PayerFolder) -> None:
    payer.write(EDIT)
    payer.write(
        changed(changed(EDIT, "XYZ001", "XYZ002"), "disposition:", "superseded_by: [XYZ001]\ndisposition:"), "b.yaml"
    )
    payer.write(changed(changed(EDIT, "XYZ001", "XYZ003"), "disposition:", "superseded_by: []\ndisposition:"), "c.yaml")
    its_own = Checker(library(), load_catalogue(payer.path))
    assert fired(its_own.check(claim(line(1, "15271", units=6)))) == [(1, "XYZ001"), (1, "XYZ003")]
    assert fired(its_own.check(claim(line(1, "Q9999", units=6)))) == [(1, "COD010"), (1, "XYZ002"), (1, "XYZ003")]
    assert its_own.census.bypassed == 1 + 1


def test_a_payers_edit_of_the_claim_fires_once_a_claim(payer: PayerFolder) -> None:
    text = changed(EDIT, "disposition: advisory", "disposition: claim_rejection\nlevel: claim")
    payer.write(changed(changed(text, "units > 5", "claim_type = 'dme'"), "{units} units", "{claim_type} claims"))
    its_own = Checker(library(record("A4450")), load_catalogue(payer.path))
    (finding,) = its_own.check(claim(line(1, "A4450"), line(2, "A4450", units=2), claim_type="dme"))
    assert (finding.edit_id, finding.line_number, finding.procedure_code) == ("XYZ001", None, None)
    assert finding.message == "dme claims are too many."
    assert its_own.check(claim(line(1, "A4450"))) == []


def test_the_first_remittance_whose_condition_holds_counts() -> None:
    excluded = record("A9999", coverage_code={"code": "S"}, statute="1861(n)")
    (finding,) = checker(excluded).check(claim(line(1, "A9999")))
    assert finding.edit_id == "COV030"
    assert finding.remittance is not None
    assert (finding.remittance.group, finding.remittance.carc) == ("PR", "96")
    (finding,) = checker(excluded).check(claim(line(1, "A9999"), claim_type="institutional", type_of_bill="131"))
    assert finding.remittance is not None
    assert (finding.remittance.group, finding.remittance.carc) == ("CO", "96")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{units} of {procedure_code}", "2.5 of Q4257"),
        ("{modifiers}[ and {statute}].", "GY JW."),
        ("{modifiers}[ and {procedure_code}].", "GY JW and Q4257."),
        ("on {date_of_service}[, by {rendering_provider} ({procedure_code})]", "on 2026-01-15"),
        ("[]none", "none"),
    ],
)
def test_a_message_leaves_out_a_part_in_which_a_value_is_none(text: str, written: str) -> None:
    values = {
        "units": Decimal("2.500"), "procedure_code": "Q4257", "modifiers": ("GY", "JW"), "statute": "none",
        "date_of_service": date(2026, 1, 15), "rendering_provider": "none",
    }  # fmt: skip
    assert template(text, LINE_FACTS).written(values) == written


@pytest.mark.parametrize(
    "text", ["{unit}", "{", "}", "{{units}}", "{units!r}", "{units:5}", "{}", "[", "]", "[[a]]", "[a"]
)
def test_a_message_whose_braces_or_brackets_do_not_fit_is_refused(text: str) -> None:
    with pytest.raises(TemplateRefused):
        template(text, LINE_FACTS)


@examples(200)
@given(st.text(alphabet="{}[]%s!:0units ", max_size=20), st.text(max_size=8))
def test_a_value_in_a_message_is_shown_as_it_is(text: str, value: str) -> None:
    try:
        made = template(text, {"units", "s"})
    except TemplateRefused:
        return
    assert made.written({"units": value, "s": value}).count(value) >= text.count("{units}") * (value != "none")


@examples(300)
@given(
    st.from_regex(r"[0-9A-Z]{5}", fullmatch=True), st.dates(), st.sampled_from(sorted(shipped_catalogue().parameters))
)
def test_a_range_holds_codes_of_its_shape_alone(code: str, day: date, name: str) -> None:
    parameter: Parameter = shipped_catalogue().parameters[name]
    for one in parameter.codes_on(day):
        first, _, last = one.partition("-")
        if code_in(code, one):
            assert parameter.covers(code, day)
            assert first <= code <= (last or first)
            assert [character.isdigit() for character in code] == [character.isdigit() for character in first]


def test_the_days_on_which_something_changes_are_the_first_of_each_period_and_the_one_after_its_last() -> None:
    catalogue: Catalogue = shipped_catalogue()
    assert date(2026, 1, 1) in catalogue.changes()
    assert catalogue.changes() == tuple(sorted(set(catalogue.changes())))


def test_a_condition_of_a_rule_is_that_of_its_version_with_its_period_and_payers() -> None:
    by_id = {rule.edit.id: rule for rule in shipped_catalogue().rules}
    rule = by_id["SET020"]
    written = parse(rule.version.when, LINE_FACTS, shipped_catalogue().parameters)
    assert rule.when == written
    assert str(rule.condition) == f"payer_type = 'medicare' and date_of_service >= '2008-01-01' and {written}"
