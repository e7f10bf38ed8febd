"""Whose whereabouts must not be told, why, and in which words (G.S. 110-136.3(a)(4a); 45 CFR 303.21(e))."""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol


class Flagged(Protocol):
    """A person on a case as far as protection goes."""

    @property
    def role(self) -> str: ...
    @property
    def family_violence(self) -> bool: ...
    @property
    def protective_order(self) -> bool: ...


class Dwelling(Protocol):
    """An address as far as protection goes."""

    @property
    def mpi_no(self) -> str: ...
    @property
    def line1(self) -> str: ...


class Workplace(Protocol):
    """Work for one employer as far as protection goes."""

    @property
    def mpi_no(self) -> str: ...
    @property
    def employer(self) -> str: ...
    @property
    def line1(self) -> str | None: ...


def why_protected(person: Flagged, others: Sequence[Flagged], *, case_flagged: bool) -> str | None:
    """Why nothing may tell where this person is, or None.

    A child is protected with the obligee, with whom it lives. A flag on the case alone protects all but the obligor.
    """
    if person.protective_order:
        return "protective order"
    if person.family_violence:
        return "family violence flag"
    obligees = [other for other in others if other.role == "obligee"]
    if person.role == "child" and any(one.family_violence or one.protective_order for one in obligees):
        return "lives with a protected person"
    if case_flagged and person.role != "obligor":
        return "family violence flag on the case"
    return None


def words_to_hide(
    hidden: Collection[str], addresses: Iterable[Dwelling], workplaces: Sequence[Workplace]
) -> tuple[str, ...]:
    """Street lines and employers of protected people, named by their numbers.

    An employer that an unprotected person of the case has as well tells nothing and is left out.
    """
    lines = {one.line1 for one in addresses if one.mpi_no in hidden}
    sites = {one.line1 for one in workplaces if one.mpi_no in hidden and one.line1}
    employers = {one.employer for one in workplaces if one.mpi_no in hidden} - {
        one.employer for one in workplaces if one.mpi_no not in hidden
    }
    return tuple(sorted(lines | sites | employers))
