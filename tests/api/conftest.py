"""The desks that the tests of the web work at."""

from tests.desks import desks, kept_desks, made_desks, same_desks

__all__ = ["desks", "kept_desks", "made_desks", "same_desks"]
