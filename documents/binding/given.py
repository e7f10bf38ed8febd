"""What a hearing has for each audience: the newest packet, what is accessible of it, and what was handed out."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from documents.binding.issues import issues_of
from documents.binding.packets import packet_of
from documents.gather import Matter
from documents.packet.accessibility import Report, report_from
from documents.packet.recipes import audiences_for, recipe_for, recipes
from documents.tables import Packet, PacketIssue
from kernel.disclosure import Audience
from offices.queries import state_of


@dataclass(frozen=True, slots=True)
class PacketFor:
    """One audience's packet of a hearing, as it was asked for last, and its issues, the first one first."""

    audience: Audience
    title: str
    packet: Packet | None
    report: Report | None
    issues: tuple[PacketIssue, ...]

    @property
    def is_issue(self) -> int | None:
        """The number under which what stands in the newest packet was handed out; None where it was not yet."""
        if self.packet is None or not self.issues or self.issues[-1].number < self.packet.issue["number"]:
            return None
        return self.issues[-1].number

    @property
    def changed_since(self) -> int | None:
        """The issue since which pages of the newest packet changed; None where none did."""
        return self.packet.issue["number"] - 1 if self.packet and self.packet.changes_sha else None


def packets_for(db: Session, of: Matter) -> list[PacketFor]:
    """The packets of a hearing, one for each audience that its office has a recipe for."""
    rows = recipes(state_of(db, of.hearing.office_id))
    return [_packet_for(db, of, audience, recipe_for(of.kind, audience, rows).title)
            for audience in audiences_for(of.kind, rows)]  # fmt: skip


def _packet_for(db: Session, of: Matter, audience: Audience, title: str) -> PacketFor:
    office_id, hearing_id = of.hearing.office_id, of.hearing.id
    packet = packet_of(db, office_id, hearing_id, audience=audience)
    issues = issues_of(db, office_id, hearing_id, audience=audience)
    return PacketFor(audience, title, packet, report_from(packet.report) if packet else None, tuple(issues))
