"""The word, code or period beside one: what a slip of the keyboard would put in its place."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from cleanclaim.edits import Period
from cleanclaim.values import LAST_DAY

_DIGITS, _LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def next_word(word: str, taken: Collection[str]) -> str | None:
    """A word that differs in its last digit or capital letter and is none of those taken; None where there is none."""
    for alphabet in (_DIGITS, _LETTERS):
        if word[-1:] and word[-1] in alphabet:
            place = alphabet.index(word[-1])
            for step in range(1, len(alphabet)):
                other = word[:-1] + alphabet[(place + step) % len(alphabet)]
                if other not in taken:
                    return other
    return None


def code_beside(code: str, step: int) -> str | None:
    """The code so many numbers on, of the same shape; None past the last one."""
    places = [place for place, character in enumerate(code) if character.isdigit()]
    number = int("".join(code[place] for place in places) or "0") + step
    if not places or not 0 <= number < 10 ** len(places):
        return None
    characters = list(code)
    for place, digit in zip(places, f"{number:0{len(places)}}", strict=True):
        characters[place] = digit
    return "".join(characters)


def moved_periods(periods: Sequence[Period]) -> Iterator[tuple[str, int, list[Period]]]:
    """Periods of which one boundary is moved by a day: in words, whose it is, and all of them.

    Where two periods follow each other, the end of the one and the start of the other are one boundary. What would be
    no order of periods any more is left out.
    """
    for index, period in enumerate(periods):
        for step in (-1, 1):
            days = timedelta(step)
            if period.first is not None:
                moved = list(periods)
                follows = index > 0 and periods[index - 1].last == period.first - timedelta(1)
                if follows:
                    moved[index - 1] = _period(periods[index - 1].first, period.first - timedelta(1) + days)
                moved[index] = _period(period.first + days, period.last)
                if _in_order(moved):
                    yield f"first day {period.first} becomes {period.first + days}", index, moved
            if period.last is not None and period.last < LAST_DAY:
                is_last = index + 1 == len(periods)
                if not is_last and periods[index + 1].first == period.last + timedelta(1):
                    continue  # told with the one that follows
                moved = list(periods)
                moved[index] = _period(period.first, period.last + days)
                if _in_order(moved):
                    yield f"last day {period.last} becomes {period.last + days}", index, moved


def _period(first: date | None, last: date | None) -> Period:
    return Period.model_construct(first=first, last=last)


def _in_order(periods: Sequence[Period]) -> bool:
    return all(one.starts <= one.ends for one in periods) and all(
        one.ends < other.starts for one, other in zip(periods, periods[1:], strict=False)
    )
