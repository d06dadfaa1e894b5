"""Feature files as modules whose test functions are their scenarios."""

from collections.abc import Callable, Iterable, Iterator
from inspect import unwrap
from os.path import realpath
from pathlib import Path
from types import ModuleType

import pytest
from pytest_bdd import scenario
from pytest_bdd.feature import features
from pytest_bdd.parser import ScenarioTemplate
from pytest_bdd.scenario import get_python_name_generator, scenario_wrapper_template_registry
from pytest_bdd.utils import registry_get_safe

from cleanclaim.scenarios.failure import shown_path
from cleanclaim.scenarios.feature_text import ENCODING, FeatureText, edit_markers, is_ours, read_feature
from cleanclaim.scenarios.markers import register_markers


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "FeatureFile | None":
    """Collect a feature file in which a step of ours stands, or that was named; others are left to who knows them."""
    if file_path.suffix != ".feature":
        return None
    text = read_feature(file_path, is_named=parent.session.isinitpath(file_path))
    return None if text is None else FeatureFile.of(text, file_path, parent)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark a scenario with the ids of the edits it names, wherever it was bound."""
    template = template_of(item)
    if template is not None and is_ours(template):
        call = getattr(item, "callspec", None)
        named = edit_markers(template, call.params.get("_pytest_bdd_example", {}) if call else {})
        register_markers(item.config, {edit: f"scenarios that name edit {edit}" for edit in named})
        for edit in named:
            item.add_marker(edit)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run a scenario that a team's own test module binds there, and only there."""
    bound = {_key(item) for item in items if not isinstance(item.parent, FeatureFile)} - {None}
    twice = [item for item in items if isinstance(item.parent, FeatureFile) and _key(item) in bound]
    if twice:
        config.hook.pytest_deselected(items=twice)
        dropped = set(twice)
        items[:] = [item for item in items if item not in dropped]


class FeatureFile(pytest.Module):
    """A feature file of ours; its scenarios are bound with pytest_bdd.scenario, as in a test module."""

    text: FeatureText

    @classmethod
    def of(cls, text: FeatureText, path: Path, parent: pytest.Collector) -> "FeatureFile":
        """The node of a file that was read."""
        node: FeatureFile = cls.from_parent(parent, path=path)
        node.text = text
        return node

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """The scenarios. Raises CollectError with a line for each thing that is wrong with the file."""
        if self.text.wrong:
            place = shown_path(self.path, self.config)
            raise self.CollectError("\n".join(f"{place}:{one.line}: {one.reason}" for one in self.text.wrong))
        return super().collect()

    def _getobj(self) -> ModuleType:
        module = ModuleType(self.path.stem, f"The scenarios of {self.path.name}.")
        module.__file__ = str(self.path)
        register_markers(self.config, dict.fromkeys(sorted(self.text.tags()), "a tag of a feature file"))
        if self.text.feature is not None:
            features[self.text.feature.filename] = self.text.feature  # read once, and not the state of an earlier run
            for title, template in self.text.feature.scenarios.items():
                name = next(name for name in _names(title) if name not in vars(module))
                setattr(module, name, self._bound(title, template))
        return module

    def _bound(self, title: str, template: ScenarioTemplate) -> Callable[..., object]:
        def test() -> None:
            """Do no more than the steps do."""

        bound = scenario(self.path.name, title, ENCODING, str(self.path.parent))(test)
        # a test whatever python_functions says, and reported where the scenario stands
        vars(bound).update(__test__=True, place_as=_at(self.path, template.line_number))
        return bound


def _at(path: Path, line: int) -> Callable[[], None]:
    """A function that seems to be defined on a line of a file."""

    def here() -> None:
        """Stand there."""

    here.__code__ = here.__code__.replace(co_filename=str(path), co_firstlineno=line)
    return here


def _names(title: str) -> Iterator[str]:
    yield from get_python_name_generator(title)


def template_of(item: pytest.Item) -> ScenarioTemplate | None:
    """The scenario that a test is, whoever bound it; None where it is none."""
    function = getattr(item, "function", None)
    return registry_get_safe(scenario_wrapper_template_registry, unwrap(function)) if callable(function) else None


def _key(item: pytest.Item) -> tuple[str, str] | None:
    template = template_of(item)
    return None if template is None else (realpath(template.feature.filename), template.name)
