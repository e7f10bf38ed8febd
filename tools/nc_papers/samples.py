"""Made-up facts for each paper, with names that break careless templates: ``python -m tools.nc_papers.samples``.

Nobody here is real. The ledger adds up: 60 months, 58 payments, 2 of them returned.
"""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent.parent / "templates" / "nc"
TRACE: dict[str, Any] = {"source": "ACTS", "record": "CASES 7000099999", "as_of": "2026-11-20", "retrieved_at": "2026-11-20T21:05:00+00:00",
         "entered_by": None, "verified_by": None, "rule": None, "inputs": []}
AS_OF = date(2026, 11, 20)
SUPPORT = 61_500


def of(record: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"value": value, "record": record, **more}


def made(rule: str, value: Any, *inputs: str, disclosure: str = "open") -> dict[str, Any]:
    return {"value": value, "source": "Courtready", "record": "computed", "rule": rule, "inputs": list(inputs),
            "retrieved_at": None, "disclosure": disclosure}


def note(value: Any) -> dict[str, Any]:
    if value is None:
        return {"value": None, "source": "case note", "record": "none", "as_of": None, "disclosure": "internal"}
    return {"value": value, "source": "Case note", "record": "note of 11/19/2026", "as_of": "2026-11-19",
            "retrieved_at": "2026-11-19T15:30:00+00:00", "entered_by": "R. Agent", "disclosure": "internal"}


def setting(value: Any) -> dict[str, Any]:
    return {"value": value, "source": "Office settings", "record": "Mecklenburg", "as_of": None, "retrieved_at": None}


def party(disclosed: dict[str, Any], record: str, disclosure: str) -> dict[str, Any]:
    return {name: of(record, value, disclosure=disclosure) for name, value in disclosed.items()}


OFFICE = {name: setting(value) for name, value in {
    "name": "Mecklenburg County Child Support Services", "street": "5800 Executive Center Drive, Suite 200",
    "town": "Charlotte, NC 28212", "phone": "(704) 555-0100", "attorney": "Frances Ñandú-O’Brien",
    "attorney_title": "Associate County Attorney", "bar_number": "99999", "attorney_email": "attorney@example.org",
    "agent": "Rosalind Agent", "agent_title": "Child Support Agent"}.items()}
CAPTION = {"county": setting("Mecklenburg"), "plaintiff": of("PARTICIPANTS 4000700022",
           "MECKLENBURG COUNTY o/b/o MARÍA JOSÉ NUÑEZ-ABERNETHY"),
           "defendant": of("PARTICIPANTS 4000700011", "JORDAN T O’DELL".replace("’", "'")),
           "file_number": of("CASES 7000099999", "19CVD005843-590")}
HEARING = {name: of("HEARINGS 7000099999 2026-12-08", value) for name, value in {
    "code": "HOSC", "purpose": "Failure to comply with a court order (order to show cause)", "on": "2026-12-08",
    "weekday": "Tuesday", "time": "9:00 a.m.", "courthouse": "Mecklenburg County Courthouse",
    "courthouse_address": "832 East Fourth Street, Charlotte, NC 28202", "courtroom": "8110",
    "judge": "Hon. R. Whitfield"}.items()}
ORDER = {name: of("ORDERS 19CVD005843-590 2019-08-14", value) for name, value in {
    "ordered_on": "2019-08-14", "kind": "original order", "judge": "Hon. T. Navarro", "monthly_support": SUPPORT,
    "monthly_on_arrears": 2_500, "effective_on": "2019-08-01", "ended_on": None, "medical_insurance": "obligor"}.items()}
ORDER["monthly_total"] = made("current support + payment on arrears", SUPPORT + 2_500)


