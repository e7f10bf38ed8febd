"""What is told about envelopes and the answers to them."""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from filings import facts as filing


class FilingTold(BaseModel):
    id: int
    position: int
    revision: int
    title: str
    code: str
    pages: int
    pdf_sha: str
    stamped_sha: str | None


class ReceiptTold(BaseModel):
    outcome: str
    by: str
    at: datetime
    reason: str | None
    words: str


class EnvelopeTold(BaseModel):
    id: int
    number: str
    state: str
    hearing: int
    case_no: str
    hearing_on: date
    file_number: str
    replaces: int | None
    filings: list[FilingTold]
    submitted_at: datetime | None
    received_at: datetime | None
    receipt: ReceiptTold | None


class FindingTold(BaseModel):
    what: str
    words: str
    blocks: bool


class CheckedEnvelope(EnvelopeTold):
    findings: list[FindingTold]


def envelope_told(one: filing.Envelope) -> EnvelopeTold:
    """An envelope with its documents and the court's answer."""
    return EnvelopeTold(**_envelope(one))


def checked_told(one: filing.Envelope, findings: tuple[filing.Finding, ...]) -> CheckedEnvelope:
    """An envelope with what holds it back."""
    return CheckedEnvelope(
        **_envelope(one), findings=[FindingTold.model_validate(each, from_attributes=True) for each in findings]
    )


def _envelope(one: filing.Envelope) -> dict[str, Any]:
    answer = one.receipt
    return {
        "id": one.id,
        "number": one.number,
        "state": one.state.value,
        "hearing": one.hearing_id,
        "case_no": one.case_no,
        "hearing_on": one.hearing_on,
        "file_number": one.manifest.docket.as_given,
        "replaces": one.replaces,
        "filings": [
            FilingTold(
                id=each.id,
                position=each.position,
                revision=each.revision_id,
                title=each.title,
                code=each.code,
                pages=each.pages,
                pdf_sha=each.pdf_sha,
                stamped_sha=each.stamped_sha,
            )
            for each in one.filings
        ],
        "submitted_at": one.submitted.at if one.submitted else None,
        "received_at": one.received.at if one.received else None,
        "receipt": ReceiptTold(
            outcome=answer.outcome.value,
            by=answer.decided.name,
            at=answer.decided.at,
            reason=answer.reason.value if answer.reason else None,
            words=answer.words,
        )
        if answer
        else None,
    }
