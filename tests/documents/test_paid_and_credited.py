"""What the state collected and what was credited beside it: every paper tells both, and all of them the same."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cases.actions import write_note
from cases.ledger import months
from cases.ledger.statement import statement
from cases.money.actions import enter_credit, enter_direct_payment
from cases.money.facts import CreditTold, DirectPaymentTold
from documents.audit.gathering import work_paper
from documents.audit.telling import audit_told
from documents.facts.support import PaidInYear
from documents.gather import Matter, gathered, matter
from documents.manifests import template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.money import ZERO, Money, total
from law.counting import months_on
from offices.queries import person_of, staff_named
from offices.seeds import SEEDS, read_settings
from tests.county import DAY, NOON, county_with_an_agent

CASE = "7000071406"
DIRECT, FOUND = Money(12_345), Money(20_111)
NC, CA = templates("nc"), templates("ca")
STOCKTON = read_settings(SEEDS / "san-joaquin.toml")
IN_YEAR = {"order-of-contempt": "OrderOfContempt", "contempt-sheet": "ContemptSheet", "fact-sheet": "FactSheet",
           "testimony-outline": "TestimonyOutline"}  # fmt: skip
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
SUMS = ("ordered", "paid", "credited", "unpaid")
OF_ACCOUNT = {"motion-and-order-to-show-cause": "MotionToShowCause", "testimony-outline": "TestimonyOutline"}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A case with a direct payment that its cancelled check proves, and a credit that a court found later."""
    with county_with_an_agent(tmp_path_factory.mktemp("credited"), CASE) as opened:
        with opened.transaction() as db:
            by = staff_named(db, "a@here.gov")
            write_note(db, CASE, "last_hearing_on", "10/01/2026", by=person_of(by), now=NOON)
        yield opened


@pytest.fixture(scope="module")
def before(county: Database) -> Matter:
    """The matter while nothing is credited."""
    return of(county)


@pytest.fixture(scope="module")
def after(county: Database, before: Matter) -> Matter:
    """The matter once both entries stand."""
    assert before.record.money.credits == ()
    with county.transaction() as db:
        by = staff_named(db, "a@here.gov")
        direct = DirectPaymentTold(date(2026, 8, 5), DIRECT, "cancelled check", "check 1042 of First Bank")
        found = CreditTold(date(2026, 6, 1), FOUND, "child with obligor", "order of Nov 2", date(2026, 11, 2))
        enter_direct_payment(db, CASE, direct, by=by, now=NOON)
        enter_credit(db, CASE, found, by=by, now=NOON)
    return of(county)


@pytest.fixture(scope="module")
def audited(county: Database, after: Matter) -> list[dict[str, Any]]:
    """The counts of the audit of the same record."""
    assert after.record.money.credits
    with county.reading() as db:
        found: list[dict[str, Any]] = audit_told(work_paper(db, 1, CASE, as_of=DAY))["counts"]
    return found


def of(county: Database) -> Matter:
    with county.reading() as db:
        return matter(db, 1, hearings_of_case(db, 1, CASE)[0].id, as_of=DAY)


def words(paper: str, facts: Any) -> str:
    template = template_named(paper, NC if paper.startswith("nc/") else CA)
    told = context(facts, template.manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(template.word, told, title="Paper").word))


def year_of(kind: str, held: Matter) -> PaidInYear:
    facts = gathered(kind, held)
    found: PaidInYear = (
        facts.findings.year if kind == "OrderOfContempt"
        else facts.year if kind == "ContemptSheet"
        else facts.contempt[0].year
    )  # fmt: skip
    return found


def test_every_paper_of_contempt_tells_the_same_year_paid_and_credited_apart(before: Matter, after: Matter) -> None:
    then, *others = [year_of(kind, after) for kind in IN_YEAR.values()]
    assert others == [then] * len(others)
    assert (then.direct.value, then.found.value, then.corrected.value) == (DIRECT, FOUND, None)
    assert then.credited.value == DIRECT + FOUND
    plain = year_of("OrderOfContempt", before)
    assert (then.ordered.value, then.paid.value) == (plain.ordered.value, plain.paid.value)
    assert [plain.credited.value, plain.direct.value, plain.found.value] == [None, None, None]


def test_the_year_is_that_of_the_account_and_of_the_statement_month_by_month(after: Matter) -> None:
    year, first = year_of("OrderOfContempt", after), months_on(DAY.replace(day=1), -11)
    held = [month for month in months(after.record.ledger(), first=first, as_of=DAY) if month.first >= first]
    (account,) = statement(after.record.ledger(), DAY)
    stated = [month for month in account.months if month.first >= first]
    for months_held in (held, stated):
        assert len(months_held) == 12
        assert total(one.owed for one in months_held) == year.ordered.value
        assert total(one.paid for one in months_held) == year.paid.value
        assert total(one.credited for one in months_held) == year.credited.value


def test_arrears_follow_from_what_was_charged_paid_and_credited_by_each_way(before: Matter, after: Matter) -> None:
    owed = gathered("AffidavitOfArrears", after).arrears
    assert (owed.direct.value, owed.found.value, owed.credited.value) == (DIRECT, FOUND, DIRECT + FOUND)
    was = gathered("AffidavitOfArrears", before).arrears
    assert (was.credits, was.credited.value) == ((), None)
    assert was.paid == owed.paid
    assert owed.total.value == was.total.value - DIRECT - FOUND


