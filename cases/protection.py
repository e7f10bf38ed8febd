"""Whose whereabouts must not be told, and why (G.S. 110-136.3(a)(4a); 45 CFR 303.21(e))."""

from collections.abc import Sequence
from typing import Protocol


class Flagged(Protocol):
    """A person on a case as far as protection goes."""

    @property
    def role(self) -> str: ...
    @property
    def family_violence(self) -> bool: ...
    @property
    def protective_order(self) -> bool: ...


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
