"""The money of a case in a browser: one person enters and proposes, another decides, with and without a script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

CASE = "/cases/7000070888"


@pytest.mark.parametrize(("script", "width"), [(True, 1280), (False, 390)], ids=["with a script", "without, narrow"])
def test_an_agent_proposes_an_adjustment_and_the_attorney_approves_it(
    script: bool, width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    agent = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(agent, "agent")
    agent.goto(f"{site.url}{CASE}")
    agent.get_by_role("link", name="Balance by bucket, running account and entries").click()
    expect(agent.get_by_role("heading", level=1)).to_have_text("Money of case 7000070888")
    propose(agent, "-75")
    expect(agent.get_by_role("alert")).to_contain_text("The proof is blank")
    expect(agent.get_by_label("Reason")).to_have_value("March was charged twice")
    agent.get_by_label("Proof").locator("visible=true").fill("the clerk's ledger, page 3")
    agent.get_by_role("button", name="Propose adjustment").click()
    expect(agent.get_by_role("status")).to_contain_text("An adjustment of -$75.00 was proposed by Avery Agent")
    expect(agent.get_by_role("region", name="Adjustments to decide")).to_contain_text("Somebody else decides about it")
    if script:
        accessible(agent)
    attorney = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(attorney, "attorney")
    attorney.goto(f"{site.url}{CASE}/money")
    if script:
        accessible(attorney)
    attorney.get_by_role("button", name="Approve").click()
    expect(attorney.get_by_role("status")).to_contain_text("The adjustment of -$75.00 was approved by Taylor Attorney")
    account = attorney.get_by_role("region", name="Lines of the running account")
    expect(account).to_contain_text("March was charged twice (proposed by Avery Agent, approved by Taylor Attorney)")
    assert attorney.evaluate("document.documentElement.scrollWidth") <= width


def propose(page: Page, amount: str) -> None:
    """Fill in a proposal with everything but its proof, which is written as a space."""
    page.get_by_text("An adjustment, to be approved").click()
    form = page.get_by_role("group").filter(has_text="An adjustment, to be approved")
    form.get_by_label("Day").fill("2026-11-02")
    form.get_by_label("Amount").fill(f"{amount}.00")
    form.get_by_label("Reason").fill("March was charged twice")
    form.get_by_label("Proof").fill(" ")
    form.get_by_role("button", name="Propose adjustment").click()
