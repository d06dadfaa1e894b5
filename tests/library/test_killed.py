"""Writers that are killed, several at once, and readers all the while."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.adding import add_to_library
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.store import open_library
from cleanclaim.tables import Part

from .making import files, part, record

ROOT = Path(__file__).parents[2]
TIMES = int(os.environ.get("CLEANCLAIM_KILLS", "30"))
READERS = 10


def many(text: str) -> list[CodeRecord]:
    return [record(f"A{number}", f"{text} {number}, each") for number in range(4000, 4600)]


OLD, NEW, NEXT = part("2025-10", *many("Old")), part("2026-01", *many("New")), part("2026-04", *many("Next"))
PARTS = {"old": OLD, "new": NEW, "next": NEXT}
ADD = """
import sys
from pathlib import Path
from tests.library.making import files
from tests.library.test_killed import PARTS
from cleanclaim.releases.adding import add_to_library
import filelock
print("ready", flush=True)
sys.stdin.readline()
add_to_library(Path(sys.argv[1]), files(*(PARTS[name] for name in sys.argv[2:])))
"""
READ = """
import sys
from datetime import date
from pathlib import Path
from cleanclaim.releases.store import open_library
print("ready", flush=True)
sys.stdin.readline()
seen = set()
while not Path(sys.argv[2]).exists() or len(seen) == 0:
    library = open_library(Path(sys.argv[1]))
    number = 4000 + len(seen) % 600
    texts = {quarter: one.long_description for quarter, one in library.held(f"A{number}").records.items()}
    words = {"2025-10": "Old", "2026-01": "New", "2026-04": "Next"}
    assert texts == {quarter: f"{words[quarter]} {number}, each" for quarter in library.scopes}, texts
    assert library.damage() is None
    seen.add((library.content_hash, tuple(library.scopes)))
print(sorted(scopes for _, scopes in seen))
"""


def started(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """A process that waits for a line before it begins."""
    made = subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def begin(processes: Sequence["subprocess.Popen[str]"]) -> None:
    for one in processes:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()


def content(*parts: Part) -> str:
    return CodeLibrary(parts).content_hash


def test_a_writer_killed_at_any_moment_leaves_the_old_state_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    add_to_library(path, files(OLD))
    old, both = path.read_bytes(), content(OLD, NEW)
    began = time.monotonic()
    add_to_library(path, files(NEW))
    lasts = time.monotonic() - began
    chance = random.Random(TIMES)
    states = []
    for _ in range(TIMES):
        path.write_bytes(old)
        writer = started(ADD, path, "new")
        begin([writer])
        time.sleep(chance.uniform(0, 1.2 * lasts))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        library = open_library(path)
        assert library.damage() is None
        assert library.content_hash in (content(OLD), both)
        states.append(library.content_hash == both)
        add_to_library(path, files(NEW))
        assert open_library(path).content_hash == both
        assert {one.name for one in tmp_path.iterdir()} == {"library.sqlite", "library.sqlite.lock"}
    assert not all(states), "no writer was killed before it was done"


@pytest.mark.parametrize("moment", ["copyfile", "_add_all", "_put_in_place", "fsync", "replace"])
def test_a_writer_killed_in_each_step_leaves_the_old_state(moment: str, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    add_to_library(path, files(OLD))
    home = {"copyfile": "shutil", "fsync": "os", "replace": "pathlib.Path"}.get(moment, "cleanclaim.releases.adding")
    dies = f"""
import os, pathlib, shutil, signal
import cleanclaim.releases.adding
def dies(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
{home}.{moment} = dies
"""
    writer = started(dies + ADD, path, "new")
    begin([writer])
    writer.communicate()
    assert writer.returncode == -signal.SIGKILL
    assert open_library(path).content_hash == content(OLD)
    add_to_library(path, files(NEW))
    assert open_library(path).content_hash == content(OLD, NEW)
    assert {one.name for one in tmp_path.iterdir()} == {"library.sqlite", "library.sqlite.lock"}


def test_two_writers_and_ten_readers_at_once_never_see_a_wrong_answer(tmp_path: Path) -> None:
    path, done = tmp_path / "library.sqlite", tmp_path / "done"
    add_to_library(path, files(OLD))
    readers = [started(READ, path, done) for _ in range(READERS)]
    writers = [started(ADD, path, "new"), started(ADD, path, "next")]
    begin([*readers, *writers])
    for one in writers:
        assert one.communicate(timeout=60)[1] == ""
    done.touch()
    for one in readers:
        out, wrong = one.communicate(timeout=60)
        assert wrong == ""
        assert "2025-10" in out
    library = open_library(path)
    assert library.content_hash == content(OLD, NEW, NEXT)
    assert library.damage() is None
