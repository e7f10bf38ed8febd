"""One figure of a benchmark, and how both sides of it are measured: in turns, in one run, with equal results."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

ROUNDS = 5
Side = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """Our median seconds for a piece of work, and a peer's. ``goal`` is the ratio to reach, ``checked`` what was equal.

    A limit that is not to be passed, such as growth or size, has ``ceiling`` set.
    """

    what: str
    against: str
    ours: float
    theirs: float
    goal: float | None = None
    ceiling: bool = False
    checked: str = ""
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """How many times a peer takes what we take; with ``ceiling``, ours as so many times theirs."""
        return self.ours / self.theirs if self.ceiling else self.theirs / self.ours

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        return self.ratio <= self.goal if self.ceiling else self.ratio >= self.goal

    def row(self) -> tuple[str, str, str, str, str, str, str]:
        """What, ours, against, theirs, ratio, goal, what was checked."""
        sign = "≤" if self.ceiling else "≥"
        goal = "" if self.goal is None else f"{sign} {self.goal:g}{'' if self.met else ' (missed)'}"
        ours, theirs = _written(self.ours, self.unit), _written(self.theirs, self.unit)
        return self.what, ours, self.against, theirs, f"{self.ratio:.1f}", goal, self.checked


def in_turns(sides: Mapping[str, Side], *, rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds of each side. Every round lets each side run once, after one round that does not count."""
    spent: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, work in sides.items():
            started = time.perf_counter()
            work()
            if number:
                spent[name].append(time.perf_counter() - started)
    return {name: statistics.median(taken) for name, taken in spent.items()}


def peak(call: str) -> float:
    """Mebibytes that a process of its own holds at most, for a call such as ``bench.merging._ours_once()``."""
    module = call.partition("(")[0].rpartition(".")[0]
    told = f"import {module}; {call}; print(open('/proc/self/status').read())"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    (held,) = (line.split()[1] for line in done.stdout.splitlines() if line.startswith("VmHWM"))
    return int(held) / 1024


def _written(value: float, unit: str) -> str:
    if unit == "s" and value < 1:
        return f"{value * 1000:.3g} ms"
    return f"{value:,.3g} {unit}" if value < 1000 else f"{value:,.0f} {unit}"
