"""Values that never print."""

import re
from dataclasses import dataclass
from typing import NoReturn

from kernel.refusals import Refused


@dataclass(eq=False)
class NoPurpose(Refused):
    def __str__(self) -> str:
        return "A sealed value opens only with a stated purpose."


class Sealed:
    """A confidential text such as an SSN. Prints as ``[sealed]``; opens only with a purpose; cannot be pickled."""

    __slots__ = ("__held",)

    def __init__(self, held: str) -> None:
        self.__held = held

    def open(self, *, purpose: str) -> str:
        """The value itself. ``purpose`` says why, for the audit row that the caller writes."""
        if not purpose.strip():
            raise NoPurpose()
        return self.__held

    def __repr__(self) -> str:
        return "[sealed]"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "[sealed]"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self.__held == other.__held

    def __hash__(self) -> int:
        return hash(self.__held)

    def __reduce__(self) -> NoReturn:
        raise TypeError("A sealed value is never pickled.")


@dataclass(frozen=True, slots=True)
class Last4:
    """The last four characters of an identifier: all that a court paper may show (G.S. 132-1.10(d))."""

    digits: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9A-Z]{4}", self.digits):
            raise ValueError("Last4 holds exactly four digits or capital letters.")

    def __str__(self) -> str:
        return f"ending {self.digits}"


def last4(sealed: Sealed) -> Last4:
    """The last four letters or digits of a sealed identifier."""
    plain = re.sub(r"[^0-9A-Za-z]", "", sealed.open(purpose="show the last four digits"))
    return Last4(plain[-4:].upper().rjust(4, "0"))
