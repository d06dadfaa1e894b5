"""A payer's folder of edits and parameters, written for a test."""

from pathlib import Path

import pytest

from cleanclaim.catalogue import CatalogueRefused
from cleanclaim.edit_files import load_catalogue

EDIT = """\
id: XYZ001
title: More units than the payer takes
disposition: advisory
citations:
  - {document: Policy, section: "1", url: https://example.org/policy, read: 2026-01-01}
versions:
  - when: units > 5
    message: "{units} units are too many."
    fix: Bill fewer.
"""
LIST = """\
name: our_products
title: Products of the payer
citations:
  - {document: Policy, section: "1", url: https://example.org/policy, read: 2026-01-01}
lists:
  - codes: [Q4100-Q4199, "15271"]
"""
NUMBER = """\
name: our_limit
title: Units that the payer takes
citations:
  - {document: Policy, section: "1", url: https://example.org/policy, read: 2026-01-01}
numbers:
  - effective: {last: 2025-12-31}
    value: 5
  - effective: {first: 2026-01-01}
    value: 7.5
"""


class PayerFolder:
    """A folder, to write files into and to load with the catalogue that comes with cleanclaim."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, text: str | bytes, name: str = "own/edit.yaml") -> Path:
        """Write a file."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def reasons(self) -> list[str]:
        """Why the catalogue is refused, each with its place below the folder."""
        with pytest.raises(CatalogueRefused) as refused:
            load_catalogue(self.path)
        assert str(refused.value).splitlines() == list(refused.value.reasons)
        return [reason.removeprefix(f"{self.path}/") for reason in refused.value.reasons]


def changed(text: str, old: str, new: str) -> str:
    """The text with one passage replaced."""
    assert text.count(old) == 1, old
    return text.replace(old, new)
