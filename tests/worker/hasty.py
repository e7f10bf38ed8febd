"""The worker of the examples with a lease so short that a test can wait for its end."""

from datetime import timedelta

from infra.jobs import lease, perform
from tests.worker.example import app

__all__ = ["app"]

lease.LEASE = timedelta(seconds=3)
perform.HEARTBEAT_SECONDS = 0.5
