"""What is told about packets and what was handed out of them."""

from datetime import datetime

from pydantic import BaseModel

from documents.binding import PacketFor
from documents.tables import PacketIssue


class AccessibilityTold(BaseModel):
    """``problems`` are sentences; none where the machine check found none."""

    pages: int
    tagged: int
    problems: list[str]


class PacketTold(BaseModel):
    """``pdf_sha`` and what follows are null where nothing is bound yet.

    ``issue`` is the number under which it was handed out, ``changed_since`` the issue since which pages changed.
    """

    audience: str
    title: str
    pdf_sha: str | None
    pages: int | None
    made_at: datetime | None
    accessibility: AccessibilityTold | None
    issue: int | None
    changed_since: int | None


class IssueTold(BaseModel):
    number: int
    audience: str
    pages: int
    pdf_sha: str
    issued_by: str
    issued_at: datetime


def packet_told(one: PacketFor) -> PacketTold:
    """A packet for an audience with what is accessible of it."""
    packet, report = one.packet, one.report
    return PacketTold(
        audience=one.audience.value,
        title=one.title,
        pdf_sha=packet.pdf_sha if packet else None,
        pages=packet.pages if packet else None,
        made_at=packet.made_at if packet else None,
        accessibility=AccessibilityTold(pages=report.pages, tagged=report.tagged, problems=list(report.problems))
        if report
        else None,
        issue=one.is_issue,
        changed_since=one.changed_since,
    )


def issue_told(one: PacketIssue) -> IssueTold:
    return IssueTold.model_validate(one, from_attributes=True)
