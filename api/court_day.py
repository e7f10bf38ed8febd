"""What pages and API share of a court day: the fields that are sent, next dates for its types, and its answers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from documents.tables import Packet
from filings.court_day import Drafts, enter_and_draft
from hearings.calendar.next_dates import Proposed, next_dates
from hearings.court_day.actions import Entry
from hearings.court_day.queries import CourtDocket
from hearings.facts import SessionOnCalendar, SetHearing
from hearings.queries import sessions
from offices.facts import Person

TOLD_IN_COURT = ""
"""The method of service of a next date that is told in open court."""
EntryKey = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$", description="The sender's own id of this entry; the same counts once")
]
Code = Annotated[str, Field(pattern=r"^[a-z-]{1,30}$", description="An outcome as the docket names it: continued")]
BasedOn = Annotated[int, Field(ge=0, le=99999, description="The number of the entry that was seen; 0 for none")]
Words = Annotated[str, Field(max_length=1000)]


class OutcomeFields(BaseModel):
    """Every field of some outcome; an outcome takes only its own."""

    cause: Words = ""
    to: Words = ""
    notify: Words = ""
    promised: Words = ""
    know: Words = ""
    purge: Words = ""
    purge_by: Words = ""
    support: Words = ""
    starts_on: Words = ""
    bond: Words = ""
    prejudice: Words = ""
    reason: Words = ""
    ruling_by: Words = ""
    tests_on: Words = ""
    terms: Words = ""
    words: Words = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """Next dates that fit a hearing, and every other session to come, which a judge may set all the same."""

    proposed: tuple[Proposed, ...]
    others: tuple[SessionOnCalendar, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """One entry as it came in."""

    hearing_id: int
    session_id: int
    code: str
    fields: OutcomeFields
    based_on: int
    entry_key: str


def enter(db: Session, sent: Sent, *, by: Person, now: datetime, today: date) -> tuple[Entry, Drafts]:
    """Enter an outcome with the drafts that follow. Raises what ``enter_outcome`` raises."""
    given: dict[str, Any] = {name: getattr(sent.fields, name) for name in OutcomeFields.model_fields}
    return enter_and_draft(
        db, sent.hearing_id, session_id=sent.session_id, code=sent.code, given=given, based_on=sent.based_on,
        entry_key=sent.entry_key, by=by, now=now, today=today,
    )  # fmt: skip


def dates_for(db: Session, hearing: SetHearing, *, today: date) -> Dates:
    """The next dates that a hearing can have when everybody is told in court."""
    after = max(today, hearing.on)
    proposed = tuple(next_dates(db, hearing, today=after, method=TOLD_IN_COURT))
    named = {one.session.id for one in proposed}
    coming = (one for one in sessions(db, hearing.office_id) if one.on > after and one.id not in named)
    return Dates(proposed, tuple(coming))


def dates_by_type(db: Session, docket: CourtDocket, *, today: date) -> dict[str, Dates]:
    """Next dates by schedule code, found with the first hearing of each, so that they are there without a network."""
    first = {row.hearing.code: row.hearing for row in reversed(docket.rows)}
    return {code: dates_for(db, hearing, today=today) for code, hearing in sorted(first.items())}


def with_packet(db: Session, hearing_ids: Collection[int]) -> frozenset[int]:
    """The hearings whose packet is bound."""
    return frozenset(db.scalars(select(Packet.hearing_id).where(Packet.hearing_id.in_(hearing_ids))))


def what_was_done(entry: Entry, drafts: Drafts) -> str:
    """One sentence about an entry and its drafts."""
    if entry.other:
        return f"Kept beside the entry of {entry.other.by_name}: {entry.mine.sentence} Choose which one stands."
    said = entry.mine.sentence
    if drafts.asked:
        said += f" Drafts asked for: {', '.join(drafts.asked)}."
    if drafts.held:
        said += f" Not drafted: {' '.join(drafts.held)}"
    return said
