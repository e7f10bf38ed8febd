"""The worklist on a page and in the API, what is written down there, and dates that new rules would move."""

from datetime import date
from html import unescape

from hearings.clocks.queries import kept_of_case
from infra.db import Database
from tests.desks import Desks, csrf_of
from tests.hearings.clocks.county import swept
from tests.hearings.clocks.test_law_diff import new_rows

REVIEW = "7000070222"
"""A review on December 8, 2026, with nobody served."""
TODAY = date(2026, 11, 20)


def _kept(database: Database, case_no: str, rule: str) -> int:
    with database.reading() as db:
        return next(one.id for one in kept_of_case(db, 1, case_no) if one.rule == rule)


def test_a_page_says_that_the_clocks_were_not_looked_at_yet(desks: Desks) -> None:
    told = desks.browser("agent").get("/today").text
    assert "The clocks have not been looked at yet" in told


def test_today_is_where_an_agent_and_an_attorney_start(desks: Desks) -> None:
    for role in ("agent", "attorney"):
        assert desks.browser(role).get("/").headers["location"] == "/today"


def test_a_line_of_the_page_says_what_case_by_when_why_and_who(desks: Desks) -> None:
    swept(desks.database)
    told = unescape(desks.browser("agent").get("/today").text)
    assert "Service of the motion or notice of hearing" in told
    assert f'href="/cases/{REVIEW}/deadlines"' in told
    assert "Wed, Nov 25, 2026, in 5 days" in told
    assert "N.C. Gen. Stat. § 50-13.5(d)(1)" in told
    assert "[unverified rule]" in told
    assert "nobody on the staff" in told


def test_a_deadline_is_marked_as_met_on_the_page_and_leaves_it(desks: Desks) -> None:
    swept(desks.database)
    id = _kept(desks.database, REVIEW, "nc.notice.motion")
    browser = desks.browser("agent")
    form = {"csrf": csrf_of(browser.get("/today").text), "on": "2026-11-20", "how": "Waived in writing."}
    assert browser.post(f"/deadlines/{id}/met", data=form).headers["location"] == "/today"
    assert f"/cases/{REVIEW}/deadlines" not in browser.get("/today").text
    told = unescape(browser.get(f"/cases/{REVIEW}/deadlines").text)
    assert "Waived in writing." in told
    assert browser.post(f"/deadlines/{id}/met", data=form).status_code == 409


def test_the_api_tells_the_worklist_as_the_page_does(desks: Desks) -> None:
    swept(desks.database)
    told = desks.bearer("agent").get("/api/v1/worklist?most=3").json()
    assert told["total"] > len(told["lines"]) == 3
    assert told["lines"] == sorted(told["lines"], key=lambda one: one["by"])
    lines = desks.bearer("agent").get("/api/v1/worklist").json()["lines"]
    line = next(one for one in lines if one["case_no"] == REVIEW)
    assert line == {
        "kind": "deadline", "id": line["id"], "what": "Service of the motion or notice of hearing", "case_no": REVIEW,
        "hearing_id": line["hearing_id"], "by": "2026-11-25", "why": line["why"], "rule": "nc.notice.motion",
        "cite": "N.C. Gen. Stat. § 50-13.5(d)(1); N.C. R. Civ. P. 6(a), 6(e)", "verified": False, "owner": "agent",
        "who": "", "urgency": "soon",
    }  # fmt: skip


def test_a_clock_is_started_by_hand_and_told_with_its_count(desks: Desks) -> None:
    swept(desks.database)
    api = desks.bearer("attorney")
    sent = {"rule": "us.servicemember.stay", "trigger_on": "2026-11-18", "evidence": "stay granted on November 18"}
    made = api.post(f"/api/v1/cases/{REVIEW}/deadlines", json=sent)
    assert made.status_code == 201
    assert (made.json()["on"], made.json()["kept_by"]) == ("2027-02-16", "attorney:attorney@here.example.gov")
    assert api.post(f"/api/v1/cases/{REVIEW}/deadlines", json=sent).status_code == 409
    assert "us.servicemember.stay" in {one["rule"] for one in api.get(f"/api/v1/cases/{REVIEW}/deadlines").json()}
    refused = api.post(f"/api/v1/cases/{REVIEW}/deadlines", json=sent | {"rule": "us.no.rule"})
    assert (refused.status_code, refused.json()["error"][:32]) == (404, "There is no rule 'us.no.rule' in")


def test_an_attorney_accepts_a_date_that_new_rules_move(desks: Desks) -> None:
    swept(desks.database)
    id = _kept(desks.database, REVIEW, "nc.notice.motion")
    with new_rows(nc_notice_motion="14 calendar days"):
        agent, attorney = desks.browser("agent"), desks.browser("attorney")
        told = unescape(agent.get("/moved-dates").text)
        assert "Tue, Nov 24, 2026" in told
        assert "/accept" not in told
        assert REVIEW in {one["kept"]["case_no"] for one in desks.bearer("agent").get("/api/v1/law/moved").json()}
        form = {"csrf": csrf_of(attorney.get("/moved-dates").text)}
        assert attorney.post(f"/deadlines/{id}/accept", data=form).status_code == 303
        moved = desks.bearer("agent").get("/api/v1/law/moved").json()
        assert REVIEW not in {one["kept"]["case_no"] for one in moved}
    assert "accepted it" in unescape(attorney.get(f"/cases/{REVIEW}/deadlines").text)
