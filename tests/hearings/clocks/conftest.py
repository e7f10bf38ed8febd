"""Two cases of the sample county whose clocks are swept."""

import hearings.clocks.tables
import hearings.court_day.tables  # noqa: F401  their rows belong to every database
from tests.hearings.calendar.conftest import court, either, two_cases

__all__ = ["court", "either", "two_cases"]
