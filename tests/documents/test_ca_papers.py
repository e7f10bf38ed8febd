"""The California papers: pleading paper to the point, and what the Family Code demands and forbids in each."""

import io
import re
import zipfile
from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from cases.notes import AMOUNTS, NOTES
from documents.facts import asked, gaps
from documents.facts.california import CaliforniaFactSheet, OrderAfterHearing, ServedPaper, StatementOfArrears
from documents.manifests import Template, template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from infra.converter import to_pdf
from kernel.money import ZERO, Money, total
from tests.documents.pleading_lines import INCH, Sheet, sheets

CA = templates("ca")
NO_PLEADINGS = {"ca/contempt-sheet", "ca/fact-sheet", "ca/guideline-calculation"}
"""The office's own sheets, and a printout that is attached as an exhibit."""
PLEADINGS = [each for each in CA if each.manifest.id not in NO_PLEADINGS]
ON_PLEADING_PAPER = pytest.mark.parametrize("paper", PLEADINGS, ids=lambda each: each.manifest.id)


def paper_named(name: str) -> Template:
    return template_named(f"ca/{name}", CA)


def finished(paper: Template, facts: Any = None) -> bytes:
    told = context(paper.sample_facts() if facts is None else facts, paper.manifest.audience)
    return merge(paper.word, told, title=paper.manifest.title).word


def words(name: str, facts: Any = None) -> str:
    return re.sub(r"\s+", " ", word_text(finished(paper_named(name), facts)))


@cache
def pages(name: str) -> list[Sheet]:
    return sheets(to_pdf(finished(template_named(name, CA))).data)


@ON_PLEADING_PAPER
def test_every_page_has_28_numbers_24_points_apart_and_at_least_three_to_the_inch(paper: Template) -> None:
    for sheet in pages(paper.manifest.id):
        baselines = list(sheet.numbers.values())
        apart = {round(low - high, 1) for high, low in pairwise(baselines)}
        assert (list(sheet.numbers), apart) == (list(range(1, 29)), {INCH / 3})


@ON_PLEADING_PAPER
def test_every_line_of_type_stands_on_its_number_within_a_point_and_a_half(paper: Template) -> None:
    first, *later = pages(paper.manifest.id)
    assert first.lines_off(24, below=first.numbers[8] - 12) == {}
    assert first.lines_off(12) == {}
    assert [sheet.lines_off(24) for sheet in later] == [{}] * len(later)
    assert all(len(sheet.body) >= 10 for sheet in (first, *later))


@ON_PLEADING_PAPER
def test_the_first_page_has_the_filer_on_line_1_the_clerks_space_free_and_the_court_on_line_8(paper: Template) -> None:
    first = pages(paper.manifest.id)[0]
    stamp = [one for one in first.letters if one.baseline < first.numbers[8] - 12 and one.left > 4.9 * INCH]
    assert first.line(1).startswith("FrancesÑandú-O’Brien(StateBarNo.999999)")
    assert stamp == []
    assert first.line(8) == "SUPERIORCOURTOFCALIFORNIA"
    assert first.numbers[8] - 12 >= 3.33 * INCH
    assert "CaseNo.STK-FL-2019-0005843" in first.line(10)


@ON_PLEADING_PAPER
def test_margins_and_sizes_are_those_of_rules_2_104_and_2_107(paper: Template) -> None:
    for sheet in pages(paper.manifest.id):
        text = [one for one in sheet.letters if one.left > 96 and one.baseline < 746]
        assert min(one.left for one in text) >= INCH
        assert max(one.right for one in text) <= 8 * INCH
        assert {round(one.size, 1) for one in text} == {12.0}


@ON_PLEADING_PAPER
def test_the_footer_has_the_page_number_above_the_title_in_ten_points_or_more(paper: Template) -> None:
    title = re.sub(r"\s", "", paper.manifest.title).upper()
    found = pages(paper.manifest.id)
    assert [sheet.footer for sheet in found] == [f"{number}{title}" for number in range(1, len(found) + 1)]
    assert all(one.size >= 10 for sheet in found for one in sheet.letters)


