"""Ability to pay in a browser: incomplete until a person has answered everything, with and without a script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

WITH_OR_WITHOUT = pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])


def answer_every_question(page: Page) -> None:
    """Write something under every question that is open, and save."""
    questions = page.get_by_role("region", name="Questions")
    for field in questions.get_by_role("textbox").all():
        if not field.input_value():
            field.fill("As the record tells it; asked by telephone on November 19, 2026.")
    page.get_by_label(re.compile("^Ability to pay now")).fill("Works for cash; owns a boat.")
    page.get_by_role("button", name="Save answers").click()
    expect(page.get_by_role("status")).to_contain_text("The answers were written down by Avery Agent")


def propose_a_purge(page: Page, amount: str = "500.00") -> None:
    """Propose a purge out of the pay of the week."""
    page.get_by_role("group").filter(has_text="Propose a purge").locator("summary").first.click()
    form = page.get_by_role("region", name="Purge", exact=True)
    form.get_by_label("Purge", exact=True).fill(amount)
    form.get_by_label("Basic needs until that day").fill("200.00")
    form.get_by_label("Funds 1: what").fill("take-home pay of December 4")
    form.get_by_label("Funds 1: amount").fill("840.00")
    form.get_by_label("Funds 1: there from").fill("2026-12-04")
    form.get_by_label("Funds 1: shown by").fill("pay stub")
    form.get_by_label("Funds 1: seen on").fill("2026-11-19")
    form.get_by_label("Proof").fill("pay stub of November 18")
    form.get_by_role("button", name="Propose a purge").click()


@WITH_OR_WITHOUT
@pytest.mark.parametrize("width", [1280, 390])
def test_the_sheet_becomes_complete_when_every_question_and_the_purge_are_answered(
    width: int, script: bool, site: Site, browser: Browser, accessible: Callable[[Page], None]
) -> None:
    page = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900}).new_page()
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}")
    expect(page.get_by_role("cell", name=re.compile("Still open: "))).to_be_visible()
    page.get_by_role("link", name="Ability to pay").click()
    expect(page.get_by_role("heading", name=re.compile("^Incomplete: "))).to_be_visible()
    answer_every_question(page)
    expect(page.get_by_role("heading", name="Incomplete: 1 question open")).to_be_visible()
    propose_a_purge(page, "641.00")
    expect(page.get_by_role("alert")).to_contain_text("more than the $640.00 that the evidence leaves")
    expect(page.get_by_label("Funds 1: what")).to_have_value("take-home pay of December 4")
    page.get_by_role("region", name="Purge", exact=True).get_by_label("Purge", exact=True).fill("500.00")
    page.get_by_role("region", name="Purge", exact=True).get_by_role("button", name="Propose a purge").click()
    expect(page.get_by_role("heading", name="Complete, but contempt is not shown")).to_be_visible()
    expect(page.get_by_role("region", name="Purge", exact=True)).to_contain_text("$640.00 is left for it on that day")
    if script:
        accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_lien_is_noted_at_the_property_and_taken_back_with_a_reason(site: Site, page: Page) -> None:
    site.sign_in(page, "agent")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/ability")
    held = page.get_by_role("region", name="Property, liens and exemptions")
    held.locator("summary", has_text="Note other property").click()
    form = held.locator("details[open]")
    form.get_by_label("Property", exact=True).fill("Boat & <trailer>")
    form.get_by_label("Value").fill("3,000.00")
    form.get_by_label("Lien, blank where there is none").fill("1,000.00")
    form.get_by_label("Who holds the lien").fill("First Bank")
    form.get_by_label("Proof").fill("title of 2024")
    form.get_by_role("button", name="Note other property").click()
    row = held.get_by_role("row", name=re.compile("^Boat & <trailer>"))
    expect(row).to_contain_text("lien of $1,000.00 of First Bank")
    expect(row).to_contain_text("$2,000.00")
    row.locator("summary").click()
    row.get_by_label("Why").fill("It is his brother's.")
    row.get_by_role("button", name=re.compile("^Take back")).click()
    expect(page.get_by_role("status")).to_contain_text("The note was taken back by Avery Agent")
    expect(held).not_to_contain_text("Boat")


def test_an_attorney_corrects_answers_on_the_sheet_and_notes_nothing_else(site: Site, page: Page) -> None:
    site.sign_in(page, "attorney")
    page.goto(f"{site.url}/hearings/{site.desks.hearing}/ability")
    expect(page.get_by_role("heading", name=re.compile("^Incomplete: "))).to_be_visible()
    expect(page.get_by_role("button", name="Save answers")).to_have_count(1)
    assert page.locator("main form[action*='/ability/']").count() == 1
    assert page.locator("main form[action$='/ability/answers'] textarea").count() > 0
