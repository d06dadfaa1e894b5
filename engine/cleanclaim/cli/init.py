"""cleanclaim init: a working example of a suite, to begin from."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli.common import ran


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where; it is made if it is not there.")] = Path(),
) -> None:
    """Lay out an example of a suite: scenarios, claims with their snapshot, an edit of your own, where it runs in CI.

    Nothing that is there is overwritten: then nothing is written, and the exit status is 2.
    """
    from cleanclaim.initializing import run_init

    raise typer.Exit(ran(lambda stages: run_init(folder, sys.stdout, stages)))
