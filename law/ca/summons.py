"""How far the service of a summons has come in California (Code Civ. Proc. §§ 583.210, 583.250)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kernel.cite import Cite
from kernel.period import Period, Unit
from law.counting import months_on
from law.rows import in_force
from law.rule import Rule

SERVE = "ca.summons.serve"
PROVE = "ca.summons.proof"


class Standing(StrEnum):
    """What a summons still allows, or why it allows nothing."""

    TO_BE_SERVED = "to be served"
    PROOF_DUE = "served, proof to be filed"
    PROOF_OVERDUE = "served, proof overdue unless the days run from the end of the time for service"
    PROVED = "served and proved"
    NOT_SERVED = "not served in time"
    SERVED_LATE = "served too late"
    NOT_PROVED = "not proved in time"


STANDS = frozenset({Standing.TO_BE_SERVED, Standing.PROOF_DUE, Standing.PROOF_OVERDUE, Standing.PROVED})
"""Where the action need not be dismissed for delay in service (§ 583.250)."""


@dataclass(frozen=True, slots=True)
class SummonsState:
    """A summons as it stands on a day. A day that is closed does not move: nothing here turns on § 12a.

    ``serve_by`` is the last day to serve, ``prove_by`` the last day to file the proof; ``prove_first_by`` the day by
    which the proof is in time even if its days run from the service.
    """

    standing: Standing
    serve_by: date
    prove_by: date
    prove_first_by: date | None
    cite: Cite

    @property
    def stands(self) -> bool:
        """Whether the action may go on."""
        return self.standing in STANDS


def summons_state(
    rules: tuple[Rule, ...],
    filed_on: date,
    *,
    as_of: date,
    served_on: date | None = None,
    proved_on: date | None = None,
) -> SummonsState:
    """The summons of a complaint filed on ``filed_on``, as the record shows it on ``as_of``.

    ``served_on`` is the day on which service was complete, ``proved_on`` that on which its proof was filed. Raises
    NoRuleInForce.
    """
    serve, prove = in_force(rules, SERVE, filed_on), in_force(rules, PROVE, filed_on)
    served_on, proved_on = _known(served_on, as_of), _known(proved_on, as_of)
    serve_by = _after(filed_on, serve.length)
    prove_by = _after(serve_by, prove.length)
    first = min(_after(served_on, prove.length), prove_by) if served_on else None
    return SummonsState(
        _standing(as_of, serve_by, prove_by, served_on, proved_on, first), serve_by, prove_by, first, serve.cite
    )


def _standing(
    as_of: date, serve_by: date, prove_by: date, served_on: date | None, proved_on: date | None, first: date | None
) -> Standing:
    if served_on is None or first is None:
        return Standing.TO_BE_SERVED if as_of <= serve_by else Standing.NOT_SERVED
    if served_on > serve_by:
        return Standing.SERVED_LATE
    if (proved_on or as_of) > prove_by:
        return Standing.NOT_PROVED
    if proved_on:
        return Standing.PROVED
    return Standing.PROOF_DUE if as_of <= first else Standing.PROOF_OVERDUE


def _known(on: date | None, as_of: date) -> date | None:
    return on if on is not None and on <= as_of else None


def _after(day: date, length: Period) -> date:
    if length.unit is Unit.CALENDAR:
        return day + timedelta(days=length.count)
    return months_on(day, length.count * (12 if length.unit is Unit.YEAR else 1))
