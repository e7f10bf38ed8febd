"""Made-up facts for the proposed orders: ``python -m tools.nc_papers.samples_orders``."""

from typing import Any

from tools.nc_papers.samples import COMMON, FOLDER, ORDER, YEAR, child, made, of, services, written
from tools.nc_papers.samples_sheets import change, guidelines, hearing, of_motion, paternity, proposal, told

CHILDREN = [
    child("CRYSTAL-ANN D NUÑEZ-O'DELL", "2012-12-25", 13, "2030-12-25", True, "4000700033"),
    child("李 WEI O'DELL", "2016-02-29", 10, "2034-02-28", False, "4000700044"),
]


def contempt() -> dict[str, Any]:
    return COMMON | {"order": ORDER, "children": CHILDREN, "services": [services("Order to Show Cause")], "findings": {
        "minors": made("children under 18 on the hearing day", 2), "year": YEAR,
        "withholding": told("Smith & Sons <Concrete> answered the order to withhold on September 20, 2026: the Obligor works there as an "
                            "independent contractor."),
        "counsel_status": told("Attorney R. Counsel was appointed on December 1, 2026 and appeared."),
        "finding_income": told("The Obligor has framed houses for cash since August 2026 and earns $600.00 to $900.00 a week."),
        "finding_assets": told("A 2016 Ford F-150, owned free of debt, valued at $14,500.00; a bank account of $412.33."),
        "finding_needs": told("The Obligor lives with his mother, pays no rent, and gives $300.00 a month for food and utilities."),
        "finding_willful": told(None), "finding_ability": told(None), "prior_contempts": told("One, on March 12, 2024, purged two days later."),
        "purge_amount": told(75_000), "purge_due_on": told("2026-12-22"), "finding_purge": told(None)}}


def _of_support(code: str, purpose: str, paper: str, on_arrears: int | None) -> dict[str, Any]:
    kept = {name: value for name, value in COMMON.items() if name != "arrears"}
    return kept | {"hearing": hearing(code, purpose), "children": CHILDREN, "services": [services(paper)], "notice": [of_motion()],
                   "births": {"obligor_born_on": of("PARTICIPANTS 4000700011", "1988-02-14", disclosure="party"),
                              "obligee_born_on": of("PARTICIPANTS 4000700022", "1990-07-05", disclosure="party")},
                   "address": [], "guidelines": guidelines(), "proposal": proposal(on_arrears)}


def establishing() -> dict[str, Any]:
    return _of_support("HEPS", "Establish paternity and support", "Summons and complaint", None) | {
        "paternity": paternity()["children"], "paternity_basis": told("Genetic test of both children."),
        "finding_paternity": told("The Obligor is the father of both children. Genetic marker tests of November 12, 2026 give a probability of "
                                  "99.98 percent for each; no objection was filed.")}


def modifying() -> dict[str, Any]:
    return _of_support("HRAD", "Review and adjustment of the order", "Motion and notice of hearing", 2_500) | {
        "order": ORDER, "change": change(), "finding_change": told(None), "arrears": COMMON["arrears"]}


SAMPLES = {
    "order-of-contempt": contempt,
    "order-establishing-support": establishing,
    "order-modifying-support": modifying,
}

if __name__ == "__main__":
    for name, facts in SAMPLES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts()))
