"""Packets handed out: from then on their page addresses stand."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.binding.packets import packet_of
from documents.errors import NoSuchIssue, NothingBound
from documents.tables import PacketIssue
from hearings.queries import hearing
from infra import audit
from infra.clock import now
from kernel.disclosure import Audience
from offices.facts import Person, Role
from offices.queries import require_role


def issue_packet(db: Session, hearing_id: int, *, by: Person, audience: Audience = Audience.INTERNAL) -> PacketIssue:
    """Put on record that the newest packet of a hearing was handed out; the same packet again is the same issue.

    Raises NotYourRole, NoSuchHearing or NothingBound.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    hearing(db, by.office_id, hearing_id)
    packet = packet_of(db, by.office_id, hearing_id, audience=audience)
    if packet is None:
        raise NothingBound()
    known = issues_of(db, by.office_id, hearing_id, audience=audience)
    if known and known[-1].number >= packet.issue["number"]:
        return known[-1]
    made = PacketIssue(
        office_id=by.office_id,
        hearing_id=hearing_id,
        audience=audience.value,
        number=packet.issue["number"],
        issue=packet.issue,
        pdf_sha=packet.pdf_sha,
        changes_sha=packet.changes_sha,
        pages=packet.pages,
        issued_by=by.actor,
        issued_at=now(),
    )
    db.add(made)
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="handed out packet", subject=f"hearing {hearing_id}",
        detail=f"issue {made.number} for {audience.value}, pdf {made.pdf_sha}",
    )  # fmt: skip
    return made


def issues_of(
    db: Session, office_id: int, hearing_id: int, *, audience: Audience = Audience.INTERNAL
) -> list[PacketIssue]:
    """Every issue of a packet for an audience, the first one first."""
    return list(
        db.scalars(
            select(PacketIssue)
            .where(
                PacketIssue.office_id == office_id,
                PacketIssue.hearing_id == hearing_id,
                PacketIssue.audience == audience,
            )
            .order_by(PacketIssue.number)
        )
    )


def issue_of(db: Session, hearing_id: int, number: int, *, audience: Audience) -> PacketIssue:
    """One issue of a packet. Raises NoSuchIssue."""
    found = db.scalar(
        select(PacketIssue).where(
            PacketIssue.hearing_id == hearing_id, PacketIssue.audience == audience, PacketIssue.number == number
        )
    )
    if found is None:
        raise NoSuchIssue(number)
    return found
