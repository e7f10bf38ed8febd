"""Lengths of legal time are written in words, never as a bare number."""

import pytest

from kernel.period import NotAPeriod, Period, Unit, period


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("5 calendar days", Period(5, Unit.CALENDAR)),
        ("16 court days", Period(16, Unit.COURT)),
        ("1 court day", Period(1, Unit.COURT)),
    ],
)
def test_a_period_is_read_and_printed_alike(written: str, length: Period) -> None:
    assert period(written) == length
    assert str(length) == written


@pytest.mark.parametrize(
    "written", ["5", "5 days", "5 business days", "-5 court days", "٥ court days", "5.5 court days", ""]
)
def test_a_length_without_its_kind_of_day_is_refused(written: str) -> None:
    with pytest.raises(NotAPeriod, match="A period is written like '5 court days'"):
        period(written)
