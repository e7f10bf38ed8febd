"""A fact keeps its trace and its class however it is told."""

from datetime import UTC, date, datetime

from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Trace, Traced, computed

TRACE = Trace(
    "ACTS", "PAYMENTS R0700000001", as_of=date(2026, 11, 20), retrieved_at=datetime(2026, 11, 20, 12, tzinfo=UTC)
)


def test_the_same_fact_in_other_words_has_the_same_trace_and_class() -> None:
    fact = Traced(Money(20_000), TRACE, Disclosure.PARTY)
    assert fact.told("$200.00") == Traced("$200.00", TRACE, Disclosure.PARTY)


def test_the_same_fact_in_another_class_has_the_same_value_and_trace() -> None:
    assert Traced("5", TRACE).as_(Disclosure.VERIFY) == Traced("5", TRACE, Disclosure.VERIFY)


def test_a_computed_fact_names_its_rule_and_its_inputs() -> None:
    fact = computed(Money(5), rule="opening plus charges less payments", inputs=("arrears.opening", "arrears.paid"))
    assert (fact.trace.rule, fact.trace.inputs) == (
        "opening plus charges less payments", ("arrears.opening", "arrears.paid"),
    )  # fmt: skip
    assert fact.disclosure is Disclosure.OPEN
