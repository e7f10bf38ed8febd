"""The court calendar by hand, with and without a script: a hearing continued, the court's list followed, a feed."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

SESSION = {"on": "2027-01-20", "courthouse": "MECKLENBURG COUNTY COURTHOUSE", "room": "4110", "judge": "Hon. P. Okafor"}
WITH_OR_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
PAGES = (
    "/sessions", "/sessions/1/calendar", "/sessions/1/docket-list", "/hearings/{hearing}/move", "/continuances",
    "/closings", "/closings/{closing}", "/practices", "/my-calendar", "/sessions/1/service", "/cases/{case}/service",
)  # fmt: skip


def signed_in(site: Site, browser: Browser, role: str, *, script: bool = True, width: int = 1280) -> Page:
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, role)
    return page


def opened(site: Site, **changed: object) -> int:
    answer = site.desks.bearer("agent").post("/api/v1/sessions", json=SESSION | changed)
    return int(answer.raise_for_status().json()["session"])


@WITH_OR_WITHOUT
def test_a_hearing_is_continued_to_a_proposed_date_and_seen_where_it_went(
    script: bool, site: Site, browser: Browser
) -> None:
    opened(site, capacity=20)
    page = signed_in(site, browser, "agent", script=script)
    page.goto(f"{site.url}/sessions/1/calendar")
    page.get_by_role("link", name="Move or continue case 7000070888").click()
    page.get_by_label("How the papers will be served").select_option("mail")
    page.get_by_role("button", name="Look for dates").click()
    expect(page.get_by_label("How the papers will be served")).to_have_value("mail")
    expect(page.locator("form[action$='/continue']")).to_contain_text("Serve by")
    page.get_by_role("radio", name=re.compile("Wed, Jan 20, 2027")).check()
    page.get_by_label("Cause").select_option("late service")
    page.get_by_label("More, if it helps").fill("Served on December 4.")
    page.get_by_role("button", name="Continue the hearing").click()
    expect(page.get_by_role("status")).to_contain_text("set for Wed, Jan 20, 2027")
    page.goto(f"{site.url}/sessions/1/calendar")
    expect(page.get_by_role("table").last).to_contain_text("7000070888")
    page.goto(f"{site.url}/continuances")
    expect(page.get_by_role("row", name=re.compile("Served, but too late"))).to_contain_text("notice")


@WITH_OR_WITHOUT
def test_the_courts_list_is_brought_and_followed(script: bool, site: Site, browser: Browser) -> None:
    page = signed_in(site, browser, "agent", script=script)
    page.goto(f"{site.url}/sessions/1")
    page.get_by_role("link", name="Court’s docket list").click()
    raw = b"Case Number,Time,Courtroom\r\n18 CVD 18471,4:15 PM,8110\r\n99 CVD 1,9:00 AM,8110\r\n"
    page.get_by_label("Bring the court’s list").set_input_files(
        {"name": "december-8.csv", "mimeType": "text/csv", "buffer": raw}
    )
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_contain_text("2 matters of the court's list were read")
    moved = page.get_by_role("row", name=re.compile("18 CVD 18471 at 4:15 PM, not 9:00 AM"))
    moved.get_by_role("button", name=re.compile("^Follow the court")).click()
    expect(page.get_by_role("status")).to_contain_text("The court's list was followed for")
    expect(moved).to_have_count(0)
    page.get_by_role("row", name=re.compile("99 CVD 1 ")).get_by_role("button", name=re.compile("^Set aside")).click()
    expect(page.get_by_text("1 difference set aside")).to_be_visible()
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    expect(page.locator("main")).to_contain_text("4:15 PM")


@WITH_OR_WITHOUT
def test_a_feed_is_made_its_address_shown_once_and_ended(script: bool, site: Site, browser: Browser) -> None:
    page = signed_in(site, browser, "attorney", script=script)
    page.goto(f"{site.url}/my-calendar")
    page.get_by_role("button", name="Make an address").click()
    address = page.get_by_label("Copy it now; it is not shown again").input_value()
    assert page.request.get(address).text().startswith("BEGIN:VCALENDAR")
    page.goto(f"{site.url}/my-calendar")
    expect(page.get_by_label("Copy it now; it is not shown again")).to_have_count(0)
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("status")).to_contain_text("The calendar feed was ended by")
    assert page.request.get(address).status == 404


def test_a_locked_calendar_says_so_to_an_agent_and_opens_to_an_attorney(site: Site, browser: Browser) -> None:
    agent, attorney = signed_in(site, browser, "agent"), signed_in(site, browser, "attorney")
    agent.goto(f"{site.url}/sessions/1/calendar")
    agent.get_by_role("button", name="Lock the calendar").click()
    expect(agent.get_by_role("heading", name=re.compile("Locked by Avery Agent"))).to_be_visible()
    agent.goto(f"{site.url}/hearings/{site.desks.hearing}/move")
    agent.get_by_label("Cause").select_option("court")
    agent.get_by_role("button", name="Continue the hearing").click()
    expect(agent.get_by_role("alert")).to_contain_text("was locked by Avery Agent; only an attorney")
    attorney.goto(f"{site.url}/sessions/1/calendar")
    attorney.get_by_label("Why it is unlocked").fill("The judge adds a matter.")
    attorney.get_by_role("button", name="Unlock").click()
    expect(attorney.get_by_role("button", name="Lock the calendar")).to_be_visible()


def test_the_radios_and_buttons_of_a_move_work_with_the_keyboard_alone(site: Site, browser: Browser) -> None:
    opened(site)
    page = signed_in(site, browser, "agent")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/move")
    page.locator("input[name='to']").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("input[name='to']:checked").evaluate("node => node === document.activeElement")
    page.get_by_label("Cause").focus()
    page.keyboard.type("A party asked")
    page.get_by_role("button", name="Continue the hearing").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The hearing of case 7000070888 was")


@pytest.mark.parametrize("role", ["agent", "attorney"])
@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_of_the_calendar_and_of_service_is_accessible_and_fits_the_window(
    width: int, role: str, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    opened(site, capacity=1, minutes=60, opens="09:00", closes="12:00")
    api = site.desks.bearer("agent")
    closing = api.post("/api/v1/closings", json={"on": "2026-12-10", "why": "Ice storm"}).json()["id"]
    api.post(f"/api/v1/hearings/{site.desks.hearing}/continue", json={"cause": "no service"})
    raw = b"Case Number,Time,Courtroom\r\n18 CVD 18471,4:15 PM,8110\r\n"
    api.post("/api/v1/sessions/1/docket-list", files={"file": ("list.csv", raw)})
    page = signed_in(site, browser, role, width=width)
    known = {"hearing": site.desks.hearing, "closing": closing, "case": site.desks.case_no}
    for path in PAGES:
        page.goto(site.url + path.format(**known))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        accessible(page)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
