"""Agent, attorney and clerk do their work in a real browser, from a prepared hearing to a stamped filing."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_ability import answer_every_question, propose_a_purge

NEEDED = {
    "Why income withholding is not available or appropriate": "No employer is known.",
    "Ability-to-pay screening record": "Screened on October 30, 2026.",
    "Evidence of present ability to pay": "Works for cash; owns a boat.",
    "Basic subsistence needs": "Rent of $700.00 a month.",
    "Prior contempts, purges and results": "None found",
    "Counsel: advised, appointed, retained or waived": "Advised on November 19, 2026.",
    "Recommended purge": "500.00",
    "Evidence that the obligor can pay the purge that day": "Paid $473.00 in August.",
    "Agent's recommendation": "Civil contempt with a purge.",
}
Check = Callable[[Page], None]


def test_agent_attorney_and_clerk_take_a_hearing_from_gaps_to_a_stamped_filing(
    site: Site, browser: Browser, accessible: Check
) -> None:
    agent, attorney, clerk = (browser.new_context().new_page() for _ in range(3))
    for page, role in ((agent, "agent"), (attorney, "attorney"), (clerk, "clerk")):
        site.sign_in(page, role)

    with site.worker():
        _write_the_notes_and_prepare(agent, site, accessible)
        _submit(agent, accessible)
        _return_the_fact_sheet(attorney, accessible)
        _answer_the_remark_and_submit_again(agent, site, accessible)
        _approve_everything(attorney, accessible)
        _file(agent, site, accessible)
        _reject(clerk, accessible)
        _file_again(agent, site, accessible)
        _accept(clerk, accessible)
        _see_that_it_is_ready(agent, site)


def test_the_core_path_needs_no_javascript(site: Site, browser: Browser) -> None:
    without = {"java_script_enabled": False}
    agent, attorney = (browser.new_context(**without).new_page() for _ in range(2))  # type: ignore[arg-type]
    site.sign_in(agent, "agent")
    site.sign_in(attorney, "attorney")

    agent.goto(f"{site.url}/hearings/{site.desks.hearing}/entries")
    for label, words in NEEDED.items():
        _note(agent, label).fill(words)
    agent.get_by_role("button", name="Save notes").click()
    agent.get_by_role("button", name="Prepare papers again").click()
    expect(agent.get_by_text("0 of 2 done")).to_be_visible()
    assert site.desks.work() == 2
    agent.get_by_role("link", name="Look again").click()
    expect(agent.get_by_text("2 of 2 done")).to_be_visible()
    agent.get_by_role("link", name="See the result").click()
    agent.get_by_role("button", name="Submit to attorney").click()
    expect(agent.get_by_role("status")).to_contain_text("Submitted to the attorneys: Fact sheet")

    attorney.goto(f"{site.url}/queue")
    attorney.get_by_role("link", name="Fact sheet").click()
    attorney.get_by_role("button", name="Approve this PDF").click()
    expect(attorney.get_by_role("status")).to_contain_text("Fact sheet (PDF")


def test_a_payment_posted_after_approval_shows_on_the_hearing_page_and_in_no_other_paper(
    site: Site, page: Page
) -> None:
    case_no, revision = site.desks.case_no, site.desks.revision("payment-history")
    attorney, agent = site.desks.bearer("attorney"), site.desks.bearer("agent")
    assert agent.post(f"/api/v1/revisions/{revision}/submit").status_code == 200
    sha = agent.get(f"/api/v1/revisions/{revision}").json()["pdf_sha"]
    assert attorney.post(f"/api/v1/revisions/{revision}/approve", json={"pdf_sha": sha}).status_code == 200
    site.sign_in(page, "agent")

    page.goto(f"{site.url}/cases?q=18CVD018471")
    expect(page.get_by_role("heading", name=f"Case {case_no}")).to_be_visible()
    before = page.locator(".big").inner_text()
    page.get_by_label("Receipt number").fill("M100")
    page.get_by_label("Collected on").fill("2026-11-20")
    page.get_by_label("Amount").fill("500.00")
    page.get_by_role("button", name="Post payment").click()
    expect(page.get_by_role("status")).to_contain_text(
        "$500.00 collected on Nov 20, 2026, receipt M100, was posted by Avery Agent, Nov 20, 2026"
    )
    after = page.locator(".big").inner_text()

    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    told = page.locator(".alert-warning li").filter(has_text="Payment History: approved, but")
    expect(told).to_contain_text(f"Arrears {before} → is now {after}")


def _note(page: Page, label: str) -> Locator:
    """The field of a note; other notes may have its words further on in their own."""
    return page.get_by_role("textbox", name=re.compile(f"^{re.escape(label)}"))


def _answer_ability_to_pay(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/ability")
    answer_every_question(page)
    propose_a_purge(page)
    expect(page.get_by_role("status")).to_contain_text("The purge was noted by Avery Agent")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/entries")


def _write_the_notes_and_prepare(page: Page, site: Site, accessible: Check) -> None:
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Court sessions").click()
    accessible(page)
    page.get_by_role("link", name="Tue, Dec 8, 2026").click()
    accessible(page)
    page.get_by_role("row").filter(has_text=site.desks.case_no).get_by_role("link").first.click()
    expect(page.get_by_role("heading", name=re.compile("gaps before this hearing"))).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Write the notes").first.click()
    accessible(page)
    for label, words in NEEDED.items():
        _note(page, label).fill(words)
    _note(page, "Recommended purge").fill("lots")
    page.get_by_role("button", name="Save notes").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing was written down yet")
    expect(_note(page, "Basic subsistence needs")).to_have_value(NEEDED["Basic subsistence needs"])
    accessible(page)
    _note(page, "Recommended purge").fill(NEEDED["Recommended purge"])
    page.get_by_role("button", name="Save notes").click()
    expect(page.get_by_role("status")).to_contain_text("Entered by Avery Agent, Nov 20, 2026")
    _answer_ability_to_pay(page, site)
    page.get_by_role("button", name="Prepare papers again").click()
    expect(page.get_by_text("2 of 2 done")).to_be_visible(timeout=60_000)
    accessible(page)
    page.get_by_role("link", name="See the result").click()


def _submit(page: Page, accessible: Check) -> None:
    page.get_by_role("link", name="Fact sheet").first.click()
    expect(page.get_by_text("Revision 2", exact=False).first).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Overview").click()
    page.get_by_role("button", name="Submit to attorney").click()
    expect(page.get_by_role("status")).to_contain_text("Submitted to the attorneys: Fact sheet; Motion and Order")


def _return_the_fact_sheet(page: Page, accessible: Check) -> None:
    page.get_by_role("link", name="To review").click()
    accessible(page)
    page.get_by_role("link", name="Fact sheet").click()
    accessible(page)
    page.get_by_role("link", name="Remark on Basic subsistence needs").click()
    expect(page.get_by_label("Remark 1 is about")).to_have_value("contempt.0.subsistence")
    page.get_by_role("button", name="Return to the agent").click()
    expect(page.get_by_role("alert")).to_contain_text("Say in a remark why the document goes back.")
    page.get_by_label("What should change").first.fill("Food and utilities are missing.")
    page.get_by_role("button", name="Return to the agent").click()
    expect(page.get_by_role("status")).to_contain_text(
        "Fact sheet went back to the agent with remarks by Taylor Attorney"
    )
    accessible(page)


def _answer_the_remark_and_submit_again(page: Page, site: Site, accessible: Check) -> None:
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/papers/fact-sheet")
    expect(page.get_by_text("Food and utilities are missing.")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Notes").click()
    _note(page, "Basic subsistence needs").fill("Rent of $700.00, food and utilities of $450.00 a month.")
    page.get_by_role("button", name="Save notes").click()
    page.get_by_role("button", name="Prepare papers again").click()
    page.get_by_role("link", name="See the result").click(timeout=60_000)
    page.get_by_role("button", name="Submit to attorney").click()
    expect(page.get_by_role("status")).to_contain_text("Submitted to the attorneys: Fact sheet, by Avery Agent")


def _approve_everything(page: Page, accessible: Check) -> None:
    for title in ("Fact sheet", "Motion and Order to Appear and Show Cause", "Payment History"):
        page.goto(page.url.partition("/queue")[0] + "/queue")
        page.get_by_role("link", name=title).click()
        page.get_by_role("button", name="Approve this PDF").click()
        expect(page.get_by_role("status")).to_contain_text("was approved by Taylor Attorney, Nov 20, 2026")
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    accessible(page)


def _file(page: Page, site: Site, accessible: Check) -> None:
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    page.get_by_role("button", name="Assemble envelope").click()
    accessible(page)
    page.get_by_role("button", name="Submit to the clerk").click()
    expect(page.get_by_role("status")).to_contain_text("was submitted to the clerk by Avery Agent")


def _reject(page: Page, accessible: Check) -> None:
    page.reload()
    accessible(page)
    page.get_by_role("link", name="E-000001").click()
    page.get_by_role("button", name="Receive").click()
    accessible(page)
    page.get_by_label("Reason").select_option("signature")
    page.get_by_label("What the office should mend").fill("The motion is not signed.")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("status")).to_contain_text("was rejected and goes back to the agent; by Riley Clerk")


def _file_again(page: Page, site: Site, accessible: Check) -> None:
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    expect(page.get_by_text("The motion is not signed.").first).to_be_visible()
    page.get_by_role("link", name="E-000001").click()
    accessible(page)
    page.get_by_role("button", name="Assemble again").click()
    page.get_by_role("button", name="Submit to the clerk").click()
    expect(page.get_by_role("status")).to_contain_text("was submitted to the clerk")


def _accept(page: Page, accessible: Check) -> None:
    page.get_by_role("link", name="Inbox").first.click()
    page.get_by_role("link", name="E-000002").click()
    page.get_by_role("button", name="Receive").click()
    page.get_by_role("button", name="Accept and stamp").click()
    expect(page.get_by_role("status")).to_contain_text("was accepted and its documents stamped by Riley Clerk")
    expect(page.get_by_role("link", name=re.compile("^Stamped")).first).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Answered").click()
    accessible(page)


def _see_that_it_is_ready(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    expect(page.get_by_role("heading", name="Ready")).to_be_visible()
    expect(page.get_by_text("Accepted").first).to_be_visible()
