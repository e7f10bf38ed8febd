"""Roles, people and an office's own settings."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a person may do. Only an attorney approves; only a clerk receives filings."""

    AGENT = "agent"
    ATTORNEY = "attorney"
    CLERK = "clerk"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What an office puts on its papers. Every text is the office's own and stands in a row, never in code."""

    letterhead: str = "County Child Support Services"
    address: str = ""
    """Two lines: street, then town, state and ZIP."""
    phone: str = ""
    county: str = ""
    court_suffix: str = ""
    """The court's three-digit county suffix in file numbers, such as 590 for Mecklenburg."""
    plaintiff: str = "{county} County o/b/o {obligee}"
    """Caption of the plaintiff; {county} and {obligee} are filled in."""
    plaintiff_label: str = "Plaintiff"
    defendant_label: str = "Defendant"
    other_parent_label: str = "Other Parent"
    """What the caption calls the parties, such as Petitioner/Plaintiff."""
    attorney_name: str = ""
    attorney_bar_number: str = ""
    attorney_title: str = "Assistant County Attorney"
    attorney_email: str = ""
    representative: str = ""
    """Who stands for the agency as keeper of its payment records when no agent is named on the case."""
    representative_title: str = "Child Support Agent"
    scra_days: int = 30
    """A check of military service has to be younger than this many days: the office's own measure, not a statute."""
    interest_day_count: str = "365"
    """How yearly interest is spread over the days: 365, actual or monthly. Every account prints which."""
    add_on_split: str = ""
    """How parents share costs beside California's guideline: proportional, half, or empty as the statute says."""
    largest_file_mb: int = 25
    largest_envelope_mb: int = 35
    time_zone: str = "America/New_York"

    def day_of(self, at: datetime) -> date:
        """The day that it is at an instant where the office is."""
        return at.astimezone(ZoneInfo(self.time_zone)).date()


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in member of staff: who acts, for which office, in which role."""

    id: int
    office_id: int
    name: str
    email: str
    role: Role
    agent_code: str | None = None

    @property
    def actor(self) -> str:
        """How the audit names this person."""
        return f"{self.role}:{self.email}"


SYSTEM_ACTOR = "system:courtready"
