"""What reaches a terminal: colors there and nowhere else, and no control character that a claim brought along."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from .running import CLEAN, DENIED, LONGEST, NOT_CHECKED, PROGRAM, claims_file, environment, findings, run

ESCAPE = "\x1b"
STEERING = ("\x1b[2J", "\x1b]0;title\x07", "\x07\x08\r\n\t\x0b", "\x9b31m", "\x7f", "\u202e\u200b\u2028\ufeff", "\x00")


def on_a_terminal(*arguments: object, cwd: Path, **more: str) -> str:
    """What a terminal is sent."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)], cwd=cwd, env=environment(TERM="xterm-256color", **more),
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
    ) as process:  # fmt: skip
        os.close(theirs)
        sent = b""
        while part := _read(ours):
            sent += part
        process.wait(LONGEST)
    os.close(ours)
    assert b"Traceback" not in sent
    return sent.decode().replace("\r\n", "\n")


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "claims.jsonl", DENIED, CLEAN, NOT_CHECKED)


def test_a_terminal_gets_colors_and_otherwise_the_same_text(claims: Path, tmp_path: Path) -> None:
    plain = run("check", claims, cwd=tmp_path).stdout
    sent = on_a_terminal("check", claims, cwd=tmp_path)
    assert f"{ESCAPE}[1mClaim DENIED{ESCAPE}[0m" in sent
    assert f"{ESCAPE}[31mline item denial{ESCAPE}[0m" in sent
    assert f"{ESCAPE}[35mnot checked{ESCAPE}[0m" in sent
    assert f"{ESCAPE}[32mClean: CLEAN{ESCAPE}[0m" in sent
    for code in ("1", "31", "32", "35", "0"):
        sent = sent.replace(f"{ESCAPE}[{code}m", "")
    assert sent == plain


def test_no_color_is_obeyed(claims: Path, tmp_path: Path) -> None:
    assert on_a_terminal("check", claims, cwd=tmp_path, NO_COLOR="1") == run("check", claims, cwd=tmp_path).stdout
    assert ESCAPE in on_a_terminal("check", claims, cwd=tmp_path, NO_COLOR="")


def test_nothing_but_a_terminal_gets_colors(claims: Path, tmp_path: Path) -> None:
    assert ESCAPE not in run("check", claims, cwd=tmp_path).stdout
    on_a_terminal("check", claims, "--output", "report", cwd=tmp_path)
    assert ESCAPE not in (tmp_path / "report").read_text()
    assert ESCAPE not in on_a_terminal("check", claims, "--format", "jsonl", cwd=tmp_path)


def steering_claims(tmp_path: Path) -> Path:
    of_claim = [
        {**claim, "claim_id": f"{claim['claim_id']}{steering}X", "lines": [
            {**one, "procedure_code": f"{one['procedure_code']}{steering}"} for one in claim["lines"]  # type: ignore[attr-defined]
        ]} for claim in (DENIED, NOT_CHECKED, CLEAN) for steering in STEERING
    ]  # fmt: skip
    clean = [{**CLEAN, "claim_id": f"{steering}CLEAN"} for steering in STEERING[:3]]
    misspelt = {"claim_id": "M", "lines": [{"line_number": 1, "date_of_service": "2026-01-15", "units\x1b[31m": 1}]}
    return claims_file(tmp_path / "claims\x1b[31m.jsonl", *of_claim, *clean, misspelt)


def test_no_control_character_of_a_claim_steers_the_terminal(tmp_path: Path) -> None:
    path = steering_claims(tmp_path)
    for written in ("text", "jsonl"):
        sent = on_a_terminal("check", path, "--format", written, "--show-advisory", cwd=tmp_path, NO_COLOR="1")
        assert all(character == "\n" or character.isprintable() for character in sent)
    assert "DENIED\N{REPLACEMENT CHARACTER}[2JX" in on_a_terminal("check", path, cwd=tmp_path, NO_COLOR="1")


def test_json_lines_hold_the_claim_id_exactly_and_in_ascii(tmp_path: Path) -> None:
    texts = ("\x1b", "\x7f", "\x85", "\u2028", "\xfc", "\U0001f9fe")
    path = claims_file(tmp_path / "claims.jsonl", *({**DENIED, "claim_id": f"A{text}Z"} for text in texts))
    done = run("check", path, "--format", "jsonl", cwd=tmp_path)
    assert done.stdout.isascii()
    assert [one["claim_id"] for one in findings(done)] == [f"A{text}Z" for text in sorted(texts)]
