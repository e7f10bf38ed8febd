"""Verbs about templates: bring one to the clinic, publish it from a day on, roll back, withdraw."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from documents import jobs
from documents.clinic.errors import NotPublishable, WithdrawnBefore
from documents.clinic.examine import refuse_strangers
from documents.clinic.manifest_text import manifest_text, numbered
from documents.manifests import Manifest, NoSuchTemplate, Template, assembled
from documents.tables import TemplateDraft, TemplateVersion
from documents.template_queries import built_in, draft_of_office, report_of, shelved, template_of, version_of_office
from infra import audit
from infra.blobs import blobs
from infra.clock import now
from infra.jobs import Job, enqueue
from kernel.legal_text import legal_text
from offices.facts import Person, Role
from offices.queries import require_role, state_of
from offices.tables import Office

LONGEST_NOTE = 600


def bring(
    db: Session, template: str, word: bytes, *, by: Person, today: date, own: tuple[Manifest, bytes] | None = None
) -> tuple[TemplateDraft, Job]:
    """Bring a Word file to the clinic, where a job looks it over.

    It goes with the manifest and the sample of the template in force, or with ``own`` ones.
    Raises NotYourRole, NotATemplate, NoSuchTemplate, or NotPublishable for an own manifest that does not fit.
    """
    require_role(by, Role.ATTORNEY)
    refuse_strangers(word)
    manifest, samples = _company(db, template, by, today, own)
    kept = blobs()
    draft = TemplateDraft(
        office_id=by.office_id,
        template=template,
        word_sha=kept.put(word),
        manifest_sha=kept.put(manifest_text(manifest)),
        samples_sha=kept.put(samples),
        brought_by=by.actor,
        brought_at=now(),
    )
    db.add(draft)
    db.flush()
    args = {"draft_id": draft.id, "office_id": by.office_id, "template": template, "today": today.isoformat()}
    job = enqueue(
        db, jobs.LOOK_OVER_TEMPLATE, args, office_id=by.office_id, key=f"draft:{draft.id}", batch=f"draft-{draft.id}"
    )
    audit.record(
        db, office_id=by.office_id, actor=by.actor, verb="brought template", subject=f"template draft {draft.id}",
        detail=f"{template} {draft.word_sha}",
    )  # fmt: skip
    return draft, job


def publish(db: Session, draft_id: int, *, in_force_on: date, note: str, by: Person, today: date) -> TemplateVersion:
    """Put a draft into use for hearings on or after a day. What is approved already keeps the version it was made with.

    Raises NotYourRole, NoSuchDraft, NotPublishable or NotLegalText.
    """
    require_role(by, Role.ATTORNEY)
    draft = draft_of_office(db, by.office_id, draft_id)
    report = report_of(draft)
    if report is None:
        raise NotPublishable("it has not been looked over yet")
    if report.blocking:
        count = len(report.blocking)
        raise NotPublishable(f"{count} problem{'s' if count > 1 else ''} must be mended first")
    if report.after is None:
        raise NotPublishable(f"it could not be filled in from its sample: {report.refusal}")
    return _published(db, draft.template, template_of(draft), in_force_on=in_force_on, note=note, by=by, today=today)


def publish_again(
    db: Session, version_id: int, *, in_force_on: date, note: str, by: Person, today: date
) -> TemplateVersion:
    """Roll back: an older version becomes the newest. Raises NotYourRole, NoSuchVersion, NotPublishable."""
    require_role(by, Role.ATTORNEY)
    old = version_of_office(db, by.office_id, version_id)
    return _published(db, old.template, template_of(old), in_force_on=in_force_on, note=note, by=by, today=today)


def publish_built_in_again(
    db: Session, template: str, *, in_force_on: date, note: str, by: Person, today: date
) -> TemplateVersion:
    """Roll back to the template that comes with Courtready. Raises NotYourRole, NoSuchTemplate, NotPublishable."""
    require_role(by, Role.ATTORNEY)
    for one in built_in(state_of(db, by.office_id)):
        if one.manifest.id == template:
            return _published(db, template, one, in_force_on=in_force_on, note=note, by=by, today=today)
    raise NoSuchTemplate(template)


def withdraw_version(db: Session, version_id: int, *, by: Person) -> TemplateVersion:
    """Take a version out of use; its row and bytes stay. Raises NotYourRole, NoSuchVersion, WithdrawnBefore."""
    require_role(by, Role.ATTORNEY)
    version = version_of_office(db, by.office_id, version_id)
    if version.withdrawn_at is not None:
        raise WithdrawnBefore(version.number, (version.withdrawn_by or "").partition(":")[2])
    version.withdrawn_at, version.withdrawn_by = now(), by.actor
    _audit(db, version, "withdrew template", by)
    return version


def _company(
    db: Session, template: str, by: Person, today: date, own: tuple[Manifest, bytes] | None
) -> tuple[Manifest, bytes]:
    """The manifest and the sample that go with a Word file."""
    state = state_of(db, by.office_id)
    try:
        current = shelved(db, by.office_id, state, template, on=today).current.template
    except NoSuchTemplate:
        if own is None:
            raise
        current = None
    if own is None:
        assert current is not None  # noqa: S101 - else it was raised
        return current.manifest, current.samples
    manifest, samples = own
    if manifest.id != template or manifest.state != state.lower():
        raise NotPublishable(f"its manifest says that it is '{manifest.id}'")
    for name in ("kind", "facts", "audience"):
        if current is not None and getattr(manifest, name) != getattr(current.manifest, name):
            raise NotPublishable(f"its manifest has another {name} than the template that it replaces")
    return manifest, samples


def _published(
    db: Session, name: str, template: Template, *, in_force_on: date, note: str, by: Person, today: date
) -> TemplateVersion:
    if in_force_on < today:
        raise NotPublishable(f"it would be in force from {in_force_on:%B %-d, %Y}, a day that has passed")
    number, kept = _next_number(db, by.office_id, name), blobs()
    _refuse_the_same_again(db, by.office_id, name, template, in_force_on)
    manifest = numbered(template.manifest, number, in_force_on)
    made = assembled(manifest, template.word, template.samples, name.partition("/")[2])
    version = TemplateVersion(
        office_id=by.office_id,
        template=name,
        number=number,
        word_sha=kept.put(template.word),
        manifest_sha=kept.put(manifest),
        samples_sha=kept.put(template.samples),
        digest=made.digest,
        in_force_on=in_force_on,
        note=str(legal_text(note, longest=LONGEST_NOTE, lines=True)),
        published_by=by.actor,
        published_at=now(),
    )
    db.add(version)
    db.flush()
    _audit(db, version, "published template", by)
    return version


def _refuse_the_same_again(db: Session, office_id: int, name: str, template: Template, in_force_on: date) -> None:
    """A double click publishes once."""
    newest = db.scalar(
        select(TemplateVersion)
        .where(TemplateVersion.office_id == office_id, TemplateVersion.template == name)
        .order_by(TemplateVersion.number.desc())
        .limit(1)
    )
    if newest is None or newest.withdrawn_at is not None:
        return
    same = assembled(
        numbered(template.manifest, newest.number, in_force_on), template.word, template.samples, name.partition("/")[2]
    )
    if same.digest == newest.digest:
        raise NotPublishable(f"it is published already, as version {newest.number}")


def _next_number(db: Session, office_id: int, name: str) -> int:
    """One more than the highest there is; the one that comes with Courtready counts. Publishers wait for each other."""
    db.execute(select(Office.id).where(Office.id == office_id).with_for_update())
    own = db.scalar(
        select(func.max(TemplateVersion.number)).where(
            TemplateVersion.office_id == office_id, TemplateVersion.template == name
        )
    )
    given = [one.manifest.version for one in built_in(state_of(db, office_id)) if one.manifest.id == name]
    return max([own or 0, *given]) + 1


def _audit(db: Session, version: TemplateVersion, verb: str, by: Person) -> None:
    audit.record(
        db,
        office_id=by.office_id,
        actor=by.actor,
        verb=verb,
        subject=f"template version {version.id}",
        detail=f"{version.template} {version.number} from {version.in_force_on.isoformat()}, word {version.word_sha}",
    )
