"""The payment history as a picture."""

import io
from datetime import date
from itertools import pairwise

import pytest
from PIL import Image

from documents.chart import ChartedMonth, payment_drawing
from documents.drawn import png
from documents.scales import scale
from kernel.money import Money


def months(count: int, *, paid: int = 200_00) -> list[ChartedMonth]:
    return [
        ChartedMonth(date(2020 + n // 12, n % 12 + 1, 1), Money(415_00), Money(paid), Money(21_500 * (n + 1)))
        for n in range(count)
    ]


def chart(months: list[ChartedMonth]) -> bytes:
    return png(payment_drawing(months))


def drawn(months: list[ChartedMonth]) -> Image.Image:
    return Image.open(io.BytesIO(chart(months)))


@pytest.mark.parametrize("count", [0, 1, 12, 24, 60, 240])
def test_the_picture_has_one_size_whatever_the_number_of_months(count: int) -> None:
    picture = drawn(months(count))
    assert (picture.size, picture.format) == ((1404, 648), "PNG")


def test_the_same_months_give_the_same_bytes() -> None:
    assert chart(months(24)) == chart(months(24))


def test_what_was_paid_is_told_from_what_was_ordered_in_black_and_white() -> None:
    grey = drawn(months(2)).convert("L")
    ordered, paid = grey.getpixel((144 + 250, 648 - 75)), grey.getpixel((144 + 350, 648 - 75))
    assert isinstance(ordered, int)
    assert isinstance(paid, int)
    assert ordered - paid > 150


def test_thirty_years_have_a_pair_of_bars_for_each_year_so_that_none_runs_into_the_next() -> None:
    """Half way up the bars, the row of dots turns from bar to paper and back at least once for each year."""
    grey = drawn(months(360)).convert("L")
    row = [bool(grey.getpixel((x, 648 - 3 * 45)) > 200) for x in range(150, 1370)]  # type: ignore[operator]
    turns = sum(before != after for before, after in pairwise(row))
    assert 60 <= turns < 300


def test_a_month_with_a_returned_payment_is_drawn_below_the_line() -> None:
    assert chart(months(3, paid=-200_00)) != chart(months(3, paid=0))


@pytest.mark.parametrize(
    ("low", "high", "marks"),
    [
        (0, 0, (0, 100)),
        (0, 415_00, (0, 250_00, 500_00)),
        (0, 523_500, (0, 250_000, 500_000, 750_000)),
        (-41_500, 41_500, (-50_000, -25_000, 0, 25_000, 50_000)),
        (-1, 10**12, (-500_000_000_000, 0, 500_000_000_000, 10**12)),
    ],
)
def test_an_axis_has_a_few_round_marks_that_hold_every_amount(low: int, high: int, marks: tuple[int, ...]) -> None:
    made = scale(low, high, bottom=0, top=100)
    assert (made.place(made.marks[0]), made.place(made.marks[-1])) == (0, 100)
    assert made.marks == marks
