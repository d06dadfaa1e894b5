"""`cleanclaim edits` shows the catalogue, `cleanclaim schema` the forms; what we ship is of these forms."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from .running import (
    DEMONSTRATION,
    FIXTURES,
    NOTHING_BAD,
    ROOT,
    UNREADABLE,
    claims_file,
    findings,
    line,
    refusal,
    run,
    run_here,
)
from .test_options import EDIT

RULES = ROOT / "rules"
BROKEN = sorted((FIXTURES / "unreadable").iterdir())
EDIT_FILES = sorted(path for path in RULES.rglob("*.yaml") if path.parent.name != "parameters")


def as_text(path: Path) -> Any:
    """A YAML file in which every scalar is text."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@cache
def schema(name: str) -> Any:
    done = run_here("schema", name, cwd=ROOT)
    assert (done.returncode, done.stderr) == (NOTHING_BAD, "")
    form = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(form)
    return form


def prove(value: Any, form: str) -> None:
    jsonschema.validate(value, schema(form), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def test_the_list_has_a_line_for_each_edit_in_the_order_of_their_ids(tmp_path: Path) -> None:
    done = run("edits", "list", cwd=tmp_path)
    assert done.returncode == NOTHING_BAD
    ids = [text.split()[0] for text in done.stdout.splitlines()]
    assert ids == sorted(as_text(path)["id"] for path in EDIT_FILES)
    assert "AOC010  line_item_denial     Add-on code without its primary procedure\n" in done.stdout


@pytest.mark.parametrize("edit_id", ["AOC010", "aoc010"])
def test_an_edit_is_shown_in_full(edit_id: str, tmp_path: Path) -> None:
    done = run_here("edits", "show", edit_id, cwd=tmp_path)
    edit = as_text(RULES / "add_on" / "add_on_without_primary.yaml")
    text = " ".join(done.stdout.split())
    assert text.startswith(f"AOC010 {edit['title']} disposition: line item denial")
    for citation in edit["citations"]:
        assert citation["document"] in text
        assert f"<{citation['url']}>, read {citation['read']}" in text
    assert all(" ".join(gap.split()) in text for gap in edit["known_gaps"])
    assert "remittance: CO 107 N122" in text


def test_every_edit_can_be_shown(tmp_path: Path) -> None:
    for path in EDIT_FILES:
        edit = as_text(path)
        done = run_here("edits", "show", edit["id"], cwd=tmp_path)
        assert done.returncode == NOTHING_BAD
        assert done.stdout.startswith(f"{edit['id']}  {edit['title']}\n")


@pytest.mark.parametrize(("name", "nearest"), [("AOC01", "AOC010, "), ("coc010", "COD010"), ("nothing", "none")])
def test_an_edit_that_is_not_there_is_refused_with_the_nearest(name: str, nearest: str, tmp_path: Path) -> None:
    said = refusal(run_here("edits", "show", name, cwd=tmp_path))
    assert said.startswith(f"{name}: there is no such edit; nearest: ")
    assert nearest in said


def test_the_page_holds_every_edit(tmp_path: Path) -> None:
    done = run("edits", "page", cwd=tmp_path)
    assert done.returncode == NOTHING_BAD
    assert done.stdout.startswith("# ")
    assert all(f"{as_text(path)['id']}" in done.stdout for path in EDIT_FILES)


def test_a_payers_own_edits_are_listed_and_shown_with_ours(tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text(EDIT)
    assert (
        "PAY010  suspension           Nine units at once\n" in run("edits", "list", "--rules", ".", cwd=tmp_path).stdout
    )
    assert "units >= 9" in run_here("edits", "show", "pay010", "--rules", ".", cwd=tmp_path).stdout
    assert "PAY010" in run_here("edits", "page", "--rules", ".", cwd=tmp_path).stdout
    assert "PAY010" not in run_here("edits", "list", cwd=tmp_path).stdout


def test_a_schema_of_what_has_none_is_refused(tmp_path: Path) -> None:
    assert (
        refusal(run("schema", "line", cwd=tmp_path))
        == "line: there is a schema of edit, claim, columns, finding, manifest"
    )


@pytest.mark.parametrize("path", EDIT_FILES, ids=lambda path: path.stem)
def test_every_edit_file_is_of_the_form_of_an_edit(path: Path) -> None:
    prove(as_text(path), "edit")


@pytest.mark.parametrize("change", [{"disposition": "never"}, {"id": "A1"}, {"citations": []}, {"colour": "red"}])
def test_the_form_of_an_edit_refuses_what_is_none(change: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text(EDIT)
    edit = as_text(tmp_path / "units.yaml")
    prove(edit, "edit")
    with pytest.raises(jsonschema.ValidationError):
        prove({**edit, **change}, "edit")


def test_the_claims_of_the_demonstration_are_of_the_form_of_a_claim() -> None:
    for claim in json.loads(DEMONSTRATION.read_text()):
        prove(claim, "claim")


@pytest.mark.parametrize(
    "change",
    [{"payer_type": "somebody"}, {"lines": []}, {"claim_id": ""}, {"patient_name": "x"}, {"place_of_service": "1"}],
)
def test_the_form_of_a_claim_refuses_what_is_none(change: dict[str, Any]) -> None:
    claim = {"claim_id": "A", "lines": [line(1, "99213", date_of_service_end="2026-01-15")]}
    prove(claim, "claim")
    with pytest.raises(jsonschema.ValidationError):
        prove({**claim, **change}, "claim")


@pytest.mark.parametrize(
    "path", [DEMONSTRATION, *sorted((FIXTURES / "unreadable").iterdir())], ids=lambda path: path.name
)
def test_every_finding_printed_is_of_the_form_of_a_finding(path: Path, tmp_path: Path) -> None:
    found = findings(run_here("check", path, "--format", "jsonl", "--show-information", cwd=tmp_path))
    assert found
    for finding in found:
        prove(finding, "finding")


def test_a_finding_on_what_cannot_be_read_is_of_the_form_of_a_finding(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", UNREADABLE, {"claim_id": "A"})
    done = run("check", path, "--format", "jsonl", cwd=tmp_path)
    for finding in findings(done):
        prove(finding, "finding")
    assert [(one["edit_id"], one["line_number"], one["location"]["pointer"]) for one in findings(done)] == [
        ("SYS010", None, "/lines"), ("SYS010", 1, "/lines/0/units"),
    ]  # fmt: skip


def test_the_version_is_told(tmp_path: Path) -> None:
    from cleanclaim import __version__

    done = run_here("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"cleanclaim {__version__}\n")
