"""Times to contest, to answer, to serve and to appeal in North Carolina, and the clocks of a case and of its debt.

Each day was counted apart from the program. 'Worked example' marks the domain's own list; the others are counted from
the rule and the closed days of law/nc/holidays.toml.
"""

from datetime import date

import pytest

from kernel.period import Unit
from law.deadlines import deadline
from law.rows import NoRuleInForce
from law.rule import MethodUnknown, Rule
from law.states import law_of
from tests.law.worked import worked

NC = law_of("NC")

SUMMONS = """
summons.service   | 2026-09-15 | | 2026-11-16 | | worked example: day 60 is Sat 14
summons.extension | 2026-09-15 | | 2026-12-14 | | worked example: a Monday
summons.service   | 2026-10-01 | | 2026-11-30 | | worked example: a Monday
summons.extension | 2026-10-01 | | 2026-12-30 | | worked example: a Wednesday
summons.service   | 2024-01-01 | | 2024-03-01 | | leap year: 30 in January, 29 in February, 1
summons.extension | 2024-01-01 | | 2024-04-01 | | day 90 is Easter Sunday; Easter Monday is open
summons.service   | 2025-12-31 | | 2026-03-02 | | year end; March 1 is a Sunday
summons.service   | 2026-10-26 | | 2026-12-29 | | December 25, weekend, 28
summons.extension | 2026-10-26 | | 2027-01-25 | | year end; January 24 is a Sunday
summons.service   | 2027-11-02 | | 2028-01-04 | | January 1 is a Saturday, kept on Mon 3
summons.service   | 2026-01-08 | | 2026-03-09 | | the day after clocks go forward; 23 + 28 + 9
summons.extension-abroad | 2024-02-29 | | 2026-03-02 | | no February 29 in 2026; the 28th is a Saturday
summons.extension-abroad | 2026-07-03 | | 2028-07-03 | | two years
summons.issue     | 2026-10-08 | | 2026-10-15 | 2026-10-16 | Columbus Day counts or not; the earlier is safe
summons.issue     | 2026-11-24 | | 2026-12-03 | | 25, not 26-29, 30, 1, 2, 3
"""

ANSWERS = """
answer.complaint  | 2026-11-25 | sheriff | 2026-12-29 | | worked example: December 25, weekend, 28
answer.complaint  | 2026-10-26 | certified mail | 2026-11-25 | | service is complete on delivery; no days for mail
answer.complaint  | 2026-10-27 | acceptance | 2026-11-30 | | Thanksgiving 26-27, weekend
answer.complaint  | 2024-01-30 | sheriff | 2024-02-29 | | the leap day itself
answer.extension  | 2026-12-29 | | 2027-01-28 | | year end: 2 in December, 28
answer.publication | 2026-11-16 | publication | 2026-12-29 | | December 26 is a Saturday, 28 closed
answer.payor-motion | 2026-04-13 | sheriff | 2026-05-13 | | 17 in April, 13
"""

CONTESTS = """
contest.registration | 2026-11-20 | personal | 2026-12-10 | | worked example
contest.registration | 2026-11-20 | mail | 2026-12-14 | | worked example: day 23 is Sun 13
contest.registration | 2025-12-05 | personal | 2025-12-29 | | 25 and 26 closed, weekend
contest.convention   | 2026-01-30 | personal | 2026-03-02 | | March 1 is a Sunday
contest.convention-abroad | 2026-01-30 | personal | 2026-03-31 | | 1 in January, 28, 31
contest.withholding  | 2026-11-16 | sheriff | 2026-11-30 | | Thanksgiving 26-27, weekend
withholding.determination | 2026-11-16 | sheriff | 2026-12-16 | | 14 in November, 16
withholding.payor-notice  | 2026-11-16 | sheriff | 2026-12-31 | | 14 in November, 31
withholding.payor-begins  | 2026-12-11 | mail | 2026-12-25 | | does not run on over Christmas
withholding.payor-sends   | 2026-11-20 | | 2026-12-03 | | 23, 24, 25, 30, 1, 2, 3
medical.employer-response | 2026-12-01 | | 2027-01-04 | | 16 to December 23, then 29, 30, 31, Mon 4
contest.genetic-subpoena  | 2026-06-19 | sheriff | 2026-07-06 | | July 4 is a Saturday
contest.genetic-subpoena-hearing | 2028-02-01 | | 2028-03-02 | | leap year: 28 in February, 2
license.review-request | 2026-12-14 | | 2026-12-29 | | December 28 is closed
license.stay-notice    | 2026-12-21 | | 2026-12-27 | | counted straight to a Sunday
license.board-action   | 2026-11-06 | | 2026-11-26 | | does not run on over Thanksgiving
license.month-delinquent | 2024-01-31 | | 2024-02-29 | | the last day of a shorter month, in a leap year
license.month-delinquent | 2026-01-31 | | 2026-02-28 | | the last day of a shorter month
license.ninety-days    | 2026-09-01 | | 2026-11-30 | | 29, 31, 30
license.agency-report  | 2026-11-25 | | 2026-12-29 | | December 25, weekend, 28
appeal.hearing-officer | 2026-12-17 | | 2026-12-29 | | Sun 27, 28 closed
"""

