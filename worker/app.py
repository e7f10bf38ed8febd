"""The Celery side of a worker: a bell names a job, the job is done if it is due."""

import os
from typing import Any

from celery.signals import setup_logging, worker_process_init

from infra.db import database
from infra.doorbell import TASK, celery_app
from infra.jobs.machine import named, this_process
from infra.jobs.perform import perform
from infra.kinship import die_with_parent
from infra.log import set_up_log
from worker.errands import ERRANDS
from worker.muscle import SUPERVISOR

_CELERY = os.getpid()

app = celery_app()

if supervisor := os.environ.get(SUPERVISOR):
    die_with_parent(named(supervisor).pid)


@app.task(name=TASK)  # type: ignore[untyped-decorator]
def work(job_id: int) -> str:
    """Answer one bell."""
    return perform(database(), job_id, worker=_own_name(), errands=ERRANDS)


def _own_name() -> str:
    """The supervisor's name and the number of this process, by which its work is given back when it dies."""
    return f"{os.environ.get(SUPERVISOR) or this_process()}/{os.getpid()}"


@worker_process_init.connect  # type: ignore[untyped-decorator]
def _die_with_celery(**_told: Any) -> None:
    die_with_parent(_CELERY)


@setup_logging.connect  # type: ignore[untyped-decorator]
def _log_our_way(**_told: Any) -> None:
    set_up_log()
