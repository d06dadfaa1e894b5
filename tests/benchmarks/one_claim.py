"""Speed of checking one claim at a time, on one core, against other engines on the same edits: one run, one machine.

    python -m tests.benchmarks.one_claim

What is measured: from claim models to the edits that stand (line, edit id), one claim after the other. Every contender
has the same facts, which our enricher makes of each claim anew. Every contender evaluates all edits of the catalogue,
those of claims, of lines, and those that ask for a primary procedure: each has the three sets as rules of its own, and
a claim passes through our `Strata`, which settles payability between the strata and leaves out what is superseded. So
only the matching differs, and it has a column of its own: what is left of a contender's time without that of the row
`without an engine`, in which the answers are known beforehand. How each peer is tuned and what it cannot express
stands in its module. Rules are compiled before; what is converted for a peer is converted within the time measured.

Of the other rows, `facts alone` is their share in each row above; `findings written` is `Checker.check`, which makes
findings with texts, evidence and citations besides; `bare durable_rules loop` asserts facts ready-made, for the edits
of lines of the first stratum alone.

Before anything is timed, every contender must find the same as `Checker.check`: on the measured claims, and on random
ones of the oracle's, each with code sets and tables of its own. Time is the processor's, of all threads. The contenders
take turns with each hundred claims, so that what else the machine does befalls all, and for each hundred the best of
several rounds counts.
"""

import platform
import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cleanclaim import Checker, Claim
from cleanclaim.enrich.lines import Enricher
from cleanclaim.evaluate.strata import Strata
from cleanclaim.facts import CLAIM_FACTS, Facts

from ..oracle.engine import code_library
from ..oracle.strategies import random_case
from .claims import WITH_FINDINGS, claims_of_four_lines
from .peers.facts import Stage
from .peers.replayed import Recorded, Replayed

CLAIMS, RANDOM_CLAIMS, ROUNDS, SEED = 3_000, 3_000, 5, 2026
IN_TURN = 100
"""So many claims are checked by one contender before it is the next one's turn."""
USUAL = 100
"""From so many claims an engine may learn which facts are usual."""
PEERS = (
    ("plain Python", "plain_python", "PlainRules", None),
    ("zen-engine, expression", "zen", "ZenExpressionRules", "zen-engine"),
    ("zen-engine, decision table", "zen", "ZenTableRules", "zen-engine"),
    ("CLIPSPy", "clips", "ClipsRules", "clipspy"),
    ("rule-engine", "rule_engine", "RuleEngineRules", "rule-engine"),
)
"""Name, module and class of each peer, and the distribution that it needs."""
OURS, LEVELS = "cleanclaim", ("of_claims", "first", "second")
PLOT = Path(".cache/bench/one_claim.svg")

Found = set[tuple[int | None, str]]


@dataclass(frozen=True)
class Contender:
    """An engine that holds the catalogue's edits."""

    name: str
    strata: Strata

    def found(self, claim: Claim, enricher: Enricher) -> Found:
        """The edits that stand, from the claim's model."""
        evaluation = self.strata.evaluate(enricher.lines(claim), enricher.claim_facts(claim), whole=True)
        return {(one.line.line.line_number if one.line else None, one.rule.edit.id) for one in evaluation.fired}


@dataclass(frozen=True)
class Row:
    """What was measured of one contender."""

    name: str
    seconds: float
    """For one claim."""


def contenders(checker: Checker, usual: Sequence[Claim]) -> list[Contender]:
    """Ours and every peer that is installed, compiled. `usual` are claims as they are common."""
    of_lines = [line.facts for claim in usual for line in checker.enricher.lines(claim)]
    of_claims = [checker.enricher.claim_facts(claim) for claim in usual]
    made = [Contender(OURS, checker.strata)]
    kinds, parameters = checker.catalogue.line_facts, checker.catalogue.parameters
    for name, module, class_name, distribution in PEERS:
        if is_installed(distribution):
            make = getattr(import_module(f".peers.{module}", __package__), class_name)
            strata = copy(checker.strata)
            strata.of_claims = make(Stage(strata.of_claims.rules, CLAIM_FACTS, parameters, of_claims))
            strata.first = make(Stage(strata.first.rules, kinds, parameters, of_lines))
            strata.second = make(Stage(strata.second.rules, kinds, parameters, of_lines))
            made.append(Contender(name, strata))
    return made


