"""How two lists of findings are compared."""

from hypothesis import given
from hypothesis import strategies as st

from cleanclaim.scenarios.difference import difference, summary

COLUMNS = ("line_number", "edit_id", "disposition")
ROWS = st.lists(
    st.fixed_dictionaries({
        "line_number": st.sampled_from(["", "1", "2"]),
        "edit_id": st.sampled_from(["AOC010", "COD030"]),
        "disposition": st.sampled_from(["advisory", "x" * 60]),
    }),
    max_size=5,
)  # fmt: skip


def row(line: str, edit: str, disposition: str = "advisory") -> dict[str, str]:
    return {"line_number": line, "edit_id": edit, "disposition": disposition}


def signs(lines: list[str]) -> list[str]:
    return [line[2] for line in lines[1 : lines.index("")]]


def test_lists_that_agree_do_not_differ() -> None:
    assert difference([row("1", "AOC010")], [row("1", "AOC010")], COLUMNS) == []
    assert difference([], [], COLUMNS) == []


def test_what_agrees_is_shown_between_what_does_not() -> None:
    expected = [row("", "COD920"), row("1", "AOC010"), row("2", "COD030")]
    found = [row("", "COD920"), row("1", "AOC020"), row("2", "COD030", "suspension"), row("3", "COD010")]
    lines = difference(expected, found, COLUMNS)
    assert lines[:7] == [
        "     line_number  edit_id  disposition",
        "     (claim)      COD920   advisory",
        "  -  1            AOC010   advisory",
        "  +  1            AOC020   advisory",
        "  ~  2            COD030   suspension",
        "  +  3            COD010   advisory",
        "",
    ]
    assert summary(expected, found, COLUMNS).endswith(": 1 missing, 2 not expected, 1 different")


def test_nothing_where_findings_were_expected() -> None:
    assert signs(difference([row("1", "AOC010")], [], COLUMNS)) == ["-"]
    assert signs(difference([], [row("1", "AOC010")], COLUMNS)) == ["+"]


def test_another_order_is_called_one() -> None:
    rows = [row("1", "AOC010"), row("2", "COD030")]
    lines = difference(rows[::-1], rows, COLUMNS)
    assert any("stand in another order" in line for line in lines)
    assert sorted(signs(lines)) == [" ", "+", "-"]
    assert not any("order" in line for line in difference(rows, [*rows, rows[0]], COLUMNS))


def test_findings_are_told_apart_by_what_is_given() -> None:
    columns = ("disposition",)
    expected, found = [{"disposition": "advisory"}], [{"disposition": "suspension"}]
    assert signs(difference(expected, found, columns)) == ["-", "+"]


def test_long_texts_stand_below_the_table() -> None:
    lines = difference([row("1", "AOC010", "x" * 60)], [row("1", "AOC010", "y" * 60)], COLUMNS)
    assert lines[0] == "     line_number  edit_id"
    assert lines[-2:] == [f"      disposition  expected  {'x' * 60}", f"                   found     {'y' * 60}"]


@given(ROWS, ROWS)
def test_every_finding_of_both_lists_is_accounted_for(
    expected: list[dict[str, str]], found: list[dict[str, str]]
) -> None:
    lines = difference(expected, found, COLUMNS)
    assert bool(lines) == (expected != found)
    if lines:
        counted = signs(lines)
        assert len(expected) == len(counted) - counted.count("+")
        assert len(found) == len(counted) - counted.count("-")
        assert set(counted) != {" "}
