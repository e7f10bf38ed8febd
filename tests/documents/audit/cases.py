"""Cases whose audit breaks careless papers: thirty years, nothing at all, paid ahead, names, every kind of entry."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from cases.money.actions import enter_credit, enter_direct_payment, enter_step, enter_suspension
from cases.money.deciding import decide_adjustment, propose_adjustment
from cases.money.facts import Bucket, CreditTold, DirectPaymentTold, StepTold, SuspensionTold
from kernel.money import Money
from offices.actions import add_staff
from offices.facts import Person, Role
from offices.queries import office_named
from tests.county import NOON, OFFICE, Files, county_of

THIRTY_YEARS, EMPTY, AHEAD, ENTERED, PROTECTED, OFF = (
    "7000070000", "7000070037", "7000070074", "7000070111", "7000072738", "7000070296",
)  # fmt: skip
CASES = (THIRTY_YEARS, EMPTY, AHEAD, ENTERED, PROTECTED, OFF)
OBLIGOR, OBLIGEE = "李 O'BRIEN", "=1+1 & Sons <Smith>, SIOBHÁN"
REASON = "=HYPERLINK(1) the order of June 3 was entered twice"


def county() -> Files:
    """The cases as an extract."""
    files = county_of(*CASES)
    _thirty_years(files)
    for name in ("ORDERS.csv", "BALANCES.csv", "PAYMENTS.csv"):
        files[name] = [row for row in files[name] if row["IVD_CASE_NO"] != EMPTY]
    own = next(row for row in files["PAYMENTS.csv"] if row["IVD_CASE_NO"] == AHEAD and not row["REV_OF"])
    files["PAYMENTS.csv"].append(own | {"RCPT_NO": "R-AHEAD", "AMT": "99,999.00", "ADJ_CD": ""})
    return files


def _thirty_years(files: Files) -> None:
    """Weekly payments of thirty years, one in forty returned, before an order that begins in 1996."""
    for row in files["ORDERS.csv"]:
        if row["IVD_CASE_NO"] == THIRTY_YEARS:
            row |= {"EFF_DT": "12/01/1996", "ORDER_DT": "11/14/1996"}
    files["BALANCES.csv"] = [row for row in files["BALANCES.csv"] if row["IVD_CASE_NO"] != THIRTY_YEARS]
    own = next(row for row in files["PAYMENTS.csv"] if row["IVD_CASE_NO"] == THIRTY_YEARS and not row["REV_OF"])
    files["PAYMENTS.csv"] = [row for row in files["PAYMENTS.csv"] if row["IVD_CASE_NO"] != THIRTY_YEARS]
    for week in range(52 * 30):
        on = f"{date(1996, 12, 6) + timedelta(weeks=week):%m/%d/%Y}"
        paid = own | {"RCPT_NO": f"W{week:05}", "COLL_DT": on, "POST_DT": on, "AMT": "45.00", "ADJ_CD": ""}
        files["PAYMENTS.csv"].append(paid)
        if week % 40 == 39:
            files["PAYMENTS.csv"].append(paid | {"RCPT_NO": f"V{week:05}", "AMT": "-45.00", "REV_OF": f"W{week:05}"})
    for row in files["PARTICIPANTS.csv"]:
        if row["IVD_CASE_NO"] == THIRTY_YEARS and row["PART_TYPE"] in ("NCP", "CP"):
            row["NAME"] = OBLIGOR if row["PART_TYPE"] == "NCP" else OBLIGEE


def staff(db: Session) -> dict[str, Person]:
    """An agent and an attorney."""
    place = office_named(db, OFFICE)
    return {
        role.value: add_staff(
            db,
            place,
            name=f"{role.value.capitalize()} Person",
            email=f"{role.value}@here.example.gov",
            role=role,
            password="a long enough password",
        )
        for role in (Role.AGENT, Role.ATTORNEY)
    }


def enter_everything(db: Session, now: datetime = NOON) -> None:
    """A step, a suspension, a credit found later, a direct payment and an approved adjustment."""
    people = staff(db)
    agent, attorney = people["agent"], people["attorney"]
    case_no = ENTERED
    enter_step(db, case_no, StepTold(date(2026, 3, 1), Money(70_000), "the eldest left", "order"), by=agent, now=now)
    jailed = SuspensionTold("incarceration", date(2025, 11, 1), date(2025, 12, 31), "jail record")
    enter_suspension(db, case_no, jailed, by=agent, now=now)
    credit = CreditTold(date(2026, 1, 10), Money(30_000), "child with obligor", "order of May 4", date(2026, 5, 4))
    enter_credit(db, case_no, credit, by=agent, now=now)
    direct = DirectPaymentTold(date(2026, 4, 9), Money(12_500), "cancelled check", "check 118 of April 9")
    enter_direct_payment(db, case_no, direct, by=agent, now=now)
    made = propose_adjustment(db, case_no, date(2026, 6, 30), Bucket.FAMILY, Money(-4_000), REASON, by=agent, now=now)
    decide_adjustment(db, case_no, made.id, approve=True, by=attorney, now=now)
