"""Findings as JUnit XML, as Jenkins, GitLab and their like read it: a suite for each input, a test for each finding.

An input without findings is one test that passed, so that no report is empty.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape, quoteattr

from cleanclaim.report.text import plain
from cleanclaim.report.told import Outcome, RunTold, Told, input_of

_IN_MEMORY = 1_000_000
"""Characters of a suite that are kept in memory; its tests come in another order than its file's."""
_AT_ONCE = 1 << 16
_COUNTED: dict[str, Outcome] = {"failures": "failed", "errors": "error", "skipped": "skipped"}
_UNKNOWN = "(input not known)"


class _Suite:
    """The tests of one input."""

    def __init__(self, file: str, run: RunTold, kept: ExitStack) -> None:
        self.name = run.files.get(file) or file or _UNKNOWN
        self.counts: Counter[Outcome] = Counter()
        self._tests = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115  kept open
        kept.enter_context(self._tests)

    def add(self, outcome: Outcome, lines: Iterable[str]) -> None:
        """Take up one test."""
        self.counts[outcome] += 1
        self._tests.writelines(lines)

    def lines(self) -> Iterator[str]:
        """The suite as XML."""
        yield f"  <testsuite name={_quoted(self.name)}{_counted(self.counts)}>\n"
        self._tests.seek(0)
        while part := self._tests.read(_AT_ONCE):
            yield part
        yield "  </testsuite>\n"


def junit_lines(told: Iterable[Told], run: RunTold, *, nothing: str = "no findings") -> Iterator[str]:
    """The report; `nothing` names the test of an input of which nothing is told. Raises OSError."""
    with ExitStack() as kept:
        suites = {file: _Suite(file, run, kept) for file in run.files}
        for one in told:
            file = input_of(one)
            if file not in suites:
                suites[file] = _Suite(file, run, kept)
            suites[file].add(one.outcome, _test(one, suites[file].name))
        for suite in suites.values():
            if not suite.counts:
                named = f"classname={_quoted(suite.name)} name={_quoted(nothing)}"
                suite.add("passed", [f"    <testcase {named}/>\n"])
        total = sum((suite.counts for suite in suites.values()), Counter[Outcome]())
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<testsuites name="cleanclaim"{_counted(total)}>\n'
        for suite in suites.values():
            yield from suite.lines()
        yield "</testsuites>\n"


def _test(one: Told, shown: str) -> Iterator[str]:
    line = f' line="{one.location.line}"' if one.location and one.location.line else ""
    yield f"    <testcase classname={_quoted(shown)} name={_quoted(one.headline)} file={_quoted(shown)}{line}>"
    said = f"message={_quoted(one.message)} type={_quoted(one.edit_id)}"
    match one.outcome:
        case "error" | "failed":
            tag = "error" if one.outcome == "error" else "failure"
            yield f"<{tag} {said}>{_text(one.detail)}</{tag}>"
        case "skipped":
            yield f"<skipped message={_quoted(one.message)}/>"
        case "passed":
            yield f"<system-out>{_text(one.detail)}</system-out>"
    yield "</testcase>\n"


def _counted(counts: Counter[Outcome]) -> str:
    each = "".join(f' {name}="{counts[outcome]}"' for name, outcome in _COUNTED.items())
    return f' tests="{counts.total()}"{each}'


def _quoted(text: str) -> str:
    return quoteattr(plain(text))


def _text(text: str) -> str:
    return escape("\n".join(map(plain, text.split("\n"))))
