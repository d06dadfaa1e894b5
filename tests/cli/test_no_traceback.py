"""Whatever is typed and whatever the files hold, the answer is a report or a refusal, never a traceback."""

import contextlib
import gzip
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cleanclaim.findings import DISPOSITIONS
from cleanclaim.read.formats import INPUT_FORMATS

from .running import DEMONSTRATION, FAILED, FIXTURES, FOUND, NOTHING_BAD, WRONG_USE, run, run_here
from .test_options import EDIT

FILES = ("claims.json", "claims.jsonl", "claims.csv", "claims", "Q4257.txt", "2026-01.csv")
NAMES = (*FILES, "rules", "nowhere", "-", ".", "")
CONTENTS = [
    b"", b"\n", b"[]", b"{}", b"null", b"\xff\xfe", b"\x00", b"{" * 3000, b'[{"claim_id": "A"}',
    gzip.compress(DEMONSTRATION.read_bytes()), gzip.compress(b"PAR1PAR1"), gzip.compress(b"[]")[:12],
    (FIXTURES / "fhir_bundle.json").read_bytes(),
    *(path.read_bytes() for path in (DEMONSTRATION, *sorted((FIXTURES / "unreadable").iterdir()))),
]  # fmt: skip
WORDS = (
    "check", "convert", "--to", "parquet", "edits", "codes", "add", "diff", "list", "show", "page",
    "2026-01", "--on", "--from", "--partial", "schema", "claim", "finding", "edit", "AOC010", "sys", "--help", "--",
    "--format", "text", "jsonl", "--output", "--library", "--rules", "--payer-type", "medicare", "--select", "AOC,COV",
    "--ignore", "--show-advisory", "--hide-information", "--fail-on", "suspension", "--format=jsonl", "--select=,",
    "\x1b[31m", "\udcff", "--output=",
)  # fmt: skip
OPTIONS = {
    "--format": ("text", "jsonl", "xml"), "--output": ("report", "rules", "nowhere/report"),
    "--library": ("Q4257.txt", "2026-01.csv", "rules", "nowhere", "bundled"), "--rules": ("rules", "claims", "nowhere"),
    "--payer-type": ("medicare", "other", "none"), "--select": ("AOC", "cod010", "SYS,UOS", "X"),
    "--input-format": (*INPUT_FORMATS, "xml"), "--ignore": ("COV", ""), "--fail-on": DISPOSITIONS,
}  # fmt: skip
TOMLS = ("", 'format = "jsonl"', "select = 3", "x = ", '"" = ""', "[check]", "rules = 'rules'")

quick = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
contents = st.one_of(
    st.sampled_from(CONTENTS),
    st.binary(max_size=60),
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "replace")),
)
given_options = st.lists(
    st.one_of(
        st.sampled_from((("--show-advisory",), ("--show-information",))),
        *(st.tuples(st.just(name), st.sampled_from(values)) for name, values in OPTIONS.items()),
    ),
    max_size=4,
).map(lambda options: [word for option in options for word in option])
given_names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3)
given_files = st.dictionaries(st.sampled_from(FILES), contents, max_size=3)
edits = st.one_of(
    st.just(EDIT.encode()), st.binary(max_size=40), st.integers(0, len(EDIT)).map(lambda end: EDIT[:end].encode())
)


@contextlib.contextmanager
def folder(files: dict[str, bytes], edit: bytes, toml: str):
    """A folder with these files, an edit file of a payer's and settings."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        (place / "rules").mkdir()
        (place / "rules" / "edit.yaml").write_bytes(edit)
        (place / "cleanclaim.toml").write_text(toml, encoding="utf-8")
        for file, content in files.items():
            (place / file).write_bytes(content)
        yield place


def ended_well(status: int, words: Sequence[str]) -> None:
    assert status in (NOTHING_BAD, FOUND, WRONG_USE), words
    assert status != FAILED


@settings(quick, max_examples=150)
@given(given_files, edits, st.sampled_from(TOMLS), given_options, given_names, contents)
def test_check_always_answers(
    files: dict[str, bytes], edit: bytes, toml: str, options: list[str], names: list[str], given_input: bytes
) -> None:
    with folder(files, edit, toml) as place:
        done = run_here("check", *names, *options, cwd=place, standard_input=given_input)
        ended_well(done.returncode, names)
        assert "Traceback" not in done.stderr


@settings(quick, max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(NAMES), st.text(max_size=6)), max_size=7), contents)
def test_any_words_are_answered(words: list[str], content: bytes) -> None:
    with folder({"claims.json": content}, EDIT.encode(), "") as place:
        done = run_here(*words, cwd=place, standard_input=content)
        ended_well(done.returncode, words)
        assert "Traceback" not in done.stderr


@settings(quick, max_examples=8)
@given(given_files, edits, given_options, given_names, contents)
def test_a_process_of_its_own_always_answers(
    files: dict[str, bytes], edit: bytes, options: list[str], names: list[str], given_input: bytes
) -> None:
    with folder(files, edit, "") as place:
        ended_well(run("check", *names, *options, cwd=place, standard_input=given_input).returncode, names)
