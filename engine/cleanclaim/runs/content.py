"""What stands for the bytes that a run reads or writes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True)
class Content:
    """What stands for bytes."""

    size: int
    sha256: str

    @classmethod
    def of_nothing(cls) -> "Content":
        """That of no bytes at all."""
        return cls(0, hashlib.sha256().hexdigest())


def content_of(path: Path) -> Content:
    """The size and hash of a file. Raises OSError."""
    with path.open("rb") as stream:
        return content_of_stream(stream)


def content_of_stream(stream: BinaryIO) -> Content:
    """The size and hash of what a stream gives. Raises OSError."""
    digest, size = hashlib.sha256(), 0
    while part := stream.read(_HASHED_AT_ONCE):
        digest.update(part)
        size += len(part)
    return Content(size, digest.hexdigest())
