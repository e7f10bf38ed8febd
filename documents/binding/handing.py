"""Handing out a packet that somebody looked at."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.binding.issues import issue_packet
from documents.binding.opening import opened_packet
from documents.binding.packets import packet_of
from documents.errors import AnotherPacket
from documents.tables import PacketIssue
from hearings.tables import Hearing
from kernel.disclosure import Audience
from offices.facts import Person, Role
from offices.queries import require_role


def hand_out(db: Session, hearing_id: int, *, pdf_sha: str, by: Person, audience: Audience) -> PacketIssue:
    """Put on record that exactly this packet was handed out; two who do so at once hand out one issue.

    Raises NotYourRole, NoSuchHearing, NothingBound, ProtectedSince, or AnotherPacket where a newer one is bound.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    db.execute(select(Hearing.id).where(Hearing.id == hearing_id, Hearing.office_id == by.office_id).with_for_update())
    opened_packet(db, by.office_id, hearing_id, audience=audience)
    newest = packet_of(db, by.office_id, hearing_id, audience=audience)
    if newest is None or newest.pdf_sha != pdf_sha:
        raise AnotherPacket()
    return issue_packet(db, hearing_id, by=by, audience=audience)
