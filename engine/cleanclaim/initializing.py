"""The `init` command: a working example of a suite, laid out in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from cleanclaim.checking import run_check
from cleanclaim.golden.judging import Golden
from cleanclaim.options import Options, WrongUse
from cleanclaim.places import BUNDLED_SHOWN, shipped
from cleanclaim.releases.opening import bundled_library
from cleanclaim.report.writing import write_stream
from cleanclaim.runs.stages import Stages

_DOT = "dot_"
"""What stands for the dot that a file's name begins with."""
_CLAIMS, _RULES, _EXPECTED = "claims/january.csv", "rules", "expected"


def run_init(folder: Path, out: TextIO, stages: Stages) -> int:
    """Lay out the example and keep its findings; the exit status.

    Raises WrongUse, before anything is written, for a file that is there already, and OSError.
    """
    source = shipped("example")
    files = {path: folder / _own_name(path.relative_to(source)) for path in sorted(_files(source))}
    if there := [str(target) for target in files.values() if os.path.lexists(target)]:
        raise WrongUse(f"{', '.join(there)}: there already; nothing was written")
    if (expected := folder / _EXPECTED).exists():
        raise WrongUse(f"{expected}: there already; nothing was written")
    for path, target in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    write_stream((f"{target}\n" for target in files.values()), out)
    return run_check(_snapshot(folder), out, stages)


def _snapshot(folder: Path) -> Options:
    return Options(
        files=[str(folder / _CLAIMS)], format=None, output=None, library=(*bundled_library(), BUNDLED_SHOWN),
        rules=[folder / _RULES], payer_type="unknown", select=(), ignore=(), show_advisory=False,
        show_information=False, fail_on="not_checked", golden=Golden(folder / _EXPECTED, "make"),
    )  # fmt: skip


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _own_name(path: Path) -> Path:
    return Path(*(f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in path.parts))
