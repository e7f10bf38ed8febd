"""Notice before a hearing in North Carolina: leap days, year ends, holidays that move, weekends, changes of the clock.

Each day was counted apart from the program. Rows marked 'worked example' come from the domain's own list or from the
School of Government's; the others are counted from the rule and the closed days of law/nc/holidays.toml. A second day
under 'other readings' is that of a less careful reading of Rule 6(a).
"""

from dataclasses import replace
from datetime import date

import pytest

from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.nc.counting import OFFICE, STRAIGHT, court_calendar
from law.rule import added_days
from law.states import law_of
from tests.law.worked import worked

NC = law_of("NC")
ON = date(2026, 11, 20)
CONFIDENTIAL = "mail confidential address"

CONTEMPT = """
civil-contempt | 2026-11-18 |  | 2026-11-25 |            | worked example: Thu 19, Fri 20, Mon 23, Tue 24, Wed 25
civil-contempt | 2026-11-20 |  | 2026-12-01 |            | worked example: 23, 24, 25, not Thanksgiving 26-27, 30, 1
civil-contempt | 2026-10-08 |  | 2026-10-16 | 2026-10-15 | worked example: 9, 12 or not (Columbus Day), 13, 14, 15, 16
civil-contempt | 2026-06-03 |  | 2026-06-10 |            | Wednesday to Wednesday, worked example of 2022
civil-contempt | 2024-02-23 |  | 2024-03-01 |            | leap day: 26, 27, 28, 29, 1
civil-contempt | 2024-02-26 |  | 2024-03-04 |            | leap day: 27, 28, 29, 1, Mon 4
civil-contempt | 2024-03-07 |  | 2024-03-14 |            | clocks go forward on March 10: 8, 11, 12, 13, 14
civil-contempt | 2026-03-05 |  | 2026-03-12 |            | clocks go forward on March 8: 6, 9, 10, 11, 12
civil-contempt | 2026-10-29 |  | 2026-11-06 | 2026-11-05 | clocks go back on the 1st, election on 3: 30, 2, 4, 5, 6
civil-contempt | 2024-11-01 |  | 2024-11-12 | 2024-11-08 | election on Tue 5, then Veterans Day Mon 11: 4, 6, 7, 8, 12
civil-contempt | 2025-04-11 |  | 2025-04-21 |            | Good Friday 18: 14, 15, 16, 17, Mon 21
civil-contempt | 2026-03-30 |  | 2026-04-07 |            | Good Friday April 3, Easter Monday counts: 31, 1, 2, 6, 7
civil-contempt | 2026-04-08 |  | 2026-04-16 | 2026-04-15 | Halifax Day on Sun 12 is kept on Mon 13: 9, 10, 14, 15, 16
civil-contempt | 2026-05-06 |  | 2026-05-14 | 2026-05-13 | May 10 is a Sunday, kept on Mon 11: 7, 8, 12, 13, 14
civil-contempt | 2026-05-18 |  | 2026-05-27 | 2026-05-26 | May 20 open, Memorial Day 25 closed: 19, 21, 22, 26, 27
civil-contempt | 2025-06-18 |  | 2025-06-25 |            | June 19 is no holiday of the State: 19, 20, 23, 24, 25
civil-contempt | 2026-06-30 |  | 2026-07-08 |            | July 4 is a Saturday, kept on Fri 3: 1, 2, 6, 7, 8
civil-contempt | 2026-08-15 |  | 2026-08-21 |            | served on a Saturday: Mon 17 to Fri 21
civil-contempt | 2026-08-16 |  | 2026-08-21 |            | served on a Sunday: Mon 17 to Fri 21
civil-contempt | 2026-09-03 |  | 2026-09-14 | 2026-09-11 | Labor Day 7 closed, September 11 open: 4, 8, 9, 10, 14
civil-contempt | 2026-09-16 |  | 2026-09-24 | 2026-09-23 | Yom Kippur Mon 21: 17, 18, 22, 23, 24
civil-contempt | 2025-09-26 |  | 2025-10-06 | 2025-10-03 | Yom Kippur Thu October 2: 29, 30, 1, 3, Mon 6
civil-contempt | 2024-12-20 |  | 2025-01-02 |            | 23, not 24-26, 27, 30, 31, not January 1, 2
civil-contempt | 2026-12-18 |  | 2026-12-30 |            | 21, 22, 23, not 24-25 and 28, 29, 30
civil-contempt | 2026-12-22 |  | 2027-01-04 |            | 23, not 24-25 and 28, 29, 30, 31, not January 1, Mon 4
civil-contempt | 2027-01-14 |  | 2027-01-25 | 2027-01-22 | King's Birthday 18 closed, Lee's 19 open: 15, 20, 21, 22, 25
civil-contempt | 2027-03-22 |  | 2027-03-31 | 2027-03-30 | March 25 open, Good Friday 26 closed: 23, 24, 29, 30, 31
civil-contempt | 2027-12-20 |  | 2027-12-30 |            | Christmas on a Saturday: 21, 22, not 23-24 and 27, 28, 29, 30
civil-contempt | 2027-12-28 |  | 2028-01-05 |            | January 1 is a Saturday, kept on Mon 3: 29, 30, 31, 4, 5
civil-contempt | 2028-02-24 |  | 2028-03-02 |            | leap day: 25, 28, 29, 1, 2
civil-contempt | 2028-11-03 |  | 2028-11-14 | 2028-11-13 | election 7 open, Veterans Day on Fri 10: 6, 8, 9, 13, 14
civil-contempt | 2028-12-18 |  | 2028-12-28 |            | Christmas on a Monday: 19, 20, 21, 22, not 25-27, 28
"""

