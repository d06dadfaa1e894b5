"""Claims of an 837, however damaged, come to the same at once as one by one."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.read.damage import Damage, several_damages
from tests.unit.read.x12.making import MARKER, Fields, claims, read, x12
from tests.unit.settings import examples

from .test_staged import prove


@examples(5, shrink=False)
@given(st.lists(claims(), min_size=3, max_size=8), several_damages)
def test_a_damaged_interchange_comes_to_the_same(several: list[list[Fields]], damages: list[Damage]) -> None:
    content = b"".join(x12(some, control=number, each=3) for number, some in enumerate(several, 1))
    whole = prove(read(content))
    for damage in damages:
        content = damage(content)
    if content.upper().startswith(b"ISA*"):
        damaged = prove(read(content))
        assert MARKER not in repr((whole.findings, damaged.findings))
