"""Random folders of a payer's own edits: conditions over every fact, questions about other lines, all texts."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.unit.predicate.making import Pick, condition_text
from tests.unit.predicate.vocabulary import PARAMETERS

from cleanclaim import Catalogue, CatalogueRefused, load_catalogue
from cleanclaim.facts import CLAIM_FACTS, LINE_FACTS
from cleanclaim.findings import DISPOSITIONS

_CITED = [{"document": "House policy", "section": "1", "url": "https://payer.example/1", "read": "2026-11-21"}]
_OURS = ("COD005", "COD010", "COD030", "UOS010", "MOD040", "DUP010", "COV010")
_SHARED = ("date_of_service", "rendering_provider", "procedure_code")
_TO_SHARE = sorted({*LINE_FACTS} - {"modifiers", "primary_procedure", "primary_line"})
_CLAIM_WORDS = {
    "claim_type": ("professional", "institutional", "dme"), "payer_type": ("medicare", "other", "unknown"),
    "bill_type": ("13", "85", "none"), "billing_taxonomy": ("none", "261QA1903X", "it''s"),
    "billing_provider": ("none", "Q4257", "\\"),
}  # fmt: skip
_RESTS_ON_PAYABILITY = re.compile(r"\bprimary_(procedure|line)\b")
_OTHER_LINES = (
    "billed_units_day > units", "duplicate_of > 0", "duplicate_of = 0 and line_number > 1", "billed_units_day >= 2",
    "applied_sq_cm_day > 0", "graft_product_day = 'present'", "application_procedure = 'absent'", "area_upper_day > 25",
    "area_lower_day < applied_sq_cm_day", "stale_mue = 'exceeds'", "primary_procedure = 'absent'",
    "primary_procedure in ('present', 'not_required')", "primary_line > line_number", "primary_line = 0",
    "primary_procedure <> 'not_required' and primary_procedure <> 'contractor_defined'", "mue_basis = 'day'",
)  # fmt: skip
_PLAIN = (
    "units > 1", "procedure_code = 'Q4257'", "procedure_code in products", "has_modifier('GY')", "charge >= 10",
    "units * allowance > most_units", "round(units) <> units", "units_stated = 'no'", "described = 'yes'",
    "place_of_service = '24'", "rendering_provider = 'none'", "ndc in codes_alone", "record_status = 'in_force'",
    "date_of_service_end > date_of_service", "code_system = 'malformed'", "payer_type = 'medicare'", "line_number = 2",
)  # fmt: skip
_YES_OR_NO = (False, True)


def own_edits(pick: Pick, folder: Path, several: int) -> Catalogue:
    """Ours, with so many edits of a payer's own, or a few less: those that the engine has no room for are left out."""
    for one in PARAMETERS.values():
        _write(folder / "parameters" / f"{one.name}.yaml", one.model_dump(mode="json", exclude_defaults=True))
    ids = [f"HSE{number:03}" for number in range(1, several + 1)]
    for place, edit_id in enumerate(ids):
        _write(folder / f"{edit_id}.yaml", _edit(pick, edit_id, ids[:place]))
    while True:
        try:
            return load_catalogue(folder)
        except CatalogueRefused as refused:
            for path in {reason.partition(".yaml:")[0] for reason in refused.reasons}:
                Path(f"{path}.yaml").unlink()


def _edit(pick: Pick, edit_id: str, earlier: Sequence[str]) -> dict[str, Any]:
    if pick((False,) * 9 + (True,)):
        return _of_claims(pick, edit_id)
    asked = [f"question_{number}" for number in range(pick((0, 0, 0, 1, 2)))]
    conditions = [_condition(pick, asked) for _ in range(pick((1, 1, 2)))]
    periods: list[dict[str, Any]] = [{}]
    if len(conditions) > 1:
        periods = [{"effective": {"last": "2025-12-31"}}, {"effective": {"first": "2026-01-01", "last": "2026-03-31"}}]
    edit = {
        "id": edit_id, "title": f"An edit of the payer's own: {edit_id}", "disposition": pick(DISPOSITIONS),
        "citations": _CITED,
        "remittance": _remittances(pick, asked),
        "versions": [
            {**period, "when": condition, "message": _text(pick, asked), "fix": _text(pick, asked)}
            for period, condition in zip(periods, conditions, strict=True)
        ],
    }  # fmt: skip
    if asked:
        edit["other_lines"] = {name: _question(pick) for name in asked}
    if pick((False, False, True)):
        edit["payer_types"] = list(dict.fromkeys(pick(("medicare", "other", "unknown")) for _ in range(2)))
    if pick(_YES_OR_NO):
        edit["superseded_by"] = list(dict.fromkeys(pick((*_OURS, *earlier[-4:])) for _ in range(pick((0, 1, 2)))))
    return edit


