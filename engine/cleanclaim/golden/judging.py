"""A run against a folder of snapshots: compared with them, or put in their place, on purpose only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from cleanclaim.catalogue import Catalogue
from cleanclaim.findings import Finding
from cleanclaim.golden.comparing import Difference, differences, explained, moved
from cleanclaim.golden.snapshots import (
    Kept,
    MadeWith,
    Snapshot,
    SnapshotRefused,
    names_beside,
    path_of,
    paths_in,
    read_snapshot,
)
from cleanclaim.golden.telling import jsonl_lines, text_lines, told_differences
from cleanclaim.lock import meanings
from cleanclaim.report.github import github_lines
from cleanclaim.report.junit import junit_lines
from cleanclaim.report.sarif import sarif_lines
from cleanclaim.report.text import Paint
from cleanclaim.report.told import RunTold
from cleanclaim.report.writing import write_file

Act = Literal["compare", "update", "make"]
FORMATS = ("text", "jsonl", "junit", "sarif", "github")
_MOST_FINDINGS = 100_000
"""A suite that holds more is looked at by nobody, and is kept in memory."""
_AS_EXPECTED = "findings are as expected"


@dataclass(frozen=True)
class Golden:
    """What is wanted: the folder of snapshots, and what is to become of them."""

    folder: Path
    act: Act
    """Compare with them, put others in their place, or make those that are not there."""


@dataclass
class Judgement:
    """What came of it."""

    found: Sequence[Difference]
    kept: int
    """Findings that the snapshots held."""
    notices: Sequence[str]
    act: Act
    written: Sequence[str] = field(default=())
    """The snapshots that were written."""

    @property
    def agrees(self) -> bool:
        """Whether nothing differs, or no more than what was put right."""
        return not any(self.act == "compare" or one.kind == "not_checked" for one in self.found)

    def lines(self, form: str, run: RunTold, paint: Paint) -> Iterator[str]:
        """The report. Raises OSError."""
        if form == "text":
            return text_lines(self.found, self.kept, self.written, paint)
        if form == "jsonl":
            return jsonl_lines(self.found)
        files = {one.file: one.file for one in self.found}
        about = replace(run, files={**files, **run.files})
        told = told_differences(self.found, about.edits)
        if form == "junit":
            return junit_lines(told, about, nothing=_AS_EXPECTED)
        return sarif_lines(told, about) if form == "sarif" else github_lines(told, about)


def judged(
    wanted: Golden,
    findings: Iterable[Finding],
    files: Sequence[tuple[str, str]],
    made_with: MadeWith,
    catalogue: Catalogue,
) -> Judgement:
    """Compare the findings on files with the snapshots of a folder. A file is its name in locations, and as given.

    Raises SnapshotRefused and OSError; then nothing was written.
    """
    names = names_beside(wanted.folder, [file for _, file in files])
    by_file: dict[str, list[Kept]] = {shown: [] for shown, _ in files}
    for number, finding in enumerate(findings):
        if number == _MOST_FINDINGS:
            raise SnapshotRefused(f"a suite holds at most {_MOST_FINDINGS:,} findings, which is more than can be read")
        assert finding.location is not None
        assert finding.location.file is not None
        by_file[finding.location.file].append(Kept.of(finding))
    digests = meanings(catalogue)["edits"]
    found: list[Difference] = []
    notices: dict[str, list[str]] = {}
    kept, snapshots = 0, {}
    for shown, file in files:
        path = path_of(wanted.folder, names[file])
        snapshots[path] = _snapshot(names[file], by_file[shown], made_with, digests)
        if not path.exists():
            if wanted.act != "compare":
                continue
            note = f"there is no snapshot of its {len(by_file[shown]):,} finding(s); --update makes it"
            found.append(Difference("no_snapshot", shown, note=note))
            continue
        then = read_snapshot(path)
        kept += len(then.findings)
        found += differences(shown, then.findings, by_file[shown])
        if number := moved(then.findings, by_file[shown]):
            notices.setdefault(f"{number:,} finding(s) have moved within the file of claims", []).append(str(path))
        for notice in explained(then, made_with, digests):
            notices.setdefault(notice, []).append(str(path))
    if wanted.act != "make":
        found += _not_checked(wanted.folder, snapshots.keys())
    said = [f"{_some(paths)}: since it was made {notice}" for notice, paths in notices.items()]
    return Judgement(found, kept, said, wanted.act, _write(wanted, snapshots, found))


def refuse_golden(wanted: Golden, files: Iterable[str]) -> None:
    """Raise SnapshotRefused for a folder that is none, and for files of which no snapshot can be kept."""
    if wanted.folder.exists() and not wanted.folder.is_dir():
        raise SnapshotRefused(f"{wanted.folder}: it is no folder")
    if wanted.act == "compare" and not wanted.folder.is_dir():
        raise SnapshotRefused(f"{wanted.folder}: there is no such folder; `cleanclaim snapshot` makes it")
    names_beside(wanted.folder, [file for file in files if not Path(file).is_dir()])


def _snapshot(name: str, findings: Iterable[Kept], made_with: MadeWith, digests: Mapping[str, str]) -> Snapshot:
    ordered = tuple(sorted(findings, key=lambda one: one.key))
    edits = {edit_id: digests[edit_id] for edit_id in sorted({one.edit_id for one in ordered})}
    return Snapshot(claims=name, made_with=made_with, edits=edits, findings=ordered)


def _not_checked(folder: Path, checked: Iterable[Path]) -> Iterator[Difference]:
    known = set(checked)
    for path in paths_in(folder):
        if path not in known:
            note = f"the claims of this snapshot ({read_snapshot(path).claims}) were not checked"
            yield Difference("not_checked", str(path), note=note)


def _write(wanted: Golden, snapshots: Mapping[Path, Snapshot], found: Sequence[Difference]) -> list[str]:
    """Write the snapshots that are to be written; the paths of those. Raises SnapshotRefused and OSError."""
    if wanted.act == "compare":
        return []
    differing = {one.file for one in found if one.finding is not None}
    if wanted.act == "make" and differing:
        files = ", ".join(sorted(differing))
        raise SnapshotRefused(f"{files}: other findings are kept already; --update puts these in their place")
    written = []
    for path, snapshot in snapshots.items():
        is_there = path.exists()
        if is_there and (wanted.act == "make" or path.read_text(encoding="utf-8") == snapshot.text):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file([snapshot.text], path)
        written.append(f"{path}: {len(snapshot.findings):,} finding(s) kept")
    return written


def _some(paths: Sequence[str]) -> str:
    return paths[0] if len(paths) == 1 else f"{paths[0]} and {len(paths) - 1:,} more"
