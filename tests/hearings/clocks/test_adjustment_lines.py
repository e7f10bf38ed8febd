"""Adjustments that wait for a second person, on the worklists of the attorneys who may decide them."""

from datetime import date, timedelta

from cases.money.deciding import decide_adjustment, propose_adjustment
from cases.money.facts import Bucket
from hearings.clocks.lines import Kind, Line, Urgency
from hearings.clocks.worklist import worklist
from infra.db import Database
from kernel.money import Money
from offices.facts import Person, Role
from tests.hearings.calendar.court import staff
from tests.hearings.clocks.county import NOW, REVIEW, TODAY


def proposed(database: Database, by: Person) -> int:
    """Fifty dollars off, proposed today."""
    with database.transaction() as db:
        told = (TODAY, Bucket.FAMILY, Money(-5_000), "charged twice")
        return propose_adjustment(db, REVIEW, *told, by=by, now=NOW).id


def lines(database: Database, person: Person, today: date = TODAY) -> list[Line]:
    with database.reading() as db:
        return [one for one in worklist(db, person, today=today).lines if one.kind is Kind.ADJUSTMENT]


def test_a_proposed_adjustment_is_a_line_of_every_attorney_until_one_has_decided(either: Database) -> None:
    agent, attorney = staff(either), staff(either, Role.ATTORNEY, "Taylor")
    proposal = proposed(either, agent)
    (line,) = lines(either, attorney)
    assert (line.id, line.case_no, line.owner) == (proposal, REVIEW, "attorney")
    assert line.what == "Decide about the adjustment of -$50.00"
    assert line.why == "Proposed by Avery: charged twice. Until it is decided it counts for nothing."
    assert line.urgency is Urgency.SOON
    assert lines(either, attorney, line.by + timedelta(days=1))[0].urgency is Urgency.OVERDUE
    assert lines(either, agent) == []
    with either.transaction() as db:
        decide_adjustment(db, REVIEW, proposal, approve=True, by=attorney, now=NOW)
    assert lines(either, attorney) == []


def test_an_attorney_who_proposed_an_adjustment_is_not_asked_to_decide_about_it(either: Database) -> None:
    author, other = staff(either, Role.ATTORNEY, "Taylor"), staff(either, Role.ATTORNEY, "Morgan")
    proposed(either, author)
    assert lines(either, author) == []
    assert len(lines(either, other)) == 1
