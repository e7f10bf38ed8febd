"""Questions: the days of a case that start or stop clocks, read off the record for many cases at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cases.errors import UnknownFrequency
from cases.ledger import Ledger
from cases.queries import CaseRecord, case_records
from cases.tables import Address, CaseHeader, Employment
from hearings.calendar.local import zone_named
from hearings.clocks.counting import Counting
from hearings.clocks.delinquency import behind_next, behind_since
from hearings.clocks.facts import CaseDates, Event, NoticeOf
from hearings.clocks.running import LOCATE
from hearings.facts import SetHearing
from hearings.notice import completed, that_count
from hearings.service.docket import service_of_hearing
from hearings.service.facts import State
from hearings.service.queries import ledgers, measure
from hearings.service.timelines import CaseLedger, Measure, timelines_of
from hearings.tables import CourtSession, Hearing, Setting
from kernel.traced import Trace
from law.calendar import ONE_DAY
from law.deadlines import adding
from law.rows import NoRuleInForce
from offices.queries import settings_of

CLOSED = "Closed"
ASSISTANCE = "TANF"
GIVEN = frozenset({State.SERVED, State.UNPROVED})
"""Service that gives notice; whether its proof is back is another matter."""


def dates_of_cases(
    db: Session, office_id: int, case_numbers: Collection[str], *, counting: Counting, as_of: date
) -> dict[str, CaseDates]:
    """The days of several cases, in a fixed number of questions; cases without a header have none."""
    known = _with_header(db, office_id, case_numbers)
    records = case_records(db, office_id, known)
    services, by = ledgers(db, office_id, known, as_of=as_of), measure(db, office_id, as_of=as_of)
    hearings = _hearings(db, office_id, known)
    searched = [no for no, one in records.items() if one.header.process_status == LOCATE]
    searches = _locating_since(db, office_id, searched)
    zone = zone_named(settings_of(db, office_id).time_zone)
    return {
        no: _dates(record, services[no], hearings[no], searches.get(no), by, counting, zone)
        for no, record in records.items()
    }


def _dates(
    record: CaseRecord,
    ledger: CaseLedger,
    hearings: Sequence[SetHearing],
    locating: Event | None,
    by: Measure,
    counting: Counting,
    zone: ZoneInfo,
) -> CaseDates:
    as_of = by.as_of
    orders = sorted({one.entered_on for one in record.orders if one.entered_on <= as_of})
    money = _money(record)
    behind = behind_since(money, as_of) if money else None
    notices = tuple(notice for one in hearings for notice in _notices(one, ledger, by, counting))
    looks = [one.on + ONE_DAY for one in notices if one.on >= as_of]
    looks += [day for one in ledger.services if (day := one.complete_on) and day > as_of]
    if money and orders and not behind and (then := behind_next(money, as_of)):
        looks.append(then)
    return CaseDates(
        case_no=record.case_no,
        as_of=as_of,
        closed=record.header.status == CLOSED,
        process_status=record.header.process_status,
        assigned=record.header.case_type == ASSISTANCE,
        locating=locating,
        located=_located(record, as_of),
        orders=tuple(Event(day, f"order of {day:%m/%d/%Y}") for day in orders),
        behind=Event(behind, f"support a month behind since {behind:%m/%d/%Y}") if behind else None,
        employed=_employed(record, as_of),
        employers=_new_employers(record, zone),
        jailed=_jailed(record, zone),
        timelines=tuple(timelines_of(ledger, by)),
        notices=notices,
        look_on=min(looks, default=None),
    )


def _money(record: CaseRecord) -> Ledger | None:
    """The ledger, None where no row of law says how it is counted."""
    try:
        return record.ledger()
    except (UnknownFrequency, NoRuleInForce):
        return None


def _located(record: CaseRecord, as_of: date) -> Event | None:
    """The first day on which an address or the work of the obligor, as it still holds, was verified."""
    obligor = record.person("obligor")
    rows: list[Address | Employment] = [*record.addresses, *record.jobs]
    days = [
        one.verified_on
        for one in rows
        if obligor and one.mpi_no == obligor.mpi_no and not one.ended_on and one.verified_on
    ]
    found = min((day for day in days if day <= as_of), default=None)
    return Event(found, f"location verified {found:%m/%d/%Y}") if found else None


def _employed(record: CaseRecord, as_of: date) -> bool:
    obligor = record.person("obligor")
    return obligor is not None and any(
        one.mpi_no == obligor.mpi_no and (one.ended_on is None or one.ended_on > as_of) for one in record.jobs
    )


def _new_employers(record: CaseRecord, zone: ZoneInfo) -> tuple[tuple[str, Event], ...]:
    """Work of the obligor that was told of after the case itself; the name of the employer is not told on."""
    obligor = record.person("obligor")
    found: dict[str, Event] = {}
    began_at = record.header.retrieved_at
    for one in record.jobs:
        if obligor and one.mpi_no == obligor.mpi_no and one.retrieved_at > began_at and not one.ended_on:
            on = one.retrieved_at.astimezone(zone).date()
            subject = sha256(f"{one.mpi_no}|{one.employer}".encode()).hexdigest()[:16]
            found.setdefault(subject, Event(on, f"employment told by {one.told_by} on {on:%m/%d/%Y}"))
    return tuple(sorted(found.items()))


def _jailed(record: CaseRecord, zone: ZoneInfo) -> tuple[tuple[str, Event], ...]:
    return tuple(
        (one.mpi_no, Event(learned := one.retrieved_at.astimezone(zone).date(), f"custody told on {learned:%m/%d/%Y}"))
        for one in record.participants
        if one.role == "obligor" and one.incarcerated_on and not one.released_on
    )


def _notices(hearing: SetHearing, ledger: CaseLedger, by: Measure, counting: Counting) -> list[NoticeOf]:
    """Notice of a hearing to each person who has to be served; of several papers the one that is served counts."""
    kind = by.law.hearing_type_or_other(hearing.code)
    court = counting.court(hearing.courthouse)
    found: dict[str, NoticeOf] = {}
    for row in service_of_hearing(hearing, ledger, by, court):
        if row.mpi_no in found and found[row.mpi_no].complete_on:
            continue
        own = [one for one in ledger.services if (one.mpi_no, one.paper) == (row.mpi_no, row.paper)]
        rule = by.law.rule(kind.notice, by.as_of)
        counted = that_count(kind, own)
        done = [one for one in counted if completed(one, by.as_of)]
        method = adding(by.law, rule, (done or counted)[-1].method if counted else "")
        found[row.mpi_no] = NoticeOf(
            hearing.id,
            rule.id,
            row.mpi_no,
            hearing.on,
            hearing.courthouse,
            method,
            f"hearing {hearing.code} set for {hearing.on:%m/%d/%Y}",
            row.complete_on if row.state in GIVEN else None,
        )
    return list(found.values())


def _with_header(db: Session, office_id: int, case_numbers: Collection[str]) -> list[str]:
    asked = select(CaseHeader.case_no).where(
        CaseHeader.office_id == office_id, CaseHeader.case_no.in_(case_numbers), CaseHeader.superseded_at.is_(None)
    )
    return sorted(db.scalars(asked))


def _hearings(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, list[SetHearing]]:
    """The hearings of cases that stand on the calendar and have not been decided."""
    rows = db.execute(
        select(Hearing, CourtSession, Setting)
        .join(Setting, (Setting.hearing_id == Hearing.id) & Setting.ended_at.is_(None))
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(Hearing.office_id == office_id, Hearing.case_no.in_(case_numbers), Hearing.disposition.is_(None))
        .order_by(CourtSession.on, Hearing.id)
    )
    found: dict[str, list[SetHearing]] = defaultdict(list)
    for hearing, session, setting in rows:
        found[hearing.case_no].append(_set_hearing(hearing, session, setting.at))
    return found


def _set_hearing(hearing: Hearing, session: CourtSession, at: time) -> SetHearing:
    return SetHearing(
        hearing.id,
        hearing.office_id,
        hearing.case_no,
        hearing.docket,
        hearing.code,
        session.id,
        session.on,
        at,
        session.courthouse,
        session.room,
        session.judge,
        hearing.disposition,
        Trace("Courtready", f"hearing {hearing.id}"),
    )


def _locating_since(db: Session, office_id: int, case_numbers: Collection[str]) -> dict[str, Event]:
    """Since when the state's header has said without a break that the parent is looked for."""
    rows = db.execute(
        select(CaseHeader.case_no, CaseHeader.process_status, CaseHeader.as_of)
        .where(CaseHeader.office_id == office_id, CaseHeader.case_no.in_(case_numbers))
        .order_by(CaseHeader.id)
    )
    found: dict[str, Event] = {}
    for case_no, status, as_of in rows:
        if status != LOCATE:
            found.pop(case_no, None)
        elif case_no not in found and as_of:
            found[case_no] = Event(as_of, f"search begun by {as_of:%m/%d/%Y}")
    return found