def test_each_credit_has_its_day_and_the_source_of_its_own_entry(after: Matter) -> None:
    direct, found = gathered("AffidavitOfArrears", after).arrears.credits
    assert (direct.how.value, direct.given_on.value, direct.counts_from.value, direct.amount.value) == (
        "Direct payment to the obligee, proven: cancelled check", date(2026, 8, 5), date(2026, 8, 5), DIRECT,
    )  # fmt: skip
    assert (found.how.value, found.given_on.value, found.counts_from.value, found.amount.value) == (
        "Credit that a court found on November 2, 2026", date(2026, 6, 1), date(2026, 11, 2), FOUND,
    )  # fmt: skip
    assert {one.amount.trace.entered_by for one in (direct, found)} == {"Avery Agent"}
    assert direct.amount.trace.record != found.amount.trace.record


@pytest.mark.parametrize("paper", IN_YEAR)
def test_a_paper_of_contempt_says_what_was_paid_through_the_state_and_what_was_credited_and_why(
    paper: str, before: Matter, after: Matter
) -> None:
    year = year_of(IN_YEAR[paper], after)
    told = words(f"nc/{paper}", gathered(IN_YEAR[paper], after))
    assert f"{year.paid.value} was paid through the state; {DIRECT} was credited for proven direct payments" in told
    assert f"; {FOUND} was credited by finding of a court." in told
    plain = words(f"nc/{paper}", gathered(IN_YEAR[paper], before))
    assert "through the state" not in plain
    assert "credited" not in re.sub(r"credited to", "", plain)


@pytest.mark.parametrize("paper", OF_ACCOUNT)
def test_a_motion_and_the_witness_tell_the_account_with_its_credits(paper: str, before: Matter, after: Matter) -> None:
    facts = gathered(OF_ACCOUNT[paper], after)
    told = words(f"nc/{paper}", facts)
    less = f"less {facts.arrears.paid.value} paid"
    credited = f"{DIRECT} credited for proven direct payments, {FOUND} credited by finding of a court"
    assert f"{less} through the state, {credited}." in told
    assert f"{less}." in words(f"nc/{paper}", gathered(OF_ACCOUNT[paper], before))


@pytest.mark.parametrize(("paper", "kind"), [
    ("nc/affidavit-of-arrears", "AffidavitOfArrears"), ("nc/payment-history", "PaymentHistory"),
    ("nc/fact-sheet", "FactSheet"), ("nc/contempt-sheet", "ContemptSheet"),
])  # fmt: skip
def test_a_paper_that_lists_payments_lists_what_was_credited_beside_them(
    paper: str, kind: str, before: Matter, after: Matter
) -> None:
    line = f"Credit that a court found on November 2, 2026 06/01/2026 11/02/2026 {FOUND}"
    assert line in words(paper, gathered(kind, after))
    assert "In the account from" not in words(paper, gathered(kind, before))


def test_quarters_show_what_was_credited_in_a_line_of_its_own(before: Matter, after: Matter) -> None:
    (then,), (now,) = gathered("ContemptSheet", before).quarters, gathered("ContemptSheet", after).quarters
    assert then.credits == ()
    assert (now.paid, now.ordered) == (then.paid, then.ordered)
    (line,) = now.credits
    assert line.source.value == "Direct payments proven"
    shown = {getattr(now, place).value: getattr(line, place).value for place in PLACES}
    assert {quarter: amount for quarter, amount in shown.items() if amount} == {"2026Q3": DIRECT}
    assert f"Direct payments proven – – – – – {DIRECT}" in words("nc/contempt-sheet", gathered("ContemptSheet", after))


def test_the_review_sheet_tells_what_was_credited_since_the_last_hearing(before: Matter, after: Matter) -> None:
    since = gathered("ReviewSheet", after).compliance
    assert (since.direct_since.value, since.found_since.value, since.corrected_since.value) == (None, FOUND, None)
    told = f"{since.paid_since.value} paid through the state of {since.due_since.value} that fell due, "
    said = words("nc/fact-sheet-review", gathered("ReviewSheet", after))
    assert f"{told}{FOUND} credited by finding of a court" in said
    assert "through the state" not in words("nc/fact-sheet-review", gathered("ReviewSheet", before))


def test_unpaid_months_of_schedule_audit_and_california_agree_and_no_credit_is_told_as_paid(
    before: Matter, after: Matter, audited: list[dict[str, Any]]
) -> None:
    schedule = gathered("ScheduleOfUnpaidMonths", after)
    in_california = replace(after, office=STOCKTON, record=replace(after.record, state="CA"))
    charged = gathered("ContemptCounts", in_california).counts
    shown = [
        (one.due_on.value.isoformat(), *(cents(getattr(one, name)) for name in SUMS)) for one in schedule.unpaid_months
    ]
    assert shown == [tuple(one[name] for name in ("due_on", *SUMS)) for one in audited]
    assert {one.due_on.value for one in charged} <= {date.fromisoformat(day) for day, *_ in shown}
    assert any(credited for *_, credited, _ in shown)
    assert all(ordered == paid + credited + unpaid for _, ordered, paid, credited, unpaid in shown)
    plain = {one.due_on.value.isoformat(): one for one in gathered("ScheduleOfUnpaidMonths", before).unpaid_months}
    assert all(paid <= cents(plain[day].paid) for day, _, paid, *_ in shown if day in plain)
    assert "credited on that month" in words("nc/unpaid-months", schedule)
    without = words("nc/unpaid-months", gathered("ScheduleOfUnpaidMonths", before))
    assert "credited" not in without.replace("is credited to", "")


def cents(fact: Any) -> int:
    return (fact.value or ZERO).cents
