"""The bundles of hearings as the record has them now: their tabs, their recipe, and what was handed out before."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.packet.contents import Bundle, bundle_of
from documents.packet.issues import Issue, issue_from
from documents.packet.recipes import recipe_for, recipes
from documents.queries import prepared
from documents.tables import PacketIssue
from hearings.facts import SetHearing
from hearings.queries import hearing, hearings_of_session
from kernel.disclosure import Audience
from offices.queries import state_of


def bundle_now(db: Session, office_id: int, hearing_id: int, *, as_of: date, audience: Audience) -> Bundle:
    """The packet of one hearing. Raises NoSuchHearing."""
    one = hearing(db, office_id, hearing_id)
    tabs = tabs_of(db, hearings_of_session(db, office_id, one.session_id), audience)
    return _bundle(db, office_id, hearing_id, tabs.get(hearing_id, ""), as_of, audience)


def bundles_now(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[tuple[int, Bundle]]:
    """The attorney's packets of a session in call order, each with its hearing."""
    called = hearings_of_session(db, office_id, session_id)
    tabs = tabs_of(db, called, Audience.INTERNAL)
    return [(one.id, _bundle(db, office_id, one.id, tabs[one.id], as_of, Audience.INTERNAL)) for one in called]


def issued(db: Session, hearing_id: int, audience: Audience) -> list[Issue]:
    """What was handed out of a packet, the first issue first."""
    rows = db.scalars(
        select(PacketIssue)
        .where(PacketIssue.hearing_id == hearing_id, PacketIssue.audience == audience)
        .order_by(PacketIssue.number)
    )
    return [issue_from(row.issue) for row in rows]


def tabs_of(db: Session, called: list[SetHearing], audience: Audience) -> dict[int, str]:
    """The tab of each hearing of a session: the one it was handed out under, else the next free one in call order."""
    given = {one.id: issues[-1].tab for one in called if (issues := issued(db, one.id, audience))}
    kept: dict[int, str] = {}
    for one in called:
        if one.id in given and given[one.id] not in kept.values():
            kept[one.id] = given[one.id]
    free = (str(number) for number in range(1, 2 * len(called) + 1) if str(number) not in kept.values())
    return {one.id: kept[one.id] if one.id in kept else next(free) for one in called}


def _bundle(db: Session, office_id: int, hearing_id: int, tab: str, as_of: date, audience: Audience) -> Bundle:
    one = prepared(db, office_id, hearing_id, as_of=as_of)
    recipe = recipe_for(one.matter.kind, audience, recipes(state_of(db, office_id)))
    return bundle_of(one, recipe, tab=tab, issues=issued(db, hearing_id, audience))
