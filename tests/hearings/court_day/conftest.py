"""The small court calendar of two hearings, for a court day."""

import hearings.court_day.tables  # noqa: F401  its rows belong to every database
from tests.hearings.calendar.conftest import court, either, two_cases

__all__ = ["court", "either", "two_cases"]
