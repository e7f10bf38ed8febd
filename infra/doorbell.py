"""Telling a worker that a job is waiting. Best effort: the job row is the truth."""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from infra.config import Config, config

if TYPE_CHECKING:
    from celery import Celery

TASK = "courtready.work"
QUEUE = "courtready"
QUIET_SECONDS = 5.0

_apps: "dict[tuple[str, str], Celery]" = {}


class _Quiet:
    """Until when a broker that failed is left alone."""

    until = 0.0


def ring(job_ids: Iterable[int]) -> bool:
    """Whether the broker took every bell. After a failure it is left alone for a few seconds."""
    if time.monotonic() < _Quiet.until:
        return False
    try:
        for job_id in job_ids:
            celery_app().send_task(TASK, args=[job_id], queue=QUEUE, retry=False, ignore_result=True)
    except Exception:  # noqa: BLE001  whatever a broker library raises, the sweep will ring again
        _Quiet.until = time.monotonic() + QUIET_SECONDS
        return False
    return True


def celery_app() -> "Celery":
    """The Celery application for the broker of the settings."""
    settings = config()
    key = (settings.broker, str(settings.data))
    if key not in _apps:
        _apps[key] = _make(settings)
    return _apps[key]


def _make(settings: Config) -> "Celery":
    from celery import Celery  # takes 0.2 s, which commands that ring no bell need not pay

    from infra import spool

    spool.install()
    app = Celery("courtready", broker=settings.broker, set_as_current=False)
    app.conf.update(
        task_queues=[_queue()],
        task_default_queue=QUEUE,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        worker_prefetch_multiplier=4 if settings.broker.startswith("filesystem") else 1,  # it looks 10 times a second
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_hijack_root_logger=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_connection_timeout=2,
        broker_transport_options=_transport_options(settings),
    )
    return app


def _queue() -> Any:
    """Bound to the default exchange only: no table of bindings that a killed process could leave half written."""
    from kombu.entity import Exchange, Queue

    return Queue(QUEUE, Exchange(""), routing_key=QUEUE, durable=True)  # type: ignore[no-untyped-call]


def _transport_options(settings: Config) -> dict[str, Any]:
    patience: dict[str, Any] = {"max_retries": 1, "interval_start": 0, "interval_step": 0.1, "interval_max": 0.1}
    if settings.broker.startswith("redis"):
        return patience | {"visibility_timeout": 60, "unacked_restore_interval": 2, "unacked_restore_throttle": 1,
                           "socket_connect_timeout": 2, "socket_timeout": 5}
    if not settings.broker.startswith("filesystem"):
        return patience
    bells = str(settings.folder("bells"))
    return patience | {
        "data_folder_in": bells,
        "data_folder_out": bells,
        "control_folder": str(settings.folder("bells-control")),
        "polling_interval": 0.1,
    }
