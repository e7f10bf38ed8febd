"""What is owed at the end of a day, by bucket."""

from dataclasses import dataclass
from datetime import date

from kernel.money import Money


@dataclass(frozen=True, slots=True)
class Balance:
    """What is owed at the end of a day.

    ``current`` is the unpaid support of the month of that day, ``family``, ``assigned`` and ``other_state`` what is
    older, ``ahead`` money that waits for support not yet due. Fees stand beside the total, as in the states' own.
    """

    as_of: date
    current: Money
    family: Money
    assigned: Money
    other_state: Money
    interest: Money
    fees: Money
    ahead: Money

    @property
    def support(self) -> Money:
        """Support owed, before interest and fees; negative when it is paid ahead."""
        return self.current + self.family + self.assigned + self.other_state - self.ahead

    @property
    def total(self) -> Money:
        """Support and interest owed; negative when it is paid ahead."""
        return self.support + self.interest

    def cents(self) -> dict[str, int]:
        """The buckets in cents, by name."""
        return {name: getattr(self, name).cents for name in BUCKETS}


BUCKETS = ("current", "family", "assigned", "other_state", "interest", "fees", "ahead")
