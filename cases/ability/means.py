"""What a person owns and needs: property less liens and exemptions, and the household's basic needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kernel.money import ZERO, Money, total


@dataclass(frozen=True, slots=True)
class Holding:
    """Property or an account on a day. ``exemption`` says which law keeps ``exempt`` of it from creditors.

    ``looked_at`` is false where nobody has said yet what lien is on it and what of it is exempt.
    """

    what: str
    value: Money
    seen_on: date
    lien: Money = ZERO
    lien_holder: str = ""
    exempt: Money = ZERO
    exemption: str = ""
    looked_at: bool = True

    @property
    def reachable(self) -> Money:
        """What is left after the lien and the exemption, never below nothing; nothing where nobody looked for them."""
        return max(ZERO, self.value - self.lien - self.exempt) if self.looked_at else ZERO

    @property
    def note(self) -> str:
        """The lien and the exemption in words; empty where there are none."""
        lien = f"lien of {self.lien}" + (f" of {self.lien_holder}" if self.lien_holder else "")
        kept = f"{self.exempt} exempt" + (f" under {self.exemption}" if self.exemption else "")
        return "; ".join(words for words, amount in ((lien, self.lien), (kept, self.exempt)) if amount > ZERO)


@dataclass(frozen=True, slots=True)
class Need:
    """A basic need of the household and what it costs a month: food, water, shelter, clothing."""

    what: str
    monthly: Money


@dataclass(frozen=True, slots=True)
class Household:
    """Who lives with the obligor and what all of them need a month."""

    people: int
    needs: tuple[Need, ...]

    @property
    def monthly(self) -> Money:
        """What all needs cost a month."""
        return total(need.monthly for need in self.needs)


def reachable(holdings: Iterable[Holding]) -> Money:
    """What could be reached of all property."""
    return total(holding.reachable for holding in holdings)


def left_over(monthly_income: Money, household: Household) -> Money:
    """What a month leaves after basic needs; negative where it does not cover them."""
    return monthly_income - household.monthly
