"""Interchanges that are damaged at random: no claim is lost silently, none is made up, and nothing crashes."""

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.read.damage import Damage, damages, several_damages
from tests.unit.settings import examples

from cleanclaim.claims import Claim, ReadClaim

from .making import Fields, as_read, claims, interchange_segments, read, written, x12

SegmentDamage = Callable[[list[str]], list[str]]
PARTS = ("transaction", "interchange", "file")


def _place(share: float, segments: Sequence[str]) -> int:
    """A place behind the header."""
    return 1 + int(share * (len(segments) - 1))


def _dropped(share: float) -> SegmentDamage:
    return lambda segments: [one for at, one in enumerate(segments) if at != _place(share, segments)]


def _doubled(share: float) -> SegmentDamage:
    return lambda segments: [one for at, one in enumerate(segments) for _ in range(1 + (at == _place(share, segments)))]


def _run_together(share: float) -> SegmentDamage:
    def join(segments: list[str]) -> list[str]:
        at = min(_place(share, segments), len(segments) - 2)
        return [*segments[:at], segments[at] + segments[at + 1], *segments[at + 2 :]]

    return join


def _put_in(share: float, more: str) -> SegmentDamage:
    return lambda segments: [*segments[: _place(share, segments)], more, *segments[_place(share, segments) :]]


def _cut(share: float) -> SegmentDamage:
    return lambda segments: segments[: _place(share, segments)]


def _swapped(share: float) -> SegmentDamage:
    def swap(segments: list[str]) -> list[str]:
        at = min(_place(share, segments), len(segments) - 2)
        return [*segments[:at], segments[at + 1], segments[at], *segments[at + 2 :]]

    return swap


_shares = st.floats(0, 1, exclude_max=True)
LOSSES = st.one_of(
    st.builds(_dropped, _shares), st.builds(_doubled, _shares), st.builds(_run_together, _shares),
    st.builds(_cut, _shares), st.builds(_put_in, _shares, st.sampled_from(("", "XYZ*1", "some text", "*", "9"))),
)  # fmt: skip
"""Damage by which segments are lost or gained, behind the header: a count or a loop tells of each."""


def intact(found: Sequence[ReadClaim]) -> list[Claim]:
    """The claims with which nothing is wrong."""
    return [one.claim for one in found if one.claim is not None and not one.unreadable]


def of_claims(found: Sequence[ReadClaim]) -> list[ReadClaim]:
    """What was read of claims."""
    return [one for one in found if one.claim is not None or one.unreadable[0].field not in PARTS]


@examples(150)
@given(claims(), st.integers(1, 4), st.booleans(), LOSSES)
def test_a_segment_lost_or_gained_spoils_no_claim_silently(
    several: list[Fields], each: int, with_patient: bool, damage: SegmentDamage
) -> None:
    segments = interchange_segments(several, each=each, with_patient=with_patient)
    damaged = damage(segments)
    found = read(damaged)
    expected = [as_read(claim) for claim in several]
    assert all(one in expected for one in intact(found))
    assert intact(found) == expected or any(one.unreadable for one in found) or _is_harmless(damaged, segments)


def _is_harmless(damaged: Sequence[str], segments: Sequence[str]) -> bool:
    """Whether nothing but an empty segment was put in."""
    return [one for one in damaged if one] == list(segments)


@examples(80)
@given(claims(), st.integers(1, 4), LOSSES)
def test_claims_of_other_transactions_are_read_as_they_are(
    several: list[Fields], each: int, damage: SegmentDamage
) -> None:
    segments = interchange_segments(several, each=each)
    whole = written(segments)
    spoiled = written(damage(segments)) + whole
    found = read(spoiled)
    again = [one for one in found if one.location.interchange == 2]
    assert intact(again) == [as_read(claim) for claim in several]


@examples(80)
@given(claims(), st.integers(1, 4), _shares)
def test_segments_that_change_places_neither_lose_nor_make_claims(
    several: list[Fields], each: int, share: float
) -> None:
    segments = _swapped(share)(interchange_segments(several, each=each))
    found = read(segments)
    ids = [one.claim.claim_id for one in found if one.claim is not None]
    known = [claim["claim_id"] for claim in several]
    assert set(ids) <= set(known)
    assert sorted(ids) == sorted(known) or any(one.unreadable for one in found)


@examples(150)
@given(claims(), st.integers(1, 4), damages)
def test_whatever_happens_to_bytes_no_claim_is_lost_silently(several: list[Fields], each: int, damage: Damage) -> None:
    content = damage(x12(several, each=each))
    if not content.upper().startswith(b"ISA*"):
        return
    found = read(content)
    begun = len(re.findall(rb"(?:^|~)[\0\s\x1a]*CLM\*", content, re.IGNORECASE))
    if all(not one.unreadable for one in found):
        assert len(found) == begun
        assert begun == len(several) or b"NaN" in content or not found
    assert len([one for one in found if one.claim]) <= max(begun, len(several))


@examples(80)
@given(claims(), several_damages)
def test_nothing_crashes(several: list[Fields], damage: list[Damage]) -> None:
    content = x12(several)
    for one in damage:
        content = one(content)
    read(content)


@pytest.mark.parametrize("seed", range(0, 255, 37))
def test_each_byte_may_be_any_other(seed: int) -> None:
    line = {"line_number": 1, "procedure_code": "99213", "charge": 10, "units": 1, "date_of_service": "2026-01-15"}
    several: list[Fields] = [
        {"claim_id": one, "claim_type": "professional", "place_of_service": "11", "billing_provider": "1234567893",
         "lines": [line]}
        for one in "AB"
    ]  # fmt: skip
    content = x12(several)
    for at in range(110, len(content), 13):
        found = read(content[:at] + bytes([seed]) + content[at + 1 :])
        assert len(of_claims(found)) >= 2 or any(one.unreadable for one in found)
