"""The counts of contempt, and what is weighed before they are charged."""

from dataclasses import dataclass
from datetime import date

from documents.facts.accounts import UnpaidMonth
from documents.facts.california.caption import CourtCaption
from documents.facts.field import fact
from documents.facts.matter import Hearing, Office
from documents.facts.support import SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(UnpaidMonth):
    """One month's support that was not paid in full: one count of contempt (Code Civ. Proc. § 1218.5)."""

    number: Traced[int] = fact("Number of the count", required=True)
    last_day: Traced[date] = fact("Last day to begin the action on the count", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLeftOut:
    """A month that was not paid in full and still is no count."""

    due_on: Traced[date] = fact("Support due on", required=True)
    unpaid: Traced[Money] = fact("Unpaid of that month's support", required=True)
    why: Traced[str] = fact("Why the month is no count", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptScreening:
    """What the attorney weighs before contempt is charged (Code Civ. Proc. § 1209.5; 45 CFR 303.6(c)(4))."""

    counts: tuple[Count, ...]
    left_out: tuple[MonthLeftOut, ...]
    too_old: Traced[int] = fact("Unpaid months that are too old to charge", required=True)
    pleaded_knowledge: Traced[str | None] = fact("How the obligor knew of the order", required=True, entry=True)
    screening: Traced[str | None] = fact("Ability-to-pay screening record", required=True, entry=True)
    ability: Traced[str | None] = fact("Evidence of present ability to pay", required=True, entry=True)
    subsistence: Traced[str | None] = fact("Basic subsistence needs", required=True, entry=True)
    health: Traced[str | None] = fact("Health and disability", entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", required=True, entry=True)
    counsel_status: Traced[str | None] = fact(
        "Counsel: advised, appointed, retained or waived", required=True, entry=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptCounts:
    """For the public file: the affidavit's facts, one month one count (Code Civ. Proc. §§ 1209.5, 1211, 1218.5)."""

    office: Office
    caption: CourtCaption
    case_number: Traced[str] = fact("IV-D case number", required=True)
    obligor: Traced[str] = fact("Name of the obligor", required=True)
    hearing: Hearing
    order: tuple[SupportOrder, ...]
    pleaded_knowledge: Traced[str | None] = fact("How the obligor knew of the order", required=True, entry=True)
    as_of: Traced[date] = fact("Payments counted through", required=True)
    counts: tuple[Count, ...]
    total: Traced[Money] = fact("Unpaid in all counts", required=True)
