"""Counts on from an event: answers, contests, set-aside, reviews and the other clocks of California.

Each day was counted apart from the program, on a list of the court days of Code Civ. Proc. § 135 and rule 1.11, and its
row tells how. The cite stands in the rule's row.
"""

from datetime import date

import pytest

from law.deadlines import deadline
from law.rule import Counts, Rule
from law.states import law_of
from tests.law.worked import worked

CA = law_of("CA")

CLOCKS = """
agency.copy-of-order | 2026-12-10 | | 2026-12-28 | | 15 days to Fri Dec 25; Christmas, run on
agency.forward-pleadings | 2026-11-20 | | 2026-11-25 | | 5 days to Wed Nov 25
agency.forward-pleadings | 2026-11-21 | | 2026-11-30 | | 5 days to Thu Nov 26; Thanksgiving, run on
agency.forward-pleadings | 2026-12-27 | | 2027-01-04 | | 5 days to Fri Jan 1; New Year's Day, run on
answer.agency-finds-income | 2026-06-03 | | 2026-07-06 | | 30 days to Fri Jul 3; Independence Day, run on
answer.amended-judgment | 2026-05-01 | mail | 2026-06-05 | | 30 days to May 31, 5 days to Fri Jun 5
answer.amended-judgment | 2026-05-02 | mail | 2026-06-08 | | 30 days to Jun 1, 5 days to Sat Jun 6; run on
answer.amended-judgment | 2026-05-20 | electronic | 2026-06-23 | | 30 days to Jun 19, 2 court days to Tue Jun 23
answer.amended-judgment | 2026-11-24 | electronic | 2026-12-29 | | 30: Dec 24, 2 court days: Tue Dec 29, not Dec 25
answer.amended-judgment | 2026-06-01 | express | 2026-07-06 | | 30 days to Jul 1, 2 court days to Mon Jul 6, not Jul 3
answer.amended-judgment | 2026-05-04 | mail confidential address | 2026-06-15 | | 30: Jun 3, 12: Mon Jun 15
answer.complaint | 2026-01-28 | | 2026-02-27 | | 30 days to Fri Feb 27 (worked example)
answer.complaint | 2026-02-07 | | 2026-03-09 | | 30 days to Mon Mar 9 (worked example, from a Saturday)
answer.complaint | 2024-01-30 | | 2024-02-29 | | 30 days to Thu Feb 29
answer.complaint | 2025-01-30 | | 2025-03-03 | | 30 days to Sat Mar 1; run on (leap day)
answer.complaint | 2026-11-25 | | 2026-12-28 | | 30 days to Fri Dec 25; Christmas, run on
answer.complaint | 2026-12-02 | | 2027-01-04 | | 30 days to Fri Jan 1; New Year's Day, run on
answer.complaint | 2027-12-01 | | 2028-01-03 | | 30 days to Fri Dec 31; New Year's Day, run on
answer.complaint | 2028-01-12 | | 2028-02-14 | | 30 days to Fri Feb 11; Lincoln's Birthday, run on
answer.complaint | 2026-03-01 | | 2026-04-01 | | 30 days to Tue Mar 31; Chavez Day, run on
answer.complaint | 2026-02-20 | | 2026-03-23 | | 30 days to Sun Mar 22; run on (clocks go forward inside)
answer.complaint | 2026-10-15 | | 2026-11-16 | | 30 days to Sat Nov 14; run on
answer.complaint | 2026-06-03 | | 2026-07-06 | | 30 days to Fri Jul 3; Independence Day, run on
commissioner.ratification | 2026-11-18 | | 2026-12-04 | | 10 court days to Fri Dec 4, not Nov 26, 27
commissioner.ratification | 2026-12-18 | | 2027-01-05 | | 10 court days to Tue Jan 5, not Dec 25, Jan 1
commissioner.ratification | 2027-06-10 | | 2027-06-25 | | 10 court days to Fri Jun 25, not Jun 18
commissioner.ratification | 2026-02-06 | | 2026-02-24 | | 10 court days to Tue Feb 24, not Feb 12, 16
contempt.count | 2024-02-29 | | 2027-02-28 | | 3 years to Sun Feb 28; stays (leap day)
contempt.count | 2024-11-01 | | 2027-11-01 | | 3 years to Mon Nov 1
contempt.count | 2025-07-04 | | 2028-07-04 | | 3 years to Tue Jul 4; stays
contempt.other-order | 2026-02-28 | | 2028-02-28 | | 2 years to Mon Feb 28
contempt.probation-first | 2024-02-29 | | 2025-02-28 | | 1 year to Fri Feb 28
contempt.probation-second | 2026-11-22 | | 2028-11-22 | | 2 years to Wed Nov 22
contempt.probation-third | 2025-12-31 | | 2028-12-31 | | 3 years to Sun Dec 31; stays
contest.convention | 2026-11-25 | mail | 2026-12-30 | | 30 days to Dec 25, 5 days to Wed Dec 30
contest.convention-abroad | 2028-01-01 | | 2028-03-01 | | 60 days to Wed Mar 1
contest.independent-enforcement | 2026-03-01 | | 2026-04-01 | | 30 days to Tue Mar 31; Chavez Day, run on
contest.registration-in-state | 2026-11-06 | | 2026-11-30 | | 20 days to Thu Nov 26; Thanksgiving, run on
contest.registration-in-state | 2026-05-05 | | 2026-05-26 | | 20 days to Mon May 25; Memorial Day, run on
contest.registration-uifsa | 2026-11-20 | mail | 2026-12-15 | | 20 days to Dec 10, 5 days to Tue Dec 15
contest.registration-uifsa | 2027-05-24 | mail | 2027-06-21 | | 20: Jun 13, 5: Fri Jun 18; Juneteenth, run on
custody.ninety-days | 2026-01-01 | | 2026-04-01 | | 90 days to Wed Apr 1
custody.ninety-days | 2023-12-01 | | 2024-02-29 | | 90 days to Thu Feb 29
custody.support-resumes | 2026-03-15 | | 2027-01-01 | | the first of the tenth month after March
custody.support-resumes | 2026-03-01 | | 2027-01-01 | | the first of the tenth month after March
custody.support-resumes | 2026-04-30 | | 2027-02-01 | | the first of the tenth month after April
custody.support-resumes | 2024-04-30 | | 2025-02-01 | | the first of the tenth month after April
custody.support-suspended | 2026-03-15 | | 2026-04-01 | | the first full month is April
custody.support-suspended | 2026-03-01 | | 2026-03-01 | | the first full month is March
custody.support-suspended | 2024-12-31 | | 2025-01-01 | | the first full month is January
forms.adopt | 2026-01-01 | | 2026-07-01 | | 6 months to Wed Jul 1
forms.adopt | 2026-08-31 | | 2027-02-28 | | 6 months to Sun Feb 28; stays
motion.after-answer | 2026-02-27 | | 2026-05-28 | | 90 days to Thu May 28
motion.after-answer | 2026-04-04 | | 2026-07-06 | | 90 days to Fri Jul 3; Independence Day, run on
motion.after-answer | 2026-10-03 | | 2027-01-04 | | 90 days to Fri Jan 1; New Year's Day, run on
motion.continued-hearing | 2026-09-28 | | 2026-12-27 | | 90 days to Sun Dec 27; stays
motion.continued-hearing | 2028-01-15 | | 2028-04-14 | | 90 days to Fri Apr 14
notice.to-produce-objection | 2026-11-18 | mail | 2026-11-30 | | 5 days to Nov 23, 5 days to Sat Nov 28; run on
notice.to-produce-objection | 2026-11-21 | | 2026-11-30 | | 5 days to Thu Nov 26; Thanksgiving, run on
review.earning-capacity | 2026-01-01 | | 2027-01-04 | | 1 year to Fri Jan 1; New Year's Day, run on
review.earning-capacity | 2026-02-14 | | 2027-02-16 | | 1 year to Sun Feb 14; Presidents' Day, run on
review.earning-capacity-yearly | 2027-02-15 | | 2028-02-15 | | 1 year to Tue Feb 15
review.income-sources | 2025-11-30 | | 2026-03-02 | | 3 months to Sat Feb 28; run on
review.income-sources | 2026-03-19 | | 2026-06-22 | | 3 months to Fri Jun 19; Juneteenth, run on
review.income-sources | 2027-11-29 | | 2028-02-29 | | 3 months to Tue Feb 29
review.motion | 2027-01-01 | | 2027-03-02 | | 60 days to Tue Mar 2
review.motion | 2026-11-02 | | 2027-01-04 | | 60 days to Fri Jan 1; New Year's Day, run on
set-aside.declaration-challenged | 2026-06-19 | | 2028-06-20 | | 2 years to Mon Jun 19; Juneteenth, run on
set-aside.declaration-rescinded | 2026-10-26 | | 2026-12-28 | | 60 days to Fri Dec 25; Christmas, run on
set-aside.earning-capacity | 2026-01-01 | | 2028-01-03 | | 2 years to Sat Jan 1; run on
set-aside.earning-capacity | 2026-06-19 | | 2028-06-20 | | 2 years to Mon Jun 19; Juneteenth, run on
set-aside.earning-capacity | 2026-03-16 | | 2028-03-16 | | 2 years to Thu Mar 16
set-aside.fraud | 2026-08-31 | | 2027-03-01 | | 6 months to Sun Feb 28; run on
set-aside.lack-of-notice | 2025-12-25 | | 2026-06-25 | | 6 months to Thu Jun 25
set-aside.mistake | 2025-08-31 | | 2026-03-02 | | 6 months to Sat Feb 28; run on
set-aside.mistake | 2026-01-04 | | 2026-07-06 | | 6 months to Sat Jul 4; run on
set-aside.mistake | 2027-08-31 | | 2028-02-29 | | 6 months to Tue Feb 29
set-aside.no-actual-notice | 2024-02-29 | | 2026-03-02 | | 2 years to Sat Feb 28; run on (leap day)
set-aside.no-actual-notice | 2026-02-11 | | 2028-02-14 | | 2 years to Fri Feb 11; Lincoln's Birthday, run on
set-aside.parentage | 2025-05-31 | | 2027-06-01 | | 2 years to Mon May 31; Memorial Day, run on
set-aside.perjury | 2025-08-29 | | 2026-03-02 | | 6 months to Sat Feb 28; run on
set-aside.presumed-income | 2025-02-13 | | 2026-02-13 | | 1 year to Fri Feb 13
set-aside.presumed-income | 2025-12-31 | | 2026-12-31 | | 1 year to Thu Dec 31
set-aside.written-notice | 2026-01-05 | | 2026-07-06 | | 180 days to Sat Jul 4; run on
summons.acknowledgment | 2026-03-11 | | 2026-04-01 | | 20 days to Tue Mar 31; Chavez Day, run on
summons.acknowledgment | 2026-12-05 | | 2026-12-28 | | 20 days to Fri Dec 25; Christmas, run on
summons.proof | 2026-12-30 | | 2027-02-28 | | 60 days to Sun Feb 28; stays
summons.proof | 2027-02-28 | | 2027-04-29 | | 60 days to Thu Apr 29
summons.proof | 2028-01-01 | | 2028-03-01 | | 60 days to Wed Mar 1 (leap day)
summons.serve | 2024-02-29 | | 2027-02-28 | | 3 years to Sun Feb 28; stays (leap day)
summons.serve | 2025-03-31 | | 2028-03-31 | | 3 years to Fri Mar 31; stays
summons.serve | 2024-03-02 | | 2027-03-02 | | 3 years to Tue Mar 2
summons.serve-for-retroactivity | 2026-01-05 | | 2026-04-05 | | 90 days to Sun Apr 5; stays
summons.serve-for-retroactivity | 2023-12-01 | | 2024-02-29 | | 90 days to Thu Feb 29
summons.serve-for-retroactivity | 2026-01-04 | | 2026-04-04 | | 90 days to Sat Apr 4; stays
withholding.start | 2026-11-16 | | 2026-11-30 | | 10 days to Thu Nov 26; Thanksgiving, run on
"""


