"""The sheet of ability to pay stays incomplete until a person has answered, and arrears alone show nothing."""

from datetime import date
from typing import Any

import pytest

from cases.ability.answers import Answer, unanswered
from cases.ability.evidence import Evidence, Kind, reached
from cases.ability.income import Income, NotAQuarter, Quarter, by_source_and_quarter, quarter
from cases.ability.means import Holding, Household, Need, left_over, reachable
from cases.ability.purge import Funds, NoFundsShown, NoPurge, PurgeBeyondMeans, purge_proposal
from cases.ability.sheet import AbilitySheet, Known, PriorContempt, ability_sheet
from cases.notes import NOTES
from kernel.money import ZERO, Money, money
from law.findings import RECORD, contempt_of

DAY = date(2026, 12, 8)
NC = contempt_of("NC", DAY)
CA = contempt_of("CA", DAY)
AGENT = "agent:rivera@county.gov"
NO_INCOME = by_source_and_quarter([])
PAYCHECK = Funds("take-home pay of December 4", money("640.00"), date(2026, 12, 4), "pay stub", date(2026, 12, 7))
PURGE = purge_proposal(money("300.00"), DAY, [PAYCHECK], needs_first=money("200.00"))


def said(words: str, by: str | None = AGENT) -> Answer:
    return Answer(words, by, DAY)


def all_answers(**other: Answer) -> dict[str, Answer]:
    return {row.entry: said(f"Found out about {row.entry}.") for row in (*NC.questions, *CA.questions)} | other


def all_evidence() -> tuple[Evidence, ...]:
    findings = (*NC.findings, *CA.findings)
    return tuple(Evidence(row.id, Kind.INCOME, "wage record of the second quarter", DAY) for row in findings)


def sheet(answers: dict[str, Answer] | None = None, law: Any = NC, **known: Any) -> AbilitySheet:
    found = {"income": NO_INCOME, "evidence": all_evidence(), "purge": PURGE, **known}
    return ability_sheet(law, Known(**found), all_answers() if answers is None else answers)


def test_a_sheet_that_nobody_has_answered_is_incomplete_and_names_every_question() -> None:
    found = sheet({}, purge=None, evidence=())
    assert found.complete is False
    assert len(found.gaps) == len(NC.questions) + 1
    assert found.gaps[-1] == "No purge is proposed with evidence that it can be paid on its day."
    assert all(gap.endswith((".", ").")) for gap in found.gaps)


def test_a_sheet_with_every_answer_and_a_purge_is_complete() -> None:
    found = sheet()
    assert (found.complete, found.gaps, found.supports_contempt) == (True, (), True)


@pytest.mark.parametrize("entry", sorted(row.entry for row in NC.questions))
def test_each_question_alone_keeps_the_sheet_incomplete(entry: str) -> None:
    answers = all_answers()
    del answers[entry]
    found = sheet(answers)
    assert [one.question.entry for one in found.unanswered] == [entry]
    assert found.complete is False


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_a_blank_is_no_answer(words: str) -> None:
    (gap,) = sheet(all_answers(health=said(words))).gaps
    assert gap.startswith("Health and disability: nothing is written down; 'none found' is an answer (")


@pytest.mark.parametrize("words", ["none found", "None found.", "NONE FOUND after calls to two banks"])
def test_none_found_is_an_answer_when_a_person_says_it_and_only_then(words: str) -> None:
    assert sheet(all_answers(health=said(words))).complete is True
    (gap,) = sheet(all_answers(health=said(words, by=None))).gaps
    assert gap.startswith("Health and disability: that none was found must be said by a person (")


def test_words_that_a_system_wrote_answer_unless_they_say_that_nothing_was_found() -> None:
    assert sheet(all_answers(health=said("Receives SSI since 2024.", by=None))).complete is True


def test_what_the_record_holds_needs_no_words_and_what_it_lacks_does() -> None:
    bare = {name: found for name, found in all_answers().items() if name not in ON_RECORD}
    income = by_source_and_quarter([Income("Mill", Quarter(2026, 2), money("3,000.00"), confirmed=True)])
    assert sheet(bare, **FOUND, income=income).complete is True
    assert {one.question.entry for one in sheet(bare).unanswered} == ON_RECORD


ON_RECORD = {"income", "assets", "household", "subsistence", "prior_contempts"}
FOUND = {
    "holdings": (Holding("2014 pickup", money("6,000.00"), DAY),),
    "household": Household(3, (Need("shelter", money("900.00")),)),
    "priors": (PriorContempt(date(2025, 3, 4), "civil", "$400.00 by March 28, 2025", "purged"),),
}


def test_where_no_ability_was_found_the_sheet_is_complete_without_a_purge_and_supports_no_contempt() -> None:
    hopeless = all_answers(ability=said("None found: no wages in six quarters, no accounts."))
    found = sheet(hopeless, purge=None, evidence=())
    assert found.complete is True
    assert found.supports_contempt is False
    assert [one.finding.id for one in found.not_shown] == [row.id for row in NC.findings]


