"""Is the notice of a hearing long enough, and what is still missing before it?"""

from datetime import date, time

import pytest

from hearings.facts import Gap, NoticeGiven, Served, SetHearing
from hearings.notice import notice_given
from hearings.readiness.gaps import calendar_gaps
from hearings.service.checking import checked
from kernel.traced import Trace
from law.calendar import YearUnknown
from law.states import law_of

LAW = law_of("NC")
AS_OF = date(2026, 11, 20)
TRACE = Trace("ACTS", "SERVICE.csv 7000070074")
TUESDAY = date(2026, 12, 8)


def served(
    on: date | None = date(2026, 11, 13),
    *,
    method: str = "sheriff",
    result: str | None = "served",
    attempted_on: date | None = date(2026, 11, 13),
    returned_on: date | None = date(2026, 11, 15),
    paper: str = "order to show cause",
    issued_on: date | None = date(2026, 11, 4),
) -> Served:
    return Served(paper, "4000700099", method, issued_on, attempted_on, result, on, "defendant", returned_on, TRACE)


def unserved(result: str = "moved") -> Served:
    return served(None, result=result, returned_on=date(2026, 11, 15))


def by_law(*services: Served) -> list[Served]:
    """The services with what the law makes of them, as the record gives them."""
    return checked(services, people={}, issued=(), consents=(), law=LAW)


def given(*services: Served, code: str = "HOSC", on: date = TUESDAY, as_of: date = AS_OF) -> NoticeGiven:
    return notice_given(LAW.hearing_type(code), on, by_law(*services), as_of=as_of)


def gaps(*services: Served, code: str = "HOSC", on: date = TUESDAY, as_of: date = AS_OF) -> list[Gap]:
    kind = LAW.hearing_type_or_other(code)
    place = (time(9), "Courthouse", "8110", "Hon. R. Whitfield")
    found = by_law(*services)
    hearing = SetHearing(1, 1, "7000070074", "25CV051049-590", code, 1, on, *place, None, TRACE)
    try:
        notice, why = notice_given(kind, on, found, as_of=as_of), ""
    except YearUnknown as unknown:
        notice, why = None, str(unknown)
    return calendar_gaps(hearing, kind, found, notice, uncounted=why, as_of=as_of)


NOTICES = [
    ("HOSC", "sheriff", date(2026, 12, 1), True),
    ("HOSC", "sheriff", date(2026, 12, 2), False),
    ("HOSC", "certified mail", date(2026, 12, 1), True),
    ("HREV", "sheriff", date(2026, 11, 28), True),
    ("HREV", "sheriff", date(2026, 11, 29), False),
    ("HREV", "mail", date(2026, 11, 25), True),
    ("HREV", "mail", date(2026, 11, 26), False),
    ("HREV", "certified mail", date(2026, 11, 26), False),
]


@pytest.mark.parametrize(("code", "method", "on", "met"), NOTICES)
def test_papers_served_a_day_late_do_not_give_notice(code: str, method: str, on: date, met: bool) -> None:
    """Five days without weekends and holidays for contempt; ten days, and three for mail, for a motion."""
    paper = "order to show cause" if code == "HOSC" else "notice of hearing"
    notice = given(served(on, method=method, attempted_on=on, paper=paper), code=code, as_of=date(2026, 12, 7))
    assert notice.met is met
    assert notice.deadline is not None
    assert (notice.deadline.on <= TUESDAY) is met
    assert (on <= notice.last_day) is met


def test_nobody_served_is_no_notice_but_there_is_a_last_day_to_serve() -> None:
    for services in ((), (unserved(),)):
        notice = given(*services)
        assert (notice.deadline, notice.met, notice.last_day) == (None, False, date(2026, 12, 1))


def test_service_that_comes_after_the_day_is_not_yet_notice() -> None:
    assert given(served(date(2026, 11, 23)), as_of=AS_OF).deadline is None
    assert given(served(date(2026, 11, 23)), as_of=date(2026, 11, 23)).met


