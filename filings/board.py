"""Questions: how ready a whole court session is, hearing by hearing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from cases.queries import newest_extract
from documents.gather import Matter
from documents.gather.ability import incomplete
from documents.gather.heading import caption
from documents.queries import Paper, Prepared, prepared_session
from documents.slots import printed
from documents.tables import Exhibit
from filings.facts import Envelope
from filings.queries import envelopes_of_hearings
from filings.waiting import rejection_of
from hearings.calendar.closings import office_calendar
from hearings.calendar.placed import practices_of
from hearings.calendar.practices import Practices
from hearings.queries import session
from hearings.readiness.facts import (
    Board,
    EnvelopeKnown,
    EnvelopeState,
    ExhibitKnown,
    HearingKnown,
    HearingRow,
    Owner,
    PaperKnown,
    PaperState,
    Parties,
    Role,
    ServedPaper,
)
from hearings.readiness.last_days import last_days
from hearings.readiness.needs import needs_of
from hearings.readiness.owners import assigned
from hearings.readiness.rows import row_of
from hearings.service.docket import DocketService, service_of_hearing
from hearings.service.queries import ledgers, measure
from hearings.service.timelines import CaseLedger, Measure
from kernel.disclosure import Audience
from law.calendar import CourtCalendar
from law.hearing_types import UNLISTED


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for a whole session at once."""

    by: Measure
    court: CourtCalendar
    practices: Practices
    ledgers: dict[str, CaseLedger]
    envelopes: dict[int, list[Envelope]]
    assigned: dict[tuple[int, Role], Owner]
    record_on: date | None


def board(db: Session, office_id: int, session_id: int, as_of: date) -> Board:
    """The readiness of every hearing of a session in call order, in a fixed number of questions to the database.

    Raises NoSuchSession, also for another office's, or NoRuleInForce.
    """
    place = session(db, office_id, session_id)
    found = prepared_session(db, office_id, session_id, as_of=as_of)
    hearings = [one.matter.hearing.id for one in found]
    read = _Read(
        by=measure(db, office_id, as_of=as_of),
        court=office_calendar(db, office_id, courthouse=place.courthouse),
        practices=practices_of(db, office_id),
        ledgers=ledgers(db, office_id, {one.matter.hearing.case_no for one in found}, as_of=as_of),
        envelopes=envelopes_of_hearings(db, office_id, hearings),
        assigned=assigned(db, office_id, hearings),
        record_on=newest_extract(db, office_id, as_of=as_of),
    )
    return Board(session_id, as_of, tuple(_row(one, read) for one in found))


def _row(one: Prepared, read: _Read) -> HearingRow:
    of = one.matter
    needs, ledger = needs_of(of.kind), read.ledgers[of.hearing.case_no]
    served = service_of_hearing(of.hearing, ledger, read.by, read.court)
    known = HearingKnown(
        hearing=of.hearing,
        kind=of.kind,
        caption=_caption(of),
        served=tuple(_served(row) for row in served),
        notice=_notice(of),
        uncounted=of.uncounted,
        papers=tuple(_paper(paper) for paper in one.papers),
        exhibits=tuple(_exhibit(exhibit) for exhibit in one.exhibits),
        envelope=_envelope(read.envelopes[of.hearing.id]),
        filed_on=_filed_on(served, ledger),
        record_on=read.record_on,
        agent=read.assigned.get((of.hearing.id, Role.AGENT)) or Owner(Role.AGENT, of.agent or ""),
        attorney=read.assigned.get((of.hearing.id, Role.ATTORNEY)) or Owner(Role.ATTORNEY),
        unanswered=incomplete(of),
        figures_differ=one.figures_differ,
        figures_unknown=one.figures_unknown,
    )
    days = last_days(
        read.by.law, of.kind, needs, of.hearing.on, court=read.court, practices=read.practices, as_of=of.as_of
    )
    return row_of(known, needs, days, as_of=of.as_of)


def _caption(of: Matter) -> Parties:
    told = printed(caption(of), Audience.COURT)
    return Parties(str(told["plaintiff"]), str(told["defendant"]))


def _notice(of: Matter) -> str:
    if of.notice is None:
        return ""
    as_for = ", as for a motion, because the type is not on the list" if of.kind.kind == UNLISTED else ""
    return f"{of.notice.period}{as_for} ({of.notice.cite})"


def _served(row: DocketService) -> ServedPaper:
    return ServedPaper(
        row.paper, row.person, row.mpi_no, row.state, row.complete_on, row.last_attempt, row.next_action,
        row.last_safe_day,
    )  # fmt: skip


def _paper(paper: Paper) -> PaperKnown:
    return PaperKnown(
        title=paper.title,
        state=PaperState(paper.revision.state) if paper.revision else PaperState.NOT_MADE,
        problem=paper.problem or "",
        lacking=paper.what_is_missing,
        changed=paper.what_changed,
        other_template=paper.of_earlier_template,
    )


def _exhibit(one: Exhibit) -> ExhibitKnown:
    return ExhibitKnown(one.title, opened=one.rebuilt_sha is not None, problem=one.problem or "")


def _envelope(found: Sequence[Envelope]) -> EnvelopeKnown | None:
    if not found:
        return None
    return EnvelopeKnown(found[0].number, EnvelopeState(found[0].state.value), rejection_of(found))


def _filed_on(served: Sequence[DocketService], ledger: CaseLedger) -> date | None:
    """When the newest issue of a paper that gives notice was filed, the first of several."""
    newest = {(row.mpi_no, row.paper, row.issued_on) for row in served}
    filed = [
        one.filed_on for one in ledger.issued if one.filed_on and (one.mpi_no, one.paper, one.issued_on) in newest
    ]
    return min(filed, default=None)
