"""The worker with errands that only tests ask for."""

import io
import os
import time
from datetime import UTC, datetime
from typing import Any

import docx
from sqlalchemy import text
from sqlalchemy.orm import Session

from infra.blobs import blobs
from infra.child import Limits, run
from infra.converter import to_pdf
from infra.jobs import Errand, Progress
from kernel.refusals import Refused, Unavailable
from worker.app import app
from worker.errands import ERRANDS

__all__ = ["EXAMPLES", "app"]

LEDGER = "CREATE TABLE IF NOT EXISTS effect (key VARCHAR(40), made_by INTEGER)"


def _read(_db: Session, args: dict[str, Any]) -> dict[str, Any]:
    return args


def _slow(known: dict[str, Any], progress: Progress) -> int:
    for step in range(4):
        progress.report(step, 4, "working")
        time.sleep(known["seconds"] / 4)
    return os.getpid()


def _write(db: Session, args: dict[str, Any], made: int) -> None:
    """No key guards this table: a second effect would show."""
    db.execute(text("INSERT INTO effect VALUES (:key, :made_by)"), {"key": args["name"], "made_by": made})


def _refuse(_known: Any, _progress: Progress) -> None:
    raise Refused("The order has no docket number.")


def _be_away(_known: Any, _progress: Progress) -> None:
    raise Unavailable("The converter does not answer.")


def _break(_known: Any, _progress: Progress) -> None:
    raise ValueError("ssn 123-45-6789")


def _start_child(_known: Any, _progress: Progress) -> None:
    run(["sleep", "300"], limits=Limits(seconds=300))


def _convert(known: dict[str, Any], _progress: Progress) -> str:
    paper, held = docx.Document(), io.BytesIO()
    paper.core_properties.modified = datetime(2026, 12, 1, tzinfo=UTC)
    paper.add_paragraph(known["name"])
    paper.save(held)
    return blobs().put(to_pdf(held.getvalue()).data)


def _keep_pdf(db: Session, _args: dict[str, Any], sha: str) -> None:
    db.execute(text("INSERT INTO effect VALUES (:key, 0)"), {"key": sha[:40]})


EXAMPLES = {
    "example.slow": Errand(_read, _slow, _write),
    "example.refused": Errand(_read, _refuse, _write),
    "example.away": Errand(_read, _be_away, _write),
    "example.convert": Errand(_read, _convert, _keep_pdf),
    "example.child": Errand(_read, _start_child, _write),
    "example.broken": Errand(_read, _break, _write),
}
ERRANDS.update(EXAMPLES)
