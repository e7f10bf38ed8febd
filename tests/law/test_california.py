"""Worked dates for California: the four hearings and two answers of the county's research, and how they are told."""

from datetime import date, timedelta

import pytest

from law.calendar import YearUnknown
from law.deadline import Deadline
from law.deadlines import deadline, first_day_allowed, last_day_to_act
from law.rows import NoRuleInForce
from law.rule import MethodUnknown
from law.states import law_of

CA = law_of("CA")
MOTION = "ca.notice.motion"
COLUMNS = [
    (MOTION, "personal"),
    (MOTION, "mail"),
    (MOTION, "mail out of state"),
    (MOTION, "express"),
    (MOTION, "electronic"),
    ("ca.notice.opposition", ""),
    ("ca.notice.reply", ""),
]
WORKED = {
    date(2026, 3, 10): "02-13 02-08>02-06 02-03 02-11 02-10 02-25 03-03",
    date(2026, 4, 14): "03-20 03-15>03-13 03-10 03-18 03-18 04-01 04-07",
    date(2026, 7, 15): "06-22 06-17 06-12 06-20>06-18 06-17 07-01 07-08",
    date(2026, 12, 8): "11-12 11-07>11-06 11-02 11-10 11-09 11-23 12-01",
}
"""Hearing: last day by column; before the arrow the statute's own day, after it the court day before."""


def worked() -> list[tuple[date, str, str, date, date]]:
    return [
        (hearing, rule, method, _day(cell.split(">")[0]), _day(cell.split(">")[-1]))
        for hearing, cells in WORKED.items()
        for (rule, method), cell in zip(COLUMNS, cells.split(), strict=True)
    ]


def _day(cell: str) -> date:
    return date.fromisoformat(f"2026-{cell}")


def motion(hearing: date, method: str = "") -> Deadline:
    return deadline(CA, MOTION, hearing, method=method, evidence="notice of motion")


@pytest.mark.parametrize(("hearing", "rule", "method", "raw", "safe"), worked())
def test_the_last_day_before_a_hearing_is_counted_back(
    hearing: date, rule: str, method: str, raw: date, safe: date
) -> None:
    found = deadline(CA, rule, hearing, method=method)
    assert found.on == found.last_safe_day == safe == last_day_to_act(CA, rule, hearing, method=method)
    assert [reading.on for reading in found.readings] == ([safe] if raw == safe else [safe, raw])


@pytest.mark.parametrize(("hearing", "rule", "method", "raw", "safe"), worked())
def test_papers_served_on_the_last_day_allow_the_hearing_and_a_day_later_they_do_not(
    hearing: date, rule: str, method: str, raw: date, safe: date
) -> None:
    assert first_day_allowed(CA, rule, safe, method=method).on <= hearing
    assert first_day_allowed(CA, rule, safe + timedelta(days=1), method=method).on > hearing


def test_personal_service_is_answered_within_thirty_days() -> None:
    assert deadline(CA, "ca.answer.complaint", date(2026, 1, 28), method="personal").on == date(2026, 2, 27)


def test_the_answer_is_counted_from_a_completion_on_a_saturday() -> None:
    assert deadline(CA, "ca.answer.complaint", date(2026, 2, 7), method="substituted").on == date(2026, 3, 9)


def test_a_count_back_to_a_sunday_tells_both_days_and_every_day_left_out() -> None:
    found = motion(date(2026, 3, 10), "mail")
    assert found.sentence() == (
        "Hearing of the motion Tue Mar 10, 2026; 16 court days plus 5 calendar days for mail before it, leaving out "
        "Feb 7 (Saturday), Feb 8 (Sunday), Feb 14 (Saturday), Feb 15 (Sunday), Feb 16 (Presidents' Day), "
        "Feb 21 (Saturday), Feb 22 (Sunday), Feb 28 (Saturday), Mar 1 (Sunday), Mar 7 (Saturday), Mar 8 (Sunday); "
        "service and filing of the moving papers by Fri Feb 6, 2026; Sun Feb 8, 2026 if the day counted back to stands "
        "although the court is closed on it (Cal. Code Civ. Proc. §§ 12c, 1005(b)) [unverified rule]."
    )


def test_each_reading_counts_as_many_days_as_the_rule_and_the_method_have() -> None:
    assert [len(reading.counted) for reading in motion(date(2026, 3, 10), "mail").readings] == [21, 21]


def test_a_first_day_between_the_two_readings_is_told_with_both() -> None:
    found = first_day_allowed(CA, MOTION, date(2026, 2, 7), method="mail")
    assert [reading.on for reading in found.readings] == [date(2026, 3, 10), date(2026, 3, 11)]
    assert found.on == date(2026, 3, 11)


def test_express_mail_adds_calendar_days_to_a_notice_and_court_days_to_a_response() -> None:
    assert str(motion(date(2026, 7, 15), "express").extra[0]) == "2 calendar days"
    response = deadline(CA, "ca.answer.amended-judgment", date(2026, 6, 1), method="express")
    assert str(response.extra[0]) == "2 court days"


def test_a_summons_served_by_mail_is_given_no_days_for_mail() -> None:
    assert deadline(CA, "ca.answer.complaint", date(2026, 2, 6), method="acknowledgment").extra == ()


@pytest.mark.parametrize("method", ["mail", "electronic", "substituted"])
def test_contempt_is_noticed_in_person_or_not_at_all(method: str) -> None:
    with pytest.raises(MethodUnknown, match="its methods are personal, sheriff"):
        deadline(CA, "ca.notice.contempt", date(2026, 12, 8), method=method)
    assert deadline(CA, "ca.notice.contempt", date(2026, 12, 8), method="personal").on == date(2026, 11, 12)


def test_genetic_results_are_not_served_in_person() -> None:
    with pytest.raises(MethodUnknown):
        deadline(CA, "ca.notice.genetic-results", date(2026, 12, 8), method="personal")


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("ca.set-aside.earning-capacity", date(2025, 12, 31)),
        ("ca.set-aside.presumed-income", date(2026, 1, 1)),
        ("ca.review.motion", date(2025, 12, 31)),
        ("ca.custody.support-resumes", date(2023, 12, 31)),
        (MOTION, date(2020, 12, 31)),
    ],
)
def test_a_rule_outside_its_time_is_refused(rule: str, day: date) -> None:
    with pytest.raises(NoRuleInForce):
        deadline(CA, rule, day)


def test_a_year_without_holidays_on_file_is_refused_in_words() -> None:
    with pytest.raises(YearUnknown, match="court holidays of 2029 are not yet on file for California"):
        deadline(CA, "ca.answer.complaint", date(2028, 12, 15))
    with pytest.raises(YearUnknown, match="court holidays of 2023"):
        motion(date(2024, 1, 5))
