"""The North Carolina Child Support Guidelines: worksheets A, B and C line by line, by the day of the hearing."""

from law.nc.guideline.reading import read_inputs
from law.nc.guideline.results import Worksheet
from law.nc.guideline.telling import worksheet_told
from law.nc.guideline.worksheet import worksheet

__all__ = ["Worksheet", "read_inputs", "worksheet", "worksheet_told"]
