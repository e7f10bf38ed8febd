"""What of an order a cause of suspension reaches: all of it, or the portion for the children whom it is about."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from cases.money.booking import order_in_force, step_in_force
from cases.money.errors import EntryRefused
from cases.money.facts import SuspensionTold
from cases.money.tables import SuspensionEntry
from cases.queries import CaseRecord
from kernel.money import ZERO, Money
from law.money import SuspensionRule

FOREVER = date.max


def reached(record: CaseRecord, told: SuspensionTold, rule: SuspensionRule | None) -> dict[str, Any]:
    """The columns that say it. ``rule`` is the row of law, none where the law of another state governs.

    No portion is ever reckoned: what is for one child is what the order says (G.S. 50-13.10(d): "the relevant
    portion"). Raises EntryRefused.
    """
    children = tuple(dict.fromkeys(told.children))
    if not rule or rule.of_child:
        return _of_children(record, told, children, rule)
    if children or told.portion is not None:
        raise EntryRefused(f"{told.cause} suspends the whole order; it is about no child and takes no portion")
    return {"children": [], "whole_order": True, "portion": None}


def names_of(children: Iterable[str], record: CaseRecord) -> str:
    """The children's names; a number stands for one who is on the case no more."""
    known = {one.mpi_no: one.name for one in record.children}
    return " and ".join(known.get(one, one) for one in children)


def _of_children(
    record: CaseRecord, told: SuspensionTold, children: tuple[str, ...], rule: SuspensionRule | None
) -> dict[str, Any]:
    known = [one.mpi_no for one in record.children]
    if any(one not in known for one in children):
        raise EntryRefused("the case has no such child; name one of its children")
    if told.portion is not None and told.whole_order:
        raise EntryRefused("it is the whole order or a portion of it; choose one")
    if not children and len(known) > 1:
        raise EntryRefused(f"the case has {len(known)} children; name the one whom {told.cause} is about")
    if told.portion is None and not told.whole_order and set(children or known) != set(known):
        raise EntryRefused(_how_much(names_of(children, record), rule))
    if told.portion is not None:
        _within_the_order(record, told.began_on, told.portion)
    _told_once(record, told, children or tuple(known))
    return {"children": list(children), "whole_order": told.portion is None, "portion": told.portion}


def _how_much(names: str, rule: SuspensionRule | None) -> str:
    cite = f" ({rule.cite})" if rule else ""
    return (
        f"the order also supports other children, so say which portion of it is for {names}{cite}. The law does not "
        "divide an order among the children, and neither is it done here: where the order gives no figure for each "
        "child, the court sets the new amount, which is entered as a step; where it supports no other child any more, "
        "say that it is the whole order"
    )


def _within_the_order(record: CaseRecord, began_on: date, portion: Money) -> None:
    order = order_in_force(began_on, record.orders)
    if order is None:
        raise EntryRefused("no order was in force on the first day, so that there is no portion of it")
    step = step_in_force(order, record.money.steps, began_on)
    amount = step.amount if step else order.support
    if not ZERO < portion <= amount:
        raise EntryRefused(f"a portion is more than nothing and no more than the {amount} that the order then had")


def _told_once(record: CaseRecord, told: SuspensionTold, children: tuple[str, ...]) -> None:
    """Two portions for one child at one time would be taken off twice."""
    for one in record.money.suspensions:
        if told.portion is None or one.portion is None or _same(one, told):
            continue
        apart = one.began_on > (told.ended_on or FOREVER) or told.began_on > (one.ended_on or FOREVER)
        if not apart and set(one.children or children) & set(children):
            raise EntryRefused(
                f"a portion for the same child is suspended from {one.began_on:%B %-d, %Y}; enter the last day of that "
                "first"
            )


def _same(one: SuspensionEntry, told: SuspensionTold) -> bool:
    """Whether an entry is the one that is replaced."""
    return key_of(one.cause, one.began_on, one.children) == key_of(told.cause, told.began_on, told.children)


def key_of(cause: str, began_on: date, children: Iterable[str]) -> str:
    """What tells one suspension of a case from another."""
    return "|".join((cause, str(began_on), *sorted(set(children))))

