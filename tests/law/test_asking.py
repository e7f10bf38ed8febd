"""Every rule can be asked, from either end where it stands before a hearing, and explains its day."""

from datetime import date

import pytest

from kernel.period import Unit
from law.asking import GivesNoNotice, Known, NoSuchRule, asked, gives_notice, rules_about
from law.calendar import ONE_DAY, YearUnknown
from law.rule import MethodUnknown, Rule
from law.states import STATES, NoLawOf, StateLaw, law_of
from law.telling import deadline_told, holiday_told, rule_told
from tests.law.every_rule import ENDED, EVERY, ROWS, answered

NC, CA = law_of("NC"), law_of("CA")
CONTEMPT, MOTION, CA_MOTION = "nc.notice.civil-contempt", "nc.notice.motion", "ca.notice.motion"
PROMISED = ["on", "readings", "rule", "cite", "verified", "excluded", "last_safe_day", "sentence"]


def test_the_walk_finds_the_rules_of_each_state() -> None:
    assert {law.state for law, _ in ROWS} == set(STATES) >= {"NC", "CA"}
    assert len(EVERY) > 300


@pytest.mark.parametrize(("law", "rule", "method"), EVERY)
def test_every_rule_answers_with_every_method_and_tells_the_keys_that_were_promised_first(
    law: StateLaw, rule: Rule, method: str
) -> None:
    told = deadline_told(law, answered(law, rule, method))
    assert list(told)[: len(PROMISED)] == PROMISED
    assert all(list(reading) == ["on", "why"] for reading in told["readings"])
    assert told["on"] in {reading["on"] for reading in told["readings"]}
    assert (told["rule"], told["cite"], told["verified"]) == (rule.id, rule.cite, bool(rule.verified_by))


@pytest.mark.parametrize(("law", "rule", "method"), EVERY)
def test_the_explanation_of_every_rule_names_every_day_left_out(law: StateLaw, rule: Rule, method: str) -> None:
    found = answered(law, rule, method)
    sentence = found.sentence()
    assert [day for day in found.left_out if f"{day.on:%b %-d} ({day.why})" not in sentence] == []
    if Unit.MONTH in (units := {each.unit for each in (found.period, *found.extra)}) or Unit.YEAR in units:
        return
    first, last = sorted((found.trigger, found.on))
    passed = {first + ONE_DAY * days for days in range((last - first).days + 1)} - {found.trigger}
    assert passed <= {day.on for day in found.left_out} | set(found.reading.counted) | {found.on}


@pytest.mark.parametrize(
    ("law", "rule"), [pytest.param(*row, id=f"{row[1].id}-{row[1].in_force_from}") for row in ROWS]
)
def test_a_rule_that_stands_before_a_hearing_is_asked_from_either_end_and_both_agree(law: StateLaw, rule: Rule) -> None:
    if not gives_notice(rule):
        with pytest.raises(GivesNoNotice, match="gives no notice before a hearing"):
            answered(law, rule, "", Known.SERVED)
        return
    hearing = asked(law, rule.id, max(date(2025, 3, 3), rule.in_force_from), known=Known.SERVED)
    last = asked(law, rule.id, hearing.on, known=Known.HEARING)
    assert last.on >= hearing.trigger
    assert asked(law, rule.id, last.on, known=Known.SERVED).on <= hearing.on


def test_the_rules_that_give_notice_are_those_about_a_day_in_court() -> None:
    giving = {rule.id for law, rule in ROWS if gives_notice(rule)}
    assert giving == {rule.id for law, rule in ROWS if rule.topic == "notice"} - {"ca.notice.to-produce-objection"}


def test_a_row_that_ended_before_the_holidays_on_file_is_refused_in_words() -> None:
    assert ENDED
    for law, rule in ENDED:
        with pytest.raises(YearUnknown, match="are not yet on file"):
            answered(law, rule, "")


def test_the_last_day_to_serve_shows_both_readings_and_uses_the_earlier() -> None:
    found = asked(NC, CONTEMPT, date(2026, 10, 15), known=Known.HEARING)
    assert found.on == found.last_safe_day == date(2026, 10, 7)
    assert {reading.on for reading in found.readings} == {date(2026, 10, 7), date(2026, 10, 8)}
    assert found.sentence().startswith(
        "Hearing of civil contempt Thu Oct 15, 2026; 5 calendar days up to it, leaving out Oct 10 (Saturday), "
        "Oct 11 (Sunday), Oct 12 (Columbus Day); service of the order to show cause by Wed Oct 7, 2026; "
        "Thu Oct 8, 2026 if only days on which the courthouse is closed are holidays"
    )


