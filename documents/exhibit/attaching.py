"""The errand that opens an exhibit from outside and keeps a clean copy, or says why it cannot be used."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from documents.errors import ExhibitBroken
from documents.exhibit.opening import rebuild
from documents.exhibit.searching import made_searchable
from documents.tables import Exhibit
from infra.blobs import blobs
from infra.jobs import Errand, Progress


@dataclass(frozen=True, slots=True)
class _Opened:
    sha: str | None
    pages: int | None
    problem: str | None


def _read(db: Session, args: dict[str, Any]) -> str:
    return db.get_one(Exhibit, args["exhibit_id"]).original_sha


def _make(original_sha: str, progress: Progress) -> _Opened:
    progress.report(0, 1, "opening")
    try:
        clean = rebuild(blobs().get(original_sha))
    except ExhibitBroken as broken:
        return _Opened(None, None, str(broken))
    return _Opened(blobs().put(made_searchable(clean.pdf)), clean.pages, None)


def _write(db: Session, args: dict[str, Any], opened: _Opened) -> None:
    exhibit = db.get_one(Exhibit, args["exhibit_id"])
    exhibit.rebuilt_sha, exhibit.pages, exhibit.problem = opened.sha, opened.pages, opened.problem


OPENING = Errand(_read, _make, _write)
