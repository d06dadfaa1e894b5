"""The mutants of dated parameters: a code more or less, a number a step on, a boundary moved by a day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from cleanclaim.catalogue import Catalogue, ConditionedRemittance, Rule
from cleanclaim.edits import CodeListVersion, NumberVersion, Parameter, SuccessorVersion, code_in
from cleanclaim.mutation.mutants import Applied, Mutant
from cleanclaim.mutation.neighbours import code_beside, moved_periods
from cleanclaim.predicate.python import python_test
from cleanclaim.predicate.tree import parameter_names
from cleanclaim.values import shortest
from cleanclaim.yaml_text import read_yaml

_Versions = tuple[CodeListVersion, ...] | tuple[NumberVersion, ...] | tuple[SuccessorVersion, ...]


def mutants_of_parameter(catalogue: Catalogue, parameter: Parameter) -> Iterator[Mutant]:
    """Every mutant of a parameter, in the order of its file."""
    text = read_yaml(catalogue.parameter_files[parameter.name])
    key = "lists" if parameter.lists else "numbers" if parameter.numbers else "replacements"
    versions: Sequence[CodeListVersion | NumberVersion | SuccessorVersion] = getattr(parameter, key)
    several = len(versions) > 1
    for index, version in enumerate(versions):
        for what, others in _altered(version):
            changed = (*versions[:index], *others, *versions[index + 1 :])
            of_version = f"{version.effective.words}: " if several else ""
            line = text.line_of((key, index))
            yield Mutant(parameter.name, f"{of_version}{what}", text.path, line, _applied(parameter, key, changed))
    for what, index, periods in moved_periods([version.effective for version in versions]):
        moved = tuple(
            version.model_copy(update={"effective": period}) for version, period in zip(versions, periods, strict=True)
        )
        line = text.line_of((key, index, "effective"))
        yield Mutant(parameter.name, f"effective: {what}", text.path, line, _applied(parameter, key, moved))


def _applied(parameter: Parameter, key: str, versions: tuple[object, ...]) -> Applied:
    fields: dict[str, Any] = {name: getattr(parameter, name) for name in ("name", "title", "citations")}
    fields[key] = versions
    other = Parameter.model_construct(**fields)

    def applied(catalogue: Catalogue) -> Catalogue:
        if catalogue.parameters[parameter.name] != parameter:
            return catalogue  # a scenario states values of its own
        parameters = {**catalogue.parameters, parameter.name: other}

        def remitted(one: ConditionedRemittance) -> ConditionedRemittance:
            return one if one.when is None else replace(one, test=python_test(one.when, parameters))

        def changed(rule: Rule) -> Rule:
            names = {name for one in rule.remittances if one.when for name in parameter_names(one.when)}
            if parameter.name not in names:
                return rule
            return replace(rule, remittances=tuple(map(remitted, rule.remittances)))

        return replace(catalogue, parameters=parameters, rules=tuple(map(changed, catalogue.rules)))

    return applied


def _altered(
    version: CodeListVersion | NumberVersion | SuccessorVersion,
) -> Iterator[tuple[str, tuple[CodeListVersion | NumberVersion | SuccessorVersion, ...]]]:
    match version:
        case NumberVersion(value=value):
            step = Decimal(1).scaleb(int(Decimal(shortest(value)).as_tuple().exponent))
            for other in (value - step, value + step):
                what = f"value {shortest(value)} becomes {shortest(other)}"
                yield what, (version.model_copy(update={"value": other}),)
        case CodeListVersion(codes=codes):
            for what, changed in dict(_codes(codes)).items():
                yield what, (version.model_copy(update={"codes": changed}),) if changed else ()
        case SuccessorVersion(successors=successors):
            for old, new in successors.items():
                left = {one: codes for one, codes in successors.items() if one != old}
                what = f"no successor of {old}"
                yield what, (version.model_copy(update={"successors": left}),) if left else ()
                for code in new:
                    fewer = tuple(one for one in new if one != code)
                    if fewer:
                        changed_successors = {**successors, old: fewer}
                        yield (
                            f"{code} is no successor of {old}",
                            (version.model_copy(update={"successors": changed_successors}),),
                        )


def _codes(codes: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A code or range less, the next code more, the ends of a range a code further in or out."""
    for index, one in enumerate(codes):
        rest = (*codes[:index], *codes[index + 1 :])
        yield f"without {one}", rest
        first, _, last = one.partition("-")
        for code, step in ((first, -1), (last or first, 1)):
            other = code_beside(code, step)
            if other is not None and not any(code_in(other, known) for known in codes):
                yield f"{other} as well", (*codes, other)
        if not last:
            continue
        for start, end in ((code_beside(first, 1), last), (first, code_beside(last, -1))):
            if start is not None and end is not None and start <= end:
                shorter = f"{start}-{end}" if start < end else start
                yield f"{one} becomes {shorter}", (*codes[:index], shorter, *codes[index + 1 :])