def without_an_engine(checker: Checker, claims: Sequence[Claim]) -> Contender:
    """A contender that knows the answers for these claims, asked in their order."""
    recording = copy(checker.strata)
    for level in LEVELS:
        setattr(recording, level, Recorded(getattr(recording, level)))
    for claim in claims:
        Contender("recording", recording).found(claim, checker.enricher)
    replaying = copy(recording)
    for level in LEVELS:
        setattr(replaying, level, Replayed(getattr(recording, level)))
    return Contender("without an engine", replaying)


def is_installed(distribution: str | None) -> bool:
    """Whether a distribution can be imported."""
    try:
        return distribution is None or bool(version(distribution))
    except PackageNotFoundError:
        return False


def random_claims(checker: Checker) -> Iterator[tuple[Claim, Checker]]:
    """Claims of the oracle's, each with a checker of its own code sets and tables."""
    rng = random.Random(SEED)
    for _ in range(RANDOM_CLAIMS):
        billed, releases, tables = random_case(rng)
        yield Claim.model_validate(billed), checker.with_library(code_library(releases, tables))


def assert_the_same(made: Sequence[Contender], claims: Iterator[tuple[Claim, Checker]]) -> Found:
    """All that was found, once every contender has found on each claim what `Checker.check` finds."""
    seen: Found = set()
    for claim, checker in claims:
        wanted = {(one.line_number, one.edit_id) for one in checker.check(claim)}
        for one in made:
            had = one.found(claim, checker.enricher)
            assert had == wanted, f"{one.name} differs by {sorted(had ^ wanted, key=str)} on {claim!r}"
        seen |= wanted
    return seen


def bare_loop(checker: Checker, claims: Sequence[Claim]) -> Callable[[Claim], None]:
    """The loop around durable_rules alone: facts ready-made, the first stratum."""
    rulesets = checker.strata.first._rulesets
    ready_made = {
        claim.claim_id: [
            (
                ruleset,
                [
                    f'{{{ruleset.fields.json(line.facts)},"row":{row},"kind":"line","id":"{row}"'
                    for row, line in enumerate(checker.enricher.lines(claim))
                ]
                + ['{"kind":"go","id":"go"'],
            )
            for ruleset in rulesets
        ]
        for claim in claims
    }

    def run(claim: Claim) -> None:
        for ruleset, facts in ready_made[claim.claim_id]:
            ruleset._fired.clear()
            ruleset._run(facts)

    return run


def facts_of(enricher: Enricher) -> Callable[[Claim], tuple[object, Facts]]:
    """The facts of a claim and its lines."""
    return lambda claim: (enricher.lines(claim), enricher.claim_facts(claim))


def measured(actions: dict[str, Callable[[Claim], object]], claims: Sequence[Claim]) -> list[Row]:
    """The shortest time of each action, by the claim."""
    turns = [claims[start : start + IN_TURN] for start in range(0, len(claims), IN_TURN)]
    best = {name: [float("inf")] * len(turns) for name in actions}
    for _ in range(ROUNDS):
        for place, turn in enumerate(turns):
            for name, action in actions.items():
                start = time.process_time()
                for claim in turn:
                    action(claim)
                best[name][place] = min(best[name][place], time.process_time() - start)
    return [Row(name, sum(seconds) / len(claims)) for name, seconds in best.items()]


