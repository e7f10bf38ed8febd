"""Made-up facts for the sheets of other hearings and the testimony outline: ``python -m tools.nc_papers.samples_sheets``.

The same people and ledger as in the other samples. The worksheet adds up: 2 children, the obligor earns $3,000.00 and
the obligee $2,500.00; the basic obligation on $5,500.00 is $1,445.00; with $400.00 child care and $100.00 insurance
$1,945.00; the obligor's 54.55 percent is $1,060.91, less the insurance $960.91.
"""

from typing import Any

from tools.nc_papers.samples import (
    FOLDER,
    HEARING,
    PAYMENTS,
    SUPPORT,
    made,
    note,
    notice,
    of,
    services,
    sheet,
    written,
)

GUIDELINE = 96_091
IN_COURT = ("office", "caption", "case", "obligor", "obligee", "children", "custody", "military")
MONEY = ("order", "earlier_orders", "arrears", "state_balance", "months")
MEANS = ("jobs", "assets", "licences")


def told(value: Any) -> dict[str, Any]:
    """A note that the court and the parties may see."""
    return note(value) | {"disclosure": "party"}


def counted(value: Any, rule: str) -> dict[str, Any]:
    return made(rule, value, disclosure="party")


def hearing(code: str, purpose: str) -> dict[str, Any]:
    names = {"code": code, "purpose": purpose}
    return HEARING | {name: of("HEARINGS 7000099999 2026-12-08", value) for name, value in names.items()}


def in_court(title: str, code: str, purpose: str, paper: str) -> dict[str, Any]:
    common = {name: sheet()[name] for name in IN_COURT}
    return common | {"title": made("title by hearing type", title), "hearing": hearing(code, purpose),
                     "services": [services(paper)], "notice": [of_motion()]}


def of_motion() -> dict[str, Any]:
    """Ten calendar days from November 20, 2026."""
    rule = "notice of a motion, 10 days"
    days = [("Sat Nov 21", 1), ("Sun Nov 22", 2), ("Mon Nov 23", 3), ("Tue Nov 24", 4), ("Wed Nov 25", 5), ("Thu Nov 26", 6),
            ("Fri Nov 27", 7), ("Sat Nov 28", 8), ("Sun Nov 29", 9), ("Mon Nov 30", 10)]
    reading = {"name": made(rule, "Only days on which the courthouse is closed are holidays"), "earliest_on": made(rule, "2026-11-30"),
               "days": [{"day": made(rule, day), "counts": made(rule, True), "number": made(rule, number), "why": made(rule, None)}
                        for day, number in days]}
    facts = {"rule": "10 calendar days before the hearing", "cite": "G.S. 50-13.5(d)(1); Rule 6(a), 6(e)",
             "earliest_on": "2026-11-30", "last_day_to_serve": "2026-11-25"}
    return notice() | {name: made(rule, value) for name, value in facts.items()} | {"readings": [reading]}


def paternity() -> dict[str, Any]:
    rule = "G.S. 49-14"
    clocks = [{"name": of(f"PARTICIPANTS {number}", name), "three_on": of(f"PARTICIPANTS {number}", three, disclosure="party"),
               "needs_genetic_test": made(rule, True), "before_eighteen": made(rule, True)}
              for number, name, three in (("4000700033", "CRYSTAL-ANN D NUÑEZ-O'DELL", "2015-12-25"),
                                          ("4000700044", "李 WEI O'DELL", "2019-02-28"))]
    return {"children": clocks, "complaint_filed_on": note("2026-10-30"), "paternity_basis": note(
        "Genetic test of both children; no affidavit of parentage was signed."),
        "birth_certificate": note("Certified copies of both are attached to the complaint; no father is named."),
        "parentage_affidavit": note("None."), "marriage": note("The parents never married."),
        "genetic_test": note("Catawba DNA Laboratory, 11/12/2026: 99.98 percent for each child; all three were tested."),
        "genetic_objection": note(None), "venue": note("Mother and children live in Mecklenburg County; the obligor was served here."),
        "answer": note("Answer filed 11/18/2026; paternity is denied.")}


def guidelines() -> dict[str, Any]:
    rule = "five percent of gross monthly income (G.S. 50-13.11(a1))"
    facts: dict[str, Any] = {
        "obligor_income": told(300_000), "obligee_income": told(250_000),
        "income_sources": told("Pay stubs of Smith & Sons <Concrete> for 10/1 to 10/31/2026 and 2025 return; obligee’s pay stubs of the "
                               "same month."),
        "other_children": told("None recorded for either parent."), "childcare": told("$400.00 a month, paid by the obligee."),
        "insurance": told("Obligor’s plan at work; $100.00 a month for the two children."),
        "obligor_insurance_limit": counted(15_000, rule), "obligee_insurance_limit": counted(12_500, rule),
        "overnights": told("More than 242 nights with the obligee."), "extraordinary": told(None),
        "worksheet": told("Worksheet A: primary custody with the obligee; income outside the shaded area."),
        "guideline_support": told(GUIDELINE), "deviation": told(None)}
    return facts


def proposal(on_arrears: int | None) -> dict[str, Any]:
    return {"proposed_support": told(GUIDELINE), "proposed_on_arrears": told(on_arrears), "proposed_from": told("2027-01-01"),
            "retroactive": told(None), "assistance": told("Never received.")}


