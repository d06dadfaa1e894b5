"""The formats that claims are read in, and those that the first bytes of a file tell."""

from typing import Literal, get_args

InputFormat = Literal["json", "jsonl", "csv", "parquet", "837", "fhir"]
INPUT_FORMATS: tuple[InputFormat, ...] = get_args(InputFormat)
TOLD_BY_BYTES = 64
"""Bytes at the beginning of a file that tell its format, where they do at all."""
_GZIP = b"\x1f\x8b\x08"
_PARQUET = b"PAR1"


def is_gzip(start: bytes) -> bool:
    """Whether a file that starts so is compressed by gzip."""
    return start.startswith(_GZIP)


def is_parquet(start: bytes) -> bool:
    """Whether a file that starts so is Parquet."""
    return start.startswith(_PARQUET)
