"""Where a library's entries lie: in memory, or in a library file (store.py)."""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from cleanclaim.codes import CodeRecord
from cleanclaim.releases.fields import MANY_CODED, ONE_CODED, coded_values
from cleanclaim.tables import AddOnPairs, AscListing, Entry, Kind, Layer, Part, UnitLimit
from cleanclaim.values import Model

MODELS: Mapping[Kind, type[Model]] = {
    "code_set": CodeRecord, "add_on": AddOnPairs, "mue": UnitLimit, "asc": AscListing,
}  # fmt: skip


class LibraryRefused(ValueError):
    """A library that cannot be opened, or files that contradict each other."""


@dataclass(frozen=True, slots=True)
class HeldLayer:
    """What a layer holds: how many entries, how many that could not be read, and from which files."""

    layer: Layer
    entries: int
    unread: int
    files: tuple[str, ...] = ()


class Shelf(Protocol):
    """The layers of a library and the entries of a code in them."""

    @property
    def layers(self) -> tuple[Layer, ...]:
        """All layers, in order."""

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that is held: the same for the same content, whatever the order of adding."""

    def of_code(self, code: str) -> list[tuple[Layer, Entry | None]]:
        """The entries of a code or modifier by layer, in order; None for one that could not be read."""

    def of_codes(self, codes: Collection[str]) -> Iterator[tuple[str, list[tuple[Layer, Entry | None]]]]:
        """Each code with its entries by layer, in order."""

    def codes(self, layer: Layer) -> Iterator[str]:
        """All codes of a layer, in order."""

    def held_layers(self) -> list[HeldLayer]:
        """The layers with what each holds."""

    def damage(self) -> str | None:
        """What is wrong with what is held, read in full; None when it is whole."""


class MemoryShelf:
    """Parts held in memory."""

    def __init__(self, parts: Iterable[Part]) -> None:
        """Raise LibraryRefused when two parts of one layer hold different entries of a code."""
        self._held: dict[str, dict[Layer, Entry | None]] = {}
        layers: set[Layer] = set()
        for part in parts:
            layers.add(part.layer)
            for code, entry in part.entries.items():
                own = self._held.setdefault(code, {})
                own[part.layer] = merged(part.layer, code, own.get(part.layer), entry)
        self.layers = tuple(sorted(layers))

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that is held."""
        return content_hash_of(
            self.layers,
            (
                (layer, code, digest_of(body_of(self._held[code][layer])))
                for layer in self.layers
                for code in self.codes(layer)
            ),
        )

    def of_code(self, code: str) -> list[tuple[Layer, Entry | None]]:
        """The entries of a code or modifier by layer, in order."""
        return sorted(self._held.get(code, {}).items(), key=lambda one: one[0])

    def of_codes(self, codes: Collection[str]) -> Iterator[tuple[str, list[tuple[Layer, Entry | None]]]]:
        """Each code with its entries by layer, in order."""
        return ((code, self.of_code(code)) for code in codes)

    def codes(self, layer: Layer) -> Iterator[str]:
        """All codes of a layer."""
        return iter(sorted(code for code, held in self._held.items() if layer in held))

    def held_layers(self) -> list[HeldLayer]:
        """The layers with what each holds."""
        found = []
        for layer in self.layers:
            entries = [held[layer] for held in self._held.values() if layer in held]
            unread = entries.count(None)
            found.append(HeldLayer(layer, len(entries) - unread, unread))
        return found

    def damage(self) -> str | None:
        """Nothing is wrong with what lies in memory."""
        return None


def body_of(entry: Entry | None) -> str | None:
    """An entry as text, JSON: the same entry gives the same text. Of a coded value with CMS's description, the code."""
    if entry is None:
        return None
    fields = entry.model_dump(mode="json", exclude_defaults=True)
    if isinstance(entry, CodeRecord):
        if entry.unread_fields:
            fields["unread_fields"] = sorted(entry.unread_fields)
        for name in fields.keys() & (ONE_CODED | MANY_CODED):
            value = fields[name]
            fields[name] = _coded(name, value) if name in ONE_CODED else [_coded(name, one) for one in value]
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False)


def entry_of(kind: Kind, body: str | None) -> Entry | None:
    """The entry that a text holds."""
    if body is None:
        return None
    fields = json.loads(body)
    if kind == "code_set":
        for name in fields.keys() & (ONE_CODED | MANY_CODED):
            value = fields[name]
            fields[name] = _described(name, value) if name in ONE_CODED else [_described(name, one) for one in value]
    return MODELS[kind].model_validate(fields)  # type: ignore[return-value]


def _coded(field: str, value: dict[str, str]) -> object:
    known = coded_values().get(field, {}).get(value["code"])
    return value["code"] if value.get("description") == known else value


def _described(field: str, value: object) -> object:
    return {"code": value, "description": coded_values().get(field, {}).get(value)} if isinstance(value, str) else value


def agree(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same: blanks in descriptions aside, which text and workbook set differently."""
    if one == other:
        return True
    if not (isinstance(one, CodeRecord) and isinstance(other, CodeRecord)):
        return False
    return _without_blanks(one) == _without_blanks(other)


def _without_blanks(record: CodeRecord) -> CodeRecord:
    texts = {name: "".join((getattr(record, name) or "").split()) for name in ("long_description", "short_description")}
    return record.model_copy(update=texts)


def merged(layer: Layer, code: str, held: Entry | None, new: Entry | None) -> Entry | None:
    """The entry of a code in a layer from two files. Raises LibraryRefused when they say different things."""
    if held is None or new is None:
        return held or new
    if not agree(held, new):
        raise LibraryRefused(f"two files are {named(layer)}, and differ on {code}")
    return min(held, new, key=lambda one: body_of(one) or "")


def named(layer: Layer) -> str:
    """A layer in words."""
    kinds = {
        "code_set": f"the {layer.part} release {layer.quarter}",
        "add_on": f"the add-on code table {layer.quarter}{' without dates' if layer.part == 'undated' else ''}",
        "mue": f"the {'DME' if layer.part == 'dme' else layer.part} MUE table {layer.quarter}",
        "asc": f"ASC Addendum {layer.part} {layer.quarter}",
    }
    return kinds[layer.kind]


def digest_of(body: str | None) -> bytes | None:
    """The digest under which an entry's text is held: 16 bytes of SHA-256; of an entry that could not be read, None."""
    return None if body is None else hashlib.sha256(body.encode()).digest()[:16]


def content_hash_of(layers: Iterable[Layer], entries: Iterable[tuple[Layer, str, bytes | None]]) -> str:
    """SHA-256 of a library from its layers and the digests of their entries; of each layer, in the order of codes."""
    own = {layer: hashlib.sha256() for layer in layers}
    for layer, code, digest in entries:
        own[layer].update(f"{code} {'-' if digest is None else digest.hex()}\n".encode())
    whole = hashlib.sha256()
    for layer in sorted(own):
        whole.update(f"{layer.kind} {layer.quarter} {layer.part} {own[layer].hexdigest()}\n".encode())
    return whole.hexdigest()
