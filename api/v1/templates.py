"""Templates: their versions, the clinic, publishing, and the facts that they may say."""

from typing import Annotated

from fastapi import APIRouter, File, Query, Response, UploadFile

from api.desk.templates import LARGEST_UPLOAD, template_seen, version_seen
from api.giving import WORD, give
from api.looking import looking_at
from api.patterns import Id, Kind, Number, State, day
from api.template_drafts import ALL, draft_seen, mend
from api.template_facts import facts_told, template_uses
from api.v1.people import Attorney
from api.v1.sent import MendSent, PublishSent
from api.v1.signing_in import done_told
from api.v1.told.people import Done
from api.v1.told.templates import (
    DifferenceTold,
    DraftTold,
    FactsTold,
    TemplateTold,
    VersionTold,
    draft_told,
    published_told,
    tellable_told,
    template_told,
)
from documents import template_actions as verbs
from documents.clinic.difference import compared
from documents.template_queries import numbered_version, shelf, text_of_template
from infra.blobs import blobs
from infra.db import database
from offices.queries import state_of

router = APIRouter(tags=["Templates"], max_body_size=LARGEST_UPLOAD)


@router.get("/templates")
def list_templates(visitor: Attorney) -> list[TemplateTold]:
    """Every template of the office with its versions."""
    with looking_at("the templates", visitor) as db:
        found = shelf(db, visitor.office_id, state_of(db, visitor.office_id), on=visitor.today)
    return [template_told(one) for one in found]


@router.get("/templates/facts")
def list_facts(
    visitor: Attorney,
    q: Annotated[str, Query(max_length=80)] = "",
    facts: Annotated[str, Query(max_length=60, pattern=r"^[A-Za-z]*$")] = "",
) -> list[FactsTold]:
    """Every fact that a template may say, with its tag, its sample and its disclosure class."""
    with looking_at("the facts of templates", visitor) as db:
        uses = template_uses(db, visitor.office_id, on=visitor.today)
    return [
        FactsTold(name=one.name, used_by=list(one.used_by), facts=[tellable_told(fact) for fact in one.facts])
        for one in facts_told(uses, q, facts)
    ]


@router.get("/templates/drafts/{draft_id:int}")
def show_draft(visitor: Attorney, draft_id: Id) -> DraftTold:
    """A draft with every problem that the clinic found, in the order of its paragraphs."""
    seen = draft_seen(visitor, draft_id)
    return draft_told(seen.draft, seen.report)


@router.get("/templates/drafts/{draft_id:int}/word", response_class=Response)
def draft_word(visitor: Attorney, draft_id: Id) -> Response:
    """The Word file of a draft, as it was brought or mended."""
    seen = draft_seen(visitor, draft_id, verb="opened Word file of")
    return give(blobs().get(seen.draft.word_sha), WORD, f"template-draft-{draft_id}.docx")


@router.post("/templates/drafts/{draft_id:int}/mend", status_code=201)
def mend_draft(visitor: Attorney, draft_id: Id, sent: MendSent) -> DraftTold:
    """The draft that a mend makes; the old one stays."""
    made = mend(visitor, draft_id, ALL if sent.problem is None else str(sent.problem))
    seen = draft_seen(visitor, made)
    return draft_told(seen.draft, seen.report)


@router.post("/templates/drafts/{draft_id:int}/publish", status_code=201)
def publish(visitor: Attorney, draft_id: Id, sent: PublishSent) -> VersionTold:
    """Put a draft into use for hearings from a day on."""
    with database().transaction() as db:
        return published_told(
            verbs.publish(
                db, draft_id, in_force_on=day(sent.in_force_on), note=sent.note, by=visitor.person, today=visitor.today
            )
        )


@router.post("/templates/versions/{version_id:int}/again", status_code=201)
def publish_again(visitor: Attorney, version_id: Id, sent: PublishSent) -> VersionTold:
    """Roll back: an older version becomes the newest."""
    with database().transaction() as db:
        made = verbs.publish_again(
            db, version_id, in_force_on=day(sent.in_force_on), note=sent.note, by=visitor.person, today=visitor.today
        )
        return published_told(made)


@router.post("/templates/versions/{version_id:int}/withdraw")
def withdraw(visitor: Attorney, version_id: Id) -> Done:
    """Take a version out of use."""
    with database().transaction() as db:
        version = verbs.withdraw_version(db, version_id, by=visitor.person)
        what = f"version {version.number} of {version.template} withdrawn"
    return done_told(visitor, what)


@router.get("/templates/{state}/{name}")
def show_template(visitor: Attorney, state: State, name: Kind) -> TemplateTold:
    """One template with its versions."""
    return template_told(template_seen(visitor, f"{state}/{name}"))


@router.post("/templates/{state}/{name}/drafts", status_code=201)
def bring(visitor: Attorney, state: State, name: Kind, file: Annotated[UploadFile, File()]) -> DraftTold:
    """Bring a Word file of at most 10 MB to the clinic; a job looks it over."""
    word = file.file.read()
    with database().transaction() as db:
        draft, _ = verbs.bring(db, f"{state}/{name}", word, by=visitor.person, today=visitor.today)
        return draft_told(draft, None)


@router.get("/templates/{state}/{name}/versions/{number:int}/word", response_class=Response)
def version_word(visitor: Attorney, state: State, name: Kind, number: Number) -> Response:
    """The Word file of a version."""
    version = version_seen(visitor, f"{state}/{name}", number)[1]
    return give(version.template.word, WORD, f"{state}-{name}-version-{number}.docx")


@router.get("/templates/{state}/{name}/versions/{number:int}/difference")
def difference(
    visitor: Attorney, state: State, name: Kind, number: Number, to: Annotated[int, Query(ge=1, le=9999)]
) -> DifferenceTold:
    """What differs in the text from version ``to``: ``-`` went, ``+`` came, ``~`` changed within the line."""
    one, version = version_seen(visitor, f"{state}/{name}", number)
    other = numbered_version(one, to)
    lines = compared(text_of_template(other.template.word), text_of_template(version.template.word))
    return DifferenceTold(was=other.number, now=number, lines=[str(line) for line in lines])