def change() -> dict[str, Any]:
    rule = "N.C. Child Support Guidelines, Modification"
    facts = {"earliest_on": "2026-12-01", "measured_on": "2026-11-02", "three_years_on": "2022-08-14", "three_years_old": True,
             "difference": GUIDELINE - SUPPORT, "percent": f"{(GUIDELINE - SUPPORT) * 100 // (SUPPORT / 10) / 10:.1f}",
             "fifteen_percent": True, "presumed": True}
    return {name: counted(value, rule) for name, value in facts.items()} | {
        "motion_filed_on": told("2026-11-02"), "motion_notice_on": told("2026-11-20"),
        "changed_circumstances": told("The obligor now works full time for Smith & Sons <Concrete>; child care began in August 2026."),
        "obligor_income_then": told(210_000), "obligee_income_then": told(190_000)}


def compliance() -> dict[str, Any]:
    since = [one for one in PAYMENTS if one["collected_on"]["value"] >= "2026-03-10"]
    rule = "since the last hearing"
    return {"last_hearing_on": note("2026-03-10"), "conditions": note(
        "Pay $640.00 each month: not met since October. Look for work, five contacts a week: met, log in the file. Report any change of "
        "employer, now Smith & Sons <Concrete>: met."),
        "due_since": made(rule, 8 * SUPPORT), "paid_since": made(rule, sum(one["amount"]["value"] for one in since)),
        **{f"{name}_since": made(rule, None) for name in ("direct", "found", "corrected")},
        "payments": since, "purge_history": note("$500.00 set on 3/12/2024, paid 3/14/2024; none since."),
        "job_search": note("Log of 9/1 to 11/13/2026, 52 contacts."), "prior_contempts": note("One: 3/12/2024."),
        "counsel_status": note("Appointed 3/10/2026, released 4/1/2026."), "bond": note(None),
        "next_step": note("Continue for review in February 2027; new withholding notice to the employer.")}


def registration() -> dict[str, Any]:
    rule = "20 days after the notice of registration (G.S. 52C-6-605(b)(2))"
    facts = {"issuing_state": "South Carolina", "issuing_order": "Family Court of York County, 2018-DR-46-0771, August 14, 2019",
             "registration_purpose": "Enforcement only.", "controlling_order": "The only order; it controls (G.S. 52C-2-207(a)).",
             "certified_copies": "Two copies received 10/20/2026, one certified by the clerk; no modification.",
             "sworn_statement": "Certified by the custodian of records of the issuing state as of 10/31/2026.",
             "sworn_arrears": 589_426, "registered_on": "2026-11-02", "registration_notice_on": "2026-11-04",
             "contest": "Request for a hearing received 11/18/2026.",
             "defenses": "Says that he paid in part. The record of Smith & Sons <Concrete> shows no withholding before 2024.",
             "other_law": "Support ends at 18 or graduation; no interest unless reduced to judgment."}
    return {name: note(value) for name, value in facts.items()} | {
        "contest_by": made(rule, "2026-11-24"), "contest_by_mail": made(rule, "2026-11-30"), "time_is_over": made(rule, True)}


def some(*names: str) -> dict[str, Any]:
    return {name: sheet()[name] for name in names}


def establishment_sheet() -> dict[str, Any]:
    return in_court("Establishment fact sheet", "HEPS", "Establish paternity and support", "Summons and complaint") | some(
        "jobs", "recommendation") | {
        "orders": [], "paternity": paternity(), "guidelines": guidelines(), "proposal": proposal(None), "obligee_jobs": [],
        "recommendation": note("Establish paternity of both children; $960.91 a month from January 1, 2027.")}


def modification_sheet() -> dict[str, Any]:
    return in_court("Modification fact sheet", "HRAD", "Review and adjustment of the order", "Motion and notice of hearing") | some(*MONEY, "jobs") | {
        "change": [change()], "guidelines": guidelines(), "proposal": proposal(2_500), "obligee_jobs": [],
        "recommendation": note("Increase to $960.91 a month; keep $25.00 on arrears.")}


def review_sheet() -> dict[str, Any]:
    return in_court("Review fact sheet", "HREV", "Review of the order", "Notice of hearing") | some(*MONEY, *MEANS) | {
        "compliance": compliance(), "recommendation": note("Review again in February 2027.")}


def registration_sheet() -> dict[str, Any]:
    return in_court("Registration fact sheet", "HRFS", "Registration of an order of another state", "Notice of hearing") | some(
        *MONEY, *MEANS) | {"registration": registration(), "recommendation": note("Confirm the registered order and the arrears.")}


def testimony_outline() -> dict[str, Any]:
    kept = [one for one in PAYMENTS if not one["returned"]["value"]]
    rule = "payments on record"
    return in_court("Testimony outline", "HOSC", HEARING["purpose"]["value"], "Order to Show Cause") | some(
        *MONEY, *MEANS, "contempt", "notice") | {
        "witness": note("Child support agent since 2019; trained on the state’s system; has worked this case since 2/12/2024."),
        "payments_on_record": made(rule, len(kept)), "payments_returned": made(rule, len(PAYMENTS) - len(kept)),
        "first_payment_on": made(rule, kept[0]["collected_on"]["value"])}


SAMPLES = {
    "fact-sheet-establishment": establishment_sheet,
    "fact-sheet-modification": modification_sheet,
    "fact-sheet-review": review_sheet,
    "fact-sheet-registration": registration_sheet,
    "testimony-outline": testimony_outline,
}

if __name__ == "__main__":
    for name, facts in SAMPLES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts()))
