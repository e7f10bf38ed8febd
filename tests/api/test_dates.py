"""The page of dates and the law in the API: what the rules say, to people and to programs."""

import pytest

from tests.desks import Desks

CONTEMPT = {"rule": "nc.notice.civil-contempt", "on": "2026-10-08"}


def test_the_page_of_dates_tells_the_day_both_readings_the_last_safe_day_and_every_day_left_out(
    same_desks: Desks,
) -> None:
    page = same_desks.browser("agent").get("/dates", params=CONTEMPT)
    assert page.status_code == 200
    for words in (
        "no earlier than",
        "Fri, Oct 16, 2026",
        "Thu, Oct 15, 2026",
        "every legal public holiday of G.S. 103-4 is a holiday",
        "Columbus Day",
        "unverified rule",
        "Last safe day",
    ):
        assert words in page.text
