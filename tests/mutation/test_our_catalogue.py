"""No mutant of our edits survives our scenarios, but for those that nothing tells from the edit."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from cleanclaim.catalogue import Catalogue
from cleanclaim.edit_files import _Loader, load_catalogue
from cleanclaim.edits import Edit
from cleanclaim.mutation.judging import Judge
from cleanclaim.mutation.mutants import Mutant, mutants_of, rules_of, with_rules
from cleanclaim.mutation.recording import Recording, recorded
from cleanclaim.mutation.running import mutated, subjects_of

ROOT = Path(__file__).parents[2]
FEATURES = [ROOT / "features"]
LOCK = (ROOT / "rules" / "catalogue.lock.json").read_text(encoding="utf-8")
THIRD = 3


@contextmanager
def at_root() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")
        yield


@pytest.fixture(scope="module")
def recording() -> Recording:
    with at_root():
        return recorded(FEATURES)


def in_the_third(mutant: Mutant) -> bool:
    """A third of all mutants, another one whenever the meaning of an edit changes; `make mutants` tries all."""
    name = f"{LOCK}{mutant.subject}: {mutant.what}"
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % THIRD == 0


def test_a_third_of_all_mutants_is_told_from_our_edits(recording: Recording, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleanclaim.mutation.running.recorded", lambda _: recording)
    catalogue = load_catalogue()
    mutation = mutated(catalogue, subjects_of(catalogue, None, []), FEATURES, in_the_third)
    assert [
        (one.mutant.subject, one.mutant.what, one.text) for one in mutation.judged if one.verdict == "survived"
    ] == []
    assert mutation.idle == []
    assert mutation.notices == []
    assert len(mutation.judged) > 400
    assert sum(one.verdict == "killed" for one in mutation.judged) > 350


def planted(folder: Path, catalogue: Catalogue, edit: Edit) -> Mutant:
    """A mutant of an edit, written into its file in a copy of the folder of edits, and loaded from there."""
    path = folder / catalogue.files[edit.id].relative_to(ROOT / "rules")
    before = path.read_text(encoding="utf-8")
    data = yaml.load(before, yaml.BaseLoader)
    number = int(hashlib.sha256(f"{LOCK}{edit.id}".encode()).hexdigest(), 16)
    if edit.raised_by is not None:
        data["disposition"], what = "information", "disposition information"
    else:
        index = number % len(data["versions"])
        data["versions"][index]["when"], what = f"not ({data['versions'][index]['when']})", f"version {index} negated"
        if number % 2 and edit.level == "line":
            data["versions"][index]["when"] = f"({data['versions'][index]['when'][4:]}) and units > 9999"
            what = f"version {index} for many units alone"
    path.write_text(yaml.safe_dump(data, sort_keys=False, width=10_000), encoding="utf-8")
    other = _Loader().load((folder,))
    path.write_text(before, encoding="utf-8")
    loaded = rules_of(other, edit.id)

    def applied(catalogue: Catalogue) -> Catalogue:
        if edit.raised_by is not None:
            mutants = mutants_of(catalogue, catalogue.edits[edit.id])
            return next(iter(mutants)).applied(catalogue)
        return with_rules(catalogue, edit.id, lambda _, place: loaded[place])

    return Mutant(edit.id, what, path, 1, applied)


def test_a_mutant_planted_in_the_file_of_any_edit_is_caught(recording: Recording, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", folder)
    catalogue, judge = load_catalogue(), Judge(recording)
    survived = [
        (mutant.subject, mutant.what)
        for edit in catalogue.edits.values()
        if judge.killer(mutant := planted(folder, catalogue, edit)) is None
    ]
    assert survived == []
