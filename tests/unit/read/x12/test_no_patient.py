"""No patient in sight: what names one in an 837 is dropped, and shows nowhere, whatever is wrong with the file."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.claims import shipped_catalogue
from tests.unit.read.damage import Damage, damages
from tests.unit.settings import examples

from cleanclaim.claims import ReadClaim
from cleanclaim.pipeline import Checker

from .making import MARKER, Fields, claims, interchange_segments, read, written, x12

NOTES = ("NTE*ADD*ZZ IS HER NAME", "K3*ZZNOTE", "NM1*DN*1*ZZREFERS*ZZFIRST", "PWK*OZ*BM***AC*ZZ1", "III*ZZ")


def shown(found: Sequence[ReadClaim]) -> str:
    """All that a run could show of what was read: the claims, reasons, places and findings."""
    checker = Checker(catalogue=shipped_catalogue(), information=True)
    texts = [repr(one) for one in found] + [one.model_dump_json() for one in found]
    texts += [finding.model_dump_json() + repr(finding) for one in found for finding in checker.check_read(one)]
    return "\n".join(texts)


@examples(60)
@given(claims(), st.booleans())
def test_nothing_that_names_a_patient_is_read(several: list[Fields], with_patient: bool) -> None:
    content = x12(several, with_patient=with_patient)
    assert content.count(MARKER.encode()) > 15
    assert MARKER not in shown(read(content))


@examples(150)
@given(claims(), damages)
def test_nothing_that_names_a_patient_shows_when_a_file_is_damaged(several: list[Fields], damage: Damage) -> None:
    content = damage(x12(several, with_patient=True))
    if content.upper().startswith(b"ISA*"):
        assert MARKER not in shown(read(content))


@pytest.mark.parametrize("note", NOTES)
def test_notes_show_nowhere_wherever_they_stand(note: str) -> None:
    line = {"line_number": 1, "procedure_code": "99213", "units": 0, "date_of_service": "2026-01-15"}
    claim = {"claim_id": "A", "place_of_service": "11", "billing_provider": "1234567893", "lines": [line]}
    segments = interchange_segments([claim])
    for at in range(3, len(segments)):
        assert MARKER not in shown(read([*segments[:at], note, *segments[at:]]))


@pytest.mark.parametrize("more", ["ZZNAME*ZZFIRST", "ZZNAME", "ZZ1 MAIN STREET*ZZTOWN", "ZZNAME:ZZFIRST"])
def test_a_name_in_the_place_of_any_element_does_not_show(more: str) -> None:
    line = {
        "line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15", "charge": 1,
        "ndc": "12345678901", "rendering_provider": "1234567893", "modifiers": ["25"],
    }  # fmt: skip
    claim = {
        "claim_id": "A", "place_of_service": "11", "billing_provider": "1234567893", "billing_taxonomy": "261QA1903X",
        "rendering_provider": "1234567893", "lines": [line],
    }  # fmt: skip
    segments = interchange_segments([claim])
    for at in range(1, len(segments)):
        name, *elements = segments[at].split("*")
        for place in range(len(elements)):
            if (name, place) == ("CLM", 0):
                continue
            instead = "*".join((name, *elements[:place], more, *elements[place + 1 :]))
            assert MARKER not in shown(read(written([*segments[:at], instead, *segments[at + 1 :]]))), instead
