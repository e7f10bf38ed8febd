"""The contempt sheet: what an attorney stands up with, and what keeps it incomplete. Arrears alone show no ability."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from cases.ability import actions
from cases.ability.evidence import Kind
from cases.ability.facts import AssetNoted, ContemptKind, ContemptNoted, EvidenceNoted, HouseholdNoted, PurgeNoted
from cases.ability.means import Holding, Need
from cases.ability.purge import Funds
from cases.actions import write_note
from cases.money.actions import enter_direct_payment
from cases.money.facts import DirectPaymentTold
from cases.tables import StateBalance, SupportOrder
from documents.facts import gaps
from documents.gather import Matter, fact_sheet, gathered, matter
from documents.gather.ability import ability, ability_gaps, answers, incomplete
from documents.gather.evidence import evidence
from documents.gather.support import arrears
from documents.manifests import ON_REQUEST, template_named, templates
from documents.marks import mark
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.disclosure import Audience
from kernel.money import ZERO, Money, money
from law.findings import contempt_of
from law.states import law_of
from offices.facts import Person, Role
from offices.tables import Staff
from tests.county import DAY, NOON, county_of, import_, in_folder

AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
CASE, PROTECTED = "7000071406", "7000072738"
NC = templates("nc")
BY: dict[str, Any] = {"proof": "screening form of November 17, 2026", "by": AGENT, "now": NOON}
PAY = Funds("take-home pay of December 4", money("640.00"), date(2026, 12, 4), "pay stub", date(2026, 11, 19))


@pytest.fixture
def county(sqlite: Database, tmp_path: Any) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE, PROTECTED)))
    return sqlite


def of(county: Database, case_no: str = CASE) -> Matter:
    with county.reading() as db:
        return matter(db, 1, hearings_of_case(db, 1, case_no)[0].id, as_of=DAY)


def answer_everything(county: Database, **other: str) -> None:
    with county.transaction() as db:
        for question in contempt_of("NC", DAY).questions:
            words = other.get(question.entry, f"Found out about {question.entry}.")
            write_note(db, CASE, question.entry, words, by=AGENT, now=NOON)


def propose(county: Database, amount: str = "300.00") -> None:
    told = PurgeNoted(money(amount), of(county).hearing.on, (PAY,), money("200.00"))
    with county.transaction() as db:
        actions.propose_purge(db, CASE, told, **BY)


def words(facts: Any) -> str:
    template = template_named("nc/contempt-sheet", NC)
    told = context(facts, template.manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(template.word, told, title="Contempt sheet").word))


def test_the_sheet_is_made_on_request_for_contempt_alone_and_stays_inside_the_office() -> None:
    manifest = template_named("nc/contempt-sheet", NC).manifest
    assert (manifest.prepared, manifest.audience) == (ON_REQUEST, Audience.INTERNAL)
    show_cause, review = (law_of("nc").hearing_type_or_other(code) for code in ("HOSC", "HRAD"))
    assert (manifest.closeness(show_cause) > 0, manifest.closeness(review) > 0) == (True, False)


def test_a_sheet_without_answers_names_every_open_question_and_says_not_to_ask(county: Database) -> None:
    facts = gathered("ContemptSheet", of(county))
    assert facts.standing.complete.value is False
    assert facts.arrears.total.value > ZERO
    said = words(facts)
    assert "✗ INCOMPLETE." in said
    assert "Do not ask for contempt on this sheet." in said
    for one in ability(of(county)).sheet.unanswered:
        assert one.question.what in said
    assert {gap.name for gap in gaps(facts)} >= {"health", "job_search", "ability", "purge"}
    assert incomplete(of(county)).endswith(" more")


def test_answers_alone_complete_the_sheet_and_still_show_no_ability(county: Database) -> None:
    answer_everything(county)
    propose(county)
    facts = gathered("ContemptSheet", of(county))
    assert (facts.standing.complete.value, facts.standing.supports_contempt.value) == (True, False)
    assert "✗ NOT SHOWN." in words(facts)
    assert incomplete(of(county)) == ""
    assert gaps(facts) == ()


def test_none_found_of_property_on_record_keeps_sheet_gap_and_readiness_open(county: Database) -> None:
    account = "CHECKING ACCT ENDING 4471, FIRST CATAWBA BANK"
    answer_everything(county, assets="None found: asked the obligor.")
    propose(county)
    facts = gathered("ContemptSheet", of(county))
    assert facts.standing.complete.value is False
    assert f"the record holds {account}, of which lien and exemption are still to be noted" in words(facts)
    said = "Property, with liens and exemptions (“none found” is written, but the record holds some)"
    assert incomplete(of(county)) == said
    assert [gap.cause for gap in ability_gaps(of(county))] == [f"Still open: {said}."]


def test_what_was_paid_straight_to_the_obligee_is_no_evidence_of_noncompliance(county: Database) -> None:
    with county.transaction() as db:
        db.add(Staff(id=1, office_id=1, name="Avery Agent", email="a@here.gov", role=Role.AGENT, password_hash="-"))
    due, paid = year_told(county)
    pay_directly(county, money("123.45"))
    assert year_told(county) == (due, paid, money("123.45"))
    pay_directly(county, due)
    assert year_told(county) == ()


def test_licenses_are_measured_by_the_order_that_has_taken_effect_and_not_by_a_later_one(county: Database) -> None:
    before = ability(of(county)).tests
    with county.transaction() as db:
        db.add(SupportOrder(
            office_id=1, case_no=CASE, source_key="later", content="-", source="ACTS", source_record="ORDER",
            retrieved_at=NOON, entered_on=DAY, kind="modified", support=money("9,000.00"), frequency="monthly",
            toward_arrears=ZERO, effective_on=DAY + timedelta(days=11),
        ))  # fmt: skip
    assert ability(of(county)).tests == before


def test_licenses_and_papers_measure_one_month_by_the_same_order_though_it_has_ended(county: Database) -> None:
    with county.transaction() as db:
        (order,) = db.scalars(select(SupportOrder).where(SupportOrder.case_no == CASE))
        order.ended_on = date(2026, 10, 31)
    month, owed = ability(of(county)).tests[0], arrears(of(county).record, DAY)
    assert owed.one_month_behind.value is month.met is True
    assert owed.months_behind.value == Decimal("13.6")


@pytest.mark.parametrize(("opened_on", "told", "due"), [
    (date(2025, 12, 31), "", None),
    (date(2025, 11, 15), " (2025Q4 only after Nov 15, 2025)", "730.00"),
])  # fmt: skip
def test_a_quarter_of_which_the_opening_balance_holds_a_part_says_so_in_its_rows(
    county: Database, opened_on: date, told: str, due: str | None
) -> None:
    """Of one that it holds all of, nothing is told."""
    with county.transaction() as db:
        (opening,) = db.scalars(select(StateBalance).where(StateBalance.case_no == CASE, StateBalance.is_opening))
        opening.on = opened_on
    facts = gathered("ContemptSheet", of(county))
    (table,) = facts.quarters
    assert table.third.value == "2025Q4"
    assert table.ordered.third.value == (money(due) if due else None)
    assert (table.ordered.source.value, table.paid.source.value) == (f"Support due{told}", f"Support paid{told}")
    assert f"Support due{told}" in words(facts)


def pay_directly(county: Database, amount: Money) -> None:
    told = DirectPaymentTold(date(2026, 10, 1), amount, "cancelled check", "the check")
    with county.transaction() as db:
        enter_direct_payment(db, CASE, told, by=AGENT, now=NOON)


def year_told(county: Database) -> tuple[Money, ...]:
    """What the evidence for California's findings says fell due, was paid and was credited; empty where none is."""
    matter_now = of(county)
    found = evidence(matter_now, contempt_of("CA", DAY), ability(matter_now).sheet.known)
    said = next((one.words for one in found if one.kind is Kind.PAYMENTS), "")
    return tuple(money(one) for one in re.findall(r"[$]([0-9,]+[.][0-9]{2})", said))


