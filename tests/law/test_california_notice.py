"""Counts back from a hearing: leap days, year ends, holidays that move, weekends, and clocks that go back or forward.

Each day was counted apart from the program, on a list of the court days of Code Civ. Proc. § 135 and rule 1.11.
"""

from datetime import date

import pytest

from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.states import law_of

CA = law_of("CA")
MOTION = "ca.notice.motion"

MOTIONS = [
    ("2024-03-13", "personal", "2024-02-20", "2024-02-20", "leap day counted"),
    (
        "2024-03-06",
        "electronic",
        "2024-02-07",
        "2024-02-07",
        "leap day; two court days back",
    ),
    ("2024-04-02", "personal", "2024-03-08", "2024-03-08", "Chavez Day 2024 is kept on April 1"),
    ("2024-04-23", "mail", "2024-03-24", "2024-03-22", "Chavez Day 2024 is kept on April 1"),
    ("2024-07-26", "fax", "2024-07-01", "2024-07-01", "July 4 on a Thursday"),
    (
        "2024-12-12",
        "electronic",
        "2024-11-14",
        "2024-11-14",
        "Thanksgiving; two court days back",
    ),
    ("2025-01-06", "personal", "2024-12-11", "2024-12-11", "year end"),
    ("2025-01-21", "mail", "2024-12-21", "2024-12-20", "year end"),
    ("2025-01-28", "mail abroad", "2024-12-14", "2024-12-13", "year end, into December"),
    ("2025-04-01", "express", "2025-03-05", "2025-03-05", "Chavez Day 2025 on a Monday"),
    ("2025-10-15", "personal", "2025-09-22", "2025-09-22", "Columbus Day is a court day"),
    ("2025-10-16", "electronic", "2025-09-19", "2025-09-19", "Native American Day"),
    ("2026-01-08", "personal", "2025-12-15", "2025-12-15", "year end"),
    (
        "2026-01-20",
        "mail out of state",
        "2025-12-14",
        "2025-12-12",
        "year end, after a Monday holiday",
    ),
    ("2026-03-25", "mail", "2026-02-26", "2026-02-26", "clocks go forward on March 8"),
    ("2026-03-30", "express", "2026-03-04", "2026-03-04", "clocks go forward on March 8"),
    ("2026-07-06", "personal", "2026-06-10", "2026-06-10", "July 4 of 2026 is kept on July 3"),
    ("2026-07-27", "electronic", "2026-06-30", "2026-06-30", "July 4 of 2026 is kept on July 3"),
    (
        "2026-10-19",
        "personal",
        "2026-09-24",
        "2026-09-24",
        "Columbus Day is a court day",
    ),
    ("2026-11-02", "mail", "2026-10-04", "2026-10-02", "clocks go back on November 1"),
    ("2026-11-24", "electronic", "2026-10-28", "2026-10-28", "clocks go back on November 1"),
    ("2026-11-30", "personal", "2026-11-03", "2026-11-03", "Monday after Thanksgiving"),
    ("2026-12-21", "mail confidential address", "2026-11-13", "2026-11-13", "Thanksgiving weekend"),
    ("2027-01-05", "personal", "2026-12-10", "2026-12-10", "year end"),
    ("2027-01-19", "express", "2026-12-21", "2026-12-21", "year end"),
    ("2027-03-16", "mail", "2027-02-17", "2027-02-17", "two holidays of February"),
    ("2027-06-21", "personal", "2027-05-26", "2027-05-26", "Juneteenth of 2027 is kept on June 18"),
    ("2027-07-06", "mail", "2027-06-05", "2027-06-04", "July 4 of 2027 is kept on July 5"),
    ("2027-07-13", "electronic", "2027-06-15", "2027-06-15", "June 18 and July 5"),
    ("2027-11-08", "mail abroad", "2027-09-25", "2027-09-23", "clocks go back on November 7"),
    ("2027-12-27", "personal", "2027-12-02", "2027-12-02", "Christmas of 2027 is kept on December 24"),
    ("2028-01-03", "personal", "2027-12-08", "2027-12-08", "New Year of 2028 is kept in 2027"),
    ("2028-01-24", "mail", "2027-12-24", "2027-12-23", "New Year of 2028 is kept in 2027"),
    (
        "2028-02-14",
        "fax",
        "2028-01-18",
        "2028-01-18",
        "Lincoln's Birthday of 2028 is kept on February 11",
    ),
    ("2028-03-01", "personal", "2028-02-04", "2028-02-04", "leap day before the hearing"),
    (
        "2028-03-14",
        "electronic",
        "2028-02-16",
        "2028-02-16",
        "leap day, and Lincoln's Birthday on a Friday",
    ),
    ("2028-03-27", "mail out of state", "2028-02-22", "2028-02-22", "leap day inside the calendar days"),
    (
        "2028-11-13",
        "personal",
        "2028-10-19",
        "2028-10-19",
        "Veterans Day of 2028 is kept on November 10",
    ),
    ("2028-12-06", "mail", "2028-11-04", "2028-11-03", "Veterans Day, Thanksgiving"),
    ("2028-12-29", "mail abroad", "2028-11-16", "2028-11-16", "the last week on file"),
]
"""Hearing, method, the statute's own day, the court day taken, why it is here: Code Civ. Proc. §§ 12c, 1005(b)."""

