"""The guideline run on paper: each line of each worksheet as it was kept, and one figure on every other paper."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import update

from cases.actions import write_note
from cases.guideline.actions import store_run, withdraw_run
from cases.guideline.figuring import figured, to_be_checked
from cases.guideline.offering import offered
from cases.queries import case_record
from cases.tables import Participant
from documents.errors import NoGround
from documents.gather import Matter, gathered, matter
from documents.gather.gaps import run_gaps
from documents.manifests import templates
from documents.marks import mark
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.money import Money
from law.nc.guideline import inputs_told
from offices.facts import Person, Role
from offices.seeds import SEEDS, read_settings
from tests.county import DAY, NOON
from tests.law.ca_guideline.runs import asked as asked_of_california
from tests.law.nc_guideline.test_golden import GOLDEN

AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
CASE = "7000072738"
PAPERS = {each.manifest.facts: each for state in ("nc", "ca") for each in templates(state)}
STOCKTON = read_settings(SEEDS / "san-joaquin.toml")


def golden(name: str) -> dict[str, Any]:
    """What a worked example asks, for the hearing of the case."""
    return inputs_told(next(found[0] for full, found in GOLDEN.items() if full.startswith(name)))


def of_run(county: Database, asked: dict[str, Any], **more: Any) -> Matter:
    """The matter of the case after a run for its hearing day, unless another is asked."""
    with county.transaction() as db:
        on = hearings_of_case(db, 1, CASE)[0].on
        told = {"sources": {}, "remark": "", "by": AGENT, "now": NOON} | more
        record = case_record(db, 1, CASE)
        held, counted = offered(record, "nc", on), asked["children"]
        told = {"children": [child.mpi_no for child in record.children[:counted]]} | told
        store_run(db, CASE, {**asked, "hearing_on": on.isoformat()}, offered=held, **told)
        return matter(db, 1, hearings_of_case(db, 1, CASE)[0].id, as_of=DAY)


def written(county: Database, **notes: str) -> None:
    with county.transaction() as db:
        for name, words in notes.items():
            write_note(db, CASE, name, words, by=AGENT, now=NOON)


def words(facts: str, tree: Any) -> str:
    paper = PAPERS[facts]
    made = merge(paper.word, context(tree, paper.manifest.audience), title=paper.manifest.title, author="Office")
    return re.sub(r"\s+", " ", word_text(made.word))


@pytest.mark.parametrize("name", ["A1", "A2", "A3", "A4", "A5", "B1", "C1"])
def test_every_line_of_a_worked_example_stands_on_its_worksheet_to_the_cent(name: str, county: Database) -> None:
    of = of_run(county, golden(name))
    assert of.run is not None
    found = gathered(f"GuidelineWorksheet{name[0]}", of)
    told = of.run.figured.told
    assert {field.name.removeprefix("line_") for field in fields(found.lines)} == set(told["lines"])
    said = words(f"GuidelineWorksheet{name[0]}", found)
    for field in fields(found.lines):
        line, kept = getattr(found.lines, field.name), told["lines"][field.name.removeprefix("line_")]
        for column in fields(line):
            value, cell = getattr(line, column.name).value, kept[column.name]
            held = value.cents if isinstance(value, Money) else value if isinstance(value, int | None) else str(value)
            assert held == cell, (field.name, column.name)
            assert value is None or str(value) in said, (field.name, column.name)
    assert str(Money(told["amount"])) in said
    assert "[missing" not in said.replace("[missing: Child's date of birth]", "")


def test_a_line_that_is_an_entry_keeps_the_entrys_trace_and_a_computed_one_names_run_and_rows(county: Database) -> None:
    written(county, obligor_income="4,500.00")
    found = gathered("GuidelineWorksheetB", of_run(county, golden("B1"), sources={"plaintiff.overnights": "Calendar"}))
    assert found.lines.line_1.defendant.trace.record == "entry 'Obligor's gross monthly income'"
    assert found.lines.line_7.plaintiff.trace.record == "Calendar"
    rule = found.lines.line_9.defendant.trace.rule
    assert rule.startswith("Worksheet B (AOC-CV-628), line 9: guideline run 1 by Avery Agent, rows NC guideline ")
    assert "defendant.gross" in found.lines.line_9.defendant.trace.inputs


def test_a_worksheet_is_refused_in_words_without_a_run_on_another_worksheet_and_for_another_day(
    county: Database,
) -> None:
    with county.reading() as db:
        unrun = matter(db, 1, hearings_of_case(db, 1, CASE)[0].id, as_of=DAY)
    with pytest.raises(NoGround, match="its guideline was not run yet"):
        gathered("GuidelineWorksheetA", unrun)
    of = of_run(county, golden("A1"))
    with pytest.raises(NoGround, match="guideline run 1 is on Worksheet A"):
        gathered("GuidelineWorksheetB", of)
    later = replace(of, hearing=replace(of.hearing, on=date(2031, 2, 9)), record=replace(of.record))
    why = "run 1 is for a hearing on December 10, 2026, and none can be made for February 9, 2031: withdraw it"
    with pytest.raises(NoGround, match=why):
        gathered("GuidelineWorksheetA", later)
    sooner = replace(of, hearing=replace(of.hearing, on=date(2026, 3, 3)), record=replace(of.record))
    assert gathered("GuidelineWorksheetA", sooner).recommended.value == Money(96_091)


def test_a_worksheet_lists_the_children_that_were_meant_and_no_others(county: Database) -> None:
    of = of_run(county, golden("A2"), children=["4000703135"])
    found = gathered("GuidelineWorksheetA", of)
    assert [child.born_on.value for child in found.children] == [date(2019, 12, 17)]
    assert "12/17/2019" in words("GuidelineWorksheetA", found)
    assert "02/26/2013" not in words("GuidelineWorksheetA", found)


def test_a_run_for_other_children_is_no_run_of_the_hearing_and_the_gap_names_them(county: Database) -> None:
    of = of_run(county, golden("A1"), children=["4000703135", "4000703146"])
    assert gathered("EstablishmentSheet", of).guidelines.guideline_support.value == Money(96_091)
    with county.transaction() as db:
        db.execute(update(Participant).where(Participant.mpi_no == "4000703146").values(died_on=DAY))
        now = matter(db, 1, of.hearing.id, as_of=DAY)
    about_support = replace(now, kind=replace(now.kind, kind="establishment"))
    why = "guideline run 1 counts LUIS L TEAGUE, owed no support on that day by the record: run the guideline again for"
    assert gathered("EstablishmentSheet", now).guidelines.guideline_support.value is None
    with pytest.raises(NoGround, match=why):
        gathered("GuidelineWorksheetA", now)
    (gap,) = run_gaps(about_support)
    assert (gap.what, gap.cause) == (
        "The guideline run is not for this hearing", f"G{why[1:]} December 10, 2026."
    )  # fmt: skip


def test_a_hearing_after_the_review_of_the_schedule_has_a_gap_for_the_attorney_and_a_remark_on_its_worksheet(
    county: Database,
) -> None:
    of = of_run(county, golden("A1"))
    later = replace(of, hearing=replace(of.hearing, on=date(2027, 1, 14)), kind=replace(of.kind, kind="establishment"))
    check = to_be_checked("nc", date(2027, 1, 14))
    assert [(gap.what, gap.cause, gap.owner) for gap in run_gaps(later)] == [
        ("A newer guideline schedule may hold", check, "attorney")
    ]
    assert [(gap.what, gap.owner) for gap in run_gaps(replace(later, run=None))] == [
        ("A newer guideline schedule may hold", "attorney")
    ]
    found = gathered("GuidelineWorksheetA", later)
    assert [one.words.value for one in found.remarks] == [check]
    assert check in words("GuidelineWorksheetA", found)
    assert gathered("EstablishmentSheet", later).guidelines.guideline_support.value == Money(96_091)
    assert run_gaps(replace(later, hearing=of.hearing)) == []


def test_sheet_motion_and_order_say_the_runs_amount_and_no_typed_one(county: Database) -> None:
    written(county, guideline_support="111.11", obligor_income="1.00", obligee_income="2.00", worksheet="by income")
    of = of_run(county, golden("A1"))
    for sheet in (gathered("EstablishmentSheet", of), gathered("OrderEstablishingSupport", of)):
        told = sheet.guidelines
        assert told.guideline_support.value == sheet.proposal.proposed_support.value == Money(96_091)
        assert (told.obligor_income.value, told.obligee_income.value) == (Money(300_000), Money(250_000))
        assert told.worksheet.value == "Worksheet A (AOC-CV-627): by income"
        assert told.childcare.value == "obligor $0.00, obligee $400.00 a month"
        assert told.obligor_insurance_limit.value == Money(15_000)
    assert gathered("EstablishmentSheet", of).guidelines.guideline_support.trace.inputs


def test_what_people_wrote_of_costs_stays_and_what_they_propose_stays(county: Database) -> None:
    written(county, childcare="Bright Start, $400.00, obligee", proposed_support="900.00")
    sheet = gathered("EstablishmentSheet", of_run(county, golden("A1")))
    assert sheet.guidelines.childcare.value == "Bright Start, $400.00, obligee"
    assert sheet.proposal.proposed_support.value == Money(90_000)


def test_where_the_obligee_would_pay_or_the_day_has_other_rows_there_is_a_gap_and_no_figure(county: Database) -> None:
    written(county, guideline_support="111.11")
    of = of_run(county, golden("C1"))
    assert gathered("EstablishmentSheet", of).guidelines.guideline_support.value is None
    later = replace(of, hearing=replace(of.hearing, on=date(2031, 2, 9)), record=replace(of.record))
    assert gathered("EstablishmentSheet", later).guidelines.guideline_support.value is None


def test_without_a_run_the_typed_amount_stands_and_after_a_withdrawal_again(county: Database) -> None:
    written(county, guideline_support="111.11")
    of = of_run(county, golden("A1"))
    marked = mark(of)
    with county.transaction() as db:
        withdraw_run(db, CASE, 1, why="Another income was proved.", by=AGENT, now=NOON)
        bare = matter(db, 1, of.hearing.id, as_of=DAY)
    assert gathered("EstablishmentSheet", bare).guidelines.guideline_support.value == Money(11_111)
    assert mark(bare) != marked


def in_stockton(of: Matter, asked: dict[str, Any]) -> Matter:
    """The matter as an office of California would have it, with a run of its guideline."""
    assert of.run is not None
    run = replace(of.run, figured=figured("ca", asked), traces={
        name: next(iter(of.run.traces.values())) for name in ("parent_a.net", "parent_b.net")})  # fmt: skip
    kind = replace(of.kind, state="CA", kind="modification")
    return replace(of, run=run, kind=kind, office=STOCKTON, record=replace(of.record, state="CA"))


def test_californias_papers_say_the_run_and_its_calculation_every_step(county: Database) -> None:
    written(county, guideline_amount="1.00", obligor_net="2.00", guideline_run="Guideline Calculator, Nov 18, 2026")
    of = of_run(county, golden("A1"))
    asked = asked_of_california(280_000, 150_000, children=2, addons=[{"kind": "child care", "amount": 60_000}])
    stockton = in_stockton(of, asked)
    assert stockton.run is not None
    found = gathered("GuidelineCalculation", stockton)
    said = words("GuidelineCalculation", found)
    assert [step.value.value for step in found.steps] == [step["value"] for step in stockton.run.figured.told["steps"]]
    for step in found.steps:
        assert step.what.value in said
        assert step.value.value in said
    for amount in ("$867.95", "$829.63", "$2,929.33", "$38.32", "$337.77", "$262.23", "$300.00"):
        assert amount in said
    assert "with $337.77 of the additional support below: $1,205.72 a month" in said
    told = gathered("CaliforniaFactSheet", stockton).guideline
    assert (told.guideline_amount.value, told.obligor_net.value) == (Money(86_795), Money(280_000))
    assert told.time_share.value == "20 percent of the time"
    assert told.guideline_run.value == "Guideline Calculator, Nov 18, 2026"



OLD_TABLE, OLD_THRESHOLD, SAME_ROWS = "2024-03-01", "2025-03-01", "2026-09-01"


@pytest.mark.parametrize("period_on", [OLD_TABLE, OLD_THRESHOLD])
def test_a_run_for_a_support_period_of_other_rows_gives_californias_papers_a_gap_and_no_figure(
    period_on: str, county: Database
) -> None:
    written(county, guideline_amount="111.11")
    of = in_stockton(of_run(county, golden("A1")), asked_of_california(280_000, 150_000, period_on=period_on))
    day = f"{date.fromisoformat(period_on):%B %-d, %Y}"
    why = f"guideline run 1 is for a support period of {day}, and the rows of December 10, 2026 give other lines"
    with pytest.raises(NoGround, match=why):
        gathered("GuidelineCalculation", of)
    for facts in ("CaliforniaFactSheet", "OrderAfterHearing"):
        told = gathered(facts, of).guideline.guideline_amount
        assert (told.value, told.trace.record) == (None, f"{why}: run the guideline again for that day")
    assert gathered("NoticeOfMotion", of).modification[0].proposed_support.value is None
    assert [gap.cause for gap in run_gaps(of)] == [f"G{why[1:]}: run the guideline again for that day."]


def test_a_run_speaks_for_the_support_period_that_the_order_is_about(county: Database) -> None:
    of = of_run(county, golden("A1"))
    same = in_stockton(of, asked_of_california(280_000, 150_000, period_on=SAME_ROWS))
    assert gathered("OrderAfterHearing", same).guideline.guideline_amount.value is not None
    assert run_gaps(same) == []
    for begins in ("03/01/2024", "March 1, 2024", "March 2024"):
        written(county, support_begins=begins)
        old = in_stockton(of_run(county, golden("A1")), asked_of_california(280_000, 150_000, period_on=OLD_TABLE))
        assert gathered("OrderAfterHearing", old).guideline.guideline_amount.value is not None
        new = in_stockton(of_run(county, golden("A1")), asked_of_california(280_000, 150_000, period_on=SAME_ROWS))
        assert gathered("OrderAfterHearing", new).guideline.guideline_amount.value is None


def test_a_run_of_north_carolina_is_told_to_be_run_again_where_a_record_it_used_has_changed(county: Database) -> None:
    written(county, obligor_income="3,000.00", obligee_income="9,999.00")
    of = of_run(county, golden("A1"))
    about_support = replace(of.kind, kind="establishment")
    assert run_gaps(replace(of, kind=about_support)) == []
    written(county, obligor_income="3,500.00", obligee_income="9,998.00")
    with county.reading() as db:
        now = replace(matter(db, 1, of.hearing.id, as_of=DAY), kind=about_support)
    assert [str(gap.cause) for gap in run_gaps(now)] == [
        "It now has otherwise: gross of the obligor; run the guideline again, or say where the figures come from."
    ]
    assert run_gaps(replace(now, kind=replace(of.kind, kind="contempt"))) == []
