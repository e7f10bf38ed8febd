"""What the record holds for the entries of a run on a day, each with its trace. A person looks at it and runs it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from cases.guideline import words
from cases.guideline.facts import COLUMNS, Offered, Parent
from cases.queries import CaseRecord
from cases.tables import CaseNote, Participant
from cases.trace import trace_of
from kernel.money import money
from kernel.refusals import Refused
from law.ages import ages_of, has_reached
from law.figure import Figure
from law.nc.guideline.choosing import Nights, worksheet_for
from law.nc.guideline.facts import Kind, Side

COSTS: Final = ("childcare", "insurance", "extraordinary")
"""Entries of a worksheet that people may write in words under the same name."""
NETS: Final[Mapping[Parent, str]] = {Parent.OBLIGOR: "obligor_net", Parent.OBLIGEE: "obligee_net"}
INCOMES: Final[Mapping[Parent, str]] = {Parent.OBLIGOR: "obligor_income", Parent.OBLIGEE: "obligee_income"}


def offered(record: CaseRecord, state: str, on: date) -> dict[str, Offered]:
    """The entries of a run that the record holds, by their dotted names."""
    return dict(OFFERS[state](record, on) if state in OFFERS else ())


def minors(record: CaseRecord, on: date) -> tuple[Participant, ...]:
    """The living children of the case who are not of age on a day by the law of its state, the youngest last."""
    return _under(ages_of(record.state, on).majority, record, on)


def of_age_perhaps_in_school(record: CaseRecord, on: date) -> tuple[Participant, ...]:
    """Children who are of age on a day and owed support only while they are in school, which the record cannot say."""
    young, in_school = minors(record, on), _under(ages_of(record.state, on).in_school, record, on)
    return tuple(child for child in in_school if child not in young)


def _under(age: Figure, record: CaseRecord, on: date) -> tuple[Participant, ...]:
    return tuple(
        child for child in record.children
        if child.died_on is None and (child.born_on is None or not has_reached(age, child.born_on, on))
    )  # fmt: skip


def _north_carolina(record: CaseRecord, on: date) -> Iterator[tuple[str, Offered]]:
    children = minors(record, on)
    if children and all(child.born_on for child in children):
        for place, child in enumerate(children):
            yield f"children.{place}", Offered(child.born_on and child.born_on.isoformat(), trace_of(child))
    for column, parent in COLUMNS["nc"].items():
        yield from _amount(record, INCOMES[parent], f"{column}.gross")
    for name in COSTS:
        yield from _in_words(record, name, words.amounts)
    nights = dict(_in_words(record, "overnights", words.counts))
    yield from nights.items()
    yield from _worksheet(nights, len(children), on)


def _worksheet(nights: Mapping[str, Offered], children: int, on: date) -> Iterator[tuple[str, Offered]]:
    """Which worksheet the overnights call for, each child taken to have the same; nothing where they are not known."""
    held = [nights.get(f"{side}.overnights") for side in Side]
    if not children or None in held:
        return
    of_each = [one.value // children for one in held if one]
    try:
        choice = worksheet_for((Nights(*of_each),), on)
    except Refused:
        return
    if choice.kind is not Kind.C and not choice.for_the_attorney:
        yield "worksheet", Offered(choice.kind.value, next(one.trace for one in held if one))


def _california(record: CaseRecord, on: date) -> Iterator[tuple[str, Offered]]:
    for column, parent in COLUMNS["ca"].items():
        yield from _amount(record, NETS[parent], f"{column}.net")


def _amount(record: CaseRecord, name: str, entry: str) -> Iterator[tuple[str, Offered]]:
    row = _note(record, name)
    if row is not None:
        yield entry, Offered(money(row.words).cents, trace_of(row))


def _in_words(
    record: CaseRecord, name: str, read: Callable[[str], dict[Parent, Any]]
) -> Iterator[tuple[str, Offered]]:
    row = _note(record, name)
    found = read(row.words) if row else {}
    for column, parent in COLUMNS["nc"].items():
        if row is not None and parent in found:
            yield f"{column}.{name}", Offered(found[parent], trace_of(row))


def _note(record: CaseRecord, name: str) -> CaseNote | None:
    return next((row for row in record.notes if row.name == name), None)


OFFERS: Final[Mapping[str, Callable[[CaseRecord, date], Iterator[tuple[str, Offered]]]]] = {
    "nc": _north_carolina,
    "ca": _california,
}
