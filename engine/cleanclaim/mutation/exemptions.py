"""Mutants that a team lets survive, each with its reason: `mutants.yaml` beside the features."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from cleanclaim.edits import Sentence
from cleanclaim.values import Model
from cleanclaim.yaml_text import YamlRefused, read_yaml

FILE = "mutants.yaml"


class Exemption(Model):
    """One mutant that may survive."""

    mutant: Annotated[str, Field(pattern=r"^[A-Za-z0-9_]+: \S")]
    """As it is told: the edit's id or the parameter's name, and what is altered."""
    reason: Sentence
    """Why nothing can kill it, or nothing need."""


class _File(Model):
    exempt: tuple[Exemption, ...]


class ExemptionsRefused(ValueError):
    """A file of exemptions that cannot be read; the message begins with the file."""


def read_exemptions(folders: Sequence[Path]) -> dict[str, Exemption]:
    """The exemptions beside some features, by mutant. Raises ExemptionsRefused."""
    found: dict[str, Exemption] = {}
    for folder in folders:
        path = folder / FILE
        if not path.is_file():
            continue
        try:
            text = read_yaml(path)
            for one in _File.model_validate(text.data).exempt:
                if one.mutant in found:
                    raise ExemptionsRefused(f"{path}: {one.mutant} is exempt twice")
                found[one.mutant] = one
        except YamlRefused as wrong:
            raise ExemptionsRefused(str(wrong)) from None
        except ValidationError as wrong:
            error = wrong.errors(include_url=False, include_input=False)[0]
            raise ExemptionsRefused(f"{path}:{text.line_of(error['loc'])}: {error['msg']}") from None
    return found