def ledger() -> tuple[list[dict[str, Any]], list[dict[str, Any]], int, int]:
    """60 months back from November 2026: months, payments, charged, paid."""
    months, payments, balance, paid_in_all = [], [], 123_456, 0
    for place in range(60):
        month = date(2021 + (11 + place) // 12, (11 + place) % 12 + 1, 1)
        paid = 0
        if place < 58:
            amount = SUPPORT if place % 5 else 30_000 + place * 7
            day = month + timedelta(days=2 + place % 11)
            payments.append((day, amount, False))
            paid += amount
            if place in (14, 40):
                payments.append((day + timedelta(days=6), -amount, True))
                paid -= amount
        balance += SUPPORT - paid
        paid_in_all += paid
        months.append({"month": made("ledger by month", month.isoformat()), "ordered": made("ledger by month", SUPPORT),
                       "paid": made("ledger by month", paid), "credited": made("ledger by month", None),
                       "to_interest": made("ledger by month", None), "balance": made("ledger by month", balance)})
    rows = [{"collected_on": of(f"PAYMENTS R{place:04}", day.isoformat()), "amount": of(f"PAYMENTS R{place:04}", amount),
             "returned": of(f"PAYMENTS R{place:04}", back)} for place, (day, amount, back) in enumerate(payments, 1)]
    return months, rows, 60 * SUPPORT, paid_in_all


MONTHS, PAYMENTS, CHARGED, PAID = ledger()
TOTAL = 123_456 + CHARGED - PAID
ARREARS = {"as_of": made("arrears", AS_OF.isoformat()), "opening_on": of("BALANCES 7000099999 2021-11-30", "2021-11-30"),
           "opening": of("BALANCES 7000099999 2021-11-30", 123_456), "charged": made("arrears", CHARGED),
           "paid": made("arrears", PAID), "to_interest": made("arrears", None),
           **{name: made("arrears", None) for name in ("credited", "direct", "found", "corrected")}, "credits": [], "kinds": [],
           "total": made("arrears", TOTAL, "arrears.opening", "arrears.charged", "arrears.paid"),
           "interest": made("interest", None), "suspended": made("arrears", None),
           "interest_rule": made("interest", "No interest runs on this account under the law of NC."),
           "months_behind": made("arrears ÷ current support", f"{TOTAL / SUPPORT:.1f}"),
           "days_behind": made("oldest unpaid support", 1816), "unpaid_since": made("oldest unpaid support", "2021-11-30"),
           "one_month_behind": made("arrears ÷ current support", True), "ninety_days_behind": made("oldest unpaid support", True),
           "last_payment_on": of("PAYMENTS R0058", PAYMENTS[-1]["collected_on"]["value"]),
           "last_payment": of("PAYMENTS R0058", PAYMENTS[-1]["amount"]["value"])}


YEAR = {"ordered": made("last 12 months", 12 * SUPPORT), "paid": made("last 12 months", sum(m["paid"]["value"] for m in MONTHS[-12:]))} | {
    name: made("last 12 months", None) for name in ("credited", "direct", "found", "corrected")}


def sheet() -> dict[str, Any]:
    obligor = party({"name": "JORDAN T O'DELL", "participant_number": "4000700011", "sex": "male", "born_on": "1988-02-14",
                     "ssn": "7955", "language": "English", "died_on": None, "protected": False, "protected_because": None},
                    "PARTICIPANTS 4000700011", "internal")
    obligee = party({"name": "MARÍA JOSÉ NUÑEZ-ABERNETHY", "participant_number": "4000700022", "sex": "female",
                     "born_on": "1990-07-05", "ssn": None, "language": "Spanish (interpreter)", "died_on": None, "protected": True,
                     "protected_because": "family violence indicator; protective order"}, "PARTICIPANTS 4000700022", "internal")
    address = "ADDRESSES 4000700011"
    obligor |= {"counsel": note(None), "e_service": note(None), "addresses": [
        {"kind": of(address, "home"), "written": of(address, "9651 Tuckaseegee Rd, Apt 37, Charlotte, NC 28214"),
         "source": of(address, "obligor"), "verified_on": of(address, "2026-04-04"), "ended_on": of(address, None)},
        {"kind": of(address + " (2)", "mail"), "written": of(address + " (2)", "3178 Statesville Ave, Charlotte, NC 28204",
         disclosure="verify"), "source": of(address + " (2)", "NDNH"), "verified_on": of(address + " (2)", None),
         "ended_on": of(address + " (2)", "2026-04-01")}]}
    obligee |= {"counsel": note(None), "e_service": note(None), "addresses": []}
    return {
        "title": made("title by hearing type", "Contempt fact sheet"), "office": OFFICE, "caption": CAPTION,
        "case": {name: of("CASES 7000099999", value) for name, value in {
            "number": "7000099999", "kind": "never assistance (NPA)", "status": "open", "process": "delinquent",
            "opened_on": "2019-02-12", "docket_number": "19 CVD 5843", "worker": "CS118", "family_violence": True}.items()},
        "hearing": HEARING, "obligor": obligor, "obligee": obligee, "children": [
            child("CRYSTAL-ANN D NUÑEZ-O'DELL", "2012-12-25", 13, "2030-12-25", True, "4000700033"),
            child("李 WEI O'DELL", "2016-02-29", 10, "2034-02-28", False, "4000700044")],
        "custody": [{name: of("PARTICIPANTS 4000700011", value) for name, value in {
            "facility": "Mecklenburg County Detention", "since": "2026-10-25", "released_on": None}.items()}],
        "military": {"checked_on": of("PARTICIPANTS 4000700011", "2026-06-26"), "days_old": made("age of the military check", 165),
                     "stale": made("age of the military check", True), "result": note(None)},
        "order": [ORDER], "earlier_orders": [], "arrears": ARREARS, "state_balance": [{
            "as_of": of("BALANCES 7000099999 2026-11-20", "2026-11-20"), "total": of("BALANCES 7000099999 2026-11-20", TOTAL + 12_500),
            "family": of("BALANCES 7000099999 2026-11-20", TOTAL + 12_500), "assigned": of("BALANCES 7000099999 2026-11-20", 0),
            "fees": of("BALANCES 7000099999 2026-11-20", 2_500), "computed": made("arrears", TOTAL),
            "difference": made("state’s balance − arrears", 12_500), "differs": made("state’s balance − arrears", True),
            "state_is_higher": made("state’s balance − arrears", True)}],
        "months": MONTHS[-12:], "services": [services("Order to Show Cause")], "notice": [notice()], "jobs": [
            job("Smith & Sons <Concrete>", "2024-05-27", None, "1Q2026", 996_100, "employer", "2026-01-25", "party", False, 1),
            job("Piedmont Roofing & Gutter, Inc.", "2026-04-26", None, "3Q2026", 544_300, "NDNH", None, "verify", True, 2)],
        "assets": [asset("vehicle", "2016 FORD F-150", 1_450_000, "DMV", "2026-04-07", 1),
                   asset("bank account", "CHECKING ACCT ENDING 4471, FIRST CATAWBA BANK", 41_233, "FIDM", "2026-10-25", 2)],
        "licences": [asset("driver license", "NC CLASS C DRIVER LICENSE", None, "DMV", "2026-09-06", 3),
                     asset("occupational license", "HVAC CONTRACTOR LICENSE H-3 CLASS I", None, "BOARD", "2026-07-27", 4)],
        "contempt": [{
            "minors": made("children under 18 on the hearing day", 2), "year": YEAR,
            "withholding": note("Order to withhold sent to Smith & Sons <Concrete> on 9/2/2026; employer answered on 9/20/2026 that the "
                                "obligor works as an independent contractor."),
            "screening": note("Screened by telephone on 11/18/2026 with the office’s ability-to-pay form; form is in the file."),
            "ability": note("Told the agent that he frames houses for cash, “$600 to $900 a week” since August 2026."),
            "subsistence": note("Lives with his mother; pays $300 a month for food and utilities; no rent."), "willfulness": note(None),
            "health": note("None reported."), "job_search": note(None), "household": note("Mother, 61; no other children."),
            "prior_contempts": note("One: 3/12/2024, purge $500 paid 3/14/2024."), "counsel_status": note("Advised; none yet."),
            "purge_amount": note(75_000), "purge_evidence": note(None), "alternatives": note(None)}],
        "recommendation": note("Find in contempt; purge $750 by 12/22/2026; referral to employment services; review in February 2027."),
    }


def child(name: str, born: str, age: int, eighteen: str, protected: bool, number: str) -> dict[str, Any]:
    record = f"PARTICIPANTS {number}"
    return {"name": of(record, name), "born_on": of(record, born, disclosure="party"), "age": made("age on the hearing day", age),
            "eighteen_on": made("18th birthday", eighteen), "died_on": of(record, None), "protected": of(record, protected)}


def services(paper: str) -> dict[str, Any]:
    return {name: of("SERVICE 7000099999", value) for name, value in {
        "paper": paper, "method": "sheriff", "issued_on": "2026-11-04", "attempted_on": "2026-11-20", "result": "served",
        "served": True, "served_on": "2026-11-20", "served_upon": "the defendant", "returned_on": None}.items()}


def notice() -> dict[str, Any]:
    rule = "civil contempt notice, 5 court days"
    days = [("Mon Nov 23", 1, None), ("Tue Nov 24", 2, None), ("Wed Nov 25", 3, None), ("Thu Nov 26", None, "Thanksgiving"),
            ("Fri Nov 27", None, "Thanksgiving"), ("Sat Nov 28", None, "Saturday"), ("Sun Nov 29", None, "Sunday"),
            ("Mon Nov 30", 4, None), ("Tue Dec 1", 5, None)]
    readings = [{"name": made(rule, name), "earliest_on": made(rule, "2026-12-01"), "days": [
        {"day": made(rule, day), "counts": made(rule, number is not None), "number": made(rule, number), "why": made(rule, why)}
        for day, number, why in days]} for name in ("Only days on which the courthouse is closed are holidays",
                                                    "Every legal public holiday of G.S. 103-4 is a holiday")]
    return {name: made(rule, value) for name, value in {
        "rule": "5 days before the hearing, Saturdays, Sundays and holidays left out", "cite": "G.S. 5A-23(a); Rule 6(a)",
        "unverified": True, "trigger": "service on November 20, 2026", "trigger_on": "2026-11-20", "earliest_on": "2026-12-01", "met": True,
        "last_day_to_serve": "2026-12-01"}.items()} | {"readings": readings}


def job(employer: str, start: str, end: str | None, quarter: str, wages: int, source: str, verified: str | None,
        disclosure: str, second: bool, number: int) -> dict[str, Any]:
    values = {"employer": employer, "started_on": start, "ended_on": end, "wage_quarter": quarter, "wages": wages,
              "source": source, "verified_on": verified, "needs_second_source": second}
    return {name: of(f"EMPLOYERS 4000700011 ({number})", value, disclosure=disclosure) for name, value in values.items()}


def asset(kind: str, description: str, value: int | None, source: str, as_of: str, number: int) -> dict[str, Any]:
    values = {"kind": kind, "description": description, "value": value, "source": source, "as_of": as_of}
    return {name: of(f"ASSETS 4000700011 ({number})", held, as_of=as_of, disclosure="party") for name, held in values.items()}


COMMON = {"office": OFFICE, "caption": CAPTION, "case_number": of("CASES 7000099999", "7000099999"),
          "obligor": of("PARTICIPANTS 4000700011", "JORDAN T O'DELL"),
          "obligee": of("PARTICIPANTS 4000700022", "MARÍA JOSÉ NUÑEZ-ABERNETHY"), "hearing": HEARING, "arrears": ARREARS}


def motion() -> dict[str, Any]:
    names = ("CRYSTAL-ANN D NUÑEZ-O'DELL", "李 WEI O'DELL", "MAXIMILIANA-ALEXANDRA BARTHOLOMEW-CALDWELL-REYES O'DELL III")
    return COMMON | {"children": [{"name": of(f"PARTICIPANTS 40007000{33 + place}", name)} for place, name in enumerate(names)],
                     "order": ORDER, "withholding": note(
                         "the employer, Smith & Sons <Concrete>, answered that the Obligor works for it as an independent contractor.")
                     | {"disclosure": "open"}}


def history() -> dict[str, Any]:
    return COMMON | {"order": [ORDER], "months": MONTHS, "payments": PAYMENTS}


def written(facts: dict[str, Any]) -> str:
    """JSON with one leaf on a line, without what equals the common trace."""
    lean = json.dumps({"trace": TRACE, "facts": _lean(facts)}, ensure_ascii=False, indent=1)
    return lean + "\n"


def _lean(node: Any) -> Any:
    if isinstance(node, list):
        return [_lean(each) for each in node]
    if isinstance(node, dict) and "value" in node and "record" in node:
        own = {name: value for name, value in node.items() if name == "value" or value != TRACE.get(name, "open")}
        return own["value"] if own.keys() == {"value"} else own
    return {name: _lean(each) for name, each in node.items()} if isinstance(node, dict) else node


if __name__ == "__main__":
    for name, facts in (("fact-sheet", sheet()), ("motion-and-order-to-show-cause", motion()), ("payment-history", history())):
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts))
