"""What holds of every rule of every state, on days drawn at random."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernel.period import Unit
from law.asking import gives_notice
from law.calendar import ONE_DAY
from law.deadlines import deadline, first_day_allowed, known_methods, last_day_to_act
from law.rule import Counts, Rule
from law.states import STATES, StateLaw

FIRST, LAST = date(2025, 1, 2), date(2027, 12, 31)
"""Years on file, with room before them and after them for the longest period drawn."""
LONGEST = 400
EACH_STATE = pytest.mark.parametrize("law", STATES.values(), ids=STATES)
MANY = settings(max_examples=250, deadline=None)


def days_of(rule: Rule) -> int:
    """At most so many days."""
    return rule.length.count * {Unit.YEAR: 366, Unit.MONTH: 31, Unit.COURT: 3}.get(rule.length.unit, 1)


def rules(law: StateLaw, *, notices: bool = False) -> st.SearchStrategy[Rule]:
    return st.sampled_from(
        [
            rule
            for rule in law.pack().rules
            if rule.in_force_until is None
            and days_of(rule) <= LONGEST
            and (not notices or (gives_notice(rule) and (rule.served_under or rule.counts == Counts.BACK)))
        ]
    )


def events(rule: Rule) -> st.SearchStrategy[date]:
    return st.dates(max(FIRST, rule.in_force_from), LAST - timedelta(days=30))


def methods(law: StateLaw, rule: Rule) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *known_methods(law, rule)])


@EACH_STATE
@MANY
@given(data=st.data())
def test_a_later_event_never_moves_a_day_earlier(law: StateLaw, data: st.DataObject) -> None:
    rule = data.draw(rules(law))
    method = data.draw(methods(law, rule))
    event = data.draw(events(rule))
    later = event + timedelta(days=data.draw(st.integers(1, 30)))
    first, second = (deadline(law, rule.id, day, method=method) for day in (event, later))
    assert first.on <= second.on
    assert first.last_safe_day <= second.last_safe_day


@EACH_STATE
@MANY
@given(data=st.data())
def test_no_day_is_a_closed_day_unless_its_rule_says_so_or_counts_back(law: StateLaw, data: st.DataObject) -> None:
    rule = data.draw(rules(law))
    event = data.draw(events(rule))
    found = deadline(law, rule.id, event, method=data.draw(methods(law, rule)))
    court = law.calendar()
    assert court.is_court_day(found.on) or not rule.rolls or rule.counts == Counts.BACK
    assert court.is_court_day(found.last_safe_day) or found.last_safe_day == event


@EACH_STATE
@MANY
@given(data=st.data())
def test_every_day_on_the_way_is_counted_or_left_out_for_a_reason(law: StateLaw, data: st.DataObject) -> None:
    rule = data.draw(rules(law).filter(lambda rule: rule.length.unit in (Unit.CALENDAR, Unit.COURT)))
    event = data.draw(events(rule))
    for reading in deadline(law, rule.id, event, method=data.draw(methods(law, rule))).readings:
        told = {*reading.counted, *(day.on for day in reading.left_out)}
        first, last = sorted((event, reading.on))
        way = {first + ONE_DAY * step for step in range((last - first).days + 1)}
        assert way - {event, reading.on} <= told
        assert all(day.why for day in reading.left_out)


@EACH_STATE
@MANY
@given(data=st.data())
def test_the_first_day_of_a_hearing_and_the_last_day_to_serve_agree(law: StateLaw, data: st.DataObject) -> None:
    rule = data.draw(rules(law, notices=True))
    method = data.draw(methods(law, rule))
    served = data.draw(events(rule))
    hearing = first_day_allowed(law, rule.id, served, method=method).on
    last = last_day_to_act(law, rule.id, hearing, method=method)
    assert served <= last
    assert first_day_allowed(law, rule.id, last + ONE_DAY, method=method).on > hearing


@EACH_STATE
@MANY
@given(data=st.data())
def test_the_day_in_use_is_the_safest_of_its_readings(law: StateLaw, data: st.DataObject) -> None:
    rule = data.draw(rules(law))
    found = deadline(law, rule.id, data.draw(events(rule)), method=data.draw(methods(law, rule)))
    days = [reading.on for reading in found.readings]
    assert found.on == (max(days) if found.answers == "first day" else min(days))
    assert len(set(days)) == len(days)
