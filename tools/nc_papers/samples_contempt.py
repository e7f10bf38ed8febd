"""Made-up facts for the contempt sheet: ``python -m tools.nc_papers.samples_contempt``.

The same people and ledger as in the other samples. It adds up: wages of $9,961.00 and $5,443.00; needs of $1,145.00;
funds of $980.00 less $300.00 leave $680.00 for a purge of $600.00. Two questions are open.
"""

from datetime import date
from typing import Any

from tools.nc_papers.samples import FOLDER, HEARING, MONTHS, SUPPORT, TOTAL, YEAR, made, note, of, written
from tools.nc_papers.samples_sheets import in_court, some

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
QUARTERS = ("2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3")
DISPOSABLE, NEEDS = 260_000, (("Rent to his mother", 60_000), ("Food for one", 35_000), ("Power, water and heat", 14_500), ("Clothing", 5_000))
FUNDS = (("Take-home pay of December 4", 64_000, "2026-12-04", "pay stub", "2026-11-18"),
         ("Checking account ending 4471", 34_000, "2026-11-18", "bank statement", "2026-11-18"))
FIRST_NEEDS, PURGE = 30_000, 60_000


def told(value: Any, rule: str = "notes of ability to pay") -> dict[str, Any]:
    return made(rule, value, disclosure="internal")


def findings() -> list[dict[str, Any]]:
    income = [("income", "Smith & Sons <Concrete>: $9,961.00 in the 1st quarter of 2026")]
    rows: list[tuple[str, str, list[tuple[str, str]], str | None]] = [
        ("The order remains in force", "N.C. Gen. Stat. § 5A-21(a)(1)", [("order", "Order of August 14, 2019: $615.00 monthly")], None),
        ("The purpose of the order may still be served by compliance with it", "N.C. Gen. Stat. § 5A-21(a)(2)",
         [("arrears", f"${TOTAL // 100:,}.{TOTAL % 100:02} is overdue on November 20, 2026")], None),
        ("The failure to comply is willful", "N.C. Gen. Stat. § 5A-21(a)(2a)",
         [("the obligor's own words", "“I paid the truck instead” (call of November 18, 2026, agent’s log)")], None),
        ("The obligor was able to comply while the support fell due", "N.C. Gen. Stat. § 5A-21(a)(2a), (3)", income, None),
        ("The obligor is able to comply now, or to take reasonable measures to comply", "N.C. Gen. Stat. § 5A-21(a)(3)",
         [("assets", "CHECKING ACCT ENDING 4471, FIRST CATAWBA BANK: $412.33 of $412.33, no lien or exemption")], None),
        ("The obligor is able to pay the purge on the day for which it is set", "N.C. Gen. Stat. §§ 5A-22(a), 5A-23(e)",
         [("income", "Take-home pay of December 4: $640.00, shown by pay stub on November 18, 2026")], None)]
    return [{"what": told(what), "cite": told(cite), "unverified": told(True), "shown": told(lacks is None), "lacks": told(lacks),
             "evidence": [{"kind": told(kind), "words": told(words)} for kind, words in evidence]} for what, cite, evidence, lacks in rows]


def line(source: str, amounts: tuple[int | None, ...], *, confirmed: bool = True) -> dict[str, Any]:
    return {"source": told(source, "sum of the quarter"), "confirmed": told(confirmed, "45 CFR 303.21")} | {
        name: told(amount, "sum of the quarter") for name, amount in zip(PLACES, amounts, strict=True)}


def of_quarter(month: str) -> str:
    day = date.fromisoformat(month)
    return f"{day.year}Q{(day.month + 2) // 3}"


def quarters() -> dict[str, Any]:
    def summed(name: str) -> tuple[int, ...]:
        return tuple(sum(m[name]["value"] for m in MONTHS if of_quarter(m["month"]["value"]) == each) for each in QUARTERS)

    return {name: told(each, "quarters of the wages") for name, each in zip(PLACES, QUARTERS, strict=True)} | {
        "income": [line("Piedmont Roofing & Gutter, Inc.", (None, None, None, None, None, 544_300), confirmed=False),
                   line("Smith & Sons <Concrete>", (None, None, None, 996_100, None, None))],
        "totals": line("All income", (None, None, None, 996_100, None, 544_300), confirmed=False),
        "ordered": line("Support due", summed("ordered")), "paid": line("Support paid", summed("paid")), "credits": [],
        "average_month": told(181_433, "a third of the newest quarter, rounded down")}


def holding(what: str, value: int, seen: str, note_: str | None, left: int, proof: str | None) -> dict[str, Any]:
    values = {"what": what, "value": value, "seen_on": seen, "note": note_, "looked_at": proof is not None, "reachable": left, "proof": proof}
    return {name: of("ASSETS 4000700011", each, as_of=seen, disclosure="internal") for name, each in values.items()}


