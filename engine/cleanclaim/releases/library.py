"""The library: many code set releases, and the record in force for a code on a day."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cleanclaim.codes import CodeRecord, CodeSetRelease, Notice, Scope, quarter_number
from cleanclaim.facts import RecordStatus


class LibraryRefused(ValueError):
    """Releases that contradict each other."""


@dataclass(frozen=True, slots=True)
class RecordLookup:
    """What the library knows of a HCPCS Level II code on a day.

    `record` is the one in force, or of a later release (status later_snapshot): then only its dates are true.
    """

    status: RecordStatus
    record: CodeRecord | None = None
    release_id: str | None = None
    """The release consulted."""
    release_lag_quarters: int = 0
    later_termination_date: date | None = None
    """The termination date that a later release gives a record in force which has none."""


class CodeLibrary:
    """Releases by quarter. Files of one quarter are merged; a complete one wins over a partial one, in any order."""

    def __init__(self, releases: Iterable[CodeSetRelease]) -> None:
        """Raise LibraryRefused when two releases of one quarter and one scope hold different records of a code."""
        quarters: dict[str, list[CodeSetRelease]] = {}
        for release in releases:
            quarters.setdefault(release.id, []).append(release)
        notices: list[Notice] = []
        self._releases = tuple(_merged(quarters[one], notices) for one in sorted(quarters))
        self.notices = tuple(notices)
        """Where a complete file of a quarter and a partial one disagree on a code; the complete one counts."""
        self._first_days = [release.first_day for release in self._releases]

    @property
    def releases(self) -> tuple[CodeSetRelease, ...]:
        """The releases, one a quarter, in the order of their first days."""
        return self._releases

    def changes(self) -> tuple[date, ...]:
        """The first days of the releases: between two of them look-ups differ only in their lag."""
        return tuple(self._first_days)

    def look_up(self, code: str, day: date) -> RecordLookup:
        """The record in force for a HCPCS Level II code on a day, and if there is none, why."""
        started = bisect_right(self._first_days, day)
        earlier, later = self._releases[:started], self._releases[started:]
        in_force = next((one for one in reversed(earlier) if _speaks_of(one, code)), None)
        lag = quarter_number(day) - quarter_number(in_force.first_day) if in_force else 0
        known_later = [one for one in later if code in one.records]
        if in_force and code in in_force.records:
            record = in_force.records[code]
            ends = (
                (one.records[code].termination_date for one in known_later) if record.termination_date is None else ()
            )
            return RecordLookup("in_force", record, in_force.id, lag, next((end for end in ends if end), None))
        if known_later:
            return RecordLookup("later_snapshot", known_later[0].records[code], known_later[0].id, lag)
        if in_force:
            return RecordLookup("not_in_release", None, in_force.id, lag)
        return RecordLookup("not_loaded" if earlier else "no_release")


def _speaks_of(release: CodeSetRelease, code: str) -> bool:
    """Whether the release says anything of the code: it holds it, or it is complete and its silence tells."""
    if code in release.unreadable_codes:
        return False
    return release.scope == "complete" or code in release.records


def _merged(files: list[CodeSetRelease], notices: list[Notice]) -> CodeSetRelease:
    scope: Scope = "complete" if any(one.scope == "complete" for one in files) else "partial"
    records: dict[str, CodeRecord] = {}
    for wanted in ("complete", "partial"):
        own: dict[str, CodeRecord] = {}
        for one in files:
            for code, record in one.records.items() if one.scope == wanted else ():
                if own.setdefault(code, record) != record:
                    raise LibraryRefused(f"two {wanted} files of release {one.id} hold different records of {code}")
        for code in sorted(own.keys() & records.keys()):
            if own[code] != records[code]:
                reason = "a partial file disagrees with the complete one, which counts"
                notices.append(Notice(file=f"release {files[0].id}", line=None, field=code, reason=reason))
        records = {**own, **records}
    readable = {code: record for code, record in records.items() if not record.is_doubtful}
    unreadable = frozenset().union(*(one.unreadable_codes for one in files)) | (records.keys() - readable.keys())
    return CodeSetRelease(id=files[0].id, scope=scope, records=readable, unreadable_codes=unreadable - readable.keys())
