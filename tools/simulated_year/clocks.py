"""Clocks start in a case: a complaint is filed, an agent starts one, a debt is settled; and lines are answered."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from cases.actions import post_payment
from cases.ledger import next_month
from cases.queries import case_record
from hearings.clocks.actions import mark_met, start_clock
from hearings.service.actions import record_attempt
from hearings.service.entry import Attempt
from hearings.service.facts import Link
from hearings.service.issuing import issue_paper
from law.counting import months_on
from tools.simulated_year.county import LAST, CaseOf, instant
from tools.simulated_year.events import Act, Year
from tools.simulated_year.truth import Due

BY_HAND = (("us.case.open", 0.4), ("us.review.complete", 0.3), ("us.withholding.notice", 0.3))


def file_complaint(year: Year, case: CaseOf) -> Act:
    """A complaint is filed and its summons issued; service is left to chance."""

    def act(db: Session, day: date) -> None:
        issue_paper(
            db, case.case_no, mpi_no=case.obligor, paper="summons and complaint", kind=Link.ORIGINAL, issued_on=day,
            filed_on=day, by=year.county.agents[0], today=day, now=instant(day, 15),
        )  # fmt: skip
        year.told["complaints filed"] += 1
        for rule in ("nc.summons.service", "nc.summons.extension", "nc.clock.disposition"):
            due = Due(case.case_no, rule, day, day + timedelta(days=1))
            due.count(year.calendar(), day + timedelta(days=1))
            year.dues.append(due)
        served_on = day + timedelta(days=year.dice.randrange(5, 90))
        if year.dice.random() < 0.6 and served_on <= LAST:
            year.acts[served_on].append(_serve_summons(year, case, day))

    return act


def start_by_hand(year: Year, case: CaseOf) -> Act:
    """An agent starts a clock that the record does not start."""

    def act(db: Session, day: date) -> None:
        rule = year.dice.choices([name for name, _ in BY_HAND], [weight for _, weight in BY_HAND])[0]
        start_clock(
            db, case.case_no, rule=rule, trigger_on=day, evidence="the year", by=year.county.agents[0],
            now=instant(day, 15),
        )  # fmt: skip
        due = Due(case.case_no, rule, day, day + timedelta(days=1), started_by_hand=True)
        due.count(year.calendar(), day + timedelta(days=1))
        year.dues.append(due)
        year.told["clocks started by hand"] += 1

    return act


def settle_debt(year: Year, case: CaseOf) -> Act:
    """All that is owed is paid at once, and nothing after it: a new delinquency begins."""

    def act(db: Session, day: date) -> None:
        record = case_record(db, 1, case.case_no)
        money = record.ledger()
        owed, next_due = money.arrears(day), next_month(day.replace(day=1))
        goes_on = any(charge.due_on == next_due for charge in money.charges(next_due))
        behind_on = months_on(next_due, 1)
        if owed.cents <= 0 or not goes_on or behind_on > LAST:
            return
        post_payment(
            db, case.case_no, receipt_no=f"YEAR{case.case_no}", collected_on=day, amount=owed,
            by=year.county.agents[0], now=instant(day, 15),
        )  # fmt: skip
        works = any(
            one.mpi_no == case.obligor and (one.ended_on is None or one.ended_on > behind_on) for one in record.jobs
        )
        rule = "us.enforce.action" if works else "us.enforce.service"
        due = Due(case.case_no, rule, behind_on, behind_on)
        year.acts[year.court_day(behind_on)].append(_count(year, due))
        year.dues.append(due)
        year.told["debts settled"] += 1

    return act


def answered(year: Year, db: Session, kept_id: int, due: Due | None, day: date) -> None:
    """An agent does what a line asks for and writes it down."""
    mark_met(db, kept_id, on=day, how="Done, as the line asked.", by=year.county.agents[0], today=day)
    year.told["lines answered"] += 1
    if due is not None:
        due.met_on = day + timedelta(days=1)


def _serve_summons(year: Year, case: CaseOf, issued_on: date) -> Act:
    def act(db: Session, day: date) -> None:
        entry = Attempt(
            mpi_no=case.obligor, paper="summons and complaint", method="sheriff", tried_on=day, result="served",
            issued_on=issued_on, returned_on=day,
        )  # fmt: skip
        record_attempt(db, case.case_no, entry, by=year.county.agents[0], today=day, now=instant(day, 15))
        for one in year.dues:
            if one.case_no == case.case_no and one.rule.startswith("nc.summons"):
                one.met_on = one.met_on or day + timedelta(days=1)
        year.told["summonses served"] += 1

    return act


def _count(year: Year, due: Due) -> Act:
    def act(db: Session, day: date) -> None:
        due.count(year.calendar(), due.known_on)

    return act
