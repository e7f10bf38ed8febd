"""What the year holds, thrown with dice: which act, in which case, on which day."""

import random
from datetime import date, timedelta

from tools.simulated_year.clocks import file_complaint, settle_debt, start_by_hand
from tools.simulated_year.county import LAST, County
from tools.simulated_year.docket import set_hearing_ahead, storm
from tools.simulated_year.events import Year
from tools.simulated_year.truth import LAW, court_days_before


def planned(county: County, *, hearings: int, filings: int, by_hand: int, storms: int, seed: int) -> Year:
    """A year of so many hearings, filings and clocks started by hand, each in a case of its own, at random days."""
    year = Year(county, random.Random(seed), LAW.calendar())
    span = (LAST - date(2027, 1, 5)).days
    cases = iter(year.dice.sample(county.cases, hearings + filings + 2 * by_hand))
    wanted = (set_hearing_ahead, hearings), (file_complaint, filings), (start_by_hand, by_hand), (settle_debt, by_hand)
    for kind, number in wanted:
        for _ in range(number):
            year.acts[_some_day(year, span)].append(kind(year, next(cases)))
    for _ in range(storms):
        day = year.court_day(_some_day(year, span))
        entered_on = court_days_before(day, year.dice.choice((0, 1, 1, 2)), year.court)
        year.acts[max(entered_on, date(2027, 1, 5))].append(storm(year, day))
    return year


def _some_day(year: Year, span: int) -> date:
    return year.court_day(date(2027, 1, 5) + timedelta(days=year.dice.randrange(span)))
