"""Verbs about the calendar, and the import of a whole extract with its docket."""

from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy.orm import Session

from cases.errors import OtherState
from cases.extracts import open_extract
from cases.import_report import Report
from cases.imports import Progress, import_records
from cases.mapping import load_mapping
from cases.queries import case_record
from hearings import records
from hearings.calendar.closings import office_calendar
from hearings.calendar.moving import current_setting, place_hearing
from hearings.errors import CourtClosed, NoPlace
from hearings.facts import SetHearing
from hearings.queries import hearing
from infra import audit
from infra.clock import now
from kernel.legal_text import legal_text
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of
from offices.tables import Office


def state_of_mapping(mapping: str) -> str:
    """The state for which a mapping is written. Raises MappingBroken."""
    return load_mapping(mapping, records.kinds()).state


def import_extract(
    db: Session,
    office: Office,
    path: Path,
    *,
    mapping: str,
    by: str,
    now: datetime,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Import what a state system exported: cases, money, people, docket and service of process.

    Raises MappingBroken or ExtractUnreadable; single rows that cannot be read are rejected and told in the report.
    """
    plan = load_mapping(mapping, records.kinds())
    if plan.state != office.state:
        raise OtherState(plan.name, plan.state, office.name)
    return import_records(db, office, open_extract(path, plan), by=by, now=now, dry_run=dry_run, progress=progress)


def set_hearing(
    db: Session,
    case_no: str,
    *,
    code: str,
    on: date,
    at: time,
    courthouse: str,
    room: str,
    judge: str,
    by: Person,
    because: str = "",
) -> SetHearing:
    """Set a hearing by hand; the same hearing set again is moved within its day.

    ``because`` is why an attorney sets it into a locked or full session. Raises NotYourRole, NoSuchCase,
    NoSuchHearingType, NoPlace, CourtClosed, YearUnknown, NotLegalText, OutOfHours, SessionTakesOthers, CalendarLocked
    or SessionFull.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    record = case_record(db, by.office_id, case_no)
    law = law_of(state_of(db, by.office_id))
    law.hearing_type(code)
    if why := office_calendar(db, by.office_id, courthouse=courthouse).is_closed_for(on):
        raise CourtClosed(on, why)
    row = {
        "case_no": case_no,
        "docket": record.header.docket,
        "code": code,
        "on": on,
        "at": at,
        "courthouse": legal_text(courthouse, longest=200),
        "room": legal_text(room, longest=60),
        "judge": legal_text(judge, longest=200),
        "disposition": None,
    }
    if not row["courthouse"]:
        raise NoPlace()
    session = records.session_named(db, by.office_id, row)
    made = records.listed_hearing(db, by.office_id, row)
    current = current_setting(db, made.id)
    if current is None or (current.court_session_id, current.at) != (session.id, at):
        place_hearing(
            db, made.id, to_session=session.id, at=at, because=because, seen=None, by=by, now=now(), today=on
        )  # fmt: skip
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="set hearing", subject=f"hearing {made.id}", detail=code
    )
    return hearing(db, by.office_id, made.id)
