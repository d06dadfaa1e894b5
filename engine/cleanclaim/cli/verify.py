"""cleanclaim verify: a run repeated by its manifest, and whether every byte and every statement agrees."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import MemoryLimit, guarded, opened_library, ran


def verify(
    manifest: Annotated[Path, typer.Argument(metavar="MANIFEST", help="What check --manifest has written.")],
    library: Annotated[
        str | None, typer.Option(metavar="PATH", help="Where the library is now, if not where it was.")
    ] = None,
    memory_limit: MemoryLimit = None,
) -> None:
    """Repeat a run and say whether every byte agrees, and all that is stated of it, in the folder in which it ran.

    Exit status: 0 all agrees; 1 something differs; 2 the run cannot be repeated. What was written is not touched.
    """
    from cleanclaim.options import WrongUse
    from cleanclaim.places import BUNDLED, BUNDLED_SHOWN
    from cleanclaim.verifying import read_manifest, run_verify

    held = guarded(lambda: read_manifest(manifest), WrongUse)
    named = BUNDLED if held.library.name == BUNDLED_SHOWN else held.library.name
    opened, notices, _ = opened_library(library or named)
    raise typer.Exit(ran(lambda stages: run_verify(held, (opened, notices), memory_limit, sys.stdout, stages)))
