"""California's statewide uniform guideline for child support, on given net incomes (Fam. Code §§ 4050-4076)."""

from law.ca.guideline.asked import GuidelineInput
from law.ca.guideline.entries import InputRefused
from law.ca.guideline.reading import read_input
from law.ca.guideline.run import Guideline, guideline

__all__ = ["Guideline", "GuidelineInput", "InputRefused", "guideline", "read_input"]
