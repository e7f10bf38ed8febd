"""The rows of North Carolina: its closed days to 2028, its open holidays, and its ways of service."""

from datetime import date

import pytest

from law.calendar import Courthouse, YearUnknown
from law.nc.counting import court_calendar
from law.pack import methods_under
from law.rule import ServiceMethod
from law.states import law_of

NC = law_of("NC")
PACK = NC.pack()


def days(year: int, courthouse: Courthouse) -> str:
    found = sorted(row.on for row in court_calendar().holidays if row.courthouse == courthouse and row.on.year == year)
    return " ".join(f"{day:%m-%d}" for day in found)


@pytest.mark.parametrize(
    ("year", "closed"),
    [
        (2024, "01-01 01-15 03-29 05-27 07-04 09-02 11-11 11-28 11-29 12-24 12-25 12-26"),
        (2025, "01-01 01-20 04-18 05-26 07-04 09-01 11-11 11-27 11-28 12-24 12-25 12-26"),
        (2026, "01-01 01-19 04-03 05-25 07-03 09-07 11-11 11-26 11-27 12-24 12-25 12-28"),
        (2027, "01-01 01-18 03-26 05-31 07-05 09-06 11-11 11-25 11-26 12-23 12-24 12-27"),
        (2028, "01-03 01-17 04-14 05-29 07-04 09-04 11-10 11-23 11-24 12-25 12-26 12-27"),
    ],
)
def test_the_courthouse_is_closed_on_twelve_weekdays_of_each_year(year: int, closed: str) -> None:
    assert days(year, Courthouse.CLOSED) == closed
    assert all(row.on.weekday() < 5 for row in court_calendar().holidays if row.courthouse == Courthouse.CLOSED)


@pytest.mark.parametrize(
    ("year", "kept"),
    [
        (2024, "01-19 02-19 03-25 04-12 05-10 05-20 09-11 10-12 10-14 11-05"),
        (2025, "01-19 02-17 03-25 04-12 05-10 05-20 09-11 10-02 10-13"),
        (2026, "02-16 03-25 04-12 04-13 05-10 05-11 05-20 09-11 09-21 10-12 11-03"),
        (2027, "01-19 02-15 03-25 04-12 05-10 05-20 09-11 10-11"),
        (2028, "01-19 02-21 03-25 04-12 05-10 05-20 09-11 09-30 10-09 11-07"),
    ],
)
def test_the_statute_keeps_holidays_on_which_the_courthouse_is_open(year: int, kept: str) -> None:
    assert days(year, Courthouse.OPEN) == kept


def test_a_public_holiday_on_a_sunday_is_kept_on_the_monday_too() -> None:
    monday = court_calendar().holiday(date(2026, 4, 13))
    assert monday is not None
    assert (monday.name, monday.cite) == (
        "Anniversary of the Halifax Resolves (observed)",
        "N.C. Gen. Stat. § 103-4(b)",
    )


@pytest.mark.parametrize("year", [2023, 2029])
def test_a_year_without_rows_is_refused(year: int) -> None:
    with pytest.raises(YearUnknown, match=f"court holidays of {year} are not yet on file for North Carolina"):
        court_calendar().is_court_day(date(year, 6, 1))


def test_a_closing_of_the_office_makes_no_unknown_year_known() -> None:
    closed = court_calendar().with_closings({date(2029, 6, 1): "Storm", date(2026, 6, 1): "Storm"})
    assert closed.is_closed_for(date(2026, 6, 1)) == "Storm"
    with pytest.raises(YearUnknown):
        closed.is_court_day(date(2029, 6, 1))


def test_every_row_says_that_no_attorney_has_verified_it() -> None:
    rows = (*PACK.rules, *PACK.added, *PACK.methods, *court_calendar().holidays)
    assert {row.verified_by for row in rows} == {""}
    assert all(row.cite for row in rows)


def test_every_family_that_a_rule_names_has_methods_and_days() -> None:
    families = {rule.served_under for rule in PACK.rules if rule.served_under}
    assert {family for family in families if not methods_under(PACK, family)} == set()
    assert {rule.added for rule in PACK.rules if rule.added} == {row.family for row in PACK.added}


def method(under: str, name: str) -> ServiceMethod:
    return next(row for row in methods_under(PACK, under) if row.method == name)


def test_process_is_served_by_the_five_ways_of_rule_4_by_acceptance_or_by_publication() -> None:
    assert sorted(row.method for row in methods_under(PACK, "Rule 4")) == [
        "acceptance", "agent", "certified mail", "designated delivery", "personal", "publication", "registered mail",
        "sheriff", "signature confirmation", "substituted",
    ]  # fmt: skip


def test_a_private_person_serves_process_only_after_the_sheriff_and_at_twenty_one() -> None:
    found = method("Rule 4", "personal")
    assert (found.needs_diligence_first, found.server_age) == (True, 21)
    assert not method("Rule 4", "sheriff").needs_diligence_first


def test_copies_are_left_only_with_somebody_who_lives_there() -> None:
    found = method("Rule 4", "substituted")
    assert found.needs_residence
    assert "suitable age and discretion" in found.recipient


def test_certified_mail_serves_process_when_the_addressee_signs_and_papers_when_it_is_mailed() -> None:
    process, paper = method("Rule 4", "certified mail"), method("Rule 5", "certified mail")
    assert (process.from_act, process.needs_signed_receipt) == ("delivery to the addressee", True)
    assert (paper.from_act, paper.needs_signed_receipt) == ("mailing", False)


def test_publication_needs_diligence_and_a_mailing_and_is_complete_two_weeks_after_the_first() -> None:
    found = method("Rule 4", "publication")
    assert (found.from_act, found.completes) == ("first publication", "14 calendar days")
    assert (found.needs_diligence_first, found.needs_mailing_after) == (True, True)


@pytest.mark.parametrize(
    ("name", "consent"),
    [
        ("email", True),
        ("electronic", True),
        ("email to an attorney", False),
        ("electronic to an attorney", False),
        ("mail", False),
    ],
)
def test_a_party_without_an_attorney_is_emailed_only_with_a_consent_on_file(name: str, consent: bool) -> None:
    assert method("Rule 5", name).needs_consent_on_file == consent


def test_an_email_after_five_is_of_the_next_business_day() -> None:
    assert "5:00 p.m. Eastern" in method("Rule 5", "email").note


def test_a_minor_is_served_together_with_a_parent_or_guardian() -> None:
    assert "parent, guardian" in method("Rule 4 under disability", "minor").recipient


def test_the_hearing_types_name_rules_that_are_in_force() -> None:
    for kind in NC.hearing_types().values():
        assert NC.rule(kind.notice, date(2026, 11, 22)).answers == "first day"