def test_evidence_with_its_proof_for_every_finding_shows_contempt(county: Database) -> None:
    answer_everything(county)
    propose(county)
    with county.transaction() as db:
        for finding in contempt_of("NC", DAY).findings:
            told = EvidenceNoted(finding.id, Kind.INCOME, f"Told about {finding.id}", DAY)
            actions.note_evidence(db, CASE, told, **BY)
    facts = gathered("ContemptSheet", of(county))
    assert facts.standing.supports_contempt.value is True
    assert "✓ COMPLETE." in words(facts)


def test_where_no_ability_was_found_no_purge_is_needed_and_the_sheet_says_so(county: Database) -> None:
    answer_everything(county, ability="None found: no wages in six quarters.")
    facts = gathered("ContemptSheet", of(county))
    assert facts.standing.complete.value is True
    assert facts.answers.purge.value == "No purge is proposed: a person found no ability to pay."


def test_the_purge_on_the_fact_sheet_is_the_one_that_is_proposed(county: Database) -> None:
    with county.transaction() as db:
        write_note(db, CASE, "purge_amount", "$999.00", by=AGENT, now=NOON)
    propose(county)
    (contempt,) = fact_sheet(of(county)).contempt
    (purge,) = gathered("ContemptSheet", of(county)).purges
    assert contempt.purge_amount.value == purge.amount.value == money("300.00")
    assert "pay stub on November 19, 2026" in str(contempt.purge_evidence.value)


