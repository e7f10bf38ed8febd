"""Payment plans that are not kept, on the worklist of the agent of the case."""

from datetime import date, timedelta

from cases.plans.actions import end_plan, make_plan
from cases.plans.facts import Basis, Plan, Tolerance
from hearings.clocks.lines import Kind, Line, Urgency
from hearings.clocks.worklist import worklist
from infra.db import Database
from kernel.money import Money
from offices.facts import Person, Role
from tests.county import rows
from tests.hearings.calendar.court import staff
from tests.hearings.clocks.county import NOW, REVIEW, TODAY

CODE = next(row["WORKER_ID"] for row in rows("CASES.csv") if row["IVD_CASE_NO"] == REVIEW)
DUE = TODAY - timedelta(days=7)


def planned(database: Database, by: Person, *, failures: int, due: date = DUE) -> int:
    """A plan of 100,000 dollars a month, which nobody keeps."""
    plan = Plan(
        Basis.COURT, "order", due - timedelta(days=1), due, Money(10_000_000), tolerance=Tolerance(2, 0, failures)
    )
    with database.transaction() as db:
        return make_plan(db, REVIEW, plan, by=by, today=TODAY, now=NOW).id


def lines(database: Database, person: Person, today: date = TODAY) -> list[Line]:
    with database.reading() as db:
        return [one for one in worklist(db, person, today=today).lines if one.kind is Kind.PLAN]


def test_a_broken_plan_is_a_line_of_the_agent_until_it_is_ended(either: Database) -> None:
    agent = staff(either, code=CODE)
    plan = planned(either, agent, failures=1)
    (line,) = lines(either, agent)
    assert (line.id, line.case_no, line.rule, line.owner) == (plan, REVIEW, "nc.plan.broken-order", "attorney")
    assert line.why.startswith("The newest instalment failed, $100,000.00 in all.")
    assert not line.verified
    (later,) = lines(either, agent, TODAY + timedelta(days=20))
    assert later.urgency is Urgency.OVERDUE
    with either.transaction() as db:
        end_plan(db, REVIEW, plan, on=TODAY, why="a new order", by=agent, today=TODAY, now=NOW)
    assert lines(either, agent) == []


def test_a_letter_about_a_missed_instalment_is_a_line_only_while_it_is_new(either: Database) -> None:
    agent = staff(either, code=CODE)
    planned(either, agent, failures=2)
    (line,) = lines(either, agent)
    assert (line.rule, line.urgency) == ("us.plan.missed", Urgency.SOON)
    assert line.by > TODAY
    assert lines(either, agent, line.by)[0].urgency is Urgency.TODAY
    assert lines(either, agent, line.by + timedelta(days=1)) == []


def test_the_plan_of_another_agents_case_is_not_mine_and_no_attorney_has_such_lines(either: Database) -> None:
    owner = staff(either, name="Robin", code=CODE)
    planned(either, owner, failures=1)
    assert lines(either, staff(either, code="CS999")) == []
    assert lines(either, staff(either, role=Role.ATTORNEY, name="Taylor")) == []
    assert [one.who for one in lines(either, owner)] == ["Robin"]
