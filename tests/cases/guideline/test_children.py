"""Which children of a case a run counts: by the age of each state's own row, and by school where a person says so."""

from dataclasses import replace
from datetime import date

import pytest

from cases.guideline.children import children_meant, left_out
from cases.guideline.errors import NotTheseChildren, SayWhichChildren
from cases.guideline.offering import minors, of_age_perhaps_in_school
from cases.queries import CaseRecord, case_record
from infra.db import Database
from law.ages import ages_of, has_reached
from law.plans import plan_law
from law.rows import NoRuleInForce
from tests.cases.guideline.conftest import CASE

DAY = date(2026, 12, 8)


def of_children(county: Database, state: str, *births: date | None) -> CaseRecord:
    """The case with as many of its children as births are told, in an office of a state."""
    with county.reading() as db:
        record = case_record(db, 1, CASE)
        child = record.children[0]
        db.expunge_all()
    others = [row for row in record.participants if row.role != child.role]
    made = []
    for place, born_on in enumerate(births):
        columns = {column.key: getattr(child, column.key) for column in type(child).__table__.columns}
        made.append(type(child)(**columns | {"born_on": born_on, "died_on": None, "mpi_no": f"C{place}", "id": place}))
    return replace(record, state=state, participants=(*others, *made))


@pytest.mark.parametrize(
    ("state", "majority", "in_school", "cite"),
    [("NC", 18, 20, "N.C. Gen. Stat. § 50-13.4(c)"), ("CA", 18, 19, "Cal. Fam. Code § 3901(a)")],
)
def test_each_state_has_its_own_dated_rows_of_when_support_ends(
    state: str, majority: int, in_school: int, cite: str
) -> None:
    ages = ages_of(state, DAY)
    assert (ages.majority.count, ages.in_school.count, ages.in_school.cite) == (majority, in_school, cite)
    assert plan_law(state, DAY).support_ends is ages.majority
    with pytest.raises(NoRuleInForce):
        ages_of(state, date(1990, 1, 1))


def test_somebody_reaches_an_age_on_the_birthday_itself_and_who_is_born_in_a_leap_year_on_march_1() -> None:
    majority = ages_of("CA", DAY).majority
    assert has_reached(majority, date(2008, 12, 8), DAY)
    assert not has_reached(majority, date(2008, 12, 9), DAY)
    assert has_reached(majority, date(2008, 2, 29), date(2026, 3, 1))


@pytest.mark.parametrize(("state", "in_school"), [("NC", [18, 19]), ("CA", [18])])
def test_a_child_of_age_counts_only_where_a_person_says_that_it_is_in_school(
    state: str, in_school: list[int], county: Database
) -> None:
    births = [date(2026 - age, 6, 1) for age in (20, 19, 18, 17, 3)]
    record = of_children(county, state, *births)
    assert [child.born_on for child in minors(record, DAY)] == births[3:]
    perhaps = [child.born_on for child in of_age_perhaps_in_school(record, DAY)]
    assert perhaps == [date(2026 - age, 6, 1) for age in reversed(in_school)]
    assert children_meant(record, DAY, 2, ()) == minors(record, DAY)
    counted = [child.born_on for child in children_meant(record, DAY, 2 + len(perhaps), ())]
    assert counted == [*perhaps, *births[3:]]


def test_a_run_that_counts_some_of_the_children_is_told_which_and_is_not_left_to_guess(county: Database) -> None:
    twins = date(2015, 6, 1)
    record = of_children(county, "NC", twins, twins, date(2012, 3, 4), date(2007, 1, 1))
    for counted in (1, 2, ["2015-06-01"], ["2015-06-01", "2020-01-01"], 9):
        with pytest.raises(SayWhichChildren):
            children_meant(record, DAY, counted, ())
    assert [child.mpi_no for child in children_meant(record, DAY, 1, ["C1"])] == ["C1"]
    assert [child.mpi_no for child in children_meant(record, DAY, ["2015-06-01"], ["C1"])] == ["C1"]
    whole = children_meant(record, DAY, ["2015-06-01", "2012-03-04", "2015-06-01"], ())
    assert {child.mpi_no for child in whole} == {"C0", "C1", "C2"}
    assert left_out(record, DAY, children_meant(record, DAY, 1, ["C1"])) == ("C2", "C0")


@pytest.mark.parametrize(
    ("counted", "named", "why"),
    [
        (1, ["C9"], "a number that was sent is no child's of this case, or was sent twice"),
        (2, ["C0", "C0"], "a number that was sent is no child's of this case, or was sent twice"),
        (2, ["C0"], "the input counts 2, and 1 are named"),
        (["2015-06-01"], ["C1"], "the record has other birth dates of the children that are named"),
    ],
)
def test_children_that_are_named_are_those_of_the_input(
    counted: int | list[str], named: list[str], why: str, county: Database
) -> None:
    record = of_children(county, "NC", date(2015, 6, 1), date(2012, 3, 4))
    with pytest.raises(NotTheseChildren) as refused:
        children_meant(record, DAY, counted, named)
    assert str(refused.value) == f"The children of the run cannot be told: {why}."


def test_californias_children_are_counted_for_support_periods_before_north_carolinas_rows_begin(
    county: Database,
) -> None:
    record = of_children(county, "CA", date(1990, 6, 1), date(2000, 6, 1), None)
    assert [child.born_on for child in minors(record, date(2009, 1, 1))] == [date(2000, 6, 1), None]
