"""Courthouses with their clocks, and the numbers by which an office plans."""

from fastapi import APIRouter

from api.v1.people import Office
from api.v1.sent_calendar import CourthouseSent, PracticeSent
from api.v1.told.practices import CourthouseTold, PracticeTold
from hearings.calendar.placed import practices_of
from hearings.calendar.practices import numbers_of
from hearings.calendar.session_changes import courthouses, set_courthouse, set_practice
from infra.db import database

router = APIRouter(tags=["Court calendar"])


@router.get("/courthouses")
def list_courthouses(visitor: Office) -> list[CourthouseTold]:
    """Every courthouse on file; the hours of any other are told in the office's time zone."""
    with database().reading() as db:
        found = courthouses(db, visitor.office_id)
        return [CourthouseTold.model_validate(one, from_attributes=True) for one in found]


@router.put("/courthouses")
def keep_courthouse(visitor: Office, sent: CourthouseSent) -> CourthouseTold:
    """Put a courthouse on file, or change its time zone or address."""
    with database().transaction() as db:
        made = set_courthouse(db, name=sent.name, zone=sent.zone, address=sent.address, by=visitor.person)
        return CourthouseTold.model_validate(made, from_attributes=True)


@router.get("/practices")
def list_practices(visitor: Office) -> list[PracticeTold]:
    """Minutes of a matter by kind, days of service by method, and days on which a slot can still be filled."""
    with database().reading() as db:
        found = numbers_of(practices_of(db, visitor.office_id))
    return [PracticeTold.model_validate(one, from_attributes=True) for each in found.values() for one in each]


@router.put("/practices")
def keep_number(visitor: Office, sent: PracticeSent) -> PracticeTold:
    """Set one of the office's own numbers."""
    with database().transaction() as db:
        made = set_practice(db, subject=sent.subject, name=sent.name, number=sent.number, by=visitor.person)
        return PracticeTold(subject=sent.subject, name=made.name, number=made.number, own=True)
