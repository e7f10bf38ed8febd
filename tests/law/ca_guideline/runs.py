"""Runs of the guideline for tests: a run in one line, and arithmetic as a person writes it, worked out exactly."""

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from law.ca.guideline import Guideline, guideline, read_input

MARCH_2026 = "2026-03-01"


def asked(
    net_a: int, net_b: int, time_a: str = "0.20", children: int = 1, on: str = MARCH_2026, **more: object
) -> dict[str, Any]:
    """What a run is asked, with nets in whole cents. ``time_a`` empty leaves the timeshare to ``more``."""
    time = {"timeshare_a": time_a} if time_a else {}
    nets = {"parent_a": {"net": net_a}, "parent_b": {"net": net_b}}
    return {"period_on": on, "children": children, **nets, **time, **more}


def run(
    net_a: int, net_b: int, time_a: str = "0.20", children: int = 1, on: str = MARCH_2026, **more: object
) -> Guideline:
    """A run with nets in whole cents."""
    return guideline(read_input(asked(net_a, net_b, time_a, children, on, **more)))


def told(net_a: int, net_b: int, time_a: str = "0.20", children: int = 1, on: str = MARCH_2026, **more: object) -> Any:
    """The same in plain values."""
    return run(net_a, net_b, time_a, children, on, **more).as_json()


def reckoned(arithmetic: str) -> Fraction:
    """What ``(1 + .20) x (0.165 + 1000/82857)`` comes to, without rounding."""
    exact = re.sub(r"[0-9]*\.?[0-9]+", lambda found: f"F('{Decimal(found[0])}')", arithmetic.replace(",", ""))
    value = eval(exact.replace("x", "*"), {"__builtins__": {}, "F": Fraction})
    assert isinstance(value, Fraction)
    return value


def rounded(dollars: Fraction) -> int:
    """Exact dollars as whole cents; half a cent rounds up."""
    return floor(dollars * 100 + Fraction(1, 2))


def cents(written: str) -> int:
    """The cents of ``1,436.40``."""
    return int(written.replace(",", "").replace(".", "").replace("-", ""))