OTHERS = [
    ("ca.notice.examination", "2026-04-06", "2026-03-07", "2026-03-06", "708.110(d), 30 days"),
    ("ca.notice.examination", "2026-08-03", "2026-07-04", "2026-07-02", "708.110(d): July 3 is kept"),
    ("ca.notice.examination", "2028-03-20", "2028-02-19", "2028-02-18", "708.110(d): leap day"),
    ("ca.notice.genetic-objection", "2026-12-07", "2026-12-02", "2026-12-02", "Fam. Code 7552.5(b)"),
    ("ca.notice.genetic-objection", "2026-12-01", "2026-11-26", "2026-11-25", "Thanksgiving"),
    ("ca.notice.genetic-results", "2028-03-20", "2028-02-29", "2028-02-29", "7552.5(a): leap day"),
    ("ca.notice.through-agency", "2026-12-07", "2026-11-07", "2026-11-06", "Fam. Code 17404(e)(3)"),
    ("ca.notice.to-produce", "2026-04-20", "2026-03-31", "2026-03-30", "1987(c): Chavez Day"),
    ("ca.notice.to-appear", "2026-07-13", "2026-07-03", "2026-07-02", "1987(b): July 3 is kept"),
    ("ca.notice.modification", "2026-12-08", "2026-11-12", "2026-11-12", "Fam. Code 215(b)"),
    ("ca.notice.opposition", "2027-01-05", "2026-12-21", "2026-12-21", "9 court days, year end"),
    ("ca.notice.reply", "2028-01-04", "2027-12-27", "2027-12-27", "5 court days, year end"),
]


@pytest.mark.parametrize(("hearing", "method", "raw", "safe", "why"), MOTIONS)
def test_moving_papers_are_served_sixteen_court_days_and_the_days_of_the_method_before(
    hearing: str, method: str, raw: str, safe: str, why: str
) -> None:
    found = deadline(CA, MOTION, date.fromisoformat(hearing), method=method)
    assert {str(reading.on) for reading in found.readings} == {raw, safe}, why
    assert str(found.on) == safe, why


@pytest.mark.parametrize(("rule", "hearing", "raw", "safe", "why"), OTHERS)
def test_other_papers_are_counted_back_from_the_hearing_too(
    rule: str, hearing: str, raw: str, safe: str, why: str
) -> None:
    found = deadline(CA, rule, date.fromisoformat(hearing))
    assert {str(reading.on) for reading in found.readings} == {raw, safe}, why
    assert str(found.on) == safe, why


@pytest.mark.parametrize(
    ("hearing", "days"), [(date(2023, 12, 29), "10 calendar days"), (date(2024, 1, 2), "30 calendar days")]
)
def test_an_order_for_examination_needs_thirty_days_since_2024(hearing: date, days: str) -> None:
    assert str(CA.rule("ca.notice.examination", hearing).length) == days


@pytest.mark.parametrize("method", ["personal", "mail", "mail abroad", "express", "electronic"])
def test_the_last_day_and_the_first_hearing_agree_for_every_served_day(method: str) -> None:
    """Served on a day, the first hearing is the first court day whose last day to serve has not passed."""
    courts = [day for day in _days(date(2026, 1, 2), date(2027, 6, 30)) if CA.calendar().is_court_day(day)]
    last = {day: last_day_to_act(CA, MOTION, day, method=method) for day in courts}
    for served in _days(date(2026, 1, 2), date(2027, 1, 31))[::5]:
        first = first_day_allowed(CA, MOTION, served, method=method)
        assert first.on == next(day for day in courts if last[day] >= served)
        assert first.readings[-1].on == first.on


def test_a_later_hearing_never_has_an_earlier_last_day() -> None:
    for method in ("personal", "mail", "express", "electronic"):
        last = [last_day_to_act(CA, MOTION, day, method=method) for day in _days(date(2026, 2, 1), date(2028, 12, 31))]
        assert last == sorted(last)


def test_no_last_day_before_a_hearing_is_a_closed_day() -> None:
    for method in ("mail", "mail out of state", "mail abroad", "express"):
        for day in _days(date(2026, 2, 1), date(2028, 12, 31))[::3]:
            assert CA.calendar().is_court_day(last_day_to_act(CA, MOTION, day, method=method))


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
