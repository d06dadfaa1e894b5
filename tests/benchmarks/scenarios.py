"""What a thousand claim scenarios cost under pytest: `python -m tests.benchmarks.scenarios`.

Scenarios of five kinds, as teams write them, in ten feature files: in one process, then in two by pytest-xdist. Seconds
of the processor are what counts on a machine that does other work as well. Exit status 1 where two processes take more
than MOST_SECONDS each.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCENARIOS, FILES, MOST_SECONDS = 1000, 10, 20.0

_CHECKED = """\
    And the claim lines:
      | procedure_code | units   | date_of_service |
      | 15271          | 1       | {day}      |
      | Q4257          | {units} | {day}      |
    When the claim is checked
"""
_KINDS = (
    f"""\
    Given the payer is medicare
{_CHECKED}    Then line 1 has no finding
    And line 2 has no finding AOC010
""",
    f"""\
    Given the partial release 2026-01 holds the code records:
      | code  | long_description               |
      | Q4257 | Product, per square centimeter |
    And the payer is medicare
{_CHECKED}    Then line 2 has no finding UOS020
""",
    f"""\
    Given no code records
{_CHECKED}    Then line 2 has finding COD900
      | disposition | not_checked |
""",
    f"""\
    Given the parameter overlap_allowance is 1.5
    And the payer is medicare
{_CHECKED}    Then line 2 has no finding AOC010
""",
    """\
    Given the claims:
      \"\"\"
      claim_id,payer_type,line_number,procedure_code,units,date_of_service
      N,medicare,1,Q4257,{units},{day}
      \"\"\"
    When the claim is checked
    Then line 1 has finding AOC010
""",
)


def write_features(folder: Path) -> None:
    """The feature files of the benchmark."""
    for file in range(FILES):
        text = [f"Feature: Claims {file}\n"]
        for number in range(file, SCENARIOS, FILES):
            steps = _KINDS[number // FILES % len(_KINDS)]
            text += [f"\n  Scenario: Number {number}\n", steps.format(units=number % 30 + 1, day="2026-01-15")]
        (folder / f"claims_{file}.feature").write_text("".join(text), encoding="utf-8")


def measured(folder: Path, *arguments: str) -> tuple[float, float]:
    """Seconds of the clock and of the processor that a run takes. Raises CalledProcessError where a scenario fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    environment = {**os.environ, "CLEANCLAIM_LIBRARY": "bundled"}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    assert f"{SCENARIOS} passed" in ran.stdout, ran.stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        write_features(Path(folder))
        for words, arguments in (("in one process", ()), ("in two processes", ("-n", "2"))):
            seconds, of_processor = measured(Path(folder), *arguments)
            print(f"{SCENARIOS:,} scenarios {words}: {seconds:.1f} s, {of_processor:.1f} s of the processor")
    return int(of_processor / 2 > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
