"""How long an issued summons lives, by the rules of its state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from hearings.service.facts import EXTENDS, Issued, Life, Link
from law.ca.summons import summons_state as california
from law.calendar import CourtCalendar
from law.nc.summons import Issue, Kind, Standing
from law.nc.summons import chain as north_carolina
from law.states import StateLaw

EXTENDED_IN = {"NC": "N.C. R. Civ. P. 4(d), 4(e)"}
"""The states in which a summons is endorsed or followed by an alias, with the rule."""
KINDS = {Link.ENDORSEMENT: Kind.ENDORSEMENT, Link.ALIAS: Kind.ALIAS}


@dataclass(frozen=True, slots=True)
class _Asked:
    law: StateLaw
    chain: Sequence[Issued]
    as_of: date
    served_on: date | None
    proved_on: date | None
    court: CourtCalendar | None


def life_of(
    law: StateLaw,
    chain: Sequence[Issued],
    *,
    as_of: date,
    served_on: date | None = None,
    proved_on: date | None = None,
    court: CourtCalendar | None = None,
) -> Life | None:
    """The life of the newest link that was issued by ``as_of``, None where none was.

    ``served_on`` is the day on which service was complete, ``proved_on`` that on which its proof came back, ``court``
    the office's court days. Raises NoRuleInForce or YearUnknown.
    """
    issued = sorted((one for one in chain if one.issued_on <= as_of), key=lambda one: (one.issued_on, one.id or 0))
    return _LIVES[law.state](_Asked(law, issued, as_of, served_on, proved_on, court)) if issued else None


def _north_carolina(of: _Asked) -> Life:
    """Live until the last day to serve, dormant until the last day to extend, then discontinued (Rule 4(c)-(e))."""
    begun = max((place for place, one in enumerate(of.chain) if one.kind not in EXTENDS), default=0)
    first, *later = of.chain[begun:]
    found = north_carolina(
        of.law,
        Issue(Kind.SUMMONS, first.issued_on, first.abroad),
        [Issue(KINDS[one.kind], one.issued_on, one.abroad) for one in later],
        as_of=of.as_of,
        court=of.court,
    )
    last = found.last
    issued = f"The summons of {_day(last.on)}"
    new = ""
    if last.kind is Kind.ALIAS and last.begins_action:
        new = " It came after the chain had ended and began a new action on its day (Rule 4(e))."
    if found.standing is Standing.LIVE:
        why = f"{issued} may be served until {_day(last.serve_by)}.{new}"
        return Life(found.standing, True, True, last.serve_by, last.extend_by, why)
    if found.standing is Standing.DORMANT:
        span = f"it could be served until {_day(last.serve_by)} and can be extended until {_day(last.extend_by)}"
        why = f"{issued} is dormant: {span} ({last.serve_cite}).{new}"
        return Life(found.standing, False, True, last.serve_by, last.extend_by, why)
    why = f"{issued} was not extended by {_day(last.extend_by)}; the action is discontinued (N.C. R. Civ. P. 4(e))."
    return Life(found.standing, False, False, last.serve_by, None, why)


def _california(of: _Asked) -> Life:
    """Three years from filing to serve, sixty days to file the proof (Code Civ. Proc. § 583.210)."""
    first = of.chain[0]
    filed_on = first.filed_on or first.issued_on
    found = california(
        of.law.pack().rules, filed_on, as_of=of.as_of, served_on=of.served_on, proved_on=of.proved_on
    )
    until = f"it may be served until {_day(found.serve_by)} and proved until {_day(found.prove_by)}"
    why = f"The complaint of {_day(filed_on)} is {found.standing}; {until} ({found.cite})."
    return Life(found.standing, of.as_of <= found.serve_by, found.stands, found.serve_by, None, why)


def _day(day: date) -> str:
    return f"{day:%b %-d, %Y}"


_LIVES: dict[str, Callable[[_Asked], Life]] = {"NC": _north_carolina, "CA": _california}
