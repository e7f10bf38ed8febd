"""The people of a case, as far as papers speak of them."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.sealed import Last4
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address. For a protected person no address is gathered at all."""

    kind: Traced[str] = fact("Kind of address", required=True)
    written: Traced[str] = fact("Address", required=True)
    source: Traced[str | None] = fact("Told by")
    verified_on: Traced[date | None] = fact("Verified on")
    ended_on: Traced[date | None] = fact("Ended on")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """The obligor or the obligee. ``name`` reads as in a caption: JORDAN T O'DELL."""

    name: Traced[str] = fact("Name", required=True)
    participant_number: Traced[str] = fact("Participant number (MPI)", required=True)
    sex: Traced[str | None] = fact("Sex")
    born_on: Traced[date | None] = fact("Date of birth")
    ssn: Traced[Last4 | None] = fact("Social Security number, last four digits")
    language: Traced[str | None] = fact("Language")
    died_on: Traced[date | None] = fact("Date of death")
    protected: Traced[bool] = fact("Protected from disclosure of whereabouts", required=True)
    protected_because: Traced[str | None] = fact("Reason for protection")
    addresses: tuple[Address, ...]
    counsel: Traced[str | None] = fact("Attorney of record", entry=True)
    e_service: Traced[str | None] = fact("Consent to e-service on file", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child of the order; ages are of the hearing day. Where a protected child is never stands here."""

    name: Traced[str] = fact("Name of child", required=True)
    born_on: Traced[date | None] = fact("Child's date of birth", required=True)
    age: Traced[int | None] = fact("Age on hearing day")
    eighteen_on: Traced[date | None] = fact("18th birthday")
    died_on: Traced[date | None] = fact("Date of child's death")
    protected: Traced[bool] = fact("Child protected from disclosure of whereabouts", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryCheck:
    """The Servicemembers Civil Relief Act check of the obligor (50 U.S.C. 3931)."""

    checked_on: Traced[date | None] = fact("Military status checked on", required=True)
    days_old: Traced[int | None] = fact("Age of the check on hearing day, in days")
    stale: Traced[bool] = fact("Military check too old", required=True)
    result: Traced[str | None] = fact("Result of the military check", entry=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """A stay in jail or prison. No arrears accrue meanwhile without work release or resources (G.S. 50-13.10(d)(4))."""

    facility: Traced[str] = fact("Facility", required=True)
    since: Traced[date | None] = fact("In custody since")
    released_on: Traced[date | None] = fact("Release date")
