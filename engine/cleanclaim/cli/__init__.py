"""The command line."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cleanclaim.cli import codes, edits
from cleanclaim.cli.check import check
from cleanclaim.cli.common import INTERRUPTED, printed, stop
from cleanclaim.cli.convert import convert
from cleanclaim.cli.explain import explain
from cleanclaim.cli.init import init
from cleanclaim.cli.snapshot import snapshot
from cleanclaim.cli.steps import steps
from cleanclaim.cli.verify import verify
from cleanclaim.interruption import exit_status, interruptible

app = typer.Typer(
    name="cleanclaim",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Which edits a US medical claim would fail, on which line, why, by whose authority, and what to change.",
)


def _version(is_asked: bool) -> None:
    from cleanclaim import __version__

    if is_asked:
        printed([f"cleanclaim {__version__}\n"])
        raise typer.Exit


@app.callback()
def about(
    _: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Which edits a US medical claim would fail, on which line, why, by whose authority, and what to change."""


app.command()(check)
app.command()(convert)
app.command()(explain)
app.command()(init)
app.command()(snapshot)
app.command()(steps)
app.command()(verify)
app.add_typer(edits.app, name="edits")
app.add_typer(codes.app, name="codes")


@app.command()
def schema(model: Annotated[str, typer.Argument(metavar="edit|claim|columns|finding|manifest")]) -> None:
    """Print the JSON schema of an edit file, a claim, a column mapping, a finding or a manifest."""
    from cleanclaim.claims import Claim
    from cleanclaim.edits import Edit
    from cleanclaim.findings import Finding
    from cleanclaim.manifest import Manifest
    from cleanclaim.read.columns import ColumnMapping
    from cleanclaim.values import Model

    models: dict[str, type[Model]] = {
        "edit": Edit, "claim": Claim, "columns": ColumnMapping, "finding": Finding, "manifest": Manifest,
    }  # fmt: skip
    if model not in models:
        stop(f"{model}: there is a schema of {', '.join(models)}")
    printed([json.dumps(models[model].model_json_schema(), indent=2) + "\n"])


def main() -> None:
    """Run the command line; a standard stream that is closed counts as empty, or goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  it stays open
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        with interruptible():
            app()
    except SystemExit:
        raise
    except BaseException:
        status = exit_status()
        if status is None:
            raise
        typer.echo(f"cleanclaim: {INTERRUPTED}", err=True)
        raise SystemExit(status) from None
