"""Counts back from a hearing: leap days, year ends, holidays that move, weekends, and clocks that go back or forward.

Each day was counted apart from the program, on a list of the court days of Code Civ. Proc. § 135 and rule 1.11, and its
row tells how: the sixteenth court day back, then the day to which the days of the method lead (court days where service
is electronic), and the holidays passed over on weekdays. A second day is the statute's own, where it is a closed one.
The cite stands in the rule's row.
"""

from datetime import date

import pytest

from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.states import law_of
from tests.law.worked import worked

CA = law_of("CA")
MOTION = "ca.notice.motion"

MOTIONS = """
2024-03-13 | personal | 2024-02-20 | | 16th Tue Feb 20 (leap day)
2024-03-06 | electronic | 2024-02-07 | | 16th Feb 9, 2 more Wed Feb 7, not Feb 12, 19 (leap day)
2024-04-02 | personal | 2024-03-08 | | 16th Fri Mar 8, not Apr 1
2024-04-23 | mail | 2024-03-22 | 2024-03-24 | 16th Mar 29, 5 more Sun Mar 24, not Apr 1
2024-07-26 | fax | 2024-07-01 | | 16th Jul 3, 2 more Mon Jul 1, not Jul 4
2024-12-12 | electronic | 2024-11-14 | | 16th Nov 18, 2 more Thu Nov 14, not Nov 28, 29
2025-01-06 | personal | 2024-12-11 | | 16th Wed Dec 11, not Dec 25, Jan 1
2025-01-21 | mail | 2024-12-20 | 2024-12-21 | 16th Dec 26, 5 more Sat Dec 21, not Jan 1, 20
2025-01-28 | mail abroad | 2024-12-13 | 2024-12-14 | 16th Jan 3, 20 more Sat Dec 14, not Jan 20
2025-04-01 | express | 2025-03-05 | | 16th Mar 7, 2 more Wed Mar 5, not Mar 31
2025-10-15 | personal | 2025-09-22 | | 16th Mon Sep 22, not Sep 26 (Columbus Day is a court day)
2025-10-16 | electronic | 2025-09-19 | | 16th Sep 23, 2 more Fri Sep 19, not Sep 26
2026-01-08 | personal | 2025-12-15 | | 16th Mon Dec 15, not Dec 25, Jan 1
2026-01-20 | mail out of state | 2025-12-12 | 2025-12-14 | 16th Dec 24, 10 more Sun Dec 14, not Dec 25, Jan 1, 19
2026-03-25 | mail | 2026-02-26 | | 16th Mar 3, 5 more Thu Feb 26 (clocks go forward on March 8)
2026-03-30 | express | 2026-03-04 | | 16th Mar 6, 2 more Wed Mar 4 (clocks go forward on March 8)
2026-07-06 | personal | 2026-06-10 | | 16th Wed Jun 10, not Jun 19, Jul 3
2026-07-27 | electronic | 2026-06-30 | | 16th Jul 2, 2 more Tue Jun 30, not Jul 3
2026-10-19 | personal | 2026-09-24 | | 16th Thu Sep 24, not Sep 25 (Columbus Day is a court day)
2026-11-02 | mail | 2026-10-02 | 2026-10-04 | 16th Oct 9, 5 more Sun Oct 4 (clocks go back on November 1)
2026-11-24 | electronic | 2026-10-28 | | 16th Oct 30, 2 more Wed Oct 28, not Nov 11 (clocks go back on November 1)
2026-11-30 | personal | 2026-11-03 | | 16th Tue Nov 3, not Nov 11, 26, 27
2026-12-21 | mail confidential address | 2026-11-13 | | 16th Nov 25, 12 more Fri Nov 13, not Nov 26, 27
2027-01-05 | personal | 2026-12-10 | | 16th Thu Dec 10, not Dec 25, Jan 1
2027-01-19 | express | 2026-12-21 | | 16th Dec 23, 2 more Mon Dec 21, not Dec 25, Jan 1, 18
2027-03-16 | mail | 2027-02-17 | | 16th Feb 22, 5 more Wed Feb 17
2027-06-21 | personal | 2027-05-26 | | 16th Wed May 26, not May 31, Jun 18
2027-07-06 | mail | 2027-06-04 | 2027-06-05 | 16th Jun 10, 5 more Sat Jun 5, not Jun 18, Jul 5
2027-07-13 | electronic | 2027-06-15 | | 16th Jun 17, 2 more Tue Jun 15, not Jun 18, Jul 5
2027-11-08 | mail abroad | 2027-09-23 | 2027-09-25 | 16th Oct 15, 20 more Sat Sep 25 (clocks go back on November 7)
2027-12-27 | personal | 2027-12-02 | | 16th Thu Dec 2, not Dec 24
2028-01-03 | personal | 2027-12-08 | | 16th Wed Dec 8, not Dec 24, 31
2028-01-24 | mail | 2027-12-23 | 2027-12-24 | 16th Dec 29, 5 more Fri Dec 24, not Dec 31, Jan 17
2028-02-14 | fax | 2028-01-18 | | 16th Jan 20, 2 more Tue Jan 18, not Feb 11
2028-03-01 | personal | 2028-02-04 | | 16th Fri Feb 4, not Feb 11, 21 (leap day)
2028-03-14 | electronic | 2028-02-16 | | 16th Feb 18, 2 more Wed Feb 16, not Feb 21 (leap day)
2028-03-27 | mail out of state | 2028-02-22 | | 16th Mar 3, 10 more Tue Feb 22 (leap day)
2028-11-13 | personal | 2028-10-19 | | 16th Thu Oct 19, not Nov 10
2028-12-06 | mail | 2028-11-03 | 2028-11-04 | 16th Nov 9, 5 more Sat Nov 4, not Nov 10, 23, 24
2028-12-29 | mail abroad | 2028-11-16 | | 16th Dec 6, 20 more Thu Nov 16, not Dec 25
"""

