"""Questions: why hearings were continued, month by month, and the court minutes that it cost."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from hearings.calendar.causes import Cause, cause_of
from hearings.calendar.tables import Continuance
from hearings.tables import CourtSession, Setting


@dataclass(frozen=True, slots=True)
class CauseCounted:
    """One cause in one month: how often, and the court minutes lost."""

    cause: Cause
    count: int
    minutes: int


@dataclass(frozen=True, slots=True)
class MonthOfCauses:
    """A month by the day of the sessions that were left, the costliest cause first."""

    month: date
    causes: tuple[CauseCounted, ...]

    @property
    def count(self) -> int:
        return sum(one.count for one in self.causes)

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.causes)


@dataclass(frozen=True, slots=True)
class Continued:
    """One continuance of a hearing."""

    id: int
    hearing_id: int
    cause: Cause
    words: str
    minutes: int
    left_on: date
    to_setting_id: int | None
    by: str


def causes_by_month(db: Session, office_id: int, *, since: date, until: date) -> list[MonthOfCauses]:
    """Continuances from sessions between two days, both counted; the latest month first."""
    rows = db.execute(
        select(CourtSession.on, Continuance.cause, Continuance.minutes)
        .join(Setting, Setting.id == Continuance.from_setting_id)
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(
            Continuance.office_id == office_id,
            Continuance.withdrawn_at.is_(None),
            CourtSession.on >= since,
            CourtSession.on <= until,
        )
    )
    months: dict[date, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for on, code, minutes in rows:
        months[on.replace(day=1)][code].append(minutes)
    return [MonthOfCauses(month, _counted(months[month])) for month in sorted(months, reverse=True)]


def continuances_of(db: Session, office_id: int, hearing_id: int) -> list[Continued]:
    """Every continuance of a hearing, the first one first."""
    rows = db.execute(
        select(Continuance, CourtSession.on)
        .join(Setting, Setting.id == Continuance.from_setting_id)
        .join(CourtSession, CourtSession.id == Setting.court_session_id)
        .where(
            Continuance.office_id == office_id,
            Continuance.hearing_id == hearing_id,
            Continuance.withdrawn_at.is_(None),
        )
        .order_by(Continuance.id)
    )
    return [
        Continued(one.id, one.hearing_id, cause_of(one.cause), one.words, one.minutes, on, one.to_setting_id, one.by)
        for one, on in rows
    ]


def _counted(minutes: dict[str, list[int]]) -> tuple[CauseCounted, ...]:
    found: Sequence[CauseCounted] = [
        CauseCounted(cause_of(code), len(each), sum(each)) for code, each in minutes.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.minutes, -one.count, one.cause.code)))
