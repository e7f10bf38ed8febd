"""Which clocks run in a case, and what stops them."""

from dataclasses import replace
from datetime import date

from hearings.clocks.facts import CaseDates, Clock, Event, NoticeOf, Owner
from hearings.clocks.running import clocks
from law.asking import Known

DAY = date(2026, 11, 20)
ORDER = Event(date(2025, 5, 1), "order of 05/01/2025")
LOCATED = Event(date(2026, 10, 1), "location verified 10/01/2026")
BEHIND = Event(date(2026, 11, 1), "support a month behind since 11/01/2026")
CASE = CaseDates("7000070074", DAY)


def _rules(dates: CaseDates, state: str = "NC") -> dict[str, Clock]:
    return {one.rule: one for one in clocks(dates, state)}


def test_location_without_an_order_starts_ninety_days_to_an_order_or_service() -> None:
    found = _rules(replace(CASE, located=LOCATED))
    assert found["us.establish.serve"].trigger_on == date(2026, 10, 1)
    assert found["us.establish.serve"].met_on is None


def test_an_order_meets_the_clock_of_establishment() -> None:
    found = _rules(replace(CASE, located=LOCATED, orders=(ORDER,)))
    assert found["us.establish.serve"].met_on == ORDER.on


def test_enforcement_runs_from_the_later_of_delinquency_and_location() -> None:
    known = replace(CASE, orders=(ORDER,), located=LOCATED, behind=BEHIND)
    assert _rules(known)["us.enforce.service"].trigger_on == BEHIND.on
    later = replace(known, located=Event(date(2026, 11, 9), "location verified 11/09/2026"))
    assert _rules(later)["us.enforce.service"].trigger_on == date(2026, 11, 9)
    assert "us.enforce.service" not in _rules(replace(known, located=None))


def test_wages_that_can_be_withheld_leave_thirty_days_and_no_time_for_service() -> None:
    found = _rules(replace(CASE, orders=(ORDER,), located=LOCATED, behind=BEHIND, employed=True))
    assert "us.enforce.action" in found
    assert "us.enforce.service" not in found


def test_an_order_is_reviewed_every_three_years_where_support_is_assigned() -> None:
    assert "us.review.cycle" not in _rules(replace(CASE, orders=(ORDER,)))
    assert _rules(replace(CASE, orders=(ORDER,), assigned=True))["us.review.cycle"].trigger_on == ORDER.on


def test_a_hearing_to_come_runs_back_to_its_last_day_of_service_and_one_past_does_not() -> None:
    notice = NoticeOf(7, "nc.notice.motion", "4000", date(2026, 12, 8), "HOUSE", "", "hearing HREV", None)
    found = _rules(replace(CASE, notices=(notice,)))["nc.notice.motion"]
    assert (found.known, found.trigger_on, found.hearing_id) == (Known.HEARING, date(2026, 12, 8), 7)
    assert _rules(replace(CASE, notices=(notice,), as_of=date(2026, 12, 9))) == {}


def test_a_closed_case_has_no_clock() -> None:
    assert clocks(replace(CASE, located=LOCATED, closed=True), "NC") == ()


def test_a_search_is_met_by_the_location_that_it_found() -> None:
    searching = replace(CASE, process_status="Locate", locating=Event(date(2026, 9, 1), "search begun by 09/01/2026"))
    assert _rules(searching)["us.locate.sources"].met_on is None
    assert _rules(replace(searching, located=LOCATED))["us.locate.sources"].met_on == LOCATED.on


def test_every_clock_names_a_rule_of_the_state_and_whose_move_it_is() -> None:
    found = _rules(replace(CASE, located=LOCATED, orders=(ORDER,), behind=BEHIND, jailed=(("4000", BEHIND),)))
    assert {one.owner for one in found.values()} == {Owner.AGENT}
    assert set(found) == {"us.establish.serve", "us.enforce.service", "us.review.incarceration"}
