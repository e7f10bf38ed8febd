"""Waits for a batch of jobs, telling how far it is."""

import time
from collections import Counter
from dataclasses import dataclass

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from sqlalchemy import select

from cli.speaking import err
from infra.db import Database
from infra.jobs import Job, JobState
from infra.own_worker import own_worker_if_none_is_alive

LOOK_SECONDS = 0.2
_OPEN = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Finished:
    """How a batch ended: jobs by state, the words of those that gave up, and worker processes that died meanwhile."""

    states: Counter[str]
    problems: tuple[str, ...]
    deaths: int


def finish_batch(database: Database, ids: list[int], what: str) -> Finished:
    """Wait until every job is done or has given up, with a worker of our own if nobody else runs one."""
    if not ids:
        return Finished(Counter(), (), 0)
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=err
    )
    with own_worker_if_none_is_alive() as watch, bar:
        task = bar.add_task(what, total=len(ids))
        while True:
            rows = _rows(database, ids)
            open_ = sum(1 for state, _ in rows if state in _OPEN)
            bar.update(task, completed=len(rows) - open_)
            if not open_:
                return Finished(
                    Counter(str(state) for state, _ in rows), tuple(error for _, error in rows if error), watch.deaths
                )
            watch.check()
            time.sleep(LOOK_SECONDS)


def end_unless_done(finished: Finished) -> None:
    """Go on where every job is done; otherwise say why the first one gave up, and end the command with status 1."""
    if finished.problems:
        err.print(finished.problems[0], style="bold red", markup=False)
        raise typer.Exit(1)


def _rows(database: Database, ids: list[int]) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    with database.reading() as db:
        for start in range(0, len(ids), 500):
            rows = db.execute(select(Job.state, Job.error).where(Job.id.in_(ids[start : start + 500])))
            found += [(row.state, row.error if row.state == JobState.DEAD else None) for row in rows]
    return found
