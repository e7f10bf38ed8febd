"""The office, the case, its caption and the hearing."""

from dataclasses import dataclass
from datetime import date

from documents.facts.field import fact
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The letterhead and the signature block: settings of the office."""

    name: Traced[str] = fact("Office", required=True)
    street: Traced[str] = fact("Office street address", required=True)
    town: Traced[str] = fact("Office town, state and ZIP", required=True)
    phone: Traced[str] = fact("Office telephone", required=True)
    attorney: Traced[str | None] = fact("Attorney for the agency", required=True)
    attorney_title: Traced[str | None] = fact("Attorney's title")
    bar_number: Traced[str | None] = fact("State Bar number", required=True)
    attorney_email: Traced[str | None] = fact("Attorney's e-mail")
    agent: Traced[str | None] = fact("Agent", required=True)
    agent_title: Traced[str | None] = fact("Agent's title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """How the court names the case. ``plaintiff`` comes finished in the office's style: MECKLENBURG COUNTY o/b/o …."""

    county: Traced[str] = fact("County", required=True)
    plaintiff: Traced[str] = fact("Plaintiff", required=True)
    defendant: Traced[str] = fact("Defendant", required=True)
    file_number: Traced[str | None] = fact("File number", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCase:
    """The case in the state's system; codes are told in words."""

    number: Traced[str] = fact("IV-D case number", required=True)
    kind: Traced[str | None] = fact("Case type")
    status: Traced[str | None] = fact("Case status")
    process: Traced[str | None] = fact("Process status")
    opened_on: Traced[date | None] = fact("Case opened on")
    docket_number: Traced[str | None] = fact("Docket number as recorded")
    worker: Traced[str | None] = fact("Worker")
    family_violence: Traced[bool] = fact("Family violence flag on the case", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """When, where and before whom."""

    code: Traced[str] = fact("Hearing code", required=True)
    purpose: Traced[str] = fact("Type of hearing", required=True)
    on: Traced[date] = fact("Hearing date", required=True)
    weekday: Traced[str] = fact("Day of the week", required=True)
    time: Traced[str] = fact("Hearing time", required=True)
    courthouse: Traced[str] = fact("Courthouse", required=True)
    courthouse_address: Traced[str | None] = fact("Courthouse address")
    courtroom: Traced[str | None] = fact("Courtroom", required=True)
    judge: Traced[str | None] = fact("Judge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """What a paper for a court begins with: who files it, and in which case."""

    office: Office
    caption: Caption
    case_number: Traced[str] = fact("IV-D case number", required=True)
    obligor: Traced[str] = fact("Name of the obligor", required=True)
    obligee: Traced[str] = fact("Name of the obligee", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(Captioned):
    """What every filing begins with: who files, in which case, for which hearing."""

    hearing: Hearing
