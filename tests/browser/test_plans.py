"""Payment plans in a browser: written down, looked at, thought through before they are made."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site


def write_a_plan(page: Page, instalment: str) -> None:
    """Fill in the form of a plan and send it."""
    form = page.get_by_role("region", name="Write down a plan")
    form.get_by_label("Which").fill("order of June 1, 2026")
    form.get_by_label("Made on").fill("2026-06-01")
    form.get_by_label("Instalment", exact=True).fill(instalment)
    form.get_by_label("First due on").fill("2026-06-15")
    form.get_by_label("Days that it may be late").fill("5")
    form.get_by_label("Failures in a row that break it").fill("2")
    form.get_by_role("button", name="Write down the plan").click()


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
@pytest.mark.parametrize("width", [1280, 390])
def test_an_agent_asks_what_if_writes_the_plan_down_and_sees_each_instalment(
    width: int, script: bool, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/cases/{site.desks.case_no}")
    page.get_by_role("link", name="Payment plans and what if").click()
    asking = page.get_by_role("region", name="What if")
    asking.get_by_label("Toward the arrears").fill("75.00")
    asking.get_by_role("button", name="Show the effect").click()
    effect = page.get_by_role("region", name="What it would change")
    expect(effect).to_contain_text("$75.00 monthly toward the arrears. The obligor is taken to pay as ordered.")
    expect(effect.get_by_role("row", name=re.compile("^Paid off"))).to_be_visible()
    if script:
        accessible(page)
    write_a_plan(page, "seventy-five")
    expect(page.get_by_role("alert")).to_contain_text("An amount is written as dollars and cents")
    expect(page.get_by_label("Which", exact=True)).to_have_value("order of June 1, 2026")
    write_a_plan(page, "75.00")
    expect(page.get_by_role("status")).to_contain_text("was written down by Avery Agent")
    plan = page.get_by_role("region", name="Payment plan of 06/01/2026")
    expect(plan.get_by_role("row", name=re.compile("^06.15.2026"))).to_contain_text("$75.00")
    expect(plan).to_contain_text("2 that fail in a row break the plan")
    if script:
        accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    plan.locator("summary", has_text="End this plan").click()
    plan.get_by_label("Why it ends").fill("a new order")
    plan.get_by_role("button", name="End the plan").click()
    expect(page.get_by_text("Payment plan of 06/01/2026, ended 11/20/2026")).to_be_visible()
