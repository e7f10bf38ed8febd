"""A court day in a real browser: the keyboard alone, a network that goes away, and two people at one row."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sqlalchemy import func, select

from hearings.court_day.queries import history, without_outcome
from hearings.court_day.tables import Outcome
from tests.browser.conftest import Site

COURT = "/sessions/2/court"
CALLED = 20
HAS_KEPT = "caches.has('courtready-court')"


def opened(site: Site, page: Page, role: str = "attorney") -> None:
    """The docket of December 10, 2026, kept for a time without a network."""
    site.sign_in(page, role)
    page.goto(site.url + COURT)
    expect(page.locator("html[data-kept=yes]")).to_have_count(1)


def entered(site: Site) -> int:
    """How many entries the server has."""
    with site.desks.database.reading() as db:
        return db.scalar(select(func.count()).select_from(Outcome)) or 0


def press(page: Page, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def waits_for(page: Page, expression: str, seconds: int = 20) -> None:
    """Until the script says true. The pages forbid eval, which Playwright's own wait for a function needs."""
    for _ in range(seconds * 10):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"still not true after {seconds} seconds: {expression}")


def types_called(page: Page) -> list[str]:
    return [str(row.get_attribute("data-type")) for row in page.locator(".court-row").all()]


def test_the_whole_court_day_is_run_by_keyboard_with_the_network_cut_in_the_middle(
    site: Site, page: Page, context: BrowserContext
) -> None:
    opened(site, page)
    called = types_called(page)
    assert len(called) == CALLED
    press(page, "j")
    for _ in called[:7]:
        press(page, "u Enter")
    expect(page.locator(".court-row-done")).to_have_count(7)

    context.set_offline(True)
    for place, code in enumerate(called[7:14], 7):
        expect(page.locator(".court-row").nth(place)).to_be_focused()
        if code == "HOSC":
            press(page, "f")
            page.keyboard.type("150.00")
            press(page, "Tab")
            page.keyboard.type("01152027")
            press(page, "Enter")
        else:
            press(page, "c")
            page.keyboard.type("A party is to have")
            press(page, "Enter")
    expect(page.locator("#unsent")).to_contain_text("Saved here, not yet sent (7).")
    assert entered(site) == 7

    page.reload()
    expect(page.locator("#unsent")).to_contain_text("Saved here, not yet sent (7).")
    expect(page.locator(".waiting:visible", has_text="Saved here, not yet sent: ")).to_have_count(7)
    press(page, "j")
    expect(page.locator(".court-row").nth(14)).to_be_focused()
    for _ in called[14:17]:
        press(page, "d Enter")
    expect(page.locator("#unsent")).to_contain_text("Saved here, not yet sent (10).")

    context.set_offline(False)
    expect(page.locator("#unsent")).to_have_text("", timeout=20_000)
    expect(page.locator(".court-row-done")).to_have_count(17)
    for _ in called[17:]:
        press(page, "o Enter")
    expect(page.locator("#left")).to_have_text("0 of 20 without an outcome")
    assert entered(site) == CALLED
    with site.desks.database.reading() as db:
        assert without_outcome(db, 1, 2) == []
        first = page.locator(".court-row").first.get_attribute("data-hearing")
        assert [one.code for one in history(db, 1, int(first or 0))] == ["advisement"]
    expect(page.locator("#close")).to_contain_text("Every hearing has an outcome.")
    page.get_by_role("button", name="Close the day").focus()
    press(page, "Enter")
    expect(page.get_by_text("Day closed")).to_be_visible()


def test_two_browsers_that_edit_one_row_are_shown_both_values_and_keep_both(site: Site, browser: Browser) -> None:
    mine, theirs = browser.new_context().new_page(), browser.new_context().new_page()
    opened(site, mine)
    opened(site, theirs, "agent")
    for page in (mine, theirs):
        press(page, "j")
    press(theirs, "n Enter")
    expect(theirs.locator(".court-row-done")).to_have_count(1)
    press(mine, "d Enter")

    both = mine.locator(".court-row").first.locator(".parted")
    expect(both).to_contain_text("Not in contempt.")
    expect(mine.locator("#unsent")).to_have_text("Entries differ, choose in the row (1).")
    expect(both).to_contain_text("Dismissed; without prejudice.")
    expect(both).to_contain_text("Avery Agent")
    expect(both).to_contain_text("Taylor Attorney (you)")
    expect(both.get_by_role("button", name=re.compile("^Keep theirs"))).to_have_count(1)
    both.get_by_role("button", name=re.compile("^Keep yours")).press("Enter")

    expect(mine.locator(".court-row").first.locator(".entered")).to_contain_text("Dismissed; without prejudice.")
    expect(mine.locator(".parted")).to_have_count(0)
    expect(mine.locator("#unsent")).to_have_text("")
    hearing = int(mine.locator(".court-row").first.get_attribute("data-hearing") or 0)
    with site.desks.database.reading() as db:
        told = [(one.code, one.superseded_at is None) for one in history(db, 1, hearing)]
    assert told == [("no-contempt", False), ("dismissed", False), ("dismissed", True)]


