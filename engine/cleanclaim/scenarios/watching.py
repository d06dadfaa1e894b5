"""What may watch the checks of scenarios: the record that mutation keeps, the coverage of the catalogue.

Imports none of the engine: the steps import it when they are registered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from cleanclaim.claims import ReadClaim
    from cleanclaim.codes import Notice
    from cleanclaim.findings import Finding
    from cleanclaim.pipeline import Checker
    from cleanclaim.scenarios.outcome import Outcome


@dataclass(frozen=True)
class Checked:
    """One check of one scenario."""

    checker: "Checker"
    folders: tuple[Path, ...]
    """The folders of edits that the scenario adds."""
    claims: "Sequence[ReadClaim]"
    findings: "Sequence[Finding]"
    notices: "Sequence[Notice]"


class Watcher(Protocol):
    """Sees each check of a session's scenarios."""

    def outcome(self, checked: Checked, outcome: "Outcome") -> "Outcome":
        """What the scenario's expectations are put to: the outcome, or one that notes them."""


WATCHER = pytest.StashKey[Watcher]()
"""In the stash of pytest's configuration, where something watches."""
