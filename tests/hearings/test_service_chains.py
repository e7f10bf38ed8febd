"""How long a summons lives: in North Carolina day by day, in California three years and sixty days."""

from datetime import date, timedelta

import pytest

from hearings.service.chains import life_of
from hearings.service.facts import Issued, Life, Link
from law.states import law_of

NC, CA = law_of("NC"), law_of("CA")
ISSUED = date(2026, 3, 3)
"""Its sixtieth day is Saturday, May 2, its ninetieth Monday, June 1, 2026."""


def link(on: date, kind: Link = Link.ORIGINAL, *, abroad: bool = False, id: int = 1) -> Issued:
    return Issued(id, "7", "4", "summons and complaint", kind, on, abroad=abroad)


def life(*chain: Issued, as_of: date) -> Life:
    found = life_of(NC, chain, as_of=as_of)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (0, "live"), (59, "live"), (60, "live"), (61, "live"), (62, "live"), (63, "dormant"), (89, "dormant"),
        (90, "dormant"), (91, "discontinued"), (92, "discontinued"),
    ],
)  # fmt: skip
def test_a_summons_whose_sixtieth_day_is_a_saturday_lives_until_monday(day: int, standing: str) -> None:
    assert life(link(ISSUED), as_of=ISSUED + timedelta(days=day)).standing == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [(59, "live"), (60, "live"), (61, "dormant"), (62, "dormant"), (89, "dormant"), (90, "dormant"),
     (91, "discontinued"), (92, "discontinued")],
)  # fmt: skip
def test_a_summons_whose_days_are_court_days_lives_sixty_and_sleeps_thirty(day: int, standing: str) -> None:
    """Issued Friday, May 15, 2026: the sixtieth day is Tuesday, July 14, the ninetieth Thursday, August 13."""
    issued = date(2026, 5, 15)
    assert life(link(issued), as_of=issued + timedelta(days=day)).standing == standing


def test_the_worked_days_of_september_and_october_2026() -> None:
    first, second = (
        life(link(date(2026, 9, 15)), as_of=date(2026, 9, 16)),
        life(link(date(2026, 10, 1)), as_of=date(2026, 10, 2)),
    )
    assert (first.serve_by, first.extend_by) == (date(2026, 11, 16), date(2026, 12, 14))
    assert (second.serve_by, second.extend_by) == (date(2026, 11, 30), date(2026, 12, 30))


def test_an_endorsement_or_an_alias_summons_starts_both_periods_anew() -> None:
    for kind in (Link.ENDORSEMENT, Link.ALIAS):
        chain = (link(date(2026, 5, 15)), link(date(2026, 8, 13), kind, id=2))
        assert life(*chain, as_of=date(2026, 8, 12)).standing == "dormant"
        later = life(*chain, as_of=date(2026, 10, 12))
        assert (later.standing, later.serve_by, later.extend_by) == ("live", date(2026, 10, 12), date(2026, 11, 12))
        assert "new action" not in later.why


def test_an_alias_on_the_ninety_second_day_begins_a_new_action() -> None:
    """Dozier v. Crandall, 105 N.C. App. 74 (1992)."""
    late = life(link(date(2026, 5, 15)), link(date(2026, 8, 15), Link.ALIAS, id=2), as_of=date(2026, 8, 20))
    assert late.standing == "live"
    assert late.why.endswith("It came after the chain had ended and began a new action on its day (Rule 4(e)).")


def test_an_endorsement_revives_no_discontinued_summons() -> None:
    late = life(link(date(2026, 5, 15)), link(date(2026, 8, 15), Link.ENDORSEMENT, id=2), as_of=date(2026, 8, 20))
    assert (late.standing, late.may_be_served, late.stands) == ("discontinued", False, False)


def test_a_summons_for_a_person_abroad_can_be_extended_for_two_years() -> None:
    abroad = life(link(date(2024, 3, 4), abroad=True), as_of=date(2026, 3, 4))
    assert (abroad.standing, abroad.extend_by) == ("dormant", date(2026, 3, 4))
    assert life(link(date(2024, 3, 4), abroad=True), as_of=date(2026, 3, 5)).standing == "discontinued"


