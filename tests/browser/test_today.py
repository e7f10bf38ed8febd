"""The worklist in a real browser: by keyboard, without a script, on a wide and a narrow window."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.hearings.clocks.county import swept

CASE = "/cases/7000070222/deadlines"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_worklist_and_the_deadlines_of_a_case_are_accessible_and_fit_the_window(
    width: int, quiet_site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    swept(quiet_site.desks.database)
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    for role in ("agent", "attorney"):
        quiet_site.sign_in(page, role)
        for path in ("/today", CASE, "/moved-dates"):
            page.goto(quiet_site.url + path)
            for summary in page.locator("main table details > summary").all()[:4]:
                summary.click()
            accessible(page)
            assert page.locator("h1").count() == 1
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in")


def test_a_line_is_answered_without_a_script_by_the_keyboard(site: Site, browser: Browser) -> None:
    swept(site.desks.database)
    page = browser.new_context(java_script_enabled=False).new_page()
    site.sign_in(page, "agent")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="7000070222", exact=True))
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    row.get_by_label("How").fill("Waived in writing.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The deadline of case 7000070222 was marked as met")
    expect(page.get_by_role("link", name="7000070222", exact=True)).to_have_count(0)
