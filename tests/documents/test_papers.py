"""Every paper is sound; those of North Carolina say what the law demands, and nothing else."""

import io
import re
import zipfile
from dataclasses import fields, replace
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from documents.clinic.fonts import BUNDLED_FONTS
from documents.facts import FactSheet, asked, gaps
from documents.manifests import Template, template_named, templates
from documents.read_back import check_pdf, check_word
from documents.reading import page_texts, word_text
from documents.sources import context
from documents.word import Merged, merge
from infra.converter import to_pdf
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.traced import Traced

NC = templates("nc")
PAPERS = pytest.mark.parametrize("paper", [*templates("ca"), *NC], ids=lambda each: each.manifest.id)
PAGES = {
    "ca/contempt-counts": 3,
    "ca/contempt-sheet": 4,
    "ca/fact-sheet": 6,
    "ca/guideline-calculation": 1,
    "ca/notice-of-motion-and-declaration": 3,
    "ca/order-after-hearing": 3,
    "ca/proof-of-service": 2,
    "ca/statement-of-arrears": 5,
    "nc/complaint": 4,
    "nc/contempt-sheet": 4,
    "nc/guideline-worksheet-a": 1,
    "nc/guideline-worksheet-b": 1,
    "nc/guideline-worksheet-c": 1,
    "nc/statement-of-arrears": 3,
    "nc/unpaid-months": 2,
    "nc/summons-data-sheet": 1,
    "nc/motion-to-modify": 2,
    "nc/notice-of-hearing": 2,
    "nc/affidavit-of-arrears": 6,
    "nc/diligence-affidavit": 2,
    "nc/servicemembers-declaration": 2,
    "nc/certificate-of-service": 2,
    "nc/motion-to-revoke-licenses": 3,
    "nc/order-of-continuance": 1,
    "nc/order-of-dismissal": 1,
    "nc/fact-sheet-establishment": 5,
    "nc/fact-sheet-modification": 6,
    "nc/fact-sheet-review": 6,
    "nc/fact-sheet-registration": 6,
    "nc/testimony-outline": 4,
    "nc/order-of-contempt": 4,
    "nc/order-establishing-support": 4,
    "nc/order-modifying-support": 4,
}
"""Exactly how many pages a sample takes; of the other papers between three and six."""
SHEETS = {"ca/contempt-sheet", "ca/fact-sheet", "ca/guideline-calculation"}
PLEADINGS = {name for name in PAGES if name.startswith("ca/")} - SHEETS
"""On pleading paper: a bare page number (Cal. Rules of Court, rule 2.109), tables on numbered lines without a grid."""
LONG_TABLES = dict.fromkeys(PLEADINGS, 0) | {
    "nc/motion-and-order-to-show-cause": 0,
    "nc/complaint": 1,
    "ca/contempt-sheet": 10,
    "nc/contempt-sheet": 11,
    "nc/guideline-worksheet-a": 1,
    "nc/guideline-worksheet-b": 1,
    "nc/guideline-worksheet-c": 1,
    "nc/statement-of-arrears": 3,
    "nc/motion-to-modify": 0,
    "nc/notice-of-hearing": 0,
    "nc/affidavit-of-arrears": 3,
    "nc/diligence-affidavit": 1,
    "nc/servicemembers-declaration": 0,
    "nc/certificate-of-service": 1,
    "nc/motion-to-revoke-licenses": 1,
    "nc/order-of-continuance": 0,
    "nc/order-of-dismissal": 0,
    "nc/order-of-contempt": 0,
    "nc/order-establishing-support": 1,
    "nc/order-modifying-support": 1,
}
"""How many tables of a paper grow with the case; of papers that are not named at least two."""


def finished(paper: Template, facts: Any = None) -> Merged:
    told = context(paper.sample_facts() if facts is None else facts, paper.manifest.audience)
    return merge(paper.word, told, title=paper.manifest.title)


def words(paper: Template, facts: Any = None) -> str:
    return re.sub(r"\s+", " ", word_text(finished(paper, facts).word))


def paper_named(name: str) -> Template:
    return template_named(f"nc/{name}", NC)


