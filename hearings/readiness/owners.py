"""Questions: who stands in hearings by name."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.calendar.tables import Assignment
from hearings.readiness.facts import Owner, Role
from offices.tables import Staff


def assigned(db: Session, office_id: int, hearings: Collection[int]) -> dict[tuple[int, Role], Owner]:
    """The agents and attorneys who are assigned to hearings, by hearing and role; of several the one assigned last."""
    rows = db.execute(
        select(Assignment.hearing_id, Assignment.role, Staff.name)
        .join(Staff, Staff.id == Assignment.person_id)
        .where(
            Assignment.office_id == office_id,
            Assignment.hearing_id.in_(hearings),
            Assignment.ended_at.is_(None),
            Staff.ended_at.is_(None),
        )
        .order_by(Assignment.id)
    )
    return {(hearing, Role(role)): Owner(Role(role), name) for hearing, role, name in rows}
