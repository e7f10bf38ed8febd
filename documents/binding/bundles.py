"""The bundles of hearings as the record has them now: their tabs, their recipe, and what was handed out before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.packet.contents import Bundle, bundle_of
from documents.packet.issues import Issue, issue_from
from documents.packet.recipes import recipe_for, recipes
from documents.queries import Prepared, prepared, prepared_session
from documents.tables import PacketIssue
from hearings.facts import SetHearing
from hearings.queries import hearing, hearings_of_session
from kernel.digest import digest
from kernel.disclosure import Audience
from offices.queries import state_of

LAYOUT = 2
"""Raised when packets look different, so that all are built anew."""


@dataclass(frozen=True, slots=True)
class HearingBundle:
    """What goes into the packet of a hearing for an audience, and the digest of all of that."""

    hearing_id: int
    audience: Audience
    bundle: Bundle
    inputs: str


def bundle_now(db: Session, office_id: int, hearing_id: int, *, as_of: date, audience: Audience) -> HearingBundle:
    """The packet of one hearing. Raises NoSuchHearing."""
    one = hearing(db, office_id, hearing_id)
    called = hearings_of_session(db, office_id, one.session_id)
    if one.id not in {other.id for other in called}:  # it has left the session
        called.append(one)
    return _bundles(db, [prepared(db, office_id, hearing_id, as_of=as_of)], called, audience)[0]


def bundles_now(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[HearingBundle]:
    """The attorney's packets of a session in call order."""
    found = prepared_session(db, office_id, session_id, as_of=as_of)
    return _bundles(db, found, [one.matter.hearing for one in found], Audience.INTERNAL)


def _bundles(
    db: Session, found: Sequence[Prepared], called: Sequence[SetHearing], audience: Audience
) -> list[HearingBundle]:
    """Bundles of some of the hearings that are called in a session."""
    issues = _issues(db, [one.id for one in called], audience)
    tabs = _tabs(issues)
    made = []
    for one in found:
        id = one.matter.hearing.id
        recipe = recipe_for(one.matter.kind, audience, recipes(state_of(db, one.matter.hearing.office_id)))
        bundle = bundle_of(one, recipe, tab=tabs[id], issues=issues[id])
        made.append(HearingBundle(id, audience, bundle, inputs_of(bundle, audience)))
    return made


def _issues(db: Session, hearings: Sequence[int], audience: Audience) -> dict[int, list[Issue]]:
    """What was handed out of each packet, the first issue first."""
    rows = db.execute(
        select(PacketIssue.hearing_id, PacketIssue.issue)
        .where(PacketIssue.hearing_id.in_(hearings), PacketIssue.audience == audience)
        .order_by(PacketIssue.number)
    )
    found: dict[int, list[Issue]] = {id: [] for id in hearings}
    for id, issue in rows:
        found[id].append(issue_from(issue))
    return found


def _tabs(issues: dict[int, list[Issue]]) -> dict[int, str]:
    """The tab of each hearing in call order: the one it was handed out under last, else the next free one."""
    kept: dict[int, str] = {}
    for id, handed_out in issues.items():
        if handed_out and handed_out[-1].tab not in kept.values():
            kept[id] = handed_out[-1].tab
    free = (str(number) for number in range(1, 2 * len(issues) + 1) if str(number) not in kept.values())
    return {id: kept[id] if id in kept else next(free) for id in issues}


def inputs_of(bundle: Bundle, audience: Audience = Audience.INTERNAL) -> str:
    """The digest of everything that goes into a packet."""
    return digest([LAYOUT, audience, bundle.cover, bundle.parts, bundle.tab, bundle.duplex, bundle.changes])
