"""How a builder of random cases asks for each choice."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Pick(Protocol):
    """Takes one of some options."""

    def __call__(self, options: Sequence[T]) -> T:
        """One of these options."""
        ...


YES_RARELY = (False,) * 19 + (True,)
YES_SOMETIMES = (False,) * 4 + (True,)
YES_OR_NO = (False, True)
