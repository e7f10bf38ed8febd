"""Questions about the templates of an office: which there are, in which versions, and who uses them."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from documents.clinic.difference import Line, compared, lines_of
from documents.clinic.errors import NoSuchDraft, NoSuchVersion
from documents.clinic.opened import opened
from documents.clinic.problems import Problem, retold
from documents.manifests import NoSuchTemplate, Template, assembled, templates
from documents.review import State
from documents.tables import Document, Revision, TemplateDraft, TemplateVersion
from infra.blobs import blobs


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a template. ``id`` is None for the one that comes with Courtready.

    ``papers`` are the current papers that are made with it, ``approved`` how many of them are approved.
    """

    id: int | None
    template: Template
    note: str
    published_by: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    papers: int
    approved: int

    @property
    def number(self) -> int:
        return self.template.manifest.version

    @property
    def in_force_on(self) -> date:
        return self.template.manifest.in_force


@dataclass(frozen=True, slots=True)
class Shelved:
    """A template with all its versions, the newest first; ``current`` is the one for hearings of that day."""

    id: str
    versions: tuple[Version, ...]
    on: date

    @property
    def current(self) -> Version:
        usable = [one for one in self.versions if one.withdrawn_at is None]
        in_force = [one for one in usable if one.in_force_on <= self.on] or usable
        return max(in_force, key=lambda one: (one.in_force_on, one.number))

    @property
    def coming(self) -> tuple[Version, ...]:
        """Versions that are published for a later day."""
        return tuple(one for one in self.versions if one.in_force_on > self.on and one.withdrawn_at is None)


@dataclass(frozen=True, slots=True)
class Trial:
    """A template filled in from its sample: its PDF and the number of its pages."""

    pdf_sha: str
    pages: int


@dataclass(frozen=True, slots=True)
class Report:
    """What the clinic found about a draft. ``refusal`` says why it could not be filled in, where it could not."""

    problems: tuple[Problem, ...]
    pictures: tuple[tuple[int, str, tuple[int, ...]], ...]
    """Page, SHA-256 of the picture, and the numbers of the problems that it marks."""
    lines: tuple[str, ...]
    before: Trial | None
    after: Trial | None
    refusal: str
    gaps: tuple[str, ...]

    @property
    def blocking(self) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.blocks)

    @property
    def publishable(self) -> bool:
        """Whether nothing stands against its use."""
        return not self.blocking and self.after is not None


@cache
def built_in(state: str) -> tuple[Template, ...]:
    """The templates that come with Courtready for a state."""
    return templates(state.lower())


def published(db: Session, office_id: int, state: str) -> tuple[Template, ...]:
    """The versions that an office has published and not withdrawn."""
    rows = db.scalars(
        select(TemplateVersion)
        .where(
            TemplateVersion.office_id == office_id,
            TemplateVersion.withdrawn_at.is_(None),
            TemplateVersion.template.startswith(f"{state.lower()}/"),
        )
        .order_by(TemplateVersion.id)
    )
    return tuple(template_of(row) for row in rows)


def template_of(row: TemplateVersion | TemplateDraft) -> Template:
    """The template of a version or a draft."""
    return _kept(row.manifest_sha, row.word_sha, row.samples_sha, row.template.partition("/")[2])


def shelf(db: Session, office_id: int, state: str, *, on: date) -> tuple[Shelved, ...]:
    """Every template of an office with its versions, in the order of their places in a packet."""
    used = _used(db, office_id)
    found: dict[str, list[Version]] = {}
    for one in built_in(state):
        found.setdefault(one.manifest.id, []).append(_version(None, one, used))
    rows = select(TemplateVersion).where(TemplateVersion.office_id == office_id).order_by(TemplateVersion.id)
    for row in db.scalars(rows):
        found.setdefault(row.template, []).append(_version(row, template_of(row), used))
    made = [Shelved(id, tuple(sorted(held, key=lambda one: -one.number)), on) for id, held in found.items()]
    return tuple(sorted(made, key=lambda one: (one.current.template.manifest.position, one.id)))


def shelved(db: Session, office_id: int, state: str, template: str, *, on: date) -> Shelved:
    """One template with its versions. Raises NoSuchTemplate."""
    for one in shelf(db, office_id, state, on=on):
        if one.id == template:
            return one
    raise NoSuchTemplate(template)


def numbered_version(found: Shelved, number: int) -> Version:
    """One version of a template. Raises NoSuchVersion."""
    for one in found.versions:
        if one.number == number:
            return one
    raise NoSuchVersion(f"{number} of '{found.id}'")


def version_of_office(db: Session, office_id: int, id: int) -> TemplateVersion:
    """One published version. Raises NoSuchVersion, also for another office's."""
    row = db.scalar(select(TemplateVersion).where(TemplateVersion.office_id == office_id, TemplateVersion.id == id))
    if row is None:
        raise NoSuchVersion(str(id))
    return row


def draft_of_office(db: Session, office_id: int, id: int) -> TemplateDraft:
    """One draft. Raises NoSuchDraft, also for another office's."""
    row = db.scalar(select(TemplateDraft).where(TemplateDraft.office_id == office_id, TemplateDraft.id == id))
    if row is None:
        raise NoSuchDraft(id)
    return row


def report_of(draft: TemplateDraft) -> Report | None:
    """What the clinic found about a draft; None while it is being looked over."""
    if draft.report_sha is None:
        return None
    told: dict[str, Any] = json.loads(blobs().get(draft.report_sha))
    return Report(
        problems=tuple(retold(one) for one in told["problems"]),
        pictures=tuple((page, sha, tuple(numbers)) for page, sha, numbers in told["pictures"]),
        lines=tuple(told["lines"]),
        before=Trial(**told["before"]) if told["before"] else None,
        after=Trial(**told["after"]) if told["after"] else None,
        refusal=told["refusal"],
        gaps=tuple(told["gaps"]),
    )


def difference(was: Template, now: Template) -> list[Line]:
    """What differs in the text of two templates that were looked over before."""
    return compared(text_of_template(was.word), text_of_template(now.word))


@lru_cache(maxsize=64)
def text_of_template(word: bytes) -> list[str]:
    """The text of a template that was looked over before, as lines."""
    return lines_of(opened(word))


@lru_cache(maxsize=512)
def _kept(manifest_sha: str, word_sha: str, samples_sha: str, folder: str) -> Template:
    kept = blobs()
    return assembled(kept.get(manifest_sha), kept.get(word_sha), kept.get(samples_sha), folder)


def _used(db: Session, office_id: int) -> dict[str, Counter[str]]:
    """How many current papers are made with each template, by its digest and their state."""
    rows = db.execute(
        select(Revision.template_digest, Revision.state, func.count())
        .join(Document, Document.current_id == Revision.id)
        .where(Document.office_id == office_id)
        .group_by(Revision.template_digest, Revision.state)
    )
    found: dict[str, Counter[str]] = {}
    for digest, state, papers in rows:
        found.setdefault(digest, Counter())[state] += papers
    return found


def _version(row: TemplateVersion | None, template: Template, used: dict[str, Counter[str]]) -> Version:
    papers = used.get(template.digest, Counter())
    return Version(
        id=row.id if row else None,
        template=template,
        note=row.note if row else "comes with Courtready",
        published_by=row.published_by if row else "",
        published_at=row.published_at if row else None,
        withdrawn_at=row.withdrawn_at if row else None,
        papers=papers.total(),
        approved=papers[State.APPROVED.value],
    )
