"""How long an issued summons lives, by the rules of its state."""

from collections.abc import Callable, Sequence
from datetime import date

from hearings.service.facts import EXTENDS, Issued, Life, Link
from law.ca.summons import STANDS
from law.ca.summons import summons_state as california
from law.deadlines import deadline
from law.states import StateLaw

LIVE, DORMANT, DISCONTINUED = "live", "dormant", "discontinued"


def life_of(
    law: StateLaw,
    chain: Sequence[Issued],
    *,
    as_of: date,
    served_on: date | None = None,
    proved_on: date | None = None,
) -> Life | None:
    """The life of the newest link that was issued by ``as_of``, None where none was.

    ``served_on`` is the day on which service was complete, ``proved_on`` that on which its proof came back. Raises
    NoRuleInForce or YearUnknown.
    """
    issued = sorted((one for one in chain if one.issued_on <= as_of), key=lambda one: (one.issued_on, one.id or 0))
    return _LIVES[law.state](law, issued, as_of, served_on, proved_on) if issued else None


def _north_carolina(
    law: StateLaw, chain: Sequence[Issued], as_of: date, served_on: date | None, proved_on: date | None
) -> Life:
    """Live until the last day to serve, dormant until the last day to extend, then discontinued (Rule 4(c)-(e))."""
    links = _that_hold(law, chain)
    last = links[-1]
    serve = deadline(law, "nc.summons.service", last.issued_on)
    extend_by = _extend_by(law, last)
    issued = f"The summons of {last.issued_on:%b %-d, %Y}"
    new = ""
    if last.kind is Link.ALIAS and len(links) == 1:
        new = " It came after the chain had ended and began a new action on its day (Rule 4(e))."
    if as_of <= serve.on:
        return Life(LIVE, True, True, serve.on, extend_by, f"{issued} may be served until {_day(serve.on)}.{new}")
    if as_of <= extend_by:
        span = f"it could be served until {_day(serve.on)} and can be extended until {_day(extend_by)}"
        return Life(DORMANT, False, True, serve.on, extend_by, f"{issued} is dormant: {span} ({serve.cite}).{new}")
    why = f"{issued} was not extended by {_day(extend_by)}; the action is discontinued"
    return Life(DISCONTINUED, False, False, serve.on, None, f"{why} (N.C. R. Civ. P. 4(e)).")


def _that_hold(law: StateLaw, chain: Sequence[Issued]) -> list[Issued]:
    """The links of the chain that is alive last. A link after the end starts anew, but an endorsement of what has
    ended is none.
    """
    links: list[Issued] = []
    for one in chain:
        broken = not links or one.kind not in EXTENDS or one.issued_on > _extend_by(law, links[-1])
        if links and broken and one.kind is Link.ENDORSEMENT:
            continue
        links = [one] if broken else [*links, one]
    return links


def _extend_by(law: StateLaw, one: Issued) -> date:
    rule = "nc.summons.extension-abroad" if one.abroad else "nc.summons.extension"
    return deadline(law, rule, one.issued_on).on


def _california(
    law: StateLaw, chain: Sequence[Issued], as_of: date, served_on: date | None, proved_on: date | None
) -> Life:
    """Three years from filing to serve, sixty days to file the proof (Code Civ. Proc. § 583.210)."""
    first = chain[0]
    filed_on = first.filed_on or first.issued_on
    found = california(law.pack().rules, filed_on, as_of=as_of, served_on=served_on, proved_on=proved_on)
    until = f"it may be served until {_day(found.serve_by)} and proved until {_day(found.prove_by)}"
    why = f"The complaint of {_day(filed_on)} is {found.standing}; {until} ({found.cite})."
    return Life(found.standing, as_of <= found.serve_by, found.standing in STANDS, found.serve_by, None, why)


def _day(day: date) -> str:
    return f"{day:%b %-d, %Y}"


_LIVES: dict[str, Callable[[StateLaw, Sequence[Issued], date, date | None, date | None], Life]] = {
    "NC": _north_carolina,
    "CA": _california,
}
