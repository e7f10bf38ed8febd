"""What must I do today: whose lines, by when, and why."""

from datetime import date

from hearings.calendar.feeds import assign
from hearings.clocks.actions import mark_met, start_clock
from hearings.clocks.lines import Kind, Line, Urgency
from hearings.clocks.worklist import worklist
from hearings.court_day.tables import Task
from infra.db import Database
from offices.facts import Person, Role
from tests.county import rows
from tests.hearings.calendar.court import hearing_of, staff
from tests.hearings.clocks.county import NOW, REVIEW, SHOW_CAUSE, TODAY, at_noon, kept, served, swept

NEAR = date(2026, 11, 20)
"""Five court days before the last safe day of the review: Thanksgiving and the day after are closed."""


def _code(case_no: str) -> str:
    return next(row["WORKER_ID"] for row in rows("CASES.csv") if row["IVD_CASE_NO"] == case_no)


def _lines(database: Database, person: Person, today: date = NEAR) -> list[Line]:
    with database.reading() as db:
        return list(worklist(db, person, today=today).lines)


def _of_case(lines: list[Line], case_no: str) -> list[Line]:
    return [one for one in lines if one.case_no == case_no]


def test_a_line_says_what_case_by_when_why_and_who(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    swept(either)
    (line,) = _of_case(_lines(either, agent), REVIEW)
    assert (line.kind, line.by, line.rule) == (Kind.DEADLINE, date(2026, 11, 25), "nc.notice.motion")
    assert line.what == "Service of the motion or notice of hearing"
    assert line.cite.startswith("N.C. Gen. Stat. § 50-13.5(d)(1)")
    assert (line.who, line.owner, line.urgency) == ("Avery", "agent", Urgency.SOON)


def test_what_is_not_near_is_on_no_list_and_what_is_past_is_overdue(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    swept(either)
    assert _of_case(_lines(either, agent, date(2026, 11, 16)), REVIEW) == []
    (line,) = _of_case(_lines(either, agent, date(2026, 11, 27)), REVIEW)
    assert line.urgency is Urgency.OVERDUE
    (line,) = _of_case(_lines(either, agent, date(2026, 11, 25)), REVIEW)
    assert line.urgency is Urgency.TODAY


def test_another_agents_case_is_not_mine_and_nobodys_is_everybodys(either: Database) -> None:
    staff(either, name="Robin", code=_code(REVIEW))
    avery = staff(either, code="CS999")
    swept(either)
    assert _of_case(_lines(either, avery), REVIEW) == []
    nobodys = [one for one in _lines(either, avery, date(2026, 12, 1)) if one.who == ""]
    assert {one.case_no for one in nobodys} <= {SHOW_CAUSE}


def test_a_hearing_assigned_to_me_is_mine_whoever_has_the_case(either: Database) -> None:
    staff(either, name="Robin", code=_code(REVIEW))
    avery = staff(either, code="CS999")
    swept(either)
    with either.transaction() as db:
        assign(db, [hearing_of(either, REVIEW)], person=avery, by=avery, now=NOW)
    assert [one.who for one in _of_case(_lines(either, avery), REVIEW)] == ["Robin"]


def test_a_deadline_that_is_met_leaves_the_list(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    swept(either)
    (line,) = _of_case(_lines(either, agent), REVIEW)
    with either.transaction() as db:
        mark_met(db, line.id, on=TODAY, how="Waived in writing.", by=agent, today=TODAY)
    assert _of_case(_lines(either, agent), REVIEW) == []
    swept(either, date(2026, 11, 23))
    (found,) = kept(either, REVIEW, "nc.notice")
    assert (found.met_on, found.met_how) == (TODAY, "Waived in writing.")


def test_service_without_its_return_is_a_line_until_the_court_day_before_the_hearing(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    served(either, REVIEW, "notice of hearing", date(2026, 11, 20), agent)
    swept(either, date(2026, 12, 3))
    (line,) = _of_case(_lines(either, agent, date(2026, 12, 3)), REVIEW)
    assert (line.kind, line.by) == (Kind.PROOF, date(2026, 12, 7))


def test_a_task_stands_among_the_deadlines_with_its_rule(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    with either.transaction() as db:
        db.add(
            Task(
                office_id=1, case_no=REVIEW, hearing_id=None, kind="order", words="Draft the order", owner="agent",
                due_on=date(2026, 11, 22), rule="nc.notice.motion", made_at=NOW,
            )
        )  # fmt: skip
    (line,) = _of_case(_lines(either, agent), REVIEW)
    assert (line.kind, line.what, line.by) == (Kind.TASK, "Draft the order", date(2026, 11, 20))
    assert line.cite.startswith("N.C. Gen. Stat. § 50-13.5(d)(1)")


def test_an_attorney_has_what_is_an_attorneys_to_do(either: Database) -> None:
    staff(either, code=_code(REVIEW))
    staff(either, name="Robin", code=_code(SHOW_CAUSE))
    attorney = staff(either, Role.ATTORNEY, "Taylor")
    swept(either)
    assert _of_case(_lines(either, attorney), REVIEW) == []


def test_a_clock_that_a_person_started_is_kept_counted_and_moved_by_closings(either: Database) -> None:
    agent = staff(either, code=_code(REVIEW))
    swept(either)
    with either.transaction() as db:
        start_clock(
            db, REVIEW, rule="us.case.open", trigger_on=date(2026, 11, 10), evidence="application of November 10",
            by=agent, now=at_noon(TODAY),
        )  # fmt: skip
    (found,) = kept(either, REVIEW, "us.case.open")
    assert (found.on, found.kept_by) == (date(2026, 11, 30), "agent:avery@example.gov")
    swept(either, date(2026, 11, 23))
    assert kept(either, REVIEW, "us.case.open") == [found]
