"""Ability to pay for a hearing on contempt: the sheet, its questions, and the forms that note what was found out."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from pydantic import Field, create_model
from sqlalchemy.orm import Session
from starlette.responses import Response

from api import ability
from api.desk.people import Agent, Office
from api.looking import looking_at
from api.pages import page
from api.patterns import Id, PageForm
from api.refusing import status_of
from api.saying import done
from api.visitor import Visitor
from cases.ability import actions
from cases.ability.evidence import Kind
from cases.ability.facts import ContemptKind, NoteKind
from cases.ability.means import Holding
from cases.ability.past import past_notes
from cases.actions import write_note
from cases.notes import NOTES
from documents.gather.ability import holding_rows
from documents.queries import prepared
from infra.db import database
from kernel.refusals import Courteous
from law.findings import contempt_of
from offices.queries import state_of

router = APIRouter()

DAY, AMOUNT, WORDS = Field("", max_length=10), Field("", max_length=20), Field("", max_length=300)
NEEDS, FUNDS = range(1, 7), range(1, 4)
"""Lines that the forms offer for needs and for funds."""

Answers = create_model("Answers", __base__=PageForm, **dict.fromkeys(NOTES, (str, "")))  # type: ignore[call-overload]
NeedLines = create_model(
    "NeedLines", __base__=PageForm, **{f"{name}_{at}": (str, WORDS) for at in NEEDS for name in ("need", "monthly")}
)  # type: ignore[call-overload]
FUND_FIELDS = ("funds", "amount", "available_on", "shown_by", "seen_on")
FundLines = create_model(
    "FundLines", __base__=PageForm, **{f"{name}_{at}": (str, WORDS) for at in FUNDS for name in FUND_FIELDS}
)  # type: ignore[call-overload]


class ContemptForm(PageForm):
    found_on: str = DAY
    kind: str = Field("", max_length=12)
    purge: str = AMOUNT
    purge_due_on: str = DAY
    outcome: str = WORDS
    proof: str = WORDS


class AssetForm(PageForm):
    asset_key: str = WORDS
    what: str = WORDS
    value: str = AMOUNT
    seen_on: str = DAY
    lien: str = AMOUNT
    lien_holder: str = Field("", max_length=200)
    exempt: str = AMOUNT
    exemption: str = Field("", max_length=200)
    proof: str = WORDS


class HouseholdForm(NeedLines):  # type: ignore[misc, valid-type]
    people: str = Field("", max_length=4)
    orders: str = Field("1", max_length=4)
    supports_others: str = Field("", pattern="^(yes|no)?$")
    disposable: str = AMOUNT
    proof: str = WORDS


class EvidenceForm(PageForm):
    finding: str = Field("", max_length=60)
    kind: str = Field("", max_length=40)
    words: str = Field("", max_length=1000)
    of: str = DAY
    proof: str = WORDS


class PurgeForm(FundLines):  # type: ignore[misc, valid-type]
    amount: str = AMOUNT
    pay_on: str = DAY
    needs_first: str = AMOUNT
    proof: str = WORDS


class WithdrawForm(PageForm):
    kind: NoteKind
    note: int = Field(ge=1, le=2**31 - 1)
    why: str = WORDS


FORMS = (ContemptForm, AssetForm, HouseholdForm, EvidenceForm, PurgeForm)
BLANK = {
    each.__name__: {name: field.default or "" for name, field in each.model_fields.items() if not field.is_required()}
    for each in FORMS
}
"""What stands in each form before anybody types."""


@router.get("/hearings/{hearing_id:int}/ability")
def show_ability(request: Request, visitor: Office, hearing_id: Id) -> Response:
    """The sheet: what the court must find, what is known, and what nobody has answered yet."""
    return _show(request, visitor, hearing_id)


@router.post("/hearings/{hearing_id:int}/ability/answers")
def write_answers(request: Request, visitor: Office, hearing_id: Id, form: Annotated[Answers, Form()]) -> Response:  # type: ignore[valid-type]
    """Write down every answer that was filled in or changed: all of them or none."""
    typed: dict[str, str] = form.model_dump(exclude={"csrf"})  # type: ignore[attr-defined]

    def write(db: Session, case_no: str) -> None:
        asked = {one.entry for one in contempt_of(state_of(db, visitor.office_id), visitor.today).questions}
        for name, words in typed.items():
            if name in asked and words.strip():
                write_note(db, case_no, name, words, by=visitor.person, now=visitor.at)

    return _write(request, visitor, hearing_id, write, "The answers were written down by", answers=typed)


@router.post("/hearings/{hearing_id:int}/ability/contempts")
def note_contempt(
    request: Request, visitor: Agent, hearing_id: Id, form: Annotated[ContemptForm, Form()]
) -> Response:
    """Note an earlier finding of contempt."""
    sent = form.model_dump(exclude={"csrf", "proof"})
    return _note(
        request, visitor, hearing_id, actions.note_contempt, lambda: ability.contempt_noted(**sent), form,
        "The earlier contempt",
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/ability/assets")
def note_asset(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[AssetForm, Form()]) -> Response:
    """Note property with its lien and exemption."""
    sent = form.model_dump(exclude={"csrf", "proof"})
    return _note(
        request, visitor, hearing_id, actions.note_asset, lambda: ability.asset_noted(**sent), form, "The property"
    )


@router.post("/hearings/{hearing_id:int}/ability/household")
def note_household(
    request: Request, visitor: Agent, hearing_id: Id, form: Annotated[HouseholdForm, Form()]
) -> Response:
    """Note the household and its basic needs."""
    needs = [(getattr(form, f"need_{at}"), getattr(form, f"monthly_{at}")) for at in NEEDS]
    return _note(
        request, visitor, hearing_id, actions.note_household,
        lambda: ability.household_noted(
            form.people, needs, form.orders, form.supports_others == "yes", form.disposable
        ),
        form, "The household",
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/ability/evidence")
def note_evidence(
    request: Request, visitor: Agent, hearing_id: Id, form: Annotated[EvidenceForm, Form()]
) -> Response:
    """Note evidence for one of the findings."""
    sent = form.model_dump(exclude={"csrf", "proof"})
    return _note(
        request, visitor, hearing_id, actions.note_evidence, lambda: ability.evidence_noted(**sent), form,
        "The evidence",
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/ability/purge")
def propose_purge(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[PurgeForm, Form()]) -> Response:
    """Propose a purge with the funds that carry it."""
    funds = [tuple(getattr(form, f"{name}_{at}") for name in FUND_FIELDS) for at in FUNDS]
    return _note(
        request, visitor, hearing_id, actions.propose_purge,
        lambda: ability.purge_noted(form.amount, form.pay_on, funds, form.needs_first), form, "The purge",
    )  # fmt: skip


@router.post("/hearings/{hearing_id:int}/ability/withdraw")
def withdraw(request: Request, visitor: Agent, hearing_id: Id, form: Annotated[WithdrawForm, Form()]) -> Response:
    """Take a note back, with the reason."""

    def write(db: Session, case_no: str) -> None:
        actions.withdraw_note(db, case_no, form.kind, form.note, why=form.why, by=visitor.person, now=visitor.at)

    return _write(request, visitor, hearing_id, write, "The note was taken back by")


def _note(
    request: Request, visitor: Visitor, hearing_id: int, verb: Callable[..., Any], told: Callable[[], Any], form: Any,
    what: str,
) -> Response:  # fmt: skip
    def write(db: Session, case_no: str) -> None:
        verb(db, case_no, told(), proof=form.proof, by=visitor.person, now=visitor.at)

    name = type(form).__name__
    return _write(request, visitor, hearing_id, write, f"{what} was noted by", typed={name: form.model_dump()})


def _write(
    request: Request, visitor: Visitor, hearing_id: int, write: Callable[[Session, str], None], words: str, **typed: Any
) -> Response:
    try:
        with database().transaction() as db:
            write(db, ability.case_of(db, visitor.office_id, hearing_id))
    except Courteous as problem:
        return _show(request, visitor, hearing_id, problem=problem, **typed)
    return done(request, visitor, words, f"/hearings/{hearing_id}/ability")


def _show(
    request: Request,
    visitor: Visitor,
    hearing_id: int,
    *,
    problem: Courteous | None = None,
    typed: dict[str, dict[str, str]] | None = None,
    answers: dict[str, str] | None = None,
) -> Response:
    with looking_at(f"hearing {hearing_id}", visitor, verb="read ability to pay of") as db:
        of, found = ability.ability_of(db, visitor.office_id, hearing_id, as_of=visitor.today)
        one = prepared(db, visitor.office_id, hearing_id, as_of=visitor.today)
        questions = {each.entry: each.what for each in found.law.questions}
        past = past_notes(db, visitor.office_id, of.hearing.case_no, questions)
    holdings = holding_rows(of)
    return page(
        request,
        visitor,
        "ability.html",
        status=status_of(problem) if problem else 200,
        one=one,
        hearing=of.hearing,
        tab="ability",
        of=of,
        found=found,
        sheet=found.sheet,
        asked=ability.asked(found),
        past=past,
        questions=questions,
        holdings=holdings,
        on_file={row.source_key: _on_file(held) for row, held in holdings if not held.looked_at},
        purge=of.ability.purge_for(of.hearing.on),
        typed=BLANK | (typed or {}),
        blank_asset=BLANK["AssetForm"],
        opened=next(iter(typed or {}), ""),
        answers=answers or {},
        kinds=tuple(Kind),
        contempts=tuple(ContemptKind),
        needs=NEEDS,
        funds=FUNDS,
        problem=str(problem) if problem else "",
    )


def _on_file(held: Holding) -> dict[str, str]:
    """The form of a property that nobody has looked at yet, with what the record says of it."""
    return BLANK["AssetForm"] | {"value": str(held.value).strip("$"), "seen_on": held.seen_on.isoformat()}