def bare(node: Any) -> Any:
    """The same facts with every list empty and everything missing that may be missing."""
    if isinstance(node, tuple):
        return ()
    if isinstance(node, Traced):
        return node
    kept = {field.name: bare(getattr(node, field.name)) for field in fields(node)}
    empty = {
        field.name: kept[field.name].told(None)
        for field in fields(node)
        if isinstance(kept[field.name], Traced) and not field.metadata["required"]
    }
    return replace(node, **kept | empty)


@PAPERS
def test_every_paper_says_each_fact_of_its_sample_in_word_and_in_pdf(paper: Template) -> None:
    made = finished(paper)
    pdf = to_pdf(made.word)

    check_word(made.word, made.said)
    known = PAGES.get(paper.manifest.id)
    pages = len(check_pdf(pdf.data, made.said, pages=range(known, known + 1) if known else range(3, 7)))

    assert pages == pdf.pages
    assert (f"Page 1 of {pages}" in page_texts(pdf.data)[0]) is (paper.manifest.id not in PLEADINGS)


@PAPERS
def test_names_that_break_careless_templates_print_exactly(paper: Template) -> None:
    text = words(paper)
    for name in ("JORDAN T O'DELL", "MARÍA JOSÉ NUÑEZ-ABERNETHY"):
        assert name in text
    if "withholding" in {ask.name for ask, _ in asked(paper.sample_facts())}:
        assert "Smith & Sons <Concrete>" in text
        assert "李 WEI O'DELL" in text


@PAPERS
def test_every_fact_may_be_seen_by_the_audience_of_its_paper(paper: Template) -> None:
    audience = paper.manifest.audience
    hidden = [ask.path for ask, fact in asked(paper.sample_facts()) if not may_see(audience, fact.disclosure)]
    assert hidden == []


@PAPERS
def test_a_case_of_which_little_is_known_still_prints(paper: Template) -> None:
    facts = bare(paper.sample_facts())
    made = finished(paper, facts)

    check_word(made.word, made.said)
    assert [gap for gap in made.gaps if gap not in {ask.path for ask in gaps(facts)}] == []


@PAPERS
def test_a_missing_fact_is_a_visible_gap_for_exactly_the_required_facts(paper: Template) -> None:
    facts = emptied(paper.sample_facts())
    made = finished(paper, facts)
    printed = {said.path for said in made.said if said.gap and said.text.startswith("[missing: ")}
    required = {ask.path for ask in gaps(facts)}
    assert printed, "the emptied facts leave something to miss"
    assert printed <= required


def emptied(node: Any) -> Any:
    """The same facts with nothing known of the texts and amounts that the paper needs."""
    if isinstance(node, tuple):
        return tuple(emptied(each) for each in node)
    kept = {field.name: getattr(node, field.name) for field in fields(node)}
    lost = {
        field.name: kept[field.name].told(None)
        for field in fields(node)
        if field.metadata.get("required") and not isinstance(kept[field.name].value, bool | int | date)
    }
    below = {name: emptied(held) for name, held in kept.items() if not isinstance(held, Traced)}
    return replace(node, **lost | below)


@PAPERS
def test_every_table_repeats_its_header_and_no_row_splits_over_two_pages(paper: Template) -> None:
    tables: list[Any] = docx.Document(io.BytesIO(paper.word)).tables
    ruled = [table for table in tables if "TableGrid" in table._tbl.xml]
    long = [table for table in ruled if any("{%tr for" in cell.text for row in table.rows for cell in row.cells)]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in ruled for row in table.rows)
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in long)
    assert len(long) >= LONG_TABLES.get(paper.manifest.id, 2)


@PAPERS
def test_a_paper_is_letter_size_in_english_with_bundled_fonts_only(paper: Template) -> None:
    sections: Any = docx.Document(io.BytesIO(paper.word)).sections
    with zipfile.ZipFile(io.BytesIO(paper.word)) as package:
        names = [
            name for name in package.namelist() if re.fullmatch(r"word/(document|styles|header.*|footer.*)\.xml", name)
        ]
        xml = b"".join(package.read(name) for name in names)
    named = set(re.findall(rb'w:(?:ascii|hAnsi|cs|eastAsia)="([^"]+)"', b"".join(re.findall(rb"<w:rFonts[^>]*>", xml))))

    assert {(section.page_width.inches, section.page_height.inches) for section in sections} == {(8.5, 11.0)}
    assert {name.decode() for name in named} <= BUNDLED_FONTS
    assert set(re.findall(rb'w:lang [^>]*w:val="([^"]+)"', xml)) == {b"en-US"}
    assert 'w:pStyle w:val="Heading1"' in xml.decode()


