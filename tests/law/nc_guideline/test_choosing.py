"""Which worksheet a custody arrangement calls for."""

import pytest

from kernel.refusals import Refused
from law.nc.guideline.choosing import Nights, worksheet_for
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
    with pytest.raises(Refused, match="add up to 366, and one child has 365 in a year"):
        worksheet_for((Nights(200, 166),), HEARING)
