"""A date keeps the version of the rows that it came from; a new version only tells what it would move."""

from copy import deepcopy
from dataclasses import FrozenInstanceError, replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from law.asking import Known, asked
from law.deadline import Deadline
from law.deadlines import deadline
from law.nc.counting import court_calendar
from law.pack import LAW, Pack, read_pack
from law.states import StateLaw, law_of
from law.versions import moved

NC, CA = law_of("NC"), law_of("CA")
SERVED = date(2026, 11, 18)
CONTEMPT, ANSWER = "nc.notice.civil-contempt", "nc.answer.complaint"


def changed(law: StateLaw, rule_id: str, period: str) -> StateLaw:
    """The same state with another period in one row, under another version."""
    pack = law.pack()
    rules = tuple(replace(row, period=period) if row.id == rule_id else row for row in pack.rules)
    new = Pack(rules, pack.added, pack.methods, f"{law.state} of tomorrow")
    return replace(law, pack=lambda: new)


def kept() -> list[Deadline]:
    return [
        deadline(NC, ANSWER, date(2026, 11, 25)),
        deadline(NC, CONTEMPT, SERVED),
        asked(NC, CONTEMPT, date(2026, 12, 8), known=Known.HEARING),
    ]


def test_a_changed_row_changes_no_date_that_was_computed_before() -> None:
    dates = kept()
    before = deepcopy(dates)
    tomorrow = changed(NC, CONTEMPT, "9 calendar days")
    assert deadline(tomorrow, CONTEMPT, SERVED).on == date(2026, 11, 30)
    assert {one.kept.rule for one in moved(dates, tomorrow)} == {CONTEMPT}
    assert dates == before
    assert {one.pack for one in dates} == {NC.pack().version}
    with pytest.raises(FrozenInstanceError):
        dates[1].on = date(2026, 11, 30)  # type: ignore[misc]


def test_a_date_is_counted_again_by_the_version_that_it_came_from_and_is_the_same() -> None:
    tomorrow = changed(NC, CONTEMPT, "9 calendar days")
    assert deadline(tomorrow, CONTEMPT, SERVED).pack == "NC of tomorrow"
    assert deadline(NC, CONTEMPT, SERVED) == kept()[1]


@pytest.mark.parametrize(
    ("file", "was", "becomes"),
    [
        ("nc/notice.toml", "5 calendar days", "6 calendar days"),
        ("nc/mailing.toml", "3 calendar days", "4 calendar days"),
        ("nc/holidays.toml", "on = 2027-07-05", "on = 2027-07-02"),
        ("us/clocks.toml", 'period = "90 calendar days"', 'period = "91 calendar days"'),
        ("nc/counting.py", "SHORT_PERIOD = 7", "SHORT_PERIOD = 8"),
        ("counting.py", "day += ONE_DAY", "day += 2 * ONE_DAY"),
    ],
)
def test_a_version_changes_with_any_row_with_a_holiday_and_with_the_way_of_counting(
    file: str, was: str, becomes: str, tmp_path: Path
) -> None:
    law = tmp_path / "law"
    copytree(LAW, law)
    assert read_pack("nc", "us", at=law).version == NC.pack().version
    text = (law / file).read_text(encoding="utf-8")
    assert was in text
    (law / file).write_text(text.replace(was, becomes), encoding="utf-8")
    assert read_pack("nc", "us", at=law).version != NC.pack().version


def test_a_version_does_not_change_with_the_rows_of_another_state(tmp_path: Path) -> None:
    law = tmp_path / "law"
    copytree(LAW, law)
    notice = (law / "ca" / "notice.toml").read_text(encoding="utf-8")
    (law / "ca" / "notice.toml").write_text(notice.replace("16 court days", "17 court days"), encoding="utf-8")
    assert read_pack("nc", "us", at=law) == NC.pack()
    assert read_pack("ca", "us", at=law).version != CA.pack().version


def test_a_version_that_is_the_same_moves_nothing() -> None:
    assert moved(kept(), NC) == ()


def test_a_longer_period_moves_the_dates_of_its_rule_and_no_other() -> None:
    found = moved(kept(), changed(NC, CONTEMPT, "6 calendar days"))
    assert [(one.kept.on, one.now.on if one.now else None) for one in found] == [
        (date(2026, 11, 25), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 11, 30)),
    ]


def test_a_moved_date_is_told_with_both_versions() -> None:
    told = moved([deadline(NC, ANSWER, date(2026, 11, 25))], changed(NC, ANSWER, "40 calendar days"))
    assert [str(one) for one in told] == [
        f"nc.answer.complaint from Nov 25, 2026: Tue Dec 29, 2026 ({NC.pack().version}) becomes Mon Jan 4, 2027 "
        "(NC of tomorrow)"
    ]


def test_a_date_whose_last_safe_day_alone_moves_is_told() -> None:
    counted = deadline(NC, "us.case.open", date(2026, 12, 5))
    tomorrow = changed(NC, ANSWER, "30 calendar days")
    storm = court_calendar().with_closings({date(2026, 12, 23): "Ice storm"})
    (found,) = moved([counted], tomorrow, court=storm)
    assert found.now is not None
    assert (found.now.on, found.now.last_safe_day) == (counted.on, date(2026, 12, 22))


def test_a_rule_that_is_gone_is_told_in_words() -> None:
    pack = NC.pack()
    rest = Pack(tuple(row for row in pack.rules if row.id != ANSWER), pack.added, pack.methods, "NC of tomorrow")
    (found,) = moved([deadline(NC, ANSWER, date(2026, 11, 25))], replace(NC, pack=lambda: rest))
    assert found.now is None
    assert "No row of the rule 'nc.answer.complaint' is in force on November 25, 2026" in str(found)


def test_a_state_that_counts_back_is_asked_from_the_end_from_which_it_was_counted() -> None:
    from_hearing = asked(CA, "ca.notice.motion", date(2026, 12, 15), method="mail")
    from_service = asked(CA, "ca.notice.motion", date(2026, 11, 13), known=Known.SERVED, method="mail")
    same = changed(CA, "ca.answer.complaint", "30 calendar days")
    assert moved([from_hearing, from_service], same) == ()
    shorter = moved([from_hearing, from_service], changed(CA, "ca.notice.motion", "9 court days"))
    assert {one.kept.on < one.now.on for one in shorter if one.now and one.kept is from_hearing} == {True}
    assert {one.kept.on > one.now.on for one in shorter if one.now and one.kept is from_service} == {True}
