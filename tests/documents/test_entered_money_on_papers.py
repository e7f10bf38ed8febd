"""What people enter about money shows on the papers: each line adds up, and an earlier paper is out of date."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from cases.ability.evidence import Kind
from cases.money.actions import enter_credit, enter_step, enter_suspension
from cases.money.facts import CreditTold, StepTold, SuspensionTold
from documents.gather import Matter, matter, support
from documents.gather.ability import ability
from documents.gather.papers import gathered
from documents.marks import mark
from hearings.queries import hearings_of_session, sessions
from infra.db import Database
from kernel.money import ZERO, Money
from offices.queries import staff_named
from tests.county import DAY, NOON, county_with_an_agent

CASE = "7000070888"


@pytest.fixture
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with county_with_an_agent(tmp_path_factory.mktemp("entered"), CASE) as opened:
        yield opened


def of(county: Database) -> Matter:
    with county.reading() as db:
        hearing = next(one for each in sessions(db, 1) for one in hearings_of_session(db, 1, each.id))
        return matter(db, 1, hearing.id, as_of=DAY)


def test_a_found_credit_stands_in_the_affidavit_and_makes_what_was_made_before_out_of_date(county: Database) -> None:
    before = of(county)
    with county.transaction() as db:
        told = CreditTold(date(2026, 10, 1), Money(12_345), "derivative benefits", "order of Nov 1", date(2026, 11, 1))
        enter_credit(db, CASE, told, by=staff_named(db, "a@here.gov"), now=NOON)
    after = of(county)
    assert mark(before) != mark(after)
    affidavit = gathered("AffidavitOfArrears", after)
    owed = affidavit.arrears
    assert owed.credited.value == Money(12_345)
    assert owed.total.value == gathered("AffidavitOfArrears", before).arrears.total.value - Money(12_345)
    assert owed.opening.value + owed.charged.value - owed.paid.value - owed.credited.value == owed.total.value
    assert [one.credited.value for one in affidavit.months if one.credited.value] == [Money(12_345)]
    balance = affidavit.arrears.opening.value
    for month in affidavit.months:
        balance = balance + month.ordered.value - month.paid.value - (month.credited.value or ZERO)
        assert balance == month.balance.value


def test_a_suspended_time_is_named_and_not_charged(county: Database) -> None:
    since = of(county).record.orders[-1].effective_on
    told = SuspensionTold("incarceration", date(2026, 3, 1), date(2026, 5, 31), "letter of the jail, no work release")
    before = gathered("AffidavitOfArrears", of(county)).arrears
    with county.transaction() as db:
        enter_suspension(db, CASE, told, by=staff_named(db, "a@here.gov"), now=NOON)
    after = gathered("AffidavitOfArrears", of(county)).arrears
    assert since < date(2026, 3, 1)
    assert before.suspended.value is None
    assert after.suspended.value == "from March 1, 2026 to May 31, 2026 (incarceration)"
    monthly = of(county).record.orders[-1].support
    assert before.charged.value - after.charged.value == monthly + monthly + monthly


def test_of_two_causes_from_one_day_on_the_one_that_ended_is_named_first(county: Database) -> None:
    with county.transaction() as db:
        child = of(county).record.children[0].mpi_no
        for cause, until in (("child with obligor", None), ("incarceration", date(2026, 5, 31))):
            whose = {"children": (child,), "whole_order": True} if until is None else {}
            told = SuspensionTold(cause, date(2026, 3, 1), until, "school records, letter of the jail", **whose)
            enter_suspension(db, CASE, told, by=staff_named(db, "a@here.gov"), now=NOON)
    suspended = gathered("AffidavitOfArrears", of(county)).arrears.suspended.value
    assert suspended is not None
    assert suspended.startswith("from March 1, 2026 to May 31, 2026 (incarceration); from March 1, 2026 and still on ")


def test_the_order_demands_its_newest_step_with_the_proof_of_the_step(county: Database) -> None:
    with county.transaction() as db:
        key = of(county).record.orders[-1].source_key
        told = StepTold(date(2026, 6, 1), Money(20_000), "the oldest child is 18", "order, paragraph 4", key)
        enter_step(db, CASE, told, by=staff_named(db, "a@here.gov"), now=NOON)
    (order, *_) = gathered("AffidavitOfArrears", of(county)).orders
    assert order.monthly_support.value == Money(20_000)
    assert order.monthly_support.trace.entered_by == "Avery Agent"


def test_a_paper_of_california_says_that_a_balance_carried_over_within_a_month_bears_interest_at_once(
    county: Database,
) -> None:
    record = replace(of(county).record, state="CA")
    opening = record.opening()
    assert opening is not None
    opening.on, opening.arrears = date(2025, 11, 15), Money(90_000)
    said = support.arrears(record, DAY).interest_rule.value
    assert "All of the balance carried over on November 15, 2025 bears it from the next day" in said


def test_evidence_of_the_order_tells_its_newest_step(county: Database) -> None:
    with county.transaction() as db:
        key = of(county).record.orders[-1].source_key
        told = StepTold(date(2026, 6, 1), Money(20_000), "the oldest child is 18", "order, paragraph 4", key)
        enter_step(db, CASE, told, by=staff_named(db, "a@here.gov"), now=NOON)
    found = [one for each in ability(of(county)).sheet.findings for one in each.evidence if one.kind is Kind.ORDER]
    assert "$200.00 monthly since June 1, 2026" in found[0].words
