"""What employers withheld and did not send."""

from dataclasses import replace
from datetime import date

from cases.ledger import Entry
from cases.plans.facts import Stub
from cases.plans.withheld import Sent, Withholding, withholdings
from kernel.money import Money
from law.states import law_of
from tests.cases.plans.made import ledger

PAY_DAY = date(2026, 1, 9)
"""A Friday; the seventh court day after it is Wednesday, January 21, because of Martin Luther King Jr. Day."""


def held(*payments: tuple[date, int], as_of: date, stubs: tuple[Stub, ...]) -> list[tuple[Sent, str]]:
    """What became of each pay stub."""
    found: tuple[Withholding, ...] = withholdings(stubs, ledger(*payments), as_of, law=law_of("NC"))
    return [(one.sent, one.reference) for one in found]


def stub(day: date, cents: int) -> Stub:
    return Stub(day, Money(cents), f"pay stub of {day:%m/%d/%Y}")


def test_what_was_withheld_is_on_its_way_for_seven_business_days_and_then_not_sent() -> None:
    one = (stub(PAY_DAY, 200_00),)
    assert held(as_of=date(2026, 1, 21), stubs=one) == [(Sent.ON_ITS_WAY, "")]
    assert held(as_of=date(2026, 1, 22), stubs=one) == [(Sent.NO, "")]


def test_a_receipt_of_its_amount_answers_a_withholding_however_late() -> None:
    one = (stub(PAY_DAY, 200_00),)
    assert held((date(2026, 3, 1), 200_00), as_of=date(2026, 3, 2), stubs=one) == [(Sent.YES, "R0")]


def test_a_receipt_from_before_the_pay_or_of_another_amount_answers_nothing() -> None:
    one = (stub(PAY_DAY, 200_00),)
    paid = ((date(2026, 1, 8), 200_00), (date(2026, 1, 10), 199_99))
    assert held(*paid, as_of=date(2026, 3, 2), stubs=one) == [(Sent.NO, "")]


def test_one_receipt_answers_one_withholding_the_oldest() -> None:
    two = (stub(PAY_DAY, 200_00), stub(date(2026, 1, 23), 200_00))
    assert held((date(2026, 1, 28), 200_00), as_of=date(2026, 3, 2), stubs=two) == [(Sent.YES, "R0"), (Sent.NO, "")]


def test_a_receipt_may_answer_several_withholdings_that_add_up_to_it() -> None:
    two = (stub(PAY_DAY, 200_00), stub(date(2026, 1, 23), 180_00))
    assert held((date(2026, 1, 30), 380_00), as_of=date(2026, 3, 2), stubs=two) == [(Sent.YES, "R0"), (Sent.YES, "R0")]


def test_a_receipt_that_was_returned_answers_nothing() -> None:
    paid = ledger((date(2026, 1, 12), 200_00))
    back = replace(paid, entries=(*paid.entries, Entry(date(2026, 1, 20), "V", Money(-200_00), reverses="R0")))
    found = withholdings([stub(PAY_DAY, 200_00)], back, date(2026, 3, 2), law=law_of("NC"))
    assert [one.sent for one in found] == [Sent.NO]
