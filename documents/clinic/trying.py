"""The errand that tries a draft on a stored hearing, beside the version in force; it stores no paper of the hearing."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from documents.clinic.errors import NotPublishable
from documents.clinic.examine import filled_from_record
from documents.clinic.filling import Filled, filled_with
from documents.errors import LeakFound, ReadBackFailed, TemplateBroken
from documents.freeze import freeze
from documents.gather import gathered
from documents.leaks import find_leaks
from documents.manifests import Template
from documents.reading import page_texts, word_text
from documents.template_queries import Trial
from documents.template_trials import Side, Subject, subject
from documents.thaw import unfrozen
from infra import audit
from infra.blobs import blobs
from infra.converter import ConverterFailed
from infra.jobs import Errand, Progress
from infra.kept_pdf import kept_pdf
from kernel.disclosure import Audience

_NOT_MADE = (NotPublishable, TemplateBroken, ReadBackFailed, LeakFound, ConverterFailed)


@dataclass(frozen=True, slots=True)
class _ToTry:
    """A subject with the facts of its paper, frozen as they would be with a revision."""

    subject: Subject
    key: str
    kept: list[dict[str, Any]]
    title: str
    author: str


def _read(db: Session, args: dict[str, Any]) -> _ToTry:
    day = date.fromisoformat(args["today"])
    of = subject(db, args["office_id"], args["draft_id"], args["hearing_id"], today=day)
    kept = [fact.told() for fact in freeze(gathered(of.template.manifest.facts, of.of)).facts]
    title = f"{of.template.manifest.title}, case {of.of.record.case_no}"
    return _ToTry(of, of.key, kept, title, of.of.office.letterhead)


def _make(asked: _ToTry, progress: Progress) -> None:
    of, store = asked.subject, blobs()
    manifest = store.get(of.draft.manifest_sha)
    progress.report(0, 2, "filling in the draft")
    after = _side(of, partial(_with_draft, asked, manifest))
    progress.report(1, 2, "filling in the one that is used today")
    before = _side(of, partial(_with_current, asked, of.current)) if of.current else None
    told = {"before": asdict(before) if before else None, "after": asdict(after)}
    store.point(asked.key, store.put(json.dumps(told, ensure_ascii=False).encode()))


def _with_draft(asked: _ToTry, manifest: bytes) -> Filled:
    """In a child, as everything that opens a template from outside."""
    made = filled_from_record(asked.subject.template, manifest, asked.kept, title=asked.title, author=asked.author)
    return Filled(*made)


def _with_current(asked: _ToTry, current: Template) -> Filled:
    facts = unfrozen(current.facts_type, asked.kept)
    return filled_with(current, facts, title=asked.title, author=asked.author)


def _side(of: Subject, fill: Callable[[], Filled]) -> Side:
    """What came of a template; what a finished paper would be refused for is refused here as well."""
    try:
        filled = fill()
        _refuse_leaks(word_text(filled.word), of)
        pdf = kept_pdf(filled.word)
        _refuse_leaks("\n".join(page_texts(pdf.data)), of)
    except _NOT_MADE as refused:
        return Side(None, (), str(refused))
    return Side(Trial(blobs().put(pdf.data), pdf.pages), filled.gaps, "")


def _refuse_leaks(text: str, of: Subject) -> None:
    birth_dates = of.template.manifest.audience is not Audience.PUBLIC_FILE
    if leaks := find_leaks(text, protected=of.of.record.protected_words, birth_dates=birth_dates):
        raise LeakFound(tuple(sorted({leak.kind for leak in leaks})))


def _write(db: Session, args: dict[str, Any], done: None) -> None:
    audit.record(
        db, office_id=args["office_id"], actor=args["by"], verb=f"tried template draft {args['draft_id']} on",
        subject=f"hearing {args['hearing_id']}",
    )  # fmt: skip


TRYING = Errand(_read, _make, _write)
