"""Additional support: costs shared in proportion to adjusted net incomes, or by halves (Fam. Code §§ 4061-4063)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kernel.money import Money
from law.ca.guideline.asked import AddOn, GuidelineInput, Parent
from law.ca.guideline.exact import HALF, in_cents, in_dollars
from law.ca.guideline.formula import Nets, Support
from law.ca.guideline.rows import AddOnKind, Rows, Split

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Shared:
    """What each parent bears of one cost; together it is the cost to the cent."""

    parent_a: Money
    parent_b: Money

    def of(self, parent: Parent) -> Money:
        """One parent's part."""
        return self.parent_a if parent is Parent.A else self.parent_b


@dataclass(frozen=True, slots=True)
class AddOnShares:
    """One cost, shared both ways; ``used`` is the way that the run goes by."""

    kind: AddOnKind
    amount: Money
    used: Split
    proportional: Shared
    half: Shared

    @property
    def shared(self) -> Shared:
        """The parts by the way that the run goes by."""
        return self.proportional if self.used is Split.PROPORTIONAL else self.half


@dataclass(frozen=True, slots=True)
class AdjustedNets:
    """Net incomes for the sharing of costs: after spousal support, the payer's after child support (§ 4061(c), (d))."""

    nets: Nets
    share_a: Fraction


@dataclass(frozen=True, slots=True)
class WithAddOns:
    """What the payer bears each month: ``base`` support, and the payer's ``shares`` of the costs of the run.

    ``base`` is the guideline amount, or the support that is ordered in its place.
    """

    payer: Parent
    base: Money
    shares: Money

    @property
    def total(self) -> Money:
        """What an order comes to that adds the shares to the monthly support."""
        return self.base + self.shares


def adjusted(asked: GuidelineInput, found: Support) -> AdjustedNets:
    """Incomes in proportion to which costs are shared, none below zero; where neither has any, by halves.

    The statute moves spousal support in the gross incomes; here it is moved in the net incomes that were given.
    """
    nets = dict(found.nets)
    if asked.spousal:
        nets[asked.spousal.paid_by] -= in_dollars(asked.spousal.amount)
        nets[asked.spousal.paid_by.other] += in_dollars(asked.spousal.amount)
    if found.payer:
        nets[found.payer] -= in_dollars(base_support(asked, found))
    nets = {parent: max(ZERO, net) for parent, net in nets.items()}
    together = nets[Parent.A] + nets[Parent.B]
    return AdjustedNets(nets, nets[Parent.A] / together if together else HALF)


def shares(asked: GuidelineInput, found: Support, incomes: AdjustedNets, rows: Rows) -> tuple[AddOnShares, ...]:
    """Every cost of the run with both ways to share it."""
    used = asked.split or Split(rows.split.by)
    first = found.payer or Parent.A
    part = incomes.share_a if first is Parent.A else 1 - incomes.share_a
    return tuple(_shared(one, rows.kinds, used, first, part) for one in asked.add_ons)


def with_add_ons(asked: GuidelineInput, found: Support, add_ons: tuple[AddOnShares, ...]) -> WithAddOns | None:
    """What the payer bears in all; None where nobody pays."""
    if found.payer is None:
        return None
    shares_of_payer = sum((one.shared.of(found.payer) for one in add_ons), Money(0))
    return WithAddOns(found.payer, base_support(asked, found), shares_of_payer)


def base_support(asked: GuidelineInput, found: Support) -> Money:
    """The support before any cost is added: the guideline amount, unless another is ordered."""
    return found.amount if asked.base_support is None else asked.base_support


def _shared(
    one: AddOn, kinds: Mapping[str, AddOnKind], used: Split, first: Parent, part: Fraction
) -> AddOnShares:
    both = (_parts(one.amount, first, part), _parts(one.amount, first, HALF))
    return AddOnShares(kinds[one.kind], one.amount, used, *both)


def _parts(amount: Money, first: Parent, part: Fraction) -> Shared:
    """The payer's part rounded to the cent, the rest to the other."""
    own = in_cents(in_dollars(amount) * part)
    return Shared(own, amount - own) if first is Parent.A else Shared(amount - own, own)
