"""Counts on from an event: answers, contests, set-aside, reviews and the other clocks of California.

Each day was counted apart from the program, on a list of the court days of Code Civ. Proc. § 135 and rule 1.11.
"""

from datetime import date

import pytest

from law.deadlines import deadline
from law.rule import Counts, Rule
from law.states import law_of

CA = law_of("CA")

CLOCKS = [
    ("ca.answer.complaint", "2026-01-28", "", "2026-02-27", "personal service of ca.md 3.3"),
    ("ca.answer.complaint", "2026-02-07", "", "2026-03-09", "completion of ca.md 3.3, a Saturday"),
    ("ca.answer.complaint", "2024-01-30", "", "2024-02-29", "leap day inside"),
    ("ca.answer.complaint", "2025-01-30", "", "2025-03-03", "no leap day; lands on Saturday, March 1"),
    ("ca.answer.complaint", "2026-11-25", "", "2026-12-28", "lands on Christmas, then a weekend"),
    ("ca.answer.complaint", "2026-12-02", "", "2027-01-04", "lands on New Year's Day, then a weekend"),
    ("ca.answer.complaint", "2027-12-01", "", "2028-01-03", "lands on New Year's Eve, kept as New Year's Day"),
    (
        "ca.answer.complaint",
        "2028-01-12",
        "",
        "2028-02-14",
        "lands on the Friday kept for Lincoln's Birthday",
    ),
    ("ca.answer.complaint", "2026-03-01", "", "2026-04-01", "lands on Chavez Day"),
    ("ca.answer.complaint", "2026-02-20", "", "2026-03-23", "clocks go forward inside"),
    ("ca.answer.complaint", "2026-10-15", "", "2026-11-16", "clocks go back inside; lands on Saturday"),
    ("ca.answer.complaint", "2026-06-03", "", "2026-07-06", "lands on July 3, kept for July 4"),
    ("ca.answer.amended-judgment", "2026-05-01", "mail", "2026-06-05", "30 days and 5 for mail"),
    ("ca.answer.amended-judgment", "2026-05-02", "mail", "2026-06-08", "lands on Saturday, June 6"),
    (
        "ca.answer.amended-judgment",
        "2026-05-20",
        "electronic",
        "2026-06-23",
        "two court days over Juneteenth",
    ),
    (
        "ca.answer.amended-judgment",
        "2026-11-24",
        "electronic",
        "2026-12-29",
        "day 30 is the day before Christmas",
    ),
    (
        "ca.answer.amended-judgment",
        "2026-06-01",
        "express",
        "2026-07-06",
        "two court days: July 3 is kept for July 4",
    ),
    ("ca.answer.amended-judgment", "2026-05-04", "mail confidential address", "2026-06-15", "30 days and 12"),
    ("ca.summons.serve", "2024-02-29", "", "2027-02-28", "from a leap day"),
    ("ca.summons.serve", "2025-03-31", "", "2028-03-31", "three years"),
    ("ca.summons.serve", "2024-03-02", "", "2027-03-02", "three years; the day does not move"),
    ("ca.summons.proof", "2026-12-30", "", "2027-02-28", "over a year end"),
    ("ca.summons.proof", "2027-02-28", "", "2027-04-29", "to the end of April"),
    ("ca.summons.proof", "2028-01-01", "", "2028-03-01", "leap day inside"),
    ("ca.summons.acknowledgment", "2026-03-11", "", "2026-04-01", "lands on Chavez Day"),
    ("ca.summons.acknowledgment", "2026-12-05", "", "2026-12-28", "lands on Christmas"),
    ("ca.summons.serve-for-retroactivity", "2026-01-05", "", "2026-04-05", "90 days"),
    ("ca.summons.serve-for-retroactivity", "2023-12-01", "", "2024-02-29", "leap day inside"),
    ("ca.summons.serve-for-retroactivity", "2026-01-04", "", "2026-04-04", "lands on Saturday and stays"),
    ("ca.motion.after-answer", "2026-02-27", "", "2026-05-28", "90 days"),
    ("ca.motion.after-answer", "2026-04-04", "", "2026-07-06", "lands on July 3, kept for July 4"),
    ("ca.motion.after-answer", "2026-10-03", "", "2027-01-04", "lands on New Year's Day"),
    ("ca.contest.registration-in-state", "2026-11-06", "", "2026-11-30", "lands on Thanksgiving"),
    ("ca.contest.registration-in-state", "2026-05-05", "", "2026-05-26", "lands on Memorial Day"),
    ("ca.contest.registration-uifsa", "2026-11-20", "mail", "2026-12-15", "20 days and 5 for mail"),
    (
        "ca.contest.registration-uifsa",
        "2027-05-24",
        "mail",
        "2027-06-21",
        "lands on June 18, kept for Juneteenth",
    ),
    ("ca.set-aside.mistake", "2025-08-31", "", "2026-03-02", "no February 31"),
    ("ca.set-aside.mistake", "2026-01-04", "", "2026-07-06", "lands on Saturday, July 4"),
    ("ca.set-aside.mistake", "2027-08-31", "", "2028-02-29", "leap day"),
    ("ca.set-aside.no-actual-notice", "2024-02-29", "", "2026-03-02", "from a leap day; lands on Saturday"),
    (
        "ca.set-aside.no-actual-notice",
        "2026-02-11",
        "",
        "2028-02-14",
        "lands on the Friday kept for Lincoln's Birthday",
    ),
    (
        "ca.set-aside.written-notice",
        "2026-01-05",
        "",
        "2026-07-06",
        "lands on Saturday, July 4",
    ),
    ("ca.set-aside.presumed-income", "2025-02-13", "", "2026-02-13", "one year"),
    ("ca.set-aside.presumed-income", "2025-12-31", "", "2026-12-31", "last day of the old law"),
    (
        "ca.set-aside.earning-capacity",
        "2026-01-01",
        "",
        "2028-01-03",
        "new law; lands on New Year of 2028",
    ),
    ("ca.set-aside.earning-capacity", "2026-06-19", "", "2028-06-20", "lands on Juneteenth"),
    ("ca.set-aside.earning-capacity", "2026-03-16", "", "2028-03-16", "two years"),
    ("ca.set-aside.parentage", "2025-05-31", "", "2027-06-01", "lands on Memorial Day"),
    ("ca.contempt.count", "2024-02-29", "", "2027-02-28", "from a leap day"),
    ("ca.contempt.count", "2024-11-01", "", "2027-11-01", "three years"),
    ("ca.contempt.count", "2025-07-04", "", "2028-07-04", "a holiday does not move it"),
    (
        "ca.agency.forward-pleadings",
        "2026-11-20",
        "",
        "2026-11-25",
        "lands on Wednesday before Thanksgiving",
    ),
    ("ca.agency.forward-pleadings", "2026-11-21", "", "2026-11-30", "lands on Thanksgiving"),
    ("ca.agency.forward-pleadings", "2026-12-27", "", "2027-01-04", "lands on New Year's Day"),
    ("ca.commissioner.ratification", "2026-11-18", "", "2026-12-04", "two holidays of Thanksgiving"),
    ("ca.commissioner.ratification", "2026-12-18", "", "2027-01-05", "year end"),
    ("ca.commissioner.ratification", "2027-06-10", "", "2027-06-25", "June 18"),
    ("ca.commissioner.ratification", "2026-02-06", "", "2026-02-24", "Lincoln's Birthday and Presidents' Day"),
    ("ca.review.earning-capacity", "2026-01-01", "", "2027-01-04", "first day of the new law"),
    ("ca.review.earning-capacity", "2026-02-14", "", "2027-02-16", "lands on Sunday before Presidents' Day"),
    ("ca.review.motion", "2027-01-01", "", "2027-03-02", "60 days"),
    ("ca.review.motion", "2026-11-02", "", "2027-01-04", "lands on New Year's Day"),
    ("ca.review.income-sources", "2025-11-30", "", "2026-03-02", "old law; no February 30"),
    ("ca.review.income-sources", "2026-03-19", "", "2026-06-22", "new law; lands on Juneteenth"),
    ("ca.review.income-sources", "2027-11-29", "", "2028-02-29", "leap day of 2028"),
    ("ca.forms.adopt", "2026-01-01", "", "2026-07-01", "six months"),
    ("ca.forms.adopt", "2026-08-31", "", "2027-02-28", "no February 31"),
    ("ca.custody.support-resumes", "2026-03-15", "", "2027-01-01", "tenth month after March"),
    ("ca.custody.support-resumes", "2026-03-01", "", "2027-01-01", "tenth month after March"),
    ("ca.custody.support-resumes", "2026-04-30", "", "2027-02-01", "tenth month after April"),
    ("ca.custody.support-resumes", "2024-04-30", "", "2025-02-01", "over a year end"),
]
"""Rule, event, method, day, why it is here; the cite stands in the rule's row."""


@pytest.mark.parametrize(("rule", "event", "method", "on", "why"), CLOCKS)
def test_a_clock_ends_on_its_day(rule: str, event: str, method: str, on: str, why: str) -> None:
    found = deadline(CA, rule, date.fromisoformat(event), method=method)
    assert [str(reading.on) for reading in found.readings] == [on], why
    assert str(found.on) == on, why


def test_every_clock_that_counts_on_from_an_event_has_a_worked_day_or_is_like_one_that_has() -> None:
    like_another = {
        "ca.answer.agency-finds-income", "ca.contest.independent-enforcement", "ca.notice.to-produce-objection",
        "ca.agency.copy-of-order", "ca.contempt.other-order", "ca.review.earning-capacity-yearly",
        "ca.set-aside.declaration-challenged", "ca.set-aside.declaration-rescinded", "ca.set-aside.fraud",
        "ca.set-aside.lack-of-notice", "ca.set-aside.perjury", "ca.withholding.start",
    }  # fmt: skip
    assert {row.id for row in counting_on()} - like_another == {row[0] for row in CLOCKS}


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