CLOCKS = """
clock.disposition | 2026-09-28 | | 2026-11-30 | | November 27 is closed, weekend
clock.disposition | 2028-01-01 | | 2028-03-01 | | leap year: 30, 29, 1
clock.disposition-extension | 2026-11-30 | | 2026-12-30 | | 30 more
review.presumption | 2024-02-29 | | 2027-02-28 | | no leap day in 2027; the age of an order does not run on
debt.assistance   | 2021-07-04 | | 2026-07-06 | | July 4 of 2026 is a Saturday
debt.instalment   | 2016-11-01 | | 2026-11-02 | | November 1 of 2026 is a Sunday
debt.maintenance  | 2023-05-25 | | 2026-05-26 | | Memorial Day
debt.vesting      | 2026-12-01 | | 2026-11-30 | | the day before
debt.vesting      | 2024-03-01 | | 2024-02-29 | | the leap day
debt.vesting      | 2027-01-01 | | 2026-12-31 | | year end; a payment is due on a holiday too
contempt.criminal-jail | 2026-11-27 | | 2026-12-27 | | nobody is held until a court day
contempt.criminal-jail-suspended | 2026-01-01 | | 2026-05-01 | | 30, 28, 31, 30, 1
filing.after-service | 2026-11-24 | mail | 2026-12-03 | | 25, 30, 1, 2, 3
filing.cover-sheet | 2026-10-09 | | 2026-10-16 | 2026-10-19 | Columbus Day counts or not; the earlier is safe
paternity.rescission | 2024-12-30 | | 2025-02-28 | | 1 in December, 31, 28
paternity.rescission | 2026-11-02 | | 2027-01-04 | | January 1, weekend
paternity.relief  | 2024-02-29 | | 2025-02-28 | | a year from a leap day
paternity.relief  | 2025-07-04 | | 2026-07-06 | | July 4 of 2026 is a Saturday
paternity.action  | 2026-03-02 | | 2026-03-01 | | a Sunday; the birthday itself is too late
paternity.action  | 2028-02-29 | | 2028-02-28 | | born on a leap day
paternity.genetic-evidence | 2024-02-29 | | 2027-03-01 | | February 28 of 2027 is a Sunday
"""


@pytest.mark.parametrize(
    ("rule", "event", "method", "on", "others", "how"),
    worked("\n".join(part.strip() for part in (SUMMONS, ANSWERS, CONTESTS, CLOCKS)), "nc."),
)
def test_a_period_ends_on_its_day(rule: str, event: date, method: str, on: date, others: list[date], how: str) -> None:
    found = deadline(NC, rule, event, method=method)
    assert (found.on, [reading.on for reading in found.readings if reading.on != on]) == (on, others), how


def test_every_rule_of_the_state_has_a_worked_day() -> None:
    tables = (SUMMONS, ANSWERS, CONTESTS, CLOCKS)
    here = {f"nc.{line.split('|')[0].strip()}" for table in tables for line in table.strip().splitlines()}
    ours = {rule.id for rule in NC.pack().rules if rule.id.startswith("nc.")}
    assert {rule for rule in ours - here if not rule.startswith("nc.notice.")} == set()


@pytest.mark.parametrize("rule", NC.pack().rules, ids=lambda rule: rule.id)
def test_every_rule_tells_its_day_in_a_sentence_with_its_cite(rule: Rule) -> None:
    years = {Unit.YEAR: rule.length.count, Unit.MONTH: rule.length.count // 12}.get(rule.length.unit, 0)
    said = deadline(NC, rule.id, date(2026 - years, 3, 2)).sentence()
    assert said.startswith(f"{rule.trigger[0].upper()}{rule.trigger[1:]} ")
    assert said.endswith(f"({rule.cite}) [unverified rule].")


def test_a_manner_of_service_that_the_rule_does_not_know_is_refused_with_those_that_it_knows() -> None:
    with pytest.raises(MethodUnknown, match=r"'email' is no method of service under the rule 'nc\.answer\.complaint'"):
        deadline(NC, "nc.answer.complaint", date(2026, 11, 25), method="email")


def test_a_day_before_a_row_is_in_force_is_refused() -> None:
    with pytest.raises(NoRuleInForce):
        deadline(NC, "nc.paternity.relief", date(2011, 12, 31))
