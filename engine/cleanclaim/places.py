"""Where the files that come with cleanclaim lie: inside the package (installed) or at the root of a checkout."""

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent
BUNDLED = "bundled"
"""The word for the records that come with cleanclaim, where a library is named."""
BUNDLED_SHOWN = "the bundled records"
"""And where it is shown."""


def shipped(name: Literal["rules", "fixtures", "example"]) -> Path:
    """The folder of that name. Raises FileNotFoundError where the installation is not whole."""
    inside, beside = _PACKAGE / name, _PACKAGE.parents[1] / name
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"cleanclaim is not wholly installed: there is no folder {inside} and none at {beside}")


def shipped_mappings() -> dict[str, Path]:
    """The column mappings that come with cleanclaim, by name."""
    return {path.stem: path for path in sorted((_PACKAGE / "read" / "mappings").glob("*.yaml"))}
