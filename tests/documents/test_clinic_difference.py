"""What differs between two templates is told in a time that no template can make long, and no line is lost."""

import time

import pytest

from documents.clinic.difference import MOST_LINES, Listed, Sort, as_text, compared, listed


def whole(sort: Sort, was: list[str], now: list[str]) -> list[str]:
    """The changed lines as one side of the difference tells them."""
    told = [
        "".join(piece.text for piece in line.pieces if piece.sort in (Sort.SAME, sort)) for line in compared(was, now)
    ]
    return [line for line in told if line]


def test_what_changed_within_a_line_is_told_word_by_word() -> None:
    was, now = ["Dear Ms. Nuñez,", "you owe $10.", "Sincerely"], ["Dear Ms. Nuñez,", "you owe $12.", "Sincerely"]
    assert as_text(compared(was, now)) == "  Dear Ms. Nuñez,\n~ you owe $[-10-]{+12+}.\n  Sincerely"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ([f"line {n % 50}" for n in range(20_000)], [f"line {n * 7 % 50}" for n in range(20_000)]),
        ([f"a {n} of many" for n in range(20_000)], [f"b {n} of many" for n in range(20_000)]),
        (["a " * 100_000], ["b a " * 60_000]),
        (["a b " * 20_000, "c"], ["a b " * 20_001, "c"]),
    ],
    ids=["the same lines again and again", "each line another", "one long line", "one long line grown"],
)
def test_long_texts_are_compared_quickly_and_whole(was: list[str], now: list[str]) -> None:
    started = time.monotonic()
    gone, new = whole(Sort.GONE, was, now), whole(Sort.NEW, was, now)
    assert time.monotonic() - started < 20
    assert {line.strip() for line in gone} >= {line.strip() for line in set(was) - set(now)}
    assert {line.strip() for line in new} >= {line.strip() for line in set(now) - set(was)}


def test_a_page_lists_the_beginning_of_a_difference_and_counts_the_changed_lines_that_it_leaves_out() -> None:
    now = [f"line {n}" for n in range(100_000)]
    told = listed(compared([], now))
    assert [line.pieces[0].text for line in told.lines] == now[:MOST_LINES]
    assert told.left_out == 100_000 - MOST_LINES
    short = compared(["a"], ["b"])
    assert listed(short) == Listed(tuple(short), 0)


def test_a_page_lists_few_lines_of_a_difference_when_they_are_long() -> None:
    told = listed(compared([], ["word " * 10_000 for _ in range(5)]))
    assert (len(told.lines), told.left_out) == (2, 3)
