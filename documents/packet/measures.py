"""Lengths on a page, as the PDF reader gives them."""

from typing import Any


def points(number: Any) -> float:
    """A coordinate or a length in points."""
    return float(number)