@ON_PLEADING_PAPER
def test_word_is_told_the_same_exact_pitch_for_the_numbers_and_for_the_body(paper: Template) -> None:
    with zipfile.ZipFile(io.BytesIO(paper.word)) as package:
        header = next(package.read(name).decode() for name in package.namelist() if "word/header" in name)
        body = package.read("word/document.xml").decode()
    numbers = re.findall(r"<w:p>(?:(?!</w:p>).)*w:framePr.*?</w:p>", header, flags=re.DOTALL)
    assert len(numbers) == 28
    assert all('w:lineRule="exact" w:line="480"' in one and 'w:y="1440"' in one for one in numbers)
    assert set(re.findall(r'w:lineRule="exact" w:line="(\d+)"', body)) == {"240", "480"}
    assert docx.Document(io.BytesIO(paper.word)).sections[0].top_margin.pt == INCH


@pytest.mark.parametrize(
    ("name", "many"), [("contempt-counts", 1), ("statement-of-arrears", 2), ("proof-of-service", 1)]
)
def test_a_table_that_grows_with_the_case_repeats_its_header_and_splits_no_row(name: str, many: int) -> None:
    tables: list[Any] = docx.Document(io.BytesIO(paper_named(name).word)).tables
    long = [each for each in tables if any("{%tr for" in cell.text for row in each.rows for cell in row.cells)]
    assert len(long) == many
    assert all(each.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for each in long)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for each in long for row in each.rows)


@ON_PLEADING_PAPER
def test_the_caption_names_three_parties_under_the_offices_labels_and_claims_no_fee(paper: Template) -> None:
    text = words(paper.manifest.id.removeprefix("ca/"))
    for said in ("COUNTY OF SAN JOAQUIN, Petitioner/Plaintiff,", "JORDAN T O'DELL, Respondent/Defendant,",
                 "MARÍA JOSÉ NUÑEZ-ABERNETHY, Other Parent/Party.", "Exempt from fees (Gov. Code, §§ 6103, 6103.9)",
                 "Attorney for the local child support agency"):  # fmt: skip
        assert said in text


@ON_PLEADING_PAPER
def test_no_paper_for_the_court_has_a_place_for_an_address_of_a_party_or_for_a_birth_date(paper: Template) -> None:
    names = {ask.name for ask, _ in asked(paper.sample_facts())}
    assert names & {"written", "born_on", "ssn", "street", "town"} == {"street", "town"}
    text = words(paper.manifest.id.removeprefix("ca/"))
    sheet = paper_named("fact-sheet").sample_facts()
    home = sheet.obligor.addresses[0].written.value
    assert home in words("fact-sheet")
    assert home not in text
    assert text.count("Stockton, CA 95202") == text.count("100 Sample Street, Suite 200") + ("180 East" in text)


