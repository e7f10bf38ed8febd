"""The count of every balance on PostgreSQL: two clicks at once, a worker that dies, page and API."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from cases.county import actions
from cases.county.actions import AskedRun, ask_for_run
from cases.county.queries import balances_of
from cases.queries import case_numbers
from infra.jobs import Job, JobState
from infra.jobs.lease import claim, release_worker
from offices.facts import Person, Role
from tests.desks import NOON, Desks

AGENT = Person(1, 1, "Avery Agent", "agent@here.example.gov", Role.AGENT)
API = "/api/v1/balances"


def test_a_count_survives_its_worker_and_the_page_and_the_api_tell_what_the_command_tells(
    desks_on_postgresql: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks = desks_on_postgresql
    monkeypatch.setattr(actions, "EACH", 30)
    first, second = _at_once(desks)
    assert (first.jobs, second.jobs, second.batch) == (4, 0, first.batch)
    with desks.database.transaction() as db:
        part = db.scalars(select(Job.id).where(Job.batch == first.batch).order_by(Job.id)).first()
        assert part is not None
        assert claim(db, part, "worker/1") is not None
    page = desks.browser("agent").get("/balances").text
    assert "A count is under way: 0 of 4 parts" in page
    with desks.database.transaction() as db:
        assert release_worker(db, "worker") == [part]
    desks.work()
    run = desks.bearer("attorney").get(API).json()["run"]
    with desks.database.reading() as db:
        every = balances_of(db, 1, case_numbers(db, 1), NOON.date())
        assert {job.state for job in db.scalars(select(Job).where(Job.batch == first.batch))} == {JobState.DONE}
    wrong = [one for one in every if one.wrong]
    assert (run["cases"], run["wrong"], run["missing"]) == (len(every), len(wrong), 0)
    assert {one["case_no"] for one in run["differing"]} == {one.case_no for one in wrong}
    page = desks.browser("agent").get("/balances").text
    assert all(one.case_no in page for one in wrong)


def _at_once(desks: Desks) -> tuple[AskedRun, AskedRun]:
    """Two people ask, the second a second later and before the first one's transaction has ended."""
    told: list[AskedRun] = []
    asked, may_end = threading.Event(), threading.Event()

    def ask(later: int, then: Callable[[], object]) -> None:
        with desks.database.transaction() as db:
            told.append(ask_for_run(db, by=AGENT, as_of=NOON.date(), now=NOON + timedelta(seconds=later)))
            then()

    def hold() -> None:
        asked.set()
        may_end.wait(timeout=30)

    first = threading.Thread(target=ask, args=(0, hold))
    second = threading.Thread(target=ask, args=(1, lambda: None))
    first.start()
    assert asked.wait(timeout=30)
    second.start()
    second.join(timeout=1)
    may_end.set()
    first.join(timeout=30)
    second.join(timeout=30)
    return told[0], told[1]
