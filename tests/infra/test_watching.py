"""What an office is told about its work."""

import pytest

from infra.db import Database
from infra.jobs import Job, JobState, enqueue
from infra.jobs.lease import claim, fail, finish
from infra.jobs.watching import NoSuchJob, NotGivenUp, Tally, ask_again, jobs_of, oldest_open, tally


@pytest.fixture
def asked(db: Database) -> list[int]:
    """Of one batch: a job done, one that gave up and one that waits; and one of another office."""
    with db.transaction() as session:
        ids = [enqueue(session, "render", {}, office_id=1, key=str(n), batch="session 1").id for n in range(3)]
        enqueue(session, "render", {}, office_id=2, key="0", batch="session 1")
    with db.transaction() as session:
        done, failed = claim(session, ids[0], "one"), claim(session, ids[1], "one")
        assert done is not None
        assert failed is not None
        finish(session, done)
        fail(session, failed, "The order has no docket number.", again=False)
    return ids


def test_jobs_are_counted_for_one_office_and_one_batch(db: Database, asked: list[int]) -> None:
    with db.reading() as session:
        assert tally(session, 1, batch="session 1") == Tally(queued=1, done=1, failed=1)
        assert tally(session, 1, batch="session 2") == Tally()
        assert not tally(session, 1).over


def test_the_newest_jobs_come_first_and_only_those_of_the_office(db: Database, asked: list[int]) -> None:
    with db.reading() as session:
        assert [job.id for job in jobs_of(session, 1)] == asked[::-1]
        assert [job.id for job in jobs_of(session, 1, state=JobState.DEAD)] == [asked[1]]
        assert oldest_open(session, 1) == session.get_one(Job, asked[2]).made_at


def test_only_a_job_that_gave_up_is_tried_again_and_only_by_its_office(db: Database, asked: list[int]) -> None:
    with pytest.raises(NotGivenUp, match="The job is done"), db.transaction() as session:
        ask_again(session, 1, asked[0])
    with pytest.raises(NoSuchJob), db.transaction() as session:
        ask_again(session, 2, asked[1])
    with db.transaction() as session:
        ask_again(session, 1, asked[1])
    with db.reading() as session:
        assert tally(session, 1) == Tally(queued=2, done=1)
