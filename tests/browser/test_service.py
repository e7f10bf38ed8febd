"""Service of process by hand: an attempt written down, put right when it was wrong, with and without a script."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

WITH_OR_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])


def at_case(site: Site, browser: Browser, *, script: bool, width: int = 1280) -> Page:
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/sessions/1/service")
    page.get_by_role("link", name=re.compile(f"service of case {site.desks.case_no}")).click()
    return page


@WITH_OR_WITHOUT
@pytest.mark.parametrize("width", [1280, 390])
def test_an_attempt_is_entered_in_one_form_and_stands_on_the_timeline(
    width: int, script: bool, site: Site, browser: Browser
) -> None:
    page = at_case(site, browser, script=script, width=width)
    form = page.get_by_role("region", name="An attempt")
    form.get_by_label("Day", exact=True).fill("2026-11-19")
    form.get_by_label("Time", exact=True).fill("18:30")
    form.get_by_label("Result").select_option("not home")
    form.get_by_label("Server", exact=True).fill("Dep. Ñuñez O'Brien")
    form.get_by_role("button", name="Write down attempt").click()
    expect(page.get_by_role("status")).to_contain_text("The attempt of Nov 19, 2026 by sheriff, not home")
    expect(page.locator("ol.timeline")).to_contain_text("Sheriff at 6:30 PM: not home, by Dep. Ñuñez O'Brien")


@WITH_OR_WITHOUT
def test_an_attempt_that_the_law_does_not_allow_is_shown_with_the_reason_and_can_be_taken_back(
    script: bool, site: Site, browser: Browser
) -> None:
    page = at_case(site, browser, script=script)
    form = page.get_by_role("region", name="An attempt")
    form.get_by_label("Method").select_option("mail")
    form.get_by_label("Result").select_option("served")
    form.get_by_role("button", name="Write down attempt").click()
    expect(page.locator("main")).to_contain_text("does not count")
    expect(page.locator("main")).to_contain_text("'mail' is no way to serve a paper such as the order to show cause")
    page.get_by_text("Take back what was written down by mistake").click()
    page.get_by_role("button", name=re.compile("^Take back the attempt of Nov 20, 2026 by mail")).click()
    expect(page.get_by_role("status")).to_contain_text("The attempt was taken back by")
    expect(page.locator("main")).not_to_contain_text("'mail' is no way to serve")


@WITH_OR_WITHOUT
def test_what_cannot_be_true_is_said_and_what_was_typed_stays(script: bool, site: Site, browser: Browser) -> None:
    page = at_case(site, browser, script=script)
    form = page.get_by_role("region", name="An attempt")
    form.get_by_label("Day", exact=True).fill("2026-12-24")
    form.get_by_label("Server", exact=True).fill("Dep. Ñuñez")
    form.get_by_role("button", name="Write down attempt").click()
    expect(page.get_by_role("alert").first).to_contain_text("The attempt lies in the future")
    expect(page.get_by_label("Server", exact=True)).to_have_value("Dep. Ñuñez")
    expect(page.get_by_label("Day", exact=True)).to_have_value("2026-12-24")


@WITH_OR_WITHOUT
def test_a_servers_list_is_brought_from_the_page_of_the_docket(script: bool, site: Site, browser: Browser) -> None:
    page = at_case(site, browser, script=script)
    page.goto(f"{site.url}/sessions/1/service")
    page.get_by_role("link", name="Bring a server’s list").click()
    raw = f"case,paper,date,result\r\n{site.desks.case_no},order to show cause,11/19/2026,not home\r\nx,,1,moved\r\n"
    page.get_by_label("Bring a list").set_input_files(
        {"name": "november.csv", "mimeType": "text/csv", "buffer": raw.encode()}
    )
    page.get_by_role("button", name="Take over").click()
    expect(page.get_by_role("status")).to_have_text("november.csv: 1 line taken over, 1 not.")
    expect(page.get_by_role("row", name=re.compile("Not taken over"))).to_contain_text("There is no case")
