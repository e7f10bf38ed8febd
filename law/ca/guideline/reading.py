"""Reads what a run is asked from plain values, as JSON gives them, and refuses whatever is not meant."""

from collections.abc import Mapping
from copy import deepcopy
from enum import StrEnum

from law.ca.guideline.asked import AddOn, GuidelineInput, Income, OtherCase, Parent, Spousal, Timeshare
from law.ca.guideline.entries import Entries, InputRefused, entries
from law.ca.guideline.rows import Rows, Split, rows_on
from law.ca.guideline.timeshare import Visits, averaged, by_default, by_hours

TIME_KEYS = ("timeshare_a", "visits_a", "default")
KEYS = (
    "period_on", "children", "parent_a", "parent_b", "addons", "addon_split", "spousal_support", "base_support",
    "other_case", *TIME_KEYS,
)  # fmt: skip
INCOME_KEYS = ("net", "hardship")
MOST_TIMES = 366


class Moving(StrEnum):
    """Who asked the court."""

    A = Parent.A.value
    B = Parent.B.value
    AGENCY = "agency"


def read_input(told: Mapping[str, object]) -> GuidelineInput:
    """A run as JSON tells it: amounts in whole cents, parts of one as decimals in quotes.

    Raises InputRefused, MoreThanAYear, NoDefaultTimeshare, or NoRuleInForce for a support period whose rows are not
    on file.
    """
    run = entries(told, KEYS)
    rows = rows_on(run.day("period_on"))
    children = _children(run, rows)
    return GuidelineInput(
        period_on=rows.on,
        children=children,
        parent_a=_income(run.inner("parent_a", INCOME_KEYS), rows),
        parent_b=_income(run.inner("parent_b", INCOME_KEYS), rows),
        timeshare=_timeshare(run, children, rows),
        add_ons=tuple(_add_on(one, rows) for one in run.each("addons", ("kind", "amount"))) if "addons" in run else (),
        split=run.word("addon_split", Split) if "addon_split" in run else None,
        spousal=_spousal(run) if "spousal_support" in run else None,
        base_support=run.money("base_support") if "base_support" in run else None,
        other_case=_other_case(run, rows) if "other_case" in run else None,
        told=deepcopy(dict(told)),
    )


def _children(run: Entries, rows: Rows) -> int:
    most = rows.most_children
    why = f"the guideline knows 1 to {most} children, and for more the court sets support (Cal. Fam. Code § 4055(b)(4))"
    return run.count("children", "children", most=most, why=why)


def _income(parent: Entries, rows: Rows) -> Income:
    parts = parent.parts("hardship") if "hardship" in parent else ()
    most = rows.figure("hardship.most")
    if any(part > most.exact for part in parts):
        raise InputRefused(f"{parent.name('hardship')} gives more than {most.value} for one child ({most.cite})")
    return Income(parent.money("net"), parts)


def _timeshare(run: Entries, children: int, rows: Rows) -> Timeshare:
    given = [key for key in TIME_KEYS if key in run]
    if len(given) != 1:
        raise InputRefused(f"A run tells the timeshare in one way: {', '.join(TIME_KEYS[:-1])} or {TIME_KEYS[-1]}")
    if "visits_a" in run:
        return by_hours(_visits(run), rows)
    if "default" in run:
        return _by_default(run.inner("default", ("custodial", "absent", "moving")))
    if not isinstance(run.get("timeshare_a"), list | tuple):
        return Timeshare(run.part("timeshare_a"))
    of_each = run.parts("timeshare_a")
    if len(of_each) != children:
        raise InputRefused(f"timeshare_a lists {len(of_each)} timeshares for {children} children")
    return averaged(of_each)


def _visits(run: Entries) -> tuple[Visits, ...]:
    why = f"a stay comes 1 to {MOST_TIMES} times a year"
    return tuple(
        Visits(one.hours("hours"), one.count("times", "times a year", most=MOST_TIMES, why=why))
        for one in run.each("visits_a", ("hours", "times"))
    )


def _by_default(told: Entries) -> Timeshare:
    moving = told.word("moving", Moving)
    return by_default(
        custodial=told.word("custodial", Parent),
        absent=told.word("absent", Parent),
        moving=None if moving is Moving.AGENCY else Parent(moving.value),
    )


def _add_on(one: Entries, rows: Rows) -> AddOn:
    kind = one.get("kind")
    if not isinstance(kind, str) or kind not in rows.kinds:
        raise InputRefused(f"{one.name('kind')} is one of {', '.join(rows.kinds)}")
    return AddOn(kind, one.money("amount"))


def _spousal(run: Entries) -> Spousal:
    told = run.inner("spousal_support", ("paid_by", "amount"))
    return Spousal(told.word("paid_by", Parent), told.money("amount"))


def _other_case(run: Entries, rows: Rows) -> OtherCase:
    told = run.inner("other_case", ("of", "other_parent", "children", "timeshare"))
    return OtherCase(
        of=told.word("of", Parent),
        other_parent=_income(told.inner("other_parent", INCOME_KEYS), rows),
        children=_children(told, rows),
        timeshare=told.part("timeshare"),
    )