def test_the_earliest_service_counts_when_there_are_several() -> None:
    notice = given(served(date(2026, 12, 3)), served(date(2026, 11, 30)), as_of=date(2026, 12, 7))
    assert notice.deadline is not None
    assert notice.deadline.trigger == date(2026, 11, 30)
    assert notice.met


def test_service_for_an_earlier_setting_does_not_count_once_the_paper_is_issued_anew() -> None:
    last_year = served(date(2025, 3, 3), attempted_on=date(2025, 3, 3), issued_on=date(2025, 2, 20))
    again = served(None, result="moved", issued_on=date(2026, 11, 4))
    assert given(last_year).met
    assert (given(last_year, again).met, given(last_year, again).deadline) == (False, None)
    assert [gap.what for gap in gaps(last_year, again)] == ["The other party is not served"]
    notice = given(last_year, again, served())
    assert notice.deadline is not None
    assert notice.deadline.trigger == date(2026, 11, 13)


def test_only_an_order_to_show_cause_gives_notice_of_contempt() -> None:
    summons = served(paper="summons and complaint")
    assert not given(summons).met
    assert [gap.what for gap in gaps(summons)] == ["Nothing is issued for service"]
    assert given(summons, code="HREV").met
    assert given(served(paper="order to appear and show cause")).met


def test_notice_names_its_rule_its_cite_and_that_no_attorney_has_verified_it() -> None:
    notice = given(served())
    assert (notice.rule, notice.period, notice.cite, notice.verified_by) == (
        "nc.notice.civil-contempt", "5 calendar days", "N.C. Gen. Stat. § 5A-23(a); N.C. R. Civ. P. 6(a)", "",
    )  # fmt: skip
    assert notice.deadline is not None
    assert notice.deadline.evidence == "SERVICE.csv 7000070074"
    assert notice.deadline.sentence().endswith("[unverified rule].")


def test_a_hearing_that_is_served_returned_and_noticed_lacks_nothing() -> None:
    assert gaps(served()) == []


def test_nothing_issued_is_a_gap_of_the_agent_with_the_last_day_to_serve() -> None:
    assert gaps() == [
        Gap(
            "Nothing is issued for service",
            "Last day to serve is Tue Dec 1, 2026 (5 calendar days, N.C. Gen. Stat. § 5A-23(a); N.C. R. Civ. P. 6(a)).",
            "agent",
        )
    ]


def test_a_failed_attempt_is_told_with_its_day_method_and_result() -> None:
    (gap,) = gaps(unserved("not found"))
    assert (gap.what, gap.owner) == ("The other party is not served", "agent")
    assert gap.cause.startswith("Last attempt Nov 13, 2026 by sheriff: not found. Last day to serve is Tue Dec 1, 2026")


def test_an_attempt_that_is_still_to_come_is_not_told_as_one() -> None:
    (gap,) = gaps(served(None, result=None, attempted_on=None, returned_on=None))
    assert gap.cause.startswith("Last day to serve is")


def test_service_without_a_return_is_a_gap_until_the_return_is_back() -> None:
    away = served(returned_on=date(2026, 11, 25))
    assert gaps(away) == [
        Gap("Proof of service is not back", "Served Nov 13, 2026 by sheriff; no return on file.", "agent")
    ]
    assert gaps(away, as_of=date(2026, 11, 25)) == []


def test_short_notice_is_a_gap_of_the_attorney_with_its_arithmetic() -> None:
    late = served(date(2026, 12, 3), attempted_on=date(2026, 12, 3), returned_on=date(2026, 12, 4))
    (gap,) = gaps(late, as_of=date(2026, 12, 7))
    assert (gap.what, gap.owner) == ("Notice is too short", "attorney")
    assert gap.cause == (
        "Service of the order to show cause Thu Dec 3, 2026; 5 calendar days, "
        "leaving out Dec 5 (Saturday), Dec 6 (Sunday); "
        "hearing of civil contempt no earlier than Thu Dec 10, 2026 "
        "(N.C. Gen. Stat. § 5A-23(a); N.C. R. Civ. P. 6(a)) [unverified rule]. "
        "The hearing is set for Tue Dec 8, 2026."
    )


