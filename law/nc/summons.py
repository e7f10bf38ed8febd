"""How far the service of a summons has come in North Carolina (N.C. R. Civ. P. 4(c)-(e))."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kernel.cite import Cite
from kernel.refusals import Refused
from law.calendar import CourtCalendar
from law.deadlines import deadline
from law.states import StateLaw

SERVICE = "nc.summons.service"
EXTENSION = "nc.summons.extension"
EXTENSION_ABROAD = "nc.summons.extension-abroad"


class Kind(StrEnum):
    """What a link of the chain is."""

    SUMMONS = "summons"
    ENDORSEMENT = "endorsement"
    ALIAS = "alias and pluries summons"


class Standing(StrEnum):
    """What a chain of summonses still allows."""

    LIVE = "live"
    DORMANT = "dormant"
    DISCONTINUED = "discontinued"


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue on record. ``abroad``: the defendant was outside the United States."""

    kind: Kind
    on: date
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A summons, an endorsement of it, or an alias, with its last day to serve and its last day to extend.

    ``begins_action`` is true of the first link, and of one that came after the action had been discontinued.
    """

    kind: Kind
    on: date
    serve_by: date
    extend_by: date
    begins_action: bool
    serve_cite: Cite
    extend_cite: Cite


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of summonses as it stands on a day, with the next thing to do in words."""

    links: tuple[Link, ...]
    standing: Standing
    began_on: date
    next_action: str

    @property
    def last(self) -> Link:
        """The link that counts."""
        return self.links[-1]


@dataclass(eq=False)
class OutOfOrder(Refused):
    """A link of a chain dated before the one that it extends."""

    kind: Kind
    on: date

    def __str__(self) -> str:
        return f"The {self.kind} of {_day(self.on)} is dated before the summons that it extends."


def chain(
    law: StateLaw,
    first: Issue,
    later: Sequence[Issue] = (),
    *,
    as_of: date,
    court: CourtCalendar | None = None,
) -> Chain:
    """The chain that began with the ``first`` issue, as it stands on ``as_of``; links after that day are unknown.

    Each link starts both periods anew. An alias after the last day to extend begins a new action on its own day
    (Rule 4(e)); an endorsement after it extends nothing and is left out. ``court`` is a calendar with the office's own
    closings. Raises OutOfOrder, NoRuleInForce or YearUnknown.
    """
    made: list[Link] = []
    for one in (first, *later):
        if made and one.on < made[-1].on:
            raise OutOfOrder(one.kind, one.on)
        if made and one.on > as_of:
            break
        begins = not made or one.on > made[-1].extend_by
        if made and begins and one.kind is Kind.ENDORSEMENT:
            continue
        made.append(_link(law, one, begins, court))
    last = made[-1]
    began_on = next(link.on for link in reversed(made) if link.begins_action)
    standing = _standing(last, as_of)
    return Chain(tuple(made), standing, began_on, _next_action(last, standing))


def _link(law: StateLaw, one: Issue, begins: bool, court: CourtCalendar | None) -> Link:
    serve = deadline(law, SERVICE, one.on, court=court)
    extend = deadline(law, EXTENSION_ABROAD if one.abroad else EXTENSION, one.on, court=court)
    return Link(one.kind, one.on, serve.on, extend.on, begins, serve.cite, extend.cite)


def _standing(last: Link, as_of: date) -> Standing:
    if as_of <= last.serve_by:
        return Standing.LIVE
    return Standing.DORMANT if as_of <= last.extend_by else Standing.DISCONTINUED


def _next_action(last: Link, standing: Standing) -> str:
    if standing is Standing.LIVE:
        return f"Serve the {last.kind} by {_day(last.serve_by)}."
    if standing is Standing.DORMANT:
        return (
            f"The {last.kind} can no longer be served: have the clerk endorse it, or issue an alias and pluries "
            f"summons, by {_day(last.extend_by)}."
        )
    return (
        f"The action was discontinued after {_day(last.extend_by)}: a new summons begins a new action on the day on "
        "which it is issued."
    )


def _day(day: date) -> str:
    return f"{day:%A, %B %-d, %Y}"
