"""What the papers of one hearing are gathered from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from cases.queries import CaseRecord, case_record
from hearings.facts import NoticeGiven, Served, SetHearing
from hearings.notice import notice_given
from hearings.queries import hearing as set_hearing
from hearings.queries import services as services_of
from kernel.refusals import Refused
from law.hearing_types import HearingType
from law.states import law_of
from offices.facts import OfficeSettings
from offices.queries import agent_named, settings_of, state_of


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


def matter(db: Session, office_id: int, hearing_id: int, *, as_of: date) -> Matter:
    """The matter of a hearing. Raises NoSuchHearing."""
    hearing = set_hearing(db, office_id, hearing_id)
    kind = law_of(state_of(db, office_id)).hearing_type_or_other(hearing.code)
    record = case_record(db, office_id, hearing.case_no)
    services = tuple(services_of(db, office_id, hearing.case_no, as_of=as_of))
    notice, uncounted = _notice(kind, hearing, services, as_of)
    return Matter(
        hearing,
        kind,
        record,
        services,
        notice,
        uncounted,
        settings_of(db, office_id),
        agent_named(db, office_id, record.header.worker),
        as_of,
    )


def _notice(
    kind: HearingType, hearing: SetHearing, services: tuple[Served, ...], as_of: date
) -> tuple[NoticeGiven | None, str]:
    try:
        return notice_given(kind, hearing.on, services, as_of=as_of), ""
    except Refused as refused:
        return None, str(refused)