def test_an_unlisted_type_is_counted_as_a_motion_and_says_so_to_the_attorney() -> None:
    found = gaps(served(), code="HXYZ")
    assert (
        Gap(
            "Hearing type HXYZ is not on the list",
            "Its notice is counted as for a motion; ask the county attorney.",
            "attorney",
        )
        in found
    )
    assert LAW.hearing_type_or_other("HXYZ").notice == LAW.hearing_type("HREV").notice == "nc.notice.motion"


def test_a_year_without_holidays_on_file_is_a_gap_and_not_a_guess() -> None:
    assert gaps(served(), on=date(2031, 3, 4)) == [
        Gap(
            "Notice cannot be counted",
            "The court holidays of 2031 are not yet on file for North Carolina; no date in it can be counted.",
            "attorney",
        )
    ]


def test_papers_that_come_with_a_later_template_stand_as_gaps() -> None:
    later = [gap.what for gap in gaps(served(), code="HCGB")]
    assert later == ["Motion for genetic tests is not prepared here"]


def test_every_gap_says_what_why_and_whose_move_it_is() -> None:
    states = ((), (unserved(),), (served(returned_on=None),), (served(date(2026, 12, 7)),))
    found = [
        gap
        for code in (*LAW.hearing_types(), "HXYZ")
        for services in states
        for on in (TUESDAY, date(2031, 3, 4))
        for gap in gaps(*services, code=code, on=on, as_of=date(2026, 12, 7))
    ]
    assert len(found) > 100
    assert [gap for gap in found if not gap.what or not gap.cause.endswith(".")] == []
    assert {gap.owner for gap in found} == {"agent", "attorney"}


@pytest.mark.parametrize(
    ("code", "paper", "method"),
    [
        ("HOSC", "order to show cause", "mail"),
        ("HOSC", "order to show cause", "email"),
        ("HREV", "notice of hearing", "pigeon"),
    ],
)
def test_papers_sent_in_a_way_that_the_law_does_not_know_never_give_notice(code: str, paper: str, method: str) -> None:
    early = served(date(2026, 11, 5), method=method, attempted_on=date(2026, 11, 5), paper=paper)
    notice = given(early, code=code)
    assert (notice.deadline, notice.met) == (None, False)
    (gap,) = gaps(early, code=code)
    assert gap.what == "The other party is not served"
    assert f"by {method}: served. It does not count: '{method}' is no way to serve a paper such as" in gap.cause


def test_service_of_which_nobody_asked_the_law_does_not_count() -> None:
    found = notice_given(LAW.hearing_type("HOSC"), TUESDAY, [served()], as_of=AS_OF)
    assert (found.deadline, found.met) == (None, False)


def test_lawful_service_after_an_unlawful_one_gives_notice_from_its_own_day() -> None:
    mailed = served(date(2026, 11, 5), method="mail", attempted_on=date(2026, 11, 5))
    notice = given(mailed, served())
    assert notice.deadline is not None
    assert (notice.deadline.trigger, notice.met) == (date(2026, 11, 13), True)


def test_a_closing_of_the_courthouse_counts_in_the_notice() -> None:
    """Served Tuesday, Dec 1: five days without the weekend end on Tuesday, Dec 8; a storm on the 7th moves that."""
    services = by_law(served(date(2026, 12, 1), attempted_on=date(2026, 12, 1)))
    storm = LAW.calendar().with_closings({date(2026, 12, 7): "ice storm"})
    as_of, kind = date(2026, 12, 7), LAW.hearing_type("HOSC")
    before = notice_given(kind, TUESDAY, services, as_of=as_of)
    after = notice_given(kind, TUESDAY, services, as_of=as_of, court=storm)
    assert (before.met, before.last_day) == (True, date(2026, 12, 1))
    assert (after.met, after.last_day) == (False, date(2026, 11, 30))
    assert after.deadline is not None
    assert "Dec 7 (ice storm)" in after.deadline.sentence()
