"""North Carolina's proposed orders say everything that the law demands, and leave open what only the court can find."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cases.actions import write_note
from cases.errors import NoOrder, NothingOwed
from documents.facts import asked, gaps, orders
from documents.gather import Matter, gathered, matter
from documents.leaks import find_leaks
from documents.manifests import ON_REQUEST, Template, papers_for, template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.disclosure import Audience, Disclosure, may_see
from kernel.money import Money
from law.states import law_of
from offices.facts import Person, Role
from tests.county import DAY, NOON
from tests.documents.troublesome import NO_ORDER, PAID_AHEAD, TEN

NC = templates("nc")
ORDERS = {
    "order-of-contempt": "OrderOfContempt",
    "order-establishing-support": "OrderEstablishingSupport",
    "order-modifying-support": "OrderModifyingSupport",
}
AGENT = Person(1, 1, "Avery Agent", "agent@example.gov", Role.AGENT)
JAILED, PROTECTED = "7000072886", "7000072738"
TO_BE_FOUND = "______________________________ (to be found by the Court)"


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


CONTEMPT_SAYS = {
    "in force (5A-21(a)(1))": "The Order remains in force (G.S. 5A-21(a)(1))",
    "purpose (5A-21(a)(2))": (
        "Its purpose may still be served by compliance (G.S. 5A-21(a)(2)): 2 of the children are under 18"
    ),
    "willful (5A-21(a)(2a))": f"chose not to (G.S. 5A-21(a)(2a)): {TO_BE_FOUND}",
    "able (5A-21(a)(3))": f"measures that would enable the Obligor to comply (G.S. 5A-21(a)(3)): {TO_BE_FOUND}",
    "each element (5A-23(e))": (
        "The Court finds on each element (G.S. 5A-23(e)): Element of G.S. 5A-21(a) Shown Not shown (1) The "
        "Order remains in force. □ □ (2) Its purpose may still be served by compliance. □ □ (2a) The "
        "noncompliance is willful. □ □ (3) The Obligor is able to comply"
    ),
    "able to purge": f"After basic needs are met, the Obligor is able now to pay the purge of $750.00: {TO_BE_FOUND}",
    "how to purge (5A-22(a))": (
        "The Obligor may purge the contempt by paying $750.00 to the North Carolina State Child Support "
        "Collection and Disbursement Unit by December 22, 2026"
    ),
    "income (Burnette)": "Work and income since the Order: The Obligor has framed houses for cash",
    "assets (Burnette)": "Property and other resources: A 2016 Ford F-150",
    "needs (Burnette)": (
        "basic subsistence needs (food, water, shelter, clothing; County of Durham v. Burnette, 262 N.C. App."
        " 17 (2018)): The Obligor lives with his mother"
    ),
    "arrears": (
        "As of November 20, 2026 the overdue support is $7,139.26, 11.6 months of support, the oldest due on "
        "November 30, 2021"
    ),
    "last year": "In the 12 months before, $7,380.00 fell due and $5,527.35 was paid",
    "on the day (Reynolds)": "Owed on the day of the hearing: $____________________ (to be found by the Court)",
    "records (50-13.9(b1))": "The records are admissible (G.S. 50-13.9(b1))",
    "withholding (50-13.9(d)(6))": "(G.S. 50-13.9(d)(6)): Smith & Sons <Concrete> answered",
    "notice (5A-23(a))": (
        "□ at least five days before the hearing □ later, for good cause: ____________________ (G.S. "
        "5A-23(a))"
    ),
    "critical question": "told the Obligor that ability to pay is the critical question (45 CFR 303.6(c)(4))",
    "counsel (McBride)": (
        "of appointed counsel if the Obligor cannot afford one (G.S. 7A-451; McBride v. McBride, 334 N.C. "
        "124)"
    ),
    "jail (5A-21(b))": "for as long as the civil contempt continues (G.S. 5A-21(b))",
    "release (5A-22(a))": "the Sheriff may release the Obligor without a further order (G.S. 5A-22(a))",
    "no fine, no crime (5A-21(c), (d))": (
        "for the same conduct there is no criminal contempt and no fine (G.S. 5A-21(c), (d))"
    ),
    "third contempt (110-142.2(b))": "On a third or later one the Court shall impose a sanction on licenses",
    "licenses (50-13.12)": "the lesser of five percent of the delinquency or $500.00 (G.S. 50-13.12; 110-142.2(b))",
    "withholding goes on": "Income withholding takes effect immediately (G.S. 110-136.3(a))",
    "signed by a judge": "District Court Judge Presiding",
}


@pytest.mark.parametrize("rule", CONTEMPT_SAYS)
def test_the_order_of_contempt_has_every_finding_and_the_purge(rule: str) -> None:
    assert CONTEMPT_SAYS[rule] in words("order-of-contempt")


@pytest.mark.parametrize(
    "name", ["finding_income", "finding_assets", "finding_needs", "finding_willful", "finding_ability", "finding_purge"]
)
def test_what_only_the_court_can_find_is_a_visible_blank_and_no_gap(name: str) -> None:
    facts: orders.OrderOfContempt = paper("order-of-contempt").sample_facts()
    told = replace(facts.findings, **{name: facts.findings.finding_income.told("Found by nobody but us.")})
    open_ = replace(facts.findings, **{name: facts.findings.finding_income.told(None)})
    with_it, without = (words("order-of-contempt", replace(facts, findings=one)) for one in (told, open_))
    assert "Found by nobody but us." in with_it
    assert without.count(TO_BE_FOUND) == with_it.count(TO_BE_FOUND) + 1
    assert gaps(replace(facts, findings=open_)) == ()


def test_an_order_of_contempt_is_incomplete_without_a_purge_and_the_state_of_counsel(county: Database) -> None:
    found = {ask.name for ask in gaps(gathered("OrderOfContempt", of_case(county, JAILED))) if ask.entry}
    assert found == {"counsel_status", "prior_contempts", "purge_amount"}


def test_nothing_owed_is_no_ground_for_contempt(county: Database) -> None:
    with pytest.raises(NothingOwed, match="Nothing is overdue in case 7000070740 on November 20, 2026"):
        gathered("OrderOfContempt", of_case(county, PAID_AHEAD))


@pytest.mark.parametrize("facts", ["OrderOfContempt", "OrderModifyingSupport"])
def test_without_an_order_there_is_nothing_to_enforce_or_to_modify(county: Database, facts: str) -> None:
    with pytest.raises(NoOrder, match="Case 7000074144 has no support order on file"):
        gathered(facts, of_case(county, NO_ORDER))


EVERY_ORDER_OF_SUPPORT_SAYS = {
    "names and births (50-13.4(h))": (
        "Obligor JORDAN T O'DELL February 14, 1988 Obligee MARÍA JOSÉ NUÑEZ-ABERNETHY July 5, 1990"
    ),
    "docket number (50-13.4(h))": "(G.S. 50-13.4(h); this docket is File No. 19CVD005843-590)",
    "children": "Child CRYSTAL-ANN D NUÑEZ-O'DELL December 25, 2012 Child 李 WEI O'DELL February 29, 2016",
    "monthly, on the first (50-13.4(c))": (
        "shall pay $960.91 each month for the support of the children, due and payable on the first day of "
        "each month, beginning January 1, 2027"
    ),
    "to the unit (50-13.4(d))": (
        "to the North Carolina State Child Support Collection and Disbursement Unit for the benefit of the "
        "children (G.S. 50-13.4(d))"
    ),
    "transfer (50-13.4(e1))": (
        "The clerk shall transfer this case to another jurisdiction in this State if the IV-D agency requests"
        " the transfer on the basis that the obligor, the custodian of the child, and the child do not reside"
        " in the jurisdiction in which this order was issued (G.S. 50-13.4(e1))"
    ),
    "withholding (110-136.3(a))": "Income withholding takes effect immediately (G.S. 110-136.3(a))",
    "residence (110-136.3(a)(1))": (
        "keep the clerk of court or the Agency informed of the Obligor’s current residence and mailing "
        "address"
    ),
    "verification (110-136.3(a)(3))": (
        "cooperate fully with the Agency in the verification of the amount of the Obligor’s disposable income"
    ),
    "custodial party (110-136.3(a)(4))": (
        "The custodial party shall keep the Obligor informed of the custodial party’s disposable income and "
        "of the amount and effective date of any substantial change in it"
    ),
    "payor (110-136.3(a)(5))": (
        "informed of the name and address of any payor of the Obligor’s disposable income and of the amount "
        "and effective date of any substantial change in it"
    ),
    "change of address (50-13.9(c))": (
        "inform the Agency of any change of address or other condition that may affect this order"
    ),
    "insurance (50-13.11(a1))": (
        "shall maintain health insurance for the children while it is available at a reasonable cost"
    ),
    "five percent (50-13.11(a1))": "(G.S. 50-13.11(a1)): for the Obligor $150.00, for the Obligee $125.00.",
    "guidelines (50-13.4(c))": (
        "The presumptive support under the Child Support Guidelines is $960.91 each month. Worksheet A"
    ),
    "incomes": "Gross monthly income: the Obligor $3,000.00, the Obligee $2,500.00",
    "duration (50-13.4(c))": (
        "or at age 20, whichever comes first; if arrears exist then, payments continue in the same total "
        "amount"
    ),
    "vested (50-13.10)": "Each payment vests when it falls due and may not be changed afterwards (G.S. 50-13.10)",
    "job search (50-13.4(b))": "The Obligor shall look for work and report to the Agency as follows",
    "signed by a judge": "District Court Judge Presiding",
}


@pytest.mark.parametrize("name", ["order-establishing-support", "order-modifying-support"])
@pytest.mark.parametrize("rule", EVERY_ORDER_OF_SUPPORT_SAYS)
def test_every_order_of_support_says_what_a_iv_d_order_must(name: str, rule: str) -> None:
    assert EVERY_ORDER_OF_SUPPORT_SAYS[rule] in words(name)


ESTABLISHING_SAYS = {
    "on behalf of (110-130.1(c))": "brings this action on behalf of MARÍA JOSÉ NUÑEZ-ABERNETHY (G.S. 110-130.1(c))",
    "standard of proof (49-14(b))": "Clear, cogent and convincing evidence shows that the Obligor is the parent",
    "genetic test (49-14(d))": (
        "more than three years after the birth of CRYSTAL-ANN D NUÑEZ-O'DELL, 李 WEI O'DELL; where paternity "
        "is contested, a genetic test is needed (G.S. 49-14(d))"
    ),
    "no legitimation (49-14(a))": "This does not legitimate the children (G.S. 49-14(a))",
    "military service": "a declaration about military service is on file (50 U.S.C. 3931)",
    "assistance (110-135)": "Public assistance (G.S. 110-135): Never received.",
    "costs (8-50.1(b1))": "Genetic tests, $______________, are taxed to ____________________ (G.S. 8-50.1(b1))",
}


@pytest.mark.parametrize("rule", ESTABLISHING_SAYS)
def test_the_order_establishing_support_says_how_paternity_stands(rule: str) -> None:
    assert ESTABLISHING_SAYS[rule] in words("order-establishing-support")


def test_where_nothing_is_proposed_about_paternity_the_court_marks_whether_it_is_at_issue() -> None:
    facts: orders.OrderEstablishingSupport = paper("order-establishing-support").sample_facts()
    told = words("order-establishing-support", replace(facts, finding_paternity=facts.finding_paternity.told(None)))
    assert "□ Paternity is not at issue. □ JORDAN T O'DELL is the parent of CRYSTAL-ANN D NUÑEZ-O'DELL and" in told
    assert "AND PATERNITY" not in told


def test_a_deviation_from_the_guidelines_stands_with_its_four_findings() -> None:
    facts: orders.OrderEstablishingSupport = paper("order-establishing-support").sample_facts()
    varied = replace(facts.guidelines, deviation=facts.guidelines.deviation.told("The child needs a nurse."))
    told = words("order-establishing-support", replace(facts, guidelines=varied))
    assert "finds the presumptive amount above, the reasonable needs of the children and the relative ability" in told
    assert "the basis of the amount ordered: The child needs a nurse." in told
    assert "No party asked the Court to vary" not in told


MODIFYING_SAYS = {
    "change (50-13.7(a))": (
        "Changed circumstances since that order (G.S. 50-13.7(a)): The obligor now works full time for Smith "
        "& Sons"
    ),
    "filing and notice (50-13.10(a))": (
        "The motion was filed on November 2, 2026, and notice of it was given to all parties on November 20, "
        "2026"
    ),
    "presumption": (
        "differs from the order by $345.91 a month, 56.2 percent. The order was three years old on August 14,"
        " 2022. A change of circumstances is presumed"
    ),
    "reach (50-13.10(a))": (
        "No payment that fell due before December 1, 2026 may be changed, unless the moving party was "
        "precluded"
    ),
    "vested arrears (50-13.10(a))": (
        "the past due support is $7,139.26. It is vested and is not changed by this order"
    ),
    "old order": (
        "By the order of August 14, 2019, entered by Hon. T. Navarro, in effect from August 1, 2019, the "
        "Obligor must pay $615.00"
    ),
}


@pytest.mark.parametrize("rule", MODIFYING_SAYS)
def test_the_order_modifying_support_says_why_and_from_when(rule: str) -> None:
    assert MODIFYING_SAYS[rule] in words("order-modifying-support")


def test_the_court_finds_the_change_itself_where_none_is_presumed() -> None:
    facts: orders.OrderModifyingSupport = paper("order-modifying-support").sample_facts()
    unpresumed = replace(facts.change, presumed=facts.change.presumed.told(False))
    told = words("order-modifying-support", replace(facts, change=unpresumed))
    assert "No change is presumed under the Child Support Guidelines; the Court finds a substantial change" in told


@pytest.mark.parametrize("case_no", TEN)
def test_the_address_of_a_protected_custodial_parent_stands_in_no_order(county: Database, case_no: str) -> None:
    of = of_case(county, case_no)
    facts: orders.OrderEstablishingSupport = gathered("OrderEstablishingSupport", of)
    told = words("order-establishing-support", facts)
    hidden = bool(of.record.protected_words)
    assert (facts.address == ()) is hidden
    assert ("not stated, because □ an existing order prohibits its disclosure" in told) is hidden
    assert ("the custodial party may do so through the Agency" in told) is hidden
    assert find_leaks(told, protected=of.record.protected_words, birth_dates=True) == ()


def test_the_address_of_another_custodial_parent_is_stated_unless_only_a_registry_told_it(county: Database) -> None:
    found = {case_no: gathered("OrderEstablishingSupport", of_case(county, case_no)).address for case_no in TEN}
    stated = [one for (one,) in (held for held in found.values() if held)]
    known = [one for one in stated if one.residence.value]
    assert known
    assert all(one.residence.disclosure is Disclosure.PARTY for one in known)
    assert any(one.residence.value is None for one in stated), "an address from a registry alone is a gap"


@pytest.mark.parametrize("name", ORDERS)
def test_a_proposed_order_is_made_on_request_for_the_court_and_the_court_may_see_all_of_it(name: str) -> None:
    manifest, facts = paper(name).manifest, paper(name).sample_facts()
    assert (manifest.prepared, manifest.audience) == (ON_REQUEST, Audience.COURT)
    assert [ask.path for ask, fact in asked(facts) if not may_see(Audience.COURT, fact.disclosure)] == []


@pytest.mark.parametrize(
    ("code", "offered"),
    [
        ("HOSC", {"order-of-contempt"}),
        ("HEPS", {"order-establishing-support"}),
        ("HREV", {"order-modifying-support"}),
        ("HRAD", {"order-modifying-support"}),
        ("HRFS", set()),
    ],
)
def test_a_hearing_is_offered_the_orders_that_may_come_of_it(code: str, offered: set[str]) -> None:
    found = papers_for(law_of("nc").hearing_type_or_other(code), DAY, NC)
    assert {one.manifest.kind for one in found} & set(ORDERS) == offered


def test_what_the_agency_wrote_for_the_order_is_gathered_for_the_court(county: Database) -> None:
    of = of_case(
        county, JAILED, purge_amount="500", purge_due_on="12/22/2026", finding_needs="Lives in a shelter; eats there."
    )
    findings = gathered("OrderOfContempt", of).findings
    assert (findings.purge_amount.value, findings.purge_due_on.value) == (Money(50_000), date(2026, 12, 22))
    assert findings.finding_needs.value == "Lives in a shelter; eats there."
    assert findings.finding_needs.disclosure is Disclosure.PARTY
