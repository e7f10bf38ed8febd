"""An attorney takes a template through the clinic, by mouse, by keyboard and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.documents.test_template_versions import history

HISTORY = "/templates/nc/payment-history"
WIDTHS = (1280, 390)


def bring(site: Site, page: Page, word: bytes) -> None:
    """Bring a Word file and wait until it is looked over."""
    page.goto(site.url + HISTORY)
    file = {"name": "x.docx", "mimeType": "application/octet-stream", "buffer": word}
    page.get_by_label("Word file (.docx)").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Look it over").click()
    page.get_by_role("link", name="See the result").click(timeout=120_000)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_draft_is_accessible_and_fits_the_window_with_and_without_problems(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "attorney")
    with site.worker():
        for line, heading in (
            ("{{ arrears.totel }}", "1 problem, in the order"),
            ("One more line.", "No problem was found"),
        ):
            bring(site, page, history(line))
            expect(page.get_by_role("heading", name=heading)).to_be_visible()
            accessible(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_place_of_a_problem_is_shown_and_leads_to_its_words(site: Site, page: Page) -> None:
    site.sign_in(page, "attorney")
    with site.worker():
        bring(site, page, history("{{ arrears.totel }}"))
    picture = page.get_by_role("img", name="with problem 1 marked")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("naturalWidth", 980)
    page.locator("figcaption").get_by_role("link", name="1").click()
    expect(page.locator("#problem-1")).to_contain_text("did you mean 'arrears.total'?")


def test_without_javascript_a_template_is_looked_over_published_and_rolled_back(site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    site.sign_in(page, "attorney")
    page.goto(site.url + HISTORY)
    file = {"name": "x.docx", "mimeType": "application/octet-stream", "buffer": history()}
    page.get_by_label("Word file (.docx)").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Look it over").click()
    site.desks.work()
    page.get_by_role("link", name="Look again").click()
    page.get_by_role("link", name="See the result").click()
    page.get_by_label("Why, for those who come after you").fill("Ours")
    page.get_by_role("button", name="Publish this draft").click()
    expect(page.get_by_role("status")).to_contain_text(
        "Version 2 is published for hearings from November 20, 2026 on by"
    )

    page.get_by_text("Publish again version 1").click()
    page.get_by_role("button", name="Publish version 1 again").click()
    expect(page.get_by_role("status")).to_contain_text("Version 3 is published")
    expect(page.get_by_role("row").nth(1)).to_contain_text("In force")


def test_a_tag_is_copied_and_the_copying_is_told(quiet_site: Site, browser: Browser) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    quiet_site.sign_in(page, "attorney")
    page.goto(f"{quiet_site.url}/templates/facts?facts=PaymentHistory&q=arrears+total")
    page.get_by_role("button", name="Copy {{ arrears.total }}").click()
    expect(page.get_by_role("status")).to_have_text("Copied: {{ arrears.total }}")
    assert page.evaluate("navigator.clipboard.readText()") == "{{ arrears.total }}"


def test_another_paper_is_asked_for_on_the_page_of_the_hearing(site: Site, page: Page) -> None:
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    page.get_by_label("Make another paper").select_option("order-of-continuance")
    with site.worker():
        page.get_by_role("button", name="Make it").click()
        page.get_by_role("link", name="See the result").click(timeout=120_000)
    expect(page.get_by_role("table", name="Papers of this hearing")).to_contain_text("Order of Continuance")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_draft_is_tried_on_a_hearing_wide_and_narrow(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "attorney")
    with site.worker():
        bring(site, page, history("Asked of {{ obligor }}"))
        page.get_by_role("link", name="Try it on a hearing").click()
        page.get_by_label("Case number or file number").fill(site.desks.case_no)
        page.get_by_role("button", name="Find").click()
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.get_by_role("button", name=f"on case {site.desks.case_no}").first.click()
        page.get_by_role("link", name="See the result").click(timeout=120_000)
    for side in ("Before", "After"):
        picture = page.get_by_role("img", name=f"{side}, page 1 of")
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 980)
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
