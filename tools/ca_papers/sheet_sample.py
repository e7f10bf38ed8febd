"""Made-up facts for the California fact sheet: a contempt hearing with a protected parent."""

from typing import Any

from tools.ca_papers.samples import (
    ARREARS,
    CAPTION,
    CASE,
    CONTEMPT_HEARING,
    KIDS,
    KNOWLEDGE,
    LEDGER,
    OBLIGEE,
    OBLIGOR,
    OFFICE,
    ORDER,
    TOTAL,
    counts,
    group,
    guideline,
    made,
    month_rows,
    note,
    of,
)

NOTICE_RULE = "16 court days (Code Civ. Proc. § 1005(b))"


def sheet() -> dict[str, Any]:
    """The facts of the sheet."""
    return {
        "title": made("title by hearing type", "Contempt fact sheet"), "office": OFFICE, "caption": CAPTION,
        "case": group(f"CASE {CASE}", {
            "number": CASE, "kind": "never assisted", "status": "open", "process": "enforcement", "opened_on": "2019-02-12",
            "docket_number": "STK-FL-2019-5843", "worker": "SJ118", "family_violence": True}),
        "hearing": CONTEMPT_HEARING, "obligor": obligor(), "obligee": obligee(),
        "children": [child(KIDS[0], "2012-12-25", 13, "2030-12-25", True, 33), child(KIDS[1], "2016-02-29", 10, "2034-03-01", False, 44)],
        "parentage": note("Voluntary declarations of parentage for both children, filed 1/8/2013 and 3/14/2016."),
        "aid_status": note("Never aided."), "custody": [group("PARTICIPANTS 4000700011", {
            "facility": "San Joaquin County Jail", "since": "2026-10-25", "released_on": None})],
        "military": {"checked_on": of("PARTICIPANTS 4000700011", "2026-06-26"), "days_old": made("age of the military check", 165),
                     "stale": made("age of the military check", True), "result": note(None)},
        "order": [ORDER], "earlier_orders": [], "arrears": ARREARS, "state_balance": [balance()], "months": month_rows(LEDGER[-12:]),
        "guideline": guideline(), "withholding_status": note("In force since 9/2/2019; Smith & Sons <Concrete> stopped remitting in "
                                                             "September 2026."),
        "earning_capacity": note(None), "services": [served()], "notice": [notice()], "jobs": [
            job("Smith & Sons <Concrete>", "2024-05-27", "1Q2026", 996_100, "The employer", "2026-01-25", "party", False, 1),
            job("Delta Roofing & Gutter, Inc.", "2026-04-26", "3Q2026", 544_300, "New-hire registry (NDNH)", None, "verify", True, 2)],
        "assets": [asset("vehicle", "2016 FORD F-150", 1_450_000, "Department of Motor Vehicles", 1),
                   asset("bank account", "CHECKING ACCT ENDING 4471, FIRST DELTA BANK", 41_233, "Bank data match", 2)],
        "licences": [asset("occupational license", "C-20 HVAC CONTRACTOR LICENSE", None, "Licensing board", 3)],
        "contempt": [screening()], "positions": note("Paying parent: says he was laid off in September. Receiving parent: asks for "
                                                     "enforcement."),
        "recommendation": note("Charge counts 1 to 9; offer a payment plan of $50 a month on arrears; review in February 2027."),
    }


def obligor() -> dict[str, Any]:
    address = "ADDRESSES 4000700011"
    return person("4000700011", OBLIGOR, "male", "1988-02-14", "7955", "English", None) | {"addresses": [
        {"kind": of(address, "home"), "written": of(address, "9651 Pershing Ave, Apt 37, Stockton, CA 95207"),
         "source": of(address, "The obligor"), "verified_on": of(address, "2026-04-04"), "ended_on": of(address, None)}]}


def obligee() -> dict[str, Any]:
    return person("4000700022", OBLIGEE, "female", "1990-07-05", None, "Spanish (interpreter)",
                  "family violence indicator; protective order") | {"addresses": []}


def person(number: str, name: str, sex: str, born: str, ssn: str | None, language: str, why: str | None) -> dict[str, Any]:
    return group(f"PARTICIPANTS {number}", {
        "name": name, "participant_number": number, "sex": sex, "born_on": born, "ssn": ssn, "language": language, "died_on": None,
        "protected": why is not None, "protected_because": why}, disclosure="internal") | {"counsel": note(None), "e_service": note(None)}


