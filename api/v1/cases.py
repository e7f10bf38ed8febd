"""Cases: finding one, its facts, its notes, and money."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query

from api.looking import looking_at
from api.patterns import CaseNo, IsoDay, Name, day, day_told_for
from api.v1.people import Agent, Office
from api.v1.sent import NoteSent, PaymentSent
from api.v1.told.cases import ArrearsTold, CaseFactsTold, CaseFound, NoteTold, PaymentTold
from api.v1.told.papers import fact_told
from cases.actions import post_payment, write_note
from cases.notes import NOTES
from cases.queries import case_record, find_case
from documents.freeze import freeze
from documents.gather import case_facts
from hearings.queries import hearings_of_case
from infra.db import database
from kernel.legal_text import legal_text
from kernel.money import money

router = APIRouter(prefix="/cases", tags=["Cases"])


@router.get("")
def find(visitor: Office, q: Annotated[str, Query(max_length=60)]) -> CaseFound:
    """The case behind a case number or any spelling of a docket number."""
    with database().reading() as db:
        found = find_case(db, visitor.office_id, legal_text(q, longest=60))
        return CaseFound(case_no=found, hearings=[one.id for one in hearings_of_case(db, visitor.office_id, found)])


@router.get("/{case_no}/facts")
def facts(visitor: Office, case_no: CaseNo, as_of: IsoDay | None = None) -> CaseFactsTold:
    """Every fact of a case as known on a day, today if none is given; money in cents."""
    on = day_told_for(as_of, visitor.today)
    with looking_at(f"case {case_no}", visitor, verb="read facts of") as db:
        tree = case_facts(case_record(db, visitor.office_id, case_no), on)
    frozen, beside = freeze(tree), tree.state_balance[0] if tree.state_balance else None
    return CaseFactsTold(
        case_no=case_no,
        as_of=on,
        facts_digest=frozen.digest,
        facts=[fact_told(asdict(fact)) for fact in frozen.facts],
        arrears=ArrearsTold(
            total=tree.arrears.total.value.cents,
            state_balance=beside.total.value.cents if beside else None,
            difference=(beside.total.value - beside.computed.value).cents if beside else None,
        ),
    )


@router.get("/{case_no}/notes")
def notes(visitor: Office, case_no: CaseNo) -> list[NoteTold]:
    """Every entry that a person may write for a case, with what is written."""
    with looking_at(f"case {case_no}", visitor, verb="read notes of") as db:
        written = {one.name: one for one in case_record(db, visitor.office_id, case_no).notes}
    return [
        NoteTold(
            name=name,
            label=label,
            words=one.words if one else None,
            entered_by=one.entered_by if one else None,
            at=one.retrieved_at if one else None,
        )
        for name, label in NOTES.items()
        for one in [written.get(name)]
    ]


@router.put("/{case_no}/notes/{name}")
def write(visitor: Office, case_no: CaseNo, name: Name, sent: NoteSent) -> NoteTold:
    """Write down what was found out; an earlier entry is superseded and kept."""
    with database().transaction() as db:
        made = write_note(db, case_no, name, sent.words, by=visitor.person, now=visitor.at)
    return NoteTold(name=name, label=NOTES[name], words=made.words, entered_by=made.entered_by, at=made.retrieved_at)


@router.post("/{case_no}/payments", status_code=201)
def pay(visitor: Agent, case_no: CaseNo, sent: PaymentSent) -> PaymentTold:
    """Post a payment or a reversal by the day of its collection."""
    with database().transaction() as db:
        made = post_payment(
            db,
            case_no,
            receipt_no=sent.receipt_no,
            collected_on=day(sent.collected_on),
            amount=money(sent.amount),
            by=visitor.person,
            now=visitor.at,
            reverses=legal_text(sent.reverses, longest=40) or None if sent.reverses else None,
        )
    return PaymentTold(
        receipt_no=made.receipt_no, collected_on=made.collected_on, amount=made.amount.cents, reverses=made.reverses
    )
