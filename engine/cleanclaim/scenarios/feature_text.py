"""A feature file as read for collection: whether it is ours, its scenarios, and what is wrong with it."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pytest_bdd.exceptions import GherkinParseError
from pytest_bdd.gherkin_parser import GherkinDocument
from pytest_bdd.parser import Feature, FeatureParser, Rule, ScenarioTemplate, Step, render_string

from cleanclaim.scenarios.markers import edit_ids_in, edit_ids_named, shipped_edit_ids
from cleanclaim.scenarios.steps import is_step_of_ours

ENCODING = "utf-8-sig"
"""UTF-8, with or without the mark that some editors put first."""

_STEP_LINE = re.compile(r"\s*(?:Given|When|Then|And|But|\*)\s+(?P<step>.*?)\s*")
_EDITS_IN = re.compile(r'^the edits in "(?P<folder>[^"]+)"$', re.MULTILINE)
_OUTLINES = ("Scenario Outline", "Scenario Template")
_PLACED = re.compile(r"^\((?P<line>\d+):\d+\): (?P<reason>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Wrong:
    """Something that keeps a feature file from being run, and the line on which it stands, from 1."""

    line: int
    reason: str


@dataclass
class FeatureText:
    """A feature file that uses steps of ours."""

    feature: Feature | None = None
    """What pytest-bdd reads in it; None where it is broken."""
    wrong: list[Wrong] = field(default_factory=list)

    def tags(self) -> set[str]:
        """Every tag of the file, those of rules and examples included."""
        feature = self.feature
        if feature is None:
            return set()
        templates = feature.scenarios.values()
        of_rules = (template.rule.tags for template in templates if template.rule)
        of_examples = (examples.tags for template in templates for examples in template.examples)
        return feature.tags.union(*(template.tags for template in templates), *of_rules, *of_examples)


def read_feature(path: Path, *, is_named: bool = False) -> FeatureText | None:
    """A feature file as far as it can be read; None where no step in it is ours, whatever else may be wrong with it.

    One that was named to pytest is taken for ours, and one without a scenario, where a file of its folder is.
    """
    parser = _EveryScenario(str(path.parent), path.name, ENCODING)
    try:
        feature = parser.parse()
    except GherkinParseError as wrong:
        return FeatureText(wrong=[_told(wrong)]) if is_named or _step_of_ours(path) else None
    except UnicodeDecodeError as wrong:
        line = wrong.object[: wrong.start].count(b"\n") + 1
        return FeatureText(wrong=[Wrong(line, "is no UTF-8 text")]) if is_named or _step_of_ours(path) else None
    except OSError:
        return None
    except KeyError:  # a file without a feature: pytest-bdd looks it up all the same
        return _without_scenario(path, 1, is_named=is_named)
    strays = [_step_of_ours(path, line, steps) for line, steps in parser.described]
    if any(strays):
        return FeatureText(wrong=[one for one in strays if one])
    if not parser.templates:
        return _without_scenario(path, feature.line_number, is_named=is_named)
    if not is_named and not any(is_ours(template) for template in parser.templates):
        return None
    return FeatureText(feature, [*_repeated(parser.templates), *_without_examples(parser.templates)])


def is_ours(template: ScenarioTemplate) -> bool:
    """Whether a scenario uses a step of ours. Of an outline the first example is looked at."""
    example = next((example for examples in template.examples for example in examples.as_contexts()), {})
    return any(is_step_of_ours(step.type, render_string(step.name, example)) for step in template.steps)


def edit_markers(template: ScenarioTemplate, example: Mapping[str, object]) -> list[str]:
    """The ids of edits that a scenario names in its steps: cleanclaim's, and those of folders it adds."""
    text = render_string("\n".join(_step_text(step) for step in template.steps), example)
    folder = Path(template.feature.filename).parent
    own = (edit_ids_in(folder / match["folder"]) for match in _EDITS_IN.finditer(text))
    return edit_ids_named(text, shipped_edit_ids().union(*own))


