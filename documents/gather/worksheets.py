"""Gathers the guideline worksheets and California's calculation from the run that papers use."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from cases.guideline.children import of_run
from cases.guideline.facts import COLUMNS, Parent, Run
from cases.names import spoken
from cases.trace import traced
from documents.errors import NoGround
from documents.facts import NamedChild, worksheets
from documents.gather import people, run
from documents.gather.california.heading import filing
from documents.gather.filed import heading
from documents.gather.matter import Matter
from kernel.disclosure import Disclosure
from kernel.money import Money
from kernel.traced import Traced

TYPES: Mapping[str, tuple[type, type]] = {
    "A": (worksheets.GuidelineWorksheetA, worksheets.LinesOfA),
    "B": (worksheets.GuidelineWorksheetB, worksheets.LinesOfB),
    "C": (worksheets.GuidelineWorksheetC, worksheets.LinesOfC),
}
COSTS = {"A": "5", "B": "10", "C": "7"}
ENTERED = {
    **{(letter, "1"): "gross" for letter in TYPES},
    **{(letter, "1a"): "pre_existing" for letter in TYPES},
    **{(letter, f"{line}a"): "childcare" for letter, line in COSTS.items()},
    **{(letter, f"{line}b"): "insurance" for letter, line in COSTS.items()},
    **{(letter, f"{line}c"): "extraordinary" for letter, line in COSTS.items()},
    ("B", "7"): "overnights",
    ("C", "5a"): "children_living",
}
"""Lines whose two columns are entries of the run as they stand; the others are computed."""


def worksheet(letter: str) -> Callable[[Matter], Any]:
    """What gathers one of the three worksheets. Raises NoGround where the run in use is none of that kind."""

    def gather(of: Matter) -> Any:
        found = _found(of, f"guideline worksheet {letter}")
        told = found.figured.told
        if told["worksheet"] != letter:
            why = f"guideline run {found.number} is on Worksheet {told['worksheet']}"
            raise NoGround(f"guideline worksheet {letter}", of.record.case_no, why)
        paper, of_lines = TYPES[letter]
        return paper(**heading(of), **_answer(of, found), children=_children(of, found), lines=_lines(found, of_lines))

    return gather


def guideline_calculation(of: Matter) -> worksheets.GuidelineCalculation:
    """California's formula, step by step. Raises NoGround."""
    found = _found(of, "guideline calculation")
    told = found.figured.told

    def step(words: str, what: str) -> Traced[str]:
        return Traced(words, run.trace(found, what), Disclosure.PARTY)

    answer = _answer(of, found)
    for name in ("shaded", "minimum"):
        answer.pop(name)
    return worksheets.GuidelineCalculation(
        **filing(of),
        **answer,
        obligor=people.party(of.record, "obligor").name,
        obligee=people.party(of.record, "obligee").name,
        children=tuple(
            NamedChild(name=traced(row, spoken(row.name)))
            for row in of_run(found, of.record)
        ),
        period_on=_said(found, found.figured.on, "support period"),
        nets_from=_nets_from(found),
        steps=tuple(
            worksheets.GuidelineStep(
                what=step(one["what"], one["what"]),
                value=step(one["value"], one["what"]),
                cite=step(one["cite"], one["what"]),
            )
            for one in told["steps"]
        ),
        low_income=_range(found),
        costs=tuple(_cost(found, one) for one in told["addons"]),
        with_shares=_with_shares(found),
    )


def _found(of: Matter, paper: str) -> Run:
    found = run.run_for(of)
    if found is None:
        why = run.stale(of) or "its guideline was not run yet"
        raise NoGround(paper, of.record.case_no, why)
    return found


def _answer(of: Matter, found: Run) -> dict[str, Any]:
    """What stands around the lines."""
    told, who = found.figured.told, found.figured.payer
    column = found.column(who) if who else None
    return {
        "recommended": _said(found, found.figured.amount, "recommended order"),
        "payer": _said(found, column if found.figured.state == "nc" else who and who.value, "who pays"),
        "shaded": _said(found, told.get("shaded", False), "shaded area"),
        "minimum": _said(found, told.get("minimum_order", False), "minimum order"),
        "remarks": tuple(worksheets.Remark(words=_said(found, words, "remark")) for words in _remarks(of, found)),
        "rows": _said(found, found.figured.pack, "rows of law"),
        "unverified": _said(found, not found.figured.verified, "rows of law"),
        "prepared_by": _said(found, found.made_by, "prepared by"),
        "prepared_on": _said(found, of.office.day_of(found.made_at), "prepared on"),
    }