def test_in_north_carolina_six_things_are_found_and_the_purge_is_one_of_them() -> None:
    assert [row.id.removeprefix("nc.contempt.") for row in NC.findings] == [
        "order-in-force", "purpose", "willful", "ability-then", "ability-now", "purge",
    ]  # fmt: skip
    assert NC.purges is True


def test_california_proposes_no_purge() -> None:
    assert CA.purges is False
    assert sheet(law=CA, purge=None).complete is True


@pytest.mark.parametrize("kind", [Kind.ARREARS, Kind.ORDER, Kind.PAYMENTS])
def test_arrears_and_orders_alone_do_not_show_ability(kind: Kind) -> None:
    alone = tuple(Evidence(row.id, kind, "statement of arrears", DAY) for row in NC.findings)
    lacking = {one.finding.id: one.lacks for one in reached(NC.findings, alone, needs_known=True) if one.lacks}
    assert set(lacking) == {"nc.contempt.ability-then", "nc.contempt.ability-now", "nc.contempt.purge"}
    (why,) = set(lacking.values())
    assert why == "evidence of income or property; arrears and orders do not show that anybody can pay"


def test_income_shows_ability_only_beside_basic_needs() -> None:
    weighed, bare = (reached(NC.findings, all_evidence(), needs_known=known) for known in (True, False))
    assert [one.shown for one in weighed] == [True] * 6
    assert {one.lacks for one in bare if not one.shown} == {"basic subsistence needs, against which it is weighed"}


def test_an_unknown_finding_lends_its_evidence_to_no_other() -> None:
    stray = (Evidence("ca.contempt.order", Kind.ORDER, "order of 2021", DAY),)
    assert {one.lacks for one in reached(NC.findings, stray, needs_known=True)} == {"no evidence"}


def test_income_stands_by_source_and_quarter_with_quarters_without_any() -> None:
    rows = [
        Income("Queen City Logistics", Quarter(2026, 2), money("3,600.00"), confirmed=True),
        Income("Queen City Logistics", Quarter(2025, 4), money("3,000.00"), confirmed=True),
        Income("Unemployment", Quarter(2026, 2), money("700.01"), confirmed=False),
    ]
    table = by_source_and_quarter(rows)
    assert [str(each) for each in table.quarters] == ["2025Q4", "2026Q1", "2026Q2"]
    assert [(one.source, one.amounts, one.confirmed) for one in table.sources] == [
        ("Queen City Logistics", (money("3,000.00"), ZERO, money("3,600.00")), True),
        ("Unemployment", (ZERO, ZERO, money("700.01")), False),
    ]
    assert table.totals == (money("3,000.00"), ZERO, money("4,300.01"))
    assert table.average_month == money("1,433.33")


def test_no_income_makes_an_empty_table() -> None:
    assert (NO_INCOME.quarters, NO_INCOME.sources, NO_INCOME.average_month) == ((), (), ZERO)


@pytest.mark.parametrize("written", ["2026Q5", "26Q1", "2026", "Q1 2026", "2026q1", "", "1899Q1"])
def test_what_is_no_quarter_is_refused(written: str) -> None:
    with pytest.raises(NotAQuarter, match="A quarter is written like 2026Q2"):
        quarter(written)


def test_a_quarter_is_read_with_or_without_a_dash_and_as_wage_records_have_it() -> None:
    assert quarter("2026-Q3") == quarter("2026Q3") == quarter("3Q2026") == Quarter(2026, 3)


def test_a_quarter_lasts_three_months() -> None:
    last = Quarter(2026, 4)
    assert (last.first_day, last.last_day) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (Quarter(2024, 1).last_day, Quarter(2024, 2).in_words) == (date(2024, 3, 31), "2nd quarter of 2024")


def test_property_at_which_nobody_looked_reaches_nothing_and_answers_nothing() -> None:
    bare = Holding("2014 pickup", money("6,000.00"), DAY, looked_at=False)
    assert bare.reachable == ZERO
    without = {name: found for name, found in all_answers().items() if name != "assets"}
    assert [one.question.entry for one in sheet(without, holdings=(bare,)).unanswered] == ["assets"]


def test_every_finding_names_only_what_a_record_can_tell() -> None:
    assert {word for law in (NC, CA) for row in law.findings for word in row.record.split()} == RECORD


def test_property_is_reached_after_lien_and_exemption_and_never_below_nothing() -> None:
    house = Holding("house", money("180,000.00"), DAY, lien=money("170,000.00"), lien_holder="First Bank",
                    exempt=money("35,000.00"), exemption="N.C. Gen. Stat. § 1C-1601(a)(1)")  # fmt: skip
    account = Holding("checking account", money("812.40"), DAY)
    assert (house.reachable, account.reachable) == (ZERO, money("812.40"))
    assert house.note == "lien of $170,000.00 of First Bank; $35,000.00 exempt under N.C. Gen. Stat. § 1C-1601(a)(1)"
    assert account.note == ""
    assert reachable([house, account]) == money("812.40")


