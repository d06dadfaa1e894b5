"""CMS's research claim files, by the mappings that come along: small ones of our own, and CMS's synthetic sample."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from cleanclaim.claims import ReadClaim
from cleanclaim.places import shipped_mappings
from cleanclaim.read.columns import ColumnMapping, read_columns
from cleanclaim.read.source import read_claims

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "fixtures" / "tables"
SAMPLE = ROOT.parent / "shared" / "data" / "rif" / "rif-static-samples_samhsa_sample-a-carrier.txt"


def reads(name: str, path: Path | None = None) -> list[ReadClaim]:
    mapping = read_columns(shipped_mappings()[name])
    return list(read_claims(path or TABLES / f"{name.replace('-', '_')}.txt", mapping=mapping))


@pytest.mark.parametrize("name", sorted(shipped_mappings()))
def test_a_mapping_that_comes_along_is_of_the_form_of_one_and_fits_its_file(name: str) -> None:
    text: Any = yaml.load(shipped_mappings()[name].read_text(), Loader=yaml.BaseLoader)
    jsonschema.validate(text, ColumnMapping.model_json_schema())
    assert {one.claim.payer_type for one in reads(name) if one.claim} == {"medicare"}


def test_carrier_claims_of_a_research_file_are_read_value_for_value() -> None:
    first, second, third = reads("cms-rif-carrier")
    claim = first.claim
    assert claim is not None
    assert second.claim is not None
    assert (claim.claim_id, second.claim.claim_id) == ("RIF-1", "RIF-2")
    assert [line.model_dump(mode="json", exclude_defaults=True) for line in claim.lines] == [
        {"line_number": 2, "procedure_code": "Q4257", "units": "20", "date_of_service": "2026-01-15",
         "date_of_service_end": "2026-01-15", "place_of_service": "11", "rendering_provider": "ONE", "charge": "100"},
        {"line_number": 1, "procedure_code": "15271", "modifiers": ["LT"], "units": "1",
         "date_of_service": "2026-01-15", "date_of_service_end": "2026-01-15", "place_of_service": "11",
         "rendering_provider": "ONE", "charge": "100"},
    ]  # fmt: skip
    assert [(one.line_number, one.location.line) for one in third.unreadable] == [(1, 5)]
    assert third.claim is not None
    assert third.claim.lines[0].modifiers == ("25", "GY")


def test_outpatient_and_equipment_claims_of_research_files_are_read_value_for_value() -> None:
    (outpatient,) = reads("cms-rif-outpatient")
    assert outpatient.claim is not None
    assert (outpatient.claim.claim_type, outpatient.claim.type_of_bill) == ("institutional", "131")
    assert [(line.revenue_code, line.procedure_code, line.modifiers, line.units, line.ndc)
            for line in outpatient.claim.lines] == [
        ("0361", "15271", (), 1, None), ("0636", "Q4390", ("PO",), 10, None), ("0250", None, (), 4, None),
    ]  # fmt: skip
    (equipment,) = reads("cms-rif-dme")
    assert equipment.claim is not None
    (line,) = equipment.claim.lines
    assert (equipment.claim.claim_type, line.procedure_code, line.modifiers) == ("dme", "E0601", ("RR", "KX", "KH"))
    assert line.rendering_provider == "SUPPLIER"


@pytest.mark.skipif(not SAMPLE.is_file(), reason="CMS's sample of a research claim file is not beside the checkout")
def test_each_value_of_cms_own_sample_is_read_as_it_stands_there() -> None:
    header, *rows = [text.split("|") for text in SAMPLE.read_text().splitlines()]
    found = {one.claim.claim_id: one for one in reads("cms-rif-carrier", SAMPLE) if one.claim is not None}
    assert len(found) == len(rows)
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        one = found[cells["CLM_ID"]]
        assert one.claim is not None
        assert one.unreadable == ()
        (line,) = one.claim.lines
        assert (line.procedure_code, str(line.line_number)) == (cells["HCPCS_CD"], cells["LINE_NUM"])
        assert (line.modifiers, line.place_of_service) == (
            (cells["HCPCS_1ST_MDFR_CD"],),
            cells["LINE_PLACE_OF_SRVC_CD"],
        )
        assert line.date_of_service.strftime("%d-%b-%Y").upper() == cells["LINE_1ST_EXPNS_DT"]
        assert (line.units, line.charge) == (Decimal(cells["LINE_SRVC_CNT"]), Decimal(cells["LINE_SBMTD_CHRG_AMT"]))
