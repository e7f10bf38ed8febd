"""Signing in for a token."""

from fastapi import APIRouter, Request

from api.entering import entered
from api.v1.people import Anybody
from api.v1.sent import SignInSent
from api.v1.told.people import Done, PersonTold, SignedInTold
from api.visitor import Visitor
from infra.db import database
from offices.actions import sign_out
from offices.tables import Office

router = APIRouter(tags=["Signing in"])


@router.post("/sign-in")
def enter(request: Request, sent: SignInSent) -> SignedInTold:
    """A token for the right password. It ends after an hour without use, or after twelve hours."""
    made = entered(request, sent.email, sent.password)
    with database().reading() as db:
        office = db.get_one(Office, made.person.office_id).name
    return SignedInTold(
        name=made.person.name, email=made.person.email, role=made.person.role, office=office, token=made.token
    )


@router.post("/sign-out")
def leave(request: Request, visitor: Anybody) -> Done:
    """End the sign-in whose token is sent."""
    with database().transaction() as db:
        sign_out(db, request.headers["authorization"].partition(" ")[2], now=visitor.at)
    return done_told(visitor, "signed out")


@router.get("/me")
def me(visitor: Anybody) -> PersonTold:
    """Who the token stands for."""
    person = visitor.person
    return PersonTold(name=person.name, email=person.email, role=person.role, office=visitor.office)


def done_told(visitor: Visitor, what: str) -> Done:
    """The confirmation of a verb."""
    return Done(done=what, by=visitor.person.name, at=visitor.at)
