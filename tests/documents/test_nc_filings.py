"""North Carolina's filings say what the statutes demand, and what stands under a condition only where it is true."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.facts import filings
from documents.facts.field import gaps
from documents.gather.filings import GATHER
from documents.manifests import ON_REQUEST, Template, papers_for, template_named, templates
from documents.reading import page_texts, word_text
from documents.sources import context
from documents.word import merge
from infra.converter import to_pdf
from law.states import law_of

NC = templates("nc")
FILINGS = {each.manifest.facts: each for each in NC if each.manifest.facts in GATHER}


def words_of(paper: Template, facts: Any) -> str:
    told = context(facts, paper.manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(paper.word, told, title=paper.manifest.title).word))


def sample(name: str, **changed: Any) -> str:
    """The words of a paper's sample, with some of its facts changed."""
    paper = template_named(f"nc/{name}", NC)
    return words_of(paper, replace(paper.sample_facts(), **changed))


def facts(name: str) -> Any:
    return template_named(f"nc/{name}", NC).sample_facts()


DEMANDED = {
    ("complaint", "G.S. 110-130.1(c): in the county's name, and no attorney-client relationship"):
        "brought under G.S. 110-130.1(c) in the name of the county, through Mecklenburg County Child Support Services",
    ("complaint", "G.S. 49-14(a): certificate of birth attached"):
        "A copy of the certificate of birth of each Child is attached (G.S. 49-14(a))",
    ("complaint", "G.S. 49-14(a): before the eighteenth birthday"):
        "before the eighteenth birthday of each of the Children",
    ("complaint", "G.S. 49-14(b), (f): clear, cogent and convincing"):
        "clear, cogent and convincing evidence, temporary support",
    ("complaint", "G.S. 50-13.5(f): venue"):
        "Venue is proper in Mecklenburg County (G.S. 50-13.5(f); G.S. 49-16): Defendant resides",
    ("complaint", "G.S. 50-13.4(c): guidelines"):
        "the North Carolina Child Support Guidelines presume (G.S. 50-13.4(c) and (c1))",
    ("complaint", "G.S. 110-135: debt, ability, five years"):
        "Public assistance in the amount of $4,125.00 was paid to or on behalf of the Children (January 2025 through",
    ("complaint", "G.S. 110-136.3: withholding"):
        "by immediate income withholding (G.S. 50-13.4(d); G.S. 110-136.3(a))",
    ("complaint", "verified"): "Sworn to (or affirmed) and subscribed before me",
    ("summons-data-sheet", "Rule 12(a)(1): thirty days to answer"):
        "Defendant’s answer, after service within 30 days 12(a)(1)",
    ("summons-data-sheet", "Rule 4: five, sixty and ninety days"): "within 60 days 4(c)",
    ("summons-data-sheet", "Rule 4(j)(1): ways to serve"):
        "Signature confirmation of the Postal Service (Rule 4(j)(1))",
    ("motion-to-modify", "G.S. 50-13.7(a): changed circumstances"):
        "Since the Order was entered, circumstances have changed in these ways: the Obligor",
    ("motion-to-modify", "G.S. 50-13.10(a): nothing past due"):
        "is vested and is not to be vacated or reduced (G.S. 50-13.10(a))",
    ("motion-to-modify", "G.S. 50-13.5(d)(1): ten days"): "at least ten days’ notice to the other parties",
    ("motion-to-modify", "Guidelines: three years and fifteen percent"):
        "$742.00 a month, which is 20.7 percent more than the Order. Full years since the Order was entered: 7.",
    ("notice-of-hearing", "G.S. 50-13.5(e)(2): children, parties, court"):
        "in this action about the support of CRYSTAL-ANN D NUÑEZ-O'DELL, 李 WEI O'DELL and MAXIMILIANA-ALEXANDRA",
    ("notice-of-hearing", "when and where"):
        "Date and time Tuesday, December 8, 2026, at 9:00 a.m. Place Mecklenburg County Courthouse",
    ("notice-of-hearing", "G.S. 50-13.5(e)(4): others may take part"):
        "filing a notice of appearance or other pleading in time (G.S. 50-13.5(e))",
    ("affidavit-of-arrears", "G.S. 50-13.9(b1): certified by the designated representative"):
        "I am the designated representative of the Agency for the authentication of its payment records. I certify",
    ("affidavit-of-arrears", "running totals to the balance"): "Total $36,900.00 $30,995.30 $7,139.26",
    ("affidavit-of-arrears", "G.S. 50-13.10(d)(4): custody is disclosed"):
        "in custody: Mecklenburg County Detention, from October 25, 2026. The account above has not been reduced",
    ("affidavit-of-arrears", "sworn before a notary"): "Notary Public Printed name: ______",
    ("diligence-affidavit", "45 CFR 303.4(d): each attempt with its result"):
        "2 Summons and complaint Certified mail 10/08/2026 10/12/2026 refused 10/19/2026",
    ("diligence-affidavit", "the record and nothing else"):
        "This affidavit says what that record shows, and nothing else.",
    ("servicemembers-declaration", "50 U.S.C. 3931(b)(1)(A): not in service"): "is not in military service;",
    ("servicemembers-declaration", "50 U.S.C. 3931(b)(1)(A): in service"): "is in military service;",
    ("servicemembers-declaration", "50 U.S.C. 3931(b)(1)(B): cannot be determined"):
        "not able to determine whether or not the Defendant is in military service",
    ("servicemembers-declaration", "age of the check"): "November 16, 2026, 22 days before the hearing",
    ("servicemembers-declaration", "50 U.S.C. 3931(b)(4): under penalty of perjury"): "under penalty of perjury",
    ("certificate-of-service", "Rule 5(b1): name, address, method and date"):
        "JORDAN T O'DELL, Defendant 9651 Tuckaseegee Rd, Apt 37, Charlotte, NC 28214",
    ("certificate-of-service", "consent to e-mail"): "only where that party’s consent to it is on file",
    ("motion-to-revoke-licenses", "G.S. 50-13.12(b): one month"):
        "G.S. 50-13.12(b) Delinquent by at least one month’s child support 11.6 months’ support Yes",
    ("motion-to-revoke-licenses", "G.S. 110-142.2(a): ninety days"):
        "At least 90 days in arrears 1816 days, since November 30, 2021 Yes",
    ("motion-to-revoke-licenses", "G.S. 110-142.2(b): the lesser of five percent and $500"):
        "at least five percent of the delinquency or $500.00, whichever is less",
    ("motion-to-revoke-licenses", "G.S. 50-13.12(b): specific privileges"): "2 HVAC CONTRACTOR LICENSE H-3 CLASS I",
    ("motion-to-revoke-licenses", "G.S. 50-13.9(d): show cause, Rule 4, five days"):
        "served under Rule 4 at least five days before the hearing",
    ("order-of-continuance", "cause"):
        "Good cause for a continuance is shown (Rule 40(b)): the order to appear and show cause was returned unserved",
    ("order-of-continuance", "new day"): "continued to: Tuesday, January 12, 2027, at 9:00 a.m., Courtroom 8110",
    ("order-of-continuance", "notice to the absent"):
        "serve this order on each party who was not present, under G.S. 1A-1, Rule 5",
    ("order-of-continuance", "G.S. 50-13.9(d): served anew under Rule 4"):
        "be served on JORDAN T O'DELL under G.S. 1A-1, Rule 4",
    ("order-of-dismissal", "Rule 41(a)(2)"): "dismissed without prejudice (G.S. 1A-1, Rule 41(a)(2))",
    ("order-of-dismissal", "reasons"): "The reasons are: the Obligor cannot be found for service",
    ("order-of-dismissal", "G.S. 50-13.10(a): past due support stays"):
        "No past due support is reduced (G.S. 50-13.10(a))",
}  # fmt: skip


