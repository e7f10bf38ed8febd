"""One hearing: what is missing, its papers beside their facts, and what was decided."""

import secrets
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session
from starlette.responses import Response

from api.desk.people import Agent, Office
from api.giving import SVG, give
from api.looking import looking_at
from api.pages import page
from api.paper import paper_told, why_not_submitted
from api.patterns import Id, Kind, KindField, PageForm
from api.saying import done
from documents.actions import submit
from documents.binding import packets_for
from documents.drawn import svg
from documents.gather import fact_sheet, matter
from documents.papers import (
    ask_for_another,
    ask_for_papers,
    hearing_of_revision,
    offered_for,
    revision_of_office,
)
from documents.pictures import PICTURES
from documents.queries import decisions, frozen_facts, prepared, revisions
from documents.strip import strip_drawing
from documents.tables import Decision, Revision
from filings.queries import envelopes_of_hearing, hearing_and_filing
from infra.db import database
from kernel.refusals import Missing
from law.strip import strip

router = APIRouter()


class NoSuchPaper(Missing):
    def __str__(self) -> str:
        return "This hearing has no such paper."


class NoSuchPicture(Missing):
    def __str__(self) -> str:
        return "There is no such picture of a hearing."


@router.get("/hearings/{hearing_id:int}")
def show_hearing(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """Gaps, papers, notice and filing of one hearing."""
    with looking_at(f"hearing {hearing_id}", visitor) as db:
        found = hearing_and_filing(db, visitor.office_id, hearing_id, as_of=visitor.today)
        packets = packets_for(db, found.matter)
        envelopes = envelopes_of_hearing(db, visitor.office_id, hearing_id)
        offered = offered_for(db, found.matter)
    return page(
        request,
        visitor,
        "hearing.html",
        one=found,
        hearing=found.matter.hearing,
        tab="overview",
        packets=packets,
        envelopes=envelopes,
        offered=offered,
        gaps=found.gaps,
        held={one.kind: why_not_submitted(one) for one in found.papers},
    )


@router.get("/hearings/{hearing_id:int}/papers/{kind}")
def show_paper(request: Request, visitor: Office, hearing_id: Id, kind: Kind) -> Response:
    """A paper beside its facts and where each of them comes from."""
    with looking_at(f"hearing {hearing_id}", visitor, verb=f"read {kind}") as db:
        found = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
        paper = next((one for one in found.papers if one.kind == kind), None)
        if paper is None:
            raise NoSuchPaper()
        told = paper_told(db, paper)
    return page(
        request,
        visitor,
        "paper.html",
        one=found,
        hearing=found.matter.hearing,
        tab=kind,
        paper=paper,
        told=told,
        held=why_not_submitted(paper),
    )


@router.get("/hearings/{hearing_id:int}/pictures/{name}.svg")
def picture(visitor: Office, hearing_id: Id, name: Kind) -> Response:
    """The payment history or the timeline of service, as the fact sheet shows it."""
    if name not in PICTURES:
        raise NoSuchPicture()
    with looking_at(f"hearing {hearing_id}", visitor, verb=f"looked at {name} of") as db:
        facts = fact_sheet(matter(db, visitor.office_id, hearing_id, as_of=visitor.today))
    return give(svg(PICTURES[name](facts)), SVG, f"{name}.svg")


@router.get("/hearings/{hearing_id:int}/notice.svg")
def notice_strip(visitor: Office, hearing_id: Id) -> Response:
    """The days counted from service to the first lawful day, with the last day to serve for the day that is set."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="looked at notice of") as db:
        notice = matter(db, visitor.office_id, hearing_id, as_of=visitor.today).notice
    if notice is None or notice.deadline is None:
        raise NoSuchPicture()
    counted = replace(notice.deadline, last_safe_day=notice.last_day)
    return give(svg(strip_drawing(strip(counted))), SVG, "notice.svg")


@router.get("/hearings/{hearing_id:int}/history")
def show_history(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """Every revision of every paper with every decision on it."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="read history of") as db:
        found = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
        made = [(one, *_decided(db, one)) for one in revisions(db, visitor.office_id, hearing_id)]
    return page(request, visitor, "history.html", one=found, hearing=found.matter.hearing, tab="history", made=made)


@router.post("/hearings/{hearing_id:int}/prepare")
def prepare(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Ask for every paper of this hearing."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        asked = ask_for_papers(
            db, visitor.office_id, hearing_id, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    if not asked:
        words = "Every paper says what the case says, so none is made anew; asked by"
        return done(request, visitor, words, f"/hearings/{hearing_id}")
    return done(request, visitor, f"{len(asked)} papers were asked for by", f"/progress/{batch}")


class AnotherPaper(PageForm):
    kind: KindField


@router.post("/hearings/{hearing_id:int}/papers")
def make_another(request: Request, visitor: Office, hearing_id: Id, form: Annotated[AnotherPaper, Form()]) -> Response:
    """Ask for a paper that is made on request."""
    batch = f"hearing-{hearing_id}-{secrets.token_hex(4)}"
    with database().transaction() as db:
        ask_for_another(
            db, visitor.office_id, hearing_id, form.kind, as_of=visitor.today, by=visitor.person.actor, batch=batch
        )
    return done(request, visitor, "Another paper was asked for by", f"/progress/{batch}")


@router.post("/hearings/{hearing_id:int}/submit")
def submit_papers(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Hand every paper that can be handed over to the attorneys."""
    with database().transaction() as db:
        found = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
        handed = [one.revision for one in found.papers if one.revision and not why_not_submitted(one)]
        for revision in handed:
            submit(db, revision.id, by=visitor.person)
    titles = "; ".join(revision.title for revision in handed)
    words = f"Submitted to the attorneys: {titles}, by" if handed else "No paper was ready to be submitted; tried by"
    return done(request, visitor, words, f"/hearings/{hearing_id}")


@router.post("/revisions/{revision_id:int}/submit")
def submit_one(request: Request, visitor: Agent, revision_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Hand one revision to the attorneys."""
    with database().transaction() as db:
        submit(db, revision_id, by=visitor.person)
        revision = revision_of_office(db, visitor.office_id, revision_id)
        place = hearing_of_revision(db, revision)
    return done(
        request,
        visitor,
        f"{revision.title}, revision {revision.number}, was submitted to the attorneys by",
        f"/hearings/{place}",
    )


def _decided(db: Session, revision: Revision) -> tuple[list[Decision], dict[str, str]]:
    """The decisions on a revision, and the labels of the facts that their remarks hang on."""
    found = decisions(db, revision.id)
    about = {remark["fact"] for decision in found for remark in decision.remarks if remark["fact"]}
    labels = {fact["name"]: str(fact["label"]) for fact in frozen_facts(revision)} if about else {}
    return found, labels
