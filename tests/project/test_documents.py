"""What the documents say to type does what they show."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def sessions(document: str, kind: str = "console") -> list[tuple[str, str]]:
    """The commands of a document's blocks of a kind, each with the output shown below it."""
    found = []
    blocks = re.compile(rf"^```{kind}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    for block in blocks.findall((ROOT / document).read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            if marker := re.search(r"<<'(\w+)'", command):
                body, _, output = output.partition(f"\n{marker[1]}\n")
                command = f"{command}\n{body}\n{marker[1]}\n"
            found.append((command, output))
    return found


def pattern(output: str) -> str:
    """A regular expression for shown output, in which `...` stands for anything."""
    return "".join(".*" if part == "..." else re.escape(part) for part in re.split(r"(\.\.\.)\n?", output))


def show_what_is_shown(commands: list[tuple[str, str]], folder: Path, *, seconds: int = 120, **more: str) -> None:
    """Run commands in a folder, with more in the environment, and hold that each prints the output shown below it."""
    shutil.copytree(ROOT / "fixtures", folder / "fixtures")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "100"}
    for command, output in commands:
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=folder, env=environment | more, capture_output=True, text=True, check=False, timeout=seconds,
        )  # fmt: skip
        assert ran.returncode in (0, 1), (command, ran.stdout, ran.stderr)
        assert "Traceback" not in ran.stderr
        assert re.fullmatch(pattern(output), ran.stdout, re.DOTALL), (command, ran.stdout)


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_of_a_document_do_what_it_shows(document: str, tmp_path: Path) -> None:
    commands = sessions(document)
    assert commands
    show_what_is_shown(commands, tmp_path)


def test_the_python_of_the_readme_prints_what_it_shows() -> None:
    failed, attempted = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert attempted >= 4
    assert failed == 0


def test_the_feature_of_the_readme_passes_in_an_empty_folder(tmp_path: Path) -> None:
    feature = re.search(r"^```gherkin\n(.*?)^```$", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    assert feature is not None
    (tmp_path / "ours.feature").write_text(feature[1])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "1 passed" in ran.stdout


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table = text.partition("## Dependencies")[2]
    lists = project.partition("dependencies = [")[2].partition("[tool.")[0]
    names = re.findall(r'^  "([A-Za-z_-]+)[\[>=<~"]', lists, re.MULTILINE)
    missing = [name for name in names if name.removeprefix("types-") == name and name not in table]
    assert len(names) > 10
    assert not missing


def test_no_file_names_a_package_registry_or_a_path_of_one_machine() -> None:
    hosts = ["py" + "pi.org", "files.python" + "hosted", "registry.npm" + "js"]
    words = [*hosts, "/wo" + "rk/", "/ro" + "ot/", "/home" + "/"]
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if tracked.returncode:
        pytest.skip("no git checkout: what is committed cannot be listed")
    for name in tracked.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [word for word in words if word in text], name
