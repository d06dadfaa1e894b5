"""What the commands have in common: settings, the catalogue, and how a run ends that cannot go on."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from cleanclaim.places import BUNDLED, BUNDLED_SHOWN, shipped_mappings

if TYPE_CHECKING:
    from cleanclaim.catalogue import Catalogue
    from cleanclaim.codes import Notice
    from cleanclaim.releases.library import CodeLibrary
    from cleanclaim.runs.stages import Stages
    from cleanclaim.settings import Settings

WRONG_USE, FAILED = 2, 3
INTERRUPTED = "interrupted"
Result = TypeVar("Result")
LIBRARY_HELP = "The library: a library file, or files as CMS publishes them. Else CLEANCLAIM_LIBRARY, else your own."
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A payer's own folder of edits, beside ours; may be repeated."),
]
Library = Annotated[str | None, typer.Option("--library", metavar="PATH", help=LIBRARY_HELP)]
Payer = Annotated[
    str | None,
    typer.Option(
        "--payer-type", metavar="PAYER", help="Of claims that state none: medicare, medicare_advantage, other."
    ),
]
ExecutorOption = Annotated[
    str | None,
    typer.Option(
        "--executor",
        metavar="rete|duckdb|spark",
        help="One claim at a time, or sets of them (one of two, by size).",
    ),
]
Master = Annotated[
    str | None,
    typer.Option("--master", metavar="URL", help="With --executor spark: the Spark to run on (local[*], or its own)."),
]
MemoryLimit = Annotated[
    str | None,
    typer.Option(
        "--memory-limit",
        metavar="SIZE",
        help="Memory of a run on DuckDB or Spark, which spill to disk beyond it (4GB).",
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        metavar="FILE|NAME",
        help=f"What the columns of tables hold: a mapping file, or one of {', '.join(shipped_mappings())}.",
    ),
]

InputFormatOption = Annotated[
    str | None,
    typer.Option(
        "--input-format", metavar="json|jsonl|csv|parquet|837|fhir", help="What all files are (as their content tells)."
    ),
]


def settings() -> "Settings":
    """The settings that hold in the current folder; one that is wrong ends the program with status 2."""
    from cleanclaim.settings import SettingsRefused, read_settings

    return guarded(lambda: read_settings(Path.cwd()), SettingsRefused)


def folders(rules: list[Path] | None, settings: "Settings") -> list[Path]:
    """The payer's folders named, else those of the settings."""
    return rules or [Path(folder) for folder in settings.several("rules")]


def catalogue_of(rules: list[Path] | None) -> "Catalogue":
    """The catalogue with a payer's own folders: those named, else those of the settings."""
    from cleanclaim.edit_files import load_catalogue

    own = folders(rules, settings())
    return guarded(lambda: load_catalogue(*own))


def named_library(option: str | None) -> str | None:
    """The library that is named: by the option, CLEANCLAIM_LIBRARY or the settings; None when none is."""
    return option or os.environ.get("CLEANCLAIM_LIBRARY") or settings().text("library")


def own_library() -> Path:
    """The user's own library, which need not be there."""
    from platformdirs import user_data_path

    return user_data_path("cleanclaim", appauthor=False) / "library.sqlite"


def opened_library(option: str | None) -> "tuple[CodeLibrary, tuple[Notice, ...], str]":
    """The library as `library_of` opens it; one that is refused ends the program with status 2."""
    return guarded(lambda: library_of(option))


def library_of(option: str | None) -> "tuple[CodeLibrary, tuple[Notice, ...], str]":
    """The library with its notices and the name to show; the bundled records where none is named and none is own.

    Raises LibraryRefused and OSError.
    """
    from cleanclaim.releases.opening import bundled_library, read_library

    named = named_library(option)
    path = Path(named) if named else own_library()
    if named == BUNDLED or (named is None and not path.exists()):
        return *bundled_library(), BUNDLED_SHOWN
    return *read_library(path), str(path)


def guarded(action: Callable[[], Result], *more: type[Exception]) -> Result:
    """The result of an action; what is wrong with its input ends the program with status 2."""
    from cleanclaim.catalogue import CatalogueRefused
    from cleanclaim.releases.library import LibraryRefused

    refusals: tuple[type[Exception], ...] = (CatalogueRefused, LibraryRefused, *more)
    try:
        return action()
    except refusals as wrong:
        stop(str(wrong))
    except OSError as wrong:
        stop(said(wrong))


def ran(action: "Callable[[Stages], int]", log_format: str = "text") -> int:
    """The exit status of a run over files of claims; why one cannot go on is told as the rest is."""
    from cleanclaim.catalogue import CatalogueRefused
    from cleanclaim.interruption import exit_status
    from cleanclaim.manifest import InputChanged
    from cleanclaim.options import WrongUse, one_of
    from cleanclaim.releases.library import LibraryRefused
    from cleanclaim.runs.results import RunFailed
    from cleanclaim.runs.stages import Stages
    from cleanclaim.workers.pool import WorkersNotStarted

    guarded(lambda: one_of("--log-format", log_format, ("text", "json")), WrongUse)
    with Stages(sys.stderr, as_json=log_format == "json") as stages:
        try:
            return action(stages)
        except (WrongUse, RunFailed, InputChanged, CatalogueRefused, LibraryRefused) as wrong:
            text, status = str(wrong), WRONG_USE
        except WorkersNotStarted as wrong:
            text, status = str(wrong), FAILED
        except OSError as wrong:
            text, status = said(wrong), WRONG_USE
        except BaseException:
            if exit_status() is None:
                raise
            text, status = INTERRUPTED, FAILED
        if (asked := exit_status()) is not None:  # what failed meanwhile failed by it
            text, status = INTERRUPTED, asked
        stages.failure(text, status)
        return status


def said(wrong: OSError) -> str:
    """What the system says, and of which file."""
    return f"{wrong.filename}: {wrong.strerror}" if wrong.filename and wrong.strerror else str(wrong)


def first(*texts: str | None) -> str:
    """The first text that is given."""
    return next(text for text in texts if text is not None)


def chosen(option: str | None, settings: "Settings", name: str) -> list[str]:
    """The names of an option, else those of the settings."""
    return settings.several(name) if option is None else names(option)


def switched(option: bool | None, settings: "Settings", name: str) -> bool:
    """An option of yes or no, else what the settings say."""
    return settings.flag(name) if option is None else option


def names(text: str) -> list[str]:
    """Names parted by commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def printed(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    from cleanclaim.report.writing import write_stream

    guarded(lambda: write_stream(lines, sys.stdout))


def stop(message: str) -> NoReturn:
    """End the program with status 2 and a message for each line."""
    for line in message.splitlines():
        typer.echo(f"cleanclaim: {line}", err=True)
    raise typer.Exit(WRONG_USE)
