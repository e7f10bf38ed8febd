"""The numbers of the Guidelines as dated rows, chosen by the day of the hearing."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from law.figure import Figure
from law.nc.guideline.facts import Kind
from law.rows import LawRow, in_force, no_overlaps, read_rows

ROWS = Path(__file__).parent / "figures.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(LawRow):
    """The court's form of one worksheet."""

    form: str
    name: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures in force on one day."""

    on: date

    def __getitem__(self, name: str) -> Figure:
        """A figure by the last part of its id, such as ``cap``. Raises NoRuleInForce."""
        return in_force(all_figures(), f"nc.guideline.{name}", self.on)

    def shaded(self, children: int) -> Figure:
        """The last income of the shaded area for a number of children. Raises NoRuleInForce."""
        return self[f"shaded-{children}"]


@cache
def all_figures() -> tuple[Figure, ...]:
    """Every figure, in force or not. Raises BrokenRow."""
    rows = read_rows(ROWS, "figure", Figure)
    no_overlaps(rows, ROWS.name)
    return rows


def form_of(kind: Kind, on: date) -> Form:
    """The form of a worksheet for hearings on a day. Raises NoRuleInForce."""
    return in_force(_forms(), kind.value, on)


@cache
def _forms() -> tuple[Form, ...]:
    rows = read_rows(ROWS, "worksheet", Form)
    no_overlaps(rows, ROWS.name)
    return rows
