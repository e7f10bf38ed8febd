"""A draft tried on a stored hearing: which hearings take its kind of paper, asking for the trial, and what came of it.

A trial is no revision: nothing of it stands in the record, and it is found again only while the record, the draft and
the version in force are those that it was made of.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from cases.queries import find_case
from documents import jobs
from documents.clinic.errors import NotTriable
from documents.gather import Matter, gathered, matter
from documents.manifests import Template, papers_for
from documents.marks import mark
from documents.standing import library
from documents.tables import TemplateDraft
from documents.template_queries import Trial, draft_of_office, report_of, template_of
from hearings.facts import SetHearing
from hearings.queries import hearings_of_case, hearings_of_session, sessions
from infra import audit
from infra.blobs import blobs
from infra.jobs import Job, enqueue
from kernel.digest import digest
from law.hearing_types import HearingType
from law.states import law_of
from offices.facts import Person, Role
from offices.queries import require_role, state_of

MOST_HEARINGS = 60
"""Hearings that are offered at once; any other is found by its case."""
MOST_SESSIONS = 40


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tried: a draft as a template, and the one in force, on the record of a hearing as known on a day.

    ``current`` is None where no template of the kind is in force for the hearing.
    """

    draft: TemplateDraft
    template: Template
    current: Template | None
    of: Matter

    @property
    def key(self) -> str:
        """Under what the trial is known; another as soon as anything differs that it would be made of."""
        current = self.current.digest if self.current else ""
        return digest(["template trial", self.draft.office_id, self.template.digest, current, mark(self.of)])


@dataclass(frozen=True, slots=True)
class Side:
    """What one template made of the record, which facts it marks as missing or withheld, or why it made nothing."""

    trial: Trial | None
    gaps: tuple[str, ...]
    refusal: str


@dataclass(frozen=True, slots=True)
class Tried:
    """Both papers of a hearing; ``before`` is None where no template of the kind is in force for it."""

    before: Side | None
    after: Side


def hearings_to_try(
    db: Session, office_id: int, draft: TemplateDraft, *, today: date, case: str = ""
) -> list[SetHearing]:
    """Hearings that take the draft's kind of paper: of a case, or the next ones and then the last ones.

    Raises NoSuchCase.
    """
    template, state = template_of(draft), state_of(db, office_id)
    among, law = library(db, office_id, state), law_of(state)
    found = hearings_of_case(db, office_id, find_case(db, office_id, case)) if case else _near(db, office_id, today)
    taking = (one for one in found if _takes(template, law.hearing_type_or_other(one.code), one.on, among))
    return list(islice(taking, MOST_HEARINGS))


def subject(db: Session, office_id: int, draft_id: int, hearing_id: int, *, today: date) -> Subject:
    """What would be tried. Raises NoSuchDraft, NoSuchHearing, or NotTriable for a hearing without such a paper."""
    draft = draft_of_office(db, office_id, draft_id)
    of, template = matter(db, office_id, hearing_id, as_of=today), template_of(draft)
    among = library(db, office_id, of.kind.state)
    if not _takes(template, of.kind, of.hearing.on, among):
        raise NotTriable(f"a hearing of type {of.kind.name} takes no paper of this template")
    return Subject(draft, template, _in_force(template, of.kind, of.hearing.on, among), of)


def ask_to_try(db: Session, draft_id: int, hearing_id: int, *, by: Person, today: date) -> Job:
    """Have a draft tried on a hearing. Raises NotYourRole, NotTriable, or what the case lacks for such a paper."""
    require_role(by, Role.ATTORNEY)
    asked = subject(db, by.office_id, draft_id, hearing_id, today=today)
    report = report_of(asked.draft)
    if report is None:
        raise NotTriable("it has not been looked over yet")
    if not report.publishable:
        raise NotTriable(report.refusal or "its problems must be mended first")
    gathered(asked.template.manifest.facts, asked.of)
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb=f"asked to try template draft {draft_id} on",
        subject=f"hearing {hearing_id}", detail=asked.key,
    )  # fmt: skip
    args = {
        "office_id": by.office_id, "draft_id": draft_id, "hearing_id": hearing_id, "template": asked.draft.template,
        "today": today.isoformat(), "by": by.actor,
    }  # fmt: skip
    batch = batch_of(draft_id, hearing_id)
    return enqueue(db, jobs.TRY_TEMPLATE, args, office_id=by.office_id, key=f"trial:{asked.key}", batch=batch)


def batch_of(draft_id: int, hearing_id: int) -> str:
    """The batch of a trial's work."""
    return f"trial-{draft_id}-{hearing_id}"


def tried(asked: Subject) -> Tried | None:
    """What came of the trial; None where it was not made, or was made of something else than there is now."""
    kept = blobs().pointed(asked.key)
    if kept is None:
        return None
    told = json.loads(kept)
    return Tried(_side(told["before"]) if told["before"] else None, _side(told["after"]))


def _side(told: dict[str, Any]) -> Side:
    return Side(Trial(**told["trial"]) if told["trial"] else None, tuple(told["gaps"]), told["refusal"])


def _near(db: Session, office_id: int, today: date) -> Iterator[SetHearing]:
    """The hearings of the next court sessions, and then of the last ones."""
    every = sessions(db, office_id)
    coming = [one for one in every if one.on >= today]
    past = [one for one in reversed(every) if one.on < today]
    for one in [*coming, *past][:MOST_SESSIONS]:
        yield from hearings_of_session(db, office_id, one.id)


def _takes(template: Template, kind: HearingType, on: date, among: tuple[Template, ...]) -> bool:
    """Whether a hearing would take this template, were it published: no other of its kind is closer."""
    current = _in_force(template, kind, on, among)
    closeness = template.manifest.closeness(kind)
    return closeness > 0 and (current is None or closeness >= current.manifest.closeness(kind))


def _in_force(template: Template, kind: HearingType, on: date, among: tuple[Template, ...]) -> Template | None:
    of_kind = [one for one in among if one.manifest.kind == template.manifest.kind]
    return next(iter(papers_for(kind, on, of_kind)), None)
