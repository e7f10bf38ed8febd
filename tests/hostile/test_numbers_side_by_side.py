"""Numbers that stand side by side in a table are no card number; a card number beside them is one."""

import pytest

from documents.leaks import find_leaks

CARD = "4111 1111 1111 1111"


@pytest.mark.parametrize(
    "words",
    [
        "ORDERS.csv 7000074366 19 CVD 4150 2019-07-05 11/20/2026 11/21/2026 23:17 UTC",
        "19 CVD 4150 2019-07-05 11 of 12",
        "4150 2019-07-05 2026-11-20",
    ],
)
def test_a_file_number_and_the_days_behind_it_are_no_card_number(words: str) -> None:
    assert find_leaks(words) == ()


@pytest.mark.parametrize("words", [f"{CARD} 2019-07-05", f"2019-07-05 {CARD}", f"card {CARD.replace(' ', '-')}", CARD])
def test_a_card_number_beside_a_day_is_found(words: str) -> None:
    assert [leak.kind for leak in find_leaks(words)] == ["a card number"]
