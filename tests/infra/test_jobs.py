"""A job is done once, whoever asks, claims, dies or comes back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from infra.db import Database
from infra.jobs import Errand, Job, JobState, LeaseLost, Progress, cancel, enqueue
from infra.jobs.lease import LEASE, MOST_ATTEMPTS, MOST_LOSSES, Claim, claim, fail, finish, heartbeat, release_worker
from infra.jobs.perform import Outcome, perform, work_off
from infra.jobs.presence import show_presence
from infra.jobs.sweep import RING_AGAIN, needs_sweep, sweep
from kernel.refusals import Refused, Unavailable

START = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def _ask(db: Database, key: str = "sheet 1", **asked: Any) -> int:
    with db.transaction() as session:
        return enqueue(session, "render", {"hearing": 1}, office_id=1, key=key, **asked).id


def _claim(db: Database, job_id: int, worker: str = "one") -> Claim | None:
    with db.transaction() as session:
        return claim(session, job_id, worker)


def _held(db: Database, job_id: int, worker: str = "one") -> Claim:
    held = _claim(db, job_id, worker)
    assert held is not None
    return held


def _job(db: Database, job_id: int) -> Job:
    with db.reading() as session:
        return session.get_one(Job, job_id)


def _finish(db: Database, held: Claim) -> bool:
    with db.transaction() as session:
        return finish(session, held)


def test_asking_twice_with_one_key_makes_one_job(db: Database) -> None:
    assert _ask(db) == _ask(db)


def test_many_who_ask_at_once_with_one_key_get_one_job(db: Database) -> None:
    with ThreadPoolExecutor(8) as askers:
        assert len(set(askers.map(lambda _: _ask(db), range(16)))) == 1


def test_the_same_key_in_another_office_is_another_job(db: Database) -> None:
    ours = _ask(db)
    with db.transaction() as session:
        theirs = enqueue(session, "render", {"hearing": 9}, office_id=2, key="sheet 1").id
    assert theirs != ours
    assert _job(db, ours).args == {"hearing": 1}


def test_a_job_that_is_done_stays_done_when_it_is_asked_for_again(db: Database) -> None:
    job_id = _ask(db)
    _finish(db, _held(db, job_id))
    _ask(db, batch="second")
    assert (_job(db, job_id).state, _job(db, job_id).batch) == (JobState.DONE, "second")


def test_a_dead_job_starts_anew_when_it_is_asked_for_again(db: Database) -> None:
    job_id = _ask(db)
    with db.transaction() as session:
        fail(session, claim(session, job_id, "one"), "The order has no docket number.", again=False)  # type: ignore[arg-type]
    assert (_job(db, job_id).state, _job(db, job_id).error) == (JobState.DEAD, "The order has no docket number.")
    _ask(db)
    again = _job(db, job_id)
    assert (again.state, again.attempts, again.error) == (JobState.QUEUED, 0, None)


def test_a_job_asked_for_in_a_transaction_that_fails_was_never_asked_for(db: Database) -> None:
    def ask_and_fail() -> None:
        with db.transaction() as session:
            enqueue(session, "render", {}, office_id=1, key="k")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        ask_and_fail()
    with db.reading() as session:
        assert session.scalars(select(Job)).all() == []


def test_of_many_who_reach_for_a_job_one_gets_it(db: Database) -> None:
    job_id = _ask(db)
    with ThreadPoolExecutor(8) as workers:
        claims = list(workers.map(lambda number: _claim(db, job_id, str(number)), range(16)))
    assert len([held for held in claims if held]) == 1


def test_a_lease_that_ran_out_passes_to_another_and_the_first_can_no_longer_finish(
    db: Database, clock: time_machine.Traveller
) -> None:
    job_id = _ask(db)
    first = _held(db, job_id, "one")
    assert _claim(db, job_id, "two") is None
    clock.shift(LEASE + timedelta(seconds=1))
    second = _held(db, job_id, "two")
    assert not _finish(db, first)
    assert _finish(db, second)
    assert (_job(db, job_id).state, _job(db, job_id).losses) == (JobState.DONE, 1)


def test_a_heartbeat_keeps_the_lease_and_carries_the_progress(db: Database, clock: time_machine.Traveller) -> None:
    job_id = _ask(db)
    held = _held(db, job_id)
    clock.shift(LEASE - timedelta(seconds=1))
    with db.transaction() as session:
        assert heartbeat(session, held, {"done": 1, "of": 2, "words": "converting"})
    clock.shift(LEASE - timedelta(seconds=1))
    assert _claim(db, job_id, "two") is None
    assert _job(db, job_id).progress == {"done": 1, "of": 2, "words": "converting"}


def test_a_heartbeat_for_a_job_that_passed_on_says_so(db: Database, clock: time_machine.Traveller) -> None:
    job_id = _ask(db)
    held = _held(db, job_id)
    clock.shift(LEASE + timedelta(seconds=1))
    _held(db, job_id, "two")
    with db.transaction() as session:
        assert not heartbeat(session, held, {})


def test_a_lease_from_a_clock_that_was_put_back_two_hours_holds_nothing(
    db: Database, clock: time_machine.Traveller
) -> None:
    job_id = _ask(db)
    _held(db, job_id)
    clock.shift(timedelta(hours=-2))
    assert _claim(db, job_id, "two") is not None


def test_each_failure_waits_twice_as_long_and_the_fifth_is_the_last(
    db: Database, clock: time_machine.Traveller
) -> None:
    job_id = _ask(db)
    pauses = []
    for _ in range(MOST_ATTEMPTS):
        with db.transaction() as session:
            held = claim(session, job_id, "one")
            assert held is not None
            fail(session, held, "The converter does not answer.")
        wait = _job(db, job_id).not_before
        pauses.append((wait - datetime.now(UTC)).total_seconds() if wait else None)
        assert _claim(db, job_id) is None
        clock.shift(timedelta(minutes=1))
    assert pauses == [1, 2, 4, 8, None]
    assert _job(db, job_id).state == JobState.DEAD


def test_what_a_dead_worker_had_in_hand_is_due_again_at_once(db: Database) -> None:
    ours, other, elder = (_ask(db, key) for key in ("a", "b", "c"))
    _held(db, ours, "box:7:1/41")
    _held(db, other, "box:7:12/41")
    _held(db, elder, "box:7:1/42")
    with db.transaction() as session:
        assert release_worker(session, "box:7:1/42") == [elder]
        assert release_worker(session, "box:7:1") == [ours]
    assert _claim(db, ours) is not None
    assert _claim(db, other) is None


def test_a_job_that_took_thirty_workers_with_it_is_given_up_in_words(db: Database) -> None:
    job_id = _ask(db)
    for number in range(MOST_LOSSES + 1):
        _held(db, job_id, f"w{number}")
        with db.transaction() as session:
            release_worker(session, f"w{number}")
    assert _claim(db, job_id) is None
    with db.transaction() as session:
        assert sweep(session) == []
    assert _job(db, job_id).state == JobState.DEAD
    assert "30 workers were lost" in (_job(db, job_id).error or "")


def test_a_job_for_later_is_done_later(db: Database, clock: time_machine.Traveller) -> None:
    job_id = _ask(db, not_before=START + timedelta(hours=1))
    assert _claim(db, job_id) is None
    clock.shift(timedelta(hours=1))
    assert _claim(db, job_id) is not None


def test_a_cancelled_job_is_not_done_and_one_in_hand_is_not_cancelled(db: Database) -> None:
    waiting, in_hand = _ask(db, "a"), _ask(db, "b")
    _held(db, in_hand)
    with db.transaction() as session:
        assert [cancel(session, session.get_one(Job, job_id)) for job_id in (waiting, in_hand)] == [True, False]
    assert _claim(db, waiting) is None


def test_a_sweep_rings_for_what_nobody_heard_but_not_at_every_turn(db: Database, clock: time_machine.Traveller) -> None:
    job_id = _ask(db)
    with db.transaction() as session:
        show_presence(session, "elsewhere:1:1", slots=2)
        assert sweep(session) == []
    clock.shift(RING_AGAIN + timedelta(seconds=1))
    with db.transaction() as session:
        assert needs_sweep(session)
        assert sweep(session) == [job_id]
        assert sweep(session) == []


def test_a_sweep_rings_only_for_as_many_as_idle_workers_can_hear(db: Database, clock: time_machine.Traveller) -> None:
    jobs = [_ask(db, str(number)) for number in range(30)]
    clock.shift(RING_AGAIN + timedelta(seconds=1))
    _held(db, jobs[0])
    with db.transaction() as session:
        show_presence(session, "elsewhere:1:1", slots=2)
        assert len(sweep(session)) == 10


class Desk:
    """An errand that notes what happens to it."""

    def __init__(self, make: Any = None, write: Any = None) -> None:
        self.wrote: list[Any] = []
        self.errands = {"render": Errand(lambda _db, args: args["hearing"], make or self._make, write or self._write)}

    def _make(self, hearing: int, progress: Progress) -> str:
        progress.report(1, 1)
        return f"sheet for hearing {hearing}"

    def _write(self, db: Session, args: dict[str, Any], made: str) -> None:
        self.wrote.append(made)
        enqueue(db, "file", {"paper": made}, office_id=1, key=made)


def _perform(db: Database, job_id: int, desk: Desk) -> Outcome:
    return perform(db, job_id, worker="one", errands=desk.errands)


def test_an_errand_reads_makes_and_writes_once_however_often_the_bell_rings(db: Database) -> None:
    job_id, desk = _ask(db), Desk()
    assert [_perform(db, job_id, desk) for _ in range(3)] == [Outcome.DONE, Outcome.NOT_OURS, Outcome.NOT_OURS]
    assert desk.wrote == ["sheet for hearing 1"]
    assert _job(db, job_id).state == JobState.DONE


def test_a_result_that_cannot_be_written_leaves_neither_the_result_nor_the_word_done(db: Database) -> None:
    def write_half(session: Session, _args: Any, _made: Any) -> None:
        enqueue(session, "file", {}, office_id=1, key="half")
        raise RuntimeError

    job_id = _ask(db)
    assert _perform(db, job_id, Desk(write=write_half)) == Outcome.FAILED
    with db.reading() as session:
        assert session.scalars(select(Job.kind)).all() == ["render"]
    assert (_job(db, job_id).state, _job(db, job_id).attempts) == (JobState.QUEUED, 1)


def test_a_worker_that_wakes_after_its_job_passed_on_writes_nothing(db: Database) -> None:
    def sleep_through(hearing: int, _progress: Progress) -> str:
        with db.transaction() as session:
            release_worker(session, "one")
            assert claim(session, job_id, "two") is not None
        return "late"

    job_id, desk = _ask(db), Desk(make=sleep_through)
    assert _perform(db, job_id, desk) == Outcome.LOST
    assert desk.wrote == []
    assert _job(db, job_id).worker == "two"


def test_a_refusal_is_not_tried_again_and_keeps_its_words(db: Database) -> None:
    def refuse(_known: Any, _progress: Progress) -> None:
        raise Refused("The order has no docket number.")

    job_id = _ask(db)
    assert _perform(db, job_id, Desk(make=refuse)) == Outcome.FAILED
    assert (_job(db, job_id).state, _job(db, job_id).error) == (JobState.DEAD, "The order has no docket number.")


def test_what_is_away_for_now_is_tried_again(db: Database) -> None:
    def be_away(_known: Any, _progress: Progress) -> None:
        raise Unavailable("The converter does not answer.")

    job_id = _ask(db)
    _perform(db, job_id, Desk(make=be_away))
    assert (_job(db, job_id).state, _job(db, job_id).error) == (JobState.QUEUED, "The converter does not answer.")


def test_the_values_in_a_defect_do_not_reach_the_job(db: Database) -> None:
    def stumble(_known: Any, _progress: Progress) -> None:
        raise ValueError("987-65-4320")

    job_id = _ask(db)
    _perform(db, job_id, Desk(make=stumble))
    assert _job(db, job_id).error == "A defect in the program: ValueError."


def test_progress_stops_work_that_is_no_longer_ours() -> None:
    progress = Progress(job_id=1, lost=True)
    with pytest.raises(LeaseLost):
        progress.report(1, 2)


def test_work_off_does_everything_that_is_due_and_what_it_asks_for(db: Database) -> None:
    _ask(db, "a")
    desk = Desk()
    desk.errands["file"] = Errand(lambda _db, args: args, lambda known, _: known, lambda _db, _args, _made: None)
    assert work_off(db, desk.errands) == 2
