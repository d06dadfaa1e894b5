"""How a step fails: in words for whoever wrote the feature file, without a traceback."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill

import pytest

_WIDTH = 100


class StepFailed(Exception):
    """A step that cannot be carried out, or an expectation that is not met; its text says what, on its first line."""


def nearest(name: str, known: Iterable[str], cutoff: float = 0.0) -> str | None:
    """The known name that is most like a name; None where none is like it by the cutoff, from 0 to 1."""
    return next(iter(get_close_matches(name, list(known), 1, cutoff)), None)


def unknown(name: str, what: str, known: Iterable[str]) -> StepFailed:
    """The failure for a name that is none of those known."""
    names = list(known)
    listed = fill(", ".join(names), _WIDTH, initial_indent="  known: ", subsequent_indent="    ")
    return StepFailed(f"{name!r} is no {what}; nearest: {nearest(name, names)}\n\n{listed}")


def shown_path(path: Path, config: pytest.Config) -> str:
    """A path as whoever called pytest sees it: relative to the working folder where it lies inside."""
    folder = config.invocation_params.dir
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
