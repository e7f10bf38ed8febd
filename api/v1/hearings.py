"""Hearings: their papers and exhibits."""

import secrets
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile

from api.desk.exhibits import LARGEST_UPLOAD
from api.looking import looking_at
from api.patterns import Id, Kind
from api.v1.people import Agent, Office
from api.v1.signing_in import done_told
from api.v1.told.hearings import ExhibitTold, HearingTold, OfferedTold, exhibit_told, hearing_told, offered_told
from api.v1.told.papers import RevisionTold, revision_told
from api.v1.told.people import Done
from api.v1.told.work import AskedTold
from documents.actions import attach_exhibit, remove_exhibit
from documents.gather import matter
from documents.papers import ask_for_another, ask_for_papers, offered_for
from documents.queries import decisions, revisions
from filings.queries import hearing_and_filing
from hearings.queries import hearing
from infra.db import database

router = APIRouter(tags=["Hearings"], max_body_size=LARGEST_UPLOAD)


@router.get("/hearings/{hearing_id:int}")
def show_hearing(visitor: Office, hearing_id: Id) -> HearingTold:
    """A hearing with its papers, exhibits, notice and gaps."""
    with looking_at(f"hearing {hearing_id}", visitor) as db:
        return hearing_told(hearing_and_filing(db, visitor.office_id, hearing_id, as_of=visitor.today))


@router.post("/hearings/{hearing_id:int}/prepare")
def prepare(visitor: Agent, hearing_id: Id) -> AskedTold:
    """Ask for every paper of the hearing."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        asked = ask_for_papers(
            db, visitor.office_id, hearing_id, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    return AskedTold(batch=batch, jobs=len(asked))


@router.get("/hearings/{hearing_id:int}/offered")
def list_offered(visitor: Office, hearing_id: Id) -> list[OfferedTold]:
    """The papers that are made on request and that nobody has asked for yet."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed papers of") as db:
        of = matter(db, visitor.office_id, hearing_id, as_of=visitor.today)
        return [offered_told(one.manifest) for one in offered_for(db, of)]


@router.post("/hearings/{hearing_id:int}/papers/{kind}")
def make_another(visitor: Office, hearing_id: Id, kind: Kind) -> AskedTold:
    """Ask for a paper that is made on request, and for the others that no longer say what the case says."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        asked = ask_for_another(
            db, visitor.office_id, hearing_id, kind, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    return AskedTold(batch=batch, jobs=len(asked))


@router.get("/hearings/{hearing_id:int}/revisions")
def list_revisions(visitor: Office, hearing_id: Id) -> list[RevisionTold]:
    """Every revision of every paper, the newest first, with the decisions on it."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="read history of") as db:
        hearing(db, visitor.office_id, hearing_id)
        return [revision_told(one, decisions(db, one.id)) for one in revisions(db, visitor.office_id, hearing_id)]


@router.post("/hearings/{hearing_id:int}/exhibits", status_code=201)
def attach(
    visitor: Agent, hearing_id: Id, title: Annotated[str, Form(max_length=200)], file: Annotated[UploadFile, File()]
) -> ExhibitTold:
    """Attach a PDF of at most 50 MB; a job opens and rebuilds it."""
    data = file.file.read()
    with database().transaction() as db:
        return exhibit_told(attach_exhibit(db, hearing_id, title=title, data=data, by=visitor.person))


@router.post("/exhibits/{exhibit_id:int}/remove")
def remove(visitor: Agent, exhibit_id: Id) -> Done:
    """Leave an exhibit out of the packet."""
    with database().transaction() as db:
        remove_exhibit(db, exhibit_id, by=visitor.person)
    return done_told(visitor, f"exhibit {exhibit_id} left out")
