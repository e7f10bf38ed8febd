"""Service of process as the pages and the API tell it, and what both take in. No address of a protected person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from sqlalchemy.orm import Session

from cases.queries import CaseRecord, case_record
from hearings.facts import Served
from hearings.service.entry import methods_known
from hearings.service.errors import NotTold
from hearings.service.facts import Consent, NextPlace, Recipient, Timeline
from hearings.service.ledger import BY_HAND
from hearings.service.places import Known, PlaceProtected
from hearings.service.queries import ledgers, measure, next_place_for, places_of
from hearings.service.timelines import timelines_of
from law.states import law_of
from offices.queries import state_of

YES_NO = {"yes": True, "no": False, "": None}


@dataclass(frozen=True, slots=True)
class Tried:
    """A timeline with where to try next, or why nothing is told of that."""

    timeline: Timeline
    next: NextPlace | None
    next_why_not: str


@dataclass(frozen=True, slots=True)
class CaseService:
    """Service of a case for its page: timelines, and what the forms offer."""

    record: CaseRecord
    found: tuple[Tried, ...]
    places: tuple[tuple[str, str, Known], ...]
    """Number of the person, name, place; none of a protected person."""
    methods: tuple[str, ...]
    consents: tuple[Consent, ...]
    """Without the addresses of protected persons."""


def case_service(db: Session, office_id: int, case_no: str, *, as_of: date) -> CaseService:
    """Service of a case as known on a day. Raises NoSuchCase."""
    record = case_record(db, office_id, case_no)
    ledger = ledgers(db, office_id, [case_no], as_of=as_of)[case_no]
    found = timelines_of(ledger, measure(db, office_id, as_of=as_of))
    return CaseService(
        record,
        tuple(_tried(record, one, as_of) for one in found),
        tuple(
            (one.mpi_no, one.name, place)
            for one in record.participants
            for place in places_of(record, one.mpi_no)
            if place.ended_on is None or place.ended_on > as_of
        ),
        methods_known(law_of(state_of(db, office_id))),
        tuple(_withheld(one) if _hidden(ledger.people, one.mpi_no) else one for one in ledger.consents),
    )


def _hidden(people: Mapping[str, Recipient], mpi_no: str) -> bool:
    """Whether somebody is protected; who is not on record is taken to be."""
    return mpi_no not in people or people[mpi_no].protected


def _withheld(one: Consent) -> Consent:
    """The consent without its address, which can tell where its owner works or studies."""
    return replace(one, email="[withheld]")


def _tried(record: CaseRecord, one: Timeline, as_of: date) -> Tried:
    if one.done:
        return Tried(one, None, "")
    try:
        return Tried(one, next_place_for(record, one, as_of=as_of), "")
    except PlaceProtected as protected:
        return Tried(one, None, str(protected))


def yes_no(written: str) -> bool | None:
    """Raises NotTold."""
    if written not in YES_NO:
        raise NotTold("yes or no is answered with yes, no or nothing")
    return YES_NO[written]


def years(written: str) -> int | None:
    """An age. Raises NotTold."""
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= 3):
        raise NotTold("an age is a number of years")
    return int(written)


def hour(written: str) -> time | None:
    """A time of day. Raises NotTold."""
    if not written:
        return None
    try:
        found = time.fromisoformat(written)
    except ValueError:
        raise NotTold("a time is written as 14:30") from None
    if found.tzinfo is not None:
        raise NotTold("a time is written as 14:30")
    return found.replace(second=0, microsecond=0)


def events(one: Timeline) -> Sequence[tuple[date, str, str]]:
    """Everything that happened, by day: the day, what kind of thing it was, and the words."""
    told = [(each.issued_on, "issued", f"{each.kind.value.capitalize()} issued") for each in one.chain]
    for each in one.services:
        if each.attempted_on:
            told.append((each.attempted_on, "served" if each.complete_on else "tried", _attempt(each)))
        if each.returned_on:
            told.append((each.returned_on, "returned", "Proof of service came back"))
        if each.complete_on and each.complete_on != each.attempted_on:
            told.append((each.complete_on, "complete", "Service is complete"))
    if one.reply and one.reply.answered_on:
        told.append((one.reply.answered_on, "answered", "Answered"))
    return sorted(told, key=lambda each: each[0])


def taken_back(one: Timeline) -> Sequence[tuple[str, str]]:
    """What of a timeline was typed in or sent by a server and can be taken back: its key, and the words."""
    return [
        (key, f"{each.attempted_on:%b %-d, %Y} by {each.method}, {each.result or 'no result yet'}")
        for each in one.tried
        for key in (each.key, each.other_key)
        if key.startswith(BY_HAND)
    ]


def _attempt(one: Served) -> str:
    """The attempt in words, without an address."""
    told = one.manner
    at = f" at {told.hour:%-I:%M %p}" if told and told.hour else ""
    where = f", {told.place}" if told and told.place else ""
    who = told.recipient if told and told.recipient else (one.served_upon or "").lower()
    by = f", by {told.server}" if told and told.server else ""
    upon = f" on {who}" if one.result == "served" and who else ""
    return f"{one.method.capitalize()}{at}{where}: {one.result or 'no result yet'}{upon}{by}"
