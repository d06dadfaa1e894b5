"""A payer's own edits, of every kind that a folder may hold, decide alike on both executors.

More by hand: RELATIONAL_FOLDERS=60 RELATIONAL_SEED=7 python -m pytest tests/relational/test_payer_rules.py.
"""

import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.oracle.engine import code_library
from tests.oracle.strategies import random_case
from tests.unit.claims import claim, library, line, record

from cleanclaim import Checker, Claim, load_catalogue

from .comparing import Run, as_reads, difference, one_by_one, reads_at_once
from .odd_claims import odd_claim
from .payer_rules import own_edits

FOLDERS = int(os.environ.get("RELATIONAL_FOLDERS", "2"))
SEED = int(os.environ.get("RELATIONAL_SEED", "2026"))
SEVERAL = (20, 70)
FIXTURES = Path(__file__).parents[2] / "fixtures" / "payer_rules"
POLICY = '{document: Policy, section: "1", url: "https://example.org/policy", read: 2026-01-01}'


def prove(checker: Checker, claims: list[Claim]) -> Run:
    """Hold the executors equal on claims; what they come to."""
    reads = as_reads(claims)
    together = reads_at_once(checker, reads)
    said = difference(together, one_by_one(checker, reads))
    assert said is None, said
    return together


@pytest.mark.parametrize("number", range(FOLDERS))
def test_random_edits_of_a_payer_decide_alike(number: int, tmp_path: Path) -> None:
    rng = random.Random(f"{SEED} {number}")
    catalogue = own_edits(rng.choice, tmp_path, SEVERAL[number % len(SEVERAL)])
    _, releases, tables = random_case(rng)
    checker = Checker(
        code_library(releases, tables), catalogue, information=rng.choice((False, True)),
        payer_type=rng.choice(("unknown", "medicare", "other")),
    )  # fmt: skip
    ours = [random_case(rng)[0] | {"claim_id": f"O{place}"} for place in range(50)]
    found = prove(
        checker, [*(odd_claim(rng.choice, f"C{place}") for place in range(50)), *map(Claim.model_validate, ours)]
    )
    assert len([edit for edit in found.edits if edit.startswith("HSE")]) > 3


def test_the_folder_that_is_shown_to_payers_decides_alike() -> None:
    checker = Checker(library(*map(record, ("A6550", "E2402", "Q4257"))), load_catalogue(FIXTURES))
    rng = random.Random(SEED)
    codes = ("A6550", "E2402", "Q4257", "15271")

    def one(number: int, day: str) -> dict[str, Any]:
        return line(
            number, rng.choice(codes), rng.choice((day, "2025-12-31", "2026-03-31")), units=rng.choice((0, 1, 15, 16)),
            modifiers=rng.choice(("", "KX", "RB")), rendering_provider=rng.choice((None, "one", "two")),
        )  # fmt: skip

    claims = [
        claim(*(one(number, "2026-01-15") for number in (1, 2, 3)), claim_id=str(place), payer_type="other")
        for place in range(200)
    ]
    assert {"HSE020", "HSE030", "HSE040"} <= prove(checker, claims).edits.keys()


def decided(folder: Path, texts: Sequence[str], *lines: dict[str, Any], **about: Any) -> list[dict[str, Any]]:
    """The findings of edits, of which `texts` say the most, on a claim of these lines; alike on both executors."""
    (folder / "parameters").mkdir()
    (folder / "parameters" / "own_limit.yaml").write_text(
        f"name: own_limit\ntitle: A limit\ncitations:\n  - {POLICY}\nnumbers:\n"
        "  - {effective: {last: 2025-12-31}, value: 0}\n  - {effective: {first: 2026-01-01}, value: 2}\n"
    )
    (folder / "parameters" / "own_list.yaml").write_text(
        f"name: own_list\ntitle: A list\ncitations:\n  - {POLICY}\nlists:\n"
        "  - {effective: {first: 2026-01-01}, codes: [Q4100-Q4199]}\n"
    )
    for number, text in enumerate(texts, start=1):
        head = f"id: HSE{number:03}\ntitle: An edit of the payer's own\ncitations:\n  - {POLICY}\n"
        (folder / f"edit_{number}.yaml").write_text(head + text)
    checker = Checker(library(record("A4649")), load_catalogue(folder))
    return [one for one in prove(checker, [claim(*lines, **about)]).findings if one["edit_id"].startswith("HSE")]


def edit(condition: str, more: str = "") -> str:
    """What an edit's file says below its head."""
    version = f'  - {{when: "{condition}", message: So it is., fix: None.}}\n'
    return f"disposition: advisory\nsuperseded_by: []\n{more}versions:\n{version}"


def test_what_rests_on_the_date_through_a_parameter_alone_is_decided(tmp_path: Path) -> None:
    conditions = (
        "release_lag_quarters < own_limit",  # a fact of the code alone, and a number with dates
        "ndc in own_list", "billing_taxonomy in own_list", "place_of_service not in own_list",
        "procedure_code not in own_list and line_number > own_limit",
    )  # fmt: skip
    lines = [
        line(1, "A4649", "2025-12-31", ndc="Q4150"), line(2, "A4649", "2026-01-01", ndc="Q4150"),
        line(3, "Q4150", "2026-01-01"),
    ]  # fmt: skip
    found = decided(tmp_path, [edit(one) for one in conditions], *lines, billing_taxonomy="Q4150")
    assert [(one["edit_id"], one["line_number"]) for one in found] == [
        ("HSE004", 1), ("HSE005", 1), ("HSE001", 2), ("HSE002", 2), ("HSE003", 2), ("HSE004", 2), ("HSE001", 3),
        ("HSE003", 3), ("HSE004", 3),
    ]  # fmt: skip


def test_a_remittance_is_chosen_by_the_facts_and_not_by_what_may_be_shown_of_them(tmp_path: Path) -> None:
    remittances = "  - {group: PR, carc: '1', when: procedure_code = 'none'}\n  - {group: CO, carc: '2'}\n"
    text = edit("units > 0", f"remittance:\n{remittances}")
    (one,) = decided(tmp_path, [text], line(1, "SMITH, JOHN"))
    assert (one["procedure_code"], one["remittance"]["group"]) == (None, "CO")