def test_a_count_back_tells_from_where_it_is_counted_whichever_end_is_known() -> None:
    back = asked(CA, CA_MOTION, date(2026, 12, 8))
    assert "16 court days before it" in back.sentence()
    assert back.on == date(2026, 11, 12)
    on = asked(CA, CA_MOTION, date(2026, 11, 12), known=Known.SERVED)
    assert "16 court days back from the hearing of the motion" in on.sentence()
    assert on.on == date(2026, 12, 8)


def test_a_closing_of_the_office_is_left_out_and_named() -> None:
    court = NC.calendar().with_closings({date(2026, 11, 30): "ice storm"})
    found = asked(NC, MOTION, date(2026, 11, 20), court=court)
    assert found.on == date(2026, 12, 1)
    assert "Nov 30 (ice storm)" in found.sentence()


def test_a_closing_does_not_make_the_holidays_of_its_year_known() -> None:
    court = NC.calendar().with_closings({date(2031, 1, 2): "ice storm"})
    with pytest.raises(YearUnknown, match="2031"):
        asked(NC, MOTION, date(2031, 1, 2), court=court)


@pytest.mark.parametrize(
    ("meant", "closest"), [("nc.notice.moton", MOTION), ("civil-contempt", CONTEMPT), ("NC.NOTICE.MOTION", MOTION)]
)
def test_a_rule_that_is_not_there_is_refused_with_the_closest_names(meant: str, closest: str) -> None:
    with pytest.raises(NoSuchRule, match=f"There is no rule '{meant}' in the law of NC; close to it are .*{closest}"):
        asked(NC, meant, date(2026, 11, 20))


@pytest.mark.parametrize("nonsense", ["", "x" * 5000, "☃", "../../etc/passwd", "%s"])
def test_a_rule_that_is_nonsense_is_refused_in_one_short_sentence(nonsense: str) -> None:
    with pytest.raises(NoSuchRule) as refused:
        asked(NC, nonsense, date(2026, 11, 20))
    assert len(str(refused.value)) < 250


def test_a_method_that_the_rule_does_not_know_is_refused_with_those_that_it_does() -> None:
    with pytest.raises(MethodUnknown, match=r"'pigeon' is no method of service .* certified mail, "):
        asked(NC, MOTION, date(2026, 11, 20), method="pigeon")


def test_a_state_without_rows_is_refused_with_those_on_file() -> None:
    with pytest.raises(NoLawOf, match="The law of 'ZZ' is not on file; on file are CA, NC"):
        law_of("ZZ")


def test_rules_are_found_by_all_of_their_words_and_by_topic() -> None:
    rows = NC.pack().rules
    assert CONTEMPT in {row.id for row in rules_about(rows, "SHOW cause contempt")}
    assert {row.topic for row in rules_about(rows, topic="notice")} == {"notice"}
    assert rules_about(rows, "show cause zeppelin") == ()
    assert len(rules_about(rows)) == len(rows)


def test_a_rule_is_told_with_its_methods_and_the_days_that_they_add() -> None:
    told = rule_told(NC, NC.rule(MOTION, date(2026, 11, 20)))
    assert {"mail", "personal", "certified mail"} <= set(told["methods"])
    assert {"method": "mail", "period": "3 calendar days"}.items() <= next(
        added for added in told["adds"] if added["method"] == "mail"
    ).items()
    assert (told["direction"], told["answers"], told["verified"]) == ("forward", "first day", False)
    assert CA.rule(CA_MOTION, date(2026, 11, 20)).counts == "back"


def test_a_holiday_is_told_with_what_it_does_to_the_courthouse() -> None:
    thanksgiving = NC.calendar().holiday(date(2026, 11, 26))
    assert thanksgiving is not None
    assert {"on": "2026-11-26", "name": "Thanksgiving", "courthouse": "closed"}.items() <= holiday_told(
        thanksgiving
    ).items()
