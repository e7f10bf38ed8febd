"""Made-up facts for each California paper, with names that break careless templates.

Nobody here is real. The ledger adds up, and each count follows from it.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent.parent / "templates" / "ca"
TRACE: dict[str, Any] = {"source": "CSE", "record": "CASE 200000007099999", "as_of": "2026-11-20",
                         "retrieved_at": "2026-11-20T21:05:00+00:00", "entered_by": None, "verified_by": None, "rule": None,
                         "inputs": []}
AS_OF, SUPPORT, SPOUSAL, OPENING = date(2026, 11, 20), 61_500, 25_000, 123_456
CASE = "200000007099999"
OBLIGOR, OBLIGEE = "JORDAN T O'DELL", "MARÍA JOSÉ NUÑEZ-ABERNETHY"
KIDS = ("CRYSTAL-ANN D NUÑEZ-O'DELL", "李 WEI O'DELL", "MAXIMILIANA-ALEXANDRA BARTHOLOMEW-CALDWELL-REYES O'DELL III")


def of(record: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"value": value, "record": record, **more}


def made(rule: str, value: Any, *inputs: str, disclosure: str = "open") -> dict[str, Any]:
    return {"value": value, "source": "Courtready", "record": "computed", "rule": rule, "inputs": list(inputs),
            "retrieved_at": None, "disclosure": disclosure}


def note(value: Any, disclosure: str = "internal") -> dict[str, Any]:
    if value is None:
        return {"value": None, "source": "case note", "record": "none", "as_of": None, "disclosure": disclosure}
    return {"value": value, "source": "Case note", "record": "note of 11/19/2026", "as_of": "2026-11-19",
            "retrieved_at": "2026-11-19T15:30:00+00:00", "entered_by": "R. Agent", "disclosure": disclosure}


def told(value: Any) -> dict[str, Any]:
    """An entry that was written for a court paper."""
    return note(value, "open")


def setting(value: Any) -> dict[str, Any]:
    return {"value": value, "source": "Office settings", "record": "San Joaquin", "as_of": None, "retrieved_at": None}


def group(record: str, values: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {name: of(record, value, **more) for name, value in values.items()}


OFFICE = {name: setting(value) for name, value in {
    "name": "San Joaquin County Department of Child Support Services", "street": "100 Sample Street, Suite 200",
    "town": "Stockton, CA 95202", "phone": "(209) 555-0100", "attorney": "Frances Ñandú-O’Brien",
    "attorney_title": "Child Support Attorney", "bar_number": "999999", "attorney_email": "attorney@example.org",
    "agent": "Rosalind Agent", "agent_title": "Child Support Officer"}.items()}


CAPTION = {name: setting(value) for name, value in {
    "county": "San Joaquin", "plaintiff": "County of San Joaquin", "plaintiff_label": "Petitioner/Plaintiff",
    "defendant_label": "Respondent/Defendant", "other_parent_label": "Other Parent/Party"}.items()} | {
    "defendant": of("PARTICIPANTS 4000700011", OBLIGOR), "other_parent": of("PARTICIPANTS 4000700022", OBLIGEE),
    "file_number": of("CASE 200000007099999", "STK-FL-2019-0005843")}


HEARING = group("HEARINGS 2026-12-08", {
    "code": "MOD", "purpose": "Modification of support", "on": "2026-12-08", "weekday": "Tuesday", "time": "8:15 a.m.",
    "courthouse": "Stockton Courthouse", "courthouse_address": "180 East Weber Avenue, Stockton, CA 95202", "courtroom": "4A",
    "judge": "Commissioner R. Whitfield"})


ORDER = group("ORDERS STK-FL-2019-0005843 2019-08-14", {
    "ordered_on": "2019-08-14", "kind": "original order", "judge": "Commissioner T. Navarro", "monthly_support": SUPPORT,
    "monthly_on_arrears": 2_500, "monthly_total": SUPPORT + 2_500, "effective_on": "2019-08-01", "ended_on": None,
    "medical_insurance": "obligor"})


FILING = {"office": OFFICE, "caption": CAPTION, "case_number": of(f"CASE {CASE}", CASE), "hearing": HEARING}


def months(first: date, count: int, ordered: int, opening: int) -> list[tuple[date, int, int, int]]:
    """Month, ordered, paid and balance; every fifth month is paid in part, the last two not at all."""
    rows, balance = [], opening
    for place in range(count):
        month = date(first.year + (first.month - 1 + place) // 12, (first.month - 1 + place) % 12 + 1, 1)
        paid = 0 if place >= count - 2 else ordered // 2 + place * 7 if place % 5 == 0 else ordered
        balance += ordered - paid
        rows.append((month, ordered, paid, balance))
    return rows


LEDGER = months(date(2023, 4, 1), 44, SUPPORT, OPENING)
SPOUSAL_LEDGER = months(date(2025, 3, 1), 21, SPOUSAL, 0)
TOTAL = LEDGER[-1][3]
INTEREST = 84_217
INTEREST_RULE = ("Simple interest by the law of CA: 10 percent a year, from the first of the next month, by the day, each day one "
                 "365th of the yearly rate, also in a leap year (Cal. Code Civ. Proc. § 685.010(a); Cal. Fam. Code § 17433.5).")
LEDGER_RULE, CREDIT = "ledger by month", "payments credited under Code Civ. Proc. § 695.221"


def month_rows(rows: list[tuple[date, int, int, int]]) -> list[dict[str, Any]]:
    return [{"month": made(LEDGER_RULE, month.isoformat()), "ordered": made(LEDGER_RULE, ordered),
             "paid": made(LEDGER_RULE, paid), "credited": made(LEDGER_RULE, None), "to_interest": made(LEDGER_RULE, None),
             "balance": made(LEDGER_RULE, balance)} for month, ordered, paid, balance in rows]
ARREARS = {"as_of": made("arrears", AS_OF.isoformat()), "opening_on": of("BALANCES 2023-03-31", "2023-03-31"),
           "opening": of("BALANCES 2023-03-31", OPENING), "charged": made("arrears", 44 * SUPPORT),
           "paid": made("arrears", sum(row[2] for row in LEDGER)), "credits": [], "kinds": [],
           **{name: made("arrears", None) for name in ("credited", "direct", "found", "corrected")},
           "to_interest": made("arrears", None), "total": made("arrears", TOTAL), "interest": made("interest", INTEREST),
           "suspended": made("arrears", None), "interest_rule": made("interest", INTEREST_RULE),
           "months_behind": made("arrears ÷ current support", f"{TOTAL / SUPPORT:.1f}"),
           "days_behind": made("oldest unpaid support", 203), "unpaid_since": made("oldest unpaid support", "2026-05-01"),
           "one_month_behind": made("arrears ÷ current support", True), "ninety_days_behind": made("oldest unpaid support", True),
           "last_payment_on": of("PAYMENTS R0042", "2026-09-05"), "last_payment": of("PAYMENTS R0042", SUPPORT)}


def guideline() -> dict[str, Any]:
    return {"obligor_net": told(400_000), "obligee_net": told(200_000),
            "obligor_filing": told("single, one exemption"), "obligee_filing": told("head of household, three exemptions"),
            "obligor_deductions": told("federal and state tax, FICA, SDI, mandatory union dues of $41 a month"),
            "obligee_deductions": told("federal and state tax, FICA, SDI"), "time_share": told("20 percent"),
            "guideline_amount": told(134_400),
            "guideline_run": told("the state’s Guideline Calculator, tax year 2026, on November 18, 2026")}


def motion() -> dict[str, Any]:
    return FILING | {
        "obligor": CAPTION["defendant"], "obligee": CAPTION["other_parent"], "children": children(),
        "purpose": made("purpose by hearing type", "to modify child support"), "judgment": made("purpose by hearing type", False),
        "pleaded_relief": told("that child support be set at $1,344.00 a month from the first day of the month after this motion is "
                               "filed, and that payment on arrears stay at $25.00 a month."),
        "order": [ORDER], "arrears": ARREARS, "modification": [{
            "pleaded_change": told("the paying parent has worked full time for Smith & Sons <Concrete> since May 2024 and earns about "
                                   "twice what he earned when the order was made."),
            "proposed_support": told(134_400), "guideline_run": guideline()["guideline_run"]}],
        "pleaded_facts": told("On November 2, 2026 the Agency received the employer’s answer to its wage verification. It shows gross "
                              "pay of $5,310 a month for January through October 2026. The children are with the paying parent every "
                              "other weekend.")}


def children() -> list[dict[str, Any]]:
    return [{"name": of(f"PARTICIPANTS 40007000{33 + place}", name)} for place, name in enumerate(KIDS)]


def counts() -> list[dict[str, Any]]:
    """What stays unpaid month by month when each payment goes to its own month; the obligor never paid more."""
    rows = [(month, ordered, paid) for month, ordered, paid, _ in LEDGER if paid < ordered and month >= date(2023, 12, 1)]
    return [count(number, *row) for number, row in enumerate(rows, start=1)]


def count(number: int, month: date, ordered: int, paid: int) -> dict[str, Any]:
    return {"number": made("order of the due days", number), "due_on": made("due on the first of the month", month.isoformat()),
            "ordered": made(CREDIT, ordered), "paid": made(CREDIT, paid), "credited": made(CREDIT, None), "unpaid": made(CREDIT, ordered - paid), "kinds": [],
            "last_day": made("Code Civ. Proc. § 1218.5(b)", month.replace(year=month.year + 3).isoformat())}
KNOWLEDGE = ("he was present in Department 4A with his attorney when the order was pronounced on August 14, 2019, and was served by "
             "mail with a filed copy on August 20, 2019.")
CONTEMPT_HEARING = HEARING | group("HEARINGS 2026-12-08", {"code": "CON", "purpose": "Order to show cause re contempt"})


def contempt() -> dict[str, Any]:
    held = counts()
    return FILING | {"hearing": CONTEMPT_HEARING, "obligor": CAPTION["defendant"], "order": [ORDER],
                     "pleaded_knowledge": told(KNOWLEDGE), "as_of": made("the day of this paper", AS_OF.isoformat()),
                     "counts": held, "total": made("sum over the counts", sum(each["unpaid"]["value"] for each in held))}


def account(kind: str, rows: list[tuple[date, int, int, int]], opening: int, opening_on: str | None) -> dict[str, Any]:
    years = sorted({row[0].year for row in rows})
    by_year = {year: [row for row in rows if row[0].year == year] for year in years}
    return {"kind": made("type of obligation", kind), "opening_on": of("BALANCES 2023-03-31", opening_on),
            "opening": of("BALANCES 2023-03-31", opening), "years": [{
                "year": made(LEDGER_RULE, year), "months": month_rows(held), "ordered": made(LEDGER_RULE, sum(r[1] for r in held)),
                "paid": made(LEDGER_RULE, sum(r[2] for r in held)), "credited": made(LEDGER_RULE, None),
                "to_interest": made(LEDGER_RULE, None), "balance": made(LEDGER_RULE, held[-1][3])}
                for year, held in by_year.items()],
            "ordered": made(LEDGER_RULE, sum(r[1] for r in rows)), "paid": made(LEDGER_RULE, sum(r[2] for r in rows)),
            "credited": made(LEDGER_RULE, None), "to_interest": made(LEDGER_RULE, None),
            "balance": made(LEDGER_RULE, rows[-1][3])}


def statement() -> dict[str, Any]:
    held = [account("Child support", LEDGER, OPENING, "2023-03-31"), account("Spousal support", SPOUSAL_LEDGER, 0, None)]
    return FILING | {"obligor": CAPTION["defendant"], "as_of": made("arrears", AS_OF.isoformat()), "accounts": held,
                     "principal": made("sum over the accounts", sum(each["balance"]["value"] for each in held)),
                     "interest": made("interest", INTEREST), "interest_rule": made("interest", INTEREST_RULE)}


def served(paper: str, person: str, day: str, method: str, left_with: str | None = None) -> dict[str, Any]:
    return group("SERVICE 2026-10-30", {"paper": paper, "person": person, "served_on": day, "method": method,
                                        "left_with": left_with})


def proof() -> dict[str, Any]:
    return FILING | {"served": [
        served("Notice of motion and declaration", OBLIGOR, "2026-10-30", "Personal delivery"),
        served("Notice of motion and declaration", OBLIGEE, "2026-10-28", "First-class mail"),
        served("Income and expense declaration (blank)", OBLIGOR, "2026-10-30", "Left with another person", "adult co-resident")],
        "by_mail": made("service by mail", True), "server": told("Lee Server, Legal Process Clerk of the local child support agency"),
        "mailed_from": told("Stockton, California"),
        "address_verified": told("October 21, 2026, from the Agency’s own records and the postal service")}


def order() -> dict[str, Any]:
    return FILING | {
        "obligor": CAPTION["defendant"], "obligee": CAPTION["other_parent"], "children": children(),
        "appearances": told("Frances Ñandú-O’Brien for the local child support agency; Jordan T O'Dell in person, without counsel; "
                            "María José Nuñez-Abernethy by remote appearance, without counsel."),
        "advisement": told("The parties were advised before the hearing that a commissioner would hear the matter as a temporary "
                           "judge. No party objected."),
        "guideline": guideline(), "ordered_support": told(120_000), "support_begins": told("November 1, 2026"),
        "departure": [{"departure_reasons": told("the parents and the agency agreed to the amount while the paying parent repays a "
                                                 "tax debt; the family receives no public aid."),
                       "best_interests": told("the amount is paid in full each month by income withholding, and the children’s "
                                              "needs are met.")}],
        "arrears": ARREARS, "toward_arrears": told(5_000),
        "health_insurance": told("Jordan T O'Dell shall keep the children on the health plan of Smith & Sons <Concrete>, at $92 a "
                                 "month."),
        "add_ons": told("Each parent pays work-related child care and reasonable uninsured health care costs in proportion to net "
                        "income: 61 percent and 39 percent.")}


def written(facts: dict[str, Any]) -> str:
    """JSON with one leaf on a line, without what equals the common trace."""
    return json.dumps({"trace": TRACE, "facts": _lean(facts)}, ensure_ascii=False, indent=1) + "\n"


def _lean(node: Any) -> Any:
    if isinstance(node, list):
        return [_lean(each) for each in node]
    if isinstance(node, dict) and "value" in node and "record" in node:
        own = {name: value for name, value in node.items() if name == "value" or value != TRACE.get(name, "open")}
        return own["value"] if own.keys() == {"value"} else own
    return {name: _lean(each) for name, each in node.items()} if isinstance(node, dict) else node
