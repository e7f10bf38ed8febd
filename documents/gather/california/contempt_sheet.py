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
from documents.gather.ability import ability
from documents.gather.california.contempt import count_told, counts_found, left_out, limit
from documents.gather.contempt_sheet import QUESTIONS, answers_told, in_every_state, standing, told
from documents.gather.matter import Matter
from documents.gather.people import note
from kernel.money import Money, total

WRITTEN = ("aid_status", "withholding_status", "recommendation")


def contempt_sheet(of: Matter) -> CaliforniaContemptSheet:
    """For the attorney who charges contempt by counts. Raises what the ledger of the case raises."""
    found, charged = ability(of), counts_found(of)
    sheet, asked = found.sheet, (*QUESTIONS, "pleaded_knowledge")
    written: dict[str, Any] = {name: note(of.record, name) for name in WRITTEN}
    return CaliforniaContemptSheet(
        **in_every_state(of, found, "Contempt sheet: counts and ability to pay"),
        standing=StandingOfCounts(
            **standing(sheet, of),
            prima_facie=told(sheet.prima_facie, "order, knowledge and nonpayment have evidence", of),
        ),
        answers=CaliforniaAnswers(**answers_told(sheet, of, asked)),
        counts=_counts(charged, sheet.known.income, of),
        number_of_counts=told(len(charged.counts), "one month is one count", of),
        total=told(charged.total, "sum over the counts", of),
        window=told(f"within {limit(charged)}", limit(charged), of),
        left_out=left_out(charged, of),
        too_old=told(len(charged.too_old), limit(charged), of),
        **written,
    )


def _counts(charged: Counts, income: IncomeTable, of: Matter) -> tuple[CountOnSheet, ...]:
    return tuple(
        CountOnSheet(
            **count_told(number, one, charged, of),
            income=told(_confirmed(income, one.due_on), "confirmed wages of the quarter (45 CFR 303.21)", of),
        )
        for number, one in enumerate(charged.counts, start=1)
    )


def _confirmed(income: IncomeTable, due_on: date) -> Money | None:
    """What more than a registry tells of the quarter of a day; nothing where nothing was told."""
    place = next((at for at, one in enumerate(income.quarters) if one.first_day <= due_on <= one.last_day), None)
    amounts = [one.amounts[place] for one in income.sources if one.confirmed] if place is not None else []
    return total(amounts) if any(one.cents for one in amounts) else None