def child(name: str, born: str, age: int, eighteen: str, protected: bool, number: int) -> dict[str, Any]:
    record = f"PARTICIPANTS 40007000{number}"
    return {"name": of(record, name), "born_on": of(record, born, disclosure="party"), "age": made("age on the hearing day", age),
            "eighteen_on": made("18th birthday", eighteen), "died_on": of(record, None), "protected": of(record, protected)}


def balance() -> dict[str, Any]:
    return group("BALANCES 2026-11-20", {"as_of": "2026-11-20", "total": TOTAL + 12_500, "family": TOTAL + 12_500, "assigned": 0,
                                         "fees": 2_500}) | {
        "computed": made("arrears", TOTAL), "difference": made("state’s balance − arrears", 12_500),
        "differs": made("state’s balance − arrears", True), "state_is_higher": made("state’s balance − arrears", True)}


def served() -> dict[str, Any]:
    return group("SERVICE 2026-10-30", {
        "paper": "Order to show cause re contempt", "method": "Personal delivery", "issued_on": "2026-10-20", "attempted_on": "2026-10-30",
        "result": "served", "served": True, "served_on": "2026-10-30", "served_upon": "the respondent", "returned_on": None})


def notice() -> dict[str, Any]:
    days = [("Mon Nov 2", 1), ("Tue Nov 3", 2), ("Wed Nov 4", 3), ("Thu Nov 5", 4), ("Fri Nov 6", 5), ("Mon Nov 9", 6),
            ("Tue Nov 10", 7), ("Thu Nov 12", 8), ("Fri Nov 13", 9), ("Mon Nov 16", 10), ("Tue Nov 17", 11), ("Wed Nov 18", 12),
            ("Thu Nov 19", 13), ("Fri Nov 20", 14), ("Mon Nov 23", 15), ("Tue Nov 24", 16)]
    left_out = [("Wed Nov 11", "Veterans Day")]
    rows = [{"day": made(NOTICE_RULE, day), "counts": made(NOTICE_RULE, number is not None), "number": made(NOTICE_RULE, number),
             "why": made(NOTICE_RULE, why)} for day, number, why in
            [*((day, number, None) for day, number in days), *((day, None, why) for day, why in left_out)]]
    return {name: made(NOTICE_RULE, value) for name, value in {
        "rule": "16 court days before the hearing", "cite": "Code Civ. Proc. §§ 12c, 1005(b)", "unverified": True,
        "trigger": "service on October 30, 2026", "trigger_on": "2026-10-30", "earliest_on": "2026-11-24", "met": True,
        "last_day_to_serve": "2026-11-12"}.items()} | {"readings": [
            {"name": made(NOTICE_RULE, "Court days alone are counted"), "earliest_on": made(NOTICE_RULE, "2026-11-24"), "days": rows}]}


def screening() -> dict[str, Any]:
    held = counts()
    return {"counts": held[:-1], "left_out": [{"due_on": held[-1]["due_on"], "unpaid": held[-1]["unpaid"],
                                               "why": made("the obligor’s custody on record", "in custody on the day it fell due")}],
            "too_old": made("Code Civ. Proc. § 1218.5(b)", 2), "pleaded_knowledge": note(KNOWLEDGE),
            "screening": note("Screened by telephone on 10/12/2026 with the office’s ability-to-pay form; form is in the file."),
            "ability": note("Frames houses for cash, “$600 to $900 a week” since August 2026."),
            "subsistence": note("Lives with his mother; pays $300 a month for food and utilities; no rent."), "health": note("None reported."),
            "prior_contempts": note("None."), "counsel_status": note(None)}


def job(employer: str, start: str, quarter: str, wages: int, source: str, verified: str | None, disclosure: str, second: bool,
        number: int) -> dict[str, Any]:
    return group(f"EMPLOYERS 4000700011 ({number})", {
        "employer": employer, "started_on": start, "ended_on": None, "wage_quarter": quarter, "wages": wages, "source": source,
        "verified_on": verified, "needs_second_source": second}, disclosure=disclosure)


def asset(kind: str, description: str, value: int | None, source: str, number: int) -> dict[str, Any]:
    return group(f"ASSETS 4000700011 ({number})", {
        "kind": kind, "description": description, "value": value, "source": source, "as_of": "2026-09-06"}, disclosure="party")
