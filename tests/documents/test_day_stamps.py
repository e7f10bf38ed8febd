"""The calendar alone makes no approval stale; a changed fact does."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from documents.freeze import DAY_STAMPS, changes, freeze
from documents.gather import gathered, matter
from hearings.queries import hearings_of_session
from infra.db import Database
from kernel.money import Money
from tests.county import DAY, SAMPLE, import_

PAPERS = ("FactSheet", "PaymentHistory")


@pytest.fixture
def county(sqlite: Database) -> Database:
    """The sample county on file."""
    import_(sqlite, SAMPLE)
    return sqlite


def _facts(county: Database, paper: str, as_of: date) -> dict[int, object]:
    """The facts of a paper for every hearing of the first session whose service brings nothing new meanwhile."""
    with county.reading() as db:
        matters = [
            (matter(db, 1, one.id, as_of=as_of), matter(db, 1, one.id, as_of=DAY + timedelta(days=7)))
            for one in hearings_of_session(db, 1, 1)
        ]
    return {now.hearing.id: gathered(paper, now) for now, then in matters if now.services == then.services}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_that_only_grew_a_week_older_in_one_month_still_says_what_the_case_says(
    county: Database, paper: str
) -> None:
    then, later = _facts(county, paper, DAY), _facts(county, paper, DAY + timedelta(days=7))
    assert len(then) > 10
    assert {id for id in then if freeze(then[id]).substance != freeze(later[id]).substance} == set()
    assert {id for id in then if freeze(then[id]).digest == freeze(later[id]).digest} == set()


def test_support_that_falls_due_makes_every_paper_about_arrears_out_of_date(county: Database) -> None:
    then, later = _facts(county, "PaymentHistory", DAY), _facts(county, "PaymentHistory", date(2026, 12, 1))
    both = then.keys() & later.keys()
    assert len(both) > 10
    assert {id for id in both if freeze(then[id]).substance == freeze(later[id]).substance} == set()


def test_a_day_stamp_is_never_told_as_a_change_and_arrears_always_are(county: Database) -> None:
    facts = next(iter(_facts(county, "PaymentHistory", DAY).values()))
    arrears = facts.arrears  # type: ignore[attr-defined]
    told = {
        "as_of": replace(arrears.as_of, value=date(2026, 11, 21)),
        "days_behind": replace(arrears.days_behind, value=arrears.days_behind.value + 1),
        "total": replace(arrears.total, value=arrears.total.value - Money(50000)),
    }
    later = replace(facts, arrears=replace(arrears, **told))  # type: ignore[type-var]
    was = [fact.told() for fact in freeze(facts).facts]
    assert [change.name for change in changes(was, freeze(later).facts)] == ["arrears.total"]
    assert {f"arrears.{name}" for name in told} - {"arrears.total"} == DAY_STAMPS
