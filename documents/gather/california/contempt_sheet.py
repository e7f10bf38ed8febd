"""Gathers California's contempt sheet."""

from datetime import date
from typing import Any

from cases.ability.income import IncomeTable
from cases.ledger.counts import Counts
from documents.facts.california import (
    CaliforniaAnswers,
    CaliforniaContemptSheet,
    CountOnSheet,
    StandingOfCounts,
)
from documents.gather import support
from documents.gather.ability import ability
from documents.gather.california.contempt import count_told, counts_found, left_out, limit
from documents.gather.contempt_sheet import answers_told, findings_shown, open_questions
from documents.gather.matter import Matter
from documents.gather.means_shown import holdings_shown, households_shown, limits_shown, priors_shown
from documents.gather.paid import paid_in_year
from documents.gather.people import note
from documents.gather.quarters import quarters
from documents.gather.sheets import in_court
from kernel.disclosure import Disclosure
from kernel.money import Money, total
from kernel.traced import Traced, computed

QUESTIONS = (
    "pleaded_knowledge", "screening", "ability_then", "ability", "income", "assets", "subsistence", "health",
    "job_search", "prior_contempts", "counsel_status",
)  # fmt: skip
WRITTEN = ("aid_status", "withholding_status", "recommendation")


def contempt_sheet(of: Matter) -> CaliforniaContemptSheet:
    """For the attorney who charges contempt by counts. Raises what the ledger of the case raises."""
    found, charged = ability(of), counts_found(of)
    sheet = found.sheet
    written: dict[str, Any] = {name: note(of.record, name) for name in WRITTEN}
    return CaliforniaContemptSheet(
        **in_court(of, "Contempt sheet: counts and ability to pay"),
        standing=StandingOfCounts(
            complete=_told(sheet.complete, "every question is answered", of),
            prima_facie=_told(sheet.prima_facie, "order, knowledge and nonpayment have evidence", of),
            supports_contempt=_told(sheet.supports_contempt, "every finding has evidence", of),
            open_questions=_told(len(sheet.gaps), "questions without an answer", of),
        ),
        open_questions=open_questions(sheet, of),
        findings=findings_shown(sheet, of),
        order=support.orders(of.record, of.as_of)[:1],
        arrears=support.arrears(of.record, of.as_of),
        year=paid_in_year(of.record, of.as_of),
        counts=_counts(charged, sheet.known.income, of),
        number_of_counts=_told(len(charged.counts), "one month is one count", of),
        total=_told(charged.total, "sum over the counts", of),
        window=_told(f"within {limit(charged)}", limit(charged), of),
        left_out=left_out(charged, of),
        too_old=_told(len(charged.too_old), limit(charged), of),
        quarters=quarters(of, sheet.known.income),
        holdings=holdings_shown(of),
        households=households_shown(of),
        answers=CaliforniaAnswers(**answers_told(sheet, of, QUESTIONS)),
        priors=priors_shown(of),
        limits=limits_shown(found.limits, of),
        **written,
    )


def _counts(charged: Counts, income: IncomeTable, of: Matter) -> tuple[CountOnSheet, ...]:
    return tuple(
        CountOnSheet(
            **count_told(number, one, charged, of),
            income=_told(_confirmed(income, one.due_on), "confirmed wages of the quarter (45 CFR 303.21)", of),
        )
        for number, one in enumerate(charged.counts, start=1)
    )


def _confirmed(income: IncomeTable, due_on: date) -> Money | None:
    """What more than a registry tells of the quarter of a day; nothing where nothing was told."""
    place = next((at for at, one in enumerate(income.quarters) if one.first_day <= due_on <= one.last_day), None)
    amounts = [one.amounts[place] for one in income.sources if one.confirmed] if place is not None else []
    return total(amounts) if any(one.cents for one in amounts) else None


def _told(value: object, rule: str, of: Matter) -> Traced[Any]:
    return computed(
        value, rule=rule, inputs=("the record", "notes of ability to pay"), as_of=of.as_of,
        disclosure=Disclosure.INTERNAL,
    )  # fmt: skip
