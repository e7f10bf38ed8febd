"""One spelling for every way in which a file number is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.docket import normal_docket


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("19 CVD 5843", "19CVD005843-590"),
        ("19CVD5843", "19CVD005843-590"),
        ("19CVD005843-590", "19CVD005843-590"),
        ("2019 cvd 005843", "19CVD005843-590"),
        (" 19 CVD 5843 - 590 ", "19CVD005843-590"),
        ("24CV012345-590", "24CV012345-590"),
        ("24CV012345-910", "24CV012345-910"),
        ("05 CVD 1276", "05CVD001276-590"),
        ("18 CVS 7", "18CVS000007-590"),
        ("20 JT 12", "20JT000012-590"),
    ],
)
def test_every_spelling_of_a_file_number_is_one(given: str, normal: str) -> None:
    assert normal_docket(given, court_suffix="590") == normal


def test_a_number_of_another_kind_is_kept_in_capitals_without_blanks() -> None:
    assert normal_docket("fam 12/334", court_suffix="590") == "FAM12/334"
    assert normal_docket("١٩ CVD 5843", court_suffix="590") == "١٩CVD5843"


@given(st.integers(0, 99), st.sampled_from(["CVD", "CV", "CVS", "CR"]), st.integers(1, 999_999))
def test_the_normal_spelling_is_its_own_normal_spelling(year: int, kind: str, number: int) -> None:
    once = normal_docket(f"{year:02} {kind} {number}", court_suffix="590")
    assert normal_docket(once, court_suffix="910") == once
