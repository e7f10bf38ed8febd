"""A date keeps the version of the rows that it came from; a new version only tells what it would move."""

from dataclasses import replace
from datetime import date

from law.asking import Known, asked
from law.deadline import Deadline
from law.deadlines import deadline
from law.nc.counting import court_calendar
from law.pack import Pack
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
