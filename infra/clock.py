"""The clock, read by the edges only."""

from datetime import UTC, datetime


def now() -> datetime:
    """This instant in UTC."""
    return datetime.now(UTC)
