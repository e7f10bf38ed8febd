"""Jobs of sweeps and reminders are forgotten after a week; what failed and all other work stays."""

from datetime import timedelta

from sqlalchemy import select, update

from hearings.clocks import jobs
from hearings.clocks.sweeping import ask_for_sweeps
from infra.clock import now
from infra.db import Database
from infra.jobs import Job, JobState, enqueue
from infra.jobs.perform import work_off
from worker.errands import ERRANDS


def test_a_day_s_last_sweep_forgets_done_sweeps_and_reminders_of_more_than_a_week_ago(either: Database) -> None:
    old, recent = now() - timedelta(days=8), now() - timedelta(days=6)
    rows = [
        ("old sweep", jobs.SWEEP, JobState.DONE, old),
        ("old reminder", jobs.REMIND, JobState.DONE, old),
        ("old failure", jobs.SWEEP, JobState.DEAD, old),
        ("recent sweep", jobs.SWEEP, JobState.DONE, recent),
        ("old paper", "documents.render", JobState.DONE, old),
    ]
    with either.transaction() as db:
        for key, kind, state, at in rows:
            job = enqueue(db, kind, {}, office_id=1, key=key)
            db.execute(update(Job).where(Job.id == job.id).values(state=state, done_at=at))
    with either.transaction() as db:
        ask_for_sweeps(db, now())
    assert work_off(either, ERRANDS) >= 1
    with either.reading() as db:
        kept = {job.idempotency_key for job in db.scalars(select(Job))}
    assert {key for key, *_ in rows} - kept == {"old sweep", "old reminder"}
