"""The members of a zip archive, as CMS publishes its files; nothing is written to disk, and bombs are refused."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator

from cleanclaim.releases.cells import FileRefused

MOST_MEMBERS = 1_000
LARGEST_MEMBER = 40_000_000
LARGEST_TOTAL = 200_000_000
_PIECE = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, OverflowError, struct.error,
    zlib.error, lzma.LZMAError,
)  # fmt: skip
"""What zipfile raises for archives that are no whole ones."""


def is_zip(content: bytes) -> bool:
    """Whether content begins as a zip archive does; a workbook is one too."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_workbook(content: bytes) -> bool:
    """Whether a zip archive is an xlsx workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except _BROKEN:
        return False


def members(content: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    """The names and contents of an archive's files.

    Raises FileRefused for a broken or encrypted archive, for names that lead out of a folder, and for archives that
    unpack to more than LARGEST_TOTAL bytes, or LARGEST_MEMBER in one file.
    """
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_MEMBERS:
                raise FileRefused(f"{file}: holds {len(entries):,} files, more than {MOST_MEMBERS:,}")
            for entry in entries:
                _refuse_names(entry, file)
            for entry in entries:
                if entry.is_dir():
                    continue
                unpacked = _unpacked(archive, entry, file, LARGEST_TOTAL - total)
                total += len(unpacked)
                yield entry.filename, unpacked
    except FileRefused:
        raise
    except _BROKEN as wrong:
        raise FileRefused(f"{file}: cannot be read as a zip archive: {wrong}") from None


def _refuse_names(entry: zipfile.ZipInfo, file: str) -> None:
    parts = entry.orig_filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0] or "\x00" in entry.orig_filename:
        raise FileRefused(f"{file}: holds a file whose name leads out of its folder: {entry.orig_filename[:200]!r}")
    if entry.flag_bits & 1:
        raise FileRefused(f"{file}: {entry.filename} is encrypted")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: str, left: int) -> bytes:
    most = min(left, LARGEST_MEMBER)
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > most:
                raise FileRefused(f"{file}: {entry.filename} unpacks to more than {most:,} bytes")
            pieces.append(piece)
    return b"".join(pieces)
