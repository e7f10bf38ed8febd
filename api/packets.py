"""Packets and binders opened by a visitor, every reading audited."""

from api.looking import looking_at
from api.visitor import Visitor
from documents.binding import opened_binder, opened_changes, opened_issue, opened_packet
from kernel.disclosure import Audience


def packet_opened(visitor: Visitor, hearing_id: int, audience: Audience) -> bytes:
    """The newest packet of a hearing for an audience. Raises NoSuchHearing, NothingBound or ProtectedSince."""
    with looking_at(f"hearing {hearing_id}", visitor, verb=f"opened {_packet(audience)} of") as db:
        return opened_packet(db, visitor.office_id, hearing_id, audience=audience)


def issue_opened(visitor: Visitor, hearing_id: int, number: int, audience: Audience) -> bytes:
    """A packet exactly as it was handed out. Raises as ``packet_opened``, and NoSuchIssue."""
    verb = f"opened issue {number} of {_packet(audience)} of"
    with looking_at(f"hearing {hearing_id}", visitor, verb=verb) as db:
        return opened_issue(db, visitor.office_id, hearing_id, number, audience=audience)


def changes_opened(visitor: Visitor, hearing_id: int, audience: Audience) -> bytes:
    """Only the pages that changed since the issue before. Raises as ``packet_opened``, and NothingChanged."""
    verb = f"opened changed pages of {_packet(audience)} of"
    with looking_at(f"hearing {hearing_id}", visitor, verb=verb) as db:
        return opened_changes(db, visitor.office_id, hearing_id, audience=audience)


def binder_opened(visitor: Visitor, session_id: int) -> bytes:
    """The newest binder of a session. Raises NoSuchSession, NothingBound or ProtectedSince."""
    with looking_at(f"court session {session_id}", visitor, verb="opened binder of") as db:
        return opened_binder(db, visitor.office_id, session_id)


def packet_file(hearing_id: int, audience: Audience, what: str = "") -> str:
    """The file name of a packet, which tells nobody's name."""
    whose = "" if audience == Audience.INTERNAL else audience.value.replace(" ", "-")
    return "-".join(filter(None, (f"packet-hearing-{hearing_id}", whose, what))) + ".pdf"


def _packet(audience: Audience) -> str:
    return "packet" if audience == Audience.INTERNAL else f"packet for the {audience.value}"
