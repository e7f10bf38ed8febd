"""Days for which nothing is counted."""

from datetime import date

import pytest

from kernel.far_ahead import TooFarAhead, not_too_far


def test_a_day_up_to_ten_years_ahead_is_told_and_the_next_is_refused_with_the_last_one() -> None:
    today = date(2026, 11, 22)
    for day in (date(1950, 1, 1), today, date(2036, 11, 22)):
        assert not_too_far(day, today) == day
    with pytest.raises(TooFarAhead) as refused:
        not_too_far(date(2036, 11, 23), today)
    assert str(refused.value) == (
        "Nothing is counted for a day more than 10 years ahead, after November 22, 2036."
    )


def test_ten_years_after_a_leap_day_is_the_last_of_february() -> None:
    assert not_too_far(date(2038, 2, 28), date(2028, 2, 29)) == date(2038, 2, 28)
    with pytest.raises(TooFarAhead):
        not_too_far(date(2038, 3, 1), date(2028, 2, 29))
