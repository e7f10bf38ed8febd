"""What North Carolina's other fact sheets and the outline of testimony say, and what they are gathered from."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cases.actions import write_note
from documents.facts import gaps, sheets
from documents.gather import Matter, gathered, matter
from documents.gather.changing import change, first_payment_after
from documents.manifests import ON_REQUEST, Template, papers_for, template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.disclosure import Audience
from kernel.money import Money
from law.states import law_of
from offices.facts import Person, Role
from tests.county import DAY, NOON
from tests.documents.troublesome import LONG_NAMES, MANY_PAYMENTS, NO_ORDER

NC = templates("nc")
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
PROTECTED = "7000072738"


def of_case(county: Database, case_no: str, **notes: str) -> Matter:
    """The matter of a case after these entries were written."""
    with county.transaction() as db:
        for name, words in notes.items():
            write_note(db, case_no, name, words, by=AGENT, now=NOON)
    with county.reading() as db:
        return matter(db, 1, hearings_of_case(db, 1, case_no)[0].id, as_of=DAY)


def paper(name: str) -> Template:
    return template_named(f"nc/{name}", NC)


def words(name: str, facts: Any = None) -> str:
    of = paper(name)
    told = context(of.sample_facts() if facts is None else facts, of.manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(of.word, told, title=of.manifest.title).word))


@pytest.mark.parametrize(
    ("code", "sheet"),
    [
        ("HEPS", "fact-sheet-establishment"),
        ("HPPA", "fact-sheet-establishment"),
        ("HESB", "fact-sheet-modification"),
        ("HRAD", "fact-sheet-modification"),
        ("HREV", "fact-sheet-review"),
        ("HRFS", "fact-sheet-registration"),
        ("HOSC", "fact-sheet"),
        ("HOTH", "fact-sheet"),
    ],
)
def test_each_type_of_hearing_has_its_own_fact_sheet_and_one_only(code: str, sheet: str) -> None:
    chosen = papers_for(law_of("nc").hearing_type_or_other(code), DAY, NC)
    assert [one.manifest.id for one in chosen if one.manifest.kind == "fact-sheet"] == [f"nc/{sheet}"]


def test_the_outline_of_testimony_is_made_on_request_and_stays_inside_the_office() -> None:
    manifest = paper("testimony-outline").manifest
    assert (manifest.prepared, manifest.audience, manifest.hearings) == (ON_REQUEST, Audience.INTERNAL, ("*",))


ESTABLISHMENT_SAYS = {
    "standard of proof (G.S. 49-14(b))": "Paternity (clear, cogent and convincing: G.S. 49-14(b))",
    "birth certificate attached (G.S. 49-14(a))": (
        "Birth certificate; a copy is attached to the complaint (G.S. 49-14(a)) Certified copies"
    ),
    "genetic test after three years (G.S. 49-14(d))": (
        "CRYSTAL-ANN D NUÑEZ-O'DELL 12/25/2015 ✗ Needed (G.S. 49-14(d)) ✓ Yes"
    ),
    "effect of the test (G.S. 8-50.1(b1))": (
        "97 percent or more presumed the parent, rebutted only by clear, cogent and convincing"
    ),
    "objection to the test (G.S. 8-50.1(b1))": (
        "due 10 days before the hearing (G.S. 8-50.1(b1)) Nothing recorded; without an objection in time the result is "
        "admissible without foundation testimony"
    ),
    "rescission of the affidavit (G.S. 110-132(a))": "may be rescinded within 60 days (G.S. 110-132(a))",
    "venue": (
        "Venue and jurisdiction (G.S. 49-16, 49-17, 50-13.5(f), 52C-2-201) Mother and children live in "
        "Mecklenburg"
    ),
    "incomes with their documents": "Pay stubs of Smith & Sons <Concrete> for 10/1 to 10/31/2026 and 2025 return",
    "reasonable insurance (G.S. 50-13.11(a1))": (
        "Health insurance is reasonable in cost up to 5% (G.S. 50-13.11(a1)) $150.00"
    ),
    "worksheet": "Guideline support $960.91",
    "proposal": "Monthly support, due on the first $960.91",
    "assistance (G.S. 110-135)": (
        "Public assistance and debt; action within five years (G.S. 110-135) Never received."
    ),
    "notice": "✓ PASS. The hearing on December 8, 2026 is not before November 30, 2026",
}


@pytest.mark.parametrize("rule", ESTABLISHMENT_SAYS)
def test_the_establishment_sheet_says_what_must_be_proved(rule: str) -> None:
    assert ESTABLISHMENT_SAYS[rule] in words("fact-sheet-establishment")


def test_the_work_of_a_protected_obligee_is_withheld_and_of_another_is_told(county: Database) -> None:
    hidden: sheets.EstablishmentSheet = gathered("EstablishmentSheet", of_case(county, PROTECTED))
    assert (hidden.obligee.protected.value, hidden.obligee_jobs) == (True, ())
    assert "Work of the obligee Withheld: protected person." in words("fact-sheet-establishment")


def test_contested_paternity_needs_a_genetic_test_when_the_action_is_brought_more_than_three_years_after_birth(
    county: Database,
) -> None:
    on_birthday: sheets.EstablishmentSheet = gathered(
        "EstablishmentSheet", of_case(county, LONG_NAMES, complaint_filed_on="09/23/2018"))
    eldest = on_birthday.paternity.children[0]
    assert (eldest.three_on.value, eldest.needs_genetic_test.value) == (date(2018, 9, 23), False)
    a_day_later = gathered("EstablishmentSheet", of_case(county, LONG_NAMES, complaint_filed_on="09/24/2018"))
    assert a_day_later.paternity.children[0].needs_genetic_test.value is True


def test_paternity_is_established_before_the_eighteenth_birthday_or_not_at_all(county: Database) -> None:
    before = gathered("EstablishmentSheet", of_case(county, LONG_NAMES, complaint_filed_on="09/22/2033"))
    too_late = gathered("EstablishmentSheet", of_case(county, LONG_NAMES, complaint_filed_on="09/23/2033"))
    assert [of.paternity.children[0].before_eighteen.value for of in (before, too_late)] == [True, False]


def test_insurance_for_the_children_is_reasonable_up_to_five_percent_of_gross_income(county: Database) -> None:
    sheet: sheets.EstablishmentSheet = gathered(
        "EstablishmentSheet", of_case(county, PROTECTED, obligor_income="3,000.10", obligee_income="2,500.00"))
    limits = sheet.guidelines.obligor_insurance_limit.value, sheet.guidelines.obligee_insurance_limit.value
    assert limits == (Money(15_000), Money(12_500))  # 150.005: half a cent above is above


@pytest.mark.parametrize(
    ("filed_on", "notice_on", "reaches"),
    [
        (date(2026, 11, 2), date(2026, 11, 20), date(2026, 12, 1)),
        (date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1), date(2027, 1, 1)),
        (date(2026, 10, 30), date(2026, 12, 2), date(2027, 1, 1)),
        (date(2026, 12, 2), None, None),
        (None, date(2026, 12, 2), None),
    ],
)
def test_a_modification_reaches_only_payments_that_fall_due_after_filing_and_notice(
    filed_on: date | None, notice_on: date | None, reaches: date | None
) -> None:
    assert first_payment_after(filed_on, notice_on) == reaches


@pytest.mark.parametrize(
    ("guideline", "percent", "much"),
    [("402.50", "15.0", True), ("402.49", "14.9", False), ("297.50", "-15.0", True), ("350.00", "0.0", False)],
)
def test_a_change_is_presumed_for_an_order_three_years_old_and_a_difference_of_fifteen_percent(
    county: Database, guideline: str, percent: str, much: bool
) -> None:
    of = of_case(county, MANY_PAYMENTS, guideline_support=guideline, motion_filed_on="11/02/2026")
    with_order = gathered("ModificationSheet", of)
    order = replace(with_order.order[0], monthly_support=with_order.order[0].monthly_support.told(Money(35_000)))
    found = change(of, order)
    assert (str(found.percent.value), found.fifteen_percent.value, found.presumed.value) == (percent, much, much)


def test_of_an_order_for_nothing_the_sheet_says_that_no_percent_is_shown_and_a_person_decides(
    county: Database,
) -> None:
    of = of_case(county, MANY_PAYMENTS, guideline_support="402.50", motion_filed_on="11/02/2026")
    facts = gathered("ModificationSheet", of)
    order = replace(facts.order[0], monthly_support=facts.order[0].monthly_support.told(Money(0)))
    found = change(of, order)
    assert (found.fifteen_percent.value, found.presumed.value) == (False, False)
    said = words("fact-sheet-modification", replace(facts, order=(order,), change=(found,)))
    shown = "Not shown: the order is for nothing, of which there is no percent; a person decides"
    assert f"{shown} ($402.50 a month)" in said


def test_no_change_is_presumed_the_day_before_the_order_is_three_years_old(county: Database) -> None:
    of = of_case(county, MANY_PAYMENTS, guideline_support="5,000.00")
    order = gathered("ModificationSheet", of).order[0]
    three_years = order.ordered_on.value.replace(year=order.ordered_on.value.year + 3)
    filed = [three_years.replace(day=three_years.day - 1), three_years]
    found = [
        change(of_case(county, MANY_PAYMENTS, motion_filed_on=f"{day:%m/%d/%Y}"), order).presumed.value for day in filed
    ]
    assert found == [False, True]


def test_a_case_without_an_order_has_a_modification_sheet_that_says_so(county: Database) -> None:
    sheet: sheets.ModificationSheet = gathered("ModificationSheet", of_case(county, NO_ORDER))
    assert sheet.change == ()
    assert "No support order on record, so there is nothing to modify." in words("fact-sheet-modification", sheet)


def test_the_modification_sheet_says_incomes_then_and_now_and_what_it_can_reach() -> None:
    told = words("fact-sheet-modification")
    assert re.search(r"Obligor \$2,100\.00 \d+ \$3,000\.00 \d+ Obligee \$1,900\.00 \d+ \$2,500\.00", told)
    assert "✓ Three years old on August 14, 2022" in told
    assert "✓ 56.2 percent ($345.91 a month)" in told
    assert "First payment that a modification can reach: December 1, 2026." in told
    assert "is vested and stays as it is" in told


def test_the_review_sheet_counts_what_fell_due_and_was_paid_since_the_last_hearing(county: Database) -> None:
    sheet: sheets.ReviewSheet = gathered("ReviewSheet", of_case(county, MANY_PAYMENTS, last_hearing_on="09/01/2026"))
    since = sheet.compliance.payments
    assert since
    assert all(one.collected_on.value >= date(2026, 9, 1) for one in since)
    assert sheet.compliance.due_since.value == Money(3 * sheet.order[0].monthly_support.value.cents)
    assert sheet.compliance.paid_since.value == Money(sum(one.amount.value.cents for one in since))


def test_without_the_day_of_the_last_hearing_nothing_is_counted(county: Database) -> None:
    sheet: sheets.ReviewSheet = gathered("ReviewSheet", of_case(county, PROTECTED))
    assert (sheet.compliance.payments, sheet.compliance.paid_since.value) == ((), None)
    assert "Not counted: the day of the last hearing is not recorded" in words("fact-sheet-review", sheet)


def test_a_review_sheet_is_incomplete_until_terms_purges_and_next_step_are_written_down(county: Database) -> None:
    found = {ask.name for ask in gaps(gathered("ReviewSheet", of_case(county, PROTECTED))) if ask.entry}
    assert found == {"conditions", "purge_history", "next_step", "recommendation"}


def test_a_registered_order_may_be_contested_until_the_twentieth_day_after_the_notice(county: Database) -> None:
    sheet: sheets.RegistrationSheet = gathered(
        "RegistrationSheet", of_case(county, NO_ORDER, registration_notice_on="11/20/2026"))
    found = sheet.registration
    assert (found.contest_by.value, found.contest_by_mail.value) == (date(2026, 12, 10), date(2026, 12, 14))
    assert found.time_is_over.value is (sheet.hearing.on.value > date(2026, 12, 14))


def test_without_notice_of_registration_the_time_to_contest_is_not_over(county: Database) -> None:
    sheet: sheets.RegistrationSheet = gathered("RegistrationSheet", of_case(county, PROTECTED))
    told = words("fact-sheet-registration", sheet)
    assert "Notice of registration given on ✗ NOT RECORDED" in told
    assert "✗ No: the order cannot be confirmed for want of a contest" in told


REGISTRATION_SAYS = {
    "copies (G.S. 52C-6-602(a)(2))": (
        "Two copies of the order, one certified, with every modification Two copies received"
    ),
    "statement (G.S. 52C-6-602(a)(3))": "Sworn statement, or certified by the custodian of the records Certified by",
    "controlling order (G.S. 52C-2-207)": "Controlling order (G.S. 52C-2-207) The only order; it controls",
    "choice of law (G.S. 52C-6-604)": "limitation (the longer one applies: G.S. 52C-6-604) Support ends at 18",
    "twenty days (G.S. 52C-6-605)": "Last day to ask for a hearing: 20 days after notice November 24, 2026",
    "operation of law (G.S. 52C-6-606(b))": "the order is confirmed by operation of law (G.S. 52C-6-606(b))",
    "defenses (G.S. 52C-6-607(a))": (
        "no personal jurisdiction in the issuing tribunal; fraud; order vacated, suspended or modified; "
        "stayed pending appeal; defense to the remedy under North Carolina law; paid in full or part; "
        "limitation (G.S. 52C-6-604); not the controlling order"
    ),
    "nondisclosure (G.S. 52C-3-311)": "Nondisclosure (G.S. 52C-3-311) ⚠ Whereabouts are withheld from every paper",
}


@pytest.mark.parametrize("rule", REGISTRATION_SAYS)
def test_the_registration_sheet_says_what_the_uniform_act_asks(rule: str) -> None:
    assert REGISTRATION_SAYS[rule] in words("fact-sheet-registration")


def test_the_witness_is_asked_for_the_foundation_of_the_payment_records() -> None:
    told = words("testimony-outline")
    assert "Foundation for the payment records (G.S. 50-13.9(b1); Evidence Rules 803(6), 803(8))" in told
    assert "Are you the agency’s designated representative to authenticate them? Yes" in told
    assert "Payment History as of November 20, 2026, certified by you." in told


def test_the_witness_reads_the_ledger_from_the_outline() -> None:
    told = words("testimony-outline")
    assert "58 payments since December 3, 2021; 2 returned unpaid." in told
    assert "$1,234.56 owed on November 30, 2021, plus $36,900.00 due, less $30,995.30 paid." in told
    assert "$7,139.26 on November 20, 2026: 11.6 months of support" in told


def test_the_witness_is_warned_of_what_may_not_be_said() -> None:
    told = words("testimony-outline")
    assert "Never say where a payment came from (26 U.S.C. 6103), where a protected person is, or what a" in told
    assert "Piedmont Roofing & Gutter, Inc. † not in court" in told
    assert "PROTECTED PERSON" in told


def test_the_questions_of_the_outline_are_numbered_without_a_gap() -> None:
    told = words("testimony-outline")
    asked = re.findall(r" (\d{1,2}) (?=[A-Z][^.?]*\?)", told)
    assert [int(number) for number in asked] == list(range(1, 31))


def test_ability_to_pay_is_asked_only_where_contempt_is_heard(county: Database) -> None:
    of: sheets.TestimonyOutline = gathered("TestimonyOutline", of_case(county, LONG_NAMES))
    assert of.contempt == ()
    assert "Did the agency screen for ability to pay?" not in words("testimony-outline", of)
    assert "Did the agency screen for ability to pay?" in words("testimony-outline")


def test_a_returned_payment_is_counted_apart(county: Database) -> None:
    of: sheets.TestimonyOutline = gathered("TestimonyOutline", of_case(county, MANY_PAYMENTS))
    assert of.payments_on_record.value + of.payments_returned.value == 400
