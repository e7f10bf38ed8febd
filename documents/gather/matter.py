"""What the papers of one hearing are gathered from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from cases.ability.queries import AbilityNotes, ability_notes
from cases.guideline.facts import Run
from cases.guideline.queries import runs_in_use
from cases.queries import CaseRecord, case_records
from hearings.calendar.closings import office_calendar
from hearings.facts import NoticeGiven, Served, SetHearing
from hearings.notice import notice_given
from hearings.queries import hearing as set_hearing
from hearings.service.queries import services_of_cases
from kernel.refusals import Refused
from law.calendar import CourtCalendar
from law.hearing_types import HearingType
from law.states import law_of
from offices.facts import OfficeSettings
from offices.queries import agents_by_code, settings_of, state_of

CONTEMPT = "contempt"


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything that the papers of one hearing are gathered from, as known on a day."""

    hearing: SetHearing
    kind: HearingType
    record: CaseRecord
    services: tuple[Served, ...]
    notice: NoticeGiven | None
    """None when the notice cannot be counted; ``uncounted`` then says why."""
    uncounted: str
    office: OfficeSettings
    agent: str | None
    as_of: date
    run: Run | None = None
    """The guideline run that papers use."""
    ability: AbilityNotes = field(default_factory=AbilityNotes)
    """What people noted of ability to pay; read for contempt alone."""


def matter(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Matter:
    """The matter of a hearing. Raises NoSuchHearing."""
    return matters(db, office_id, [set_hearing(db, office_id, hearing_id)], as_of=as_of)[0]


def matters(db: Session, office_id: int, hearings: Sequence[SetHearing], *, as_of: date) -> list[Matter]:
    """The matters of several hearings, such as those of a court session, read together."""
    cases = {one.case_no for one in hearings}
    records, runs = case_records(db, office_id, cases), runs_in_use(db, office_id, cases)
    services = services_of_cases(db, office_id, cases, as_of=as_of)
    law, settings = law_of(state_of(db, office_id)), settings_of(db, office_id)
    agents = agents_by_code(db, office_id)
    courts = {
        one: office_calendar(db, office_id, courthouse=one) for one in {hearing.courthouse for hearing in hearings}
    }
    kinds = {one.code: law.hearing_type_or_other(one.code) for one in hearings}
    notes = ability_notes(db, office_id, {one.case_no for one in hearings if kinds[one.code].kind == CONTEMPT})
    found = []
    for hearing in hearings:
        kind, record = kinds[hearing.code], records[hearing.case_no]
        served = tuple(services[hearing.case_no])
        notice, uncounted = _notice(kind, hearing, served, as_of, courts[hearing.courthouse])
        agent = agents.get(record.header.worker or "")
        ability = notes.get(hearing.case_no, AbilityNotes()) if kind.kind == CONTEMPT else AbilityNotes()
        found.append(Matter(hearing, kind, record, served, notice, uncounted, settings, agent, as_of,
                            runs.get(hearing.case_no), ability))  # fmt: skip
    return found


def _notice(
    kind: HearingType, hearing: SetHearing, services: tuple[Served, ...], as_of: date, court: CourtCalendar
) -> tuple[NoticeGiven | None, str]:
    try:
        return notice_given(kind, hearing.on, services, as_of=as_of, court=court), ""
    except Refused as refused:
        return None, str(refused)
