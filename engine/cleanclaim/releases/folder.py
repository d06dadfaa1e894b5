"""A library from plain files: record documents and releases as csv, one file or a folder of them."""

import re
from pathlib import Path

from cleanclaim.codes import CodeRecord, CodeSetRelease, Notice, Scope, release_id
from cleanclaim.places import shipped
from cleanclaim.releases.code_set_csv import CodeSetRefused, read_code_set_csv
from cleanclaim.releases.library import CodeLibrary, LibraryRefused
from cleanclaim.releases.record_document import DocumentRefused, read_record_document

_QUARTER_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_ ]?(JAN|APR|JUL|OCT|01|04|07|10)(?![0-9])", re.IGNORECASE)
_MONTHS = {"JAN": "01", "APR": "04", "JUL": "07", "OCT": "10"}
_COMPLETE_IN_NAME = re.compile(r"ANWEB|(?<![a-z])complete", re.IGNORECASE)


def bundled_library() -> tuple[CodeLibrary, tuple[Notice, ...]]:
    """The library of the record documents that come with cleanclaim: Q4257 and Q4390, January 2026."""
    return read_library(shipped("fixtures") / "record_documents")


def read_library(path: Path) -> tuple[CodeLibrary, tuple[Notice, ...]]:
    """A library from one file, or from the .txt and .csv files of a folder, with notices of what did not fit.

    A record document belongs to the quarter of its action effective date and makes that release a partial one. A csv
    file names its quarter (2026-01, 2026_JAN); it is a complete release when its name says ANWEB, as CMS's own files
    do, or complete, and a partial one otherwise. Raises LibraryRefused with a line for each file that is neither.
    """
    if not path.exists():
        raise LibraryRefused(f"{path}: there is no such file or folder")
    files = [path]
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.suffix.lower() in (".txt", ".csv") and one.is_file())
        if not files:
            raise LibraryRefused(f"{path}: holds no record document (.txt) and no release (.csv)")
    releases: list[CodeSetRelease] = []
    notices: list[Notice] = []
    refused: list[str] = []
    for one in files:
        try:
            release, found = _csv_release(one) if one.suffix.lower() == ".csv" else _document_release(one)
        except (DocumentRefused, CodeSetRefused, LibraryRefused) as wrong:
            refused.append(str(wrong))
        except OSError as wrong:
            refused.append(f"{one}: {wrong.strerror}")
        else:
            releases.append(release)
            notices.extend(found)
    if refused:
        raise LibraryRefused("\n".join(refused))
    try:
        library = CodeLibrary(releases)
    except LibraryRefused as wrong:
        raise LibraryRefused(f"{path}: {wrong}: {', '.join(one.name for one in files)}") from None
    return library, (*notices, *library.notices)


def partial_release(record: CodeRecord, quarter: str | None = None) -> CodeSetRelease:
    """The partial release of one record, of the quarter of its action effective date unless another is named.

    Raises LibraryRefused when neither tells the quarter.
    """
    if quarter is None and record.action_effective_date is None:
        raise LibraryRefused(f"{record.code} has no action effective date, so its release must be named")
    day = record.action_effective_date
    return CodeSetRelease(id=quarter or release_id(day), scope="partial", records={record.code: record})  # type: ignore[arg-type]


def _document_release(path: Path) -> tuple[CodeSetRelease, tuple[Notice, ...]]:
    record, notices = read_record_document(path)
    try:
        return partial_release(record), notices
    except LibraryRefused as wrong:
        raise LibraryRefused(f"{path}: {wrong}") from None


def _csv_release(path: Path) -> tuple[CodeSetRelease, tuple[Notice, ...]]:
    quarter = _QUARTER_IN_NAME.search(path.stem)
    if quarter is None:
        raise LibraryRefused(f"{path}: the file's name tells no quarter, as 2026-01 or 2026_JAN")
    month = _MONTHS.get(quarter[2].upper(), quarter[2])
    scope: Scope = "complete" if _COMPLETE_IN_NAME.search(path.stem) else "partial"
    rows = read_code_set_csv(path)
    release = CodeSetRelease(
        id=f"{quarter[1]}-{month}", scope=scope, records=rows.records, unreadable_codes=frozenset(rows.unreadable_codes)
    )
    return release, tuple(rows.notices)
