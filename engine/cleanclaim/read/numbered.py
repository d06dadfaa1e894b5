"""Free texts of a claim, told apart without what they say: they may name a patient."""

from collections.abc import Iterable


def numbered(texts: Iterable[str]) -> list[str]:
    """What stands for each text: the same for the same text, by the order in which they come."""
    known: dict[str, str] = {}
    return [known.setdefault(text, f"text {len(known) + 1}") for text in texts]
