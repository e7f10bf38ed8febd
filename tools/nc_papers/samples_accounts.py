"""Made-up facts for the statement of arrears and the schedule of unpaid months: ``python -m tools.nc_papers.samples_accounts``."""

from datetime import date
from itertools import groupby
from typing import Any

from tools.nc_papers.samples import ARREARS, COMMON, FOLDER, MONTHS, ORDER, made, written

RULE = "ledger by month"
CREDIT = "payments credited to the month's support first, then to the oldest"
SINCE = date(2023, 11, 20)


def statement() -> dict[str, Any]:
    years = [_year(year, list(held)) for year, held in groupby(MONTHS, key=lambda row: row["month"]["value"][:4])]
    account = {"kind": made("type of obligation", "Child support"), "opening_on": ARREARS["opening_on"], "opening": ARREARS["opening"],
               "years": years, "ordered": ARREARS["charged"], "paid": ARREARS["paid"], "credited": made(RULE, None),
               "to_interest": made(RULE, None), "balance": ARREARS["total"]}
    return COMMON | {"orders": [ORDER], "accounts": [account]}


def _year(year: str, months: list[dict[str, Any]]) -> dict[str, Any]:
    return {"year": made("calendar year", int(year)), "months": months, "ordered": made(RULE, sum(m["ordered"]["value"] for m in months)),
            "paid": made(RULE, sum(m["paid"]["value"] for m in months)), "credited": made(RULE, None), "to_interest": made(RULE, None),
            "balance": made(RULE, months[-1]["balance"]["value"])}


def unpaid() -> dict[str, Any]:
    """Each payment went to its own month, because none was larger than its support; a returned one paid nothing."""
    short = [m for m in MONTHS if m["paid"]["value"] < m["ordered"]["value"] and m["month"]["value"] >= SINCE.isoformat()]
    rows = [{"number": made("order of the due days", number), "due_on": made("due on the first of the month", m["month"]["value"]),
             "ordered": made(CREDIT, m["ordered"]["value"]), "paid": made(CREDIT, m["paid"]["value"]),
             "credited": made(CREDIT, None), "unpaid": made(CREDIT, m["ordered"]["value"] - m["paid"]["value"]), "kinds": []} for number, m in enumerate(short, start=1)]
    facts = {name: held for name, held in COMMON.items() if name != "obligee"}
    return facts | {"orders": [ORDER], "years": made("the years that a schedule shows", 3),
                    "since": made("the years that a schedule shows", SINCE.isoformat()), "unpaid_months": rows,
                    "unpaid": made("sum over the months", sum(row["unpaid"]["value"] for row in rows))}


if __name__ == "__main__":
    for name, facts in (("statement-of-arrears", statement()), ("unpaid-months", unpaid())):
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts))
