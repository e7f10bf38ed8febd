"""The templates of the office: their versions, what differs, and which facts they may say."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Request, UploadFile
from pydantic import Field
from starlette.responses import Response

from api.desk.people import Attorney
from api.giving import WORD, give
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, IsoDay, Kind, Number, PageForm, State, day
from api.saying import done
from api.template_facts import facts_told, template_uses
from api.visitor import Visitor
from documents import template_actions as verbs
from documents.clinic.difference import compared, listed
from documents.clinic.examine import LARGEST
from documents.tables import TemplateVersion
from documents.template_queries import (
    Shelved,
    Version,
    numbered_version,
    shelf,
    shelved,
    text_of_template,
    version_of_office,
)
from infra.db import database
from offices.queries import state_of

LARGEST_UPLOAD = LARGEST + 1024 * 1024
"""A template and what a form puts around it."""

router = APIRouter(max_body_size=LARGEST_UPLOAD)


class FromDay(PageForm):
    in_force_on: IsoDay
    note: str = Field("", max_length=verbs.LONGEST_NOTE)


@router.get("/templates")
def show_templates(request: Request, visitor: Attorney) -> Response:
    """Every template with the version that is in force, and who uses it."""
    with looking_at("the templates", visitor) as db:
        found = shelf(db, visitor.office_id, state_of(db, visitor.office_id), on=visitor.today)
    return page(request, visitor, "templates.html", shelf=found)


@router.get("/templates/facts")
def show_facts(
    request: Request,
    visitor: Attorney,
    q: Annotated[str, Query(max_length=80)] = "",
    facts: Annotated[str, Query(max_length=60, pattern=r"^[A-Za-z]*$")] = "",
) -> Response:
    """Every fact that a template may say, to search and to copy."""
    with looking_at("the facts of templates", visitor) as db:
        uses = template_uses(db, visitor.office_id, on=visitor.today)
    told = facts_told(uses, q, facts)
    return page(request, visitor, "template_facts.html", uses=uses, told=told, q=q, facts=facts)


@router.get("/templates/{state}/{name}")
def show_template(request: Request, visitor: Attorney, state: State, name: Kind) -> Response:
    """One template: its versions, and where a new one is brought."""
    return page(request, visitor, "template.html", one=template_seen(visitor, f"{state}/{name}"))


@router.post("/templates/{state}/{name}/drafts")
def bring(
    request: Request,
    visitor: Attorney,
    state: State,
    name: Kind,
    csrf: Annotated[str, Form(max_length=100)],
    file: Annotated[UploadFile, File()],
) -> Response:
    """Bring a Word file; a job looks it over."""
    word = file.file.read()
    with database().transaction() as db:
        draft, _ = verbs.bring(db, f"{state}/{name}", word, by=visitor.person, today=visitor.today)
        id = draft.id
    return done(request, visitor, f"Draft {id} was brought to the clinic by", f"/progress/draft-{id}")


@router.get("/templates/{state}/{name}/versions/{number:int}/word")
def word(visitor: Attorney, state: State, name: Kind, number: Number) -> Response:
    """The Word file of a version."""
    version = version_seen(visitor, f"{state}/{name}", number)[1]
    return give(version.template.word, WORD, f"{state}-{name}-version-{number}.docx")


@router.get("/templates/{state}/{name}/versions/{number:int}/difference")
def show_difference(
    request: Request,
    visitor: Attorney,
    state: State,
    name: Kind,
    number: Number,
    to: Annotated[int, Query(ge=0, le=9999)] = 0,
) -> Response:
    """What differs in the text between a version and another one, the one before it if none is named."""
    one, version = version_seen(visitor, f"{state}/{name}", number)
    earlier = [each.number for each in one.versions if each.number < number]
    other = numbered_version(one, to or max(earlier, default=number))
    told = listed(compared(text_of_template(other.template.word), text_of_template(version.template.word)))
    return page(request, visitor, "template_difference.html", one=one, version=version, other=other, difference=told)


@router.post("/templates/versions/{version_id:int}/again")
def publish_again(request: Request, visitor: Attorney, version_id: Id, form: Annotated[FromDay, Form()]) -> Response:
    """Roll back: an older version becomes the newest."""
    with database().transaction() as db:
        made = verbs.publish_again(
            db, version_id, in_force_on=day(form.in_force_on), note=form.note, by=visitor.person, today=visitor.today
        )
        return _published(request, visitor, made)


@router.post("/templates/{state}/{name}/again")
def again(request: Request, visitor: Attorney, state: State, name: Kind, form: Annotated[FromDay, Form()]) -> Response:
    """Roll back to the template that comes with Courtready."""
    with database().transaction() as db:
        made = verbs.publish_built_in_again(
            db, f"{state}/{name}", in_force_on=day(form.in_force_on), note=form.note, by=visitor.person,
            today=visitor.today,
        )  # fmt: skip
        return _published(request, visitor, made)


@router.post("/templates/versions/{version_id:int}/withdraw")
def withdraw(request: Request, visitor: Attorney, version_id: Id, form: Annotated[PageForm, Form()]) -> Response:
    """Take a version out of use."""
    with database().transaction() as db:
        verbs.withdraw_version(db, version_id, by=visitor.person)
        version = version_of_office(db, visitor.office_id, version_id)
        words = f"Version {version.number} was withdrawn by"
        return done(request, visitor, words, f"/templates/{version.template}")


def template_seen(visitor: Visitor, template: str) -> Shelved:
    """A template with its versions, the looking audited. Raises NoSuchTemplate."""
    with looking_at(f"template {template}", visitor) as db:
        return shelved(db, visitor.office_id, state_of(db, visitor.office_id), template, on=visitor.today)


def version_seen(visitor: Visitor, template: str, number: int) -> tuple[Shelved, Version]:
    """A version of a template. Raises NoSuchTemplate, NoSuchVersion."""
    found = template_seen(visitor, template)
    return found, numbered_version(found, number)


def _published(request: Request, visitor: Visitor, made: TemplateVersion) -> Response:
    return done(request, visitor, published_words(made.number, made.in_force_on), f"/templates/{made.template}")


def published_words(number: int, in_force_on: date) -> str:
    """What was done, for the page that says it."""
    return f"Version {number} is published for hearings from {in_force_on:%B %-d, %Y} on by"
