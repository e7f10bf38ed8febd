"""What an envelope says about itself to the court: a frozen value with a plain JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kernel.digest import plain


@dataclass(frozen=True, slots=True)
class Court:
    """Where the envelope goes."""

    state: str
    county: str
    division: str


@dataclass(frozen=True, slots=True)
class Docket:
    """The court's number as the office has it, and in the court's own spelling."""

    as_given: str
    normal: str


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A party by name and role; an envelope never holds an address."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Item:
    """One document as the manifest lists it. ``code_verified`` tells whether a person confirmed the filing code."""

    kind: str
    title: str
    audience: str
    code: str
    code_name: str
    code_verified: bool
    revision_id: int
    file_name: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Court, number, parties, hearing and documents of an envelope. ``lead`` is None while it is not made."""

    court: Court
    docket: Docket
    case_no: str
    parties: tuple[NamedParty, ...]
    hearing_code: str
    hearing_name: str
    hearing_on: date
    lead: Item | None
    attachments: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every document, the lead first."""
        return (self.lead, *self.attachments) if self.lead else self.attachments

    def told(self) -> dict[str, Any]:
        """The manifest as JSON types."""
        told: dict[str, Any] = plain(self)
        return told


def manifest(told: Mapping[str, Any]) -> Manifest:
    """The manifest that was told as JSON types."""
    return Manifest(
        court=Court(**told["court"]),
        docket=Docket(**told["docket"]),
        case_no=told["case_no"],
        parties=tuple(NamedParty(**party) for party in told["parties"]),
        hearing_code=told["hearing_code"],
        hearing_name=told["hearing_name"],
        hearing_on=date.fromisoformat(told["hearing_on"]),
        lead=Item(**told["lead"]) if told["lead"] else None,
        attachments=tuple(Item(**item) for item in told["attachments"]),
    )
