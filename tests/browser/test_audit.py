"""The audit of a case in a real browser: on a wide and a narrow window, and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

AUDIT = "/cases/7000070296/audit"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_audit_is_accessible_and_fits_the_window(
    width: int, quiet_site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    quiet_site.sign_in(page, "attorney")
    page.goto(quiet_site.url + AUDIT)
    accessible(page)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_another_day_is_asked_for_without_a_script(quiet_site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    quiet_site.sign_in(page, "agent")
    page.goto(quiet_site.url + AUDIT)
    page.get_by_label("As of").fill("2025-12-31")
    page.get_by_role("button", name="Count as of that day").click()
    expect(page.get_by_text("as of Wed, Dec 31, 2025")).to_be_visible()
    expect(page.get_by_text("$3,364.00").first).to_be_visible()
    expect(page.get_by_role("link", name="Work paper (PDF)")).to_have_attribute(
        "href", f"{AUDIT}.pdf?as_of=2025-12-31"
    )
