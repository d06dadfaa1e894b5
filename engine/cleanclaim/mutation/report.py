"""What became of mutants, as text and as JSON."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from textwrap import fill

from cleanclaim.catalogue import Catalogue
from cleanclaim.mutation.running import VERDICTS, Judged, Mutation

_WIDTH = 118
_LEAD = {"killed": "killed by ", "equivalent": "", "exempt": "Exempt: ", "survived": "Would be killed by: "}


def text_lines(mutation: Mutation, catalogue: Catalogue, *, whole: bool) -> Iterator[str]:
    """The survivors by edit, and the counts; all mutants where `whole` is asked for."""
    shown = [one for one in mutation.judged if whole or one.verdict == "survived"]
    for subject, of_subject in groupby(shown, key=lambda one: one.mutant.subject):
        edit = catalogue.edits.get(subject)
        yield f"{subject}  {edit.title if edit else catalogue.parameters[subject].title}\n"
        for one in of_subject:
            mutant = one.mutant
            yield f"  {shown_file(mutant.file)}:{mutant.line}: {mutant.what}\n"
            yield (
                fill(_LEAD[one.verdict] + one.text, _WIDTH, initial_indent="      ", subsequent_indent="        ")
                + "\n"
            )
    for name in mutation.idle:
        yield f"exempt, and no survivor: {name}\n"
    yield f"{counted(mutation)}\n"


def counted(mutation: Mutation) -> str:
    """The counts in one sentence; what is equivalent or exempt is not in the score."""
    counts = Counter(one.verdict for one in mutation.judged)
    subjects = len({one.mutant.subject for one in mutation.judged})
    judged = counts["killed"] + counts["survived"]
    score = f"; {100 * counts['killed'] // judged}%" if judged else ""
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS)
    kinds = "edit or parameter" if subjects == 1 else "edits and parameters"
    of = f"{len(mutation.judged)} mutants of {subjects} {kinds}, {mutation.scenarios} scenarios"
    return f"{of}: {told}{score}"


def json_text(mutation: Mutation) -> str:
    """All mutants and the counts as JSON."""
    counts = Counter(one.verdict for one in mutation.judged)
    data = {
        "scenarios": mutation.scenarios,
        "counts": {verdict: counts[verdict] for verdict in VERDICTS},
        "idle_exemptions": list(mutation.idle),
        "notices": list(mutation.notices),
        "mutants": [_json(one) for one in mutation.judged],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _json(one: Judged) -> dict[str, object]:
    mutant = one.mutant
    return {
        "subject": mutant.subject, "file": shown_file(mutant.file), "line": mutant.line, "mutant": mutant.what,
        "verdict": one.verdict, "told": one.text,
    }  # fmt: skip


def shown_file(path: Path) -> str:
    """A path relative to the working folder where it lies inside."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
