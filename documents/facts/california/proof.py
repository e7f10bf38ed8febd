"""The proof of service."""

from dataclasses import dataclass
from datetime import date

from documents.facts.california.caption import CourtCaption
from documents.facts.field import fact
from documents.facts.matter import Hearing, Office
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPaper:
    """One paper that reached one person. There is no field for the place (Fam. Code § 17212(b)(3))."""

    paper: Traced[str] = fact("Paper served", required=True)
    person: Traced[str] = fact("Person served", required=True)
    served_on: Traced[date] = fact("Served on", required=True)
    method: Traced[str] = fact("Manner of service", required=True)
    left_with: Traced[str | None] = fact("Left with")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOfService:
    """For the public file: who served what on whom, when and how, and nothing of where."""

    office: Office
    caption: CourtCaption
    case_number: Traced[str] = fact("IV-D case number", required=True)
    hearing: Hearing
    served: tuple[ServedPaper, ...]
    by_mail: Traced[bool] = fact("A paper was served by mail", required=True)
    server: Traced[str | None] = fact("Who served the papers, and as what", required=True, entry=True)
    mailed_from: Traced[str | None] = fact("City from which the papers were mailed", entry=True)
    address_verified: Traced[str | None] = fact("When the address for mail was verified", entry=True)
