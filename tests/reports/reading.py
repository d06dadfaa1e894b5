"""Reads reports as a CI system does: SARIF by a schema and a reader of others, JUnit by a reader of others."""

import json
import re
from collections import Counter
from typing import Any

import jsonschema
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite
from sarif_pydantic import Sarif

from .sarif_schema import SARIF

_COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:\n]*)::(?P<message>[^\n]*)\n")


def sarif(text: str) -> dict[str, Any]:
    """The run of a SARIF log, once it is proved; what points into its rules points at the right one."""
    data = json.loads(text)
    jsonschema.Draft202012Validator(SARIF).validate(data)
    assert Sarif.model_validate(data).runs[0].tool.driver.name == "cleanclaim"
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    for invocation in run["invocations"]:
        for told in invocation["toolExecutionNotifications"]:
            if "associatedRule" in told and "index" in told["associatedRule"]:
                assert rules[told["associatedRule"]["index"]]["id"] == told["associatedRule"]["id"]
    prints = [tuple(result["partialFingerprints"].items()) for result in run["results"]]
    assert len(set(prints)) == len(prints)
    return run


def junit(text: str) -> dict[str, list[tuple[str, str, str]]]:
    """By suite, each test: its name, what became of it and what is said; the counts of all suites are right."""
    report = JUnitXml.fromstring(text.encode())
    suites = {}
    total: Counter[str] = Counter()
    for suite in report:
        assert isinstance(suite, TestSuite)
        tests = [(case.name or "", *_became(case)) for case in suite]
        counts = Counter(became for _, became, _ in tests)
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == _counted(counts)
        suites[suite.name or ""] = tests
        total += counts
    assert (report.tests, report.failures, report.errors, report.skipped) == _counted(total)
    return suites


def github(text: str) -> list[dict[str, str]]:
    """The annotations that GitHub would show; nothing else stands in the text."""
    found = []
    assert _COMMAND.sub("", text) == ""
    for command in _COMMAND.finditer(text):
        properties = dict(one.split("=", 1) for one in command["properties"].split(","))
        found.append({
            "level": command["level"], **{name: _read(value) for name, value in properties.items()},
            "message": _read(command["message"]),
        })  # fmt: skip
    return found


def _became(case: TestCase) -> tuple[str, str]:
    for result in case.result:
        word = {Failure: "failed", Error: "error", Skipped: "skipped"}[type(result)]
        return word, f"{result.message}\n{result.text or ''}"
    return "passed", case.system_out or ""


def _counted(counts: Counter[str]) -> tuple[int, ...]:
    return (counts.total(), counts["failed"], counts["error"], counts["skipped"])


def _read(text: str) -> str:
    for escaped, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escaped, character)
    return text