DEMANDED = {
    "notice-of-motion-and-declaration": {
        "Code Civ. Proc. § 1010, when and where": "on Tuesday, December 8, 2026, at 8:15 a.m., or as soon after that "
        "as the matter can be heard, in Department 4A of this court",
        "Code Civ. Proc. § 1010, grounds": "The grounds are that circumstances have changed since the order was made",
        "Code Civ. Proc. § 1005(b)": "at least nine court days before the hearing",
        "Fam. Code § 4251": "acts as a temporary judge unless the Agency or a party objects",
        "Fam. Code § 17406(a)": "represents the public interest and neither parent nor any child",
        "Fam. Code § 3653": "effective from the day on which this motion is filed or from any later day",
        "rule 5.260": "a current income and expense declaration",
        "Code Civ. Proc. § 2015.5": "I declare under penalty of perjury under the laws of the State of California that "
        "the foregoing is true and correct. Executed on",
    },
    "contempt-counts": {
        "the order": "the order of August 14, 2019 (Commissioner T. Navarro), which requires JORDAN T O'DELL",
        "Code Civ. Proc. § 1209.5, knowledge": "The Citee knew of the order: he was present in Department 4A",
        "one month, one count": "Every month is a separate count.",
        "Code Civ. Proc. § 1218.5(b)": "No month is charged that fell due more than three years before that day",
        "Code Civ. Proc. § 695.221": "credited to the support of the month in which they came and then to the oldest",
        "Code Civ. Proc. § 1218(c)": "up to 120 hours of imprisonment or community service on a first finding",
        "counsel": "If you cannot afford one, the court must appoint one for you.",
        "45 CFR 303.6(c)(4)": "You may show that you were not able to pay.",
        "the oath": "I declare under penalty of perjury under the laws of the State of California",
    },
    "statement-of-arrears": {
        "Fam. Code § 17526": "They show for each month the support that fell due and the money received",
        "Evid. Code § 1271": "in the regular course of its duties and at or near the time of each event",
        "Code Civ. Proc. § 685.010": "Interest of $842.17 has accrued on the principal at the legal rate",
        "types": "Child support $1,234.56 $27,060.00 $23,075.10 $5,219.46 "
        "Spousal support $0.00 $5,250.00 $4,252.10 $997.90",
        "the oath": "I declare under penalty of perjury under the laws of the State of California",
    },
    "proof-of-service": {
        "age and party": "I am over the age of 18 and not a party to this case.",
        "Code Civ. Proc. § 1013a(1)": "in a sealed envelope addressed to the person named, with postage fully prepaid",
        "place of mailing": "at Stockton, California, on the day shown",
        "Fam. Code § 215": "The address was verified: October 21, 2026",
        "Fam. Code § 17212(b)(3)": "The address at which a person was served is left out, as the law requires",
        "Code Civ. Proc. § 2015.5": "I declare under penalty of perjury under the laws of the State of California",
    },
    "order-after-hearing": {
        "Fam. Code § 4251(b)": "advised before the hearing that a commissioner would hear the matter",
        "Fam. Code § 4056(a)(1)": "The guideline amount of child support is $1,344.00 a month",
        "Fam. Code § 4056(a)(2)": "The reasons are: the parents and the agency agreed to the amount",
        "Fam. Code § 4056(a)(3)": "consistent with the best interests of the children because the amount is paid",
        "Fam. Code § 4056(b)(1)": "Net monthly disposable income $4,000.00 $2,000.00",
        "Fam. Code § 4056(b)(2)": "Federal tax filing status single, one exemption head of household",
        "Fam. Code § 4056(b)(3)": "Deductions from gross income federal and state tax, FICA, SDI",
        "Fam. Code § 4056(b)(4)": "Time with the children 20 percent",
        "Fam. Code § 3901": "at 19 or on completing twelfth grade, whichever is first",
        "Fam. Code § 17309": "All payments shall be made to the State Disbursement Unit",
        "Fam. Code §§ 5230, 5246": "An earnings assignment issues",
        "Fam. Code § 3751": "if it is available at no or reasonable cost",
        "Fam. Code § 4007.5": "incarcerated or involuntarily institutionalized for more than 90 consecutive days",
        "Fam. Code § 4014(a)": "shall tell the Agency the name and address of a new employer",
        "Fam. Code §§ 4010, 4063(a)": "how to have support changed, is given with this order",
    },
}


@pytest.mark.parametrize(("name", "item"), [(name, item) for name in DEMANDED for item in DEMANDED[name]])
def test_a_paper_says_what_the_law_demands_of_it(name: str, item: str) -> None:
    assert DEMANDED[name][item] in words(name)


def test_a_motion_for_judgment_tells_that_trial_needs_an_appearance_as_fam_code_17404_b_demands() -> None:
    facts = paper_named("notice-of-motion-and-declaration").sample_facts()
    judgment = replace(facts, judgment=facts.judgment.told(True), modification=())
    trial = "To exercise your right to a trial you must appear at the hearing on this motion"
    assert trial in words("notice-of-motion-and-declaration", judgment)
    assert trial not in words("notice-of-motion-and-declaration")


