"""The guideline of a case in a browser: filled in, run without a script, read at either width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

ESTABLISHMENT, AFTER_THE_SCHEDULE = "7000070000", "7000071480"


def run_it(page: Page, site: Site) -> None:
    """A run with two incomes, on Worksheet A."""
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/cases/{ESTABLISHMENT}")
    page.get_by_role("link", name="Guideline of this case").click()
    page.get_by_label("Monthly gross income of the obligee", exact=True).fill("2,500.00")
    page.get_by_label("Monthly gross income of the obligor", exact=True).fill("3000.00")
    page.get_by_label("Where monthly gross income of the obligor comes from").fill("Pay stubs of October 2026")
    page.get_by_role("button", name="Run and keep").click()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_run_is_made_without_a_script_and_every_page_of_it_is_accessible_and_fits(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False).new_page()
    run_it(page, site)
    expect(page.get_by_role("heading", name="Run 1, which papers use")).to_be_visible()
    lines = page.get_by_role("table", name="Lines of guideline run 1")
    expect(lines).to_contain_text("Recommended child support order")
    seen = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    site.sign_in(seen, "attorney")
    for path in (
        f"/cases/{ESTABLISHMENT}/guideline",
        f"/cases/{ESTABLISHMENT}/guideline/1",
        f"/cases/{AFTER_THE_SCHEDULE}/guideline",
        f"/cases/{ESTABLISHMENT}/guideline?on=1999-01-01",
    ):
        seen.goto(site.url + path)
        accessible(seen)
        assert seen.locator("h1").count() == 1
        assert seen.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_refusal_keeps_what_was_typed(site: Site, page: Page) -> None:
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/cases/{AFTER_THE_SCHEDULE}/guideline?on=2031-01-14")
    expect(page.get_by_role("note")).to_contain_text("No run can be made for Tue, Jan 14, 2031 yet")
    page.get_by_label("Monthly gross income of the obligee", exact=True).fill("2,500.00")
    page.get_by_label("Monthly gross income of the obligor", exact=True).fill("3000.00")
    page.get_by_role("button", name="Run and keep").click()
    expect(page.get_by_role("alert")).to_contain_text("No Schedule of Basic Support Obligations is on file")
    expect(page.get_by_label("Monthly gross income of the obligor", exact=True)).to_have_value("3000.00")
