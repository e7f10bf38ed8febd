"""Where the mark of a record is the same, its facts are, and nothing need be gathered to compare."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from cases.actions import post_payment, write_note
from documents import queries
from documents.gather import Matter, gathered, matter
from documents.marks import mark
from documents.queries import prepared
from kernel.money import Money
from tests.county import DAY, NOON
from tests.documents.desk import REVIEW, SHOW_CAUSE, Desk


def mark_of(desk: Desk, case_no: str) -> str:
    with desk.database.reading() as db:
        return mark(matter(db, 1, desk.hearings[case_no], as_of=DAY))


def pay(db: Session, desk: Desk) -> None:
    post_payment(
        db, SHOW_CAUSE, receipt_no="R-1", collected_on=DAY, amount=Money(5_00), by=desk.agent, now=NOON
    )  # fmt: skip


def note(db: Session, desk: Desk) -> None:
    write_note(db, SHOW_CAUSE, "recommendation", "Something else.", by=desk.agent, now=NOON)


@pytest.mark.parametrize("change", [pay, note])
def test_a_change_of_a_case_changes_its_mark_and_no_others(desk: Desk, change: Callable[[Session, Desk], None]) -> None:
    before = {case_no: mark_of(desk, case_no) for case_no in (SHOW_CAUSE, REVIEW)}
    assert before == {case_no: mark_of(desk, case_no) for case_no in before}
    with desk.database.transaction() as db:
        change(db, desk)
    assert mark_of(desk, SHOW_CAUSE) != before[SHOW_CAUSE]
    assert mark_of(desk, REVIEW) == before[REVIEW]


def test_the_day_the_hearing_the_office_and_the_agent_are_part_of_the_mark(desk: Desk) -> None:
    with desk.database.reading() as db:
        of = matter(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY)
    others = [
        replace(of, as_of=DAY + timedelta(days=1)),
        replace(of, hearing=replace(of.hearing, room="5150")),
        replace(of, office=replace(of.office, phone="(704) 555-0199")),
        replace(of, agent="Somebody Else"),
        replace(of, services=()),
    ]
    marks = {mark(fresh(one)) for one in (of, *others)}
    assert len(marks) == 1 + len(others)


def fresh(of: Matter) -> Matter:
    """The same matter with nothing worked out yet."""
    return replace(of, record=replace(of.record))


def test_papers_of_an_unchanged_record_are_compared_without_gathering_their_facts(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def heard(facts: str, of: Matter) -> object:
        asked.append(facts)
        return gathered(facts, of)

    monkeypatch.setattr(queries, "gathered", heard)
    with desk.database.reading() as db:
        papers = prepared(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY).papers
    assert papers
    assert not any(paper.stale for paper in papers)
    assert asked == []
    with desk.database.transaction() as db:
        pay(db, desk)
    with desk.database.reading() as db:
        assert all(paper.stale for paper in prepared(db, 1, desk.hearings[SHOW_CAUSE], as_of=DAY).papers)
    assert asked