def _remarks(of: Matter, found: Run) -> list[str]:
    """Those of the run; what is to be checked for the day of the hearing comes first, for whatever day it was made."""
    check = run.to_check(of)
    return [*([check] if check else []), *(words for words in found.figured.told["notes"] if words != check)]


def _said(found: Run, value: Any, what: str) -> Traced[Any]:
    return Traced(value, run.trace(found, what), Disclosure.PARTY)


def _children(of: Matter, found: Run) -> tuple[worksheets.ChildOnWorksheet, ...]:
    return tuple(
        worksheets.ChildOnWorksheet(
            name=traced(row, spoken(row.name)), born_on=traced(row, row.born_on, Disclosure.PARTY)
        )
        for row in of_run(found, of.record)
    )


def _lines(found: Run, of_lines: type) -> Any:
    told = found.figured.told
    return of_lines(
        **{
            field.name: _line(found, field.type, number, told["lines"][number])  # type: ignore[arg-type]
            for field in fields(of_lines)
            for number in [field.name.removeprefix("line_")]
        }
    )


def _line(found: Run, kind: type, number: str, cells: Mapping[str, Any]) -> Any:
    return kind(**{field.name: _cell(found, kind, number, field.name, cells[field.name]) for field in fields(kind)})


def _cell(found: Run, kind: type, number: str, column: str, value: Any) -> Traced[Any]:
    entry = ENTERED.get((found.figured.told["worksheet"], number))
    trace = found.traces.get(f"{column}.{entry}") if entry else None
    return Traced(READ[kind](value) if value is not None else None, trace or run.trace(found, f"line {number}"),
                  Disclosure.PARTY)  # fmt: skip


READ: Mapping[type, Callable[[Any], Any]] = {
    worksheets.Dollars: Money,
    worksheets.Percent: Decimal,
    worksheets.Numbers: int,
}


def _nets_from(found: Run) -> Traced[str]:
    """Where the net incomes come from, each with its source: the formula is on given nets."""
    said = (f"{parent.value}: {trace.source}, {trace.record}" for parent, trace in _nets(found))
    return Traced("; ".join(said), run.trace(found, "net incomes"), Disclosure.PARTY)


def _nets(found: Run) -> list[tuple[Parent, Any]]:
    return [(parent, found.traces[f"{column}.net"]) for column, parent in COLUMNS["ca"].items()]


def _range(found: Run) -> tuple[worksheets.LowIncomeRange, ...]:
    told = found.figured.told["low_income"]
    if not told["applies"]:
        return ()
    names = ("threshold", "max_reduction", "low", "high")
    return (worksheets.LowIncomeRange(**{name: _said(found, Money(told[name]), name) for name in names}),)


def _cost(found: Run, told: Mapping[str, Any]) -> worksheets.SharedCost:
    obligor, obligee = (found.column(parent) for parent in (Parent.OBLIGOR, Parent.OBLIGEE))
    what = f"additional support, {told['kind']}"
    return worksheets.SharedCost(
        kind=_said(found, told["kind"], what),
        amount=_said(found, Money(told["amount"]), what),
        way=_said(found, "in proportion to net incomes" if told["split"] == "proportional" else "by halves", what),
        obligor=_said(found, Money(told[obligor]), what),
        obligee=_said(found, Money(told[obligee]), what),
        obligor_proportional=_said(found, Money(told["proportional"][obligor]), what),
        obligor_half=_said(found, Money(told["half"][obligor]), what),
    )


def _with_shares(found: Run) -> tuple[worksheets.WithShares, ...]:
    told = found.figured.told
    whole = told.get("with_addons") if told["addons"] else None
    if whole is None:
        return ()
    whole = {name: _said(found, Money(cents), "additional support") for name, cents in whole.items()}
    return (worksheets.WithShares(**whole),)


GATHER: dict[str, Callable[[Matter], Any]] = {
    **{f"GuidelineWorksheet{letter}": worksheet(letter) for letter in TYPES},
    "GuidelineCalculation": guideline_calculation,
}
