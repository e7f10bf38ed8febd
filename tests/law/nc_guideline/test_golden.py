"""Worked examples in full: every line of every worksheet, in cents, as they were worked out beside the schedule."""

from typing import Any

import pytest

from law.nc.guideline.facts import Inputs
from tests.law.nc_guideline.asking import asked, columns, parent, told

BLANK = (None, None, None)
ZERO = (0, 0, None)

GOLDEN: dict[str, tuple[Inputs, dict[str, tuple[Any, Any, Any]], str | None, int, bool]] = {
    "A1: both parents pay costs": (
        asked("A", 2, parent("2500", childcare="400"), parent("3000", insurance="100")),
        {
            "1": (250000, 300000, None), "1a": ZERO, "1b": ZERO, "2": (250000, 300000, 550000),
            "3": ("45.45", "54.55", None), "4": (None, None, 144500),
            "5a": (40000, 0, None), "5b": (0, 10000, None), "5c": ZERO, "5d": (40000, 10000, 50000),
            "6": (None, None, 194500), "7": (88409, 106091, None), "8": (None, 10000, None), "9": (None, 96091, None),
        },
        "defendant", 96091, False,
    ),
    "A2: an income between two rows": (
        asked("A", 1, parent("2000"), parent("3525")),
        {
            "1": (200000, 352500, None), "1a": ZERO, "1b": ZERO, "2": (200000, 352500, 552500),
            "3": ("36.20", "63.80", None), "4": (None, None, 95950),
            "5a": ZERO, "5b": ZERO, "5c": ZERO, "5d": (0, 0, 0),
            "6": (None, None, 95950), "7": (34733, 61217, None), "8": (None, 0, None), "9": (None, 61217, None),
        },
        "defendant", 61217, False,
    ),
    "A3: the shaded area": (
        asked("A", 1, parent("3000", childcare="300"), parent("1700")),
        {
            "1": (300000, 170000, None), "1a": ZERO, "1b": ZERO, "2": (300000, 170000, 470000),
            "3": ("63.83", "36.17", None), "4": (None, None, 30900),
            "5a": BLANK, "5b": BLANK, "5c": BLANK, "5d": BLANK,
            "6": (None, None, 30900), "7": (None, 30900, None), "8": (None, 0, None), "9": (None, 30900, None),
        },
        "defendant", 30900, True,
    ),
    "A4: the minimum order": (
        asked("A", 2, parent("3000"), parent("1000")),
        {
            "1": (300000, 100000, None), "1a": ZERO, "1b": ZERO, "2": (300000, 100000, 400000),
            "3": ("75.00", "25.00", None), "4": (None, None, 5000),
            "5a": BLANK, "5b": BLANK, "5c": BLANK, "5d": BLANK,
            "6": (None, None, 5000), "7": (None, 5000, None), "8": (None, 0, None), "9": (None, 5000, None),
        },
        "defendant", 5000, False,
    ),
    "A5: support paid and another child at home": (
        asked(
            "A", 2, parent("2600", childcare="500"),
            parent("4000", pre_existing="300", other_children=1, insurance="120"),
        ),
        {
            "1": (260000, 400000, None), "1a": (0, 30000, None), "1b": (0, 74000, None),
            "2": (260000, 296000, 556000), "3": ("46.76", "53.24", None), "4": (None, None, 145460),
            "5a": (50000, 0, None), "5b": (0, 12000, None), "5c": ZERO, "5d": (50000, 12000, 62000),
            "6": (None, None, 207460), "7": (97014, 110446, None), "8": (None, 12000, None), "9": (None, 98446, None),
        },
        "defendant", 98446, False,
    ),
    "B1: shared custody": (
        asked(
            "B", 2, parent("3000", overnights=400, childcare="300"), parent("4500", overnights=330, insurance="150")
        ),
        {
            "1": (300000, 450000, None), "1a": ZERO, "1b": ZERO, "2": (300000, 450000, 750000),
            "3": ("40.00", "60.00", None), "4": (None, None, 165500), "5": (None, None, 248250),
            "6": (99300, 148950, None), "7": (400, 330, 730), "8": ("54.79", "45.21", None),
            "9": (44889, 81616, None),
            "10a": (30000, 0, None), "10b": (0, 15000, None), "10c": ZERO, "10d": (30000, 15000, 45000),
            "11": (18000, 27000, None), "12": (12000, 0, None), "13": (32889, 81616, None), "14": (None, 48727, None),
        },
        "defendant", 48727, False,
    ),
    "C1: split custody": (
        asked("C", 3, parent("3000", children_living=1), parent("4500", children_living=2, insurance="150")),
        {
            "1": (300000, 450000, None), "1a": ZERO, "1b": ZERO, "2": (300000, 450000, 750000),
            "3": ("40.00", "60.00", None), "4": (None, None, 195900),
            "5a": (1, 2, 3), "5b": ("33.33", "66.67", None), "5c": (65300, 130600, None),
            "6a": (52240, None, None), "6b": (None, 39180, None),
            "7a": ZERO, "7b": (0, 15000, None), "7c": ZERO, "7d": (0, 15000, 15000),
            "8": (6000, 9000, None), "9": (0, 6000, None), "10": (52240, 33180, None), "11": (19060, None, None),
        },
        "plaintiff", 19060, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDEN)
def test_every_line_of_a_worked_example_is_as_worked_out(name: str) -> None:
    inputs, lines, payer, amount, shaded = GOLDEN[name]
    found = told(inputs)
    assert columns(found) == lines
    assert list(found["lines"]) == list(lines)
    assert (found["payer"], found["amount"], found["shaded"]) == (payer, amount, shaded)
    assert found["schedule"] == {"effective": "2023-01-01", "verified": False}


def test_only_the_fourth_is_a_minimum_order() -> None:
    assert [name[:2] for name in GOLDEN if told(GOLDEN[name][0])["minimum_order"]] == ["A4"]


def test_a_mirrored_worksheet_gives_the_same_order_to_the_other_parent() -> None:
    found = told(asked("A", 2, parent("3000", insurance="100"), parent("2500", childcare="400"), obligor="plaintiff"))
    assert (found["payer"], found["amount"]) == ("plaintiff", 96091)
    assert columns(found)["9"] == (96091, None, None)