@pytest.mark.parametrize(("rule", "event", "method", "on", "others", "how"), worked(CLOCKS, "ca."))
def test_a_clock_ends_on_its_day(
    rule: str, event: date, method: str, on: date, others: list[date], how: str
) -> None:
    found = deadline(CA, rule, event, method=method)
    assert ([reading.on for reading in found.readings], others) == ([on], []), how


def test_every_clock_that_counts_on_from_an_event_has_a_worked_day() -> None:
    assert {f"ca.{line.split(' |')[0]}" for line in CLOCKS.strip().splitlines()} == {row.id for row in counting_on()}


def counting_on() -> list[Rule]:
    return [row for row in CA.pack().rules if row.counts == Counts.FORWARD and row.id.startswith("ca.")]


def half_a_year(rule: Rule) -> list[date]:
    """Days on which the rule is in force and from which it ends before 2029."""
    first = max(rule.in_force_from, date(2025, 1, 1)).toordinal()
    return [date.fromordinal(day) for day in range(first, first + 180)]


@pytest.mark.parametrize("rule", counting_on(), ids=lambda rule: f"{rule.id} {rule.in_force_from}")
def test_no_clock_ends_on_a_closed_day_unless_its_rule_says_so(rule: Rule) -> None:
    ends = {deadline(CA, rule.id, day).on for day in half_a_year(rule)}
    assert {CA.calendar().is_court_day(day) for day in ends} == ({True} if rule.rolls else {True, False})


@pytest.mark.parametrize("rule", counting_on(), ids=lambda rule: f"{rule.id} {rule.in_force_from}")
def test_a_later_event_never_ends_a_clock_earlier(rule: Rule) -> None:
    ends = [deadline(CA, rule.id, day).on for day in half_a_year(rule)]
    assert ends == sorted(ends)
