"""The North Carolina Child Support Guidelines: worksheets A, B and C line by line, by the day of the hearing."""

from law.nc.guideline.comparing import Comparison, OrderInForce, compare
from law.nc.guideline.facts import Inputs, Side
from law.nc.guideline.reading import read_inputs
from law.nc.guideline.results import Worksheet
from law.nc.guideline.telling import comparison_told, inputs_told, worksheet_told
from law.nc.guideline.worksheet import worksheet

__all__ = [
    "Comparison", "Inputs", "OrderInForce", "Side", "Worksheet", "compare", "comparison_told", "inputs_told",
    "read_inputs", "worksheet", "worksheet_told",
]  # fmt: skip
