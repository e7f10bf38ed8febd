"""Which worksheet a custody arrangement calls for, by the overnights of each child."""

from dataclasses import dataclass
from datetime import date

from law.figure import Figure
from law.nc.guideline.facts import Kind, Side
from law.nc.guideline.figures import Figures
from law.nc.guideline.refusals import OvernightsDoNotAddUp


@dataclass(frozen=True, slots=True)
class Nights:
    """One child's overnights in a year; those left over are with a third party."""

    plaintiff: int
    defendant: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The worksheet, why, and the figures that decided. ``for_the_attorney`` where the overnights fit none."""

    kind: Kind
    why: str
    figures: tuple[Figure, ...]
    for_the_attorney: bool = False


def worksheet_for(children: tuple[Nights, ...], on: date) -> Choice:
    """The worksheet for children with these overnights; each parent of a shared child is taken to bear its costs.

    Raises OvernightsDoNotAddUp for a child with more overnights than a year has.
    """
    figures = Figures(on)
    year, primary, shared = figures["overnights-a-year"], figures["primary-overnights"], figures["shared-overnights"]
    for child in children:
        if child.plaintiff + child.defendant > year.count:
            raise OvernightsDoNotAddUp(child.plaintiff + child.defendant, 1, year.count, year.cite)
    used = (primary, shared)
    if any(min(child.plaintiff, child.defendant) >= shared.count for child in children):
        return Choice(Kind.B, f"a child has at least {shared.value} overnights with each parent", used)
    homes = [_home(child, primary.count, year.count) for child in children]
    if None in homes:
        return Choice(Kind.A, "a child has its home with nobody by the count of overnights", used, True)
    if {Side.PLAINTIFF, Side.DEFENDANT} <= set(homes):
        return Choice(Kind.C, "each parent has primary custody of at least one child", used)
    return Choice(Kind.A, f"each child has at least {primary.value} overnights in one home", used)


def _home(child: Nights, primary: int, year: int) -> Side | str | None:
    """With whom a child has its home: a parent, a third party, or nobody by the count."""
    if child.plaintiff >= primary:
        return Side.PLAINTIFF
    if child.defendant >= primary:
        return Side.DEFENDANT
    return "a third party" if year - child.plaintiff - child.defendant >= primary else None
