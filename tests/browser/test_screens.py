"""Every screen of every desk, on a wide and a narrow window, for those who see, hear or type it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

WIDTHS = (1280, 390)
SCREENS = {
    "agent": (
        "/sessions",
        "/sessions/1",
        "/sessions/1?whose=attorney",
        "/sessions/1/readiness",
        "/sessions/1/readiness?show=blocked",
        "/sessions/1/readiness?show=ready",
        "/hearings/{hearing}",
        "/hearings/{hearing}/papers/fact-sheet",
        "/hearings/{hearing}/ability",
        "/hearings/{hearing}/entries",
        "/hearings/{hearing}/exhibits",
        "/hearings/{hearing}/history",
        "/cases",
        "/cases?q=nothing",
        "/cases/7000070888",
        "/cases/7000070888/money",
        "/cases/7000070888/money?as_of=2025-11-20&page=1",
        "/jobs",
        "/progress/nothing-1",
    ),
    "attorney": (
        "/queue",
        "/review/{revision}",
        "/sessions/1",
        "/hearings/{hearing}",
        "/hearings/{hearing}/papers/payment-history",
        "/templates",
        "/templates/nc/payment-history",
        "/templates/facts?q=arrears&facts=PaymentHistory",
        "/templates/facts?q=nothing-has-these-words",
    ),
    "clerk": ("/inbox", "/answered"),
    "admin": ("/jobs",),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("role", SCREENS)
def test_every_screen_is_accessible_and_fits_the_window(
    role: str, width: int, quiet_site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    quiet_site.sign_in(page, role)
    known = {"hearing": quiet_site.desks.hearing, "revision": quiet_site.desks.revision("fact-sheet")}
    for path in SCREENS[role]:
        page.goto(quiet_site.url + path.format(**known))
        accessible(page)
        assert page.title().endswith(" · Courtready")
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_sign_in_page_and_a_refusal_are_accessible(
    quiet_site: Site, page: Page, accessible: Callable[[Page], None]
) -> None:
    for path in ("/sign-in", "/nowhere"):
        page.goto(quiet_site.url + path)
        accessible(page)
    page.goto(f"{quiet_site.url}/sign-in")
    page.get_by_label("E-mail address").fill("nobody@example.gov")
    page.get_by_label("Password").fill("not the password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("The e-mail address or the password is not right.")
    accessible(page)


def test_a_keyboard_reaches_the_content_first_and_sees_where_it_is(quiet_site: Site, page: Page) -> None:
    quiet_site.sign_in(page, "agent")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.get_by_role("link", name="Dates that new rules would move")
    expect(first).to_be_focused()
    assert first.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


def test_no_page_breaks_the_rules_that_it_sends_with_itself(quiet_site: Site, page: Page) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    quiet_site.sign_in(page, "agent")
    for path in ("/sessions", "/progress/nothing-1", f"/hearings/{quiet_site.desks.hearing}/papers/fact-sheet"):
        page.goto(quiet_site.url + path)
        page.wait_for_load_state("networkidle")
    assert told == []


def test_what_a_page_shows_as_pictures_is_there_as_text_too(quiet_site: Site, page: Page) -> None:
    quiet_site.sign_in(page, "agent")
    page.goto(f"{quiet_site.url}/hearings/{quiet_site.desks.hearing}/papers/payment-history")
    page.get_by_text("Text of page 1").click()
    expect(page.locator("#page-1 pre")).to_contain_text("IN THE GENERAL COURT OF JUSTICE")
    expect(page.locator("#page-1 img")).to_have_attribute("alt", "Page 1 of 5 of Payment History; its text follows.")
