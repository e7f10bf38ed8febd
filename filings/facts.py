"""The nouns of filing as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from filings.manifest import Manifest
from filings.states import State


class RejectReason(StrEnum):
    """Why a clerk sends an envelope back; words go with it always."""

    CASE_NUMBER = "case-number"
    PARTIES = "parties"
    DATE = "date"
    CODE = "code"
    INCOMPLETE = "incomplete"
    ILLEGIBLE = "illegible"
    CONFIDENTIAL = "confidential"
    SIGNATURE = "signature"
    WRONG_COURT = "wrong-court"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The reason as a person reads it."""
        return _LABELS[self]


_LABELS = {
    RejectReason.CASE_NUMBER: "The file number is wrong or missing",
    RejectReason.PARTIES: "A party's name is wrong",
    RejectReason.DATE: "A date or time is wrong",
    RejectReason.CODE: "The filing code does not fit the document",
    RejectReason.INCOMPLETE: "Documents are missing or out of order",
    RejectReason.ILLEGIBLE: "A document cannot be read",
    RejectReason.CONFIDENTIAL: "A document holds confidential information",
    RejectReason.SIGNATURE: "A signature or verification is missing",
    RejectReason.WRONG_COURT: "The matter belongs to another court",
    RejectReason.OTHER: "Another reason",
}


class Outcome(StrEnum):
    """What the court answered."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check before submission found. ``words`` is one sentence; one that ``blocks`` keeps the envelope here."""

    what: str
    words: str
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Filing:
    """One document of an envelope: ``pdf_sha`` names the bytes as approved, ``stamped_sha`` its stamped copy."""

    id: int
    position: int
    revision_id: int
    kind: str
    title: str
    code: str
    pages: int
    file_name: str
    pdf_sha: str
    stamped_sha: str | None

    @property
    def lead(self) -> bool:
        """Whether the others are attached to this one."""
        return self.position == 1


@dataclass(frozen=True, slots=True)
class Step:
    """Who did something, and when."""

    by: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """The court's answer to one envelope. ``reason`` and ``words`` are those of a rejection."""

    id: int
    envelope_id: int
    outcome: Outcome
    decided: Step
    reason: RejectReason | None
    words: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """Documents of one hearing filed together. ``replaces`` is the rejected envelope in whose place this one stands."""

    id: int
    office_id: int
    hearing_id: int
    case_no: str
    hearing_on: date
    state: State
    manifest: Manifest
    filings: tuple[Filing, ...]
    replaces: int | None
    assembled: Step
    submitted: Step | None
    received: Step | None
    receipt: Receipt | None

    @property
    def number(self) -> str:
        """How people and stamps name the envelope."""
        return numbered(self.id)

    @property
    def lead(self) -> Filing | None:
        """The document that the others are attached to; None while it is not made."""
        return self.filings[0] if self.filings and self.manifest.lead else None


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A document's bytes as handed to a reader."""

    file_name: str
    pdf: bytes


def numbered(envelope_id: int) -> str:
    """``E-000017``."""
    return f"E-{envelope_id:06}"
