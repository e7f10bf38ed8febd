"""What stands beside the papers of several hearings, read together: exhibits, and why papers could not be made."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from documents import jobs
from documents.tables import Exhibit
from infra.jobs import Job, JobState


def exhibits_beside(db: Session, hearings: Sequence[int]) -> dict[int, list[Exhibit]]:
    """The exhibits of each hearing in their order."""
    rows = db.scalars(
        select(Exhibit).where(Exhibit.hearing_id.in_(hearings), Exhibit.removed_at.is_(None)).order_by(Exhibit.position)
    )
    found: dict[int, list[Exhibit]] = {hearing: [] for hearing in hearings}
    for row in rows:
        found[row.hearing_id].append(row)
    return found


@dataclass(frozen=True, slots=True)
class GaveUp:
    """A job of papers or packets that gave up: its kind, what it was asked for, its last words, and when."""

    kind: str
    args: dict[str, Any]
    words: str
    at: datetime


def given_up(db: Session, office_id: int, hearings: Collection[int]) -> list[GaveUp]:
    """The jobs that gave up making papers or packets of these hearings, the newest last."""
    dead = (Job.office_id == office_id, Job.kind.in_((jobs.RENDER, jobs.PACKET)), Job.state == JobState.DEAD)
    of_these = Job.args["hearing_id"].as_integer().in_(hearings)
    rows = db.execute(select(Job.kind, Job.args, Job.error, Job.done_at).where(*dead, of_these).order_by(Job.id))
    return [GaveUp(kind, args, error or "", at) for kind, args, error, at in rows if at]


def problems_beside(given_up: Iterable[GaveUp], hearings: Sequence[int]) -> dict[int, dict[str, str]]:
    """Why papers of each hearing could not be made: by template, the words of the newest job that gave up."""
    told: dict[int, dict[str, str]] = {id: {} for id in hearings}
    for one in given_up:
        if one.kind == jobs.RENDER:
            told[one.args["hearing_id"]][one.args["template"]] = one.words
    return told
