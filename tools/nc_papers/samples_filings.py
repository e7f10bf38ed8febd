"""Made-up facts for each filing, with names that break careless templates: ``python -m tools.nc_papers.samples_filings``.

Nobody here is real.
"""

from typing import Any

from tools.nc_papers.samples import (
    ARREARS,
    COMMON,
    FOLDER,
    HEARING,
    MONTHS,
    ORDER,
    PAYMENTS,
    made,
    motion,
    note,
    of,
    services,
    written,
)

BEGINNING = {name: value for name, value in COMMON.items() if name != "arrears"}
CHILDREN = motion()["children"]
NOTHING = note(None) | {"disclosure": "open"}
CUSTODY = [{name: of("PARTICIPANTS 4000700011", value) for name, value in {
    "facility": "Mecklenburg County Detention", "since": "2026-10-25", "released_on": None}.items()}]


def pleaded(words: Any) -> dict[str, Any]:
    return note(words) | {"disclosure": "open"}


def before(code: str, purpose: str) -> dict[str, Any]:
    """The heading of a filing for a hearing of some type."""
    record = "HEARINGS 7000099999 2026-12-08"
    return BEGINNING | {"hearing": HEARING | {"code": of(record, code), "purpose": of(record, purpose)}}


ESTABLISHING = before("HEPS", "Establish paternity and support")
REVIEWING = before("HRAD", "Review and adjustment of the order")


def complaint() -> dict[str, Any]:
    born = zip(CHILDREN, (2012, 2016, 2019), strict=True)
    return ESTABLISHING | {
        "children": [{"name": child["name"], "born_in": child["name"] | {"value": year}} for child, year in born],
        "paternity_at_issue": made("G.S. 49-14", True),
        "pleaded_paternity": pleaded("Defendant and the mother lived together from 2011 to 2020. Defendant signed no affidavit of parentage, has told "
                                     "Smith & Sons <Concrete> that the Children are his, and has not been tested."),
        "obligor_is_minor": made("under 18 on the day of the paper", False),
        "pleaded_venue": pleaded("Defendant resides in Mecklenburg County."), "pleaded_jurisdiction": NOTHING,
        "earlier_orders": [], "pleaded_retroactive": pleaded("from December 1, 2023."),
        "assistance": [{"assistance_paid": pleaded(412_500), "assistance_period": pleaded("January 2025 through November 2025")}],
    }


def summons() -> dict[str, Any]:
    place = "ADDRESSES 4000700011"
    attempt = services("Summons and complaint") | {name: of("SERVICE 7000099999", value) for name, value in {
        "method": "Sheriff", "issued_on": "2026-09-15", "attempted_on": "2026-10-02", "result": "not found", "served": False,
        "served_on": None, "served_upon": None, "returned_on": "2026-10-05"}.items()}
    return ESTABLISHING | {
        "language": of("PARTICIPANTS 4000700011", "English"), "obligor_is_minor": made("under 18 on the day of the paper", False),
        "addresses": [{"kind": of(place, "residence"), "written": of(place, "9651 Tuckaseegee Rd, Apt 37, Charlotte, NC 28214", disclosure="party"),
                       "source": of(place, "The obligor", disclosure="party"), "verified_on": of(place, "2026-04-04"),
                       "ended_on": of(place, None)}],
        "address_withheld": of("PARTICIPANTS 4000700011", False), "custody": CUSTODY, "summonses": [attempt]}


def modify() -> dict[str, Any]:
    return REVIEWING | {
        "children": CHILDREN, "order": ORDER, "order_age": made("full years since the order", 7),
        "pleaded_change": pleaded("the Obligor, who was without work when the Order was entered, has been employed full time since May 2024 by Smith & Sons "
                                  "<Concrete>; the third child was born after the Order; and work-related child care now costs $520.00 a month."),
        "pleaded_relief": pleaded("current support of $742.00 a month under the Guidelines, with health insurance by the Obligor."),
        "guideline_support": pleaded(74_200),
        "difference": made("support under the Guidelines beside the order, in percent of the order", "20.7 percent more")}


def notice() -> dict[str, Any]:
    return REVIEWING | {"children": CHILDREN, "matter_noticed": pleaded("Plaintiff’s Motion to Modify Child Support, filed November 13, 2026."),
                        "under_order": made("an order is on record", True)}


