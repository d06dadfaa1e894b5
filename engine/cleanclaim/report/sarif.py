"""Findings as SARIF 2.1.0, the form that code scanning reads: rules with their authority, results with their places.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from cleanclaim.catalogue import EDIT_FAILED, UNREADABLE
from cleanclaim.claims import Location
from cleanclaim.edits import Edit
from cleanclaim.report.told import LEVELS, RunTold, Told, about, authorities, input_of, words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "cleanclaimFinding/v1"
_MOST_NOTIFICATIONS = 1000
"""What the engine failed on or could not be read is told of the run as well, up to so many times; each is a result."""
_REGION = {"line": "startLine", "byte_offset": "byteOffset"}
"""Fields of a location, and what a region has for them."""


def sarif_lines(told: Iterable[Told], run: RunTold) -> Iterator[str]:
    """One run: its rules, a result for each finding, and whether it could be carried out."""
    places = {edit_id: place for place, edit_id in enumerate(run.edits)}
    driver = {
        "name": "cleanclaim", "semanticVersion": run.version,
        "rules": [_rule(edit) for edit in run.edits.values()],
    }  # fmt: skip
    yield f'{{"$schema": {_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {{"driver": {_json(driver)}}},\n"results": ['
    notifications: list[dict[str, object]] = []
    more, seen = 0, Counter[str]()
    of_claim: str | None = None
    for number, one in enumerate(told):
        if one.claim_id != of_claim:  # all of a claim stand together
            seen.clear()
            of_claim = one.claim_id
        yield f"{',' if number else ''}\n{_json(_result(one, run, places, seen))}"
        if one.edit_id in (EDIT_FAILED, UNREADABLE) and one.baseline != "absent":
            if len(notifications) < _MOST_NOTIFICATIONS:
                notifications.append(_notification(one, run, places))
            else:
                more += 1
    if more:
        notifications.append({"level": "error", "message": {"text": f"and {more:,} more, which are among the results"}})
    invocation = {
        "executionSuccessful": run.is_whole, "exitCode": run.status, "toolExecutionNotifications": notifications,
    }  # fmt: skip
    yield f'\n],\n"invocations": {_json([invocation])},\n'
    yield f'"columnKind": "unicodeCodePoints",\n"properties": {_json({"library": run.library})}\n}}]}}\n'


def _rule(edit: Edit) -> dict[str, object]:
    level = LEVELS[edit.disposition]
    links = "\n".join(
        f"- [{_linked(one.document)}]({one.url.replace(')', '%29')}), {one.section}" for one in edit.citations
    )
    asked = f"cleanclaim edits show {edit.id}"
    return {
        "id": edit.id,
        "shortDescription": {"text": edit.title},
        "fullDescription": {"text": f"{edit.title}. Disposition: {words(edit.disposition)}."},
        "help": {
            "text": f"Authority: {'; '.join(authorities(edit))}. More: {asked}",
            "markdown": f"Authority:\n\n{links}\n\nMore: `{asked}`",
        },
        "helpUri": edit.citations[0].url,
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [edit.family, edit.disposition], "disposition": edit.disposition,
            "problem.severity": "recommendation" if level == "note" else level,
        },
    }  # fmt: skip


def _result(one: Told, run: RunTold, places: Mapping[str, int], seen: Counter[str]) -> dict[str, object]:
    result: dict[str, object] = {"ruleId": one.edit_id}
    if one.edit_id in places:
        result["ruleIndex"] = places[one.edit_id]
    result |= {"level": one.level, "message": {"text": one.message}, "locations": [_location(one, run)]}
    named = json.dumps([one.edit_id, run.files.get(input_of(one)), one.claim_id, one.line_number])
    seen[named] += 1
    digest = hashlib.sha256(f"{named} {seen[named]}".encode()).hexdigest()
    result["partialFingerprints"] = {_FINGERPRINT: digest[:32]}
    if one.baseline is not None:
        result["baselineState"] = one.baseline
    return result | {"properties": dict(one.properties)}


def _notification(one: Told, run: RunTold, places: Mapping[str, int]) -> dict[str, object]:
    rule: dict[str, object] = {"id": one.edit_id}
    if one.edit_id in places:
        rule["index"] = places[one.edit_id]
    return {
        "level": "error", "message": {"text": one.message}, "associatedRule": rule, "locations": [_location(one, run)],
    }  # fmt: skip


def _location(one: Told, run: RunTold) -> dict[str, object]:
    """Where it stands: in the file, where it was one, and by claim, line and JSON pointer."""
    place = one.location or Location()
    logical = [{"fullyQualifiedName": about(one.claim_id, one.line_number), "kind": "element"}]
    if place.pointer:
        logical.append({"fullyQualifiedName": place.pointer, "kind": "object"})
    found: dict[str, object] = {"logicalLocations": logical}
    if (path := run.files.get(input_of(one))) is not None:
        given = {ours: getattr(place, name, None) for name, ours in _REGION.items()}
        region = {name: value for name, value in given.items() if value is not None}
        found["physicalLocation"] = {"artifactLocation": {"uri": _uri(path)}, **({"region": region} if region else {})}
    return found


def _uri(path: str) -> str:
    """The path as a URI: relative where it is relative, else with the scheme of files."""
    return f"{'file://' if path.startswith('/') else ''}{quote(path)}"


def _linked(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def _json(value: object) -> str:
    return json.dumps(value)
