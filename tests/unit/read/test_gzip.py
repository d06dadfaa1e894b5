"""What is compressed by gzip is read as what it holds is; where it breaks off or is damaged, the rest is told of."""

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.claims import Claim
from cleanclaim.read import source
from cleanclaim.read.source import read_claims

from ..settings import examples
from .damage import Damage, damages
from .fhir_making import bundle, plain_fhir_claims
from .making import Fields, as_claims, csv_rows, json_array, json_lines, plain_claims, read, read_whole, unread

CUT = "its gzip data break off; what stood before was read"
DAMAGED = "its gzip data are damaged; what stood before was read"


@examples(40)
@given(plain_claims, st.integers(1, 3))
def test_compressed_claims_are_read_in_every_format(claims: list[Fields], members: int) -> None:
    for content in (json_array(claims), json_array(claims, 1), json_lines(claims), csv_rows(claims)):
        step = len(content) // members + 1
        parts = [content[at : at + step] for at in range(0, len(content), step)]
        assert read_whole(b"".join(map(gzip.compress, parts))) == as_claims(claims)


@examples(20)
@given(plain_fhir_claims)
def test_compressed_fhir_is_read(claims: list[Claim]) -> None:
    content = json.dumps(bundle(claims)).encode()
    assert read_whole(gzip.compress(content)) == read_whole(content)


@examples(150)
@given(plain_claims, damages, st.sampled_from(("list", "lines", "rows")))
def test_damage_to_gzip_loses_nothing_silently(claims: list[Fields], damage: Damage, form: str) -> None:
    content = {"list": json_array(claims), "lines": json_lines(claims), "rows": csv_rows(claims)}[form]
    found = read(damage(gzip.compress(content, mtime=0)))
    whole = [one.claim for one in found if one.claim is not None and one.is_whole]
    assert unread(found) or whole == as_claims(claims)
    assert all(claim in as_claims(claims) for claim in whole) or unread(found)


def lines_of(count: int) -> list[Fields]:
    line = {"line_number": 1, "procedure_code": "99213", "units": 1, "date_of_service": "2026-01-15"}
    return [{"claim_id": f"{number:06}-{number * 7_919 % 100_003}", "lines": [line]} for number in range(count)]


def test_claims_before_the_place_where_it_breaks_off_are_read() -> None:
    packed = gzip.compress(json_lines(lines_of(5_000)))
    found = read(packed[: len(packed) // 2])
    assert sum(one.claim is not None for one in found) > 1_000
    assert found[-1].unreadable[0].reason == CUT
    assert all(one.is_whole for one in found)


def test_no_claim_of_a_table_that_breaks_off_counts_as_whole() -> None:
    packed = gzip.compress(csv_rows(lines_of(5_000)))
    found = read(packed[: len(packed) // 2])
    assert sum(one.claim is not None for one in found) > 1_000
    assert not any(one.is_whole for one in found if one.claim is not None)
    assert found[-1].unreadable[0].reason == CUT


def test_a_wrong_checksum_and_what_follows_are_told() -> None:
    packed = gzip.compress(json_lines(lines_of(3)))
    for content in (packed[:-8] + b"\x00" * 8, packed + b"garbage"):
        found = read(content)
        assert sum(one.claim is not None for one in found) == 3
        assert found[-1].unreadable[0].reason == DAMAGED
    assert len(read_whole(packed + b"\x00" * 64)) == 3, "zeros may follow"


def test_the_name_tells_one_claim_a_line_behind_the_ending_of_gzip(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"claim_id": \n' * 30))
    assert len(list(read_claims(path))) == 30


def test_gzip_within_gzip_is_none_of_the_formats() -> None:
    assert unread(read(gzip.compress(gzip.compress(b"[]")))) == [(None, "file", None, None)]


def test_what_is_too_long_to_be_held_is_told() -> None:
    with patch.object(source, "LONGEST", 5_000):
        lines = json_lines(lines_of(100))
        assert len(read_whole(lines)) == 100
        for content in (json_array(lines_of(100), 1), lines + b'{"claim_id": "' + b"A" * 5_000 + b'"}\n'):
            found = read(content)
            assert found[-1].unreadable[0].field == "file"
            assert "5,000 characters" in found[-1].unreadable[0].reason


BOMB = """
import resource, sys, gzip, io
resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000))
from cleanclaim.read.source import read_stream
found = [one.unreadable[0].reason for one in read_stream(open(sys.argv[1], "rb"), "claims")]
print(len(found), next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024)
"""


@pytest.mark.parametrize("part", [b"\n", b" "])
def test_a_bomb_is_read_in_bounded_memory(part: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(part * 10_000_000) * 60)
    done = subprocess.run([sys.executable, "-c", BOMB, path], capture_output=True, text=True, timeout=300, check=True)
    count, megabytes = map(int, done.stdout.split())
    assert count == 1
    assert megabytes < 2_500


def test_a_stream_that_is_no_file_is_read() -> None:
    class Piecemeal(io.RawIOBase):
        def __init__(self, content: bytes) -> None:
            self._rest = content

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]
            part, self._rest = self._rest[: min(7, len(buffer))], self._rest[min(7, len(buffer)) :]
            buffer[: len(part)] = part
            return len(part)

    content = gzip.compress(json_lines(lines_of(50)))
    found = list(source.read_stream(Piecemeal(content), "claims"))  # type: ignore[arg-type]
    assert sum(one.claim is not None for one in found) == 50
