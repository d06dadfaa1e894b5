"""Open a library: a library file, plain files that CMS publishes, or the records that come with cleanclaim."""

from pathlib import Path

from cleanclaim.codes import Notice
from cleanclaim.places import shipped
from cleanclaim.releases.cells import FileRefused
from cleanclaim.releases.files import Read, Wanted, read_files
from cleanclaim.releases.library import CodeLibrary
from cleanclaim.releases.shelf import LibraryRefused
from cleanclaim.releases.store import is_library_file, open_library


def bundled_library() -> tuple[CodeLibrary, tuple[Notice, ...]]:
    """The library of the record documents that come with cleanclaim: Q4257 and Q4390, January 2026."""
    return read_library(shipped("fixtures") / "record_documents")


def read_library(path: Path | str, *, partial: bool = False) -> tuple[CodeLibrary, tuple[Notice, ...]]:
    """The library of a library file, or of one plain file or a folder of them, with notices of what did not fit.

    Plain files are read anew each time; `partial` says that those of the code set hold some codes only. Raises
    LibraryRefused with a line for each file that cannot be read.
    """
    path = Path(path)
    if is_library_file(path):
        return open_library(path), ()
    reads = read_plain(path, Wanted(partial=partial))
    try:
        library = CodeLibrary(read.part for read in reads)
    except LibraryRefused as wrong:
        raise LibraryRefused(f"{path}: {wrong}: {', '.join(Path(read.file).name for read in reads)}") from None
    return library, (*(notice for read in reads for notice in read.notices), *library.notices)


def read_plain(path: Path, wanted: Wanted) -> list[Read]:
    """What a plain file holds, or the files of a folder. Raises LibraryRefused."""
    if not path.exists():
        raise LibraryRefused(f"{path}: there is no such file or folder")
    files = [path]
    if path.is_dir():
        files = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        if not files:
            raise LibraryRefused(f"{path}: holds no file")
    try:
        return read_files(files, wanted)
    except FileRefused as wrong:
        raise LibraryRefused(str(wrong)) from None
