"""The bundles of hearings as the record has them now: their tabs, their recipe, and what was handed out before."""

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
from kernel.disclosure import Audience
from offices.queries import state_of


def bundle_now(db: Session, office_id: int, hearing_id: int, *, as_of: date, audience: Audience) -> Bundle:
    """The packet of one hearing. Raises NoSuchHearing."""
    one = hearing(db, office_id, hearing_id)
    tabs = tabs_of(db, hearings_of_session(db, office_id, one.session_id), audience)
    return _bundle(db, prepared(db, office_id, hearing_id, as_of=as_of), tabs.get(hearing_id, ""), audience)


def bundles_now(db: Session, office_id: int, session_id: int, *, as_of: date) -> list[tuple[int, Bundle]]:
    """The attorney's packets of a session in call order, each with its hearing."""
    found = prepared_session(db, office_id, session_id, as_of=as_of)
    tabs = tabs_of(db, [one.matter.hearing for one in found], Audience.INTERNAL)
    return [(one.matter.hearing.id, _bundle(db, one, tabs[one.matter.hearing.id], Audience.INTERNAL)) for one in found]


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
    given = _last_tabs(db, called, audience)
    kept: dict[int, str] = {}
    for one in called:
        if one.id in given and given[one.id] not in kept.values():
            kept[one.id] = given[one.id]
    free = (str(number) for number in range(1, 2 * len(called) + 1) if str(number) not in kept.values())
    return {one.id: kept[one.id] if one.id in kept else next(free) for one in called}


def _last_tabs(db: Session, called: list[SetHearing], audience: Audience) -> dict[int, str]:
    """The tab under which each hearing was handed out last, of those that were."""
    rows = db.execute(
        select(PacketIssue.hearing_id, PacketIssue.issue)
        .where(PacketIssue.hearing_id.in_([one.id for one in called]), PacketIssue.audience == audience)
        .order_by(PacketIssue.number)
    )
    return {hearing_id: issue_from(issue).tab for hearing_id, issue in rows}


def _bundle(db: Session, one: Prepared, tab: str, audience: Audience) -> Bundle:
    hearing = one.matter.hearing
    recipe = recipe_for(one.matter.kind, audience, recipes(state_of(db, hearing.office_id)))
    return bundle_of(one, recipe, tab=tab, issues=issued(db, hearing.id, audience))
