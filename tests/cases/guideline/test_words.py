"""Figures in words are taken over where nobody can doubt whose they are, and left to a person where one can."""

import pytest

from cases.guideline.facts import Parent
from cases.guideline.words import amounts, counts

OBLIGOR, OBLIGEE = Parent.OBLIGOR, Parent.OBLIGEE


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Obligee pays $400.00 a month to Bright Start.", {OBLIGEE: 40_000}),
        ("$1,234.50 paid by the obligor", {OBLIGOR: 123_450}),
        ("The obligor pays $120 and the obligee $80.50", {OBLIGOR: 12_000, OBLIGEE: 8_050}),
        ("Obligee: $400.00; obligor: $0.00", {OBLIGEE: 40_000, OBLIGOR: 0}),
        ("None found", {}),
        ("$400.00 a month", {}),
        ("Obligor or obligee pays $400.00", {}),
        ("Obligee pays $400.00 of $600.00", {}),
        ("Obligee pays $400.00, obligee pays $30.00", {}),
        ("Obligee pays 400 dollars", {}),
        ("The oblıgor pays $400.00", {}),
    ],
)
def test_an_amount_is_read_where_the_words_name_one_parent_for_it(words: str, read: dict[Parent, int]) -> None:
    assert amounts(words) == read


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Obligee 243, obligor 122", {OBLIGEE: 243, OBLIGOR: 122}),
        ("400 with the obligee and 330 with the obligor", {OBLIGEE: 400, OBLIGOR: 330}),
        ("every other weekend with the obligor", {}),
        ("Obligor 52 weekends, 104 nights", {}),
        ("Obligor 28.5 %", {}),
        ("on 11/20/2026 the obligor had 122", {OBLIGOR: 122}),
    ],
)
def test_overnights_are_read_the_same_way(words: str, read: dict[Parent, int]) -> None:
    assert counts(words) == read
