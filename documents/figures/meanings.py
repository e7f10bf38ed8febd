"""Which fact each figure of a paper is, so that different papers can be compared.

A figure is known by the group of facts that it belongs to, which all papers share, by what names its row (a month, an
order, a payment's day), and by its name; what people wrote down, by the name of the note alone.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from documents.facts.field import ENTRY, LABEL
from documents.figures.facts import Meaning, Telling
from documents.slots import in_words
from kernel.money import Money
from kernel.traced import Traced

BALANCE: Final = "Arrears"
NOTE: Final = "note"
STAMPS: Final = frozenset({"as_of", "days_behind", "number"})
"""What only says for which day a paper was made, or counts its rows; no figure of the case."""
KEYS: Final = {
    "MonthOfSupport": ("month",),
    "YearOfSupport": ("year",),
    "Count": ("due_on",),
    "CountOnSheet": ("due_on",),
    "UnpaidMonth": ("due_on",),
    "UnpaidOfKind": ("kind", "due_on"),
    "MonthLeftOut": ("due_on",),
}
"""What names a row. Others are named by their words, orders by either of their days, payments by their day."""
ORDER, PAYMENT, MONTH, ACCOUNT = "SupportOrder", "Payment", "MonthOfSupport", "SupportAccount"
OWED: Final = "owed"
TOLD_ONCE: Final = frozenset({BALANCE, NOTE, PAYMENT, OWED, *KEYS})
"""What has one value in a paper, or one for each day or month, wherever the paper tells it."""
SAME_GROUP: Final = {"ContemptFindings": "Contempt", "CountOnSheet": "Count"}
SAME_NAME: Final = {
    ("SupportAccount", "opening"): "opening",
    ("SupportAccount", "opening_on"): "opening_on",
    ("SupportAccount", "ordered"): "charged",
    ("SupportAccount", "paid"): "paid",
    ("StatementOfArrears", "principal"): "total",
}
"""Figures of the arrears that California's statement calls otherwise, as long as there is one account."""
COUNTED: Final = frozenset({"Arrears", "StateBalance"})
"""Groups with a day of their own, which all of their figures are for."""


@dataclass(frozen=True, slots=True)
class Tellings:
    """What one paper tells. ``lists`` are the rows it tells one by one: of each kind, the first and the last day."""

    found: tuple[Telling, ...]
    lists: dict[str, tuple[date, date]]


def tellings(tree: Any, as_of: date) -> Tellings:
    """Every figure of a facts tree that other papers may tell too. ``as_of`` is the day of the paper."""
    found = [*_told(tree, "", "", (), as_of), *_payments(tree, "")]
    lists = {}
    for subject in (PAYMENT, MONTH):
        days = [one.meaning.row[0] for one in found if one.meaning.subject == subject]
        held = [day for day in days if isinstance(day, date)]
        if held:
            lists[subject] = (min(held), as_of)
    return Tellings(tuple(_unmistakable(found)), lists)


def _unmistakable(found: list[Telling]) -> Iterator[Telling]:
    """Without rows that their own words or days do not tell apart."""
    known: dict[Meaning, list[Telling]] = defaultdict(list)
    for one in found:
        known[one.meaning].append(one)
    for meaning, same in known.items():
        if len({one.value for one in same}) == 1 or meaning.subject in TOLD_ONCE:
            yield from same


def _told(node: Any, prefix: str, container: str, row: tuple[Hashable, ...], as_of: date) -> Iterator[Telling]:
    kind = type(node).__name__
    day = node.as_of.value if kind in COUNTED else as_of
    for each in fields(node):
        path, value = f"{prefix}{each.name}", getattr(node, each.name)
        if isinstance(value, tuple):
            if kind != "Payment":
                for place, below in enumerate(value):
                    yield from _row(below, f"{path}.{place}.", each.name, as_of, len(value))
        elif isinstance(value, Traced):
            if (figure := _figure(value.value)) is not None and each.name not in STAMPS and kind != PAYMENT:
                meanings = _meanings(kind, container, row, each.name, node, noted=bool(each.metadata.get(ENTRY)))
                words, label = in_words(value.value), str(each.metadata.get(LABEL, each.name))
                counted = _day_of(kind, node, value, day)
                for meaning in meanings:
                    yield Telling(meaning, path, label, figure, words, counted)
        elif is_dataclass(value):
            below = (*row, each.name) if row or _has_several(node, type(value)) else ()
            yield from _told(value, f"{path}.", each.name, below, as_of)
    yield from _balances(node, kind, prefix, as_of)


