"""Wages and work of an obligor as evidence: what a registry alone told is not confirmed (45 CFR 303.21)."""

from collections.abc import Iterator
from datetime import date

from cases.ability.income import Income, IncomeTable, NotAQuarter, by_source_and_quarter, quarter
from cases.tables import Employment
from documents.gather.matter import Matter
from documents.gather.told_by import needs_second_source

PROTECTED = "Employer not told: protected person"


def income(of: Matter) -> IncomeTable:
    """The obligor's wages by source and quarter. Where the obligor is protected no employer is named."""
    return by_source_and_quarter(
        Income(_employer(of, row), quarter(row.quarter), row.wages, confirmed=_confirmed(row))
        for row in _work(of)
        if row.wages is not None and row.quarter and _readable(row.quarter)
    )


def unread_quarters(of: Matter) -> tuple[str, ...]:
    """Employers with wages whose quarter cannot be read, so that they stand in no table."""
    return tuple(
        _employer(of, row)
        for row in _work(of)
        if row.wages is not None and not (row.quarter and _readable(row.quarter))
    )


def employers(of: Matter) -> tuple[str, ...]:
    """Whom the obligor works or worked for, as the record has it."""
    return tuple(dict.fromkeys(_employer(of, row) for row in _work(of)))


def confirmed_work(of: Matter) -> Iterator[tuple[str, date | None, date]]:
    """Employer, first day and day of the check of work that has not ended and that more than a registry tells."""
    for row in _work(of):
        if _confirmed(row) and row.verified_on and (row.ended_on is None or row.ended_on >= of.as_of):
            yield _employer(of, row), row.started_on, row.verified_on


def _work(of: Matter) -> list[Employment]:
    person = of.record.person("obligor")
    return [row for row in of.record.jobs if person and row.mpi_no == person.mpi_no]


def _employer(of: Matter, row: Employment) -> str:
    person = of.record.person("obligor")
    return PROTECTED if person and of.record.protection(person) else row.employer


def _confirmed(row: Employment) -> bool:
    return not needs_second_source(row.told_by) or row.verified_by is not None


def _readable(written: str) -> bool:
    try:
        quarter(written)
    except NotAQuarter:
        return False
    return True