def table(engines: Sequence[Row], others: Sequence[Row], common: Row) -> str:
    """The rows as text; `common` is what every engine's time includes."""
    ours = next(row for row in engines if row.name == OURS)
    lines = [f"{'':<30}{'claims/s':>10}{'x cleanclaim':>14}{'µs/claim':>10}{'matching, µs':>14}"]
    for row in (*engines, *others):
        matching = f"{(row.seconds - common.seconds) * 1e6:,.0f}" if row in engines else ""
        lines.append(
            f"{row.name:<30}{1 / row.seconds:>10,.0f}{ours.seconds / row.seconds:>14.2f}{row.seconds * 1e6:>10,.0f}"
            f"{matching:>14}"
        )
    return "\n".join(lines)


def plot(rows: Sequence[Row], title: str) -> str:
    """Draw the rows as bars, and say where; say so where matplotlib is not installed."""
    if not is_installed("matplotlib"):
        return "matplotlib is not installed: no plot"
    figures = import_module("matplotlib.figure")
    figure = figures.Figure(figsize=(8, 0.5 * len(rows) + 1), layout="constrained")
    axes = figure.subplots()
    bars = axes.barh([row.name for row in rows], [1 / row.seconds for row in rows])
    axes.bar_label(bars, [f"{1 / row.seconds:,.0f}" for row in rows], padding=3)
    axes.invert_yaxis()
    axes.margins(x=0.12)
    axes.set_xlabel("claims/s")
    axes.set_title(title, fontsize="medium")
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOT)
    return f"plot: {PLOT}"


def report_agreement(made: Sequence[Contender], checker: Checker) -> None:
    """Assert that all find the same on random claims, and say how many edits fired there."""
    fired = {edit_id for _, edit_id in assert_the_same(made, random_claims(checker))}
    edits = {rule.edit.id for rule in checker.catalogue.rules}
    never = ", ".join(sorted(edits - fired)) or "none"
    print(
        f"The same findings on {RANDOM_CLAIMS:,} random claims; {len(fired)} of {len(edits)} edits fired, not: {never}"
    )


def report_versions() -> None:
    """Say what was measured, and which peer was not because it is not installed."""
    names = sorted({name for *_, name in PEERS if name} | {"durable_rules"})
    installed = [f"{name} {version(name)}" for name in names if is_installed(name)]
    print(f"Python {platform.python_version()} on {platform.machine()}; {', '.join(installed)}")
    for name in names:
        if not is_installed(name):
            print(f"{name} is not installed and was not measured")


def main() -> None:
    """Assert, measure and print."""
    claims = claims_of_four_lines(CLAIMS)
    everything = Checker(information=True)
    report_agreement(contenders(everything, claims[:USUAL]), everything)
    checker = Checker()
    made = contenders(checker, claims[:USUAL])
    found = assert_the_same(made, ((claim, checker) for claim in claims))
    rules = sum(len(getattr(checker.strata, level).rules) for level in LEVELS)
    with_findings = sum(bool(checker.check(claim)) for claim in claims)
    assert with_findings == len(claims) // WITH_FINDINGS
    title = (
        f"{rules} rules; {CLAIMS:,} claims of four lines, {with_findings:,} of them with findings "
        f"of {len({edit_id for _, edit_id in found})} edits"
    )
    enricher = checker.enricher
    common = without_an_engine(checker, claims)
    rows = measured(
        {
            **{one.name: partial(one.found, enricher=enricher) for one in (*made, common)},
            "facts alone": facts_of(enricher),
            "cleanclaim, findings written": checker.check,
            "bare durable_rules loop": bare_loop(checker, claims),
        },
        claims,
    )
    engines = sorted(rows[: len(made)], key=lambda row: row.seconds)
    print(f"{title}; best of {ROUNDS} rounds, processor time")
    print(table(engines, rows[len(made) :], rows[len(made)]))
    report_versions()
    print(plot(engines, title))


if __name__ == "__main__":
    main()
