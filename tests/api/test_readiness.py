"""Readiness of a session on its page and in the API: the same for people and programs, narrowed without a script."""

import pytest
from sqlalchemy import select

from infra.audit import Audit
from tests.desks import Desks

CELLS = ["service", "notice", "sheet", "approval", "facts", "exhibits", "filing"]


def test_the_api_tells_a_board_exactly_as_promised(same_desks: Desks) -> None:
    told = same_desks.bearer("attorney").get(f"/api/v1/sessions/{same_desks.session}/readiness").json()
    assert list(told) == ["session", "ready", "savable", "hopeless", "hearings"]
    assert told["session"] == same_desks.session
    assert told["ready"] + told["savable"] + told["hopeless"] == len(told["hearings"]) == 20
    for hearing in told["hearings"]:
        assert list(hearing) == ["hearing", "case_no", "cells"]
        assert list(hearing["cells"]) == CELLS
        for cell in hearing["cells"].values():
            assert list(cell) == ["state", "cause", "owner", "next_action", "last_safe_day", "page"]
            red = cell["state"] in ("at risk", "blocked")
            assert red or cell["state"] in ("done", "not needed")
            assert all(bool(cell[name]) is red for name in ("owner", "next_action", "last_safe_day"))
    ours = next(one for one in told["hearings"] if one["hearing"] == same_desks.hearing)
    assert ours["cells"]["service"]["state"] == "done"
    assert ours["cells"]["approval"] == {
        "state": "at risk",
        "cause": "Fact sheet is not handed to an attorney (2 more to do).",
        "owner": "agent",
        "next_action": "Submit the fact sheet.",
        "last_safe_day": "2026-12-08",
        "page": "",
    }


def test_the_page_says_the_counts_each_hearing_and_what_is_left(same_desks: Desks) -> None:
    browser = same_desks.browser("agent")
    told = same_desks.bearer("agent").get(f"/api/v1/sessions/{same_desks.session}/readiness").json()
    page = browser.get(f"/sessions/{same_desks.session}/readiness").text
    counts = f"{told['ready']} of 20 ready; {told['savable']} can still be saved today; {told['hopeless']} should be"
    assert counts in page
    assert page.count('data-label="Service"') == 20
    assert "Submit the fact sheet." in page
    assert f'href="/sessions/{same_desks.session}/readiness"' in browser.get(f"/sessions/{same_desks.session}").text


@pytest.mark.parametrize(("show", "rows"), [("savable", 20), ("ready", 0), ("hopeless", 0), ("nonsense", 20)])
def test_links_narrow_the_page_to_hearings_that_stand_in_one_way(same_desks: Desks, show: str, rows: int) -> None:
    page = same_desks.browser("agent").get(f"/sessions/{same_desks.session}/readiness?show={show}").text
    assert page.count('data-label="Service"') == rows
    assert ("No hearing here." in page) is (rows == 0)


def test_what_is_blocked_stands_alone_when_it_is_asked_for(same_desks: Desks) -> None:
    told = same_desks.bearer("agent").get(f"/api/v1/sessions/{same_desks.session}/readiness").json()
    blocked = [
        one["case_no"] for one in told["hearings"] if any(cell["state"] == "blocked" for cell in one["cells"].values())
    ]
    page = same_desks.browser("agent").get(f"/sessions/{same_desks.session}/readiness?show=blocked").text
    assert 0 < len(blocked) < 20
    assert page.count('data-label="Service"') == len(blocked)
    assert all(case_no in page for case_no in blocked)


def test_the_docket_opens_as_a_pdf_under_a_name_that_tells_nobodys_name(same_desks: Desks) -> None:
    answer = same_desks.browser("attorney").get(f"/sessions/{same_desks.session}/docket.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"] == 'inline; filename="docket-session-1.pdf"'


def test_reading_readiness_and_printing_the_docket_stand_in_the_audit(desks: Desks) -> None:
    browser = desks.browser("agent")
    for path in ("readiness", "docket.pdf"):
        assert browser.get(f"/sessions/{desks.session}/{path}").status_code == 200
    with desks.database.reading() as db:
        verbs = list(db.scalars(select(Audit.verb).where(Audit.subject == "court session 1").order_by(Audit.seq)))
    assert verbs == ["read readiness of", "printed docket of"]


def test_a_clerk_and_another_office_see_nothing_of_it(same_desks: Desks) -> None:
    for path in ("readiness", "docket.pdf"):
        assert same_desks.browser("clerk").get(f"/sessions/{same_desks.session}/{path}").status_code == 403
        elsewhere = same_desks.browser("agent", "elsewhere")
        assert elsewhere.get(f"/sessions/{same_desks.session}/{path}").status_code == 404
    assert same_desks.bearer("clerk").get("/api/v1/sessions/1/readiness").status_code == 403
    assert same_desks.bearer("agent", "elsewhere").get("/api/v1/sessions/1/readiness").status_code == 404
