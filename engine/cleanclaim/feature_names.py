"""The scenarios that specify an edit, by name: those of the feature file of its stem, where that is at hand."""

import re
from pathlib import Path

_SCENARIO = re.compile(r"^\s*(?:Scenario|Scenario Outline|Scenario Template|Example): *(.+?)\s*$")
_DOC_STRING = ('"""', "```")


def feature_of(edit_file: Path) -> Path | None:
    """The feature of an edit: beside its file, or in the folder `features` beside a folder `rules`."""
    beside = edit_file.with_suffix(".feature")
    family = edit_file.parent
    in_checkout = family.parent.parent / "features" / family.name / beside.name
    places = [beside, in_checkout] if family.parent.name == "rules" else [beside]
    return next((place for place in places if place.is_file()), None)


def scenario_names(feature: Path) -> list[str]:
    """The names of a feature's scenarios, in order. Raises OSError."""
    names: list[str] = []
    fence: str | None = None
    for line in feature.read_text(encoding="utf-8", errors="replace").splitlines():
        start = line.strip()[:3]
        if start in _DOC_STRING and fence in (None, start):
            fence = None if fence else start
        elif fence is None and (named := _SCENARIO.match(line)):
            names.append(named[1])
    return names
