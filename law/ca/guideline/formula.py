"""CS = K [HN - (H%)(TN)] (Fam. Code § 4055(a), (b)(1)-(5), (8)). Nothing is rounded before the last step."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kernel.money import Money
from law.ca.guideline.asked import Parent, Timeshare
from law.ca.guideline.exact import HALF, in_cents
from law.ca.guideline.rows import Band, Rows

ZERO = Fraction(0)
Nets = Mapping[Parent, Fraction]


@dataclass(frozen=True, slots=True)
class Support:
    """The steps of the formula in exact dollars; ``one_child`` and ``whole`` are negative where the low earner pays."""

    nets: Nets
    high_earner: Parent
    share: Fraction
    total: Fraction
    band: Band
    fraction: Fraction
    k: Fraction
    one_child: Fraction
    multiplier: Fraction
    whole: Fraction

    @property
    def payer(self) -> Parent | None:
        """Who pays; None where nothing is due."""
        if not self.whole:
            return None
        return self.high_earner if self.whole > 0 else self.high_earner.other

    @property
    def exact(self) -> Fraction:
        """What is due, in dollars."""
        return abs(self.whole)

    @property
    def amount(self) -> Money:
        """What is due, in cents."""
        return in_cents(self.exact)

    def paid_by(self, parent: Parent) -> Fraction:
        """What a parent pays; negative where the parent receives it."""
        return self.whole if parent is self.high_earner else -self.whole


def support(nets: Nets, timeshare: Timeshare, children: int, rows: Rows) -> Support:
    """The support of all children on two net incomes in dollars. Equal earners may change places: it is the same."""
    high = Parent.A if nets[Parent.A] >= nets[Parent.B] else Parent.B
    share = timeshare.of(high)
    total = nets[Parent.A] + nets[Parent.B]
    band = band_of(total, rows)
    fraction = band.fraction(total)
    k = weight(share, rows) * fraction
    one_child = k * (nets[high] - share * total)
    multiplier = rows.multiplier(children).exact
    return Support(nets, high, share, total, band, fraction, k, one_child, multiplier, one_child * multiplier)


def band_of(total: Fraction, rows: Rows) -> Band:
    """The line of the table of K for a total net income, rounded to whole dollars for this choice alone."""
    whole = int(total + HALF)
    return next(row for row in reversed(rows.bands) if row.over <= whole)


def weight(share: Fraction, rows: Rows) -> Fraction:
    """One plus H% up to half of the time, two minus H% above it."""
    return 1 + share if share <= rows.figure("timeshare.half").exact else 2 - share


def of_each_child(one_child: Fraction, children: int, rows: Rows) -> tuple[Money, ...]:
    """The amount of each child, the youngest first; together they are the whole to the cent (§ 4055(b)(8))."""
    sums = [in_cents(one_child * rows.multiplier(count).exact) for count in range(1, children + 1)]
    return tuple(now - before for now, before in zip(sums, [Money(0), *sums], strict=False))
