"""Which order, step or rule of law a charge of the work paper names."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from cases.ledger import Kind
from cases.money.actions import enter_obligation, enter_step, enter_suspension
from cases.money.facts import JudgmentTold, ObligationTold, StepTold, SuspensionTold
from cases.money.governing import enter_judgment
from cases.tables import SupportOrder
from documents.audit.gathering import work_paper
from infra.db import Database
from kernel.money import ZERO, Money
from tests.cases.money_desk import AGENT, CASE, DAY, NOW, ORDER, has_children, opened, person


def replaced(db: Session, effective_on: date, cents: int) -> None:
    """A later order that takes the place of the first."""
    db.add(SupportOrder(
        office_id=1, content="-", source="test", retrieved_at=NOW, case_no=CASE, source_key="order|B",
        source_record="ORDER B", entered_on=effective_on, kind="modification", support=Money(cents),
        frequency="monthly", toward_arrears=ZERO, effective_on=effective_on,
    ))  # fmt: skip


def test_a_charge_under_a_later_order_names_it_and_not_a_step_of_the_order_that_it_replaced(sqlite: Database) -> None:
    opened(sqlite)
    with sqlite.transaction() as db:
        agent = person(db, AGENT)
        for month, cents in ((2, 40_000), (9, 30_000)):
            told = StepTold(date(2026, month, 1), Money(cents), f"step of month {month}", "order A", ORDER)
            enter_step(db, CASE, told, by=agent, now=NOW)
        replaced(db, date(2026, 5, 1), 45_000)
    with sqlite.reading() as db:
        paper = work_paper(db, 1, CASE, as_of=DAY)
    charged = {one.line.on: (one.line.amount.cents, one.source) for one in paper.lines if one.line.what == "charge"}
    assert charged[date(2026, 1, 1)] == (50_000, "test ORDER A, 11/20/2026")
    assert charged[date(2026, 3, 1)][0] == 40_000
    assert {on: told for on, told in charged.items() if on >= date(2026, 5, 1)} == {
        date(2026, month, 1): (45_000, "test ORDER B, 11/20/2026") for month in range(5, 12)
    }
    assert [(one.what, one.until) for one in paper.orders] == [
        ("Order of 01/01/2025", date(2026, 4, 30)), ("Step: step of month 2", date(2026, 4, 30)),
        ("Order of 05/01/2026", None),
    ]  # fmt: skip


def test_an_order_replaced_on_the_day_on_which_it_began_never_was_in_effect(sqlite: Database) -> None:
    opened(sqlite)
    with sqlite.transaction() as db:
        replaced(db, date(2025, 1, 1), 45_000)
    with sqlite.reading() as db:
        paper = work_paper(db, 1, CASE, as_of=DAY)
    assert [(one.number, one.since, one.until, one.amount) for one in paper.orders] == [
        (1, date(2025, 1, 1), None, Money(45_000))
    ]


@pytest.mark.parametrize(
    ("state", "rule", "cite"),
    [
        ("NC", "Weekly support falls due as 4.33 times as much on the first of each month", "50-13.4(c)"),
        ("CA", "Weekly support falls due on its own days", "685.020(b)"),
    ],
)
def test_a_paper_on_a_weekly_order_names_the_rule_by_which_it_falls_due(
    sqlite: Database, state: str, rule: str, cite: str
) -> None:
    opened(sqlite, state=state, frequency="weekly", support=10_000)
    with sqlite.reading() as db:
        rules = work_paper(db, 1, CASE, as_of=DAY).rules
    (found,) = [one for one in rules if "falls due" in one.what]
    assert (found.what, cite in found.cite) == (rule, True)


def test_the_interest_of_a_judgment_is_told_in_percent_with_its_file_and_page(sqlite: Database) -> None:
    opened(sqlite)
    judged = JudgmentTold(date(2026, 7, 1), "8", date(2026, 7, 1), "17 CVD 13947, page 3")
    with sqlite.transaction() as db:
        enter_judgment(db, CASE, judged, by=person(db, AGENT), now=NOW)
    with sqlite.reading() as db:
        rules = work_paper(db, 1, CASE, as_of=DAY).rules
    assert [one.what for one in rules if "page 3" in str(one.cite)] == ["Interest of 8 percent a year in this case"]


def test_a_charge_of_spousal_support_names_the_order_that_set_it_and_a_portion_stands_among_the_suspensions(
    sqlite: Database,
) -> None:
    opened(sqlite)
    ana, _ = has_children(sqlite, "Ana Sample", "Ben Sample")
    spousal = ObligationTold(
        "spousal support", Money(20_000), "monthly", date(2026, 9, 1), None, date(2026, 8, 20), "17 CVD 100, page 2"
    )  # fmt: skip
    died = SuspensionTold(
        "death of the child", date(2026, 10, 1), None, "certificate", children=(ana,), portion=Money(20_000)
    )
    with sqlite.transaction() as db:
        agent = person(db, AGENT)
        enter_obligation(db, CASE, spousal, by=agent, now=NOW)
        enter_suspension(db, CASE, died, by=agent, now=NOW)
    with sqlite.reading() as db:
        paper = work_paper(db, 1, CASE, as_of=DAY)
    assert [(one.number, one.what, one.amount) for one in paper.orders] == [
        (1, "Order of 01/01/2025", Money(50_000)), (2, "Spousal support, order of 08/20/2026", Money(20_000)),
    ]  # fmt: skip
    charged = [(one.line.words, one.in_short) for one in paper.lines if one.line.on == date(2026, 10, 1)]
    assert ("Spousal support falls due", "Section 4, no. 2") in charged
    assert ("Child support falls due, less $200.00 that is suspended", "Section 4, no. 1") in charged
    assert [one.why for one in paper.pauses] == ["death of the child, $200.00 of each instalment (certificate)"]
    assert {account.kind for account in paper.accounts} == {Kind.CHILD, Kind.SPOUSAL}
    told = [one.what for one in paper.rules]
    assert "The support of a child does not fall due: death of the child" in told
    assert any(words.startswith("Of amounts that fell due on one day, child support, then") for words in told)
