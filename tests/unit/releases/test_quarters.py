"""The quarter that names and headings tell."""

import pytest

from cleanclaim.releases.quarters import quarters_in


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("HCPC2026_JAN_ANWEB_01122026.txt", "2026-01"),
        ("HCPC2025_OCT_ANWEB.xlsx", "2025-10"),
        ("HCPC2019_CONTR_ANWEB.txt", "2019-01"),
        ("HCPC17_CONTR_ANWEB.txt", "2017-01"),
        ("HCPC2018_CONTR_ANWEB_disc.txt", "2018-01"),
        ("HCPC2015_CONTR_ANWEB_v2.txt", "2015-01"),
        ("HCPC2020_ANWEB_w_disclaimer.xlsx", None),
        ("january-2026-alpha-numeric-hcpcs-file.zip HCPC2026_JAN_ANWEB_01122026.txt", "2026-01"),
        ("2020-Alpha-Numeric-HCPCS-File.zip HCPC2020_ANWEB_w_disclaimer.txt", None),
        ("AOC_V2026Q1-MCR.txt", "2026-01"),
        ("AOC_V2025Q4-MCR.xlsx", "2025-10"),
        ("MCR_MUE_PractitionerServices_Eff_01-01-2026.csv", "2026-01"),
        ("MCR_MUE_OutpatientHospitalServices_Eff_10-01-2025.xlsx", "2025-10"),
        ("medicare-ncci-2025-q4-practitioner-services-mue-table.zip", "2025-10"),
        ("NCCI_MUE_dme_2024-07-01.csv", "2024-07"),
        ("Addendum AA -- Final ASC Covered Surgical Procedures for CY 2026 (January 2026)", "2026-01"),
        ("Oct 2025 ASC Approved HCPCS Code and Payment Rates", "2025-10"),
        ("july_2025_asc.csv", "2025-07"),
        ("2026-02-01", None),
        ("12026-01", None),
        ("MARJAN2026", None),
        ("", None),
    ],
)
def test_the_quarter_is_told_when_there_is_one(text: str, quarter: str | None) -> None:
    assert quarters_in(text) == ({quarter} if quarter else set())


def test_a_name_may_tell_several_quarters() -> None:
    assert quarters_in("2026-01 and 2026-04") == {"2026-01", "2026-04"}
