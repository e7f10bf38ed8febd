"""Every number is a dated row with a cite, says that nobody verified it, and stands in the result that used it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from law.nc.guideline.facts import Kind
from law.nc.guideline.figures import Figures, all_figures, form_of
from law.nc.guideline.reading import read_inputs
from law.nc.guideline.schedule import schedules
from law.nc.guideline.telling import inputs_told
from law.nc.guideline.worksheet import worksheet
from law.rows import NoRuleInForce
from tests.law.nc_guideline.asking import HEARING, asked, parent, told


def used(*args: object, **more: object) -> set[str]:
    found = worksheet(asked(*args, **more))  # type: ignore[arg-type]
    return {row.id.removeprefix("nc.guideline.") for row in found.figures}


def test_every_row_has_a_cite_and_says_that_no_attorney_has_verified_it() -> None:
    rows = (*all_figures(), *schedules(), *(form_of(kind, HEARING) for kind in Kind))
    assert len(rows) == 25
    assert {row.verified_by for row in rows} == {""}
    assert [row.id for row in rows if not str(row.cite).strip()] == []
    assert {row.in_force_from for row in rows} == {date(2023, 1, 1)}


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("cap", "40000.00", "dollars a month"),
        ("self-support-reserve", "1133.00", "dollars a month"),
        ("minimum-order", "50.00", "dollars a month"),
        ("minimum-order-below", "1150.00", "dollars a month"),
        ("childcare", "100", "percent"),
        ("insurance", "5", "percent"),
        ("shared-multiplier", "1.5", "times"),
        ("shared-overnights", "123", "overnights a year"),
        ("primary-overnights", "243", "overnights a year"),
        ("modification-years", "3", "years"),
        ("review-years", "4", "years"),
        ("modification-difference", "15", "percent"),
    ],
)
def test_a_figure_of_the_guidelines_is_its_row(name: str, value: str, unit: str) -> None:
    row = Figures(HEARING)[name]
    assert (row.value, row.unit) == (value, unit)


def test_no_figure_is_given_for_a_day_before_its_row() -> None:
    with pytest.raises(NoRuleInForce):
        Figures(date(2022, 12, 31))["cap"]


ALWAYS = {"cap", "most-children"}


def test_a_worksheet_names_the_rows_that_it_used_and_no_others() -> None:
    assert used("A", 2, parent("2500"), parent("3000")) == ALWAYS | {"childcare"}
    assert used("A", 2, parent("2500"), parent("3000", insurance="100")) == ALWAYS | {"childcare", "insurance"}
    assert used("A", 1, parent("3000"), parent("1700")) == ALWAYS | {"shaded-1", "self-support-reserve"}
    assert used("A", 2, parent("3000"), parent("1000")) == ALWAYS | {
        "minimum-order", "minimum-order-below", "self-support-reserve",
    }  # fmt: skip
    shared = {"shared-multiplier", "shared-overnights", "overnights-a-year", "childcare"}
    assert used("B", 1, parent("3000", overnights=180), parent("3000", overnights=185)) == ALWAYS | shared
    split = asked("C", 2, parent("3000", children_living=1), parent("3000", children_living=1))
    assert {row.id for row in worksheet(split).figures} == {f"nc.guideline.{name}" for name in ALWAYS | {"childcare"}}


def test_the_foot_of_the_schedule_is_named_where_it_was_used() -> None:
    foot = {"minimum-obligation-to", "minimum-order"}
    assert used("A", 1, parent("0"), parent("1320")) >= foot
    assert used("A", 1, parent("1200", other_children=1), parent("3000")) >= foot
    assert not used("A", 1, parent("0"), parent("1400")) & foot


def test_a_result_tells_each_row_with_its_cite_and_each_lookup_with_its_rows() -> None:
    found = told(asked("A", 2, parent("3000", other_children=1), parent("3525")))
    assert [row["id"] for row in found["rows"]] == [
        "nc.guideline.worksheet-a", "nc.guideline.schedule", "nc.guideline.most-children", "nc.guideline.cap",
        "nc.guideline.childcare",
    ]  # fmt: skip
    assert all(row["cite"] and row["verified"] is False for row in found["rows"])
    assert found["lookups"] == [
        {
            "line": "1b", "whose": "plaintiff's other children", "children": 1, "income": 300000,
            "lower": {"income": 300000, "obligation": 56600}, "upper": {"income": 300000, "obligation": 56600},
            "obligation": 56600,
        },
        {
            "line": "4", "whose": "both parents", "children": 2, "income": 595900,
            "lower": {"income": 595000, "obligation": 151900}, "upper": {"income": 600000, "obligation": 152400},
            "obligation": 151990,
        },
    ]  # fmt: skip
    assert (found["form"], found["verified"]) == ("AOC-CV-627", False)


def test_a_result_names_the_version_of_all_rows_and_what_it_was_asked() -> None:
    inputs = asked("A", 2, parent("3000"), parent("3525", insurance="12.34"))
    found = told(inputs)
    assert re.fullmatch(r"NC guideline [0-9a-f]{12}", found["pack"])
    assert read_inputs(found["input"]) == inputs
    dated = replace(inputs, births=(date(2015, 4, 1), date(2019, 9, 30)), obligor=None)
    assert read_inputs(inputs_told(dated)) == dated
