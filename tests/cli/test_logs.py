"""What a run says of itself: nothing more than before, or one JSON object a line; progress on a terminal alone."""

import json
import os
import pty
import subprocess
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from cleanclaim.report.text import Summary
from cleanclaim.runs.stages import Stages

from .running import CLEAN, DENIED, FOUND, LONGEST, PROGRAM, WRONG_USE, Run, claims_file, environment, refusal, run_here

KEYS = [
    "event", "stage", "text", "seconds", "claims", "lines", "findings", "bypassed", "lines_not_fully_checked",
    "unreadable", "library", "library_content", "not_loaded", "status",
]  # fmt: skip


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return claims_file(tmp_path / "c.jsonl", {**DENIED, "patient_name": "ZZNAME", "patient_id": "ZZ1"}, CLEAN)


def logged(done: Run) -> list[dict[str, Any]]:
    events = [json.loads(text) for text in done.stderr.splitlines()]
    assert all(list(one) == KEYS for one in events)
    assert "ZZ" not in done.stderr
    return events


@pytest.mark.parametrize("executor", ["rete", "duckdb"])
def test_each_line_is_an_object_of_the_same_keys(executor: str, claims: Path, tmp_path: Path) -> None:
    words = ("--log-format", "json", "--executor", executor, "--output", "r.parquet", "--manifest", "m.json")
    events = logged(run_here("check", claims, *words, cwd=tmp_path))
    assert [one["event"] for one in events if one["event"] != "stage"] == ["notice", "notice", "end"]
    stages = [one["stage"] for one in events if one["event"] == "stage"]
    assert stages == ["hashing", *(["checking"] if executor == "rete" else ["reading", "evaluating"]), "writing"]
    assert all(one["seconds"] >= 0 for one in events if one["event"] == "stage")
    held = json.loads((tmp_path / "m.json").read_text())["library"]
    assert events[-1] == dict.fromkeys(KEYS) | {
        "event": "end", "claims": 2, "lines": 3, "findings": {"line_item_denial": 1}, "bypassed": 0,
        "lines_not_fully_checked": 0, "unreadable": 0,
        "library": f"the bundled records, content {held['content'][:12]}", "library_content": held["content"],
        "not_loaded": held["not_loaded"], "status": FOUND,
    }  # fmt: skip
    assert "the MUE tables" in held["not_loaded"]


def test_why_a_run_cannot_go_on_is_an_object_too(claims: Path, tmp_path: Path) -> None:
    for words in (("--select", "AOC999"), ("--output", "nowhere/r"), ("--memory-limit", "x"), ("--update",)):
        done = run_here("check", claims, "--log-format", "json", *words, cwd=tmp_path)
        (event,) = logged(done)
        assert (event["event"], event["status"], done.returncode) == ("failure", WRONG_USE, WRONG_USE)
        assert words[0] in event["text"]
    (tmp_path / "empty").write_text("")
    *_, last = logged(run_here("check", "empty", "--log-format", "json", cwd=tmp_path))
    assert last["text"] == "there is no claim in the input that could be read"


def test_a_library_that_is_refused_is_an_object_too(claims: Path, tmp_path: Path) -> None:
    for name in ("nosuch", "c.jsonl"):
        done = run_here("check", claims, "--log-format", "json", "--library", name, cwd=tmp_path)
        (event,) = logged(done)
        assert (event["event"], event["status"], done.returncode) == ("failure", WRONG_USE, WRONG_USE)
        assert event["text"].startswith(name)


def test_the_form_of_the_log_may_stand_in_a_file_and_is_text_or_json(claims: Path, tmp_path: Path) -> None:
    said = refusal(run_here("check", claims, "--log-format", "xml", cwd=tmp_path))
    assert said == "--log-format xml: It is one of text, json"
    (tmp_path / "cleanclaim.toml").write_text('log-format = "json"\n')
    assert logged(run_here("check", claims, cwd=tmp_path))[-1]["event"] == "end"


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_has_a_rate_and_the_time_left_and_is_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.runs.stages._SECONDS_UNTIL_SHOWN", 0.0)
    monkeypatch.setattr("cleanclaim.runs.stages._SECONDS_BETWEEN", 0.01)
    stream = Terminal()
    with Stages(stream) as stages:
        stages.begin("checking", share=lambda: 0.25)
        stages.advance(1000)
        until = time.monotonic() + LONGEST
        while "left" not in stream.getvalue():
            assert time.monotonic() < until
            time.sleep(0.01)
        stages.notice("something")
        stages.begin("writing")
    text = stream.getvalue()
    assert "\r\x1b[Kchecking: 1,000 claims, " in text
    assert " a second, 25%, 0:0" in text
    assert "\r\x1b[Knotice: something\n" in text
    assert text.rpartition("\r\x1b[K")[2] in ("", "notice: something\n")


@pytest.mark.parametrize("stream", [StringIO(), None])
def test_what_is_no_terminal_gets_no_progress(stream: StringIO | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.runs.stages._SECONDS_UNTIL_SHOWN", 0.0)
    monkeypatch.setattr("cleanclaim.runs.stages._SECONDS_BETWEEN", 0.01)
    with Stages(stream) as stages:
        stages.begin("checking")
        stages.advance(5)
        time.sleep(0.1)
        stages.end(Summary(1, 1, 1, {}, 0, 0), 0, with_census=False)
    assert stream is None or stream.getvalue() == ""


def test_a_run_on_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    path = claims_file(tmp_path / "c.jsonl", *({**CLEAN, "claim_id": f"{number}"} for number in range(2000)))
    (tmp_path / "sitecustomize.py").write_text(
        "import cleanclaim.runs.stages as stages\nstages._SECONDS_UNTIL_SHOWN, stages._SECONDS_BETWEEN = 0.0, 0.05\n"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "check", path, "--output", "r.jsonl", "--executor", "rete"], cwd=tmp_path, stderr=theirs,
        env=environment(PYTHONPATH=str(tmp_path)), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        os.close(theirs)
        sent = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            sent += part
        process.wait(LONGEST)
    os.close(ours)
    assert b"checking: " in sent
    assert b" claims, " in sent
    assert b" left" in sent
    assert sent.replace(b"\r\n", b"\n").rpartition(b"\x1b[K")[2].startswith((b"2,000 claims, ", b"Library"))
