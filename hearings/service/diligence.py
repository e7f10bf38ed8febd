"""Diligence out of the record of attempts, and out of nothing else (45 CFR 303.4(d))."""

from collections.abc import Sequence
from datetime import date

from hearings.facts import Served
from hearings.notice import completed
from hearings.service.ledger import in_order


def attempts_in_vain(services: Sequence[Served], mpi_no: str, *, as_of: date) -> list[Served]:
    """Every attempt on a person by a day that did not serve, in order of day and hour.

    A paper that was only issued was not attempted; service that fails a demand of the law was attempted in vain.
    """
    mine = [one for one in services if one.mpi_no == mpi_no and one.attempted_on and one.attempted_on <= as_of]
    in_vain = [one for one in mine if not completed(one, as_of) and not _waits(one, as_of)]
    return sorted(in_vain, key=lambda one: (one.attempted_on or date.max, in_order(one)[2], one.key))


def _waits(one: Served, as_of: date) -> bool:
    """Whether lawful service is under way and complete on a later day."""
    return one.complete_on is not None and one.complete_on > as_of
