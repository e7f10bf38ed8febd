"""How North Carolina counts (N.C. R. Civ. P. 6)."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from kernel.period import Period, period
from law.calendar import ONE_DAY, CourtCalendar, Holiday
from law.deadline import Deadline, LeftOut, Reading
from law.notice import NoticeRule
from law.rows import in_force, no_overlaps, read_rows

HERE = Path(__file__).parent
SHORT_PERIOD = 7
"""Rule 6(a): in a period of less than seven days, intermediate Saturdays, Sundays and holidays are excluded."""

CONTEMPT_NOTICE = "nc.notice.civil-contempt"
MOTION_NOTICE = "nc.notice.motion"
MAIL = "nc.mail"
REGISTRATION_CONTEST = "nc.contest.registration"


@cache
def court_calendar() -> CourtCalendar:
    """North Carolina's court holidays."""
    return CourtCalendar("North Carolina", read_rows(HERE / "holidays.toml", "holiday", Holiday))


@cache
def notice_rules() -> tuple[NoticeRule, ...]:
    """Every notice rule on file, of every date."""
    rules = tuple(
        row for kind in ("notice", "mail", "contest") for row in read_rows(HERE / "notice.toml", kind, NoticeRule)
    )
    no_overlaps(rules, "notice.toml")
    return rules


def earliest_hearing(rule_id: str, *, served_on: date, by_mail: bool, evidence: str) -> Deadline:
    """The first day on which the hearing may be held after papers were served on ``served_on``.

    Raises NoRuleInForce or YearUnknown. Source: N.C. R. Civ. P. 6(a), 6(e) and the rule's own cite.
    """
    rule = in_force(notice_rules(), rule_id, served_on)
    extra = period(in_force(notice_rules(), MAIL, served_on).period) if by_mail and rule.mail_adds else None
    readings = _readings(served_on, period(rule.period), extra, court_calendar())
    return Deadline(
        on=max(reading.on for reading in readings),
        rule=rule.id,
        cite=rule.cite,
        verified_by=rule.verified_by,
        period=period(rule.period),
        extra=extra,
        trigger=served_on,
        evidence=evidence,
        readings=readings,
    )


def last_day_to_serve(rule_id: str, *, hearing_on: date, by_mail: bool) -> date:
    """The last day on which service still gives lawful notice of the hearing, under the safer reading."""
    day = hearing_on - ONE_DAY
    while earliest_hearing(rule_id, served_on=day, by_mail=by_mail, evidence="").on > hearing_on:
        day -= ONE_DAY
    return day


def last_day_to_contest_registration(*, noticed_on: date, by_mail: bool) -> date:
    """The last day on which a hearing may be asked for to contest a registered order (G.S. 52C-6-605(b)(2)).

    Raises NoRuleInForce or YearUnknown.
    """
    rule = in_force(notice_rules(), REGISTRATION_CONTEST, noticed_on)
    extra = period(in_force(notice_rules(), MAIL, noticed_on).period) if by_mail and rule.mail_adds else None
    return max(one.on for one in _readings(noticed_on, period(rule.period), extra, court_calendar()))


def _readings(served_on: date, length: Period, extra: Period | None, court: CourtCalendar) -> tuple[Reading, ...]:
    """One reading, or two when it matters whether a legal holiday with an open courthouse is a 'holiday'."""

    def is_holiday(day: date) -> str | None:
        holiday = court.holiday(day)
        return holiday.name if holiday else None

    narrow = _count(
        served_on, length, extra, court.is_closed_for, court, "only days on which the courthouse is closed are holidays"
    )
    wide = _count(
        served_on,
        length,
        extra,
        lambda day: court.is_closed_for(day) or is_holiday(day),
        court,
        "every legal public holiday of G.S. 103-4 is a holiday",
    )
    return (narrow,) if narrow.on == wide.on else (narrow, wide)


def _count(
    served_on: date,
    length: Period,
    extra: Period | None,
    skip: Callable[[date], str | None],
    court: CourtCalendar,
    why: str,
) -> Reading:
    left_out: list[LeftOut] = []
    counted: list[date] = []
    days = length.count + (extra.count if extra else 0)
    short = length.count < SHORT_PERIOD
    day = served_on
    while days:
        day += ONE_DAY
        reason = skip(day) if short else None
        if reason:
            left_out.append(LeftOut(day, reason))
            continue
        counted.append(day)
        days -= 1
    while reason := court.is_closed_for(day):
        left_out.append(LeftOut(day, reason))
        day += ONE_DAY
    return Reading(day, why, tuple(left_out), tuple(counted))
