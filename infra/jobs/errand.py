"""What a worker does for one kind of job."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from kernel.refusals import Unavailable


@dataclass(eq=False)
class LeaseLost(Unavailable):
    """Another worker has the job now; this one stops."""

    job_id: int

    def __str__(self) -> str:
        return f"Job {self.job_id} has passed to another worker."


@dataclass
class Progress:
    """How far a job is. ``report`` is cheap: the heartbeat carries it to the row."""

    job_id: int
    done: int = 0
    of: int = 0
    words: str = ""
    lost: bool = False

    def report(self, done: int, of: int, words: str = "") -> None:
        """Say how far the work is. Raises LeaseLost when it is no longer ours."""
        self.done, self.of, self.words = done, of, words
        if self.lost:
            raise LeaseLost(self.job_id)

    def plain(self) -> dict[str, Any]:
        return {"done": self.done, "of": self.of, "words": self.words}


@dataclass(frozen=True)
class Errand:
    """Three steps, so that no transaction is open while slow work runs.

    ``read`` sees one state of the record, ``make`` has no database, ``write`` runs in the one transaction that also
    marks the job done. A worker may run ``read`` and ``make`` more than once; ``write`` commits once.
    """

    read: Callable[[Session, dict[str, Any]], Any]
    make: Callable[[Any, Progress], Any]
    write: Callable[[Session, dict[str, Any], Any], None]


Errands = Mapping[str, Errand]
