"""Where a row's values come from."""

from typing import Any, TypeVar

from cases.tables import Sourced
from kernel.disclosure import Disclosure
from kernel.traced import Trace, Traced

T = TypeVar("T")


def trace_of(row: Sourced) -> Trace:
    """The trace of every value in a sourced row."""
    return Trace(
        source=row.source,
        record=row.source_record,
        as_of=row.as_of,
        retrieved_at=row.retrieved_at,
        entered_by=row.entered_by,
        verified_by=row.verified_by,
    )


def traced(row: Sourced, value: T, disclosure: Disclosure = Disclosure.OPEN) -> Traced[T]:
    """A value of a row with the row's trace."""
    return Traced(value, trace_of(row), disclosure)


def nowhere(field: str) -> Traced[Any]:
    """A fact that the record does not hold."""
    return Traced(None, Trace("the record", f"no {field} on file"))
