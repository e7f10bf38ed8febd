"""The contempt sheet: what the court must find, the evidence for it, and what nobody has answered yet."""

from dataclasses import dataclass

from documents.facts.ability import (
    FindingShown,
    HoldingShown,
    HouseholdShown,
    LimitShown,
    OpenQuestion,
    PriorShown,
    PurgeShown,
    Quarters,
    TestShown,
)
from documents.facts.field import fact
from documents.facts.means import Asset
from documents.facts.sheets import CaseInCourt
from documents.facts.support import Arrears, PaidInYear, SupportOrder
from kernel.money import Money
from kernel.traced import Traced


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the sheet stands as a whole."""

    complete: Traced[bool] = fact("Sheet complete", required=True)
    supports_contempt: Traced[bool] = fact("Evidence for every finding", required=True)
    open_questions: Traced[int] = fact("Open questions", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was found out for each question; missing where nobody said it, also that nothing was found."""

    screening: Traced[str | None] = fact("Ability-to-pay screening record", required=True, entry=True)
    ability_then: Traced[str | None] = fact(
        "Ability to pay in the months that were not paid", required=True, entry=True
    )
    ability: Traced[str | None] = fact("Present ability to pay", required=True, entry=True)
    income: Traced[str | None] = fact("Income", required=True, entry=True)
    assets: Traced[str | None] = fact("Property, liens and exemptions", required=True, entry=True)
    subsistence: Traced[str | None] = fact("Basic subsistence needs", required=True, entry=True)
    health: Traced[str | None] = fact("Health and disability", required=True, entry=True)
    job_search: Traced[str | None] = fact("Efforts to find work", required=True, entry=True)
    prior_contempts: Traced[str | None] = fact("Prior contempts, purges and results", required=True, entry=True)
    counsel_status: Traced[str | None] = fact(
        "Counsel: advised, appointed, retained or waived", required=True, entry=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptInCourt(CaseInCourt):
    """What the contempt sheet of every state shows. Stays inside the office."""

    standing: Standing
    open_questions: tuple[OpenQuestion, ...]
    findings: tuple[FindingShown, ...]
    order: tuple[SupportOrder, ...]
    arrears: Arrears
    year: PaidInYear
    quarters: tuple[Quarters, ...]
    holdings: tuple[HoldingShown, ...]
    households: tuple[HouseholdShown, ...]
    answers: Answers
    priors: tuple[PriorShown, ...]
    limits: tuple[LimitShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NorthCarolinaAnswers(Answers):
    """What North Carolina's findings ask beside."""

    willfulness: Traced[str | None] = fact("Why the failure to pay was willful", required=True, entry=True)
    household: Traced[str | None] = fact("Household", required=True, entry=True)
    work_history: Traced[str | None] = fact("Work since the order", required=True, entry=True)
    withholding: Traced[str | None] = fact(
        "Why income withholding is not available or appropriate", required=True, entry=True
    )
    purge: Traced[str | None] = fact("Purge with evidence that it can be paid on its day", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContemptSheet(ContemptInCourt):
    """For the attorney who asks for contempt in North Carolina."""

    answers: NorthCarolinaAnswers
    purges: tuple[PurgeShown, ...]
    tests: tuple[TestShown, ...]
    to_keep: Traced[Money] = fact("First payment that keeps the licenses", required=True)
    licences: tuple[Asset, ...]


PAPERS: tuple[type, ...] = (ContemptSheet,)
"""Every type of facts that a manifest may name."""
