"""The page of dates by hand and keyboard: it counts while fields change, and without a script too."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

CONTEMPT = "/dates?rule=nc.notice.civil-contempt&on=2026-10-08&what_if=2026-10-15"


def test_the_day_is_counted_while_fields_change_and_the_focus_stays(quiet_site: Site, page: Page) -> None:
    quiet_site.sign_in(page, "agent")
    page.goto(f"{quiet_site.url}/dates")
    rule, method, on = page.locator("#rule"), page.locator("#method"), page.locator("#on")
    rule.focus()
    rule.select_option("nc.notice.motion")
    expect(method.locator("option", has_text="publication")).to_have_count(0)
    expect(rule).to_be_focused()
    on.fill("2026-11-20")
    on.blur()
    expect(page.locator("#answer h2").first).to_contain_text("no earlier than Mon, Nov 30, 2026")
    method.focus()
    method.select_option("mail")
    expect(page.locator("#answer h2").first).to_contain_text("no earlier than Thu, Dec 3, 2026")
    expect(page.get_by_role("status")).to_have_text("Thu, Dec 3, 2026")
    expect(method).to_be_focused()
    on.fill("2031-11-20")
    on.blur()
    expect(page.locator("#answer")).to_contain_text("The court holidays of 2031 are not yet on file")


def test_words_narrow_the_rules_and_another_state_has_its_own(quiet_site: Site, page: Page) -> None:
    quiet_site.sign_in(page, "agent")
    page.goto(f"{quiet_site.url}/dates")
    page.get_by_label("Words of the rule").fill("show cause")
    page.get_by_label("Words of the rule").blur()
    expect(page.locator("#rule option[value='nc.summons.service']")).to_have_count(0)
    expect(page.locator("#rule option[value='nc.notice.civil-contempt']")).to_have_count(1)
    page.get_by_label("State").select_option("CA")
    expect(page.locator("#rule option[value^='nc.']")).to_have_count(0)


def test_without_a_script_the_button_counts(quiet_site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    quiet_site.sign_in(page, "agent")
    page.goto(f"{quiet_site.url}/dates")
    page.locator("#rule").select_option("nc.notice.motion")
    page.get_by_label("Day known", exact=True).fill("2026-11-20")
    page.get_by_role("button", name="Count").click()
    expect(page.locator("#answer h2").first).to_contain_text("no earlier than Mon, Nov 30, 2026")
    expect(page.locator("img.drawing-strip")).to_have_attribute(
        "alt", re.compile("^Service of the motion or notice of hearing Fri")
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_dates_and_their_strip_are_accessible_and_fit_the_window(
    width: int, quiet_site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    quiet_site.sign_in(page, "attorney")
    for path in (
        "/dates",
        CONTEMPT,
        "/dates?state=CA&rule=ca.notice.motion&on=2026-12-08",
        "/dates?rule=x&on=2026-10-08",
    ):
        page.goto(quiet_site.url + path)
        page.wait_for_load_state("networkidle")
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.goto(quiet_site.url + CONTEMPT)
    assert page.locator("img.drawing-strip").evaluate("node => node.complete && node.naturalWidth > 0")


def test_a_printed_day_leaves_the_form_out(quiet_site: Site, page: Page) -> None:
    quiet_site.sign_in(page, "agent")
    page.goto(quiet_site.url + CONTEMPT)
    expect(page.locator("form.dates")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("form.dates")).to_be_hidden()
    expect(page.locator("img.drawing-strip")).to_be_visible()
    expect(page.locator("#answer h2").first).to_contain_text("no earlier than Fri, Oct 16, 2026")