def household() -> dict[str, Any]:
    needs = [{"what": note(what), "monthly": note(amount)} for what, amount in NEEDS]
    monthly = sum(amount for _, amount in NEEDS)
    return {"people": note(2), "needs": needs, "monthly": told(monthly, "sum of the needs"), "disposable": note(DISPOSABLE),
            "left_over": told(DISPOSABLE - monthly, "disposable income less basic needs"), "proof": note("screening form of 11/18/2026")}


def purge() -> dict[str, Any]:
    means = sum(one[1] for one in FUNDS) - FIRST_NEEDS
    return {"amount": note(PURGE), "pay_on": note("2026-12-08"), "needs_first": note(FIRST_NEEDS),
            "means": told(means, "funds less basic needs until the day"),
            "funds": [dict(zip(("what", "amount", "available_on", "shown_by", "seen_on"), map(note, one), strict=True)) for one in FUNDS]}


def answers() -> dict[str, Any]:
    words = {
        "screening": "Screened by telephone on 11/18/2026 with the office’s ability-to-pay form; form is in the file.",
        "willfulness": "Paid the truck and not the support from March to May 2026, by his own words.",
        "ability_then": "Worked at Smith & Sons <Concrete> through March 2026; then $600 to $900 a week in cash by his own words.",
        "ability": "Roofing since April 2026 by the wage registry; the employer has not answered yet.",
        "income": "As the record tells it.", "assets": "As the record tells it.", "household": "As the record tells it.",
        "subsistence": "As the record tells it.", "health": None, "work_history": "Concrete work until March 2026, roofing since April 2026.",
        "job_search": None, "prior_contempts": "As the record tells it.",
        "withholding": "Order to withhold sent to Smith & Sons <Concrete> on 9/2/2026; he no longer works there.",
        "counsel_status": "Advised; none yet.", "purge": "$600.00 on December 8, 2026, out of pay and account."}
    return {name: note(each) for name, each in words.items()}


def contempt_sheet() -> dict[str, Any]:
    common = in_court("Contempt sheet: ability to pay", "HOSC", HEARING["purpose"]["value"], "Order to Show Cause")
    open_ = (("Health and disability (County of Durham v. Hodges, 257 N.C. App. 288)", "nothing is written down; 'none found' is an answer"),
             ("Efforts to find work (N.C. Gen. Stat. §§ 50-13.4(b), 110-136.3(a1))", "nothing is written down; 'none found' is an answer"))
    prior = {"found_on": "2024-03-12", "kind": "civil", "purge": "$500.00 by March 14, 2024", "outcome": "paid on March 14, 2024",
             "proof": "order of 3/12/2024"}
    limits = (("North Carolina", "40", DISPOSABLE * 40 // 100, "N.C. Gen. Stat. § 110-136.6(b)"),
              ("Federal", "65", DISPOSABLE * 65 // 100, "15 U.S.C. § 1673(b)(2)(B)"))
    tests = (("Delinquent by support for 1 month, willfully", True, f"${TOTAL // 100:,}.{TOTAL % 100:02} against ${SUPPORT // 100:,}.00",
              "N.C. Gen. Stat. § 50-13.12(b)"),
             ("In arrears for 90 days", True, "for 1816 days", "N.C. Gen. Stat. § 110-142.2(a)"),
             ("Licenses must be revoked with this finding of contempt", False, "this would be the 2nd finding of contempt",
              "N.C. Gen. Stat. § 110-142.2(b)"))
    return common | some("order", "arrears", "licences") | {
        "standing": {"complete": told(False), "supports_contempt": told(False), "open_questions": told(len(open_))},
        "open_questions": [{"what": told(what), "why": told(why)} for what, why in open_], "findings": findings(),
        "year": YEAR, "quarters": [quarters()],
        "holdings": [holding("2016 FORD F-150", 1_450_000, "2026-04-07", "lien of $11,900.00 of Catawba Auto Credit; $2,600.00 exempt under "
                             "N.C. Gen. Stat. § 1C-1601(a)(3)", 0, "title and payoff letter of 11/16/2026"),
                     holding("CHECKING ACCT ENDING 4471, FIRST CATAWBA BANK", 41_233, "2026-10-25", None, 41_233, "bank statement")],
        "households": [household()], "answers": answers(), "priors": [{name: note(each) for name, each in prior.items()}],
        "purges": [purge()],
        "limits": [{"law": note(law), "percent": told(percent), "most": told(most), "cite": told(cite)} for law, percent, most, cite in limits],
        "tests": [{"what": told(what), "met": told(met), "because": told(because), "cite": told(cite)} for what, met, because, cite in tests],
        "to_keep": told(min(50_000, TOTAL * 5 // 100), "the lesser of a part of what is overdue and a fixed amount")}


SAMPLES = {"contempt-sheet": contempt_sheet}

if __name__ == "__main__":
    for name, facts in SAMPLES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts()))
