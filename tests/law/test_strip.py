"""The strip calendar shows every day that matters, and folds what would only fill pages."""

from datetime import date, timedelta

import pytest

from law.asking import Known, asked
from law.rule import Rule
from law.states import StateLaw, law_of
from law.strip import Day, Folded, Mark, Strip, Week, strip
from tests.law.every_rule import EVERY, answered

NC, CA = law_of("NC"), law_of("CA")
MOST_ROWS = 20


def shown(found: Strip) -> list[Day]:
    """The cells that are drawn."""
    return [day for row in found.rows if isinstance(row, Week) for day in row.days if day.inside]


def told(found: Strip) -> dict[str, str]:
    """Each drawn day with its number or why it is left out, and its marks."""
    return {
        f"{day.on:%m-%d}": "; ".join(part for part in (day.number, day.why, *map(str, day.marks)) if part)
        for day in shown(found)
    }


def test_every_day_from_service_to_the_hearing_stands_with_its_number_or_its_reason() -> None:
    assert told(strip(asked(NC, "nc.notice.civil-contempt", date(2026, 10, 8)))) == {
        "10-08": "given day; last safe day",
        "10-09": "1",
        "10-10": "Saturday",
        "10-11": "Sunday",
        "10-12": "Columbus Day",
        "10-13": "2",
        "10-14": "3",
        "10-15": "4; other reading",
        "10-16": "5; result",
    }


def test_days_that_mail_adds_are_numbered_by_themselves_and_a_closed_end_moves_on() -> None:
    found = told(strip(asked(NC, "nc.notice.motion", date(2026, 12, 14), method="mail")))
    assert [found[f"12-{day}"] for day in (24, 25, 26, 27, 28, 29)] == [
        "10", "+1", "+2", "+3; Sunday", "Christmas (observed)", "result",
    ]  # fmt: skip


def test_a_count_back_from_a_hearing_is_numbered_backwards() -> None:
    found = told(strip(asked(CA, "ca.notice.motion", date(2026, 12, 8), method="mail")))
    assert found["12-08"] == "given day"
    assert found["12-07"] == "1"
    assert found["11-12"] == "16"
    assert found["11-08"] == "+4"
    assert found["11-07"] == "Saturday; other reading"
    assert found["11-06"] == "+5; result; last safe day"


def test_the_last_day_to_serve_stands_before_the_hearing_from_which_it_was_asked() -> None:
    found = told(strip(asked(NC, "nc.notice.civil-contempt", date(2026, 10, 15), known=Known.HEARING)))
    assert (found["10-07"], found["10-15"]) == ("result; last safe day", "5; given day")


def test_ninety_days_fold_to_the_weeks_in_which_something_happens() -> None:
    found = strip(asked(NC, "nc.summons.extension", date(2026, 9, 15)))
    first, fold, last = found.rows
    assert isinstance(fold, Folded)
    assert fold.words == "12 weeks, Sep 20, 2026 to Dec 12, 2026, days 5 to 88 counted"
    assert isinstance(first, Week)
    assert isinstance(last, Week)
    assert last.days[1].marks == (Mark.RESULT, Mark.SAFE)


def test_years_fold_to_their_two_ends() -> None:
    found = strip(asked(CA, "ca.summons.serve", date(2024, 3, 4)))
    assert len(shown(found)) <= 21
    assert sum(row.weeks for row in found.rows if isinstance(row, Folded)) > 150
    assert "3 years" in {day.number for day in shown(found)}


@pytest.mark.parametrize(("law", "rule", "method"), EVERY)
def test_the_strip_of_every_rule_shows_each_marked_day_once_and_no_day_is_lost(
    law: StateLaw, rule: Rule, method: str
) -> None:
    found = answered(law, rule, method)
    drawn = strip(found)
    days = {day.on: day for day in shown(drawn)}
    assert len(drawn.rows) <= MOST_ROWS
    assert Mark.TRIGGER in days[found.trigger].marks
    assert Mark.RESULT in days[found.on].marks
    assert Mark.SAFE in days[found.last_safe_day].marks
    assert {reading.on for reading in found.readings} <= set(days)
    assert drawn.words == found.sentence()
    weeks = [row.days[0].on if isinstance(row, Week) else row.first for row in drawn.rows]
    lengths = [1 if isinstance(row, Week) else row.weeks for row in drawn.rows]
    assert weeks[1:] == [first + timedelta(weeks=length) for first, length in zip(weeks, lengths, strict=True)][:-1]