@pytest.mark.parametrize(("name", "rule"), DEMANDED, ids=" ".join)
def test_a_filing_says_what_its_rule_demands(name: str, rule: str) -> None:
    assert DEMANDED[name, rule] in sample(name)


def test_every_filing_is_made_on_request_and_has_demands_of_its_own() -> None:
    assert {each.manifest.prepared for each in FILINGS.values()} == {ON_REQUEST}
    assert {each.manifest.kind for each in FILINGS.values()} == {name for name, _ in DEMANDED}
    assert FILINGS.keys() == GATHER.keys() == {each.__name__ for each in filings.PAPERS}


def test_a_review_takes_a_motion_to_modify_and_an_establishment_a_complaint() -> None:
    def offered(code: str) -> set[str]:
        return {each.manifest.kind for each in papers_for(law_of("nc").hearing_type(code), date(2026, 12, 8), NC)}

    assert {"motion-to-modify", "notice-of-hearing"} < offered("HRAD")
    assert {"complaint", "summons-data-sheet"} < offered("HEPS")
    assert "complaint" not in offered("HOSC")


def test_where_paternity_is_not_at_issue_the_complaint_pleads_no_birth_out_of_wedlock() -> None:
    told = facts("complaint").paternity_at_issue.told(False)
    text = sample("complaint", paternity_at_issue=told)
    assert "out of wedlock" in sample("complaint")
    assert "out of wedlock" not in text
    assert "49-14" not in text
    assert "Paternity is not at issue: " in text


