"""The database of a command, brought to the newest version, and the office that the command means."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from infra.db import Database, database
from kernel.refusals import Refused
from offices.queries import office_named
from offices.tables import Office


class WhichOffice(Refused):
    def __str__(self) -> str:
        return "There is more than one office here; say which with --office NAME."


class NoOffice(Refused):
    def __str__(self) -> str:
        return (
            "There is no office yet; import an extract first: courtready import PATH --mapping nc-acts --office NAME."
        )


def ready() -> Database:
    """The database of the settings with its tables up to date."""
    db = database()
    db.migrate()
    return db


def office_meant(db: Session, name: str | None) -> Office:
    """The office with this name, or the only one. Raises NoSuchOffice, WhichOffice or NoOffice."""
    if name:
        return office_named(db, name)
    found = list(db.scalars(select(Office).limit(2)))
    if len(found) > 1:
        raise WhichOffice()
    if not found:
        raise NoOffice()
    return found[0]
