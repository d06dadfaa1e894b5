"""Many random cases by hand: python -m tests.oracle CASES SEED [DIFFERENCE ...].

Says how often the engine and the catalogue differ in what, with the number of the first case of each; and prints
the first case of each DIFFERENCE that is named ("fact area_upper_day", "lacks MOD040", or a part of it).
"""

import random
import sys
from collections import Counter

from cleanclaim import Checker

from .engine import difference, differences
from .strategies import Case, random_case


def main(cases: int, seed: int, wanted: list[str]) -> int:
    """Compare so many cases; 1 when they differ in anything."""
    checker = Checker(information=True)
    rng = random.Random(seed)
    seen: Counter[str] = Counter()
    first: dict[str, tuple[int, Case]] = {}
    for number in range(cases):
        case = random_case(rng)
        for name in differences(checker, case):
            seen[name] += 1
            first.setdefault(name, (number, case))
    say = sys.stdout.write
    for name, count in seen.most_common():
        say(f"{name}: {count} cases, first case {first[name][0]}\n")
    for name, (number, case) in first.items():
        if any(part in name for part in wanted):
            say(f"\n== {name}, case {number} of seed {seed}\n{difference(checker, case)}\n")
    say(f"{cases} cases of seed {seed}: {f'{len(seen)} kinds of difference' if seen else 'no difference'}\n")
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
