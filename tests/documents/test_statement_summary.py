"""The summary of a statement of arrears adds up along each row and down its last column, in both states."""

import io
from typing import Any

import docx
import pytest

from documents.manifests import Template, template_named, templates
from documents.sources import context
from documents.word import merge
from kernel.money import Money, money, total

STATES = pytest.mark.parametrize("state", ["nc", "ca"])


def paper(state: str) -> Template:
    return template_named(f"{state}/statement-of-arrears", templates(state))


def summary(state: str, facts: Any) -> list[list[str]]:
    """The rows of the summary, cell by cell."""
    made = merge(paper(state).word, context(facts, paper(state).manifest.audience), title="Statement of Arrears")
    tables = docx.Document(io.BytesIO(made.word)).tables
    rows: list[list[list[str]]] = [[[cell.text for cell in row.cells] for row in one.rows] for one in tables]
    return next(one for one in rows if one[0][0] == "Type of support")


@STATES
def test_the_last_column_of_the_summary_adds_up_to_the_total_with_an_opening_balance(state: str) -> None:
    facts = paper(state).sample_facts()
    assert facts.accounts[0].opening.value.cents > 0
    _, *rows, whole = [row for row in summary(state, facts) if not row[0].startswith("Interest")]
    assert total(money(row[-1]) for row in rows if row[-1]) == money(whole[-1]) > Money(0)


@STATES
def test_each_account_of_the_summary_adds_up_from_its_opening_balance_to_what_is_owed(state: str) -> None:
    facts = paper(state).sample_facts()
    head, *rows = summary(state, facts)
    assert head[1].startswith("Opening")
    for row, account in zip(rows, facts.accounts, strict=False):
        before, due, paid, owed = (money(cell) for cell in row[1:])
        assert (row[0], before) == (account.kind.value, account.opening.value)
        assert before + due - paid == owed
