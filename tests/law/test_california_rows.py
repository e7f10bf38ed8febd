"""California's rows: holidays, hearing types and methods of service."""

from calendar import FRIDAY, MONDAY
from datetime import date

import pytest

from law.pack import methods_under
from law.rule import ServiceMethod
from law.states import law_of

CA = law_of("ca")
PACK = CA.pack()


def days(year: int) -> str:
    found = sorted(row.on for row in CA.calendar().holidays if row.on.year == year)
    return " ".join(f"{day.month}/{day.day}" for day in found)


@pytest.mark.parametrize(
    ("year", "closed"),
    [
        (2024, "1/1 1/15 2/12 2/19 4/1 5/27 6/19 7/4 9/2 9/27 11/11 11/28 11/29 12/25"),
        (2025, "1/1 1/20 2/12 2/17 3/31 5/26 6/19 7/4 9/1 9/26 11/11 11/27 11/28 12/25"),
        (2026, "1/1 1/19 2/12 2/16 3/31 5/25 6/19 7/3 9/7 9/25 11/11 11/26 11/27 12/25"),
        (2027, "1/1 1/18 2/12 2/15 3/31 5/31 6/18 7/5 9/6 9/24 11/11 11/25 11/26 12/24 12/31"),
        (2028, "1/17 2/11 2/21 3/31 5/29 6/19 7/4 9/4 9/22 11/10 11/23 11/24 12/25"),
    ],
)
def test_the_courts_keep_these_days(year: int, closed: str) -> None:
    assert days(year) == closed


def test_a_holiday_on_a_weekend_is_kept_on_the_friday_before_or_the_monday_after() -> None:
    moved = [row for row in CA.calendar().holidays if row.name.endswith("(observed)")]
    assert {row.on.weekday() for row in moved} == {FRIDAY, MONDAY}
    assert all("rule 1.11" in row.cite for row in moved)
    assert [row.on for row in CA.calendar().holidays if row.on.weekday() > FRIDAY] == []


@pytest.mark.parametrize("day", [date(2026, 10, 12), date(2026, 9, 9), date(2027, 2, 8), date(2026, 4, 24)])
def test_columbus_admission_lunar_new_year_and_remembrance_day_are_court_days(day: date) -> None:
    assert CA.calendar().is_court_day(day)


def test_every_hearing_type_needs_a_notice_that_is_in_force() -> None:
    types = CA.hearing_types()
    assert len(types) == 29
    assert {CA.rule(one.notice, date(2026, 12, 8)).topic for one in types.values()} == {"notice"}
    assert {one.kind for one in types.values()} == {
        "contempt", "establishment", "modification", "registration", "review", "other",
    }  # fmt: skip


@pytest.mark.parametrize("code", ["OSC-CONT", "CONT-TRL"])
def test_contempt_is_the_only_kind_noticed_as_contempt(code: str) -> None:
    contempt = [one.code for one in CA.hearing_types().values() if one.notice == "ca.notice.contempt"]
    assert code in contempt
    assert {CA.hearing_type(each).kind for each in contempt} == {"contempt"}


def test_a_code_that_is_not_on_the_list_has_the_notice_of_a_motion() -> None:
    found = CA.hearing_type_or_other("XYZ")
    assert (found.code, found.kind, found.notice, found.state) == ("XYZ", "unlisted", "ca.notice.motion", "CA")


def test_every_family_that_a_rule_names_has_methods_and_every_rule_says_how_sure_it_is() -> None:
    for rule in (row for row in PACK.rules if row.id.startswith("ca.")):
        assert not rule.served_under or methods_under(PACK, rule.served_under), rule.id
        assert not rule.added or {row.method for row in PACK.added if row.family == rule.added}, rule.id
        assert rule.note, rule.id
        assert rule.verified_by == "", rule.id


def test_whatever_lengthens_a_rule_is_a_lawful_way_to_serve_it() -> None:
    adding = {row.method for row in PACK.added}
    assert adding <= {row.method for row in methods_under(PACK, "CCP 1013")}
    assert adding <= {row.method for row in methods_under(PACK, "FC 7552.5")}


def method(under: str, name: str) -> ServiceMethod:
    (found,) = [row for row in methods_under(PACK, under) if row.method == name]
    return found


def test_substituted_service_needs_diligence_an_adult_and_a_mailing() -> None:
    row = method("CCP 415", "substituted")
    assert (row.completes, row.from_act) == ("10 calendar days", "mailing after the papers were left")
    assert (row.recipient_age, row.server_age) == (18, 18)
    assert (row.needs_diligence_first, row.needs_mailing_after, row.needs_court_order) == (True, True, False)


def test_publication_needs_an_order_of_the_court_and_diligence() -> None:
    row = method("CCP 415", "publication")
    assert (row.needs_court_order, row.needs_diligence_first, row.completes) == (True, True, "28 calendar days")


def test_mail_with_an_acknowledgment_is_complete_when_it_is_signed_and_electronic_service_needs_consent() -> None:
    assert (method("CCP 415", "acknowledgment").completes, method("CCP 415", "acknowledgment").from_act) == (
        "", "signing of the acknowledgment",
    )  # fmt: skip
    assert {one.method for one in PACK.methods if one.needs_consent_on_file} == {"electronic", "email", "fax"}


def test_a_motion_after_judgment_is_mailed_to_the_party_itself() -> None:
    assert method("FC 215", "mail").recipient == "the party, not counsel alone"
    assert "FL-334" in method("FC 215", "mail").proof


def test_only_personal_delivery_serves_an_order_to_show_cause_for_contempt() -> None:
    assert {row.method for row in methods_under(PACK, "personal service")} == {"personal", "sheriff"}
