"""Made-up facts for California's contempt sheet: the people, ledger and counts of the other samples. Two questions are open."""

from datetime import date
from typing import Any

from tools.ca_papers.samples import ARREARS, CAPTION, KNOWLEDGE, LEDGER, ORDER, SUPPORT, group, made, note
from tools.ca_papers.sheet_sample import screening, sheet

IN_COURT = ("office", "case", "hearing", "obligor", "obligee", "children", "custody", "military", "services", "notice")
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")
QUARTERS = ("2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3")
WAGES = {"2026Q1": 996_100}
WINDOW = "3 years from the day the payment was due (Cal. Code Civ. Proc. § 1218.5(b))"


def told(value: Any, rule: str = "notes of ability to pay") -> dict[str, Any]:
    return made(rule, value, disclosure="internal")


def of_quarter(day: date) -> str:
    return f"{day.year}Q{(day.month + 2) // 3}"


def counts() -> list[dict[str, Any]]:
    return [each | {"income": told(WAGES.get(of_quarter(date.fromisoformat(each["due_on"]["value"]))), "confirmed wages of the quarter")}
            for each in screening()["counts"]]


def line(source: str, amounts: tuple[int | None, ...], *, confirmed: bool = True) -> dict[str, Any]:
    return {"source": told(source, "sum of the quarter"), "confirmed": told(confirmed, "45 CFR 303.21")} | {
        name: told(amount, "sum of the quarter") for name, amount in zip(PLACES, amounts, strict=True)}


def quarters() -> dict[str, Any]:
    def summed(column: int) -> tuple[int, ...]:
        return tuple(sum(row[column] for row in LEDGER if of_quarter(row[0]) == each) for each in QUARTERS)  # type: ignore[misc]

    return {name: told(each, "quarters of the wages") for name, each in zip(PLACES, QUARTERS, strict=True)} | {
        "income": [line("Delta Roofing & Gutter, Inc.", (None, None, None, None, None, 544_300), confirmed=False),
                   line("Smith & Sons <Concrete>", (None, None, None, 996_100, None, None))],
        "totals": line("All income", (None, None, None, 996_100, None, 544_300), confirmed=False),
        "ordered": line("Support due", summed(1)), "paid": line("Support paid", summed(2)), "credits": [],
        "average_month": told(181_433, "a third of the newest quarter, rounded down")}


def findings() -> list[dict[str, Any]]:
    rows: list[tuple[str, str, list[tuple[str, str]]]] = [
        ("A valid, written and specific order to pay support was made and is in force", "Cal. Code Civ. Proc. § 1209.5",
         [("order", "Order of August 14, 2019: $615.00 monthly")]),
        ("The obligor was present, was served, or otherwise knew of the order", "Cal. Code Civ. Proc. § 1209.5",
         [("testimony", "Minute order of August 14, 2019: present with counsel (court file)")]),
        ("Support was not paid when it fell due, month by month", "Cal. Code Civ. Proc. §§ 1209.5, 1218.5",
         [("payment record", "In the last 12 months $7,380.00 fell due and less was paid")]),
        ("What is known of the ability to pay in the months of the counts and now", "Cal. Code Civ. Proc. § 1209.5; 45 C.F.R. § 303.6(c)(4)",
         [("income", "Smith & Sons <Concrete>: $9,961.00 in the 1st quarter of 2026")])]
    return [{"what": told(what), "cite": told(cite), "unverified": told(True), "shown": told(True), "lacks": told(None),
             "evidence": [{"kind": told(kind), "words": told(words)} for kind, words in evidence]} for what, cite, evidence in rows]


def answers() -> dict[str, Any]:
    words = {
        "pleaded_knowledge": KNOWLEDGE, "screening": screening()["screening"]["value"],
        "ability_then": "Worked at Smith & Sons <Concrete> through March 2026; then $600 to $900 a week in cash by his own words.",
        "ability": "Roofing since April 2026 by the wage registry; the employer has not answered yet.", "income": "As the record tells it.",
        "assets": "As the record tells it.", "subsistence": "Lives with his mother; pays $300 a month for food and utilities. No need-based aid "
        "in any month of the counts.", "health": None, "job_search": None, "prior_contempts": "None.", "counsel_status": "Advised; none yet."}
    return {name: note(each) for name, each in words.items()}


def holding(what: str, value: int, note_: str | None, left: int, proof: str | None) -> dict[str, Any]:
    return group("ASSETS 4000700011", {"what": what, "value": value, "seen_on": "2026-09-06", "note": note_, "looked_at": proof is not None,
                                       "reachable": left, "proof": proof}, disclosure="internal")


def year() -> dict[str, Any]:
    rule = "last 12 months"
    return {"ordered": made(rule, 12 * SUPPORT), "paid": made(rule, sum(row[2] for row in LEDGER[-12:])),
            **{name: made(rule, None) for name in ("credited", "direct", "found", "corrected")}}


def contempt_sheet() -> dict[str, Any]:
    common = {name: value for name, value in sheet().items() if name in IN_COURT}
    held, screened = counts(), screening()
    unanswered = "nothing is written down; 'none found' is an answer"
    open_ = (("Health and disability (Cal. Code Civ. Proc. § 1209.5)", unanswered), ("Efforts to find work (Cal. Code Civ. Proc. § 1209)", unanswered))
    caption = {name: CAPTION[name] for name in ("county", "plaintiff", "defendant", "file_number")}
    return common | {
        "title": made("title by hearing type", "Contempt sheet: counts and ability to pay"), "caption": caption,
        "standing": {"complete": told(False), "prima_facie": told(True), "supports_contempt": told(False), "open_questions": told(len(open_))},
        "open_questions": [{"what": told(what), "why": told(why)} for what, why in open_], "findings": findings(),
        "order": [ORDER], "arrears": ARREARS, "year": year(), "counts": held, "number_of_counts": told(len(held)),
        "total": told(sum(each["unpaid"]["value"] for each in held)), "window": told(f"within {WINDOW}", WINDOW),
        "left_out": screened["left_out"], "too_old": screened["too_old"], "aid_status": note("Never aided; no need-based aid on record."),
        "withholding_status": note("In force since 9/2/2019; Smith & Sons <Concrete> stopped remitting in September 2026 when he left."),
        "quarters": [quarters()], "holdings": [
            holding("2016 FORD F-150", 1_450_000, "lien of $11,900.00 of Delta Auto Credit; $2,600.00 exempt by the note of the agent", 0,
                    "title and payoff letter of 11/16/2026"),
            holding("CHECKING ACCT ENDING 4471, FIRST DELTA BANK", 41_233, None, 0, None)],
        "households": [], "answers": answers(), "priors": [], "limits": [],
        "recommendation": note("Charge the counts of 2026; offer a payment plan of $50 a month on arrears; review in February 2027.")}