def test_a_purge_of_an_earlier_hearing_is_none(county: Database) -> None:
    with county.transaction() as db:
        early = Funds("pay", money("640.00"), date(2026, 11, 1), "pay stub", date(2026, 11, 1))
        actions.propose_purge(db, CASE, PurgeNoted(money("300.00"), date(2026, 11, 10), (early,)), **BY)
    assert of(county).ability.purges[0].amount == money("300.00")
    assert ability(of(county)).sheet.needs_purge is True


def test_notes_stand_on_the_sheet_with_their_author_and_proof(county: Database) -> None:
    with county.transaction() as db:
        needs = (Need("Rent", money("700.00")), Need("Food", money("350.00")))
        household = HouseholdNoted(2, needs, 1, supports_others=False, disposable=money("2,000.00"))
        actions.note_household(db, CASE, household, **BY)
        prior = ContemptNoted(date(2024, 3, 12), ContemptKind.CIVIL, "paid on March 14, 2024", money("500.00"))
        actions.note_contempt(db, CASE, prior, **BY)
    facts = gathered("ContemptSheet", of(county))
    (household_shown,), (prior_shown,) = facts.households, facts.priors
    assert (household_shown.monthly.value, household_shown.left_over.value) == (money("1,050.00"), money("950.00"))
    assert household_shown.people.trace.entered_by == "Avery Agent"
    assert prior_shown.purge.value == "$500.00"
    governs = facts.limits[0]
    assert (governs.law.value, governs.percent.value, governs.most.value) == ("North Carolina", "40", money("800.00"))
    (contempt,) = fact_sheet(of(county)).contempt
    assert contempt.subsistence.value == (
        "Rent $700.00, Food $350.00: $1,050.00 a month (screening form of November 17, 2026)"
    )


def test_an_answer_of_the_evening_is_of_the_day_where_the_office_is(county: Database) -> None:
    evening = datetime(2026, 12, 2, 1, 30, tzinfo=UTC)
    with county.transaction() as db:
        write_note(db, CASE, "willfulness", "He quit on October 2", by=AGENT, now=evening)
    assert answers(of(county))["willfulness"].on == date(2026, 12, 1)


def test_property_counts_only_after_somebody_looked_for_liens(county: Database) -> None:
    bare = [one for one in gathered("ContemptSheet", of(county)).holdings if not one.looked_at.value]
    assert bare
    assert {one.reachable.value for one in bare} == {ZERO}
    with county.transaction() as db:
        for row in of(county).record.assets:
            held = Holding(row.description, money("900.00"), DAY, lien=money("100.00"), lien_holder="First Bank")
            if row.mpi_no == of(county).record.person("obligor").mpi_no and row.kind != "licence":  # type: ignore[union-attr]
                actions.note_asset(db, CASE, AssetNoted(held, row.source_key), **BY)
    after = gathered("ContemptSheet", of(county)).holdings
    assert {(one.looked_at.value, one.reachable.value) for one in after} == {(True, money("800.00"))}


def test_what_a_registry_alone_told_is_shown_and_is_no_evidence(county: Database) -> None:
    sheet = ability(of(county)).sheet
    unconfirmed = {one.source for one in sheet.known.income.sources if not one.confirmed}
    told = " ".join(each.words for one in sheet.findings for each in one.evidence)
    assert not any(source in told for source in unconfirmed)


def test_a_protected_obligors_employer_is_not_told(county: Database) -> None:
    found = of(county, PROTECTED)
    person = found.record.person("obligor")
    assert person is not None
    hidden = {row.employer for row in found.record.jobs if row.mpi_no == person.mpi_no}
    told = {one.source for one in ability(found).sheet.known.income.sources}
    assert (told & hidden == set()) is (found.record.protection(person) is not None)


def test_a_note_that_changes_makes_the_papers_out_of_date(county: Database) -> None:
    before = mark(of(county))
    propose(county)
    after = mark(of(county))
    assert before != after
    propose(county)
    assert mark(of(county)) == after
    propose(county, "310.00")
    assert mark(of(county)) != after
    assert of(county).ability.purges[0].amount == Money(31_000)
