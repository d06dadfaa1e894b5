"""Whatever a payer's folder holds, a catalogue comes of it or a refusal with the file's name, and nothing else."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.catalogue import CatalogueRefused
from cleanclaim.edit_files import load_catalogue

from .payer_folder import EDIT, LIST, NUMBER, PayerFolder
from .settings import examples
from .test_catalogue_refused import TWO_VERSIONS


@pytest.fixture
def payer(tmp_path: Path) -> PayerFolder:
    return PayerFolder(tmp_path)


@pytest.mark.parametrize(
    ("contents", "why"),
    [
        (b"", ":1: is empty"),
        (b"# nothing\n", ":1: is empty"),
        (b"\x00\x01\x02\x03", ":1: is no YAML text: "),
        (b"\xff\xfe\xfa", ":1: is no YAML text: "),
        (b"PK\x03\x04\x14\x00", ":1: is no YAML text: "),
        (b"id: [XYZ001\ntitle: x\n", ":2: "),
        (b"id: XYZ001\n\ttitle: x\n", ":2: "),
        (b"id: XYZ001\n---\nid: XYZ002\n", ":2: "),
        (b"- id\n- title\n", ":1: the file: Input should be a valid dictionary"),
        (b"just text", ":1: the file: Input should be a valid dictionary"),
        (b"{a: b}: c\n", ":1: a key is plain text"),
        (b"[" * 900 + b"]" * 900, ":1: is too deeply nested"),
        (b"# " + b"x" * 1_000_000, ": larger than 1,000,000 bytes"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_a_file_that_is_no_edit_at_all_is_refused(payer: PayerFolder, contents: bytes, why: str) -> None:
    payer.write(contents)
    (reason, *others) = payer.reasons()
    assert reason.startswith("own/edit.yaml" + why)
    assert not others


def test_a_file_nested_beyond_any_stack_is_refused_and_ends_no_process(payer: PayerFolder) -> None:
    payer.write("[" * 400_000)
    load = (
        "import sys; from pathlib import Path; from cleanclaim import load_catalogue; load_catalogue(Path(sys.argv[1]))"
    )
    run = subprocess.run([sys.executable, "-c", load, payer.path], check=False, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith("own/edit.yaml:1: is too deeply nested")


def test_a_missing_folder_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere is no folder of edits"):
        load_catalogue(tmp_path / "nowhere")
    (tmp_path / "file").write_text(EDIT)
    with pytest.raises(FileNotFoundError, match="file is no folder of edits"):
        load_catalogue(tmp_path / "file")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CatalogueRefused, match="empty: holds no edit file"):
        load_catalogue(tmp_path / "empty")


@examples(120)
@given(st.one_of(st.binary(max_size=60), st.integers(0, 2**32)))
def test_whatever_a_file_holds_nothing_but_a_refusal_comes(
    tmp_path_factory: pytest.TempPathFactory, made: bytes | int
) -> None:
    payer = PayerFolder(tmp_path_factory.mktemp("payer"))
    name = "own/edit.yaml"
    if isinstance(made, int):
        chance = random.Random(made)
        text = chance.choice((EDIT, LIST, NUMBER, TWO_VERSIONS))
        name = chance.choice((name, "parameters/ours.yaml"))
        tree = yaml.load(text, Loader=yaml.BaseLoader)
        made = yaml.safe_dump(_spoilt(chance, tree), sort_keys=False).encode()
    payer.write(made, name)
    try:
        load_catalogue(payer.path)
    except CatalogueRefused as refused:
        reasons = refused.reasons
    else:
        reasons = ()
    assert all(reason.startswith((f"{payer.path}/{name}", "edits supersede")) for reason in reasons)


def _spoilt(chance: random.Random, tree: object) -> object:
    """The tree with something in it changed, now and then in two places."""
    if chance.random() < 0.1:
        return chance.choice(
            ("", "no", "2026-01-01", "[", "{x}", [], {}, ["a"], {"a": "b"}, None, 5, "9" * 40, "XYZ001", "é")
        )
    if isinstance(tree, dict):
        return {chance.choice((key, key, key, key, key, "x")): _spoilt(chance, value) for key, value in tree.items()}
    return [_spoilt(chance, one) for one in tree] if isinstance(tree, list) else tree