MOTIONS = """
motion | 2026-11-20 | personal       | 2026-11-30 | | worked example: November 30
motion | 2026-11-20 | mail           | 2026-12-03 | | worked example: 10 and 3 days
motion | 2026-11-20 | mail confidential address | 2026-12-08 | | 10, 3 for mail and 5 for the program
motion | 2024-02-20 | personal       | 2024-03-01 | | leap day: nine days to February 29
motion | 2025-02-20 | personal       | 2025-03-03 | | March 2 is a Sunday
motion | 2024-06-24 | personal       | 2024-07-05 | | July 4
motion | 2026-06-23 | personal       | 2026-07-06 | | July 3 is closed, then a weekend
motion | 2026-03-24 | email          | 2026-04-06 | | April 3 is Good Friday, then a weekend; email adds nothing
motion | 2025-11-18 | sheriff        | 2025-12-01 | | November 28 is closed, then a weekend
motion | 2026-10-19 | certified mail | 2026-11-02 | | 13 days: Sun November 1, the night on which clocks go back
motion | 2026-12-14 | personal       | 2026-12-29 | | December 24, 25, weekend, 28
motion | 2026-12-15 | electronic     | 2026-12-29 | | December 25, weekend, 28
motion | 2026-12-22 | personal       | 2027-01-04 | | January 1, then a weekend
motion | 2027-12-15 | mail           | 2027-12-28 | | 13 days; 23, 24 and 27 lie inside and count
motion | 2028-11-01 | personal       | 2028-11-13 | | November 11 is a Saturday
motion | 2028-11-01 | mail           | 2028-11-14 | | 13 days
motion | 2028-02-19 | personal       | 2028-02-29 | | the leap day itself
contempt-motion | 2026-08-03 | personal | 2026-08-10 |  | Tue 4 to Fri 7, Mon 10
contempt-motion | 2026-11-18 | mail  | 2026-12-02 | 2026-11-30 | eight court days, or straight to Thu 26, run on
probation-revocation | 2026-11-25 |  | 2026-11-30 |  | not 26-29, Mon 30
other-motion | 2026-08-03 | email    | 2026-08-10 | | Tue 4 to Fri 7, Mon 10
other-motion | 2026-08-03 | mail     | 2026-08-13 | 2026-08-11 | eight court days, or eight days straight
other-motion | 2026-07-01 | certified mail | 2026-07-14 | 2026-07-09 | 2, 6, 7, 8, 9, 10, 13, 14, or straight
"""

BEFORE = """
opposing-affidavits | 2026-08-10 | | 2026-08-06 | | Fri 7, Thu 6
opposing-affidavits | 2026-12-01 | | 2026-11-25 | | Mon 30, not 26-29, Wed 25
opposing-affidavits | 2026-11-04 | | 2026-10-30 | 2026-11-02 | Tue 3 is election day: 2 and Fri 30, or 3 and 2
opposing-affidavits | 2027-01-04 | | 2026-12-30 | | not January 1: Thu 31, Wed 30
guideline-deviation | 2026-12-08 | | 2026-11-25 | 2026-11-28 | Saturday after Thanksgiving; Wednesday is safe
guideline-deviation | 2025-01-03 | | 2024-12-23 | 2024-12-24 | year end, on a closed day; the day before it is safe
genetic-objection   | 2024-03-08 | | 2024-02-27 | | leap day: eight days to February 29, two more
genetic-objection   | 2026-03-09 | | 2026-02-27 | | the day after clocks go forward
genetic-objection   | 2026-11-09 | | 2026-10-30 | | the week after clocks go back: 8 to November 1, Sat 31, Fri 30
genetic-objection   | 2026-12-07 | | 2026-11-25 | 2026-11-27 | the day after Thanksgiving; the Wednesday before is safe
"""


@pytest.mark.parametrize(
    ("rule", "served", "method", "on", "others", "how"), worked(CONTEMPT + MOTIONS.lstrip(), "nc.notice.")
)
def test_the_first_day_of_a_hearing_is_counted_from_service(
    rule: str, served: date, method: str, on: date, others: list[date], how: str
) -> None:
    found = first_day_allowed(NC, rule, served, method=method)
    assert (found.on, [reading.on for reading in found.readings if reading.on != on]) == (on, others), how