@PAPERS
def test_tags_stand_in_whole_runs(paper: Template) -> None:
    with zipfile.ZipFile(io.BytesIO(paper.word)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/(document|header.*|footer.*)\.xml", name)]
        runs = [run for name in names for run in re.findall(r"<w:t(?: [^>]*)?>([^<]*)", package.read(name).decode())]
    tagged = [run for run in runs if "{" in run or "}" in run]
    assert tagged
    assert [run for run in tagged if run.count("{") != run.count("}") or run.count("{") not in {1, 2}] == []


def test_pictures_have_the_name_and_the_words_of_the_manifest() -> None:
    paper = paper_named("fact-sheet")
    xml = zipfile.ZipFile(io.BytesIO(paper.word)).read("word/document.xml").decode()
    names = re.findall(r'<pic:cNvPr [^>]*name="([^"]+)"', xml)
    assert sorted(names) == sorted(picture.name for picture in paper.manifest.pictures)
    assert all(xml.count(f'descr="{picture.alt}"') == 2 for picture in paper.manifest.pictures)


DEMANDED_BY_50_13_9_D = {
    "appear": "show cause why you should not be subjected to income withholding or adjudged in contempt of court, "
    "or both",
    "records": "records and information relating to your employment, your licensing privileges, and the amount and "
    "sources of your disposable income",
    "(1)": "You are under a court order to provide child support for CRYSTAL-ANN D NUÑEZ-O'DELL, 李 WEI O'DELL and "
    "MAXIMILIANA-ALEXANDRA BARTHOLOMEW-CALDWELL-REYES O'DELL III. The order was entered in File No. 19CVD005843-590",
    "(2)": "You are delinquent. The amount of overdue support as of November 20, 2026 is $7,139.26",
    "(2a)": "revocation of some or all of your licensing privileges if you are delinquent in an amount equal to the "
    "support due for one month",
    "(3)": "may order income withholding if you are delinquent in an amount equal to the support due for one month",
    "(4)": "will apply to your current payors and all subsequent payors and will be continued until terminated "
    "pursuant to G.S. 110-136.10",
    "(5)": "Failure to bring to the hearing records and information relating to your employment and the amount and "
    "sources of your disposable income will be grounds for contempt",
    "(6)": "If income withholding is not an available or appropriate remedy, the Court may determine whether you are "
    "in contempt or whether any other enforcement remedy is appropriate",
    "signed by": "□ District Court Judge □ Clerk",
    "served": "under G.S. 1A-1, Rule 4",
}


@pytest.mark.parametrize("item", DEMANDED_BY_50_13_9_D)
def test_the_show_cause_order_states_every_item_of_gs_50_13_9_d(item: str) -> None:
    order = words(paper_named("motion-and-order-to-show-cause")).split("ORDERS:")[1]
    assert DEMANDED_BY_50_13_9_D[item] in order


def test_the_show_cause_order_says_that_ability_to_pay_is_the_critical_question_as_45_cfr_303_6_c_4_demands() -> None:
    order = words(paper_named("motion-and-order-to-show-cause")).split("ORDERS:")[1]
    assert "YOUR ABILITY TO PAY IS THE CRITICAL QUESTION" in order
    assert "45 CFR 303.6(c)(4)" in order


def test_the_motion_is_sworn_and_signed() -> None:
    motion = words(paper_named("motion-and-order-to-show-cause")).split("ORDERS:")[0]
    assert "being first duly sworn" in motion
    assert "Notary Public" in motion
    assert "N.C. State Bar No. 99999" in motion


def test_the_motion_holds_no_address_no_birth_date_no_job_and_no_ssn() -> None:
    sheet = paper_named("fact-sheet").sample_facts()
    home = sheet.obligor.addresses[0].written.value
    private = [home, str(sheet.obligor.ssn.value), "February 14, 1988", "12/25/2012", "F-150"]
    motion, whole_sheet = words(paper_named("motion-and-order-to-show-cause")), words(paper_named("fact-sheet"))
    assert [word for word in private if word not in whole_sheet] == []
    assert [word for word in private if word in motion] == []


def test_the_fact_sheet_warns_of_a_protected_person_and_shows_no_address_of_hers() -> None:
    text = words(paper_named("fact-sheet"))
    assert "PROTECTED PERSON" in text
    assert "Protected: MARÍA JOSÉ NUÑEZ-ABERNETHY (family violence indicator; protective order)" in text
    assert "Obligee Withheld: protected person" in text


def test_the_fact_sheet_says_by_how_much_the_states_balance_differs() -> None:
    assert "State’s balance differs by $125.00." in words(paper_named("fact-sheet"))


def test_the_fact_sheet_keeps_quiet_where_the_states_balance_agrees() -> None:
    facts: FactSheet = paper_named("fact-sheet").sample_facts()
    (state,) = facts.state_balance
    agreeing = replace(facts, state_balance=(replace(state, differs=state.differs.told(False)),))
    assert "differs by" not in words(paper_named("fact-sheet"), agreeing)


def test_the_fact_sheet_shows_the_arithmetic_of_the_notice_and_marks_an_unverified_rule() -> None:
    text = words(paper_named("fact-sheet"))
    assert "Mon Nov 23 (1) Tue Nov 24 (2) Wed Nov 25 (3) Mon Nov 30 (4) Tue Dec 1 (5)" in text
    assert "Thu Nov 26 (Thanksgiving)" in text
    assert "[unverified rule]" in text
    assert "PASS." in text


def test_the_contempt_section_stands_only_on_the_sheet_of_a_contempt_hearing() -> None:
    facts: FactSheet = paper_named("fact-sheet").sample_facts()
    assert "Civil contempt (G.S. 5A-21(a))" in words(paper_named("fact-sheet"))
    assert "Civil contempt" not in words(paper_named("fact-sheet"), replace(facts, contempt=()))


def test_a_contempt_sheet_is_incomplete_until_ability_to_pay_and_purge_evidence_are_written_down() -> None:
    facts: FactSheet = paper_named("fact-sheet").sample_facts()
    (contempt,) = facts.contempt
    unknown = replace(contempt, ability=contempt.ability.told(None), subsistence=contempt.subsistence.told(None))
    found = gaps(replace(facts, contempt=(unknown,)))
    assert [gap.name for gap in found] == ["ability", "subsistence", "purge_evidence"]
    found_nothing = replace(unknown, ability=contempt.ability.told("None found."))
    assert [gap.name for gap in gaps(replace(facts, contempt=(found_nothing,)))] == ["subsistence", "purge_evidence"]


def test_a_job_known_from_a_registry_alone_is_marked_on_the_sheet_and_withheld_from_the_court() -> None:
    facts: FactSheet = paper_named("fact-sheet").sample_facts()
    registry = facts.jobs[1]
    assert registry.employer.disclosure is Disclosure.VERIFY
    assert "Piedmont Roofing & Gutter, Inc. †" in words(paper_named("fact-sheet"))
    assert not may_see(Audience.COURT, registry.employer.disclosure)


def test_every_payment_stands_in_the_history_by_date_and_amount_and_returned_ones_say_so() -> None:
    facts = paper_named("payment-history").sample_facts()
    text = words(paper_named("payment-history"))
    rows = [f"{at} {each.collected_on.value:%m/%d/%Y} {each.amount.value}" for at, each in enumerate(facts.payments, 1)]
    assert len(rows) == 60
    assert [row for row in rows if row not in text] == []
    assert text.count("Payment returned unpaid") == 2


def test_the_payment_history_adds_up_from_the_opening_balance_to_the_total() -> None:
    facts = paper_named("payment-history").sample_facts()
    arrears = facts.arrears
    assert arrears.opening.value + arrears.charged.value - arrears.paid.value == arrears.total.value
    assert facts.months[-1].balance.value == arrears.total.value


def test_no_paper_has_a_place_for_the_source_of_a_payment() -> None:
    facts = paper_named("payment-history").sample_facts()
    assert {field.name for field in fields(facts.payments[0])} == {"collected_on", "amount", "returned"}


def test_the_payment_history_is_certified_under_gs_50_13_9_b1() -> None:
    text = words(paper_named("payment-history"))
    assert "CERTIFICATION OF PAYMENT RECORDS" in text
    assert "I certify under G.S. 50-13.9(b1)" in text