def test_a_debt_for_assistance_is_limited_by_an_order_of_that_time_as_gs_110_135_says() -> None:
    ordered = facts("motion-to-modify").order
    limit = "limited, for any time in which an order required Defendant to pay support, to the amount of that order"
    assert limit not in sample("complaint")
    assert limit in sample("complaint", earlier_orders=(ordered,))
    assert "Public assistance in the amount" not in sample("complaint", assistance=())


def test_paragraphs_are_counted_by_the_word_processor_so_that_one_left_out_leaves_no_hole() -> None:
    paper, told = template_named("nc/complaint", NC), facts("complaint")
    fewer = replace(told, pleaded_retroactive=told.pleaded_retroactive.told(None))
    counted = [numbered_paragraphs(paper, each) for each in (told, fewer)]
    assert counted == [list(range(1, 13)), list(range(1, 12))]


def numbered_paragraphs(paper: Template, facts: Any) -> list[int]:
    """The numbers at the beginning of the lines of the finished PDF."""
    told = context(facts, paper.manifest.audience)
    pages = page_texts(to_pdf(merge(paper.word, told, title=paper.manifest.title).word).data)
    return [int(number) for number in re.findall(r"^(\d{1,2})\.\s", "\n".join(pages), re.MULTILINE)]


def test_the_sixty_days_of_gs_50_32_stand_in_a_continuance_of_an_action_for_support_alone() -> None:
    told = facts("order-of-continuance")
    establishing, paternity = told.establishing.told(True), told.paternity_at_issue.told(True)
    assert "sixty days" not in sample("order-of-continuance")
    assert "within sixty days of filing is required" in sample("order-of-continuance", establishing=establishing)
    both = sample("order-of-continuance", establishing=establishing, paternity_at_issue=paternity)
    assert "Paternity is at issue, so that the sixty days of G.S. 50-32 do not run." in both
    assert "is required" not in both


def test_a_dismissed_action_for_support_has_its_reasons_examined_as_45_cfr_303_4_e_demands() -> None:
    told = facts("order-of-dismissal")
    assert "303.4(e)" not in sample("order-of-dismissal")
    text = sample("order-of-dismissal", establishing=told.establishing.told(True))
    assert "The Agency has examined the reasons for this dismissal" in text
    assert "(45 CFR 303.4(e)): if withholding stops or a payment is missed." in text


def test_only_the_statute_whose_test_is_met_is_invoked_against_a_license() -> None:
    told = facts("motion-to-revoke-licenses")
    young = replace(told.arrears, ninety_days_behind=told.arrears.ninety_days_behind.told(False))
    text = sample("motion-to-revoke-licenses", arrears=young)
    assert "to revoke the Obligor’s license to drive" in sample("motion-to-revoke-licenses")
    assert "to revoke the Obligor’s license to drive" not in text
    assert "revoke some or all of them until the delinquent amount is paid in full" in text


def test_an_attorney_of_record_is_served_in_place_of_the_party() -> None:
    person = facts("certificate-of-service").persons[0]
    text = sample("certificate-of-service", persons=(replace(person, counsel=person.counsel.told("Dana Q. Counsel")),))
    assert "by attorney: Dana Q. Counsel" in text
    assert "Tuckaseegee" in sample("certificate-of-service")
    assert "Tuckaseegee" not in text


def test_a_declaration_says_nothing_of_a_search_that_is_not_on_record_but_leaves_a_gap() -> None:
    told = facts("servicemembers-declaration")
    unknown = replace(
        told.military, checked_on=told.military.checked_on.told(None), days_old=told.military.days_old.told(None)
    )
    assert [gap.path for gap in gaps(replace(told, military=unknown))] == ["military.checked_on"]
    assert "[missing: Military status checked on]" in sample("servicemembers-declaration", military=unknown)
