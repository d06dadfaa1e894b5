"""The command line: check claims, look at edits, print schemas."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer

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
    from cleanclaim.settings import SettingsRefused, read_settings

    try:
        settings = read_settings(Path.cwd())
        library_set, output_set = settings.text("library"), settings.text("output")
        options = Options(
            files=files,
            format=format or settings.text("format") or "text",
            output=output or (Path(output_set) if output_set else None),
            library=library or (Path(library_set) if library_set else None),
            rules=rules or [Path(folder) for folder in settings.several("rules")],
            payer_type=payer_type or settings.text("payer-type") or "unknown",
            select=_names(select) or settings.several("select"),
            ignore=_names(ignore) or settings.several("ignore"),
            show_advisory=settings.flag("show-advisory") if show_advisory is None else show_advisory,
            show_information=settings.flag("show-information") if show_information is None else show_information,
            fail_on=fail_on or settings.text("fail-on") or "not_checked",
        )
    except SettingsRefused as wrong:
        _stop(str(wrong))
    try:
        status = _guarded(lambda: run_check(options, sys.stdout, sys.stderr), WrongUse)
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    raise typer.Exit(status)


@edits_app.command("list")
def list_edits(rules: _Rules = None) -> None:
    """List the edits: id, disposition, title."""
    from cleanclaim.catalogue import load_catalogue
    from cleanclaim.report.edit_card import list_lines

    _print(list_lines(_guarded(lambda: load_catalogue(*rules or ()))))


@edits_app.command("show")
def show_edit(edit_id: Annotated[str, typer.Argument(metavar="ID")], rules: _Rules = None) -> None:
    """Show one edit in full: meaning, versions, authority, known gaps."""
    from difflib import get_close_matches

    from cleanclaim.catalogue import load_catalogue
    from cleanclaim.report.edit_card import card_lines

    catalogue = _guarded(lambda: load_catalogue(*rules or ()))
    edit = catalogue.edits.get(edit_id.upper())
    if edit is None:
        near = ", ".join(get_close_matches(edit_id.upper(), catalogue.edits, 3)) or "none"
        _stop(f"{edit_id}: there is no such edit; nearest: {near}")
    _print(card_lines(catalogue, edit))


@edits_app.command("page")
def edits_page(rules: _Rules = None) -> None:
    """Print the whole catalogue as a page of Markdown."""
    from cleanclaim.catalogue import load_catalogue
    from cleanclaim.report.edit_card import catalogue_page

    _print(catalogue_page(_guarded(lambda: load_catalogue(*rules or ()))))


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


def _guarded(action: Callable[[], Result], *more: type[Exception]) -> Result:
    """The result of an action; what is wrong with its input ends the program with status 2."""
    from cleanclaim.catalogue import CatalogueRefused
    from cleanclaim.releases.library import LibraryRefused

    refusals: tuple[type[Exception], ...] = (CatalogueRefused, LibraryRefused, FileNotFoundError, *more)
    try:
        return action()
    except refusals as wrong:
        _stop(str(wrong))


def _names(text: str | None) -> list[str]:
    return [name.strip().upper() for name in (text or "").split(",") if name.strip()]


def _print(lines: Iterable[str]) -> None:
    try:
        sys.stdout.writelines(lines)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()


def _stop(message: str) -> NoReturn:
    for line in message.splitlines():
        typer.echo(f"cleanclaim: {line}", err=True)
    raise typer.Exit(WRONG_USE)


def main() -> None:
    """Run the command line."""
    app()
