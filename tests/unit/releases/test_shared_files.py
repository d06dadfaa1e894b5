"""CMS's own files, beside the checkout: the counts hold exactly, and agree with a plain search in the text."""

import csv
import re
import zipfile
from collections import Counter
from functools import cache
from xml.etree import ElementTree

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.releases.shelf import agree
from cleanclaim.tables import AddOnPairs, UnitLimit

from .making import record
from .shared import FEES, HCPCS, NCCI, PRODUCTS, needs_shared

OCTOBER, YEAR_2019 = HCPCS / "HCPC2025_OCT_ANWEB.xlsx", HCPCS / "HCPC2019_CONTR_ANWEB.txt"
PAIRS = NCCI / "NCCI_AOC_2024-06_pairs.csv"
PER_SQ_CM = ("per square centimeter", "per square cenitmeter")
ADD_ON = ("list in addition to", "list separately in addition to")
FALSE_FRIENDS = {"E0983", "E0984", "C1842", "Q9969", "M1145"}

pytestmark = needs_shared


@cache
def october() -> Read:
    (found,) = read_files([OCTOBER], Wanted())
    return found


def records(found: Read) -> list[CodeRecord]:
    return [record(found, code) for code in found.part.entries if len(code) == 5]


def says(one: CodeRecord, phrases: tuple[str, ...]) -> bool:
    return any(phrase in " ".join(one.long_description.lower().split()) for phrase in phrases)


def test_the_workbook_of_october_2025_is_read_whole() -> None:
    found = october()
    assert (found.part.layer.quarter, found.part.layer.part, found.notices) == ("2025-10", "complete", ())
    assert Counter(map(len, found.part.entries)) == {5: 8_463, 2: 383}
    assert not any(record(found, code).is_doubtful for code in found.part.entries)


def test_the_units_by_text_are_those_counted() -> None:
    by_area = [one for one in records(october()) if says(one, PER_SQ_CM)]
    assert Counter(one.code[0] for one in by_area) == {"Q": 259, "A": 25, "C": 6, "J": 1}
    assert sum(says(one, PER_SQ_CM[1:]) for one in by_area) == 2


def test_the_add_on_phrases_are_those_counted_and_no_false_friend_is_among_them() -> None:
    by_phrase = [one for one in records(october()) if says(one, ADD_ON)]
    assert Counter(one.code[0] for one in by_phrase) == {"G": 39, "C": 15, "S": 12, "U": 1}
    assert not FALSE_FRIENDS & {one.code for one in by_phrase}
    assert all("add-on" in record(october(), code).long_description.lower() for code in FALSE_FRIENDS)


def test_a_plain_search_in_the_text_of_the_workbook_agrees() -> None:
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(OCTOBER) as archive:
        texts = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    shared = ["".join(piece.text or "" for piece in one.iter(f"{name}t")) for one in texts]
    column = {
        letter: [
            shared[int(at)] if kind else at
            for kind, at in re.findall(rf'<c r="{letter}\d+"(?: s="\d+")?( t="s")?><v>(\d+)</v>', sheet)
        ][1:]
        for letter in ("A", "D", "AS")
    }
    codes = [code.strip() for code in column["A"]]
    held = {code: record(october(), code) for code in october().part.entries}
    assert dict(zip(codes, column["D"], strict=True)) == {code: one.long_description for code, one in held.items()}
    assert dict(zip(codes, column["AS"], strict=True)) == {
        code: f"{one.code_added_date:%Y%m%d}" for code, one in held.items()
    }
    assert sum(1 for text in column["D"] if re.search(r"per square\s+cen(tim|itm)eter", text, re.IGNORECASE)) == 291


def test_the_text_of_2019_is_read_whole() -> None:
    (found,) = read_files([YEAR_2019], Wanted())
    assert (found.part.layer.quarter, found.part.layer.part, found.notices) == ("2019-01", "complete", ())
    assert Counter(map(len, found.part.entries)) == {5: 6_440, 2: 360}
    lines = [line for line in YEAR_2019.read_text("cp1252").splitlines() if re.match(r".{5}\d{5}[3478]", line)]
    assert len(lines) == 11_622
    described: dict[str, list[str]] = {}
    for line in lines:
        described.setdefault(line[:5].strip(), []).append(line[11:91].strip())
    assert {code: " ".join(pieces) for code, pieces in described.items()} == {
        code: record(found, code).long_description for code in found.part.entries
    }
    ended = {line[:5].strip(): line[284:292] for line in lines if line[10] in "37"}
    assert ended == {
        code: f"{day:%Y%m%d}" if (day := record(found, code).termination_date) else " " * 8
        for code in found.part.entries
    }


def test_the_products_in_force_in_january_2026_are_303_of_them_273_add_ons() -> None:
    text = PRODUCTS.with_name("HCPCS_2026_JAN_Q4xxx_reconstructed.fixed.txt")
    as_csv, as_text = read_files([PRODUCTS, text], Wanted(partial=True))
    for found in (as_csv, as_text):
        assert found.notices == ()
        in_force = [one for one in records(found) if one.termination_date is None or one.termination_date.year > 2025]
        assert (len(found.part.entries), len(in_force)) == (315, 303)
        assert sum(says(one, ADD_ON) for one in in_force) == 273
    assert as_csv.part.entries.keys() == as_text.part.entries.keys()
    assert all(agree(record(as_csv, code), record(as_text, code)) for code in as_csv.part.entries)


def test_the_pairs_of_add_on_codes_are_those_counted() -> None:
    (found,) = read_files([PAIRS], Wanted(release="2024-04"))
    assert found.notices == ()
    assert found.part.layer.part == "undated"
    entries = [entry for entry in found.part.entries.values() if isinstance(entry, AddOnPairs)]
    assert len(entries) == len(found.part.entries) == 668
    assert Counter(pair.edit_type for entry in entries for pair in entry.pairs) == {1: 6_860, 2: 36, 3: 569}
    with PAIRS.open(newline="") as file:
        assert {(one["add_on_code"], one["primary_code"]) for one in csv.DictReader(file)} == {
            (code, pair.primary_code)
            for code, entry in found.part.entries.items()
            if isinstance(entry, AddOnPairs)
            for pair in entry.pairs
        }


def test_the_unit_limits_are_those_counted() -> None:
    paths = [NCCI / f"NCCI_MUE_{service}_2024-07-01.csv" for service in ("practitioner", "outpatient", "dme")]
    found = read_files(paths, Wanted())
    assert [(one.part.layer.part, len(one.part.entries)) for one in found] == [
        ("practitioner", 14_677), ("outpatient", 14_628), ("dme", 2_928),
    ]  # fmt: skip
    for one, path in zip(found, paths, strict=True):
        assert (one.part.layer.quarter, one.notices) == ("2024-07", ())
        with path.open(newline="") as file:
            assert {
                row["hcpcs_code"]: (int(row["mue_units"]), int(row["mue_mai"])) for row in csv.DictReader(file)
            } == {
                code: (int(entry.units), entry.indicator)
                for code, entry in one.part.entries.items()
                if isinstance(entry, UnitLimit)
            }


def test_the_codes_paid_to_surgical_centers_are_those_counted() -> None:
    (found,) = read_files([FEES / "ASC_BB_2026-01_levelII.csv"], Wanted())
    assert (found.part.layer.part, found.part.layer.quarter, found.notices) == ("BB", "2026-01", ())
    assert len(found.part.entries) == 1_775
    assert None not in found.part.entries.values()