def _of_claims(pick: Pick, edit_id: str) -> dict[str, Any]:
    def condition() -> str:
        fact = pick(tuple(_CLAIM_WORDS))
        if pick(_YES_OR_NO):
            return f"{fact} {pick(('=', '<>'))} '{pick(_CLAIM_WORDS[fact])}'"
        if pick(_YES_OR_NO):
            return f"{pick(tuple(_CLAIM_WORDS))} <> {fact}"
        return f"({condition()} {pick(('and', 'or'))} not ({condition()}))"

    names = (*CLAIM_FACTS, "families_not_checked", "edits_not_checked")
    return {
        "id": edit_id, "title": f"An edit on claims: {edit_id}", "disposition": pick(DISPOSITIONS), "level": "claim",
        "citations": _CITED, "superseded_by": list(pick(((), (), ("COD920",)))),
        "remittance": [{"group": "PR", "carc": "1", "when": condition()}, {"group": "CO", "carc": "A1"}],
        "versions": [{"when": condition(), "message": _wording(pick, names), "fix": _wording(pick, names)}],
    }  # fmt: skip


def _condition(pick: Pick, asked: Sequence[str]) -> str:
    made = pick((lambda: condition_text(pick), lambda: pick(_PLAIN), lambda: pick(_OTHER_LINES)))()
    for name in asked:
        answer = f"{name} = '{pick(('present', 'absent'))}'"
        made = pick((f"({made}) and {answer}", f"({made}) or {answer}", answer))
    form = pick(("alone", "alone", "and", "or", "not"))
    if form == "alone":
        return made
    return f"not ({made})" if form == "not" else f"({made}) {form} {pick((*_PLAIN, *_OTHER_LINES))}"


def _question(pick: Pick) -> dict[str, Any]:
    where = _PAYABLE
    while _RESTS_ON_PAYABILITY.search(where):
        where = pick((lambda: condition_text(pick), lambda: pick(_PLAIN), lambda: pick(_OTHER_LINES)))()
    same = pick((_SHARED, _SHARED[:2], _SHARED[1:], (), None))
    if same is None:
        same = tuple(dict.fromkeys(pick(_TO_SHARE) for _ in range(pick((1, 2, 3)))))
    return {"where": where, "same": list(same)}


_PAYABLE = "primary_line = 0"


def _remittances(pick: Pick, asked: Sequence[str]) -> list[dict[str, Any]]:
    made = [
        {"group": pick(("CO", "PR", "OA")), "carc": str(number), "rarc": list(pick(((), ("N1",), ("N1", "M2")))),
         "when": _condition(pick, asked)}
        for number in range(pick((0, 0, 1, 2)))
    ]  # fmt: skip
    return [*made, *([{"group": "PI", "carc": "9"}] if pick(_YES_OR_NO) else [])]


def _text(pick: Pick, asked: Sequence[str]) -> str:
    return _wording(pick, (*LINE_FACTS, *asked, "families_not_checked"))


def _wording(pick: Pick, names: Sequence[str]) -> str:
    several = [f"{{{pick(names)}}}" for _ in range(4)]
    one, other, left_out, right = several
    forms = (f"{one} it's {other}", f"[ ({left_out})]", f"[ {left_out}%, {right}]", "'quoted' \\ text", "[ kept]", one)
    return "So: " + "".join(pick(forms) for _ in range(pick((1, 2, 3))))


def _write(path: Path, data: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(data), encoding="utf-8")


def _yaml(data: Any) -> str:
    """JSON that is YAML too: what is not ASCII is written as YAML escapes it."""
    text = json.dumps(data, ensure_ascii=False)
    return re.sub(r"[^\x20-\x7e]", lambda one: f"\\U{ord(one[0]):08X}", text)
