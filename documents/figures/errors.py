"""How a packet that contradicts itself says no."""

from dataclasses import dataclass

from documents.figures.facts import Difference
from kernel.refusals import Refused

SHOWN = 3
DIFFERS = "The packet is not built, because the same figure differs in it"
UNKNOWN = "The packet is not built, because its figures cannot be compared"


@dataclass(eq=False)
class FiguresDiffer(Refused):
    """A packet in which the same figure is not the same everywhere."""

    differences: tuple[Difference, ...]

    def __str__(self) -> str:
        left = len(self.differences) - SHOWN
        more = f" And {left} more." if left > 0 else ""
        told = " ".join(str(one) for one in self.differences[:SHOWN])
        return f"{DIFFERS}: {told}{more}"


@dataclass(eq=False)
class FiguresUnknown(Refused):
    """A paper of which not enough was kept to know its figures."""

    paper: str

    def __str__(self) -> str:
        return f"{UNKNOWN}: nobody can tell what {self.paper} was made from; prepare it again."
