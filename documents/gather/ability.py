"""The sheet of ability to pay for a hearing on contempt, out of the record and of what people noted."""

from dataclasses import dataclass, replace
from datetime import date

from cases.ability.answers import Answer
from cases.ability.income import IncomeTable
from cases.ability.licenses import Delinquency, LicenseTest, initial_payment, license_tests
from cases.ability.means import Holding
from cases.ability.queries import holding, household, prior_contempt, proposal
from cases.ability.sheet import AbilitySheet, Known, ability_sheet
from cases.ability.withholding import Limit, Obligor, withholding_limit
from cases.tables import Sourced
from documents.gather import support
from documents.gather.evidence import evidence
from documents.gather.matter import CONTEMPT, Matter
from documents.gather.people import LICENCE
from documents.gather.work import employers, income, unread_quarters
from hearings.facts import Gap
from hearings.readiness.gaps import AGENT
from kernel.money import ZERO, Money
from law.findings import Contempt, contempt_of
from law.states import law_of

MOST_NAMED = 3
AGAINST = " (“none found” is written, but the record holds some)"


@dataclass(frozen=True, slots=True)
class Ability:
    """The sheet of one hearing, with what can be withheld and whether licenses can be taken.

    ``limits`` is empty where nobody noted the disposable pay; the one that governs stands first.
    ``tests`` and ``to_keep`` are North Carolina's alone.
    """

    sheet: AbilitySheet
    law: Contempt
    hearing_on: date
    limits: tuple[tuple[str, Limit], ...] = ()
    tests: tuple[LicenseTest, ...] = ()
    to_keep: Money | None = None


def incomplete(of: Matter) -> str:
    """What the sheet still lacks, in words; nothing where it is complete, or for a hearing on anything else."""
    if of.kind.kind != CONTEMPT:
        return ""
    sheet = _sheet(of, _known(of))
    open_ = [f"{one.question.what}{AGAINST if one.contradicted else ''}" for one in sheet.unanswered]
    if sheet.needs_purge:
        open_.append("Purge with evidence that it can be paid on its day")
    return "; ".join(open_[:MOST_NAMED]) + (f" and {len(open_) - MOST_NAMED} more" if len(open_) > MOST_NAMED else "")


def ability_gaps(of: Matter) -> list[Gap]:
    """The gap of a hearing on contempt for which questions are open."""
    lacks = incomplete(of)
    return [Gap("Ability to pay is not answered", f"Still open: {lacks}.", AGENT)] if lacks else []


def ability(of: Matter) -> Ability:
    """The sheet with its evidence, limits and tests. Raises what the ledger of the case raises, or NoRuleInForce."""
    return of.record.once(("ability", of.hearing.id, of.as_of), lambda: _ability(of))


def _ability(of: Matter) -> Ability:
    known, law = _known(of), contempt_of(of.kind.state, of.hearing.on)
    sheet = _sheet(of, replace(known, evidence=evidence(of, law, known)))
    carolina = of.kind.state == "NC"
    return Ability(
        sheet, law, of.hearing.on, _limits(of),
        license_tests(_delinquency(of), as_of=of.as_of) if carolina else (),
        initial_payment(support.arrears(of.record, of.as_of).total.value, on=of.as_of) if carolina else None,
    )  # fmt: skip


def _sheet(of: Matter, known: Known) -> AbilitySheet:
    return ability_sheet(contempt_of(of.kind.state, of.hearing.on), known, answers(of))


def answers(of: Matter) -> dict[str, Answer]:
    """What people wrote, by name. Wages that stand in no table leave the question of income to a person."""
    return {row.name: Answer(row.words, row.entered_by, of.office.day_of(row.retrieved_at)) for row in of.record.notes}


def _known(of: Matter) -> Known:
    notes = of.ability
    purge = notes.purge_for(of.hearing.on)
    return Known(
        income=IncomeTable((), (), ()) if unread_quarters(of) else income(of),
        work=employers(of),
        holdings=tuple(held for _, held in holding_rows(of)),
        household=household(notes.household) if notes.household else None,
        priors=tuple(prior_contempt(row) for row in notes.contempts),
        purge=proposal(purge) if purge else None,
    )


def holding_rows(of: Matter) -> tuple[tuple[Sourced, Holding], ...]:
    """The obligor's property with its rows: as people noted it, and what of the record nobody has looked at yet."""
    person, noted = of.record.person("obligor"), {row.asset_key for row in of.ability.assets}
    bare = [
        (row, Holding(row.description, row.amount or ZERO, row.seen_on or of.as_of, looked_at=False))
        for row in of.record.assets
        if person and row.mpi_no == person.mpi_no and row.kind != LICENCE and row.source_key not in noted
    ]
    return (*((row, holding(row)) for row in of.ability.assets), *bare)


def _limits(of: Matter) -> tuple[tuple[str, Limit], ...]:
    noted = of.ability.household
    if noted is None or noted.disposable is None:
        return ()
    behind = support.arrears(of.record, of.as_of).days_behind.value or 0
    who = Obligor(noted.orders, noted.supports_others, behind)
    both = withholding_limit(of.kind.state, noted.disposable, who, on=of.as_of)
    named = ((law_of(of.kind.state).name, both.state), ("Federal", both.federal))
    return tuple(sorted(named, key=lambda one: one[1].most))


def _delinquency(of: Matter) -> Delinquency:
    owed = support.arrears(of.record, of.as_of)
    monthly = support.monthly_ordered(of.record, of.as_of)
    found = tuple(row.found_on for row in of.ability.contempts)
    return Delinquency(owed.total.value, owed.unpaid_since.value, monthly, found)
