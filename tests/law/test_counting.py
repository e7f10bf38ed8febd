"""Worked dates for North Carolina; each comes from the rule and the closure list it names."""

from datetime import date

import pytest

from law.calendar import YearUnknown
from law.deadline import Deadline
from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.nc.counting import CONTEMPT_NOTICE, MOTION_NOTICE, REGISTRATION_CONTEST, court_calendar
from law.rows import NoRuleInForce
from law.states import law_of

NC = law_of("NC")


def counted(rule: str, served: date, by_mail: bool = False) -> Deadline:
    return first_day_allowed(NC, rule, served, method="mail" if by_mail else "", evidence="return of service")


def earliest(rule: str, served: date, by_mail: bool = False) -> date:
    return counted(rule, served, by_mail).on


@pytest.mark.parametrize(
    ("rule", "served", "by_mail", "on"),
    [
        (CONTEMPT_NOTICE, date(2026, 11, 18), False, date(2026, 11, 25)),
        (CONTEMPT_NOTICE, date(2026, 11, 20), False, date(2026, 12, 1)),
        (CONTEMPT_NOTICE, date(2026, 10, 8), False, date(2026, 10, 16)),
        (CONTEMPT_NOTICE, date(2022, 6, 30), False, None),
        (MOTION_NOTICE, date(2026, 11, 20), False, date(2026, 11, 30)),
        (MOTION_NOTICE, date(2026, 11, 20), True, date(2026, 12, 3)),
        (MOTION_NOTICE, date(2026, 12, 14), False, date(2026, 12, 29)),
        (CONTEMPT_NOTICE, date(2026, 12, 22), False, date(2027, 1, 4)),
    ],
)
def test_the_earliest_lawful_hearing_day(rule: str, served: date, by_mail: bool, on: date | None) -> None:
    if on is None:
        with pytest.raises(YearUnknown):
            earliest(rule, served, by_mail)
    else:
        assert earliest(rule, served, by_mail) == on


def test_a_registered_order_may_be_contested_within_twenty_days_of_the_notice_and_three_more_by_mail() -> None:
    noticed = date(2026, 11, 20)
    assert deadline(NC, REGISTRATION_CONTEST, noticed).on == date(2026, 12, 10)
    assert deadline(NC, REGISTRATION_CONTEST, noticed, method="mail").on == date(2026, 12, 14)


def test_a_legal_holiday_with_an_open_courthouse_gives_two_readings_and_the_later_day_is_used() -> None:
    found = counted(CONTEMPT_NOTICE, date(2026, 10, 8))
    assert [reading.on for reading in found.readings] == [date(2026, 10, 15), date(2026, 10, 16)]
    assert found.on == date(2026, 10, 16)


def test_every_day_left_out_is_named_with_its_reason() -> None:
    found = counted(CONTEMPT_NOTICE, date(2026, 11, 20))
    assert [(day.on.day, day.why) for day in found.left_out] == [
        (21, "Saturday"),
        (22, "Sunday"),
        (26, "Thanksgiving"),
        (27, "Day after Thanksgiving"),
        (28, "Saturday"),
        (29, "Sunday"),
    ]
    assert found.sentence() == (
        "Service of the order to show cause Fri Nov 20, 2026; 5 calendar days, leaving out Nov 21 (Saturday), "
        "Nov 22 (Sunday), "
        "Nov 26 (Thanksgiving), Nov 27 (Day after Thanksgiving), Nov 28 (Saturday), Nov 29 (Sunday); "
        "hearing of civil contempt no earlier than Tue Dec 1, 2026 "
        "(N.C. Gen. Stat. § 5A-23(a); N.C. R. Civ. P. 6(a)) [unverified rule]."
    )


def test_the_last_day_to_serve_is_the_last_from_which_the_count_reaches_the_hearing() -> None:
    hearing = date(2026, 12, 8)
    last = last_day_to_act(NC, CONTEMPT_NOTICE, hearing)
    assert last == date(2026, 12, 1)
    assert earliest(CONTEMPT_NOTICE, last) <= hearing < earliest(CONTEMPT_NOTICE, date(2026, 12, 2))


def test_a_year_without_holidays_on_file_is_refused_in_words() -> None:
    with pytest.raises(YearUnknown, match="court holidays of 2031 are not yet on file"):
        court_calendar().is_court_day(date(2031, 1, 2))


def test_a_day_before_the_rule_was_in_force_is_refused() -> None:
    with pytest.raises(NoRuleInForce, match=r"No row of the rule 'nc\.notice\.motion' is in force on January 3, 2011"):
        earliest(MOTION_NOTICE, date(2011, 1, 3))
