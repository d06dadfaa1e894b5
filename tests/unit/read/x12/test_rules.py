"""What each element of an 837 says of a claim and its lines."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cleanclaim.claims import Claim

from .making import Fields, interchange_segments, read, wrongs

LINE: Fields = {"line_number": 1, "procedure_code": "99213", "units": 1, "charge": 100, "date_of_service": "2026-01-15"}
OTHER_LINE: Fields = {**LINE, "line_number": 2, "procedure_code": "Q4257"}
PROFESSIONAL: Fields = {
    "claim_id": "A", "claim_type": "professional", "place_of_service": "11", "billing_provider": "1234567893",
    "payer_type": "medicare", "rendering_provider": "1111111111", "lines": [LINE, OTHER_LINE],
}  # fmt: skip
INSTITUTIONAL: Fields = {
    "claim_id": "A", "claim_type": "institutional", "type_of_bill": "131", "billing_provider": "1234567893",
    "lines": [{**LINE, "revenue_code": "0510"}],
}  # fmt: skip


def replaced(claim: Fields, *changes: tuple[str, str]) -> list[str]:
    """The segments of a claim, in which those that begin so are others, or several, or none."""
    segments = interchange_segments([claim])
    for beginning, instead in changes:
        place = next(number for number, one in enumerate(segments) if one.startswith(beginning))
        new = [one for one in instead.split("~") if one]
        segments[place : place + 1] = new
    end = next(number for number, one in enumerate(segments) if one.startswith("SE*"))
    begun = next(number for number, one in enumerate(segments) if one.startswith("ST*"))
    segments[end] = f"SE*{end - begun + 1}*0001"
    return segments


def whole(claim: Fields, *changes: tuple[str, str]) -> Claim:
    """The claim that is read of segments in which nothing is wrong."""
    (found,) = read(replaced(claim, *changes))
    assert found.unreadable == ()
    assert found.claim is not None
    return found.claim


def refused(claim: Fields, *changes: tuple[str, str]) -> list[tuple[int | None, str, str]]:
    """Of all that cannot be read: line, field and reason."""
    return [
        (one.line_number, one.field, one.reason)
        for found in read(replaced(claim, *changes))
        for one in found.unreadable
    ]


@pytest.mark.parametrize(
    ("indicator", "payer_type"),
    [
        ("MB", "medicare"), ("MA", "medicare"), ("16", "medicare_advantage"), ("mb", "medicare"), ("CI", "other"),
        ("MC", "other"), ("WC", "other"), ("HM", "other"), ("ZZ", "unknown"), ("", "unknown"),
    ],
)  # fmt: skip
def test_sbr09_of_the_subscriber_tells_the_payer(indicator: str, payer_type: str) -> None:
    assert whole(PROFESSIONAL, ("SBR*P", f"SBR*P*18*******{indicator}")).payer_type == payer_type


def test_a_payer_that_is_no_code_is_not_one_that_is_not_stated() -> None:
    (found,) = read(replaced(PROFESSIONAL, ("SBR*P", "SBR*P*18*******M8")))
    assert found.claim is not None
    assert found.unread_fields == {"payer_type"}
    assert wrongs([found]) == [("A", None, "payer_type", 11, 9)]
    (found,) = read(replaced(PROFESSIONAL, ("SBR*P", "")))
    assert found.unread_fields == {"payer_type"}


def test_the_other_payer_of_a_claim_is_not_its_payer() -> None:
    assert whole(PROFESSIONAL, ("SBR*S", "SBR*S*18*******CI")).payer_type == "medicare"


@pytest.mark.parametrize(
    ("composite", "fields"),
    [
        ("22:B:1", {"place_of_service": "22", "claim_type": "professional"}),
        ("22::1", {"place_of_service": "22", "claim_type": "professional"}),
        (":B:1", {"place_of_service": None}),
    ],
)
def test_clm05_tells_the_place_of_service(composite: str, fields: dict[str, Any]) -> None:
    claim = whole(PROFESSIONAL, ("CLM*", f"CLM*A*200***{composite}*Y*A*Y*Y"))
    assert {name: getattr(claim, name) for name in fields} == fields


@pytest.mark.parametrize(("composite", "bill"), [("13:A:1", "131"), ("85:A:7", "857"), ("13::1", "131")])
def test_clm05_tells_the_type_of_bill(composite: str, bill: str) -> None:
    claim = whole(INSTITUTIONAL, ("CLM*", f"CLM*A*100***{composite}**A*Y*Y"))
    assert (claim.claim_type, claim.type_of_bill, claim.place_of_service) == ("institutional", bill, None)


def test_a_bill_type_that_is_none_is_told_with_its_element() -> None:
    (found,) = read(replaced(INSTITUTIONAL, ("CLM*", "CLM*A*100***1:A:1**A*Y*Y")))
    assert found.claim is not None
    assert wrongs([found]) == [("A", None, "type_of_bill", 19, 5)]


def test_clm05_decides_over_the_name_of_the_guide() -> None:
    claim = whole(PROFESSIONAL, ("ST*", "ST*837*0001*005010X223A2"))
    assert claim.claim_type == "professional"


@pytest.mark.parametrize(
    ("claim", "composite", "field", "kind"),
    [(INSTITUTIONAL, "13:B:1", "type_of_bill", "B"), (PROFESSIONAL, "11:A:1", "place_of_service", "A")],
)
def test_clm05_does_not_decide_over_the_guide_and_all_lines(
    claim: Fields, composite: str, field: str, kind: str
) -> None:
    (found,) = read(replaced(claim, ("CLM*", f"CLM*A*100***{composite}*Y*A*Y*Y")))
    assert found.claim is not None
    assert (found.claim.claim_type, len(found.claim.lines)) == (claim["claim_type"], len(claim["lines"]))
    assert (found.claim.type_of_bill, found.claim.place_of_service) == (None, None)
    assert found.unread_fields == {field}
    (wrong,) = found.unreadable
    assert (wrong.field, wrong.reason) == (field, f"CLM05-2 is {kind}, which no claim of its guide has")
    assert wrong.location == found.location.model_copy(update={"element": 5})


def test_lines_of_two_types_are_those_of_clm05() -> None:
    first = next(one for one in replaced(INSTITUTIONAL) if one.startswith("SV2"))
    more = f"{first}~LX*2~SV1*HC:99213*0*UN*1"
    (found,) = read(replaced(INSTITUTIONAL, ("CLM*", "CLM*A*100***13:B:1*Y*A*Y*Y"), ("SV2*", more)))
    assert [(one.line_number, one.field) for one in found.unreadable] == [(1, "line")]


@pytest.mark.parametrize(
    ("guide", "is_read"),
    [
        ("005010X222", True), ("005010X222A2", True), ("005010x222a1", True), ("004010X098A1", True), ("", True),
        ("garbled", True), ("005010X224A2", False), ("005010X298", False),
    ],
)  # fmt: skip
def test_the_guide_is_that_of_st03_or_else_of_gs08(guide: str, is_read: bool) -> None:
    found = read(replaced(PROFESSIONAL, ("ST*", f"ST*837*0001*{guide}")))
    assert [one.claim is not None for one in found] == [is_read]
    assert is_read or wrongs(found) == [(None, None, "transaction", 1, 3)]


@pytest.mark.parametrize("purpose", ["RP", "CH", "31"])
def test_encounters_are_read_like_claims(purpose: str) -> None:
    assert whole(PROFESSIONAL, ("BHT*", f"BHT*0019*00*1*20260115*1200*{purpose}")).claim_id == "A"


@pytest.mark.parametrize(
    ("service", "fields"),
    [
        ("SV1*HC:99213*100*UN*1***1", {"procedure_code": "99213", "units": Decimal(1), "charge": Decimal(100)}),
        ("SV1*HC:99213:25:59:GY:JW*100*UN*1.5", {"modifiers": ("25", "59", "GY", "JW"), "units": Decimal("1.5")}),
        ("SV1*HC:99213::25*100*MJ*15", {"modifiers": ("25",), "unit_of_measure": "MJ"}),
        ("SV1*HP:A1234*100*UN*1", {"code_qualifier": "HP"}),
        ("SV1*ER:A1234*100*UN*1", {"code_qualifier": "ER"}),
        ("SV1*IV:A1234*100*UN*1", {"code_qualifier": "IV"}),
        ("SV1*WK:A1234*100*UN*1", {"code_qualifier": "WK"}),
        ("SV1*HC:99213*100*UN*1*12", {"place_of_service": "12"}),
        ("SV1*HC:99213*100", {"units": None}),
        ("SV1*HC:99213:::::SOME TEXT*100*UN*1", {"description": "1"}),
        ("SV1*HC:99213*.5*UN*.25", {"charge": Decimal("0.5"), "units": Decimal("0.25")}),
    ],
)
def test_sv1_tells_the_service(service: str, fields: dict[str, Any]) -> None:
    line = whole(PROFESSIONAL, ("SV1*", service)).lines[0]
    assert {name: getattr(line, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("service", "fields"),
    [
        ("SV2*0510*HC:99213:25*100*UN*2", {"revenue_code": "0510", "procedure_code": "99213", "modifiers": ("25",)}),
        ("SV2*0120**802*DA*2", {"revenue_code": "0120", "procedure_code": None, "unit_of_measure": "DA"}),
        ("SV2*305*HC:85025*13.39*UN*1", {"revenue_code": "0305"}),
        ("SV2*0022*HP:AAA00*0*UN*1", {"code_qualifier": "HP", "charge": Decimal(0)}),
    ],
)
def test_sv2_tells_the_service(service: str, fields: dict[str, Any]) -> None:
    line = whole(INSTITUTIONAL, ("SV2*", service)).lines[0]
    assert {name: getattr(line, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("service", "field", "element"),
    [
        ("SV1*HC:99213*100*UN*many", "units", 4), ("SV1*HC:99213*1,00*UN*1", "charge", 2),
        ("SV1*ZZ:99213*100*UN*1", "procedure_code", 1), ("SV1*HC>99213*100*UN*1", "procedure_code", 1),
        ("SV1*:99213*100*UN*1", "procedure_code", 1), ("SV1*HC:99213:255*100*UN*1", "modifiers", 1),
        ("SV1*HC:99213*100*UNIT*1", "unit_of_measure", 3), ("SV1*HC:99213*100*UN*1*1", "place_of_service", 5),
        ("SV2*0510*HC:99213*100*UN*1", "line", None), ("SV3*AD:D0120*100", "line", None),
    ],
)  # fmt: skip
def test_an_element_that_cannot_be_read_refuses_its_line_alone(service: str, field: str, element: int | None) -> None:
    (found,) = read(replaced(PROFESSIONAL, ("SV1*", service)))
    (wrong,) = found.unreadable
    assert (wrong.claim_id, wrong.of_line, wrong.field, wrong.location.element) == ("A", True, field, element)
    assert found.claim is not None
    assert found.claim.lines[-1].line_number == 2


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("D8*20260115", date(2026, 1, 15), date(2026, 1, 15)),
        ("RD8*20260115-20260117", date(2026, 1, 15), date(2026, 1, 17)),
        ("DT*202601150830", date(2026, 1, 15), date(2026, 1, 15)),
        ("d8*20260115", date(2026, 1, 15), date(2026, 1, 15)),
    ],
)  # fmt: skip
def test_dtp_tells_the_date_of_service(told: str, first: date, last: date) -> None:
    line = whole(PROFESSIONAL, ("DTP*472", f"DTP*472*{told}")).lines[0]
    assert (line.date_of_service, line.date_of_service_end) == (first, last)


@pytest.mark.parametrize(
    "told",
    ["D8*20260132", "D8*2026011", "D8*", "RD8*20260115", "RD8*20260115-", "TM*0830", "*20260115", "D8*2026-01-15"],
)
def test_a_date_that_is_none_refuses_its_line(told: str) -> None:
    (found,) = read(replaced(PROFESSIONAL, ("DTP*472", f"DTP*472*{told}")))
    (wrong,) = found.unreadable
    assert (wrong.line_number, wrong.field, wrong.location.element) == (1, "date_of_service", 3)


def test_a_date_that_is_told_twice_refuses_its_line() -> None:
    (wrong,) = refused(PROFESSIONAL, ("DTP*472", "DTP*472*D8*20260115~DTP*472*D8*20260116"))
    assert wrong[0] == 1


def test_a_line_without_a_date_has_the_dates_of_the_statement() -> None:
    line = whole(INSTITUTIONAL, ("DTP*472", "")).lines[0]
    assert (line.date_of_service, line.date_of_service_end) == (date(2026, 1, 1), date(2026, 1, 31))
    line = whole(INSTITUTIONAL, ("DTP*472", ""), ("DTP*434", "")).lines[0]
    assert (line.date_of_service, line.date_of_service_end) == (date(2026, 1, 1), date(2026, 1, 1))


def test_a_line_without_any_date_is_refused() -> None:
    assert refused(PROFESSIONAL, ("DTP*472", "")) == [(1, "date_of_service", "it is missing")]


def test_a_date_of_service_of_the_claim_stands_for_its_lines() -> None:
    segments = (("DTP*472", ""), ("HI*", "DTP*472*D8*20260110~HI*ABK:L97509"))
    assert whole(PROFESSIONAL, *segments).lines[0].date_of_service == date(2026, 1, 10)


@pytest.mark.parametrize("bad", ["DTP*434*D8*20269901", "DTP*434*D8*20260101~DTP*434*D8*20260102"])
def test_statement_dates_in_doubt_are_told_on_the_claim(bad: str) -> None:
    (wrong,) = refused(INSTITUTIONAL, ("DTP*434", bad))
    assert wrong[:2] == (None, "claim")


def test_a_line_has_its_own_rendering_provider_over_that_of_the_claim() -> None:
    claim = whole({**PROFESSIONAL, "lines": [LINE, {**OTHER_LINE, "rendering_provider": "2222222222"}]})
    assert claim.rendering_provider == "1111111111"
    assert [line.rendering_provider for line in claim.lines] == [None, "2222222222"]


def test_a_rendering_provider_without_an_identifier_is_not_that_of_the_claim() -> None:
    claim = whole(PROFESSIONAL, ("REF*6R*ZZ2", "NM1*82*1*DOCTOR"))
    assert claim.rendering_provider is None
    assert [line.rendering_provider for line in claim.lines] == ["1111111111", None]


def test_the_providers_of_another_payer_are_none_of_the_claim() -> None:
    claim = whole(
        PROFESSIONAL, ("NM1*82*1*", ""), ("NM1*82*1", "NM1*82*1*OTHER*****XX*3333333333~NM1*85*2*OTHER*****XX*4")
    )
    assert (claim.rendering_provider, claim.billing_provider) == (None, "1234567893")


def test_prv_of_the_billing_provider_tells_its_taxonomy() -> None:
    assert whole({**PROFESSIONAL, "billing_taxonomy": "261QA1903X"}).billing_taxonomy == "261QA1903X"
    assert whole(PROFESSIONAL, ("HL*1", "HL*1**20*1~PRV*PT*PXC*207Q00000X")).billing_taxonomy is None
    for blank in ("PRV*BI*PXC*", "PRV*BI*PXC", "PRV*BI"):
        assert whole(PROFESSIONAL, ("HL*1", f"HL*1**20*1~{blank}")).billing_taxonomy is None


def test_lin_tells_the_drug() -> None:
    assert whole(PROFESSIONAL, ("REF*6R", "LIN**N4*00026063512~CTP****10*ML")).lines[0].ndc == "00026063512"
    assert whole(PROFESSIONAL, ("REF*6R", "LIN**UP*00026063512")).lines[0].ndc is None
    assert refused(PROFESSIONAL, ("REF*6R", "LIN**N4*SOME DRUG"))[0][:2] == (1, "ndc")
    assert refused(PROFESSIONAL, ("REF*6R", "LIN**N4*00026063512~LIN**N4*00026063513"))[0][:2] == (1, "ndc")


def test_notes_are_told_apart_and_not_told() -> None:
    claim = whole(PROFESSIONAL, ("REF*6R*ZZ1", "NTE*ADD*ZZONE"), ("REF*6R*ZZ2", "NTE*ADD*ZZTWO"))
    assert [line.description for line in claim.lines] == ["1", "2"]
    claim = whole(PROFESSIONAL, ("REF*6R*ZZ1", "NTE*ADD*ZZONE"), ("REF*6R*ZZ2", "NTE*ADD*ZZONE"))
    assert [line.description for line in claim.lines] == ["1", "1"]


def test_a_note_on_the_claim_describes_each_of_its_lines() -> None:
    claim = whole(PROFESSIONAL, ("HI*", "NTE*ADD*ZZNOTE~HI*ABK:L97509"), ("REF*6R*ZZ2", "NTE*ADD*ZZTWO"))
    assert [line.description for line in claim.lines] == ["1", "2"]


def test_a_patient_who_is_not_the_subscriber_has_the_subscribers_payer() -> None:
    (found,) = read(interchange_segments([PROFESSIONAL], with_patient=True))
    assert found.claim == Claim.model_validate(PROFESSIONAL)


def test_several_claims_of_one_loop_share_what_it_tells() -> None:
    segments = interchange_segments([PROFESSIONAL])
    begun = next(number for number, one in enumerate(segments) if one.startswith("CLM*"))
    end = next(number for number, one in enumerate(segments) if one.startswith("SE*"))
    segments[end:end] = segments[begun:end]
    segments[-3] = f"SE*{2 * end - begun - 1}*0001"
    one, other = read(segments)
    assert one.claim == other.claim == Claim.model_validate(PROFESSIONAL)
    assert one.location != other.location


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("HL*2*1*22", "HL*2*9*22*0"), "HL02"), (("HL*2*1*22", "HL*2*1*21*0"), "HL03"), (("NM1*85", ""), "NM1 85"),
        (("HL*1", ""), "HL02"), (("LX*1", "LX*3"), "numbered up to 3"), (("HI*", "HX*ABK:L97509"), "none of an 837's"),
        (("N3*1 ROAD", "N33*1 ROAD"), "none of an 837's"), (("BHT*", "BHQ*1"), "none of an 837's"),
        (("SBR*P", "SBR*P*18*******MB~SBR*P*18*******CI"), "twice"),
        (("NM1*85", "NM1*85*2*CLINIC*****XX*SOME NAME"), "NM109"), (("LX*2", "SBR*S*18~LX*2"), "SBR"),
    ],
)  # fmt: skip
def test_what_may_be_missing_of_a_claim_is_told_on_it(change: tuple[str, str], says: str) -> None:
    found = [one for one in read(replaced(PROFESSIONAL, change)) if one.claim is not None]
    (one,) = found
    assert any(says in wrong.reason for wrong in one.unreadable)
    assert all(wrong.claim_id == "A" for wrong in one.unreadable)


def test_a_segment_that_is_none_refuses_its_line_alone() -> None:
    assert refused(PROFESSIONAL, ("REF*6R*ZZ1", "DTQ*472*D8*20260116"))[0][:2] == (1, "line")


@pytest.mark.parametrize(
    "change", [("LX*1", "DTP*472*D8*20260101"), ("LX*1", "LX*1~NTE*ADD*X"), ("SV1*", ""), ("LX*1", "")]
)
def test_a_line_without_its_beginning_or_service_is_refused(change: tuple[str, str]) -> None:
    found = read(replaced(PROFESSIONAL, change))
    assert any(wrong.of_line and wrong.field == "line" for one in found for wrong in one.unreadable)
    assert [line.line_number for one in found if one.claim for line in one.claim.lines] == [2]


def test_lines_behind_a_lost_beginning_are_not_those_of_the_claim_before() -> None:
    segments = interchange_segments([PROFESSIONAL, {**PROFESSIONAL, "claim_id": "B"}])
    lost = [one for one in segments if not one.startswith("CLM*B")]
    first, second, transaction = read(lost)
    assert first.claim is not None
    assert first.claim.claim_id == "A"
    assert first.unreadable == ()
    assert second.claim is None
    assert any("CLM" in wrong.reason for wrong in second.unreadable)
    assert set(second.line_locations) == {1, 2}
    assert transaction.unreadable[0].field == "transaction"


def test_a_claim_whose_amount_is_none_tells_no_id() -> None:
    (found,) = read(replaced(PROFESSIONAL, ("CLM*", "CLM*ZZNAME*ZZFIRST***11:B:1")))
    assert found.claim is None
    assert "ZZNAME" not in repr(found.unreadable)


def test_revenue_codes_that_are_none_are_refused() -> None:
    assert refused(INSTITUTIONAL, ("SV2*", "SV2*320.00*HC:99213*1*UN*1"))[0][:2] == (1, "revenue_code")
