"""What a gzip file of one member or several holds, as a stream; where it is damaged, it ends and says so."""

import gzip
import io
import zlib
from typing import BinaryIO


class Gunzipped(io.RawIOBase):
    """The bytes that a stream of gzip holds, decompressed as they are read and never held as a whole."""

    def __init__(self, stream: BinaryIO) -> None:
        self._source = gzip.GzipFile(fileobj=stream, mode="rb")
        self.wrong: str | None = None
        """Why it ended before its end, once it has."""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill the buffer as far as one step of decompression does; 0 at the end."""
        if self.wrong is not None:
            return 0
        try:
            part = self._source.read1(len(buffer))
        except EOFError:
            self.wrong = "its gzip data break off; what stood before was read"
            return 0
        except (gzip.BadGzipFile, zlib.error):
            self.wrong = "its gzip data are damaged; what stood before was read"
            return 0
        buffer[: len(part)] = part
        return len(part)
