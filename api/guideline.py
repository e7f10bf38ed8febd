"""What pages and API need of a case to run its guideline: the record, the hearing, what the record holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.visitor import Visitor
from cases.guideline.comparing import Beside, beside
from cases.guideline.facts import Figured, Offered, Run
from cases.guideline.figuring import to_be_checked, why_not_on
from cases.guideline.offering import offered
from cases.guideline.queries import runs_of_case
from cases.money.booking import order_in_force
from cases.notes import day_written
from cases.queries import CaseRecord, case_record
from hearings.facts import SetHearing
from hearings.queries import hearings_of_case
from kernel.money import Money, money
from offices.queries import state_of

TYPED = {"nc": "guideline_support", "ca": "guideline_amount"}
"""The entry under which people write what another program gave."""


@dataclass(frozen=True, slots=True)
class Guideline:
    """A case as its guideline is run: for ``on``, the day of the hearing that comes next unless another was asked.

    ``why_not`` says why no run can be made for that day, empty where one can; ``check`` what is to be done before one
    is relied on. ``runs`` has the newest first.
    """

    state: str
    record: CaseRecord
    hearing: SetHearing | None
    on: date
    offered: Mapping[str, Offered]
    runs: tuple[Run, ...]
    today: date
    why_not: str
    check: str

    @property
    def in_use(self) -> Run | None:
        """The run that papers use."""
        return next((one for one in self.runs if one.withdrawn is None), None)

    @property
    def typed(self) -> Money | None:
        """What somebody wrote down as the guideline amount."""
        return next((money(row.words) for row in self.record.notes if row.name == TYPED[self.state]), None)

    def beside(self, found: Figured) -> Beside | None:
        """A run beside the order in force on its day; None without one. Raises FiledBeforeTheOrder."""
        order = order_in_force(found.on, self.record.orders)
        if order is None:
            return None
        filed = (day_written(row.words) for row in self.record.notes if row.name == "motion_filed_on")
        ordered = self.record.monthly_support(order, found.on)
        return beside(ordered, order.entered_on, found, filed_on=next(filed, None) or self.today)


def guideline_of(db: Session, visitor: Visitor, case_no: str, on: date | None = None) -> Guideline:
    """The case as its guideline is run. Raises NoSuchCase."""
    record = case_record(db, visitor.office_id, case_no)
    state = state_of(db, visitor.office_id).lower()
    hearing = _next(hearings_of_case(db, visitor.office_id, case_no), visitor.today)
    day = on or (hearing.on if hearing else visitor.today)
    why_not, check = why_not_on(state, day), to_be_checked(state, day)
    held = dict(offered(record, state, day))
    if hearing is not None and hearing.on == day and state == "nc":
        held["hearing_on"] = Offered(day.isoformat(), hearing.trace)
    runs = tuple(runs_of_case(db, visitor.office_id, case_no))
    return Guideline(state, record, hearing, day, held, runs, visitor.today, why_not, check)


def _next(hearings: list[SetHearing], today: date) -> SetHearing | None:
    """The hearing that comes next; the last one where none does."""
    coming = [one for one in hearings if one.is_set and one.on >= today]
    return min(coming, key=lambda one: one.on) if coming else max(hearings, key=lambda one: one.on, default=None)
