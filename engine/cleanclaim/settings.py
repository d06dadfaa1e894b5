"""Options of the command line that stand in a file: cleanclaim.toml, or [tool.cleanclaim] of pyproject.toml."""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cleanclaim.places import BUNDLED, shipped_mappings

TEXTS = (
    "format", "input-format", "payer-type", "fail-on", "executor", "master", "memory-limit", "log-format", "into",
    "into-table",
)  # fmt: skip
PATHS = ("output", "library", "manifest", "columns")
LISTS = ("select", "ignore")
PATH_LISTS = ("rules",)
FLAGS = ("show-advisory", "show-information")
NAMES = (*TEXTS, *PATHS, *LISTS, *PATH_LISTS, *FLAGS)

Setting = str | bool | list[str]


class SettingsRefused(ValueError):
    """A settings file that cannot be read, or that sets what is no option; the message begins with the file."""


@dataclass(frozen=True)
class Settings:
    """Options by name; those not set are missing."""

    values: dict[str, Setting]

    def text(self, name: str) -> str | None:
        """The text of an option."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def several(self, name: str) -> list[str]:
        """The texts of an option that may have several."""
        value = self.values.get(name)
        return value if isinstance(value, list) else []

    def flag(self, name: str) -> bool:
        """Whether a flag is set."""
        return self.values.get(name) is True


def read_settings(folder: Path) -> Settings:
    """The settings that hold in a folder: of the nearest file in it or above it. Raises SettingsRefused.

    Paths in the file count from the folder it lies in.
    """
    for place in (folder, *folder.parents):
        for name in ("cleanclaim.toml", "pyproject.toml"):
            path = place / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return Settings(_checked(path, table))
    return Settings({})


def _table(path: Path) -> dict[str, object] | None:
    """The table of options, None where a pyproject.toml has none; it is broken for us only where it names us."""
    content = b""
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as wrong:
        if path.name != "cleanclaim.toml" and b"tool.cleanclaim" not in content:
            return None
        raise SettingsRefused(f"{path}: cannot be read: {wrong}") from None
    if path.name == "cleanclaim.toml":
        return data
    tools = data.get("tool")
    table = tools.get("cleanclaim") if isinstance(tools, dict) else None
    if table is None or isinstance(table, dict):
        return table
    raise SettingsRefused(f"{path}: tool.cleanclaim is a table of options")


def _checked(path: Path, table: dict[str, object]) -> dict[str, Setting]:
    values: dict[str, Setting] = {}
    for key, value in table.items():
        name = key.replace("_", "-")
        if name not in NAMES:
            near = ", ".join(get_close_matches(name, NAMES, 3)) or "none"
            raise SettingsRefused(f"{path}: {key} is no option; nearest: {near}")
        values[name] = _value(path, name, value)
    return values


def _value(path: Path, name: str, value: object) -> Setting:
    if name in FLAGS:
        if isinstance(value, bool):
            return value
        raise SettingsRefused(f"{path}: {name} is true or false")
    if name in LISTS or name in PATH_LISTS:
        texts = value.split(",") if isinstance(value, str) and name in LISTS else value
        texts = [texts] if isinstance(texts, str) else texts
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            return (
                [str(path.parent / text) for text in texts]
                if name in PATH_LISTS
                else [text.strip() for text in texts if text.strip()]
            )
        raise SettingsRefused(f"{path}: {name} is a list of texts")
    if not isinstance(value, str):
        raise SettingsRefused(f"{path}: {name} is a text")
    is_word = (name == "library" and value == BUNDLED) or (name == "columns" and value in shipped_mappings())
    return str(path.parent / value) if name in PATHS and not is_word else value
