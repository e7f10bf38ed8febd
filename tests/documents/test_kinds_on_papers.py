"""Child, spousal and medical support are told apart wherever a paper says what is owed; one kind goes unsaid."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cases.money.actions import enter_obligation
from cases.money.facts import ObligationTold
from documents.gather import Matter, gathered, matter
from documents.gather.kinds import arrears_by_kind
from documents.manifests import template_named, templates
from documents.reading import word_text
from documents.sources import context
from documents.word import merge
from hearings.queries import hearings_of_case
from infra.db import Database
from kernel.money import Money, total
from offices.queries import staff_named
from offices.seeds import SEEDS, read_settings
from tests.cases.money_desk import AGENT, NOW, opened, person, record
from tests.cases.money_desk import CASE as MONEY_CASE
from tests.county import DAY, NOON, county_with_an_agent

CASE = "7000071406"
SPOUSAL = ObligationTold(
    "spousal support", Money(20_000), "monthly", date(2026, 9, 15), None, date(2026, 9, 1), "17 CVD 100, page 2"
)  # fmt: skip
STOCKTON = read_settings(SEEDS / "san-joaquin.toml")
IN_A_SENTENCE = {
    "nc/motion-and-order-to-show-cause": "MotionToShowCause",
    "nc/motion-to-revoke-licenses": "MotionToRevokeLicenses",
    "nc/order-of-contempt": "OrderOfContempt",
    "nc/order-modifying-support": "OrderModifyingSupport",
    "nc/testimony-outline": "TestimonyOutline",
    "nc/unpaid-months": "ScheduleOfUnpaidMonths",
}
IN_ROWS = {
    "nc/affidavit-of-arrears": "AffidavitOfArrears",
    "nc/payment-history": "PaymentHistory",
    "nc/fact-sheet": "FactSheet",
    "nc/fact-sheet-review": "ReviewSheet",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with county_with_an_agent(tmp_path_factory.mktemp("kinds"), CASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def before(county: Database) -> Matter:
    """The matter while child support alone is ordered."""
    return of(county)


@pytest.fixture(scope="module")
def after(county: Database, before: Matter) -> Matter:
    """The matter once spousal support stands beside it: due on the 15th of September, October and November."""
    assert before.record.orders
    with county.transaction() as db:
        enter_obligation(db, CASE, SPOUSAL, by=staff_named(db, "a@here.gov"), now=NOON)
    return of(county)


def of(county: Database) -> Matter:
    with county.reading() as db:
        return matter(db, 1, hearings_of_case(db, 1, CASE)[0].id, as_of=DAY)


def in_california(held: Matter) -> Matter:
    return replace(held, office=STOCKTON, record=replace(held.record, state="CA"))


def words(paper: str, facts: Any) -> str:
    template = template_named(paper, templates(paper[:2]))
    told = context(facts, template.manifest.audience)
    return re.sub(r"\s+", " ", word_text(merge(template.word, told, title="Paper").word))


def test_the_arrears_of_each_kind_are_those_of_the_statement_and_add_up_to_the_whole(after: Matter) -> None:
    owed, accounts = gathered("AffidavitOfArrears", after).arrears, gathered("StatementByYear", after).accounts
    assert [one.kind.value for one in owed.kinds] == ["child support", "spousal support"]
    assert [one.total.value for one in owed.kinds] == [one.balance.value for one in accounts]
    assert total(one.total.value for one in owed.kinds) == owed.total.value


def test_a_balance_carried_over_whose_kind_nobody_told_is_named_with_the_first_kind(sqlite: Database) -> None:
    opened(sqlite, opening=123_456)
    assert arrears_by_kind(record(sqlite), DAY) == ()
    with sqlite.transaction() as db:
        enter_obligation(db, MONEY_CASE, SPOUSAL, by=person(db, AGENT), now=NOW)
    found = arrears_by_kind(record(sqlite), DAY)
    assert [(one.kind.value, one.total.value) for one in found] == [
        ("child support, with the balance carried over", Money(123_456 + 17 * 50_000)),
        ("spousal support", Money(60_000)),
    ]


@pytest.mark.parametrize("paper", IN_A_SENTENCE)
def test_a_sentence_that_says_what_is_owed_says_of_which_kinds(paper: str, before: Matter, after: Matter) -> None:
    facts = gathered(IN_A_SENTENCE[paper], after)
    child, spousal = facts.arrears.kinds
    of_kinds = f"({child.total.value} of {child.kind.value}; {spousal.total.value} of spousal support)"
    assert f"{facts.arrears.total.value} {of_kinds}" in words(paper, facts)
    assert "spousal" not in words(paper, gathered(IN_A_SENTENCE[paper], before))


@pytest.mark.parametrize("paper", IN_ROWS)
def test_a_table_that_says_what_is_owed_has_a_row_for_each_kind(paper: str, before: Matter, after: Matter) -> None:
    facts = gathered(IN_ROWS[paper], after)
    for one in facts.arrears.kinds:
        assert f"of it {one.kind.value} {one.total.value}" in words(paper, facts)
    assert "of it" not in words(paper, gathered(IN_ROWS[paper], before)).replace("of its", "")


def test_the_contempt_sheet_says_under_its_boxes_what_is_owed_of_each_kind(before: Matter, after: Matter) -> None:
    there = in_california(after)
    for held, paper, kind in (
        (after, "nc/contempt-sheet", "ContemptSheet"),
        (there, "ca/contempt-sheet", "CaliforniaContemptSheet"),
    ):
        facts = gathered(kind, held)
        assert f"Arrears by kind: {facts.arrears.kinds[0].total.value} of child support" in words(paper, facts)
    assert "by kind" not in words("nc/contempt-sheet", gathered("ContemptSheet", before))


@pytest.mark.parametrize(("paper", "kind", "rows"), [
    ("nc/unpaid-months", "ScheduleOfUnpaidMonths", lambda facts: facts.unpaid_months),
    ("ca/contempt-counts", "ContemptCounts", lambda facts: facts.counts),
    ("ca/contempt-sheet", "CaliforniaContemptSheet", lambda facts: facts.counts),
])  # fmt: skip
def test_a_month_that_is_charged_says_what_of_each_kind_was_ordered_paid_and_left(
    paper: str, kind: str, rows: Any, before: Matter, after: Matter
) -> None:
    then, now = (in_california(one) if paper.startswith("ca/") else one for one in (before, after))
    facts = gathered(kind, now)
    told, months = words(paper, facts), rows(facts)
    assert months[-1].due_on.value == date(2026, 11, 1)
    assert [(one.kind.value, one.due_on.value) for one in months[-1].kinds] == [
        ("child support", date(2026, 11, 1)), ("spousal support", date(2026, 11, 15)),
    ]  # fmt: skip
    for month in months:
        for name in ("ordered", "paid", "unpaid"):
            assert total(getattr(one, name).value for one in month.kinds) == getattr(month, name).value
        for one in month.kinds:
            assert f"{one.kind.value} {one.ordered.value} {one.paid.value} {one.unpaid.value}" in told
    plain = gathered(kind, then)
    assert {one.kinds for one in rows(plain)} == {()}
    assert "spousal support" not in words(paper, plain)


def test_counts_of_child_support_alone_are_headed_so_and_no_others(before: Matter, after: Matter) -> None:
    alone, both = (gathered("ContemptCounts", in_california(one)) for one in (before, after))
    assert "CONTEMPT COUNTS (CHILD SUPPORT)" in words("ca/contempt-counts", alone)
    assert "CONTEMPT COUNTS (SUPPORT)" in words("ca/contempt-counts", both)
