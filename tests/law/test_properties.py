"""What holds of every rule of every state with every manner of service, on days drawn at random."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernel.period import Period, Unit
from law.asking import gives_notice
from law.calendar import ONE_DAY
from law.counting import count_back, count_on, months_on
from law.deadlines import deadline, first_day_allowed, known_methods, last_day_to_act
from law.rule import Answers, Counts, Rule
from law.states import STATES, StateLaw
from tests.law.counted_apart import FIRST, LAST, court_days, safest
from tests.law.every_rule import EVERY, ROWS

NOTICES = [each for each in EVERY if gives_notice(row := each.values[1]) and (row.served_under or row.counts == "back")]
EACH = pytest.mark.parametrize(("law", "rule", "method"), EVERY)
EACH_NOTICE = pytest.mark.parametrize(("law", "rule", "method"), NOTICES)
EACH_STATE = pytest.mark.parametrize("law", STATES.values(), ids=STATES)
SOME = settings(max_examples=15, deadline=None)
MARGIN = timedelta(days=75)
"""Room for the days that methods add, for days left out, and for a last safe day before the first."""
TURNS = [
    date(2024, 2, 28), date(2024, 2, 29), date(2028, 2, 29), date(2026, 3, 8), date(2026, 11, 1), date(2024, 12, 24),
    date(2025, 12, 31), date(2026, 7, 3), date(2026, 11, 26), date(2027, 1, 1), date(2027, 6, 18), date(2027, 12, 31),
]  # fmt: skip
"""Leap days, changes of the clock, year ends and holidays that moved: half of the days are drawn close to one."""


def reach(rule: Rule) -> timedelta:
    """At least as long as the period of a rule."""
    days = {Unit.YEAR: 366, Unit.MONTH: 31, Unit.COURT: 2}.get(rule.length.unit, 1)
    return timedelta(days=rule.length.count * days)


@cache
def events(rule: Rule) -> st.SearchStrategy[date]:
    """Days on which the rule is in force and from which its count ends in years on file."""
    first, last = FIRST + MARGIN, LAST - MARGIN
    if rule.counts == Counts.BACK:
        first += reach(rule)
    elif rule.length.unit in (Unit.YEAR, Unit.MONTH):
        months = rule.length.count * (12 if rule.length.unit is Unit.YEAR else 1)
        first, last = months_on(first, -months), months_on(last, -months)
    else:
        last -= reach(rule)
    first, last = max(first, rule.in_force_from), min(last, rule.in_force_until or last)
    steps = [timedelta(days=step) - back for step in range(-9, 10) for back in (reach(rule), ONE_DAY)]
    close = [turn + step for turn in TURNS for step in steps if first <= turn + step <= last]
    anywhere = st.dates(first, last)
    return st.one_of(anywhere, st.sampled_from(close)) if close else anywhere


def test_no_rule_and_no_manner_of_service_is_passed_over() -> None:
    walked = {(each.values[0].state, each.values[1].id, each.values[2]) for each in EVERY}
    assert walked == {
        (law.state, rule.id, method)
        for law in STATES.values()
        for rule in law.pack().rules
        for method in ("", *known_methods(law, rule))
    }
    assert {law.state for law, _ in ROWS} == set(STATES)
    assert {(each.values[0].state, each.values[1].counts) for each in NOTICES} >= {("NC", "forward"), ("CA", "back")}


@EACH
@SOME
@given(data=st.data())
def test_a_day_is_the_one_that_a_second_way_of_counting_finds(
    law: StateLaw, rule: Rule, method: str, data: st.DataObject
) -> None:
    event = data.draw(events(rule))
    found = deadline(law, rule.id, event, method=method)
    assert found.on == safest(law.state, rule, event, found.extra)


@EACH
@SOME
@given(data=st.data())
def test_a_later_event_never_moves_a_day_earlier(
    law: StateLaw, rule: Rule, method: str, data: st.DataObject
) -> None:
    one, other = sorted(data.draw(st.tuples(events(rule), events(rule))))
    first, second = (deadline(law, rule.id, day, method=method) for day in (one, other))
    assert first.on <= second.on
    assert first.last_safe_day <= second.last_safe_day


@EACH
@SOME
@given(data=st.data())
def test_no_day_is_a_closed_day_unless_its_rule_says_so_and_none_is_less_safe_than_another(
    law: StateLaw, rule: Rule, method: str, data: st.DataObject
) -> None:
    event = data.draw(events(rule))
    found = deadline(law, rule.id, event, method=method)
    court = law.calendar()
    assert court.is_court_day(found.on) or not rule.rolls
    assert found.last_safe_day == event or court.is_court_day(found.last_safe_day)
    days = [reading.on for reading in found.readings]
    assert found.on == (max(days) if found.answers is Answers.FIRST_DAY else min(days))
    assert len(set(days)) == len(days)


@EACH
@SOME
@given(data=st.data())
def test_every_day_on_the_way_is_counted_or_left_out_for_a_reason(
    law: StateLaw, rule: Rule, method: str, data: st.DataObject
) -> None:
    event = data.draw(events(rule))
    found = deadline(law, rule.id, event, method=method)
    if rule.length.unit not in (Unit.CALENDAR, Unit.COURT):
        return
    for reading in found.readings:
        left_out = {day.on: day.why for day in reading.left_out}
        first, last = sorted((event, reading.on))
        way = {first + ONE_DAY * step for step in range((last - first).days + 1)} - {event}
        assert way == {*reading.counted, *left_out, reading.on} - {event}
        assert all(left_out.values())


@EACH_NOTICE
@SOME
@given(data=st.data())
def test_the_first_day_of_a_hearing_and_the_last_day_to_serve_agree(
    law: StateLaw, rule: Rule, method: str, data: st.DataObject
) -> None:
    served = data.draw(events(rule))
    hearing = first_day_allowed(law, rule.id, served, method=method).on
    last = last_day_to_act(law, rule.id, hearing, method=method)
    assert served <= last
    assert first_day_allowed(law, rule.id, last, method=method).on <= hearing
    assert first_day_allowed(law, rule.id, last + ONE_DAY, method=method).on > hearing


@EACH_STATE
@settings(max_examples=150, deadline=None)
@given(data=st.data(), count=st.integers(1, 40), unit=st.sampled_from([Unit.CALENDAR, Unit.COURT]))
def test_a_count_back_from_where_a_count_on_ends_leads_to_where_it_began(
    law: StateLaw, data: st.DataObject, count: int, unit: Unit
) -> None:
    days = court_days(law.state)[60:-60]
    event = data.draw(st.sampled_from(days) if unit is Unit.COURT else st.dates(days[0], days[-1]))
    length, court = (Period(count, unit),), law.calendar()
    on = count_on(event, length, court, why="", rolls=False)
    back = count_back(on.on, length, court, why="")
    assert back.on == event
    assert {*back.counted, on.on} == {*on.counted, event}


@pytest.mark.parametrize(("law", "rule"), [row for row in ROWS if row[1].rolls and "court" not in row[1].period])
def test_a_rule_that_moves_off_closed_days_does_so_within_four_months_and_so_is_tried_above(
    law: StateLaw, rule: Rule
) -> None:
    months = rule.length.count * {Unit.YEAR: 12, Unit.MONTH: 1}.get(rule.length.unit, 0)
    first = max(months_on(date(2025, 9, 1), -months), rule.in_force_from)
    way = -1 if rule.counts == Counts.BACK else 1
    for day in (first + ONE_DAY * step for step in range(120)):
        straight = months_on(day, months) if months else day + timedelta(days=rule.length.count * way)
        if deadline(law, rule.id, day).on != straight:
            return
    pytest.fail("it never does")