def test_what_is_left_over_may_be_less_than_nothing() -> None:
    household = Household(2, (Need("shelter", money("950.00")), Need("food", money("500.00"))))
    assert left_over(money("1,400.00"), household) == Money(-5000)


def test_a_purge_carries_the_evidence_that_it_can_be_paid_on_its_day() -> None:
    assert (PURGE.means, PURGE.amount) == (money("440.00"), money("300.00"))
    assert PURGE.evidence == (
        "take-home pay of December 4: $640.00, shown by pay stub on December 7, 2026, "
        "less $200.00 for basic needs until then."
    )


@pytest.mark.parametrize("funds", [
    [],
    [Funds("tax refund", money("900.00"), date(2027, 2, 20), "return", date(2026, 12, 1))],
    [Funds("pay", money("900.00"), date(2026, 12, 4), "stub", date(2026, 12, 9))],
    [Funds("empty account", ZERO, date(2026, 12, 4), "statement", date(2026, 12, 1))],
])  # fmt: skip
def test_money_that_comes_later_or_was_seen_later_or_is_not_there_carries_no_purge(funds: list[Funds]) -> None:
    with pytest.raises(NoFundsShown, match=r"Nothing shows that the obligor will have any money on December 8, 2026"):
        purge_proposal(money("100.00"), DAY, funds)


@pytest.mark.parametrize(("amount", "needs"), [("640.01", "0.00"), ("300.00", "340.01"), ("1.00", "700.00")])
def test_a_purge_beyond_what_is_left_after_basic_needs_is_refused(amount: str, needs: str) -> None:
    with pytest.raises(PurgeBeyondMeans) as refusal:
        purge_proposal(money(amount), DAY, [PAYCHECK], needs_first=money(needs))
    assert f"The purge of ${amount} is more than the" in str(refusal.value)


def test_a_purge_of_all_that_is_left_can_be_paid() -> None:
    assert purge_proposal(money("640.00"), DAY, [PAYCHECK]).means == money("640.00")


@pytest.mark.parametrize("amount", [ZERO, Money(-100)])
def test_a_purge_of_nothing_is_refused(amount: Money) -> None:
    with pytest.raises(NoPurge):
        purge_proposal(amount, DAY, [PAYCHECK])


def test_questions_are_asked_in_the_order_of_the_rows_and_each_has_a_cite() -> None:
    missing = unanswered(NC.questions, {})
    assert [one.question for one in missing] == list(NC.questions)
    assert all(one.question.cite in str(one) for one in missing)
    assert len({row.entry for row in NC.questions}) == len(NC.questions)


def test_every_state_asks_what_the_federal_law_asks() -> None:
    federal = {"screening", "income", "assets", "ability_then", "ability"}
    for law in (NC, CA):
        assert federal <= {row.entry for row in law.questions}


def test_every_question_is_an_entry_that_a_person_can_write() -> None:
    assert {row.entry for law in (NC, CA) for row in law.questions} <= set(NOTES)


BOAT = Holding("17 FT BASS TRACKER NC-4471-BT", money("5,200.00"), DAY, looked_at=False)


def test_none_found_is_no_answer_about_property_that_the_record_holds_and_nobody_looked_at() -> None:
    found = sheet(all_answers(assets=said("None found: asked the obligor.")), holdings=(BOAT,))
    assert found.complete is False
    assert found.gaps == (
        "Property, with liens and exemptions: the record holds 17 FT BASS TRACKER NC-4471-BT, of which lien and "
        "exemption are still to be noted, so 'none found' is no answer; write what was found "
        "(45 C.F.R. § 303.6(c)(4)).",
    )
    assert found.unanswered[0].contradicted is True


@pytest.mark.parametrize(("entry", "known", "named"), [
    ("assets", {"holdings": FOUND["holdings"]}, "2014 pickup"),
    ("income", {"work": ("Carolina Auto Body",)}, "work for Carolina Auto Body"),
    ("work_history", {"work": ("Mill", "Farm", "Shop", "Yard", "Pier")}, "work for Mill, Farm, Shop and 2 more"),
    ("prior_contempts", {"priors": FOUND["priors"]}, "a contempt found on March 4, 2025"),
])  # fmt: skip
def test_none_found_contradicts_what_the_record_holds_and_words_that_tell_it_answer(
    entry: str, known: dict[str, Any], named: str
) -> None:
    (gap,) = sheet(all_answers(**{entry: said("None found.")}), **known).gaps
    assert f": the record holds {named}, so 'none found' is no answer; write what was found (" in gap
    assert sheet(all_answers(**{entry: said(f"{named}; nothing else.")}), **known).complete is True
    assert sheet(all_answers(**{entry: said("None found.")})).complete is True
