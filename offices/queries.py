"""Questions about offices and people."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from offices.errors import NoSuchOffice, NoSuchStaff, NotYourRole
from offices.facts import OfficeSettings, Person, Role
from offices.tables import Office, SignIn, Staff


def office_named(db: Session, name: str) -> Office:
    """The office with this name. Raises NoSuchOffice."""
    office = db.scalar(select(Office).where(Office.name == name))
    if office is None:
        raise NoSuchOffice(name)
    return office


def settings_of(db: Session, office_id: int) -> OfficeSettings:
    """What an office puts on its papers."""
    office = db.get_one(Office, office_id)
    known = OfficeSettings.__dataclass_fields__
    return OfficeSettings(**{key: value for key, value in office.settings.items() if key in known})


def day_of(db: Session, office_id: int, at: datetime) -> date:
    """The day that it is at an instant in the time zone of an office."""
    return settings_of(db, office_id).day_of(at)


def state_of(db: Session, office_id: int) -> str:
    """The two letters of the state whose law an office works under."""
    return db.get_one(Office, office_id).state


def person_of(staff: Staff) -> Person:
    """The frozen value of a staff row."""
    return Person(staff.id, staff.office_id, staff.name, staff.email, Role(staff.role), staff.agent_code)


def signed_in_person(
    db: Session,
    token_hash: str,
    *,
    now: datetime,
    idle: timedelta,
    longest: timedelta,
) -> tuple[Person, SignIn] | None:
    """Who holds this session, or None when it ended, idled out or never was."""
    found = db.execute(
        select(Staff, SignIn)
        .join(SignIn, SignIn.staff_id == Staff.id)
        .where(
            SignIn.token_hash == token_hash,
            SignIn.ended_at.is_(None),
            Staff.ended_at.is_(None),
            SignIn.seen_at > now - idle,
            SignIn.made_at > now - longest,
        )
    ).first()
    return (person_of(found[0]), found[1]) if found else None


def staff_named(db: Session, email: str) -> Person:
    """The member of staff with this e-mail address. Raises NoSuchStaff."""
    staff = db.scalar(select(Staff).where(Staff.email == email.strip().lower(), Staff.ended_at.is_(None)))
    if staff is None:
        raise NoSuchStaff(email)
    return person_of(staff)


def agents_by_code(db: Session, office_id: int) -> dict[str, str]:
    """The names of the office's agents by their worker codes in the state's system."""
    asked = select(Staff.agent_code, Staff.name).where(Staff.office_id == office_id)
    return {code: name for code, name in db.execute(asked) if code}


def require_role(person: Person, *roles: Role) -> None:
    """Raises NotYourRole unless the person has one of the roles."""
    if person.role not in roles:
        raise NotYourRole(roles)
