"""Edit ids and the tags of feature files as pytest markers, known without loading the catalogue."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pytest

from cleanclaim.places import shipped

_EDIT_ID = re.compile(r"\b[A-Z]{3}[0-9]{3}\b")
_ID_OF_A_FILE = re.compile(r"""^id:\s*["']?([A-Z]{3}[0-9]{3})\b""", re.MULTILINE)


def register_markers(config: pytest.Config, markers: Mapping[str, str]) -> None:
    """Register markers, each with what it says of a test; one that is known keeps what was said before."""
    known = {_name(line) for line in config.getini("markers")}
    for name, meaning in markers.items():
        if name not in known:
            config.addinivalue_line("markers", f"{name}: {meaning}")


@cache
def shipped_edit_ids() -> frozenset[str]:
    """The ids of the edits that come with cleanclaim; none where the installation is not whole."""
    try:
        return edit_ids_in(shipped("rules"))
    except FileNotFoundError:
        return frozenset()


@cache
def edit_ids_in(folder: Path) -> frozenset[str]:
    """The ids of the edits in a folder, as far as its files can be read. Whether they are edits is not proved."""
    return frozenset(match for path in folder.rglob("*.yaml") for match in _ID_OF_A_FILE.findall(_text(path)))


def edit_ids_named(text: str, known: Iterable[str]) -> list[str]:
    """Those of the known edits that a text names, ascending."""
    return sorted(set(_EDIT_ID.findall(text)).intersection(known))


def _name(line: str) -> str:
    return line.partition(":")[0].partition("(")[0].strip()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
