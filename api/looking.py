"""Reading what is confidential."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from api.visitor import Visitor
from infra import audit
from infra.db import database


@contextmanager
def looking_at(subject: str, visitor: Visitor, *, verb: str = "looked at") -> Iterator[Session]:
    """A session that reads; its audit row is committed before anything is answered, and without it nothing is.

    The reading itself takes no write lock, so that many people read while papers are being written.
    """
    with database().reading() as db:
        yield db
    with database().transaction() as db:
        audit.record(db, office_id=visitor.office_id, actor=visitor.person.actor, verb=verb, subject=subject)
