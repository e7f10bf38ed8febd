"""Facts frozen with a paper, and the differences that are told later."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.facts.field import fact
from documents.freeze import Change, changes, freeze
from documents.manifests import templates
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.sealed import Last4, Sealed
from kernel.traced import Trace, Traced, computed

TRACE = Trace("ACTS", "PAYMENTS.csv R1", date(2026, 11, 20), datetime(2026, 11, 20, 17, tzinfo=UTC), "Avery", "Taylor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    on: Traced[date] = fact("Collected on", required=True)
    amount: Traced[Money] = fact("Amount", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    name: Traced[str | None] = fact("Name", required=True)
    ssn: Traced[Any] = fact("SSN")
    home: Traced[str | None] = fact("Home")
    owes: Traced[bool] = fact("Owes")
    paid: tuple[Paid, ...]


def paid(cents: int) -> Paid:
    return Paid(on=Traced(date(2026, 11, 2), TRACE), amount=Traced(Money(cents), TRACE))


SHEET = Sheet(
    name=Traced("O'DELL", TRACE),
    ssn=Traced(Last4("7955"), TRACE, Disclosure.PARTY),
    home=Traced("12 Elm St", TRACE, Disclosure.PARTY),
    owes=computed(True, rule="arrears above zero", inputs=("paid",)),
    paid=(paid(500), paid(700)),
)


def told(sheet: Sheet) -> list[dict[str, Any]]:
    """The frozen facts as they come back from the file that was kept."""
    found: list[dict[str, Any]] = json.loads(freeze(sheet).told)
    return found


def differences(was: Sheet, now: Sheet) -> list[Change]:
    return changes(told(was), freeze(now).facts)


def test_every_fact_is_frozen_with_its_name_its_words_and_its_trace() -> None:
    frozen = {one.name: one for one in freeze(SHEET).facts}
    assert list(frozen) == ["name", "ssn", "home", "owes", "paid.0.on", "paid.0.amount", "paid.1.on", "paid.1.amount"]
    amount = frozen["paid.1.amount"].told()
    assert amount == {
        "name": "paid.1.amount",
        "label": "Amount",
        "value": 700,
        "words": "$7.00",
        "source": "ACTS",
        "source_record": "PAYMENTS.csv R1",
        "as_of": "2026-11-20",
        "retrieved_at": "2026-11-20T17:00:00+00:00",
        "entered_by": "Avery",
        "verified_by": "Taylor",
        "disclosure": "open",
        "rule": None,
        "inputs": [],
    }
    assert (frozen["owes"].rule, frozen["owes"].inputs, frozen["owes"].words) == ("arrears above zero", ["paid"], "yes")
    assert (frozen["ssn"].value, frozen["paid.0.on"].words) == ("7955", "November 2, 2026")


@pytest.mark.parametrize("disclosure", [Disclosure.PROTECTED, Disclosure.SEALED])
def test_what_may_reach_no_document_is_frozen_without_its_value(disclosure: Disclosure) -> None:
    frozen = freeze(replace(SHEET, home=Traced("12 Elm St", TRACE, disclosure)))
    assert b"12 Elm St" not in frozen.told
    assert frozen.facts[2].value is None


def test_a_sealed_value_is_never_frozen_whatever_its_class() -> None:
    frozen = freeze(replace(SHEET, ssn=Traced(Sealed("921-80-7955"), TRACE)))
    assert b"921-80-7955" not in frozen.told
    assert b"7955" not in frozen.told


def test_the_substance_is_the_values_and_the_digest_is_values_and_traces() -> None:
    read_later = replace(TRACE, retrieved_at=datetime(2026, 11, 21, 17, tzinfo=UTC))
    later = replace(SHEET, name=Traced("O'DELL", read_later))
    other = replace(SHEET, name=Traced("ODELL", TRACE))
    assert freeze(SHEET) == freeze(SHEET)
    assert freeze(later).substance == freeze(SHEET).substance
    assert freeze(later).digest != freeze(SHEET).digest
    assert freeze(other).substance != freeze(SHEET).substance


def test_nothing_changed_is_no_change() -> None:
    assert differences(SHEET, SHEET) == []


def test_a_changed_fact_is_told_with_its_label_old_and_new() -> None:
    (change,) = differences(SHEET, replace(SHEET, paid=(paid(500), paid(1_234_567))))
    assert change == Change("paid.1.amount", "Amount", "$7.00", "$12,345.67")
    assert str(change) == "Amount: $7.00 → $12,345.67"


def test_what_came_and_what_went_is_told_as_nothing_on_the_other_side() -> None:
    more = replace(SHEET, paid=(*SHEET.paid, paid(900)))
    assert [str(one) for one in differences(SHEET, more)] == [
        "Collected on: nothing → November 2, 2026", "Amount: nothing → $9.00",
    ]  # fmt: skip
    assert [str(one) for one in differences(more, SHEET)] == [
        "Collected on: November 2, 2026 → nothing", "Amount: $9.00 → nothing",
    ]  # fmt: skip
    (lost,) = differences(SHEET, replace(SHEET, name=Traced(None, TRACE)))
    assert str(lost) == "Name: O'DELL → nothing"


def test_a_fact_that_moved_out_of_sight_is_told_without_its_new_value() -> None:
    hidden = replace(SHEET, home=Traced("77 Hidden Ln", TRACE, Disclosure.PROTECTED))
    (change,) = differences(SHEET, hidden)
    assert change == Change("home", "Home", "12 Elm St", "")


@given(st.lists(st.integers(-10**9, 10**9), max_size=6), st.lists(st.integers(-10**9, 10**9), max_size=6))
def test_there_is_a_change_exactly_when_the_substance_differs(one: list[int], two: list[int]) -> None:
    was, now = (replace(SHEET, paid=tuple(paid(cents) for cents in amounts)) for amounts in (one, two))
    assert bool(differences(was, now)) == (freeze(was).substance != freeze(now).substance) == (one != two)


@pytest.mark.parametrize("paper", templates("nc"), ids=lambda each: each.manifest.id)
def test_the_sample_facts_of_every_paper_come_back_from_their_file_unchanged(paper: Any) -> None:
    frozen = freeze(paper.sample_facts())
    assert changes(json.loads(frozen.told), frozen.facts) == []


def test_a_number_of_months_is_told_as_it_is_written() -> None:
    assert freeze(replace(SHEET, name=Traced(Decimal("14.6"), TRACE))).facts[0].value == "14.6"  # type: ignore[arg-type]
