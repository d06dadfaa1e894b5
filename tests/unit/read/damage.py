"""Damage to the bytes of a file, at random."""

import re
from collections.abc import Callable

from hypothesis import strategies as st

Damage = Callable[[bytes], bytes]

NASTY = (
    b'"', b'""', b"'", b"\\", b"\n", b"\r", b"\r\n", b"\x00", b"{", b"}", b"[", b"]", b",", b";", b":", b"\t", b"\xff",
    b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xef\xbf\xbd", b"\xe2\x80\xa8", b"\x1b[31m", b"\x1a", b"NaN", b"1e999",
    b"{" * 40, b'{"a":' * 40, b"[" * 5000, b"9" * 5000,
)  # fmt: skip
_LINE_END = re.compile(rb"\r\n|\r|\n")


def _place(content: bytes, share: float) -> int:
    return int(share * len(content))


def _cut(share: float) -> Damage:
    return lambda content: content[: _place(content, share)]


def _inserted(share: float, more: bytes) -> Damage:
    return lambda content: content[: _place(content, share)] + more + content[_place(content, share) :]


def _flipped(share: float, bit: int) -> Damage:
    def flip(content: bytes) -> bytes:
        at = _place(content, share)
        return content[:at] + bytes(byte ^ (1 << bit) for byte in content[at : at + 1]) + content[at + 1 :]

    return flip


def _deleted(share: float, count: int) -> Damage:
    return lambda content: content[: _place(content, share)] + content[_place(content, share) + count :]


def _written_over(share: float, more: bytes) -> Damage:
    return lambda content: (content[: _place(content, share)] + more + content[_place(content, share) + len(more) :])[
        : len(content)
    ]


_shares = st.floats(0, 1, exclude_max=True)
damages: st.SearchStrategy[Damage] = st.one_of(
    st.builds(_cut, _shares),
    st.builds(_inserted, _shares, st.sampled_from(NASTY)),
    st.builds(_flipped, _shares, st.integers(0, 7)),
    st.builds(_deleted, _shares, st.integers(1, 60)),
    st.builds(_written_over, _shares, st.one_of(st.sampled_from(NASTY), st.binary(min_size=1, max_size=8))),
)
several_damages = st.lists(damages, min_size=2, max_size=6)


def numbered_lines(content: bytes) -> dict[int, bytes]:
    """The lines of a file that are not blank, by number."""
    lines = enumerate(_LINE_END.split(content), start=1)
    return {number: line for number, line in lines if line.strip(b" \t\r\n")}


def first_difference(content: bytes, damaged: bytes) -> int:
    """How many bytes at the beginning are as they were."""
    same = zip(content, damaged, strict=False)
    return next((place for place, (one, other) in enumerate(same) if one != other), min(len(content), len(damaged)))
