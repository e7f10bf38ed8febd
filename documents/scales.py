"""Round marks on the axis of a picture."""

from dataclasses import dataclass

STEPS = (100, 250, 500)
MOST_MARKS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts in cents against height in points, with the amounts that get a line."""

    marks: tuple[int, ...]
    bottom: float
    top: float

    def place(self, cents: int) -> float:
        """The height at which the amount stands."""
        low, high = self.marks[0], self.marks[-1]
        return self.bottom + (self.top - self.bottom) * (cents - low) / (high - low)


def scale(low: int, high: int, *, bottom: float, top: float) -> Scale:
    """A scale from at most ``low`` to at least ``high`` cents, with at most five round marks."""
    step = _step(low, max(high, low + 1))
    first, last = low // step, -(-max(high, low + 1) // step)
    return Scale(tuple(step * place for place in range(first, last + 1)), bottom, top)


def _step(low: int, high: int) -> int:
    tens = 1
    while True:
        for step in STEPS:
            if -(-high // (step * tens)) - low // (step * tens) <= MOST_MARKS:
                return step * tens
        tens *= 10
