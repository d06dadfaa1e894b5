"""How a table writes days: a format as strptime has it, of which no text can be read as two days.

`%Y` is a year of four digits, `%m` a month and `%d` a day in digits, `%b` the first three letters of an English month,
in any case. One digit does for `%m` and `%d` where no digit can stand beside it. All else stands for itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import product

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = re.compile(r"%(.?)|([ -~])", re.ASCII | re.DOTALL)
_KNOWN = frozenset("Ymdb")
_DIGITS = {"Y": "[0-9]{4}", "m": "[0-9]{1,2}", "d": "[0-9]{1,2}", "b": f"(?i:{'|'.join(_MONTHS)})"}
_WANTED = "a date format is made of %Y, %d and %m or %b, each once, as %m/%d/%Y"


@dataclass(frozen=True)
class DateFormat:
    """A format of days."""

    text: str
    """As strptime has it."""
    pattern: str
    """What is written so, as a regular expression for the whole text."""
    shapes: frozenset[str] = field(repr=False)
    """What is written so with 0 for each digit and A for each letter."""

    def day(self, text: str) -> date | None:
        """The day that text names; None where it is not written so. Raises ValueError for a day there is not."""
        match = re.fullmatch(self.pattern, text, re.ASCII)
        if match is None:
            return None
        parts = match.groupdict()
        month = _MONTHS.index(parts["b"].lower()) + 1 if "b" in parts else int(parts["m"])
        try:
            return date(int(parts["Y"]), month, int(parts["d"]))
        except ValueError:
            raise ValueError("there is no such day in the calendar") from None


@lru_cache(256)
def date_format(text: str) -> DateFormat:
    """The format that text is. Raises ValueError."""
    words = list(_words(text))
    letters = "".join(sorted(letter for letter, _ in words if letter))
    if letters not in ("Ydm", "Ybd"):
        raise ValueError(_WANTED)
    pattern = ""
    shapes: list[tuple[str, ...]] = []
    for place, (letter, literal) in enumerate(words):
        if not letter:
            pattern += f"\\x{ord(literal):02x}"
            shapes.append((_shape(literal),))
            continue
        beside = [*words[max(place - 1, 0) : place], *words[place + 1 : place + 2]]
        is_exact = any(other in ("Y", "m", "d") or near.isdigit() for other, near in beside)
        digits = _DIGITS[letter].replace("{1,2}", "{2}") if is_exact else _DIGITS[letter]
        pattern += f"(?P<{letter}>{digits})"
        if letter in "md":
            shapes.append(("00",) if is_exact else ("0", "00"))
        else:
            shapes.append(("0000",) if letter == "Y" else ("AAA",))
    return DateFormat(text, pattern, frozenset(map("".join, product(*shapes))))


def refused_together(formats: Iterable[DateFormat]) -> str | None:
    """Why formats cannot be used together: a text may be written as two of them have it."""
    seen: list[DateFormat] = []
    for one in formats:
        for other in seen:
            if one.shapes & other.shapes:
                return f"what is written {one.text} may be written {other.text} too, and the day would be guessed"
        seen.append(one)
    return None


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The letter of each part of a day, or what stands for itself."""
    at = 0
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None:
            raise ValueError(f"{_WANTED}; what stands between is ASCII")
        letter, literal = match[1], match[2] or ""
        if letter == "y":
            raise ValueError(f"the century of %y would be guessed; {_WANTED}")
        if letter is not None and letter not in _KNOWN:
            raise ValueError(f"%{letter} is none of its parts; {_WANTED}")
        yield letter or "", literal
        at = match.end()


def _shape(literal: str) -> str:
    if literal.isdigit():
        return "0"
    return "A" if literal.isalpha() else literal