def arrears() -> dict[str, Any]:
    return BEGINNING | {"children": CHILDREN, "orders": [ORDER], "arrears": ARREARS, "custody": CUSTODY, "months": MONTHS,
                        "payments": PAYMENTS}


def diligence() -> dict[str, Any]:
    tries = (("Summons and complaint", "Sheriff", "2026-09-15", "2026-10-02", "not found", "2026-10-05"),
             ("Summons and complaint", "Certified mail", "2026-10-08", "2026-10-12", "refused", "2026-10-19"),
             ("Notice of hearing", "Sheriff", "2026-11-04", "2026-11-16", "moved", None))
    names = ("paper", "method", "issued_on", "attempted_on", "result", "returned_on")
    attempts = [{name: of(f"SERVICE 7000099999 ({place})", value) for name, value in (
        dict(zip(names, tried, strict=True)) | {"served": False, "served_on": None, "served_upon": None}).items()}
        for place, tried in enumerate(tries, 1)]
    return ESTABLISHING | {"attempts": attempts, "tried": made("attempts without service", 3),
                           "first_tried_on": made("first attempt", "2026-10-02"), "last_tried_on": made("last attempt", "2026-11-16")}


def servicemembers() -> dict[str, Any]:
    return ESTABLISHING | {"military": {
        "checked_on": of("PARTICIPANTS 4000700011", "2026-11-16"), "days_old": made("age of the military check", 22),
        "stale": made("age of the military check", False),
        "result": pleaded("the certificate of the Department of Defense shows no active duty on that day or in the 367 days before it. It is attached.")}}


def certificate() -> dict[str, Any]:
    def person(name: str, role: str, record: str, address: str | None, withheld: bool) -> dict[str, Any]:
        return {"name": of(record, name), "role": of(record, role), "counsel": NOTHING, "address": of(record, address, disclosure="party"),
                "address_withheld": of(record, withheld), "e_service": NOTHING}

    return REVIEWING | {
        "served_papers": pleaded("Motion to Modify Child Support, filed November 13, 2026; Notice of Hearing for December 8, 2026."),
        "persons": [person("JORDAN T O'DELL", "Defendant", "PARTICIPANTS 4000700011", "9651 Tuckaseegee Rd, Apt 37, Charlotte, NC 28214", False),
                    person("MARÍA JOSÉ NUÑEZ-ABERNETHY", "Person on whose behalf the action is brought", "PARTICIPANTS 4000700022", None, True)]}


def licenses() -> dict[str, Any]:
    held = ("NC CLASS C DRIVER LICENSE", "HVAC CONTRACTOR LICENSE H-3 CLASS I", "NC HUNTING AND FISHING LICENSE")
    return BEGINNING | {"children": CHILDREN, "order": ORDER, "arrears": ARREARS, "licenses": [
        {"description": of(f"ASSETS 4000700011 ({place})", named)} for place, named in enumerate(held, 3)]}


def continuance() -> dict[str, Any]:
    return BEGINNING | {
        "continuance_cause": pleaded("the order to appear and show cause was returned unserved; the sheriff found that the Defendant had moved."),
        "continued_to": pleaded("Tuesday, January 12, 2027, at 9:00 a.m., Courtroom 8110."),
        "establishing": made("hearing type", False), "paternity_at_issue": made("hearing type", False), "for_contempt": made("hearing type", True),
        "served": made("service of the hearing’s own papers", False), "order": [ORDER]}


def dismissal() -> dict[str, Any]:
    return BEGINNING | {
        "dismissed_claim": pleaded("the Motion for Order to Appear and Show Cause, filed October 30, 2026."),
        "dismissal_reason": pleaded("the Obligor cannot be found for service, and income withholding from Smith & Sons <Concrete> began on November 2, 2026."),
        "seek_again": pleaded("if withholding stops or a payment is missed."), "establishing": made("hearing type", False), "order": [ORDER]}


SAMPLES = {
    "complaint": complaint, "summons-data-sheet": summons, "motion-to-modify": modify, "notice-of-hearing": notice, "affidavit-of-arrears": arrears,
    "diligence-affidavit": diligence, "servicemembers-declaration": servicemembers, "certificate-of-service": certificate,
    "motion-to-revoke-licenses": licenses, "order-of-continuance": continuance, "order-of-dismissal": dismissal,
}

if __name__ == "__main__":
    for name, facts in SAMPLES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "sample.json").write_text(written(facts()))
