"""Ability to pay for a hearing on contempt: the sheet, and what is noted for it."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import Field

from api import ability
from api.looking import looking_at
from api.patterns import Amount, Id, IsoDay, Strict, Whole, YesNo
from api.v1.people import Agent, Office
from api.v1.told.ability import AbilityTold, NotedTold, PastNoteTold, ability_told
from api.visitor import Visitor
from cases.ability import actions
from cases.ability.evidence import Kind
from cases.ability.facts import ContemptKind, NoteKind
from cases.ability.past import past_notes
from infra.db import database

router = APIRouter(prefix="/hearings/{hearing_id:int}/ability", tags=["Ability to pay"])

Words = Annotated[str, Field(min_length=1, max_length=300)]
Proof = Annotated[str, Field(min_length=1, max_length=300, description="A paper with its day, or who can say it.")]
MaybeAmount = Annotated[str, Field(pattern=r"^(\$?[0-9,]{1,16}(\.[0-9]{2})?)?$", description="1,234.50, or nothing")]
MaybeDay = Annotated[str, Field(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", description="2026-12-08, or nothing")]


class ContemptSent(Strict):
    found_on: IsoDay
    kind: ContemptKind
    purge: MaybeAmount = ""
    purge_due_on: MaybeDay = ""
    outcome: Words
    proof: Proof


class AssetSent(Strict):
    asset_key: str = Field("", max_length=300, description="The asset of the record, as the sheet names it.")
    what: Words
    value: Amount
    seen_on: IsoDay
    lien: MaybeAmount = ""
    lien_holder: str = Field("", max_length=200)
    exempt: MaybeAmount = ""
    exemption: str = Field("", max_length=200)
    proof: Proof


class NeedSent(Strict):
    what: Words
    monthly: Amount


class HouseholdSent(Strict):
    people: Whole = Field(ge=1, le=30)
    needs: list[NeedSent] = Field(max_length=20)
    orders: Whole = Field(1, ge=1, le=50)
    supports_others: YesNo
    disposable: MaybeAmount = Field("", description="A month's pay less what the law takes.")
    proof: Proof


class EvidenceSent(Strict):
    finding: str = Field(max_length=60, description="The finding as the sheet names it.")
    kind: Kind
    words: str = Field(min_length=1, max_length=1000)
    of: IsoDay
    proof: Proof


class FundsSent(Strict):
    what: Words
    amount: Amount
    available_on: IsoDay
    shown_by: Words
    seen_on: IsoDay


class PurgeSent(Strict):
    amount: Amount
    pay_on: IsoDay
    funds: list[FundsSent] = Field(max_length=20)
    needs_first: Amount
    proof: Proof


class WithdrawSent(Strict):
    kind: NoteKind
    note: Whole = Field(ge=1, le=2**31 - 1)
    why: Words


@router.get("")
def sheet(visitor: Office, hearing_id: Id) -> AbilityTold:
    """What the court must find, what is known of it, and what nobody has answered. Answers are notes of the case."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="read ability to pay of") as db:
        return ability_told(*ability.ability_of(db, visitor.office_id, hearing_id, as_of=visitor.today))


@router.get("/history")
def history(visitor: Office, hearing_id: Id) -> list[PastNoteTold]:
    """Notes and answers that were replaced or taken back, the newest first."""
    with looking_at(f"hearing {hearing_id}", visitor, verb="read history of ability to pay of") as db:
        of, found = ability.ability_of(db, visitor.office_id, hearing_id, as_of=visitor.today)
        asked = [one.entry for one in found.law.questions]
        past = past_notes(db, visitor.office_id, of.hearing.case_no, asked)
    return [PastNoteTold.model_validate(one, from_attributes=True) for one in past]


@router.post("/contempts", status_code=201)
def contempt(visitor: Agent, hearing_id: Id, sent: ContemptSent) -> NotedTold:
    """Note an earlier finding of contempt; the same day and kind once more supersedes it."""
    told = sent.model_dump(exclude={"proof"})
    return _note(visitor, hearing_id, actions.note_contempt, lambda: ability.contempt_noted(**told), sent.proof)


@router.post("/assets", status_code=201)
def asset(visitor: Agent, hearing_id: Id, sent: AssetSent) -> NotedTold:
    """Note property with its lien and exemption."""
    told = sent.model_dump(exclude={"proof"})
    return _note(visitor, hearing_id, actions.note_asset, lambda: ability.asset_noted(**told), sent.proof)


@router.post("/household", status_code=201)
def household(visitor: Agent, hearing_id: Id, sent: HouseholdSent) -> NotedTold:
    """Note the household, its basic needs, and what the limits of withholding turn on."""
    needs = [(one.what, one.monthly) for one in sent.needs]
    return _note(
        visitor, hearing_id, actions.note_household,
        lambda: ability.household_noted(sent.people, needs, sent.orders, sent.supports_others, sent.disposable),
        sent.proof,
    )  # fmt: skip


@router.post("/evidence", status_code=201)
def evidence(visitor: Agent, hearing_id: Id, sent: EvidenceSent) -> NotedTold:
    """Note evidence for one of the findings."""
    told = sent.model_dump(exclude={"proof"})
    return _note(visitor, hearing_id, actions.note_evidence, lambda: ability.evidence_noted(**told), sent.proof)


@router.post("/purge", status_code=201)
def purge(visitor: Agent, hearing_id: Id, sent: PurgeSent) -> NotedTold:
    """Propose a purge; without funds that are there on its day none is taken."""
    funds = [(one.what, one.amount, one.available_on, one.shown_by, one.seen_on) for one in sent.funds]
    return _note(
        visitor, hearing_id, actions.propose_purge,
        lambda: ability.purge_noted(sent.amount, sent.pay_on, funds, sent.needs_first), sent.proof,
    )  # fmt: skip


@router.post("/withdraw")
def withdraw(visitor: Agent, hearing_id: Id, sent: WithdrawSent) -> NotedTold:
    """Take a note back; it stays as history with the reason."""
    with database().transaction() as db:
        case_no = ability.case_of(db, visitor.office_id, hearing_id)
        actions.withdraw_note(db, case_no, sent.kind, sent.note, why=sent.why, by=visitor.person, now=visitor.at)
    return NotedTold(note=sent.note, kind=sent.kind)


def _note(
    visitor: Visitor, hearing_id: int, verb: Callable[..., Any], told: Callable[[], Any], proof: str
) -> NotedTold:
    with database().transaction() as db:
        case_no = ability.case_of(db, visitor.office_id, hearing_id)
        row = verb(db, case_no, told(), proof=proof, by=visitor.person, now=visitor.at)
        return NotedTold(note=row.id, kind=row.source_key.partition("-note|")[0])
