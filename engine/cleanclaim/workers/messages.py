"""What goes between a run and its workers: one pickle a message, each after its length, over pipes of their own.

Claims go as they are, without the places where they stood: measured, pickling them costs a tenth of checking them, and
neither rows of plain values nor pydantic's own JSON were cheaper by the time that a claim stood on the other side.
"""

import hashlib
import pickle
import struct
from pathlib import Path
from typing import Any, NamedTuple

from cleanclaim.catalogue import Catalogue
from cleanclaim.census import Verdict
from cleanclaim.claims import Claim, PayerType

LENGTH = struct.Struct(">Q")
"""Stands before each message: its length in bytes."""
MARK = struct.Struct(">qq")
"""What a worker is on: the number of the batch, and the place of the claim in it or NO_CLAIM."""
NO_CLAIM = -1

SECONDS_A_CLAIM = 60.0
SECONDS_A_LINE = 0.5
"""A claim may take that long and that much more a line. A claim of four lines takes less than a thousandth of a
second; one of thousands of lines, seconds."""


class Setup(NamedTuple):
    """What a worker makes its Checker of."""

    library: bytes
    """A CodeLibrary, pickled."""
    rules: tuple[Path, ...]
    """A payer's own folders of edits."""
    catalogue: str
    """What `digest_of` says of the catalogue that the run is on."""
    payer_type: PayerType
    information: bool


class Asked(NamedTuple):
    """A claim to check: it goes without its places."""

    claim: Claim
    unread_fields: frozenset[str]
    is_whole: bool


class Batch(NamedTuple):
    """Claims to check, in order."""

    number: int
    claims: list[Asked]


class Ready(NamedTuple):
    """A worker has its Checker."""


class Refused(NamedTuple):
    """A worker cannot make its Checker, and none will."""

    reason: str


class Answer(NamedTuple):
    """What a worker made of the claims of a batch, in order; findings bear no place. None is for a clean claim."""

    number: int
    verdicts: list[Verdict | None]
    is_spent: bool
    """Whether the engine failed on the last of them, so that this worker checks no more."""


Message = Setup | Batch | Ready | Refused | Answer


def written(message: Message) -> bytes:
    """A message as it goes over a pipe."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def message_of(body: bytes | bytearray | memoryview) -> Any:
    """The message of a body, which came from our own process over a pipe that no other has."""
    return pickle.loads(body)  # noqa: S301


def seconds_allowed(claim: Claim | None) -> float:
    """How long the check of a claim may take before it counts as hanging, and what is done between claims; seconds."""
    return SECONDS_A_CLAIM + SECONDS_A_LINE * (len(claim.lines) if claim else 0)


def digest_of(catalogue: Catalogue) -> str:
    """SHA-256 of all that the edits and parameters of a catalogue say, their texts included."""
    digest = hashlib.sha256()
    for _, edit in sorted(catalogue.edits.items()):
        digest.update(edit.model_dump_json().encode())
    for _, parameter in sorted(catalogue.parameters.items()):
        digest.update(parameter.model_dump_json().encode())
    return digest.hexdigest()