@pytest.mark.parametrize(("rule", "hearing", "method", "on", "others", "how"), worked(BEFORE, "nc.notice."))
def test_the_last_day_before_a_hearing_is_counted_back_from_it(
    rule: str, hearing: date, method: str, on: date, others: list[date], how: str
) -> None:
    found = deadline(NC, rule, hearing, method=method)
    assert (found.on, [reading.on for reading in found.readings if reading.on != on]) == (on, others), how


@pytest.mark.parametrize(
    ("rule", "hearing", "safe"),
    [
        ("nc.notice.guideline-deviation", date(2026, 12, 8), date(2026, 11, 25)),
        ("nc.notice.guideline-deviation", date(2025, 1, 3), date(2024, 12, 23)),
        ("nc.notice.opposing-affidavits", date(2026, 8, 10), date(2026, 8, 6)),
    ],
)
def test_a_last_day_on_which_the_court_is_closed_is_kept_safely_on_the_court_day_before(
    rule: str, hearing: date, safe: date
) -> None:
    found = deadline(NC, rule, hearing)
    assert (found.on, found.last_safe_day) == (safe, safe)


def test_days_for_mail_before_a_hearing_are_the_offices_choice_and_those_of_the_program_are_not() -> None:
    served = date(2026, 11, 20)

    def without(method: str) -> date:
        return first_day_allowed(NC, "nc.notice.motion", served, method=method, optional_days=False).on

    assert without("mail") == date(2026, 11, 30)
    assert without("mail confidential address") == date(2026, 12, 7)


@pytest.mark.parametrize(("period", "days"), [("5", ["3", "5"]), ("10", ["3", "5"]), ("11", ["3"]), ("20", ["3"])])
def test_the_program_adds_five_days_to_a_period_of_ten_or_less_beside_those_for_mail(
    period: str, days: list[str]
) -> None:
    rule = replace(NC.rule("nc.notice.motion", ON), period=f"{period} calendar days")
    found = added_days(NC.pack().added, rule, CONFIDENTIAL, ON)
    assert [row.period for row in found] == [f"{each} calendar days" for each in days]


def test_a_participant_of_the_program_has_fifteen_days_to_contest_withholding_and_twenty_three_a_registration() -> None:
    assert deadline(NC, "nc.contest.withholding", date(2026, 11, 3), method=CONFIDENTIAL).on == date(2026, 11, 18)
    assert deadline(NC, "nc.contest.registration", date(2026, 11, 2), method=CONFIDENTIAL).on == date(2026, 11, 25)


def test_a_period_that_mail_makes_longer_than_six_days_is_counted_both_ways() -> None:
    found = first_day_allowed(NC, "nc.notice.other-motion", date(2026, 8, 3), method="mail")
    assert {reading.on.day: reading.why for reading in found.readings}[11] == STRAIGHT
    assert found.on == max(reading.on for reading in found.readings)


def test_a_storm_inside_a_short_period_is_counted_both_ways_and_the_later_day_is_used() -> None:
    storm = court_calendar().with_closings({date(2026, 1, 26): "Ice storm"})
    found = first_day_allowed(NC, "nc.notice.civil-contempt", date(2026, 1, 22), court=storm)
    assert [(reading.on, reading.why == OFFICE) for reading in found.readings] == [
        (date(2026, 1, 29), False),
        (date(2026, 1, 30), True),
    ]
    assert ("Ice storm", date(2026, 1, 26)) in [(day.why, day.on) for day in found.left_out]


def test_a_period_that_ends_in_a_storm_runs_on_to_the_next_court_day() -> None:
    storm = court_calendar().with_closings({date(2026, 11, 30): "Ice storm", date(2026, 12, 1): "Ice storm"})
    assert first_day_allowed(NC, "nc.notice.motion", date(2026, 11, 20), court=storm).on == date(2026, 12, 2)
    assert first_day_allowed(NC, "nc.notice.motion", date(2026, 11, 20)).on == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("rule", "method", "hearing", "last"),
    [
        ("nc.notice.civil-contempt", "", date(2026, 12, 8), date(2026, 12, 1)),
        ("nc.notice.civil-contempt", "", date(2026, 11, 30), date(2026, 11, 19)),
        ("nc.notice.motion", "personal", date(2026, 11, 30), date(2026, 11, 20)),
        ("nc.notice.motion", "mail", date(2026, 12, 3), date(2026, 11, 20)),
        ("nc.notice.motion", "personal", date(2026, 12, 29), date(2026, 12, 19)),
    ],
)
def test_the_last_day_to_serve_is_the_last_from_which_the_count_reaches_the_hearing(
    rule: str, method: str, hearing: date, last: date
) -> None:
    assert last_day_to_act(NC, rule, hearing, method=method) == last
