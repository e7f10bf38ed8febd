"""Filing codes are rows; a file number has a court's shape."""

from datetime import date

import pytest

from law.nc.filing import court_of, filing_code, filing_codes
from law.rows import NoRuleInForce

ON = date(2026, 11, 20)


def test_each_kind_of_paper_has_its_code() -> None:
    assert [filing_code(kind, ON).code for kind in ("motion-and-order-to-show-cause", "payment-history")] == [
        "MOSC", "EXHB",
    ]  # fmt: skip


def test_a_kind_without_a_row_is_filed_under_the_code_for_other_papers() -> None:
    assert filing_code("affidavit", ON).code == "OTHR"


def test_no_code_is_given_for_a_day_before_the_county_filed_electronically() -> None:
    with pytest.raises(NoRuleInForce):
        filing_code("payment-history", date(2023, 10, 8))


def test_no_code_is_called_verified_before_a_clerk_confirmed_it() -> None:
    assert {row.verified_by for row in filing_codes()} == {""}


@pytest.mark.parametrize(
    ("number", "court"),
    [
        ("22CVD012423-590", "590"),
        ("25CV047388-590", "590"),
        ("24CV012345-910", "910"),
        ("22CVD012423-", None),
        ("22CVD12423-590", None),
        ("PENDING", None),
        ("", None),
        ("２２CVD012423-590", None),
    ],
)
def test_a_file_number_names_its_court_or_is_none(number: str, court: str | None) -> None:
    assert court_of(number) == court