OTHERS = """
examination | 2026-04-06 | | 2026-03-06 | 2026-03-07 | 30 days to Sat Mar 7
examination | 2026-08-03 | | 2026-07-02 | 2026-07-04 | 30 days to Sat Jul 4
examination | 2028-03-20 | | 2028-02-18 | 2028-02-19 | 30 days to Sat Feb 19 (leap day)
genetic-objection | 2026-12-07 | | 2026-12-02 | | 5 days to Wed Dec 2
genetic-objection | 2026-12-01 | | 2026-11-25 | 2026-11-26 | 5 days to Thu Nov 26
genetic-results | 2028-03-20 | | 2028-02-29 | | 20 days to Tue Feb 29
through-agency | 2026-12-07 | | 2026-11-06 | 2026-11-07 | 30 days to Sat Nov 7
to-produce | 2026-04-20 | | 2026-03-30 | 2026-03-31 | 20 days to Tue Mar 31
to-appear | 2026-07-13 | | 2026-07-02 | 2026-07-03 | 10 days to Fri Jul 3
modification | 2026-12-08 | | 2026-11-12 | | 16th Thu Nov 12, not Nov 26, 27
opposition | 2027-01-05 | | 2026-12-21 | | 9 court days to Mon Dec 21, not Dec 25, Jan 1
reply | 2028-01-04 | | 2027-12-27 | | 5 court days to Mon Dec 27, not Dec 31
contempt | 2026-12-08 | personal | 2026-11-12 | | 16 court days to Thu Nov 12, not Nov 26, 27
contempt | 2028-03-13 | sheriff | 2028-02-17 | | 16 court days to Thu Feb 17, not Feb 21
modification | 2026-12-08 | mail | 2026-11-06 | 2026-11-07 | 16th Nov 12, 5 more Sat Nov 7, not Nov 26, 27
modification | 2027-07-06 | mail abroad | 2027-05-21 | | 16th Jun 10, 20 more Fri May 21, not Jun 18, Jul 5
genetic-results | 2026-12-08 | mail | 2026-11-13 | | 20 days to Nov 18, 5 days to Fri Nov 13
to-produce | 2027-01-04 | electronic | 2026-12-11 | | 20 days to Dec 15, 2 court days to Fri Dec 11
independent-enforcement | 2026-05-01 | | 2026-04-01 | | 30 days to Wed Apr 1
opposition | 2026-07-06 | | 2026-06-22 | | 9 court days to Mon Jun 22, not Jul 3
reply | 2026-04-06 | | 2026-03-27 | | 5 court days to Fri Mar 27, not Mar 31
"""


@pytest.mark.parametrize(
    ("rule", "hearing", "method", "on", "others", "how"),
    worked("\n".join(f"motion | {line}" for line in MOTIONS.strip().splitlines()) + OTHERS, "ca.notice."),
)
def test_papers_are_served_as_many_days_before_the_hearing_as_rule_and_method_have(
    rule: str, hearing: date, method: str, on: date, others: list[date], how: str
) -> None:
    found = deadline(CA, rule, hearing, method=method)
    assert (found.on, [reading.on for reading in found.readings if reading.on != on]) == (on, others), how


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