def test_a_link_that_is_not_yet_issued_is_not_known() -> None:
    assert life_of(NC, [link(ISSUED)], as_of=ISSUED - timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("as_of", "may"),
    [(date(2026, 11, 19), True), (date(2026, 11, 20), True), (date(2026, 11, 21), False)],
)
def test_in_california_a_summons_may_be_served_three_years_from_filing(as_of: date, may: bool) -> None:
    issued = Issued(
        1, "7", "4", "summons and complaint", Link.ORIGINAL, date(2023, 11, 27), filed_on=date(2023, 11, 20)
    )
    found = life_of(CA, [issued], as_of=as_of)
    assert found is not None
    assert (found.may_be_served, found.serve_by) == (may, date(2026, 11, 20))
    assert "proved until Jan 19, 2027" in found.why


@pytest.mark.parametrize(("as_of", "stands"), [(date(2027, 1, 19), True), (date(2027, 1, 20), False)])
def test_in_california_the_proof_is_filed_within_sixty_days_more(as_of: date, stands: bool) -> None:
    issued = link(date(2023, 11, 20))
    found = life_of(CA, [issued], as_of=as_of, served_on=date(2026, 11, 19))
    assert found is not None
    assert found.stands is stands


@pytest.mark.parametrize("day", [59, 60, 61, 62, 89, 90, 91, 92])
def test_in_california_no_summons_is_dormant_or_discontinued_after_sixty_or_ninety_days(day: int) -> None:
    filed = date(2026, 3, 3)
    found = life_of(CA, [link(filed)], as_of=filed + timedelta(days=day))
    assert found is not None
    assert (found.standing, found.may_be_served, found.stands) == ("to be served", True, True)
    assert (found.serve_by, found.extend_by) == (date(2029, 3, 3), None)


@pytest.mark.parametrize(
    ("day", "standing", "stands"),
    [
        (59, "served, proof to be filed", True),
        (60, "served, proof to be filed", True),
        (61, "served, proof overdue unless the days run from the end of the time for service", True),
        (62, "served, proof overdue unless the days run from the end of the time for service", True),
        (89, "served, proof overdue unless the days run from the end of the time for service", True),
        (90, "served, proof overdue unless the days run from the end of the time for service", True),
        (91, "served, proof overdue unless the days run from the end of the time for service", True),
        (92, "served, proof overdue unless the days run from the end of the time for service", True),
    ],
)
def test_in_california_the_proof_is_asked_for_from_the_sixty_first_day_after_service(
    day: int, standing: str, stands: bool
) -> None:
    served = date(2026, 4, 1)
    found = life_of(CA, [link(date(2026, 3, 3))], as_of=served + timedelta(days=day), served_on=served)
    assert found is not None
    assert (found.standing, found.stands) == (standing, stands)


@pytest.mark.parametrize(("day", "stands"), [(59, True), (60, True), (61, False), (62, False)])
def test_in_california_an_action_served_on_the_last_day_ends_sixty_days_later_without_proof(
    day: int, stands: bool
) -> None:
    last = date(2029, 3, 3)
    found = life_of(CA, [link(date(2026, 3, 3))], as_of=last + timedelta(days=day), served_on=last)
    assert found is not None
    assert found.stands is stands


def test_the_first_link_on_record_begins_the_action_even_if_the_record_calls_it_an_alias() -> None:
    alone = life(link(date(2026, 5, 15), Link.ALIAS), as_of=date(2026, 5, 20))
    assert alone.standing == "live"
    assert "new action" not in alone.why


def test_a_new_summons_of_a_new_action_leaves_the_old_chain_behind() -> None:
    chain = (link(date(2025, 1, 6)), link(date(2025, 3, 3), Link.ALIAS, id=2), link(date(2026, 5, 15), id=3))
    found = life(*chain, as_of=date(2026, 5, 16))
    assert (found.standing, found.serve_by) == ("live", date(2026, 7, 14))


def test_a_storm_on_the_last_day_gives_one_more_court_day_to_serve() -> None:
    """Issued Friday, May 15, 2026: its sixtieth day is Tuesday, July 14."""
    storm = NC.calendar().with_closings({date(2026, 7, 14): "hurricane"})
    found = life_of(NC, [link(date(2026, 5, 15))], as_of=date(2026, 7, 15), court=storm)
    assert found is not None
    assert (found.standing, found.serve_by) == ("live", date(2026, 7, 15))
