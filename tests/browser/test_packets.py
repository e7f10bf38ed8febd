"""Packets on the hearing page: bound, looked at, handed out and opened again, by whoever sees, hears or types it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site


@pytest.mark.parametrize("width", [1280, 390])
def test_a_packet_is_bound_and_handed_out_and_its_changes_are_offered(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "agent")
    hearing = f"{site.url}/hearings/{site.desks.hearing}"
    _bind(page, site, hearing)
    card = page.get_by_role("region", name="Hearing packet")
    expect(card).to_contain_text("Not handed out")
    card.get_by_text("Hand out this packet").click()
    card.get_by_text("ccessible", exact=False).first.click()
    _looked_at(page, width, accessible)
    card.get_by_role("button", name="Hand out issue 1").click()
    expect(page.get_by_role("status")).to_contain_text("was handed out by Avery Agent, Nov 20, 2026")
    expect(card.get_by_role("link", name="Issue 1")).to_be_visible()

    agent = site.desks.bearer("agent")
    sent = {"receipt_no": "M1", "collected_on": "2026-11-20", "amount": "500.00"}
    agent.post(f"/api/v1/cases/{site.desks.case_no}/payments", json=sent).raise_for_status()
    agent.post(f"/api/v1/hearings/{site.desks.hearing}/prepare").raise_for_status()
    site.desks.work()
    _bind(page, site, hearing)
    expect(card.get_by_role("link", name="Changes since issue 1")).to_be_visible()
    expect(card).to_contain_text("Changed since issue 1")
    _looked_at(page, width, accessible)


def _bind(page: Page, site: Site, hearing: str) -> None:
    page.goto(hearing)
    page.get_by_role("button", name="Bind Hearing packet").click()
    site.desks.work()
    page.goto(hearing)


def _looked_at(page: Page, width: int, accessible: Callable[[Page], None]) -> None:
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
