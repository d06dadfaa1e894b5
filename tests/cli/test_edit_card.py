"""`cleanclaim edits`: show tells all of an edit, page what it asks of other lines, lock writes the lock."""

import json
from pathlib import Path

import pytest

from .running import NOTHING_BAD, ROOT, refusal, run_here

HOUSE = """\
id: HSE010
title: Beside a product of the house
disposition: suspension
payer_types: [other]
remittance:
  - {group: CO, carc: "96", rarc: [N362]}
other_lines:
  product:
    where: procedure_code in house_products
    same: [date_of_service]
citations:
  - {document: House policy 7, section: Units, url: "https://payer.example/policy/7", read: 2026-01-01}
versions:
  - effective: {first: 2026-01-01, last: 2026-06-30}
    when: product = 'present' and units > house_limit
    message: "{units} units are too many."
    fix: Bill fewer.
known_gaps:
  - Nobody knows why.
"""
LIMIT = """\
name: house_limit
title: Units that the house takes
citations:
  - {document: House policy 7, section: Units, url: "https://payer.example/policy/7", read: 2026-01-01}
numbers:
  - {effective: {last: 2026-03-31}, value: 5}
  - {effective: {first: 2026-04-01}, value: 7.5}
"""
PRODUCTS = """\
name: house_products
title: Products of the house
citations:
  - {document: House policy 7, section: Units, url: "https://payer.example/policy/7", read: 2026-01-01}
lists:
  - codes: [Q4100-Q4199, "15271"]
"""
FEATURE = '''\
@HSE010
Feature: Beside a product
  """
  Scenario: this one is text
  """
  Rule: Of the house
    Scenario: Nine units are too many
      Given the payer is other

    Scenario Outline:   A limit is <limit>
      Given the payer is other
      """
      Scenario: nor is this one a scenario
      """
      Examples: of limits
        | limit |
'''


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    (folder / "parameters").mkdir(parents=True)
    for name, text in (
        ("beside.yaml", HOUSE), ("beside.feature", FEATURE), ("parameters/limit.yaml", LIMIT),
        ("parameters/products.yaml", PRODUCTS),
    ):  # fmt: skip
        (folder / name).write_text(text)
    return folder


def test_the_card_of_an_edit_tells_all_of_it(house: Path, tmp_path: Path) -> None:
    assert (
        run_here("edits", "show", "HSE010", "--rules", house, cwd=tmp_path).stdout
        == """\
HSE010  Beside a product of the house

disposition:    suspension
judges:         each line
payers:         other
left out where: COD005, COD010, COD020, COD030 fires on the line
other lines:    product is present where on another line procedure_code in house_products, with the
                same date_of_service
remittance:     CO 96 N362

For dates of service 2026-01-01 to 2026-06-30:
when:           product = 'present' and units > house_limit
message:        {units} units are too many.
fix:            Bill fewer.

Parameters:
- house_limit, Units that the house takes: until 2026-03-31 5; from 2026-04-01 7.5
- house_products, Products of the house: always Q4100-Q4199, 15271

Authority:
- House policy 7, Units <https://payer.example/policy/7>, read 2026-01-01

Known gaps:
- Nobody knows why.

Scenarios, in house/beside.feature:
- Nine units are too many
- A limit is <limit>
"""
    )


def test_an_edit_without_a_feature_at_hand_is_shown_without_scenarios(house: Path, tmp_path: Path) -> None:
    (house / "beside.feature").unlink()
    assert "Scenarios" not in run_here("edits", "show", "HSE010", "--rules", house, cwd=tmp_path).stdout


def test_in_a_checkout_our_own_edits_name_the_scenarios_of_their_features(tmp_path: Path) -> None:
    shown = run_here("edits", "show", "UOS080", cwd=tmp_path).stdout
    assert "\nScenarios, in units/unit_of_measure.feature:\n" in shown
    feature = (ROOT / "features" / "units" / "unit_of_measure.feature").read_text(encoding="utf-8")
    assert shown.partition("Scenarios")[2].count("\n- ") == feature.count("Scenario")


def test_the_page_tells_what_an_edit_asks_of_other_lines(house: Path, tmp_path: Path) -> None:
    page = run_here("edits", "page", "--rules", house, cwd=tmp_path).stdout
    assert (
        "- other lines: product is present where on another line procedure_code in house_products, with the same "
        "date_of_service\n"
    ) in page


def lock(folder: Path, *options: object) -> dict[str, dict[str, dict[str, str]]]:
    done = run_here("edits", "lock", "our.lock.json", "--changelog", "LOG.md", *options, cwd=folder)
    assert (done.returncode, done.stdout) == (NOTHING_BAD, "")
    found: dict[str, dict[str, dict[str, str]]] = json.loads((folder / "our.lock.json").read_text())
    return found


def test_the_lock_keeps_where_a_change_was_told(house: Path, tmp_path: Path) -> None:
    log = tmp_path / "LOG.md"
    log.write_text("## 1\n\n- HSE010, house_limit. Impacted dates of service: 2026.\n")
    first = lock(tmp_path, "--rules", house)
    log.write_text("## 2\n\n- Nothing.\n\n" + log.read_text())
    assert lock(tmp_path, "--rules", house)["edits"]["HSE010"] == first["edits"]["HSE010"]
    (house / "beside.yaml").write_text(HOUSE.replace("units > house_limit", "units >= house_limit"))
    changed = lock(tmp_path, "--rules", house)
    assert changed["edits"]["HSE010"]["changed"] == "2"
    assert changed["edits"]["HSE010"]["hash"] != first["edits"]["HSE010"]["hash"]
    assert changed["parameters"]["house_limit"] == first["parameters"]["house_limit"]


def test_a_change_that_is_not_told_is_noticed(house: Path, tmp_path: Path) -> None:
    (tmp_path / "LOG.md").write_text("## 1\n\n- HSE010. Impacted dates of service: 2026.\n")
    done = run_here("edits", "lock", "l.json", "--changelog", "LOG.md", "--rules", house, cwd=tmp_path)
    assert "notice: LOG.md: house_limit: under 1, no entry names it with 'Impacted dates of service:'\n" in done.stderr
    assert "HSE010" not in done.stderr


def test_an_edit_that_vanished_is_refused_and_the_lock_left_as_it_was(house: Path, tmp_path: Path) -> None:
    (tmp_path / "LOG.md").write_text("## 1\n")
    lock(tmp_path, "--rules", house)
    before = (tmp_path / "our.lock.json").read_bytes()
    done = run_here("edits", "lock", "our.lock.json", "--changelog", "LOG.md", cwd=tmp_path)
    assert refusal(done) == "HSE010: in the lock and in no edit file; a retired edit stays, with a last day"
    assert (tmp_path / "our.lock.json").read_bytes() == before


@pytest.mark.parametrize(
    ("file", "changelog", "why"),
    [
        ("l.json", "none.md", "none.md: No such file or directory"),
        ("none/l.json", "LOG.md", "there is no such folder"),
        (".", "LOG.md", "it is a folder"),
        ("broken.json", "LOG.md", "the lock is none that `edits lock` has written"),
        ("l.json", "empty.md", "the changelog has no heading"),
    ],
)
def test_a_lock_that_cannot_be_made_is_refused(file: str, changelog: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "LOG.md").write_text("## 1\n")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "broken.json").write_text("{}")
    assert why in refusal(run_here("edits", "lock", file, "--changelog", changelog, cwd=tmp_path))
