"""What is told about templates, their versions and drafts, and the facts that they may say."""

from datetime import date, datetime

from pydantic import BaseModel

from documents.clinic.catalogue import Tellable
from documents.clinic.problems import Problem
from documents.tables import TemplateDraft, TemplateVersion
from documents.template_queries import Report, Shelved, Version


class VersionTold(BaseModel):
    """``id`` is null for the version that comes with Courtready."""

    id: int | None
    number: int
    in_force_on: date
    note: str
    published_by: str
    published_at: datetime | None
    withdrawn_at: datetime | None
    digest: str
    papers: int
    approved: int


class TemplateTold(BaseModel):
    template: str
    title: str
    kind: str
    audience: str
    facts: str
    hearings: list[str]
    prepared: str
    in_force: int
    versions: list[VersionTold]


class ProblemTold(BaseModel):
    """``fix`` names the mend that is safe; null where a person has to decide."""

    number: int
    kind: str
    words: str
    part: str
    paragraph: int
    text: str
    fix: str | None
    blocks: bool


class DraftTold(BaseModel):
    """``looked_over`` is false while the clinic is at work, and everything after it is then empty."""

    draft: int
    template: str
    batch: str
    word_sha: str
    brought_by: str
    brought_at: datetime
    looked_over: bool
    publishable: bool
    refusal: str
    problems: list[ProblemTold]
    pages_before: int | None
    pages_after: int | None


class TellableTold(BaseModel):
    name: str
    tag: str
    inside: str
    label: str
    sort: str
    required: bool
    sample: str
    disclosure: str


class FactsTold(BaseModel):
    name: str
    used_by: list[str]
    facts: list[TellableTold]


class DifferenceTold(BaseModel):
    was: int
    now: int
    lines: list[str]


def template_told(one: Shelved) -> TemplateTold:
    """A template with its versions, the newest first."""
    manifest = one.current.template.manifest
    return TemplateTold(
        template=one.id,
        title=manifest.title,
        kind=manifest.kind,
        audience=manifest.audience.value,
        facts=manifest.facts,
        hearings=list(manifest.hearings),
        prepared=manifest.prepared,
        in_force=one.current.number,
        versions=[_version(version) for version in one.versions],
    )


def published_told(version: TemplateVersion) -> VersionTold:
    """A version that was just published or withdrawn; no paper is counted."""
    named = {name: getattr(version, name) for name in VersionTold.model_fields if name not in ("papers", "approved")}
    return VersionTold(**named, papers=0, approved=0)


def draft_told(draft: TemplateDraft, report: Report | None) -> DraftTold:
    """A draft with what the clinic found."""
    return DraftTold(
        draft=draft.id,
        template=draft.template,
        batch=f"draft-{draft.id}",
        word_sha=draft.word_sha,
        brought_by=draft.brought_by,
        brought_at=draft.brought_at,
        looked_over=report is not None,
        publishable=bool(report and report.publishable),
        refusal=report.refusal if report else "",
        problems=[_problem(number, one) for number, one in enumerate(report.problems if report else (), start=1)],
        pages_before=report.before.pages if report and report.before else None,
        pages_after=report.after.pages if report and report.after else None,
    )


def tellable_told(fact: Tellable) -> TellableTold:
    return TellableTold(**{name: getattr(fact, name) for name in TellableTold.model_fields})


def _version(version: Version) -> VersionTold:
    named = {name: getattr(version, name) for name in VersionTold.model_fields if name != "digest"}
    return VersionTold(**named, digest=version.template.digest)


def _problem(number: int, one: Problem) -> ProblemTold:
    named = {name: getattr(one, name) for name in ProblemTold.model_fields if name != "number"}
    return ProblemTold(number=number, **named)
