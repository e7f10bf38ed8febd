"""Gathers the facts of the contempt sheet."""

from collections.abc import Callable, Iterable
from typing import Any

from cases.ability.sheet import AbilitySheet
from cases.trace import nowhere, traced
from documents.facts import ability as facts
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
    "screening", "willfulness", "ability_then", "ability", "income", "assets", "household", "subsistence", "health",
    "work_history", "job_search", "prior_contempts", "withholding", "counsel_status",
)  # fmt: skip
NO_PURGE = "No purge is proposed: a person found no ability to pay."


def contempt_sheet(of: Matter) -> facts.ContemptSheet:
    """For the attorney who asks for contempt. Raises what the ledger of the case raises."""
    found = ability(of)
    sheet = found.sheet
    return facts.ContemptSheet(
        **in_court(of, "Contempt sheet: ability to pay"),
        standing=facts.Standing(
            complete=_told(sheet.complete, "every question is answered", of),
            supports_contempt=_told(sheet.supports_contempt, "every finding has evidence", of),
            open_questions=_told(len(sheet.gaps), "questions without an answer", of),
        ),
        open_questions=open_questions(sheet, of),
        findings=findings_shown(sheet, of),
        order=support.orders(of.record, of.as_of)[:1],
        arrears=support.arrears(of.record, of.as_of),
        year=paid_in_year(of.record, of.as_of),
        quarters=quarters(of, sheet.known.income),
        holdings=holdings_shown(of),
        households=households_shown(of),
        answers=facts.Answers(**answers_told(sheet, of, QUESTIONS), purge=_purge(sheet, of)),
        priors=priors_shown(of),
        purges=purges_shown(of),
        limits=limits_shown(found.limits, of),
        tests=_tests(found, of),
        to_keep=_told(found.to_keep, "the lesser of a part of what is overdue and a fixed amount", of),
        licences=people.assets(of.record, licences=True),
    )


def open_questions(sheet: AbilitySheet, of: Matter) -> tuple[facts.OpenQuestion, ...]:
    """What nobody has answered, the purge included where one is needed."""
    rule = "questions without an answer"
    asked = [(f"{one.question.what} ({one.question.cite})", one.why) for one in sheet.unanswered]
    if sheet.needs_purge:
        asked.append(("Purge", "none is proposed with evidence that it can be paid on its day"))
    return tuple(facts.OpenQuestion(what=_told(what, rule, of), why=_told(why, rule, of)) for what, why in asked)


def findings_shown(sheet: AbilitySheet, of: Matter) -> tuple[facts.FindingShown, ...]:
    """Each thing that the court must find, with its evidence."""
    return tuple(
        facts.FindingShown(
            what=_told(one.finding.what, one.finding.id, of),
            cite=_told(str(one.finding.cite), one.finding.id, of),
            unverified=_told(not one.finding.verified_by, one.finding.id, of),
            evidence=tuple(
                facts.Piece(kind=_told(each.kind.value, "evidence", of), words=_told(each.words, "evidence", of))
                for each in one.evidence
            ),
            shown=_told(one.shown, "evidence, weighed against basic needs", of),
            lacks=_told(one.lacks or None, "evidence, weighed against basic needs", of),
        )
        for one in sheet.findings
    )


def answers_told(sheet: AbilitySheet, of: Matter, names: Iterable[str]) -> dict[str, Any]:
    """What a person wrote, else what the record tells; nothing where the question is open."""
    open_ = {one.question.entry for one in sheet.unanswered}
    told: dict[str, Any] = {}
    for name in names:
        written = note(of.record, name)
        on_record = _told("As the record tells it.", "the record answers it", of)
        told[name] = nowhere(f"answer '{name}'") if name in open_ else written if written.value else on_record
    return told


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
            what=_told(one.what, "tests for licenses", of),
            met=_told(one.met, "tests for licenses", of),
            because=_told(one.because, "tests for licenses", of),
            cite=_told(str(one.cite), "tests for licenses", of),
        )
        for one in found.tests
    )


def _told(value: object, rule: str, of: Matter) -> Traced[Any]:
    return computed(
        value, rule=rule, inputs=("the record", "notes of ability to pay"), as_of=of.as_of,
        disclosure=Disclosure.INTERNAL,
    )  # fmt: skip


GATHER: dict[str, Callable[[Matter], Any]] = {"ContemptSheet": contempt_sheet}
