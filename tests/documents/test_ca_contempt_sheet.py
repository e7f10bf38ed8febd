"""California's contempt sheet: counts within three years, what is presumed, and what nobody has answered yet."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from cases.ability import actions
from cases.ability.evidence import Kind
from cases.ability.facts import EvidenceNoted
from cases.actions import write_note
from cases.ledger.instalments import instalments
from documents.facts import gaps
from documents.gather import Matter, gathered, matter
from documents.gather.ability import ability
from documents.manifests import ON_REQUEST, Template, template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from hearings.tables import Hearing
from infra.db import Database
from kernel.disclosure import Audience
from kernel.money import ZERO, total
from law.findings import contempt_of
from law.states import law_of
from offices.facts import Person, Role
from offices.seeds import SEEDS, read_settings
from offices.tables import Office
from tests.county import DAY, NOON, county_of, data_folder, import_, in_folder
from tests.documents.troublesome import PAID_AHEAD, ten_cases

AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
CASE = "7000071406"
CONTEMPT = "OSC-CONT"
STOCKTON = read_settings(SEEDS / "san-joaquin.toml")
BY: dict[str, Any] = {"proof": "screening form of November 17, 2026", "by": AGENT, "now": NOON}


@pytest.fixture
def county(sqlite: Database, tmp_path: Any) -> Database:
    import_(sqlite, in_folder(tmp_path / "extract", county_of(CASE)))
    with sqlite.transaction() as db:
        db.scalars(select(Office)).one().state = "CA"
        for hearing in db.scalars(select(Hearing)):
            hearing.code = CONTEMPT
    return sqlite


@pytest.fixture
def ahead(tmp_path: Any) -> Iterator[Database]:
    """The county with a case in which nothing is owed."""
    with data_folder(tmp_path / "data") as opened:
        import_(opened, in_folder(tmp_path / "ten", ten_cases()))
        yield opened


def of(county: Database, case_no: str = CASE) -> Matter:
    """The matter as an office of California has it."""
    with county.reading() as db:
        found = matter(db, 1, hearings_of_case(db, 1, case_no)[0].id, as_of=DAY)
    kind, record = replace(found.kind, state="CA"), replace(found.record, state="CA")
    return replace(found, office=STOCKTON, kind=kind, record=record)


def sheet() -> Template:
    return template_named("ca/contempt-sheet", templates("ca"))


def words(facts: Any) -> str:
    told = context(facts, sheet().manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(sheet().word, told, title="Contempt sheet").word))


def answer_everything(county: Database) -> None:
    with county.transaction() as db:
        for question in contempt_of("CA", DAY).questions:
            write_note(db, CASE, question.entry, f"Found out about {question.entry}.", by=AGENT, now=NOON)
        for name in ("aid_status", "withholding_status", "recommendation"):
            write_note(db, CASE, name, "None found.", by=AGENT, now=NOON)


def show(county: Database, *findings: str) -> None:
    with county.transaction() as db:
        for finding in findings:
            actions.note_evidence(db, CASE, EvidenceNoted(finding, Kind.TESTIMONY, f"Told of {finding}", DAY), **BY)


def test_the_sheet_is_made_on_request_for_contempt_alone_and_stays_inside_the_office() -> None:
    manifest = sheet().manifest
    assert (manifest.prepared, manifest.audience) == (ON_REQUEST, Audience.INTERNAL)
    contempt, change = (law_of("ca").hearing_type_or_other(code) for code in (CONTEMPT, "MOD"))
    assert contempt.kind == "contempt"
    assert (manifest.closeness(contempt) > 0, manifest.closeness(change) > 0) == (True, False)


def test_without_answers_the_sheet_names_every_open_question_and_says_not_to_charge(county: Database) -> None:
    facts = gathered("CaliforniaContemptSheet", of(county))
    said = words(facts)
    assert facts.standing.complete.value is False
    assert "✗ INCOMPLETE." in said
    assert "Do not charge contempt on this sheet." in said
    for one in ability(of(county)).sheet.unanswered:
        assert one.question.what in said
    assert {gap.name for gap in gaps(facts)} >= {"pleaded_knowledge", "ability", "health", "aid_status"}
    assert "purge" not in {gap.name for gap in gaps(facts)}


def test_each_month_not_paid_in_full_within_three_years_is_a_count_as_in_the_affidavit(county: Database) -> None:
    facts, affidavit = gathered("CaliforniaContemptSheet", of(county)), gathered("ContemptCounts", of(county))
    for name in ("number", "due_on", "ordered", "paid", "credited", "unpaid", "last_day"):
        assert [getattr(one, name) for one in facts.counts] == [getattr(one, name) for one in affidavit.counts]
    assert facts.number_of_counts.value == len(facts.counts) > 0
    assert facts.total.value == affidavit.total.value == total(one.unpaid.value for one in facts.counts)
    unpaid = {one.due_on for one in instalments(of(county).record.ledger(), DAY) if one.unpaid > ZERO}
    assert len(unpaid) == len(facts.counts) + facts.too_old.value + len(facts.left_out)
    assert f"Unpaid in all counts {facts.total.value}" in words(facts)


def test_a_count_shows_the_confirmed_income_of_its_quarter_and_no_registrys_word(county: Database) -> None:
    facts, held = gathered("CaliforniaContemptSheet", of(county)), ability(of(county)).sheet.known.income
    confirmed = [one for one in held.sources if one.confirmed]
    assert confirmed != list(held.sources), "a registry alone told of some work"
    with_income = [one for one in facts.counts if one.income.value is not None]
    assert with_income
    for one in with_income:
        (place,) = (at for at, each in enumerate(held.quarters) if each.first_day <= one.due_on.value <= each.last_day)
        assert one.income.value == total(each.amounts[place] for each in confirmed)


def test_order_knowledge_and_nonpayment_make_out_contempt_and_inability_stays_a_defense(county: Database) -> None:
    answer_everything(county)
    knowledge, ability_ = "ca.contempt.knowledge", "ca.contempt.ability"
    first = gathered("CaliforniaContemptSheet", of(county)).standing
    assert (first.complete.value, first.prima_facie.value) == (True, False)
    assert "✗ NOT SHOWN." in words(gathered("CaliforniaContemptSheet", of(county)))
    show(county, knowledge)
    shown = gathered("CaliforniaContemptSheet", of(county))
    findings = {one.what.trace.rule: one.shown.value for one in shown.findings}
    assert [name for name, is_shown in findings.items() if not is_shown and name != ability_] == []
    assert shown.standing.prima_facie.value is True
    show(county, ability_)
    told = words(gathered("CaliforniaContemptSheet", of(county)))
    assert "✓ COMPLETE." in told
    assert "inability is a defense, which the citee must raise and prove (Code Civ. Proc. § 1209.5)" in told


def test_every_rule_that_no_attorney_verified_says_so_and_no_law_of_north_carolina_is_cited(county: Database) -> None:
    facts = gathered("CaliforniaContemptSheet", of(county))
    unverified = [one for one in contempt_of("CA", DAY).findings if not one.verified_by]
    said = words(facts)
    assert len(unverified) == len(facts.findings)
    assert said.count("[unverified rule]") >= len(unverified)
    body = said.split("Sources and as-of dates")[0]
    assert not re.search(r"G\.S\.|N\.C\. Gen|N\.C\. App|Burnette|McBride", body)


def test_where_nothing_is_owed_the_sheet_says_that_no_month_can_be_charged(ahead: Database) -> None:
    facts = gathered("CaliforniaContemptSheet", of(ahead, PAID_AHEAD))
    assert (facts.counts, facts.number_of_counts.value, facts.total.value) == ((), 0, ZERO)
    assert "No month can be charged." in words(facts)
