"""The desks that the tests of the web work at."""

from tests.desks import desks, desks_on_postgresql, kept_desks, made_desks, same_desks

__all__ = ["desks", "desks_on_postgresql", "kept_desks", "made_desks", "same_desks"]
