"""Which worksheet a custody arrangement calls for, and which part of a premium is the children's."""

import pytest

from kernel.money import Money, money
from kernel.refusals import Refused
from law.nc.guideline.choosing import Nights, worksheet_for
from law.nc.guideline.insurance import childrens_share
from tests.law.nc_guideline.asking import HEARING


@pytest.mark.parametrize(
    ("nights", "kind"),
    [
        ([(365, 0)], "A"),
        ([(243, 122)], "A"),
        ([(122, 243)], "A"),
        ([(242, 123)], "B"),
        ([(123, 242)], "B"),
        ([(0, 0)], "A"),
        ([(122, 0)], "A"),
        ([(300, 65), (320, 45)], "A"),
        ([(300, 65), (182, 183)], "B"),
        ([(300, 65), (65, 300)], "C"),
        ([(300, 65), (65, 300), (182, 183)], "B"),
        ([(300, 65), (0, 0)], "A"),
    ],
)
def test_the_overnights_of_each_child_choose_the_worksheet(nights: list[tuple[int, int]], kind: str) -> None:
    found = worksheet_for(tuple(Nights(*each) for each in nights), HEARING)
    assert (found.kind, found.for_the_attorney) == (kind, False)
    assert [row.value for row in found.figures] == ["243", "123"]


def test_a_child_at_home_with_nobody_is_for_the_attorney() -> None:
    found = worksheet_for((Nights(200, 100),), HEARING)
    assert (found.kind, found.for_the_attorney) == ("A", True)


def test_a_child_has_no_more_overnights_than_a_year() -> None:
    with pytest.raises(Refused, match="add up to 366, and 1 child has 365 in a year"):
        worksheet_for((Nights(200, 166),), HEARING)


@pytest.mark.parametrize(
    ("premium", "persons", "children", "share"),
    [("450.00", 3, 2, "300.00"), ("100.00", 3, 1, "33.33"), ("100.00", 3, 2, "66.67"), ("0.01", 2, 1, "0.01")],
)
def test_a_premium_is_shared_out_by_the_persons_covered(premium: str, persons: int, children: int, share: str) -> None:
    assert childrens_share(money(premium), persons=persons, children=children) == money(share)


@pytest.mark.parametrize(("persons", "children"), [(0, 0), (2, 3), (3, 0), (-1, -1)])
def test_a_premium_for_nobody_is_refused(persons: int, children: int) -> None:
    with pytest.raises(Refused, match="cannot be shared out"):
        childrens_share(Money(100_00), persons=persons, children=children)
