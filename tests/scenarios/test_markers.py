"""Edit ids and tags as markers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cleanclaim import load_catalogue
from cleanclaim.scenarios.markers import edit_ids_in, edit_ids_named, shipped_edit_ids

Write = Callable[..., Path]

CHOSEN = """
    def pytest_collection_finish(session):
        print("CHOSEN", *(item.name for item in session.items))

    def pytest_unconfigure(config):
        print("MARKERS", *sorted(line.partition(":")[0] for line in config.getini("markers")))
"""


@pytest.fixture
def chosen(pytester: pytest.Pytester) -> Callable[..., list[str]]:
    """The scenarios that an expression over markers chooses, under --strict-markers."""
    pytester.makeconftest(CHOSEN)

    def choose(expression: str, *arguments: str) -> list[str]:
        result = pytester.runpytest("-s", "--collect-only", "--strict-markers", "-m", expression, *arguments)
        assert "rror" not in result.stdout.str()
        (line,) = (line for line in result.outlines if line.startswith("CHOSEN"))
        return line.split()[1:]

    return choose


def test_the_ids_read_without_the_catalogue_are_those_of_the_catalogue() -> None:
    assert shipped_edit_ids() == set(load_catalogue().edits)


def test_every_edit_is_a_marker(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "import pytest\n" + "\n".join(f"@pytest.mark.{edit}\ndef test_{edit}(): pass" for edit in shipped_edit_ids())
    )
    pytester.runpytest("--strict-markers", "-m", "AOC010").assert_outcomes(
        passed=1, deselected=len(shipped_edit_ids()) - 1
    )
    shown = pytester.runpytest("--markers").stdout.str()
    assert all(f"@pytest.mark.{edit}: scenarios that name edit {edit}" in shown for edit in shipped_edit_ids())


def test_an_edit_named_in_steps_tables_and_json_marks_the_scenario(
    feature: Write, chosen: Callable[..., list[str]]
) -> None:
    feature(
        In_a_step="{claim}\nThen line 1 has finding AOC010",
        In_another="{claim}\nThen line 1 has no finding AOC030",
        In_a_table="{claim}\nThen the findings are exactly:\n  | edit_id |\n  | AOC010 |",
        In_json='Given the claim:\n  """\n  {"claim_id": "AOC030"}\n  """',
        In_none="{claim}\nThen the claim is clean",
        In_a_longer_word="{claim}\nThen claim \"XAOC010\" has finding AOC0100",
    )  # fmt: skip
    assert chosen("AOC010") == ["test_in_a_step", "test_in_a_table"]
    assert chosen("AOC030") == ["test_in_another", "test_in_json"]
    assert chosen("not AOC010 and not AOC030") == ["test_in_none", "test_in_a_longer_word"]


def test_each_example_of_an_outline_bears_its_own_edits(
    pytester: pytest.Pytester, chosen: Callable[..., list[str]]
) -> None:
    pytester.path.joinpath("claims.feature").write_text("""\
Feature: Claims
  Background:
    Given the payer is medicare

  Scenario Outline: An outline
    When the claim is checked
    Then line 1 has finding <edit>

    Examples:
      | edit   |
      | AOC010 |
      | COD030 |

  @COD030
  Scenario: By its tag
    When the claim is checked
""")
    assert chosen("AOC010") == ["test_an_outline[AOC010]"]
    assert chosen("COD030") == ["test_an_outline[COD030]", "test_by_its_tag"]


def test_an_edit_named_in_a_background_marks_every_scenario(
    pytester: pytest.Pytester, chosen: Callable[..., list[str]]
) -> None:
    pytester.path.joinpath("claims.feature").write_text("""\
Feature: Claims
  Background:
    Given the claim id is AOC010

  Scenario: One
    When the claim is checked
""")
    assert chosen("AOC010") == ["test_one"]


def test_bound_scenarios_are_marked_too(
    pytester: pytest.Pytester, feature: Write, chosen: Callable[..., list[str]]
) -> None:
    feature(One="{claim}\nThen line 1 has finding AOC010", Two="{claim}\nThen line 1 has finding COD010")
    pytester.makepyfile(test_bound="from pytest_bdd import scenarios\nscenarios('.')")
    assert chosen("AOC010", "test_bound.py") == ["test_one"]
    assert chosen("AOC010") == ["test_one"]


def test_edits_of_a_payers_folder_are_markers(feature: Write, chosen: Callable[..., list[str]]) -> None:
    folder = Path(__file__).parent / "files" / "payer_edits"
    feature(
        Theirs=f'Given the edits in "{folder}"\n{{claim}}\nThen line 1 has finding PAY010',
        Unknown="{claim}\nThen line 1 has finding PAY010",
    )
    assert chosen("PAY010") == ["test_theirs"]


def test_tags_of_a_foreign_feature_are_not_made_markers(
    pytester: pytest.Pytester, feature: Write, chosen: Callable[..., list[str]]
) -> None:
    feature(Ours="{claim}\nThen the claim is clean")
    ours = pytester.path / "claims.feature"
    ours.write_text("@ours\n" + ours.read_text())
    foreign = "@theirs\nFeature: Foreign\n  Scenario: One\n    Given a world\n"
    pytester.path.joinpath("foreign.feature").write_text(foreign)
    assert chosen("ours") == ["test_ours"]
    (markers,) = (line.split() for line in pytester.runpytest("-s").outlines if line.startswith("MARKERS"))
    assert "ours" in markers
    assert "theirs" not in markers


def test_a_marker_that_the_team_registered_keeps_its_meaning(pytester: pytest.Pytester, feature: Write) -> None:
    file = feature(Slow="{claim}\nThen line 1 has finding AOC010")
    file.write_text("@slow @AOC010 @skip\n" + file.read_text())
    pytester.makeini("[pytest]\nmarkers =\n    slow: takes long\n    AOC010(reason): the team's own")
    pytester.makeconftest(CHOSEN)
    result = pytester.runpytest("-s", "--strict-markers")
    result.assert_outcomes(skipped=1)
    (markers,) = (line.split() for line in result.outlines if line.startswith("MARKERS"))
    assert [markers.count(name) for name in ("slow", "AOC010", "AOC010(reason)")] == [1, 0, 1]


def test_folders_are_read_as_far_as_they_can_be(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "one.yaml").write_text('title: first\nid: "PAY020"\n')
    (tmp_path / "two.yaml").write_bytes(b"id: PAY030\n\xff\n")
    (tmp_path / "three.yaml").write_text("# id: PAY040\nother:\n  id: PAY050\n")
    assert edit_ids_in(tmp_path) == {"PAY020"}
    assert edit_ids_in(tmp_path / "nowhere") == frozenset()


def test_only_whole_words_name_an_edit() -> None:
    text = "COD030, (AOC010) xCOD010 COD0100 COD-020"
    assert edit_ids_named(text, ["AOC010", "COD010", "COD020", "COD030"]) == ["AOC010", "COD030"]