def test_an_entry_whose_answer_was_lost_on_the_way_is_sent_again_and_counts_once(site: Site, page: Page) -> None:
    opened(site, page)
    lost: list[int] = []

    def lose(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/outcome", lose)
    press(page, "j n Enter")
    expect(page.locator("#unsent")).to_contain_text("Saved here, not yet sent (1). No network")
    assert (lost, entered(site)) == ([200], 1)
    page.unroute("**/outcome")
    page.reload()
    expect(page.locator("#unsent")).to_have_text("", timeout=20_000)
    expect(page.locator(".court-row-done")).to_have_count(1)
    expect(page.locator(".parted")).to_have_count(0)
    assert entered(site) == 1


def test_what_the_server_refuses_stays_in_its_row_until_a_person_decides(site: Site, page: Page) -> None:
    opened(site, page)
    press(page, "j f")
    page.keyboard.type("much")
    press(page, "Tab")
    page.keyboard.type("01152027")
    press(page, "Enter")
    row = page.locator(".court-row").first
    expect(row.locator(".waiting")).to_contain_text(
        "Not taken: 'Purge' is an amount of dollars and cents, such as 1,234.50. You entered: Found in contempt"
    )
    expect(page.locator("#unsent")).to_contain_text("Refused, see its row (1).")
    page.reload()
    expect(row.locator(".waiting")).to_contain_text("Not taken")
    row.get_by_role("button", name="Discard").click()
    expect(row.locator(".waiting")).to_be_hidden()
    assert entered(site) == 0


def test_keys_are_quiet_in_fields_and_can_be_turned_off(site: Site, page: Page) -> None:
    opened(site, page)
    press(page, "j w")
    page.keyboard.type("jump, dad")
    expect(page.locator("#f-words")).to_have_value("jump, dad")
    press(page, "Escape")
    expect(page.locator(".court-row").first).to_be_focused()
    expect(page.locator(".entering form")).to_have_count(0)
    page.locator("#keys summary").click()
    page.get_by_label("Use these keys").uncheck()
    page.locator(".court-row").first.focus()
    press(page, "d")
    expect(page.locator(".entering form")).to_have_count(0)
    page.locator(".court-row").first.get_by_role("button", name="Dismissed").click()
    expect(page.locator(".entering form")).to_have_count(1)


def test_without_a_script_each_row_is_a_plain_form(site: Site, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    site.sign_in(page, "attorney")
    page.goto(site.url + COURT)
    row = page.locator(".court-row").first
    row.get_by_role("combobox").select_option("contempt")
    row.get_by_role("button", name=re.compile("^Enter the outcome")).click()
    page.get_by_label("Purge", exact=True).fill("250.00")
    page.get_by_label("Purge due on").fill("2027-01-15")
    page.get_by_role("button", name="Enter the outcome").click()
    expect(page.locator(".alert-success")).to_contain_text("Found in contempt, with a purge; purge: $250.00")
    expect(page.locator(".court-row-done")).to_have_count(1)


def test_signing_out_lets_go_of_the_kept_docket_but_not_of_what_was_not_sent(
    site: Site, page: Page, context: BrowserContext
) -> None:
    opened(site, page)
    context.set_offline(True)
    press(page, "j d Enter")
    expect(page.locator("#unsent")).to_contain_text("Saved here, not yet sent (1).")
    assert page.evaluate(HAS_KEPT)
    person = page.locator("#docket").get_attribute("data-person")
    page.route("**/outcome", lambda route: route.abort())
    context.set_offline(False)
    page.goto(f"{site.url}/sessions")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.wait_for_load_state("networkidle")
    waits_for(page, f"{HAS_KEPT}.then((kept) => !kept)")
    assert "Dismissed" in page.evaluate(f"localStorage.getItem('courtready.unsent.{person}')")
    page.unroute("**/outcome")
    opened(site, page)
    expect(page.locator(".court-row-done")).to_have_count(1)
    waits_for(page, "localStorage.length === 0")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_clerk_finds_the_docket_from_the_desk_and_reads_it(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "clerk")
    page.get_by_role("link", name="Court days").click()
    accessible(page)
    page.get_by_role("link", name="Thu, Dec 10, 2026").click()
    expect(page.locator(".court-row")).to_have_count(CALLED)
    expect(page.get_by_role("button", name=re.compile("outcome"))).to_have_count(0)
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
def test_the_court_day_is_accessible_and_fits_the_window(
    width: int, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    opened(site, page)
    accessible(page)
    press(page, "j c")
    accessible(page)
    page.keyboard.type("The court")
    press(page, "Enter")
    expect(page.locator(".court-row-done")).to_have_count(1)
    context.set_offline(True)
    press(page, "d Enter")
    expect(page.locator(".waiting:visible")).to_have_count(1)
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.set_offline(False)
    hearing = page.locator(".court-row").first.get_attribute("data-hearing")
    for path in (f"/hearings/{hearing}/outcome?session=2", f"/hearings/{hearing}/handoff",
                 f"/hearings/{hearing}/outcome?session=2&code=advisement"):  # fmt: skip
        page.goto(site.url + path)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