def _has_several(node: Any, kind: type) -> bool:
    """Whether a group holds several groups of one kind, such as the two parents; their names tell them apart."""
    return sum(1 for each in fields(node) if type(getattr(node, each.name)) is kind) > 1


def _row(node: Any, prefix: str, container: str, as_of: date, among: int) -> Iterator[Telling]:
    kind = type(node).__name__
    if kind in KEYS:
        row: tuple[Hashable, ...] = tuple(getattr(node, name).value for name in KEYS[kind])
    else:
        row = () if among == 1 and kind == ACCOUNT else tuple(_words_of(node))
    yield from _told(node, prefix, container, row, as_of)


def _words_of(node: Any) -> Iterator[str]:
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, Traced) and isinstance(value.value, str) and not each.metadata.get(ENTRY):
            yield value.value


def _meanings(
    kind: str, container: str, row: tuple[Hashable, ...], name: str, node: Any, *, noted: bool
) -> Iterator[Meaning]:
    if noted:
        yield Meaning(NOTE, (), name)
    elif kind == ORDER:
        days = (("in effect", node.effective_on.value), ("entered", node.ordered_on.value))
        yield from (Meaning(ORDER, day, name) for day in days)
    elif (kind, name) in SAME_NAME and not row:
        yield Meaning(BALANCE, (), SAME_NAME[kind, name])
    elif kind in ("Job", "Asset"):
        yield Meaning(f"{kind} {container}", row, name)
    else:
        yield Meaning(SAME_GROUP.get(kind, kind), row, name)


def _day_of(kind: str, node: Any, fact: Traced[Any], day: date) -> date | None:
    """For which day a computed figure was counted; what stands in a record holds on any day."""
    if kind in COUNTED:
        return day
    if fact.trace.rule is None:
        return None
    if kind == MONTH:
        return min(_month_end(node.month.value), day)
    return fact.trace.as_of


def _balances(node: Any, kind: str, prefix: str, as_of: date) -> Iterator[Telling]:
    """What is owed at the end of a day, under whichever name."""
    if kind == MONTH:
        named = "balance", min(_month_end(node.month.value), as_of)
    elif kind == "Arrears":
        named = "total", node.as_of.value
    elif kind == "StateBalance":
        named = "computed", node.as_of.value
    else:
        return
    name, day = named
    fact = getattr(node, name)
    label = next(str(each.metadata[LABEL]) for each in fields(node) if each.name == name)
    yield Telling(Meaning(OWED, (day,), "balance"), f"{prefix}{name}", label, fact.value, in_words(fact.value), day)


def _payments(node: Any, prefix: str) -> Iterator[Telling]:
    """The payments of each day of a list together: a list may have several of one day."""
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, tuple) and value and type(value[0]).__name__ == PAYMENT:
            yield from _payments_by_day(value, f"{prefix}{each.name}")
        elif is_dataclass(value) and not isinstance(value, Traced):
            yield from _payments(value, f"{prefix}{each.name}.")


def _payments_by_day(rows: tuple[Any, ...], path: str) -> Iterator[Telling]:
    days: dict[date, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        days[row.collected_on.value].append(place)
    for day, places in days.items():
        amounts = sorted(rows[place].amount.value for place in places)
        words = " and ".join(map(in_words, amounts))
        meaning = Meaning(PAYMENT, (day,), "amount")
        yield Telling(meaning, f"{path}.{places[0]}.amount", f"Payment of {in_words(day)}", tuple(amounts), words)


def _figure(value: Any) -> Hashable | None:
    """A value that is a figure; yes and no and words are none."""
    return value if isinstance(value, Money | Decimal | date) or type(value) is int else None


def _month_end(first: date) -> date:
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
