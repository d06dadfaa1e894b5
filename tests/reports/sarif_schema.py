"""What SARIF 2.1.0 asks of the objects that our reports are made of, as a JSON schema in our own words.

Source: OASIS, SARIF Version 2.1.0, sections 3.8 (property bags), 3.11 and 3.12 (messages), 3.13 (log), 3.14 (run),
3.19 (tool component), 3.20 (invocation), 3.27 (result), 3.28 to 3.33 (locations), 3.49 to 3.52 (rules), 3.58
(notification). An object has no other properties than these: a name that is misspelled is refused.
"""

from typing import Any


def _object(required: tuple[str, ...] = (), /, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object", "additionalProperties": False, "required": list(required),
        "properties": {**properties, "properties": {"$ref": "#/$defs/bag"}},
    }  # fmt: skip


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _set_of(name: str) -> dict[str, Any]:
    return {"type": "array", "uniqueItems": True, "items": _ref(name)}


TEXT, INDEX = {"type": "string"}, {"type": "integer", "minimum": -1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}

SARIF: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        ("version", "runs"),
        **{
            "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
            "runs": {"type": "array", "items": _ref("run")},
        },
    ),
    "$defs": {
        "bag": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True, "items": TEXT}}},
        "run": _object(
            ("tool", "results"), tool=_object(("driver",), driver=_ref("driver")),
            results={"type": "array", "items": _ref("result")},
            invocations={"type": "array", "items": _ref("invocation")},
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        ),
        "driver": _object(
            ("name",), name=TEXT, rules=_set_of("rule"),
            semanticVersion={"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$"},
        ),
        "rule": _object(
            ("id",), id=TEXT, shortDescription=_ref("text"), fullDescription=_ref("text"), help=_ref("text"),
            helpUri={"type": "string", "format": "uri", "pattern": "^https://"},
            defaultConfiguration=_object((), level=LEVEL),
        ),
        "text": _object(("text",), text=TEXT, markdown=TEXT),
        "message": _object(("text",), text=TEXT, markdown=TEXT),
        "result": _object(
            ("message",), ruleId=TEXT, ruleIndex=INDEX, level=LEVEL, message=_ref("message"),
            locations={"type": "array", "items": _ref("location")},
            partialFingerprints={"type": "object", "additionalProperties": TEXT},
            baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
        ),
        "location": _object(
            (), logicalLocations=_set_of("logicalLocation"),
            physicalLocation=_object(
                ("artifactLocation",),
                artifactLocation=_object(("uri",), uri={"type": "string", "format": "uri-reference"}),
                region={
                    **_object(
                        (), startLine={"type": "integer", "minimum": 1}, byteOffset={"type": "integer", "minimum": 0}
                    ),
                    "anyOf": [{"required": ["startLine"]}, {"required": ["byteOffset"]}],
                },
            ),
        ),
        "logicalLocation": _object((), fullyQualifiedName=TEXT, kind=TEXT),
        "invocation": _object(
            ("executionSuccessful",), executionSuccessful={"type": "boolean"}, exitCode={"type": "integer"},
            toolExecutionNotifications={"type": "array", "items": _ref("notification")},
        ),
        "notification": _object(
            ("message",), message=_ref("message"), level=LEVEL, locations=_set_of("location"),
            associatedRule=_object(("id",), id=TEXT, index=INDEX),
        ),
    },
}  # fmt: skip
