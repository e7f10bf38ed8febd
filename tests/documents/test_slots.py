"""Facts made ready for print."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from documents.slots import Gap, Slot, leaves, printed
from kernel.disclosure import Audience, Disclosure
from kernel.legal_text import NotLegalText
from kernel.money import Money
from kernel.sealed import Last4, Sealed
from kernel.traced import Trace, Traced

ACTS = Trace("ACTS", "CASES 7000070074")


def known(value: object, disclosure: Disclosure = Disclosure.OPEN) -> Traced[object]:
    return Traced(value, ACTS, disclosure)


@dataclass(frozen=True)
class Payment:
    on: Traced[object]
    amount: Traced[object]


@dataclass(frozen=True)
class Person:
    name: Traced[object]
    employer: Traced[object] = field(metadata={"label": "Employer"})


@dataclass(frozen=True)
class Facts:
    obligor: Person
    payments: tuple[Payment, ...]
    counsel: Person | None = field(default=None, metadata={"label": "Counsel"})


def facts(
    name: object = "JORDAN O'DELL", employer: object = "Smith & Sons <Concrete>", kind: Disclosure = Disclosure.OPEN
) -> Facts:
    return Facts(
        obligor=Person(known(name), known(employer, kind)),
        payments=(
            Payment(known(date(2026, 12, 8)), known(Money(123400))),
            Payment(known(date(2026, 1, 31)), known(Money(-500))),
        ),
    )


def test_every_fact_of_the_tree_is_found_under_its_dotted_name() -> None:
    assert {path: fact.value for path, fact in leaves(facts()).items()} == {
        "obligor.name": "JORDAN O'DELL",
        "obligor.employer": "Smith & Sons <Concrete>",
        "payments.0.on": date(2026, 12, 8),
        "payments.0.amount": Money(123400),
        "payments.1.on": date(2026, 1, 31),
        "payments.1.amount": Money(-500),
    }


def test_money_and_dates_print_as_a_court_paper_writes_them() -> None:
    said = printed(facts(), Audience.COURT)
    assert said["payments"] == [
        {"on": "December 8, 2026", "amount": "$1,234.00"},
        {"on": "January 31, 2026", "amount": "-$5.00"},
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Last4("1234"), "ending 1234"),
        (Decimal("0.10"), "0.10"),
        (Decimal("1E+2"), "100"),
        (0, "0"),
        ("Jose\u0301", "José"),
    ],
)
def test_every_kind_of_value_has_one_way_to_print(value: object, text: str) -> None:
    assert printed(facts(name=value), Audience.COURT)["obligor"]["name"] == text


def test_a_slot_remembers_the_fact_it_says_also_in_other_words() -> None:
    name = printed(facts(), Audience.COURT)["obligor"]["name"]
    assert isinstance(name, Slot)
    assert (name.said("J. O'DELL").path, name.said("J. O'DELL").fact) == ("obligor.name", facts().obligor.name)


@pytest.mark.parametrize("nothing", [None, "", "   "])
def test_a_missing_fact_is_a_visible_gap_that_is_false_in_an_if(nothing: object) -> None:
    gap = printed(facts(employer=nothing), Audience.COURT)["obligor"]["employer"]
    assert (str(gap), bool(gap), gap.path) == ("[missing: Employer]", False, "obligor.employer")


def test_a_missing_person_is_one_gap_with_the_label_of_the_person() -> None:
    counsel = printed(facts(), Audience.COURT)["counsel"]
    assert (str(counsel), isinstance(counsel, Gap)) == ("[missing: Counsel]", True)


@pytest.mark.parametrize(
    ("kind", "audience", "text"),
    [
        (Disclosure.INTERNAL, Audience.INTERNAL, "Smith & Sons <Concrete>"),
        (Disclosure.INTERNAL, Audience.COURT, "[withheld]"),
        (Disclosure.VERIFY, Audience.COURT, "[withheld]"),
        (Disclosure.PARTY, Audience.COURT, "Smith & Sons <Concrete>"),
        (Disclosure.PARTY, Audience.PUBLIC_FILE, "[withheld]"),
        (Disclosure.PROTECTED, Audience.INTERNAL, "[withheld]"),
        (Disclosure.SEALED, Audience.INTERNAL, "[withheld]"),
    ],
)
def test_what_an_audience_may_not_see_prints_as_withheld(kind: Disclosure, audience: Audience, text: str) -> None:
    assert str(printed(facts(kind=kind), audience)["obligor"]["employer"]) == text


def test_a_withheld_slot_does_not_carry_the_value_at_all() -> None:
    slot = printed(facts(kind=Disclosure.PROTECTED), Audience.COURT)["obligor"]["employer"]
    assert (slot.fact, bool(slot)) == (None, False)


def test_a_sealed_value_is_withheld_whatever_its_class_says() -> None:
    assert str(printed(facts(name=Sealed("123-45-6789")), Audience.INTERNAL)["obligor"]["name"]) == "[withheld]"


def test_a_yes_or_no_fact_stays_one() -> None:
    assert printed(facts(name=False), Audience.COURT)["obligor"]["name"] is False


@pytest.mark.parametrize("bad", ["a\x07b", "a\x0cb", "\ud800", "a\x00b", "\u202eevil"])
def test_text_that_cannot_stand_in_a_paper_is_refused(bad: str) -> None:
    with pytest.raises(NotLegalText):
        printed(facts(name=bad), Audience.COURT)


def test_a_value_without_a_trace_is_a_defect() -> None:
    with pytest.raises(TypeError, match=r"'obligor.name' is a str"):
        printed(Facts(Person("plain", known("x")), ()), Audience.COURT)  # type: ignore[arg-type]
