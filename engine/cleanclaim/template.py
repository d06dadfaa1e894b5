"""Messages and fixes: text with the values of facts in it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from cleanclaim.facts import FactValue
from cleanclaim.values import shortest

_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)|([\[\]])")
_NAME = re.compile(r"\{([a-z_]+)\}")


class TemplateRefused(ValueError):
    """A text whose braces or brackets do not fit, or that names no fact."""


@dataclass(frozen=True, slots=True)
class Template:
    """Text in which {name} is a fact's value; a part in [brackets] is left out where one of its values is none."""

    parts: tuple[tuple[str, tuple[str, ...], bool], ...]
    """For each part: its text with a place for each name, the names, whether it may be left out."""

    def written(self, values: Mapping[str, FactValue]) -> str:
        """The text with its values, each written shortest."""
        text = []
        for part, names, optional in self.parts:
            shown = [shortest_text(values[name]) for name in names]
            if not (optional and "none" in shown):
                text.append(part.format(*shown))
        return "".join(text)


def shortest_text(value: FactValue) -> str:
    """A fact's value as text; modifiers are separated by blanks."""
    return (" ".join(value) or "none") if isinstance(value, tuple) else shortest(value)


def template(text: str, names: Collection[str]) -> Template:
    """A template over these names. Raises TemplateRefused."""
    parts = []
    for match in _PART.finditer(" ".join(text.split())):
        optional, plain, stray = match.groups()
        if stray:
            raise TemplateRefused("a square bracket has no partner, or brackets are nested")
        part = plain if optional is None else optional
        found = tuple(_NAME.findall(part))
        rest = _NAME.sub("", part)
        if "{" in rest or "}" in rest:
            raise TemplateRefused("a brace is used for {name} alone")
        if unknown := [name for name in found if name not in names]:
            near = ", ".join(get_close_matches(unknown[0], names, 3))
            raise TemplateRefused(f"{{{unknown[0]}}} is the name of no fact{f'; nearest: {near}' if near else ''}")
        parts.append((_NAME.sub("{}", part), found, optional is not None))
    return Template(tuple(parts))