def test_every_count_is_one_month_of_its_own_and_the_counts_add_up() -> None:
    facts = paper_named("contempt-counts").sample_facts()
    months = [one.due_on.value for one in facts.counts]
    assert len(set(months)) == len(months) > 5
    assert all(one.ordered.value - one.paid.value == one.unpaid.value > ZERO for one in facts.counts)
    assert total(one.unpaid.value for one in facts.counts) == facts.total.value
    text = words("contempt-counts")
    rows = [f"{one.number.value} {one.due_on.value:%B} 1, {one.due_on.value.year} {one.ordered.value} {one.paid.value} "
            f"{one.unpaid.value}" for one in facts.counts]  # fmt: skip
    assert [row for row in rows if row not in text] == []


def test_every_account_adds_up_by_month_and_by_year_and_the_accounts_to_the_principal() -> None:
    facts: StatementOfArrears = paper_named("statement-of-arrears").sample_facts()
    for account in facts.accounts:
        balance = account.opening.value
        for year in account.years:
            for month in year.months:
                balance = balance + month.ordered.value - month.paid.value
                assert month.balance.value == balance
            assert year.ordered.value == total(one.ordered.value for one in year.months)
            assert year.balance.value == balance
        assert account.balance.value == balance
    assert total(one.balance.value for one in facts.accounts) == facts.principal.value


def test_a_statement_without_declared_interest_says_that_it_is_of_principal_alone() -> None:
    facts: StatementOfArrears = paper_named("statement-of-arrears").sample_facts()
    silent = words("statement-of-arrears", replace(facts, interest=facts.interest.told(None)))
    assert "The figures are principal alone." in silent
    assert "Interest, stated apart" not in silent


def test_a_proof_of_service_has_no_field_for_the_place_where_somebody_was_served() -> None:
    assert {field.name for field in fields(ServedPaper)} == {"paper", "person", "served_on", "method", "left_with"}


def test_an_order_at_the_guideline_amount_gives_no_reasons_for_a_difference() -> None:
    facts: OrderAfterHearing = paper_named("order-after-hearing").sample_facts()
    text = words("order-after-hearing", replace(facts, departure=(), ordered_support=facts.guideline.guideline_amount))
    assert "The support ordered is the guideline amount." in text
    assert "The reasons are" not in text


def test_the_fact_sheet_shows_the_counts_the_months_left_out_and_how_many_are_too_old() -> None:
    text = words("fact-sheet")
    assert "Left out: November 2026, $615.00 unpaid: in custody on the day it fell due." in text
    assert "Unpaid months older than three years, not charged: 2." in text
    assert "Contempt by counts" not in words(
        "fact-sheet", replace(paper_named("fact-sheet").sample_facts(), contempt=())
    )


def test_the_fact_sheet_warns_of_a_protected_person_and_shows_no_address_of_hers() -> None:
    text = words("fact-sheet")
    assert "Protected: MARÍA JOSÉ NUÑEZ-ABERNETHY (family violence indicator; protective order)" in text
    assert "Receiving Withheld: protected person" in text


def test_a_fact_sheet_is_incomplete_until_the_agent_wrote_what_the_record_does_not_hold() -> None:
    facts: CaliforniaFactSheet = paper_named("fact-sheet").sample_facts()
    unknown = replace(facts, parentage=facts.parentage.told(None), aid_status=facts.aid_status.told(None))
    assert [gap.path for gap in gaps(unknown)] == ["parentage", "aid_status", "contempt.0.counsel_status"]


@pytest.mark.parametrize("paper", CA, ids=lambda each: each.manifest.id)
def test_every_entry_that_a_paper_asks_for_can_be_written_down(paper: Template) -> None:
    entries = [(ask.name, fact.value) for ask, fact in asked(paper.sample_facts()) if ask.entry]
    assert [name for name, _ in entries if name not in NOTES] == []
    assert [
        name for name, value in entries if isinstance(value, Money) != (name in AMOUNTS) and value is not None
    ] == []
