"""What a worksheet says in words to whoever signs it."""

import pytest

from tests.law.nc_guideline.asking import asked, parent, run, told


def test_a_shaded_decision_shows_itself_with_the_income_the_limit_and_the_costs_left_out() -> None:
    (note,) = told(asked("A", 1, parent("3000", childcare="300"), parent("1700")))["notes"]
    assert note == (
        "The defendant's adjusted gross income of $1,700.00 is in the shaded area for 1 child (up to "
        "$1,750.00): support "
        "is computed from that income alone, and the costs on line 5 are not added; they may be a ground to deviate."
    )


def test_a_minimum_order_says_why_it_is_due() -> None:
    (note,) = told(asked("A", 2, parent("3000"), parent("1000")))["notes"]
    assert note == (
        "The defendant's adjusted gross income of $1,000.00 is below $1,150.00: the minimum order of $50.00 is "
        "due unless "
        "the court deviates."
    )


@pytest.mark.parametrize(("premium", "reasonable"), [("150.00", True), ("150.01", False)])
def test_insurance_beyond_five_percent_of_gross_income_is_named(premium: str, reasonable: bool) -> None:
    found = told(asked("A", 2, parent("2500"), parent("3000", insurance=premium)))
    assert found["insurance"]["defendant"]["reasonable"] is reasonable
    assert found["insurance"]["defendant"]["limit"] == 15000
    assert [note for note in found["notes"] if "not presumed reasonable" in note] == (
        []
        if reasonable
        else [
            "Health insurance of $150.01 is more than 5 percent of the defendant's gross income ($150.00), so "
            "that it is "
            "not presumed reasonable in cost (N.C. Gen. Stat. § 50-13.11(a1))."
        ]
    )


def test_worksheet_a_says_when_the_overnights_would_call_for_worksheet_b() -> None:
    shared = told(asked("A", 1, parent("2500", overnights=242), parent("3000", overnights=123)))
    assert "Worksheet B applies instead" in shared["notes"][0]
    assert told(asked("A", 1, parent("2500", overnights=243), parent("3000", overnights=122)))["notes"] == []


def test_overnights_of_several_children_together_do_not_tell_that_one_of_them_is_shared() -> None:
    """Two children with 65 overnights each are no shared custody: each has more than 243 in one home."""
    few = {"plaintiff": parent("2500", overnights=600), "defendant": parent("3000", overnights=130)}
    (note,) = told(asked("A", 2, **few))["notes"]
    assert "Worksheet B applies instead if one of the children has so many with each and each assumes" in note
    (note,) = told(asked("B", 2, **few))["notes"]
    assert note.startswith("One parent has 130 overnights of all 2 children together, fewer than 123 of each child: ")
    assert told(asked("B", 2, parent("2500", overnights=484), parent("3000", overnights=246)))["notes"] == []


def test_worksheet_b_says_that_it_applies_no_reserve_to_a_poor_payer() -> None:
    poor = asked("B", 1, parent("1000", overnights=200), parent("1100", overnights=165))
    (note,) = told(poor)["notes"]
    assert note.startswith("The defendant's adjusted gross income is below $1,150.00; the self-support reserve is not ")


def test_deductions_beyond_the_income_are_named() -> None:
    (note,) = told(asked("A", 1, parent("1000", pre_existing="1200"), parent("3000")))["notes"]
    assert note == "The deductions of the plaintiff are more than the gross income, so that line 2 is zero."


def test_an_obligor_who_already_pays_more_directly_is_named() -> None:
    found = told(asked("A", 1, parent("4000"), parent("2000", insurance="900")))
    assert "The defendant already pays more than a full share directly." in found["notes"]
    assert found["lines"]["9"]["defendant"] == 0


def test_a_child_of_eighteen_is_named() -> None:
    assert run(children=["2008-12-08", "2015-01-31"])["notes"] == [
        "1 of the children is 18 or older on the day of the hearing: support goes on only while a child is "
        "still in school "
        "(N.C. Gen. Stat. § 50-13.4(c))."
    ]
    assert run(children=["2008-12-09", "2015-01-31"])["notes"] == []


@pytest.mark.parametrize(
    ("income", "minimum", "shaded"),
    [("1149.99", True, False), ("1150", False, True), ("1750", False, True), ("1750.01", False, False)],
)
def test_an_income_is_below_the_minimum_order_in_the_shaded_area_or_beyond_it(
    income: str, minimum: bool, shaded: bool
) -> None:
    found = told(asked("A", 1, parent("3000"), parent(income)))
    assert (found["minimum_order"], found["shaded"]) == (minimum, shaded)


def test_without_income_nothing_is_deducted_for_other_children_and_nothing_is_remarked() -> None:
    found = told(asked("A", 1, parent("0", other_children=3), parent("2000")))
    assert found["lines"]["1b"] == {"plaintiff": 0, "defendant": 0, "combined": None}
    assert found["notes"] == []


def test_a_hearing_after_the_review_of_the_schedule_is_computed_and_first_of_all_marked() -> None:
    now, later = run(), run(hearing_on="2027-01-14")
    assert (later["amount"], later["lines"]) == (now["amount"], now["lines"])
    assert (now["schedule_to_be_checked"], later["schedule_to_be_checked"]) == (False, True)
    assert later["notes"][0].endswith("the county attorney checks which holds for a hearing on January 14, 2027.")
    assert later["notes"][1:] == now["notes"]