class _EveryScenario(FeatureParser):
    """Keeps every scenario, where a Feature drops all but one of a name, and what Gherkin takes for descriptions."""

    def __init__(self, *args: str) -> None:
        super().__init__(*args)
        self.templates: list[ScenarioTemplate] = []
        self.described: list[tuple[int, set[str]]] = []
        """Of those, the lines that read as steps, with the line of what they describe."""

    def _parse_feature_file(self) -> GherkinDocument:
        document = super()._parse_feature_file()
        feature = document.feature
        rules = [child.rule for child in feature.children if child.rule]
        texts = [(feature.location.line, feature.description)]
        texts += ((one.location.line, one.description) for one in rules)
        for number, text in texts:
            if steps := {line.strip() for line in text.splitlines() if _STEP_LINE.fullmatch(line)}:
                self.described.append((number, steps))
        return document

    def parse_scenario(self, scenario_data: Any, feature: Feature, rule: Rule | None = None) -> ScenarioTemplate:
        template = super().parse_scenario(scenario_data, feature, rule)
        self.templates.append(template)
        return template


def _repeated(templates: list[ScenarioTemplate]) -> list[Wrong]:
    first: dict[str, int] = {}
    wrong = []
    for template in templates:
        line = first.setdefault(template.name, template.line_number)
        if line != template.line_number:
            places = f"on lines {line} and {template.line_number}"
            wrong.append(Wrong(template.line_number, f'two scenarios are named "{template.name}", {places}'))
    return wrong


def _without_examples(templates: list[ScenarioTemplate]) -> Iterator[Wrong]:
    """Outlines that would run once, with the names of what their examples lack."""
    for template in templates:
        empty = [examples.line_number or template.line_number for examples in template.examples if not examples]
        if empty or (not template.examples and (template.templated or template.keyword in _OUTLINES)):
            what = "a table of examples has no row below its first" if empty else "the outline has no examples"
            yield Wrong((empty or [template.line_number])[0], f'"{template.name}": {what}')


def _without_scenario(path: Path, line: int, *, is_named: bool) -> FeatureText | None:
    """A file that holds no scenario; None where it may well be somebody else's."""
    is_of_us = is_named or any(_step_of_ours(one) for one in path.parent.glob("*.feature"))
    return FeatureText(wrong=[Wrong(line, "holds no scenario")]) if is_of_us else None


def _told(wrong: GherkinParseError) -> Wrong:
    """The first fault in plain words: Gherkin's own, except where it lists the tokens it would take."""
    placed = _PLACED.search(str(wrong.__cause__ or ""))
    reason = placed["reason"] if placed and "expected: #" not in placed["reason"] else wrong.message
    if "#DocStringSeparator" in str(wrong.__cause__) and "end of file" in str(wrong.__cause__):
        reason = "the file ends inside a doc string"
    elif reason.startswith("Unknown parsing error"):
        reason = "the feature ends, or goes on, where Gherkin does not allow it"
    line = wrong.line_content.strip()
    return Wrong(wrong.line, f"{reason.rstrip('.')}: {line!r}" if line and line not in reason else reason)


def _step_of_ours(path: Path, after: int = 0, among: Collection[str] | None = None) -> Wrong | None:
    """The first step of ours in the text of a file that Gherkin does not take for one; `among` some lines, if given."""
    try:
        lines = path.read_bytes().decode(errors="replace").splitlines()
    except OSError:
        return None
    for number, line in enumerate(lines, start=1):
        is_meant = number > after and (among is None or line.strip() in among)
        match = _STEP_LINE.fullmatch(line) if is_meant else None
        if match and is_step_of_ours(None, match["step"]):
            return Wrong(number, f'a step that stands in no scenario, which begins with "Scenario:": {line.strip()!r}')
    return None


def _step_text(step: Step) -> str:
    cells = [cell.value for row in step.datatable.rows for cell in row.cells] if step.datatable else []
    return "\n".join((step.name, *cells, step.docstring or ""))
