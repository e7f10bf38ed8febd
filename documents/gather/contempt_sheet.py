"""Gathers the facts of the contempt sheet."""

from collections.abc import Callable, Iterable
from typing import Any

from cases.ability.sheet import AbilitySheet
from cases.trace import nowhere, traced
from documents.facts import ability as facts
from documents.facts.contempt_sheet import ContemptSheet, NorthCarolinaAnswers, Standing
from documents.gather import people, support
from documents.gather.ability import Ability, ability
from documents.gather.matter import Matter
from documents.gather.means_shown import holdings_shown, households_shown, limits_shown, priors_shown, purges_shown
from documents.gather.paid import paid_in_year
from documents.gather.people import note
from documents.gather.quarters import quarters
from documents.gather.sheets import in_court
from kernel.disclosure import Disclosure
from kernel.traced import Traced, computed

QUESTIONS = (
    "screening", "ability_then", "ability", "income", "assets", "subsistence", "health", "job_search",
    "prior_contempts", "counsel_status",
)  # fmt: skip
"""What every state asks."""
NO_PURGE = "No purge is proposed: a person found no ability to pay."


def contempt_sheet(of: Matter) -> ContemptSheet:
    """For the attorney who asks for contempt. Raises what the ledger of the case raises."""
    found = ability(of)
    asked = (*QUESTIONS, "willfulness", "household", "work_history", "withholding")
    return ContemptSheet(
        **in_every_state(of, found, "Contempt sheet: ability to pay"),
        standing=Standing(**standing(found.sheet, of)),
        answers=NorthCarolinaAnswers(**answers_told(found.sheet, of, asked), purge=_purge(found.sheet, of)),
        purges=purges_shown(of),
        tests=_tests(found, of),
        to_keep=told(found.to_keep, "the lesser of a part of what is overdue and a fixed amount", of),
        licences=people.assets(of.record, licences=True),
    )


def in_every_state(of: Matter, found: Ability, title: str) -> dict[str, Any]:
    """The fields of ``ContemptInCourt`` but for its standing and its answers, which each state asks for itself."""
    return {
        **in_court(of, title),
        "open_questions": _open_questions(found.sheet, of),
        "findings": _findings(found.sheet, of),
        "order": support.orders(of.record, of.as_of)[:1],
        "arrears": support.arrears(of.record, of.as_of),
        "year": paid_in_year(of.record, of.as_of),
        "quarters": quarters(of, found.sheet.known.income),
        "holdings": holdings_shown(of),
        "households": households_shown(of),
        "priors": priors_shown(of),
        "limits": limits_shown(found.limits, of),
    }


def standing(sheet: AbilitySheet, of: Matter) -> dict[str, Any]:
    """How the sheet stands as a whole."""
    return {
        "complete": told(sheet.complete, "every question is answered", of),
        "supports_contempt": told(sheet.supports_contempt, "every finding has evidence", of),
        "open_questions": told(len(sheet.gaps), "questions without an answer", of),
    }


def _open_questions(sheet: AbilitySheet, of: Matter) -> tuple[facts.OpenQuestion, ...]:
    """What nobody has answered, the purge included where one is needed."""
    rule = "questions without an answer"
    asked = [(f"{one.question.what} ({one.question.cite})", one.why) for one in sheet.unanswered]
    if sheet.needs_purge:
        asked.append(("Purge", "none is proposed with evidence that it can be paid on its day"))
    return tuple(facts.OpenQuestion(what=told(what, rule, of), why=told(why, rule, of)) for what, why in asked)


def _findings(sheet: AbilitySheet, of: Matter) -> tuple[facts.FindingShown, ...]:
    """Each thing that the court must find, with its evidence."""
    return tuple(
        facts.FindingShown(
            what=told(one.finding.what, one.finding.id, of),
            cite=told(str(one.finding.cite), one.finding.id, of),
            unverified=told(not one.finding.verified_by, one.finding.id, of),
            evidence=tuple(
                facts.Piece(kind=told(each.kind.value, "evidence", of), words=told(each.words, "evidence", of))
                for each in one.evidence
            ),
            shown=told(one.shown, "evidence, weighed against basic needs", of),
            lacks=told(one.lacks or None, "evidence, weighed against basic needs", of),
        )
        for one in sheet.findings
    )


def answers_told(sheet: AbilitySheet, of: Matter, names: Iterable[str]) -> dict[str, Any]:
    """What a person wrote, else what the record tells; nothing where the question is open."""
    open_ = {one.question.entry for one in sheet.unanswered}
    found: dict[str, Any] = {}
    for name in names:
        written = note(of.record, name)
        on_record = told("As the record tells it.", "the record answers it", of)
        found[name] = nowhere(f"answer '{name}'") if name in open_ else written if written.value else on_record
    return found


def _purge(sheet: AbilitySheet, of: Matter) -> Traced[str | None]:
    row, purge = of.ability.purge_for(of.hearing.on), sheet.known.purge
    if row and purge:
        words = f"{purge.amount} on {purge.pay_on:%B} {purge.pay_on.day}, {purge.pay_on.year}: {purge.evidence}"
        return traced(row, words, Disclosure.INTERNAL)
    if sheet.needs_purge:
        return nowhere("purge that can be paid on its day")
    return note(of.record, "ability").told(NO_PURGE)


def _tests(found: Ability, of: Matter) -> tuple[facts.TestShown, ...]:
    return tuple(
        facts.TestShown(
            what=told(one.what, "tests for licenses", of),
            met=told(one.met, "tests for licenses", of),
            because=told(one.because, "tests for licenses", of),
            cite=told(str(one.cite), "tests for licenses", of),
        )
        for one in found.tests
    )


def told(value: object, rule: str, of: Matter) -> Traced[Any]:
    """What a sheet reckons out of the record and of what people noted; stays inside the office."""
    return computed(
        value, rule=rule, inputs=("the record", "notes of ability to pay"), as_of=of.as_of,
        disclosure=Disclosure.INTERNAL,
    )  # fmt: skip


GATHER: dict[str, Callable[[Matter], Any]] = {"ContemptSheet": contempt_sheet}
