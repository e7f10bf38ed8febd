"""What is told about revisions, their facts and their review."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from api.v1.told.hearings import ChangeTold
from documents.tables import Decision, Revision


class DecisionTold(BaseModel):
    verb: str
    by: str
    at: datetime
    pdf_sha: str
    facts_digest: str
    remarks: list[dict[str, str]]


class RevisionTold(BaseModel):
    id: int
    number: int
    title: str
    audience: str
    state: str
    as_of: date
    pages: int
    template: str
    template_digest: str
    facts_digest: str
    word_sha: str
    pdf_sha: str
    made_by: str
    made_at: datetime
    gaps: list[dict[str, str]]
    decisions: list[DecisionTold]


class WaitingTold(BaseModel):
    revision: int
    title: str
    hearing: int
    case_no: str
    hearing_on: date
    submitted_by: str
    submitted_at: datetime
    missing: list[str]
    changes: list[ChangeTold]


class FactTold(BaseModel):
    name: str
    label: str
    value: Any
    source: str
    source_record: str
    as_of: str | None
    retrieved_at: str | None
    entered_by: str | None
    verified_by: str | None
    disclosure: str
    rule: str | None
    inputs: list[str]


def revision_told(revision: Revision, decided: list[Decision]) -> RevisionTold:
    """A revision with every decision on it."""
    made = {name: getattr(revision, name) for name in RevisionTold.model_fields if name != "decisions"}
    return RevisionTold(**made, decisions=[_decision(one) for one in decided])


def _decision(one: Decision) -> DecisionTold:
    return DecisionTold(
        verb=one.verb,
        by=one.by_name,
        at=one.at,
        pdf_sha=one.pdf_sha,
        facts_digest=one.facts_digest,
        remarks=one.remarks,
    )


def fact_told(fact: Mapping[str, Any]) -> FactTold:
    return FactTold(**{name: fact[name] for name in FactTold.model_fields})
