"""The `edits mutate` command: edits in, and what their scenarios let pass out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cleanclaim.catalogue import Catalogue
from cleanclaim.mutation.exemptions import Exemption, read_exemptions
from cleanclaim.mutation.judging import Judge
from cleanclaim.mutation.mutants import Mutant, mutants_of, rules_of
from cleanclaim.mutation.parameters import mutants_of_parameter
from cleanclaim.mutation.recording import Recording, recorded
from cleanclaim.mutation.telling import Teller
from cleanclaim.places import shipped
from cleanclaim.predicate.tree import parameter_names

Verdict = Literal["killed", "equivalent", "exempt", "survived"]
VERDICTS: tuple[Verdict, ...] = ("killed", "equivalent", "exempt", "survived")


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant and what became of it."""

    mutant: Mutant
    verdict: Verdict
    text: str
    """The scenario that killed it; why it is equivalent or exempt; what would kill it."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """What a run came to."""

    judged: Sequence[Judged]
    scenarios: int
    idle: Sequence[str]
    """Exemptions of what is no survivor."""
    notices: Sequence[str]

    @property
    def is_whole(self) -> bool:
        """Whether no mutant survived that is not exempt, and no exemption is idle."""
        return not self.idle and not any(one.verdict == "survived" for one in self.judged)


def mutated(
    catalogue: Catalogue,
    subjects: Iterable[str],
    features: Sequence[Path],
    chosen: Callable[[Mutant], bool] = lambda _: True,
) -> Mutation:
    """The mutants of edits and parameters, as far as they are chosen, put to the scenarios under some folders.

    Raises ScenariosRefused and ExemptionsRefused.
    """
    names = list(subjects)
    exemptions = read_exemptions([one if one.is_dir() else one.parent for one in features])
    recording = recorded(features)
    judge, teller = Judge(recording), Teller(catalogue)
    mutants = list(mutants_among(catalogue, names))
    judged = [_judged(one, judge, teller, exemptions) for one in mutants if chosen(one)]
    passed_over = {_name(one) for one in mutants if not chosen(one)}
    used = {_name(one.mutant) for one in judged if one.verdict == "exempt"}
    idle = [name for name in exemptions if name not in used | passed_over and name.partition(": ")[0] in names]
    return Mutation(judged, recording.scenarios, idle, list(_notices(recording, judge)))


def subjects_of(catalogue: Catalogue, ids: Iterable[str] | None, folders: Sequence[Path]) -> list[str]:
    """What is mutated: the edits named and the parameters that they name; else all of a payer's folders, or of ours."""
    if ids is not None:
        chosen = sorted(ids)
        return [*chosen, *sorted({name for one in chosen for name in _parameters_of(catalogue, one)})]
    homes = [one.resolve() for one in folders] or [shipped("rules").resolve()]
    files = {**catalogue.files, **catalogue.parameter_files}
    return [
        name
        for name in (*catalogue.edits, *sorted(catalogue.parameters))
        if any(files[name].resolve().is_relative_to(home) for home in homes)
    ]


def _parameters_of(catalogue: Catalogue, edit_id: str) -> Iterator[str]:
    asked = {one.fact: one.where for one in catalogue.asked}
    for rule in rules_of(catalogue, edit_id):
        for condition in (rule.when, *(asked[fact] for fact in rule.asked.values())):
            yield from parameter_names(condition)
        for one in rule.remittances:
            if one.when is not None:
                yield from parameter_names(one.when)


def mutants_among(catalogue: Catalogue, names: Iterable[str]) -> Iterator[Mutant]:
    """The mutants of edits, by id, and of parameters, by name."""
    for name in names:
        if name in catalogue.edits:
            yield from mutants_of(catalogue, catalogue.edits[name])
        else:
            yield from mutants_of_parameter(catalogue, catalogue.parameters[name])


def _judged(mutant: Mutant, judge: Judge, teller: Teller, exemptions: dict[str, Exemption]) -> Judged:
    if (scenario := judge.killer(mutant)) is not None:
        return Judged(mutant, "killed", scenario)
    told = teller.told(mutant)
    if told.verdict == "equivalent":
        return Judged(mutant, "equivalent", told.text)
    if (exemption := exemptions.get(_name(mutant))) is not None:
        return Judged(mutant, "exempt", exemption.reason)
    return Judged(mutant, "survived", told.text)


def _name(mutant: Mutant) -> str:
    return f"{mutant.subject}: {mutant.what}"


def _notices(recording: Recording, judge: Judge) -> Iterator[str]:
    told: Callable[[int], str] = lambda count: f"{count} scenario{'' if count == 1 else 's'}"  # noqa: E731
    if recording.own:
        yield f"{told(len(recording.own))} with expectations in steps of your own, which are not put to mutants"
    if judge.not_repeated:
        yield f"{told(len(judge.not_repeated))} left out: their outcome rests on more than claims and edits"
