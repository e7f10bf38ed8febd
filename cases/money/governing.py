"""Verbs: what changes the law of one account, a judgment of interest and the state that issued the order."""

from datetime import datetime
from decimal import Decimal, InvalidOperation

from sqlalchemy.orm import Session

from cases.ledger.terms import Begins
from cases.money.actions import order_meant
from cases.money.errors import BeforeTheOpening, EntryRefused, InterestByLaw
from cases.money.facts import IssuingTold, JudgmentTold
from cases.money.tables import InterestJudgment, IssuingState
from cases.money.writing import above_nothing, entered, past, words_of
from cases.queries import case_record
from kernel.digest import sha256
from law.money import NoMoneyLawOf, money_law
from law.states import NoLawOf
from offices.facts import Person, Role
from offices.queries import day_of, require_role

HUNDRED = Decimal(100)
FOREIGN = (Begins.NEVER, Begins.NEXT_MONTH, Begins.DUE_DAY)
POSTAL = (
    "AL AK AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA PR RI SC SD TN TX UT VT VA VI WA WV WI WY"
)
"""Whose courts and agencies issue support orders (28 U.S.C. § 1738B(b)), by their postal letters."""


def enter_judgment(db: Session, case_no: str, told: JudgmentTold, *, by: Person, now: datetime) -> InterestJudgment:
    """Enter a judgment that awards interest; one of the same day, file and page is superseded, others go on.

    Interest runs on what was due by the judgment, so that it cannot begin earlier, and what of an opening balance an
    earlier judgment covered is not known. The principal is the support that the judgment names. Raises NotYourRole,
    NoSuchCase, InterestByLaw, BeforeTheOpening, EntryRefused, Confidential or NotLegalText.
    """
    require_role(by, Role.AGENT, Role.ATTORNEY)
    record = case_record(db, by.office_id, case_no)
    past(told.entered_on, day_of(db, by.office_id, now), "the day of the judgment")
    if not record.money.bears_by_judgment(record.state):
        raise InterestByLaw(record.terms().state)
    opening = record.opening()
    if opening and told.entered_on < opening.on:
        raise BeforeTheOpening(opening.on)
    if told.runs_from < told.entered_on:
        raise EntryRefused(
            "interest runs from the day of the judgment or later; what it awards for the time before is an adjustment "
            "of interest"
        )
    rate = _rate(told.percent)
    if not rate:
        raise EntryRefused("a judgment of interest sets a rate above nothing")
    proof = words_of(told.proof, "the file and page of the judgment")
    named = above_nothing(told.principal, "the principal of a judgment") if told.principal is not None else None
    values = {
        "entered_on": told.entered_on, "rate": str(rate), "runs_from": told.runs_from, "proof": proof,
        "principal": named,
    }  # fmt: skip
    key = f"{told.entered_on}|{sha256(proof.encode())[:24]}"
    return entered(db, InterestJudgment, case_no, key, values, by=by, now=now)


def enter_issuing_state(db: Session, case_no: str, told: IssuingTold, *, by: Person, now: datetime) -> IssuingState:
    """Enter which state issued the registered order; what was entered before is superseded.

    Where no rows of that state's law are on file, its rate, from when it runs and the cite have to be told, as the
    issuing state's own statement of arrears swears to them (UIFSA §§ 602, 604).
    Raises NotYourRole, NoSuchCase, NoOrder, NoSuchOrder, EntryRefused, Confidential or NotLegalText.
    """
    require_role(by, Role.ATTORNEY, Role.AGENT)
    record = case_record(db, by.office_id, case_no)
    order = order_meant(record, told.order_key)
    state = told.state.strip().upper()
    if state not in POSTAL.split():
        raise EntryRefused("the issuing state is written with the two letters of a state or territory")
    past(told.registered_on, day_of(db, by.office_id, now), "the day of the registration")
    values = {
        "order_key": order.source_key, "state": state, "registered_on": told.registered_on,
        "proof": words_of(told.proof, "the registration"), "rate": "", "begins": "", "cite": "",
    }  # fmt: skip
    if not _on_file(state):
        values |= _foreign_law(told)
    return entered(db, IssuingState, case_no, "", values, by=by, now=now)


def _foreign_law(told: IssuingTold) -> dict[str, str]:
    begins = told.begins.strip().lower()
    if begins not in FOREIGN:
        raise EntryRefused(
            f"no rows of this state's law are on file; say from when its interest runs: {', '.join(FOREIGN)}"
        )
    rate = _rate(told.percent) if begins != Begins.NEVER else Decimal(0)
    if not rate and begins != Begins.NEVER:
        raise EntryRefused("interest that runs has a rate above nothing")
    return {"rate": str(rate), "begins": begins, "cite": words_of(told.cite, "the cite of its law", longest=200)}


def _rate(percent: str) -> Decimal:
    """A share of the principal out of percent a year with at most four decimals. Raises EntryRefused."""
    written = percent.strip().rstrip("%").strip()
    try:
        told = Decimal(written)
    except InvalidOperation:
        raise EntryRefused("the rate is written as percent a year, such as 8 or 7.5") from None
    if "_" in written or not written.isascii():
        raise EntryRefused("the rate is written as percent a year, such as 8 or 7.5")
    if not told.is_finite() or not 0 <= told <= HUNDRED or told != round(told, 4):
        raise EntryRefused("the rate is between 0 and 100 percent a year, with at most four decimals")
    return (told / HUNDRED).normalize()


def _on_file(state: str) -> bool:
    try:
        money_law(state)
    except (NoLawOf, NoMoneyLawOf):
        return False
    return True
