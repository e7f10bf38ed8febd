"""The errand that looks a draft over: what is wrong and where, and what it makes beside what is made today."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from documents.clinic.errors import NotPublishable
from documents.clinic.examine import Looked, filled, look_over
from documents.clinic.filling import filled_in
from documents.clinic.marking import pictures
from documents.errors import ReadBackFailed, TemplateBroken
from documents.manifests import Manifest, NoSuchTemplate, Template
from documents.tables import TemplateDraft
from documents.template_queries import Trial, shelved, template_of
from infra.blobs import blobs
from infra.converter import ConverterFailed
from infra.jobs import Errand, Progress
from infra.kept_pdf import kept_pdf
from offices.queries import state_of


@dataclass(frozen=True, slots=True)
class _Brought:
    word_sha: str
    manifest_sha: str
    samples_sha: str
    manifest: Manifest
    current: Template | None


def _read(db: Session, args: dict[str, Any]) -> _Brought:
    draft = db.get_one(TemplateDraft, args["draft_id"])
    state, day = state_of(db, draft.office_id), date.fromisoformat(args["today"])
    try:
        current = shelved(db, draft.office_id, state, draft.template, on=day).current.template
    except NoSuchTemplate:
        current = None
    return _Brought(draft.word_sha, draft.manifest_sha, draft.samples_sha, template_of(draft).manifest, current)


def _make(brought: _Brought, progress: Progress) -> str:
    kept = blobs()
    progress.report(0, 4, "looking it over")
    looked = look_over(kept.get(brought.word_sha), brought.manifest.facts)
    progress.report(1, 4, "marking the places")
    marked = _marked(looked)
    progress.report(2, 4, "filling it in from the sample")
    after, gaps, refusal = _after(looked, brought)
    progress.report(3, 4, "filling in the one that is used today")
    report = {
        "problems": [one.told() for one in looked.problems],
        "pictures": marked,
        "lines": looked.lines,
        "before": _before(brought.current),
        "after": after,
        "refusal": refusal,
        "gaps": gaps,
    }
    return kept.put(json.dumps(report, ensure_ascii=False).encode())


def _marked(looked: Looked) -> list[list[Any]]:
    try:
        return [[one.page, blobs().put(one.png), list(one.problems)] for one in pictures(looked)]
    except ConverterFailed:
        return []


def _after(looked: Looked, brought: _Brought) -> tuple[dict[str, Any] | None, list[str], str]:
    """The draft filled in, which facts it marks as gaps, or why it could not be filled in."""
    if looked.blocking:
        return None, [], "problems have to be mended first"
    kept = blobs()
    try:
        word, gaps = filled(
            kept.get(brought.word_sha),
            manifest=kept.get(brought.manifest_sha),
            samples=kept.get(brought.samples_sha),
            folder=brought.manifest.id.partition("/")[2],
        )
        return _kept(word), list(gaps), ""
    except NotPublishable as refused:
        return None, [], refused.why
    except ConverterFailed as failed:
        return None, [], str(failed).rstrip(".")


def _before(current: Template | None) -> dict[str, Any] | None:
    if current is None:
        return None
    try:
        return _kept(filled_in(current).word)
    except (TemplateBroken, ReadBackFailed, ConverterFailed):
        return None


def _kept(word: bytes) -> dict[str, Any]:
    pdf = kept_pdf(word)
    return asdict(Trial(blobs().put(pdf.data), pdf.pages))


def _write(db: Session, args: dict[str, Any], report_sha: str) -> None:
    db.get_one(TemplateDraft, args["draft_id"]).report_sha = report_sha


LOOKING_OVER = Errand(_read, _make, _write)
