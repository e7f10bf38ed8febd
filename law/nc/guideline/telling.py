"""Worksheets as other programs read them: whole cents, percentages as decimal text, days in ISO 8601."""

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from law.figure import Figure
from law.nc.guideline.comparing import Comparison, percent_cut
from law.nc.guideline.facts import Inputs, Side
from law.nc.guideline.figures import Form
from law.nc.guideline.insurance import InsuranceTest
from law.nc.guideline.results import Line, Unit, Worksheet, dollars, percent_written
from law.nc.guideline.schedule import Lookup, Schedule, to_be_checked


def worksheet_told(found: Worksheet) -> dict[str, Any]:
    """The whole worksheet: who pays how much, each line, and the rows of law behind it."""
    return {
        "payer": found.payer.value if found.payer else None,
        "amount": found.amount.cents,
        "lines": {line.number: _line_told(line) for line in found.lines},
        "shaded": found.shaded,
        "schedule": {
            "effective": found.schedule.in_force_from.isoformat(),
            "verified": bool(found.schedule.verified_by),
        },
        "schedule_to_be_checked": bool(to_be_checked(found.inputs.hearing_on)),
        "state": "NC",
        "worksheet": found.inputs.kind.value,
        "form": found.form.form,
        "hearing_on": found.inputs.hearing_on.isoformat(),
        "children": found.inputs.children,
        "minimum_order": found.minimum,
        "insurance": {test.side.value: _test_told(test) for test in found.insurance},
        "lookups": [_lookup_told(each) for each in found.lookups],
        "rows": [_row_told(found.form), _row_told(found.schedule), *(_figure_told(row) for row in found.figures)],
        "verified": found.verified,
        "notes": list(found.notes),
        "labels": [{"number": line.number, "label": line.label, "unit": line.unit.value} for line in found.lines],
        "pack": found.pack,
        "input": inputs_told(found.inputs),
    }


def inputs_told(inputs: Inputs) -> dict[str, Any]:
    """What was asked, as ``read_inputs`` reads it back."""
    return {
        "hearing_on": inputs.hearing_on.isoformat(),
        "worksheet": inputs.kind.value,
        "children": [born_on.isoformat() for born_on in inputs.births] or inputs.children,
        **{side.value: asdict(inputs.parent(side)) for side in Side},
        "obligor": inputs.obligor.value if inputs.obligor else None,
    }


def comparison_told(found: Comparison) -> dict[str, Any]:
    """Both tests of a modification; the percentage is decimal text, null where the order in force is for nothing."""
    return {
        "in_force": found.in_force.cents,
        "proposed": found.proposed.cents,
        "difference": found.difference.cents,
        "percent": None if found.percent is None else percent_cut(found.percent),
        "old_enough_on": found.old_enough_on.isoformat(),
        "old_enough": found.old_enough,
        "large_enough": found.large_enough,
        "presumed": found.presumed,
        "sentence": str(found),
        "rows": [_figure_told(row) for row in (found.years, found.least)],
    }


def told(figure: Fraction | None, unit: Unit) -> int | str | None:
    """One figure of a line: cents, a count, or a percentage with two places; None where the form is blank."""
    if figure is None:
        return None
    if unit is Unit.PERCENT:
        return percent_written(figure)
    return dollars(figure).cents if unit is Unit.MONEY else int(figure)


def _line_told(line: Line) -> dict[str, int | str | None]:
    return {
        "plaintiff": told(line.plaintiff, line.unit),
        "defendant": told(line.defendant, line.unit),
        "combined": told(line.combined, line.unit),
    }


def _test_told(test: InsuranceTest) -> dict[str, Any]:
    return {"cost": test.cost.cents, "limit": test.limit.cents, "reasonable": test.reasonable}


def _lookup_told(lookup: Lookup) -> dict[str, Any]:
    return {
        "line": lookup.line,
        "whose": lookup.whose,
        "children": lookup.children,
        "income": dollars(lookup.income).cents,
        "lower": {"income": lookup.lower[0], "obligation": lookup.lower[1]},
        "upper": {"income": lookup.upper[0], "obligation": lookup.upper[1]},
        "obligation": dollars(lookup.amount).cents,
    }


def _figure_told(row: Figure) -> dict[str, Any]:
    return {**_row_told(row), "what": row.what, "value": row.value, "unit": row.unit}


def _row_told(row: Figure | Form | Schedule) -> dict[str, Any]:
    name = f"nc.guideline.worksheet-{row.id.lower()}" if isinstance(row, Form) else row.id
    return {
        "id": name,
        "cite": str(row.cite),
        "in_force_from": row.in_force_from.isoformat(),
        "verified": bool(row.verified_by),
    }
