"""Cases with every kind of row that can move a balance, straight into the database."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from cases.money.facts import Bucket, Decision
from cases.money.tables import (
    AdjustmentProposal,
    CreditEntry,
    DirectPaymentEntry,
    InterestJudgment,
    IssuingState,
    OrderStep,
    SuspensionEntry,
)
from cases.tables import Case, CaseHeader, Participant, Payment, Sourced, StateBalance, SupportOrder
from kernel.money import ZERO, Money
from offices.actions import add_staff, open_office
from offices.facts import OfficeSettings, Role
from offices.tables import Office

FIRST, LAST = date(2018, 1, 1), date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 17, tzinfo=UTC)
FREQUENCIES = ("monthly", "monthly", "weekly", "biweekly", "semimonthly", "yearly", "now and then")
ISSUING = (("CA", "", "", ""), ("TX", "0.06", "due day", "Tex. Fam. Code § 157.265"))
Row = TypeVar("Row", bound=Sourced)


class RandomCounty:
    """Fills one office with random cases."""

    def __init__(self, db: Session, name: str, *, state: str, day_count: str = "365") -> None:
        self.db, self.chance, self.numbers = db, random.Random(name), count(1)
        self.office = open_office(db, name, state=state, new_settings=OfficeSettings(interest_day_count=day_count))
        people = [
            add_staff(db, self.office, name=f"Person {n}", email=f"p{n}@{name}.example.gov", role=Role.ATTORNEY,
                      password="a long enough password")
            for n in (1, 2)
        ]  # fmt: skip
        self.author, self.decider = people

    def fill(self, cases: int) -> Office:
        """So many cases more."""
        for _ in range(cases):
            self._case(f"7{self.office.id}{next(self.numbers):06}")
        self.db.flush()
        return self.office

    def _case(self, case_no: str) -> None:
        chance = self.chance
        self.db.add(Case(office_id=self.office.id, case_no=case_no))
        self._row(CaseHeader, case_no, case_type="IV-D", status="open", family_violence=False)
        for role in ("obligor", "obligee", "child"):
            jailed, died = self._maybe(0.2), self._maybe(0.1)
            self._row(
                Participant, case_no, mpi_no=f"{case_no}{role[:3]}", role=role, name=role, family_violence=False,
                protective_order=False, died_on=died, incarcerated_on=jailed,
                released_on=jailed + timedelta(days=200) if jailed and chance.random() < 0.5 else None,
            )  # fmt: skip
        orders = [self._order(case_no) for _ in range(chance.randrange(3))]
        for opening in [True] * chance.choice((0, 1, 1)) + [False] * chance.randrange(4):
            arrears, assigned, fees = self._cents(900_000), self._cents(50_000), chance.choice((ZERO, Money(2_500)))
            self._row(
                StateBalance, case_no, on=self._day(), current_support=None, family_arrears=arrears - assigned,
                assigned_arrears=assigned, fees=fees, arrears=arrears, is_opening=opening,
            )  # fmt: skip
        self._payments(case_no)
        for enter in (self._steps, self._suspension, self._credit, self._direct, self._adjustment, self._law):
            for _ in range(chance.choice((0, 0, 1, 2))):
                enter(case_no, orders)

    def _order(self, case_no: str) -> SupportOrder:
        day, ended = self._day(), self._maybe(0.3)
        return self._row(
            SupportOrder, case_no, entered_on=day, kind="support", support=self._cents(90_000),
            frequency=self.chance.choices(FREQUENCIES, (9, 9, 2, 2, 2, 2, 1))[0], toward_arrears=ZERO, effective_on=day,
            ended_on=max(ended, day) if ended else None,
        )  # fmt: skip

    def _payments(self, case_no: str) -> None:
        for number in range(self.chance.randrange(30)):
            day, amount = self._day(), self._cents(60_000)
            receipt = f"R{case_no}{number}"
            self._row(Payment, case_no, receipt_no=receipt, collected_on=day, amount=amount)
            if self.chance.random() < 0.1:
                self._row(
                    Payment, case_no, receipt_no=f"V{receipt}", collected_on=day + timedelta(days=9), amount=-amount,
                    reverses=receipt,
                )  # fmt: skip

    def _steps(self, case_no: str, orders: list[SupportOrder]) -> None:
        for order in orders[:1]:
            on = order.effective_on + timedelta(days=self.chance.randrange(1, 900))
            self._entry(OrderStep, case_no, order_key=order.source_key, on=on, amount=self._cents(50_000), why="of age")

    def _suspension(self, case_no: str, orders: list[SupportOrder]) -> None:
        began = self._day()
        self._entry(
            SuspensionEntry, case_no, cause="incarceration", began_on=began, found_on=self._maybe(0.5),
            ended_on=began + timedelta(days=self.chance.randrange(400)) if self.chance.random() < 0.7 else None,
        )  # fmt: skip

    def _credit(self, case_no: str, orders: list[SupportOrder]) -> None:
        day, amount = self._day(), self._cents(30_000)
        self._entry(CreditEntry, case_no, on=day, amount=amount, why="visit", found_on=self._maybe(0.6))

    def _direct(self, case_no: str, orders: list[SupportOrder]) -> None:
        kind = self.chance.choice(("cancelled check", "admitted by the obligee", "word of mouth"))
        self._entry(
            DirectPaymentEntry, case_no, paid_on=self._day(), amount=self._cents(30_000), proof_kind=kind,
            found_on=self._maybe(0.3),
        )  # fmt: skip

    def _adjustment(self, case_no: str, orders: list[SupportOrder]) -> None:
        approved = self.chance.random() < 0.6
        self._entry(
            AdjustmentProposal, case_no, on=self._day(), bucket=self.chance.choice(tuple(Bucket)).value,
            amount=Money(self.chance.randrange(-20_000, 20_000)), reason="error",
            decision=Decision.APPROVED.value if approved else "", decided_by="Person 2" if approved else "",
            decider_id=self.decider.id if approved else None,
        )  # fmt: skip

    def _law(self, case_no: str, orders: list[SupportOrder]) -> None:
        if self.chance.random() < 0.5:
            day = self._day()
            self._entry(InterestJudgment, case_no, entered_on=day, rate="0.08", runs_from=day)
        for order in orders[:1]:
            state, rate, begins, cite = self.chance.choice(ISSUING)
            self._entry(
                IssuingState, case_no, order_key=order.source_key, state=state, registered_on=self._day(), rate=rate,
                begins=begins, cite=cite,
            )  # fmt: skip

    def _entry(self, table: type[Row], case_no: str, **values: Any) -> Row:
        return self._row(table, case_no, proof="a paper", author_id=self.author.id, **values)

    def _row(self, table: type[Row], case_no: str, **values: Any) -> Row:
        superseded = NOON if self.chance.random() < 0.05 and table is not CaseHeader else None
        row = table(
            office_id=self.office.id, case_no=case_no, source_key=f"{case_no}|{self.chance.random()}", content="c",
            source="test", source_record="row", retrieved_at=NOON, superseded_at=superseded, **values,
        )  # fmt: skip
        self.db.add(row)
        return row

    def _day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange((LAST - FIRST).days))

    def _maybe(self, share: float) -> date | None:
        return self._day() if self.chance.random() < share else None

    def _cents(self, most: int) -> Money:
        return Money(self.chance.randrange(1, most))
