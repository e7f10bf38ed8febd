"""Facts that say where they come from."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Generic, TypeVar

from kernel.disclosure import Disclosure

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a value comes from.

    ``source`` is the system (such as ``ACTS``), ``record`` the place in it (``PAYMENTS R07``), ``as_of`` the day
    that the source vouches for, ``retrieved_at`` when we read it (UTC). ``entered_by`` names the person who typed it,
    ``verified_by`` the person who checked it. A computed value has the ``rule`` that made it and the names of its
    ``inputs``.
    """

    source: str
    record: str
    as_of: date | None = None
    retrieved_at: datetime | None = None
    entered_by: str | None = None
    verified_by: str | None = None
    rule: str | None = None
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Traced(Generic[T_co]):
    """A value together with its trace and its disclosure class. ``value`` is None when the record holds nothing."""

    value: T_co
    trace: Trace
    disclosure: Disclosure = Disclosure.OPEN

    def told(self, value: U) -> "Traced[U]":
        """The same fact said in another way, with the same trace."""
        return Traced(value, self.trace, self.disclosure)

    def as_(self, disclosure: Disclosure) -> "Traced[T_co]":
        """The same fact in another disclosure class."""
        return replace(self, disclosure=disclosure)


def computed(
    value: U, *, rule: str, inputs: tuple[str, ...], as_of: date | None = None, disclosure: Disclosure = Disclosure.OPEN
) -> Traced[U]:
    """A value that a named rule made from other named facts."""
    return Traced(value, Trace("Courtready", "computed", as_of=as_of, rule=rule, inputs=inputs), disclosure)
