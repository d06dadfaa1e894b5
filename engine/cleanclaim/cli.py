"""The command line: check claims, look at edits, print schemas."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from cleanclaim.catalogue import Catalogue
    from cleanclaim.settings import Settings

app = typer.Typer(
    name="cleanclaim",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Which edits a US medical claim would fail, on which line, why, by whose authority, and what to change.",
)
edits_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look at the edits of the catalogue.")
app.add_typer(edits_app, name="edits")

WRONG_USE = 2
Result = TypeVar("Result")
_Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A payer's own folder of edits, beside ours; may be repeated."),
]


@app.command()
def check(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Claims as JSON, JSON Lines or CSV; - is standard input.")
    ],
    format: Annotated[str | None, typer.Option(metavar="text|jsonl", help="How findings are written (text).")] = None,  # noqa: A002
    output: Annotated[Path | None, typer.Option(metavar="PATH", help="Write there, whole or not at all.")] = None,
    library: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Code set releases: a folder or one file (the bundled records).")
    ] = None,
    rules: _Rules = None,
    payer_type: Annotated[
        str | None,
        typer.Option(metavar="PAYER", help="Of claims that state none: medicare, medicare_advantage, other."),
    ] = None,
    select: Annotated[
        str | None, typer.Option(metavar="IDS", help="Report these edits or families alone: AOC010,COV.")
    ] = None,
    ignore: Annotated[str | None, typer.Option(metavar="IDS", help="Do not report these edits or families.")] = None,
    show_advisory: Annotated[
        bool | None, typer.Option("--show-advisory/--hide-advisory", help="Show advisories in text (counted only).")
    ] = None,
    show_information: Annotated[
        bool | None, typer.Option("--show-information/--hide-information", help="Report information (left out).")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option(metavar="DISPOSITION", help="Exit with 1 from this disposition on (not_checked).")
    ] = None,
) -> None:
    """Check claims and say which edits they would fail.

    Exit status: 0 nothing as bad as --fail-on; 1 findings; 2 wrong use, or nothing readable at all; 3 the engine
    failed on a claim. Options may stand in cleanclaim.toml or in [tool.cleanclaim] of pyproject.toml.
    """
    from cleanclaim.checking import Options, WrongUse, run_check

    settings = _settings()
    library_set, output_set = settings.text("library"), settings.text("output")
    options = Options(
        files=files,
        format=_first(format, settings.text("format"), "text"),
        output=output or (Path(output_set) if output_set else None),
        library=library or (Path(library_set) if library_set else None),
        rules=_folders(rules, settings),
        payer_type=_first(payer_type, settings.text("payer-type"), "unknown"),
        select=settings.several("select") if select is None else _names(select),
        ignore=settings.several("ignore") if ignore is None else _names(ignore),
        show_advisory=settings.flag("show-advisory") if show_advisory is None else show_advisory,
        show_information=settings.flag("show-information") if show_information is None else show_information,
        fail_on=_first(fail_on, settings.text("fail-on"), "not_checked"),
    )
    raise typer.Exit(_guarded(lambda: run_check(options, sys.stdout, sys.stderr), WrongUse))


@edits_app.command("list")
def list_edits(rules: _Rules = None) -> None:
    """List the edits: id, disposition, title."""
    from cleanclaim.report.edit_card import list_lines

    _print(list_lines(_catalogue(rules)))


@edits_app.command("show")
def show_edit(edit_id: Annotated[str, typer.Argument(metavar="ID")], rules: _Rules = None) -> None:
    """Show one edit in full: meaning, versions, authority, known gaps."""
    from difflib import get_close_matches

    from cleanclaim.report.edit_card import card_lines

    catalogue = _catalogue(rules)
    edit = catalogue.edits.get(edit_id.upper())
    if edit is None:
        near = ", ".join(get_close_matches(edit_id.upper(), catalogue.edits, 3)) or "none"
        _stop(f"{edit_id}: there is no such edit; nearest: {near}")
    _print(card_lines(catalogue, edit))


@edits_app.command("page")
def edits_page(rules: _Rules = None) -> None:
    """Print the whole catalogue as a page of Markdown."""
    from cleanclaim.report.edit_card import catalogue_page

    _print(catalogue_page(_catalogue(rules)))


@app.command()
def schema(model: Annotated[str, typer.Argument(metavar="edit|claim|finding")]) -> None:
    """Print the JSON schema of an edit file, a claim or a finding."""
    from cleanclaim.claims import Claim
    from cleanclaim.edits import Edit
    from cleanclaim.findings import Finding
    from cleanclaim.values import Model

    models: dict[str, type[Model]] = {"edit": Edit, "claim": Claim, "finding": Finding}
    if model not in models:
        _stop(f"{model}: there is a schema of {', '.join(models)}")
    _print([json.dumps(models[model].model_json_schema(), indent=2) + "\n"])


def _settings() -> "Settings":
    from cleanclaim.settings import SettingsRefused, read_settings

    return _guarded(lambda: read_settings(Path.cwd()), SettingsRefused)


def _folders(rules: list[Path] | None, settings: "Settings") -> list[Path]:
    return rules or [Path(folder) for folder in settings.several("rules")]


def _catalogue(rules: list[Path] | None) -> "Catalogue":
    """The catalogue with a payer's own folders: those named, else those of the settings."""
    from cleanclaim.catalogue import load_catalogue

    folders = _folders(rules, _settings())
    return _guarded(lambda: load_catalogue(*folders))


def _guarded(action: Callable[[], Result], *more: type[Exception]) -> Result:
    """The result of an action; what is wrong with its input ends the program with status 2."""
    from cleanclaim.catalogue import CatalogueRefused
    from cleanclaim.releases.library import LibraryRefused

    refusals: tuple[type[Exception], ...] = (CatalogueRefused, LibraryRefused, *more)
    try:
        return action()
    except refusals as wrong:
        _stop(str(wrong))
    except OSError as wrong:
        _stop(f"{wrong.filename}: {wrong.strerror}" if wrong.filename and wrong.strerror else str(wrong))


def _first(*texts: str | None) -> str:
    return next(text for text in texts if text is not None)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _print(lines: Iterable[str]) -> None:
    from cleanclaim.report.writing import write_stream

    _guarded(lambda: write_stream(lines, sys.stdout))


def _stop(message: str) -> NoReturn:
    for line in message.splitlines():
        typer.echo(f"cleanclaim: {line}", err=True)
    raise typer.Exit(WRONG_USE)


def main() -> None:
    """Run the command line; a standard stream that is closed counts as empty, or goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  it stays open
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    app()
