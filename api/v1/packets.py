"""Packets of hearings: asked for, opened, and handed out, each for one audience."""

import secrets

from fastapi import APIRouter, Response

from api.giving import PDF, give
from api.looking import looking_at
from api.packets import changes_opened, issue_opened, packet_file, packet_opened
from api.patterns import Id, Number
from api.v1.people import Agent, Office
from api.v1.sent import HandOutSent, PacketSent
from api.v1.told.packets import IssueTold, PacketTold, issue_told, packet_told
from api.v1.told.work import AskedTold
from documents.binding import ask_for_packet, hand_out, issues_of, packets_for
from documents.gather import matter
from hearings.queries import hearing
from infra.db import database
from kernel.disclosure import Audience

router = APIRouter(prefix="/hearings/{hearing_id:int}", tags=["Packets"])


@router.get("/packets")
def list_packets(visitor: Office, hearing_id: Id) -> list[PacketTold]:
    """The newest packet for each audience that may be given one, and what is accessible of it."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed packets of") as db:
        of = matter(db, visitor.office_id, hearing_id, as_of=visitor.today)
        return [packet_told(one) for one in packets_for(db, of)]


@router.post("/packet")
def bind(visitor: Agent, hearing_id: Id, sent: PacketSent | None = None) -> AskedTold:
    """Ask for the packet; the attorney's if no audience is sent, and no job when it is as it should be."""
    batch, audience = f"hearing-{hearing_id}-{secrets.token_hex(4)}", sent.audience if sent else Audience.INTERNAL
    with database().transaction() as db:
        job = ask_for_packet(db, visitor.office_id, hearing_id, as_of=visitor.today, audience=audience)
        if job is not None:
            job.batch = batch
    return AskedTold(batch=batch, jobs=int(job is not None))


@router.get("/packet.pdf", response_class=Response)
def packet(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> Response:
    """The newest packet."""
    return give(packet_opened(visitor, hearing_id, audience), PDF, packet_file(hearing_id, audience))


@router.post("/packet/issues")
def hand_out_packet(visitor: Office, hearing_id: Id, sent: HandOutSent) -> IssueTold:
    """Put on record that exactly this packet was handed out; the same papers again are the same issue."""
    with database().transaction() as db:
        return issue_told(hand_out(db, hearing_id, pdf_sha=sent.pdf_sha, by=visitor.person, audience=sent.audience))


@router.get("/packet/issues")
def list_issues(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> list[IssueTold]:
    """What was handed out, the first issue first."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="listed issues of the packet of") as db:
        hearing(db, visitor.office_id, hearing_id)
        return [issue_told(one) for one in issues_of(db, visitor.office_id, hearing_id, audience=audience)]


@router.get("/packet/issues/{number:int}.pdf", response_class=Response)
def issue(visitor: Office, hearing_id: Id, number: Number, audience: Audience = Audience.INTERNAL) -> Response:
    """A packet exactly as it was handed out."""
    name = packet_file(hearing_id, audience, f"issue-{number}")
    return give(issue_opened(visitor, hearing_id, number, audience), PDF, name)


@router.get("/packet/changes.pdf", response_class=Response)
def changes(visitor: Office, hearing_id: Id, audience: Audience = Audience.INTERNAL) -> Response:
    """Only the pages that changed since the issue before, under their addresses."""
    return give(changes_opened(visitor, hearing_id, audience), PDF, packet_file(hearing_id, audience, "changes"))
