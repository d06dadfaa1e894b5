"""YAML read as text: every scalar a string, every value with its line, nothing constructed, nothing repeated."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

Tree = str | list["Tree"] | dict[str, "Tree"]
Step = str | int
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LARGEST = 1_000_000
_DEEPEST = 40


class YamlRefused(ValueError):
    """A file that cannot be read as YAML of text; the message begins with file and line."""


@dataclass(frozen=True)
class YamlText:
    """The contents of a file, and the line on which each value stands."""

    path: Path
    data: Tree
    lines: Mapping[tuple[Step, ...], int] = field(repr=False)

    def line_of(self, place: tuple[Step, ...]) -> int:
        """The line of a value, or of the nearest value around it, from 1."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_yaml(path: Path) -> YamlText:
    """The one document of a YAML file. Raises YamlRefused for all that is not plain text, lists and mappings."""
    try:
        if path.stat().st_size > _LARGEST:
            raise YamlRefused(f"{path}: larger than {_LARGEST:,} bytes")
        text = path.read_text(encoding="utf-8")
        _refuse_deep_nesting(path, text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as wrong:
        mark = wrong.problem_mark or wrong.context_mark
        raise YamlRefused(f"{path}:{mark.line + 1 if mark else 1}: {wrong.problem or wrong.context}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        raise YamlRefused(f"{path}:1: is no YAML text: {str(wrong).splitlines()[0]}") from None
    if node is None:
        raise YamlRefused(f"{path}:1: is empty")
    lines: dict[tuple[Step, ...], int] = {}
    return YamlText(path, _tree(path, node, (), lines, set()), lines)


def reasons_of(text: YamlText, model: type[BaseModel], wrong: ValidationError) -> Iterator[str]:
    """Why a file is none of a model, each with file, line and key, in the words of who writes such files."""
    for error in wrong.errors(include_url=False, include_input=False):
        place = tuple(error["loc"])
        name = ".".join(str(step) for step in place if isinstance(step, str)) or "the file"
        yield f"{text.path}:{text.line_of(place)}: {name}: {_why(dict(error), model)}"


def _why(error: Mapping[str, Any], model: type[BaseModel]) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            near = ", ".join(get_close_matches(str(error["loc"][-1]), _keys(model, error["loc"][:-1]), 3))
            return f"is no key of the file{f'; nearest: {near}' if near else ''}"
        case "missing":
            return "is missing"
        case "string_pattern_mismatch":
            return f"is not written as wanted ({context.get('pattern')})"
        case "too_short":
            return "needs at least one"
        case "too_long":
            return f"takes at most {context.get('max_length')}"
        case _:
            return str(error["msg"]).removeprefix("Value error, ")


def _keys(model: type[BaseModel], place: tuple[Step, ...]) -> list[str]:
    """The keys of the model that stands at a place of another."""
    for step in place:
        kind = model.model_fields[step].annotation if step in model.model_fields else None
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            return []
        model = kind
    return list(model.model_fields)


def _refuse_deep_nesting(path: Path, text: str) -> None:
    """Nodes are composed by recursion, in C, where too deep a one ends the process; events are not."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise YamlRefused(f"{path}:{line}: is too deeply nested")


def _tree(
    path: Path, node: yaml.Node, place: tuple[Step, ...], lines: dict[tuple[Step, ...], int], seen: set[int]
) -> Tree:
    line = node.start_mark.line + 1
    if id(node) in seen:
        raise YamlRefused(f"{path}:{line}: aliases (*name) are not used here")
    seen.add(id(node))
    lines[place] = line
    match node:
        case yaml.MappingNode():
            data: dict[str, Tree] = {}
            for key, value in node.value:
                if not isinstance(key, yaml.ScalarNode):
                    raise YamlRefused(f"{path}:{key.start_mark.line + 1}: a key is plain text")
                if id(key) in seen:
                    raise YamlRefused(f"{path}:{key.start_mark.line + 1}: aliases (*name) are not used here")
                seen.add(id(key))
                if key.value in data:
                    raise YamlRefused(f"{path}:{key.start_mark.line + 1}: the key {key.value} is repeated")
                data[key.value] = _tree(path, value, (*place, key.value), lines, seen)
                lines[(*place, key.value)] = key.start_mark.line + 1
            return data
        case yaml.SequenceNode():
            return [_tree(path, one, (*place, index), lines, seen) for index, one in enumerate(node.value)]
        case yaml.ScalarNode():
            return str(node.value)
    raise YamlRefused(f"{path}:{line}: is neither text, list nor mapping")
