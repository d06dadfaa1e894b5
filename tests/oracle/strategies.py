"""Random claims and the releases and tables to judge them by, from a seeded generator or from hypothesis.

One builder makes both. It asks for each choice through `Pick`, a function that takes one of some options:
`random_case` lets random.Random choose (for hundreds of thousands of cases), `cases` lets hypothesis choose
(fewer, but it shrinks what it finds).
"""

import json
import random
from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

from . import case_vocabulary as words
from .build_claims import build_claim, build_wound_claim
from .build_releases import build_releases
from .build_tables import build_tables
from .library import clean
from .picking import YES_OR_NO, Pick

T = TypeVar("T")
Case = tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]
"""A claim, code set releases, tables."""


def build_case(pick: Pick) -> Case:
    """One era, one theme of codes and at most three days, so that things meet."""
    is_wound = pick(YES_OR_NO)
    days, release_ids = pick(words.WOUND_ERAS if is_wound else words.ERAS)
    codes = pick(words.WOUND_THEMES if is_wound else words.THEMES)
    near = [pick(days), *([] if pick(YES_OR_NO) else [pick(days), pick(days)])]
    claim = (build_wound_claim if is_wound else build_claim)(pick, codes, near, days)
    modifiers = sorted({clean(one) for line in claim["lines"] for one in line.get("modifiers", [])})
    releases = build_releases(pick, codes, modifiers, near, release_ids)
    return claim, releases, build_tables(pick, codes, near, release_ids)


def printed(case: Case) -> str:
    """A case as it is read when it fails: the claim's lines one by one, then only what tells of their codes."""
    claim, releases, tables = case
    codes = {clean(line.get("procedure_code")) for line in claim["lines"]}
    said = [json.dumps({name: claim[name] for name in claim if name != "lines"}, default=str)]
    said.extend("  line " + json.dumps(line, default=str) for line in claim["lines"])
    for release in releases:
        said.append(f"release {release['id']} {release['scope']}")
        said.extend("  " + json.dumps(record) for record in release["records"] if record["code"] in codes)
        said.extend(
            f"  modifier {one['code']} {one['code_added_date']} to {one['termination_date'] or 'now'}"
            for one in release["modifiers"]
        )
    for table in tables:
        said.append(f"table {table['kind']} {table['quarter']} {table['part']}")
        said.extend(f"  {code} {json.dumps(row)}" for code, row in table["rows"].items() if code in codes)
    return "\n".join(said)


def random_case(rng: random.Random) -> Case:
    """A case by a seeded generator: the same seed, the same cases."""

    def pick(options: Sequence[T]) -> T:
        return rng.choice(options)

    return build_case(pick)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The same cases, chosen by hypothesis."""

    def pick(options: Sequence[T]) -> T:
        return draw(st.sampled_from(options))

    return build_case(pick)


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    """Claims alone."""
    return draw(cases())[0]


@st.composite
def libraries(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Libraries of releases alone."""
    return draw(cases())[1]
